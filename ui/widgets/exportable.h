// A widget whose rows can be written to a file. Ctrl+E finds it by this face, so a list can be exported as soon as it is
// one of these; the table of all lists and the timeline are.
#pragma once
#include "core/exchange/tablewriter.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <functional>

namespace duedesk {

// What is shown, ready to be read row by row on the GUI thread: columns, order and filter as they stand.
struct ListContent {
    QString name; // "Accounts": the sheet, and the proposal for the file
    QStringList titles;
    int rows = 0;
    std::function<void(int row, std::vector<Cell>& cells)> read; // into as many cells as there are titles
    QPointer<QAbstractItemModel> model; // its reset makes the content stale; read() then must not be called
};

class Exportable {
public:
    virtual ~Exportable() = default;
    virtual ListContent content() const = 0;
};

} // namespace duedesk
