#include "core/domain/ledgerbuilder.h"

#include "core/base/money.h"

#include <algorithm>

namespace duedesk {
namespace {

// Sets row i of a column that is absent (empty) while every row holds `absent`.
template <class T> void setOptional(std::vector<T>& column, std::uint32_t i, T value, T absent, std::uint32_t capacity)
{
    if (column.empty()) {
        if (value == absent)
            return;
        column.assign(capacity, absent);
    }
    column[i] = value;
}

constexpr std::int32_t noDate = Date().days();

std::int32_t optionalDate(std::int32_t d) { return d == -farFuture ? noDate : d; }

} // namespace

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
    if (l.creditCount % CreditChunk::capacity == 0) {
        m_credits.push_back(std::make_shared<CreditChunk>());
        m_credits.back()->count = 0;
    }
    CreditChunk& c = *m_credits.back();
    const std::uint32_t i = c.count++;
    const std::uint32_t row = l.creditCount++;
    c.id[i] = r.id;
    c.kind[i] = std::uint8_t(r.kind);
    c.customer[i] = r.customer;
    c.company[i] = r.company;
    c.currency[i] = r.currency;
    c.date[i] = r.date;
    c.amount[i] = r.amount;
    c.reversedOn[i] = farFuture;
    c.appliedOn[i] = farFuture;
    c.reference.append(r.reference);
    setOptional(c.clearedOn, i, optionalDate(r.clearedOn), noDate, CreditChunk::capacity);
    l.creditIndex.set(r.id, row);
    m_applied.push_back(0);
    m_lastApplied.push_back(-farFuture);
    l.firstDate = std::min(l.firstDate, r.date);
    l.lastEvent = std::max(l.lastEvent, r.date);
    if (r.kind == CreditKind::Reversal) {
        const std::uint32_t target = l.creditIndex.rowOf(r.reverses);
        if (target == noRow)
            return damaged(u"reversal " + toQString(r.reference) + u" names a payment that is not there");
        setOptional(c.reverses, i, target, noRow, CreditChunk::capacity);
        CreditChunk& t = *m_credits[target >> 12];
        t.reversedOn[target & 4095] = std::min(t.reversedOn[target & 4095], r.date);
    }
    if (r.kind == CreditKind::Payment) {
        if (l.lastPayment.size() <= r.company)
            l.lastPayment.resize(std::size_t(r.company) + 1, -farFuture);
        // A payment dated ahead, by a slip or on purpose, says nothing about the days that are not over.
        l.lastPayment[r.company] = std::max(l.lastPayment[r.company], std::min(r.date, r.knownOn));
    }
}

void LedgerBuilder::settle(DebitChunk& c, std::uint32_t i, std::span<const SettlementRow> rows)
{
    Ledger& l = *m_ledger;
    m_scratch.clear();
    for (const SettlementRow& r : rows) {
        if (r.amount < 0)
            return damaged(u"invoice " + toQString(c.number[i]) + u" has a negative settlement");
        if (r.amount == 0)
            continue;
        Settlement s{std::max(r.date, c.date[i]), farFuture, r.amount, noRow};
        if (r.creditId != 0) {
            const std::uint32_t row = l.creditIndex.rowOf(r.creditId);
            if (row == noRow)
                return damaged(u"invoice " + toQString(c.number[i]) + u" is settled by a credit that is not there");
            const CreditChunk& k = *m_credits[row >> 12];
            if (k.currency[row & 4095] != c.currency[i])
                return damaged(u"invoice " + toQString(c.number[i]) + u" is settled across currencies");
            s.credit = row;
            s.from = std::max(s.from, k.date[row & 4095]);
            s.until = k.reversedOn[row & 4095];
            m_applied[row] += s.amount;
            m_lastApplied[row] = std::max(m_lastApplied[row], s.from);
            if (s.until <= s.from)
                continue;
        }
        m_scratch.push_back(s);
    }
    std::stable_sort(m_scratch.begin(), m_scratch.end(),
                     [](const Settlement& a, const Settlement& b) { return a.from < b.from; });
    for (const Settlement& s : m_scratch) {
        c.from.push_back(s.from);
        c.settled.push_back(s.amount);
        c.credit.push_back(s.credit);
        if (s.until != farFuture && c.until.empty())
            c.until.assign(c.from.size() - 1, farFuture);
        if (!c.until.empty() || s.until != farFuture)
            c.until.push_back(s.until);
        l.lastEvent = std::max(l.lastEvent, s.from);
    }
}

