// One writer at a time across processes: the kernel lock on <book>.wlock, the check that the book's file and its log
// still are what Duedesk left, then BEGIN IMMEDIATE. Checkpoints and closing run under the same lock, because SQLite
// before 3.51.3 can damage a log that is reset while another connection commits.
#pragma once
#include "core/store/database.h"
#include "core/store/filestamp.h"

#include <functional>
#include <optional>

namespace duedesk {

// Asked again and again while another program holds the book, with the ms waited so far: false = give up.
using Patience = std::function<bool(qint64 waitedMs)>;

// The lock file and the identity of the book's file. The lock file is never deleted; its first line tells how the file
// was left, so that a change from outside shows to every program that has the book open.
class WriteLock {
public:
    explicit WriteLock(const QString& path); // the book's path, canonical
    ~WriteLock();
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

    // Waits as long as its patience says, else 10 s; StoreFailure when the lock is not to be had, or with what misfit() says.
    void lock();
    void unlock(); // notes how the file was left, where it was changed
    bool isLocked() const { return m_locked; }
    void setPatience(Patience patience) { m_patience = std::move(patience); }
    bool waitsOn(qint64 waitedMs) const;

    // Why nothing may be written: the file is gone, replaced, has a second name, or it or its log was changed by
    // somebody else. Its field is "file". Looks at what lies there now, with or without the lock.
    std::optional<Error> misfit();
    // Whether the file still is the one that was opened and was changed by nobody else; its log may be gone.
    bool isFileAsLeft() const;
    // Under the lock, before the file itself is written: a checkpoint, a journal, closing.
    void fileWillChange();
    // The connection whose log lies beside the file; call it again where the log was made anew, and with null before
    // the connection closes.
    void watchLog(const Database* db);

    // A mark that dies with this process: who else has the book open, and who ended without closing.
    void markSession(std::int64_t session);
    bool isSessionAlive(std::int64_t session) const;

private:
    void openFile();
    bool tryLock();
    bool isAnyoneElseAlive() const;
    std::optional<Error> misfitOfNames(const FileStamp& now) const;
    std::optional<Error> misfitUnderLock();
    std::optional<FileStamp> readStamp() const;
    void writeStamp(const FileStamp& stamp) const;

    QString m_path;
    int m_fd = -1;
    FileStamp m_known; // as this program last saw the file in order
    const Database* m_db = nullptr; // whose log is watched
    Patience m_patience;
    bool m_locked = false, m_changing = false, m_compared = false;
};

// BookForeign where a newer program has brought the book up to date while it was open here.
void requireKnownVersion(Database& db);

// BEGIN IMMEDIATE under the lock; rolls back unless commit() returned. Reads the version within.
class WriteTransaction {
public:
    WriteTransaction(Database& db, WriteLock* lock); // no lock: a file that nobody else knows yet
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    void begin();
    void end();
    Database& m_db;
    WriteLock* m_lock;
    bool m_done = false;
};

} // namespace duedesk
