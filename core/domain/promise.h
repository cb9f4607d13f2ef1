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

    static constexpr const char* table = "promise";
    static constexpr const char* noun = "a promise";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Promise::id);
        f("customer", &Promise::customer);
        f("currency", &Promise::currency);
        f("amount", &Promise::amount);
        f("lines", &Promise::lines);
        f("made_on", &Promise::madeOn);
        f("promised_for", &Promise::promisedFor);
        f("entered_on", &Promise::enteredOn);
        f("imported", &Promise::imported);
        f("method", &Promise::method);
        f("contact", &Promise::contact);
        f("taken_by", &Promise::takenBy);
        f("note", &Promise::note);
        f("withdrawn_on", &Promise::withdrawnOn);
        f("replaced_by", &Promise::replacedBy);
        f("replaced_on", &Promise::replacedOn);
        f("batch", &Promise::batch);
        f("operation", &Promise::operation);
        f("retracted_by", &Promise::retractedBy);
    }
};

} // namespace duedesk