void LedgerBuilder::sealDebit(DebitChunk& c, std::uint32_t i)
{
    std::uint8_t flags = 0;
    bool ends = false;
    for (const Settlement& s : m_scratch) {
        if (s.credit == noRow)
            flags |= HasWriteOff;
        ends = ends || s.until != farFuture;
    }
    if (ends)
        flags |= HasReversal;
    std::int64_t open = c.amount[i];
    std::int32_t closedOn = c.date[i]; // a zero amount is settled on its own date
    bool closedByPayment = false;
    const auto apply = [&](std::int32_t day, std::int64_t delta, std::uint32_t credit) {
        open -= delta;
        if (open < 0)
            damaged(u"invoice " + toQString(c.number[i]) + u" is settled beyond its amount");
        if (open == 0) {
            closedOn = day;
            closedByPayment =
                credit != noRow && CreditKind(m_credits[credit >> 12]->kind[credit & 4095]) == CreditKind::Payment;
        }
    };
    if (!ends) {
        for (const Settlement& s : m_scratch)
            apply(s.from, s.amount, s.credit);
    } else { // starts and ends in the order of days, ends first
        struct Event {
            std::int32_t day;
            bool starts;
            std::int64_t delta;
            std::uint32_t credit;
        };
        std::vector<Event> events;
        for (const Settlement& s : m_scratch) {
            events.push_back({s.from, true, s.amount, s.credit});
            if (s.until != farFuture)
                events.push_back({s.until, false, -s.amount, s.credit});
        }
        std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) {
            return a.day != b.day ? a.day < b.day : a.starts < b.starts;
        });
        for (const Event& e : events)
            apply(e.day, e.delta, e.credit);
    }
    c.settledOn[i] = open == 0 ? closedOn : farFuture;
    if (open == 0 && closedByPayment && (flags & HasWriteOff) == 0)
        flags |= ClosedByPayment;
    c.flags[i] = flags;
    if (open > 0) {
        m_ledger->openRows.push_back(m_ledger->debitCount - 1);
        m_ledger->openAmounts.push_back(open);
    }
}

void LedgerBuilder::addDebit(const DebitRow& r, std::span<const SettlementRow> settlements)
{
    Ledger& l = *m_ledger;
    if (r.amount < 0 || r.amount > maxRowAmount || l.debitIndex.rowOf(r.id) != noRow || r.customer >= m_customers)
        return damaged(u"invoice " + toQString(r.number)
                       + u" has an impossible amount, the id of another, or no customer");
    if (l.debitCount % DebitChunk::capacity == 0) {
        m_debits = std::make_shared<DebitChunk>();
        m_debits->count = 0;
        m_debits->first[0] = 0;
        m_debits->from.reserve(DebitChunk::capacity);
        m_debits->settled.reserve(DebitChunk::capacity);
        m_debits->credit.reserve(DebitChunk::capacity);
        l.debitChunks.push_back(m_debits);
    }
    DebitChunk& c = *m_debits;
    const std::uint32_t i = c.count++;
    l.debitIndex.set(r.id, l.debitCount++);
    c.id[i] = r.id;
    c.amount[i] = r.amount;
    c.date[i] = r.date;
    c.due[i] = r.due;
    c.customer[i] = r.customer;
    c.company[i] = r.company;
    c.currency[i] = r.currency;
    c.product[i] = r.product;
    c.terms[i] = r.terms;
    c.kind[i] = std::uint8_t(r.kind);
    c.dueSource[i] = std::uint8_t(r.dueSource);
    c.number.append(r.number);
    c.poNumber.append(r.poNumber);
    setOptional(c.netAmount, i, r.netAmount, std::int64_t(-1), DebitChunk::capacity);
    setOptional(c.serviceDate, i, optionalDate(r.serviceDate), noDate, DebitChunk::capacity);
    setOptional(c.deliveredOn, i, optionalDate(r.deliveredOn), noDate, DebitChunk::capacity);
    setOptional(c.billingFormat, i, r.billingFormat, std::uint16_t(0), DebitChunk::capacity);
    l.firstDate = std::min(l.firstDate, r.date);
    l.lastEvent = std::max(l.lastEvent, r.date);
    settle(c, i, settlements);
    c.first[i + 1] = std::uint32_t(c.from.size());
    sealDebit(c, i);
}

