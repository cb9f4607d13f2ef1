#include "core/insight/agreements/plans.h"
#include "core/base/words.h"
#include "core/command/agreedlines.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <set>

namespace duedesk {
namespace {

constexpr std::size_t mostInstalments = 60;

// Each instalment has a day and an amount, the days ascend, and none lies behind us. The sum, minor units.
Result<std::int64_t> checkInstalments(const PlanDraft& draft, Date today)
{
    if (!draft.currency.isValid())
        return std::unexpected(badField(u"amount", Lang::words("has no currency")));
    if (draft.instalments.empty())
        return std::unexpected(
            badField(u"instalments", Lang::words("are missing"), Lang::words("give each a day and an amount")));
    if (draft.instalments.size() > mostInstalments)
        return std::unexpected(
            badField(u"instalments", Lang::words("are more than 60"), Lang::words("agree on fewer, larger ones")));
    Int128 sum = 0;
    for (std::size_t k = 0; k < draft.instalments.size(); ++k) {
        const PlanInstalment& i = draft.instalments[k];
        const Number at{qint64(k) + 1};
        if (!i.due.isValid())
            return std::unexpected(badField(u"date", Lang::words("of instalment %1 is missing", at)));
        if (i.due < today)
            return std::unexpected(badField(u"date", Lang::words("of instalment %1 lies in the past", at),
                                            Lang::words("choose today or a later day")));
        if (k > 0 && i.due <= draft.instalments[k - 1].due)
            return std::unexpected(badField(u"date", Lang::words("of instalment %1 is not after the one before", at),
                                            Lang::words("order them by day")));
        if (i.amount <= 0 || i.amount > maxRowAmount)
            return std::unexpected(badField(u"amount", Lang::words("of instalment %1 must be more than zero", at)));
        sum += i.amount;
    }
    return narrow(sum);
}

// Above the policy's threshold, or not comparable with it.
bool aboveThreshold(const Book& book, Money sum, Date today)
{
    const RatesAt rates = book.ratesAt(today);
    return !rates.has(sum.currency.index())
           || rates.convert(sum.minor, sum.currency.index())
                  > policyAmount(book.policyAt(today).planApprovalBase, rates.base());
}

// A plan in force, and one that still waits, ends where one of its invoices is taken into a new one.
void replacePlans(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                  const Plan& by, Date today)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<Plan>(site)) {
            const Plan& old = book.rows<Plan>()[row];
            if (old.id == by.id || old.currency != by.currency || old.madeOn > today
                || !sharesLine(old.lines, by.lines))
                continue;
            const PlanStanding standing = judge(book, old, today);
            if (standing.state != PlanState::OnSchedule && standing.state != PlanState::Broken
                && standing.state != PlanState::Waiting)
                continue;
            Plan ended = old;
            ended.replacedBy = by.id;
            ended.replacedOn = today;
            changes.change(old, std::move(ended));
            remarks.push_back(Lang::words("It replaces the plan of %1.", DayWord{old.madeOn, today}));
        }
    });
}

void replaceBy(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer, const Plan& p,
               Date today)
{
    replacePromises(changes, remarks, book, payer, p.lines, p.currency, {}, today);
    replacePlans(changes, remarks, book, payer, p, today);
}

void remarkHolidays(std::vector<Words>& remarks, const BusinessCalendar& calendar,
                    const std::vector<PlanInstalment>& instalments, Date today)
{
    std::vector<Words> days;
    for (const PlanInstalment& i : instalments)
        if (!calendar.isBusinessDay(i.due))
            days.push_back(DayWord{i.due, today, true});
    if (days.size() == 1)
        remarks.push_back(Lang::words("%1 is not a business day there.", days.front()));
    else if (!days.empty())
        remarks.push_back(Lang::words("%1 are not business days there.", listed(std::move(days))));
}

void followUp(ChangeSet& changes, const Book& book, std::uint32_t payer, const Plan& p, const Context& x)
{
    const Date deadline =
        book.calendarOf(payer).addBusinessDays(p.instalments.front().due, book.policyAt(x.today).promiseGraceDays);
    addNextAction(changes, book, payer, x, NextActionKind::FollowUp, book.calendar().addBusinessDays(deadline, 1));
}

Int128 sumOf(const std::vector<PlanInstalment>& instalments)
{
    Int128 sum = 0;
    for (const PlanInstalment& i : instalments)
        sum += i.amount;
    return sum;
}

Words planWords(const Plan& p, Date today)
{
    return Lang::count("%2 in %1 instalments, the first %3", "%2 in 1 instalment, the first %3",
                       qint64(p.instalments.size()), Money{narrow(sumOf(p.instalments)), p.currency},
                       DayWord{p.instalments.front().due, today});
}

Result<const Plan*> planOf(const Book& book, PlanId id)
{
    if (const Plan* p = book.rows<Plan>().find(id))
        return p;
    return fail(ErrorCode::InputRejected, Lang::words("is not a plan of this book"), {}, QStringLiteral("plan"));
}

