// The writing half of BookStore: commands, imports, ids, and catching up with other programs.
#include "core/store/bookreader.h"
#include "core/store/bookstore.h"
#include "core/store/dialect.h"
#include "core/store/digests.h"
#include "core/store/importbase.h"
#include "core/store/importwriter.h"
#include "core/store/postingwriter.h"
#include "core/store/recordio.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <set>
#include <stdexcept>
#include <thread>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

[[noreturn]] void conflict()
{
    Error e;
    e.code = ErrorCode::Refused;
    e.field = u"revision"_s;
    e.what = u"the book was changed meanwhile"_s;
    e.remedy = u"look at the change and try again; nothing was saved"_s;
    throwFailure(std::move(e));
}

// References of the lines are proved in memory (ImportPlan), so the engine need not look each of them up again.
// A book without lines is filled without the log: what is written is new, so there is next to nothing to keep for
// going back, and every page goes to the disk once instead of twice.
class BulkMode {
public:
    // `broken` is set when the connection cannot be brought back to its ordinary settings.
    BulkMode(Database& db, WriteLock& lock, bool fresh, bool& broken) : m_db(db), m_lock(lock), m_broken(broken)
    {
        if (fresh) // stays with the log where another program has the book open
            switchJournal("PRAGMA journal_mode=DELETE");
        m_db.exec("PRAGMA foreign_keys=OFF");
    }
    ~BulkMode()
    {
        const auto ordinary = guarded([this] {
            m_db.exec("PRAGMA foreign_keys=ON");
            m_db.exec("PRAGMA ignore_check_constraints=OFF"); // no matter how the lines were left
        });
        if (!ordinary)
            m_broken = true;
        disregard(
            guarded([this] { switchJournal(dialect::journalMode); })); // else with the journal until the next opening
    }
    BulkMode(const BulkMode&) = delete;
    BulkMode& operator=(const BulkMode&) = delete;

private:
    void switchJournal(const char* sql)
    {
        m_lock.lock();
        m_lock.fileWillChange();
        m_lock.watchLog(nullptr); // it goes, or comes anew
        const auto done = guarded([&] { (void)m_db.setJournal(sql); });
        m_lock.watchLog(&m_db);
        m_lock.unlock();
        if (!done && done.error().code != ErrorCode::StorageFailed)
            throwFailure(done.error());
    }
    Database& m_db;
    WriteLock& m_lock;
    bool& m_broken;
};

QJsonObject sums(const MoneyBag& bag)
{
    QJsonObject out;
    for (const auto& [currency, amount] : bag.amounts())
        out.insert(currency.toString(), Money{narrow(amount), currency}.toPlain());
    return out;
}

std::string importPayload(const StagedImport& staged, const ImportBatch& b, const Hash& money,
                          const std::string& retractions, const std::string& changed)
{
    QJsonArray files = QJsonDocument::fromJson(QByteArray::fromStdString(encode(b.files).text)).array();
    qint64 records = 0;
    staged.changes.forEachTable([&](const auto& rows) { records += qint64(rows.size()); });
    const QJsonObject o{
        {u"batch"_s, qint64(b.id.value)},
        {u"files"_s, files},
        {u"debits"_s, qint64(staged.debits.size())},
        {u"credits"_s, qint64(staged.credits.size())},
        {u"settlements"_s, qint64(staged.settlements.size())},
        {u"records"_s, records},
        {u"retracted_debits"_s, qint64(staged.retractedDebits.size())},
        {u"retracted_credits"_s, qint64(staged.retractedCredits.size())},
        {u"debit_sum"_s, sums(staged.debitSum)},
        {u"credit_sum"_s, sums(staged.creditSum)},
        {u"lines_digest"_s, QString::fromStdString(hex(money))},
        {u"retractions_digest"_s, QString::fromStdString(retractions)},
        {changesDigestKey.toString(), QString::fromStdString(changed)},
    };
    return QJsonDocument(o).toJson(QJsonDocument::Compact).toStdString();
}

