#include "core/exchange/sheets/cellvalues.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <utility>

namespace duedesk {
namespace {

constexpr int digitsKept = 15; // what spreadsheets compute with and show
constexpr double lastSerial1900 = 2'958'465, lastSerial1904 = 2'957'003; // 9999-12-31
constexpr std::int64_t secondsPerDay = 86'400;

bool digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// Three digits behind the point could be a group of thousands: one more says that they are not.
void neverThreeDecimals(std::string& out, std::size_t from)
{
    const std::size_t point = out.find('.', from);
    if (point != std::string::npos && out.size() - point == 4)
        out += '0';
}

// Digits with a decimal exponent of the first one, as a plain decimal.
void appendPlain(std::string_view digits, int exponent, std::string& out)
{
    while (digits.size() > 1 && digits.back() == '0')
        digits.remove_suffix(1);
    if (exponent < 0) {
        out += "0.";
        out.append(std::size_t(-exponent - 1), '0');
        out += digits;
    } else if (digits.size() <= std::size_t(exponent) + 1) {
        out += digits;
        out.append(std::size_t(exponent) + 1 - digits.size(), '0');
    } else {
        out += digits.substr(0, std::size_t(exponent) + 1);
        out += '.';
        out += digits.substr(std::size_t(exponent) + 1);
    }
}

void appendTwo(std::int64_t n, std::string& out)
{
    if (n < 10)
        out += '0';
    out += std::to_string(n);
}

void appendTime(std::int64_t seconds, std::string& out)
{
    appendTwo(seconds / 3600, out);
    out += ':';
    appendTwo(seconds / 60 % 60, out);
    out += ':';
    appendTwo(seconds % 60, out);
}

void appendCivil(std::int64_t daysSince1970, std::string& out)
{
    const std::chrono::year_month_day d{std::chrono::sys_days(std::chrono::days(daysSince1970))};
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", int(d.year()), unsigned(d.month()), unsigned(d.day()));
    out += text.data();
}

// The day's own text. The system of 1900 counts a 29 February that never was, and begins with a day 0.
void appendDate(std::int64_t day, DaySystem system, std::string& out)
{
    if (system == DaySystem::From1904)
        appendCivil(day - 24'107, out);
    else if (day == 0)
        out += "1900-01-00";
    else if (day == 60)
        out += "1900-02-29";
    else
        appendCivil(day - (day < 60 ? 25'568 : 25'569), out);
}

// The letters of a format that are read: without texts, colours, conditions and places.
struct FormatLetters {
    bool day = false, time = false, elapsed = false, month = false;
};

// "[h]" counts on, "[Red]" and "[$-409]" say nothing about time.
bool isElapsed(std::string_view bracket)
{
    return !bracket.empty() && std::all_of(bracket.begin(), bracket.end(), [&](char c) {
        return lower(c) == lower(bracket[0]) && (lower(c) == 'h' || lower(c) == 'm' || lower(c) == 's');
    });
}

FormatLetters lettersOf(std::string_view code)
{
    FormatLetters f;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = lower(code[i]);
        if (c == ';')
            break; // of the first section, which positive numbers are shown by
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const std::size_t end = std::min(code.find(']', i), code.size());
            f.elapsed = f.elapsed || isElapsed(code.substr(i + 1, end - i - 1));
            i = end;
        } else if (c == 'g' && code.size() - i >= 7 && lower(code[i + 1]) == 'e' && lower(code[i + 2]) == 'n') {
            i += 6; // General
        } else if (c == 'e' && i + 1 < code.size() && (code[i + 1] == '+' || code[i + 1] == '-')) {
            ++i; // 0.00E+00
        } else {
            f.day = f.day || c == 'y' || c == 'd';
            f.time = f.time || c == 'h' || c == 's';
            f.month = f.month || c == 'm';
        }
    }
    return f;
}

} // namespace

CellStyle styleOfBuiltIn(int id)
{
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return CellStyle::Day;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return CellStyle::TimeOfDay;
    return id == 46 ? CellStyle::Elapsed : CellStyle::Plain;
}

CellStyle styleOfFormat(std::string_view code)
{
    const FormatLetters f = lettersOf(code);
    if (f.day || (f.month && !f.time && !f.elapsed))
        return CellStyle::Day;
    if (f.elapsed)
        return CellStyle::Elapsed;
    return f.time ? CellStyle::TimeOfDay : CellStyle::Plain;
}

