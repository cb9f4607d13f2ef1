// Whether a message of the outbox may leave now: asked when it is queued and again when it is claimed, as a person or a
// program would. What time mends holds a message until then; everything else stops it.
#pragma once
#include "core/base/error.h"
#include "core/domain/book.h"

#include <optional>

namespace duedesk {

struct MailVerdict {
    std::optional<Error> why; // none = it may leave
    Instant heldUntil = 0; // from then on it is asked again; 0 = it is stopped
    bool leaves() const { return !why; }
    bool isHeld() const { return why && heldUntil != 0; }
};
// A mail by hand is stopped by the account, the contact and its address; a step of a ladder also by its items, the
// interval, and a second message for the same step. What was paid on a named item since the mail was written stops it:
// its amounts are no longer true. Held are mails to consumers at night (until the hours in which they may be written
// to), and steps on a day on which money of theirs came in (until the next business day). The error's field says what
// it is about.
MailVerdict mayLeave(const Book& book, const OutboxMessage& m, Date d, Instant now);

} // namespace duedesk
