#include "core/exchange/staging/paymentrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

CreditKind PaymentRows::creditKindOf(PaymentKind kind)
{
    constexpr CreditKind kinds[] = {CreditKind::Payment, CreditKind::CreditNote, CreditKind::Payment,
                                    CreditKind::Deposit, CreditKind::Payment,    CreditKind::Recovery};
    return kinds[std::size_t(kind)];
}

bool PaymentRows::readPaymentKind(RowCells& cells, PaymentKind& kind)
{
    static constexpr std::string_view words[] = {"payment", "credit_note", "write_off",
                                                 "deposit", "reversal",    "recovery"};
    std::string word(cells.text(Field::Kind));
    for (char& c : word)
        c = c == ' ' || c == '-' ? '_' : c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    if (word.empty())
        return true;
    for (int i = 0; i < 6; ++i)
        if (word == words[i]) {
            kind = PaymentKind(i);
            return true;
        }
    m_tally.rejectCell(cells, Field::Kind, u"is not a kind of payment"_s,
                       u"use payment, credit_note, write_off, deposit, reversal or recovery"_s);
    return false;
}

// Rows of one reference are one payment. A row without customer joins the payment that has its reference.
std::uint32_t PaymentRows::groupOf(RowCells& cells, std::string_view reference, PaymentKind kind, std::uint32_t payer,
                                   std::int64_t amount, Currency currencyOf, bool& ok)
{
    ok = true;
    std::uint32_t found = noRow, open = noRow;
    int others = 0;
    m_groupIndex.find(hashBytes(reference, std::uint64_t(kind)), [&](std::uint32_t g) {
        const PaymentGroup& x = m_groups[g];
        if (x.kind != kind || x.reference != reference || reference.empty()) // without one each row is its own
            return false;
        if (payer != noRow && x.customerGiven && x.customer != payer) {
            ++others;
            return false;
        }
        if (x.customerGiven == (payer != noRow))
            found = g;
        else
            open = g;
        return found != noRow;
    });
    if (found == noRow)
        found = open;
    if (found == noRow) {
        if (others > 0)
            m_tally.warn(m_tally.fileNumber(), cells.row().line,
                         {u"the same reference is used by another customer"_s, u"check that it is not one payment"_s,
                          headingOf(Field::PaymentRef), toQString(reference)});
        PaymentGroup g;
        g.reference = m_tally.staged().text.keep(reference);
        g.kind = kind;
        g.amount = amount;
        g.currency = currencyOf.index();
        g.customer = payer;
        g.customerGiven = payer != noRow;
        g.firstLine = std::uint32_t(cells.row().line);
        g.file = m_tally.fileNumber();
        found = std::uint32_t(m_groups.size());
        m_groups.push_back(g);
        m_groupIndex.add(hashBytes(reference, std::uint64_t(kind)), found);
        return found;
    }
    PaymentGroup& g = m_groups[found];
    if (payer != noRow && !g.customerGiven) {
        g.customer = payer;
        g.customerGiven = true;
    }
    const Currency known = Currency::fromIndex(g.currency);
    if (g.currency != currencyOf.index()) {
        m_tally.rejectCell(cells, Field::Currency,
                           u"is "_s + known.toString() + u" in row "_s + QString::number(g.firstLine)
                               + u" of the same payment"_s,
                           u"one payment has one currency"_s);
        ok = false;
    } else if (g.amount != amount) {
        m_tally.rejectCell(cells, Field::Amount,
                           u"is "_s + Money{g.amount, known}.toPlain() + u" in row "_s + QString::number(g.firstLine)
                               + u" of the same payment"_s,
                           u"repeat the whole amount on each row of a payment"_s);
        ok = false;
    }
    return found;
}

void PaymentRows::reserve(std::size_t rows)
{
    const auto more = [rows](auto& v) { v.reserve(v.size() + rows); };
    more(m_payments);
    more(m_groups);
    more(m_tally.staged().settlements);
    m_groupIndex.reserve(m_groups.size() + rows);
}

