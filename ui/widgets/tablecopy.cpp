// What leaves TableDress: the selection as TSV and HTML on the clipboard, the whole list as CSV.
#include "ui/models/format.h"
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
        if (const int c = horizontalHeader()->logicalIndex(v); !isColumnHidden(c))
            shown.push_back(c);
    return shown;
}

QString TableDress::csv() const
{
    // A cell that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers.
    const auto cell = [](QString text) {
        text = text.simplified();
        bool number = false;
        displayLocale().toDouble(text, &number);
        if (!text.isEmpty() && !number && QStringView(u"=+-@").contains(text[0]))
            text.prepend(u'\'');
        return text.contains(u'"') || text.contains(u',') ? QString(u'"' + text.replace(u'"', u"\"\""_s) + u'"') : text;
    };
    const std::vector<int> shown = shownColumns();
    QString out;
    const auto line = [&](const auto& textOf) {
        for (const int c : shown)
            out += (c == shown.front() ? QString() : u","_s) + cell(textOf(c));
        out += u"\r\n"_s;
    };
    line([&](int c) { return m_model->columns()[std::size_t(c)].title; });
    for (int row = 0; row < m_model->rowCount(); ++row)
        line([&](int c) { return m_model->text(row, c).replace(u'\n', u"; "_s); });
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
