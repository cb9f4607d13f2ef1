// Everything that happened with a payer, newest first: calls, promises, payments, invoices, disputes.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

namespace duedesk {

enum class EventKind : std::uint8_t {
    Call,
    Email,
    Letter,
    Meeting,
    Note,
    Reply,
    Promise,
    Payment,
    CreditNote,
    Invoice,
    WriteOff,
    Dispute,
    NextAction,
    Request,      // they wait for us; done
    PayerStatus,
    Confirm,      // what they said they would confirm
    Mark,         // why late, reminders stopped
    Exception,
    Contact,      // a person added, changed, verified, looked for
    File,
};
QString eventKindName(EventKind k); // "credit note", the code
Words wordsOf(EventKind k);

struct TimelineEvent {
    Date day;
    Instant at = 0;     // 0 = only the day is known
    EventKind kind = EventKind::Note;
    QString who;        // user or "ledger"
    QString contact;
    Words outcome;
    Money amount;       // currency invalid = none
    Words note;
    bool bad = false;   // broken promise, bounced payment
    Table table = Table::Activity; // of the promise, item or money it tells of
    std::int64_t id = 0; // 0 = of none of them
};
std::vector<TimelineEvent> timeline(const Book& book, std::uint32_t payer, Date d, std::size_t limit = 500);

} // namespace duedesk
