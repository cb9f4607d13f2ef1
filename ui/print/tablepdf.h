// Any list on paper: a title, a line about it, columns and rows with the heading repeated on every page. Long texts are cut
// with an ellipsis, so that every row is one line; numbers never are: the type gets smaller instead.
#pragma once
#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace duedesk {

struct PaperColumn {
    QString title;
    bool right = false; // numbers
};
struct PaperTable {
    QString title;
    QString about; // "as of 14 Nov 2025, 212 rows, EUR"
    std::vector<PaperColumn> columns;
    std::vector<QStringList> rows; // as many cells as there are columns
    QString foot; // totals or warnings below the last row; may be empty
};
// A4, landscape where the columns ask for it. Any thread; needs a QGuiApplication.
QByteArray tablePdf(const PaperTable& table);

} // namespace duedesk
