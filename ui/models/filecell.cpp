#include "ui/models/column.h"
#include "ui/models/format.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// A figure as it stands in a list, read back: "\u22121,234.50", "116 d".
std::optional<NumberCell> numberOf(const QString& text)
{
    static const QRegularExpression plain(u"^-?[0-9]+([.][0-9]+)?$"_s);
    QString number = text.simplified();
    if (number.endsWith(u" d"_s))
        number.chop(2);
    const bool grouped =
        number.contains(displayLocale().groupSeparator()) || number.contains(displayLocale().decimalPoint());
    number.remove(displayLocale().groupSeparator())
        .replace(displayLocale().decimalPoint(), u"."_s)
        .replace(u'\u2212', u'-');
    if (!plain.match(number).hasMatch())
        return std::nullopt;
    return NumberCell{number.toStdString(), grouped};
}

} // namespace

Cell fileCell(const Column& column, const Book& book, std::uint32_t row)
{
    if (column.cell)
        return column.cell(book, row);
    const QString text = column.text(book, row);
    if (column.kind == CellKind::Figure) {
        if (text.isEmpty())
            return NumberCell{};
        if (auto number = numberOf(text))
            return *number;
    }
    // Only what sorts by a key can be a day; a name that happens to read as one is a text.
    if (column.key && text.size() >= 8 && text.size() <= 20 && text.front().isDigit() && text.back().isDigit())
        if (const Date day = readDate(text, Date(0)); day.isValid() && dateText(day) == text)
            return DateCell{day};
    return TextCell{QString(text).replace(u'\n', u"; "_s)};
}

} // namespace duedesk
