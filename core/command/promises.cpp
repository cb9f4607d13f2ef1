#include "core/insight/promises.h"
#include "core/command/common.h"
#include "core/insight/callpast.h"
#include "core/insight/words.h"

#include <algorithm>

namespace duedesk {
namespace {

Error wrong(QStringView field, const QString& what, const QString& remedy = {})
{
    Error e;
    e.what = what;
    e.remedy = remedy;
    e.field = field.toString();
    return e;
}

struct OpenDebit {
    DebitId id;
    std::int32_t due;
    std::int64_t open;
};

// The payer's open items in the promise's currency, oldest due first.
std::vector<OpenDebit> openDebits(const Book& book, std::uint32_t payer, Currency currency, Date today)
{
    const Ledger& l = book.ledger();
    std::vector<OpenDebit> out;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (c->currency[i] == currency.index())
                if (const std::int64_t open = openAt(*c, i, today.days()); open > 0)
                    out.push_back({DebitId(c->id[i]), c->due[i], open});
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const OpenDebit& a, const OpenDebit& b) { return a.due < b.due; });
    return out;
}

Error tooMuch(std::int64_t open, Currency currency, bool ticked)
{
    const QString most = moneyWords({open, currency});
    return wrong(u"amount",
                 ticked ? QString(u"is more than the " + most + u" open on these invoices")
                        : QString(u"is more than the " + most + u" that is open"),
                 open > 0 ? QString(u"write at most " + most) : QString());
}

// The ticked invoices, each with at most what is open on it; amounts of zero are filled oldest due first.
Result<std::vector<PromiseLine>> tickedLines(const PromiseDraft& draft, const std::vector<OpenDebit>& open)
{
    std::vector<OpenDebit> ticked;
    Int128 stated = 0, sumOpen = 0;
    for (const PromiseLine& line : draft.lines) {
        const auto it = std::find_if(open.begin(), open.end(), [&](const OpenDebit& o) { return o.id == line.debit; });
        if (it == open.end())
            return std::unexpected(wrong(u"invoices",
                                         u"one is not open in " + draft.currency.toString() + u" at this customer",
                                         QStringLiteral("tick open invoices of one currency")));
        if (std::any_of(ticked.begin(), ticked.end(), [&](const OpenDebit& o) { return o.id == line.debit; }))
            return std::unexpected(wrong(u"invoices", QStringLiteral("one is ticked twice")));
        if (line.amount < 0 || line.amount > it->open)
            return std::unexpected(tooMuch(it->open, draft.currency, true));
        ticked.push_back(*it);
        stated += line.amount;
        sumOpen += it->open;
    }
    if (draft.amount > sumOpen)
        return std::unexpected(tooMuch(narrow(sumOpen), draft.currency, true));
    std::vector<PromiseLine> out = draft.lines;
    if (stated == 0) {
        std::stable_sort(ticked.begin(), ticked.end(),
                         [](const OpenDebit& a, const OpenDebit& b) { return a.due < b.due; });
        out.clear();
        std::int64_t left = draft.amount;
        for (const OpenDebit& o : ticked) {
            if (left == 0)
                break;
            out.push_back({o.id, std::min(left, o.open)});
            left -= out.back().amount;
        }
    } else if (stated != draft.amount) {
        return std::unexpected(wrong(u"invoices", u"add up to " + moneyWords({narrow(stated), draft.currency})
                                                      + u", not " + moneyWords({draft.amount, draft.currency})));
    }
    std::erase_if(out, [](const PromiseLine& l) { return l.amount == 0; });
    return out;
}

// Oldest due first; nothing for a promise on account.
Result<std::vector<PromiseLine>> linesOf(const PromiseDraft& draft, const std::vector<OpenDebit>& open)
{
    if (!draft.lines.empty() && !draft.onAccount)
        return tickedLines(draft, open);
    Int128 sum = 0;
    for (const OpenDebit& o : open)
        sum += o.open;
    if (draft.amount > sum)
        return std::unexpected(tooMuch(narrow(sum), draft.currency, false));
    std::vector<PromiseLine> out;
    std::int64_t left = draft.onAccount ? 0 : draft.amount;
    for (std::size_t i = 0; i < open.size() && left > 0; ++i) {
        out.push_back({open[i].id, std::min(left, open[i].open)});
        left -= out.back().amount;
    }
    return out;
}

