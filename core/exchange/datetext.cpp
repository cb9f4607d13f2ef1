#include "core/exchange/datetext.h"

#include "core/exchange/decimaltext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

// Names of months by their beginnings: English, German, French, Spanish, Italian, Dutch. Longer ones first.
struct MonthName {
    std::string_view text;
    int month;
};
constexpr MonthName monthNames[] = {{"jan", 1},
                                    {"ene", 1},
                                    {"gen", 1},
                                    {"feb", 2},
                                    {"fev", 2},
                                    {"f\xc3\xa9v", 2},
                                    {"mar", 3},
                                    {"m\xc3\xa4r", 3},
                                    {"mae", 3},
                                    {"mrt", 3},
                                    {"maa", 3},
                                    {"apr", 4},
                                    {"avr", 4},
                                    {"abr", 4},
                                    {"may", 5},
                                    {"mai", 5},
                                    {"mei", 5},
                                    {"mag", 5},
                                    {"juin", 6},
                                    {"juil", 7},
                                    {"jun", 6},
                                    {"giu", 6},
                                    {"jul", 7},
                                    {"lug", 7},
                                    {"aug", 8},
                                    {"aou", 8},
                                    {"ao\xc3\xbb", 8},
                                    {"ago", 8},
                                    {"sep", 9},
                                    {"set", 9},
                                    {"oct", 10},
                                    {"okt", 10},
                                    {"ott", 10},
                                    {"nov", 11},
                                    {"dec", 12},
                                    {"dez", 12},
                                    {"dic", 12},
                                    {"d\xc3\xa9"
                                     "c",
                                     12}};

int monthOf(std::string_view word)
{
    std::string w(word.substr(0, 6));
    std::transform(w.begin(), w.end(), w.begin(), lower);
    for (const auto& m : monthNames)
        if (std::string_view(w).starts_with(m.text))
            return m.month;
    return 0;
}

// Up to three parts: numbers, one of them possibly a month's name; the separators between them.
struct Parts {
    std::array<int, 3> number{};
    std::array<int, 3> digits{}; // 0 = a name
    std::size_t count = 0;
    char separator = 0;
    bool mixed = false;          // separators differ
    std::string_view rest;       // behind the third part
    bool ok = false;
};

bool takePart(std::string_view& t, Parts& p)
{
    if (t.empty() || p.count == 3)
        return false;
    std::size_t n = 0;
    if (digit(t[0])) {
        int v = 0;
        while (n < t.size() && n < 9 && digit(t[n]))
            v = v * 10 + (t[n++] - '0');
        p.number[p.count] = v;
        p.digits[p.count] = int(n);
    } else {
        while (n < t.size() && (static_cast<unsigned char>(t[n]) >= 0x80 || (lower(t[n]) >= 'a' && lower(t[n]) <= 'z')))
            ++n;
        const int m = n >= 3 ? monthOf(t.substr(0, n)) : 0;
        if (m == 0)
            return false;
        p.number[p.count] = m;
        p.digits[p.count] = 0;
    }
    ++p.count;
    t.remove_prefix(n);
    return true;
}

Parts split(std::string_view t)
{
    Parts p;
    while (takePart(t, p)) {
        if (p.count == 3) {
            p.rest = t;
            p.ok = t.empty() || t[0] == ' ' || t[0] == 'T' || t[0] == 't';
            return p;
        }
        const char s = t.empty() ? '\0' : t[0];
        if (s != '-' && s != '/' && s != '.' && s != ' ' && s != ',')
            break;
        p.mixed = p.mixed || (p.separator != 0 && p.separator != s);
        p.separator = p.separator == 0 ? s : p.separator;
        t.remove_prefix(1);
        while (!t.empty() && (t[0] == ' ' || (s == ' ' && t[0] == ',')))
            t.remove_prefix(1);
    }
    p.rest = t;
    return p;
}

