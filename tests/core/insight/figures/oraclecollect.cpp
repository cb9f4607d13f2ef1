// The oracle's own reading of promises, plans, disputes and what is to be collected: straight from the definitions,
// one line after the other, without the product's helpers.
#include "tests/core/insight/figures/oracle.h"

#include <algorithm>
#include <random>
#include <set>

namespace duedesk {

QString Oracle::payerOf(CustomerId id) const
{
    for (const Customer& c : m_made.records<Customer>())
        if (c.id == id)
            return customerKey(c.externalId, Segment::Payer);
    throw std::out_of_range("no such customer");
}

const CreditRow& Oracle::creditRow(std::int64_t id) const
{
    for (const auto& c : m_made.credits())
        if (c.row.id == id)
            return c.row;
    throw std::out_of_range("no such credit");
}

std::size_t Oracle::debitAt(DebitId id) const
{
    for (std::size_t i = 0; i < m_made.debits().size(); ++i)
        if (m_made.debits()[i].row.id == id.value)
            return i;
    throw std::out_of_range("no such debit");
}

Date Oracle::workingDays(Date day, int n) const
{
    while (n > 0) {
        day = day + 1;
        bool off = day.weekday() > 5;
        for (const Holiday& h : m_made.records<Holiday>())
            off = off || (h.calendar.isEmpty() && h.date == day);
        n -= off ? 0 : 1;
    }
    return day;
}

std::optional<Date> Oracle::cashOf(const QString& company) const
{
    for (const Company& c : m_made.records<Company>())
        if (c.code == company && c.cashThrough.isValid())
            return c.cashThrough;
    std::optional<Date> latest;
    for (const auto& c : m_made.credits()) {
        // Imported before its own date came: by then nothing was known beyond the day of the import.
        const Date told =
            std::min(Date(c.row.date), c.row.knownOn == farFuture ? Date(c.row.date) : Date(c.row.knownOn));
        if (c.company == company && c.row.kind == CreditKind::Payment && (!latest || told > *latest))
            latest = told;
    }
    return latest;
}

// "For a payer it is the earliest over the companies of its open items and of its credits in the window, never over a
// company that has nothing to do with it": what came after the window is not in question, what is in question counts
// although it is settled.
std::optional<Date> Oracle::cashKnown(const QString& payer, const std::vector<PromiseLine>& lines, Date first,
                                      Date last, Date d) const
{
    std::set<QString> asked, ever;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const auto& x = m_made.debits()[i];
        const bool inQuestion =
            std::any_of(lines.begin(), lines.end(), [&](const PromiseLine& l) { return l.debit.value == x.row.id; });
        const bool own = payerOf(customerOf(x.customer).id) == payer;
        if (own)
            ever.insert(x.company);
        if (inQuestion || (own && Date(x.row.date) <= last && open(i, d) > 0))
            asked.insert(x.company);
    }
    for (const auto& c : m_made.credits())
        if (!c.customer.isEmpty() && payerOf(customerOf(c.customer).id) == payer) {
            ever.insert(c.company);
            if (first <= Date(c.row.date) && Date(c.row.date) <= last)
                asked.insert(c.company);
        }
    std::optional<Date> earliest;
    const auto take = [&earliest](std::optional<Date> day) { earliest = earliest ? std::min(*earliest, *day) : *day; };
    if (ever.empty() && asked.empty()) { // nobody's: whatever the book knows
        for (const Company& c : m_made.records<Company>())
            ever.insert(c.code);
        ever.insert(QString());
        for (const QString& company : ever)
            if (const auto day = cashOf(company))
                take(day);
        return earliest;
    }
    for (const QString& company : asked.empty() ? ever : asked) {
        auto day = cashOf(company);
        if (!day && !company.isEmpty()) {
            day = cashOf({}); // paid without a company being named
            if (!day)
                return std::nullopt;
        }
        if (day)
            take(day);
    }
    return earliest;
}

