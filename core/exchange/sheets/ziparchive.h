// The parts of a zip, each as a stream of blocks: the packing of .xlsx and .ods. What is packed to do harm is refused
// before or while it unpacks; names that leave the archive are as if they were not there, and nothing is written.
#pragma once
#include "core/exchange/sheets/sheetlimits.h"

#include <map>
#include <memory>
#include <string_view>

struct zip;

namespace duedesk {

class ZipArchive {
public:
    struct Part {
        std::uint64_t index = 0;
        std::int64_t packed = 0, size = 0; // as the directory states them
        bool encrypted = false, twice = false;
        int method = 0;
    };
    // The name, and what the file is taken for, are for messages. InputRejected when the list of parts is missing or
    // broken, or a limit is passed.
    static Result<std::unique_ptr<ZipArchive>> open(const RandomBytes& bytes, const QString& file, Words takenFor);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    const Part* find(std::string_view name) const;
    const std::map<std::string, Part, std::less<>>& parts() const { return m_parts; }
    // The blocks of a part; InputRejected when it is not there, is encrypted or packed otherwise than by deflate, when
    // it does not end as its directory and checksum say. The archive must outlive them.
    Result<BlockPull> blocks(std::string_view name) const;
    // All of a part of at most `limit` bytes.
    Result<std::string> text(std::string_view name, std::size_t limit) const;

private:
    ZipArchive() = default;
    Outcome readDirectory();
    Outcome checkSizes(const std::string& name, const Part& part, std::int64_t& total) const;

    QString m_file;
    struct Source;
    std::unique_ptr<Source> m_source;
    zip* m_zip = nullptr;
    std::map<std::string, Part, std::less<>> m_parts;
};

} // namespace duedesk
