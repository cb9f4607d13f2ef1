#include "core/insight/people/contactpermission.h"

#include "core/base/words.h"
#include "core/insight/agreements/payerstatuses.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/people/contactguard.h"

#include <algorithm>

namespace duedesk {
namespace {

std::unexpected<Error> no(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::Refused, what, remedy, field.toString());
}

bool isReminder(StepChannel channel) { return channel != StepChannel::Call; }

bool askedForCall(const PayerPast& past, Date day)
{
    return past.next && past.next->kind == NextActionKind::CallBack && past.next->due <= day;
}

} // namespace

// Of one payer on the day.
struct ContactPermission::Money {
    struct Net {
        std::uint16_t currency;
        Int128 rest;
    };
    std::vector<ReminderItem> items; // open
    int pastDue = 0;
    int disputed = 0, promised = 0, scheduled = 0; // past-due items of which nothing is left for that reason
    bool left = false;     // some past-due item has a rest that is not scheduled ahead
    std::vector<Net> net;  // what is left of the past-due items less free money, by currency
    Date scheduledFor;     // the earliest

    Int128& in(std::uint16_t currency)
    {
        for (Net& n : net)
            if (n.currency == currency)
                return n.rest;
        return net.emplace_back(currency, 0).rest;
    }
};

ContactPermission::ContactPermission(const Book& book, Instant now)
    : m_book(book), m_now(now), m_day(book.dayOf(now)), m_policy(book.policyAt(m_day))
{
}

Outcome ContactPermission::mayUse(std::uint32_t payer, const Contact* contact, StepChannel channel) const
{
    if (channel == StepChannel::Email)
        return contact ? mayReceiveStatement(m_book, *contact, payer, m_now)
                       : Outcome(no(u"contact", Lang::words("is missing"), Lang::words("find a person first")));
    if (!contact || channel == StepChannel::Task)
        return {};
    const Words other = Lang::words("choose another contact");
    if (contact->defect == ContactDefect::Left)
        return no(u"contact", Lang::words("%1 has left", contact->name), other);
    if (contact->defect == ContactDefect::WrongPerson)
        return no(u"contact", Lang::words("%1 is the wrong person", contact->name), other);
    if (channel == StepChannel::Letter)
        return {};
    if (contact->defect == ContactDefect::WrongNumber && contact->mobile.isEmpty())
        return no(u"contact", Lang::words("%1 has a wrong number", contact->name),
                  Lang::words("find the right one first"));
    if (!hasNumber(*contact))
        return no(u"contact", Lang::words("%1 has no number", contact->name), other);
    return {};
}

// Business hours bind calls; consumers are left alone at night by call and mail.
Outcome ContactPermission::maySpeakAt(std::uint32_t payer, const Contact* contact, StepChannel channel) const
{
    if (channel != StepChannel::Call && channel != StepChannel::Email)
        return {};
    const bool call = channel == StepChannel::Call;
    const CallWindow window = call ? callWindow(m_book, contact, payer, m_policy) : mailWindow(m_book, contact, payer);
    return openNow(window, LocalTimes(m_now),
                   call ? Lang::words("calling hours") : Lang::words("the hours in which consumers are written to"));
}

Outcome ContactPermission::mayTry(std::uint32_t payer) const
{
    const Tries tries = triesOf(m_book, payer, m_day);
    const Words next = Lang::words("next try %1", DayWord{nextTryDay(m_book, payer, m_day, tries), m_day, true});
    if (tries.week() >= m_policy.triesPerWeek)
        return no(u"customer",
                  Lang::count("was tried %1 times in 7 days, %2 are allowed",
                              "was tried 1 time in 7 days, %2 are allowed", tries.week(),
                              Number{m_policy.triesPerWeek}),
                  next);
    if (tries.today() >= m_policy.triesPerDay)
        return no(u"customer",
                  Lang::count("was tried %1 times today, %2 are allowed", "was tried 1 time today, %2 are allowed",
                              tries.today(), Number{m_policy.triesPerDay}),
                  next);
    return {};
}

