// The invoice that a row of payments or promises names.
#include "core/exchange/staging/stagedlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t mostCandidates = 64; // more of one number than anybody would read

} // namespace

bool StagedLines::resolve(RowCells& cells, std::uint32_t payer, std::uint32_t& item)
{
    const std::string_view number = cells.text(Field::InvoiceNo);
    item = noRow;
    if (number.empty())
        return true;
    const std::string_view companyCode = cells.text(Field::Company);
    const std::uint32_t company = companyCode.empty() ? noRow : m_parties.companyCode(companyCode);
    std::vector<std::uint32_t> best;
    const auto narrow = [&](auto&& fits) {
        std::vector<std::uint32_t> kept;
        std::copy_if(best.begin(), best.end(), std::back_inserter(kept), fits);
        if (!kept.empty())
            best = kept;
    };
    if (payer != noRow)
        m_items.find(itemHash(number, payer), [&](std::uint32_t i) {
            if (itemCustomer(i) != payer || itemNumber(i) != number || m_replacedItems.contains(i))
                return false;
            if (item != noRow) { // more than one: by company or kind
                if (best.empty())
                    best.push_back(item);
                best.push_back(i);
            }
            item = i;
            return best.size() >= mostCandidates;
        });
    if (item != noRow && best.empty())
        return true;
    if (best.empty()) {
        const auto all = bookItems() + std::uint32_t(m_tally.staged().debits.size());
        if (m_itemsByNumberCount == 0)
            m_itemsByNumber.reserve(all);
        for (; m_itemsByNumberCount < all; ++m_itemsByNumberCount)
            m_itemsByNumber.add(hashBytes(itemNumber(m_itemsByNumberCount)), m_itemsByNumberCount);
        m_itemsByNumber.find(hashBytes(number), [&](std::uint32_t i) {
            if (itemNumber(i) == number && !m_replacedItems.contains(i))
                best.push_back(i);
            return best.size() >= mostCandidates;
        });
        if (payer != noRow)
            narrow([&](std::uint32_t i) {
                return m_parties.payerOf(itemCustomer(i)) == payer || m_parties.payerOf(payer) == itemCustomer(i);
            });
    }
    if (company != noRow)
        narrow([&](std::uint32_t i) { return itemCompany(i) == company; });
    if (best.size() == 1) {
        item = best.front();
        return true;
    }
    if (best.empty()) {
        m_tally.rejectCell(cells, Field::InvoiceNo, u"is not an invoice of the files or the book"_s,
                           u"import the invoices first, or correct the number"_s);
        return false;
    }
    QStringList candidates;
    for (std::size_t i = 0; i < best.size() && i < 5; ++i)
        candidates << m_parties.customerName(itemCustomer(best[i])) + u" ("_s + debitKindName(itemKind(best[i])) + u')';
    m_tally.rejectCell(cells, Field::InvoiceNo, u"belongs to several invoices: "_s + candidates.join(u", "_s),
                       u"give the customer_id, and the company where there are several"_s);
    return false;
}

} // namespace duedesk
