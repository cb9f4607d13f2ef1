#include "ui/panels/payerfacts.h"

#include "core/base/storedwords.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/confirms.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/figures/accountmoney.h"
#include "core/insight/talks/timeline.h"
#include "ui/models/format.h"

#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int touchCount = 3;

QString sentenceCase(QString s)
{
    if (!s.isEmpty())
        s[0] = s[0].toUpper();
    return s;
}

QString aboutOf(const Book& book, const Customer& c)
{
    QStringList parts;
    if (!c.tier.isEmpty())
        parts.append(c.tier);
    parts.append(c.owner.isEmpty() ? u"no owner"_s : QString(u"owner "_s + c.owner));
    if (c.termsDays)
        parts.append(plural(*c.termsDays, u"day net"_s, u"days net"_s));
    else if (!c.termsText.isEmpty())
        parts.append(c.termsText);
    if (c.creditLimit)
        parts.append(u"limit "_s + wholeText(*c.creditLimit, book.info().base));
    return parts.join(u" \u00b7 "_s);
}

void addWhy(PayerFacts& f, const CallRow& r, Currency base)
{
    f.whyTitle = r.lane == Lane::NotOnList ? u"Why it is not on the list"_s
                 : r.rank == 1             ? u"Why it is first"_s
                 : r.rank > 1              ? QString(u"Why it is number "_s + countText(r.rank))
                                           : u"Why it is here"_s;
    f.why.push_back({u"To collect"_s, amountWithUnit(r.tbc, base), true, Tone::Plain, Tone::Plain});
    if (r.tbc == 0)
        return;
    const auto factor = [&](const QString& label, std::int64_t e4) {
        f.why.push_back({u"\u00d7 "_s + label, factorText(e4), false, Tone::Muted, Tone::Plain});
    };
    factor(u"risk: unpaid in 30 days"_s, r.risk);
    f.why.push_back({u"At risk"_s, amountText(r.atRisk, base), true, Tone::Plain, Tone::Plain});
    factor(u"age of the money"_s, r.ageFactor);
    if (r.promiseFactor != 10000)
        factor(r.promiseFactor > 12500 ? u"promises broken in 60 days"_s : u"one promise broken in 60 days"_s,
               r.promiseFactor);
    if (r.limitFactor != 10000)
        factor(u"over its credit limit"_s, r.limitFactor);
    if (r.relationshipFactor != 10000)
        factor(u"relationship"_s, r.relationshipFactor);
    f.why.push_back({u"Weight, which orders the list"_s, amountText(divideHalfEven(r.weight, 100), Currency()), false,
                     Tone::Muted, Tone::Muted});
}

void addContact(PayerFacts& f, const Insights& in, const CallRow& r)
{
    const Book& book = *in.book;
    if (r.contact == noRow) {
        f.contactLine = u"Nobody to call yet"_s;
        f.reach = u"Find a person: remittances, purchase orders, the switchboard, our sales owner."_s;
        return;
    }
    const Contact& c = book.rows<Contact>()[r.contact];
    f.contact = c.id;
    QStringList parts{c.name.isEmpty() ? c.email : c.name, titleOf(c.role)};
    if (!c.roleText.isEmpty() && c.role == ContactRole::Other)
        parts[1] = c.roleText;
    parts.append(c.verifiedOn.isValid() ? QString(u"verified "_s + dayText(c.verifiedOn)) : u"not verified"_s);
    f.contactLine = parts.join(u" \u00b7 "_s);
    f.phone = c.phone;
    f.email = c.email;
    const CallWindow window = callWindow(book, &c, r.payer, book.policyAt(in.day));
    const bool one = window.zones.size() == 1;
    if (!window.isKnown())
        f.reach = u"Time zone not known"_s;
    if (!window.isKnown() || (one && r.localMinute < 0)) // another day, when hours do not matter
        return;
    const QString there = one ? QString(minuteText(r.localMinute) + u" there"_s)
                              : QString(u"One of "_s + countText(qint64(window.zones.size())) + u" time zones"_s);
    if (r.closesIn >= 0) {
        f.reach = there
                  + (one ? QString(u", reachable until "_s + minuteText(window.hours.to))
                         : QString(u", reachable in all for "_s + countText(r.closesIn) + u" min"_s));
        f.reachTone = r.closesIn <= 60 ? Tone::Warn : Tone::Good;
    } else if (one || !r.reachable) {
        f.reach = there + u", calling hours "_s + minuteText(window.hours.from) + u"\u2013"_s
                  + minuteText(window.hours.to) + (one ? QString() : u" in all"_s);
        f.reachTone = Tone::Bad;
    }
}

