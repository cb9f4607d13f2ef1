#include "core/store/verifyparts.h"

#include "core/base/money.h"
#include "core/store/database.h"
#include "core/store/digests.h"
#include "core/store/recordio.h"

using namespace Qt::StringLiterals;

namespace duedesk::verify {
namespace {

constexpr int namedAtMost = 20;

QString money(std::int64_t amount, const QString& currency)
{
    const auto c = Currency::parse(currency);
    return (c ? Money{amount, *c}.toPlain() : QString::number(amount)) + u' ' + currency;
}

// Row id, what it is known by, currency, and two amounts.
struct Equation {
    const char* words;
    const char* sql;
};
// What a reversed payment had settled is open again, so it does not count; the rest may never be more than the amount.
constexpr Equation equations[] = {
    {"invoice %1 (row %2 of debit) is settled by %3, beyond its %4",
     "SELECT d.id, d.number, d.currency, x.settled, d.amount FROM (SELECT debit, sum(amount) AS settled FROM (SELECT "
     "debit, amount FROM allocation WHERE retracted_by IS NULL AND credit NOT IN (SELECT reverses FROM credit WHERE "
     "reverses IS NOT NULL AND retracted_by IS NULL) UNION ALL SELECT debit, amount FROM write_off WHERE retracted_by "
     "IS "
     "NULL) GROUP BY debit) x JOIN debit d ON d.id = x.debit WHERE d.retracted_by IS NULL AND x.settled > d.amount"},
    {"payment or credit %1 (row %2 of credit) is applied by %3, beyond its %4",
     "SELECT c.id, c.reference, c.currency, x.applied, c.amount FROM (SELECT a.credit, sum(a.amount) AS applied FROM "
     "allocation a JOIN debit d ON d.id = a.debit WHERE a.retracted_by IS NULL AND d.retracted_by IS NULL GROUP BY "
     "a.credit) x JOIN credit c ON c.id = x.credit WHERE c.retracted_by IS NULL AND x.applied > c.amount"},
    {"invoice %1 (row %2 of debit) is settled in another currency: %3 of %4",
     "SELECT d.id, d.number, c.currency, a.amount, d.amount FROM allocation a JOIN debit d ON d.id = a.debit JOIN "
     "credit "
     "c ON c.id = a.credit WHERE a.retracted_by IS NULL AND d.retracted_by IS NULL AND c.currency <> d.currency"},
    {"invoice %1 (row %2 of debit) is settled by a credit that was taken out: %3 of %4",
     "SELECT d.id, d.number, d.currency, a.amount, d.amount FROM allocation a JOIN debit d ON d.id = a.debit JOIN "
     "credit "
     "c ON c.id = a.credit WHERE a.retracted_by IS NULL AND d.retracted_by IS NULL AND c.retracted_by IS NOT NULL"},
};

} // namespace

void checkLedgerRows(Database& db, const Find& find)
{
    for (const Equation& e : equations) {
        Statement s(db, std::string(e.sql) + " LIMIT " + std::to_string(namedAtMost));
        while (s.step())
            find(QString::fromUtf8(e.words).arg(s.string(1), QString::number(s.integer(0)),
                                                money(s.integer(3), s.string(2)), money(s.integer(4), s.string(2))));
    }
}

bool checkBookRow(Database& db, const Find& find)
{
    Statement s(db,
                "SELECT p.payload, a.object = b.name AND a.zone = b.zone FROM audit a JOIN audit_payload p ON p.seq "
                "= a.seq, book b WHERE a.seq = 1 AND a.action = 'book created'");
    if (!s.step()) {
        find(u"the audit does not begin with the making of the book"_s);
        return true;
    }
    const std::string told = digestIn(s.text(0), bookDigestKey);
    if (s.integer(1) == 0 || (!told.empty() && told != bookRowDigest(db)))
        find(u"the book's own row (name, currency, zone, identity) was changed outside of the program"_s);
    return !told.empty() || s.isNull(0);
}

void checkRedactions(Database& db, const Find& find)
{
    // What imports, undoing and the first event say proves the rest and names nobody: it is never taken out.
    Statement s(db,
                "SELECT a.seq, a.action FROM audit a JOIN audit_payload p ON p.seq = a.seq WHERE p.payload IS NULL "
                "AND (a.action IN ('book created', 'import', 'import undone') OR NOT EXISTS (SELECT 1 FROM audit r "
                "WHERE r.action = 'details redacted' AND r.object = CAST(a.seq AS TEXT) AND r.seq > a.seq)) LIMIT 20");
    while (s.step())
        find(
            u"the details of event %1 (%2) were taken out outside of the program"_s.arg(s.integer(0)).arg(s.string(1)));
    Statement at(db, "SELECT r.revision FROM revision r JOIN audit a ON a.revision = r.revision AND a.operation = "
                     "r.operation WHERE r.at <> a.at_utc LIMIT 1");
    if (at.step())
        find(u"change %1 of the book does not bear the time of its event"_s.arg(at.integer(0)));
}

void checkOrigins(Database& db, const Find& find)
{
    for (const RecordType& type : recordTypes()) {
        const std::string table = type.table;
        const auto known = columnsInFile(db, type.table);
        for (const char* column : {"operation", "retracted_by"}) {
            if (!known.contains(column))
                continue;
            Statement s(db, "SELECT id, " + std::string(column) + " FROM " + table + " WHERE " + column
                                + " NOT IN (SELECT operation FROM revision) LIMIT 5");
            while (s.step())
                find(u"row %1 of %2 comes from an operation %3 that the book's changes do not know"_s.arg(s.integer(0))
                         .arg(QString::fromStdString(table))
                         .arg(s.integer(1)));
        }
    }
}

int checkBatchChanges(Database& db, const Find& find)
{
    int without = 0;
    Statement s(db, "SELECT object FROM audit WHERE action = 'import' ORDER BY seq");
    while (s.step()) {
        const std::int64_t batch = s.string(0).toLongLong();
        const auto holds = batchChangesHold(db, batch);
        if (!holds)
            ++without;
        else if (!*holds)
            find(u"what is kept to undo import %1 was changed outside of the program"_s.arg(batch));
    }
    return without;
}

void checkNamedContent(Database& db, const Find& find)
{
    for (const auto& [table, column] :
         {std::pair("outbox_message", "body_sha256"), std::pair("attachment", "sha256")}) {
        if (columnsInFile(db, table).empty())
            continue;
        const std::string name(column);
        Statement s(db, "SELECT x.id, x." + name + " FROM " + table + " x WHERE x." + name
                            + " <> '' AND NOT EXISTS (SELECT 1 FROM content c WHERE c.sha256 = x." + name + ") LIMIT "
                            + std::to_string(namedAtMost));
        while (s.step())
            find(u"what row %1 of %2 names is not kept any more: %3"_s.arg(s.integer(0))
                     .arg(QLatin1String(table), s.string(1).left(12)));
    }
}

} // namespace duedesk::verify
