#include "core/domain/book.h"

#include "core/base/clock.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace duedesk {
namespace {

// The payer: the named one, itself when none or unknown.
std::uint32_t linkedRow(const Rows<Customer>& customers, CustomerId id, std::uint32_t self)
{
    const std::uint32_t row = id ? customers.rowOf(id) : noRow;
    return row == noRow ? self : row;
}

// The topmost ancestor. Cycles are rejected on entry; the bound only keeps a damaged book from hanging.
std::uint32_t topmost(const Rows<Customer>& customers, std::uint32_t row)
{
    for (int depth = 0; depth < 64; ++depth) {
        const std::uint32_t up = linkedRow(customers, customers[row].parent, row);
        if (up == row)
            break;
        row = up;
    }
    return row;
}

bool settingsChanged(const ChangeSet& c)
{
    return !c.of<Policy>().empty() || !c.of<Rate>().empty() || !c.of<Holiday>().empty();
}

} // namespace

RatesAt::RatesAt(Currency base) : m_base(base) { set(base, DecimalRate::one()); }

void RatesAt::set(Currency c, const DecimalRate& r)
{
    if (c.index() >= m_known.size()) {
        m_known.resize(c.index() + 1U);
        m_rates.resize(c.index() + 1U);
    }
    m_known[c.index()] = true;
    m_rates[c.index()] = r;
}

void RatesAt::leaveOut(Currency c)
{
    m_known[c.index()] = false;
    m_leftOut.push_back(c);
}

std::shared_ptr<const LedgerSums> CurrencySums::of(const std::shared_ptr<const Ledger>& ledger)
{
    const std::lock_guard lock(m_mutex);
    if (m_sums && m_ledger.lock() == ledger)
        return m_sums;
    const auto add = [](const auto& chunks) {
        std::vector<Int128> sums;
        for (const auto& c : chunks)
            for (std::uint32_t i = 0; i < c->count; ++i) {
                if (c->currency[i] >= sums.size())
                    sums.resize(c->currency[i] + 1U);
                sums[c->currency[i]] += c->amount[i];
            }
        return sums;
    };
    m_ledger = ledger;
    m_sums = std::make_shared<const LedgerSums>(add(ledger->debitChunks), add(ledger->creditChunks));
    return m_sums;
}

std::int64_t RatesAt::convertForeign(std::int64_t amount, std::uint16_t i) const
{
    if (amount == 0 || !has(i))
        return 0;
    return convertHalfEven(amount, m_rates[i], Currency::fromIndex(i).exponent(), m_base.exponent());
}

const CustomerTexts::Column& CustomerTexts::of(const Rows<Customer>& customers, QString Customer::* field)
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [known, column] : m_columns)
        if (known == field)
            return *column;
    auto made = std::make_unique<Column>();
    made->code.resize(customers.size());
    QHash<QString, std::uint32_t> codes;
    for (std::uint32_t row = 0; row < customers.size(); ++row) {
        const QString& text = customers[row].*field;
        auto it = codes.constFind(text);
        if (it == codes.constEnd()) {
            it = codes.insert(text, std::uint32_t(made->texts.size()));
            made->texts.push_back(text);
        }
        made->code[row] = *it;
    }
    m_columns.emplace_back(field, std::move(made));
    return *m_columns.back().second;
}

Book::Book(BookInfo info, std::int64_t revision, std::shared_ptr<const Ledger> ledger,
           MapTypes<Rows, RecordTypes>::type tables)
    : m_info(std::move(info)), m_revision(revision), m_ledger(std::move(ledger)), m_tables(std::move(tables))
{
    indexCustomers();
    indexSettings();
    std::apply(
        [this]<class... T>(const Rows<T>&... all) {
            (all.forEach([this](std::uint32_t row, const T& t) { index<T>(row, nullptr, t); }), ...);
        },
        m_tables);
    indexStrays();
}

BookPtr Book::empty(BookInfo info)
{
    return std::make_shared<const Book>(std::move(info), 0, std::make_shared<const Ledger>(),
                                        MapTypes<Rows, RecordTypes>::type{});
}

