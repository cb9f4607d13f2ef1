// What a book's file and the log beside it are known by: device, inode, size and time of change of the file, inodes of
// -wal and -shm. Kept in the lock file as Duedesk left them, so that every program that has the book open can tell a
// change of its own kind from one that came from outside.
#pragma once
#include <QByteArray>
#include <QString>
#include <cstdint>
#include <optional>

namespace duedesk {

struct FileStamp {
    std::uint64_t device = 0, inode = 0, links = 0;
    std::int64_t size = 0, changedNs = 0;
    std::uint64_t log = 0, index = 0; // inodes of -wal and -shm; 0 = not there
    bool changing = false;            // its writer was about to change the file: nothing is known until it says so

    // As they lie there now; inode 0 = no such file.
    static FileStamp of(const QString& bookPath);
    bool isSameFile(const FileStamp& o) const { return device == o.device && inode == o.inode; }
    bool isUnchanged(const FileStamp& o) const { return isSameFile(o) && size == o.size && changedNs == o.changedNs; }

    QByteArray text() const; // one line of a fixed length
    static std::optional<FileStamp> parse(const QByteArray& text);
};

} // namespace duedesk
