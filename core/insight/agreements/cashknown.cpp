#include "core/insight/agreements/cashknown.h"

#include "core/base/words.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>

namespace duedesk {
namespace {

// Company numbers that were met, each once.
class Companies {
public:
    explicit Companies(const Book& book) : m_met(book.companies().size() + 1U) {}
    bool has(std::uint16_t company) const { return m_met[company]; }
    void add(std::uint16_t company)
    {
        if (m_met[company])
            return;
        m_met[company] = true;
        m_all.push_back(company);
    }
    const std::vector<std::uint16_t>& all() const { return m_all; }

private:
    std::vector<bool> m_met;
    std::vector<std::uint16_t> m_all;
};

// f(chunk, i) for each debit of the payer's sites.
template <class F> void forEachDebit(const Book& book, std::uint32_t payer, F&& f)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [c, i] = book.ledger().debit(row);
            f(*c, i);
        }
    });
}

template <class F> void forEachCredit(const Book& book, std::uint32_t payer, F&& f)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.ledger().creditsOf(site)) {
            const auto [c, i] = book.ledger().credit(row);
            f(*c, i);
        }
    });
}

Companies companiesAsked(const Book& book, const CashQuestion& q, Date d)
{
    Companies met(book);
    for (const PromiseLine& line : q.lines)
        if (const std::uint32_t row = book.ledger().debitRow(line.debit); row != noRow) {
            const auto [c, i] = book.ledger().debit(row);
            met.add(c->company[i]);
        }
    if (q.payer == noRow)
        return met;
    forEachDebit(book, q.payer, [&](const DebitChunk& c, std::uint32_t i) {
        if (!met.has(c.company[i]) && c.date[i] <= q.last.days() && openAt(c, i, d.days()) > 0)
            met.add(c.company[i]);
    });
    forEachCredit(book, q.payer, [&](const CreditChunk& c, std::uint32_t i) {
        if (c.date[i] >= q.first.days() && c.date[i] <= q.last.days())
            met.add(c.company[i]);
    });
    return met;
}

} // namespace

CashKnown cashKnown(const Book& book, std::span<const std::uint16_t> companies)
{
    const Date unnamed = book.cashThrough(noCompany);
    CashKnown out;
    for (const std::uint16_t company : companies) {
        Date known = book.cashThrough(company);
        if (!known.isValid())
            known = unnamed;
        if (!known.isValid() && company == noCompany)
            continue;
        if (!known.isValid())
            return {{}, company};
        if (!out.through.isValid() || known < out.through)
            out = {known, company};
    }
    return out;
}

CashKnown cashKnown(const Book& book, const CashQuestion& q, Date d)
{
    if (book.companies().size() == 0)
        return {book.cashThrough(noCompany), noCompany};
    if (const Companies asked = companiesAsked(book, q, d); !asked.all().empty())
        return cashKnown(book, asked.all());
    Companies ever(book);
    if (q.payer != noRow) {
        forEachDebit(book, q.payer, [&](const DebitChunk& c, std::uint32_t i) { ever.add(c.company[i]); });
        forEachCredit(book, q.payer, [&](const CreditChunk& c, std::uint32_t i) { ever.add(c.company[i]); });
    }
    return ever.all().empty() ? CashKnown{book.cashThrough(), noCompany} : cashKnown(book, ever.all());
}

Words notJudgedWords(const CashKnown& known, Date d)
{
    return known.through.isValid() ? Lang::words("Not judged: bank data ends %1", DayWord{known.through, d, true})
                                   : Lang::words("Not judged: no bank data yet");
}

Words cashKnownWords(const Book& book, const CashKnown& known, Date d)
{
    const Company* c = book.company(known.company);
    const QString of = c ? c->name : QString();
    const DayWord through{known.through, d, true};
    if (!known.through.isValid())
        return of.isEmpty() ? Lang::words("no payments are known yet")
                            : Lang::words("no payments of %1 are known yet", of);
    return of.isEmpty() ? Lang::words("cash is known only through %1", through)
                        : Lang::words("cash of %1 is known only through %2", of, through);
}

} // namespace duedesk
