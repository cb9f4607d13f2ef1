// What somebody did about an account: a call, mail, letter, meeting, note or reply, with the outcome
// that fixes its effect. Attempts, connects and right-party contacts are told apart by outcome.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

enum class ActivityKind : std::uint8_t { Call, Email, Letter, Meeting, Note, Reply };

// Stored by number; the keys 1..9, 0 of the window are Outcome values 1..9, 10.
enum class CallOutcome : std::uint8_t {
    None,
    Promise,      // 1
    SaysPaid,     // 2
    Dispute,      // 3
    Voicemail,    // 4
    NoAnswer,     // 5
    CallBack,     // 6
    WrongNumber,  // 7
    NeedsDocument,// 8
    Refused,      // 9, escalate
    InProcess,    // 0
};

struct Activity {
    ActivityId id;
    CustomerId customer;   // the payer spoken with
    ContactId contact;
    ActivityKind kind = ActivityKind::Call;
    CallOutcome outcome = CallOutcome::None;
    Instant at = 0;
    Date day;              // civil day of `at` in the book's zone; as-of uses it
    QString user;
    QString note;
    QString reference;     // payment reference they named (says paid)
    Date claimed;          // the day they say they paid
    PromiseId promise;     // made in this call
    OperationId operation;
    OperationId retractedBy;
    DisputeId dispute;     // opened in this call (the first of its case)
    RequestId request;     // asked for in this call
    PlanId plan;           // agreed in this call
    StrategyId strategy;   // a step of it was done by this call
    int stepDay = 0;
    bool operator==(const Activity&) const = default;

    static constexpr const char* table = "activity";
    static constexpr const char* noun = "a call";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Activity::id);
        f("customer", &Activity::customer);
        f("contact", &Activity::contact);
        f("kind", &Activity::kind);
        f("outcome", &Activity::outcome);
        f("at", &Activity::at);
        f("day", &Activity::day);
        f("user", &Activity::user);
        f("note", &Activity::note);
        f("reference", &Activity::reference);
        f("claimed", &Activity::claimed);
        f("promise", &Activity::promise);
        f("operation", &Activity::operation);
        f("retracted_by", &Activity::retractedBy);
        f.later("dispute", &Activity::dispute);
        f.later("request", &Activity::request);
        f.later("plan", &Activity::plan);
        f.later("strategy", &Activity::strategy);
        f.later("step_day", &Activity::stepDay);
    }
};

bool isAttempt(const Activity& a);      // a try to reach somebody by call
bool isConnect(const Activity& a);      // somebody answered
QString outcomeName(CallOutcome o);     // "voicemail"
// The digit of the key: '1'..'9','0'; 0 when none.
char outcomeKey(CallOutcome o);
CallOutcome outcomeOfKey(char digit);
QString activityKindName(ActivityKind k);

} // namespace duedesk
