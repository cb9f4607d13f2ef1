// ISO 4217 currency codes with their exponent. Two bytes in a column, never a string.
#pragma once
#include <QString>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace duedesk {

class Currency {
public:
    constexpr Currency() = default; // none
    // Upper-case three-letter code that ISO 4217 lists; empty for anything else.
    static std::optional<Currency> parse(std::string_view code);
    static std::optional<Currency> parse(const QString& code);

    constexpr bool isValid() const { return m_index != 0; }
    std::string_view code() const; // "" for none
    QString toString() const;
    int exponent() const; // digits after the point: 2, JPY 0, KWD 3

    constexpr std::uint16_t index() const { return m_index; } // into the built-in table; stable within a run only
    static Currency fromIndex(std::uint16_t i);
    constexpr bool operator==(const Currency&) const = default;
    // By code, so that listings are alphabetical.
    constexpr auto operator<=>(const Currency&) const = default;

private:
    constexpr explicit Currency(std::uint16_t i) : m_index(i) {}
    std::uint16_t m_index = 0; // the table is sorted by code
};

} // namespace duedesk
