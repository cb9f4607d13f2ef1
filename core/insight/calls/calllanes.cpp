#include "core/insight/calls/calllanes.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr std::size_t chipLimit = 4;
constexpr int furthestSending = 90; // days after its date that an invoice is sent at most

std::int64_t baseUnits(std::int64_t units, Currency base)
{
    for (int e = base.exponent(); e > 0; --e)
        units *= 10;
    return units;
}

Words owedStep(const CustomerRequest* r)
{
    switch (r ? r->kind : RequestKind::Document) {
    case RequestKind::Credit: return Lang::words("Give the credit");
    case RequestKind::Answer: return Lang::words("Answer them");
    case RequestKind::Document: break;
    }
    return Lang::words("Send the document");
}

// A mail where there is no number.
Words reachStep(ContactRole role, bool phone)
{
    switch (role) {
    case ContactRole::ApClerk: return phone ? Lang::words("Call AP") : Lang::words("E-mail AP");
    case ContactRole::ApLead: return phone ? Lang::words("Call AP lead") : Lang::words("E-mail AP lead");
    case ContactRole::FinanceHead: return phone ? Lang::words("Call finance head") : Lang::words("E-mail finance head");
    case ContactRole::Sponsor: return phone ? Lang::words("Call sponsor") : Lang::words("E-mail sponsor");
    case ContactRole::Other:
    case ContactRole::SharedInbox: break;
    }
    return phone ? Lang::words("Call contact") : Lang::words("E-mail contact");
}

bool isOneOf(const QString& text, QStringView word) { return text.compare(word, Qt::CaseInsensitive) == 0; }

} // namespace

LaneTests::LaneTests(const Book& book, const CallListOptions& options)
    : m_book(book), m_policy(book.policyAt(options.day)), m_ours(book.calendar()), m_day(options.day),
      m_now(options.now), m_times(options.now), m_largeItem(baseUnits(5000, book.info().base))
{
    for (int b = 1; b < bucketCount; ++b)
        m_bucketChips[std::size_t(b)] = Lang::words("%1 days", bucketName(b, m_policy.bucketEdges));
}

Words LaneTests::blocked(std::uint32_t payer) const { return capitalised(noContactReason(m_book, payer, m_day)); }

// Call-backs and half-day tries count by their minute while the day is today.
bool LaneTests::isAhead(const NextAction& n) const { return m_now != 0 && n.at != 0 ? n.at > m_now : n.due > m_day; }

bool LaneTests::callBackDue(const PayerPast& past) const
{
    return past.next && past.next->kind == NextActionKind::CallBack && !isAhead(*past.next);
}

bool LaneTests::isBeforeDue(const CallRow& row, const PayerMoney& m) const
{
    if (m.largestDueSoon <= m_largeItem)
        return false;
    const Customer& c = m_book.customers()[row.payer];
    return isOneOf(c.tier, u"strategic") || isOneOf(c.riskClass, u"high") || isOneOf(c.riskClass, u"high risk");
}

// The day the first invoice of a customer was sent: delivered on, as the file has it, else our first mail that names it,
// else its date. Invalid where it is paid, or there is none.
Date LaneTests::firstInvoiceSent(std::uint32_t customer) const
{
    const Ledger& l = m_book.ledger();
    Ledger::DebitRef first{nullptr, 0};
    for (const std::uint32_t row : l.debitsOf(customer)) {
        const auto [c, i] = l.debit(row);
        if (DebitKind(c->kind[i]) != DebitKind::Invoice || c->date[i] > m_day.days())
            continue;
        if (c->date[i] < m_day.days() - furthestSending)
            return {}; // known for long: no need to look at the rest
        if (!first.chunk || c->date[i] < first.chunk->date[first.i])
            first = {c, i};
    }
    if (!first.chunk || openAt(*first.chunk, first.i, m_day.days()) <= 0)
        return {};
    const auto [c, i] = first;
    if (!c->deliveredOn.empty() && Date(c->deliveredOn[i]).isValid())
        return Date(c->deliveredOn[i]);
    Date mailed;
    for (const std::uint32_t row : m_book.rowsOf<OutboxMessage>(m_book.payerRow(customer)))
        if (const OutboxMessage& m = m_book.rows<OutboxMessage>()[row];
            (m.state == OutboxState::Sent || m.state == OutboxState::Exported) && m.day <= m_day
            && std::ranges::find(m.debits, DebitId(c->id[i])) != m.debits.end()
            && (!mailed.isValid() || m.day < mailed))
            mailed = m.day;
    return mailed.isValid() ? mailed : Date(c->date[i]);
}

