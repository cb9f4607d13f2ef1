#include "core/insight/agreements/plans.h"

#include "core/insight/agreements/cashknown.h"
#include "core/insight/agreements/promisemoney.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, 7> states = {QT_TRANSLATE_NOOP("duedesk::Lang", "waits for approval"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "on schedule"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "broken"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "partly kept"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "completed"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "withdrawn"),
                                               QT_TRANSLATE_NOOP("duedesk::Lang", "replaced")};

std::uint32_t payerOf(const Book& book, const Plan& p)
{
    const std::uint32_t row = book.customerRow(p.customer);
    return row == noRow ? noRow : book.payerRow(row);
}

PaymentWindow windowOf(const Plan& p, Date through) { return {p.madeOn, p.enteredOn, false, through}; }

// What went before an instalment: it was met up to `asked`, partly by money assigned elsewhere.
struct Before {
    std::int64_t asked = 0;
    std::int64_t elsewhere = 0;
};

struct PlanJudge {
    const Book& book;
    const Plan& plan;
    Date day;
    std::uint32_t payer;

    InstalmentStanding of(std::size_t k, std::int64_t sum, const Before& before) const;
};

InstalmentStanding PlanJudge::of(std::size_t k, std::int64_t sum, const Before& before) const
{
    const PlanInstalment& due = plan.instalments[k];
    const BusinessCalendar& calendar = payer == noRow ? book.calendar() : book.calendarOf(payer);
    InstalmentStanding out;
    out.deadline = calendar.addBusinessDays(due.due, book.policyAt(day).promiseGraceDays);
    const PaymentWindow window = windowOf(plan, out.deadline);
    const AgreedTally tally = tallyLines(book, plan.lines, window, payer, day);
    out.target = sum - tally.credited;
    out.counted = tally.paid;
    if (out.target <= 0) {
        out.state = PromiseState::Credited;
        return out;
    }
    if (reaches(book, out.counted, out.target, plan.currency, day, out.caveat)) {
        out.state = PromiseState::Kept;
        return out;
    }
    if (day <= due.due)
        return out;
    const CashKnown known =
        day <= out.deadline ? CashKnown{} : cashKnown(book, {payer, window.first(), window.last(), plan.lines}, day);
    if (!known.reaches(out.deadline)) {
        out.state = PromiseState::Due;
        out.notJudged = day > out.deadline ? notJudgedWords(known, day) : Words();
        return out;
    }
    const Agreement self{{}, plan.id, payer, plan.currency};
    out.elsewhere = otherMoney(book, self, plan.lines, tally, window, day);
    if (out.elsewhere > 0 && reaches(book, out.counted + out.elsewhere, out.target, plan.currency, day, out.caveat)) {
        out.state = PromiseState::KeptElsewhere;
        return out;
    }
    // Some of this instalment came when more is there than the earlier ones asked for.
    out.state = out.counted + before.elsewhere > before.asked ? PromiseState::PartlyKept : PromiseState::Broken;
    return out;
}

PlanState stateOf(const Plan& p, const PlanStanding& s, Date d)
{
    const auto passed = [d](Date day) { return day.isValid() && day <= d; };
    if (passed(p.withdrawnOn))
        return PlanState::Withdrawn;
    if (passed(p.replacedOn))
        return PlanState::Replaced;
    if (p.needsApproval && !passed(p.approvedOn))
        return PlanState::Waiting;
    if (s.brokenOn.isValid())
        return PlanState::Broken;
    if (s.next >= 0)
        return PlanState::OnSchedule;
    const bool whole = std::none_of(s.instalments.begin(), s.instalments.end(),
                                    [](const auto& i) { return i.state == PromiseState::PartlyKept; });
    return whole ? PlanState::Completed : PlanState::PartlyKept;
}

} // namespace

QString planStateName(PlanState s) { return QString::fromLatin1(states[std::size_t(s)]); }
Words wordsOf(PlanState s) { return Lang::words(states[std::size_t(s)]); }

PlanStanding judge(const Book& book, const Plan& p, Date d)
{
    const PlanJudge judging{book, p, d, payerOf(book, p)};
    PlanStanding out;
    Before before;
    std::int64_t settledUpTo = 0; // what the judged instalments asked for: kept, or asked for again
    for (std::size_t k = 0; k < p.instalments.size(); ++k) {
        out.total += p.instalments[k].amount;
        InstalmentStanding s = judging.of(k, out.total, before);
        if (s.live() && out.next < 0)
            out.next = int(k);
        if (s.state == PromiseState::Broken && !out.brokenOn.isValid())
            out.brokenOn = s.deadline;
        before = {std::max<std::int64_t>(0, s.target), s.state == PromiseState::KeptElsewhere ? s.elsewhere : 0};
        if (!s.live())
            settledUpTo = std::max(settledUpTo, before.asked);
        out.instalments.push_back(std::move(s));
    }
    const AgreedTally now = tallyLines(book, p.lines, windowOf(p, d), judging.payer, d);
    out.paid = now.paid;
    out.state = stateOf(p, out, d);
    if (out.state == PlanState::OnSchedule)
        out.toCome = std::max<std::int64_t>(0, out.total - now.credited - std::max(now.paid, settledUpTo));
    return out;
}

std::vector<PromiseLine> linesToCome(const Book& book, const Plan& p, Date d)
{
    std::vector<PromiseLine> out;
    if (!isInForce(p, d))
        return out;
    std::int64_t left = judge(book, p, d).toCome;
    for (auto line = p.lines.rbegin(); line != p.lines.rend() && left > 0; ++line) {
        const std::uint32_t row = book.ledger().debitRow(line->debit);
        if (row == noRow)
            continue;
        const std::int64_t open = book.ledger().open(row, d);
        const std::int64_t waits = std::min({left, open, line->amount - paidTo(book.ledger(), row, windowOf(p, d), d)});
        if (waits <= 0)
            continue;
        out.push_back({line->debit, waits});
        left -= waits;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

int promiseLevel(const Book& book, std::uint32_t debitRow, Date d)
{
    const auto [c, i] = book.ledger().debit(debitRow);
    const DebitId id(c->id[i]);
    const auto holds = [id](const std::vector<PromiseLine>& lines) {
        return std::any_of(lines.begin(), lines.end(), [id](const PromiseLine& l) { return l.debit == id; });
    };
    const auto missed = [](PromiseState s) { return s == PromiseState::Broken || s == PromiseState::PartlyKept; };
    int level = 0;
    forEachMember(book, book.payerRow(c->customer[i]), [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site))
            if (const Promise& p = book.rows<Promise>()[row]; p.madeOn <= d && holds(promiseLines(book, p)))
                level += missed(judge(book, p, d).state) ? 1 : 0;
        for (const std::uint32_t row : book.rowsOf<Plan>(site))
            if (const Plan& p = book.rows<Plan>()[row]; isInForce(p, d) && holds(p.lines))
                for (const InstalmentStanding& s : judge(book, p, d).instalments)
                    level += missed(s.state) ? 1 : 0;
    });
    return level;
}

} // namespace duedesk