BookPtr withLedger(const Book& records, std::shared_ptr<const Ledger> ledger, std::int64_t revision)
{
    MapTypes<Rows, RecordTypes>::type tables;
    std::apply([&]<class... T>(Rows<T>&... rows) { ((rows = records.rows<T>()), ...); }, tables);
    return std::make_shared<const Book>(records.info(), revision, std::move(ledger), std::move(tables));
}

void checkRecordReferences(Database& db, const ChangeSet& changes)
{
    for (const RecordType& type : recordTypes()) {
        if (type.changesIn(changes).empty())
            continue;
        Statement s(db, std::string("PRAGMA foreign_key_check(") + type.table + ')');
        if (s.step())
            throwFailure(ErrorCode::InputRejected,
                         u"row %1 of %2 names a row of %3 that is not there"_s.arg(s.integer(1))
                             .arg(QLatin1String(type.table), s.string(2)),
                         u"stage the import again; nothing was saved"_s);
    }
}

// What does not touch the file runs beside the writing: the digest of the lines, and the ledger to publish.
struct Beside {
    Hash lines{};
    std::shared_ptr<const Ledger> ledger; // null when it is to be read from the file
};

Beside workBeside(const ImportPlan& plan)
{
    Beside done;
    done.lines = plan.moneyDigest();
    if (plan.canBuildLedger()) {
        auto ledger = plan.buildLedger();
        if (!ledger) {
            Error e = ledger.error(); // the import would break an equation: the book itself is whole
            e.code = ErrorCode::InputRejected;
            e.remedy = u"correct the file and import it again; nothing was saved"_s;
            throwFailure(std::move(e));
        }
        done.ledger = std::move(*ledger);
    }
    return done;
}

} // namespace

void BookStore::requireWritable() const
{
    if (isReadOnly())
        throwFailure(ErrorCode::Refused, u"the book is open for reading only"_s, u"open it for writing"_s);
    if (m_broken)
        throwFailure(ErrorCode::StorageFailed, u"an earlier failure left the book's connection unusable"_s,
                     u"open the book again; what was saved before is safe"_s);
    invariant(m_book != nullptr, "a book is changed before it was read");
    requireOwnFile(); // before a backup is made of it; once more under the lock
}

void BookStore::requireOwnFile() const
{
    if (!m_lock)
        return;
    if (auto e = m_lock->misfit())
        throwFailure(std::move(*e));
}

bool BookStore::isFileTrouble(const Error& e)
{
    return e.field == u"file"
           && (e.code == ErrorCode::BookMissing || e.code == ErrorCode::BookForeign
               || e.code == ErrorCode::StorageFailed);
}

std::int64_t BookStore::revisionOnDisk() const { return readRevision(*m_db); }

bool BookStore::isDone(OperationId operation) const
{
    invariant(operation.isValid(), "a change carries no operation");
    return Statement(*m_db, "SELECT 1 FROM revision WHERE operation=?1").bind(1, operation.value).step();
}

void BookStore::requireBase(std::int64_t baseRevision) const
{
    if (revisionOnDisk() != baseRevision || m_book->revision() != baseRevision)
        conflict();
}

