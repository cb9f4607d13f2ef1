#include "core/practice/simulation.h"

#include "core/practice/names.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace duedesk {
namespace {

constexpr std::array tiers = {"standard", "standard", "standard", "small", "small", "key", "strategic"};
constexpr std::array regions = {"North", "South", "East", "West", "Central", "Overseas"};
constexpr std::array industries = {"Transport", "Food", "Health", "Construction", "Retail", "Energy", "Software"};
constexpr std::array sizes = {"small", "medium", "large"};
constexpr std::array owners = {"ana", "lena", "tom", "marc"};
constexpr std::array products = {"Subscription", "Support", "Hardware", "Services"};
constexpr std::array termsDays = {14, 30, 30, 30, 45, 60};

struct Place {
    const char *country, *zone;
};
constexpr std::array places = {Place{"US", "America/New_York"},    Place{"US", "America/Chicago"},
                               Place{"GB", "Europe/London"},       Place{"DE", "Europe/Berlin"},
                               Place{"US", "America/Los_Angeles"}, Place{"FR", "Europe/Paris"}};

template <std::size_t N> const char* pick(Rng& rng, const std::array<const char*, N>& a)
{
    return a[std::size_t(rng.below(int(N)))];
}

// The day this customer's money arrives for an invoice: terms, manner, drift, then the next pay run.
std::int32_t payDay(Rng& rng, const SimCustomer& c, const SimInvoice& inv, std::int32_t start)
{
    double late = c.delay + c.spread * rng.normal() + c.drift * double(inv.date - start) / 365.0;
    if (rng.chance(c.losesInvoices))
        late += 25 + 60 * rng.unit();
    std::int32_t day = std::max(inv.date + 1, inv.due + std::int32_t(std::lround(late)));
    const auto weekday = [](std::int32_t d) { return Date(d).weekday(); };
    if (c.payWeekday != 0)
        while (weekday(day) != c.payWeekday)
            ++day;
    else
        while (weekday(day) > 5)
            ++day;
    return day;
}

struct Pending {
    std::int32_t day;
    std::uint32_t invoice;
};

class Payer {
public:
    Payer(Simulation& sim, std::int32_t until, Rng& rng) : m_sim(sim), m_until(until), m_rng(rng) {}

    // All payments of one customer whose invoices fall due for payment on the listed days (ascending).
    void pay(std::uint32_t customer, std::vector<Pending>& pending)
    {
        std::sort(pending.begin(), pending.end(), [](const Pending& a, const Pending& b) {
            return a.day != b.day ? a.day < b.day : a.invoice < b.invoice;
        });
        for (std::size_t i = 0; i < pending.size();) {
            std::size_t end = i + 1; // one run pays what is ready that day, up to five invoices at once
            while (end < pending.size() && end - i < 5 && pending[end].day == pending[i].day)
                ++end;
            if (pending[i].day <= m_until)
                run(customer, std::span(pending).subspan(i, end - i));
            i = end;
        }
    }

private:
    void run(std::uint32_t customer, std::span<const Pending> items)
    {
        const std::uint32_t reference = ++m_reference;
        const std::int32_t day = items.front().day;
        const std::size_t from = m_sim.payments.size();
        std::int64_t sum = 0;
        for (const Pending& p : items) {
            const std::int64_t all = m_sim.invoices[p.invoice].cents;
            std::int64_t part = all;
            if (m_rng.chance(0.06)) { // a part now, the rest later or never
                part = std::max<std::int64_t>(1, all * m_rng.between(40, 95) / 100);
                const std::int32_t rest = day + m_rng.between(10, 60);
                if (part < all && m_rng.chance(0.8) && rest <= m_until)
                    m_later.push_back({rest, p.invoice, all - part, customer});
            }
            m_sim.payments.push_back({reference, customer, day, 0, p.invoice + 1, part, false});
            sum += part;
        }
        if (m_rng.chance(0.01)) { // paid too much
            const std::int64_t extra = m_rng.between(100, 50000);
            m_sim.payments.push_back({reference, customer, day, 0, 0, 0, false});
            sum += extra;
        }
        for (std::size_t k = from; k < m_sim.payments.size(); ++k)
            m_sim.payments[k].cents = sum;
    }

public:
    struct Later {
        std::int32_t day;
        std::uint32_t invoice;
        std::int64_t cents;
        std::uint32_t customer;
    };
    void payRests()
    {
        for (const Later& l : m_later) {
            const bool writeOff = l.cents < 5000 && m_rng.chance(0.5);
            m_sim.payments.push_back({++m_reference, l.customer, l.day, l.cents, l.invoice + 1, l.cents, writeOff});
        }
    }
    std::uint32_t nextReference() { return ++m_reference; }

private:
    Simulation& m_sim;
    std::int32_t m_until;
    Rng& m_rng;
    std::vector<Later> m_later;
    std::uint32_t m_reference = 0;
};

void makeInvoices(Simulation& sim, int count, Date until, int months, Rng& rng)
{
    std::vector<double> upTo; // cumulative shares, to draw a customer by its size
    double total = 0;
    for (const SimCustomer& c : sim.customers)
        upTo.push_back(total += c.share);
    const std::int32_t first = until.addMonths(-months).days() + 1;
    const std::int32_t days = until.days() - first + 1;
    sim.invoices.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        SimInvoice inv;
        inv.date = first + std::int32_t(std::int64_t(i) * days / count);
        const double x = rng.unit() * total;
        inv.customer = std::uint32_t(std::upper_bound(upTo.begin(), upTo.end(), x) - upTo.begin());
        inv.customer = std::min(inv.customer, std::uint32_t(sim.customers.size() - 1));
        const SimCustomer& c = sim.customers[inv.customer];
        inv.due = inv.date + c.terms;
        inv.cents = std::max<std::int64_t>(100, std::int64_t(c.scale * 100.0 * std::exp(0.8 * rng.normal() - 0.3)));
        inv.product = std::uint8_t(rng.below(int(products.size())));
        inv.creditNote = rng.chance(0.012);
        sim.invoices.push_back(inv);
    }
}

} // namespace

