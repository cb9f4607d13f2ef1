#include "core/insight/find/filtermatch.h"

#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/figures/itemstate.h"

#include <algorithm>

namespace duedesk {
namespace {

using Rows32 = std::vector<std::uint32_t>;

// Filters the rows of a list of items term by term; the cheapest work is chosen per term, the order is kept.
class ItemFilter {
public:
    ItemFilter(const Book& book, Date d, Rows32 rows, const FilterText& extra)
        : m_book(book), m_ledger(book.ledger()), m_day(d), m_rows(std::move(rows)), m_extra(extra)
    {
    }
    void apply(const FilterTerm& term)
    {
        switch (term.kind) {
        case FilterTerm::Kind::Word: return byWord(term);
        case FilterTerm::Kind::Above:
        case FilterTerm::Kind::Below: return byAmount(term);
        case FilterTerm::Kind::Field: return byField(term);
        }
    }
    // Words that must not occur, all in one walk: a customer's texts are put together once, a chunk is read once.
    void withoutWords(const std::vector<const FilterTerm*>& words);
    Rows32 take() { return std::move(m_rows); }

private:
    // Keeps the rows for which keep(chunk, i, row) differs from `negated`; no branch on the outcome.
    template <class F> void retain(bool negated, F&& keep)
    {
        std::uint32_t* const rows = m_rows.data();
        const auto* const chunks = m_ledger.debitChunks.data();
        std::size_t n = 0;
        for (std::size_t k = 0, size = m_rows.size(); k < size; ++k) {
            const std::uint32_t row = rows[k];
            const bool holds = keep(*chunks[row >> 12], row & 4095, row);
            rows[n] = row;
            n += std::size_t(holds != negated);
        }
        m_rows.resize(n);
    }
    // table[code of the row] != 0
    template <class Column> void byTable(bool negated, const std::vector<std::uint8_t>& table, Column column)
    {
        const std::uint8_t* const t = table.data();
        retain(negated, [t, column](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
            return t[(c.*column).data()[i]] != 0;
        });
    }
    template <class F> std::vector<std::uint8_t> tableOf(std::size_t size, F&& holds)
    {
        std::vector<std::uint8_t> out(size);
        for (std::size_t code = 0; code < size; ++code)
            out[code] = holds(std::uint32_t(code));
        return out;
    }

    void byWord(const FilterTerm& term);
    void byAmount(const FilterTerm& term);
    void byField(const FilterTerm& term);
    bool byCodes(const FilterTerm& term);
    bool byDerived(const FilterTerm& term);
    void byText(const FilterTerm& term, TextColumn DebitChunk::* column);
    void byDay(const FilterTerm& term, const std::array<std::int32_t, DebitChunk::capacity> DebitChunk::* column);
    void byState(const FilterTerm& term);

