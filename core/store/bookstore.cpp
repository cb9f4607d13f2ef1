#include "core/store/bookstore.h"

#include "core/store/bookreader.h"
#include "core/store/dialect.h"
#include "core/store/digests.h"
#include "core/store/migrations.h"
#include "core/store/openbook.h"
#include "core/store/recordio.h"
#include "core/store/unfinished.h"

#include <QFileInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::int64_t createOperation = 1;

Error withFile(Error e, const QString& path)
{
    if (e.file.isEmpty())
        e.file = path;
    if (e.code == ErrorCode::BookDamaged && e.remedy == restoreRemedy({}))
        e.remedy = restoreRemedy(path);
    return e;
}

void writeFirstRows(Database& db, BookInfo info, const BookStore::Actor& actor)
{
    WriteTransaction t(db, nullptr);
    if (info.uuid.isEmpty())
        info.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (info.createdAt == 0)
        info.createdAt = actor.now;
    const std::string zeros(32, '\0');
    Statement b(
        db,
        "INSERT INTO book(id, name, base_currency, zone, uuid, created_at, record_sum) VALUES(1,?1,?2,?3,?4,?5,?6)");
    b.bind(1, info.name).bind(2, info.base.toString()).bind(3, info.zone).bind(4, info.uuid).bind(5, info.createdAt);
    b.bindBlob(6, zeros).run();
    Statement c(db, "INSERT INTO id_counter(table_number, next) VALUES(?1, ?2)");
    for (int i = 0; i < tableCount; ++i) {
        const bool used = Table(i) == Table::Policy || Table(i) == Table::Operation;
        c.bind(1, std::int64_t(i)).bind(2, std::int64_t(used ? 2 : 1)).run();
    }
    db.exec("INSERT INTO revision(revision, operation, at, reload) VALUES(1, 1, 0, 0)");
    Statement(db, "UPDATE revision SET at=?1").bind(1, actor.now).run();
    ChangeSet first;
    first.operation = OperationId(createOperation);
    first.action = u"book created"_s;
    Policy policy;
    policy.id = PolicyId(1);
    policy.validFrom = Date::fromCivil(1900, 1, 1).value();
    policy.operation = first.operation;
    first.insert(policy);
    writeChanges(db, *Book::empty(info), first, 1);
    audit::append(db, {actor.now, info.zone, actor.user, first.action, info.name, createOperation, 1,
                       withDigest(payloadOf(first), bookDigestKey, bookRowDigest(db))});
    t.commit();
}

// What programs that were killed left beside the book and among its backups.
void clearLeftovers(const QString& path)
{
    Unfinished::clearDead(QFileInfo(path).absolutePath());
    Unfinished::clearDead(backups::folderOf(path));
}

} // namespace

Result<std::unique_ptr<BookStore>> BookStore::create(const QString& path, const BookInfo& info, const Actor& actor)
{
    if (const Outcome ok = openbook::requireFree(path); !ok)
        return failed(ok);
    if (!info.base.isValid())
        return fail(ErrorCode::InputRejected, u"a book needs a base currency"_s, {}, u"currency"_s);
    // Made under another name, so that a book is never there by half.
    const Outcome made = guarded([&] {
        Unfinished draft(path);
        {
            Database db(draft.path(), Database::Mode::ReadWrite);
            db.exec(("PRAGMA application_id=" + std::to_string(dialect::applicationId)).c_str());
            migrations::apply(db, nullptr);
            writeFirstRows(db, info, actor);
        }
        if (const Outcome ok = draft.publish(path); !ok)
            throwFailure(ok.error());
    });
    if (!made)
        return fail(withFile(made.error(), path));
    return open(path, Mode::ReadWrite, actor);
}

Result<std::unique_ptr<BookStore>> BookStore::open(const QString& path, Mode mode, const Actor& actor)
{
    const Result<QString> real = openbook::check(path, mode == Mode::ReadWrite);
    if (!real)
        return std::unexpected<Error>(real.error());
    Result<std::unique_ptr<BookStore>> store = guarded([&] { return openChecked(*real, mode, actor); });
    if (!store)
        return fail(withFile(store.error(), path));
    return store;
}

