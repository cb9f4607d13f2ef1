#include "core/store/linereader.h"

#include "core/base/clock.h"

#include <cstring>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr const char* creditSql = "SELECT id, customer, company, kind, date, currency, amount, reference, cleared_on, "
                                  "reverses, batch FROM credit WHERE retracted_by IS NULL ORDER BY id";
constexpr const char* debitSql =
    "SELECT id, customer, company, kind, due_source, date, due, terms, currency, amount, number, product, po_number, "
    "net_amount, service_date, delivered_on, billing_format FROM debit WHERE retracted_by IS NULL ORDER BY id";
constexpr const char* allocationSql =
    "SELECT debit, id, credit, date, amount FROM allocation WHERE retracted_by IS NULL ORDER BY debit, id";
constexpr const char* writeOffSql =
    "SELECT debit, id, date, amount FROM write_off WHERE retracted_by IS NULL ORDER BY debit, id";

[[noreturn]] void damaged(const QString& what)
{
    throwFailure(ErrorCode::BookDamaged, what, u"restore the last verified backup"_s);
}

bool isNull(sqlite3_stmt* s, int i) { return sqlite3_column_type(s, i) == SQLITE_NULL; }
std::int64_t i64(sqlite3_stmt* s, int i) { return sqlite3_column_int64(s, i); }
std::int32_t i32(sqlite3_stmt* s, int i) { return sqlite3_column_int(s, i); }
std::int32_t optionalDay(sqlite3_stmt* s, int i) { return isNull(s, i) ? -farFuture : i32(s, i); }
std::string_view text(sqlite3_stmt* s, int i)
{
    const auto* p = reinterpret_cast<const char*>(sqlite3_column_text(s, i));
    return {p ? p : "", std::size_t(sqlite3_column_bytes(s, i))};
}

// Rows come in runs of one currency and one company: the last answer is kept.
class LastCurrency {
public:
    std::uint16_t indexOf(std::string_view code)
    {
        if (code.size() == 3 && std::memcmp(code.data(), m_code, 3) == 0)
            return m_index;
        const auto c = Currency::parse(code);
        if (!c)
            damaged(u"the book holds an unknown currency “"_s + toQString(code) + u"”");
        std::memcpy(m_code, code.data(), 3);
        m_index = c->index();
        return m_index;
    }

private:
    char m_code[4] = {};
    std::uint16_t m_index = 0;
};

class LastImport {
public:
    explicit LastImport(const LineContext& context) : m_context(context) {}
    std::int32_t dayOf(std::int64_t batch)
    {
        if (batch != m_batch) {
            const std::uint32_t row = m_context.batches.rowOf(BatchId(batch));
            m_day = row == noRow ? farFuture : dayIn(m_context.zone, m_context.batches[row].at).days();
            m_batch = batch;
        }
        return m_day;
    }

private:
    const LineContext& m_context;
    std::int64_t m_batch = 0;
    std::int32_t m_day = farFuture; // of what no import brought
};

class LastCompany {
public:
    explicit LastCompany(const LineContext& context) : m_context(context) {}
    std::uint16_t numberOf(std::int64_t id)
    {
        if (id != m_id) {
            m_number = m_context.companyNumber(id);
            m_id = id;
        }
        return m_number;
    }

private:
    const LineContext& m_context;
    std::int64_t m_id = 0;
    std::uint16_t m_number = noCompany;
};

// A statement over settlements in the order of debits, one row ahead.
class SettlementCursor {
public:
    SettlementCursor(Database& db, const char* sql, bool writeOffs) : m_statement(db, sql), m_writeOffs(writeOffs)
    {
        advance();
    }
    void take(std::int64_t debit, std::vector<SettlementRow>& out)
    {
        if (m_debit < debit)
            damaged(u"a settlement belongs to an invoice that is not there"_s);
        for (; m_debit == debit; advance())
            out.push_back(m_row);
    }
    void checkEnd() const
    {
        if (m_debit != end)
            damaged(u"a settlement belongs to an invoice that is not there"_s);
    }

private:
    static constexpr std::int64_t end = std::numeric_limits<std::int64_t>::max();
    void advance()
    {
        if (!m_statement.step()) {
            m_debit = end;
            return;
        }
        sqlite3_stmt* s = m_statement.handle();
        m_debit = i64(s, 0);
        m_row.id = i64(s, 1);
        int i = 2;
        m_row.creditId = m_writeOffs ? 0 : i64(s, i++);
        m_row.date = i32(s, i++);
        m_row.amount = i64(s, i);
    }
    Statement m_statement;
    bool m_writeOffs;
    std::int64_t m_debit = 0;
    SettlementRow m_row;
};

// A text column at the end of a batch row: views are set when the batch's text no longer moves.
struct Span {
    std::uint32_t number, numberSize, po, poSize;
};

} // namespace

