#include "core/store/importplan.h"

#include "core/base/money.h"
#include "core/domain/lineorder.h"
#include "core/store/database.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

template <class Key> std::vector<std::uint32_t> orderBy(std::size_t n, Key key)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    const auto less = [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); };
    if (!std::is_sorted(order.begin(), order.end(), less))
        std::sort(order.begin(), order.end(), less);
    return order;
}

template <class T> std::vector<std::int64_t> sortedIds(const std::vector<T>& ids)
{
    std::vector<std::int64_t> out;
    out.reserve(ids.size());
    for (const T& id : ids)
        out.push_back(id.value);
    std::sort(out.begin(), out.end());
    return out;
}

bool contains(const std::vector<std::int64_t>& sorted, std::int64_t v)
{
    return !sorted.empty() && std::binary_search(sorted.begin(), sorted.end(), v);
}

[[noreturn]] void unknown(const QString& what)
{
    throwFailure(ErrorCode::InputRejected, what, u"stage the import again; nothing was saved"_s);
}

std::string utf8(const QString& s) { return s.toUtf8().toStdString(); }

void checkText(std::string_view text)
{
    if (text.find('\0') != std::string_view::npos)
        unknown(u"a line holds text with a NUL character"_s);
}

// The bounds that the tables check: they are proved here, so that a million rows need not be checked twice.
constexpr std::int32_t firstDay = -25'567, lastDay = 376'199; // 1900-01-01, 2999-12-31

void checkDay(std::int32_t day, bool optional = false)
{
    if ((day < firstDay || day > lastDay) && !(optional && day == -farFuture))
        unknown(u"a line holds an impossible date"_s);
}

void checkAmount(std::int64_t amount)
{
    if (amount < 0 || amount > maxRowAmount)
        unknown(u"a line holds an impossible amount"_s);
}

void checkDebit(const DebitRow& r)
{
    checkDay(r.date);
    checkDay(r.due);
    checkDay(r.serviceDate, true);
    checkDay(r.deliveredOn, true);
    checkAmount(r.amount);
    checkAmount(std::max<std::int64_t>(r.netAmount, 0));
    checkText(r.number);
    checkText(r.poNumber);
    if (r.kind > DebitKind::FinanceCharge || r.dueSource > DueSource::PolicyDefault || r.currency == 0)
        unknown(u"a line is of no known kind or currency"_s);
}

void checkCredit(const CreditRow& r)
{
    checkDay(r.date);
    checkDay(r.clearedOn, true);
    checkAmount(r.amount);
    checkText(r.reference);
    if (r.kind > CreditKind::Recovery || r.currency == 0 || (r.kind == CreditKind::Reversal) != (r.reverses != 0))
        unknown(u"a payment is of no known kind or currency"_s);
}

CreditRow rowOf(const Ledger& l, std::uint32_t row)
{
    const auto [c, i] = l.credit(row);
    CreditRow r;
    r.id = c->id[i];
    r.kind = CreditKind(c->kind[i]);
    r.customer = c->customer[i];
    r.company = c->company[i];
    r.currency = c->currency[i];
    r.date = c->date[i];
    if (!c->clearedOn.empty() && Date(c->clearedOn[i]).isValid())
        r.clearedOn = c->clearedOn[i];
    if (!c->knownOn.empty())
        r.knownOn = c->knownOn[i];
    r.amount = c->amount[i];
    r.reference = c->reference[i];
    if (!c->reverses.empty() && c->reverses[i] != noRow) {
        const auto [t, k] = l.credit(c->reverses[i]);
        r.reverses = t->id[k];
    }
    return r;
}

