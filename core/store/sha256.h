// SHA-256 over a form that cannot be read two ways: every field carries its length. By OpenSSL.
#pragma once
#include <QByteArray>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace duedesk {

using Hash = std::array<unsigned char, 32>;

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&& o) noexcept;
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    Sha256& bytes(std::string_view raw);     // as it is: files
    Sha256& field(std::string_view text);    // length (8 bytes, little-endian), then the bytes
    Sha256& integer(std::int64_t v);         // 8 bytes, little-endian
    Hash finish();                           // once

private:
    void flush();
    evp_md_ctx_st* m_context = nullptr;
    std::array<char, 4096> m_pending; // small fields go to the library together
    std::size_t m_used = 0;
};

std::string hex(const Hash& h);
std::string_view view(const Hash& h); // the 32 bytes
Hash hashFrom(std::string_view raw);  // zeros when it is not 32 bytes
// A file's digest in hex; empty when it cannot be read.
QByteArray sha256OfFile(const QString& path);
std::string randomBytes(int n);

} // namespace duedesk
