// One writer at a time across processes: the kernel lock on <book>.wlock, the check that the path still is the
// file we opened, then BEGIN IMMEDIATE. Checkpoints and closing run under the same lock, because SQLite before
// 3.51.3 can damage a log that is reset while another connection commits.
#pragma once
#include "core/store/database.h"

#include <functional>
#include <sys/types.h>

namespace duedesk {

// Asked again and again while another program holds the book, with the ms waited so far: false = give up.
using Patience = std::function<bool(qint64 waitedMs)>;

// The lock file and the identity of the book's file. The lock file is never deleted.
class WriteLock {
public:
    explicit WriteLock(const QString& path); // the book's path, canonical
    ~WriteLock();
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

    void lock();   // StoreFailure when the lock is not to be had or the file is another one
    void unlock();
    bool isLocked() const { return m_locked; }
    void setPatience(Patience patience) { m_patience = std::move(patience); } // else it waits for 10 s
    bool waitsOn(qint64 waitedMs) const;
    void checkSameFile() const;
    // A mark that dies with this process: who else has the book open, and who ended without closing.
    void markSession(std::int64_t session);
    bool isSessionAlive(std::int64_t session) const;

private:
    void openFile();
    QString m_path;
    int m_fd = -1;
    dev_t m_device = 0;
    ino_t m_inode = 0;
    bool m_locked = false;
    Patience m_patience;
};

// BEGIN IMMEDIATE under the lock; rolls back unless commit() returned.
class WriteTransaction {
public:
    WriteTransaction(Database& db, WriteLock* lock); // no lock: a file that nobody else knows yet
    ~WriteTransaction();
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    void commit();

private:
    void begin();
    Database& m_db;
    WriteLock* m_lock;
    bool m_done = false;
};

} // namespace duedesk
