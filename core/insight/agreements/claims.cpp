#include "core/insight/agreements/claims.h"

#include "core/base/text.h"
#include "core/insight/agreements/cashknown.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace duedesk {
namespace {

constexpr std::array<const char*, 3> states = {QT_TRANSLATE_NOOP("duedesk::Lang", "waiting"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "found"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "not found")};

constexpr int daysEarly = 3;           // a payer's "yesterday" and the bank's differ by a weekend
constexpr int daysEarlyReferenced = 30;
constexpr int daysLate = 10;           // and a transfer takes its time

// Letters and digits only: banks space and punctuate as they like.
QString bare(const QString& reference)
{
    QString out;
    for (const QChar c : foldForSearch(reference))
        if (c.isLetterOrNumber())
            out += c;
    return out;
}

// The payment that fits: by the reference they named where one does, else the first by date.
std::uint32_t matchOf(const Book& book, std::uint32_t payer, const Activity& claim, Date claimed, Date d)
{
    const Ledger& l = book.ledger();
    const QString named = bare(claim.reference);
    std::uint32_t byDay = noRow, byReference = noRow;
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
        if (b == noRow)
            return true;
        const CreditView x = viewCredit(l, a), y = viewCredit(l, b);
        return std::tie(x.date, x.id) < std::tie(y.date, y.id);
    };
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.creditsOf(site)) {
            const auto [c, i] = l.credit(row);
            if (CreditKind(c->kind[i]) != CreditKind::Payment || c->date[i] > d.days() || c->reversedOn[i] <= d.days()
                || c->date[i] < (claimed - daysEarlyReferenced).days())
                continue;
            if (c->date[i] >= (claimed - daysEarly).days() && earlier(row, byDay))
                byDay = row;
            if (!named.isEmpty() && earlier(row, byReference) && bare(viewCredit(l, row).reference).contains(named))
                byReference = row;
        }
    });
    return byReference != noRow ? byReference : byDay;
}

} // namespace

QString claimStateName(ClaimState s) { return QString::fromLatin1(states[std::size_t(s)]); }
Words wordsOf(ClaimState s) { return Lang::words(states[std::size_t(s)]); }

ClaimStanding judgeClaim(const Book& book, const Activity& claim, Date d)
{
    ClaimStanding s;
    s.claimed = claim.claimed.isValid() ? claim.claimed : claim.day;
    s.backOn = book.calendar().addBusinessDays(claim.day, book.policyAt(claim.day).saysPaidDays);
    const std::uint32_t customer = book.customerRow(claim.customer);
    const std::uint32_t payer = customer == noRow ? noRow : book.payerRow(customer);
    const CashKnown known = cashKnown(book, {payer, s.claimed - daysEarly, s.claimed + daysLate}, d);
    if (payer == noRow || d < s.claimed || !known.reaches(s.claimed)) {
        if (d >= s.backOn)
            s.notJudged = notJudgedWords(known, d);
        return s;
    }
    s.credit = matchOf(book, payer, claim, s.claimed, d);
    if (s.credit != noRow)
        s.state = ClaimState::Found;
    else if (d >= s.backOn)
        s.state = ClaimState::NotFound;
    return s;
}

const Activity* lastClaim(const Book& book, std::uint32_t payer, Date d)
{
    const Activity* last = nullptr;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.activitiesOf(site))
            if (const Activity& a = book.rows<Activity>()[row];
                a.outcome == CallOutcome::SaysPaid && a.day <= d
                && (!last || std::tie(last->day, last->at, last->id) < std::tie(a.day, a.at, a.id)))
                last = &a;
    });
    return last;
}

} // namespace duedesk
