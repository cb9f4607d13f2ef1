#include "core/exchange/decimaltext.h"

#include "core/base/exampleamount.h"
#include "core/base/money.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// Blanks beyond ASCII: no-break, figure, thin, narrow no-break space.
constexpr std::array<std::string_view, 4> wideBlanks = {"\xc2\xa0", "\xe2\x80\x87", "\xe2\x80\x89", "\xe2\x80\xaf"};

std::size_t blankAt(std::string_view t)
{
    if (t.empty())
        return 0;
    if (t[0] == ' ' || t[0] == '\t' || t[0] == '\n' || t[0] == '\r')
        return 1;
    if (static_cast<unsigned char>(t[0]) < 0x80)
        return 0;
    for (const auto b : wideBlanks)
        if (t.starts_with(b))
            return b.size();
    return 0;
}

// The cell without sign and currency.
struct Bare {
    std::string_view number;
    bool negative = false;
    Currency currency;
    bool bad = false;
};

struct Affix {
    std::string_view text;
    std::string_view code; // the currency it names; empty = any
};
constexpr Affix symbols[] = {{"US$", "USD"},          {"C$", "CAD"},       {"CA$", "CAD"}, {"A$", "AUD"},
                             {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"}, {"$", ""},      {"\xc2\xa5", ""},
                             {"\xe2\x82\xb9", "INR"}, {"Fr.", "CHF"},      {"kr.", ""},    {"kr", ""}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

bool letters(std::string_view t)
{
    return std::all_of(t.begin(), t.end(), [](char c) { return lower(c) >= 'a' && lower(c) <= 'z'; });
}

class Stripper {
public:
    explicit Stripper(std::string_view cell) { m_bare.number = trimmed(cell); }
    Bare run()
    {
        std::string_view& t = m_bare.number;
        for (bool again = true; again && !t.empty() && !m_bare.bad;) {
            const std::size_t before = t.size();
            parentheses();
            leading();
            trailing();
            t = trimmed(t);
            again = t.size() != before;
        }
        if (m_signs > 1)
            m_bare.bad = true;
        return m_bare;
    }

private:
    void sign(bool negative)
    {
        ++m_signs;
        m_bare.negative = negative;
    }
    void currency(std::string_view code)
    {
        if (m_named)
            m_bare.bad = true;
        m_named = true;
        if (!code.empty())
            m_bare.currency = Currency::parse(code).value_or(Currency());
    }
    void parentheses()
    {
        std::string_view& t = m_bare.number;
        if (t.size() > 2 && t.front() == '(' && t.back() == ')') {
            sign(true);
            t = t.substr(1, t.size() - 2);
        }
    }
    void leading()
    {
        std::string_view& t = m_bare.number;
        if (t.empty())
            return;
        if (t[0] == '-' || t[0] == '+') {
            sign(t[0] == '-');
            t.remove_prefix(1);
        } else if (t.starts_with("\xe2\x88\x92")) {
            sign(true);
            t.remove_prefix(3);
        } else if (t.size() > 3 && letters(t.substr(0, 3)) && !letters(t.substr(3, 1))
                   && Currency::parse(t.substr(0, 3))) {
            currency(t.substr(0, 3));
            t.remove_prefix(3);
        } else {
            for (const Affix& s : symbols)
                if (t.starts_with(s.text)) {
                    currency(s.code);
                    t.remove_prefix(s.text.size());
                    return;
                }
        }
    }
    void trailing()
    {
        std::string_view& t = m_bare.number;
        if (t.empty())
            return;
        const auto ends = [&](std::string_view s) { return t.size() > s.size() && t.ends_with(s); };
        if (t.back() == '-' || t.back() == '+') {
            sign(t.back() == '-');
            t.remove_suffix(1);
        } else if (ends("\xe2\x88\x92")) {
            sign(true);
            t.remove_suffix(3);
        } else if (t.size() > 2 && lower(t[t.size() - 1]) == 'r'
                   && (lower(t[t.size() - 2]) == 'd' || lower(t[t.size() - 2]) == 'c')) {
            sign(lower(t[t.size() - 2]) == 'c');
            t.remove_suffix(2);
        } else if (t.size() > 1 && (t.back() == 'S' || t.back() == 'H') && !letters(t.substr(t.size() - 2, 1))) {
            sign(t.back() == 'H'); // debit and credit mark of German ledgers
            t.remove_suffix(1);
        } else if (t.size() > 3 && letters(t.substr(t.size() - 3)) && !letters(t.substr(t.size() - 4, 1))
                   && Currency::parse(t.substr(t.size() - 3))) {
            currency(t.substr(t.size() - 3));
            t.remove_suffix(3);
        } else {
            for (const Affix& s : symbols)
                if (ends(s.text)) {
                    currency(s.code);
                    t.remove_suffix(s.text.size());
                    return;
                }
        }
    }

    Bare m_bare;
    int m_signs = 0;
    bool m_named = false;
};

// The digits of a bare number under one decimal mark.
struct Digits {
    bool ok = false;
    bool grouped = false;
    int whole = 0, decimals = 0;    // counts of digits
    int zeros = 0;                  // of the decimals, at the end
    Int128 value = 0;               // all digits, decimals included
};

constexpr int mostDigits = 36; // fits 128 bit

Digits readDigits(std::string_view t, char mark)
{
    const char otherMark = mark == '.' ? ',' : '.';
    Digits d;
    std::string_view separator;
    std::array<int, 16> groups{};
    std::size_t group = 0;
    bool fraction = false;
    std::size_t i = 0;
    while (i < t.size()) {
        const char c = t[i];
        if (digit(c)) {
            if (++(fraction ? d.decimals : d.whole) > mostDigits || d.whole + d.decimals > mostDigits)
                return {};
            if (!fraction)
                ++groups[group];
            d.zeros = fraction && c == '0' ? d.zeros + 1 : 0;
            d.value = d.value * 10 + (c - '0');
            ++i;
            continue;
        }
        if (fraction)
            return {};
        if (c == mark) {
            fraction = true;
            ++i;
            continue;
        }
        const std::size_t blank = blankAt(t.substr(i));
        const std::size_t n = blank > 0                                 ? blank
                              : c == otherMark || c == '\''             ? 1
                              : t.substr(i).starts_with("\xe2\x80\x99") ? 3
                                                                        : 0;
        if (n == 0 || (!separator.empty() && separator != t.substr(i, n)) || group + 1 == groups.size())
            return {};
        separator = t.substr(i, n);
        ++group;
        i += n;
    }
    if ((fraction && d.decimals == 0) || d.whole + d.decimals == 0)
        return {};
    if (group > 0) {
        // 1,234,567 or, in India, 12,34,567; the first group is not zero.
        const int middle = group > 1 ? groups[1] : 3;
        bool ok =
            groups[group] == 3 && groups[0] >= 1 && groups[0] <= middle && (middle == 2 || middle == 3) && t[0] != '0';
        for (std::size_t g = 1; g < group; ++g)
            ok = ok && groups[g] == middle;
        if (!ok)
            return {};
    }
    d.grouped = group > 0;
    d.ok = true;
    return d;
}

bool foreignDigits(std::string_view t)
{
    for (std::size_t i = 0; i + 2 < t.size(); ++i)
        if (t[i] == '\xef' && t[i + 1] == '\xbc' && static_cast<unsigned char>(t[i + 2]) >= 0x90
            && static_cast<unsigned char>(t[i + 2]) <= 0x99)
            return true;
    for (std::size_t i = 0; i + 1 < t.size(); ++i)
        if ((t[i] == '\xd9' || t[i] == '\xdb') && static_cast<unsigned char>(t[i + 1]) >= 0x80)
            return true;
    return false;
}

bool exponentForm(std::string_view t)
{
    const std::size_t e = t.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 1 >= t.size() || !digit(t[e - 1]))
        return false;
    return digit(t[e + 1]) || t[e + 1] == '+' || t[e + 1] == '-';
}

AmountFault whyNot(std::string_view number, DecimalMark mark)
{
    if (foreignDigits(number))
        return AmountFault::ForeignDigits;
    if (exponentForm(number))
        return AmountFault::Exponent;
    if (readDigits(number, mark == DecimalMark::Comma ? '.' : ',').ok)
        return AmountFault::WrongMark;
    const auto plain =
        std::all_of(number.begin(), number.end(), [](char c) { return digit(c) || c == '.' || c == ','; });
    return plain && number.size() > std::size_t(mostDigits) ? AmountFault::TooLarge : AmountFault::NotANumber;
}

// "1250", "-3", "1250.5", "12.50": what nearly every cell is. Empty value = not of that form.
bool plainForm(std::string_view t, std::int64_t& value, int& decimals, bool& negative)
{
    std::size_t i = 0;
    negative = !t.empty() && t[0] == '-';
    i += negative ? 1 : 0;
    if (t.size() - i == 0 || t.size() - i > 17)
        return false;
    std::int64_t v = 0;
    const std::size_t first = i;
    while (i < t.size() && digit(t[i]))
        v = v * 10 + (t[i++] - '0');
    if (i == first)
        return false;
    decimals = 0;
    if (i < t.size()) {
        if (t[i] != '.')
            return false;
        for (++i; i < t.size() && digit(t[i]); ++i, ++decimals)
            v = v * 10 + (t[i] - '0');
        if (i < t.size() || decimals == 0 || decimals > 2)
            return false;
    }
    value = v;
    return true;
}

} // namespace

