#include "core/insight/calls/callpast.h"

#include "core/insight/agreements/confirms.h"
#include "core/insight/agreements/plans.h"
#include "core/insight/agreements/requests.h"
#include "core/insight/people/callcontact.h"

#include <algorithm>

namespace duedesk {
namespace {

using Talks = std::vector<const Activity*>;

constexpr int claimDays = 60; // older claims are history

// Activities by D in the order they happened.
Talks talksOf(const Book& book, std::uint32_t payer, Date d)
{
    Talks out;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.activitiesOf(site))
            if (const Activity& a = book.rows<Activity>()[row]; a.day <= d)
                out.push_back(&a);
    });
    const auto earlier = [](const Activity* a, const Activity* b) {
        return a->day != b->day ? a->day < b->day : a->at < b->at;
    };
    if (!std::is_sorted(out.begin(), out.end(), earlier))
        std::stable_sort(out.begin(), out.end(), earlier);
    return out;
}

std::vector<const NextAction*> nextActionsOf(const Book& book, std::uint32_t payer, Date d)
{
    std::vector<const NextAction*> out;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.nextActionsOf(site))
            if (const NextAction& n = book.rows<NextAction>()[row]; n.madeOn <= d)
                out.push_back(&n);
    });
    std::stable_sort(out.begin(), out.end(), [](const NextAction* a, const NextAction* b) {
        return a->madeOn != b->madeOn ? a->madeOn < b->madeOn : a->id < b->id;
    });
    return out;
}

ContactRole roleOf(const Book& book, ContactId id)
{
    const Contact* c = id ? book.rows<Contact>().find(id) : nullptr;
    return c ? c->role : ContactRole::Other;
}

// The rung a refusal asks for: the one named with it, else the next above the one who refused.
ContactRole wantedAfter(const Book& book, const Activity& refusal, const std::vector<const NextAction*>& nexts)
{
    for (const NextAction* n : nexts)
        if (n->kind == NextActionKind::Escalate && n->operation && n->operation == refusal.operation)
            if (const ContactRole named = parseContactRole(n->note.section(u':', 0, 0)); rungOf(named) > 0)
                return named;
    return nextRung(roleOf(book, refusal.contact));
}

void count(Tries& tries, const Activity& a, Date d)
{
    const int ago = d - a.day;
    if (isAttempt(a) && ago >= 0 && ago < int(tries.back.size()))
        ++tries.back[std::size_t(ago)];
}

// Something passed between us; a voicemail or a note of ours leaves them waiting.
bool answers(const Activity& a)
{
    return isConnect(a) || a.kind == ActivityKind::Email || a.kind == ActivityKind::Letter
           || a.kind == ActivityKind::Meeting || a.kind == ActivityKind::Reply;
}

void readTalks(PayerPast& past, const Book& book, const Talks& talks, const std::vector<const NextAction*>& nexts,
               Date d)
{
    for (const Activity* a : talks) {
        count(past.tries, *a, d);
        past.lastTouch = a->day;
        if (a->kind == ActivityKind::Email || a->kind == ActivityKind::Letter)
            ++past.mailsSinceCall;
        else if (isAttempt(*a))
            past.mailsSinceCall = 0;
        if (isConnect(*a))
            past.lastConnect = a->day;
        if (answers(*a)) // where a request is kept, it says itself whether it is open
            past.weOwe = a->outcome == CallOutcome::NeedsDocument && !a->request;
        if (a->outcome == CallOutcome::SaysPaid && d - a->day <= claimDays)
            past.claim = a;
        if (reachedRightParty(book, *a)) {
            past.lastRightParty = a->day;
            if (past.escalated && rungOf(roleOf(book, a->contact)) >= rungOf(past.wanted)) {
                past.escalated = false;
                past.wanted = ContactRole::ApClerk;
            }
        }
        if (a->outcome == CallOutcome::Refused) {
            past.escalated = true;
            past.wanted = wantedAfter(book, *a, nexts);
        }
    }
}

bool isOfClaim(const PayerPast& past)
{
    return past.claim && past.next->operation && past.next->operation == past.claim->operation;
}

// What they wait for, what they did not confirm, what they said was paid; and whether that settles the next action.
void readWords(PayerPast& past, const Book& book, std::uint32_t payer, Date d)
{
    if (const auto requests = openRequests(book, payer, d); !requests.empty()) {
        past.request = requests.front();
        past.weOwe = true;
    }
    if (past.claim)
        past.claimed = judgeClaim(book, *past.claim, d);
    const bool follows = past.next && past.next->kind == NextActionKind::FollowUp;
    past.nextDone = follows && isOfClaim(past) && past.claimed.state == ClaimState::Found;
    if (past.weOwe) // nobody is sent to the next rung while it is our turn
        return;
    past.unmet = unmetConfirm(book, payer, d);
    if (!past.unmet)
        return;
    if (!past.escalated || rungOf(past.wanted) < rungOf(past.unmet->nextRung))
        past.wanted = past.unmet->nextRung;
    past.escalated = true;
    past.nextDone = past.nextDone || (follows && past.next->madeOn <= past.unmet->due);
}

