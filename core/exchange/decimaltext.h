// Amounts as people and programs write them, read exactly: grouping, either decimal mark, signs in any place,
// currency beside the digits. Which mark is the decimal one is a property of the column and never guessed from one cell.
#pragma once
#include "core/base/currency.h"
#include "core/base/rate.h"
#include "core/base/words.h"

#include <QString>
#include <cstdint>
#include <string_view>

namespace duedesk {

enum class DecimalMark : std::uint8_t { Undecided, Point, Comma };

enum class AmountFault : std::uint8_t {
    None,
    Empty,
    NotANumber,
    WrongMark,
    TooManyDecimals,
    TooLarge,
    Exponent,
    ForeignDigits,
    CurrencyDiffers,
};
QString amountFaultText(AmountFault f);
Words amountFaultRemedy(AmountFault f, Currency currency); // none = of no currency, like a rate

// What one cell says about the column's decimal mark.
enum class AmountEvidence : std::uint8_t { Empty, Neutral, Point, Comma, Either, Bad };
// `exponent`: digits after the mark that the currency has; with 0, "1.250" can only be grouped.
AmountEvidence amountEvidence(std::string_view cell, int exponent);

struct AmountReading {
    std::int64_t minor = 0;
    Currency currency; // named in the cell; none where it is not
};
// Reads a cell in minor units of `currency` (of the one in the cell, where that is none). `exactZeros`: more digits than
// the currency has are taken when they are zeros, except three that look like a group.
AmountFault readAmount(std::string_view cell, DecimalMark mark, Currency currency, AmountReading& out,
                       bool markWasStated = false);

// An exchange rate; the same grammar, no currency, > 0, at most 12 digits after the mark.
AmountFault readRate(std::string_view cell, DecimalMark mark, DecimalRate& out);

// Blanks of every kind off both ends.
std::string_view trimmed(std::string_view text);

} // namespace duedesk
