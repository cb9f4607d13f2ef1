#include "core/store/sha256.h"

#include <QFile>
#include <bit>
#include <cstring>
#include <new>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <utility>

namespace duedesk {
namespace {

static_assert(std::endian::native == std::endian::little, "lengths and numbers are hashed as they lie in memory");

} // namespace

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

Sha256::~Sha256() { EVP_MD_CTX_free(m_context); }
Sha256::Sha256(Sha256&& o) noexcept
    : m_context(std::exchange(o.m_context, nullptr)), m_pending(o.m_pending), m_used(o.m_used)
{
}

Sha256& Sha256::bytes(std::string_view raw)
{
    if (raw.size() > m_pending.size() - m_used)
        flush();
    if (raw.size() > m_pending.size()) {
        EVP_DigestUpdate(m_context, raw.data(), raw.size());
        return *this;
    }
    if (!raw.empty())
        std::memcpy(m_pending.data() + m_used, raw.data(), raw.size());
    m_used += raw.size();
    return *this;
}

Sha256& Sha256::field(std::string_view text) { return integer(std::int64_t(text.size())).bytes(text); }

Sha256& Sha256::integer(std::int64_t v)
{
    if (m_pending.size() - m_used < sizeof v)
        flush();
    std::memcpy(m_pending.data() + m_used, &v, sizeof v);
    m_used += sizeof v;
    return *this;
}

void Sha256::flush()
{
    EVP_DigestUpdate(m_context, m_pending.data(), m_used);
    m_used = 0;
}

Hash Sha256::finish()
{
    flush();
    Hash out;
    EVP_DigestFinal_ex(m_context, out.data(), nullptr);
    return out;
}

std::string hex(const Hash& h)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string s;
    for (const unsigned char c : h) {
        s += digits[c >> 4];
        s += digits[c & 15];
    }
    return s;
}

std::string_view view(const Hash& h) { return {reinterpret_cast<const char*>(h.data()), h.size()}; }

Hash hashFrom(std::string_view raw)
{
    Hash h{};
    if (raw.size() == h.size())
        std::memcpy(h.data(), raw.data(), h.size());
    return h;
}

QByteArray sha256OfFile(const QString& path)
{
    QFile f(path);
    if (!f.open(QIODevice::ReadOnly))
        return {};
    Sha256 sum;
    QByteArray block(1 << 20, Qt::Uninitialized);
    qint64 n = 0;
    while ((n = f.read(block.data(), block.size())) > 0)
        sum.bytes(std::string_view(block.constData(), std::size_t(n)));
    return n < 0 ? QByteArray() : QByteArray::fromStdString(hex(sum.finish()));
}

std::string randomBytes(int n)
{
    std::string s(std::size_t(n), '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(s.data()), n) != 1)
        throw std::bad_alloc();
    return s;
}

} // namespace duedesk
