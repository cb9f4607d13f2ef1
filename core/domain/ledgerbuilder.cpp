#include "core/domain/ledgerbuilder.h"

#include "core/base/money.h"
#include "core/domain/ledgerparts.h"

namespace duedesk {

LedgerBuilder::LedgerBuilder(std::uint32_t customerCount)
    : m_ledger(std::make_shared<Ledger>()), m_customers(customerCount)
{
}

void LedgerBuilder::damaged(QString what)
{
    if (!m_error) {
        m_error.emplace();
        m_error->code = ErrorCode::BookDamaged;
        m_error->what = std::move(what);
        m_error->remedy = QStringLiteral("restore the last verified backup");
    }
}

void LedgerBuilder::addCredit(const CreditRow& r)
{
    Ledger& l = *m_ledger;
    if (r.amount < 0 || r.amount > maxRowAmount || l.creditIndex.rowOf(r.id) != noRow)
        return damaged(u"credit " + toQString(r.reference) + u" has an impossible amount or the id of another");
    if (l.creditCount % CreditChunk::capacity == 0)
        m_credits.push_back(std::make_shared<CreditChunk>());
    CreditChunk& c = *m_credits.back();
    const std::uint32_t i = ledgerparts::append(c, r);
    l.creditIndex.set(r.id, l.creditCount++);
    Use& use = m_uses.emplace_back();
    use.date = r.date;
    use.currency = r.currency;
    use.kind = r.kind;
    if (r.kind != CreditKind::Reversal)
        return;
    const std::uint32_t target = l.creditIndex.rowOf(r.reverses);
    if (target == noRow)
        return damaged(u"reversal " + toQString(r.reference) + u" names a payment that is not there");
    ledgerparts::setOptional(c.reverses, i, target, noRow, CreditChunk::capacity);
    CreditChunk& t = *m_credits[target >> 12];
    t.reversedOn[target & 4095] = std::min(t.reversedOn[target & 4095], r.date);
    m_uses[target].reversedOn = t.reversedOn[target & 4095];
}

// What the credit makes of a settlement by it; false where it cannot.
bool LedgerBuilder::isUsed(DebitChunk& c, std::uint32_t i, Settlement& s, std::int64_t creditId)
{
    const std::uint32_t row = m_ledger->creditIndex.rowOf(creditId);
    if (row == noRow) {
        damaged(u"invoice " + toQString(c.number[i]) + u" is settled by a credit that is not there");
        return false;
    }
    Use& use = m_uses[row];
    if (use.currency != c.currency[i]) {
        damaged(u"invoice " + toQString(c.number[i]) + u" is settled across currencies");
        return false;
    }
    s.credit = row;
    s.from = std::max(s.from, use.date);
    s.until = use.reversedOn;
    use.amount += s.amount;
    use.last = std::max(use.last, s.from);
    const std::uint32_t debit = m_ledger->debitCount - 1;
    use.debits += std::uint32_t(use.lastDebit != debit);
    use.lastDebit = debit;
    return true;
}

void LedgerBuilder::settle(DebitChunk& c, std::uint32_t i, std::span<const SettlementRow> rows)
{
    m_scratch.clear();
    for (const SettlementRow& r : rows) {
        if (r.amount < 0)
            return damaged(u"invoice " + toQString(c.number[i]) + u" has a negative settlement");
        if (r.amount == 0)
            continue;
        Settlement s{std::max(r.date, c.date[i]), farFuture, r.amount, noRow, std::uint32_t(r.id)};
        if (r.creditId != 0 && !isUsed(c, i, s, r.creditId))
            return;
        if (s.until <= s.from)
            c.idle.push_back({i, s});
        else
            m_scratch.push_back(s);
    }
    std::stable_sort(m_scratch.begin(), m_scratch.end(), settlesBefore);
    for (const Settlement& s : m_scratch) {
        c.from.push_back(s.from);
        c.settled.push_back(s.amount);
        c.credit.push_back(s.credit);
        c.settlementId.push_back(s.id);
        if (s.until != farFuture && c.until.empty())
            c.until.assign(c.from.size() - 1, farFuture);
        if (!c.until.empty() || s.until != farFuture)
            c.until.push_back(s.until);
    }
}

void LedgerBuilder::addDebit(const DebitRow& r, std::span<const SettlementRow> settlements)
{
    Ledger& l = *m_ledger;
    if (r.amount < 0 || r.amount > maxRowAmount || l.debitIndex.rowOf(r.id) != noRow || r.customer >= m_customers)
        return damaged(u"invoice " + toQString(r.number)
                       + u" has an impossible amount, the id of another, or no customer");
    if (l.debitCount % DebitChunk::capacity == 0) {
        m_debits.push_back(std::make_shared<DebitChunk>());
        DebitChunk& c = *m_debits.back();
        c.first[0] = 0;
        c.from.reserve(DebitChunk::capacity);
        c.settled.reserve(DebitChunk::capacity);
        c.credit.reserve(DebitChunk::capacity);
        c.settlementId.reserve(DebitChunk::capacity);
    }
    DebitChunk& c = *m_debits.back();
    const std::uint32_t i = ledgerparts::append(c, r);
    l.debitIndex.set(r.id, l.debitCount++);
    settle(c, i, settlements);
    c.first[i + 1] = std::uint32_t(c.from.size());
    const auto isPayment = [this](std::uint32_t credit) { return m_uses[credit].kind == CreditKind::Payment; };
    const ledgerparts::Settled settled = ledgerparts::settle(r.amount, r.date, m_scratch, isPayment);
    if (settled.open < 0)
        damaged(u"invoice " + toQString(c.number[i]) + u" is settled beyond its amount");
    c.settledOn[i] = settled.settledOn;
    c.flags[i] = settled.flags;
    if (settled.open > 0) {
        c.openRows.push_back(std::uint16_t(i));
        c.openAmounts.push_back(settled.open);
    }
}

void LedgerBuilder::closeCredits()
{
    for (std::uint32_t row = 0; row < m_ledger->creditCount; ++row) {
        CreditChunk& c = *m_credits[row >> 12];
        const std::uint32_t i = row & 4095;
        if (m_uses[row].amount > c.amount[i])
            damaged(u"credit " + toQString(c.reference[i]) + u" is applied beyond its amount");
        c.appliedOn[i] = ledgerparts::appliedOn(c, i, m_uses[row].amount, m_uses[row].last);
    }
}

// The room of each credit's debits in its chunk.
void LedgerBuilder::groupDebits(CreditChunk& c, std::uint32_t base)
{
    c.first[0] = 0;
    for (std::uint32_t i = 0; i < c.count; ++i) {
        Use& use = m_uses[base + i];
        c.first[i + 1] = c.first[i] + use.debits;
        use.debits = c.first[i]; // from here on: where the next one goes
        use.lastDebit = noRow;
    }
    c.debits.resize(c.first[c.count]);
}

void LedgerBuilder::fillDebits()
{
    const auto note = [this](std::uint32_t credit, std::uint32_t debit) {
        if (credit == noRow || m_uses[credit].lastDebit == debit)
            return;
        m_credits[credit >> 12]->debits[m_uses[credit].debits++] = debit;
        m_uses[credit].lastDebit = debit;
    };
    std::uint32_t base = 0;
    for (const auto& c : m_debits) {
        auto idle = c->idle.begin();
        for (std::uint32_t i = 0; i < c->count; ++i) {
            for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k)
                note(c->credit[k], base + i);
            for (; idle != c->idle.end() && idle->row == i; ++idle)
                note(idle->settlement.credit, base + i);
        }
        base += DebitChunk::capacity;
    }
}

