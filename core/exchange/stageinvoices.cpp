// Rows of invoice files: what they say, and the lines they become.
#include "core/exchange/stager.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::string paidReference(std::string_view number) { return "paid " + std::string(number); }

bool isNote(std::string_view kind) { return kind == "credit_note" || kind == "credit note" || kind == "creditnote"; }

} // namespace

// Texts of the book and those of this call share one numbering of 16 bits once they are posted.
std::uint16_t Stager::code(Dictionary& d, TextIndex& index, const Dictionary& posted, std::string_view text)
{
    if (text.empty())
        return 0;
    const std::uint32_t known = index.find(text);
    if (known != noRow)
        return std::uint16_t(known + 1);
    const QString fresh = toQString(text);
    if (d.size() + posted.size() > 0xffff && (d.size() > 0xfffe || posted.find(fresh) < 0)) {
        warn(fileNumber(), 0,
             {u"more than 65,534 different texts in one column: the later ones are left empty"_s, {}, {}, fresh});
        return 0;
    }
    index.append(text, true);
    return d.code(fresh);
}

bool Stager::readKind(RowCells& cells, LineDraft& d, std::int64_t amount)
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
        rejectCell(cells, Field::Kind, u"is not a kind of invoice"_s,
                   u"use invoice, debit_note, credit_note or finance_charge"_s);
        return false;
    }
    if (amount < 0 && !d.creditNote) {
        rejectCell(cells, Field::Amount, u"is negative"_s,
                   u"a negative "_s + debitKindName(d.kind) + u" has no meaning; use a credit note"_s);
        return false;
    }
    d.amount = amount < 0 ? -amount : amount;
    return true;
}

bool Stager::deriveDue(RowCells& cells, LineDraft& d)
{
    if (d.dueSource == DueSource::Given)
        return true;
    const int customerTerms = d.customer == noRow ? -1 : m_customers[d.customer].terms; // noRow: it is new
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
    const QString odd = oddDay(d.due);
    if (odd.isEmpty())
        return true;
    rejectCell(cells, cells.has(Field::TermsDays) ? Field::TermsDays : Field::InvoiceDate,
               u"leads to the due date "_s + Date(d.due).toIso() + u", which "_s + odd,
               u"correct the terms or the date, or state --accept-odd-dates"_s);
    return false;
}

bool Stager::readDates(RowCells& cells, LineDraft& d)
{
    d.due = -farFuture;
    if (!date(cells, Field::InvoiceDate, d.date, true) || !date(cells, Field::DueDate, d.due, false)
        || !date(cells, Field::ServiceDate, d.service, false) || !date(cells, Field::DeliveredOn, d.delivered, false)
        || !days(cells, Field::TermsDays, d.terms))
        return false;
    d.dueSource = d.due == -farFuture ? DueSource::PolicyDefault : DueSource::Given;
    if (d.dueSource != DueSource::Given || d.due >= d.date || d.creditNote || m_options.acceptOddDates)
        return true;
    rejectCell(cells, Field::DueDate, u"is before the invoice date, "_s + Date(d.date).toIso(),
               u"correct one of the dates, or state --accept-odd-dates"_s);
    return false;
}

// The amount without tax is no larger than the one with it and has its sign; on a credit note no sign means anything.
bool Stager::readNet(RowCells& cells, LineDraft& d)
{
    if (!money(cells, Field::NetAmount, d.currency, d.net))
        return false;
    if (d.net && d.creditNote)
        d.net = std::abs(*d.net);
    if (!d.net || (*d.net >= 0 && *d.net <= d.amount))
        return true;
    rejectCell(cells, Field::NetAmount,
               *d.net < 0 ? u"is negative, the amount with tax is not"_s : u"is more than the amount with tax"_s,
               u"give the amount without tax; swap the columns if they are mixed up"_s);
    return false;
}