void PaymentRows::row(RowCells& cells)
{
    m_lines.load();
    std::string_view reference, customerId, number;
    PaymentKind kind = PaymentKind::Payment;
    if (!m_read.id(cells, Field::PaymentRef, reference, false)
        || !m_read.id(cells, Field::CustomerNo, customerId, false) || !m_read.id(cells, Field::InvoiceNo, number, false)
        || !readPaymentKind(cells, kind))
        return;
    if (reference.empty() && kind != PaymentKind::WriteOff) // which posts no money of its own
        return m_tally.rejectCell(cells, Field::PaymentRef, u"is missing"_s, u"every row needs one"_s);
    std::uint32_t payer = noRow;
    if (!customerId.empty()) {
        payer = m_parties.knownCustomer(customerId);
        if (payer == noRow)
            return m_tally.rejectCell(cells, Field::CustomerNo, u"is not a customer of the files or the book"_s,
                                      u"import the customer or its invoices first"_s);
    }
    PaymentRow r;
    r.line = std::uint32_t(cells.row().line);
    r.file = m_tally.fileNumber();
    if (!m_lines.resolve(cells, payer, r.item))
        return;
    Currency c;
    if (!m_read.currency(cells, c))
        return;
    if (!c.isValid()) {
        if (r.item != noRow)
            c = m_lines.itemCurrency(r.item);
        else if (payer != noRow)
            c = Currency::fromIndex(m_parties.slot(payer).currency);
        if (!c.isValid())
            c = m_book.info().base;
    }
    std::int64_t amount = 0;
    std::int32_t cleared = -farFuture;
    if (!m_read.money(cells, Field::Amount, c, amount))
        return;
    if (!m_read.date(cells, Field::Date, r.day, true) || !m_read.date(cells, Field::ClearedOn, cleared, false)
        || !m_read.money(cells, Field::Allocated, c, r.allocated) || !m_read.happened(cells, Field::Date, r.day)
        || !m_parties.roomForCompany(cells))
        return;
    if (amount <= 0)
        return m_tally.rejectCell(cells, Field::Amount, u"is not above zero"_s,
                                  u"give the amount received; a bounced payment is kind reversal"_s);
    if (r.allocated.value_or(0) < 0)
        return m_tally.rejectCell(cells, Field::Allocated, u"is negative"_s, u"give the part paid on this invoice"_s);
    if (r.item == noRow && r.allocated.value_or(0) > 0)
        return m_tally.rejectCell(cells, Field::InvoiceNo, u"is missing, although a part is allocated"_s,
                                  u"name the invoice, or leave allocated empty"_s);
    if (r.item != noRow && m_lines.itemCurrency(r.item) != c)
        return m_tally.rejectCell(cells, Field::Currency,
                                  u"is "_s + c.toString() + u", the invoice is in "_s
                                      + m_lines.itemCurrency(r.item).toString(),
                                  u"a payment settles invoices of its own currency only"_s);
    bool ok = false;
    const auto groupsBefore = m_groups.size();
    r.group = groupOf(cells, reference, kind, payer, amount, c, ok);
    if (m_groups.size() != groupsBefore || kind == PaymentKind::WriteOff)
        m_tally.addTotal(amount, c);
    if (!ok)
        return;
    PaymentGroup& g = m_groups[r.group];
    g.day = std::min(g.day, r.day);
    if (cleared != -farFuture)
        g.cleared = std::max(g.cleared, cleared);
    if (g.company == 0)
        g.company = m_parties.companyOf(cells.text(Field::Company));
    m_payments.push_back(r);
}

void PaymentRows::rejectRow(PaymentRow& r, Complaint c)
{
    if (r.dropped)
        return;
    r.dropped = true;
    const ColumnPlan* p = nullptr;
    for (const ColumnPlan& x : m_tally.report().files[r.file].layout.columns)
        if (headingOf(x.spec->field) == c.field)
            p = &x;
    if (p)
        c.field = p->heading;
    m_tally.reject(r.file, r.line, std::move(c));
}