bool LaneTests::isFirstInvoice(const CallRow& row) const
{
    bool any = false;
    for (const std::uint32_t site : m_book.paidBy(row.payer))
        if (const Date sent = firstInvoiceSent(site); sent.isValid())
            any = any || (sent <= m_day - 5 && sent >= m_day - 15);
    return any;
}

ClockWord LaneTests::clockOf(Instant at) const { return {minuteOfDayIn(m_book.info().zone, at)}; }

// "Mon 17 Nov 09:30"; of D the hour alone.
Words LaneTests::exactly(Instant at, Date day) const
{
    return day == m_day ? Words(clockOf(at)) : Lang::words("%1 %2", DayWord{day, m_day, true}, clockOf(at));
}

LaneTests::Wait LaneTests::ahead(const NextAction& n) const
{
    const Date day = n.at != 0 ? std::max(n.due, m_book.dayOf(n.at)) : n.due;
    const Words when = day > m_day ? Words(DayWord{day, m_day, true}) : n.at != 0 ? Words(clockOf(n.at)) : Words();
    const Words exact = day > m_day && n.at != 0 ? exactly(n.at, day) : when;
    const auto wait = [&](Words why) { return Wait{true, std::move(why), day, n.at}; };
    switch (n.kind) {
    case NextActionKind::TryAgain:
        return wait(Lang::words("Next try %1", day <= m_day ? when : listed({when, nextActionNote(n)})));
    case NextActionKind::CallBack: return wait(Lang::words("Call back %1", exact));
    case NextActionKind::Snooze: return wait(Lang::words("Put off until %1", exact));
    case NextActionKind::Escalate: return wait(Lang::words("Next rung %1", when));
    case NextActionKind::FindPerson: return wait(Lang::words("Find a person by %1", when));
    case NextActionKind::FollowUp:
    case NextActionKind::PutBack: break;
    }
    return wait(Lang::words("Follow-up %1", when));
}

const LaneTests::Opening& LaneTests::opening(const QString& zone, Date localDay, int minute)
{
    auto it = std::find_if(m_openings.begin(), m_openings.end(), [&](const Opening& o) {
        return o.localDay == localDay && o.minute == minute && o.zone == zone;
    });
    if (it == m_openings.end()) {
        const Instant at = instantIn(zone, localDay, minute);
        const Date day = m_book.dayOf(at);
        it = m_openings.insert(it, Opening{zone, localDay, minute, at, day, Lang::words("Opens %1", exactly(at, day))});
    }
    return *it;
}

// Outside calling hours where they are, in one zone or in all that may be theirs, or on a day they are closed.
LaneTests::Wait LaneTests::closedNow(const CallWindow& window)
{
    if (m_now == 0 || window.isOpen(m_times))
        return {};
    if (window.zones.size() > 1)
        return closedSomewhere(window);
    const LocalTimes::Local local = m_times.at(window.zones.front());
    const bool later = local.minute >= window.hours.to || !window.days->isBusinessDay(local.day);
    const Date day = later ? window.days->addBusinessDays(local.day, 1) : local.day;
    const Opening& o = opening(window.zones.front(), day, window.hours.from);
    return {true, o.words, o.day, o.at};
}

LaneTests::Wait LaneTests::closedSomewhere(const CallWindow& window) const
{
    const Instant at = window.nextOpening(m_now);
    if (at == 0) // a country too wide for that
        return {true, Lang::words("No hour is calling time in all of its zones: set a time zone"),
                m_ours.addBusinessDays(m_day, 1), 0};
    const Date day = m_book.dayOf(at);
    return {true,
            Lang::words("Opens %1, in all of its %2 zones", exactly(at, day), Number{qint64(window.zones.size())}), day,
            at};
}

// Everything but cooling off keeps a row of any lane out of what is proposed next.
LaneTests::Wait LaneTests::waitOf(CallRow& row, const Candidate& c)
{
    const Contact* contact = row.contact == noRow ? nullptr : &m_book.rows<Contact>()[row.contact];
    const CallWindow window = callWindow(m_book, contact, row.payer, m_policy);
    const Wait closed = closedNow(window);
    row.reachable = !closed.holds;
    row.closesIn = closed.holds ? -1 : window.minutesLeft(m_times);
    const PayerPast& past = c.past;
    if (past.next && !past.nextDone && isAhead(*past.next))
        return ahead(*past.next);
    const bool putBack = past.next && past.next->kind == NextActionKind::PutBack;
    const bool full = past.tries.week() >= m_policy.triesPerWeek;
    if (!putBack && (full || past.tries.today() >= m_policy.triesPerDay)) {
        const Date day = nextTryDay(m_book, row.payer, m_day, past.tries);
        const DayWord next{day, m_day, true};
        return {true,
                full ? Lang::count("%1 tries in 7 days, next try %2", "1 try in 7 days, next try %2", past.tries.week(),
                                   next)
                     : Lang::count("%1 tries today, next try %2", "1 try today, next try %2", past.tries.today(), next),
                day, 0};
    }
    if (!putBack && c.money.scheduled > 0 && c.money.scheduled >= c.money.rest)
        return {true, Lang::words("Scheduled for %1", DayWord{c.money.scheduledFor, m_day, true}),
                m_ours.addBusinessDays(c.money.scheduledFor, 1), 0};
    return closed;
}

