// Rows of invoice files: what they say, and the lines they become.
#include "core/exchange/staging/invoicerows.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

std::string paidReference(std::string_view number) { return "paid " + std::string(number); }

bool isNote(std::string_view kind) { return kind == "credit_note" || kind == "credit note" || kind == "creditnote"; }

} // namespace

bool InvoiceRows::readKind(RowCells& cells, LineDraft& d, std::int64_t amount)
{
    const std::string_view given = cells.text(Field::Kind);
    std::string word(given);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    if (word.empty() || word == "invoice") {
        d.kind = DebitKind::Invoice;
        d.creditNote = amount < 0;
    } else if (isNote(word)) {
        d.creditNote = true;
    } else if (word == "debit_note" || word == "debit note") {
        d.kind = DebitKind::DebitNote;
    } else if (word == "finance_charge" || word == "finance charge") {
        d.kind = DebitKind::FinanceCharge;
    } else {
        m_tally.rejectCell(cells, Field::Kind, u"is not a kind of invoice"_s,
                           u"use invoice, debit_note, credit_note or finance_charge"_s);
        return false;
    }
    if (amount < 0 && !d.creditNote) {
        m_tally.rejectCell(cells, Field::Amount, u"is negative"_s,
                           u"a negative "_s + debitKindName(d.kind) + u" has no meaning; use a credit note"_s);
        return false;
    }
    d.amount = amount < 0 ? -amount : amount;
    return true;
}

bool InvoiceRows::deriveDue(RowCells& cells, LineDraft& d)
{
    if (d.dueSource == DueSource::Given)
        return true;
    const int customerTerms = d.customer == noRow ? -1 : m_parties.slot(d.customer).terms; // noRow: it is new
    if (cells.has(Field::TermsDays) && d.terms >= 0) {
        d.dueSource = DueSource::RowTerms;
        d.due = d.date + d.terms;
    } else if (customerTerms >= 0) {
        d.dueSource = DueSource::CustomerTerms;
        d.due = d.date + customerTerms;
    } else {
        d.dueSource = DueSource::PolicyDefault;
        d.due = d.date + m_book.policyAt(Date(d.date)).defaultTermsDays;
    }
    const QString odd = m_read.oddDay(d.due);
    if (odd.isEmpty())
        return true;
    m_tally.rejectCell(cells, cells.has(Field::TermsDays) ? Field::TermsDays : Field::InvoiceDate,
                       u"leads to the due date "_s + Date(d.due).toIso() + u", which "_s + odd,
                       u"correct the terms or the date, or state --accept-odd-dates"_s);
    return false;
}

bool InvoiceRows::readDates(RowCells& cells, LineDraft& d)
{
    d.due = -farFuture;
    if (!m_read.date(cells, Field::InvoiceDate, d.date, true) || !m_read.date(cells, Field::DueDate, d.due, false)
        || !m_read.date(cells, Field::ServiceDate, d.service, false)
        || !m_read.date(cells, Field::DeliveredOn, d.delivered, false)
        || !m_read.days(cells, Field::TermsDays, d.terms))
        return false;
    d.dueSource = d.due == -farFuture ? DueSource::PolicyDefault : DueSource::Given;
    if (d.dueSource != DueSource::Given || d.due >= d.date || d.creditNote || m_options.acceptOddDates)
        return true;
    m_tally.rejectCell(cells, Field::DueDate, u"is before the invoice date, "_s + Date(d.date).toIso(),
                       u"correct one of the dates, or state --accept-odd-dates"_s);
    return false;
}

// The amount without tax is no larger than the one with it and has its sign; on a credit note no sign means anything.
bool InvoiceRows::readNet(RowCells& cells, LineDraft& d)
{
    if (!m_read.money(cells, Field::NetAmount, d.currency, d.net))
        return false;
    if (d.net && d.creditNote)
        d.net = std::abs(*d.net);
    if (!d.net || (*d.net >= 0 && *d.net <= d.amount))
        return true;
    m_tally.rejectCell(cells, Field::NetAmount,
                       *d.net < 0 ? u"is negative, the amount with tax is not"_s
                                  : u"is more than the amount with tax"_s,
                       u"give the amount without tax; swap the columns if they are mixed up"_s);
    return false;
}

