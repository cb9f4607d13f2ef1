// What the playbook's placeholders stand for, and which situation a payer is in.
#include "core/base/storedwords.h"
#include "core/insight/agreements/requests.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/letters/mailguard.h"
#include "core/insight/people/callcontact.h"
#include "core/insight/talks/playbook.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr int newTalkDays = 60; // after so long a silence one begins anew

// The latest talk by D that came to something; tries since the last time somebody answered.
struct Talks {
    const Activity* last = nullptr;
    const Activity* connect = nullptr;
    int triesSince = 0;
};

Talks talksOf(const Book& book, std::uint32_t payer, Date d)
{
    std::vector<const Activity*> all;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.activitiesOf(site))
            if (const Activity& a = book.rows<Activity>()[row]; a.day <= d && a.kind != ActivityKind::Note)
                all.push_back(&a);
    });
    std::ranges::stable_sort(all, {}, [](const Activity* a) { return std::pair(a->day, a->at); });
    Talks out;
    for (const Activity* a : all) {
        out.last = a;
        out.triesSince += isAttempt(*a) ? 1 : 0;
        if (isConnect(*a)) {
            out.connect = a;
            out.triesSince = 0;
        }
    }
    return out;
}

// The unresolved dispute about most money, and the promise broken last.
const Dispute* openDispute(const Book& book, std::uint32_t payer, Date d)
{
    const Dispute* found = nullptr;
    std::int64_t most = -1;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.disputesOf(site)) {
            const Dispute& x = book.rows<Dispute>()[row];
            if (x.openedOn > d || (x.resolvedOn.isValid() && x.resolvedOn <= d))
                continue;
            const std::uint32_t debit = book.ledger().debitRow(x.debit);
            const std::int64_t open = debit == noRow ? 0 : book.ledger().open(debit, d);
            if (open > most) {
                most = open;
                found = &x;
            }
        }
    });
    return found;
}

const Promise* brokenPromise(const Book& book, std::uint32_t payer, Date d)
{
    const Promise* found = nullptr;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site)) {
            const Promise& p = book.rows<Promise>()[row];
            if (p.madeOn > d || (found && p.promisedFor <= found->promisedFor))
                continue;
            const PromiseState s = judge(book, p, d).state;
            if (s == PromiseState::Broken || s == PromiseState::PartlyKept)
                found = &p;
        }
    });
    return found;
}

struct Asked { // one item we speak about
    std::uint32_t debit = noRow;
    std::int64_t rest = 0;
    std::int32_t due = 0;
    Currency currency;
};

// What is past due and not disputed or promised, oldest first; where nothing is, what falls due next.
std::vector<Asked> askedItems(const Book& book, std::uint32_t payer, Date d, std::vector<Asked>& next)
{
    std::vector<Asked> out;
    const Ledger& l = book.ledger();
    const ItemStates states(book, d, payer);
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            const ItemState s = states.of(row);
            const std::int64_t rest = openAt(*c, i, d.days()) - s.held();
            if (rest > 0)
                (c->due[i] < d.days() ? out : next)
                    .push_back({row, rest, c->due[i], Currency::fromIndex(c->currency[i])});
        }
    });
    std::ranges::stable_sort(out, {}, &Asked::due);
    std::ranges::stable_sort(next, {}, &Asked::due);
    return out;
}

// "1,000.00 EUR and 200.00 USD": own currencies, less money of theirs that is not assigned yet.
QString totalWords(const Book& book, std::uint32_t payer, const std::vector<Asked>& items, Date d)
{
    std::map<Currency, std::int64_t> sums;
    for (const Asked& a : items)
        sums[a.currency] += a.rest;
    for (const UnappliedLine& u : unappliedOf(book, payer, d))
        if (const auto sum = sums.find(Currency::fromIndex(u.currency)); u.free && sum != sums.end())
            sum->second -= u.amount;
    QStringList parts;
    for (const auto& [currency, sum] : sums)
        if (sum > 0)
            parts += moneyWords({sum, currency});
    const QString last = parts.isEmpty() ? QString() : parts.takeLast();
    return parts.isEmpty() ? last : QString(parts.join(QStringLiteral(", ")) + u" and " + last);
}

void addItems(SayWords& w, const Book& book, std::uint32_t payer, Date d)
{
    std::vector<Asked> next;
    std::vector<Asked> items = askedItems(book, payer, d, next);
    if (items.empty() && !next.empty())
        items = {next.front()};
    const bool one = items.size() <= 1;
    const auto pick = [&](const char* name, const char* single, const char* many) {
        w[QString::fromLatin1(name)] = QString::fromLatin1(one ? single : many);
    };
    pick("it", "it", "the oldest");
    pick("oldest", "", "oldest");
    pick("they", "it", "they");
    pick("them", "it", "them");
    pick("are", "is", "are");
    pick("have", "has", "have");
    pick("stand", "stands", "stand");
    pick("together", "", "together");
    w[QStringLiteral("items")] = QStringLiteral("your account");
    w[QStringLiteral("invoice")] = QStringLiteral("of this month");
    w[QStringLiteral("total")] = w[QStringLiteral("amount")] = QStringLiteral("the balance");
    w[QStringLiteral("due")] = QStringLiteral("its day");
    w[QStringLiteral("days")] = QStringLiteral("some days");
    if (items.empty())
        return;
    const Asked& first = items.front();
    const DebitView v = viewDebit(book.ledger(), first.debit);
    w[QStringLiteral("items")] =
        one ? QString(u"invoice " + v.number) : countWords(int(items.size()), u"invoice", u"invoices");
    w[QStringLiteral("invoice")] = v.number;
    w[QStringLiteral("amount")] = moneyWords({first.rest, first.currency});
    w[QStringLiteral("due")] = dayWords(Date(first.due), d);
    if (d.days() > first.due)
        w[QStringLiteral("days")] = countWords(d.days() - first.due, u"day", u"days");
    if (const QString total = totalWords(book, payer, items, d); !total.isEmpty())
        w[QStringLiteral("total")] = total;
}

