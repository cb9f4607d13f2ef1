// What leaves TableDress: the selection as TSV and HTML on the clipboard, the whole list for a file.
#include "ui/widgets/tabledress.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace duedesk {

std::vector<int> TableDress::shownColumns() const
{
    std::vector<int> shown;
    for (int v = 0; v < m_model->columnCount(); ++v)
        if (const int c = horizontalHeader()->logicalIndex(v);
            !isColumnHidden(c) && m_model->columns()[std::size_t(c)].kind != CellKind::Check)
            shown.push_back(c);
    return shown;
}

ListContent TableDress::content() const
{
    ListContent out;
    out.name = accessibleName();
    out.rows = m_model->rowCount();
    out.model = m_model;
    const std::vector<int> shown = shownColumns();
    for (const int c : shown) {
        const Column& column = m_model->columns()[std::size_t(c)];
        out.titles += column.title.isEmpty() ? column.id : column.title;
    }
    out.read = [model = m_model, shown](int row, std::vector<Cell>& cells) {
        for (std::size_t i = 0; i < shown.size(); ++i)
            cells[i] = fileCell(model->columns()[std::size_t(shown[i])], *model->book(), model->rowAt(row));
    };
    return out;
}

void TableDress::copySelection() const
{
    QString tsv, html = u"<table><tr>"_s;
    const std::vector<int> shown = shownColumns();
    const auto& columns = m_model->columns();
    for (const int c : shown) {
        tsv += (c == shown.front() ? QString() : u"\t"_s) + columns[std::size_t(c)].title;
        html += u"<th>"_s + columns[std::size_t(c)].title.toHtmlEscaped() + u"</th>"_s;
    }
    html += u"</tr>"_s;
    for (const std::uint32_t row : selectedRows()) {
        tsv += u'\n';
        html += u"<tr>"_s;
        for (const int c : shown) {
            const Column& column = columns[std::size_t(c)];
            QString text = column.text(*m_model->book(), row).simplified();
            tsv += (c == shown.front() ? QString() : u"\t"_s) + text;
            html += (column.kind == CellKind::Figure ? u"<td align=\"right\">"_s : u"<td>"_s) + text.toHtmlEscaped()
                    + u"</td>"_s;
        }
        html += u"</tr>"_s;
    }
    auto* mime = new QMimeData;
    mime->setText(tsv);
    mime->setHtml(html + u"</table>"_s);
    QApplication::clipboard()->setMimeData(mime);
}

} // namespace duedesk