std::unique_ptr<BookStore> BookStore::openChecked(const QString& path, Mode mode, const Actor& actor)
{
    std::unique_ptr<BookStore> store(new BookStore);
    store->m_path = path;
    if (mode == Mode::ReadOnly) {
        store->m_db = openbook::forReading(path);
    } else {
        clearLeftovers(path);
        store->m_lock = std::make_unique<WriteLock>(path);
        WriteLock& lock = *store->m_lock;
        lock.lock();
        lock.fileWillChange(); // a journal is taken back, the header says that there is a log
        store->m_db = std::make_unique<Database>(path, Database::Mode::ReadWrite);
        const std::string journal = store->m_db->setJournal(dialect::journalMode);
        lock.watchLog(store->m_db.get());
        lock.unlock();
        if (journal != "wal")
            throwFailure(ErrorCode::StorageFailed, u"the disk does not take a write-ahead log"_s,
                         u"copy the book to a local disk"_s);
    }
    Database& db = *store->m_db;
    const std::int64_t version = db.integer("PRAGMA user_version"); // the log may hold a newer one than the header
    if (version > migrations::latest())
        throwFailure(ErrorCode::BookForeign, u"was written by a newer Duedesk (version %1)"_s.arg(version),
                     u"open it with that version; nothing was changed"_s);
    if (version < migrations::latest()) {
        if (mode == Mode::ReadOnly)
            throwFailure(ErrorCode::StorageFailed, u"is of an older version and must be brought up to date first"_s,
                         u"open it once for writing; a backup is made before"_s);
        store->automaticBackup(actor, u"before migration"_s);
        if (const auto e = store->waitForBackup())
            throwFailure(*e);
        migrations::apply(db, store->m_lock.get());
    }
    readInfo(db);
    if (mode == Mode::ReadWrite)
        store->beginSession(actor);
    return store;
}

BookStore::~BookStore() { close(); }

void BookStore::setPatience(Patience patience)
{
    if (m_lock)
        m_lock->setPatience(std::move(patience));
}

void BookStore::close()
{
    if (m_backup)
        m_backup->wait();
    m_backup.reset();
    if (!m_db)
        return;
    endSession();
    if (!m_lock) {
        m_db.reset();
        return;
    }
    // Closing may write the log back: under the lock, like every other write.
    const Outcome locked = guarded([this] { m_lock->lock(); });
    // A log that was changed, or whose file was, is not mixed into it; one that was only unlinked is saved by this.
    if (!locked && isFileTrouble(locked.error()) && !(m_lock->isFileAsLeft() && m_db->isLogWhole()))
        m_db->keepLogOnClose();
    if (locked)
        m_lock->fileWillChange();
    m_lock->watchLog(nullptr);
    m_db.reset();
    if (locked)
        m_lock->unlock();
}

void BookStore::beginSession(const Actor& actor)
{
    WriteTransaction t(*m_db, m_lock.get());
    std::vector<std::int64_t> dead;
    {
        Statement open(*m_db, "SELECT id FROM session WHERE closed=0");
        while (open.step())
            if (!m_lock->isSessionAlive(open.integer(0)))
                dead.push_back(open.integer(0));
    }
    m_endedBadly = !dead.empty();
    for (const std::int64_t id : dead) // told once
        Statement(*m_db, "UPDATE session SET closed=1 WHERE id=?1").bind(1, id).run();
    m_session = m_db->integer("SELECT ifnull(max(id), 0) + 1 FROM session");
    // Before the row is there, so that no other program takes the session for one that died.
    m_lock->markSession(m_session);
    Statement s(*m_db, "INSERT INTO session(id, opened_at, user, host, app_version) VALUES(?1,?2,?3,?4,?5)");
    s.bind(1, m_session).bind(2, actor.now).bind(3, actor.user).bind(4, audit::host());
    s.bind(5, QStringLiteral(DUEDESK_VERSION)).run();
    Statement(*m_db, "DELETE FROM session WHERE id <= ?1 - 50").bind(1, m_session).run();
    t.commit();
}

void BookStore::endSession()
{
    if (m_session == 0 || m_broken)
        return;
    // A session that cannot be closed here is told at the next start; nothing else can be done about it now.
    disregard(guarded([this] {
        WriteTransaction t(*m_db, m_lock.get());
        Statement(*m_db, "UPDATE session SET closed=1 WHERE id=?1").bind(1, m_session).run();
        t.commit();
    }));
    m_session = 0;
}

Result<BookPtr> BookStore::load(const Progress& progress)
{
    Result<BookPtr> book = guarded([&] { return readBook(*m_db, progress); });
    if (book)
        m_book = *book;
    else
        return fail(withFile(book.error(), m_path));
    return book;
}

} // namespace duedesk