const char* productName(std::uint8_t product) { return products[product % products.size()]; }

std::vector<SimCustomer> simulateCustomers(int count, std::uint64_t seed)
{
    Rng rng(seed);
    std::vector<SimCustomer> out;
    out.reserve(std::size_t(count));
    for (int i = 0; i < count; ++i) {
        SimCustomer c;
        std::string number = std::to_string(i + 1);
        c.id = "C" + std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
        c.name = companyName(rng, i);
        c.tier = pick(rng, tiers);
        c.region = pick(rng, regions);
        c.industry = pick(rng, industries);
        c.size = pick(rng, sizes);
        c.owner = pick(rng, owners);
        const Place& p = places[std::size_t(rng.below(int(places.size())))];
        c.country = p.country;
        c.zone = p.zone;
        c.currency = "USD";
        c.terms = termsDays[std::size_t(rng.below(int(termsDays.size())))];
        const bool big = c.tier == "strategic" || c.tier == "key";
        c.scale = (big ? 4000.0 : c.tier == "small" ? 300.0 : 1200.0) * std::exp(0.5 * rng.normal());
        c.share = big ? 3.0 : c.tier == "small" ? 0.6 : 1.0;
        c.delay = rng.chance(0.55)  ? -1.0 + 3.0 * rng.unit()
                  : rng.chance(0.8) ? 4 + 10 * rng.unit()
                                    : 20 + 30 * rng.unit();
        c.spread = 1.0 + 5.0 * rng.unit();
        c.payWeekday = rng.chance(0.6) ? rng.between(1, 5) : 0;
        c.drift = rng.chance(0.15) ? 6.0 * rng.unit() : 0.0;
        c.losesInvoices = rng.chance(0.2) ? 0.08 : 0.01;
        c.limit = rng.chance(0.5) ? std::int64_t(c.scale * rng.between(4, 15)) : 0;
        out.push_back(std::move(c));
    }
    return out;
}

Simulation simulate(std::vector<SimCustomer> customers, int invoices, Date until, int months, std::uint64_t seed)
{
    Simulation sim;
    sim.customers = std::move(customers);
    if (sim.customers.empty())
        return sim;
    Rng rng(seed ^ 0x5bd1e995ULL);
    makeInvoices(sim, invoices, until, months, rng);
    const std::int32_t start = sim.invoices.empty() ? 0 : sim.invoices.front().date;
    std::vector<std::vector<Pending>> pending(sim.customers.size());
    for (std::uint32_t i = 0; i < sim.invoices.size(); ++i) {
        const SimInvoice& inv = sim.invoices[i];
        if (!inv.creditNote && !rng.chance(0.004)) // a few are never paid
            pending[inv.customer].push_back({payDay(rng, sim.customers[inv.customer], inv, start), i});
    }
    sim.payments.reserve(sim.invoices.size() + sim.invoices.size() / 8);
    Payer payer(sim, until.days(), rng);
    for (std::uint32_t c = 0; c < pending.size(); ++c)
        payer.pay(c, pending[c]);
    payer.payRests();
    std::stable_sort(sim.payments.begin(), sim.payments.end(), [](const SimPayment& a, const SimPayment& b) {
        return a.date != b.date ? a.date < b.date : a.reference < b.reference;
    });
    return sim;
}

} // namespace duedesk