// What others committed since m_book.
std::optional<BookStore::Published> BookStore::readNews() const
{
    const std::int64_t revision = revisionOnDisk();
    if (revision == m_book->revision())
        return std::nullopt;
    Statement whole(*m_db, "SELECT 1 FROM revision WHERE revision > ?1 AND reload = 1");
    if (whole.bind(1, m_book->revision()).step()) {
        whole.reset();
        return Published{readBook(*m_db), true, {}};
    }
    whole.reset();
    Published out;
    Statement feed(*m_db, "SELECT DISTINCT table_number, row_id FROM change WHERE revision > ?1 AND revision <= ?2 "
                          "ORDER BY table_number, row_id");
    feed.bind(1, m_book->revision()).bind(2, revision);
    std::set<std::int64_t> debits, credits;
    while (feed.step()) {
        if (feed.integer(0) == std::int64_t(Table::Debit))
            debits.insert(feed.integer(1));
        else if (feed.integer(0) == std::int64_t(Table::Credit))
            credits.insert(feed.integer(1));
        else
            readChange(*m_db, int(feed.integer(0)), feed.integer(1), *m_book, out.changes);
    }
    out.changes.posted = readPosted(*m_db, debits, credits, m_book->ledger());
    auto next = m_book->tried(out.changes, revision);
    if (!next)
        throwFailure(next.error());
    out.book = std::move(*next);
    return out;
}

BookStore::Published BookStore::caughtUp()
{
    if (auto news = readNews()) {
        m_book = news->book;
        return std::move(*news);
    }
    return {m_book, false, {}};
}

Result<std::optional<BookStore::Published>> BookStore::refresh()
{
    return guarded([&]() -> std::optional<Published> {
        invariant(m_book != nullptr, "a book is refreshed before it was read");
        requireOwnFile();
        requireKnownVersion(*m_db);
        const std::int64_t revision = revisionOnDisk();
        if (revision == m_book->revision())
            return std::nullopt;
        m_db->exec(dialect::beginRead); // the feed and the rows from one snapshot
        const auto news = guarded([&] { return readNews(); });
        m_db->exec(dialect::commit);
        if (!news)
            throwFailure(news.error());
        if (*news)
            m_book = (*news)->book;
        return *news;
    });
}

void BookStore::finish(std::int64_t revision, OperationId operation, bool reload, const AuditEvent& event)
{
    Statement s(*m_db, "INSERT INTO revision(revision, operation, at, reload) VALUES(?1,?2,?3,?4)");
    s.bind(1, revision).bind(2, operation.value).bind(3, event.at).bind(4, std::int64_t(reload)).run();
    audit::append(*m_db, event);
}

Result<BookStore::Published> BookStore::apply(const ChangeSet& changes, std::int64_t baseRevision, const Actor& actor,
                                              const std::vector<QByteArray>& contents)
{
    return writing([&]() -> Published {
        automaticBackup(actor, u"first write of the day"_s);
        WriteTransaction t(*m_db, m_lock.get());
        if (isDone(changes.operation))
            return caughtUp();
        requireBase(baseRevision);
        for (const QByteArray& bytes : contents)
            keepContent(bytes);
        const std::int64_t revision = baseRevision + 1;
        auto next = m_book->tried(changes, revision); // first: lines that break an equation are not written at all
        if (!next)
            throwFailure(next.error());
        PostingWriter posting(*m_db, changes.posted, m_book->ledger(), (*next)->ledger());
        QJsonObject posted;
        if (!posting.isEmpty())
            posting.describe(posted);
        // The revision's row comes first: the feed hangs on it.
        finish(revision, changes.operation, posting.bringsTexts(),
               {actor.now, m_book->info().zone, actor.user, changes.action, changes.object, changes.operation.value,
                revision, payloadOf(changes, posted)});
        writeChanges(*m_db, *m_book, changes, revision);
        posting.write(revision, changes.operation);
        t.commit();
        m_book = std::move(*next);
        return {m_book, false, changes};
    });
}

// The book that a staged import is written into: as it is on the disk now.
BookPtr BookStore::baseFor(const StagedImport& staged) const
{
    if (!kindsLeaveBase(*m_db, staged, revisionOnDisk()))
        throwFailure(staleImport());
    const auto news = readNews();
    const BookPtr now = news ? news->book : m_book;
    if (!rowsLeaveBase(*m_db, staged, *now))
        throwFailure(staleImport());
    return now;
}

