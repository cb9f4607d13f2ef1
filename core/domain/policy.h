// The rules of the book that are settings: one version is in force on a day. The defaults are the
// product's; a book starts with one version of them.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <map>

namespace duedesk {

struct Policy {
    PolicyId id;
    Date validFrom;
    // Aging: last day past due of the buckets 1-30, 31-60, 61-90; the fifth is open-ended.
    std::array<int, 3> bucketEdges{30, 60, 90};
    int defaultTermsDays = 30;
    int dsoDays = 90;
    // Call-list factors in ten-thousandths.
    std::array<int, 4> ageFactor{10000, 13000, 16000, 20000};
    int brokenPromiseFactor = 12500;
    int brokenPromiseCap = 15625;
    int brokenPromiseDays = 60;  // deadline in D-59..D
    int limitFactor = 11500;
    std::map<QString, int> relationshipFactor; // by tier; absent = 10000
    int promiseGraceDays = 3;     // business days after the promised date
    int promiseTolerancePercent = 1;
    std::int64_t promiseToleranceBase = 2500; // base minor units at exponent 2
    int triesPerDay = 2;
    int triesPerWeek = 5;
    int coolingOffDays = 5;       // business days after a right party was reached
    int saysPaidDays = 3;         // business days until a claim comes back
    int confirmDays = 2;          // business days
    int callFrom = 9 * 60, callTo = 17 * 60; // local minutes of the day
    unsigned workdays = 0b0011111;
    std::int64_t planApprovalBase = 1'000'000; // base minor units at exponent 2: plans above it are approved
    int deductionPercent = 20;    // a residue up to this share of the invoice is a short payment
    std::int64_t smallResidueBase = 5'000; // base minor units at exponent 2: proposed for a write-off below it
    int verifiedDays = 180;       // a contact verified longer ago is not
    int coverageDays = 14;        // a right party reached in so many days covers the account
    int followUpDays = 2;         // business days until we look whether what they asked for has helped
    int addressHoldHours = 24;    // a changed e-mail gets no statement sooner
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Policy&) const = default;

    QByteArray toJson() const;
    static Policy fromJson(const QByteArray& json); // unknown keys ignored, absent ones keep the default
    void takeJson(const QByteArray& json); // the settings alone: id, day and history stay

    static constexpr const char* table = "policy";
    static constexpr const char* noun = "settings";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Policy::id);
        f("valid_from", &Policy::validFrom);
        f.template document<&Policy::toJson, &Policy::takeJson>("settings");
        f("operation", &Policy::operation);
        f("retracted_by", &Policy::retractedBy);
    }
};

// An amount of the policy, stated at two digits, in minor units of the base currency.
std::int64_t policyAmount(std::int64_t atTwoDigits, Currency base);

// 0 current, 1: 1-30, 2: 31-60, 3: 61-90, 4: over; by the policy's edges.
inline int bucketOf(int daysPastDue, const std::array<int, 3>& edges)
{
    return (daysPastDue > 0) + (daysPastDue > edges[0]) + (daysPastDue > edges[1]) + (daysPastDue > edges[2]);
}
inline constexpr int bucketCount = 5;
// "current", "1–30", … , "90+" by the edges.
QString bucketName(int bucket, const std::array<int, 3>& edges);

} // namespace duedesk
