// One SQLite connection, opened through QtSql and used through its handle: statements that cannot fail unseen.
// Inside store a failure travels as StoreFailure and ends the operation; BookStore turns it into a Result.
#pragma once
#include "core/base/edge.h"

#include <QSqlDatabase>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace duedesk {

using StoreFailure = Failure; // of the whole program: what ends an operation
[[noreturn]] void throwFailure(Error e);
[[noreturn]] void throwFailure(ErrorCode code, QString what, QString remedy = {});
// Runs f() and turns whatever it throws into an Error; f's own value passes through.
template <class F> auto guarded(F&& f) { return atEdge(u"the book was read or written", std::forward<F>(f)); }

// What to do about a damaged book: its log and journal go with it, because the next file under its name would take
// them for its own.
QString restoreRemedy(const QString& path);
bool isForWantOfSpace(const Error& e); // the disk is full, or a file may not grow

// For what fails where nobody can be told, while something else is being ended.
template <class T> void disregard(const Result<T>&) {}

class Database;

// The door for faults: the n-th statement from now on this thread fails like a disk, or ends the process on the spot.
// 0 = none. Every write path is tried with it at every statement.
enum class StatementFault { Fail, Die };
void injectFault(int statement, StatementFault kind = StatementFault::Fail);
// A step beside SQLite, like a file that gets its name, counts as a statement.
void countStep();

class Statement {
public:
    Statement(Database& db, std::string_view sql);
    ~Statement();
    Statement(Statement&& o) noexcept : m_db(o.m_db), m_stmt(std::exchange(o.m_stmt, nullptr)) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Parameters and columns count from 1 and from 0, as in sqlite3. A string_view is not copied: it must live until step().
    Statement& bind(int i, std::int64_t v);
    Statement& bind(int i, std::string_view text);
    Statement& bind(int i, const QString& text);
    Statement& bindBlob(int i, std::string_view bytes);
    Statement& bindNull(int i);
    bool step(); // true = a row is there
    void run(); // step() to the end, then reset()
    void reset();
    std::int64_t integer(int column) const;
    std::string_view text(int column) const; // valid until the next step
    QString string(int column) const;
    std::string blob(int column) const;
    bool isNull(int column) const;
    int columns() const;
    sqlite3_stmt* handle() const { return m_stmt; }

private:
    Statement& bound(int rc);
    Database& m_db;
    sqlite3_stmt* m_stmt = nullptr;
};

class Database {
public:
    enum class Mode { ReadWrite, ReadOnly, Immutable };
    // Opens an existing file, never makes one. Sets and reads back the pragmas.
    Database(const QString& path, Mode mode);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Whether this process has the file open: then nobody may open and close it past SQLite, because closing any
    // descriptor of a file takes away all of the process's locks on it.
    static bool isOpenHere(const QString& path);

    sqlite3* handle() const { return m_handle; }
    const QString& path() const { return m_path; }
    Mode mode() const { return m_mode; }
    void exec(const char* sql);
    std::int64_t integer(const char* sql); // first column of the first row; 0 without a row
    std::string text(const char* sql);
    std::int64_t changes() const;
    bool inTransaction() const;
    bool isBusy() const; // the last call failed because another connection holds the file
    void setBusyWait(int ms);
    // Bytes in the write-ahead log after the last commit of this connection.
    std::int64_t logBytes() const { return m_logBytes; }
    void checkpoint(bool truncate);
    std::string setJournal(const char* pragma); // what the file has then: "wal", "delete"
    bool usesLog() const { return m_usesLog; } // as setJournal() found it
    // Whether the log holds what its index says is in it; false: it was cut off or written over from outside. Read while
    // somebody else writes a false may be wrong, so it is to be looked at again under the write lock.
    bool isLogWhole() const;
    void keepLogOnClose(); // the log is not to be written back: it is another file's, or not whole
    // The error of the last failed call on this connection, in the reader's words.
    Error error(int rc) const;
    void close(); // may throw nothing: a failing close loses nothing that was committed

private:
    void applyPragmas();
    QString m_path, m_name;
    Mode m_mode;
    QSqlDatabase m_connection;
    sqlite3* m_handle = nullptr;
    std::int64_t m_logBytes = 0;
    bool m_usesLog = true;
    std::pair<std::uint64_t, std::uint64_t> m_identity{}; // device and inode, while it is open
};

} // namespace duedesk
