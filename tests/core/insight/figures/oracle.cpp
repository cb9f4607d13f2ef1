#include "tests/core/insight/figures/oracle.h"

#include <algorithm>
#include <set>

namespace duedesk {
namespace {

const QString none = QStringLiteral("(none)");

// num / den to the nearest, ties to the even one.
std::int64_t nearest(Int128 num, Int128 den)
{
    Int128 floor = num / den;
    if (num % den != 0 && num < 0)
        --floor;
    const Int128 rest = num - floor * den; // 0 <= rest < den
    if (rest * 2 > den || (rest * 2 == den && floor % 2 != 0))
        ++floor;
    return std::int64_t(floor);
}

Oracle::Value ratio(Int128 num, Int128 den)
{
    if (den <= 0)
        return std::nullopt;
    return nearest(num * 10000, den);
}

QString orNone(const QString& text) { return text.isEmpty() ? none : text; }

int ageBucket(int days) { return days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4; }

} // namespace

bool Oracle::Figures::allBlank() const
{
    const auto blank = [](const Value& v) { return v.value_or(0) == 0; };
    return ar == 0 && pastDue == 0 && sales == 0 && blank(dso) && blank(rolling) && blank(countback) && blank(bpdso)
           && blank(add) && blank(cei) && blank(pctCurrent) && blank(pctPastDue) && blank(pct90) && blank(toPay)
           && blank(late);
}

const Customer& Oracle::customerOf(const QString& id) const
{
    for (const Customer& c : m_made.records<Customer>())
        if (c.externalId == id)
            return c;
    throw std::out_of_range("no such customer");
}

bool Oracle::counts(const QString& customer) const
{
    const CustomerStatus s = customerOf(customer).status;
    return s != CustomerStatus::Prepaid && s != CustomerStatus::Intercompany;
}

Date Oracle::reversedOn(std::int64_t credit) const
{
    Date first;
    for (const auto& c : m_made.credits())
        if (c.row.kind == CreditKind::Reversal && c.row.reverses == credit
            && (!first.isValid() || Date(c.row.date) < first))
            first = Date(c.row.date);
    return first;
}

bool Oracle::inEffect(const SettlementRow& s, std::size_t debit, Date d) const
{
    if (s.creditId == 0)
        return Date(s.date) <= d;
    std::int32_t credited = 0;
    for (const auto& c : m_made.credits())
        if (c.row.id == s.creditId)
            credited = c.row.date;
    const Date from(std::max({s.date, m_made.debits()[debit].row.date, credited}));
    const Date until = reversedOn(s.creditId);
    return from <= d && !(until.isValid() && until <= d);
}

std::int64_t Oracle::open(std::size_t debit, Date d) const
{
    const auto& x = m_made.debits()[debit];
    if (Date(x.row.date) > d)
        return 0;
    std::int64_t left = x.row.amount;
    for (const SettlementRow& s : x.settlements)
        if (inEffect(s, debit, d))
            left -= s.amount;
    return left;
}

std::int64_t Oracle::unapplied(std::size_t credit, Date d) const
{
    const CreditRow& c = m_made.credits()[credit].row;
    const bool money =
        c.kind == CreditKind::Payment || c.kind == CreditKind::Deposit || c.kind == CreditKind::CreditNote;
    const Date reversed = reversedOn(c.id);
    if (!money || Date(c.date) > d || (reversed.isValid() && reversed <= d))
        return 0;
    std::int64_t left = c.amount;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i)
        for (const SettlementRow& s : m_made.debits()[i].settlements)
            if (s.creditId == c.id && inEffect(s, i, d))
                left -= s.amount;
    return left;
}

Date Oracle::due(std::size_t debit) const
{
    const auto& x = m_made.debits()[debit];
    if (x.dueGiven)
        return Date(x.row.due);
    if (x.row.terms >= 0)
        return Date(x.row.date) + x.row.terms;
    return Date(x.row.date) + customerOf(x.customer).termsDays.value_or(30);
}

std::optional<std::int64_t> Oracle::toBase(std::int64_t amount, std::uint16_t currency, Date d) const
{
    const Currency c = Currency::fromIndex(currency);
    if (c == m_made.base())
        return amount;
    const Rate* best = nullptr;
    for (const Rate& r : m_made.records<Rate>())
        if (r.currency == c && r.validFrom <= d && (!best || r.validFrom >= best->validFrom))
            best = &r;
    if (!best)
        return std::nullopt;
    Int128 num = Int128(amount) * best->rate.mantissa(), den = 1;
    for (int k = 0; k < m_made.base().exponent(); ++k)
        num *= 10;
    for (int k = 0; k < best->rate.scale() + c.exponent(); ++k)
        den *= 10;
    return nearest(num, den);
}

