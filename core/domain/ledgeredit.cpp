#include "core/domain/ledgeredit.h"

#include "core/base/money.h"

namespace duedesk {
namespace {

constexpr std::int32_t orNone(Date d) { return d.isValid() ? d.days() : -farFuture; }

// The text of row i leaves; the others stay.
void blank(TextColumn& column, std::uint32_t i, std::uint32_t count)
{
    TextColumn out;
    for (std::uint32_t row = 0; row < count; ++row)
        out.append(row == i ? std::string_view() : column[row]);
    column = std::move(out);
}

template <class T> void drop(std::vector<T>& column, std::uint32_t i, T absent)
{
    if (!column.empty())
        column[i] = absent;
}

} // namespace

Result<std::shared_ptr<const Ledger>> Ledger::with(const PostedChange& change, const Rows<Customer>& customers,
                                                   const Rows<Company>& companies) const
{
    return LedgerEdit(*this, customers, companies).run(change);
}

LedgerEdit::LedgerEdit(const Ledger& before, const Rows<Customer>& customers, const Rows<Company>& companies)
    : m_customers(customers), m_companies(companies), m_next(std::make_shared<Ledger>(before))
{
}

Result<std::shared_ptr<const Ledger>> LedgerEdit::run(const PostedChange& change)
{
    takeOut(change.out);
    putIn(change.in);
    if (!m_error)
        findReversals();
    if (!m_error)
        workOutDebits();
    if (!m_error)
        workOutCredits();
    if (m_error)
        return std::unexpected<Error>(*m_error);
    ledgerparts::summarize(*m_next);
    return std::shared_ptr<const Ledger>(m_next);
}

void LedgerEdit::refuse(const QString& what, QStringView field)
{
    if (m_error)
        return;
    m_error.emplace();
    m_error->code = ErrorCode::Refused;
    m_error->what = what;
    m_error->field = field.toString();
    m_error->remedy = QStringLiteral("look at the account as it is now; nothing was saved");
}

DebitChunk& LedgerEdit::debitChunk(std::uint32_t chunk)
{
    auto& copy = m_debitChunks[chunk];
    if (!copy) {
        if (chunk == m_next->debitChunks.size()) {
            copy = std::make_shared<DebitChunk>();
            m_next->debitChunks.emplace_back();
        } else {
            copy = std::make_shared<DebitChunk>(*m_next->debitChunks[chunk]);
        }
        m_next->debitChunks[chunk] = copy;
    }
    return *copy;
}

CreditChunk& LedgerEdit::creditChunk(std::uint32_t chunk)
{
    auto& copy = m_creditChunks[chunk];
    if (!copy) {
        if (chunk == m_next->creditChunks.size()) {
            copy = std::make_shared<CreditChunk>();
            m_next->creditChunks.emplace_back();
        } else {
            copy = std::make_shared<CreditChunk>(*m_next->creditChunks[chunk]);
        }
        m_next->creditChunks[chunk] = copy;
    }
    return *copy;
}

std::vector<Settlement>& LedgerEdit::settlementsOf(std::uint32_t debit)
{
    const auto [at, isNew] = m_settlements.try_emplace(debit);
    if (isNew) {
        const auto [c, i] = m_next->debit(debit);
        for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k)
            at->second.push_back({c->from[k], farFuture, c->settled[k], c->credit[k], c->settlementId[k]});
        for (const IdleSettlement& s : c->idle)
            if (s.row == i)
                at->second.push_back(s.settlement);
        debitChunk(debit >> 12); // it will be written
    }
    return at->second;
}

std::optional<std::uint16_t> LedgerEdit::companyNumber(CompanyId id)
{
    if (!id)
        return noCompany;
    const std::uint32_t row = m_companies.rowOf(id);
    if (row < 0xffff && m_companies.find(id))
        return std::uint16_t(row + 1);
    refuse(QStringLiteral("a posted line names a company that is not there"), u"company");
    return std::nullopt;
}

std::optional<std::uint16_t> LedgerEdit::code(Dictionary& texts, const QString& text)
{
    const int known = texts.find(text);
    if (known >= 0)
        return std::uint16_t(known);
    if (texts.size() <= 0xffff)
        return texts.code(text);
    refuse(QStringLiteral("the book holds 65,535 different product lines or billing formats already"), u"product");
    return std::nullopt;
}

void LedgerEdit::takeOut(const PostedLines& lines)
{
    for (const PostedAllocation& a : lines.allocations)
        unsettle(a.debit, m_next->creditRow(a.credit), a.id.value);
    for (const PostedWriteOff& w : lines.writeOffs)
        unsettle(w.debit, noRow, w.id.value);
    for (const PostedCredit& c : lines.credits)
        takeOut(c);
    for (const PostedDebit& d : lines.debits)
        takeOut(d);
}

