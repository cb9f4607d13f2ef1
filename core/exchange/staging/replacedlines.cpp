// Invoices and credit notes that are posted already: the same again, or another content that takes over what was settled.
#include "core/exchange/staging/stagedlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using NewIds = std::unordered_map<std::int64_t, DebitId>;

// Puts the new id where a record names an old one; false where it names none.
template <class T> bool repointed(T& row, const NewIds& ids)
{
    bool any = false;
    const auto swap = [&](DebitId& id) {
        const auto it = ids.find(id.value);
        if (it == ids.end())
            return;
        id = it->second;
        any = true;
    };
    if constexpr (requires { row.debit; })
        swap(row.debit);
    if constexpr (requires { row.lines; })
        for (PromiseLine& l : row.lines)
            swap(l.debit);
    if constexpr (requires { row.debits; })
        for (DebitId& id : row.debits)
            swap(id);
    return any;
}

} // namespace

// A column that the file does not have says nothing: the posted line keeps what it has.
void StagedLines::keepAbsent(RowCells& cells, LineDraft& d, std::uint32_t item)
{
    const auto [c, i] = m_book.ledger().debit(item);
    const Ledger& l = m_book.ledger();
    if (!cells.has(Field::ServiceDate) && !c->serviceDate.empty() && Date(c->serviceDate[i]).isValid())
        d.service = c->serviceDate[i];
    if (!cells.has(Field::DeliveredOn) && !c->deliveredOn.empty() && Date(c->deliveredOn[i]).isValid())
        d.delivered = c->deliveredOn[i];
    if (!cells.has(Field::NetAmount) && !c->netAmount.empty() && c->netAmount[i] >= 0)
        d.net = c->netAmount[i];
    if (!cells.has(Field::PoNumber))
        d.po = c->poNumber[i];
    if (!cells.has(Field::TermsDays))
        d.terms = c->terms[i];
    if (!cells.has(Field::ProductLine))
        d.product = productCode(l.products.text(c->product[i]).toStdString());
    if (!cells.has(Field::BillingFormat) && !c->billingFormat.empty())
        d.format = formatCode(l.billingFormats.text(c->billingFormat[i]).toStdString());
    if (d.dueSource != DueSource::Given
        && (!cells.has(Field::DueDate) || DueSource(c->dueSource[i]) != DueSource::Given) && c->date[i] == d.date
        && (!cells.has(Field::TermsDays) || c->terms[i] == d.terms)) {
        d.due = c->due[i]; // derived once; terms changed since do not move posted lines
        d.dueSource = DueSource(c->dueSource[i]);
    }
}

bool StagedLines::sameDebit(const LineDraft& d, std::uint32_t item) const
{
    const StagedImport& s = m_tally.staged();
    if (item >= bookItems()) {
        const DebitRow& r = s.debits[item - bookItems()].row;
        return r.amount == d.amount && r.date == d.date && r.due == d.due && r.currency == d.currency.index()
               && r.netAmount == d.net.value_or(-1) && r.poNumber == d.po && r.product == d.product
               && r.billingFormat == d.format && r.serviceDate == d.service && r.deliveredOn == d.delivered
               && r.terms == std::int16_t(d.terms);
    }
    const Ledger& l = m_book.ledger();
    const auto [c, i] = l.debit(item);
    const auto optional = [](std::int32_t v) { return Date(v).isValid() ? v : -farFuture; };
    const auto text = [](const Dictionary& dict, std::uint16_t k) { return dict.text(k); };
    return c->amount[i] == d.amount && c->date[i] == d.date && c->due[i] == d.due
           && c->currency[i] == d.currency.index()
           && (c->netAmount.empty() ? -1 : c->netAmount[i]) == d.net.value_or(-1) && c->poNumber[i] == d.po
           && text(l.products, c->product[i]) == text(s.products, d.product)
           && text(l.billingFormats, c->billingFormat.empty() ? std::uint16_t(0) : c->billingFormat[i])
                  == text(s.billingFormats, d.format)
           && (c->serviceDate.empty() ? -farFuture : optional(c->serviceDate[i])) == d.service
           && (c->deliveredOn.empty() ? -farFuture : optional(c->deliveredOn[i])) == d.delivered
           && c->terms[i] == std::int16_t(d.terms);
}

// The posted line is retracted, a new one takes its settlements over.
bool StagedLines::replaceDebit(RowCells& cells, const LineDraft& d, std::uint32_t bookItem, std::uint32_t& item)
{
    const Ledger& l = m_book.ledger();
    const auto [c, i] = l.debit(bookItem);
    const bool settled = c->first[i + 1] > c->first[i];
    if (settled && c->currency[i] != d.currency.index()) {
        m_tally.rejectCell(cells, Field::Currency,
                           u"cannot change: the invoice has payments in "_s
                               + Currency::fromIndex(c->currency[i]).toString(),
                           u"correct the payments first"_s);
        return false;
    }
    std::vector<std::pair<std::int32_t, std::int64_t>> events;
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        events.emplace_back(c->from[k], c->settled[k]);
        if (!c->until.empty() && c->until[k] != farFuture)
            events.emplace_back(c->until[k], -c->settled[k]);
    }
    std::sort(events.begin(), events.end());
    std::int64_t now = 0, most = 0;
    for (const auto& [day, delta] : events)
        most = std::max(most, now += delta);
    if (const auto it = m_takenInBook.find(bookItem); it != m_takenInBook.end())
        most += it->second;
    if (d.amount < most && leavesWrittenOff(cells, d, bookItem, most))
        return true;
    if (d.amount < most) {
        m_tally.rejectCell(cells, Field::Amount,
                           u"is less than what is settled of this invoice, "_s + Money{most, d.currency}.toString(),
                           u"correct the payments first, or issue a credit note"_s);
        return false;
    }
    item = addDebit(d, cells.row().line);
    m_itemReplaces.resize(m_tally.staged().debits.size(), noRow);
    m_itemReplaces.back() = bookItem;
    m_replacedItems.insert(bookItem);
    m_tally.staged().retractedDebits.push_back(DebitId(c->id[i]));
    carrySettlements(bookItem, item);
    m_repointed.emplace(c->id[i], itemId(item));
    return true;
}