DebitRow rowOf(const DebitChunk& c, std::uint32_t i)
{
    DebitRow r;
    r.id = c.id[i];
    r.kind = DebitKind(c.kind[i]);
    r.dueSource = DueSource(c.dueSource[i]);
    r.customer = c.customer[i];
    r.company = c.company[i];
    r.currency = c.currency[i];
    r.product = c.product[i];
    r.billingFormat = c.billingFormat.empty() ? std::uint16_t(0) : c.billingFormat[i];
    r.terms = c.terms[i];
    r.date = c.date[i];
    r.due = c.due[i];
    if (!c.serviceDate.empty() && Date(c.serviceDate[i]).isValid())
        r.serviceDate = c.serviceDate[i];
    if (!c.deliveredOn.empty() && Date(c.deliveredOn[i]).isValid())
        r.deliveredOn = c.deliveredOn[i];
    r.amount = c.amount[i];
    r.netAmount = c.netAmount.empty() ? -1 : c.netAmount[i];
    r.number = c.number[i];
    r.poNumber = c.poNumber[i];
    return r;
}

} // namespace

void MoneyDigest::add(const DebitFacts& d)
{
    m_debits.integer(d.id).integer(d.customer).integer(d.company).integer(std::int64_t(d.kind));
    m_debits.integer(std::int64_t(d.dueSource)).integer(d.date).integer(d.due).integer(d.serviceDate);
    m_debits.integer(d.deliveredOn).integer(d.terms).field(d.currency).integer(d.amount).integer(d.netAmount);
    m_debits.field(d.number).field(d.poNumber).field(d.product).field(d.billingFormat);
}

void MoneyDigest::add(const CreditFacts& c)
{
    m_credits.integer(c.id).integer(c.customer).integer(c.company).integer(std::int64_t(c.kind)).integer(c.date);
    m_credits.integer(c.clearedOn).field(c.currency).integer(c.amount).field(c.reference).integer(c.reverses);
}

void MoneyDigest::addAllocation(std::int64_t debit, std::int64_t id, std::int64_t credit, std::int32_t date,
                                std::int64_t amount)
{
    m_allocations.integer(debit).integer(id).integer(credit).integer(date).integer(amount);
}

void MoneyDigest::addWriteOff(std::int64_t debit, std::int64_t id, std::int32_t date, std::int64_t amount,
                              std::string_view reason)
{
    m_writeOffs.integer(debit).integer(id).integer(date).integer(amount).field(reason);
}

Hash MoneyDigest::finish()
{
    Sha256 all;
    for (Sha256* part : {&m_debits, &m_credits, &m_allocations, &m_writeOffs})
        all.field(view(part->finish()));
    return all.finish();
}

// Staged rows are put in order by their provisional ids, which is the order of the book's.
ImportPlan::ImportPlan(const StagedImport& staged, const ImportNumbers& numbers, const Book& before, const Book& next)
    : m_staged(staged), m_numbers(numbers), m_before(before), m_next(next),
      m_debits(orderBy(staged.debits.size(), [&](std::uint32_t i) { return staged.debits[i].row.id; })),
      m_credits(orderBy(staged.credits.size(), [&](std::uint32_t i) { return staged.credits[i].row.id; })),
      m_settlements(orderBy(staged.settlements.size(),
                            [&](std::uint32_t i) {
                                const StagedSettlement& s = staged.settlements[i];
                                return std::pair(s.debit.value, s.id);
                            })),
      m_goneDebits(sortedIds(staged.retractedDebits)), m_goneCredits(sortedIds(staged.retractedCredits))
{
    mapTerms();
    checkReferences();
}

void ImportPlan::mapTerms()
{
    const auto map = [this](const Dictionary& from, const Dictionary& known, int kind,
                            std::vector<std::uint16_t>& codes, std::vector<std::string>& texts) {
        std::size_t next = known.size();
        for (std::size_t i = 0; i < from.size(); ++i) {
            const QString& t = from.text(std::uint16_t(i));
            texts.push_back(utf8(t));
            checkText(texts.back());
            int code = known.find(t);
            if (code < 0) {
                if (next > 0xffff)
                    unknown(u"there are more than 65,535 different product lines or billing formats"_s);
                code = int(next++);
                m_newTerms.push_back({kind, std::uint16_t(code), t});
            }
            codes.push_back(std::uint16_t(code));
        }
    };
    const Ledger& l = m_before.ledger();
    map(m_staged.products, l.products, 0, m_products, m_productTexts);
    map(m_staged.billingFormats, l.billingFormats, 1, m_formats, m_formatTexts);
}