void LedgerEdit::unsettle(DebitId debit, std::uint32_t creditRow, std::int64_t id)
{
    const std::uint32_t row = m_next->debitRow(debit);
    if (row == noRow)
        return refuse(QStringLiteral("the invoice is not in the book any more"), u"invoice");
    std::vector<Settlement>& all = settlementsOf(row);
    const auto gone = std::ranges::find_if(
        all, [&](const Settlement& s) { return s.credit == creditRow && std::int64_t(s.id) == id; });
    if (gone == all.end())
        return refuse(u"what settled invoice " + viewDebit(*m_next, row).number + u" is not in the book any more",
                      u"invoice");
    all.erase(gone);
    if (creditRow != noRow)
        m_pairs[creditRow].insert(row);
}

void LedgerEdit::takeOut(const PostedCredit& line)
{
    const std::uint32_t row = m_next->creditRow(line.id);
    if (row == noRow)
        return refuse(u"credit " + line.reference + u" is not in the book any more", u"credit");
    CreditChunk& c = creditChunk(row >> 12);
    const std::uint32_t i = row & 4095;
    if (CreditKind(c.kind[i]) == CreditKind::Reversal && !c.reverses.empty())
        m_reversed.insert(c.reverses[i]);
    if (c.reversedOn[i] != farFuture)
        m_reversed.insert(row); // its reversal goes too, or it cannot go
    if (c.customer[i] != noRow)
        m_next->creditGroups.remove(c.customer[i], row);
    m_next->creditIndex.set(line.id.value, noRow);
    m_pairs[row]; // nothing of it may be left
    c.date[i] = farFuture;
    c.amount[i] = 0;
    c.reversedOn[i] = farFuture;
    blank(c.reference, i, c.count);
    drop(c.clearedOn, i, Date().days());
    drop(c.knownOn, i, farFuture);
    drop(c.reverses, i, noRow);
}

void LedgerEdit::takeOut(const PostedDebit& line)
{
    const std::uint32_t row = m_next->debitRow(line.id);
    if (row == noRow)
        return refuse(u"invoice " + line.number + u" is not in the book any more", u"invoice");
    if (!settlementsOf(row).empty())
        return refuse(u"invoice " + line.number + u" is settled: take that back first", u"invoice");
    DebitChunk& c = debitChunk(row >> 12);
    const std::uint32_t i = row & 4095;
    m_next->debitGroups.remove(c.customer[i], row);
    m_next->debitIndex.set(line.id.value, noRow);
    c.date[i] = farFuture; // its customer stays: loops use it before they look at the date
    c.due[i] = farFuture;
    c.amount[i] = 0;
    c.terms[i] = -1;
    blank(c.number, i, c.count);
    blank(c.poNumber, i, c.count);
    drop(c.netAmount, i, std::int64_t(-1));
    drop(c.serviceDate, i, Date().days());
    drop(c.deliveredOn, i, Date().days());
    drop(c.billingFormat, i, std::uint16_t(0));
}

void LedgerEdit::putIn(const PostedLines& lines)
{
    for (const PostedCredit& c : lines.credits)
        if (c.kind != CreditKind::Reversal)
            putIn(c);
    for (const PostedCredit& c : lines.credits) // after what they reverse
        if (c.kind == CreditKind::Reversal)
            putIn(c);
    for (const PostedDebit& d : lines.debits)
        putIn(d);
    for (const PostedAllocation& a : lines.allocations)
        putIn(a);
    for (const PostedWriteOff& w : lines.writeOffs)
        putIn(w);
}

void LedgerEdit::putIn(const PostedCredit& line)
{
    const std::uint32_t customer = line.customer ? m_customers.rowOf(line.customer) : noRow;
    const auto company = companyNumber(line.company);
    const std::uint32_t target = line.reverses ? m_next->creditRow(line.reverses) : noRow;
    if (line.customer && !m_customers.find(line.customer))
        refuse(u"credit " + line.reference + u" names a customer that is not there", u"customer");
    if (line.amount < 0 || line.amount > maxRowAmount || !line.date.isValid() || !line.currency.isValid())
        refuse(u"credit " + line.reference + u" has an impossible amount, date or currency", u"amount");
    if (!line.id || m_next->creditRow(line.id) != noRow)
        refuse(u"credit " + line.reference + u" is in the book already", u"credit");
    if ((line.kind == CreditKind::Reversal) != (target != noRow))
        refuse(u"reversal " + line.reference + u" names a payment that is not there", u"credit");
    if (m_error)
        return;
    const QByteArray reference = line.reference.toUtf8();
    const std::uint32_t row = m_next->creditCount++;
    CreditChunk& c = creditChunk(row >> 12);
    CreditRow r;
    r.id = line.id.value;
    r.kind = line.kind;
    r.customer = customer;
    r.company = *company;
    r.currency = line.currency.index();
    r.date = line.date.days();
    r.clearedOn = orNone(line.clearedOn);
    r.amount = line.amount;
    r.reference = {reference.constData(), std::size_t(reference.size())};
    const std::uint32_t i = ledgerparts::append(c, r);
    if (i == 0)
        c.first[0] = 0;
    c.first[i + 1] = c.first[i];
    m_next->creditIndex.set(r.id, row);
    if (customer != noRow)
        m_next->creditGroups.add(customer, row);
    if (target != noRow) {
        ledgerparts::setOptional(c.reverses, i, target, noRow, CreditChunk::capacity);
        m_reversed.insert(target);
    }
    m_pairs[row];
}