// A time of day behind a date, in any spelling: "T00:00:00", " 14:05", "00:00:00.000Z", "2:05:00 PM", "+02:00". A date column
// asks for the day alone, as it is written.
bool timeOfDay(std::string_view t)
{
    while (!t.empty() && (t[0] == ' ' || t[0] == 'T' || t[0] == 't'))
        t.remove_prefix(1);
    if (t.empty())
        return true;
    if (!digit(t[0]) || t.find(':') == std::string_view::npos)
        return false;
    return std::all_of(t.begin(), t.end(), [](char c) {
        return digit(c) || c == ':' || c == '.' || c == ',' || c == 'Z' || c == '+' || c == '-' || c == ' '
               || lower(c) == 'a' || lower(c) == 'p' || lower(c) == 'm';
    });
}

int fullYear(int y, int digits)
{
    if (digits != 2)
        return y;
    return y + (y >= firstTwoDigitYear % 100 ? 1900 : 2000);
}

DateFault make(int y, int m, int d, DateReading& out)
{
    if (y < 1900 || y > 2999)
        return DateFault::OutOfRange;
    const auto date = Date::fromCivil(y, m, d);
    if (!date)
        return DateFault::NotInCalendar;
    out.date = *date;
    return DateFault::None;
}

struct Form {
    enum Kind : std::uint8_t { Bad, YearFirst, NamedMonth, Numeric } kind = Bad;
    Parts p;
};

Form formOf(std::string_view t)
{
    Form f;
    f.p = split(t);
    const Parts& p = f.p;
    if (!p.ok)
        return f;
    const bool named0 = p.digits[0] == 0, named1 = p.digits[1] == 0, named2 = p.digits[2] == 0;
    const auto dayDigits = [&](int i) { return p.digits[std::size_t(i)] >= 1 && p.digits[std::size_t(i)] <= 2; };
    const auto yearDigits = [&](int i) { return p.digits[std::size_t(i)] == 4 || p.digits[std::size_t(i)] == 2; };
    if (p.digits[0] == 4 && !p.mixed && (named1 || dayDigits(1)) && dayDigits(2))
        f.kind = Form::YearFirst;
    else if ((named0 && !named1 && !named2 && dayDigits(1) && yearDigits(2))
             || (named1 && !named0 && !named2 && dayDigits(0) && yearDigits(2)))
        f.kind = Form::NamedMonth;
    else if (!named0 && !named1 && !named2 && !p.mixed && p.separator != ',' && p.separator != ' ' && dayDigits(0)
             && dayDigits(1) && yearDigits(2))
        f.kind = Form::Numeric;
    return f;
}

// yyyymmdd
bool compact(std::string_view t, int& y, int& m, int& d)
{
    if (t.size() != 8 || !std::all_of(t.begin(), t.end(), digit))
        return false;
    const auto num = [&](std::size_t at, std::size_t n) {
        int v = 0;
        for (std::size_t i = at; i < at + n; ++i)
            v = v * 10 + (t[i] - '0');
        return v;
    };
    y = num(0, 4);
    m = num(4, 2);
    d = num(6, 2);
    return y >= 1900 && y <= 2999;
}

// Today's days of the month; a date is checked in full when it is read.
bool fits(int y, int m, int d) { return Date::fromCivil(y, m, d).has_value(); }

} // namespace

QString dateFaultText(DateFault f)
{
    switch (f) {
    case DateFault::Empty: return u"is missing"_s;
    case DateFault::NotADate: return u"is not a date"_s;
    case DateFault::NotInCalendar: return u"is not a day of the calendar in the order of its column"_s;
    case DateFault::SerialNumber: return u"looks like a spreadsheet's day number"_s;
    case DateFault::OutOfRange: return u"lies outside 1900 to 2999"_s;
    case DateFault::None: break;
    }
    return {};
}

