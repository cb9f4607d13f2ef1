#include "core/insight/agreements/shortpayments.h"

#include "core/base/words.h"
#include "core/insight/agreements/disputes.h"
#include "core/insight/agreements/plans.h"
#include "core/insight/figures/openscan.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace duedesk {
namespace {

constexpr int daysToAnswer = 10; // business days

// Items that somebody has agreed to pay: what is left of them is still to come.
std::unordered_set<std::int64_t> agreedDebits(const Book& book, Date d)
{
    std::unordered_set<std::int64_t> out;
    const auto take = [&](const std::vector<PromiseLine>& lines) {
        for (const PromiseLine& line : lines)
            out.insert(line.debit.value);
    };
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        if (p.madeOn <= d && judge(book, p, d).live())
            take(promiseLines(book, p));
    });
    book.rows<Plan>().forEach([&](std::uint32_t, const Plan& p) {
        if (isInForce(p, d) && judge(book, p, d).state == PlanState::OnSchedule)
            take(p.lines);
    });
    return out;
}

// The latest day from which a payment that holds at D took its part; invalid = no payment has.
Date lastPaid(const Ledger& l, const DebitChunk& c, std::uint32_t i, Date d)
{
    Date last;
    for (std::uint32_t k = c.first[i]; k < c.first[i + 1]; ++k) {
        if (c.credit[k] == noRow || c.from[k] > d.days() || (!c.until.empty() && c.until[k] <= d.days()))
            continue;
        const auto [cc, ci] = l.credit(c.credit[k]);
        if (CreditKind(cc->kind[ci]) == CreditKind::Payment && Date(c.from[k]) > last)
            last = Date(c.from[k]);
    }
    return last;
}

bool contestedSince(const Book& book, const DebitChunk& c, std::uint32_t i, Date paidOn, Date d)
{
    for (const std::uint32_t row : book.disputesOf(c.customer[i]))
        if (const Dispute& x = book.rows<Dispute>()[row];
            x.debit.value == c.id[i] && x.openedOn <= d && (isUnresolved(x, d) || x.openedOn >= paidOn))
            return true;
    return false;
}

class Guesser {
public:
    Guesser(const Book& book, Date d) : m_book(book)
    {
        forEachUnapplied(book.ledger(), d, [&](const CreditChunk& c, std::uint32_t i, std::int64_t left) {
            if (CreditKind(c.kind[i]) == CreditKind::CreditNote && c.customer[i] != noRow)
                m_notes.emplace_back(book.payerRow(c.customer[i]), left, c.currency[i]);
        });
    }
    // After all are known: payers who leave the same share again and again follow a rule of theirs.
    void guess(std::vector<ShortPayment>& all) const
    {
        std::map<std::pair<std::uint32_t, std::int64_t>, int> same;
        for (const ShortPayment& s : all)
            ++same[{s.payer, s.shareE4}];
        for (ShortPayment& s : all)
            guess(s, same[{s.payer, s.shareE4}]);
    }

private:
    struct Note {
        std::uint32_t payer;
        std::int64_t left;
        std::uint16_t currency;
        Note(std::uint32_t p, std::int64_t l, std::uint16_t c) : payer(p), left(l), currency(c) {}
    };
    void guess(ShortPayment& s, int alike) const;
    const Book& m_book;
    std::vector<Note> m_notes;
};

void Guesser::guess(ShortPayment& s, int alike) const
{
    const auto [c, i] = m_book.ledger().debit(s.debit);
    const DecimalWord share{s.shareE4 * 100, s.shareE4 % 100 == 0 ? 0 : 1};
    const auto currency = c->currency[i];
    const bool note = std::any_of(m_notes.begin(), m_notes.end(), [&](const Note& n) {
        return n.payer == s.payer && n.left == s.residue && n.currency == currency;
    });
    // A whole percentage, to the minor unit that rounding may cost.
    const std::int64_t percent = (s.shareE4 + 50) / 100;
    const Int128 off = Int128(c->amount[i]) * percent - Int128(s.residue) * 100;
    const bool whole = percent >= 1 && off < 100 && off > -100;
    s.guess = DisputeReason::Deduction;
    s.why = Lang::words("%1 % of the invoice", share);
    if (note) {
        s.guess = DisputeReason::Other;
        s.why = Lang::words("A credit note of this amount is not applied: assign it");
    } else if (whole && percent <= 3) {
        s.guess = DisputeReason::Terms;
        s.why = Lang::words("%1 % of the invoice: looks like a discount taken", share);
    } else if (alike > 1) {
        s.guess = DisputeReason::Terms;
        s.why = Lang::count("%2 % of the invoice, as on %1 other invoices of this payer",
                            "%2 % of the invoice, as on 1 other invoice of this payer", alike - 1, share);
    } else if (whole && percent % 5 == 0) {
        s.guess = DisputeReason::Price;
        s.why = Lang::words("%1 % of the invoice: a round share, looks like a price or rebate", share);
    }
}

} // namespace

Date deductionDeadline(const Book& book, Date today) { return book.calendar().addBusinessDays(today, daysToAnswer); }

ShortPayments shortPayments(const Book& book, Date d)
{
    ShortPayments out;
    const Policy& policy = book.policyAt(d);
    const RatesAt rates = book.ratesAt(d);
    const std::int64_t smallest = policyAmount(policy.smallResidueBase, rates.base());
    const auto agreed = agreedDebits(book, d);
    MissingCounts missing;
    forEachOpen(book.ledger(), d, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t row, std::int64_t open) {
        if (open == c.amount[i] || Int128(open) * 100 > Int128(c.amount[i]) * policy.deductionPercent
            || agreed.contains(c.id[i]))
            return;
        const Date paidOn = lastPaid(book.ledger(), c, i, d);
        if (!paidOn.isValid() || contestedSince(book, c, i, paidOn, d))
            return;
        if (!rates.has(c.currency[i])) {
            missing.count(c.currency[i]);
            return;
        }
        ShortPayment s;
        s.debit = row;
        s.payer = book.payerRow(c.customer[i]);
        s.residue = open;
        s.residueBase = rates.convert(open, c.currency[i]);
        s.paidOn = paidOn;
        s.shareE4 = divideHalfEven(Int128(open) * 10000, c.amount[i]);
        const bool small = s.residueBase < smallest;
        addChecked(small ? out.smallBase : out.deductionsBase, s.residueBase);
        (small ? out.small : out.deductions).push_back(std::move(s));
    });
    Guesser(book, d).guess(out.deductions);
    for (ShortPayment& s : out.small)
        s.why = Lang::words("Small residue: for the month's write-off");
    const auto larger = [](const ShortPayment& a, const ShortPayment& b) {
        return a.residueBase != b.residueBase ? a.residueBase > b.residueBase : a.debit < b.debit;
    };
    std::sort(out.deductions.begin(), out.deductions.end(), larger);
    std::sort(out.small.begin(), out.small.end(), larger);
    out.missing = missing.list();
    return out;
}

} // namespace duedesk
