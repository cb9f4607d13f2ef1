#include "app/ctl/listtable.h"

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "ui/print/paperfile.h"

#include <QTextStream>
#include <algorithm>
#include <cstdio>
#include <memory>

namespace duedesk::ctl {
namespace {

Cell cellOf(Column::Kind kind, const QString& text)
{
    if (text == QLatin1String(noFigureWords))
        return TextCell{text};
    switch (kind) {
    case Column::Kind::Number: return NumberCell{text.toStdString()};
    case Column::Kind::Money: return NumberCell{text.toStdString(), true};
    case Column::Kind::Day:
        if (const auto day = Date::fromIso(text))
            return DateCell{*day};
        if (const auto at = text.isEmpty() ? std::nullopt : parseInstant(text); at && toIsoInstant(*at) == text)
            return InstantCell{*at};
        break;
    case Column::Kind::Text: break;
    }
    return TextCell{text};
}

void writeRows(const Table& t, TableWriter& writer)
{
    QStringList names;
    for (const Column& c : t.columns)
        names += c.name;
    writer.header(names);
    std::vector<Cell> cells(t.columns.size());
    for (const QStringList& row : t.rows) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            cells[i] = cellOf(t.columns[i].kind, row[qsizetype(i)]);
        }
        writer.row(cells);
    }
}

QString forPeople(const QString& cell) // no control character may move the terminal's cursor
{
    QString out = cell;
    for (QChar& c : out)
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            c = u'·';
    return shown(out); // nor turn the direction of a name
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
        if (t.columns[i].kind == Column::Kind::Number || t.columns[i].kind == Column::Kind::Money)
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

Column::Kind columnKind(ValueKind kind)
{
    switch (kind) {
    case ValueKind::Money: return Column::Kind::Money;
    case ValueKind::Day:
    case ValueKind::Moment: return Column::Kind::Day;
    case ValueKind::Text:
    case ValueKind::Codes: return Column::Kind::Text;
    default: return Column::Kind::Number;
    }
}

Table Table::with(const char* columnList)
{
    Table t;
    for (const QString& name : QString::fromLatin1(columnList).split(u',')) {
        const QChar mark = name[0];
        const Column::Kind kind = mark == u'#'   ? Column::Kind::Number
                                  : mark == u'$' ? Column::Kind::Money
                                  : mark == u'@' ? Column::Kind::Day
                                                 : Column::Kind::Text;
        t.columns.push_back({kind == Column::Kind::Text ? name : name.mid(1), kind});
    }
    return t;
}

// What standard output refused (a full disk behind it) is an error; a list cut short must not look whole.
static Outcome flushed()
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return Outcome{};
    return fail(ErrorCode::StorageFailed, QStringLiteral("standard output cannot be written"),
                QStringLiteral("check the disk or the program behind it"));
}

Outcome print(const Table& table, Format format)
{
    const ByteSink toStdout = [](std::string_view bytes) {
        return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size();
    };
    std::unique_ptr<TableWriter> writer;
    switch (format) {
    case Format::Csv: writer = std::make_unique<CsvWriter>(toStdout, CsvWriter::Style::Plain); break;
    case Format::Json: writer = std::make_unique<JsonWriter>(toStdout); break;
    case Format::Table: {
        QTextStream out(stdout);
        printTable(table, out);
        out.flush();
        return flushed();
    }
    }
    writeRows(table, *writer);
    if (const Outcome o = writer->finish(); !o)
        return o;
    return flushed();
}

bool canWrite(const QString& path) { return isListFile(path); }

Result<Written> writeFile(const OutputDoor& door, const Table& table, const QString& path, const QString& title,
                          const QString& about)
{
    TableFile file = listFile(door, path, title, about, table.warnings.join(QStringLiteral("; ")));
    if (const Outcome o = file.open(); !o)
        return fail(o.error());
    writeRows(table, file.writer());
    return file.commit();
}

} // namespace duedesk::ctl