QString dateFaultRemedy(DateFault f)
{
    switch (f) {
    case DateFault::Empty:
    case DateFault::NotADate: return u"write dates as YYYY-MM-DD"_s;
    case DateFault::NotInCalendar: return u"correct the date, or state the order with --date-order dmy, mdy or ymd"_s;
    case DateFault::SerialNumber: return u"format the column as a date before exporting"_s;
    case DateFault::OutOfRange: return u"check the year"_s;
    case DateFault::None: break;
    }
    return {};
}

DateEvidence dateEvidence(std::string_view cell)
{
    const std::string_view t = trimmed(cell);
    if (t.empty())
        return DateEvidence::Empty;
    if (t.size() == 10 && t[4] == '-' && t[7] == '-')
        return DateEvidence::Fixed; // whether it is a day of the calendar is asked when it is read
    int y = 0, m = 0, d = 0;
    if (compact(t, y, m, d))
        return DateEvidence::Fixed;
    const Form f = formOf(t);
    if (f.kind == Form::Bad)
        return DateEvidence::Bad;
    if (f.kind != Form::Numeric)
        return DateEvidence::Fixed;
    y = fullYear(f.p.number[2], f.p.digits[2]);
    const int a = f.p.number[0], b = f.p.number[1];
    const bool dmy = fits(y, b, a), mdy = fits(y, a, b);
    if (dmy && mdy)
        return a == b ? DateEvidence::Same : DateEvidence::Either;
    return dmy ? DateEvidence::Dmy : mdy ? DateEvidence::Mdy : DateEvidence::Bad;
}

std::optional<ShortDate> shortDate(std::string_view cell)
{
    const Form f = formOf(trimmed(cell));
    if (f.kind != Form::Numeric || f.p.digits[0] > 2 || f.p.digits[2] > 2)
        return std::nullopt;
    const auto& n = f.p.number;
    ShortDate s;
    s.dashed = f.p.separator == '-';
    if (f.p.digits[0] == 2 && fits(fullYear(n[0], 2), n[1], n[2]))
        s.yearFirst = fullYear(n[0], 2);
    if (const int y = fullYear(n[2], 2); fits(y, n[1], n[0]) || fits(y, n[0], n[1]))
        s.yearLast = y;
    return s;
}

DateFault readDate(std::string_view cell, DateOrder order, DateReading& out)
{
    out.twoDigitYear = false;
    if (cell.size() == 10) // what nearly every cell is
        if (const auto d = Date::fromIso(cell)) {
            out.date = *d;
            return DateFault::None;
        }
    const std::string_view t = trimmed(cell);
    if (t.empty())
        return DateFault::Empty;
    int y = 0, m = 0, d = 0;
    if (compact(t, y, m, d))
        return make(y, m, d, out);
    if (t.size() >= 4 && t.size() <= 6 && std::all_of(t.begin(), t.end(), digit))
        return DateFault::SerialNumber;
    const Form f = formOf(t);
    if (f.kind == Form::Bad)
        return DateFault::NotADate;
    if (!timeOfDay(f.p.rest))
        return DateFault::NotADate;
    const auto& n = f.p.number;
    if (f.kind == Form::YearFirst)
        return make(n[0], n[1], n[2], out);
    if (order == DateOrder::Ymd && f.kind == Form::Numeric) {
        out.twoDigitYear = true;
        return f.p.digits[0] == 2 && f.p.digits[2] <= 2 ? make(fullYear(n[0], 2), n[1], n[2], out)
                                                        : DateFault::NotInCalendar;
    }
    out.twoDigitYear = f.p.digits[2] == 2;
    y = fullYear(n[2], f.p.digits[2]);
    if (f.kind == Form::NamedMonth)
        return f.p.digits[0] == 0 ? make(y, n[0], n[1], out) : make(y, n[1], n[0], out);
    return order == DateOrder::Mdy ? make(y, n[0], n[1], out) : make(y, n[1], n[0], out);
}

} // namespace duedesk
