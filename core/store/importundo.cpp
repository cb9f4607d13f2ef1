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

// Posted lines outside the batch (?1) that lean on it; each gives a sentence. Records made by it are those of
// batch_change without a before-image.
struct Dependence {
    const char* words; // %1 = what the row is known by
    const char* sql;
};
constexpr Dependence dependences[] = {
    {"payment %1 settles an invoice of it",
     "SELECT c.reference FROM allocation a JOIN debit d ON d.id = a.debit JOIN credit c ON c.id = a.credit "
     "WHERE a.batch IS NOT ?1 AND a.retracted_by IS NULL AND d.batch = ?1"},
    {"invoice %1 is settled by a payment of it",
     "SELECT d.number FROM allocation a JOIN credit c ON c.id = a.credit JOIN debit d ON d.id = a.debit "
     "WHERE a.batch IS NOT ?1 AND a.retracted_by IS NULL AND c.batch = ?1 AND d.batch IS NOT ?1"},
    {"invoice %1 of it was written off", "SELECT d.number FROM write_off w JOIN debit d ON d.id = w.debit "
                                         "WHERE w.batch IS NOT ?1 AND w.retracted_by IS NULL AND d.batch = ?1"},
    {"%1 takes back a payment of it", "SELECT r.reference FROM credit r JOIN credit c ON c.id = r.reverses "
                                      "WHERE r.batch IS NOT ?1 AND r.retracted_by IS NULL AND c.batch = ?1"},
    {"what settled invoice %1 in it was taken back since",
     "SELECT d.number FROM allocation a JOIN debit d ON d.id = a.debit WHERE a.batch = ?1 AND a.retracted_by IS NOT "
     "NULL "
     "AND d.retracted_by IS NULL UNION SELECT d.number FROM write_off w JOIN debit d ON d.id = w.debit WHERE "
     "w.batch = ?1 AND w.retracted_by IS NOT NULL AND d.retracted_by IS NULL"},
    {"invoice %1 of it was changed by a later import",
     "SELECT number FROM debit WHERE batch = ?1 AND retracted_by IS NOT NULL"},
    {"payment %1 of it was changed by a later import",
     "SELECT reference FROM credit WHERE batch = ?1 AND retracted_by IS NOT NULL"},
    {"invoice %1 of a customer that it brought",
     "SELECT d.number FROM debit d JOIN batch_change b ON b.batch = ?1 AND "
     "b.table_number = 1 AND b.row_id = d.customer "
     "AND b.before IS NULL WHERE d.batch IS NOT ?1 AND d.retracted_by IS NULL"},
    {"payment %1 of a customer that it brought",
     "SELECT k.reference FROM credit k JOIN batch_change b ON b.batch = ?1 "
     "AND b.table_number = 1 AND b.row_id = k.customer "
     "AND b.before IS NULL WHERE k.batch IS NOT ?1 AND k.retracted_by IS NULL"},
    {"invoice %1 of a company that it brought",
     "SELECT d.number FROM debit d JOIN batch_change b ON b.batch = ?1 AND b.table_number = 0 AND b.row_id = d.company "
     "AND b.before IS NULL WHERE d.batch IS NOT ?1 AND d.retracted_by IS NULL"},
};

// How a row of a table is known to people: the sentence's end, and a query of (row id, name) over those that the batch
// (?1) brought.
struct Brought {
    const char* words;
    std::string rows;
};
Brought broughtOf(Table table)
{
    const auto records = [&](const char* name) {
        return "SELECT r.id AS id, " + std::string(name) + " AS name FROM " + tableName(int(table))
               + " r JOIN batch_change b ON b.batch = ?1 AND b.table_number = " + std::to_string(int(table))
               + " AND b.row_id = r.id AND b.before IS NULL";
    };
    switch (table) {
    case Table::Debit: return {"invoice %1", "SELECT id, number AS name FROM debit WHERE batch = ?1"};
    case Table::Credit: return {"payment %1", "SELECT id, reference AS name FROM credit WHERE batch = ?1"};
    case Table::Customer: return {"customer %1", records("r.external_id")};
    case Table::Company: return {"company %1", records("r.code")};
    case Table::Contact:
        return {"a contact of customer %1", records("(SELECT external_id FROM customer c WHERE c.id = r.customer)")};
    default: return {"row %1 that it brought", records("r.id")};
    }
}

// Live records of a type that name a row of the batch in this column; what the batch itself wrote is not in its way.
void addLeaning(Database& db, BatchId batch, const RecordType& type, const Column& column, QStringList& out)
{
    using enum Coding::Names;
    const Brought brought = broughtOf(column.coding->referenced);
    const std::string field = std::string("x.") + column.name, number = std::to_string(int(type.number));
    const bool isList = column.coding->names != Row;
    const std::string named = column.coding->names == Row    ? field
                              : column.coding->names == Rows ? "l.value"
                                                             : "json_extract(l.value, '$[0]')";
    Statement s(db,
                "SELECT n.name FROM " + std::string(type.table) + " x" + (isList ? ", json_each(" + field + ") l" : "")
                    + " JOIN (" + brought.rows + ") n ON n.id = " + named
                    + " WHERE x.retracted_by IS NULL AND NOT EXISTS (SELECT 1 FROM batch_change o WHERE o.batch = ?1 "
                      "AND o.table_number = "
                    + number + " AND o.row_id = x.id) LIMIT " + std::to_string(namedAtMost + 1));
    s.bind(1, batch.value);
    while (s.step())
        out.append(QString::fromUtf8(type.noun) + u" for "_s + QString::fromUtf8(brought.words).arg(s.string(0)));
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
    for (const RecordType& type : recordTypes())
        for (const Column& c : type.columns)
            if (c.coding->names != Coding::Names::Nothing)
                addLeaning(db, batch, type, c, out);
    out.removeDuplicates();
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
    for (const RecordType& type : recordTypes()) {
        s.bind(1, batch.id.value).bind(2, std::int64_t(type.number));
        while (s.step())
            type.change(out, type.find(book, s.integer(0)), [&](void* row) {
                if (s.isNull(1))
                    type.retract(row, operation);
                else
                    fillFromImage(type, row, std::string(s.text(1)));
            });
        s.reset();
    }
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
