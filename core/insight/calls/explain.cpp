#include "core/base/words.h"
#include "core/insight/agreements/promises.h"
#include "core/insight/behaviour/behaviourevidence.h"
#include "core/insight/calls/calllist.h"
#include "core/insight/figures/metrics.h"

#include <algorithm>

namespace duedesk {
namespace {

QString share(const Ratio& r) { return r.has() ? decimalWords(*r.e4, 0) + u" %" : QStringLiteral("n/a"); }

QString promiseWords(const Book& book, std::uint32_t payer, Date d)
{
    const PromiseRecord r = promiseRecord(book, d - 364, d, d, payer);
    const int judged = r.kept + r.partly + r.broken;
    if (judged == 0)
        return QStringLiteral("No promise was due in the last 12 months");
    QString out = QString::number(r.kept) + u" of " + countWords(judged, u"promise", u"promises") + u" kept";
    if (r.judgedBase > 0)
        out += u", " + share(r.keptByMoney()) + u" by money";
    return out;
}

QString dsoWords(std::int64_t e4)
{
    if (e4 == 0)
        return {};
    if (e4 < 500)
        return QStringLiteral("Collecting it takes less than 0.1 days off DSO.");
    return u"Collecting it takes " + decimalWords(e4, 1) + u" days off DSO.";
}

QString nextWords(const CallRow& row, Instant now)
{
    if (row.lane == Lane::NotOnList)
        return row.whyNot;
    const QString step = nextStepWords(row, now);
    return row.whyNot.isEmpty() ? step : QString(step + u". " + row.whyNot);
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
        out.row.whyNot = QStringLiteral("Nothing past due");
    }
    const CallRow& r = out.row;
    const Currency base = book.info().base;
    out.factors = {
        {QStringLiteral("To be collected"), moneyWords({r.tbc, base})},
        {QStringLiteral("Risk: unpaid in 30 days"), decimalWords(r.risk, 4)},
        {QStringLiteral("At risk"), moneyWords({r.atRisk, base})},
        {QStringLiteral("Age"), decimalWords(r.ageFactor, 4)},
        {QStringLiteral("Broken promises"), decimalWords(r.promiseFactor, 4)},
        {QStringLiteral("Credit limit"), decimalWords(r.limitFactor, 4)},
        {QStringLiteral("Relationship"), decimalWords(r.relationshipFactor, 4)},
        {QStringLiteral("Weight"), decimalWords(r.weight, 4)},
    };
    out.behaviour = inWords(paymentEvidence(paymentFactsOf(book, payer), model.asOf()), model.asOf());
    out.promises = promiseWords(book, payer, list.day);
    out.dsoE4 = dsoImpactOf(book, payer, list.day, book.policyAt(list.day).dsoDays, list.sales);
    out.dsoImpact = dsoWords(out.dsoE4);
    out.next = nextWords(r, list.now);
    return out;
}

} // namespace duedesk
