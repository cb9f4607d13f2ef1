#include "core/domain/ledger.h"

#include <algorithm>

namespace duedesk {

QString debitKindName(DebitKind k)
{
    switch (k) {
    case DebitKind::DebitNote: return QStringLiteral("debit_note");
    case DebitKind::FinanceCharge: return QStringLiteral("finance_charge");
    case DebitKind::Invoice: break;
    }
    return QStringLiteral("invoice");
}

QString creditKindName(CreditKind k)
{
    switch (k) {
    case CreditKind::CreditNote: return QStringLiteral("credit_note");
    case CreditKind::Deposit: return QStringLiteral("deposit");
    case CreditKind::Reversal: return QStringLiteral("reversal");
    case CreditKind::Recovery: return QStringLiteral("recovery");
    case CreditKind::Payment: break;
    }
    return QStringLiteral("payment");
}

std::span<const std::uint32_t> Ledger::debitsOf(std::uint32_t customer) const { return debitGroups.of(customer); }

std::span<const std::uint32_t> Ledger::creditsOf(std::uint32_t customer) const { return creditGroups.of(customer); }

const UnappliedCredit* Ledger::unappliedOf(std::uint32_t creditRow) const
{
    const auto& listed = creditChunks[creditRow >> 12]->unapplied;
    const auto u = std::ranges::lower_bound(listed, creditRow, {}, &UnappliedCredit::credit);
    return u == listed.end() || u->credit != creditRow ? nullptr : &*u;
}

std::int64_t Ledger::unappliedAt(const UnappliedCredit& u, std::int32_t d) const
{
    const auto [c, i] = credit(u.credit);
    if (c->date[i] > d || c->reversedOn[i] <= d || c->appliedOn[i] <= d)
        return 0;
    std::int64_t left = c->amount[i];
    for (const Settlement& s : std::span(c->unappliedSettlements).subspan(u.first, u.count))
        if (s.from <= d && d < s.until)
            left -= s.amount;
    return left;
}

DebitView viewDebit(const Ledger& l, std::uint32_t row)
{
    const auto [c, i] = l.debit(row);
    return {DebitId(c->id[i]),
            row,
            DebitKind(c->kind[i]),
            c->customer[i],
            c->company[i],
            toQString(c->number[i]),
            toQString(c->poNumber[i]),
            Date(c->date[i]),
            Date(c->due[i]),
            DueSource(c->dueSource[i]),
            c->amount[i],
            Currency::fromIndex(c->currency[i]),
            c->terms[i],
            l.products.text(c->product[i])};
}

CreditView viewCredit(const Ledger& l, std::uint32_t row)
{
    const auto [c, i] = l.credit(row);
    const Date cleared = c->clearedOn.empty() ? Date() : Date(c->clearedOn[i]);
    const Date reversed = c->reversedOn[i] == farFuture ? Date() : Date(c->reversedOn[i]);
    return {CreditId(c->id[i]),
            row,
            CreditKind(c->kind[i]),
            c->customer[i],
            c->company[i],
            toQString(c->reference[i]),
            Date(c->date[i]),
            cleared,
            reversed,
            c->amount[i],
            Currency::fromIndex(c->currency[i])};
}

} // namespace duedesk