Date Oracle::from(const SettlementRow& s, std::size_t debit) const
{
    std::int32_t day = std::max(s.date, m_made.debits()[debit].row.date);
    if (s.creditId == 0)
        return Date(s.date); // a write-off carries its own date
    return Date(std::max(day, creditRow(s.creditId).date));
}

bool Oracle::isPayment(const SettlementRow& s) const
{
    return s.creditId != 0 && creditRow(s.creditId).kind != CreditKind::CreditNote;
}

std::int64_t Oracle::paid(const std::vector<PromiseLine>& lines, const Span& span, Date d) const
{
    std::int64_t sum = 0;
    for (const PromiseLine& line : lines) {
        const std::size_t i = debitAt(line.debit);
        for (const SettlementRow& s : m_made.debits()[i].settlements)
            if (isPayment(s) && inEffect(s, i, d) && span.has(from(s, i)))
                sum += s.amount;
    }
    return sum;
}

std::int64_t Oracle::credited(const std::vector<PromiseLine>& lines, const Span& span, Date d) const
{
    const Span since{span.madeOn, span.firstDay, d};
    std::int64_t sum = 0;
    for (const PromiseLine& line : lines) {
        const std::size_t i = debitAt(line.debit);
        std::int64_t ofLine = 0;
        for (const SettlementRow& s : m_made.debits()[i].settlements)
            if (!isPayment(s) && inEffect(s, i, d) && since.has(from(s, i)))
                ofLine += s.amount;
        sum += std::min(ofLine, line.amount);
    }
    return sum;
}

// The payer's payments of the days, less what of them went to these lines and to the lines of its other agreements.
std::int64_t Oracle::elsewhere(const Agreed& a, const Span& span, Date d) const
{
    const auto own = [&](const CreditRow& c) {
        for (const auto& x : m_made.credits())
            if (x.row.id == c.id)
                return payerOf(customerOf(x.customer).id) == a.payer && span.has(Date(c.date));
        return false;
    };
    std::int64_t sum = 0;
    for (const auto& c : m_made.credits()) {
        const Date reversed = reversedOn(c.row.id);
        if (c.row.kind == CreditKind::Payment && own(c.row) && c.row.currency == a.currency.index()
            && Date(c.row.date) <= d && !(reversed.isValid() && reversed <= d))
            sum += c.row.amount;
    }
    std::vector<std::size_t> taken; // debits whose money is spoken for
    const auto take = [&](const std::vector<PromiseLine>& lines) {
        for (const PromiseLine& line : lines)
            if (const std::size_t i = debitAt(line.debit); std::find(taken.begin(), taken.end(), i) == taken.end())
                taken.push_back(i);
    };
    take(a.lines);
    const auto over = [d](Date day) { return day.isValid() && day <= d; };
    for (const Promise& p : m_made.records<Promise>())
        if (&p != a.promise && payerOf(p.customer) == a.payer && p.currency == a.currency && p.madeOn <= d
            && !over(p.withdrawnOn) && !over(p.replacedOn))
            take(p.lines);
    for (const Plan& p : m_made.records<Plan>())
        if (&p != a.plan && payerOf(p.customer) == a.payer && p.currency == a.currency && p.madeOn <= d
            && (!p.needsApproval || over(p.approvedOn)) && !over(p.withdrawnOn) && !over(p.replacedOn))
            take(p.lines);
    for (const std::size_t i : taken)
        for (const SettlementRow& s : m_made.debits()[i].settlements)
            if (isPayment(s) && inEffect(s, i, d) && span.has(from(s, i)) && own(creditRow(s.creditId)))
                sum -= s.amount;
    return std::max<std::int64_t>(0, sum);
}

