#include "core/insight/figures/metrics.h"

#include "core/insight/figures/aging.h"
#include "core/insight/figures/metricengine.h"

namespace duedesk {
namespace {

Ratio impactOf(Int128 pastDue, int days, std::int64_t sales)
{
    return sales <= 0 ? Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "no sales in the window"))
                      : Ratio::of(pastDue * days, sales);
}

} // namespace

std::int64_t salesOf(const Book& book, Date d, int days)
{
    const RatesAt rates = book.ratesAt(d);
    const Date from = d - (days - 1), to = d;
    std::int64_t sum = 0;
    const auto counts = [&book](std::uint32_t customer) {
        return customer >= book.customers().size() || rulesOf(book.customers()[customer].status).inMetrics;
    };
    for (const auto& c : book.ledger().debitChunks)
        for (std::uint32_t i = 0; i < c->count; ++i)
            if (c->date[i] >= from.days() && c->date[i] <= to.days()
                && DebitKind(c->kind[i]) != DebitKind::FinanceCharge && counts(c->customer[i]))
                addChecked(sum, rates.convert(c->amount[i], c->currency[i]));
    for (const auto& c : book.ledger().creditChunks)
        for (std::uint32_t i = 0; i < c->count; ++i)
            if (c->date[i] >= from.days() && c->date[i] <= to.days() && CreditKind(c->kind[i]) == CreditKind::CreditNote
                && counts(c->customer[i]))
                addChecked(sum, -rates.convert(c->amount[i], c->currency[i]));
    return sum;
}

KpiTable kpi(const Book& book, Date d, Segment by, int days) { return MetricEngine(book, {d}, by, days).table(0); }

std::vector<Ratio> dsoImpact(const Book& book, Date d, int days)
{
    const std::int64_t sales = salesOf(book, d, days);
    const std::vector<CustomerAging> ages = agingByCustomer(book, d);
    std::vector<Ratio> out;
    out.reserve(ages.size());
    for (std::uint32_t row = 0; row < ages.size(); ++row) {
        if (!rulesOf(book.customers()[row].status).inMetrics)
            out.push_back(Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "not counted in the metrics")));
        else
            out.push_back(impactOf(ages[row].total - ages[row].bucket[0], days, sales));
    }
    return out;
}

std::int64_t dsoImpactOf(const Book& book, std::uint32_t payer, Date d, int days, std::int64_t sales)
{
    const RatesAt rates = book.ratesAt(d);
    std::int64_t e4 = 0;
    for (const std::uint32_t site : book.paidBy(payer)) {
        if (!rulesOf(book.customers()[site].status).inMetrics)
            continue;
        std::int64_t pastDue = 0;
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [c, i] = book.ledger().debit(row);
            if (c->due[i] < d.days())
                addChecked(pastDue, rates.convert(openAt(*c, i, d.days()), c->currency[i]));
        }
        e4 += impactOf(pastDue, days, sales).e4.value_or(0);
    }
    return e4;
}

std::array<Ratio, 4> rollRates(const Book& book, Date d)
{
    constexpr int lag = 30;
    const Date before = d - lag;
    const RatesAt rates = book.ratesAt(d);
    const auto edgesThen = book.policyAt(before).bucketEdges, edgesNow = book.policyAt(d).bucketEdges;
    std::array<std::int64_t, 5> stood{}, rolled{};
    forEachOpen(book.ledger(), before, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t, std::int64_t open) {
        if (!rulesOf(book.customers()[c.customer[i]].status).inMetrics)
            return;
        const auto then = std::size_t(bucketOf(before.days() - c.due[i], edgesThen));
        addChecked(stood[then], rates.convert(open, c.currency[i]));
        if (std::size_t(bucketOf(d.days() - c.due[i], edgesNow)) == then + 1)
            addChecked(rolled[then], rates.convert(openAt(c, i, d.days()), c.currency[i]));
    });
    std::array<Ratio, 4> out;
    for (std::size_t b = 0; b < out.size(); ++b)
        out[b] = stood[b] > 0 ? Ratio::of(Int128(rolled[b]) * 100, stood[b])
                              : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing stood there then"));
    return out;
}

} // namespace duedesk
