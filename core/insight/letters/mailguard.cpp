#include "core/insight/letters/mailguard.h"

#include "core/base/money.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/claims.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/letters/strategies.h"
#include "core/insight/people/callcontact.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> stop(Words why, Words remedy, QStringView field)
{
    return fail(ErrorCode::Refused, std::move(why), std::move(remedy), field.toString());
}

// The last row about a debit said by D.
template <class T, class F>
const T* lastAbout(const Book& book, std::uint32_t customer, DebitId debit, Date d, F&& wanted)
{
    const T* last = nullptr;
    for (const std::uint32_t row : book.rowsOf<T>(customer))
        if (const T& t = book.rows<T>()[row]; t.debit == debit && t.day <= d && wanted(t))
            if (!last || t.day > last->day || (t.day == last->day && t.id > last->id))
                last = &t;
    return last;
}

Words statusReason(const Book& book, const OpenLine& line, DebitId debit, const CashKnown& cash, Date d)
{
    const auto any = [](const PayerStatus&) { return true; };
    const PayerStatus* said = lastAbout<PayerStatus>(book, book.payerRow(line.customer), debit, d, any);
    if (!said && book.payerRow(line.customer) != line.customer)
        said = lastAbout<PayerStatus>(book, line.customer, debit, d, any);
    if (!said)
        return {};
    if (said->state == PayerState::Scheduled && said->scheduledFor.isValid()
        && (d <= said->scheduledFor || !cash.reaches(said->scheduledFor)))
        return Lang::words("scheduled for %1", DayWord{said->scheduledFor, d, true});
    if (said->state == PayerState::Paid && !cash.reaches(said->day))
        return Lang::words("said to be paid on %1; %2", DayWord{said->day, d, true}, cashKnownWords(book, cash, d));
    return {};
}

Words stopReason(const Book& book, const OpenLine& line, DebitId debit, Date d)
{
    const auto stops = [](const InvoiceMark& m) { return m.kind == MarkKind::StopReminders; };
    const std::uint32_t payer = book.payerRow(line.customer);
    const InvoiceMark* mark = lastAbout<InvoiceMark>(book, line.customer, debit, d, stops);
    if (payer != line.customer)
        if (const InvoiceMark* other = lastAbout<InvoiceMark>(book, payer, debit, d, stops);
            other && (!mark || other->day > mark->day || (other->day == mark->day && other->id > mark->id)))
            mark = other;
    if (mark && mark->stopped)
        return mark->note.isEmpty() ? Lang::words("reminders of it are stopped")
                                    : Lang::words("reminders of it are stopped: %1", mark->note);
    const Customer& site = book.customers()[line.customer];
    return payer != line.customer && site.stopReminders ? Lang::words("%1 is not reminded", site.name) : Words();
}

Words itemReason(const Book& book, const ReminderItem& item, const ItemState& state, Date d)
{
    const auto [c, i] = book.ledger().debit(item.line.debit);
    const DebitId debit(c->id[i]);
    if (item.rest <= 0)
        return state.disputed >= state.agreed() ? Lang::words("disputed") : Lang::words("promised");
    if (Words why = stopReason(book, item.line, debit, d); !why.isEmpty())
        return why;
    return statusReason(book, item.line, debit, item.cash, d);
}

QString numberOf(const Book& book, std::uint32_t debitRow) { return viewDebit(book.ledger(), debitRow).number; }