bool Oracle::reaches(std::int64_t counted, std::int64_t target, Currency currency, Date d) const
{
    const std::int64_t missing = target - counted;
    if (missing <= 0)
        return true;
    if (Int128(missing) * 10 > target)
        return false;
    if (Int128(missing) * 100 <= target)
        return true;
    // 25 base, compared without rounding: missing x rate <= 25, both in base minor units x 10^k.
    const Rate* best = nullptr;
    for (const Rate& r : m_made.records<Rate>())
        if (r.currency == currency && r.validFrom <= d && (!best || r.validFrom >= best->validFrom))
            best = &r;
    if (currency != m_made.base() && !best)
        return true;
    Int128 left = missing, right = 25;
    for (int k = 0; k < m_made.base().exponent(); ++k)
        right *= 10;
    if (currency != m_made.base()) {
        left *= best->rate.mantissa();
        for (int k = 0; k < m_made.base().exponent(); ++k)
            left *= 10;
        for (int k = 0; k < best->rate.scale() + currency.exponent(); ++k)
            right *= 10;
    }
    return left <= right;
}

std::vector<PromiseLine> Oracle::linesOf(const Promise& p) const
{
    if (!p.lines.empty())
        return p.lines;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const auto& x = m_made.debits()[i];
        if (x.row.currency == p.currency.index() && payerOf(customerOf(x.customer).id) == payerOf(p.customer)
            && this->open(i, p.madeOn) > 0)
            open.push_back(i);
    }
    std::stable_sort(open.begin(), open.end(), [this](std::size_t a, std::size_t b) { return due(a) < due(b); });
    std::vector<PromiseLine> out;
    std::int64_t left = p.amount;
    for (const std::size_t i : open)
        if (left > 0) {
            out.push_back({DebitId(m_made.debits()[i].row.id), std::min(left, this->open(i, p.madeOn))});
            left -= out.back().amount;
        }
    return out;
}

bool Oracle::isLive(const Promise& p, Date d) const
{
    if (p.madeOn > d || (p.withdrawnOn.isValid() && p.withdrawnOn <= d)
        || (p.replacedOn.isValid() && p.replacedOn <= d))
        return false;
    const Date deadline = workingDays(p.promisedFor, 3);
    const Span span{p.madeOn, p.imported || p.enteredOn > p.madeOn, deadline};
    const std::vector<PromiseLine> lines = linesOf(p);
    const std::int64_t target = p.amount - credited(lines, span, d);
    std::int64_t counted = paid(lines, span, d);
    if (p.lines.empty())
        counted += elsewhere({&p, nullptr, payerOf(p.customer), p.currency, lines}, span, d);
    if (target <= 0 || reaches(counted, target, p.currency, d))
        return false;
    const auto known = cashKnown(payerOf(p.customer), lines, span.first(), deadline, d);
    return d <= deadline || !known || *known < deadline;
}

// Of a plan on schedule: what its instalments not judged yet ask for beyond what is paid.
std::int64_t Oracle::stillToCome(const Plan& p, Date d) const
{
    const auto over = [d](Date day) { return day.isValid() && day <= d; };
    if (p.madeOn > d || (p.needsApproval && !over(p.approvedOn)) || over(p.withdrawnOn) || over(p.replacedOn))
        return 0;
    const Agreed self{nullptr, &p, payerOf(p.customer), p.currency, p.lines};
    std::int64_t sum = 0, asked = 0, judgedUpTo = 0, keptElsewhere = 0;
    bool anyLive = false;
    for (const PlanInstalment& i : p.instalments) {
        sum += i.amount;
        const Date deadline = workingDays(i.due, 3);
        const Span span{p.madeOn, p.enteredOn > p.madeOn, deadline};
        const std::int64_t target = sum - credited(p.lines, span, d);
        const std::int64_t counted = paid(p.lines, span, d);
        const bool met = target <= 0 || reaches(counted, target, p.currency, d);
        const auto known = cashKnown(payerOf(p.customer), p.lines, span.first(), deadline, d);
        std::int64_t other = 0;
        if (!met && (d <= deadline || !known || *known < deadline)) {
            anyLive = true;
        } else {
            if (!met) {
                other = elsewhere(self, span, d);
                if (other == 0 || !reaches(counted + other, target, p.currency, d)) {
                    other = 0;
                    if (counted + keptElsewhere <= asked)
                        return 0; // nothing of this instalment came: broken, the rest is asked for again
                }
            }
            judgedUpTo = std::max({judgedUpTo, target, std::int64_t(0)});
        }
        asked = std::max<std::int64_t>(0, target);
        keptElsewhere = other;
    }
    if (!anyLive)
        return 0;
    const Span now{p.madeOn, p.enteredOn > p.madeOn, d};
    const std::int64_t done = std::max(paid(p.lines, now, d), judgedUpTo);
    return std::max<std::int64_t>(0, sum - credited(p.lines, now, d) - done);
}