    const Book& m_book;
    const Ledger& m_ledger;
    Date m_day;
    Rows32 m_rows;
    const FilterText& m_extra;
};

void ItemFilter::byWord(const FilterTerm& term)
{
    const auto customers =
        tableOf(m_book.customers().size(), [&](std::uint32_t row) { return customerWordHolds(m_book, row, term); });
    const std::string needle = term.value.toStdString();
    std::vector<std::uint8_t> numbers(m_ledger.debitChunks.size() * DebitChunk::capacity);
    std::uint8_t* at = numbers.data();
    for (const auto& c : m_ledger.debitChunks) {
        const auto mark = [at](std::size_t i) { at[i] = 1; };
        c->number.forEachContaining(needle, mark);
        c->poNumber.forEachContaining(needle, mark);
        at += DebitChunk::capacity;
    }
    const std::uint8_t *const byCustomer = customers.data(), *const byNumber = numbers.data();
    retain(term.negated, [=](const DebitChunk& c, std::uint32_t i, std::uint32_t row) {
        return (byCustomer[c.customer.data()[i]] | byNumber[row]) != 0;
    });
}

void ItemFilter::withoutWords(const std::vector<const FilterTerm*>& words)
{
    if (words.empty() || m_rows.empty())
        return;
    std::vector<std::string> needles;
    for (const FilterTerm* w : words)
        needles.push_back(w->value.toStdString());
    TextColumn texts;
    for (std::uint32_t row = 0; row < m_book.customers().size(); ++row)
        texts.append(customerWords(m_book, row).toStdString());
    std::vector<std::uint8_t> customers(m_book.customers().size());
    for (const std::string& needle : needles)
        texts.forEachContaining(needle, [&](std::size_t row) { customers[row] = 1; });
    std::vector<std::uint8_t> numbers(m_ledger.debitChunks.size() * DebitChunk::capacity);
    std::uint8_t* at = numbers.data();
    for (const auto& c : m_ledger.debitChunks) {
        const auto mark = [at](std::size_t i) { at[i] = 1; };
        for (const std::string& needle : needles) {
            c->number.forEachContaining(needle, mark);
            c->poNumber.forEachContaining(needle, mark);
        }
        at += DebitChunk::capacity;
    }
    const std::uint8_t *const byCustomer = customers.data(), *const byNumber = numbers.data();
    retain(true, [=](const DebitChunk& c, std::uint32_t i, std::uint32_t row) {
        return (byCustomer[c.customer.data()[i]] | byNumber[row]) != 0;
    });
}

void ItemFilter::byAmount(const FilterTerm& term)
{
    const bool above = term.kind == FilterTerm::Kind::Above;
    const std::int64_t bound = term.amount;
    const RatesAt rates = m_book.ratesAt(m_day);
    const std::uint16_t base = rates.base().index();
    const std::int32_t day = m_day.days();
    if (above && !term.negated) // what is open is at most the amount: few rows need a look at what settled them
        retain(false, [base, day, bound](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
            return bool(unsigned(c.settledOn.data()[i] > day)
                        & (unsigned(c.amount.data()[i] > bound) | unsigned(c.currency.data()[i] != base)));
        });
    retain(term.negated, [&, base, day](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
        const bool local = c.currency.data()[i] == base;
        if (!local && !rates.has(c.currency.data()[i]))
            return false;
        const std::int64_t open = rates.convert(openAt(c, i, day), c.currency.data()[i]);
        return above ? open > bound : open < bound;
    });
}

void ItemFilter::byText(const FilterTerm& term, TextColumn DebitChunk::* column)
{
    retain(term.negated, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
        return filterEquals(term, toQString((c.*column)[i]));
    });
}

void ItemFilter::byDay(const FilterTerm& term,
                       const std::array<std::int32_t, DebitChunk::capacity> DebitChunk::* column)
{
    retain(term.negated, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
        return filterEquals(term, Date((c.*column)[i]).toIso());
    });
}

// Columns of codes: each code is matched once.
bool ItemFilter::byCodes(const FilterTerm& term)
{
    const auto matches = [&](const QString& text) { return filterEquals(term, text); };
    if (term.field == u"currency") {
        const auto table = tableOf(0x10000, [&](std::uint32_t code) {
            return code < 0x200 && Currency::fromIndex(std::uint16_t(code)).isValid()
                   && matches(Currency::fromIndex(std::uint16_t(code)).toString());
        });
        byTable(term.negated, table, &DebitChunk::currency);
    } else if (term.field == u"product") {
        const auto table = tableOf(m_ledger.products.size(), [&](std::uint32_t code) {
            return matches(m_ledger.products.text(std::uint16_t(code)));
        });
        byTable(term.negated, table, &DebitChunk::product);
    } else if (term.field == u"company") {
        const auto table = tableOf(m_book.companies().size() + 1, [&](std::uint32_t code) {
            const Company* c = m_book.company(std::uint16_t(code));
            return matches(c ? c->code : QString());
        });
        byTable(term.negated, table, &DebitChunk::company);
    } else if (term.field == u"kind") {
        const auto table = tableOf(0x100, [&](std::uint32_t code) {
            return code <= std::uint32_t(DebitKind::FinanceCharge) && matches(debitKindName(DebitKind(code)));
        });
        byTable(term.negated, table, &DebitChunk::kind);
    } else {
        return false;
    }
    return true;
}