std::string_view trimmed(std::string_view t)
{
    if (t.empty()
        || (static_cast<unsigned char>(t.front()) > 0x20 && static_cast<unsigned char>(t.front()) < 0x80
            && static_cast<unsigned char>(t.back()) > 0x20 && static_cast<unsigned char>(t.back()) < 0x80))
        return t;
    while (const std::size_t n = blankAt(t))
        t.remove_prefix(n);
    for (bool again = true; again && !t.empty();) {
        again = false;
        if (blankAt(t.substr(t.size() - 1)) == 1) {
            t.remove_suffix(1);
            again = true;
            continue;
        }
        for (const auto b : wideBlanks)
            if (t.ends_with(b)) {
                t.remove_suffix(b.size());
                again = true;
            }
    }
    return t;
}

QString amountFaultText(AmountFault f)
{
    switch (f) {
    case AmountFault::Empty: return u"is missing"_s;
    case AmountFault::NotANumber: return u"is not an amount"_s;
    case AmountFault::WrongMark: return u"does not fit the decimal mark of its column"_s;
    case AmountFault::TooManyDecimals: return u"has more decimals than its currency"_s;
    case AmountFault::TooLarge: return u"is too large"_s;
    case AmountFault::Exponent: return u"is written with an exponent"_s;
    case AmountFault::ForeignDigits: return u"is written with other digits than 0 to 9"_s;
    case AmountFault::CurrencyDiffers: return u"names another currency than its row"_s;
    case AmountFault::None: break;
    }
    return {};
}

