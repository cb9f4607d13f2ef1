// Whether a statement or reminder may leave for a contact: it stays inside the payer group, and an address that was
// changed is confirmed and has waited. Asked before a mail is queued and again when it is sent.
#pragma once
#include "core/base/error.h"
#include "core/domain/book.h"

#include <optional>

namespace duedesk {

// The contact that stands for this one: itself, or the one it was merged into, over several steps. Null when there is
// none, or it was retracted.
const Contact* resolvedContact(const Book& book, ContactId id);

// A changed e-mail address that is not free for statements yet.
struct AddressHold {
    ContactEventId change;  // the event that changed it
    QString user;           // who changed it
    Date day;
    bool confirmed = false; // by call-back or a second person, since the change
    Instant changedAt = 0;
    Instant freeAt = 0;     // the change + the policy's hours
};
// None when the address was never changed, or is confirmed and its time is over at `now`.
std::optional<AddressHold> addressHold(const Book& book, const Contact& contact, Instant now);

// A number somebody at the payer could be reached at before an instant: for calling back on.
struct KnownNumber {
    const Contact* contact = nullptr;
    QString number;
};
// Numbers of the payer group that stood in the book at `at` and that nobody has found wrong since; the number of
// `contact` itself first.
std::vector<KnownNumber> numbersKnownAt(const Book& book, const Contact& contact, Instant at);
// The same for confirming a hold: they stood before the change by the policy's hours, so that number and address
// cannot be exchanged in one go.
std::vector<KnownNumber> numbersToConfirm(const Book& book, const Contact& contact, const AddressHold& hold,
                                          Instant now);

// Refused, naming the field and the way out, where the contact: belongs to another payer group than `payer`, was
// merged, has left, is the wrong person or bounces, has no valid address, or has a changed one that is on hold.
// `payer` is a customer row; stop flags and status are the sender's to ask.
Outcome mayReceiveStatement(const Book& book, const Contact& contact, std::uint32_t payer, Instant now);

} // namespace duedesk
