// What a file tells beside its invoices: disputes and where they stand at the payer.
#include "core/exchange/staging/invoicerows.h"

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace duedesk {

// "payer_status" in words; words that say none of them are reported and not kept.
void InvoiceRows::readPayerStatus(RowCells& cells, LineDraft& d)
{
    const std::string_view text = cells.has(Field::PayerStatus) ? cells.text(Field::PayerStatus) : std::string_view();
    const QString words = QString::fromUtf8(text.data(), qsizetype(text.size())).trimmed();
    if (words.isEmpty())
        return;
    d.payerState = parsePayerState(words);
    if (!d.payerState)
        m_tally.warn(m_tally.fileNumber(), cells.row().line,
                     {u"the payer status “"_s + words + u"” is not known and is left out"_s,
                      u"write sent, received, waits for po, in approval, scheduled or paid"_s,
                      headingOf(Field::PayerStatus), words});
}

// An invoice that the file has unpaid and that was written off here, where no file of the call has the write-off.
void InvoiceRows::tellWrittenOff()
{
    for (const Listed& l : m_writtenOff)
        if (const auto made = m_hand.unconfirmed(m_lines.inBook(l.item)); !made.empty())
            m_tally.warn(l.file, l.line,
                         {Lang::words("%1 is still open in the file, and was written off here: %2", numberOf(l.item),
                                      writtenOffWords(made, m_lines.itemCurrency(l.item))),
                          Lang::words("write it off in the ledger too; until then it counts as written off"),
                          headingOf(Field::InvoiceNo),
                          {}});
}

// "disputed" on an item that is open when all is applied; one dispute at a time.
void InvoiceRows::openDisputes()
{
    if (m_disputed.empty())
        return;
    std::unordered_set<std::int64_t> contested;
    m_book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) {
        if (!x.resolvedOn.isValid())
            contested.insert(x.debit.value);
    });
    ChangeSet& out = m_tally.staged().changes;
    for (const auto& change : out.of<Dispute>())
        contested.insert(change.after.debit.value);
    for (const auto& [item, line] : m_disputed) {
        if (m_lines.openFor(item, farFuture - 1) <= 0 || !contested.insert(m_lines.itemId(item).value).second)
            continue;
        Dispute x;
        x.id = DisputeId(m_ids.next(Table::Dispute));
        x.customer = m_parties.slot(m_lines.itemCustomer(item)).id;
        x.debit = m_lines.itemId(item);
        x.reason = u"other"_s;
        x.openedOn = m_options.today;
        x.batch = m_tally.staged().batch.id;
        x.operation = m_tally.staged().batch.operation;
        out.insert(x);
    }
}

// A status that differs from the one that rules is said today; the same again is nothing new.
void InvoiceRows::keepPayerStates()
{
    if (m_payerStates.empty())
        return;
    struct Last {
        Date day;
        PayerState state;
    };
    std::unordered_map<std::int64_t, Last> ruling;
    m_book.rows<PayerStatus>().forEach([&](std::uint32_t, const PayerStatus& s) {
        const auto [at, isNew] = ruling.try_emplace(s.debit.value, Last{s.day, s.state});
        if (!isNew && s.day >= at->second.day)
            at->second = {s.day, s.state};
    });
    for (const auto& [item, state] : m_payerStates) {
        if (m_lines.openFor(item, farFuture - 1) <= 0)
            continue;
        const DebitId id = m_lines.itemId(item);
        if (const auto last = ruling.find(id.value); last != ruling.end() && last->second.state == state)
            continue;
        ruling[id.value] = {m_options.today, state};
        PayerStatus s;
        s.id = PayerStatusId(m_ids.next(Table::PayerStatus));
        s.customer = m_parties.slot(m_lines.itemCustomer(item)).id;
        s.debit = id;
        s.state = state;
        s.day = m_options.today;
        s.at = m_options.now;
        s.user = m_options.user;
        s.batch = m_tally.staged().batch.id;
        s.operation = m_tally.staged().batch.operation;
        m_tally.staged().changes.insert(std::move(s));
    }
}

} // namespace duedesk