Words LaneTests::nothingToCollect(const Candidate& c) const
{
    const PayerMoney& m = c.money;
    if (m.pastDueItems == 0)
        return Lang::words("Nothing past due");
    if (m.rest > 0)
        return Lang::words("Covered by unapplied cash");
    if (m.promised > 0 && m.disputed > 0)
        return Lang::words("Promised and disputed");
    if (m.promised > 0 && !c.past.notJudged.isEmpty())
        return c.past.notJudged;
    if (m.promised > 0)
        return Lang::words("Promised for %1", DayWord{c.past.promisedUntil, m_day});
    if (m.disputed > 0)
        return Lang::words("All of it is disputed");
    if (m.unrated.isValid())
        return Lang::words("No %1 rate", m.unrated.toString());
    return Lang::words("Below the smallest amount of the base currency");
}

Lane LaneTests::withoutMoney(const CallRow& row, const Candidate& c, const Wait& wait, Words& whyNot) const
{
    if (callBackDue(c.past))
        return Lane::CallBack;
    if (c.past.weOwe && c.money.open > 0)
        return Lane::WeOweThem;
    if (c.money.pastDueItems == 0) {
        const bool before = isBeforeDue(row, c.money);
        if (before || isFirstInvoice(row)) {
            whyNot = wait.why;
            return wait.holds ? Lane::Waiting : before ? Lane::BeforeDue : Lane::FirstInvoice;
        }
    }
    whyNot = nothingToCollect(c);
    return Lane::NotOnList;
}

Lane LaneTests::laneOf(const CallRow& row, const Candidate& c, const Wait& wait, Words& whyNot) const
{
    whyNot = blocked(row.payer);
    if (!whyNot.isEmpty())
        return Lane::NotOnList;
    if (row.tbc == 0)
        return withoutMoney(row, c, wait, whyNot);
    if (callBackDue(c.past))
        return Lane::CallBack;
    whyNot = wait.why;
    if (c.past.brokenLive > 0)
        return Lane::PromiseBroken;
    if (c.past.escalated)
        return Lane::Escalated;
    if (c.past.weOwe)
        return Lane::WeOweThem;
    if (wait.holds)
        return Lane::Waiting;
    return c.money.restBucket == bucketCount - 1 || c.largest ? Lane::BigAndLate : Lane::Routine;
}

void LaneTests::chooseContact(CallRow& row, const Candidate& c)
{
    row.contact = bestContact(m_book, row.payer, c.past.wanted, m_day, m_times);
    const Contact* contact = row.contact == noRow ? nullptr : &m_book.rows<Contact>()[row.contact];
    row.localMinute = m_times.at(contactZone(m_book, contact, row.payer)).minute;
}

bool LaneTests::place(CallRow& row, const Candidate& c)
{
    chooseContact(row, c);
    Wait wait = waitOf(row, c);
    // The next action made in or after that talk says more than the rest of the cooling off.
    const Date spoken = c.past.lastRightParty;
    const bool answered = c.past.next && !c.past.nextDone && c.past.next->madeOn >= spoken;
    if (!wait.holds && spoken.isValid() && !answered && c.past.brokenLive == 0 && !c.past.escalated && !c.past.weOwe) {
        const Date until = m_book.calendar().addBusinessDays(spoken, m_policy.coolingOffDays);
        if (m_day < until)
            wait = {true, Lang::words("Cooling off until %1", DayWord{until, m_day, true}), until, 0};
    }
    row.lane = laneOf(row, c, wait, row.whyNot);
    if (row.lane == Lane::NotOnList && c.money.pastDueItems == 0)
        return false;
    const bool waits = wait.holds && row.lane != Lane::NotOnList && row.lane != Lane::CallBack;
    row.nextDate = waits ? wait.day : c.past.next ? c.past.next->due : Date();
    if (row.lane == Lane::WeOweThem && c.past.request)
        row.nextDate = c.past.request->dueOn;
    row.opensAt = waits && wait.day <= m_day ? wait.at : 0;
    row.askedFor = row.lane == Lane::CallBack && m_now != 0 ? c.past.next->at : 0;
    row.lastTouch = c.past.lastTouch;
    row.nextStep = nextStep(row, c);
    giveReasons(row, c);
    avoid(row, c);
    return true;
}

