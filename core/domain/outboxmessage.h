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
};

} // namespace duedesk
