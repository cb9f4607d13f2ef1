#include "ui/models/column.h"

using namespace Qt::StringLiterals;

namespace duedesk {

Cell fileCell(const Column& column, const Book& book, std::uint32_t row)
{
    if (column.cell)
        return column.cell(book, row);
    return TextCell{column.text(book, row).replace(u'\n', u"; "_s)};
}

Cell countCell(std::int64_t n) { return n == 0 ? NumberCell{} : NumberCell{std::to_string(n)}; }

} // namespace duedesk