template <class T> void Book::index(std::uint32_t row, const T* before, const T& after)
{
    if constexpr (requires(T t) { t.customer; }) {
        Groups& groups = m_ofCustomer[recordIndexOf<T>()];
        if (before && !before->retractedBy && customerRow(before->customer) != noRow)
            groups.remove(customerRow(before->customer), row);
        if (!after.retractedBy && customerRow(after.customer) != noRow)
            groups.add(customerRow(after.customer), row);
    }
}

template <class T> bool Book::isStray(const T& t) const
{
    const std::uint32_t customer = customerRow(t.customer);
    const auto elsewhere = [&](DebitId debit) {
        const std::uint32_t row = m_ledger->debitRow(debit);
        if (row == noRow)
            return false;
        const auto [c, i] = m_ledger->debit(row);
        return customer == noRow || payerRow(c->customer[i]) != payerRow(customer);
    };
    if constexpr (requires { t.lines; })
        return std::any_of(t.lines.begin(), t.lines.end(), [&](const PromiseLine& l) { return elsewhere(l.debit); });
    else
        return elsewhere(t.debit);
}

template <class T> void Book::indexStray(std::uint32_t row, const T& t)
{
    if constexpr (std::is_same_v<T, Promise> || std::is_same_v<T, Plan> || std::is_same_v<T, Dispute>) {
        auto& strays = m_strays[recordIndexOf<T>()];
        const auto at = std::lower_bound(strays.begin(), strays.end(), row);
        const bool known = at != strays.end() && *at == row, wanted = !t.retractedBy && isStray(t);
        if (wanted && !known)
            strays.insert(at, row);
        else if (!wanted && known)
            strays.erase(at);
    }
}

// Who pays for whom has changed.
void Book::indexStrays()
{
    const auto again = [this]<class T>(const Rows<T>& all) {
        m_strays[recordIndexOf<T>()].clear();
        all.forEach([&](std::uint32_t row, const T& t) { indexStray(row, t); });
    };
    again(rows<Promise>());
    again(rows<Plan>());
    again(rows<Dispute>());
}

void Book::indexCustomers()
{
    auto index = std::make_shared<CustomerIndex>();
    const Rows<Customer>& all = customers();
    const std::uint32_t n = all.size();
    index->payer.resize(n);
    index->parent.resize(n);
    index->nameRank.resize(n);
    std::vector<QString>& folded = index->foldedName;
    folded.resize(n);
    for (std::uint32_t row = 0; row < n; ++row) {
        const Customer& c = all[row];
        if (!c.retractedBy)
            index->byExternalId.insert(c.externalId, row);
        index->payer[row] = linkedRow(all, c.payer, row);
        index->parent[row] = topmost(all, row);
        index->sites.add(index->payer[row], row);
        folded[row] = foldForSearch(c.name);
    }
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int c = folded[a].compare(folded[b]);
        return c != 0 ? c < 0 : a < b;
    });
    for (std::uint32_t i = 0; i < n; ++i)
        index->nameRank[order[i]] = i;
    m_customerIndex = std::move(index);
}

void Book::indexSettings()
{
    const auto byValidFrom = [this]<class T>(std::vector<std::uint32_t>& out) {
        out.clear();
        const Rows<T>& all = rows<T>();
        all.forEach([&](std::uint32_t row, const T&) { out.push_back(row); });
        std::stable_sort(out.begin(), out.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return all[a].validFrom < all[b].validFrom; });
    };
    byValidFrom.template operator()<Policy>(m_policies);
    byValidFrom.template operator()<Rate>(m_rates);
    std::map<QString, std::vector<Date>> days;
    days[QString()];
    rows<Holiday>().forEach([&](std::uint32_t, const Holiday& h) { days[h.calendar].push_back(h.date); });
    const unsigned workdays = m_policies.empty() ? Policy{}.workdays : rows<Policy>()[m_policies.back()].workdays;
    m_calendars.clear();
    for (auto& [name, dates] : days)
        m_calendars.insert(name, BusinessCalendar(std::move(dates), workdays));
}

BookPtr Book::with(const ChangeSet& changes, std::int64_t newRevision) const
{
    Result<BookPtr> next = tried(changes, newRevision);
    invariant(next.has_value(), "posted lines do not fit the book they are for");
    return std::move(*next);
}

