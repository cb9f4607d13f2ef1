#include "ui/pages/account/accountfacts.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/figures/accountmoney.h"
#include "ui/models/format.h"
#include "ui/pages/account/accountblocks.h"

#include <algorithm>
#include <map>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

void addHeader(AccountFacts& f, const AccountMoney& money, const CallRow* call)
{
    f.header.push_back({Lang::tr("To collect"), amountWithUnit(money.toCollect, f.base)});
    f.header.push_back({Lang::tr("Open"), amountText(money.open, f.base)});
    f.header.push_back({Lang::tr("Oldest"), money.oldestDays > 0 ? daysText(money.oldestDays) : Lang::tr("not late"),
                        money.oldestDays > 90  ? Tone::Bad
                        : money.oldestDays > 0 ? Tone::Plain
                                               : Tone::Good});
    if (const auto left = money.creditLeft)
        f.header.push_back({Lang::tr("Credit left"), wholeText(*left, f.base), *left < 0 ? Tone::Bad : Tone::Plain});
    else
        f.header.push_back({Lang::tr("Credit limit"), Lang::tr("none set"), Tone::Muted});
    if (const HeaderFact risk = riskFact(call); !risk.label.isEmpty())
        f.header.push_back(risk);
    if (money.dsoE4 != 0)
        f.header.push_back({Lang::tr("DSO"), money.dsoE4 < 500 ? Lang::tr("under 0.1 d")
                                                               : Lang::tr("%1 d").arg(decimalWords(money.dsoE4, 1))});
    f.header.push_back(nextStepFact(f.nextStep));
    if (call && call->askedFor != 0) // its minute is over: it is not to read like one that is still to come
        f.header.back().label = Lang::tr("Due now"), f.header.back().tone = Tone::Bad;
}

QString moneyNote(const AccountMoney& money, Date day, Currency base)
{
    QStringList parts{Lang::tr("promised %1").arg(wholeText(money.promised, base)),
                      Lang::tr("disputed %1").arg(wholeText(money.disputed, base)),
                      Lang::tr("unapplied cash %1").arg(wholeText(money.unapplied, base))};
    if (money.items > 0)
        parts.append(Lang::tr("expected by %1: %2, by %3: %4")
                         .arg(dayText(day + 7), wholeText(money.expectedWeek, base), dayText(day + 30),
                              wholeText(money.expectedMonth, base)));
    return parts.join(u" · "_s);
}

QString defectText(ContactDefect defect)
{
    switch (defect) {
    case ContactDefect::None: break;
    case ContactDefect::Bounced: return Lang::tr("mail bounced");
    case ContactDefect::WrongNumber: return Lang::tr("wrong number");
    case ContactDefect::WrongPerson: return Lang::tr("wrong person");
    case ContactDefect::Left: return Lang::tr("has left");
    }
    return {};
}

PersonCard card(const Book& book, const Contact& c, std::uint32_t payer, const Insights& in, const LocalTimes& times)
{
    PersonCard p;
    p.id = c.id;
    p.name = c.name.isEmpty() ? c.email : c.name;
    p.role = c.role == ContactRole::Other && !c.roleText.isEmpty() ? c.roleText : titleOf(c.role);
    p.phone = c.phone;
    p.email = c.email;
    if (c.billing)
        p.badge = Lang::tr("billing contact");
    if (c.defect != ContactDefect::None) {
        p.state = defectText(c.defect);
        p.tone = Tone::Bad;
        return p;
    }
    const auto local = times.at(contactZone(book, &c, payer));
    const bool old = !isVerified(c, book.policyAt(in.day), in.day);
    QString verified = !c.verifiedOn.isValid() ? Lang::tr("not verified")
                       : old                   ? Lang::tr("not verified for %1 d").arg(in.day - c.verifiedOn)
                                               : Lang::tr("verified %1").arg(dayText(c.verifiedOn));
    p.tone = old ? Tone::Warn : Tone::Good;
    if (local.minute >= 0 && times.now() != 0) {
        const bool reachable = callWindow(book, &c, payer, book.policyAt(in.day)).isOpen(times);
        verified = Lang::tr("%1 there · %2").arg(minuteText(local.minute), verified);
        if (!reachable)
            p.tone = Tone::Warn;
    }
    p.state = verified;
    return p;
}

