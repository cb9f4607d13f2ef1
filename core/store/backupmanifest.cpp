#include "core/store/backupmanifest.h"

#include "core/base/clock.h"
#include "core/store/database.h"
#include "core/store/sha256.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSaveFile>
#include <algorithm>
#include <fcntl.h>
#include <set>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk::backups {
namespace {

constexpr qint64 dayMs = 86'400'000;
const QString foundAgain = u"found without a list"_s;

QString manifestOf(const QString& bookPath) { return folderOf(bookPath) + u"/manifest.json"; }

Error storageError(const QString& file, QString what, QString remedy)
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = file;
    e.what = std::move(what);
    e.remedy = std::move(remedy);
    return e;
}

// Programs change the list in turn; each waits for the other, which takes milliseconds.
class FolderLock {
public:
    explicit FolderLock(const QString& bookPath)
        : m_fd(::open(QFile::encodeName(folderOf(bookPath) + u"/manifest.lock").constData(),
                      O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (m_fd < 0 || ::flock(m_fd, LOCK_EX) != 0)
            throwFailure(storageError(folderOf(bookPath), u"the list of backups cannot be locked"_s,
                                      u"check the rights of the folder"_s));
    }
    ~FolderLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_fd;
};

void write(const QString& bookPath, const std::vector<BackupEntry>& entries)
{
    QJsonArray list;
    for (const BackupEntry& e : entries)
        list.append(QJsonObject{{u"file"_s, e.file},
                                {u"at"_s, qint64(e.at)},
                                {u"reason"_s, e.reason},
                                {u"sha256"_s, QString::fromLatin1(e.sha256)},
                                {u"bytes"_s, e.bytes}});
    QSaveFile f(manifestOf(bookPath));
    const QByteArray text = QJsonDocument(QJsonObject{{u"backups"_s, list}}).toJson();
    if (!f.open(QIODevice::WriteOnly) || f.write(text) != text.size() || !f.commit())
        throwFailure(storageError(f.fileName(), u"the list of backups could not be written: "_s + f.errorString(),
                                  u"check the disk"_s));
}

QString stemOf(const QString& bookPath) { return QFileInfo(bookPath).completeBaseName(); }

void sortByTime(std::vector<BackupEntry>& entries)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const BackupEntry& a, const BackupEntry& b) { return a.at < b.at; });
}

// The files whose names are those of backups of this book.
std::vector<BackupEntry> found(const QString& bookPath)
{
    const QRegularExpression form(
        u"^%1-([0-9]{8}-[0-9]{6})-[0-9]+(-[0-9]+)?\\.duedesk$"_s.arg(QRegularExpression::escape(stemOf(bookPath))));
    const QDir dir(folderOf(bookPath));
    std::vector<BackupEntry> out;
    for (const QString& name : dir.entryList(QDir::Files)) {
        const auto match = form.match(name);
        QDateTime at = QDateTime::fromString(match.captured(1), u"yyyyMMdd-HHmmss"_s);
        if (!match.hasMatch() || !at.isValid())
            continue;
        at.setTimeSpec(Qt::UTC);
        const QString path = dir.filePath(name);
        out.push_back({name, at.toMSecsSinceEpoch(), foundAgain, sha256OfFile(path), QFileInfo(path).size()});
    }
    sortByTime(out);
    return out;
}

// The list as it is; a damaged one goes aside under a name of its own, and the files tell what there is.
std::vector<BackupEntry> listOrFound(const QString& bookPath)
{
    auto known = list(bookPath);
    if (known)
        return std::move(*known);
    const QString manifest = manifestOf(bookPath);
    QString aside = manifest + u".damaged"_s;
    for (int n = 2; QFileInfo::exists(aside); ++n)
        aside = manifest + u".damaged-%1"_s.arg(n);
    if (!QFile::rename(manifest, aside))
        throwFailure(known.error());
    return found(bookPath);
}

} // namespace

QString folderOf(const QString& bookPath) { return bookPath + u".backups"; }