QString Oracle::customerKey(const QString& id, Segment by) const
{
    const Customer* c = &customerOf(id);
    const auto linked = [this](CustomerId other) -> const Customer* {
        for (const Customer& x : m_made.records<Customer>())
            if (x.id == other)
                return &x;
        return nullptr;
    };
    switch (by) {
    case Segment::None: return {};
    case Segment::Customer: return c->externalId;
    case Segment::Payer: return c->payer ? linked(c->payer)->externalId : c->externalId;
    case Segment::Parent:
        while (c->parent)
            c = linked(c->parent);
        return c->externalId;
    case Segment::Tier: return orNone(c->tier);
    case Segment::Region: return orNone(c->region);
    case Segment::Industry: return orNone(c->industry);
    case Segment::Size: return orNone(c->size);
    case Segment::Country: return orNone(c->country);
    case Segment::Owner: return orNone(c->owner);
    default: return QStringLiteral("not the customer's");
    }
}

QString Oracle::debitKey(std::size_t i, Segment by, Date d) const
{
    const auto& x = m_made.debits()[i];
    switch (by) {
    case Segment::Company: return orNone(x.company);
    case Segment::Product: return orNone(x.product);
    case Segment::Currency: return Currency::fromIndex(x.row.currency).toString();
    case Segment::Terms:
        if (x.row.terms >= 0)
            return QString::number(x.row.terms);
        return customerOf(x.customer).termsDays ? QString::number(*customerOf(x.customer).termsDays) : none;
    case Segment::Status:
        for (const Dispute& q : m_made.records<Dispute>())
            if (q.debit.value == x.row.id && q.openedOn <= d && !(q.resolvedOn.isValid() && q.resolvedOn <= d))
                return QStringLiteral("disputed");
        return due(i) < d ? QStringLiteral("past due") : QStringLiteral("current");
    default: return customerKey(x.customer, by);
    }
}

QString Oracle::creditKey(std::size_t i, Segment by) const
{
    const auto& x = m_made.credits()[i];
    switch (by) {
    case Segment::Company: return orNone(x.company);
    case Segment::Currency: return Currency::fromIndex(x.row.currency).toString();
    case Segment::Product:
    case Segment::Terms:
    case Segment::Status: return none;
    default: return customerKey(x.customer, by);
    }
}

std::map<QString, Oracle::Ages> Oracle::aging(Date d, Segment by, bool byInvoiceDate) const
{
    std::map<QString, Ages> out;
    const auto money = [&](std::int64_t amount, std::uint16_t currency) {
        return by == Segment::Currency ? amount : toBase(amount, currency, d).value_or(0);
    };
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const DebitRow& x = m_made.debits()[i].row;
        const int days = d - (byInvoiceDate ? Date(x.date) : due(i));
        out[debitKey(i, by, d)].bucket[std::size_t(ageBucket(days))] += money(open(i, d), x.currency);
    }
    for (std::size_t i = 0; i < m_made.credits().size(); ++i)
        out[creditKey(i, by)].unapplied += money(unapplied(i, d), m_made.credits()[i].row.currency);
    std::erase_if(out, [](const auto& entry) {
        return entry.second.unapplied == 0 && entry.second.bucket == std::array<std::int64_t, 5>{};
    });
    if (by == Segment::None)
        out[QString()];
    return out;
}

std::int64_t Oracle::sales(Date from, Date to, Date d, Segment by, const QString& key) const
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const auto& x = m_made.debits()[i];
        if (Date(x.row.date) >= from && Date(x.row.date) <= to && x.row.kind != DebitKind::FinanceCharge
            && counts(x.customer) && debitKey(i, by, d) == key)
            sum += toBase(x.row.amount, x.row.currency, d).value_or(0);
    }
    for (std::size_t i = 0; i < m_made.credits().size(); ++i) {
        const auto& x = m_made.credits()[i];
        if (Date(x.row.date) >= from && Date(x.row.date) <= to && x.row.kind == CreditKind::CreditNote
            && counts(x.customer) && creditKey(i, by) == key)
            sum -= toBase(x.row.amount, x.row.currency, d).value_or(0);
    }
    return sum;
}

std::int64_t Oracle::receivable(Date at, Date d, Segment by, const QString& key, int bucket) const
{
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const auto& x = m_made.debits()[i];
        if (counts(x.customer) && debitKey(i, by, d) == key && (bucket < 0 || ageBucket(at - due(i)) == bucket))
            sum += toBase(open(i, at), x.row.currency, d).value_or(0);
    }
    return sum;
}

