// What leaves TableDress: the selection as TSV and HTML on the clipboard, the whole list as CSV.
#include "core/exchange/tablewriter.h"
#include "ui/models/format.h"
#include "ui/widgets/tabledress.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QIODevice>
#include <QMimeData>
#include <QRegularExpression>

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

namespace {

// A figure as a plain decimal where it is one: spreadsheets must not read "1,234.50" as text.
Cell cellOf(const QString& text, bool figure)
{
    static const QRegularExpression plain(u"^-?[0-9]+([.][0-9]+)?$"_s);
    if (figure) {
        QString number = text.simplified();
        number.remove(displayLocale().groupSeparator())
            .replace(displayLocale().decimalPoint(), u"."_s)
            .replace(u'−', u'-');
        if (plain.match(number).hasMatch())
            return NumberCell{number.toStdString()};
    }
    return TextCell{QString(text).replace(u'\n', u"; "_s)};
}

} // namespace

Outcome TableDress::writeCsv(QIODevice& to) const
{
    CsvWriter writer(
        [&to](std::string_view bytes) { return to.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size()); },
        CsvWriter::Style::Guarded);
    const std::vector<int> shown = shownColumns();
    QStringList titles;
    for (const int c : shown)
        titles += m_model->columns()[std::size_t(c)].title;
    writer.header(titles);
    std::vector<Cell> cells(shown.size());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (std::size_t i = 0; i < shown.size(); ++i)
            cells[i] = cellOf(m_model->text(row, shown[i]),
                              m_model->columns()[std::size_t(shown[i])].kind == CellKind::Figure);
        writer.row(cells);
    }
    return writer.finish();
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
