#include "core/insight/agreements/confirms.h"

#include "core/base/money.h"
#include "core/base/storedwords.h"
#include "core/insight/agreements/claims.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/figures/itemstate.h"
#include "core/insight/people/callcontact.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace duedesk {
namespace {

constexpr std::array<const char*, 4> stateNames = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "waiting"), QT_TRANSLATE_NOOP("duedesk::Lang", "met"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "unmet"), QT_TRANSLATE_NOOP("duedesk::Lang", "over")};

template <class F> void forEachConfirm(const Book& book, std::uint32_t payer, Date d, F&& f)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<ConfirmBy>(site))
            if (const ConfirmBy& c = book.rows<ConfirmBy>()[row]; c.madeOn <= d)
                f(c);
    });
}

// What was said in that talk came true without anybody ticking it off.
bool cameTrue(const Book& book, const ConfirmBy& c, Date d)
{
    const Activity* talk = c.activity ? book.rows<Activity>().find(c.activity) : nullptr;
    if (!talk || talk->day > d)
        return false;
    if (const Promise* p = talk->promise ? book.rows<Promise>().find(talk->promise) : nullptr) {
        const PromiseState s = judge(book, *p, d).state;
        return s == PromiseState::Kept || s == PromiseState::KeptElsewhere || s == PromiseState::Credited;
    }
    return talk->outcome == CallOutcome::SaysPaid && judgeClaim(book, *talk, d).state == ClaimState::Found;
}

// Spoken with that rung or one above since.
bool rungReached(const Book& book, std::uint32_t payer, const ConfirmBy& c, Date d)
{
    bool reached = false;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.activitiesOf(site)) {
            const Activity& a = book.rows<Activity>()[row];
            if (a.day < c.madeOn || a.day > d || a.id == c.activity || !reachedRightParty(book, a))
                continue;
            const bool later = a.day > c.madeOn || a.id > c.activity;
            reached = reached || (later && rungOf(book.rows<Contact>().find(a.contact)->role) >= rungOf(c.nextRung));
        }
    });
    return reached;
}

struct PastDue {
    MoneyBag money;
    QStringList lines;
    int items = 0;
};

// What is past due, disputed and promised parts left out, the oldest first; the first ones by name.
PastDue pastDueOf(const Book& book, std::uint32_t payer, Date d)
{
    struct Line {
        Date due;
        std::uint32_t row;
        std::int64_t rest;
    };
    const Ledger& l = book.ledger();
    const ItemStates states(book, d, payer);
    std::vector<Line> lines;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (c->due[i] >= d.days())
                continue;
            const ItemState s = states.of(row);
            if (const std::int64_t rest = openAt(*c, i, d.days()) - s.held(); rest > 0)
                lines.push_back({Date(c->due[i]), row, rest});
        }
    });
    std::sort(lines.begin(), lines.end(),
              [](const Line& a, const Line& b) { return std::tie(a.due, a.row) < std::tie(b.due, b.row); });
    PastDue out;
    constexpr std::size_t most = 10;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        const DebitView v = viewDebit(l, lines[k].row);
        out.money.add({lines[k].rest, v.currency});
        if (k < most)
            out.lines +=
                u"- " + v.number + u", due " + dayWords(v.due, d) + u": " + moneyWords({lines[k].rest, v.currency});
    }
    out.items = int(lines.size());
    if (lines.size() > most)
        out.lines += u"- and " + QString::number(lines.size() - most) + u" more";
    return out;
}

} // namespace

QString confirmStateName(ConfirmState s) { return QString::fromLatin1(stateNames[std::size_t(s)]); }
Words wordsOf(ConfirmState s) { return Lang::words(stateNames[std::size_t(s)]); }