bool InvoiceRows::readPaid(RowCells& cells, LineDraft& d)
{
    if (!m_read.date(cells, Field::PaidDate, d.paidDate, false)
        || !m_read.money(cells, Field::PaidAmount, d.currency, d.paidAmount)
        || !m_read.happened(cells, Field::PaidDate, d.paidDate))
        return false;
    if (d.creditNote) {
        m_unusedPaidDates += d.paidDate != -farFuture ? 1 : 0;
        d.paidDate = -farFuture;
        return true;
    }
    if (d.paidDate == -farFuture && d.paidAmount.value_or(0) > 0) {
        m_tally.rejectCell(cells, Field::PaidDate, u"is missing, although an amount was paid"_s,
                           u"give the day of the payment"_s);
        return false;
    }
    if (d.paidAmount && (*d.paidAmount < 0 || *d.paidAmount > d.amount)) {
        m_tally.rejectCell(cells, Field::PaidAmount,
                           *d.paidAmount < 0 ? u"is negative"_s : u"is more than the invoice"_s,
                           u"give the part of this invoice that was paid"_s);
        return false;
    }
    return true;
}

bool InvoiceRows::readLine(RowCells& cells, LineDraft& d, std::string_view& customerId)
{
    if (!readState(cells, d))
        return false;
    if (!m_read.id(cells, Field::InvoiceNo, d.number, true) || !m_read.id(cells, Field::CustomerNo, customerId, true))
        return false;
    d.customer = m_parties.find(customerId);
    if (d.customer != noRow)
        d.currency = Currency::fromIndex(m_parties.slot(d.customer).currency);
    if (!d.currency.isValid())
        d.currency = m_book.info().base;
    std::int64_t amount = 0;
    if (!m_read.currency(cells, d.currency) || !m_read.money(cells, Field::Amount, d.currency, amount))
        return false;
    m_tally.addTotal(amount, d.currency);
    if (!readKind(cells, d, amount) || !readDates(cells, d) || !readNet(cells, d) || !readPaid(cells, d)
        || !readOpen(cells, d, amount))
        return false;
    bool disputed = false;
    if (cells.has(Field::Disputed) && !m_read.flag(cells, Field::Disputed, disputed))
        return false;
    d.disputed = d.disputed || disputed;
    d.po = cells.text(Field::PoNumber);
    readPayerStatus(cells, d);
    d.product = m_lines.productCode(cells.text(Field::ProductLine));
    d.format = m_lines.formatCode(cells.text(Field::BillingFormat));
    return true;
}

void InvoiceRows::reserve(std::size_t rows) { m_lines.reserve(rows); }

void InvoiceRows::endFile()
{
    if (const std::int64_t n = std::exchange(m_unusedPaidDates, 0); n > 0)
        m_tally.warn(m_tally.fileNumber(), 0,
                     {u"paid_date on credit notes is not used, rows: "_s + QString::number(n), {}, {}, {}});
}

void InvoiceRows::row(RowCells& cells)
{
    m_lines.load();
    LineDraft d;
    std::string_view customerId;
    if (!readLine(cells, d, customerId) || !m_parties.roomForCompany(cells) || !deriveDue(cells, d))
        return;
    if (d.customer == noRow)
        d.customer = m_parties.addCustomer(customerId);
    if (Parties::CustomerEdit* e = m_parties.edited(d.customer)) {
        e->unwanted = false;
        Customer& c = e->now;
        if (c.incomplete && cells.has(Field::Country) && c.country.isEmpty())
            c.country = toQString(cells.text(Field::Country));
        if (c.incomplete && cells.has(Field::TermsText) && c.termsText.isEmpty())
            c.termsText = toQString(cells.text(Field::TermsText));
    }
    if (cells.has(Field::CustomerName))
        m_parties.seenName(d.customer, cells.text(Field::CustomerName));
    d.company = m_parties.companyFor(cells, d.customer);
    if (d.creditNote)
        stageCreditNote(cells, d);
    else
        stageDebit(cells, d);
}

