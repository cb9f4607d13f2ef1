#include "tests/core/domain/lineworld.h"

#include <algorithm>
#include <set>

namespace duedesk {
namespace {

const std::int32_t firstDay = Date::fromCivil(2024, 1, 1)->days();
constexpr int customerCount = 70; // more than a page of groups

std::string_view view(const QByteArray& b) { return {b.constData(), std::size_t(b.size())}; }

template <class T> void erase(std::map<std::int64_t, T>& from, const std::vector<T>& lines)
{
    for (const T& t : lines)
        from.erase(t.id.value);
}
template <class T> void insert(std::map<std::int64_t, T>& to, const std::vector<T>& lines)
{
    for (const T& t : lines)
        to[t.id.value] = t;
}

void applyTo(Lines& lines, const PostedChange& change)
{
    erase(lines.allocations, change.out.allocations);
    erase(lines.writeOffs, change.out.writeOffs);
    erase(lines.credits, change.out.credits);
    erase(lines.debits, change.out.debits);
    insert(lines.debits, change.in.debits);
    insert(lines.credits, change.in.credits);
    insert(lines.allocations, change.in.allocations);
    insert(lines.writeOffs, change.in.writeOffs);
}

// All that is known of a line, in an order that does not depend on rows.
struct Flat {
    std::vector<std::int64_t> numbers;
    std::string text;
    bool operator==(const Flat&) const = default;
};

std::int64_t creditId(const Ledger& l, std::uint32_t row)
{
    if (row == noRow)
        return 0;
    const auto [c, i] = l.credit(row);
    return c->id[i];
}

std::int64_t debitId(const Ledger& l, std::uint32_t row)
{
    const auto [c, i] = l.debit(row);
    return c->id[i];
}

template <class T> std::int64_t at(const std::vector<T>& column, std::uint32_t i, T absent)
{
    return column.empty() ? std::int64_t(absent) : std::int64_t(column[i]);
}

Flat flatDebit(const Ledger& l, const DebitChunk& c, std::uint32_t i)
{
    Flat f;
    f.numbers = {c.amount[i],
                 c.date[i],
                 c.due[i],
                 c.settledOn[i],
                 c.customer[i],
                 c.company[i],
                 c.currency[i],
                 c.terms[i],
                 c.kind[i],
                 c.dueSource[i],
                 c.flags[i],
                 at(c.netAmount, i, std::int64_t(-1)),
                 at(c.serviceDate, i, Date().days()),
                 at(c.deliveredOn, i, Date().days())};
    for (std::uint32_t k = c.first[i]; k < c.first[i + 1]; ++k)
        for (const std::int64_t v : {std::int64_t(c.from[k]), at(c.until, k, farFuture), c.settled[k],
                                     creditId(l, c.credit[k]), std::int64_t(c.settlementId[k])})
            f.numbers.push_back(v);
    std::set<std::vector<std::int64_t>> idle;
    for (const IdleSettlement& s : c.idle)
        if (s.row == i)
            idle.insert({s.settlement.id, s.settlement.from, s.settlement.until, s.settlement.amount,
                         creditId(l, s.settlement.credit)});
    for (const auto& s : idle)
        f.numbers.insert(f.numbers.end(), s.begin(), s.end());
    f.text.append(c.number[i]).append("|").append(c.poNumber[i]).append("|");
    f.text.append(l.products.text(c.product[i]).toStdString()).append("|");
    f.text.append(l.billingFormats.text(c.billingFormat.empty() ? std::uint16_t(0) : c.billingFormat[i]).toStdString());
    return f;
}

Flat flatCredit(const Ledger& l, const CreditChunk& c, std::uint32_t i, std::uint32_t row)
{
    Flat f;
    f.numbers = {c.amount[i],
                 c.date[i],
                 c.reversedOn[i],
                 c.appliedOn[i],
                 c.customer[i],
                 c.company[i],
                 c.currency[i],
                 c.kind[i],
                 at(c.clearedOn, i, Date().days()),
                 c.reverses.empty() ? 0 : creditId(l, c.reverses[i])};
    std::set<std::int64_t> debits;
    for (std::uint32_t n = c.first[i]; n < c.first[i + 1]; ++n)
        debits.insert(debitId(l, c.debits[n]));
    f.numbers.insert(f.numbers.end(), debits.begin(), debits.end());
    f.numbers.push_back(std::int64_t(c.first[i + 1] - c.first[i]));
    if (const UnappliedCredit* u = l.unappliedOf(row)) {
        std::set<std::vector<std::int64_t>> settlements;
        for (std::uint32_t k = u->first; k < u->first + u->count; ++k) {
            const Settlement& s = c.unappliedSettlements[k];
            settlements.insert({s.id, s.from, s.until, s.amount, debitId(l, s.credit)});
        }
        f.numbers.push_back(std::int64_t(u->count) + 1);
        for (const auto& s : settlements)
            f.numbers.insert(f.numbers.end(), s.begin(), s.end());
    }
    f.text = c.reference[i];
    return f;
}

struct Picture {
    std::map<std::int64_t, Flat> debits, credits;
    std::map<std::int64_t, std::int64_t> open;
    std::vector<std::set<std::int64_t>> debitsOf, creditsOf;
    std::int32_t firstDate, lastEvent;
    std::vector<std::int32_t> lastPayment;
    bool areRowsAscending = true;
};

Picture picture(const Ledger& l)
{
    Picture p;
    for (std::uint32_t row = 0; row < l.debitCount; ++row)
        if (const auto [c, i] = l.debit(row); !c->isGone(i))
            p.debits[l.debitRow(DebitId(c->id[i])) == row ? c->id[i] : -1] = flatDebit(l, *c, i);
    for (std::uint32_t row = 0; row < l.creditCount; ++row)
        if (const auto [c, i] = l.credit(row); !c->isGone(i))
            p.credits[l.creditRow(CreditId(c->id[i])) == row ? c->id[i] : -1] = flatCredit(l, *c, i, row);
    std::int64_t last = -1;
    l.forEachOpenAtLast([&](std::uint32_t row, std::int64_t open) {
        p.areRowsAscending = p.areRowsAscending && row > last;
        last = row;
        p.open[debitId(l, row)] = open;
    });
    for (std::uint32_t customer = 0; customer < customerCount; ++customer) {
        auto& debits = p.debitsOf.emplace_back();
        for (const std::uint32_t row : l.debitsOf(customer))
            debits.insert(debitId(l, row));
        auto& credits = p.creditsOf.emplace_back();
        for (const std::uint32_t row : l.creditsOf(customer))
            credits.insert(creditId(l, row));
        p.areRowsAscending = p.areRowsAscending && std::ranges::is_sorted(l.debitsOf(customer))
                             && std::ranges::is_sorted(l.creditsOf(customer));
    }
    p.firstDate = l.firstDate;
    p.lastEvent = l.lastEvent;
    p.lastPayment = l.lastPayment;
    return p;
}

QString words(const Flat& f)
{
    QStringList out;
    for (const std::int64_t v : f.numbers)
        out += QString::number(v);
    return out.join(u' ') + u' ' + QString::fromStdString(f.text);
}
QString words(std::int64_t amount) { return QString::number(amount); }

template <class Map> QString firstOtherThan(const Map& now, const Map& anew, const char* what)
{
    for (const auto& [id, flat] : now)
        if (const auto other = anew.find(id); other == anew.end() || !(other->second == flat))
            return QStringLiteral("%1 %2 is %3, anew %4")
                .arg(QLatin1String(what))
                .arg(id)
                .arg(words(flat), other == anew.end() ? QStringLiteral("absent") : words(other->second));
    return now.size() == anew.size() ? QString() : QStringLiteral("a %1 is missing").arg(QLatin1String(what));
}

} // namespace

LineWorld::LineWorld(std::uint32_t seed, int debits, int credits) : m_random(seed)
{
    for (int n = 1; n <= customerCount; ++n) {
        Customer c;
        c.id = CustomerId(n);
        c.externalId = c.name = QString::number(n);
        m_customers.put(c);
    }
    for (int n = 1; n <= 2; ++n) {
        Company c;
        c.id = CompanyId(n);
        c.code = QString::number(n);
        m_companies.put(c);
    }
    for (int n = 0; n < debits; ++n) {
        const PostedDebit d = anyDebit();
        m_lines.debits[d.id.value] = d;
    }
    for (int n = 0; n < credits; ++n) {
        const PostedCredit c = anyCredit();
        m_lines.credits[c.id.value] = c;
    }
    m_ledger = built(m_lines).value();
}

template <class Map> const typename Map::mapped_type* LineWorld::anyOf(const Map& map)
{
    if (map.empty())
        return nullptr;
    const auto from = map.lower_bound(pick(1, m_next)); // spread over the ids
    return from == map.end() ? &map.begin()->second : &from->second;
}

Currency LineWorld::anyCurrency()
{
    constexpr std::array<std::string_view, 3> codes{"USD", "EUR", "JPY"};
    return Currency::parse(codes[std::size_t(pick(0, 2))]).value();
}

PostedDebit LineWorld::anyDebit()
{
    PostedDebit d;
    d.id = DebitId(m_next++);
    d.customer = CustomerId(pick(1, customerCount));
    d.company = CompanyId(pick(0, 2));
    d.kind = DebitKind(pick(0, 2));
    d.dueSource = DueSource(pick(0, 3));
    d.date = Date(firstDay + std::int32_t(pick(0, 60)));
    d.due = d.date + int(pick(0, 30));
    d.terms = std::int16_t(pick(-1, 30));
    d.currency = anyCurrency();
    d.amount = pick(0, 9) == 0 ? 0 : pick(1, 500);
    d.number = QStringLiteral("INV-") + QString::number(d.id.value);
    if (pick(0, 3) == 0) {
        d.poNumber = QStringLiteral("PO %1").arg(d.id.value);
        d.netAmount = d.amount / 2;
        d.serviceDate = d.date;
        d.deliveredOn = d.date + 1;
        d.product = QStringLiteral("Pumps %1").arg(pick(1, 4));
        d.billingFormat = QStringLiteral("portal");
    }
    return d;
}

PostedCredit LineWorld::anyCredit()
{
    PostedCredit c;
    c.id = CreditId(m_next++);
    c.customer = CustomerId(pick(0, 9) == 0 ? 0 : pick(1, customerCount));
    c.company = CompanyId(pick(0, 2));
    c.kind = std::array{CreditKind::Payment, CreditKind::Payment, CreditKind::CreditNote, CreditKind::Deposit,
                        CreditKind::Recovery}[std::size_t(pick(0, 4))];
    c.date = Date(firstDay + std::int32_t(pick(0, 80)));
    if (pick(0, 2) == 0)
        c.clearedOn = c.date + 2;
    c.currency = anyCurrency();
    c.amount = pick(0, 9) == 0 ? 0 : pick(1, 700);
    c.reference = QStringLiteral("REF-") + QString::number(c.id.value);
    return c;
}

std::int32_t LineWorld::reversedOn(CreditId id) const
{
    std::int32_t day = farFuture;
    for (const auto& [other, c] : m_lines.credits)
        if (c.kind == CreditKind::Reversal && c.reverses == id)
            day = std::min(day, c.date.days());
    return day;
}

// The least that is open of it on any day.
std::int64_t LineWorld::leastOpen(const PostedDebit& d) const
{
    std::map<std::int32_t, std::int64_t> moves;
    for (const auto& [id, a] : m_lines.allocations)
        if (a.debit == d.id) {
            const std::int32_t from =
                std::max({a.date.days(), d.date.days(), m_lines.credits.at(a.credit.value).date.days()});
            const std::int32_t until = reversedOn(a.credit);
            if (from < until) {
                moves[from] -= a.amount;
                moves[until] += a.amount;
            }
        }
    for (const auto& [id, w] : m_lines.writeOffs)
        if (w.debit == d.id)
            moves[std::max(w.date.days(), d.date.days())] -= w.amount;
    std::int64_t open = d.amount, least = d.amount;
    for (const auto& [day, by] : moves)
        least = std::min(least, open += by);
    return least;
}

std::int64_t LineWorld::unapplied(const PostedCredit& c) const
{
    std::int64_t left = c.amount;
    for (const auto& [id, a] : m_lines.allocations)
        if (a.credit == c.id)
            left -= a.amount;
    return left;
}

void LineWorld::settleSomething(PostedChange& out)
{
    const PostedDebit* d = anyOf(m_lines.debits);
    const std::int64_t open = d ? leastOpen(*d) : 0;
    if (open <= 0)
        return;
    const Date day(firstDay + std::int32_t(pick(0, 90)));
    if (pick(0, 3) == 0) {
        out.in.writeOffs.push_back({WriteOffId(m_next++), d->id, day, pick(1, open), QStringLiteral("small")});
        return;
    }
    for (int tries = 0; tries < 8; ++tries) {
        const PostedCredit* c = anyOf(m_lines.credits);
        if (!c || c->currency != d->currency || c->kind == CreditKind::Reversal)
            continue;
        if (const std::int64_t most = std::min(open, unapplied(*c)); most > 0) {
            const std::int64_t amount = pick(0, 1) == 0 ? most : pick(1, most);
            out.in.allocations.push_back({AllocationId(m_next++), d->id, c->id, day, amount});
            if (amount > 1 && pick(0, 3) == 0) { // in two
                out.in.allocations.back().amount = amount - 1;
                out.in.allocations.push_back({AllocationId(m_next++), d->id, c->id, day + 1, 1});
            }
            return;
        }
    }
}

void LineWorld::unsettleSomething(PostedChange& out)
{
    if (const PostedAllocation* a = anyOf(m_lines.allocations); a && pick(0, 1) == 0)
        out.out.allocations.push_back(*a);
    else if (const PostedWriteOff* w = anyOf(m_lines.writeOffs))
        out.out.writeOffs.push_back(*w);
}

void LineWorld::reverseSomething(PostedChange& out)
{
    const PostedCredit* c = anyOf(m_lines.credits);
    if (!c || c->kind != CreditKind::Payment)
        return;
    PostedCredit r = *c;
    r.id = CreditId(m_next++);
    r.kind = CreditKind::Reversal;
    r.date = c->date + int(pick(0, 10)) - 2; // also before what it takes back took effect
    r.reverses = c->id;
    out.in.credits.push_back(r);
}

// A line with all that hangs on it.
void LineWorld::retractSomething(PostedChange& out)
{
    const auto taken = [&out](const PostedAllocation& a) {
        return std::ranges::find(out.out.allocations, a) != out.out.allocations.end();
    };
    if (const PostedDebit* d = anyOf(m_lines.debits); d && pick(0, 1) == 0) {
        for (const auto& [id, a] : m_lines.allocations)
            if (a.debit == d->id && !taken(a))
                out.out.allocations.push_back(a);
        for (const auto& [id, w] : m_lines.writeOffs)
            if (w.debit == d->id)
                out.out.writeOffs.push_back(w);
        out.out.debits.push_back(*d);
    } else if (const PostedCredit* c = anyOf(m_lines.credits)) {
        for (const auto& [id, other] : m_lines.credits)
            if (other.reverses == c->id)
                out.out.credits.push_back(other);
        for (const auto& [id, a] : m_lines.allocations)
            if (a.credit == c->id && !taken(a))
                out.out.allocations.push_back(a);
        out.out.credits.push_back(*c);
    }
}

PostedChange LineWorld::anyChange()
{
    for (;;) {
        PostedChange out;
        switch (pick(0, 9)) {
        case 0: out.in.debits.push_back(anyDebit()); break;
        case 1: out.in.credits.push_back(anyCredit()); break;
        case 2: unsettleSomething(out); break;
        case 3: retractSomething(out); break;
        case 4: reverseSomething(out); break;
        case 5: // several lines at once, one of them new and settled at once
            out.in.debits.push_back(anyDebit());
            out.in.debits.push_back(anyDebit());
            if (const std::int64_t amount = out.in.debits.back().amount; amount > 0)
                out.in.writeOffs.push_back({WriteOffId(m_next++), out.in.debits.back().id, out.in.debits.back().date,
                                            amount, QStringLiteral("at once")});
            break;
        default: settleSomething(out); break;
        }
        if (out.isEmpty())
            continue;
        LineWorld tried = *this; // a reversal that goes lets its payment count again: it may no longer fit
        tried.m_lines = m_lines;
        erase(tried.m_lines.allocations, out.out.allocations);
        erase(tried.m_lines.credits, out.out.credits);
        const bool fits = std::ranges::all_of(tried.m_lines.debits, [&](const auto& d) {
            return out.out.credits.empty() || tried.leastOpen(d.second) >= 0;
        });
        if (fits)
            return out;
    }
}

void LineWorld::apply(const PostedChange& change)
{
    auto next = m_ledger->with(change, m_customers, m_companies);
    m_error = next ? QString() : next.error().message();
    if (!next)
        return;
    m_ledger = *next;
    applyTo(m_lines, change);
}

bool LineWorld::agreesOn(const PostedChange& change) const
{
    Lines lines = m_lines;
    applyTo(lines, change);
    return built(lines).has_value() == m_ledger->with(change, m_customers, m_companies).has_value();
}

PostedChange LineWorld::anyBoldChange()
{
    PostedChange out;
    const PostedDebit* d = anyOf(m_lines.debits);
    const PostedCredit* c = anyOf(m_lines.credits);
    if (!d || !c)
        return out;
    const Date day(firstDay + std::int32_t(pick(0, 90)));
    const std::int64_t amount = pick(1, std::max<std::int64_t>(1, leastOpen(*d)) + 60);
    if (pick(0, 1) == 0)
        out.in.writeOffs.push_back({WriteOffId(m_next++), d->id, day, amount, {}});
    else
        out.in.allocations.push_back({AllocationId(m_next++), d->id, c->id, day, amount});
    if (pick(0, 2) == 0)
        unsettleSomething(out);
    if (pick(0, 4) == 0)
        out.out.credits.push_back(*c); // alone, whatever hangs on it
    return out;
}

Result<std::shared_ptr<const Ledger>> LineWorld::built(const Lines& lines) const
{
    LedgerBuilder b(m_customers.size());
    const auto add = [&](const PostedCredit& c) {
        const QByteArray reference = c.reference.toUtf8();
        CreditRow r;
        r.id = c.id.value;
        r.kind = c.kind;
        r.customer = c.customer ? m_customers.rowOf(c.customer) : noRow;
        r.company = c.company ? std::uint16_t(m_companies.rowOf(c.company) + 1) : noCompany;
        r.currency = c.currency.index();
        r.date = c.date.days();
        r.clearedOn = c.clearedOn.isValid() ? c.clearedOn.days() : -farFuture;
        r.amount = c.amount;
        r.reference = view(reference);
        r.reverses = c.reverses.value;
        b.addCredit(r);
    };
    for (const bool reversals : {false, true}) // after what they reverse
        for (const auto& [id, c] : lines.credits)
            if ((c.kind == CreditKind::Reversal) == reversals)
                add(c);
    std::map<std::int64_t, std::vector<SettlementRow>> settlements;
    for (const auto& [id, a] : lines.allocations)
        settlements[a.debit.value].push_back({a.credit.value, a.date.days(), a.amount, id});
    for (const auto& [id, w] : lines.writeOffs)
        settlements[w.debit.value].push_back({0, w.date.days(), w.amount, id});
    for (const auto& [id, d] : lines.debits) {
        const QByteArray number = d.number.toUtf8(), po = d.poNumber.toUtf8();
        DebitRow r;
        r.id = id;
        r.kind = d.kind;
        r.dueSource = d.dueSource;
        r.customer = m_customers.rowOf(d.customer);
        r.company = d.company ? std::uint16_t(m_companies.rowOf(d.company) + 1) : noCompany;
        r.currency = d.currency.index();
        r.product = b.products().code(d.product);
        r.billingFormat = b.billingFormats().code(d.billingFormat);
        r.terms = d.terms;
        r.date = d.date.days();
        r.due = d.due.days();
        r.serviceDate = d.serviceDate.isValid() ? d.serviceDate.days() : -farFuture;
        r.deliveredOn = d.deliveredOn.isValid() ? d.deliveredOn.days() : -farFuture;
        r.amount = d.amount;
        r.netAmount = d.netAmount;
        r.number = view(number);
        r.poNumber = view(po);
        b.addDebit(r, settlements[id]);
    }
    return b.finish();
}

QString LineWorld::difference() const
{
    const Picture now = picture(*m_ledger), anew = picture(*built(m_lines).value());
    for (const QString& other :
         {firstOtherThan(now.debits, anew.debits, "debit"), firstOtherThan(now.credits, anew.credits, "credit"),
          firstOtherThan(now.open, anew.open, "open amount")})
        if (!other.isEmpty())
            return other;
    if (now.debitsOf != anew.debitsOf || now.creditsOf != anew.creditsOf || !now.areRowsAscending)
        return QStringLiteral("the rows of a customer differ");
    if (now.firstDate != anew.firstDate || now.lastEvent != anew.lastEvent)
        return QStringLiteral("first or last day differ");
    return now.lastPayment == anew.lastPayment ? QString() : QStringLiteral("the last payments differ");
}

} // namespace duedesk
