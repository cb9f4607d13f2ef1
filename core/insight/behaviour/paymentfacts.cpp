#include "core/insight/calls/calllist.h"

#include <algorithm>

namespace duedesk {
namespace {

// A line without an amount says nothing about paying.
bool isFact(const DebitChunk& c, std::uint32_t i) { return c.amount[i] > 0; }

PaymentFact factOf(const Book& book, const DebitChunk& c, std::uint32_t i, std::uint32_t segment)
{
    PaymentFact f;
    f.payer = book.payerRow(c.customer[i]);
    f.segment = segment;
    f.invoiced = Date(c.date[i]);
    f.due = Date(c.due[i]);
    if (c.settledOn[i] != farFuture)
        ((c.flags[i] & ClosedByPayment) != 0 ? f.settled : f.left) = Date(c.settledOn[i]);
    return f;
}

// The model's segment of a customer row: tier where customers name one, else region, in the order first seen; 0 = none.
class SegmentNumbers {
public:
    explicit SegmentNumbers(const Book& book) : m_column(columnOf(book))
    {
        const auto none = std::ranges::find_if(m_column.texts, &QString::isEmpty);
        m_none = std::uint32_t(none - m_column.texts.begin());
    }
    std::uint32_t of(std::uint32_t customer) const
    {
        const std::uint32_t code = m_column.code[customer];
        return code == m_none ? 0 : code < m_none ? code + 1 : code;
    }

private:
    static const CustomerTexts::Column& columnOf(const Book& book)
    {
        const CustomerTexts::Column& tiers = book.customerTexts(&Customer::tier);
        const bool any = !std::ranges::all_of(tiers.texts, &QString::isEmpty);
        return any ? tiers : book.customerTexts(&Customer::region);
    }
    const CustomerTexts::Column& m_column;
    std::uint32_t m_none = 0; // code of no text
};

template <class F> void forEachFact(const Book& book, F&& f)
{
    std::uint32_t first = 0;
    for (const auto& chunk : book.ledger().debitChunks) {
        for (std::uint32_t i = 0; i < chunk->count; ++i)
            if (isFact(*chunk, i))
                f(*chunk, i, first + i);
        first += DebitChunk::capacity;
    }
}

} // namespace

std::vector<std::uint32_t> paymentSegments(const Book& book)
{
    const SegmentNumbers numbers(book);
    std::vector<std::uint32_t> out(book.customers().size());
    for (std::uint32_t row = 0; row < out.size(); ++row)
        out[row] = numbers.of(book.payerRow(row));
    return out;
}

std::vector<PaymentFact> paymentFacts(const Book& book)
{
    const auto segments = paymentSegments(book);
    std::vector<PaymentFact> out;
    out.reserve(book.ledger().debitCount);
    forEachFact(book, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
        out.push_back(factOf(book, c, i, segments[book.payerRow(c.customer[i])]));
    });
    return out;
}

std::vector<std::uint32_t> paymentFactRows(const Book& book)
{
    std::vector<std::uint32_t> out;
    out.reserve(book.ledger().debitCount);
    forEachFact(book, [&](const DebitChunk&, std::uint32_t, std::uint32_t row) { out.push_back(row); });
    return out;
}

std::vector<PaymentFact> paymentFactsOf(const Book& book, std::uint32_t payer)
{
    const std::uint32_t segment = SegmentNumbers(book).of(payer);
    std::vector<PaymentFact> out;
    for (const std::uint32_t site : book.paidBy(payer))
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [c, i] = book.ledger().debit(row);
            if (isFact(*c, i))
                out.push_back(factOf(book, *c, i, segment));
        }
    return out;
}

} // namespace duedesk
