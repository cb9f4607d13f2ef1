// Exchange rates, and what a book can hold: a rate that is far from its neighbours is asked for, and neither a rate nor a
// line comes in under which a sum of the book would be no figure any more.
#include "core/exchange/stager.h"

#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int oddFactor = 10;

Int128 power(int n)
{
    Int128 p = 1;
    for (; n > 0; --n)
        p *= 10;
    return p;
}

// a > factor x b
bool exceeds(const DecimalRate& a, const DecimalRate& b, std::int64_t factor)
{
    return Int128(a.mantissa()) * power(b.scale()) > Int128(b.mantissa()) * factor * power(a.scale());
}

QString sumText(Int128 minor, Currency c)
{
    QString whole; // in whole units: this is about what is far too much, and may not fit an amount
    for (Int128 rest = minor / power(c.exponent()); rest > 0; rest /= 10)
        whole.prepend(QChar(u'0' + ushort(rest % 10)));
    return whole + u' ' + c.toString();
}

} // namespace

void Stager::loadRates()
{
    if (std::exchange(m_ratesLoaded, true))
        return;
    m_book.rows<Rate>().forEach(
        [&](std::uint32_t, const Rate& r) { m_rates[r.currency][r.validFrom.days()] = {r, r.rate, false}; });
}

// False after rejecting the row. No currency is worth a thousand million of another; one that was worth 1.08 and is worth
// 108 now is a lost decimal point, or a new currency of the same name.
bool Stager::sensibleRate(RowCells& cells, const Rate& r, const RatesByDay& known)
{
    static const DecimalRate most = DecimalRate::fromParts(1'000'000'000, 0), least = DecimalRate::fromParts(1, 9);
    if (exceeds(r.rate, most, 1) || exceeds(least, r.rate, 1)) {
        rejectCell(cells, Field::Rate,
                   u"is outside what a rate can be, "_s + least.toString() + u" to "_s + most.toString(),
                   u"write base units per one unit of the currency, like 1.0837"_s);
        return false;
    }
    const Currency base = m_book.info().base;
    const auto sums = m_book.ledgerSums();
    for (const std::vector<Int128>* side : {&sums->debits, &sums->credits})
        if (const Int128 sum = r.currency.index() < side->size() ? (*side)[r.currency.index()] : 0;
            sum <= maxBookSum && worthAt(sum, r.rate, r.currency.exponent(), base.exponent()) > maxBookSum) {
            rejectCell(cells, Field::Rate,
                       u"would make the book's "_s + sumText(sum, r.currency) + u" more than it can hold in "_s
                           + base.toString(),
                       u"correct the rate; a book holds at most "_s + sumText(maxBookSum, base));
            return false;
        }
    const auto here = known.lower_bound(r.validFrom.days());
    auto beside = here == known.begin() ? known.upper_bound(r.validFrom.days()) : std::prev(here);
    if (beside == known.end() || m_options.acceptOddRates)
        return true;
    const bool above = exceeds(r.rate, beside->second.rate, oddFactor);
    if (!above && !exceeds(beside->second.rate, r.rate, oddFactor))
        return true;
    rejectCell(cells, Field::Rate,
               (above ? u"is more than ten times the rate of "_s : u"is less than a tenth of the rate of "_s)
                   + Date(beside->first).toIso() + u", "_s + beside->second.rate.toString(),
               u"correct it, or state --accept-odd-rates if it is right"_s);
    return false;
}

void Stager::rateRow(RowCells& cells)
{
    loadRates();
    Currency c;
    std::int32_t from = 0;
    if (cells.text(Field::Currency).empty())
        return rejectCell(cells, Field::Currency, u"is missing"_s, u"use the three letters of ISO 4217, like EUR"_s);
    if (!currency(cells, c) || !date(cells, Field::ValidFrom, from, true))
        return;
    if (c == m_book.info().base)
        return rejectCell(cells, Field::Currency, u"is the book's own currency"_s,
                          u"its rate is always 1; leave the row out"_s);
    Rate r;
    r.currency = c;
    r.validFrom = Date(from);
    const AmountFault fault = readRate(cells.raw(Field::Rate), cells.plan(Field::Rate)->mark, r.rate);
    if (fault != AmountFault::None)
        return rejectCell(cells, Field::Rate,
                          fault == AmountFault::NotANumber ? u"is not a rate above zero"_s : amountFaultText(fault),
                          u"write base units per one unit of the currency, like 1.0837"_s);
    RatesByDay& known = m_rates[c];
    const auto at = known.find(from);
    if (at != known.end() && at->second.given) {
        if (at->second.rate == r.rate)
            return took(fileNumber(), Took::Unchanged);
        return rejectCell(cells, Field::Rate, u"is given twice for this day, with other values"_s,
                          u"keep one rate per currency and day"_s);
    }
    const std::optional<Rate> before = at == known.end() ? std::nullopt : at->second.before;
    r.id = before ? before->id : RateId(m_ids.next(Table::Rate));
    r.batch = before ? before->batch : m_report.staged.batch.id;
    const bool same = before && *before == r;
    if (!same && !sensibleRate(cells, r, known))
        return;
    known[from] = {before, r.rate, true};
    if (same)
        return took(fileNumber(), Took::Unchanged);
    m_report.staged.changes.of<Rate>().push_back({before, r});
    took(fileNumber(), before ? Took::Changed : Took::Added);
}

// The highest of all days, because figures are asked for any day; invalid = no rate.
DecimalRate Stager::highestRate(Currency c)
{
    if (c == m_book.info().base)
        return DecimalRate::one();
    DecimalRate highest;
    for (const auto& [day, known] : m_rates[c])
        if (!highest.isValid() || exceeds(known.rate, highest, 1))
            highest = known.rate;
    return highest;
}

// One side of the book with what is staged on it; the largest staged amount of the currency is the one to look at.
void Stager::checkSide(QStringView side, const std::vector<Int128>& sums, const std::vector<Money>& staged,
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
        m_report.blockers.push_back(std::move(e));
    };
    for (const auto& [c, sum] : total) {
        if (sum > maxBookSum && largest.contains(c))
            return refuse(c, u"in "_s + c.toString() + u" would come to "_s + sumText(sum, c));
        const DecimalRate rate = highestRate(c);
        if (!rate.isValid() || sum > maxBookSum)
            continue;
        const Int128 worth = worthAt(sum, rate, c.exponent(), base.exponent());
        inBase += worth;
        if (largest.contains(c))
            most = std::max(most, std::pair(worth, c));
    }
    if (inBase > maxBookSum && most.first > 0)
        refuse(most.second, u"would come to "_s + sumText(inBase, base) + u" with the highest rate of "_s
                                + most.second.toString() + u", "_s + highestRate(most.second).toString());
}

// Several imports add up too: the bounds are those of the book after this one.
void Stager::checkBounds()
{
    const StagedImport& s = m_report.staged;
    if (s.debits.empty() && s.credits.empty() && m_promises.empty())
        return;
    loadRates();
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
        const auto file = std::prev(std::upper_bound(m_itemFiles.begin(), m_itemFiles.end(), i,
                                                     [](std::size_t item, const auto& f) { return item < f.first; }));
        e.file = m_report.files[file->second].path;
        e.row = m_itemLines[i];
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
