#include "core/practice/sample.h"

#include "core/base/calendar.h"
#include "core/base/money.h"
#include "core/practice/names.h"
#include "core/practice/simulation.h"

#include <algorithm>
#include <map>
#include <set>

namespace duedesk {
namespace {

struct OpenInvoice {
    std::uint32_t index;
    std::int64_t open;
};

std::string number(std::size_t index) { return "INV-" + std::to_string(10001 + index); }

// What stays open at the end, by customer: past due first.
std::vector<std::vector<OpenInvoice>> openByCustomer(const Simulation& sim)
{
    std::vector<std::int64_t> open(sim.invoices.size());
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i] = sim.invoices[i].creditNote ? 0 : sim.invoices[i].cents;
    for (const SimPayment& p : sim.payments)
        if (p.invoice != 0)
            open[p.invoice - 1] -= p.allocated;
    std::vector<std::vector<OpenInvoice>> out(sim.customers.size());
    for (std::uint32_t i = 0; i < open.size(); ++i)
        if (open[i] > 0)
            out[sim.invoices[i].customer].push_back({i, open[i]});
    for (auto& v : out)
        std::sort(v.begin(), v.end(), [&](const OpenInvoice& a, const OpenInvoice& b) {
            return sim.invoices[a.index].due < sim.invoices[b.index].due;
        });
    return out;
}

// Gives the first customers the parts that chance might leave out.
void castRoles(std::vector<SimCustomer>& customers)
{
    const auto set = [&](std::size_t i, auto&& f) {
        if (i < customers.size())
            f(customers[i]);
    };
    for (std::size_t i = 0; i < customers.size(); ++i) {
        if (i % 9 == 4) {
            customers[i].currency = "EUR";
            customers[i].country = "DE";
            customers[i].zone = "Europe/Berlin";
        } else if (i % 13 == 7) {
            customers[i].currency = "GBP";
            customers[i].country = "GB";
            customers[i].zone = "Europe/London";
        }
    }
    set(0, [](SimCustomer& c) {
        c.tier = "strategic";
        c.delay = 38;
        c.scale = 6000;
        c.limit = 9000;
    });
    set(1, [](SimCustomer& c) {
        c.tier = "key";
        c.delay = 55;
        c.scale = 3500;
        c.payWeekday = 4;
    });
    set(2, [](SimCustomer& c) {
        c.delay = 80;
        c.scale = 2500;
    });
    set(3, [](SimCustomer& c) {
        c.delay = -2;
        c.spread = 1;
        c.tier = "strategic";
        c.scale = 12000;
    });
    set(5, [](SimCustomer& c) {
        c.delay = 25;
        c.drift = 15;
        c.scale = 4000;
    });
}

std::string statusOf(std::size_t i)
{
    switch (i) {
    case 30: return "insolvent";
    case 31: return "prepaid";
    case 32: return "intercompany";
    case 33: return "legal";
    case 34: return "factored";
    default: return {};
    }
}

std::string customersCsv(const Simulation& sim, Date today)
{
    std::string t =
        "customer_id,name,parent_id,payer_id,tier,region,industry,size,country,currency,terms_days,credit_limit,"
        "owner,cs_owner,status,status_since,timezone\n";
    for (std::size_t i = 0; i < sim.customers.size(); ++i) {
        const SimCustomer& c = sim.customers[i];
        // 41 and 42 are sites of 40: one group, one payer.
        const std::string group = (i == 41 || i == 42) ? sim.customers[40].id : std::string();
        const std::string status = statusOf(i);
        t += c.id + ',' + c.name + ',' + group + ',' + group + ',' + c.tier + ',' + c.region + ',' + c.industry + ','
             + c.size + ',' + c.country + ',' + c.currency + ',' + std::to_string(c.terms) + ','
             + (c.limit > 0 ? std::to_string(c.limit) : std::string()) + ',' + (i % 17 == 16 ? std::string() : c.owner)
             + ',' + (c.tier == "strategic" || c.tier == "key" ? "nora" : "") + ',' + status + ','
             + (status.empty() ? std::string() : (today - 60).isoString()) + ',' + c.zone + '\n';
    }
    return t;
}

std::string contactsCsv(const Simulation& sim, Date today, Rng& rng)
{
    std::string t = "customer_id,name,role,email,phone,timezone,language,verified_on,billing\n";
    int serial = 0;
    for (std::size_t i = 0; i < sim.customers.size(); ++i) {
        const SimCustomer& c = sim.customers[i];
        if (i % 19 == 11)
            continue; // nobody known: "find a person"
        const std::string domain = slug(c.name) + ".example";
        std::set<std::string> names; // two people of one name at one customer are taken for one
        const auto add = [&](const std::string& role, bool billing, int verifiedDaysAgo) {
            std::string name = personName(rng);
            while (!names.insert(name).second)
                name = personName(rng);
            const std::string digits = std::to_string(1000 + serial++ % 9000);
            const std::string dial = c.country == "GB"   ? "+44 20 7946 "
                                     : c.country == "DE" ? "+49 30 5550 "
                                                         : "+1 555 010 ";
            t += c.id + ',' + name + ',' + role + ',' + slug(name) + '@' + domain + ',' + dial + digits + ',' + c.zone
                 + ",en," + (verifiedDaysAgo > 0 ? (today - verifiedDaysAgo).isoString() : std::string()) + ','
                 + (billing ? "yes" : "no") + '\n';
        };
        if (i % 23 == 21)
            t += c.id + ",Accounts inbox,shared inbox,billing@" + domain + ",,,en,,yes\n";
        else
            add("AP clerk", true, rng.chance(0.7) ? rng.between(10, 250) : 0);
        if (c.tier == "strategic" || c.tier == "key" || rng.chance(0.3))
            add("AP lead", false, rng.chance(0.5) ? rng.between(10, 120) : 0);
        if (c.tier == "strategic" || rng.chance(0.15))
            add("finance head", false, 0);
    }
    return t;
}

std::string invoicesCsv(const Simulation& sim, const std::vector<std::vector<OpenInvoice>>& open)
{
    std::vector<bool> disputed(sim.invoices.size());
    for (std::size_t c = 0; c < open.size(); ++c)
        if (c % 11 == 6 && !open[c].empty())
            disputed[open[c].front().index] = true;
    std::string t =
        "invoice_no,customer_id,kind,invoice_date,due_date,currency,amount,product_line,po_number,disputed\n";
    for (std::size_t i = 0; i < sim.invoices.size(); ++i) {
        const SimInvoice& inv = sim.invoices[i];
        const SimCustomer& c = sim.customers[inv.customer];
        t += number(i) + ',' + c.id + ',' + (inv.creditNote ? "credit_note" : "invoice") + ','
             + Date(inv.date).isoString() + ',' + Date(inv.due).isoString() + ',' + c.currency + ','
             + plainDecimal(inv.cents, 2) + ',' + productName(inv.product) + ','
             + (i % 3 == 0 ? "PO-" + std::to_string(4000 + i) : std::string()) + ',' + (disputed[i] ? "yes" : "")
             + '\n';
    }
    return t;
}

std::string paymentsCsv(const Simulation& sim)
{
    std::string t = "payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated\n";
    for (const SimPayment& p : sim.payments) {
        const SimCustomer& c = sim.customers[p.customer];
        t += (p.writeOff ? "WO-" : "PAY-") + std::to_string(p.reference) + (p.writeOff ? ",write_off," : ",payment,")
             + c.id + ',' + Date(p.date).isoString() + ',' + c.currency + ',' + plainDecimal(p.cents, 2) + ','
             + (p.invoice != 0 ? number(p.invoice - 1) + ',' + plainDecimal(p.allocated, 2) : std::string(",")) + '\n';
    }
    return t;
}

// Promises over open invoices, some long past (broken), some to come, and over paid ones (kept).
std::string promisesCsv(const Simulation& sim, const std::vector<std::vector<OpenInvoice>>& open, Date today)
{
    std::string t = "customer_id,made_on,promised_for,amount,invoice_no,taken_by\n";
    const auto add = [&](std::uint32_t c, Date made, Date due, std::int64_t cents, std::uint32_t invoice) {
        t += sim.customers[c].id + ',' + made.isoString() + ',' + due.isoString() + ',' + plainDecimal(cents, 2) + ','
             + number(invoice) + ',' + sim.customers[c].owner + '\n';
    };
    for (std::uint32_t c = 0; c < open.size(); ++c) {
        if (open[c].empty() || sim.invoices[open[c].front().index].due + 10 > today.days())
            continue;
        const OpenInvoice& oldest = open[c].front();
        if (c % 4 == 1)
            add(c, today - 24, today - 15, oldest.open, oldest.index); // broken
        else if (c % 4 == 2 && open[c].size() > 1)
            add(c, today - 4, today + 3, oldest.open, oldest.index);   // to come
    }
    std::map<std::uint32_t, int> made;
    for (auto it = sim.payments.rbegin(); it != sim.payments.rend() && made.size() < sim.customers.size() / 2; ++it) {
        if (it->invoice == 0 || it->writeOff || made[it->customer]++ > 2)
            continue;
        const Date paid(it->date);
        if (paid - 6 > Date(sim.invoices[it->invoice - 1].date))
            add(it->customer, paid - 6, paid, it->allocated, it->invoice - 1);
    }
    return t;
}

std::string ratesCsv(Date today, int months)
{
    std::string t = "currency,valid_from,rate\n";
    for (int m = months + 1; m >= 0; --m) {
        const std::string day = today.addMonths(-m).firstOfMonth().isoString();
        t += "EUR," + day + ",1.0" + std::to_string(70 + (m * 7) % 25) + "\nGBP," + day + ",1.2"
             + std::to_string(50 + (m * 5) % 40) + '\n';
    }
    return t;
}

void addTalks(std::vector<SampleTalk>& talks, const std::string& customer, std::size_t part, Date today,
              Date lastWorkday)
{
    const auto say = [&](int daysAgo, int minute, CallOutcome o, std::string note, int ahead = 0) {
        talks.push_back({customer, today - daysAgo, minute, o, std::move(note), ahead, false});
    };
    switch (part) {
    case 0:
        say(9, 600, CallOutcome::Voicemail, "");
        say(6, 870, CallOutcome::NoAnswer, "");
        break;
    case 1: say(12, 630, CallOutcome::Refused, "AP cannot release it; their lead decides."); break;
    case 2: say(2, 660, CallOutcome::SaysPaid, "Says it left with Thursday's run."); break;
    case 3:
        say((today - lastWorkday) + 0, 570, CallOutcome::CallBack, "In a meeting, asked to be called back.", 1);
        break;
    case 4:
        for (int k = 3; k > 0; --k)
            talks.push_back({customer, today - 8 * k, 640, CallOutcome::None, "", 5, true});
        break;
    case 5: say(4, 610, CallOutcome::WrongNumber, "Number belongs to the warehouse."); break;
    case 6:
        say(30, 690, CallOutcome::Voicemail, "");
        say(1, 700, CallOutcome::Voicemail, "");
        break;
    case 7: say(3, 640, CallOutcome::Dispute, "Two pallets of the delivery are missing, they say."); break;
    case 8: say(1, 615, CallOutcome::NeedsDocument, "Copy of the signed delivery note"); break;
    case 9:
        talks.push_back(
            {customer, today - 7, 650, CallOutcome::None, "Their new system starts this month.", 0, false, 10});
        say(6, 655, CallOutcome::InProcess, "The plant manager has it for approval.");
        break;
    case 10:
        talks.push_back(
            {customer, today - 10, 670, CallOutcome::None, "Cash is short until the new year.", 14, false, 0, true});
        break;
    default: break;
    }
}

} // namespace