Words amountFaultRemedy(AmountFault f, Currency currency)
{
    switch (f) {
    case AmountFault::Empty:
    case AmountFault::NotANumber:
    case AmountFault::Exponent:
    case AmountFault::ForeignDigits: return Lang::words("write it like %1", exampleAmount(currency));
    case AmountFault::WrongMark: return u"write all amounts of the column alike, or state --decimal point or comma"_s;
    case AmountFault::TooManyDecimals: return u"give no more digits than the currency has; nothing is rounded"_s;
    case AmountFault::TooLarge:
        return Lang::words("check the amount; the limit of one row is %1", Money{maxRowAmount, currency});
    case AmountFault::CurrencyDiffers: return u"correct the amount or the currency"_s;
    case AmountFault::None: break;
    }
    return {};
}

AmountEvidence amountEvidence(std::string_view cell, int exponent)
{
    std::int64_t v = 0;
    int decimals = 0;
    bool negative = false;
    cell = trimmed(cell);
    if (cell.empty())
        return AmountEvidence::Empty;
    if (plainForm(cell, v, decimals, negative))
        return decimals == 0 ? AmountEvidence::Neutral : AmountEvidence::Point;
    const Bare bare = Stripper(cell).run();
    const Digits p = readDigits(bare.number, '.'), c = readDigits(bare.number, ',');
    if (bare.bad || (!p.ok && !c.ok))
        return AmountEvidence::Bad;
    if (!p.ok || !c.ok)
        return p.ok ? AmountEvidence::Point : AmountEvidence::Comma;
    if (p.decimals == 0 && c.decimals == 0)
        return AmountEvidence::Neutral;
    if (exponent == 0) // the currency has no decimals, so the mark groups
        return p.decimals > 0 ? AmountEvidence::Comma : AmountEvidence::Point;
    return AmountEvidence::Either;
}

