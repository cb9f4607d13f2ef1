// Parts of the check of a book that ask the file directly, without reading the book: each tells what it finds in words.
#pragma once
#include <QString>
#include <functional>

namespace duedesk {
class Database;
}

namespace duedesk::verify {

using Find = std::function<void(const QString&)>;

// Tables, indexes and triggers are those that the migrations make, none less and none more.
void checkSchema(Database& db, const Find& find);
// Each row that breaks an equation of the ledger, at most 20 of a kind.
void checkLedgerRows(Database& db, const Find& find);
// The book's own row against its event; false where the event has no digest of it.
bool checkBookRow(Database& db, const Find& find);
// Details of events that were taken out without an event that says so, and times that do not fit.
void checkRedactions(Database& db, const Find& find);
// The operation that made or retracted a row is one of the book's changes.
void checkOrigins(Database& db, const Find& find);
// What is kept to undo imports; how many have no digest of it.
int checkBatchChanges(Database& db, const Find& find);
// Mails and files that a row names are kept.
void checkNamedContent(Database& db, const Find& find);

} // namespace duedesk::verify
