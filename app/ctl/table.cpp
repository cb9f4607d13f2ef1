#include "app/ctl/table.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <algorithm>

namespace duedesk::ctl {
namespace {

QString quoted(const QString& cell)
{
    const bool plain = !cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n') && !cell.contains(u'\r');
    if (plain)
        return cell;
    QString out = cell;
    return u'"' + out.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

void printCsv(const Table& t, QTextStream& out)
{
    QStringList names;
    for (const Column& c : t.columns)
        names += c.name;
    out << names.join(u',') << '\n';
    for (const QStringList& row : t.rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            out << (i == 0 ? QString() : QStringLiteral(",")) << quoted(row[i]);
        out << '\n';
    }
}

void printJson(const Table& t, QTextStream& out)
{
    QJsonArray rows;
    for (const QStringList& row : t.rows) {
        QJsonObject o;
        for (std::size_t i = 0; i < t.columns.size(); ++i) {
            const QString& cell = row[qsizetype(i)];
            o.insert(t.columns[i].name, cell.isEmpty() && t.columns[i].kind == Column::Kind::Number ? QJsonValue() : cell);
        }
        rows.append(o);
    }
    out << QJsonDocument(rows).toJson(QJsonDocument::Indented);
}

QString forPeople(const QString& cell) // no control character may move the terminal's cursor
{
    QString out = cell;
    for (QChar& c : out)
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            c = u'·';
    return out;
}

void printTable(const Table& t, QTextStream& out)
{
    std::vector<qsizetype> width;
    for (const Column& c : t.columns)
        width.push_back(c.name.size());
    for (const QStringList& row : t.rows)
        for (std::size_t i = 0; i < width.size(); ++i)
            width[i] = std::min<qsizetype>(48, std::max(width[i], row[qsizetype(i)].size()));
    const auto cell = [&](std::size_t i, QString text) {
        if (text.size() > width[i])
            text = text.left(width[i] - 1) + u'…';
        const bool last = i + 1 == t.columns.size();
        if (t.columns[i].kind == Column::Kind::Number)
            return text.rightJustified(width[i]);
        return last ? text : text.leftJustified(width[i]);
    };
    const auto line = [&](auto&& textOf) {
        for (std::size_t i = 0; i < t.columns.size(); ++i)
            out << (i == 0 ? "" : "  ") << cell(i, textOf(i));
        out << '\n';
    };
    line([&](std::size_t i) { return t.columns[i].name; });
    for (const QStringList& row : t.rows)
        line([&](std::size_t i) { return forPeople(row[qsizetype(i)]); });
}

} // namespace

Table Table::with(const char* columnList)
{
    Table t;
    for (const QString& name : QString::fromLatin1(columnList).split(u',')) {
        const bool number = name.startsWith(u'#');
        t.columns.push_back({number ? name.mid(1) : name, number ? Column::Kind::Number : Column::Kind::Text});
    }
    return t;
}

void print(const Table& table, Format format, QTextStream& out)
{
    switch (format) {
    case Format::Csv: return printCsv(table, out);
    case Format::Json: return printJson(table, out);
    case Format::Table: return printTable(table, out);
    }
}

} // namespace duedesk::ctl
