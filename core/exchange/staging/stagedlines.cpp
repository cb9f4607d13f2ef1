#include "core/exchange/staging/stagedlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

StagedLines::StagedLines(const Book& book, IdSource& ids, StageTally& tally, Parties& parties, HandPostings& hand)
    : m_book(book), m_ids(ids), m_tally(tally), m_parties(parties), m_hand(hand)
{
}

void StagedLines::startFile()
{
    m_itemFiles.emplace_back(std::uint32_t(m_tally.staged().debits.size()), m_tally.fileNumber());
}

std::uint16_t StagedLines::fileOf(std::uint32_t stagedRow) const
{
    return std::prev(std::upper_bound(m_itemFiles.begin(), m_itemFiles.end(), stagedRow,
                                      [](std::uint32_t item, const auto& f) { return item < f.first; }))
        ->second;
}

// Room for the rows to come, so that two million of them are not moved while they arrive.
void StagedLines::reserve(std::size_t rows)
{
    const auto more = [rows](auto& v) { v.reserve(v.size() + rows); };
    more(m_tally.staged().debits);
    more(m_stagedCustomer);
    more(m_stagedCompany);
    more(m_itemLines);
    more(m_taken);
    load();
    m_items.reserve(bookItems() + m_tally.staged().debits.size() + rows);
}

std::string_view StagedLines::itemNumber(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_tally.staged().debits[item - bookItems()].row.number;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->number[i];
}

std::uint32_t StagedLines::itemCustomer(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_stagedCustomer[item - bookItems()];
    const auto [c, i] = m_book.ledger().debit(item);
    return c->customer[i];
}

std::uint32_t StagedLines::itemCompany(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_stagedCompany[item - bookItems()];
    const auto [c, i] = m_book.ledger().debit(item);
    return c->company[i];
}

DebitKind StagedLines::itemKind(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_tally.staged().debits[item - bookItems()].row.kind;
    const auto [c, i] = m_book.ledger().debit(item);
    return DebitKind(c->kind[i]);
}

Currency StagedLines::itemCurrency(std::uint32_t item) const
{
    if (item >= bookItems())
        return Currency::fromIndex(m_tally.staged().debits[item - bookItems()].row.currency);
    const auto [c, i] = m_book.ledger().debit(item);
    return Currency::fromIndex(c->currency[i]);
}

std::int64_t StagedLines::itemAmount(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_tally.staged().debits[item - bookItems()].row.amount;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->amount[i];
}

std::int32_t StagedLines::itemDate(std::uint32_t item) const
{
    if (item >= bookItems())
        return m_tally.staged().debits[item - bookItems()].row.date;
    const auto [c, i] = m_book.ledger().debit(item);
    return c->date[i];
}

DebitId StagedLines::itemId(std::uint32_t item) const
{
    if (item >= bookItems())
        return DebitId(m_tally.staged().debits[item - bookItems()].row.id);
    const auto [c, i] = m_book.ledger().debit(item);
    return DebitId(c->id[i]);
}