bool anythingOpen(const Book& book, const std::vector<PromiseLine>& lines, Date d)
{
    for (const PromiseLine& line : lines) {
        const std::uint32_t row = book.ledger().debitRow(line.debit);
        if (row != noRow && book.ledger().open(row, d) > 0)
            return true;
    }
    return false;
}

// What was agreed and did not come, by the day it was given up on.
struct Broken {
    Date deadline;
    std::vector<PromiseLine> lines;
};

void countBroken(PayerPast& past, std::vector<Broken>& broken, Date deadline, std::vector<PromiseLine> lines, Date from,
                 Date d)
{
    past.brokenInWindow += deadline >= from && deadline <= d ? 1 : 0;
    broken.push_back({deadline, std::move(lines)});
}

// A plan is one promise here: its first broken instalment breaks it, the later ones only follow from that.
void readPlan(PayerPast& past, std::vector<Broken>& broken, const Book& book, const Plan& p, Date from, Date d)
{
    const PlanStanding s = judge(book, p, d);
    if (s.state == PlanState::OnSchedule) {
        past.promisedUntil = std::max(past.promisedUntil, p.instalments[std::size_t(s.next)].due);
        if (const Words& why = s.instalments[std::size_t(s.next)].notJudged; !why.isEmpty())
            past.notJudged = why;
    } else if (s.state == PlanState::Broken) {
        countBroken(past, broken, s.brokenOn, p.lines, from, d);
    }
}

void readPromises(PayerPast& past, const Book& book, std::uint32_t payer, Date d)
{
    std::vector<Broken> broken;
    Date lastMade;
    const Date from = d - (book.policyAt(d).brokenPromiseDays - 1);
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site)) {
            const Promise& p = book.rows<Promise>()[row];
            if (p.madeOn > d)
                continue;
            if (!lastMade.isValid() || p.madeOn > lastMade)
                lastMade = p.madeOn;
            const PromiseStanding s = judge(book, p, d);
            if (s.live()) {
                past.promisedUntil = std::max(past.promisedUntil, p.promisedFor);
                if (!s.notJudged.isEmpty())
                    past.notJudged = s.notJudged;
            } else if (s.state == PromiseState::Broken) {
                countBroken(past, broken, s.deadline, promiseLines(book, p), from, d);
            } else if (s.state == PromiseState::PartlyKept && s.deadline >= from) {
                ++past.partly;
            }
        }
        for (const std::uint32_t row : book.rowsOf<Plan>(site))
            if (const Plan& p = book.rows<Plan>()[row]; isInForce(p, d)) {
                lastMade = std::max(lastMade, p.madeOn);
                readPlan(past, broken, book, p, from, d);
            }
    });
    for (const Broken& b : broken)
        if (!(past.lastConnect.isValid() && past.lastConnect > b.deadline) && !(lastMade > b.deadline)
            && anythingOpen(book, b.lines, d))
            ++past.brokenLive;
}

} // namespace

int Tries::week() const
{
    int n = 0;
    for (const int t : back)
        n += t;
    return n;
}

bool reachedRightParty(const Book& book, const Activity& a)
{
    const bool spoken = (isConnect(a) && a.outcome != CallOutcome::CallBack) || a.kind == ActivityKind::Meeting;
    const Contact* who = spoken && a.contact ? book.rows<Contact>().find(a.contact) : nullptr;
    return who && who->role != ContactRole::SharedInbox;
}

Tries triesOf(const Book& book, std::uint32_t payer, Date d)
{
    Tries out;
    for (const Activity* a : talksOf(book, payer, d))
        count(out, *a, d);
    return out;
}

Date nextTryDay(const Book& book, std::uint32_t payer, Date d, const Tries& tries)
{
    const Policy& policy = book.policyAt(d);
    const BusinessCalendar& ours = book.calendar();
    const BusinessCalendar& theirs = book.calendarOf(payer);
    Date day = ours.addBusinessDays(d, 1);
    for (;; day = ours.addBusinessDays(day, 1)) {
        int inWeek = 0; // of the seven days that end with `day`
        for (int ago = 0; ago < int(tries.back.size()); ++ago)
            inWeek += day - (d - ago) < 7 ? tries.back[std::size_t(ago)] : 0;
        // Neither a calendar without business days nor a policy without tries puts it off for ever.
        if (day - d > 30 || (inWeek < policy.triesPerWeek && theirs.isBusinessDay(day)))
            return day;
    }
}

PayerPast payerPast(const Book& book, std::uint32_t payer, Date d)
{
    PayerPast past;
    const auto nexts = nextActionsOf(book, payer, d);
    if (!nexts.empty())
        past.next = nexts.back();
    readTalks(past, book, talksOf(book, payer, d), nexts, d);
    for (const NextAction* n : nexts)
        if (n->kind == NextActionKind::Snooze && !(past.lastConnect.isValid() && n->madeOn < past.lastConnect))
            ++past.snoozesSinceConnect;
    readPromises(past, book, payer, d);
    readWords(past, book, payer, d);
    return past;
}

} // namespace duedesk