// A new promise for the same invoices takes the place of the one that is still open.
void replaceEarlier(ChangeSet& changes, QString& remarks, const Book& book, std::uint32_t payer, const Promise& p,
                    Date today)
{
    const std::vector<PromiseLine> lines = promiseLines(book, p);
    const auto shares = [&](const PromiseLine& other) {
        return std::any_of(lines.begin(), lines.end(), [&](const PromiseLine& l) { return l.debit == other.debit; });
    };
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site)) {
            const Promise& old = book.rows<Promise>()[row];
            if (old.currency != p.currency || old.madeOn > today || !judge(book, old, today).live())
                continue;
            const auto oldLines = promiseLines(book, old);
            if (std::none_of(oldLines.begin(), oldLines.end(), shares))
                continue;
            Promise ended = old;
            ended.replacedBy = p.id;
            ended.replacedOn = today;
            changes.change(old, std::move(ended));
            remarks += u" It replaces " + moneyWords({old.amount, old.currency}) + u" due "
                       + dayWords(old.promisedFor, today) + u'.';
        }
    });
}

} // namespace

Result<PromiseId> addPromise(ChangeSet& changes, QString& remarks, const Book& book, std::uint32_t payer,
                             const PromiseDraft& draft, ContactId contact, const QString& note, const Context& x)
{
    if (!draft.currency.isValid())
        return std::unexpected(wrong(u"amount", QStringLiteral("has no currency")));
    if (draft.amount <= 0)
        return std::unexpected(wrong(u"amount", QStringLiteral("must be more than zero")));
    if (!draft.promisedFor.isValid())
        return std::unexpected(
            wrong(u"date", QStringLiteral("is missing"), QStringLiteral("say the day they will pay")));
    if (draft.promisedFor < x.today)
        return std::unexpected(
            wrong(u"date", QStringLiteral("lies in the past"), QStringLiteral("choose today or a later day")));
    if (const Outcome o = checkText(draft.method, u"method", wordLimit); !o)
        return std::unexpected(o.error());
    auto lines = linesOf(draft, openDebits(book, payer, draft.currency, x.today));
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
    replaceEarlier(changes, remarks, book, payer, p, x.today);
    if (!book.calendarOf(payer).isBusinessDay(p.promisedFor))
        remarks += u' ' + weekdayWords(p.promisedFor) + u" is not a business day there.";
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
    QString remarks;
    if (const auto id = addPromise(changes, remarks, book, *payer, c.draft, c.contact, c.note, x); !id)
        return std::unexpected(id.error());
    changes.summary = u"Promise logged for " + book.customers()[*payer].name + u": "
                      + moneyWords({c.draft.amount, c.draft.currency}) + u" due "
                      + dayWords(c.draft.promisedFor, x.today) + u'.' + remarks;
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const WithdrawPromise& c, const Context& x)
{
    const Promise* p = book.rows<Promise>().find(c.promise);
    if (!p)
        return fail(ErrorCode::InputRejected, QStringLiteral("is not a promise of this book"), {},
                    QStringLiteral("promise"));
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    const PromiseStanding standing = judge(book, *p, x.today);
    if (!standing.live())
        return fail(ErrorCode::Refused, u"is " + promiseStateName(standing.state) + u" already",
                    QStringLiteral("only an open promise can be withdrawn"), QStringLiteral("promise"));
    const auto payer = payerOf(book, p->customer);
    if (!payer)
        return std::unexpected(payer.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("promise withdrawn"));
    Promise ended = *p;
    ended.withdrawnOn = x.today;
    changes.change(*p, std::move(ended));
    if (!c.note.isEmpty()) {
        Activity a;
        a.id = nextId<ActivityId>(x, Table::Activity);
        a.customer = book.customers()[*payer].id;
        a.kind = ActivityKind::Note;
        a.at = x.now;
        a.day = x.today;
        a.user = x.user;
        a.note = c.note;
        a.promise = p->id;
        a.operation = x.operation;
        changes.insert(std::move(a));
    }
    addNextAction(changes, book, *payer, x, NextActionKind::FollowUp, x.today);
    changes.summary = u"Promise of " + moneyWords({p->amount, p->currency}) + u" by " + book.customers()[*payer].name
                      + u" withdrawn. Back on the list.";
    return changes;
}

} // namespace duedesk