void appendNumber(double v, std::string& out)
{
    const std::size_t from = out.size();
    if (v == 0) {
        out += '0';
        return;
    }
    std::array<char, 40> text{};
    if (std::abs(v) < 9007199254740992.0 && v == std::floor(v)) { // whole, and exactly what the file holds
        const auto end = std::to_chars(text.data(), text.data() + text.size(), std::int64_t(v)).ptr;
        out.append(text.data(), end);
        return;
    }
    const auto end = std::to_chars(text.data(), text.data() + text.size(), std::abs(v), std::chars_format::scientific,
                                   digitsKept - 1)
                         .ptr;
    const std::string_view s(text.data(), std::size_t(end - text.data())); // d.ddddde±xx
    const std::size_t e = s.find('e');
    int exponent = 0;
    const std::size_t sign = s[e + 1] == '+' ? 2 : 1;
    std::from_chars(s.data() + e + sign, s.data() + s.size(), exponent);
    std::string digits(s.substr(0, 1));
    digits += s.substr(2, e - 2);
    if (v < 0)
        out += '-';
    appendPlain(digits, exponent, out);
    neverThreeDecimals(out, from);
}

bool appendNumberText(std::string_view raw, std::string& out)
{
    // What nearly every cell is: digits, and few enough to be exact.
    std::size_t i = raw.starts_with('-') ? 1 : 0, digits = 0, point = 0;
    const bool leadingZero = raw.size() > i + 1 && raw[i] == '0' && raw[i + 1] != '.';
    for (; i < raw.size() && (digit(raw[i]) || (raw[i] == '.' && point == 0)); ++i) {
        digits += digit(raw[i]) ? 1 : 0;
        point = raw[i] == '.' ? i : point;
    }
    const bool plain = i == raw.size() && digits > 0 && digits <= digitsKept && !leadingZero
                       && digit(raw.front() == '-' ? raw[1] : raw[0]);
    if (plain && (point == 0 || (raw.back() != '0' && raw.back() != '.'))) {
        const std::size_t from = out.size();
        out += raw;
        if (point != 0)
            neverThreeDecimals(out, from);
        return true;
    }
    double v = 0;
    const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), v);
    if (raw.empty() || read.ptr != raw.data() + raw.size() || read.ec != std::errc() || !std::isfinite(v))
        return false;
    appendNumber(v, out);
    return true;
}

void appendDay(double serial, CellStyle style, DaySystem system, std::string& out)
{
    const bool of1904 = system == DaySystem::From1904;
    if (!(serial >= 0) || serial >= (of1904 ? lastSerial1904 : lastSerial1900) + 1) {
        out += "#VALUE! ";
        appendNumber(serial, out);
        return;
    }
    const double whole = std::floor(serial);
    auto day = std::int64_t(whole);
    std::int64_t seconds = std::llround((serial - whole) * double(secondsPerDay));
    if (seconds == secondsPerDay) {
        ++day;
        seconds = 0;
    }
    if (style == CellStyle::Elapsed || (style == CellStyle::TimeOfDay && day == 0)) {
        appendTime(day * secondsPerDay + seconds, out);
        return;
    }
    appendDate(day, system, out);
    if (seconds != 0) {
        out += ' ';
        appendTime(seconds, out);
    }
}

void appendIsoDay(std::string_view iso, std::string& out)
{
    const std::size_t t = std::min(iso.find('T'), iso.size());
    std::string_view time = iso.substr(std::min(t + 1, iso.size()));
    if (time.ends_with('Z'))
        time.remove_suffix(1);
    const std::size_t point = time.find('.');
    if (point != std::string_view::npos && time.find_first_not_of("0", point + 1) == std::string_view::npos)
        time = time.substr(0, point);
    out += iso.substr(0, t);
    if (time.find_first_not_of("0:") == std::string_view::npos)
        return;
    out += ' ';
    out += time;
}

void appendDuration(std::string_view iso, std::string& out)
{
    std::int64_t seconds = 0;
    std::string_view t = iso;
    bool good = t.starts_with("PT");
    t.remove_prefix(good ? 2 : 0);
    for (const auto& [letter, each] : {std::pair('H', 3600), std::pair('M', 60), std::pair('S', 1)}) {
        double n = -1;
        const auto read = std::from_chars(t.data(), t.data() + t.size(), n, std::chars_format::fixed);
        const auto used = std::size_t(read.ptr - t.data());
        good = good && read.ec == std::errc() && n >= 0 && n < 1e6 && used < t.size() && t[used] == letter;
        if (!good)
            break;
        seconds += std::llround(n * each);
        t.remove_prefix(used + 1);
    }
    if (good && t.empty())
        appendTime(seconds, out);
    else
        out += iso;
}

} // namespace duedesk
