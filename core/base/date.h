// A civil date as days since 1970-01-01: four bytes, ordered, cheap to subtract. "No date" is a value of
// its own, so columns of dates need no second column.
#pragma once
#include <QString>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace duedesk {

class Date {
public:
    constexpr Date() = default;
    constexpr explicit Date(std::int32_t days) : m_days(days) {}
    // Empty when y-m-d is not a day of the calendar, or outside 1900-01-01..2999-12-31.
    static std::optional<Date> fromCivil(int y, int m, int d);
    // "YYYY-MM-DD", exactly.
    static std::optional<Date> fromIso(std::string_view text);
    static std::optional<Date> fromIso(const QString& text);

    constexpr bool isValid() const { return m_days != none; }
    constexpr std::int32_t days() const { return m_days; } // since 1970-01-01
    int year() const;
    int month() const;     // 1..12
    int day() const;       // 1..31
    int weekday() const;   // 1 = Monday .. 7 = Sunday
    Date firstOfMonth() const;
    Date endOfMonth() const;
    // Same day n months on, clamped to the month's end (31 Jan + 1 = 28/29 Feb).
    Date addMonths(int n) const;
    QString toIso() const;  // "" when invalid
    std::string isoString() const;

    constexpr Date operator+(int n) const { return Date(m_days + n); }
    constexpr Date operator-(int n) const { return Date(m_days - n); }
    constexpr int operator-(Date o) const { return m_days - o.m_days; }
    constexpr auto operator<=>(const Date&) const = default;

private:
    static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
    std::int32_t m_days = none;
};

// The days that a book can hold: 1900-01-01 to 2999-12-31.
inline constexpr Date firstDate(-25'567), lastDate(376'199);

// An instant: UTC milliseconds since the epoch. 0 is "none".
using Instant = std::int64_t;

} // namespace duedesk
