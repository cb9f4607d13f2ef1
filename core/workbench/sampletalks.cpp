#include "core/workbench/sampletalks.h"

#include "core/command/command.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

struct OpenItem {
    DebitId id;
    Currency currency;
    std::int32_t due;
    std::int64_t open;
};

// Past due on the day and still open, oldest first.
std::vector<OpenItem> pastDue(const Book& book, std::uint32_t payer, Date day)
{
    std::vector<OpenItem> out;
    const Ledger& l = book.ledger();
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (const std::int64_t open = openAt(*c, i, day.days()); open > 0 && c->due[i] < day.days())
                out.push_back({DebitId(c->id[i]), Currency::fromIndex(c->currency[i]), c->due[i], open});
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const OpenItem& a, const OpenItem& b) { return a.due < b.due; });
    return out;
}

struct Talk {
    const Book& book;
    const SampleTalk& said;
    std::uint32_t payer;
    Date day;

    CustomerId customer() const { return book.customers()[payer].id; }
    QString words() const { return QString::fromStdString(said.note); }
    ContactId contact() const
    {
        const auto people = book.contactsOf(payer);
        return people.empty() ? ContactId() : book.rows<Contact>()[people.front()].id;
    }
    Command call() const;
    std::optional<Command> plan() const;
    std::optional<Command> extension() const;
};

Command Talk::call() const
{
    const std::vector<OpenItem> late = pastDue(book, payer, day);
    LogCall call;
    call.payer = customer();
    call.contact = contact();
    call.outcome = said.outcome;
    call.note = words();
    switch (said.outcome) {
    case CallOutcome::SaysPaid: call.claimed = day; break;
    case CallOutcome::CallBack:
        call.callBackOn = book.calendar().addBusinessDays(day, said.daysAhead);
        call.callBackMinute = 11 * 60;
        break;
    case CallOutcome::Dispute:
        call.dispute.emplace();
        call.dispute->kind = DisputeReason::Quantity;
        call.dispute->reason = words();
        call.dispute->department = u"Logistics"_s;
        call.dispute->targetDate = book.calendar().addBusinessDays(day, 5);
        if (!late.empty())
            call.dispute->lines = {{late.front().id, 0}};
        break;
    case CallOutcome::NeedsDocument:
        call.request.emplace();
        call.request->what = words();
        if (!late.empty())
            call.request->debit = late.front().id;
        break;
    case CallOutcome::InProcess:
        for (std::size_t i = 0; i < std::min<std::size_t>(late.size(), 2); ++i) {
            StatusDraft s;
            s.debit = late[i].id;
            s.with = u"plant manager"_s;
            call.statuses.push_back(s);
        }
        break;
    default: break;
    }
    return call;
}

// The oldest currency's past-due money in three monthly instalments.
std::optional<Command> Talk::plan() const
{
    const std::vector<OpenItem> late = pastDue(book, payer, day);
    if (late.empty())
        return std::nullopt;
    MakePlan make;
    make.payer = customer();
    make.contact = contact();
    make.note = words();
    make.draft.currency = late.front().currency;
    std::int64_t sum = 0;
    for (const OpenItem& i : late)
        if (i.currency == make.draft.currency) {
            make.draft.lines.push_back({i.id, i.open});
            sum += i.open;
        }
    const Date first = book.calendar().addBusinessDays(day + said.daysAhead, 0);
    for (int k = 0; k < 3; ++k)
        make.draft.instalments.push_back({first.addMonths(k), k < 2 ? sum / 3 : sum - 2 * (sum / 3)});
    return make;
}

// Of the oldest invoice.
std::optional<Command> Talk::extension() const
{
    const std::vector<OpenItem> late = pastDue(book, payer, day);
    if (late.empty())
        return std::nullopt;
    RegisterException e;
    e.customer = customer();
    e.debit = late.front().id;
    e.reason = words();
    e.until = day + said.extension;
    return e;
}

std::optional<Command> commandOf(const Talk& t)
{
    if (t.said.later)
        return Snooze{t.customer(), t.day + t.said.daysAhead, -1, {}};
    if (t.said.extension > 0)
        return t.extension();
    return t.said.plan ? t.plan() : t.call();
}

} // namespace

Result<int> holdTalks(BookStore& store, const std::vector<SampleTalk>& talks, const QString& user)
{
    int held = 0;
    const std::unique_ptr<IdSource> ids = store.ids();
    for (const SampleTalk& said : talks) {
        const Book& book = *store.book();
        const std::uint32_t row = book.customerByExternalId(QString::fromStdString(said.customer));
        Date day = said.day;
        while (!book.calendar().isBusinessDay(day))
            day = day - 1; // back, never beyond today
        const auto command = commandOf({book, said, book.payerRow(row), day});
        const Instant at = instantIn(book.info().zone, day, said.minute);
        if (!command)
            continue;
        const auto changes =
            decide(book, *command, {user, at, day, ids.get(), OperationId(ids->next(Table::Operation))});
        if (!changes)
            continue;
        const auto done = store.apply(*changes, book.revision(), {user, at});
        if (!done)
            return std::unexpected<Error>(done.error());
        ++held;
    }
    return held;
}

} // namespace duedesk
