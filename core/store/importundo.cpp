// Undoing an import: what depends on it is named and nothing happens, or its lines and rows are retracted and what
// it changed is as it was.
#include "core/store/bookreader.h"
#include "core/store/bookstore.h"
#include "core/store/digests.h"
#include "core/store/importwriter.h"
#include "core/store/recordio.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int namedAtMost = 5;

// Live rows outside the batch (?1) that lean on it; each gives a sentence. Records made by it are those of
// batch_change without a before-image.
struct Dependence {
    const char* words; // %1 = what the row is known by
    const char* sql;
};
constexpr Dependence dependences[] = {
    {"payment %1 settles an invoice of it",
     "SELECT c.reference FROM allocation a JOIN debit d ON d.id = a.debit JOIN credit c ON c.id = a.credit "
     "WHERE a.batch <> ?1 AND a.retracted_by IS NULL AND d.batch = ?1"},
    {"invoice %1 is settled by a payment of it",
     "SELECT d.number FROM allocation a JOIN credit c ON c.id = a.credit JOIN debit d ON d.id = a.debit "
     "WHERE a.batch <> ?1 AND a.retracted_by IS NULL AND c.batch = ?1 AND d.batch <> ?1"},
    {"invoice %1 of it was written off", "SELECT d.number FROM write_off w JOIN debit d ON d.id = w.debit "
                                         "WHERE w.batch <> ?1 AND w.retracted_by IS NULL AND d.batch = ?1"},
    {"%1 takes back a payment of it", "SELECT r.reference FROM credit r JOIN credit c ON c.id = r.reverses "
                                      "WHERE r.batch <> ?1 AND r.retracted_by IS NULL AND c.batch = ?1"},
    {"invoice %1 of it was changed by a later import",
     "SELECT number FROM debit WHERE batch = ?1 AND retracted_by IS NOT NULL"},
    {"payment %1 of it was changed by a later import",
     "SELECT reference FROM credit WHERE batch = ?1 AND retracted_by IS NOT NULL"},
    {"a dispute of invoice %1", "SELECT d.number FROM dispute x JOIN debit d ON d.id = x.debit "
                                "WHERE ifnull(x.batch, 0) <> ?1 AND x.retracted_by IS NULL AND d.batch = ?1"},
    {"a promise for invoice %1",
     "SELECT d.number FROM promise p, json_each(p.lines) l JOIN debit d ON d.id = json_extract(l.value, '$[0]') "
     "WHERE ifnull(p.batch, 0) <> ?1 AND p.retracted_by IS NULL AND d.batch = ?1"},
    {"a call to customer %1",
     "SELECT c.external_id FROM activity x JOIN customer c ON c.id = x.customer JOIN batch_change b ON b.batch = ?1 "
     "AND b.table_number = 1 AND b.row_id = c.id AND b.before IS NULL WHERE x.retracted_by IS NULL"},
    {"a next step for customer %1",
     "SELECT c.external_id FROM next_action x JOIN customer c ON c.id = x.customer JOIN batch_change b ON b.batch = ?1 "
     "AND b.table_number = 1 AND b.row_id = c.id AND b.before IS NULL WHERE x.retracted_by IS NULL"},
    {"a promise of customer %1",
     "SELECT c.external_id FROM promise x JOIN customer c ON c.id = x.customer JOIN batch_change b ON b.batch = ?1 "
     "AND b.table_number = 1 AND b.row_id = c.id AND b.before IS NULL WHERE x.retracted_by IS NULL "
     "AND ifnull(x.batch, 0) <> ?1"},
    {"a contact of customer %1",
     "SELECT c.external_id FROM contact x JOIN customer c ON c.id = x.customer JOIN batch_change b ON b.batch = ?1 "
     "AND b.table_number = 1 AND b.row_id = c.id AND b.before IS NULL WHERE x.retracted_by IS NULL "
     "AND ifnull(x.batch, 0) <> ?1"},
    {"a call with a contact of it, customer %1",
     "SELECT c.external_id FROM activity x JOIN customer c ON c.id = x.customer JOIN batch_change b ON b.batch = ?1 "
     "AND b.table_number = 2 AND b.row_id = x.contact AND b.before IS NULL WHERE x.retracted_by IS NULL"},
    {"invoice %1 of a customer that it brought", "SELECT d.number FROM debit d JOIN batch_change b ON b.batch = ?1 AND "
                                                 "b.table_number = 1 AND b.row_id = d.customer "
                                                 "AND b.before IS NULL WHERE d.batch <> ?1 AND d.retracted_by IS NULL"},
    {"payment %1 of a customer that it brought", "SELECT k.reference FROM credit k JOIN batch_change b ON b.batch = ?1 "
                                                 "AND b.table_number = 1 AND b.row_id = k.customer "
                                                 "AND b.before IS NULL WHERE k.batch <> ?1 AND k.retracted_by IS NULL"},
    {"customer %1 belongs to a customer that it brought",
     "SELECT c.external_id FROM customer c JOIN batch_change b ON b.batch = ?1 AND b.table_number = 1 "
     "AND b.row_id IN (c.parent, c.payer) AND b.before IS NULL WHERE c.retracted_by IS NULL AND NOT EXISTS "
     "(SELECT 1 FROM batch_change o WHERE o.batch = ?1 AND o.table_number = 1 AND o.row_id = c.id)"},
    {"invoice %1 of a company that it brought",
     "SELECT d.number FROM debit d JOIN batch_change b ON b.batch = ?1 AND b.table_number = 0 AND b.row_id = d.company "
     "AND b.before IS NULL WHERE d.batch <> ?1 AND d.retracted_by IS NULL"},
};

