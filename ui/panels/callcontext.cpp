// What the call desk knows when it opens a form or the dial card: the payer's facts, its open items, the times on both ends,
// and what speaks against a call.
#include "core/insight/agreements/payerstatuses.h"
#include "core/insight/letters/mailguard.h"
#include "core/insight/people/callcontact.h"
#include "core/insight/people/contactpermission.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/payerpanel.h"

namespace duedesk {

FormContext CallDesk::context(const TickedItems& ticked)
{
    FormContext c;
    c.book = workbench().book();
    c.facts = facts();
    const Contact* contact = c.facts.contact ? c.book->rows<Contact>().find(c.facts.contact) : nullptr;
    c.theirZone = contactZone(*c.book, contact, m_payer);
    setTimes(c);
    c.user = workbench().user();
    c.confirmBy = c.book->calendarOf(m_payer).addBusinessDays(c.today, c.book->policyAt(c.today).confirmDays);
    addItems(c, ticked.items);
    c.customers = {c.facts.payer};
    c.ticked = ticked.lines;
    if (!ticked.lines.empty()) {
        c.facts.currency = ticked.currency;
        c.facts.toCollect = 0;
        for (const PromiseLine& line : ticked.lines)
            c.facts.toCollect += line.amount;
    }
    return c;
}

void CallDesk::setTimes(FormContext& c) const
{
    const Instant now = workbench().clock().now();
    c.today = workbench().today();
    c.nowMinute = minuteOfDayIn(workbench().book()->info().zone, now);
    c.theirMinute = c.theirZone.isEmpty() ? -1 : minuteOfDayIn(c.theirZone, now);
}

// The account's open items, and of them those that are ticked, else past due.
void CallDesk::addItems(FormContext& c, const std::vector<DebitId>& ticked) const
{
    const ItemStates states(*c.book, c.today, m_payer);
    const PayerStatuses statuses(*c.book, m_payer, c.today);
    for (const OpenLine& line : openLinesOf(*c.book, m_payer, c.today)) {
        const DebitView v = viewDebit(c.book->ledger(), line.debit);
        FormItem item{v.id, v.number, line.open - states.of(line.debit).disputed, v.currency, v.due, {}, {}};
        if (const PayerStatus* s = statuses.of(v.id))
            item.status = statusWords(*s);
        if (const auto dwell = statuses.dwellOf(v.id))
            item.dwell = say(dwell->words());
        if (ticked.empty() ? v.due < c.today : std::ranges::find(ticked, v.id) != ticked.end())
            c.chosen.push_back(v.id);
        c.items.push_back(std::move(item));
    }
    c.itemsTicked = !ticked.empty() && !c.chosen.empty();
    std::ranges::stable_sort(c.items, {}, &FormItem::due);
}

// What speaks against a call now is said, not forbidden: what happened is logged whatever the guards think of it.
PayerFacts CallDesk::withObjection(PayerFacts facts) const
{
    const BookPtr book = workbench().book();
    const Contact* contact = facts.contact ? book->rows<Contact>().find(facts.contact) : nullptr;
    const Outcome may = mayContact(*book, m_payer, contact, StepChannel::Call, workbench().clock().now());
    if (!may) {
        const Error& why = may.error();
        facts.reach = say(why.remedy.isEmpty() ? Lang::words("Better not now: %1", why.what)
                                               : Lang::words("Better not now: %1; %2", why.what, why.remedy));
        facts.reachTone = Tone::Bad;
    }
    return facts;
}

// While nothing else changes: the time there and until when they are reachable, and what an open form's words mean.
void CallDesk::passMinute()
{
    if (isAsking()) {
        FormContext c;
        c.theirZone = m_form->theirZone();
        setTimes(c);
        m_form->passTime(c.today, c.nowMinute, c.theirMinute);
        return;
    }
    const InsightsPtr in = workbench().insights();
    if (m_stale || m_payer == noRow || !in || !m_panel->isVisible())
        return; // all of it is read again soon, or nobody looks
    m_facts = payerFacts(*in, m_payer, workbench().user(), workbench().clock().now());
    m_panel->setReach(m_facts);
}

} // namespace duedesk