ContactPermission::Money ContactPermission::moneyOf(std::uint32_t payer) const
{
    Money m;
    const ItemStates states(m_book, m_day, payer);
    m.items = reminderItems(m_book, states, openLinesOf(m_book, payer, m_day), m_day);
    const PayerStatuses statuses(m_book, payer, m_day);
    for (const ReminderItem& item : m.items) {
        if (item.line.due >= m_day.days())
            continue;
        ++m.pastDue;
        const ItemState state = states.of(item.line.debit);
        m.disputed += item.rest <= 0 && state.disputed > 0 ? 1 : 0;
        m.promised += item.rest <= 0 && state.agreed() > 0 ? 1 : 0;
        if (item.rest <= 0)
            continue;
        const PayerStatus* status = statuses.of(viewDebit(m_book.ledger(), item.line.debit).id);
        if (isScheduledAhead(status, m_day)) {
            ++m.scheduled;
            if (!m.scheduledFor.isValid() || status->scheduledFor < m.scheduledFor)
                m.scheduledFor = status->scheduledFor;
            continue;
        }
        m.left = true;
        m.in(item.line.currency) += item.rest;
    }
    for (const UnappliedLine& u : unappliedOf(m_book, payer, m_day))
        if (u.free)
            m.in(u.currency) -= u.amount;
    return m;
}

// Whether anything is left to ask for.
Outcome ContactPermission::mayAsk(std::uint32_t payer, StepChannel channel) const
{
    const Money m = moneyOf(payer);
    const Words came = cameTodayWords(m_book, payer, m_day);
    if (m.items.empty())
        return no(u"invoices",
                  came.isEmpty() ? Lang::words("nothing is open") : Lang::words("nothing is open: %1", came));
    if (isReminder(channel) && !came.isEmpty())
        return no(u"invoices", came, Lang::words("ask again tomorrow for what is left"));
    if (m.pastDue == 0 && channel == StepChannel::Task)
        return no(u"invoices", Lang::words("nothing is past due"));
    if (m.pastDue > 0 && !m.left) {
        if (m.scheduled > 0)
            return no(u"invoices",
                      Lang::words("what is past due is scheduled, the first for %1", DayWord{m.scheduledFor, m_day}));
        const bool both = m.disputed > 0 && m.promised > 0;
        return no(u"invoices", both             ? Lang::words("all that is past due is promised or disputed")
                               : m.disputed > 0 ? Lang::words("all that is past due is disputed")
                                                : Lang::words("all that is past due is promised"));
    }
    if (m.pastDue > 0 && std::none_of(m.net.begin(), m.net.end(), [](const Money::Net& n) { return n.rest > 0; }))
        return no(u"invoices", Lang::words("what is past due is covered by money not assigned yet"),
                  Lang::words("assign the payment first"));
    return isReminder(channel) ? mayDun(payer, m, channel) : Outcome();
}

// What holds reminders and harder steps, beyond what holds a call.
Outcome ContactPermission::mayDun(std::uint32_t payer, const Money& money, StepChannel channel) const
{
    if (const Words why = noReminderReason(m_book, payer, m_day); !why.isEmpty())
        return no(u"customer", why, Lang::words("nothing is sent until that changes"));
    Words first;
    for (const ReminderItem& item : money.items) {
        if (channel == StepChannel::Task && item.line.due >= m_day.days())
            continue;
        if (item.mayBeNamed())
            return {};
        if (first.isEmpty())
            first = Lang::words("%1: %2", viewDebit(m_book.ledger(), item.line.debit).number, item.why);
    }
    return no(u"invoices", first);
}

Outcome ContactPermission::may(std::uint32_t payer, const Contact* contact, StepChannel channel) const
{
    if (const Words why = noContactReason(m_book, payer, m_day); !why.isEmpty())
        return no(u"customer", Lang::words("%1 is %2", m_book.customers()[payer].name, why),
                  Lang::words("its status says who deals with it"));
    if (const Outcome o = mayUse(payer, contact, channel); !o)
        return o;
    const bool asked = channel == StepChannel::Call && askedForCall(payerPast(m_book, payer, m_day), m_day);
    if (const Outcome o = mayAsk(payer, channel); !o && !asked)
        return o;
    if (const Outcome o = maySpeakAt(payer, contact, channel); !o)
        return o;
    return channel == StepChannel::Call && !asked ? mayTry(payer) : Outcome();
}

Outcome mayContact(const Book& book, std::uint32_t payer, const Contact* contact, StepChannel channel, Instant now)
{
    return ContactPermission(book, now).may(payer, contact, channel);
}

} // namespace duedesk