// The same for the records that lean in one way: by the customer, contact or invoice that the batch brought. What the
// batch itself wrote is not in its way.
struct Follower {
    const char* words;
    Table table;
    const char* column; // "customer", "contact", "debit", or a list of invoices: "lines", "debits"
};
constexpr Follower followers[] = {
    {"a confirmation awaited of customer %1", Table::ConfirmBy, "customer"},
    {"a request of customer %1", Table::CustomerRequest, "customer"},
    {"a request about invoice %1", Table::CustomerRequest, "debit"},
    {"a payer status of invoice %1", Table::PayerStatus, "debit"},
    {"a mark on invoice %1", Table::InvoiceMark, "debit"},
    {"a payment plan of customer %1", Table::Plan, "customer"},
    {"a payment plan over invoice %1", Table::Plan, "lines"},
    {"an exception for customer %1", Table::ExceptionEntry, "customer"},
    {"an exception for invoice %1", Table::ExceptionEntry, "debit"},
    {"a search for a person at customer %1", Table::SearchTry, "customer"},
    {"a noted change of a contact of customer %1", Table::ContactEvent, "customer"},
    {"a strategy of customer %1", Table::Strategy, "customer"},
    {"a mail to customer %1", Table::OutboxMessage, "customer"},
    {"a mail about invoice %1", Table::OutboxMessage, "debits"},
    {"a file kept with customer %1", Table::Attachment, "customer"},
    {"a file kept with invoice %1", Table::Attachment, "debit"},
};

std::string sqlOf(const Follower& f)
{
    const std::string table = tableName(int(f.table)), column = f.column;
    const std::string own = " AND NOT EXISTS (SELECT 1 FROM batch_change o WHERE o.batch = ?1 AND o.table_number = "
                            + std::to_string(int(f.table)) + " AND o.row_id = x.id AND o.before IS NULL)";
    if (column == "customer")
        return "SELECT c.external_id FROM " + table
               + " x JOIN customer c ON c.id = x.customer JOIN batch_change b ON b.batch = ?1 AND b.table_number = 1 "
                 "AND b.row_id = c.id AND b.before IS NULL WHERE x.retracted_by IS NULL"
               + own;
    const std::string join = column == "debit"   ? " x JOIN debit d ON d.id = x.debit"
                             : column == "lines" ? " x, json_each(x.lines) l JOIN debit d ON d.id = "
                                                   "json_extract(l.value, '$[0]')"
                                                 : " x, json_each(x.debits) l JOIN debit d ON d.id = l.value";
    return "SELECT d.number FROM " + table + join + " WHERE d.batch = ?1 AND x.retracted_by IS NULL" + own;
}

QStringList leaningOn(Database& db, BatchId batch)
{
    QStringList out;
    const auto collect = [&](const char* words, const std::string& sql) {
        Statement s(db, sql + " LIMIT " + std::to_string(namedAtMost + 1));
        s.bind(1, batch.value);
        while (s.step())
            out.append(QString::fromUtf8(words).arg(s.string(0)));
    };
    for (const Dependence& d : dependences)
        collect(d.words, d.sql);
    for (const Follower& f : followers)
        collect(f.words, sqlOf(f));
    return out;
}

// Rows that somebody changed after the batch had written them.
void addChangedSince(Database& db, const Book& book, BatchId batch, QStringList& out)
{
    Statement s(db, "SELECT table_number, row_id, after_digest FROM batch_change WHERE batch=?1");
    s.bind(1, batch.value);
    while (s.step() && out.size() <= namedAtMost)
        if (digestInBook(book, int(s.integer(0)), s.integer(1)) != hashFrom(s.blob(2)))
            out.append(
                u"row %1 of %2 was changed since"_s.arg(s.integer(1)).arg(QLatin1String(tableName(int(s.integer(0))))));
}