void ImportPlan::checkReferences() const
{
    const auto payer = [this](CustomerId customer, CompanyId company) {
        if (!m_next.customers().find(m_numbers.of(customer)))
            unknown(u"a staged line has no customer of the book"_s);
        if (company && !m_next.companies().find(m_numbers.of(company)))
            unknown(u"a staged line names a company that is not in the book"_s);
    };
    for (const StagedDebit& d : m_staged.debits) {
        payer(d.customer, d.company);
        checkDebit(d.row);
    }
    for (const StagedCredit& c : m_staged.credits) {
        payer(c.customer, c.company);
        checkCredit(c.row);
    }
    for (const StagedSettlement& s : m_staged.settlements) {
        checkDay(s.date);
        checkAmount(s.amount);
        checkText(s.reason);
    }
}

DebitFacts ImportPlan::debit(std::uint32_t i) const
{
    const StagedDebit& d = m_staged.debits[m_debits[i]];
    const DebitRow& r = d.row;
    return {m_numbers.of(Table::Debit, r.id),
            m_numbers.of(d.customer).value,
            m_numbers.of(d.company).value,
            r.kind,
            r.dueSource,
            r.date,
            r.due,
            r.serviceDate,
            r.deliveredOn,
            r.terms,
            Currency::fromIndex(r.currency).code(),
            r.amount,
            r.netAmount < 0 ? -1 : r.netAmount,
            r.number,
            r.poNumber,
            m_productTexts[r.product],
            m_formatTexts[r.billingFormat]};
}

CreditFacts ImportPlan::credit(std::uint32_t i) const
{
    const StagedCredit& c = m_staged.credits[m_credits[i]];
    const CreditRow& r = c.row;
    return {m_numbers.of(Table::Credit, r.id),
            m_numbers.of(c.customer).value,
            m_numbers.of(c.company).value,
            r.kind,
            r.date,
            r.clearedOn,
            Currency::fromIndex(r.currency).code(),
            r.amount,
            r.reference,
            m_numbers.of(Table::Credit, r.reverses)};
}

StagedSettlement ImportPlan::settlement(std::uint32_t i) const
{
    StagedSettlement s = m_staged.settlements[m_settlements[i]];
    s.id = m_numbers.ofSettlement(s);
    s.debit = m_numbers.of(s.debit);
    s.credit = m_numbers.of(s.credit);
    return s;
}

std::uint16_t ImportPlan::productCode(std::uint32_t i) const
{
    return m_products[m_staged.debits[m_debits[i]].row.product];
}

std::uint16_t ImportPlan::formatCode(std::uint32_t i) const
{
    return m_formats[m_staged.debits[m_debits[i]].row.billingFormat];
}

Hash ImportPlan::moneyDigest() const
{
    MoneyDigest d;
    for (std::uint32_t i = 0; i < debitCount(); ++i)
        d.add(debit(i));
    for (std::uint32_t i = 0; i < creditCount(); ++i)
        d.add(credit(i));
    for (std::uint32_t i = 0; i < settlementCount(); ++i) {
        const StagedSettlement s = settlement(i);
        if (s.credit)
            d.addAllocation(s.debit.value, s.id, s.credit.value, s.date, s.amount);
        else
            d.addWriteOff(s.debit.value, s.id, s.date, s.amount, s.reason);
    }
    return d.finish();
}

bool ImportPlan::canBuildLedger() const
{
    return m_staged.retractedAllocations.empty() && m_staged.retractedWriteOffs.empty();
}

Result<std::shared_ptr<const Ledger>> ImportPlan::buildLedger() const
{
    LedgerBuilder builder(m_next.customers().size());
    const Ledger& l = m_before.ledger();
    for (std::size_t i = 1; i < l.products.size(); ++i)
        builder.products().code(l.products.text(std::uint16_t(i)));
    for (std::size_t i = 1; i < l.billingFormats.size(); ++i)
        builder.billingFormats().code(l.billingFormats.text(std::uint16_t(i)));
    for (const Term& t : m_newTerms)
        (t.kind == 0 ? builder.products() : builder.billingFormats()).code(t.text);
    addCredits(builder);
    addDebits(builder);
    return builder.finish();
}

