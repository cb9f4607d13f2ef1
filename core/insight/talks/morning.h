// What happened since somebody last looked: paid, kept, short, bounced, broken, and who is to be called back or did not
// confirm. Pure over what was known then and the book as it is now; by row numbers, so a bank file taken this
// morning counts whatever days it carries.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"
#include "core/insight/figures/segment.h"

#include <array>
#include <optional>

namespace duedesk {

// What was known at the end of a session: rows that come later have higher numbers.
struct MorningMark {
    Date day;
    std::int64_t lastCredit = 0, lastPromise = 0;
    std::vector<PromiseId> live; // open or due then; by id
    bool operator==(const MorningMark&) const = default;

    QByteArray toJson() const;
    static std::optional<MorningMark> fromJson(const QByteArray& json);
};
// What this book shows on day D.
MorningMark morningMark(const Book& book, Date d);
// Where nothing was remembered: what this book shows on the eve of the business day before D.
MorningMark eveMark(const Book& book, Date d);

enum class MorningPart : std::uint8_t { Paid, Kept, Short, Bounced, Broken, CallBacks, Unconfirmed };
inline constexpr int morningPartCount = int(MorningPart::Unconfirmed) + 1;
QString morningPartName(MorningPart p); // "call_backs", as on the command line
QString morningPartTitle(MorningPart p); // "Call-backs today", in the language of the window

struct MorningLine {
    std::uint32_t payer = noRow; // customer row
    Words what; // "WIRE 7 for INV-1 and INV-2", "promised for 12 Nov", "14:30, ask for Kim"
    Money amount; // own currency; invalid = none
    std::int64_t base = 0; // of it, at the rate of D; 0 without one
    Date day; // of the payment, the promise, the call-back
    int order = 0; // of call-backs: the minute, then any time, then what is overdue
};
struct MorningSummary {
    struct Part {
        std::vector<MorningLine> lines; // by base downwards, then by name; call-backs by their time
        std::int64_t base = 0;
    };
    Date since, day;
    std::array<Part, morningPartCount> parts;
    std::vector<MissingRate> missing;
    const Part& of(MorningPart p) const { return parts[std::size_t(p)]; }
    bool isEmpty() const;
};
// Paid: money dated by D that was not known then, less what bounced. Kept and broken (partly kept too): promises that were
// live then, or not known, and are judged now. Short: what such a payment left of an invoice, up to the policy's
// share, where no promise or dispute stands on it. Call-backs: the next action that rules is one, due by D.
// Unconfirmed: a confirm-by that went unmet since. `owner`: only its payers.
MorningSummary morning(const MorningMark& then, const Book& now, Date d, const QString& owner = {});

} // namespace duedesk
