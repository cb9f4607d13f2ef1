#include "ui/pages/account/accountblocks.h"

#include "core/base/storedwords.h"
#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/exceptions.h"
#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/agreements/plans.h"
#include "core/insight/agreements/requests.h"
#include "core/insight/calls/callpast.h"
#include "ui/models/format.h"
#include "ui/panels/payerfacts.h"

#include <algorithm>

namespace duedesk {

using namespace Qt::StringLiterals;

HeaderFact riskFact(const CallRow* row)
{
    if (!row || row->tbc == 0)
        return {};
    const QString percent = Lang::tr("%1 % unpaid in 30 d").arg(countText((row->risk + 50) / 100));
    if (row->risk >= 7500)
        return {Lang::tr("Risk"), Lang::tr("high, %1").arg(percent), Tone::Bad};
    if (row->risk >= 4000)
        return {Lang::tr("Risk"), Lang::tr("medium, %1").arg(percent), Tone::Warn};
    return {Lang::tr("Risk"), Lang::tr("low, %1").arg(percent), Tone::Plain};
}

HeaderFact nextStepFact(const NextStep& step)
{
    QString words = say(step.words);
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    if (!step.set)
        return {Lang::tr("Next step"), Lang::tr("not set \u00b7 W: %1, %2").arg(say(step.words), weekdayText(step.day)),
                Tone::Warn};
    if (step.day.isValid())
        words = Lang::tr("%1 %2").arg(words, dayText(step.day));
    return {Lang::tr("Next step"), words};
}

void addOwed(AccountFacts& f, const Insights& in)
{
    for (const CustomerRequest* r : openRequests(*in.book, f.payer, in.day)) {
        const QString what = say(recalled(r->what));
        QStringList parts{what};
        if (const std::uint32_t row = r->debit ? in.book->ledger().debitRow(r->debit) : noRow; row != noRow)
            parts[0] = Lang::tr("%1 for %2").arg(what, viewDebit(in.book->ledger(), row).number);
        if (r->dueOn.isValid())
            parts += Lang::tr("by %1").arg(weekdayText(r->dueOn));
        if (!r->owner.isEmpty())
            parts += r->owner;
        f.owed.push_back({r->id, parts.join(u", "_s), r->dueOn.isValid() && r->dueOn < in.day});
    }
}

void addAgreements(AccountFacts& f, const Insights& in)
{
    std::vector<std::pair<Date, FactRow>> rows;
    forEachMember(*in.book, f.payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : in.book->promisesOf(site)) {
            const Promise& p = in.book->rows<Promise>()[row];
            if (p.madeOn > in.day)
                continue;
            const PromiseStanding s = judge(*in.book, p, in.day);
            if (!s.live())
                continue;
            FactRow fact;
            fact.label =
                Lang::tr("Promised for %1, %2")
                    .arg(weekdayText(p.promisedFor), say(s.notJudged.isEmpty() ? wordsOf(s.state) : s.notJudged));
            fact.value = amountWithUnit(p.amount, p.currency);
            rows.emplace_back(p.promisedFor, fact);
        }
        for (const std::uint32_t row : in.book->rowsOf<Plan>(site)) {
            const Plan& p = in.book->rows<Plan>()[row];
            if (p.madeOn > in.day)
                continue;
            const PlanStanding s = judge(*in.book, p, in.day);
            if (s.next < 0 && s.state != PlanState::Waiting)
                continue;
            const auto next = std::size_t(std::max(s.next, 0));
            FactRow fact;
            fact.label = Lang::tr("Plan %1, %2 of %3 on %4")
                             .arg(say(wordsOf(s.state)), countText(qint64(next) + 1),
                                  countText(std::ssize(p.instalments)), weekdayText(p.instalments[next].due));
            fact.value = amountWithUnit(p.instalments[next].amount, p.currency);
            fact.valueTone = s.state == PlanState::Broken ? Tone::Bad : Tone::Plain;
            rows.emplace_back(p.instalments[next].due, fact);
        }
    });
    if (const ConfirmFact c = confirmFact(*in.book, f.payer, in.day); c.id)
        f.agreements.push_back({c.text, u"I \u00b7 M"_s, false, c.unmet ? Tone::Bad : Tone::Plain, Tone::Muted});
    for (const ExceptionLine& x : exceptionRegister(*in.book, in.day).lines) {
        if (x.payer != f.payer || x.state > ExceptionState::RanOut)
            continue;
        const ExceptionEntry& e = in.book->rows<ExceptionEntry>()[x.row];
        const QString what = x.debit == noRow ? Lang::tr("the account") : viewDebit(in.book->ledger(), x.debit).number;
        const bool over = x.state == ExceptionState::RanOut;
        rows.emplace_back(e.until,
                          FactRow{(over ? Lang::tr("Extension of %1 ran out %2") : Lang::tr("Extension of %1 until %2"))
                                      .arg(what, weekdayText(e.until)),
                                  amountWithUnit(x.openBase, f.base), false, over ? Tone::Bad : Tone::Plain});
    }
    std::ranges::stable_sort(rows, {}, [](const auto& r) { return r.first; });
    for (auto& [day, fact] : rows)
        f.agreements.push_back(std::move(fact));
}

void addFiles(AccountFacts& f, const Insights& in)
{
    forEachMember(*in.book, f.payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : in.book->rowsOf<Attachment>(site)) {
            const Attachment& a = in.book->rows<Attachment>()[row];
            if (a.day > in.day)
                continue;
            QStringList about{sizeText(a.size), dayText(a.day)};
            if (const std::uint32_t debit = a.debit ? in.book->ledger().debitRow(a.debit) : noRow; debit != noRow)
                about.prepend(viewDebit(in.book->ledger(), debit).number);
            if (!a.user.isEmpty())
                about += a.user;
            f.files.push_back({a.id.value, a.name, about.join(u" \u00b7 "_s)});
        }
    });
    std::ranges::stable_sort(f.files, std::ranges::greater(), &FileLine::id);
}

void addLateReasons(AccountFacts& f, const Insights& in)
{
    const std::array<int, lateReasonCount> items = lateReasonsOf(*in.book, f.payer, in.day);
    std::vector<std::pair<int, QString>> said;
    for (int r = 1; r < lateReasonCount; ++r)
        if (const int n = items[std::size_t(r)]; n > 0)
            said.emplace_back(
                n, Lang::tr("%1 (%2)").arg(say(wordsOf(LateReason(r))), Lang::plural("%1 items", "1 item", n)));
    std::ranges::stable_sort(said, std::ranges::greater(), [](const auto& s) { return s.first; });
    QStringList words;
    for (const auto& [n, text] : said)
        words += text;
    if (words.isEmpty())
        return;
    const QString late = Lang::tr("Late now for %1.").arg(words.join(u", "_s));
    f.howTheyPay = f.howTheyPay.isEmpty() ? late : Lang::tr("%1 %2").arg(f.howTheyPay, late);
}

} // namespace duedesk
