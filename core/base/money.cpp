#include "core/base/money.h"

#include "core/base/error.h"

#include <limits>

namespace duedesk {

std::int64_t narrow(Int128 v)
{
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max(), least = -most; // least can be negated
    return v > most ? most : v < Int128(least) - 1 ? least : static_cast<std::int64_t>(v);
}

std::int64_t divideHalfEven(Int128 num, Int128 den)
{
    const bool negative = num < 0;
    if (negative)
        num = -num;
    Int128 q = num / den;
    const Int128 twice = 2 * (num % den);
    if (twice > den || (twice == den && (q & 1) != 0))
        ++q;
    return narrow(negative ? -q : q);
}

std::string plainDecimal(std::int64_t minor, int exponent)
{
    if (!isFigure(minor)) [[unlikely]]
        return noFigureWords;
    const bool negative = minor < 0;
    std::uint64_t v = negative ? 0 - static_cast<std::uint64_t>(minor) : static_cast<std::uint64_t>(minor);
    char buf[32];
    char* p = buf + sizeof buf;
    int digits = 0;
    do {
        if (digits == exponent && exponent > 0)
            *--p = '.';
        *--p = static_cast<char>('0' + v % 10);
        v /= 10;
        ++digits;
    } while (v != 0 || digits <= exponent);
    if (negative)
        *--p = '-';
    return std::string(p, static_cast<std::size_t>(buf + sizeof buf - p));
}

std::string Money::toPlainString() const { return plainDecimal(minor, currency.exponent()); }
QString Money::toPlain() const { return QString::fromStdString(toPlainString()); }
QString Money::toString() const { return toPlain() + u' ' + currency.toString(); }

Money Money::operator+(Money o) const
{
    invariant(currency == o.currency, "amounts of two currencies were added");
    return {narrow(Int128(minor) + o.minor), currency};
}

Money Money::operator-(Money o) const
{
    invariant(currency == o.currency, "amounts of two currencies were subtracted");
    return {narrow(Int128(minor) - o.minor), currency};
}

std::optional<Money> parsePlainMoney(const QString& text, Currency currency)
{
    const int exponent = currency.exponent();
    Int128 v = 0;
    int decimals = -1, digits = 0;
    bool negative = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (i == 0 && (c == u'-' || c == u'+')) {
            negative = c == u'-';
        } else if (c == u'.' && decimals < 0) {
            decimals = 0;
        } else if (c >= u'0' && c <= u'9') {
            if (decimals >= 0 && ++decimals > exponent)
                return std::nullopt;
            if (++digits > 18)
                return std::nullopt;
            v = v * 10 + (c.unicode() - u'0');
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0)
        return std::nullopt;
    for (int d = decimals < 0 ? 0 : decimals; d < exponent; ++d)
        v *= 10;
    if (v > maxRowAmount)
        return std::nullopt;
    return Money{static_cast<std::int64_t>(negative ? -v : v), currency};
}

void MoneyBag::add(Currency c, Int128 v)
{
    if (v == 0)
        return;
    Int128& sum = m_amounts[c];
    sum += v;
    if (sum == 0)
        m_amounts.erase(c);
}

void MoneyBag::add(Money m) { add(m.currency, m.minor); }

void MoneyBag::add(const MoneyBag& o)
{
    for (const auto& [c, v] : o.m_amounts)
        add(c, v);
}

Money MoneyBag::in(Currency c) const
{
    const auto it = m_amounts.find(c);
    return {it == m_amounts.end() ? 0 : narrow(it->second), c};
}

bool MoneyBag::isZero() const { return m_amounts.empty(); }

} // namespace duedesk
