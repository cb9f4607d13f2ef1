// What the decisions about contacts share: the history they write, and what may be typed into a field.
#pragma once
#include "core/command/common.h"
#include "core/domain/contactfields.h"

namespace duedesk {

// The contact, live and not merged away; refused naming `field`.
Result<const Contact*> liveContact(const Book& book, ContactId id, const QString& field = QStringLiteral("contact"));
ContactEvent contactEvent(const Contact& contact, ContactEventKind kind, const Context& x);
// A defect found (or, with None, gone) on the day of the context, with its line in the history. Shared with the
// outcomes of calls.
void addDefect(ChangeSet& changes, const Contact& contact, ContactDefect defect, const QString& note, const Context& x);
// An e-mail address was known at this payer before: a live contact has one, or the history names one.
bool knowsAddress(const Book& book, std::uint32_t payer);
// Refuses characters that cannot be seen in a text of one line; `lines` allows line breaks.
Outcome checkTyped(const QString& text, const QString& field, qsizetype limit, bool lines = false);

} // namespace duedesk