// Each item named is still open and may still be named; one of them is as old as the step asks.
Outcome itemsAllow(const Book& book, const OutboxMessage& m, std::uint32_t payer, Date d)
{
    const Words again = Lang::words("preview it again");
    const ItemStates states(book, d, payer);
    const std::vector<OpenLine> lines = openLinesOf(book, payer, d);
    const std::vector<ReminderItem> items = reminderItems(book, states, lines, d);
    int known = -farFuture;
    CashKnown cash;
    std::vector<const ReminderItem*> named;
    for (const DebitId debit : m.debits) {
        const std::uint32_t row = book.ledger().debitRow(debit);
        const auto it =
            std::find_if(items.begin(), items.end(), [&](const ReminderItem& x) { return x.line.debit == row; });
        if (it == items.end())
            return stop(row == noRow ? Lang::words("an invoice is no longer in the book")
                                     : Lang::words("%1 is paid", numberOf(book, row)),
                        again, u"invoices");
        if (!it->mayBeNamed())
            return stop(Lang::words("%1: %2", numberOf(book, row), it->why), again, u"invoices");
        cash = it->cash;
        known = std::max(known, it->known);
        named.push_back(&*it);
    }
    if (coveredByCash(named, unappliedOf(book, payer, d)))
        return stop(Lang::words("unapplied money covers it"), Lang::words("apply the money first"), u"invoices");
    if (m.stepDay > 0 && known < m.stepDay)
        return stop(cashKnownWords(book, cash, d),
                    Lang::words("import the bank data first, or state the day it reaches"), u"invoices");
    return {};
}

Outcome stepIsFree(const Book& book, const OutboxMessage& m, std::uint32_t payer, Date d)
{
    const std::vector<const OutboxMessage*> sent = remindersOf(book, payer);
    for (const OutboxMessage* other : sent)
        if (other->id != m.id && other->strategy == m.strategy && other->stepDay == m.stepDay
            && other->cycle == m.cycle)
            return stop(
                Lang::words("this step has a mail already, %1 %2", wordsOf(other->state), DayWord{other->day, d, true}),
                Lang::words("one mail for each step"), u"step");
    const int interval = strategyById(book, m.strategy).intervalDays;
    for (const OutboxMessage* other : sent)
        if (other->id != m.id && d - other->day < interval)
            return stop(Lang::words("a reminder went on %1", DayWord{other->day, d, true}),
                        Lang::words("the next may go on %1", DayWord{other->day + interval, d, true}), u"step");
    return {};
}

} // namespace

std::vector<std::uint16_t> companiesOf(const Book& book, std::span<const OpenLine> lines)
{
    std::vector<std::uint16_t> out;
    for (const OpenLine& line : lines) {
        const auto [c, i] = book.ledger().debit(line.debit);
        if (std::find(out.begin(), out.end(), c->company[i]) == out.end())
            out.push_back(c->company[i]);
    }
    return out;
}

std::vector<OpenLine> openLinesOf(const Book& book, std::uint32_t payer, Date d)
{
    std::vector<OpenLine> out;
    const Ledger& l = book.ledger();
    for (const std::uint32_t site : book.paidBy(payer))
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (const std::int64_t open = openAt(*c, i, d.days()); open > 0)
                out.push_back({open, row, site, c->date[i], c->due[i], c->currency[i]});
        }
    return out;
}

std::vector<ReminderItem> reminderItems(const Book& book, const ItemStates& states, std::span<const OpenLine> lines,
                                        Date d)
{
    std::vector<ReminderItem> out;
    out.reserve(lines.size());
    const CashKnown cash = cashKnown(book, companiesOf(book, lines));
    for (const OpenLine& line : lines) {
        const ItemState state = states.of(line.debit);
        ReminderItem item{line, line.open - state.held(), -farFuture, {}, false, cash};
        if (cash.through.isValid())
            item.known = std::min(d, cash.through).days() - line.due;
        item.why = itemReason(book, item, state, d);
        item.cashUnknown = item.why.isEmpty() && d.days() > line.due && item.known <= 0;
        if (item.cashUnknown)
            item.why = cashKnownWords(book, cash, d);
        out.push_back(std::move(item));
    }
    std::stable_sort(out.begin(), out.end(), [](const ReminderItem& a, const ReminderItem& b) {
        return a.line.due != b.line.due ? a.line.due < b.line.due : a.line.debit < b.line.debit;
    });
    return out;
}

