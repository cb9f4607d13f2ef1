// A book on disk: opening it, reading it whole, and the one way to change it. Every change is one transaction with
// its audit event, checked against the book's revision; what is not committed did not happen. One thread only.
#pragma once
#include "core/base/clock.h"
#include "core/domain/book.h"
#include "core/domain/ids.h"
#include "core/domain/stagedimport.h"
#include "core/store/audit.h"
#include "core/store/backup.h"
#include "core/store/database.h"
#include "core/store/idblocks.h"
#include "core/store/verify.h"
#include "core/store/writeguard.h"

#include <functional>
#include <memory>

namespace duedesk {

class BookStore {
public:
    struct Actor {
        QString user;
        Instant now = 0;
    };
    enum class Mode { ReadWrite, ReadOnly };
    // What a commit made: the next book, and the rows that changed; reload = posted lines may have changed too.
    struct Published {
        BookPtr book;
        bool reload = false;
        ChangeSet changes;
    };
    // Fraction done, 0..1; false stops what can be stopped.
    using Progress = std::function<bool(double)>;

    // A new empty book, owner-only rights; InputRejected where the path is taken. The file appears whole or not at all.
    static Result<std::unique_ptr<BookStore>> create(const QString& path, const BookInfo& info, const Actor& actor);
    // BookMissing, BookForeign (a folder, not ours, newer), BookDamaged, StorageFailed. Never makes or alters a file
    // that it refuses. An older book is brought up to date after a verified backup (ReadWrite), else refused.
    static Result<std::unique_ptr<BookStore>> open(const QString& path, Mode mode, const Actor& actor);
    ~BookStore(); // closes cleanly

    const QString& path() const { return m_path; } // canonical
    bool isReadOnly() const { return m_db->mode() != Database::Mode::ReadWrite; }
    // The last program that had the book open did not close it: verify() is due.
    bool endedBadly() const { return m_endedBadly; }

    // How long a write waits while another program holds the book; 10 s unless set.
    void setPatience(Patience patience);

    Result<BookPtr> load(const Progress& progress = {});
    BookPtr book() const { return m_book; } // null before load()

    // One command. Writes rows, feed and audit in one transaction and gives the next book. An operation that is in
    // the book already is not done again: the current book comes back. isConflict(error): the book has moved on
    // since baseRevision; refresh() gives the current one.
    // `contents`: bytes that its rows name by contentDigest(), kept in the same transaction.
    Result<Published> apply(const ChangeSet& changes, std::int64_t baseRevision, const Actor& actor,
                            const std::vector<QByteArray>& contents = {});
    static bool isConflict(const Error& e) { return e.code == ErrorCode::Refused && e.field == u"revision"; }

    // The book's file was moved, deleted, replaced or changed from outside, or brought up to date by a newer program:
    // apply(), refresh() and all that writes give this until it is in order again. Nothing is written meanwhile; when
    // the same file is back refresh() succeeds, otherwise the book is to be opened anew, as the error's remedy says.
    static bool isFileTrouble(const Error& e);

    // One batch, all or nothing, on the book as it is now: what others wrote since it was staged is not in its way unless
    // the import stands on it (isStale(error): stage it again). Rows get their ids here, so that an import that is not
    // committed takes none. Also proves the ledger equations before it commits.
    Result<Published> commitImport(const StagedImport& staged, const Actor& actor, const Progress& progress = {});
    // Refused naming what depends on the batch, else its lines and rows are retracted and what it changed is restored.
    Result<Published> undoImport(BatchId batch, OperationId operation, const Actor& actor);
    // What other programs committed since book(); empty when nothing.
    Result<std::optional<Published>> refresh();

    // A block of ids of one table that nobody else will get.
    Result<IdBlock> lease(Table table, std::int64_t count);
    Result<std::array<IdBlock, tableCount>> leaseEach(std::int64_t count); // of every table, in one transaction
    // Ids for any number of commands on this thread; leases as it goes. Throws StoreFailure when the store fails, for
    // the edge of the program that uses it.
    std::unique_ptr<IdSource> ids();

    // Bytes kept under their digest (hex), for rows that name it: mails, attached files. Putting what is there already
    // does nothing. InputRejected above contentLimit; content() gives CheckFailed where the bytes are missing or changed.
    static constexpr std::int64_t contentLimit = 32'000'000;
    static QByteArray contentDigest(const QByteArray& bytes);
    static Outcome checkContent(const QByteArray& bytes);
    Result<QByteArray> putContent(const QByteArray& bytes);
    Result<QByteArray> content(const QByteArray& sha256);

    // The book as it is, to a new file, verified; the file's digest in hex. Refuses an existing target.
    Result<QString> backup(const QString& to);
    // A verified backup into a new book, verified again under its name; refuses an existing target and one with a log
    // or journal of another book beside it.
    static Outcome restore(const QString& from, const QString& to);
    // One beside the book, from a snapshot and on a thread of its own; `reason` names it. Made by itself before the
    // first write of the day, an import and a migration. Waits only for the snapshot; waitForBackup() for the rest,
    // with what went wrong. Closing waits too.
    void startBackup(const QString& reason, Instant now);
    std::optional<Error> waitForBackup();
    // What went wrong with a backup that has come to its end, told once and without waiting. How old the newest one is
    // says backups::state().
    std::optional<Error> takeBackupFailure();

    // Structure, references, ledger equations, audit chain, digests.
    Result<VerifyReport> verify(const Progress& progress = {});
    // The same of a file that need not be fit to be read as a book, of any version up to ours.
    static Result<VerifyReport> verifyFile(const QString& path, const Progress& progress = {});
    Result<std::vector<AuditEntry>> auditEntries(std::int64_t after = 0, int limit = 1'000'000);
    Result<AuditHead> auditHead();
    Result<ChainReport> verifyAudit();

private:
    BookStore() = default;
    static std::unique_ptr<BookStore> openChecked(const QString& path, Mode mode, const Actor& actor);
    void beginSession(const Actor& actor);
    void endSession();
    void close();
    template <class F> auto writing(F&& f) -> Result<decltype(f())>;
    void requireWritable() const;
    void requireOwnFile() const;
    std::int64_t revisionOnDisk() const;
    bool isDone(OperationId operation) const;
    void requireBase(std::int64_t baseRevision) const;
    Published caughtUp();
    std::optional<Published> readNews() const;
    BookPtr baseFor(const StagedImport& staged) const;
    void finish(std::int64_t revision, OperationId operation, bool reload, const AuditEvent& event);
    void automaticBackup(const Actor& actor, const QString& reason);
    void keepContent(const QByteArray& bytes);
    IdBlock leaseWithin(Table table, std::int64_t count);

    QString m_path;
    std::unique_ptr<WriteLock> m_lock;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<BackupRun> m_backup;
    BookPtr m_book;
    Date m_backupDay; // the automatic one of this day is made or under way
    std::int64_t m_session = 0;
    bool m_endedBadly = false;
    bool m_broken = false; // a rollback failed: nothing more is written through this connection
};

// Runs a writing operation and turns what it throws into an Error; notes when the connection is no longer usable.
template <class F> auto BookStore::writing(F&& f) -> Result<decltype(f())>
{
    Result<decltype(f())> out = guarded([&] {
        requireWritable();
        return f();
    });
    if (m_db->inTransaction())
        m_broken = true; // the rollback failed too: what this connection sees is not to be trusted
    if (!out && out.error().file.isEmpty() && out.error().code != ErrorCode::InputRejected
        && out.error().code != ErrorCode::Refused)
        out.error().file = m_path;
    return out;
}

} // namespace duedesk