Outcome makeFolder(const QString& bookPath)
{
    const QString folder = folderOf(bookPath);
    if (!QDir().mkpath(folder))
        return fail(storageError(folder, u"the folder of backups cannot be made"_s,
                                 u"check the rights of the book's folder"_s));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<std::vector<BackupEntry>> list(const QString& bookPath)
{
    QFile f(manifestOf(bookPath));
    if (!f.exists())
        return std::vector<BackupEntry>();
    if (!f.open(QIODevice::ReadOnly))
        return fail(storageError(f.fileName(), u"the list of backups cannot be read: "_s + f.errorString(),
                                 u"check the rights of the folder"_s));
    const QJsonValue all = QJsonDocument::fromJson(f.readAll()).object()[u"backups"_s];
    if (!all.isArray())
        return fail(storageError(f.fileName(), u"the list of backups is damaged"_s,
                                 u"the next backup makes it anew; the backups themselves stay"_s));
    std::vector<BackupEntry> out;
    for (const QJsonValue& v : all.toArray()) {
        const QJsonObject o = v.toObject();
        const QString name = o[u"file"_s].toString();
        if (!name.isEmpty() && !name.contains(u'/')) // a name only: the list never reaches outside its folder
            out.push_back({name, o[u"at"_s].toInteger(), o[u"reason"_s].toString(),
                           o[u"sha256"_s].toString().toLatin1(), o[u"bytes"_s].toInteger()});
    }
    sortByTime(out);
    return out;
}

BackupState state(const QString& bookPath, Instant now)
{
    BackupState out;
    const auto known = list(bookPath);
    if (!known) {
        out.trouble = known.error();
        return out;
    }
    for (const BackupEntry& e : *known)
        if (e.at <= now + dayMs && QFileInfo(folderOf(bookPath) + u'/' + e.file).size() == e.bytes)
            out.newest = e;
    if (out.newest)
        out.days = int(std::max<qint64>(0, (now - out.newest->at) / dayMs));
    return out;
}

QString freeName(const QString& bookPath, Instant now)
{
    const QString stem = stemOf(bookPath) + u'-'
                         + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s) + u'-'
                         + QString::number(QCoreApplication::applicationPid()); // two programs may copy at once
    QString name = stem + u".duedesk"_s;
    for (int n = 2; QFileInfo::exists(folderOf(bookPath) + u'/' + name); ++n)
        name = stem + u"-%1.duedesk"_s.arg(n);
    return name;
}

std::vector<BackupEntry> keep(const std::vector<BackupEntry>& all, Instant now)
{
    std::set<std::size_t> stay;
    std::vector<std::size_t> past; // places of those that the clock can be asked about
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].at > now + dayMs || all[i].reason == foundAgain)
            stay.insert(i);
        else
            past.push_back(i);
    if (!past.empty()) {
        stay.insert(past.back());
        const Instant newest = all[past.back()].at;
        const auto newestPer = [&](auto periodOf, std::size_t limit, Instant since) {
            std::set<qint64> seen;
            for (std::size_t i = past.size(); i-- > 0 && seen.size() < limit;)
                if (const Instant at = all[past[i]].at; at >= since && seen.insert(periodOf(at)).second)
                    stay.insert(past[i]);
        };
        newestPer([](Instant at) { return qint64(at / 3'600'000); }, 24, newest / dayMs * dayMs);
        newestPer([](Instant at) { return qint64(at / dayMs); }, 14, 0);
        newestPer([](Instant at) { return qint64((at / dayMs + 3) / 7); }, 8, 0); // Monday to Sunday
        newestPer(
            [](Instant at) {
                const Date d = dayIn({}, at);
                return qint64(d.year() * 12 + d.month());
            },
            24, 0);
    }
    std::vector<BackupEntry> out;
    for (const std::size_t i : stay)
        out.push_back(all[i]);
    return out;
}

Outcome enter(const QString& bookPath, const BackupEntry& entry, Instant now)
{
    return guarded([&] {
        const FolderLock lock(bookPath);
        std::vector<BackupEntry> known = listOrFound(bookPath);
        std::erase_if(known, [&](const BackupEntry& e) { return e.file == entry.file; });
        known.push_back(entry);
        sortByTime(known);
        const std::vector<BackupEntry> kept = keep(known, now);
        countStep();
        write(bookPath, kept);
        // Only what the list named and no longer names goes; strangers in the folder stay.
        for (const BackupEntry& e : known)
            if (std::find(kept.begin(), kept.end(), e) == kept.end()) {
                countStep();
                QFile::remove(folderOf(bookPath) + u'/' + e.file);
            }
    });
}

} // namespace duedesk::backups