void ItemFilter::byState(const FilterTerm& term)
{
    const ItemStates states(m_book, m_day);
    const bool disputed = term.field == u"disputed";
    retain(term.negated, [&](const DebitChunk&, std::uint32_t, std::uint32_t row) {
        const ItemState s = states.of(row);
        const bool some = (disputed ? s.disputed : s.agreed()) > 0;
        return filterEquals(term, some ? QStringLiteral("yes") : QStringLiteral("no"));
    });
}

// What depends on the day, or on the row and its customer.
bool ItemFilter::byDerived(const FilterTerm& term)
{
    if (term.field == u"bucket") {
        const auto edges = m_book.policyAt(m_day).bucketEdges;
        std::array<bool, bucketCount> holds{};
        for (int b = 0; b < bucketCount; ++b)
            holds[std::size_t(b)] = filterEquals(term, bucketName(b, edges));
        retain(term.negated, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
            return holds[std::size_t(bucketOf(m_day.days() - c.due[i], edges))];
        });
    } else if (term.field == u"status") {
        const ItemStates states(m_book, m_day);
        retain(term.negated, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t row) {
            const ItemState s = states.of(row);
            return filterEquals(term, s.disputed > 0            ? QStringLiteral("disputed")
                                      : s.agreed() > 0          ? QStringLiteral("promised")
                                      : c.due[i] < m_day.days() ? QStringLiteral("past due")
                                                                : QStringLiteral("current"));
        });
    } else if (term.field == u"terms") {
        retain(term.negated, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t) {
            const auto days = m_book.customers()[c.customer[i]].termsDays;
            const bool given = c.terms[i] >= 0 || days;
            return filterEquals(term, given ? QString::number(c.terms[i] >= 0 ? c.terms[i] : *days) : QString());
        });
    } else if (term.field == u"late") {
        retain(term.negated, [&](const DebitChunk&, std::uint32_t, std::uint32_t row) {
            const LateReason r = lateReasonOf(m_book, row, m_day);
            return filterEquals(term, r == LateReason::None ? QString() : lateReasonName(r));
        });
    } else if (term.field == u"promised" || term.field == u"disputed") {
        byState(term);
    } else {
        return false;
    }
    return true;
}

void ItemFilter::byField(const FilterTerm& term)
{
    if (term.field == u"number")
        return byText(term, &DebitChunk::number);
    if (term.field == u"po")
        return byText(term, &DebitChunk::poNumber);
    if (term.field == u"date")
        return byDay(term, &DebitChunk::date);
    if (term.field == u"due")
        return byDay(term, &DebitChunk::due);
    if (byCodes(term) || byDerived(term))
        return;
    if (m_book.customers().size() > 0 && customerFieldHolds(m_book, 0, term)) {
        const auto table = tableOf(m_book.customers().size(), [&](std::uint32_t row) {
            return customerFieldHolds(m_book, row, term).value_or(false);
        });
        return byTable(term.negated, table, &DebitChunk::customer);
    }
    retain(term.negated, [&](const DebitChunk&, std::uint32_t, std::uint32_t row) {
        const QString own = m_extra ? m_extra(term.field, row) : QString();
        return !own.isNull() && filterEquals(term, own);
    });
}

} // namespace

QStringList itemFilterFields()
{
    QStringList out = customerFilterFields();
    for (const char* f : {"number", "po", "kind", "date", "due", "company", "product", "promised", "disputed", "late"})
        out.push_back(QString::fromLatin1(f));
    return out;
}

std::vector<std::uint32_t> filterItems(const Book& book, Date d, std::vector<std::uint32_t> rows, const Filter& f,
                                       const FilterText& extra)
{
    ItemFilter filter(book, d, std::move(rows), extra);
    std::vector<const FilterTerm*> without;
    for (const FilterTerm& term : f.terms)
        if (term.kind == FilterTerm::Kind::Word && term.negated)
            without.push_back(&term);
        else
            filter.apply(term);
    filter.withoutWords(without);
    return filter.take();
}

} // namespace duedesk
