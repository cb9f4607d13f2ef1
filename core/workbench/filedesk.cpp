#include "core/workbench/filedesk.h"

#include "core/domain/attachment.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QMimeDatabase>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr auto onlyMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

std::unexpected<Error> refused(const QString& path, const QString& what, const QString& remedy)
{
    Error e;
    e.code = ErrorCode::InputRejected;
    e.file = path;
    e.what = what;
    e.remedy = remedy;
    return fail(std::move(e));
}

std::unexpected<Error> cannotCopy(const QString& path)
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = path;
    e.what = u"cannot be written, so the file cannot be opened"_s;
    e.remedy = u"is there free space? Or save a copy elsewhere"_s;
    return fail(std::move(e));
}

void removeDeadRuns(const QString& root)
{
    const QDir dir(root);
    for (const QString& name : dir.entryList({u"run-*"_s}, QDir::Dirs | QDir::NoSymLinks)) {
        const QString folder = dir.filePath(name);
        QLockFile lock(folder + u"/lock"_s);
        lock.setStaleLockTime(0); // only a dead process makes it stale
        if (lock.tryLock(0)) {
            lock.unlock();
            QDir(folder).removeRecursively();
        }
    }
}

} // namespace

Result<FileToAttach> readToAttach(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refused(path, u"is not there any more"_s, u"choose it again"_s);
    if (info.isDir())
        return refused(path, u"is a folder"_s, u"attach its files one by one, or as one archive"_s);
    if (!info.isFile())
        return refused(path, u"is no plain file"_s, u"choose a file"_s);
    const auto tooBig = [&](qint64 size) {
        return refused(path, u"has %1 MB; 10 MB are allowed"_s.arg((size + 999'999) / 1'000'000),
                       u"attach a smaller copy, or note where it lies"_s);
    };
    if (info.size() > attachmentLimit)
        return tooBig(info.size());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(path, u"cannot be read: "_s + file.errorString(), u"ask for the right to read it"_s);
    FileToAttach out;
    out.name = info.fileName();
    out.bytes = file.read(attachmentLimit + 1); // it may have grown since
    if (file.error() != QFileDevice::NoError)
        return refused(path, u"cannot be read: "_s + file.errorString(), u"copy it to this computer first"_s);
    if (out.bytes.size() > attachmentLimit)
        return tooBig(out.bytes.size());
    if (out.bytes.isEmpty())
        return refused(path, u"is empty"_s, u"attach the one with content"_s);
    out.mimeType = QMimeDatabase().mimeTypeForFileNameAndData(out.name, out.bytes).name();
    return out;
}

bool runsWhenOpened(const QString& name)
{
    static const QSet<QString> endings{
        u"desktop"_s, u"exe"_s, u"com"_s, u"bat"_s,        u"cmd"_s, u"ps1"_s, u"vbs"_s, u"vbe"_s,      u"js"_s,
        u"jse"_s,     u"wsf"_s, u"msi"_s, u"scr"_s,        u"lnk"_s, u"url"_s, u"sh"_s,  u"bash"_s,     u"zsh"_s,
        u"csh"_s,     u"run"_s, u"py"_s,  u"pl"_s,         u"rb"_s,  u"jar"_s, u"app"_s, u"appimage"_s, u"command"_s,
        u"hta"_s,     u"reg"_s, u"cpl"_s, u"flatpakref"_s, u"deb"_s, u"rpm"_s, u"pif"_s, u"webloc"_s,   u"terminal"_s};
    return name.contains(u'.') && endings.contains(name.section(u'.', -1).trimmed().toLower());
}

PrivateCopies::PrivateCopies(QString root) : m_root(std::move(root))
{
    if (m_root.isEmpty()) {
        QString place = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        if (place.isEmpty())
            place = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
        m_root = place + u"/duedesk-files"_s;
    }
    removeDeadRuns(m_root);
}

PrivateCopies::~PrivateCopies()
{
    if (m_lock)
        m_lock->unlock();
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

Outcome PrivateCopies::makeFolder()
{
    if (!m_folder.isEmpty())
        return {};
    QDir().mkpath(m_root);
    QFile::setPermissions(m_root, onlyMine | QFileDevice::ExeOwner);
    QTemporaryDir run(m_root + u"/run-XXXXXX"_s); // made 0700
    if (!run.isValid())
        return cannotCopy(m_root);
    m_lock = std::make_unique<QLockFile>(run.filePath(u"lock"_s));
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        return cannotCopy(run.path());
    run.setAutoRemove(false);
    m_folder = run.path();
    return {};
}

Result<QString> PrivateCopies::write(const QString& name, const QByteArray& bytes)
{
    if (const Outcome o = makeFolder(); !o)
        return std::unexpected(o.error());
    const QString own = m_folder + u'/' + QString::number(++m_count);
    QString path = own + u'/' + QFileInfo(name).fileName();
    if (!QDir().mkdir(own))
        return cannotCopy(own);
    QFile::setPermissions(own, onlyMine | QFileDevice::ExeOwner);
    QFile file(path);
    if (!file.open(QIODevice::NewOnly, onlyMine) || file.write(bytes) != bytes.size() || !file.flush())
        return cannotCopy(path);
    return path;
}

} // namespace duedesk
