#include "core/insight/agreements/invoicemarks.h"

#include "core/insight/figures/metrics.h"
#include "core/insight/figures/openscan.h"

#include <algorithm>
#include <tuple>

namespace duedesk {

const InvoiceMark* markOf(const Book& book, std::uint32_t debitRow, MarkKind kind, Date d)
{
    const auto [c, i] = book.ledger().debit(debitRow);
    const InvoiceMark* last = nullptr;
    for (const std::uint32_t row : book.rowsOf<InvoiceMark>(c->customer[i]))
        if (const InvoiceMark& m = book.rows<InvoiceMark>()[row];
            m.debit.value == c->id[i] && m.kind == kind && m.day <= d
            && (!last || std::tie(last->day, last->id) < std::tie(m.day, m.id)))
            last = &m;
    return last;
}

LateReason lateReasonOf(const Book& book, std::uint32_t debitRow, Date d)
{
    const InvoiceMark* m = markOf(book, debitRow, MarkKind::WhyLate, d);
    return m ? m->late : LateReason::None;
}

std::array<int, lateReasonCount> lateReasonsOf(const Book& book, std::uint32_t payer, Date d)
{
    std::array<int, lateReasonCount> items{};
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.ledger().debitsOf(site)) {
            const auto [c, i] = book.ledger().debit(row);
            if (c->due[i] < d.days() && openAt(*c, i, d.days()) > 0)
                ++items[std::size_t(lateReasonOf(book, row, d))];
        }
    });
    return items;
}

LateReasons lateReasons(const Book& book, Date d)
{
    LateReasons out;
    std::array<LateReasonRow, lateReasonCount> all;
    const RatesAt rates = book.ratesAt(d);
    MissingCounts missing;
    forEachOpen(book.ledger(), d, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t row, std::int64_t open) {
        if (c.due[i] >= d.days() || !rulesOf(book.customers()[c.customer[i]].status).inMetrics)
            return;
        if (!rates.has(c.currency[i])) {
            missing.count(c.currency[i]);
            return;
        }
        LateReasonRow& r = all[std::size_t(lateReasonOf(book, row, d))];
        ++r.items;
        const std::int64_t base = rates.convert(open, c.currency[i]);
        addChecked(r.pastDue, base);
        addChecked(out.pastDue, base);
    });
    out.missing = missing.list();
    const int days = book.policyAt(d).dsoDays;
    const KpiTable whole = kpi(book, d, Segment::None, days);
    const std::int64_t sales = whole.rows.empty() ? 0 : whole.rows.front().sales;
    for (std::size_t k = 0; k < all.size(); ++k) {
        LateReasonRow& r = all[k];
        r.reason = LateReason(k);
        r.dsoDays = sales > 0 ? Ratio::of(Int128(r.pastDue) * days, sales)
                              : Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "no sales in the window"));
        if (r.items > 0)
            out.rows.push_back(r);
    }
    std::stable_sort(out.rows.begin(), out.rows.end(),
                     [](const LateReasonRow& a, const LateReasonRow& b) { return a.pastDue > b.pastDue; });
    return out;
}

} // namespace duedesk