struct DebitReader::State {
    State(Database& db, const LineContext& context)
        : m_context(context), m_debits(db, debitSql), m_allocations(db, allocationSql, false),
          m_writeOffs(db, writeOffSql, true), m_company(context)
    {
    }
    // False when no row was left.
    bool read(DebitBatch& b)
    {
        m_spans.clear();
        b.rows.clear();
        b.rows.reserve(DebitBatch::capacity);
        b.first.assign(1, 0);
        b.settlements.clear();
        b.text.clear();
        while (b.rows.size() < DebitBatch::capacity && !m_ended) {
            if (!m_debits.step()) {
                m_ended = true;
                m_allocations.checkEnd();
                m_writeOffs.checkEnd();
                break;
            }
            readRow(b);
        }
        for (std::size_t i = 0; i < b.rows.size(); ++i) {
            const std::string_view all(b.text.data(), b.text.size());
            b.rows[i].number = all.substr(m_spans[i].number, m_spans[i].numberSize);
            b.rows[i].poNumber = all.substr(m_spans[i].po, m_spans[i].poSize);
        }
        return !b.rows.empty();
    }

    void readRow(DebitBatch& b)
    {
        sqlite3_stmt* s = m_debits.handle();
        DebitRow& r = b.rows.emplace_back();
        r.id = i64(s, 0);
        r.customer = m_context.customerRow(i64(s, 1));
        r.company = m_company.numberOf(i64(s, 2));
        r.kind = DebitKind(i32(s, 3));
        r.dueSource = DueSource(i32(s, 4));
        r.date = i32(s, 5);
        r.due = i32(s, 6);
        if (!isNull(s, 7))
            r.terms = std::int16_t(i32(s, 7));
        r.currency = m_currency.indexOf(text(s, 8));
        r.amount = i64(s, 9);
        r.product = std::uint16_t(i32(s, 11));
        if (!isNull(s, 13))
            r.netAmount = i64(s, 13);
        r.serviceDate = optionalDay(s, 14);
        r.deliveredOn = optionalDay(s, 15);
        r.billingFormat = std::uint16_t(i32(s, 16));
        Span span{};
        append(b.text, text(s, 10), span.number, span.numberSize);
        if (!isNull(s, 12))
            append(b.text, text(s, 12), span.po, span.poSize);
        m_spans.push_back(span);
        m_allocations.take(r.id, b.settlements);
        m_writeOffs.take(r.id, b.settlements);
        b.first.push_back(std::uint32_t(b.settlements.size()));
    }
    static void append(std::vector<char>& all, std::string_view t, std::uint32_t& at, std::uint32_t& size)
    {
        at = std::uint32_t(all.size());
        size = std::uint32_t(t.size());
        all.insert(all.end(), t.begin(), t.end());
    }

    const LineContext& m_context;
    Statement m_debits;
    SettlementCursor m_allocations, m_writeOffs;
    LastCompany m_company;
    LastCurrency m_currency;
    std::vector<Span> m_spans;
    bool m_ended = false;
};

DebitReader::DebitReader(Database& db, const LineContext& context) : m_state(std::make_unique<State>(db, context)) {}
DebitReader::~DebitReader() = default;
bool DebitReader::read(DebitBatch& batch) { return m_state->read(batch); }

std::uint16_t LineContext::companyNumber(std::int64_t id) const
{
    if (id == 0)
        return noCompany;
    const std::uint32_t row = companies.rowOf(CompanyId(id));
    if (row >= 0xffff)
        damaged(u"a posted line names a company that is not there"_s);
    return std::uint16_t(row + 1);
}

std::uint32_t LineContext::customerRow(std::int64_t id) const
{
    const std::uint32_t row = customers.rowOf(CustomerId(id));
    if (row == noRow)
        damaged(u"a posted line names a customer that is not there"_s);
    return row;
}

void readTerms(Database& db, Dictionary& products, Dictionary& billingFormats)
{
    Statement s(db, "SELECT kind, code, text FROM term ORDER BY kind, code");
    while (s.step()) {
        Dictionary& d = s.integer(0) == 0 ? products : billingFormats;
        if (d.code(s.string(2)) != s.integer(1))
            damaged(u"the book's list of repeated texts has a gap"_s);
    }
}

void readCredits(Database& db, const LineContext& context, LedgerBuilder& builder)
{
    Statement statement(db, creditSql);
    sqlite3_stmt* s = statement.handle();
    LastCurrency currency;
    LastCompany company(context);
    LastImport import(context);
    while (statement.step()) {
        CreditRow r;
        r.id = i64(s, 0);
        r.customer = isNull(s, 1) ? noRow : context.customerRow(i64(s, 1)); // nobody knows yet who paid
        r.company = company.numberOf(i64(s, 2));
        r.kind = CreditKind(i32(s, 3));
        r.date = i32(s, 4);
        r.currency = currency.indexOf(text(s, 5));
        r.amount = i64(s, 6);
        r.reference = text(s, 7);
        r.clearedOn = optionalDay(s, 8);
        r.reverses = i64(s, 9);
        r.knownOn = import.dayOf(i64(s, 10));
        builder.addCredit(r);
    }
}

} // namespace duedesk