void ImportPlan::addCredits(LedgerBuilder& builder) const
{
    const Ledger& l = m_before.ledger();
    const std::int32_t importDay = m_before.dayOf(m_staged.batch.at).days();
    const std::vector<std::uint32_t> rows = creditsById(l);
    std::size_t old = 0, added = 0;
    while (old < rows.size() || added < m_credits.size()) {
        const StagedCredit* staged = added < m_credits.size() ? &m_staged.credits[m_credits[added]] : nullptr;
        if (old < rows.size()) {
            CreditRow r = rowOf(l, rows[old]);
            if (!staged || r.id < staged->row.id) {
                if (!contains(m_goneCredits, r.id))
                    builder.addCredit(r);
                ++old;
                continue;
            }
        }
        CreditRow r = staged->row;
        r.id = m_numbers.of(Table::Credit, r.id);
        r.reverses = m_numbers.of(Table::Credit, r.reverses);
        r.customer = m_next.customers().rowOf(m_numbers.of(staged->customer));
        r.company = companyNumber(staged->company);
        r.knownOn = importDay;
        builder.addCredit(r);
        ++added;
    }
}

std::uint16_t ImportPlan::companyNumber(CompanyId id) const
{
    return id ? std::uint16_t(m_next.companies().rowOf(m_numbers.of(id)) + 1) : noCompany;
}

DebitRow ImportPlan::stagedRow(const StagedDebit& d) const
{
    DebitRow r = d.row;
    r.id = m_numbers.of(Table::Debit, r.id);
    r.customer = m_next.customers().rowOf(m_numbers.of(d.customer));
    r.company = companyNumber(d.company);
    r.product = m_products[r.product];
    r.billingFormat = m_formats[r.billingFormat];
    return r;
}

void ImportPlan::addDebits(LedgerBuilder& builder) const
{
    const Ledger& l = m_before.ledger();
    const std::vector<std::uint32_t> rows = debitsById(l);
    std::size_t old = 0, added = 0, settled = 0;
    std::vector<SettlementRow> settlements;
    const auto takeStaged = [&](std::int64_t debit) {
        for (; settled < m_settlements.size(); ++settled) {
            const StagedSettlement& s = m_staged.settlements[m_settlements[settled]];
            if (s.debit.value != debit)
                return;
            settlements.push_back({m_numbers.of(s.credit).value, s.date, s.amount, m_numbers.ofSettlement(s)});
        }
    };
    while (old < rows.size() || added < m_debits.size()) {
        const StagedDebit* staged = added < m_debits.size() ? &m_staged.debits[m_debits[added]] : nullptr;
        settlements.clear();
        const auto [c, i] = old < rows.size() ? l.debit(rows[old]) : Ledger::DebitRef{nullptr, 0};
        if (!c || (staged && staged->row.id < c->id[i])) {
            takeStaged(staged->row.id);
            builder.addDebit(stagedRow(*staged), settlements);
            ++added;
            continue;
        }
        ++old;
        if (contains(m_goneDebits, c->id[i]))
            continue; // a settlement staged for it is left over and found below
        for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
            const auto [credit, n] = c->credit[k] == noRow ? Ledger::CreditRef{nullptr, 0} : l.credit(c->credit[k]);
            if (!credit || !contains(m_goneCredits, credit->id[n]))
                settlements.push_back(
                    {credit ? credit->id[n] : 0, c->from[k], c->settled[k], std::int64_t(c->settlementId[k])});
        }
        for (const IdleSettlement& s : c->idle) {
            const auto [credit, n] = l.credit(s.settlement.credit);
            if (s.row == i && !contains(m_goneCredits, credit->id[n]))
                settlements.push_back(
                    {credit->id[n], s.settlement.from, s.settlement.amount, std::int64_t(s.settlement.id)});
        }
        takeStaged(c->id[i]);
        builder.addDebit(rowOf(*c, i), settlements);
    }
    if (settled != m_settlements.size())
        unknown(u"a staged payment settles an invoice that is not in the book"_s);
}

} // namespace duedesk