bool Stager::readPaid(RowCells& cells, LineDraft& d)
{
    if (!date(cells, Field::PaidDate, d.paidDate, false) || !money(cells, Field::PaidAmount, d.currency, d.paidAmount)
        || !happened(cells, Field::PaidDate, d.paidDate))
        return false;
    if (d.creditNote) {
        m_unusedPaidDates += d.paidDate != -farFuture ? 1 : 0;
        d.paidDate = -farFuture;
        return true;
    }
    if (d.paidDate == -farFuture && d.paidAmount.value_or(0) > 0) {
        rejectCell(cells, Field::PaidDate, u"is missing, although an amount was paid"_s,
                   u"give the day of the payment"_s);
        return false;
    }
    if (d.paidAmount && (*d.paidAmount < 0 || *d.paidAmount > d.amount)) {
        rejectCell(cells, Field::PaidAmount, *d.paidAmount < 0 ? u"is negative"_s : u"is more than the invoice"_s,
                   u"give the part of this invoice that was paid"_s);
        return false;
    }
    return true;
}

bool Stager::readLine(RowCells& cells, LineDraft& d, std::string_view& customerId)
{
    if (!id(cells, Field::InvoiceNo, d.number, true) || !id(cells, Field::CustomerNo, customerId, true))
        return false;
    d.customer = m_customerIds.find(customerId);
    if (d.customer != noRow)
        d.currency = Currency::fromIndex(m_customers[d.customer].currency);
    if (!d.currency.isValid())
        d.currency = m_book.info().base;
    std::int64_t amount = 0;
    if (!currency(cells, d.currency) || !money(cells, Field::Amount, d.currency, amount))
        return false;
    addTotal(amount, d.currency);
    if (!readKind(cells, d, amount) || !readDates(cells, d) || !readNet(cells, d) || !readPaid(cells, d))
        return false;
    if (cells.has(Field::Disputed) && !flag(cells, Field::Disputed, d.disputed))
        return false;
    d.po = cells.text(Field::PoNumber);
    readPayerStatus(cells, d);
    StagedImport& s = m_report.staged;
    d.product = code(s.products, m_productTexts, m_book.ledger().products, cells.text(Field::ProductLine));
    d.format = code(s.billingFormats, m_formatTexts, m_book.ledger().billingFormats, cells.text(Field::BillingFormat));
    return true;
}

void Stager::invoiceRow(RowCells& cells)
{
    loadLedger();
    LineDraft d;
    std::string_view customerId;
    if (!readLine(cells, d, customerId) || !roomForCompany(cells) || !deriveDue(cells, d))
        return;
    if (d.customer == noRow)
        d.customer = addCustomer(customerId);
    if (const std::int32_t e = m_customers[d.customer].edit; e >= 0) {
        m_customerEdits[std::size_t(e)].unwanted = false;
        Customer& c = m_customerEdits[std::size_t(e)].now;
        if (c.incomplete && cells.has(Field::Country) && c.country.isEmpty())
            c.country = toQString(cells.text(Field::Country));
        if (c.incomplete && cells.has(Field::TermsText) && c.termsText.isEmpty())
            c.termsText = toQString(cells.text(Field::TermsText));
    }
    if (cells.has(Field::CustomerName))
        seenName(d.customer, cells.text(Field::CustomerName));
    d.company = companyFor(cells, d.customer);
    if (d.creditNote)
        stageCreditNote(cells, d);
    else
        stageDebit(cells, d);
}

std::uint32_t Stager::addDebit(const LineDraft& d, std::int64_t line)
{
    StagedImport& s = m_report.staged;
    StagedDebit x;
    x.customer = m_customers[d.customer].id;
    x.company = d.company == 0 ? CompanyId() : m_companies[d.company].now.id;
    x.row.id = m_ids.next(Table::Debit);
    x.row.kind = d.kind;
    x.row.dueSource = d.dueSource;
    x.row.currency = d.currency.index();
    x.row.product = d.product;
    x.row.billingFormat = d.format;
    x.row.terms = std::int16_t(d.terms);
    x.row.date = d.date;
    x.row.due = d.due;
    x.row.serviceDate = d.service;
    x.row.deliveredOn = d.delivered;
    x.row.amount = d.amount;
    x.row.netAmount = d.net.value_or(-1); // kept as it is stored: never below zero where it is given
    x.row.number = s.text.keep(d.number);
    x.row.poNumber = s.text.keep(d.po);
    s.debits.push_back(x);
    m_stagedCustomer.push_back(d.customer);
    m_stagedCompany.push_back(d.company);
    m_itemLines.push_back(std::uint32_t(line));
    m_taken.push_back(0);
    if (!m_itemReplaces.empty())
        m_itemReplaces.push_back(noRow);
    (d.company == 0 ? m_linesWithoutCompany : m_companies[d.company].used) = true;
    const auto item = bookItems() + std::uint32_t(s.debits.size()) - 1;
    m_items.add(itemHash(x.row.number, d.customer), item);
    return item;
}

