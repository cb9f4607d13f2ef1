// One simulated trading history: who buys what when, and how each payer pays. The generator writes it as
// plain files of any size; the practice book adds people, talks and promises to it.
#pragma once
#include "core/base/date.h"
#include "core/practice/rng.h"

#include <string>
#include <vector>

namespace duedesk {

struct SimCustomer {
    std::string id, name, tier, region, industry, size, country, currency, owner, zone;
    int terms = 30;
    double scale = 1000;   // typical invoice amount
    double delay = 5;      // typical days late
    double spread = 6;
    int payWeekday = 0;    // 1..5 pays on runs of that day; 0 = any day
    double drift = 0;      // days later per year
    double losesInvoices = 0.01; // share paid very late
    double share = 1;      // of the invoices
    std::int64_t limit = 0; // whole units; 0 = none
};

struct SimInvoice {
    std::uint32_t customer = 0;
    std::int32_t date = 0, due = 0;
    std::int64_t cents = 0;
    std::uint8_t product = 0;
    bool creditNote = false;
};

struct SimPayment { // one row of the payments file: an allocation, or unapplied money
    std::uint32_t reference = 0;   // number of the payment
    std::uint32_t customer = 0;
    std::int32_t date = 0;
    std::int64_t cents = 0;        // the whole payment
    std::uint32_t invoice = 0;     // index + 1; 0 = unapplied
    std::int64_t allocated = 0;
    bool writeOff = false;
};

struct Simulation {
    std::vector<SimCustomer> customers;
    std::vector<SimInvoice> invoices; // by date
    std::vector<SimPayment> payments; // by date, then reference
};

std::vector<SimCustomer> simulateCustomers(int count, std::uint64_t seed);
Simulation simulate(std::vector<SimCustomer> customers, int invoices, Date until, int months, std::uint64_t seed);
const char* productName(std::uint8_t product);

} // namespace duedesk