AmountFault readAmount(std::string_view cell, DecimalMark mark, Currency currency, AmountReading& out,
                       bool markWasStated)
{
    std::int64_t plain = 0;
    int decimals = 0;
    bool negative = false;
    cell = trimmed(cell);
    if (cell.empty())
        return AmountFault::Empty;
    Int128 value = 0;
    const int most = currency.exponent();
    if (mark != DecimalMark::Comma && plainForm(cell, plain, decimals, negative) && decimals <= most) {
        value = plain;
        out.currency = {};
    } else {
        const Bare bare = Stripper(cell).run();
        const Digits d = readDigits(bare.number, mark == DecimalMark::Comma ? ',' : '.');
        if (bare.bad)
            return AmountFault::NotANumber;
        if (!d.ok)
            return whyNot(bare.number, mark);
        if (bare.currency.isValid() && currency.isValid() && bare.currency != currency)
            return AmountFault::CurrencyDiffers;
        const int exponent = currency.isValid() ? most : bare.currency.exponent();
        const bool looksGrouped = d.decimals == 3 && d.whole >= 1 && d.whole <= 3 && !markWasStated;
        decimals = d.decimals;
        value = d.value;
        if (decimals > exponent && decimals - d.zeros <= exponent && !looksGrouped)
            for (; decimals > exponent; --decimals)
                value /= 10;
        if (decimals > exponent)
            return AmountFault::TooManyDecimals;
        negative = bare.negative;
        out.currency = bare.currency;
        for (; decimals < exponent; ++decimals)
            value = value > maxRowAmount ? value : value * 10;
        decimals = most;
    }
    for (; decimals < most; ++decimals)
        value = value > maxRowAmount ? value : value * 10;
    if (value > maxRowAmount)
        return AmountFault::TooLarge;
    out.minor = negative ? -std::int64_t(value) : std::int64_t(value);
    return AmountFault::None;
}

AmountFault readRate(std::string_view cell, DecimalMark mark, DecimalRate& out)
{
    cell = trimmed(cell);
    if (cell.empty())
        return AmountFault::Empty;
    const Digits d = readDigits(cell, mark == DecimalMark::Comma ? ',' : '.');
    if (!d.ok)
        return whyNot(cell, mark);
    Int128 v = d.value;
    int scale = d.decimals;
    for (; scale > 0 && v % 10 == 0; --scale)
        v /= 10;
    if (scale > 12)
        return AmountFault::TooManyDecimals;
    if (v > maxRowAmount)
        return AmountFault::TooLarge;
    if (v <= 0)
        return AmountFault::NotANumber;
    out = DecimalRate::fromParts(std::int64_t(v), scale);
    return AmountFault::None;
}

} // namespace duedesk