// Everybody who can work in this book, and who is at it now.
bool hasAnotherUser(const Book& book, const QString& maker)
{
    bool other = false;
    book.rows<User>().forEach([&](std::uint32_t, const User& u) { other = other || u.name != maker; });
    return other;
}

} // namespace

Result<PlanId> addPlan(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                       const PlanDraft& draft, ContactId contact, const QString& note, const Context& x)
{
    const auto sum = checkInstalments(draft, x.today);
    if (!sum)
        return std::unexpected(sum.error());
    if (const Outcome o = checkText(draft.method, u"method", wordLimit); !o)
        return std::unexpected(o.error());
    auto lines =
        agreedLines({*sum, draft.currency, draft.lines, false}, openDebits(book, payer, draft.currency, x.today));
    if (!lines)
        return std::unexpected(lines.error());
    Plan p;
    p.id = nextId<PlanId>(x, Table::Plan);
    p.customer = book.customers()[payer].id;
    p.currency = draft.currency;
    p.instalments = draft.instalments;
    p.lines = std::move(*lines);
    p.madeOn = p.enteredOn = x.today;
    p.contact = contact;
    p.method = draft.method;
    p.takenBy = x.user;
    p.note = note;
    p.needsApproval = aboveThreshold(book, {*sum, draft.currency}, x.today);
    p.operation = x.operation;
    remarkHolidays(remarks, book.calendarOf(payer), p.instalments, x.today);
    if (p.needsApproval)
        remarks.push_back(Lang::words("It waits for approval and holds nothing back until then."));
    else
        replaceBy(changes, remarks, book, payer, p, x.today);
    followUp(changes, book, payer, p, x);
    const PlanId id = p.id;
    changes.insert(std::move(p));
    return id;
}

Result<ChangeSet> decideCommand(const Book& book, const MakePlan& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const auto contact = contactOf(book, c.contact, *payer); !contact)
        return std::unexpected(contact.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("plan made"));
    std::vector<Words> remarks;
    if (const auto id = addPlan(changes, remarks, book, *payer, c.draft, c.contact, c.note, x); !id)
        return std::unexpected(id.error());
    changes.summary = summaryOf(Lang::words("Plan logged for %1: %2.", book.customers()[*payer].name,
                                            planWords(changes.of<Plan>().back().after, x.today)),
                                std::move(remarks));
    return changes;
}

// Another person than made it; where the book knows nobody else, its maker approves it and the summary says so.
Result<ChangeSet> decideCommand(const Book& book, const ApprovePlan& c, const Context& x)
{
    const auto p = planOf(book, c.plan);
    if (!p)
        return std::unexpected(p.error());
    const PlanStanding standing = judge(book, **p, x.today);
    if (standing.state != PlanState::Waiting)
        return fail(ErrorCode::Refused, Lang::words("is %1 already", wordsOf(standing.state)),
                    Lang::words("only a plan that waits can be approved"), QStringLiteral("plan"));
    const bool own = x.user == (*p)->takenBy;
    if (own && hasAnotherUser(book, x.user))
        return fail(ErrorCode::Refused, Lang::words("was made by yourself"),
                    Lang::words("ask a colleague to approve it"), QStringLiteral("plan"));
    const auto payer = payerOf(book, (*p)->customer);
    if (!payer)
        return std::unexpected(payer.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("plan approved"));
    std::vector<Words> remarks;
    Plan after = **p;
    after.approvedBy = x.user;
    after.approvedOn = x.today;
    replaceBy(changes, remarks, book, *payer, after, x.today);
    changes.change(**p, std::move(after));
    if (own)
        remarks.insert(remarks.begin(), Lang::words("By yourself: this book has no second user."));
    changes.summary =
        summaryOf(Lang::words("Plan of %1 approved: %2.", book.customers()[*payer].name, planWords(**p, x.today)),
                  std::move(remarks));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const WithdrawPlan& c, const Context& x)
{
    const auto p = planOf(book, c.plan);
    if (!p)
        return std::unexpected(p.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const PlanState state = judge(book, **p, x.today).state;
    if (state != PlanState::Waiting && state != PlanState::OnSchedule && state != PlanState::Broken)
        return fail(ErrorCode::Refused, Lang::words("is %1 already", wordsOf(state)),
                    Lang::words("only a plan that runs or waits can be withdrawn"), QStringLiteral("plan"));
    const auto payer = payerOf(book, (*p)->customer);
    if (!payer)
        return std::unexpected(payer.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("plan withdrawn"));
    Plan ended = **p;
    ended.withdrawnOn = x.today;
    changes.change(**p, std::move(ended));
    if (Activity* note = addNote(changes, book, *payer, c.note, x))
        note->plan = c.plan;
    addNextAction(changes, book, *payer, x, NextActionKind::FollowUp, x.today);
    changes.summary = Lang::words("Plan of %1 withdrawn. Back on the list.", book.customers()[*payer].name);
    return changes;
}

} // namespace duedesk
