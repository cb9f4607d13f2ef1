#include "ui/panels/payerfacts.h"

#include "core/base/storedwords.h"
#include "core/base/words.h"
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

QString aboutOf(const Book& book, const Customer& c)
{
    QStringList parts;
    if (!c.tier.isEmpty())
        parts.append(c.tier);
    parts.append(c.owner.isEmpty() ? Lang::tr("no owner") : Lang::tr("owner %1").arg(c.owner));
    if (c.termsDays)
        parts.append(Lang::plural("%1 days net", "1 day net", *c.termsDays));
    else if (!c.termsText.isEmpty())
        parts.append(c.termsText);
    if (c.creditLimit)
        parts.append(Lang::tr("limit %1").arg(wholeText(*c.creditLimit, book.info().base)));
    return parts.join(u" \u00b7 "_s);
}

void addWhy(PayerFacts& f, const CallRow& r, Currency base)
{
    f.whyTitle = r.lane == Lane::NotOnList ? Lang::tr("Why it is not on the list")
                 : r.rank == 1             ? Lang::tr("Why it is first")
                 : r.rank > 1              ? Lang::tr("Why it is number %1").arg(countText(r.rank))
                                           : Lang::tr("Why it is here");
    f.why.push_back({Lang::tr("To collect"), amountWithUnit(r.tbc, base), true, Tone::Plain, Tone::Plain});
    if (r.tbc == 0)
        return;
    const auto factor = [&](const QString& label, std::int64_t e4) {
        f.why.push_back(
            {Lang::tr("\u00d7 %1", "a factor").arg(label), factorText(e4), false, Tone::Muted, Tone::Plain});
    };
    factor(Lang::tr("risk: unpaid in 30 days"), r.risk);
    f.why.push_back({Lang::tr("At risk"), amountText(r.atRisk, base), true, Tone::Plain, Tone::Plain});
    factor(Lang::tr("age of the money"), r.ageFactor);
    if (r.promiseFactor != 10000)
        factor(r.promiseFactor > 12500 ? Lang::tr("promises broken in 60 days")
                                       : Lang::tr("one promise broken in 60 days"),
               r.promiseFactor);
    if (r.limitFactor != 10000)
        factor(Lang::tr("over its credit limit"), r.limitFactor);
    if (r.relationshipFactor != 10000)
        factor(Lang::tr("relationship"), r.relationshipFactor);
    f.why.push_back({Lang::tr("Weight, which orders the list"), amountText(divideHalfEven(r.weight, 100), Currency()),
                     false, Tone::Muted, Tone::Muted});
}

void addContact(PayerFacts& f, const Insights& in, const CallRow& r)
{
    const Book& book = *in.book;
    if (r.contact == noRow) {
        f.contactLine = Lang::tr("Nobody to call yet");
        f.reach = Lang::tr("Find a person: remittances, purchase orders, the switchboard, our sales owner.");
        return;
    }
    const Contact& c = book.rows<Contact>()[r.contact];
    f.contact = c.id;
    QStringList parts{c.name.isEmpty() ? c.email : c.name, titleOf(c.role)};
    if (!c.roleText.isEmpty() && c.role == ContactRole::Other)
        parts[1] = c.roleText;
    parts.append(c.verifiedOn.isValid() ? Lang::tr("verified %1").arg(dayText(c.verifiedOn))
                                        : Lang::tr("not verified"));
    f.contactLine = parts.join(u" \u00b7 "_s);
    f.phone = c.phone;
    f.email = c.email;
    const CallWindow window = callWindow(book, &c, r.payer, book.policyAt(in.day));
    const bool one = window.zones.size() == 1;
    if (!window.isKnown())
        f.reach = Lang::tr("Time zone not known");
    if (!window.isKnown() || (one && r.localMinute < 0)) // another day, when hours do not matter
        return;
    const QString there = one ? Lang::tr("%1 there", "a time").arg(minuteText(r.localMinute))
                              : Lang::plural("One of %1 time zones", "One of 1 time zone", qint64(window.zones.size()));
    const QString from = minuteText(window.hours.from), to = minuteText(window.hours.to);
    if (r.closesIn >= 0) {
        f.reach = one ? Lang::tr("%1, reachable until %2").arg(there, to)
                      : Lang::tr("%1, reachable in all for %2 min").arg(there, countText(r.closesIn));
        f.reachTone = r.closesIn <= 60 ? Tone::Warn : Tone::Good;
    } else if (one || !r.reachable) {
        f.reach = one ? Lang::tr("%1, calling hours %2\u2013%3").arg(there, from, to)
                      : Lang::tr("%1, calling hours %2\u2013%3 in all").arg(there, from, to);
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
    const QString day = weekdayText(c->due);
    const QString said = f.unmet ? Lang::tr("Not confirmed by %1").arg(day) : Lang::tr("They confirm by %1").arg(day);
    f.text =
        c->what.isEmpty() ? said : Lang::tr("%1: %2", "they confirm by a day, what").arg(said, say(recalled(c->what)));
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
    f.behaviour = say(capitalised(e.behaviour));
    if (!e.promises.isEmpty())
        f.behaviour = f.behaviour.isEmpty() ? Lang::tr("%1.", "a sentence").arg(say(e.promises))
                                            : Lang::tr("%1. %2.", "two sentences").arg(f.behaviour, say(e.promises));
    addTouches(f, in, payer);
    addMoney(f, in, payer, e.row);
    f.practice = book.info().name == practiceBookName;
    f.sayFirst = e.row.avoided;
    if (e.row.open > 0) // else there is nothing to speak about
        f.say = whatToSay(Playbook::builtIn(), book, e.row, in.day, user);
    return f;
}

} // namespace duedesk