Result<BookStore::Published> BookStore::commitImport(const StagedImport& staged, const Actor& actor,
                                                     const Progress& progress)
{
    return writing([&]() -> Published {
        automaticBackup(actor, u"before import"_s);
        const bool fresh = m_book->ledger().debitCount == 0 && staged.debits.size() > 5000;
        const BulkMode bulk(*m_db, *m_lock, fresh, m_broken);
        WriteTransaction t(*m_db, m_lock.get());
        const BookPtr before = baseFor(staged);
        const std::int64_t revision = before->revision() + 1;
        const ImportNumbers numbers(staged,
                                    [this](Table table, std::int64_t count) { return leaseWithin(table, count).next; });
        const ImportBatch batch = numbers.of(staged.batch);
        ChangeSet changes = numbers.of(staged.changes);
        changes.insert(batch);
        const BookPtr records = before->with(changes, revision);
        const ImportPlan plan(staged, numbers, *before, *records);
        Result<Beside> beside;
        std::jthread thread([&] { beside = guarded([&] { return workBeside(plan); }); });
        ImportWriter writer(*m_db, plan, staged, batch, progress);
        writer.writeRecords(*before, changes, revision);
        writer.retractLines();
        writer.writeLines();
        checkRecordReferences(*m_db, changes);
        thread.join();
        if (!beside)
            throwFailure(beside.error());
        finish(revision, batch.operation, true,
               {actor.now, m_book->info().zone, actor.user, u"import"_s, QString::number(batch.id.value),
                batch.operation.value, revision,
                importPayload(staged, batch, beside->lines, retractionDigest(*m_db, batch.operation.value),
                              batchChangesDigest(*m_db, batch.id.value))});
        const BookPtr next = beside->ledger ? withLedger(*records, beside->ledger, revision) : readBook(*m_db);
        t.commit();
        m_book = next;
        if (progress)
            progress(1.0);
        return {m_book, true, std::move(changes)};
    });
}

IdBlock BookStore::leaseWithin(Table table, std::int64_t count)
{
    Statement s(*m_db, "SELECT next FROM id_counter WHERE table_number=?1");
    s.bind(1, std::int64_t(table)).step();
    const std::int64_t first = s.integer(0);
    s.reset();
    if (count <= 0 || first <= 0 || count > lastRowId - first)
        throwFailure(ErrorCode::StorageFailed, u"the book has no row numbers left"_s, u"start a new book"_s);
    Statement(*m_db, "UPDATE id_counter SET next=?2 WHERE table_number=?1")
        .bind(1, std::int64_t(table))
        .bind(2, first + count)
        .run();
    return {first, first + count};
}

Result<IdBlock> BookStore::lease(Table table, std::int64_t count)
{
    return writing([&] {
        WriteTransaction t(*m_db, m_lock.get());
        const IdBlock block = leaseWithin(table, count);
        t.commit();
        return block;
    });
}

Result<std::array<IdBlock, tableCount>> BookStore::leaseEach(std::int64_t count)
{
    return writing([&] {
        WriteTransaction t(*m_db, m_lock.get());
        std::array<IdBlock, tableCount> blocks;
        for (int i = 0; i < tableCount; ++i)
            blocks[std::size_t(i)] = leaseWithin(Table(i), count);
        t.commit();
        return blocks;
    });
}

std::unique_ptr<IdSource> BookStore::ids()
{
    // Leases a block when one runs out: commands on the store's own thread need no counting ahead.
    class Refilling final : public IdSource {
    public:
        explicit Refilling(BookStore& store) : m_store(store) {}
        std::int64_t next(Table t) override
        {
            IdBlock& b = m_blocks[std::size_t(t)];
            if (b.left() <= 0) {
                const Result<IdBlock> block = m_store.lease(t, 256);
                if (!block)
                    throwFailure(block.error());
                b = *block;
            }
            return b.next++;
        }

    private:
        BookStore& m_store;
        std::array<IdBlock, tableCount> m_blocks;
    };
    return std::make_unique<Refilling>(*this);
}

} // namespace duedesk
