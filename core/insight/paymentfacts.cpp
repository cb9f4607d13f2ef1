#include "core/insight/calllist.h"

namespace duedesk {
namespace {

// A line without an amount says nothing about paying.
bool isFact(const DebitChunk& c, std::uint32_t i) { return c.amount[i] > 0; }

PaymentFact factOf(const Book& book, const DebitChunk& c, std::uint32_t i, const std::vector<std::uint32_t>& segments)
{
    PaymentFact f;
    f.payer = book.payerRow(c.customer[i]);
    f.segment = segments[f.payer];
    f.invoiced = Date(c.date[i]);
    f.due = Date(c.due[i]);
    if (c.settledOn[i] != farFuture)
        ((c.flags[i] & ClosedByPayment) != 0 ? f.settled : f.left) = Date(c.settledOn[i]);
    return f;
}

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
    const Rows<Customer>& all = book.customers();
    bool tiers = false;
    for (std::uint32_t row = 0; row < all.size() && !tiers; ++row)
        tiers = !all[row].tier.isEmpty();
    QHash<QString, std::uint32_t> numbers;
    std::vector<std::uint32_t> own(all.size());
    for (std::uint32_t row = 0; row < all.size(); ++row) {
        const QString& text = tiers ? all[row].tier : all[row].region;
        if (!text.isEmpty())
            own[row] = *numbers.insert(text, numbers.value(text, std::uint32_t(numbers.size()) + 1));
    }
    std::vector<std::uint32_t> out(all.size());
    for (std::uint32_t row = 0; row < all.size(); ++row)
        out[row] = own[book.payerRow(row)];
    return out;
}

std::vector<PaymentFact> paymentFacts(const Book& book)
{
    const auto segments = paymentSegments(book);
    std::vector<PaymentFact> out;
    out.reserve(book.ledger().debitCount);
    forEachFact(book, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
        out.push_back(factOf(book, c, i, segments));
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
    return paymentFactsOf(book, payer, paymentSegments(book));
}

std::vector<PaymentFact> paymentFactsOf(const Book& book, std::uint32_t payer,
                                        const std::vector<std::uint32_t>& segments)
{
    std::vector<PaymentFact> out;
    for (const std::uint32_t site : book.paidBy(payer))
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [c, i] = book.ledger().debit(row);
            if (isFact(*c, i))
                out.push_back(factOf(book, *c, i, segments));
        }
    return out;
}

} // namespace duedesk
