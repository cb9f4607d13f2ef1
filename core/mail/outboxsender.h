// Which mail of the outbox may leave now, and what a program finds that another left behind: pure answers, the driver
// (claim in the book, then SmtpSender, then the result in the book) stands in the workbench.
#pragma once
#include "core/domain/outboxmessage.h"

#include <span>

namespace duedesk {

struct NextSend {
    OutboxId id;          // may go now; none = nothing may
    Instant lookAgain = 0; // none may go now: when the first one may; 0 = none waits
};

// Queued mails whose release has passed, the longest waiting first; two mails to one domain keep `secondsBetween`
// apart, counted from the start of the last attempt (its end, where it has one). A clock set back delays nothing.
NextSend nextToSend(std::span<const OutboxMessage> rows, Instant now, int secondsBetween);

// Mails that stand as being sent though nobody is sending them: whoever holds the outbox (OutboxLock) asks this with the
// claims of its own, and makes the answer Unknown.
std::vector<OutboxId> leftInSending(std::span<const OutboxMessage> rows, std::span<const OperationId> ours);

// The part of an address that pace goes by: after the @, lower case.
QString recipientDomain(const QString& address);

} // namespace duedesk
