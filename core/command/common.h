// What the decisions share: finding the payer, checking what people typed, and the rows that most of them add.
#pragma once
#include "core/command/command.h"

namespace duedesk {

inline constexpr qsizetype noteLimit = 10'000;
inline constexpr qsizetype wordLimit = 200; // names, references, methods

// One function per command; all are pure and refuse with the field.
Result<ChangeSet> decideCommand(const Book& book, const LogCall& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const MakePromise& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const WithdrawPromise& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const Snooze& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const PutBack& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetFollowUp& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const AssignOwner& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetTarget& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SaveView& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const DeleteView& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SaveDraft& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const DropDraft& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const AttachFile& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const DetachFile& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const QueueMails& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const StartSending& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const FinishSending& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const CancelMail& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const ReleaseUnknown& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const RetryMail& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetMailAccount& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const StopReminders& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const AddContact& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const EditContact& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const VerifyContact& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const MarkDefect& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetBillingContact& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const ConfirmAddress& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const MergeContacts& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const LogSearchTry& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SwitchPayer& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetBillTo& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetParent& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetStatus& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetDoNotContact& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const EditAccount& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const AddRequest& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const FulfilRequest& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetPayerStatus& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const MeetConfirm& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SetLateReason& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const RegisterException& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SaveStrategy& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const RetireStrategy& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const SaveTemplate& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const ApproveTemplate& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const DoStep& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const MakePlan& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const ApprovePlan& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const WithdrawPlan& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const OpenDispute& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const AcceptDeduction& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const EditDispute& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const WorkDispute& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const ResolveDispute& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const ReopenDispute& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const WriteOff& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const Allocate& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const Unallocate& c, const Context& x);
Result<ChangeSet> decideCommand(const Book& book, const Charge& c, const Context& x);

// The row of who pays for this customer: what is done to a site is done with its payer.
Result<std::uint32_t> payerOf(const Book& book, CustomerId customer);
// What is wrong with a field, and what to do: "lies in the past", "choose a later day".
Error badField(QStringView field, const Words& what, const Words& remedy = {});
// Refuses NUL characters and more than `limit` characters.
Outcome checkText(const QString& text, QStringView field, qsizetype limit);
// A name, a reference, a word of one line: short, and all of it is seen.
Outcome checkWord(const QString& text, QStringView field);
// The contact named, or null for none; it must be a person of the payer or its sites.
Result<const Contact*> contactOf(const Book& book, ContactId id, std::uint32_t payer);

// What was done, then what else is to be said of it: one sentence after the other.
Words summaryOf(Words headline, std::vector<Words> remarks);
ChangeSet beginChange(const Book& book, std::uint32_t payer, const Context& x, const QString& action);
void addNextAction(ChangeSet& changes, const Book& book, std::uint32_t payer, const Context& x, NextActionKind kind,
                   Date due, Instant at = 0, const QString& note = {});

// Adds the promise of a draft, the ends of those it replaces, and the follow-up after its deadline.
// `remarks` gets sentences for the summary: "It replaces …", "12 May is not a business day there."
Result<PromiseId> addPromise(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                             const PromiseDraft& draft, ContactId contact, const QString& note, const Context& x);

// Adds the plan of a draft and, where it needs no approval, the ends of what it replaces; `remarks` gets sentences.
Result<PlanId> addPlan(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                       const PlanDraft& draft, ContactId contact, const QString& note, const Context& x);

// Adds a dispute for each line of the draft, one case together; the id of the first. `remarks` gets sentences for
// the summary.
Result<DisputeId> addDispute(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                             const DisputeDraft& draft, ContactId contact, const Context& x);

// Adds what they wait for from us.
Result<RequestId> addRequest(ChangeSet& changes, const Book& book, std::uint32_t payer, const RequestDraft& draft,
                             ContactId contact, const Context& x);
// Adds where the invoices stand at the payer; each at most once.
Outcome addStatuses(ChangeSet& changes, const Book& book, std::uint32_t payer, const std::vector<StatusDraft>& drafts,
                    ContactId contact, ActivityId talk, const QString& note, const Context& x);
// Adds the day by which they confirm; the contact's next rung is where it goes when they do not.
Outcome addConfirm(ChangeSet& changes, const Book& book, std::uint32_t payer, const Contact* contact, ActivityId talk,
                   Date due, const QString& what, const Context& x);
// The debit row of an invoice of this payer or its sites that is open today; else refused with field "invoices".
Result<std::uint32_t> openDebitOf(const Book& book, DebitId debit, std::uint32_t payer, Date today);
// A note of ours, in the same operation.
Activity* addNote(ChangeSet& changes, const Book& book, std::uint32_t payer, const QString& note, const Context& x);

template <class IdType> IdType nextId(const Context& x, Table t) { return IdType(x.ids->next(t)); }

} // namespace duedesk
