#include "core/base/words.h"
#include "core/command/agreedlines.h"
#include "core/command/common.h"
#include "core/insight/agreements/plans.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>

namespace duedesk {
namespace {

// What a plan in force waits for is not asked for twice: the promise stands, and the remark says so.
void remarkPlans(std::vector<Words>& remarks, const Book& book, std::uint32_t payer, const Promise& p, Date today)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<Plan>(site))
            if (const Plan& plan = book.rows<Plan>()[row];
                sharesLine(plan.lines, p.lines) && judge(book, plan, today).state == PlanState::OnSchedule)
                remarks.push_back(Lang::words("A plan for %1 covers some of these invoices.",
                                              Money{judge(book, plan, today).toCome, plan.currency}));
    });
}

} // namespace

Result<PromiseId> addPromise(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                             const PromiseDraft& draft, ContactId contact, const QString& note, const Context& x)
{
    if (!draft.currency.isValid())
        return std::unexpected(badField(u"amount", Lang::words("has no currency")));
    if (draft.amount <= 0)
        return std::unexpected(badField(u"amount", Lang::words("must be more than zero")));
    if (!draft.promisedFor.isValid())
        return std::unexpected(badField(u"date", Lang::words("is missing"), Lang::words("say the day they will pay")));
    if (draft.promisedFor < x.today)
        return std::unexpected(
            badField(u"date", Lang::words("lies in the past"), Lang::words("choose today or a later day")));
    if (const Outcome o = checkText(draft.method, u"method", wordLimit); !o)
        return std::unexpected(o.error());
    auto lines = agreedLines(
        {draft.amount, draft.currency, draft.onAccount ? std::vector<PromiseLine>{} : draft.lines, draft.onAccount},
        openDebits(book, payer, draft.currency, x.today));
    if (!lines)
        return std::unexpected(lines.error());
    Promise p;
    p.id = nextId<PromiseId>(x, Table::Promise);
    p.customer = book.customers()[payer].id;
    p.currency = draft.currency;
    p.amount = draft.amount;
    p.lines = std::move(*lines);
    p.madeOn = p.enteredOn = x.today;
    p.promisedFor = draft.promisedFor;
    p.method = draft.method;
    p.contact = contact;
    p.takenBy = x.user;
    p.note = note;
    p.operation = x.operation;
    replacePromises(changes, remarks, book, payer, promiseLines(book, p), p.currency, p.id, x.today);
    remarkPlans(remarks, book, payer, p, x.today);
    if (!book.calendarOf(payer).isBusinessDay(p.promisedFor))
        remarks.push_back(Lang::words("%1 is not a business day there.", DayWord{p.promisedFor, x.today, true}));
    const Date deadline =
        book.calendarOf(payer).addBusinessDays(p.promisedFor, book.policyAt(x.today).promiseGraceDays);
    addNextAction(changes, book, payer, x, NextActionKind::FollowUp, book.calendar().addBusinessDays(deadline, 1));
    const PromiseId id = p.id;
    changes.insert(std::move(p));
    return id;
}

Result<ChangeSet> decideCommand(const Book& book, const MakePromise& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const auto contact = contactOf(book, c.contact, *payer); !contact)
        return std::unexpected(contact.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("promise made"));
    std::vector<Words> remarks;
    if (const auto id = addPromise(changes, remarks, book, *payer, c.draft, c.contact, c.note, x); !id)
        return std::unexpected(id.error());
    changes.summary =
        summaryOf(Lang::words("Promise logged for %1: %2 due %3.", book.customers()[*payer].name,
                              Money{c.draft.amount, c.draft.currency}, DayWord{c.draft.promisedFor, x.today}),
                  std::move(remarks));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const WithdrawPromise& c, const Context& x)
{
    const Promise* p = book.rows<Promise>().find(c.promise);
    if (!p)
        return fail(ErrorCode::InputRejected, Lang::words("is not a promise of this book"), {},
                    QStringLiteral("promise"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const PromiseStanding standing = judge(book, *p, x.today);
    if (!standing.live())
        return fail(ErrorCode::Refused, Lang::words("is %1 already", wordsOf(standing.state)),
                    Lang::words("only an open promise can be withdrawn"), QStringLiteral("promise"));
    const auto payer = payerOf(book, p->customer);
    if (!payer)
        return std::unexpected(payer.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("promise withdrawn"));
    Promise ended = *p;
    ended.withdrawnOn = x.today;
    changes.change(*p, std::move(ended));
    if (Activity* note = addNote(changes, book, *payer, c.note, x))
        note->promise = p->id;
    addNextAction(changes, book, *payer, x, NextActionKind::FollowUp, x.today);
    changes.summary = Lang::words("Promise of %1 by %2 withdrawn. Back on the list.", Money{p->amount, p->currency},
                                  book.customers()[*payer].name);
    return changes;
}

} // namespace duedesk
