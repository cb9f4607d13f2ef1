// The caring half of BookStore: backups, restoring, verifying, the audit.
#include "core/store/bookreader.h"
#include "core/store/bookstore.h"
#include "core/store/openbook.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace duedesk {

void BookStore::startBackup(const QString& reason, Instant now)
{
    m_backup.reset(); // waits for the one before
    m_backup = std::make_unique<BackupRun>(m_path, reason, now);
}

std::optional<Error> BookStore::waitForBackup() { return m_backup ? m_backup->wait() : std::nullopt; }

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
        const auto known = backups::list(m_path);
        if (known && !known->empty() && m_book->dayOf(known->back().at) == today) {
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

Outcome BookStore::restore(const QString& from, const QString& to)
{
    const Result<QString> real = openbook::check(from, false);
    if (!real)
        return std::unexpected<Error>(real.error());
    return guarded([&] {
        Database source(*real, Database::Mode::ReadOnly);
        const VerifyReport report = verify::run(source);
        if (!report.isClean()) {
            Error e;
            e.code = ErrorCode::BookDamaged;
            e.file = from;
            e.what = u"does not pass its checks: "_s + report.findings.front().what;
            e.remedy = u"choose another backup; nothing was restored"_s;
            throwFailure(std::move(e));
        }
        const Result<QByteArray> sum = backups::copyVerified(source, to);
        if (!sum)
            throwFailure(sum.error());
    });
}

Result<VerifyReport> BookStore::verify(const Progress& progress)
{
    return guarded([&] { return verify::run(*m_db, progress); });
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
