#include "core/insight/promises.h"

#include "core/insight/callpast.h"
#include "core/insight/words.h"

#include <algorithm>

namespace duedesk {
namespace {

// The days whose entries count for a promise. Entries of the day it was made count only where it was written
// down later: else they were known when it was given.
struct Window {
    std::int32_t madeOn;
    bool firstDay;
    std::int32_t through;
    bool holds(std::int32_t day) const { return (day > madeOn || (firstDay && day == madeOn)) && day <= through; }
};

Window windowOf(const Promise& p, Date through)
{
    const bool firstDay = p.imported || (p.enteredOn.isValid() && p.enteredOn > p.madeOn);
    return {p.madeOn.days(), firstDay, through.days()};
}

template <class F> void forEachSettlement(const Ledger& l, std::uint32_t debitRow, Date d, F&& f)
{
    const auto [c, i] = l.debit(debitRow);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        const std::int32_t until = c->until.empty() ? farFuture : c->until[k];
        if (c->from[k] <= d.days() && d.days() < until)
            f(Settlement{c->from[k], until, c->settled[k], c->credit[k]});
    }
}

bool isMoney(const Ledger& l, std::uint32_t creditRow)
{
    if (creditRow == noRow)
        return false;
    const auto [c, i] = l.credit(creditRow);
    return CreditKind(c->kind[i]) != CreditKind::CreditNote;
}

std::uint32_t payerOf(const Book& book, const Promise& p)
{
    const std::uint32_t row = book.customerRow(p.customer);
    return row == noRow ? noRow : book.payerRow(row);
}

struct Tally {
    std::int64_t paid = 0;      // payments to the lines in the window
    std::int64_t ownMoney = 0;  // the part of it that came with a payment of this payer dated in the window
    std::int64_t credited = 0;  // credit notes and write-offs to the lines since, at most each line's amount
};

Tally tallyLines(const Book& book, const std::vector<PromiseLine>& lines, const Window& window, std::uint32_t payer,
                 Date d)
{
    const Ledger& l = book.ledger();
    Tally t;
    for (const PromiseLine& line : lines) {
        const std::uint32_t row = l.debitRow(line.debit);
        if (row == noRow)
            continue;
        std::int64_t credited = 0;
        forEachSettlement(l, row, d, [&](const Settlement& s) {
            if (!isMoney(l, s.credit)) {
                Window since = window;
                since.through = d.days();
                credited += since.holds(s.from) ? s.amount : 0;
            } else if (window.holds(s.from)) {
                t.paid += s.amount;
                const auto [c, i] = l.credit(s.credit);
                if (c->customer[i] != noRow && book.payerRow(c->customer[i]) == payer && window.holds(c->date[i]))
                    t.ownMoney += s.amount;
            }
        });
        t.credited += std::min(credited, line.amount);
    }
    return t;
}

// Money of the window that went to the lines of the payer's other promises keeps those, not this one.
std::int64_t spokenFor(const Book& book, const Promise& p, const std::vector<PromiseLine>& own, const Window& window,
                       std::uint32_t payer, Date d)
{
    const Ledger& l = book.ledger();
    std::vector<std::uint32_t> rows;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site)) {
            const Promise& other = book.rows<Promise>()[row];
            const bool ended = (other.withdrawnOn.isValid() && other.withdrawnOn <= d)
                               || (other.replacedOn.isValid() && other.replacedOn <= d);
            if (other.id == p.id || ended || other.madeOn > d || other.currency != p.currency)
                continue;
            for (const PromiseLine& line : other.lines)
                if (std::none_of(own.begin(), own.end(), [&](const PromiseLine& o) { return o.debit == line.debit; }))
                    rows.push_back(l.debitRow(line.debit));
        }
    });
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::int64_t sum = 0;
    for (const std::uint32_t row : rows) {
        if (row == noRow)
            continue;
        forEachSettlement(l, row, d, [&](const Settlement& s) {
            if (!isMoney(l, s.credit) || !window.holds(s.from))
                return;
            const auto [c, i] = l.credit(s.credit);
            if (c->customer[i] != noRow && book.payerRow(c->customer[i]) == payer && window.holds(c->date[i]))
                sum += s.amount;
        });
    }
    return sum;
}

