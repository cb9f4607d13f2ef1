// A payer's promise to pay: lines or on account, judged as a function of (Book, D), never stored as a state.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <vector>

namespace duedesk {

struct PromiseLine {
    DebitId debit;
    std::int64_t amount = 0; // minor units of the promise's currency
    bool operator==(const PromiseLine&) const = default;
};

struct Promise {
    PromiseId id;
    CustomerId customer;   // the payer
    Currency currency;
    std::int64_t amount = 0;
    std::vector<PromiseLine> lines; // empty = on account
    Date madeOn;
    Date promisedFor;
    Date enteredOn;        // the day it was typed or imported
    bool imported = false;
    QString method;
    ContactId contact;
    QString takenBy;
    QString note;
    Date withdrawnOn;      // ends it unjudged
    PromiseId replacedBy;  // ends it unjudged
    Date replacedOn;
    BatchId batch;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Promise&) const = default;
};

} // namespace duedesk