// The ledger does not have a write-off that was made here: its smaller amount is said, and the posted line stays.
bool StagedLines::leavesWrittenOff(RowCells& cells, const LineDraft& d, std::uint32_t bookItem, std::int64_t settled)
{
    std::int64_t byHand = 0;
    for (const HandPostings::WriteOff& w : m_hand.unconfirmed(bookItem))
        byHand += w.amount;
    if (d.amount < settled - byHand)
        return false;
    m_tally.warn(
        m_tally.fileNumber(), cells.row().line,
        {Lang::words("is less than the %1 settled of %2, of which %3 was written off here: the invoice stays as "
                     "it was",
                     Money{settled, d.currency}, toQString(d.number), Money{byHand, d.currency}),
         Lang::words("compare the two"), headingOf(Field::Amount), Money{d.amount, d.currency}.toPlain()});
    return true;
}

void StagedLines::carrySettlements(std::uint32_t bookItem, std::uint32_t item)
{
    const Ledger& l = m_book.ledger();
    StagedImport& s = m_tally.staged();
    const auto [c, i] = l.debit(bookItem);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        StagedSettlement x;
        const std::uint32_t credit = c->credit[k];
        x.id = m_ids.next(credit == noRow ? Table::WriteOff : Table::Allocation);
        x.debit = itemId(item);
        x.date = c->from[k];
        if (credit != noRow) {
            const auto replaced = m_creditReplacedBy.find(credit);
            x.credit = creditId(replaced == m_creditReplacedBy.end() ? credit : replaced->second);
            if (x.date == c->date[i]) // it waited for the invoice's date: its own is the credit's
                x.date = std::min(x.date, creditDate(credit));
        } else {
            x.reason = s.text.keep(m_hand.textOf(c->settlementId[k])); // by which it is known again
            m_carriedWriteOffs.emplace(c->settlementId[k], std::uint32_t(s.settlements.size()));
        }
        x.amount = c->settled[k];
        s.settlements.push_back(x);
    }
}

bool StagedLines::replaceCredit(RowCells& cells, const LineDraft& d, std::uint32_t bookCredit)
{
    const std::int64_t applied = appliedInBook(bookCredit);
    if (applied > 0 && creditCurrency(bookCredit) != d.currency) {
        m_tally.rejectCell(cells, Field::Currency, u"cannot change: the credit note is applied"_s,
                           u"issue a new credit note"_s);
        return false;
    }
    if (d.amount < applied) {
        m_tally.rejectCell(cells, Field::Amount,
                           u"is less than what is applied of this credit note, "_s
                               + Money{applied, d.currency}.toString(),
                           u"correct the allocations first"_s);
        return false;
    }
    StagedImport& s = m_tally.staged();
    const std::uint32_t now =
        addCredit(CreditKind::CreditNote, d.customer, d.company, d.currency, d.date, d.amount, d.number, -farFuture);
    m_tally.tookCredit(m_tally.fileNumber(), d.amount, d.currency);
    m_replacedCredits.insert(bookCredit);
    m_creditReplacedBy[bookCredit] = now;
    m_carriedApplied[now] = applied;
    s.retractedCredits.push_back(creditId(bookCredit));
    std::uint32_t base = 0;
    for (const auto& c : m_book.ledger().debitChunks) {
        for (std::uint32_t i = 0; i < c->count; ++i)
            for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k)
                if (c->credit[k] == bookCredit && !m_replacedItems.contains(base + i)) {
                    StagedSettlement x;
                    x.id = m_ids.next(Table::Allocation);
                    x.debit = DebitId(c->id[i]);
                    x.credit = creditId(now);
                    x.date = c->from[k];
                    x.amount = c->settled[k];
                    s.settlements.push_back(x);
                }
        base += DebitChunk::capacity;
    }
    for (StagedSettlement& x : s.settlements) // lines replaced earlier in this call still name the old one
        if (x.credit == creditId(bookCredit))
            x.credit = creditId(now);
    return true;
}

// Promises, plans, disputes, statuses, marks, mails: whatever names a retracted line names the new one.
void StagedLines::repoint()
{
    if (m_repointed.empty())
        return;
    const auto table = [&]<class T>(std::vector<RowChange<T>>& list) {
        if constexpr (requires(T t) { t.debit; } || requires(T t) { t.lines; } || requires(T t) { t.debits; }) {
            std::unordered_set<std::int64_t> changed;
            for (RowChange<T>& c : list) {
                repointed(c.after, m_repointed);
                changed.insert(c.after.id.value);
            }
            m_book.rows<T>().forEach([&](std::uint32_t, const T& row) {
                if (T now = row; !changed.contains(row.id.value) && repointed(now, m_repointed))
                    list.push_back({row, std::move(now)});
            });
        }
    };
    std::apply([&](auto&... lists) { (table(lists), ...); }, m_tally.staged().changes.tables);
}

} // namespace duedesk
