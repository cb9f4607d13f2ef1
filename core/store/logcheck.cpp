// Whether a book's log still is what its index says: read through SQLite's own mapping of the index, because opening
// and closing that file here would drop the locks that SQLite holds on it.
#include "core/store/database.h"

#include <QFile>
#include <QtEndian>
#include <array>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace duedesk {
namespace {

constexpr int regionBytes = 32768; // the size SQLite maps the index by
constexpr std::int64_t headerBytes = 32, frameHeaderBytes = 24;

// The first of the two equal heads of the index (walformat.html, "WAL-Index File Format"), numbers in the machine's order.
struct IndexHead {
    std::uint32_t version, unused, change;
    std::uint8_t isInit, bigEndianSums;
    std::uint16_t pageSize;
    std::uint32_t frames, pages;
    std::array<std::uint32_t, 2> frameSum;
    std::array<char, 8> salt;
    std::array<std::uint32_t, 2> sum;
};
static_assert(sizeof(IndexHead) == 48);

// Empty while it is being written, or where there is none.
bool readHead(sqlite3* db, IndexHead& head)
{
    sqlite3_file* file = nullptr;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file || !file->pMethods
        || file->pMethods->iVersion < 2)
        return false;
    volatile void* region = nullptr;
    if (file->pMethods->xShmMap(file, 0, regionBytes, 0, &region) != SQLITE_OK || !region)
        return false;
    std::array<char, 2 * sizeof(IndexHead)> both;
    for (std::size_t i = 0; i < both.size(); ++i)
        both[i] = static_cast<const volatile char*>(region)[i];
    std::memcpy(&head, both.data(), sizeof head);
    return std::memcmp(both.data(), both.data() + sizeof head, sizeof head) == 0 && head.isInit != 0;
}

bool fits(int fd, const IndexHead& head)
{
    const std::int64_t pageSize = (head.pageSize & 0xfe00) + (std::int64_t(head.pageSize & 1) << 16);
    const std::int64_t frame = frameHeaderBytes + pageSize, last = headerBytes + (head.frames - 1) * frame;
    struct stat s = {};
    if (::fstat(fd, &s) != 0 || s.st_size < last + frame)
        return false;
    std::array<char, headerBytes> log;
    std::array<char, frameHeaderBytes> end;
    if (::pread(fd, log.data(), log.size(), 0) != headerBytes
        || ::pread(fd, end.data(), end.size(), last) != frameHeaderBytes)
        return false;
    const auto isSalt = [&](const char* at) { return std::memcmp(at, head.salt.data(), head.salt.size()) == 0; };
    return isSalt(log.data() + 16) && isSalt(end.data() + 8)
           && qFromBigEndian<quint32>(end.data() + 16) == head.frameSum[0]
           && qFromBigEndian<quint32>(end.data() + 20) == head.frameSum[1];
}

} // namespace

bool Database::isLogWhole() const
{
    IndexHead head{};
    if (!m_usesLog || !readHead(m_handle, head) || head.frames == 0)
        return true;
    const int fd = ::open(QFile::encodeName(m_path + u"-wal").constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return true; // its name is looked at elsewhere
    const bool whole = fits(fd, head);
    ::close(fd); // SQLite keeps no locks on the log
    return whole;
}

} // namespace duedesk
