#include "core/exchange/stager.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::uint16_t companyNumber(std::uint32_t slot) { return std::uint16_t(slot); }

std::string paidReference(std::string_view number) { return "paid " + std::string(number); }

bool isNote(std::string_view kind) { return kind == "credit_note" || kind == "credit note" || kind == "creditnote"; }

} // namespace

// --- items: debits of the book, then staged ones

std::string_view Stager::itemNumber(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.number;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->number[i];
}

std::uint32_t Stager::itemCustomer(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_stagedCustomer[item - bookItems()];
    const auto [c, i] = m_book.ledger().debit(item);
    return c->customer[i];
}

std::uint32_t Stager::itemCompany(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_stagedCompany[item - bookItems()];
    const auto [c, i] = m_book.ledger().debit(item);
    return c->company[i];
}

DebitKind Stager::itemKind(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.kind;
    const auto [c, i] = m_book.ledger().debit(item);
    return DebitKind(c->kind[i]);
}

Currency Stager::itemCurrency(std::uint32_t item) const
{
    if (item >= bookItems())
        return Currency::fromIndex(m_report.staged.debits[item - bookItems()].row.currency);
    const auto [c, i] = m_book.ledger().debit(item);
    return Currency::fromIndex(c->currency[i]);
}

std::int64_t Stager::itemAmount(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.amount;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->amount[i];
}

std::int32_t Stager::itemDate(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_report.staged.debits[item - bookItems()].row.date;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->date[i];
}

DebitId Stager::itemId(std::uint32_t item) const
{
    if (item >= bookItems())
        return DebitId(m_report.staged.debits[item - bookItems()].row.id);
    const auto [c, i] = m_book.ledger().debit(item);
    return DebitId(c->id[i]);
}

std::uint32_t Stager::findItem(std::string_view number, std::uint32_t customerSlot, std::uint32_t company,
                               DebitKind kind) const
{
    std::uint32_t found = noRow;
    m_items.find(itemHash(number, customerSlot), [&](std::uint32_t item) {
        if (itemCustomer(item) != customerSlot || itemCompany(item) != company || itemKind(item) != kind
            || itemNumber(item) != number || m_replacedItems.contains(item))
            return false;
        found = item;
        return true;
    });
    return found;
}

// --- credits: those of the book, then staged ones

CreditKind Stager::creditKind(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.kind;
    const auto [c, i] = m_book.ledger().credit(k);
    return CreditKind(c->kind[i]);
}

std::string_view Stager::creditReference(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.reference;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->reference[i];
}

std::uint32_t Stager::creditCustomer(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_stagedCreditCustomer[k - bookCredits()];
    const auto [c, i] = m_book.ledger().credit(k);
    return c->customer[i];
}

std::uint32_t Stager::creditCompany(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_stagedCreditCompany[k - bookCredits()];
    const auto [c, i] = m_book.ledger().credit(k);
    return c->company[i];
}

std::int64_t Stager::creditAmount(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.amount;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->amount[i];
}

std::int32_t Stager::creditDate(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_report.staged.credits[k - bookCredits()].row.date;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->date[i];
}

Currency Stager::creditCurrency(std::uint32_t k) const
{
    if (k >= bookCredits())
        return Currency::fromIndex(m_report.staged.credits[k - bookCredits()].row.currency);
    const auto [c, i] = m_book.ledger().credit(k);
    return Currency::fromIndex(c->currency[i]);
}

CreditId Stager::creditId(std::uint32_t k) const
{
    if (k >= bookCredits())
        return CreditId(m_report.staged.credits[k - bookCredits()].row.id);
    const auto [c, i] = m_book.ledger().credit(k);
    return CreditId(c->id[i]);
}

std::vector<std::uint32_t> Stager::findCredits(std::string_view reference, std::uint32_t customerSlot,
                                               CreditKind kind) const
{
    std::vector<std::uint32_t> found;
    m_credits.find(hashBytes(reference), [&](std::uint32_t k) {
        if (creditKind(k) == kind && (customerSlot == noRow || creditCustomer(k) == customerSlot)
            && creditReference(k) == reference && !m_replacedCredits.contains(k) && found.size() < 64)
            found.push_back(k);
        return false;
    });
    return found;
}

