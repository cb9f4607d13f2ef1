// Exchange rates, and what a book can hold: a rate that is far from its neighbours is asked for, and neither a rate nor a
// line comes in under which a sum of the book would be no figure any more.
#include "core/exchange/staging/raterows.h"

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

} // namespace

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

void RateRows::load()
{
    if (std::exchange(m_loaded, true))
        return;
    m_book.rows<Rate>().forEach(
        [&](std::uint32_t, const Rate& r) { m_rates[r.currency][r.validFrom.days()] = {r, r.rate, false}; });
}

// False after rejecting the row. No currency is worth a thousand million of another; one that was worth 1.08 and is worth
// 108 now is a lost decimal point, or a new currency of the same name.
bool RateRows::sensibleRate(RowCells& cells, const Rate& r, const RatesByDay& known)
{
    static const DecimalRate most = DecimalRate::fromParts(1'000'000'000, 0), least = DecimalRate::fromParts(1, 9);
    if (exceeds(r.rate, most, 1) || exceeds(least, r.rate, 1)) {
        m_tally.rejectCell(cells, Field::Rate,
                           u"is outside what a rate can be, "_s + least.toString() + u" to "_s + most.toString(),
                           u"write base units per one unit of the currency, like 1.0837"_s);
        return false;
    }
    const Currency base = m_book.info().base;
    const auto sums = m_book.ledgerSums();
    for (const std::vector<Int128>* side : {&sums->debits, &sums->credits})
        if (const Int128 sum = r.currency.index() < side->size() ? (*side)[r.currency.index()] : 0;
            sum <= maxBookSum && worthAt(sum, r.rate, r.currency.exponent(), base.exponent()) > maxBookSum) {
            m_tally.rejectCell(cells, Field::Rate,
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
    m_tally.rejectCell(cells, Field::Rate,
                       (above ? u"is more than ten times the rate of "_s : u"is less than a tenth of the rate of "_s)
                           + Date(beside->first).toIso() + u", "_s + beside->second.rate.toString(),
                       u"correct it, or state --accept-odd-rates if it is right"_s);
    return false;
}

void RateRows::row(RowCells& cells)
{
    load();
    Currency c;
    std::int32_t from = 0;
    if (cells.text(Field::Currency).empty())
        return m_tally.rejectCell(cells, Field::Currency, u"is missing"_s,
                                  u"use the three letters of ISO 4217, like EUR"_s);
    if (!m_read.currency(cells, c) || !m_read.date(cells, Field::ValidFrom, from, true))
        return;
    if (c == m_book.info().base)
        return m_tally.rejectCell(cells, Field::Currency, u"is the book's own currency"_s,
                                  u"its rate is always 1; leave the row out"_s);
    Rate r;
    r.currency = c;
    r.validFrom = Date(from);
    const AmountFault fault = readRate(cells.raw(Field::Rate), cells.plan(Field::Rate)->mark, r.rate);
    if (fault != AmountFault::None)
        return m_tally.rejectCell(cells, Field::Rate,
                                  fault == AmountFault::NotANumber ? u"is not a rate above zero"_s
                                                                   : amountFaultText(fault),
                                  u"write base units per one unit of the currency, like 1.0837"_s);
    RatesByDay& known = m_rates[c];
    const auto at = known.find(from);
    if (at != known.end() && at->second.given) {
        if (at->second.rate == r.rate)
            return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
        return m_tally.rejectCell(cells, Field::Rate, u"is given twice for this day, with other values"_s,
                                  u"keep one rate per currency and day"_s);
    }
    const std::optional<Rate> before = at == known.end() ? std::nullopt : at->second.before;
    r.id = before ? before->id : RateId(m_ids.next(Table::Rate));
    r.batch = before ? before->batch : m_tally.staged().batch.id;
    const bool same = before && *before == r;
    if (!same && !sensibleRate(cells, r, known))
        return;
    known[from] = {before, r.rate, true};
    if (same)
        return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
    m_tally.staged().changes.of<Rate>().push_back({before, r});
    m_tally.took(m_tally.fileNumber(), before ? Took::Changed : Took::Added);
}

DecimalRate RateRows::highest(Currency c)
{
    load();
    if (c == m_book.info().base)
        return DecimalRate::one();
    DecimalRate highest;
    for (const auto& [day, known] : m_rates[c])
        if (!highest.isValid() || exceeds(known.rate, highest, 1))
            highest = known.rate;
    return highest;
}

} // namespace duedesk