void Stager::stageDebit(RowCells& cells, LineDraft& d)
{
    std::uint32_t item = findItem(d.number, d.customer, d.company, d.kind);
    Took t = Took::Added;
    bool paymentPosted = true;
    if (!checkPaidDate(cells, d, paymentPosted))
        return;
    if (item == noRow) {
        item = addDebit(d, cells.row().line);
    } else if (item >= bookItems()
               && (m_itemReplaces.empty() || m_itemReplaces[item - bookItems()] == noRow || !sameDebit(d, item))) {
        if (sameDebit(d, item))
            return took(fileNumber(), Took::Unchanged);
        return rejectCell(cells, Field::InvoiceNo,
                          u"is given twice for this customer; row "_s + QString::number(m_itemLines[item - bookItems()])
                              + u" says otherwise"_s,
                          u"keep one row per invoice"_s);
    } else if (item >= bookItems()) {
        t = Took::Unchanged;
    } else {
        keepAbsent(cells, d, item);
        t = Took::Unchanged;
        if (!sameDebit(d, item)) {
            if (!replaceDebit(cells, d, item, item))
                return;
            t = Took::Changed;
        }
    }
    const auto settlementsBefore = m_report.staged.settlements.size();
    if (!paymentPosted)
        settleByPaidDate(d, item);
    if (t == Took::Unchanged && m_report.staged.settlements.size() != settlementsBefore)
        t = Took::Changed;
    if (d.disputed)
        m_disputed.emplace_back(item, cells.row().line);
    if (d.payerState)
        m_payerStates.emplace_back(item, *d.payerState);
    took(fileNumber(), t);
}

// "paid_date" on an invoice row: a payment of its own, by a reference that the next import finds again.
// False after rejecting the row, because another payment is posted for this invoice by such a row.
bool Stager::checkPaidDate(RowCells& cells, const LineDraft& d, bool& posted)
{
    posted = d.paidDate == -farFuture || d.amount == 0 || d.paidAmount == std::int64_t(0);
    if (posted)
        return true;
    const std::int64_t wanted = d.paidAmount.value_or(d.amount);
    for (const std::uint32_t k : findCredits(paidReference(d.number), d.customer, CreditKind::Payment)) {
        if (creditCompany(k) != d.company)
            continue;
        posted = creditDate(k) == d.paidDate && (creditAmount(k) == wanted || !d.paidAmount);
        if (posted)
            return true;
        rejectCell(cells, Field::PaidDate,
                   u"differs from the payment that is posted for this invoice, "_s
                       + Money{creditAmount(k), d.currency}.toString() + u" on "_s + Date(creditDate(k)).toIso(),
                   u"undo the import that brought it, or correct the row"_s);
        return false;
    }
    return true;
}

void Stager::settleByPaidDate(const LineDraft& d, std::uint32_t item)
{
    const std::int64_t wanted = d.paidAmount.value_or(d.amount);
    const std::int64_t amount = std::min(wanted, openFor(item, std::max(d.paidDate, d.date)));
    if (amount <= 0)
        return;
    const std::uint32_t credit = addCredit(CreditKind::Payment, d.customer, d.company, d.currency, d.paidDate, amount,
                                           paidReference(d.number), -farFuture);
    settle(item, creditId(credit), d.paidDate, amount);
}

void Stager::stageCreditNote(RowCells& cells, LineDraft& d)
{
    for (const std::uint32_t k : findCredits(d.number, d.customer, CreditKind::CreditNote)) {
        if (creditCompany(k) != d.company)
            continue;
        const bool same = creditAmount(k) == d.amount && creditDate(k) == d.date && creditCurrency(k) == d.currency;
        if (same)
            return took(fileNumber(), Took::Unchanged);
        if (k < bookCredits()) {
            if (replaceCredit(cells, d, k))
                took(fileNumber(), Took::Changed);
            return;
        }
        return rejectCell(cells, Field::InvoiceNo, u"is given twice for this customer, with other content"_s,
                          u"keep one row per credit note"_s);
    }
    addCredit(CreditKind::CreditNote, d.customer, d.company, d.currency, d.date, d.amount, d.number, -farFuture);
    took(fileNumber(), Took::Added);
}

} // namespace duedesk