std::vector<Oracle::Held> Oracle::held(Date d) const
{
    std::vector<Held> out(m_made.debits().size());
    for (const Dispute& x : m_made.records<Dispute>())
        if (x.openedOn <= d && !(x.resolvedOn.isValid() && x.resolvedOn <= d)) {
            const std::size_t i = debitAt(x.debit);
            const std::int64_t left = open(i, d) - out[i].all();
            out[i].disputed += x.amount == 0 ? left : std::min(left, x.amount);
        }
    for (const Plan& p : m_made.records<Plan>()) {
        std::int64_t left = stillToCome(p, d);
        const Span since{p.madeOn, p.enteredOn > p.madeOn, d};
        for (std::size_t k = p.lines.size(); k-- > 0;) { // what comes first pays the first lines
            const std::size_t i = debitAt(p.lines[k].debit);
            const std::int64_t waits = std::max<std::int64_t>(
                0, std::min({left, open(i, d), p.lines[k].amount - paid({p.lines[k]}, since, d)}));
            out[i].planned += std::min(waits, open(i, d) - out[i].all());
            left -= waits;
        }
    }
    for (const Promise& p : m_made.records<Promise>())
        if (isLive(p, d)) {
            const Span since{p.madeOn, p.imported || p.enteredOn > p.madeOn, d};
            for (const PromiseLine& line : linesOf(p)) {
                const std::size_t i = debitAt(line.debit);
                const std::int64_t waits = std::max<std::int64_t>(0, line.amount - paid({line}, since, d));
                out[i].promised += std::min(waits, open(i, d) - out[i].all());
            }
        }
    return out;
}

std::map<QString, std::int64_t> Oracle::toBeCollected(Date d) const
{
    const std::vector<Held> out = held(d);
    std::map<QString, std::map<std::uint16_t, std::int64_t>> rest;
    for (std::size_t i = 0; i < m_made.debits().size(); ++i) {
        const auto& x = m_made.debits()[i];
        if (open(i, d) > 0 && due(i) < d)
            rest[payerOf(customerOf(x.customer).id)][x.row.currency] += open(i, d) - out[i].all();
    }
    for (std::size_t k = 0; k < m_made.credits().size(); ++k) {
        const auto& c = m_made.credits()[k];
        const auto payer = rest.find(payerOf(customerOf(c.customer).id));
        if (payer != rest.end() && (c.row.kind == CreditKind::Payment || c.row.kind == CreditKind::CreditNote))
            payer->second[c.row.currency] -= unapplied(k, d);
    }
    std::map<QString, std::int64_t> sums;
    for (const auto& [payer, currencies] : rest) {
        sums[payer] = 0;
        for (const auto& [currency, amount] : currencies)
            sums[payer] += toBase(std::max<std::int64_t>(0, amount), currency, d).value_or(0);
    }
    return sums;
}

