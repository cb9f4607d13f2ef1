#include "core/store/bookreader.h"

#include "core/store/dialect.h"
#include "core/store/linereader.h"
#include "core/store/recordio.h"

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
            (void)guarded([this] { m_db.exec(dialect::commit); });
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

} // namespace

BookInfo readInfo(Database& db)
{
    Statement s(db, "SELECT name, base_currency, zone, uuid, created_at FROM book");
    if (!s.step())
        throwFailure(ErrorCode::BookDamaged, u"the book has no first page"_s, u"restore the last verified backup"_s);
    const auto base = Currency::parse(s.string(1));
    if (!base)
        throwFailure(ErrorCode::BookDamaged, u"the book's base currency is unknown"_s, u"restore the last verified backup"_s);
    return {s.string(0), *base, s.string(2), s.string(3), s.integer(4)};
}

std::int64_t readRevision(Database& db) { return db.integer("SELECT max(revision) FROM revision"); }

BookPtr readBook(Database& db, const std::function<bool(double)>& progress)
{
    const auto report = [&](double fraction) {
        if (progress && !progress(fraction))
            throwFailure(ErrorCode::Cancelled, u"reading the book was stopped"_s);
    };
    ReadTransaction snapshot(db);
    BookInfo info = readInfo(db);
    const std::int64_t revision = readRevision(db);
    auto tables = readAllRecords(db);
    const LineContext context{std::get<Rows<Customer>>(tables), std::get<Rows<Company>>(tables)};
    LedgerBuilder builder(context.customers.size());
    readTerms(db, builder.products(), builder.billingFormats());
    report(0.1);
    const double debits = double(std::max<std::int64_t>(1, db.integer("SELECT max(id) FROM debit")));
    readCredits(db, context, builder);
    report(0.4);
    readDebits(db, context, [&](DebitBatch&& b) {
        addBatch(builder, b);
        report(0.4 + 0.6 * std::min(1.0, double(b.rows.back().id) / debits));
        return true;
    });
    auto ledger = builder.finish();
    if (!ledger)
        throwFailure(ledger.error());
    return std::make_shared<const Book>(std::move(info), revision, std::move(*ledger), std::move(tables));
}

} // namespace duedesk