Oracle::Value Oracle::countback(std::int64_t ar, Date d, Segment by, const QString& key) const
{
    if (ar == 0)
        return 0;
    Date first;
    const auto see = [&first](Date day) { first = !first.isValid() || day < first ? day : first; };
    for (const auto& x : m_made.debits())
        see(Date(x.row.date));
    for (const auto& x : m_made.credits())
        see(Date(x.row.date));
    std::int64_t left = ar, days = 0;
    for (Date end = d; end >= first.firstOfMonth(); end = end.firstOfMonth() - 1) {
        const std::int64_t s = sales(end.firstOfMonth(), end, d, by, key);
        if (s > left)
            return ratio(Int128(days) * s + Int128(left) * end.day(), s);
        days += end.day();
        if (s > 0)
            left -= s;
        if (left == 0)
            return days * 10000;
    }
    return std::nullopt;
}

// The day on which open came to 0 and stayed there through D: tried out day by day.
std::optional<Oracle::Closing> Oracle::closing(std::size_t i, Date d) const
{
    const auto& x = m_made.debits()[i];
    if (x.row.amount == 0 || Date(x.row.date) > d || open(i, d) != 0)
        return std::nullopt;
    Closing out;
    const SettlementRow* last = nullptr;
    for (const SettlementRow& s : x.settlements) {
        if (s.amount == 0 || !inEffect(s, i, d))
            continue;
        if (s.creditId == 0)
            return std::nullopt; // a write-off took part
        Date from = d; // the first day of the stretch in which it is in effect
        while (inEffect(s, i, from - 1))
            from = from - 1;
        if (!last || from >= out.day) {
            out.day = from;
            last = &s;
        }
    }
    for (const auto& c : m_made.credits())
        if (c.row.id == last->creditId)
            out.byPayment = c.row.kind == CreditKind::Payment;
    return out;
}

Oracle::Value Oracle::closedAverage(Date d, Segment by, const QString& key, int days, bool fromDue) const
{
    Int128 sum = 0, weights = 0;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const auto& x = m_made.debits()[i];
        const auto closed = closing(i, d);
        if (!closed || !closed->byPayment || closed->day <= d - days || !counts(x.customer)
            || debitKey(i, by, d) != key)
            continue;
        const std::int64_t weight = toBase(x.row.amount, x.row.currency, d).value_or(0);
        sum += Int128(weight) * (closed->day - (fromDue ? due(i) : Date(x.row.date)));
        weights += weight;
    }
    return ratio(sum, weights);
}

std::map<QString, Oracle::Figures> Oracle::kpi(Date d, Segment by, int days) const
{
    std::set<QString> keys;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i)
        keys.insert(debitKey(i, by, d));
    for (std::size_t i = 0; i < m_made.credits().size(); ++i)
        keys.insert(creditKey(i, by));
    if (by == Segment::None)
        keys.insert(QString());
    std::map<QString, Figures> out;
    for (const QString& key : keys) {
        Figures f;
        f.ar = receivable(d, d, by, key, -1);
        const std::int64_t current = receivable(d, d, by, key, 0);
        f.pastDue = f.ar - current;
        if (by != Segment::Status) {
            f.sales = sales(d - (days - 1), d, d, by, key);
            f.dso = ratio(Int128(f.ar) * days, f.sales);
            f.rolling = ratio(Int128(f.ar) * 365, sales(d - 364, d, d, by, key));
            f.countback = countback(f.ar, d, by, key);
            f.bpdso = ratio(Int128(current) * days, f.sales);
            f.add = ratio(Int128(f.ar - current) * days, f.sales);
            const std::int64_t start = receivable(d.firstOfMonth() - 1, d, by, key, -1);
            const std::int64_t month = sales(d.firstOfMonth(), d, d, by, key);
            f.cei = ratio(Int128(start + month - f.ar) * 100, Int128(start) + month - current);
            f.toPay = closedAverage(d, by, key, days, false);
            f.late = closedAverage(d, by, key, days, true);
        }
        f.pctCurrent = ratio(Int128(current) * 100, f.ar);
        f.pctPastDue = ratio(Int128(f.pastDue) * 100, f.ar);
        f.pct90 = ratio(Int128(receivable(d, d, by, key, 4)) * 100, f.ar);
        if (by == Segment::None || !f.allBlank())
            out[key] = f;
    }
    return out;
}

} // namespace duedesk