void InvoiceRows::stageDebit(RowCells& cells, LineDraft& d)
{
    std::uint32_t item = m_lines.findItem(d.number, d.customer, d.company, d.kind);
    Took t = Took::Added;
    bool paymentPosted = true;
    if (!checkPaidDate(cells, d, item, paymentPosted))
        return;
    if (item == noRow) {
        item = m_lines.addDebit(d, cells.row().line);
    } else if (item >= m_lines.bookItems() && (m_lines.replaces(item) == noRow || !m_lines.sameDebit(d, item))) {
        if (m_lines.sameDebit(d, item)) {
            const std::uint32_t other = m_lines.itemLine(item - m_lines.bookItems());
            m_tally.warn(m_tally.fileNumber(), cells.row().line,
                         {QString(u"repeats row "_s + QString::number(other) + u" and is not added: "_s
                                  + Money{d.amount, d.currency}.toString()),
                          u"add the rows up first if each is a part of the invoice"_s, headingOf(Field::InvoiceNo),
                          toQString(d.number)});
            return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
        }
        return m_tally.rejectCell(cells, Field::InvoiceNo,
                                  u"is given twice for this customer; row "_s
                                      + QString::number(m_lines.itemLine(item - m_lines.bookItems()))
                                      + u" says otherwise"_s,
                                  u"keep one row per invoice"_s);
    } else if (item >= m_lines.bookItems()) {
        t = Took::Unchanged;
    } else {
        m_lines.keepAbsent(cells, d, item);
        t = Took::Unchanged;
        if (!m_lines.sameDebit(d, item)) {
            const std::uint32_t posted = item;
            if (!sameDocument(cells, d, item) || !m_lines.replaceDebit(cells, d, posted, item))
                return;
            t = item == posted ? Took::Unchanged : Took::Changed;
        }
    }
    const auto creditsBefore = m_tally.staged().credits.size();
    if (!paymentPosted)
        settleByPaidDate(cells, d, item);
    else if (d.paidDate == -farFuture && !m_hand.unconfirmed(m_lines.inBook(item)).empty())
        m_writtenOff.push_back({item, cells.row().line, m_tally.fileNumber()});
    if (t == Took::Unchanged && m_tally.staged().credits.size() != creditsBefore)
        t = Took::Changed;
    if (d.disputed)
        m_disputed.emplace_back(item, cells.row().line);
    if (d.payerState)
        m_payerStates.emplace_back(item, *d.payerState);
    m_tally.took(m_tally.fileNumber(), t);
}

// Numbers that start again each year: what is known by this number is of another year, or agrees in neither day nor amount.
// False after rejecting the row.
bool InvoiceRows::sameDocument(RowCells& cells, const LineDraft& d, std::uint32_t item)
{
    const Date known(m_lines.itemDate(item)), now(d.date);
    const bool otherYear = known.year() != now.year();
    const bool otherInAll = known != now && m_lines.itemAmount(item) != d.amount;
    if ((!otherYear && !otherInAll) || m_options.sameReference == SameReference::Changed)
        return true;
    m_tally.rejectCell(cells, Field::InvoiceNo,
                       u"is known with the date "_s + known.toIso() + u" and "_s
                           + Money{m_lines.itemAmount(item), m_lines.itemCurrency(item)}.toString()
                           + u": another invoice?"_s,
                       u"give the year in the number if it is, or state --same-ref changed if it was corrected"_s);
    return false;
}