Sample makeSample(const SampleOptions& o)
{
    std::vector<SimCustomer> customers = simulateCustomers(o.customers, o.seed);
    castRoles(customers);
    const Simulation sim = simulate(std::move(customers), o.customers * o.months * 2, o.today - 1, o.months, o.seed);
    const auto open = openByCustomer(sim);
    Rng rng(o.seed + 99);
    Sample out;
    out.files = {{"rates.csv", ratesCsv(o.today, o.months)},
                 {"customers.csv", customersCsv(sim, o.today)},
                 {"contacts.csv", contactsCsv(sim, o.today, rng)},
                 {"invoices.csv", invoicesCsv(sim, open)},
                 {"payments.csv", paymentsCsv(sim)},
                 {"promises.csv", promisesCsv(sim, open, o.today)}};
    const BusinessCalendar calendar;
    Date lastWorkday = o.today - 1;
    while (!calendar.isBusinessDay(lastWorkday))
        lastWorkday = lastWorkday - 1;
    std::size_t part = 0;
    for (std::size_t c = 0; c < open.size(); ++c) {
        const bool late = !open[c].empty() && sim.invoices[open[c].front().index].due + 15 < o.today.days();
        if (late && statusOf(c).empty())
            addTalks(out.talks, sim.customers[c].id, part++ % 11, o.today, lastWorkday);
    }
    std::stable_sort(out.talks.begin(), out.talks.end(), [](const SampleTalk& a, const SampleTalk& b) {
        return a.day != b.day ? a.day < b.day : a.minute < b.minute;
    });
    return out;
}

} // namespace duedesk
