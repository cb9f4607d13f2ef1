#include "core/base/outputfile.h"

#include "core/base/bookfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <QtEndian>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int mostLinks = 40; // as the kernel follows

QString folderOf(const QString& path) { return QFileInfo(path).absolutePath(); }

std::optional<struct stat> statOf(const QString& path)
{
    struct stat s = {};
    if (path.isEmpty() || ::stat(QFile::encodeName(path).constData(), &s) != 0)
        return std::nullopt;
    return s;
}

// Two names of one file. Names of which there is no file yet are the same in the same folder.
bool isSame(const QString& a, const QString& b)
{
    const auto x = statOf(a), y = statOf(b);
    if (x && y)
        return x->st_dev == y->st_dev && x->st_ino == y->st_ino;
    if (x || y || QFileInfo(a).fileName() != QFileInfo(b).fileName())
        return false;
    const auto inA = statOf(folderOf(a)), inB = statOf(folderOf(b));
    return inA && inB && inA->st_dev == inB->st_dev && inA->st_ino == inB->st_ino;
}

// Where writing to the name would end: links are followed, also to a file that is not there yet.
QString targetOf(QString path)
{
    for (int n = 0; n < mostLinks && QFileInfo(path).isSymLink(); ++n)
        path = QFileInfo(path).symLinkTarget();
    return path;
}

bool isBook(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(72);
    return head.size() == 72 && head.startsWith(QByteArray("SQLite format 3\0", 16))
           && qFromBigEndian<quint32>(head.constData() + 68) == bookFileMark;
}

bool endsIn(const QString& path, const QStringList& endings)
{
    return endings.isEmpty() || endings.contains(QFileInfo(path).suffix().toLower());
}

// What helps depends on why it went wrong; the disk is asked only now.
QString remedyFor(const QString& path)
{
    const QFileInfo file(path), folder(folderOf(path));
    if (!folder.exists())
        return u"there is no folder "_s + folder.filePath() + u"; make it, or choose another"_s;
    if (!folder.isDir())
        return folder.filePath() + u" is not a folder; choose another"_s;
    if (file.isDir())
        return u"this is a folder; name a file in it"_s;
    constexpr qint64 mb = 1'000'000;
    const QStorageInfo disk(folder.filePath());
    if (disk.isValid() && disk.isReadOnly())
        return u"the disk is read-only; choose another"_s;
    if (!folder.isWritable() || (file.exists() && !file.isWritable()))
        return u"you may not write there; choose another place, or ask for permission"_s;
    return u"choose a place with free space that you may write to ("_s
           + QString::number(std::max<qint64>(disk.bytesAvailable(), 0) / mb) + u" MB are free there)"_s;
}

// The new name is on the disk only when its folder is.
bool syncFolder(const QString& folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno == EACCES; // a folder that may be written but not listed
    const bool ok = ::fsync(fd) == 0 || errno == EINVAL; // file systems that cannot say so
    ::close(fd);
    return ok;
}

} // namespace

OutputDoor::OutputDoor(const QString& bookPath)
{
    if (bookPath.isEmpty())
        return;
    const QString real = QFileInfo(bookPath).canonicalFilePath();
    const QString book = real.isEmpty() ? bookPath : real; // what lies beside it lies beside the file itself
    m_kept.push_back({book, u"is the book itself"_s});
    for (const char* ending : {"-wal", "-journal", "-shm", ".wlock", ".backups"})
        m_kept.push_back({book + QLatin1String(ending), u"belongs to the book"_s});
    m_backups = book + u".backups"_s;
}

void OutputDoor::keep(const QString& inputPath) { m_kept.push_back({inputPath, u"is what this reads"_s}); }

QString OutputDoor::forbidden(const QString& path) const
{
    const QString target = targetOf(path);
    for (const Kept& k : m_kept)
        if (isSame(target, k.path))
            return k.why;
    if (!m_backups.isEmpty() && QFileInfo::exists(m_backups)) {
        const QString backup = u"is among the backups of the book"_s;
        if (isSame(folderOf(target), m_backups))
            return backup;
        for (const QFileInfo& f : QDir(m_backups).entryInfoList(QDir::Files | QDir::Hidden | QDir::System))
            if (isSame(target, f.filePath()))
                return backup;
    }
    const QFileInfo there(target);
    if (there.exists() && !there.isDir() && !there.isFile())
        return u"is no plain file"_s;
    return there.isFile() && isBook(target) ? u"is a Duedesk book"_s : QString();
}

Outcome OutputDoor::mayWrite(const QString& path, const QStringList& endings) const
{
    Error e;
    e.code = ErrorCode::Usage;
    e.file = path;
    e.what = forbidden(path);
    e.remedy = u"name another file; nothing was written"_s;
    if (e.what.isEmpty() && !endsIn(path, endings)) {
        e.what = u"does not end as its kind of file does"_s;
        e.remedy = u"end it in ."_s + endings.join(u" or ."_s) + u"; nothing was written"_s;
    }
    return e.what.isEmpty() ? Outcome{} : fail(std::move(e));
}

OutputFile::OutputFile(QString path) : m_path(std::move(path)) {}

OutputFile::~OutputFile() = default;

Error OutputFile::failure() const
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = m_path;
    e.what = u"cannot be written: "_s + (m_file ? m_file->errorString() : u"it was not opened"_s);
    e.remedy = remedyFor(m_path);
    return e;
}

Outcome OutputFile::open(const OutputDoor& door, const QStringList& endings)
{
    if (const Outcome o = door.mayWrite(m_path, endings); !o)
        return o;
    m_file = std::make_unique<QSaveFile>(m_path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(failure());
    return {};
}

bool OutputFile::write(std::string_view bytes)
{
    return m_file && m_file->write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size());
}

bool OutputFile::isGood() const { return m_file && m_file->error() == QFileDevice::NoError; }

Result<Written> OutputFile::commit()
{
    if (!m_file || !m_file->commit())
        return fail(failure());
    if (syncFolder(folderOf(targetOf(m_path))))
        return Written{};
    // It is there, whole: to call that a failure would have it written twice, or thought missing.
    return Written{m_path
                   + u" is written, but its folder could not be brought to the disk: a power cut within the next "_s
                   + u"seconds may take it away; look for it before you rely on it"_s};
}

Result<Written> writeWholeFile(const OutputDoor& door, const QString& path, const QStringList& endings,
                               const QByteArray& bytes)
{
    OutputFile file(path);
    if (const Outcome o = file.open(door, endings); !o)
        return fail(o.error());
    (void)file.write({bytes.constData(), std::size_t(bytes.size())}); // commit tells
    return file.commit();
}

} // namespace duedesk