// The payer's money in the window that did not go to these lines: assigned elsewhere, or not at all.
std::int64_t otherMoney(const Book& book, const Promise& p, const std::vector<PromiseLine>& lines, const Tally& tally,
                        const Window& window, std::uint32_t payer, Date d)
{
    const Ledger& l = book.ledger();
    Int128 received = 0;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.creditsOf(site)) {
            const auto [c, i] = l.credit(row);
            if (CreditKind(c->kind[i]) == CreditKind::Payment && c->currency[i] == p.currency.index()
                && window.holds(c->date[i]) && c->date[i] <= d.days() && c->reversedOn[i] > d.days())
                received += c->amount[i];
        }
    });
    if (received == 0)
        return 0;
    return std::max<std::int64_t>(0, narrow(received - tally.ownMoney - spokenFor(book, p, lines, window, payer, d)));
}

// counted >= target − t, t = min(max(1 % of target, 25 base), 10 % of target): compared without rounding t,
// and the 25 base against the shortfall in base.
// Without a rate the 25 base are unknown, and up to 10 % short is tolerated: `caveat` says so where it mattered.
bool reaches(const Book& book, std::int64_t counted, std::int64_t target, Currency currency, Date d, QString& caveat)
{
    const Policy& policy = book.policyAt(d);
    const std::int64_t shortfall = target - counted;
    if (shortfall <= 0)
        return true;
    if (Int128(shortfall) * 10 > target)
        return false;
    if (Int128(shortfall) * 100 <= Int128(target) * policy.promiseTolerancePercent)
        return true;
    const RatesAt rates = book.ratesAt(d);
    if (!rates.has(currency.index())) {
        caveat = u"No " + currency.toString() + u" rate: up to 10 % short is tolerated";
        return true;
    }
    std::int64_t allowed = policy.promiseToleranceBase; // stated at two digits
    for (int e = rates.base().exponent(); e > 2; --e)
        allowed *= 10;
    for (int e = rates.base().exponent(); e < 2; ++e)
        allowed /= 10;
    return rates.convert(shortfall, currency.index()) <= allowed;
}

// The last day through which the money for these lines is known; invalid = no bank data yet. A company
// without payments of its own leans on payments that name no company.
Date cashKnown(const Book& book, const Promise& p)
{
    if (p.lines.empty())
        return book.cashThrough();
    Date earliest;
    for (const PromiseLine& line : p.lines) {
        const std::uint32_t row = book.ledger().debitRow(line.debit);
        if (row == noRow)
            continue;
        const auto [c, i] = book.ledger().debit(row);
        Date known = book.cashThrough(c->company[i]);
        if (!known.isValid())
            known = book.cashThrough(noCompany);
        if (!known.isValid())
            return {};
        if (!earliest.isValid() || known < earliest)
            earliest = known;
    }
    return earliest;
}

} // namespace

QString promiseStateName(PromiseState s)
{
    switch (s) {
    case PromiseState::Open: return QStringLiteral("open");
    case PromiseState::Due: return QStringLiteral("due");
    case PromiseState::Kept: return QStringLiteral("kept");
    case PromiseState::KeptElsewhere: return QStringLiteral("kept elsewhere");
    case PromiseState::PartlyKept: return QStringLiteral("partly kept");
    case PromiseState::Broken: return QStringLiteral("broken");
    case PromiseState::Credited: return QStringLiteral("credited");
    case PromiseState::Withdrawn: return QStringLiteral("withdrawn");
    case PromiseState::Replaced: return QStringLiteral("replaced");
    }
    return {};
}

bool isJudged(PromiseState s)
{
    return s == PromiseState::Kept || s == PromiseState::KeptElsewhere || s == PromiseState::PartlyKept
           || s == PromiseState::Broken;
}

std::vector<PromiseLine> promiseLines(const Book& book, const Promise& p)
{
    if (!p.lines.empty())
        return p.lines;
    const std::uint32_t payer = payerOf(book, p);
    if (payer == noRow)
        return {};
    const Ledger& l = book.ledger();
    std::vector<std::pair<std::int32_t, std::uint32_t>> byDue;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (c->currency[i] == p.currency.index() && openAt(*c, i, p.madeOn.days()) > 0)
                byDue.emplace_back(c->due[i], row);
        }
    });
    std::sort(byDue.begin(), byDue.end());
    std::vector<PromiseLine> out;
    std::int64_t left = p.amount;
    for (const auto& [due, row] : byDue) {
        if (left <= 0)
            break;
        const auto [c, i] = l.debit(row);
        const std::int64_t part = std::min(left, openAt(*c, i, p.madeOn.days()));
        out.push_back({DebitId(c->id[i]), part});
        left -= part;
    }
    return out;
}