std::uint32_t Stager::addCredit(CreditKind kind, std::uint32_t customerSlot, std::uint32_t company, Currency currencyOf,
                                std::int32_t day, std::int64_t amount, std::string_view reference, std::int32_t cleared,
                                bool indexed)
{
    StagedImport& s = m_report.staged;
    StagedCredit c;
    c.customer = m_customers[customerSlot].id;
    c.company = company == 0 ? CompanyId() : m_companies[company].now.id;
    c.row.id = m_ids.next(Table::Credit);
    c.row.kind = kind;
    c.row.currency = currencyOf.index();
    c.row.date = day;
    c.row.clearedOn = cleared;
    c.row.amount = amount;
    c.row.reference = indexed ? s.text.keep(reference) : reference;
    const auto row = bookCredits() + std::uint32_t(s.credits.size());
    s.credits.push_back(c);
    m_stagedCreditCustomer.push_back(customerSlot);
    m_stagedCreditCompany.push_back(company);
    if (indexed)
        m_credits.add(hashBytes(reference), row);
    (company == 0 ? m_linesWithoutCompany : m_companies[company].used) = true;
    return row;
}

// --- the state of settlement

void Stager::loadLedger()
{
    if (m_ledgerLoaded)
        return;
    m_ledgerLoaded = true;
    const Ledger& l = m_book.ledger();
    m_items.reserve(l.debitCount);
    for (std::uint32_t row = 0; row < l.debitCount; ++row) {
        const auto [c, i] = l.debit(row);
        m_items.add(itemHash(c->number[i], c->customer[i]), row);
    }
    m_credits.reserve(l.creditCount);
    for (std::uint32_t row = 0; row < l.creditCount; ++row) {
        const auto [c, i] = l.credit(row);
        m_credits.add(hashBytes(c->reference[i]), row);
    }
}

std::int64_t Stager::appliedInBook(std::uint32_t bookCredit)
{
    if (m_appliedInBook.empty()) {
        m_appliedInBook.assign(bookCredits(), 0);
        for (const auto& c : m_book.ledger().debitChunks)
            for (std::size_t k = 0; k < c->credit.size(); ++k)
                if (c->credit[k] != noRow)
                    m_appliedInBook[c->credit[k]] += c->settled[k];
    }
    return m_appliedInBook[bookCredit];
}

// Amount less everything that is not over by `day`; what starts later counts too, so open never falls below zero.
std::int64_t Stager::openFor(std::uint32_t item, std::int32_t day) const
{
    std::int64_t open = itemAmount(item);
    std::uint32_t inBook = item;
    if (item >= bookItems()) {
        open -= m_taken[item - bookItems()];
        inBook = m_itemReplaces.empty() ? noRow : m_itemReplaces[item - bookItems()];
        if (inBook == noRow)
            return open;
    } else if (const auto it = m_takenInBook.find(item); it != m_takenInBook.end()) {
        open -= it->second;
    }
    const auto [c, i] = m_book.ledger().debit(inBook);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        std::int32_t until = c->until.empty() ? farFuture : c->until[k];
        if (c->credit[k] != noRow)
            if (const auto r = m_reversed.find(c->credit[k]); r != m_reversed.end())
                until = std::min(until, r->second);
        if (until > day && until > c->from[k])
            open -= c->settled[k];
    }
    return open;
}

void Stager::take(std::uint32_t item, std::int64_t amount)
{
    if (item >= bookItems())
        m_taken[item - bookItems()] += amount;
    else
        m_takenInBook[item] += amount;
}

void Stager::settle(std::uint32_t item, CreditId credit, std::int32_t day, std::int64_t amount, std::string_view reason)
{
    StagedImport& s = m_report.staged;
    StagedSettlement x;
    x.id = m_ids.next(credit ? Table::Allocation : Table::WriteOff);
    x.debit = itemId(item);
    x.credit = credit;
    x.date = day;
    x.amount = amount;
    x.reason = s.text.keep(reason);
    s.settlements.push_back(x);
    take(item, amount);
}

// --- rows of invoice files