Words LaneTests::nextStep(const CallRow& row, const Candidate& c) const
{
    if (row.lane == Lane::NotOnList)
        return {};
    if (row.lane == Lane::CallBack && c.past.next->at != 0)
        return Lang::words("Call back %1", clockOf(c.past.next->at));
    if (row.contact == noRow)
        return Lang::words("Find a person");
    const Contact& contact = m_book.rows<Contact>()[row.contact];
    if (contact.role == ContactRole::SharedInbox)
        return Lang::words("Find a person");
    if (row.lane == Lane::WeOweThem)
        return owedStep(c.past.request);
    if (row.lane == Lane::FirstInvoice)
        return Lang::words("Check contact and PO");
    if (c.past.escalated && rungOf(contact.role) < rungOf(c.past.wanted))
        return c.past.wanted == ContactRole::ApLead ? Lang::words("Find an AP lead")
                                                    : Lang::words("Find a finance head");
    return reachStep(contact.role, hasNumber(contact));
}

void LaneTests::giveReasons(CallRow& row, const Candidate& c) const
{
    const auto chip = [&](bool holds, Words text) {
        if (holds && row.reasons.size() < chipLimit)
            row.reasons.push_back(std::move(text));
    };
    row.reasons.reserve(chipLimit);
    const bool missed = row.lane == Lane::CallBack && c.past.next->due < m_day;
    if (missed)
        chip(true, Lang::words("Call-back due since %1", DayWord{c.past.next->due, m_day, true}));
    chip(row.lane == Lane::CallBack && !missed, Lang::words("Call-back due"));
    chip(c.past.brokenLive == 1, Lang::words("Promise broken"));
    if (c.past.brokenLive > 1)
        chip(true, Lang::count("%1 promises broken", "1 promise broken", c.past.brokenLive));
    if (c.past.unmet)
        chip(true, Lang::words("Not confirmed by %1", DayWord{c.past.unmet->due, m_day, true}));
    else
        chip(c.past.escalated, Lang::words("Escalated"));
    chip(c.past.weOwe, Lang::words("They wait for us"));
    if (c.past.request)
        chip(true, Lang::words("%1, by %2", c.past.request->owner, DayWord{c.past.request->dueOn, m_day, true}));
    const bool lastWord = c.past.claim && c.past.claim->day >= c.past.lastConnect;
    chip(lastWord && c.past.claimed.state == ClaimState::NotFound, Lang::words("Says paid, not seen"));
    chip(lastWord && !c.past.claimed.notJudged.isEmpty(), Lang::words("Says paid, bank data ends before"));
    chip(row.lane == Lane::BeforeDue, Lang::words("Large item due within 7 days"));
    chip(row.lane == Lane::FirstInvoice, Lang::words("First invoice"));
    if (c.money.restBucket > 0)
        chip(true, m_bucketChips[std::size_t(c.money.restBucket)]);
    chip(row.limitFactor > 10000, Lang::words("Over limit"));
    chip(c.largest, Lang::words("Large at risk"));
    chip(c.past.partly > 0, Lang::words("Promise partly kept"));
    chip(c.money.disputed > 0, Lang::words("Partly disputed"));
    chip(c.money.promised > 0, Lang::words("Partly promised"));
    chip(row.contact == noRow, Lang::words("No contact"));
}

void LaneTests::avoid(CallRow& row, const Candidate& c) const
{
    if (row.lane == Lane::NotOnList || row.tbc == 0)
        return;
    const auto hasPhone = [&] {
        bool any = false;
        forEachMember(m_book, row.payer, [&](std::uint32_t site) {
            for (const std::uint32_t contact : m_book.contactsOf(site))
                any = any || hasNumber(m_book.rows<Contact>()[contact]);
        });
        return any;
    };
    if (row.oldestDays > 30 && !c.past.lastRightParty.isValid())
        row.avoidedWhy = Lang::words("Nobody reached yet");
    else if (row.oldestDays > 30 && m_day - c.past.lastRightParty >= 21)
        row.avoidedWhy = Lang::words("Nobody reached for 21 days");
    else if (c.past.mailsSinceCall >= 2 && hasPhone())
        row.avoidedWhy = Lang::words("Mailed twice, not called");
    else if (c.past.snoozesSinceConnect >= 3)
        row.avoidedWhy = Lang::words("Put off three times");
    row.avoided = !row.avoidedWhy.isEmpty();
}

} // namespace duedesk
