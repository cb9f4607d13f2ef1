// What is to be done next about a payer, and when. The last one made by D rules; older ones are history.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

enum class NextActionKind : std::uint8_t {
    TryAgain,   // after voicemail, no answer
    FollowUp,   // after a connect; waits until `due`
    CallBack,   // they asked to be called at `at`
    Snooze,     // "later" of the user
    Escalate,   // next rung
    FindPerson, // no usable contact
    PutBack,    // on the list again, now
};

struct NextAction {
    NextActionId id;
    CustomerId customer;
    NextActionKind kind = NextActionKind::FollowUp;
    Date madeOn;
    Date due;
    Instant at = 0;    // call-backs and half-day tries: not before; 0 = any time of `due`
    QString note;
    QString user;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const NextAction&) const = default;

    static constexpr const char* table = "next_action";
    static constexpr const char* noun = "a next step";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &NextAction::id);
        f("customer", &NextAction::customer);
        f("kind", &NextAction::kind);
        f("made_on", &NextAction::madeOn);
        f("due", &NextAction::due);
        f("at", &NextAction::at);
        f("note", &NextAction::note);
        f("user", &NextAction::user);
        f("operation", &NextAction::operation);
        f("retracted_by", &NextAction::retractedBy);
    }
};

} // namespace duedesk