// The payer: the one given, else the one that all invoices of the payment share.
void PaymentRows::settlePayers()
{
    for (PaymentRow& r : m_payments) {
        PaymentGroup& g = m_groups[r.group];
        if (g.customerGiven || r.item == noRow)
            continue;
        const std::uint32_t payer = m_parties.payerOf(m_lines.itemCustomer(r.item));
        if (g.customer == noRow)
            g.customer = payer;
        else if (g.customer != payer)
            g.payersDiffer = true;
    }
    for (PaymentRow& r : m_payments) {
        const PaymentGroup& g = m_groups[r.group];
        const bool needed =
            g.kind != PaymentKind::Reversal && g.kind != PaymentKind::CreditNote && g.kind != PaymentKind::WriteOff;
        if (g.payersDiffer && needed)
            rejectRow(r,
                      {u"the invoices of this payment have different payers"_s, u"give the customer_id of the payer"_s,
                       headingOf(Field::CustomerNo), toQString(g.reference)});
        else if (g.customer == noRow && needed)
            rejectRow(r, {u"the payer is not known"_s, u"give the customer_id, or an invoice_no"_s,
                          headingOf(Field::CustomerNo), toQString(g.reference)});
    }
}

// What the book has under the reference, and whether the parts exceed the whole.
void PaymentRows::resolveCredits()
{
    BadGroups bad;
    for (PaymentRow& r : m_payments) {
        PaymentGroup& g = m_groups[r.group];
        if (r.dropped || g.known || g.bad || g.kind == PaymentKind::WriteOff || g.kind == PaymentKind::Reversal)
            continue;
        const std::uint32_t wanted = g.payersDiffer ? noRow : g.customer;
        auto found = m_lines.findCredits(g.reference, wanted, creditKindOf(g.kind));
        if (found.size() > 1 && g.company != 0)
            std::erase_if(found, [&](std::uint32_t k) { return m_lines.creditCompany(k) != g.company; });
        if (g.kind == PaymentKind::CreditNote && found.empty() && !g.customerGiven)
            found = m_lines.findCredits(g.reference, noRow, CreditKind::CreditNote);
        const Currency c = Currency::fromIndex(g.currency);
        if (found.empty() && g.kind != PaymentKind::CreditNote)
            continue;
        g.known = true;
        if (found.size() != 1) {
            g.bad = true;
            bad.try_emplace(r.group, found.empty() ? Complaint{u"is no credit note of the files or the book"_s,
                                                               u"import the credit note with the invoices first"_s,
                                                               headingOf(Field::PaymentRef), toQString(g.reference)}
                                                   : Complaint{u"names several postings"_s, u"give the customer_id"_s,
                                                               headingOf(Field::PaymentRef), toQString(g.reference)});
            continue;
        }
        g.credit = found.front();
        g.customer = m_lines.creditCustomer(g.credit);
        if (m_lines.creditAmount(g.credit) != g.amount || m_lines.creditCurrency(g.credit) != c) {
            g.bad = true;
            bad.try_emplace(
                r.group,
                Complaint{u"is posted with another amount, "_s
                              + Money{m_lines.creditAmount(g.credit), m_lines.creditCurrency(g.credit)}.toString(),
                          u"repeat the amount, or use a new reference"_s, headingOf(Field::Amount),
                          Money{g.amount, c}.toPlain()});
            continue;
        }
        g.used = m_lines.appliedBefore(g.credit);
    }
    dropGroups(bad);
}

void PaymentRows::dropGroups(const BadGroups& bad)
{
    if (bad.empty())
        return;
    for (PaymentRow& r : m_payments)
        if (const auto it = bad.find(r.group); it != bad.end())
            rejectRow(r, it->second);
}

void PaymentRows::checkSums()
{
    for (const PaymentRow& r : m_payments)
        if (!r.dropped && r.allocated && m_groups[r.group].kind != PaymentKind::WriteOff)
            addChecked(m_groups[r.group].allocated, *r.allocated);
    BadGroups bad;
    for (std::uint32_t i = 0; i < m_groups.size(); ++i) {
        PaymentGroup& g = m_groups[i];
        if (g.bad || g.allocated <= g.amount)
            continue;
        g.bad = true;
        const Currency c = Currency::fromIndex(g.currency);
        bad.try_emplace(i, Complaint{u"the parts of this payment sum to "_s + Money{g.allocated, c}.toPlain()
                                         + u", more than its amount"_s,
                                     u"correct the parts or the amount"_s, headingOf(Field::Allocated),
                                     Money{g.amount, c}.toPlain()});
    }
    dropGroups(bad);
}

} // namespace duedesk
