#include "ui/pages/account/accountfacts.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/figures/metrics.h"
#include "ui/models/columns/itemfigures.h"
#include "ui/models/format.h"
#include "ui/pages/account/accountblocks.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("Account", text); }

QString sentence(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

const CallRow* callOf(const CallList& list, std::uint32_t payer)
{
    const auto it =
        std::find_if(list.rows.begin(), list.rows.end(), [&](const CallRow& r) { return r.payer == payer; });
    return it == list.rows.end() ? nullptr : &*it;
}

void addHeader(AccountFacts& f, const Book& book, const CallRow* call, std::int64_t open, std::int64_t unapplied,
               int oldest, std::int64_t dsoE4)
{
    const Customer& c = book.customers()[f.payer];
    f.header.push_back({tr("To collect"), amountWithUnit(call ? call->tbc : 0, f.base)});
    f.header.push_back({tr("Open"), amountText(open, f.base)});
    f.header.push_back({tr("Oldest"), oldest > 0 ? daysText(oldest) : tr("not late"),
                        oldest > 90  ? Tone::Bad
                        : oldest > 0 ? Tone::Plain
                                     : Tone::Good});
    if (c.creditLimit) {
        const std::int64_t left = *c.creditLimit - (open - unapplied);
        f.header.push_back({tr("Credit left"), wholeText(left, f.base), left < 0 ? Tone::Bad : Tone::Plain});
    } else {
        f.header.push_back({tr("Credit limit"), tr("none set"), Tone::Muted});
    }
    if (const HeaderFact risk = riskFact(call); !risk.label.isEmpty())
        f.header.push_back(risk);
    if (dsoE4 != 0)
        f.header.push_back({tr("DSO"), dsoE4 < 500 ? tr("under 0.1 d") : tr("%1 d").arg(decimalWords(dsoE4, 1))});
    f.header.push_back(nextStepFact(f.nextStep));
    if (call && call->askedFor != 0) // its minute is over: it is not to read like one that is still to come
        f.header.back().label = tr("Due now"), f.header.back().tone = Tone::Bad;
}

void addMoney(AccountFacts& f, const Insights& in, std::int64_t unapplied)
{
    const ItemFigures items(in.book, in.day, in.behaviour, f.payer);
    const RatesAt rates = in.book->ratesAt(in.day);
    std::int64_t promised = 0, disputed = 0, week = 0, month = 0;
    for (std::uint32_t i = 0; i < items.size(); ++i) {
        const auto [chunk, at] = in.book->ledger().debit(items.debitRow(i));
        const ItemState s = items.state(i);
        promised += rates.convert(s.agreed(), chunk->currency[at]);
        disputed += rates.convert(s.disputed, chunk->currency[at]);
        const Date when = items.expected(i);
        if (when.isValid() && when <= in.day + 7)
            week += items.openBase(i);
        if (when.isValid() && when <= in.day + 30)
            month += items.openBase(i);
    }
    QStringList parts{tr("promised %1").arg(wholeText(promised, f.base)),
                      tr("disputed %1").arg(wholeText(disputed, f.base)),
                      tr("unapplied cash %1").arg(wholeText(unapplied, f.base))};
    if (items.size() > 0)
        parts.append(
            tr("expected by %1: %2, by %3: %4")
                .arg(dayText(in.day + 7), wholeText(week, f.base), dayText(in.day + 30), wholeText(month, f.base)));
    f.moneyNote = parts.join(u" · "_s);
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
        p.badge = tr("billing contact");
    static const char* defects[] = {"", "mail bounced", "wrong number", "wrong person", "has left"};
    if (c.defect != ContactDefect::None) {
        p.state = tr(defects[std::size_t(c.defect)]);
        p.tone = Tone::Bad;
        return p;
    }
    const auto local = times.at(contactZone(book, &c, payer));
    const bool old = !isVerified(c, book.policyAt(in.day), in.day);
    QString verified = !c.verifiedOn.isValid() ? tr("not verified")
                       : old                   ? tr("not verified for %1 d").arg(in.day - c.verifiedOn)
                                               : tr("verified %1").arg(dayText(c.verifiedOn));
    p.tone = old ? Tone::Warn : Tone::Good;
    if (local.minute >= 0 && times.now() != 0) {
        const bool reachable = callWindow(book, &c, payer, book.policyAt(in.day)).isOpen(times);
        verified = tr("%1 there · %2").arg(minuteText(local.minute), verified);
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
            badge = badge.isEmpty() ? tr("first choice") : tr("%1, first choice").arg(badge);
    }
}

void addHistory(AccountFacts& f, const Insights& in)
{
    constexpr int months = 12;
    const Book& book = *in.book;
    const RatesAt rates = book.ratesAt(in.day);
    const Date first = in.day.firstOfMonth().addMonths(1 - months);
    std::array<Int128, months> billed{}, paid{};
    const auto monthOf = [&](Date d) { return (d.year() - first.year()) * 12 + d.month() - first.month(); };
    const auto add = [&](std::array<Int128, months>& sums, std::int32_t date, std::int64_t amount,
                         std::uint16_t currency) {
        if (const Date d(date); d >= first && d <= in.day)
            sums[std::size_t(monthOf(d))] += rates.convert(amount, currency);
    };
    for (const std::uint32_t customer : book.paidBy(f.payer)) {
        for (const std::uint32_t row : book.ledger().debitsOf(customer)) {
            const auto [c, i] = book.ledger().debit(row);
            add(billed, c->date[i], c->amount[i], c->currency[i]);
        }
        for (const std::uint32_t row : book.ledger().creditsOf(customer)) {
            const auto [c, i] = book.ledger().credit(row);
            if (CreditKind(c->kind[i]) == CreditKind::Payment && c->reversedOn[i] > in.day.days())
                add(paid, c->date[i], c->amount[i], c->currency[i]);
        }
    }
    double thousand = 1000;
    for (int digits = f.base.exponent(); digits > 0; --digits)
        thousand *= 10;
    TrendLine out, back;
    out.name = tr("billed");
    back.name = tr("paid");
    back.dash = TrendLine::Dash::Dashed;
    back.colour = 1;
    for (int m = 0; m < months; ++m) {
        f.history.months.push_back(m + 1 == months ? in.day : first.addMonths(m).endOfMonth());
        out.values.push_back(double(billed[std::size_t(m)]) / thousand);
        back.values.push_back(double(paid[std::size_t(m)]) / thousand);
    }
    f.history.unit = tr("thousand %1").arg(f.base.toString());
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
        f.chips.append(tr("incomplete"));
    QStringList about{c.externalId};
    const auto who = [&](const QString& label, const QString& name) {
        if (!name.isEmpty())
            about.append(QString(label + u' ' + name));
    };
    who(tr("owner"), c.owner);
    who(tr("customer success"), c.csOwner);
    who(tr("sales"), c.salesOwner);
    f.about = about.join(u" · "_s);
    f.hasSites = book.paidBy(payer).size() > 1;

    std::int64_t open = 0, unapplied = 0;
    int oldest = 0;
    const CallRow* call = callOf(in.calls, payer);
    if (call) {
        f.bucket = call->bucket;
        open = call->open;
        unapplied = call->unapplied;
        oldest = call->oldestDays;
    }
    const auto edges = book.policyAt(in.day).bucketEdges;
    for (int b = 0; b < bucketCount; ++b)
        f.bucketNames[std::size_t(b)] = bucketName(b, edges);
    const Explanation e = explain(book, *in.behaviour, in.calls, payer);
    f.nextStep = nextStepOf(book, call, payer, in.day);
    addHeader(f, book, call, open, unapplied, oldest, e.dsoE4);
    addOwed(f, in);
    addAgreements(f, in);
    addFiles(f, in);
    addMoney(f, in, unapplied);
    f.howTheyPay = sentence(say(e.behaviour));
    if (!f.howTheyPay.isEmpty() && !f.howTheyPay.endsWith(u'.'))
        f.howTheyPay += u'.';
    if (!e.promises.isEmpty())
        f.howTheyPay += u' ' + sentence(say(e.promises)) + u'.';
    addLateReasons(f, in);
    QStringList hurdles;
    if (c.termsDays)
        hurdles.append(tr("%1 days net").arg(*c.termsDays));
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
