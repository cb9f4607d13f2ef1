// A file on disk as a stream of UTF-8 blocks: read, hashed (SHA-256) and decoded on a thread of its own, so that
// parsing never waits for either; of a workbook the rows of one sheet. Only regular files up to 2 GiB; a file that changes meanwhile is refused.
#pragma once
#include "core/base/error.h"
#include "core/exchange/encoding.h"
#include "core/exchange/sheets/sheetlimits.h"

#include <QByteArray>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace duedesk {

inline constexpr std::int64_t maxFileBytes = std::int64_t(2) << 30;

struct FileStamp {
    std::int64_t size = 0, modified = 0; // bytes; nanoseconds
    std::uint64_t device = 0, inode = 0;
    bool operator==(const FileStamp&) const = default;
};

class SourceFile {
public:
    // InputRejected for a directory, a pipe, a file too large, missing or unreadable.
    static Result<std::unique_ptr<SourceFile>> open(const QString& path);
    ~SourceFile();
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;

    const QString& path() const { return m_path; }
    std::int64_t size() const { return m_stamp.size; }
    // The first bytes, as they are on disk.
    Result<std::string> head(std::size_t bytes) const;
    // All of them, at any place; for as long as the object lives.
    RandomBytes bytes() const;
    // Starts reading from the beginning, after a byte order mark; `sheet`: of a workbook, as the text of sheettext.h, and
    // -1 is a text. Once per object.
    void start(Encoding encoding, std::size_t bomBytes, int sheet = -1);
    // The next block; false at the end or after an error. Blocks are swapped, so memory is reused.
    bool next(std::string& block);
    // After next() returned false: the hash (hex) of all bytes, or why reading failed or cannot be trusted.
    Result<QByteArray> finish();

    // Hash of the file as it is now, and whether it is still the file that was opened.
    Result<QByteArray> hashNow() const;

private:
    SourceFile() = default;
    void readAll(Encoding encoding, std::size_t bomBytes);
    void readWorkbook(Encoding encoding, int sheet);
    bool handOver(std::string& block);
    void finishReading(std::optional<Error> error, std::int64_t read, QByteArray hash);
    Error changed() const;
    Error failed(int error) const;

    QString m_path;
    QByteArray m_name; // as the system takes it
    int m_fd = -1;
    FileStamp m_stamp;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::string> m_blocks, m_spare;
    bool m_done = false, m_stop = false;
    std::optional<Error> m_error;
    QByteArray m_hash;
};

} // namespace duedesk
