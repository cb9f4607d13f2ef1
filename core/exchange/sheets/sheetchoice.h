// Which sheet of a workbook an import reads: the one that was named, else the visible one whose first rows have most of
// the headings that are known. Where two fit alike it is asked, never guessed.
#pragma once
#include "core/exchange/sheets/workbook.h"

#include <QStringList>

namespace duedesk {

struct SheetChoice {
    std::vector<SheetPreview> sheets; // all there are
    std::size_t chosen = 0;
};
// How many headings of a row are known.
using CountKnown = std::function<int(const QStringList& cells)>;

// `wanted`: the name of a sheet or its number from 1, "" where nobody said; of a workbook, hidden ones too.
// `firstOfMany`: where nothing else decides, the first that holds something, because somebody looks at it.
Result<SheetChoice> chooseSheet(Workbook& book, const QString& file, const QString& wanted, const CountKnown& known,
                                bool firstOfMany = false);

} // namespace duedesk
