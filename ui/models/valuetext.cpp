#include "ui/models/valuetext.h"

#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString codesText(QString codes)
{
    for (qsizetype i = 0; i < codes.size(); ++i)
        if (i == 0 || codes[i - 1] == u'\n')
            codes[i] = codes[i].toUpper();
    return codes;
}

QString ratioText(ValueKind kind, const Ratio& r)
{
    if (kind == ValueKind::Percent)
        return percentText(r);
    return r.has() ? Lang::tr("%1 d").arg(r.toText(1)) : QString();
}

} // namespace

QString percentText(const Ratio& r) { return r.has() ? Lang::tr("%1 %").arg(r.toText(0)) : QString(); }

QString wholeValueText(const Value& value)
{
    const auto* money = std::get_if<Money>(&value);
    return money ? wholeText(money->minor, money->currency) : QString();
}

QString valueText(ValueKind kind, const Value& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return kind == ValueKind::Codes ? codesText(*text) : *text;
    if (const auto* money = std::get_if<Money>(&value))
        return amountText(money->minor, money->currency);
    if (const auto* day = std::get_if<Date>(&value))
        return dateText(*day);
    if (const auto* n = std::get_if<Number>(&value)) {
        if (kind == ValueKind::Bare)
            return n->n < 0 ? QString(u'\u2212' + QString::number(-n->n)) : QString::number(n->n);
        return kind == ValueKind::Days ? daysText(int(n->n)) : countText(n->n);
    }
    const auto* ratio = std::get_if<Ratio>(&value);
    return ratio ? ratioText(kind, *ratio) : QString();
}

} // namespace duedesk
