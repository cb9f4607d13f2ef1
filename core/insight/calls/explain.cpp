#include "core/base/words.h"
#include "core/insight/agreements/promises.h"
#include "core/insight/behaviour/behaviourevidence.h"
#include "core/insight/calls/calllist.h"
#include "core/insight/figures/metrics.h"

#include <algorithm>

namespace duedesk {
namespace {

Words promiseWords(const Book& book, std::uint32_t payer, Date d)
{
    const PromiseRecord r = promiseRecord(book, d - 364, d, d, payer);
    const int judged = r.kept + r.partly + r.broken;
    if (judged == 0)
        return Lang::words("No promise was due in the last 12 months");
    const Number kept{r.kept};
    const Ratio money = r.judgedBase > 0 ? r.keptByMoney() : Ratio();
    return money.has() ? Lang::count("%2 of %1 promises kept, %3 % by money", "%2 of 1 promise kept, %3 % by money",
                                     judged, kept, DecimalWord{*money.e4, 0})
                       : Lang::count("%2 of %1 promises kept", "%2 of 1 promise kept", judged, kept);
}

Words dsoWords(std::int64_t e4)
{
    if (e4 == 0)
        return {};
    if (e4 < 500)
        return Lang::words("Collecting it takes less than 0.1 days off DSO.");
    return Lang::words("Collecting it takes %1 days off DSO.", DecimalWord{e4, 1});
}

Words nextWords(const CallRow& row, Instant now)
{
    if (row.lane == Lane::NotOnList)
        return row.whyNot;
    Words step = nextStepWords(row, now);
    return row.whyNot.isEmpty() ? step : Lang::words("%1. %2", std::move(step), row.whyNot);
}

} // namespace

Explanation explain(const Book& book, const BehaviourModel& model, const CallList& list, std::uint32_t customer)
{
    const std::uint32_t payer = book.payerRow(customer);
    Explanation out;
    const auto it =
        std::find_if(list.rows.begin(), list.rows.end(), [&](const CallRow& r) { return r.payer == payer; });
    if (it != list.rows.end()) {
        out.row = *it;
    } else {
        out.row.payer = payer;
        out.row.whyNot = Lang::words("Nothing past due");
    }
    const CallRow& r = out.row;
    const Currency base = book.info().base;
    out.factors = {
        {Lang::words("To be collected"), Money{r.tbc, base}},
        {Lang::words("Risk: unpaid in 30 days"), DecimalWord{r.risk, 4}},
        {Lang::words("At risk"), Money{r.atRisk, base}},
        {Lang::words("Age"), DecimalWord{r.ageFactor, 4}},
        {Lang::words("Broken promises"), DecimalWord{r.promiseFactor, 4}},
        {Lang::words("Credit limit"), DecimalWord{r.limitFactor, 4}},
        {Lang::words("Relationship"), DecimalWord{r.relationshipFactor, 4}},
        {Lang::words("Weight"), DecimalWord{r.weight, 4}},
    };
    out.behaviour = inWords(paymentEvidence(paymentFactsOf(book, payer), model.asOf()), model.asOf());
    out.promises = promiseWords(book, payer, list.day);
    out.dsoE4 = dsoImpactOf(book, payer, list.day, book.policyAt(list.day).dsoDays, list.sales);
    out.dsoImpact = dsoWords(out.dsoE4);
    out.next = nextWords(r, list.now);
    return out;
}

} // namespace duedesk