Result<BookPtr> Book::tried(const ChangeSet& changes, std::int64_t newRevision) const
{
    auto next = std::make_shared<Book>(*this);
    next->m_revision = newRevision;
    bool customersChanged = false;
    changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& list) {
        auto& table = std::get<Rows<T>>(next->m_tables);
        for (const RowChange<T>& change : list) {
            const std::uint32_t row = table.put(change.after);
            if constexpr (std::is_same_v<T, Customer>) {
                // Owner, tier and the like are read from the row; only these are indexed.
                const Customer* b = change.before ? &*change.before : nullptr;
                customersChanged = customersChanged || !b || b->name != change.after.name
                                   || b->externalId != change.after.externalId || b->payer != change.after.payer
                                   || b->parent != change.after.parent || b->retractedBy != change.after.retractedBy;
            }
            next->template index<T>(row, change.before ? &*change.before : nullptr, change.after);
        }
    });
    if (!changes.posted.isEmpty()) {
        auto ledger = m_ledger->with(changes.posted, next->customers(), next->companies());
        if (!ledger)
            return std::unexpected<Error>(ledger.error());
        next->m_ledger = std::move(*ledger);
    }
    if (customersChanged)
        next->indexCustomers();
    // A promise may name a line that goes or comes back.
    if (customersChanged || !changes.posted.in.debits.empty() || !changes.posted.out.debits.empty()) {
        next->indexStrays();
    } else {
        changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& list) {
            for (const RowChange<T>& change : list)
                next->indexStray(next->rows<T>().rowOf(change.after.id), change.after);
        });
    }
    if (!changes.of<Customer>().empty())
        next->m_customerTexts = std::make_shared<CustomerTexts>();
    if (settingsChanged(changes))
        next->indexSettings();
    return next;
}

std::uint32_t Book::customerByExternalId(const QString& externalId) const
{
    return m_customerIndex->byExternalId.value(externalId, noRow);
}

const Policy& Book::policyAt(Date d) const
{
    static const Policy defaults;
    if (m_policies.empty())
        return defaults;
    const Rows<Policy>& all = rows<Policy>();
    const Policy* best = &all[m_policies.front()];
    for (const std::uint32_t row : m_policies)
        if (all[row].validFrom <= d)
            best = &all[row];
    return *best;
}

RatesAt Book::ratesAt(Date d) const
{
    RatesAt out(m_info.base);
    for (const std::uint32_t row : m_rates) {
        const Rate& r = rows<Rate>()[row];
        if (r.validFrom <= d && r.currency != m_info.base)
            out.set(r.currency, r.rate);
    }
    if (m_rates.empty())
        return out;
    const auto sums = ledgerSums();
    for (const std::vector<Int128>* side : {&sums->debits, &sums->credits})
        for (std::size_t i = 0; i < side->size(); ++i)
            if (const auto c = Currency::fromIndex(std::uint16_t(i)); c != m_info.base && out.has(c.index()))
                if (const Int128 sum = (*side)[i];
                    sum > maxBookSum
                    || worthAt(sum, out.rateOf(c.index()), c.exponent(), m_info.base.exponent()) > maxBookSum)
                    out.leaveOut(c);
    return out;
}

const BusinessCalendar& Book::calendar(const QString& name) const
{
    const auto it = m_calendars.constFind(name);
    return it == m_calendars.constEnd() ? *m_calendars.constFind(QString()) : *it;
}

const BusinessCalendar& Book::calendarOf(std::uint32_t customerRow) const
{
    return calendar(customers()[customerRow].calendar);
}

Date Book::cashThrough(std::uint16_t companyNumber) const
{
    const Company* c = company(companyNumber);
    if (companyNumber == noCompany) // what an import states about lines without company has an empty code
        companies().forEach([&](std::uint32_t, const Company& k) { c = k.code.isEmpty() ? &k : c; });
    if (c && c->cashThrough.isValid())
        return c->cashThrough;
    const auto& last = m_ledger->lastPayment;
    if (companyNumber < last.size() && last[companyNumber] != -farFuture)
        return Date(last[companyNumber]);
    return {};
}

Date Book::cashThrough() const
{
    Date earliest;
    const auto take = [&](Date d) {
        if (d.isValid() && (!earliest.isValid() || d < earliest))
            earliest = d;
    };
    for (std::uint32_t n = 0; n <= companies().size(); ++n)
        take(cashThrough(std::uint16_t(n)));
    return earliest;
}

Date Book::dayOf(Instant at) const { return dayIn(m_info.zone, at); }

} // namespace duedesk