std::uint16_t Stager::code(Dictionary& d, TextIndex& index, std::string_view text)
{
    if (text.empty())
        return 0;
    const std::uint32_t known = index.find(text);
    if (known != noRow)
        return std::uint16_t(known + 1);
    if (d.size() > 0xfffe) {
        warn(fileNumber(), 0,
             {u"more than 65,534 different texts in one column: the later ones are left empty"_s,
              {},
              {},
              toQString(text)});
        return 0;
    }
    index.append(text, true);
    return d.code(toQString(text));
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

void Stager::deriveDue(RowCells& cells, LineDraft& d)
{
    if (d.dueSource == DueSource::Given)
        return;
    const int customerTerms = d.customer == noRow ? -1 : m_customers[d.customer].terms;
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
}

bool Stager::readDates(RowCells& cells, LineDraft& d)
{
    d.due = -farFuture;
    if (!date(cells, Field::InvoiceDate, d.date, true) || !date(cells, Field::DueDate, d.due, false)
        || !date(cells, Field::ServiceDate, d.service, false) || !date(cells, Field::DeliveredOn, d.delivered, false)
        || !days(cells, Field::TermsDays, d.terms))
        return false;
    d.dueSource = d.due == -farFuture ? DueSource::PolicyDefault : DueSource::Given;
    return true;
}

bool Stager::readPaid(RowCells& cells, LineDraft& d)
{
    if (!date(cells, Field::PaidDate, d.paidDate, false)
        || !money(cells, Field::PaidAmount, d.currency, d.paidAmount, false))
        return false;
    if (d.creditNote) {
        m_unusedPaidDates += d.paidDate != -farFuture ? 1 : 0;
        d.paidDate = -farFuture;
        return true;
    }
    if (d.paidDate == -farFuture && d.paidAmount > 0) {
        rejectCell(cells, Field::PaidDate, u"is missing, although an amount was paid"_s,
                   u"give the day of the payment"_s);
        return false;
    }
    if (d.paidAmount < -1 || d.paidAmount > d.amount) {
        rejectCell(cells, Field::PaidAmount, d.paidAmount < 0 ? u"is negative"_s : u"is more than the invoice"_s,
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
    if (!currency(cells, d.currency) || !money(cells, Field::Amount, d.currency, amount, true))
        return false;
    addTotal(amount, d.currency);
    if (!readKind(cells, d, amount) || !readDates(cells, d))
        return false;
    std::int64_t net = -1;
    if (!money(cells, Field::NetAmount, d.currency, net, false) || !readPaid(cells, d))
        return false;
    d.net = cells.text(Field::NetAmount).empty() ? -1 : net < 0 ? -net : net;
    if (cells.has(Field::Disputed) && !flag(cells, Field::Disputed, d.disputed))
        return false;
    d.po = cells.text(Field::PoNumber);
    readPayerStatus(cells, d);
    StagedImport& s = m_report.staged;
    d.product = code(s.products, m_productTexts, cells.text(Field::ProductLine));
    d.format = code(s.billingFormats, m_formatTexts, cells.text(Field::BillingFormat));
    return true;
}

void Stager::invoiceRow(RowCells& cells)
{
    loadLedger();
    LineDraft d;
    std::string_view customerId;
    if (!readLine(cells, d, customerId))
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
    deriveDue(cells, d);
    if (d.creditNote)
        stageCreditNote(cells, d);
    else
        stageDebit(cells, d);
}

// A column that the file does not have says nothing: the posted line keeps what it has.
void Stager::keepAbsent(RowCells& cells, LineDraft& d, std::uint32_t item)
{
    const auto [c, i] = m_book.ledger().debit(item);
    const Ledger& l = m_book.ledger();
    if (!cells.has(Field::ServiceDate) && !c->serviceDate.empty() && Date(c->serviceDate[i]).isValid())
        d.service = c->serviceDate[i];
    if (!cells.has(Field::DeliveredOn) && !c->deliveredOn.empty() && Date(c->deliveredOn[i]).isValid())
        d.delivered = c->deliveredOn[i];
    if (!cells.has(Field::NetAmount) && !c->netAmount.empty())
        d.net = c->netAmount[i];
    if (!cells.has(Field::PoNumber))
        d.po = c->poNumber[i];
    if (!cells.has(Field::TermsDays))
        d.terms = c->terms[i];
    StagedImport& s = m_report.staged;
    if (!cells.has(Field::ProductLine))
        d.product = code(s.products, m_productTexts, l.products.text(c->product[i]).toStdString());
    if (!cells.has(Field::BillingFormat) && !c->billingFormat.empty())
        d.format = code(s.billingFormats, m_formatTexts, l.billingFormats.text(c->billingFormat[i]).toStdString());
    if (d.dueSource != DueSource::Given
        && (!cells.has(Field::DueDate) || DueSource(c->dueSource[i]) != DueSource::Given) && c->date[i] == d.date
        && (!cells.has(Field::TermsDays) || c->terms[i] == d.terms)) {
        d.due = c->due[i]; // derived once; terms changed since do not move posted lines
        d.dueSource = DueSource(c->dueSource[i]);
    }
}

bool Stager::sameDebit(const LineDraft& d, std::uint32_t item) const
{
    const StagedImport& s = m_report.staged;
    if (item >= bookItems()) {
        const DebitRow& r = s.debits[item - bookItems()].row;
        return r.amount == d.amount && r.date == d.date && r.due == d.due && r.currency == d.currency.index()
               && r.netAmount == d.net && r.poNumber == d.po && r.product == d.product && r.billingFormat == d.format
               && r.serviceDate == d.service && r.deliveredOn == d.delivered && r.terms == std::int16_t(d.terms);
    }
    const Ledger& l = m_book.ledger();
    const auto [c, i] = l.debit(item);
    const auto optional = [](std::int32_t v) { return Date(v).isValid() ? v : -farFuture; };
    const auto text = [](const Dictionary& dict, std::uint16_t k) { return dict.text(k); };
    return c->amount[i] == d.amount && c->date[i] == d.date && c->due[i] == d.due
           && c->currency[i] == d.currency.index() && (c->netAmount.empty() ? -1 : c->netAmount[i]) == d.net
           && c->poNumber[i] == d.po && text(l.products, c->product[i]) == text(s.products, d.product)
           && text(l.billingFormats, c->billingFormat.empty() ? std::uint16_t(0) : c->billingFormat[i])
                  == text(s.billingFormats, d.format)
           && (c->serviceDate.empty() ? -farFuture : optional(c->serviceDate[i])) == d.service
           && (c->deliveredOn.empty() ? -farFuture : optional(c->deliveredOn[i])) == d.delivered
           && c->terms[i] == std::int16_t(d.terms);
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
    x.row.netAmount = d.net;
    x.row.number = s.text.keep(d.number);
    x.row.poNumber = s.text.keep(d.po);
    s.debits.push_back(x);
    m_stagedCustomer.push_back(d.customer);
    m_stagedCompany.push_back(companyNumber(d.company));
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

// The posted line is retracted, a new one takes its settlements over.
bool Stager::replaceDebit(RowCells& cells, const LineDraft& d, std::uint32_t bookItem, std::uint32_t& item)
{
    const Ledger& l = m_book.ledger();
    const auto [c, i] = l.debit(bookItem);
    const bool settled = c->first[i + 1] > c->first[i];
    if (settled && c->currency[i] != d.currency.index()) {
        rejectCell(cells, Field::Currency,
                   u"cannot change: the invoice has payments in "_s + Currency::fromIndex(c->currency[i]).toString(),
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
    if (d.amount < most) {
        rejectCell(cells, Field::Amount,
                   u"is less than what is settled of this invoice, "_s + Money{most, d.currency}.toString(),
                   u"correct the payments first, or issue a credit note"_s);
        return false;
    }
    item = addDebit(d, cells.row().line);
    m_itemReplaces.resize(m_report.staged.debits.size(), noRow);
    m_itemReplaces.back() = bookItem;
    m_replacedItems.insert(bookItem);
    m_report.staged.retractedDebits.push_back(DebitId(c->id[i]));
    carrySettlements(bookItem, item);
    repoint(DebitId(c->id[i]), itemId(item));
    return true;
}

void Stager::carrySettlements(std::uint32_t bookItem, std::uint32_t item)
{
    const Ledger& l = m_book.ledger();
    StagedImport& s = m_report.staged;
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
        }
        x.amount = c->settled[k];
        s.settlements.push_back(x);
    }
}

// "paid_date" on an invoice row: a payment of its own, by a reference that the next import finds again.
// False after rejecting the row, because another payment is posted for this invoice by such a row.
bool Stager::checkPaidDate(RowCells& cells, const LineDraft& d, bool& posted)
{
    posted = d.paidDate == -farFuture || d.amount == 0 || d.paidAmount == 0;
    if (posted)
        return true;
    const std::int64_t wanted = d.paidAmount > 0 ? d.paidAmount : d.amount;
    for (const std::uint32_t k : findCredits(paidReference(d.number), d.customer, CreditKind::Payment)) {
        if (creditCompany(k) != d.company)
            continue;
        posted = creditDate(k) == d.paidDate && (creditAmount(k) == wanted || d.paidAmount <= 0);
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
    const std::int64_t wanted = d.paidAmount > 0 ? d.paidAmount : d.amount;
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

bool Stager::replaceCredit(RowCells& cells, const LineDraft& d, std::uint32_t bookCredit)
{
    const std::int64_t applied = appliedInBook(bookCredit);
    if (applied > 0 && creditCurrency(bookCredit) != d.currency) {
        rejectCell(cells, Field::Currency, u"cannot change: the credit note is applied"_s,
                   u"issue a new credit note"_s);
        return false;
    }
    if (d.amount < applied) {
        rejectCell(cells, Field::Amount,
                   u"is less than what is applied of this credit note, "_s + Money{applied, d.currency}.toString(),
                   u"correct the allocations first"_s);
        return false;
    }
    StagedImport& s = m_report.staged;
    const std::uint32_t now =
        addCredit(CreditKind::CreditNote, d.customer, d.company, d.currency, d.date, d.amount, d.number, -farFuture);
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

} // namespace duedesk