ConfirmState confirmStateOf(const Book& book, const ConfirmBy& c, Date d)
{
    if (c.metOn.isValid() && c.metOn <= d)
        return ConfirmState::Met;
    const std::uint32_t customer = book.customerRow(c.customer);
    const std::uint32_t payer = customer == noRow ? noRow : book.payerRow(customer);
    if (payer == noRow)
        return ConfirmState::Over;
    bool replaced = false;
    forEachConfirm(book, payer, d, [&](const ConfirmBy& other) {
        replaced = replaced || (other.madeOn <= c.due && std::tie(c.madeOn, c.id) < std::tie(other.madeOn, other.id));
    });
    if (replaced)
        return ConfirmState::Over;
    if (cameTrue(book, c, d))
        return ConfirmState::Met;
    if (d <= c.due)
        return ConfirmState::Waiting;
    return rungReached(book, payer, c, d) ? ConfirmState::Over : ConfirmState::Unmet;
}

const ConfirmBy* unmetConfirm(const Book& book, std::uint32_t payer, Date d)
{
    const ConfirmBy* out = nullptr;
    forEachConfirm(book, payer, d, [&](const ConfirmBy& c) {
        if (c.due >= d || confirmStateOf(book, c, d) != ConfirmState::Unmet)
            return;
        const auto order = [](const ConfirmBy& x) { return std::tuple(-rungOf(x.nextRung), x.due, x.id); };
        if (!out || order(c) < order(*out))
            out = &c;
    });
    return out;
}

const ConfirmBy* openConfirm(const Book& book, std::uint32_t payer, Date d)
{
    const ConfirmBy* waiting = nullptr;
    forEachConfirm(book, payer, d, [&](const ConfirmBy& c) {
        if (confirmStateOf(book, c, d) == ConfirmState::Waiting)
            waiting = &c;
    });
    return waiting ? waiting : unmetConfirm(book, payer, d);
}

ConfirmMail draftConfirmMail(const Book& book, const ConfirmBy& c, Date d)
{
    ConfirmMail out;
    const std::uint32_t customer = book.customerRow(c.customer);
    if (customer == noRow)
        return out;
    const std::uint32_t payer = book.payerRow(customer);
    const Contact* said = c.contact ? book.rows<Contact>().find(c.contact) : nullptr;
    const std::uint32_t to = bestContact(book, payer, c.nextRung, d, LocalTimes(0), c.contact);
    const Contact* next = to == noRow ? nullptr : &book.rows<Contact>()[to];
    if (next)
        out.to = next->id;
    const PastDue late = pastDueOf(book, payer, d);
    QStringList sums;
    for (const auto& [currency, amount] : late.money.amounts())
        sums += moneyWords({narrow(amount), currency});
    const QString what = c.what.isEmpty() ? QStringLiteral("the payment of our open invoices") : say(recalled(c.what));
    const QString& name = book.customers()[payer].name;
    out.subject = u"Open invoices of " + name + u": your confirmation";
    QStringList lines;
    lines += next ? QString(u"Dear " + next->name + u',') : QStringLiteral("Dear Sir or Madam,");
    lines += QString();
    lines += u"on " + dayWords(c.madeOn, d) + u" we spoke with " + (said ? said->name : QStringLiteral("your team"))
             + u" and were told that by " + dayWords(c.due, d) + u" we would have your confirmation: " + what
             + u". We have not had it yet.";
    if (late.items > 0) {
        lines += QString();
        lines += countWords(late.items, u"invoice is", u"invoices are") + u" past due, together "
                 + sums.join(QStringLiteral(" and ")) + u':';
        lines += late.lines;
    }
    const Date by = book.calendarOf(payer).addBusinessDays(d, book.policyAt(d).confirmDays);
    lines += QString();
    lines += u"Could you please tell us by " + weekdayWords(by, d)
             + u" when the payment will be made, or what is still missing on our side?";
    lines += QString();
    lines += QStringLiteral("Kind regards");
    out.text = lines.join(u'\n') + u'\n';
    return out;
}

} // namespace duedesk