// "paid_date" on an invoice row: a payment of its own, by a reference that the next import finds again.
// False after rejecting the row, because another payment is posted for this invoice by such a row.
bool InvoiceRows::checkPaidDate(RowCells& cells, const LineDraft& d, std::uint32_t item, bool& posted)
{
    posted = d.paidDate == -farFuture || d.amount == 0 || d.paidAmount == std::int64_t(0);
    if (posted)
        return true;
    const std::int64_t wanted = d.paidAmount.value_or(d.amount);
    for (const std::uint32_t k : m_lines.findCredits(paidReference(d.number), d.customer, CreditKind::Payment)) {
        if (m_lines.creditCompany(k) != d.company)
            continue;
        const std::int64_t had = m_lines.creditAmount(k);
        const bool clipped = had < wanted && item != noRow && m_lines.openFor(item, farFuture - 1) <= 0;
        posted = m_lines.creditDate(k) == d.paidDate && (had == wanted || !d.paidAmount || clipped);
        if (posted && d.paidAmount && clipped)
            m_tally.warn(m_tally.fileNumber(), cells.row().line,
                         {Lang::words("%1 is posted of what was paid: nothing else is open on %2",
                                      Money{had, d.currency}, toQString(d.number)),
                          Lang::words("compare the two"), headingOf(Field::PaidAmount),
                          Money{wanted, d.currency}.toPlain()});
        if (posted)
            return true;
        m_tally.rejectCell(cells, Field::PaidDate,
                           u"differs from the payment that is posted for this invoice, "_s
                               + Money{m_lines.creditAmount(k), d.currency}.toString() + u" on "_s
                               + Date(m_lines.creditDate(k)).toIso(),
                           u"undo the import that brought it, or correct the row"_s);
        return false;
    }
    return true;
}

// What something else settles already is not posted again, but money that came in for what was written off here is.
void InvoiceRows::settleByPaidDate(RowCells& cells, const LineDraft& d, std::uint32_t item)
{
    const std::int64_t wanted = d.paidAmount.value_or(d.amount);
    const std::int64_t open = std::max<std::int64_t>(0, m_lines.openFor(item, std::max(d.paidDate, d.date)));
    const std::int64_t settled = std::min(wanted, open);
    const auto made = m_hand.unconfirmed(m_lines.inBook(item));
    std::int64_t amount = settled;
    for (const HandPostings::WriteOff& w : made)
        amount = std::min(wanted, amount + w.amount);
    if (amount <= 0)
        return;
    if (amount > settled)
        m_tally.warn(
            m_tally.fileNumber(), cells.row().line,
            {Lang::words("%1 was written off here, %2: %3 of what was paid stays unapplied", toQString(d.number),
                         writtenOffWords(made, d.currency), Money{amount - settled, d.currency}),
             Lang::words("compare the two"), headingOf(Field::PaidDate), Date(d.paidDate).toIso()});
    const std::uint32_t credit = m_lines.addCredit(CreditKind::Payment, d.customer, d.company, d.currency, d.paidDate,
                                                   amount, paidReference(d.number), -farFuture);
    m_tally.tookCredit(m_tally.fileNumber(), amount, d.currency);
    if (settled > 0)
        m_lines.settle(item, m_lines.creditId(credit), d.paidDate, settled);
}

void InvoiceRows::stageCreditNote(RowCells& cells, LineDraft& d)
{
    for (const std::uint32_t k : m_lines.findCredits(d.number, d.customer, CreditKind::CreditNote)) {
        if (m_lines.creditCompany(k) != d.company)
            continue;
        const bool same = m_lines.creditAmount(k) == d.amount && m_lines.creditDate(k) == d.date
                          && m_lines.creditCurrency(k) == d.currency;
        if (same)
            return m_tally.took(m_tally.fileNumber(), Took::Unchanged);
        if (k < m_lines.bookCredits()) {
            if (m_lines.replaceCredit(cells, d, k))
                m_tally.took(m_tally.fileNumber(), Took::Changed);
            return;
        }
        return m_tally.rejectCell(cells, Field::InvoiceNo, u"is given twice for this customer, with other content"_s,
                                  u"keep one row per credit note"_s);
    }
    m_lines.addCredit(CreditKind::CreditNote, d.customer, d.company, d.currency, d.date, d.amount, d.number,
                      -farFuture);
    m_tally.tookCredit(m_tally.fileNumber(), d.amount, d.currency);
    m_tally.took(m_tally.fileNumber(), Took::Added);
}

} // namespace duedesk