void LedgerBuilder::groupByCustomer()
{
    const auto group = [this](const auto& chunks) {
        std::vector<std::uint32_t> start(std::size_t(m_customers) + 1, 0);
        std::size_t n = 0;
        for (const auto& c : chunks)
            for (std::uint32_t i = 0; i < c->count; ++i)
                if (c->customer[i] < m_customers) {
                    ++start[c->customer[i] + 1];
                    ++n;
                }
        for (std::size_t g = 1; g < start.size(); ++g)
            start[g] += start[g - 1];
        std::vector<std::uint32_t> rows(n), at(start.begin(), start.end() - 1);
        std::uint32_t base = 0;
        for (const auto& c : chunks) {
            for (std::uint32_t i = 0; i < c->count; ++i)
                if (c->customer[i] < m_customers)
                    rows[at[c->customer[i]]++] = base + i;
            base += 4096;
        }
        return Groups::of(start, rows);
    };
    m_ledger->debitGroups = group(m_debits);
    m_ledger->creditGroups = group(m_credits);
}

Result<std::shared_ptr<const Ledger>> LedgerBuilder::finish()
{
    closeCredits();
    if (m_error)
        return std::unexpected<Error>(*m_error);
    std::uint32_t base = 0;
    for (const auto& c : m_credits) {
        groupDebits(*c, base);
        base += CreditChunk::capacity;
    }
    fillDebits();
    for (const auto& c : m_debits)
        ledgerparts::summarize(*c);
    m_ledger->debitChunks.assign(m_debits.begin(), m_debits.end());
    base = 0;
    for (const auto& c : m_credits) {
        ledgerparts::listUnapplied(*c, base, m_ledger->debitChunks);
        ledgerparts::summarize(*c);
        base += CreditChunk::capacity;
    }
    m_ledger->creditChunks.assign(m_credits.begin(), m_credits.end());
    ledgerparts::summarize(*m_ledger);
    groupByCustomer();
    return std::shared_ptr<const Ledger>(m_ledger);
}

} // namespace duedesk