void addPeople(SayWords& w, const Book& book, const CallRow& row, const Talks& talks, Date d, const QString& user)
{
    const Rows<Contact>& people = book.rows<Contact>();
    const Contact* c = row.contact == noRow ? nullptr : &people[row.contact];
    w[QStringLiteral("contact")] = c && c->role != ContactRole::SharedInbox ? c->name : QString();
    QString me = user;
    if (!me.isEmpty())
        me[0] = me[0].toUpper();
    w[QStringLiteral("me")] = me.isEmpty() ? QStringLiteral("the collections desk") : me;
    QStringList ours; // one without a code stands for the lines that name none
    book.companies().forEach([&](std::uint32_t, const Company& company) {
        if (!company.code.isEmpty())
            ours += company.name;
    });
    w[QStringLiteral("us")] = ours.size() == 1 ? ours.front() : QString();
    w[QStringLiteral("customer")] = book.customers()[row.payer].name;
    if (talks.connect) {
        w[QStringLiteral("last_talk")] = dayWords(talks.connect->day, d);
        const Contact* other = talks.connect->contact ? people.find(talks.connect->contact) : nullptr;
        if (other && c && other->id != c->id && rungOf(other->role) < rungOf(c->role))
            w[QStringLiteral("lower")] = other->name;
    }
}

QString reasonWords(const Dispute& x)
{
    constexpr std::array<const char*, 10> names = {"",
                                                   "the price",
                                                   "the quantity",
                                                   "the quality",
                                                   "a missing document",
                                                   "the address",
                                                   "an order not found",
                                                   "a double invoice",
                                                   "the terms",
                                                   "a deduction"};
    return x.reason.isEmpty() ? QString::fromLatin1(names[std::size_t(x.kind)]) : say(recalled(x.reason));
}

} // namespace

Situation situationOf(const Book& book, const CallRow& row, Date d)
{
    if (row.contact == noRow || book.rows<Contact>()[row.contact].role == ContactRole::SharedInbox)
        return Situation::FindPerson;
    if (row.lane == Lane::CallBack)
        return Situation::CallBack;
    const PayerPast past = payerPast(book, row.payer, d);
    if (past.weOwe || past.request)
        return Situation::NeedsDocument;
    if (past.brokenLive > 0)
        return Situation::PromiseBroken;
    if (past.unmet)
        return Situation::InProcess;
    if (past.escalated)
        return Situation::Escalated;
    if (row.lane == Lane::BeforeDue)
        return Situation::BeforeDue;
    if (row.lane == Lane::FirstInvoice)
        return Situation::FirstInvoice;
    const Talks talks = talksOf(book, row.payer, d);
    if (past.claim && talks.connect && past.claim->id == talks.connect->id && past.claimed.state != ClaimState::Found)
        return Situation::SaysPaid;
    if (talks.connect && talks.connect->outcome == CallOutcome::InProcess)
        return Situation::InProcess;
    if (openDispute(book, row.payer, d))
        return Situation::Dispute;
    if (talks.triesSince >= 2)
        return Situation::NoAnswer;
    return talks.last && d - talks.last->day <= newTalkDays ? Situation::StillOpen : Situation::FirstReminder;
}

SayWords sayWords(const Book& book, const CallRow& row, Date d, const QString& user)
{
    SayWords w;
    const Talks talks = talksOf(book, row.payer, d);
    addItems(w, book, row.payer, d);
    addPeople(w, book, row, talks, d, user);
    w[QStringLiteral("deadline")] =
        weekdayWords(book.calendarOf(row.payer).addBusinessDays(d, book.policyAt(d).confirmDays), d);
    if (const Activity* claim = lastClaim(book, row.payer, d); claim && claim->claimed.isValid())
        w[QStringLiteral("claim_day")] = dayWords(claim->claimed, d);
    w[QStringLiteral("promised")] = QStringLiteral("a payment");
    w[QStringLiteral("promised_for")] = QStringLiteral("the day we agreed on");
    w[QStringLiteral("promised_by")] = QStringLiteral("your team");
    if (const Promise* p = brokenPromise(book, row.payer, d)) {
        w[QStringLiteral("promised")] = moneyWords({p->amount, p->currency});
        w[QStringLiteral("promised_for")] = dayWords(p->promisedFor, d);
        if (const Contact* by = p->contact ? book.rows<Contact>().find(p->contact) : nullptr;
            by && !by->name.isEmpty() && by->name != w[QStringLiteral("contact")])
            w[QStringLiteral("promised_by")] = by->name;
    }
    w[QStringLiteral("dispute_invoice")] = QStringLiteral("one invoice");
    if (const Dispute* x = openDispute(book, row.payer, d)) {
        if (const std::uint32_t debit = book.ledger().debitRow(x->debit); debit != noRow)
            w[QStringLiteral("dispute_invoice")] = u"invoice " + viewDebit(book.ledger(), debit).number;
        w[QStringLiteral("dispute_reason")] = reasonWords(*x);
    }
    w[QStringLiteral("document")] = QStringLiteral("a document");
    if (const auto waits = openRequests(book, row.payer, d); !waits.empty() && !waits.front()->what.isEmpty())
        w[QStringLiteral("document")] = say(recalled(waits.front()->what));
    return w;
}

} // namespace duedesk