std::uint32_t StagedLines::findItem(std::string_view number, std::uint32_t customerSlot, std::uint32_t company,
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

CreditKind StagedLines::creditKind(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_tally.staged().credits[k - bookCredits()].row.kind;
    const auto [c, i] = m_book.ledger().credit(k);
    return CreditKind(c->kind[i]);
}

std::string_view StagedLines::creditReference(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_tally.staged().credits[k - bookCredits()].row.reference;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->reference[i];
}

std::uint32_t StagedLines::creditCustomer(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_stagedCreditCustomer[k - bookCredits()];
    const auto [c, i] = m_book.ledger().credit(k);
    return c->customer[i];
}

std::uint32_t StagedLines::creditCompany(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_stagedCreditCompany[k - bookCredits()];
    const auto [c, i] = m_book.ledger().credit(k);
    return c->company[i];
}

std::int64_t StagedLines::creditAmount(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_tally.staged().credits[k - bookCredits()].row.amount;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->amount[i];
}

std::int32_t StagedLines::creditDate(std::uint32_t k) const
{
    if (k >= bookCredits())
        return m_tally.staged().credits[k - bookCredits()].row.date;
    const auto [c, i] = m_book.ledger().credit(k);
    return c->date[i];
}

Currency StagedLines::creditCurrency(std::uint32_t k) const
{
    if (k >= bookCredits())
        return Currency::fromIndex(m_tally.staged().credits[k - bookCredits()].row.currency);
    const auto [c, i] = m_book.ledger().credit(k);
    return Currency::fromIndex(c->currency[i]);
}

CreditId StagedLines::creditId(std::uint32_t k) const
{
    if (k >= bookCredits())
        return CreditId(m_tally.staged().credits[k - bookCredits()].row.id);
    const auto [c, i] = m_book.ledger().credit(k);
    return CreditId(c->id[i]);
}

std::vector<std::uint32_t> StagedLines::findCredits(std::string_view reference, std::uint32_t customerSlot,
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

std::uint32_t StagedLines::addCredit(CreditKind kind, std::uint32_t customerSlot, std::uint32_t company,
                                     Currency currencyOf, std::int32_t day, std::int64_t amount,
                                     std::string_view reference, std::int32_t cleared, bool indexed)
{
    StagedImport& s = m_tally.staged();
    StagedCredit c;
    c.customer = m_parties.slot(customerSlot).id;
    c.company = m_parties.companyId(company);
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
    m_parties.lineIn(company);
    return row;
}

std::uint32_t StagedLines::addDebit(const LineDraft& d, std::int64_t line)
{
    StagedImport& s = m_tally.staged();
    StagedDebit x;
    x.customer = m_parties.slot(d.customer).id;
    x.company = m_parties.companyId(d.company);
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
    m_parties.lineIn(d.company);
    const auto item = bookItems() + std::uint32_t(s.debits.size()) - 1;
    m_items.add(itemHash(x.row.number, d.customer), item);
    m_tally.tookDebit(m_tally.fileNumber(), d.amount, d.currency);
    return item;
}

std::uint16_t StagedLines::code(Dictionary& d, TextIndex& index, const Dictionary& posted, std::string_view text)
{
    if (text.empty())
        return 0;
    const std::uint32_t known = index.find(text);
    if (known != noRow)
        return std::uint16_t(known + 1);
    const QString fresh = toQString(text);
    if (d.size() + posted.size() > 0xffff && (d.size() > 0xfffe || posted.find(fresh) < 0)) {
        m_tally.warn(
            m_tally.fileNumber(), 0,
            {u"more than 65,534 different texts in one column: the later ones are left empty"_s, {}, {}, fresh});
        return 0;
    }
    index.append(text, true);
    return d.code(fresh);
}

void StagedLines::load()
{
    if (m_loaded)
        return;
    m_loaded = true;
    const Ledger& l = m_book.ledger();
    m_items.reserve(l.debitCount);
    for (std::uint32_t row = 0; row < l.debitCount; ++row) {
        const auto [c, i] = l.debit(row);
        if (!c->isGone(i))
            m_items.add(itemHash(c->number[i], c->customer[i]), row);
    }
    m_credits.reserve(l.creditCount);
    for (std::uint32_t row = 0; row < l.creditCount; ++row) {
        const auto [c, i] = l.credit(row);
        if (!c->isGone(i))
            m_credits.add(hashBytes(c->reference[i]), row);
    }
}

std::uint16_t StagedLines::productCode(std::string_view text)
{
    return code(m_tally.staged().products, m_productTexts, m_book.ledger().products, text);
}

std::uint16_t StagedLines::formatCode(std::string_view text)
{
    return code(m_tally.staged().billingFormats, m_formatTexts, m_book.ledger().billingFormats, text);
}

} // namespace duedesk
