// What an invoice row says about its state: a draft or a cancelled one is no debt, a settled one is left out, and what is
// open agrees with what was invoiced and paid.
#include "core/exchange/staging/invoicerows.h"

#include "core/base/text.h"

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

enum class State : std::uint8_t { Live, Draft, Cancelled, Settled, Disputed, Unknown };

constexpr struct {
    State state;
    const char* words; // bar-separated, as headings are compared
} stateWords[] = {
    {State::Live,
     "open|opened|sent|viewed|unpaid|not_paid|overdue|past_due|due|outstanding|authorised|authorized|approved|posted|"
     "submitted|partial|partially_paid|partly_paid|part_paid|partlypaid|awaiting_payment|issued|invoiced|active|"
     "current|credit|in_payment|offen|gebucht|versendet|gestellt|teilbezahlt|teilweise_bezahlt|uberfallig|ueberfaellig|"
     "ouvert|ouverte|emise|envoyee|impayee|en_retard|partiellement_payee|abierta|abierto|pendiente|emitida|enviada|"
     "vencida|parcial|openstaand|verzonden|verlopen|aperta|emessa|scaduta|not_due|unposted_payment"},
    {State::Draft,
     "draft|drafts|entwurf|brouillon|borrador|concept|bozza|proforma|pro_forma|quote|estimate|unsubmitted|"
     "pending_approval|awaiting_approval"},
    {State::Cancelled,
     "void|voided|cancelled|canceled|cancel|deleted|reversed|storniert|storno|annulliert|annule|annulee|"
     "anulada|anulado|cancelada|geannuleerd|annullata|rejected"},
    {State::Settled, "paid|fully_paid|paid_in_full|closed|settled|cleared|complete|completed|bezahlt|ausgeglichen|paye|"
                     "payee|soldee|reglee|pagada|pagado|cobrada|betaald|pagata|written_off|refunded"},
    {State::Disputed, "disputed|in_dispute|dispute|strittig|litige|en_litige|disputada"},
};

State stateOf(const QString& word)
{
    for (const auto& s : stateWords)
        if (QString::fromLatin1(s.words).split(u'|').contains(word))
            return s.state;
    return State::Unknown;
}

} // namespace

// False: the row is left out, or rejected.
bool InvoiceRows::readState(RowCells& cells, LineDraft& d)
{
    if (!cells.has(Field::Status))
        return true;
    const std::string_view cell = cells.text(Field::Status);
    if (cell.empty())
        return true;
    const auto [known, fresh] = m_states.try_emplace(std::string(cell), 0); // few words, many rows
    if (fresh)
        known->second = std::uint8_t(stateOf(normalHeading(toQString(cell))));
    switch (State(known->second)) {
    case State::Live: return true;
    case State::Disputed: d.disputed = true; return true;
    case State::Draft: m_tally.skip(cells.row().line, u"is a draft, no debt yet"_s); return false;
    case State::Cancelled: m_tally.skip(cells.row().line, u"is cancelled"_s); return false;
    case State::Settled:
        if (cells.has(Field::Open) || !cells.text(Field::PaidDate).empty())
            return true; // what is open, and the day, say the rest
        m_tally.skip(cells.row().line, u"is settled, and the file does not say when"_s);
        return false;
    case State::Unknown: break;
    }
    m_tally.rejectCell(cells, Field::Status, u"is not a state of an invoice that is known"_s,
                       u"use open, partial, overdue, draft, void, paid or disputed"_s);
    return false;
}

// What is open is no more than the amount, of the same sign, and what is left of it after what was paid. False after
// leaving the row out or rejecting it.
bool InvoiceRows::readOpen(RowCells& cells, LineDraft& d, std::int64_t amount)
{
    std::int64_t open = 0;
    if (!cells.has(Field::Open))
        return true;
    if (!m_read.money(cells, Field::Open, d.currency, open))
        return false;
    m_tally.addOpenTotal(open, d.currency);
    if (open != 0 && (open < 0) != (amount < 0)) {
        m_tally.rejectCell(cells, Field::Open, u"is of another sign than the amount"_s,
                           u"correct one of them; a credit note has both below 0"_s);
        return false;
    }
    if (std::abs(open) > std::abs(amount)) {
        m_tally.rejectCell(cells, Field::Open, u"is more than the amount"_s,
                           u"check that the columns are not mixed up"_s);
        return false;
    }
    const std::int64_t paid = std::abs(amount) - std::abs(open);
    if (d.paidAmount ? *d.paidAmount == paid : d.paidDate != -farFuture) {
        d.paidAmount = paid;
        return true;
    }
    if (d.paidAmount && !d.creditNote) {
        m_tally.rejectCell(cells, Field::Open,
                           u"is not what is left of the amount, "_s
                               + Money{std::abs(amount) - *d.paidAmount, d.currency}.toString(),
                           u"correct the amount, what was paid, or what is open"_s);
        return false;
    }
    if (paid == 0)
        return true;
    if (open == 0) {
        m_tally.skip(cells.row().line, u"is settled, and the file does not say when"_s);
        return false;
    }
    m_tally.rejectCell(cells, Field::Open,
                       u"says that "_s + Money{paid, d.currency}.toString()
                           + u" was settled before, and the file does not say when"_s,
                       u"add a column paid_date, or map this column to amount to take what is open alone"_s);
    return false;
}

} // namespace duedesk