void addPeople(AccountFacts& f, const Insights& in, const CallRow* call, Instant now)
{
    const Book& book = *in.book;
    const LocalTimes times(now);
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t customer : book.paidBy(f.payer))
        for (const std::uint32_t row : book.contactsOf(customer))
            if (!book.rows<Contact>()[row].mergedInto)
                rows.push_back(row);
    std::map<ContactRole, std::uint32_t> best; // of each rung
    forEachRung(book, f.payer, in.day, times, [&](ContactRole role, std::uint32_t row) { best[role] = row; });
    const auto isBest = [&](std::uint32_t row) {
        const auto it = best.find(book.rows<Contact>()[row].role);
        return it != best.end() && it->second == row;
    };
    const auto place =
        [&](std::uint32_t row) { // inbox, ladder from below, sponsor, the others; the best of a rung first
            const Contact& c = book.rows<Contact>()[row];
            const int rung = c.role == ContactRole::SharedInbox ? 0
                             : rungOf(c.role) > 0               ? rungOf(c.role)
                             : c.role == ContactRole::Sponsor   ? 8
                                                                : 9;
            return std::pair(rung, !isBest(row));
        };
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    for (const std::uint32_t row : rows) {
        f.people.push_back(card(book, book.rows<Contact>()[row], f.payer, in, times));
        f.people.back().chosen = call && call->contact == row;
        const auto peers = std::ranges::count_if(
            rows, [&](std::uint32_t r) { return book.rows<Contact>()[r].role == book.rows<Contact>()[row].role; });
        if (QString& badge = f.people.back().badge; peers > 1 && isBest(row))
            badge = badge.isEmpty() ? Lang::tr("first choice") : Lang::tr("%1, first choice").arg(badge);
    }
}

void addHistory(AccountFacts& f, const Insights& in)
{
    double thousand = 1000;
    for (int digits = f.base.exponent(); digits > 0; --digits)
        thousand *= 10;
    TrendLine out, back;
    out.name = Lang::tr("billed");
    back.name = Lang::tr("paid");
    back.dash = TrendLine::Dash::Dashed;
    back.colour = 1;
    for (const BilledMonth& m : billedAndPaid(*in.book, in.day, f.payer, 12)) {
        f.history.months.push_back(m.end);
        out.values.push_back(double(m.billed) / thousand);
        back.values.push_back(double(m.paid) / thousand);
    }
    f.history.unit = Lang::tr("thousand %1").arg(f.base.toString());
    f.history.fromZero = true;
    f.history.lines = {out, back};
}

} // namespace

AccountFacts accountFacts(const Insights& in, std::uint32_t payer, Instant now)
{
    const Book& book = *in.book;
    const Customer& c = book.customers()[payer];
    AccountFacts f;
    f.payer = payer;
    f.id = c.id;
    f.name = c.name;
    f.base = book.info().base;
    for (const QString& chip : {c.tier, c.region, c.industry, c.country})
        if (!chip.isEmpty())
            f.chips.append(chip);
    if (c.status != CustomerStatus::Active)
        f.chips.append(say(wordsOf(c.status)));
    if (c.incomplete)
        f.chips.append(Lang::tr("incomplete"));
    QStringList about{c.externalId};
    const auto who = [&](const QString& pattern, const QString& name) {
        if (!name.isEmpty())
            about.append(pattern.arg(name));
    };
    who(Lang::tr("owner %1"), c.owner);
    who(Lang::tr("customer success %1"), c.csOwner);
    who(Lang::tr("sales %1"), c.salesOwner);
    f.about = about.join(u" · "_s);
    f.hasSites = book.paidBy(payer).size() > 1;

    const CallRow* call = callOf(in.calls, payer);
    const AccountMoney money = accountMoney(in.calls, ItemFigures(in.book, in.day, in.behaviour, payer), payer);
    f.bucket = money.bucket;
    const auto edges = book.policyAt(in.day).bucketEdges;
    for (int b = 0; b < bucketCount; ++b)
        f.bucketNames[std::size_t(b)] = bucketTitle(b, edges);
    const Explanation e = explain(book, *in.behaviour, in.calls, payer);
    f.nextStep = nextStepOf(book, call, payer, in.day);
    addHeader(f, money, call);
    addOwed(f, in);
    addAgreements(f, in);
    addFiles(f, in);
    f.moneyNote = moneyNote(money, in.day, f.base);
    f.howTheyPay = say(capitalised(e.behaviour));
    if (!f.howTheyPay.isEmpty() && !f.howTheyPay.endsWith(u'.'))
        f.howTheyPay += u'.';
    if (!e.promises.isEmpty())
        f.howTheyPay += u' ' + say(capitalised(e.promises)) + u'.';
    addLateReasons(f, in);
    QStringList hurdles;
    if (c.termsDays)
        hurdles.append(Lang::tr("%1 days net").arg(*c.termsDays));
    for (const QString& text : {c.termsText, c.paymentMethod, c.hurdles})
        if (!text.isEmpty())
            hurdles.append(text);
    f.hurdles = hurdles.join(u" · "_s);
    addPeople(f, in, call, now);
    f.events = timeline(book, payer, in.day);
    addHistory(f, in);
    return f;
}

} // namespace duedesk