void addTouches(PayerFacts& f, const Insights& in, std::uint32_t payer)
{
    for (const TimelineEvent& e : timeline(*in.book, payer, in.day, 60)) {
        const bool touch = e.kind <= EventKind::Promise || e.kind == EventKind::Payment;
        if (!touch)
            continue;
        QStringList parts{dayText(e.day), titleOf(e.kind)};
        if (e.amount.currency.isValid())
            parts.append(amountWithUnit(e.amount.minor, e.amount.currency));
        else if (!e.note.isEmpty())
            parts.append(say(e.note).simplified());
        f.touches.push_back(
            {parts.join(u" \u00b7 "_s), say(e.outcome), false, Tone::Plain, e.bad ? Tone::Bad : Tone::Muted});
        if (f.touches.size() == touchCount)
            return;
    }
}

void addMoney(PayerFacts& f, const Insights& in, std::uint32_t payer, const CallRow& r)
{
    const Money proposed = moneyToPromise(*in.book, in.day, payer, r.tbc);
    f.currency = proposed.currency;
    f.toCollect = proposed.minor;
}

} // namespace

ConfirmFact confirmFact(const Book& book, std::uint32_t payer, Date d)
{
    const ConfirmBy* c = openConfirm(book, payer, d);
    if (!c)
        return {};
    ConfirmFact f;
    f.id = c->id;
    f.unmet = confirmStateOf(book, *c, d) == ConfirmState::Unmet;
    f.text = (f.unmet ? u"Not confirmed by "_s : u"They confirm by "_s) + weekdayText(c->due)
             + (c->what.isEmpty() ? QString() : QString(u": "_s + say(recalled(c->what))));
    return f;
}

QStringList namesOf(const Book& book, QString Customer::* field)
{
    std::set<QString> names;
    book.customers().forEach([&](std::uint32_t, const Customer& c) {
        if (!(c.*field).isEmpty())
            names.insert(c.*field);
    });
    return QStringList(names.begin(), names.end());
}

PayerFacts payerFacts(const Insights& in, std::uint32_t payer, const QString& user, Instant now)
{
    const Book& book = *in.book;
    const Customer& customer = book.customers()[payer];
    PayerFacts f;
    f.payer = customer.id;
    f.name = customer.name;
    f.about = aboutOf(book, customer);
    Explanation e = explain(book, *in.behaviour, in.calls, payer);
    const int passed = minutesSince(in.calls.now, now);
    e.row.localMinute = localMinuteAfter(e.row, passed);
    e.row.closesIn = closesInAfter(e.row, passed);
    addWhy(f, e.row, book.info().base);
    f.whyNot = say(e.row.whyNot);
    f.dso = say(e.dsoImpact);
    addContact(f, in, e.row);
    f.confirm = confirmFact(book, payer, in.day);
    f.behaviour = sentenceCase(say(e.behaviour));
    if (!e.promises.isEmpty())
        f.behaviour += (f.behaviour.isEmpty() ? QString() : u". "_s) + say(e.promises) + u'.';
    addTouches(f, in, payer);
    addMoney(f, in, payer, e.row);
    f.practice = book.info().name == practiceBookName;
    f.sayFirst = e.row.avoided;
    if (e.row.open > 0) // else there is nothing to speak about
        f.say = whatToSay(Playbook::builtIn(), book, e.row, in.day, user);
    return f;
}

} // namespace duedesk