void LedgerBuilder::closeCredits()
{
    for (std::uint32_t row = 0; row < m_ledger->creditCount; ++row) {
        CreditChunk& c = *m_credits[row >> 12];
        const std::uint32_t i = row & 4095;
        const auto kind = CreditKind(c.kind[i]);
        if (m_applied[row] > c.amount[i])
            damaged(u"credit " + toQString(c.reference[i]) + u" is applied beyond its amount");
        if (kind == CreditKind::Reversal || kind == CreditKind::Recovery)
            c.appliedOn[i] = -farFuture; // never money to apply
        else if (m_applied[row] == c.amount[i])
            c.appliedOn[i] = std::max(m_lastApplied[row], c.date[i]);
    }
}

void LedgerBuilder::collectUnapplied()
{
    Ledger& l = *m_ledger;
    std::vector<std::uint32_t> slot(l.creditCount, noRow);
    for (std::uint32_t row = 0; row < l.creditCount; ++row) {
        const CreditChunk& c = *m_credits[row >> 12];
        if (c.appliedOn[row & 4095] > c.date[row & 4095] && c.reversedOn[row & 4095] > c.date[row & 4095]) {
            slot[row] = std::uint32_t(l.unapplied.size());
            l.unapplied.push_back({row, 0, 0});
        }
    }
    if (l.unapplied.empty())
        return;
    const auto eachSettlement = [&](auto&& f) {
        std::uint32_t base = 0;
        for (const auto& chunk : l.debitChunks) {
            for (std::uint32_t i = 0; i < chunk->count; ++i)
                for (std::uint32_t k = chunk->first[i]; k < chunk->first[i + 1]; ++k)
                    if (const std::uint32_t cr = chunk->credit[k]; cr != noRow && slot[cr] != noRow)
                        f(slot[cr], *chunk, k, base + i);
            base += DebitChunk::capacity;
        }
    };
    eachSettlement([&](std::uint32_t s, const DebitChunk&, std::uint32_t, std::uint32_t) { ++l.unapplied[s].count; });
    std::uint32_t at = 0;
    for (auto& u : l.unapplied) {
        u.first = at;
        at += u.count;
        u.count = 0;
    }
    l.unappliedSettlements.resize(at);
    eachSettlement([&](std::uint32_t s, const DebitChunk& c, std::uint32_t k, std::uint32_t debit) {
        auto& u = l.unapplied[s];
        l.unappliedSettlements[u.first + u.count++] = {c.from[k], c.until.empty() ? farFuture : c.until[k],
                                                       c.settled[k], debit};
    });
}

void LedgerBuilder::groupByCustomer()
{
    Ledger& l = *m_ledger;
    const auto group = [this](auto& chunks, std::vector<std::uint32_t>& start, std::vector<std::uint32_t>& rows) {
        start.assign(std::size_t(m_customers) + 1, 0);
        std::size_t n = 0;
        for (const auto& c : chunks)
            for (std::uint32_t i = 0; i < c->count; ++i)
                if (c->customer[i] < m_customers) {
                    ++start[c->customer[i] + 1];
                    ++n;
                }
        for (std::size_t g = 1; g < start.size(); ++g)
            start[g] += start[g - 1];
        rows.resize(n);
        std::vector<std::uint32_t> at(start.begin(), start.end() - 1);
        std::uint32_t base = 0;
        for (const auto& c : chunks) {
            for (std::uint32_t i = 0; i < c->count; ++i)
                if (c->customer[i] < m_customers)
                    rows[at[c->customer[i]]++] = base + i;
            base += 4096;
        }
    };
    group(l.debitChunks, l.debitStart, l.debitRows);
    group(l.creditChunks, l.creditStart, l.creditRows);
}

Result<std::shared_ptr<const Ledger>> LedgerBuilder::finish()
{
    closeCredits();
    if (m_error)
        return std::unexpected<Error>(*m_error);
    m_ledger->creditChunks.assign(m_credits.begin(), m_credits.end());
    collectUnapplied();
    groupByCustomer();
    return std::shared_ptr<const Ledger>(m_ledger);
}

} // namespace duedesk
