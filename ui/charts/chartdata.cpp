#include "ui/charts/chartdata.h"

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString tsvCell(QString cell)
{
    cell.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    return cell;
}

} // namespace

QString ChartTable::toTsv() const
{
    QString out;
    const auto line = [&](const QStringList& cells) {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (i > 0)
                out += u'\t';
            out += tsvCell(cells[i]);
        }
        out += u'\n';
    };
    line(headings);
    for (const QStringList& row : rows)
        line(row);
    return out;
}

QString ChartTable::toHtml() const
{
    QString out = u"<table><caption>"_s + caption.toHtmlEscaped() + u"</caption><tr>"_s;
    for (const QString& h : headings)
        out += u"<th>"_s + h.toHtmlEscaped() + u"</th>"_s;
    out += u"</tr>"_s;
    for (const QStringList& row : rows) {
        out += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i)
            out += (i == 0 && firstColumnIsText ? u"<td>"_s : u"<td align=\"right\">"_s) + row[i].toHtmlEscaped()
                   + u"</td>"_s;
        out += u"</tr>"_s;
    }
    return out + u"</table>"_s;
}

} // namespace duedesk