void LedgerEdit::putIn(const PostedDebit& line)
{
    const auto company = companyNumber(line.company);
    const auto product = code(m_next->products, line.product),
               format = code(m_next->billingFormats, line.billingFormat);
    if (!m_customers.find(line.customer))
        refuse(u"invoice " + line.number + u" names a customer that is not there", u"customer");
    if (line.amount < 0 || line.amount > maxRowAmount || line.netAmount > maxRowAmount || !line.currency.isValid())
        refuse(u"invoice " + line.number + u" has an impossible amount or currency", u"amount");
    if (!line.date.isValid() || !line.due.isValid())
        refuse(u"invoice " + line.number + u" has no date or no due date", u"date");
    if (!line.id || m_next->debitRow(line.id) != noRow)
        refuse(u"invoice " + line.number + u" is in the book already", u"invoice");
    if (m_error)
        return;
    const QByteArray number = line.number.toUtf8(), po = line.poNumber.toUtf8();
    const std::uint32_t row = m_next->debitCount++;
    DebitChunk& c = debitChunk(row >> 12);
    DebitRow r;
    r.id = line.id.value;
    r.kind = line.kind;
    r.dueSource = line.dueSource;
    r.customer = m_customers.rowOf(line.customer);
    r.company = *company;
    r.currency = line.currency.index();
    r.product = *product;
    r.billingFormat = *format;
    r.terms = line.terms;
    r.date = line.date.days();
    r.due = line.due.days();
    r.serviceDate = orNone(line.serviceDate);
    r.deliveredOn = orNone(line.deliveredOn);
    r.amount = line.amount;
    r.netAmount = std::max<std::int64_t>(line.netAmount, -1);
    r.number = {number.constData(), std::size_t(number.size())};
    r.poNumber = {po.constData(), std::size_t(po.size())};
    const std::uint32_t i = ledgerparts::append(c, r);
    if (i == 0)
        c.first[0] = 0;
    c.first[i + 1] = c.first[i];
    m_next->debitIndex.set(r.id, row);
    m_next->debitGroups.add(r.customer, row);
    settlementsOf(row);
}

void LedgerEdit::putIn(const PostedAllocation& a)
{
    const std::uint32_t debit = m_next->debitRow(a.debit), credit = m_next->creditRow(a.credit);
    if (debit == noRow)
        return refuse(QStringLiteral("the invoice is not in the book any more"), u"invoice");
    const QString number = viewDebit(*m_next, debit).number;
    if (credit == noRow)
        return refuse(u"what is to settle invoice " + number + u" is not in the book any more", u"credit");
    if (!a.date.isValid())
        return refuse(u"what settles invoice " + number + u" has no date", u"date");
    const auto [d, i] = m_next->debit(debit);
    const auto [c, k] = m_next->credit(credit);
    if (d->currency[i] != c->currency[k])
        return refuse(u"invoice " + number + u" would be settled across currencies", u"currency");
    settle(debit, {a.date.days(), farFuture, a.amount, credit, std::uint32_t(a.id.value)}, number);
    m_pairs[credit].insert(debit);
}

void LedgerEdit::putIn(const PostedWriteOff& w)
{
    const std::uint32_t debit = m_next->debitRow(w.debit);
    if (debit == noRow)
        return refuse(QStringLiteral("the invoice is not in the book any more"), u"invoice");
    const QString number = viewDebit(*m_next, debit).number;
    if (!w.date.isValid())
        return refuse(u"the write-off of invoice " + number + u" has no date", u"date");
    settle(debit, {w.date.days(), farFuture, w.amount, noRow, std::uint32_t(w.id.value)}, number);
}

void LedgerEdit::settle(std::uint32_t debit, Settlement s, const QString& number)
{
    std::vector<Settlement>& all = settlementsOf(debit);
    const auto isIt = [&](const Settlement& x) { return (x.credit == noRow) == (s.credit == noRow) && x.id == s.id; };
    if (s.id == 0 || std::ranges::any_of(all, isIt))
        return refuse(u"what settles invoice " + number + u" is in the book already", u"invoice");
    if (s.amount <= 0 || s.amount > maxRowAmount)
        return refuse(u"what settles invoice " + number + u" has an impossible amount", u"amount");
    all.push_back(s);
}

} // namespace duedesk