PromiseStanding judge(const Book& book, const Promise& p, Date d)
{
    PromiseStanding out;
    const std::uint32_t payer = payerOf(book, p);
    const BusinessCalendar& calendar = payer == noRow ? book.calendar() : book.calendarOf(payer);
    out.deadline = calendar.addBusinessDays(p.promisedFor, book.policyAt(d).promiseGraceDays);
    const std::vector<PromiseLine> lines = promiseLines(book, p);
    const Window window = windowOf(p, out.deadline);
    const Tally tally = tallyLines(book, lines, window, payer, d);
    out.target = p.amount - tally.credited;
    out.counted = tally.paid;
    if (p.withdrawnOn.isValid() && p.withdrawnOn <= d) {
        out.state = PromiseState::Withdrawn;
        return out;
    }
    if (p.replacedOn.isValid() && p.replacedOn <= d) {
        out.state = PromiseState::Replaced;
        return out;
    }
    if (out.target <= 0) {
        out.state = PromiseState::Credited;
        return out;
    }
    const auto other = [&] { return payer == noRow ? 0 : otherMoney(book, p, lines, tally, window, payer, d); };
    if (p.lines.empty())
        out.counted += other();
    if (reaches(book, out.counted, out.target, p.currency, d, out.caveat)) {
        out.state = PromiseState::Kept;
        return out;
    }
    if (d <= p.promisedFor) {
        out.state = PromiseState::Open;
        return out;
    }
    const Date known = cashKnown(book, p);
    if (d <= out.deadline || !known.isValid() || known < out.deadline) {
        out.state = PromiseState::Due;
        if (d > out.deadline)
            out.notJudged = known.isValid() ? u"Not judged: bank data ends " + weekdayWords(known)
                                            : QStringLiteral("Not judged: no bank data yet");
        return out;
    }
    if (!p.lines.empty()) {
        out.elsewhere = other();
        if (out.elsewhere > 0 && reaches(book, out.counted + out.elsewhere, out.target, p.currency, d, out.caveat)) {
            out.state = PromiseState::KeptElsewhere;
            return out;
        }
    }
    out.state = out.counted > 0 ? PromiseState::PartlyKept : PromiseState::Broken;
    return out;
}

Ratio PromiseRecord::keptByCount() const
{
    const int judged = kept + partly + broken;
    return judged == 0 ? Ratio::none("no promise was judged") : Ratio::of(Int128(kept) * 100, judged);
}

Ratio PromiseRecord::keptByMoney() const
{
    return judgedBase == 0 ? Ratio::none("no promise was judged") : Ratio::of(Int128(keptBase) * 100, judgedBase);
}

PromiseRecord promiseRecord(const Book& book, Date from, Date to, Date d, std::uint32_t payer)
{
    PromiseRecord out;
    const RatesAt rates = book.ratesAt(d);
    const auto add = [&](const Promise& p) {
        if (p.madeOn > d)
            return;
        const PromiseStanding s = judge(book, p, d);
        if (!isJudged(s.state) || s.deadline < from || s.deadline > to)
            return;
        const bool kept = s.state == PromiseState::Kept || s.state == PromiseState::KeptElsewhere;
        ++(kept ? out.kept : s.state == PromiseState::PartlyKept ? out.partly : out.broken);
        if (!rates.has(p.currency.index())) {
            const auto it = std::find_if(out.missing.begin(), out.missing.end(),
                                         [&](const MissingRate& m) { return m.currency == p.currency; });
            it == out.missing.end() ? out.missing.push_back({p.currency, 1}) : void(++it->items);
            return;
        }
        const std::int64_t base = rates.convert(s.target, p.currency.index());
        out.judgedBase += base;
        out.keptBase += kept ? base : 0;
    };
    const Rows<Promise>& all = book.rows<Promise>();
    if (payer == noRow)
        all.forEach([&](std::uint32_t, const Promise& p) { add(p); });
    else
        forEachMember(book, payer, [&](std::uint32_t site) {
            for (const std::uint32_t row : book.promisesOf(site))
                add(all[row]);
        });
    return out;
}

} // namespace duedesk
