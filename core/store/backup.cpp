#include "core/store/backup.h"

#include "core/base/clock.h"
#include "core/store/bookreader.h"
#include "core/store/dialect.h"
#include "core/store/openbook.h"
#include "core/store/sha256.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStorageInfo>
#include <future>
#include <set>
#include <sqlite3.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace backups {
namespace {

constexpr qint64 dayMs = 86'400'000;

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

void requireSpace(Database& source, const QString& to)
{
    const qint64 need = source.integer("PRAGMA page_count") * source.integer("PRAGMA page_size");
    const qint64 free = QStorageInfo(QFileInfo(to).absolutePath()).bytesAvailable();
    if (free >= 0 && free < need)
        throwFailure(storageError(to,
                                  u"the disk has %1 MB free and the backup needs %2 MB"_s.arg(free / 1'000'000)
                                      .arg((need + 999'999) / 1'000'000),
                                  u"free some space and try again"_s));
}

// All pages in one step, from the snapshot that `source` holds.
void copyPages(Database& source, const QString& to)
{
    sqlite3* target = nullptr;
    int rc = sqlite3_open_v2(QFile::encodeName(to).constData(), &target,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    sqlite3_backup* copy = rc == SQLITE_OK ? sqlite3_backup_init(target, "main", source.handle(), "main") : nullptr;
    if (copy) {
        rc = sqlite3_backup_step(copy, -1);
        const int ended = sqlite3_backup_finish(copy);
        rc = rc == SQLITE_DONE ? ended : rc;
    }
    // The copy stands alone: no log beside it.
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    const QString why = copy ? QString::fromUtf8(sqlite3_errstr(rc)) : QString::fromUtf8(sqlite3_errmsg(target));
    const int closed = sqlite3_close(target);
    if (rc != SQLITE_OK || closed != SQLITE_OK)
        throwFailure(
            storageError(to, u"the backup could not be written: "_s + why, u"check the disk and its free space"_s));
}

// Structure, and by reading it whole the ledger equations.
void verifyCopy(const QString& path)
{
    Database db(path, Database::Mode::ReadOnly);
    if (db.text("PRAGMA integrity_check") != "ok")
        throwFailure(ErrorCode::BookDamaged, u"the backup does not pass its checks"_s,
                     u"check the disk, then verify the book"_s);
    (void)readBook(db);
}

void writeManifest(const QString& bookPath, const std::vector<BackupEntry>& entries)
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

QString freeName(const QString& folder, const QString& bookPath, Instant now)
{
    const QString stem = QFileInfo(bookPath).completeBaseName() + u'-'
                         + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(u"yyyyMMdd-HHmmss"_s) + u'-'
                         + QString::number(QCoreApplication::applicationPid()); // two programs may copy at once
    QString name = stem + u".duedesk"_s;
    for (int n = 2; QFileInfo::exists(folder + u'/' + name); ++n)
        name = stem + u"-%1.duedesk"_s.arg(n);
    return name;
}

} // namespace

QString folderOf(const QString& bookPath) { return bookPath + u".backups"; }

Result<std::vector<BackupEntry>> list(const QString& bookPath)
{
    QFile f(manifestOf(bookPath));
    if (!f.exists())
        return std::vector<BackupEntry>();
    QJsonParseError parsed{};
    if (!f.open(QIODevice::ReadOnly))
        return fail(storageError(f.fileName(), u"the list of backups cannot be read: "_s + f.errorString(),
                                 u"check the rights of the folder"_s));
    const QJsonArray all = QJsonDocument::fromJson(f.readAll(), &parsed).object()[u"backups"_s].toArray();
    if (parsed.error != QJsonParseError::NoError)
        return fail(storageError(f.fileName(), u"the list of backups is damaged"_s,
                                 u"move it aside; the backups themselves stay"_s));
    std::vector<BackupEntry> out;
    for (const QJsonValue& v : all) {
        const QJsonObject o = v.toObject();
        const QString name = o[u"file"_s].toString();
        if (!name.isEmpty() && !name.contains(u'/')) // a name only: the list never reaches outside its folder
            out.push_back({name, o[u"at"_s].toInteger(), o[u"reason"_s].toString(),
                           o[u"sha256"_s].toString().toLatin1(), o[u"bytes"_s].toInteger()});
    }
    std::stable_sort(out.begin(), out.end(), [](const BackupEntry& a, const BackupEntry& b) { return a.at < b.at; });
    return out;
}

Result<QByteArray> copyVerified(Database& source, const QString& to)
{
    const QString draft = to + u".tmp"_s;
    QByteArray sum;
    Outcome made = guarded([&] {
        if (QFileInfo::exists(to)) {
            Error e = storageError(to, u"exists already"_s, u"choose another name; it was not touched"_s);
            e.code = ErrorCode::InputRejected;
            throwFailure(std::move(e));
        }
        requireSpace(source, to);
        QFile::remove(draft); // left by a copy that was cut off; never the last good one
        copyPages(source, draft);
        QFile::setPermissions(draft, QFile::ReadOwner | QFile::WriteOwner);
        verifyCopy(draft);
        sum = sha256OfFile(draft);
        if (sum.isEmpty())
            throwFailure(storageError(to, u"the backup cannot be read back"_s, u"check the disk"_s));
    });
    if (made)
        made = openbook::publishFile(draft, to);
    if (!made) {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            if (!QFileInfo::exists(to) || *suffix == '\0')
                QFile::remove(draft + QLatin1String(suffix));
        return fail(made.error());
    }
    return sum;
}

std::vector<BackupEntry> keep(const std::vector<BackupEntry>& all)
{
    if (all.empty())
        return {};
    std::set<std::size_t> stay{all.size() - 1};
    const Instant newest = all.back().at;
    const auto newestPer = [&](auto periodOf, std::size_t limit, Instant since) {
        std::set<qint64> seen;
        for (std::size_t i = all.size(); i-- > 0 && seen.size() < limit;)
            if (all[i].at >= since && seen.insert(periodOf(all[i].at)).second)
                stay.insert(i);
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
    std::vector<BackupEntry> out;
    for (const std::size_t i : stay)
        out.push_back(all[i]);
    return out;
}

Result<BackupEntry> make(Database& source, const QString& bookPath, const QString& reason, Instant now)
{
    const QString folder = folderOf(bookPath);
    if (!QDir().mkpath(folder))
        return fail(storageError(folder, u"the folder of backups cannot be made"_s,
                                 u"check the rights of the book's folder"_s));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto known = list(bookPath);
    if (!known)
        return std::unexpected<Error>(known.error());
    BackupEntry entry{freeName(folder, bookPath, now), now, reason, {}, 0};
    const Result<QByteArray> sum = copyVerified(source, folder + u'/' + entry.file);
    if (!sum)
        return std::unexpected<Error>(sum.error());
    entry.sha256 = *sum;
    entry.bytes = QFileInfo(folder + u'/' + entry.file).size();
    known->push_back(entry);
    const std::vector<BackupEntry> kept = keep(*known);
    const Outcome written = guarded([&] { writeManifest(bookPath, kept); });
    if (!written)
        return std::unexpected<Error>(written.error());
    // Only what the manifest named and no longer names goes; strangers in the folder stay.
    for (const BackupEntry& e : *known)
        if (std::find(kept.begin(), kept.end(), e) == kept.end())
            QFile::remove(folder + u'/' + e.file);
    return entry;
}

} // namespace backups

struct BackupRun::State {
    std::promise<void> snapshot;
    std::optional<Error> error;
    std::jthread thread;
};

BackupRun::BackupRun(const QString& bookPath, const QString& reason, Instant now) : m_state(std::make_unique<State>())
{
    std::future<void> ready = m_state->snapshot.get_future();
    m_state->thread = std::jthread([state = m_state.get(), bookPath, reason, now] {
        bool told = false;
        const Outcome done = guarded([&] {
            Database db(bookPath, Database::Mode::ReadOnly);
            db.exec(dialect::beginRead);
            (void)readRevision(db); // the snapshot stands from the first read
            state->snapshot.set_value();
            told = true;
            const Result<BackupEntry> made = backups::make(db, bookPath, reason, now);
            db.exec(dialect::commit);
            if (!made)
                throwFailure(made.error());
        });
        if (!done)
            state->error = done.error();
        if (!told)
            state->snapshot.set_value();
    });
    ready.wait();
}

BackupRun::~BackupRun() { wait(); }

std::optional<Error> BackupRun::wait()
{
    if (m_state->thread.joinable())
        m_state->thread.join();
    return m_state->error;
}

} // namespace duedesk
