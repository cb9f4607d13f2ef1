// Everything a user can do to a book, as values. decide() is pure: it refuses with an Error that names the
// field, or says exactly which rows change; the store then writes them or nothing.
#pragma once
#include "core/base/error.h"
#include "core/command/deskcommands.h"
#include "core/command/files.h"
#include "core/command/people.h"
#include "core/command/postings.h"
#include "core/command/remindercommands.h"
#include "core/command/views.h"
#include "core/domain/book.h"
#include "core/domain/ids.h"

#include <variant>

namespace duedesk {

// What a promise is made of when it is taken: field names are those of the panel's errors.
struct PromiseDraft {
    std::int64_t amount = 0; // minor units of `currency`
    Currency currency;
    Date promisedFor;
    std::vector<PromiseLine> lines; // empty = oldest due first
    bool onAccount = false;
    QString method;
};

// What a dispute is opened with; field names are those of the panel's errors.
struct DisputeDraft {
    DisputeReason kind = DisputeReason::Other;
    QString reason;                 // in words
    std::vector<PromiseLine> lines; // the contested invoices; amount 0 = all that is open
    QString rootCause, department, responsible; // of ours
    Date targetDate;
    QString note;
};

// What a wrong number turned out to be.
enum class WrongWhat : std::uint8_t { Number, Person };
// A payment plan as it is agreed; its sum is that of the instalments.
struct PlanDraft {
    Currency currency;
    std::vector<PlanInstalment> instalments; // ascending by day, the first today or later
    std::vector<PromiseLine> lines;          // amounts 0 = oldest due first; empty = all items, oldest due first
    QString method;
};

// An attempt or a talk, with the outcome whose effect is fixed (outcome table of the domain terms).
struct LogCall {
    CustomerId payer;
    ContactId contact;               // none = nobody named
    ActivityKind kind = ActivityKind::Call;
    CallOutcome outcome = CallOutcome::None; // None = a note, an e-mail …
    QString note;
    std::optional<PromiseDraft> promise; // outcome Promise
    QString reference;               // outcome SaysPaid
    Date claimed;                    // outcome SaysPaid: the day they say they paid
    Date callBackOn;                 // outcome CallBack, in the contact's zone
    int callBackMinute = -1;
    QString escalateTo;              // outcome Refused: role or name
    WrongWhat wrong = WrongWhat::Number;  // outcome WrongNumber
    std::optional<DisputeDraft> dispute;  // outcome Dispute
    std::optional<RequestDraft> request;  // outcome NeedsDocument
    std::vector<StatusDraft> statuses;    // outcome InProcess
    // By when they confirm what they said. Unset = as the policy has it, for outcomes that end with their word; an
    // invalid date = they confirm nothing.
    std::optional<Date> confirmBy;
    QString confirmWhat;                  // "the run of 28 Nov is released"
};
struct MakePromise {
    CustomerId payer;
    ContactId contact;
    PromiseDraft draft;
    QString note;
};
struct WithdrawPromise {
    PromiseId promise;
    QString note;
};
struct MakePlan {
    CustomerId payer;
    ContactId contact;
    PlanDraft draft;
    QString note;
};
struct ApprovePlan { // by another person than made it; a book of one user says that it approved itself
    PlanId plan;
};
struct WithdrawPlan {
    PlanId plan;
    QString note;
};
struct OpenDispute {
    CustomerId payer;
    ContactId contact;
    DisputeDraft draft;
};
// A short payment taken for a deduction: a dispute with the reason guessed from it.
struct AcceptDeduction {
    DebitId debit;
};
// What is known and who sees to it; every field replaces what stood there.
struct EditDispute {
    DisputeId dispute;
    DisputeReason kind = DisputeReason::Other;
    QString reason, rootCause, department, responsible, owner;
    Date targetDate;
    QString note;
};
struct WorkDispute { // taken up
    DisputeId dispute;
};
struct ResolveDispute {
    DisputeId dispute;
    Resolution resolution = Resolution::None;
    QString note;
};
struct ReopenDispute {
    DisputeId dispute;
    Date targetDate; // invalid = ten business days from now
    QString note;
};
// "Later": off the list until that day and minute (local to the book; -1 = any time).
struct Snooze {
    CustomerId payer;
    Date until;
    int minute = -1;
    QString note;
};
struct PutBack {
    CustomerId payer;
};
// The next step that was proposed is set: nobody puts the account off by that. `on` is a later day.
struct SetFollowUp {
    CustomerId payer;
    Date on;
    QString note; // "look at it before 1 Dec, when it falls due"
};
struct AssignOwner {
    std::vector<CustomerId> customers;
    QString owner;
};
struct SetTarget {
    QString metric;
    std::int64_t valueE4 = 0;
    Date validFrom;
};

// clang-format off: one family a line
using Command = std::variant<
    LogCall, MakePromise, WithdrawPromise, Snooze, PutBack, SetFollowUp, AssignOwner, SetTarget,
    AddRequest, FulfilRequest, SetPayerStatus, MeetConfirm, SetLateReason, RegisterException,
    SaveView, DeleteView, SaveDraft, DropDraft, AttachFile, DetachFile,
    QueueMails, StartSending, FinishSending, CancelMail, ReleaseUnknown, RetryMail, SetMailAccount, StopReminders,
    AddContact, EditContact, VerifyContact, MarkDefect, SetBillingContact, ConfirmAddress, MergeContacts, LogSearchTry,
    SwitchPayer, SetBillTo, SetParent, SetStatus, SetDoNotContact, EditAccount,
    SaveStrategy, RetireStrategy, SaveTemplate, ApproveTemplate, DoStep,
    MakePlan, ApprovePlan, WithdrawPlan, OpenDispute, AcceptDeduction, EditDispute, WorkDispute, ResolveDispute,
    ReopenDispute,
    WriteOff, Allocate, Unallocate, Charge>;
// clang-format on

struct Context {
    QString user;
    Instant now = 0;
    Date today;
    IdSource* ids = nullptr;
    OperationId operation;
};

Result<ChangeSet> decide(const Book& book, const Command& command, const Context& context);

// The set that takes a step back from the book as it stands now. A mail that left since, or is leaving, keeps its row; one
// that comes back by "redo" has its hold again. Empty where nothing of the step can be taken back.
ChangeSet takeBack(const Book& book, const ChangeSet& step, OperationId operation, Instant now);

// Words for "later": "fri 10", "+3bd", "tomorrow", "14:30", "2 dec", "2025-12-02". Empty when not understood.
struct LaterTime {
    Date day;
    int minute = -1;
};
std::optional<LaterTime> parseLater(const QString& words, Date today, int nowMinute, const BusinessCalendar& calendar);

} // namespace duedesk
