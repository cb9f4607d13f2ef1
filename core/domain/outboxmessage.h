// A mail of ours on its way: the row and the digest of its bytes are in the book before a socket opens. A mail that
// was sent keeps its row; one whose fate is unknown waits for a person.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>
#include <vector>

namespace duedesk {

enum class OutboxState : std::uint8_t {
    Queued,
    Sending,   // a program has claimed it: `attempt`
    Sent,
    Failed,    // it surely did not go; may be queued again
    Unknown,   // it may have gone: never sent again by itself
    Cancelled, // taken back before it left
    Exported,  // written as .eml or handed to the mail program
};

struct OutboxMessage {
    OutboxId id;
    CustomerId customer;   // the payer it is about; recipient, text and attachment derive from it
    ContactId contact;
    std::vector<DebitId> debits; // the items it names
    StrategyId strategy;   // none = written by hand
    int stepDay = 0;       // the strategy's step
    int cycle = 0;         // which run of the ladder: unique (customer, strategy, step, cycle)
    TemplateId letter;
    int letterVersion = 0;
    QString toAddress;
    QString subject;
    QString messageId;     // fixed for good
    QByteArray bodySha256; // hex: the whole message, in the book's content
    std::int64_t size = 0; // bytes
    OutboxState state = OutboxState::Queued;
    Date day;              // civil day of its last change of state; as-of uses it
    Instant createdAt = 0;
    Instant releaseAt = 0; // not before: the 10 s in which it can be taken back
    OperationId attempt;   // the claim that is or was sending it
    int attempts = 0;
    Instant startedAt = 0, endedAt = 0; // of the last attempt
    QString error;         // the server's words, or ours
    QString user;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const OutboxMessage&) const = default;

    static constexpr const char* table = "outbox_message";
    static constexpr const char* noun = "a mail";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &OutboxMessage::id);
        f("customer", &OutboxMessage::customer);
        f("contact", &OutboxMessage::contact);
        f("debits", &OutboxMessage::debits);
        f("strategy", &OutboxMessage::strategy);
        f("step_day", &OutboxMessage::stepDay);
        f("cycle", &OutboxMessage::cycle);
        f("letter", &OutboxMessage::letter);
        f("letter_version", &OutboxMessage::letterVersion);
        f("to_address", &OutboxMessage::toAddress);
        f("subject", &OutboxMessage::subject);
        f("message_id", &OutboxMessage::messageId);
        f("body_sha256", &OutboxMessage::bodySha256);
        f("size", &OutboxMessage::size);
        f("state", &OutboxMessage::state);
        f("day", &OutboxMessage::day);
        f("created_at", &OutboxMessage::createdAt);
        f("release_at", &OutboxMessage::releaseAt);
        f("attempt", &OutboxMessage::attempt);
        f("attempts", &OutboxMessage::attempts);
        f("started_at", &OutboxMessage::startedAt);
        f("ended_at", &OutboxMessage::endedAt);
        f("error", &OutboxMessage::error);
        f("user", &OutboxMessage::user);
        f("operation", &OutboxMessage::operation);
        f("retracted_by", &OutboxMessage::retractedBy);
    }
};

// Who moves a mail on: a program by itself, or a person who looked.
enum class OutboxHand : std::uint8_t { Program, Person };
// The steps there are; all others are refused. What may have gone (Unknown) and what surely did not (Failed) is queued
// again by a person alone; Sending goes back to Queued where a server said "later".
bool mayBecome(OutboxState from, OutboxState to, OutboxHand hand);
QString outboxStateName(OutboxState s); // "queued"
// When a mail that a server put off for the `attempts`th time (1 = the first) goes again; 0 = it failed.
Instant retryAt(int attempts, Instant now);

} // namespace duedesk
