// The practice book: a small, lively receivables ledger up to today in which every situation that the product
// knows occurs: kept and broken promises, disputes, call-backs, missing people, sites and payers, other
// currencies, insolvency. It is files and talks; taking them in goes the way real ones go.
#pragma once
#include "core/base/date.h"
#include "core/domain/activity.h"

#include <string>
#include <vector>

namespace duedesk {

struct SampleOptions {
    int customers = 120;
    int months = 24;
    std::uint64_t seed = 7;
    Date today;
};

struct SampleFile {
    std::string name; // "customers.csv"
    std::string text; // a generic file
};

// One talk or try of the past weeks, in order of time.
struct SampleTalk {
    std::string customer;    // customer_id
    Date day;
    int minute = 600;        // of the book's day
    CallOutcome outcome = CallOutcome::Voicemail;
    std::string note;
    int daysAhead = 0;       // call-back or "later": so many days on
    bool later = false;      // put off instead of called
    int extension = 0;       // an exception granted: so many days longer
    bool plan = false;       // a payment plan agreed, the first instalment so many days on
};

struct Sample {
    std::vector<SampleFile> files;
    std::vector<SampleTalk> talks;
};

Sample makeSample(const SampleOptions& options);

} // namespace duedesk
