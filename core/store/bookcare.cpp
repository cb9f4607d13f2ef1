// The caring half of BookStore: backups, restoring, verifying, the audit.
#include "core/store/bookreader.h"
#include "core/store/bookstore.h"
#include "core/store/openbook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

void BookStore::startBackup(const QString& reason, Instant now)
{
    m_backup.reset(); // waits for the one before
    m_backup = std::make_unique<BackupRun>(m_path, reason, now);
}

std::optional<Error> BookStore::waitForBackup() { return m_backup ? m_backup->wait() : std::nullopt; }

std::optional<Error> BookStore::takeBackupFailure()
{
    if (!m_backup || !m_backup->isDone())
        return std::nullopt;
    auto failure = m_backup->wait();
    m_backup.reset();
    if (failure)
        m_backupDay = {}; // the next write tries again
    return failure;
}

// Before the first write of the day, and before each import; a book without data has nothing to lose.
void BookStore::automaticBackup(const Actor& actor, const QString& reason)
{
    if (m_db->integer("PRAGMA user_version") > 0
        && m_db->integer("SELECT count(*) FROM (SELECT 1 FROM customer LIMIT 1)") == 0)
        return;
    const bool daily = reason == u"first write of the day";
    const Date today = m_book ? m_book->dayOf(actor.now) : dayIn({}, actor.now);
    if (daily && m_backupDay == today)
        return;
    if (daily) {
        // Any of this day: one that a wrong clock has dated ahead stays the last of the list.
        const auto known = backups::list(m_path);
        if (known && std::ranges::any_of(*known, [&](const BackupEntry& e) { return m_book->dayOf(e.at) == today; })) {
            m_backupDay = today;
            return;
        }
    }
    startBackup(reason, actor.now);
    m_backupDay = today;
}

Result<QString> BookStore::backup(const QString& to)
{
    return guarded([&] {
        Database source(m_path, isReadOnly() ? m_db->mode() : Database::Mode::ReadOnly);
        const Result<QByteArray> sum = backups::copyVerified(source, to);
        if (!sum)
            throwFailure(sum.error());
        return QString::fromLatin1(*sum);
    });
}

namespace {

void requireSound(const QString& file, const Result<VerifyReport>& report, QString remedy)
{
    if (!report)
        throwFailure(report.error());
    if (report->isClean())
        return;
    Error e;
    e.code = ErrorCode::BookDamaged;
    e.file = file;
    QStringList found;
    for (const VerifyFinding& f : report->findings)
        found += f.what;
    e.what = u"does not pass its checks: "_s + found.mid(0, 3).join(u"; "_s)
             + (found.size() > 3 ? u" and %1 more"_s.arg(found.size() - 3) : QString());
    e.remedy = std::move(remedy);
    throwFailure(std::move(e));
}

} // namespace

Outcome BookStore::restore(const QString& from, const QString& to)
{
    if (const Outcome ok = openbook::requireFree(to); !ok)
        return ok;
    const Result<QString> real = openbook::check(from, false);
    if (!real)
        return failed(real);
    return guarded([&] {
        const std::unique_ptr<Database> source = openbook::forReading(*real);
        requireSound(from, verify::run(*source), u"choose another backup; nothing was restored"_s);
        const Result<QByteArray> sum = backups::copyVerified(*source, to);
        if (!sum)
            throwFailure(sum.error());
        requireSound(to, verifyFile(to), restoreRemedy(to));
    });
}

Result<VerifyReport> BookStore::verify(const Progress& progress)
{
    return guarded([&] { return verify::run(*m_db, progress); });
}

Result<VerifyReport> BookStore::verifyFile(const QString& path, const Progress& progress)
{
    const Result<QString> real = openbook::check(path, false);
    if (!real)
        return failed(real);
    return guarded([&] {
        const std::unique_ptr<Database> db = openbook::forReading(*real);
        return verify::run(*db, progress);
    });
}

Result<std::vector<AuditEntry>> BookStore::auditEntries(std::int64_t after, int limit)
{
    return guarded([&] { return audit::entries(*m_db, after, limit); });
}

Result<AuditHead> BookStore::auditHead()
{
    return guarded([&] { return audit::head(*m_db); });
}

Result<ChainReport> BookStore::verifyAudit()
{
    return guarded([&] { return audit::check(*m_db); });
}

} // namespace duedesk
