#include "core/store/bookreader.h"

#include "core/store/dialect.h"
#include "core/store/linereader.h"
#include "core/store/recordio.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// Holds one snapshot while the book is read; ends it whatever happens.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& db) : m_db(db), m_own(!db.inTransaction())
    {
        if (m_own)
            m_db.exec(dialect::beginRead);
    }
    ~ReadTransaction()
    {
        if (m_own)
            disregard(guarded([this] { m_db.exec(dialect::commit); }));
    }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& m_db;
    bool m_own;
};

void addBatch(LedgerBuilder& builder, const DebitBatch& b)
{
    for (std::size_t i = 0; i < b.rows.size(); ++i)
        builder.addDebit(b.rows[i], std::span(b.settlements).subspan(b.first[i], b.first[i + 1] - b.first[i]));
}

// Books below this are read before a second connection would be open.
constexpr std::int64_t twoThreadsFrom = 20'000;

// Debit batches made on a thread of its own over a connection of its own; a few wait to be taken, and their memory
// goes round.
class DebitPipe {
public:
    DebitPipe(const QString& path, const LineContext& context, std::int64_t revision)
        : m_thread([this, path, &context, revision](const std::stop_token& stop) {
              const Outcome done = guarded([&] { produce(path, context, revision, stop); });
              const std::scoped_lock lock(m_mutex);
              m_ended = true;
              if (!done)
                  m_error = done.error();
              m_changed.notify_all();
          })
    {
    }
    DebitPipe(const DebitPipe&) = delete;
    DebitPipe& operator=(const DebitPipe&) = delete;

    // Whether the other connection sees the same revision; else this pipe gives nothing.
    bool isSameSnapshot()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_same.has_value() || m_ended; });
        return m_same.value_or(false);
    }
    bool read(DebitBatch& batch)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty() || m_ended; });
        if (m_error)
            throwFailure(*m_error);
        if (m_ready.empty())
            return false;
        std::swap(batch, m_ready.front());
        m_empty.push_back(std::move(m_ready.front()));
        m_ready.pop_front();
        m_changed.notify_all();
        return true;
    }

private:
    static constexpr std::size_t waiting = 48;

    void produce(const QString& path, const LineContext& context, std::int64_t revision, const std::stop_token& stop)
    {
        Database db(path, Database::Mode::ReadOnly);
        ReadTransaction snapshot(db);
        const bool same = readRevision(db) == revision;
        {
            const std::scoped_lock lock(m_mutex);
            m_same = same;
            m_changed.notify_all();
        }
        if (!same)
            return;
        DebitReader reader(db, context);
        DebitBatch batch;
        while (!stop.stop_requested() && reader.read(batch)) {
            std::unique_lock lock(m_mutex);
            // With the token: a stop between question and wait would else wake nobody, and its join never end.
            m_changed.wait(lock, stop, [this] { return m_ready.size() < waiting; });
            m_ready.push_back(std::move(batch));
            batch = DebitBatch();
            if (!m_empty.empty()) {
                std::swap(batch, m_empty.front());
                m_empty.pop_front();
            }
            m_changed.notify_all();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<DebitBatch> m_ready, m_empty;
    std::optional<bool> m_same;
    std::optional<Error> m_error;
    bool m_ended = false;
    std::jthread m_thread; // last: it uses the others, and is stopped and waited for before they go
};

} // namespace

BookInfo readInfo(Database& db)
{
    Statement s(db, "SELECT name, base_currency, zone, uuid, created_at FROM book");
    if (!s.step())
        throwFailure(ErrorCode::BookDamaged, u"the book has no first page"_s, u"restore the last verified backup"_s);
    const auto base = Currency::parse(s.string(1));
    if (!base)
        throwFailure(ErrorCode::BookDamaged, u"the book's base currency is unknown"_s,
                     u"restore the last verified backup"_s);
    return {s.string(0), *base, s.string(2), s.string(3), s.integer(4)};
}

std::int64_t readRevision(Database& db) { return db.integer("SELECT max(revision) FROM revision"); }

BookPtr readBook(Database& db, const std::function<bool(double)>& progress)
{
    const auto report = [&](double fraction) {
        if (progress && !progress(fraction))
            throwFailure(ErrorCode::Cancelled, u"reading the book was stopped"_s);
    };
    const bool inside = db.inTransaction(); // then only this connection sees what is to be read
    ReadTransaction snapshot(db);
    BookInfo info = readInfo(db);
    const std::int64_t revision = readRevision(db);
    auto tables = readAllRecords(db);
    const LineContext context{std::get<Rows<Customer>>(tables), std::get<Rows<Company>>(tables),
                              std::get<Rows<ImportBatch>>(tables), info.zone};
    LedgerBuilder builder(context.customers.size());
    readTerms(db, builder.products(), builder.billingFormats());
    report(0.1);
    const std::int64_t debits = db.integer("SELECT max(id) FROM debit");
    std::unique_ptr<DebitPipe> pipe;
    if (!inside && debits > twoThreadsFrom && db.mode() != Database::Mode::Immutable)
        pipe = std::make_unique<DebitPipe>(db.path(), context, revision);
    readCredits(db, context, builder);
    report(0.4);
    DebitBatch batch;
    const auto readAll = [&](auto&& reader) {
        while (reader.read(batch)) {
            addBatch(builder, batch);
            report(0.4 + 0.6 * std::min(1.0, double(batch.rows.back().id) / double(debits)));
        }
    };
    if (pipe && pipe->isSameSnapshot())
        readAll(*pipe);
    else
        readAll(DebitReader(db, context));
    pipe.reset();
    auto ledger = builder.finish();
    if (!ledger)
        throwFailure(ledger.error());
    return std::make_shared<const Book>(std::move(info), revision, std::move(*ledger), std::move(tables));
}

} // namespace duedesk