void requireFree(Database& db, const Book& book, BatchId batch)
{
    QStringList leaning = leaningOn(db, batch);
    addChangedSince(db, book, batch, leaning);
    if (leaning.isEmpty())
        return;
    const qsizetype more = leaning.size() - namedAtMost;
    Error e;
    e.code = ErrorCode::Refused;
    e.field = u"batch"_s;
    e.what = u"import %1 cannot be undone, because others lean on it: "_s.arg(batch.value)
             + leaning.mid(0, namedAtMost).join(u"; "_s) + (more > 0 ? u" and more"_s : QString());
    e.remedy = u"take those back first"_s;
    throwFailure(std::move(e));
}

// What is put back is what the import found, or nothing is.
void requireKeptAsWritten(Database& db, BatchId batch)
{
    if (!batchChangesHold(db, batch.value).value_or(true))
        throwFailure(ErrorCode::BookDamaged,
                     u"what was kept to undo import %1 was changed outside of the program"_s.arg(batch.value),
                     restoreRemedy(db.path()));
}

// The rows as they were: new ones retracted, changed ones with their before-image.
ChangeSet backwards(Database& db, const Book& book, const ImportBatch& batch, OperationId operation)
{
    ChangeSet out;
    out.operation = operation;
    out.action = u"import undone"_s;
    out.object = QString::number(batch.id.value);
    Statement s(db, "SELECT row_id, before FROM batch_change WHERE batch=?1 AND table_number=?2 ORDER BY row_id");
    forEachRecordType([&]<class T>() {
        s.bind(1, batch.id.value).bind(2, std::int64_t(tableOf<T>()));
        while (s.step()) {
            const T& now = book.rows<T>()[book.rows<T>().rowOf(decltype(T::id)(s.integer(0)))];
            T then = now;
            if (s.isNull(1))
                then.retractedBy = operation;
            else
                then = fromJson<T>(std::string(s.text(1)));
            out.of<T>().push_back({now, std::move(then)});
        }
        s.reset();
    });
    ImportBatch undone = batch;
    undone.retractedBy = operation;
    out.change(batch, undone);
    return out;
}

void retractLines(Database& db, const ImportBatch& batch, OperationId operation)
{
    for (const char* table : {"debit", "credit", "allocation", "write_off"}) {
        const std::string t(table);
        Statement(db, "UPDATE " + t + " SET retracted_by=?2 WHERE batch=?1 AND retracted_by IS NULL")
            .bind(1, batch.id.value)
            .bind(2, operation.value)
            .run();
        // What the import had taken out is in again.
        Statement(db, "UPDATE " + t + " SET retracted_by=NULL WHERE retracted_by=?1")
            .bind(1, batch.operation.value)
            .run();
    }
}

} // namespace

Result<BookStore::Published> BookStore::undoImport(BatchId id, OperationId operation, const Actor& actor)
{
    return writing([&]() -> Published {
        automaticBackup(actor, u"before undoing an import"_s);
        WriteTransaction t(*m_db, m_lock.get());
        if (isDone(operation))
            return caughtUp();
        requireBase(m_book->revision());
        const ImportBatch* batch = m_book->rows<ImportBatch>().find(id);
        if (!batch)
            throwFailure(ErrorCode::InputRejected, u"there is no import %1 that could be undone"_s.arg(id.value),
                         u"list the imports"_s);
        requireFree(*m_db, *m_book, id);
        requireKeptAsWritten(*m_db, id);
        const std::int64_t revision = m_book->revision() + 1;
        const ChangeSet changes = backwards(*m_db, *m_book, *batch, operation);
        retractLines(*m_db, *batch, operation);
        const QJsonObject payload{
            {u"batch"_s, qint64(id.value)},
            {u"retractions_digest"_s, QString::fromStdString(retractionDigest(*m_db, operation.value))}};
        finish(revision, operation, true,
               {actor.now, m_book->info().zone, actor.user, changes.action, changes.object, operation.value, revision,
                QJsonDocument(payload).toJson(QJsonDocument::Compact).toStdString()});
        writeChanges(*m_db, *m_book, changes, revision);
        const BookPtr next = readBook(*m_db); // proves the equations of what is left
        t.commit();
        m_book = next;
        return {m_book, true, changes};
    });
}

} // namespace duedesk