namespace {

class Dice {
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    unsigned operator()() { return unsigned(m_engine()); }

private:
    std::mt19937 m_engine;
};

// Splits what is open among some items of one payer and currency; empty when nothing is.
struct Choice {
    CustomerId customer;
    Currency currency;
    std::vector<PromiseLine> lines;
    std::int64_t sum = 0;
};

Choice chooseLines(BookMaker& b, Dice& dice, Date madeOn)
{
    const Oracle oracle(b);
    Choice out;
    QString payer;
    for (std::size_t i = 0; i < b.debits().size(); ++i) {
        const auto& x = b.debits()[i];
        const std::int64_t open = oracle.open(i, madeOn);
        const Customer& customer = b.customer(x.customer);
        CustomerId payerId = customer.payer ? customer.payer : customer.id;
        if (open <= 0 || dice() % 3 == 0 || (!out.lines.empty() && out.lines.size() >= 3))
            continue;
        if (out.lines.empty()) {
            out.customer = payerId;
            out.currency = Currency::fromIndex(x.row.currency);
        } else if (payerId != out.customer || out.currency != Currency::fromIndex(x.row.currency)) {
            continue;
        }
        const std::int64_t part = dice() % 2 == 0 ? open : 1 + std::int64_t(dice()) % open;
        out.lines.push_back({DebitId(x.row.id), part});
        out.sum += part;
    }
    return out;
}

void addPromise(BookMaker& b, Dice& dice, Date madeOn)
{
    const Choice c = chooseLines(b, dice, madeOn);
    if (c.lines.empty())
        return;
    Promise p;
    p.customer = c.customer;
    p.currency = c.currency;
    p.amount = c.sum;
    if (dice() % 4 != 0)
        p.lines = c.lines;
    p.madeOn = p.enteredOn = madeOn;
    p.promisedFor = madeOn + int(dice() % 30);
    p.imported = dice() % 4 == 0;
    if (dice() % 5 == 0)
        p.enteredOn = madeOn + 2;
    if (dice() % 6 == 0)
        p.withdrawnOn = madeOn + int(dice() % 30);
    if (dice() % 8 == 0)
        p.replacedOn = madeOn + int(dice() % 30);
    b.add(p);
}

void addPlan(BookMaker& b, Dice& dice, Date madeOn)
{
    const Choice c = chooseLines(b, dice, madeOn);
    if (c.lines.empty())
        return;
    Plan p;
    p.customer = c.customer;
    p.currency = c.currency;
    p.lines = c.lines;
    p.madeOn = p.enteredOn = madeOn;
    const std::int64_t n = std::min<std::int64_t>(c.sum, 1 + dice() % 4);
    Date due = madeOn + int(dice() % 10);
    for (std::int64_t k = 0, left = c.sum; k < n; ++k) {
        const std::int64_t part = k + 1 == n ? left : std::max<std::int64_t>(1, left / (n - k));
        p.instalments.push_back({due, part});
        left -= part;
        due = due + 7 + int(dice() % 30);
    }
    p.needsApproval = dice() % 4 == 0;
    if (p.needsApproval && dice() % 2 == 0)
        p.approvedOn = madeOn + int(dice() % 10);
    if (dice() % 8 == 0)
        p.withdrawnOn = madeOn + int(dice() % 60);
    b.add(p);
}

} // namespace

BookMaker randomCollectBook(unsigned seed)
{
    BookMaker b = randomBook(seed);
    Dice dice(seed * 2654435761U + 1);
    const auto someDay = [&dice] { return day("2024-01-10") + int(dice() % 420); };
    for (unsigned n = dice() % 6; n > 0; --n)
        addPromise(b, dice, someDay());
    for (unsigned n = dice() % 5; n > 0; --n)
        addPlan(b, dice, someDay());
    for (unsigned n = b.debits().empty() ? 0 : dice() % 4; n > 0; --n) {
        const auto& debit = b.debits()[dice() % b.debits().size()];
        Dispute& x = b.dispute(debit, someDay().isoString());
        x.amount = dice() % 3 == 0 ? 0 : 1 + std::int64_t(dice() % 30'000);
        if (dice() % 2 == 0)
            x.resolvedOn = x.openedOn + int(dice() % 90);
    }
    for (unsigned n = dice() % 4; n > 0; --n)
        b.holiday(someDay().isoString());
    for (const char* code : {"0010", "U2"})
        if (dice() % 3 == 0)
            b.company(QString::fromLatin1(code)).cashThrough = someDay();
    return b;
}

} // namespace duedesk
