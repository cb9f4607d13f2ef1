#include "core/store/filestamp.h"

#include <QFile>
#include <QList>
#include <array>
#include <sys/stat.h>

namespace duedesk {
namespace {

constexpr qsizetype textLength = 192;
const QByteArray mark = "duedesk-file-1";

std::uint64_t inodeOf(const QString& path)
{
    struct stat s = {};
    return ::stat(QFile::encodeName(path).constData(), &s) == 0 ? s.st_ino : 0;
}

} // namespace

FileStamp FileStamp::of(const QString& bookPath)
{
    FileStamp out;
    struct stat s = {};
    if (::stat(QFile::encodeName(bookPath).constData(), &s) == 0) {
        out.device = s.st_dev;
        out.inode = s.st_ino;
        out.links = s.st_nlink;
        out.size = s.st_size;
        out.changedNs = std::int64_t(s.st_mtim.tv_sec) * 1'000'000'000 + s.st_mtim.tv_nsec;
    }
    out.log = inodeOf(bookPath + u"-wal");
    out.index = inodeOf(bookPath + u"-shm");
    return out;
}

QByteArray FileStamp::text() const
{
    QByteArray out = mark + (changing ? " changing" : " done");
    for (const std::uint64_t v : {device, inode, std::uint64_t(size), std::uint64_t(changedNs), log, index})
        out += ' ' + QByteArray::number(qulonglong(v));
    return out.leftJustified(textLength - 1) + '\n';
}

std::optional<FileStamp> FileStamp::parse(const QByteArray& text)
{
    const QList<QByteArray> words = text.simplified().split(' ');
    if (words.size() != 8 || words[0] != mark)
        return std::nullopt;
    std::array<std::uint64_t, 6> v{};
    for (std::size_t i = 0; i < v.size(); ++i) {
        bool ok = false;
        v[i] = words[qsizetype(i) + 2].toULongLong(&ok);
        if (!ok)
            return std::nullopt;
    }
    FileStamp out;
    out.changing = words[1] != "done";
    out.device = v[0];
    out.inode = v[1];
    out.size = std::int64_t(v[2]);
    out.changedNs = std::int64_t(v[3]);
    out.log = v[4];
    out.index = v[5];
    return out;
}

} // namespace duedesk
