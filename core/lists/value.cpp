#include "core/lists/value.h"

#include <limits>

namespace duedesk {
namespace {

template <class... F> struct Match : F... {
    using F::operator()...;
};

} // namespace

bool isNone(const Value& value)
{
    return std::visit(Match{[](std::monostate) { return true; }, [](const QString&) { return false; },
                            [](const Money&) { return false; }, [](Date d) { return !d.isValid(); },
                            [](InstantCell i) { return i.at == 0; }, [](Number) { return false; },
                            [](const Ratio& r) { return !r.has(); }},
                      value);
}

bool isZero(const Value& value)
{
    if (const auto* m = std::get_if<Money>(&value))
        return m->minor == 0;
    if (const auto* n = std::get_if<Number>(&value))
        return n->n == 0;
    const auto* r = std::get_if<Ratio>(&value);
    return r && r->e4 == 0;
}

std::int64_t orderOf(const Value& value)
{
    if (isNone(value))
        return std::numeric_limits<std::int64_t>::min();
    return std::visit(
        Match{[](std::monostate) { return std::int64_t(0); }, [](const QString&) { return std::int64_t(0); },
              [](const Money& m) { return m.minor; }, [](Date d) { return std::int64_t(d.days()); },
              [](InstantCell i) { return std::int64_t(i.at); }, [](Number n) { return std::int64_t(n.n); },
              [](const Ratio& r) { return r.e4.value_or(0); }},
        value);
}

Cell toCell(ValueKind kind, const Value& value)
{
    if (isNone(value)) {
        if (kind == ValueKind::Day)
            return DateCell{};
        if (kind == ValueKind::Moment)
            return InstantCell{};
        return isTextKind(kind) ? Cell(TextCell{}) : Cell(NumberCell{});
    }
    return std::visit(Match{[](std::monostate) -> Cell { return TextCell{}; },
                            [kind](const QString& text) -> Cell {
                                if (kind == ValueKind::Codes)
                                    return TextCell{QString(text).replace(u'\n', QStringLiteral("; "))};
                                return TextCell{text};
                            },
                            [](const Money& m) -> Cell { return MoneyCell{m}; },
                            [](Date d) -> Cell { return DateCell{d}; }, [](InstantCell i) -> Cell { return i; },
                            [](Number n) -> Cell { return NumberCell{std::to_string(n.n)}; },
                            [](const Ratio& r) -> Cell { return NumberCell{r.toPlain().toStdString()}; }},
                      value);
}

QString plainValue(ValueKind kind, const Value& value)
{
    return QString::fromStdString(plainText(toCell(kind, value)));
}

} // namespace duedesk
