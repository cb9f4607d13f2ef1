#include "core/exchange/staging/linebounds.h"

#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

// One side of the book with what is staged on it; the largest staged amount of the currency is the one to look at.
void LineBounds::checkSide(QStringView side, const std::vector<Int128>& sums, const std::vector<Money>& staged,
                           const std::function<void(Error&, std::size_t)>& name)
{
    std::map<Currency, Int128> total;
    std::map<Currency, std::size_t> largest;
    for (std::size_t i = 0; i < sums.size(); ++i)
        if (sums[i] != 0)
            total[Currency::fromIndex(std::uint16_t(i))] = sums[i];
    for (std::size_t i = 0; i < staged.size(); ++i) {
        total[staged[i].currency] += staged[i].minor;
        const auto [at, first] = largest.try_emplace(staged[i].currency, i);
        if (!first && staged[i].minor > staged[at->second].minor)
            at->second = i;
    }
    const Currency base = m_book.info().base;
    Int128 inBase = 0;
    std::pair<Int128, Currency> most;
    const auto refuse = [&](Currency c, const QString& what) {
        Error e;
        e.field = headingOf(Field::Amount);
        e.what = u"the book's "_s + side + u' ' + what + u", more than a book can hold"_s;
        e.remedy = u"correct the amount if it is a slip (the largest in "_s + c.toString()
                   + u" is named here), or the rate; nothing is written"_s;
        name(e, largest[c]);
        m_tally.report().blockers.push_back(std::move(e));
    };
    for (const auto& [c, sum] : total) {
        if (sum > maxBookSum && largest.contains(c))
            return refuse(c, u"in "_s + c.toString() + u" would come to "_s + sumText(sum, c));
        const DecimalRate rate = m_rates.highest(c);
        if (!rate.isValid() || sum > maxBookSum)
            continue;
        const Int128 worth = worthAt(sum, rate, c.exponent(), base.exponent());
        inBase += worth;
        if (largest.contains(c))
            most = std::max(most, std::pair(worth, c));
    }
    if (inBase > maxBookSum && most.first > 0)
        refuse(most.second, u"would come to "_s + sumText(inBase, base) + u" with the highest rate of "_s
                                + most.second.toString() + u", "_s + m_rates.highest(most.second).toString());
}

// Several imports add up too: the bounds are those of the book after this one.
void LineBounds::check(bool promised)
{
    const StagedImport& s = m_tally.staged();
    if (s.debits.empty() && s.credits.empty() && !promised)
        return;
    const auto sums = m_book.ledgerSums();
    const Ledger& l = m_book.ledger();
    std::vector<Int128> debits = sums->debits, credits = sums->credits, promises;
    std::vector<Money> staged;
    for (const DebitId id : s.retractedDebits) {
        const auto [c, i] = l.debit(l.debitRow(id));
        debits[c->currency[i]] -= c->amount[i];
    }
    for (const CreditId id : s.retractedCredits) {
        const auto [c, i] = l.credit(l.creditRow(id));
        credits[c->currency[i]] -= c->amount[i];
    }
    staged.reserve(std::max(s.debits.size(), s.credits.size()));
    for (const StagedDebit& d : s.debits)
        staged.push_back({d.row.amount, Currency::fromIndex(d.row.currency)});
    checkSide(u"debits", debits, staged, [&](Error& e, std::size_t i) {
        e.file = m_tally.report().files[m_lines.fileOf(std::uint32_t(i))].path;
        e.row = m_lines.itemLine(std::uint32_t(i));
        e.value = Money{s.debits[i].row.amount, Currency::fromIndex(s.debits[i].row.currency)}.toString();
    });
    staged.clear();
    for (const StagedCredit& c : s.credits)
        staged.push_back({c.row.amount, Currency::fromIndex(c.row.currency)});
    checkSide(u"credits", credits, staged, [&](Error& e, std::size_t i) {
        e.value = excerpt(toQString(s.credits[i].row.reference)) + u", "_s
                  + Money{s.credits[i].row.amount, Currency::fromIndex(s.credits[i].row.currency)}.toString();
    });
    staged.clear();
    const auto& made = s.changes.of<Promise>();
    for (const auto& p : made)
        staged.push_back({p.before ? 0 : p.after.amount, p.after.currency});
    m_book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        promises.resize(std::max<std::size_t>(promises.size(), p.currency.index() + 1U));
        promises[p.currency.index()] += p.amount;
    });
    checkSide(u"promises", promises, staged, [&](Error& e, std::size_t i) {
        e.value = Money{made[i].after.amount, made[i].after.currency}.toString();
    });
}

} // namespace duedesk