std::vector<UnappliedLine> unappliedOf(const Book& book, std::uint32_t payer, Date d)
{
    const Ledger& l = book.ledger();
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t site : book.paidBy(payer))
        for (const std::uint32_t row : l.creditsOf(site)) {
            const auto [c, i] = l.credit(row);
            if (c->date[i] <= d.days() && c->appliedOn[i] > d.days())
                rows.push_back(row);
        }
    std::sort(rows.begin(), rows.end());
    std::vector<UnappliedLine> out;
    for (const std::uint32_t row : rows) {
        const UnappliedCredit* u = l.unappliedOf(row);
        if (!u)
            continue;
        const auto [c, i] = l.credit(row);
        const auto kind = CreditKind(c->kind[i]);
        if (const std::int64_t left = l.unappliedAt(*u, d.days()); left > 0)
            out.push_back({left, c->currency[i], kind == CreditKind::Payment || kind == CreditKind::CreditNote});
    }
    return out;
}

bool coveredByCash(std::span<const ReminderItem* const> items, std::span<const UnappliedLine> unapplied)
{
    std::map<std::uint16_t, Int128> left;
    for (const ReminderItem* item : items)
        left[item->line.currency] += item->rest;
    for (const UnappliedLine& u : unapplied)
        if (u.free)
            left[u.currency] -= u.amount; // money of a currency nobody asks for goes below zero
    return std::all_of(left.begin(), left.end(), [](const auto& l) { return l.second <= 0; });
}

Words noReminderReason(const Book& book, std::uint32_t payer, Date d)
{
    const Customer& c = book.customers()[payer];
    if (Words why = noContactReason(book, payer, d); !why.isEmpty())
        return Lang::words("%1 is %2", c.name, std::move(why));
    if (c.stopReminders)
        return c.stopReason.isEmpty() ? Lang::words("reminders are stopped")
                                      : Lang::words("reminders are stopped: %1", c.stopReason);
    if (payerPast(book, payer, d).weOwe)
        return Lang::words("we owe them a document or an answer first");
    const Activity* claim = lastClaim(book, payer, d);
    const bool waits = claim && judgeClaim(book, *claim, d).state == ClaimState::Waiting;
    return waits ? Lang::words("they said on %1 that they paid", DayWord{claim->day, d, true}) : Words();
}

Words cameTodayWords(const Book& book, std::uint32_t payer, Date d)
{
    MoneyBag came;
    const Ledger& l = book.ledger();
    for (const std::uint32_t site : book.paidBy(payer))
        for (const std::uint32_t row : l.creditsOf(site)) {
            const auto [c, i] = l.credit(row);
            if (CreditKind(c->kind[i]) == CreditKind::Payment && c->date[i] == d.days() && c->reversedOn[i] > d.days())
                came.add({c->amount[i], Currency::fromIndex(c->currency[i])});
        }
    Words sum;
    for (const auto& [currency, minor] : came.amounts())
        if (minor > 0) {
            Words part = Money{narrow(minor), currency};
            sum = sum.isEmpty() ? std::move(part) : Lang::words("%1 and %2", std::move(sum), std::move(part));
        }
    return sum.isEmpty() ? Words() : Lang::words("%1 came in today", std::move(sum));
}

bool countsAsStep(const OutboxMessage& m)
{
    return m.cycle != 0 && m.state != OutboxState::Failed && m.state != OutboxState::Cancelled;
}

std::vector<const OutboxMessage*> remindersOf(const Book& book, std::uint32_t payer)
{
    std::vector<const OutboxMessage*> out;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<OutboxMessage>(site))
            if (const OutboxMessage& m = book.rows<OutboxMessage>()[row]; countsAsStep(m))
                out.push_back(&m);
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const OutboxMessage* a, const OutboxMessage* b) { return a->day < b->day; });
    return out;
}

Outcome stepMayGo(const Book& book, const OutboxMessage& m, std::uint32_t payer, Date d)
{
    if (const Outcome o = itemsAllow(book, m, payer, d); !o)
        return o;
    return stepIsFree(book, m, payer, d);
}

} // namespace duedesk
