// The exceptions register as a function of (Book, D): which extensions run, which ran out and were not paid, which are
// over, and what is still open of what they were given for.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"
#include "core/insight/figures/segment.h"

#include <array>

namespace duedesk {

enum class ExceptionState : std::uint8_t {
    Running, // an extension whose day has not passed
    RanOut,  // its day has passed and something of it is still open
    Paid,    // an extension of which nothing is open any more
    Renewed, // a later extension took its place
    Given,   // a waiver, a skipped step, an override: done when it was given
};
inline constexpr int exceptionStateCount = int(ExceptionState::Given) + 1;
QString exceptionStateName(ExceptionState s); // "ran out"
Words wordsOf(ExceptionState s);

struct ExceptionLine {
    std::uint32_t row = noRow;    // of the entry
    ExceptionId id;
    std::uint32_t payer = noRow;  // customer row of who pays
    std::uint32_t debit = noRow;  // debit row; noRow = the account
    ExceptionKind kind = ExceptionKind::Extension;
    ExceptionState state = ExceptionState::Given;
    // Of extensions: what is open on D of the invoice; of the account: of what was due by the extension's day.
    std::int64_t openBase = 0;
};

struct ExceptionRegister {
    Date day;
    std::vector<ExceptionLine> lines; // ran out by day, running by day, then the others, the latest first
    std::array<int, exceptionStateCount> count{};
    std::array<std::int64_t, exceptionStateCount> base{}; // Σ openBase
    int costDays = 0;                 // Σ of those given in the 90 days up to D
    int recent = 0;                   // how many those are
    std::vector<MissingRate> missing; // items left out of the money
};
ExceptionRegister exceptionRegister(const Book& book, Date d);

} // namespace duedesk
