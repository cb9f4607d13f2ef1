#include "core/exchange/tablefile.h"

#include "core/exchange/xlsxwriter.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QStringList endingsOf(TableFormat format)
{
    switch (format) {
    case TableFormat::Csv: return {u"csv"_s};
    case TableFormat::Xlsx: return {u"xlsx"_s};
    case TableFormat::Json: return {u"json"_s};
    case TableFormat::Html: break;
    }
    return {u"html"_s, u"htm"_s};
}

std::unique_ptr<TableWriter> writerOf(TableFormat format, ByteSink sink, const QString& title)
{
    switch (format) {
    case TableFormat::Csv: return std::make_unique<CsvWriter>(std::move(sink), CsvWriter::Style::Guarded);
    case TableFormat::Xlsx: return std::make_unique<XlsxWriter>(std::move(sink), title);
    case TableFormat::Json: return std::make_unique<JsonWriter>(std::move(sink));
    case TableFormat::Html: break;
    }
    return std::make_unique<HtmlWriter>(std::move(sink), title);
}

} // namespace

std::optional<TableFormat> tableFormatOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == u"csv")
        return TableFormat::Csv;
    if (ending == u"xlsx")
        return TableFormat::Xlsx;
    if (ending == u"json")
        return TableFormat::Json;
    if (ending == u"html" || ending == u"htm")
        return TableFormat::Html;
    return std::nullopt;
}

TableFile::TableFile(OutputDoor door, const QString& path, TableFormat format, const QString& title)
    : TableFile(std::move(door), path, endingsOf(format),
                [format, title](ByteSink sink) { return writerOf(format, std::move(sink), title); })
{
}

TableFile::TableFile(OutputDoor door, const QString& path, QStringList endings, MakeWriter make)
    : m_path(path), m_door(std::move(door)), m_endings(std::move(endings)), m_make(std::move(make)),
      m_file(std::make_unique<OutputFile>(path))
{
}

Outcome TableFile::open()
{
    if (const Outcome o = m_file->open(m_door, m_endings); !o)
        return o;
    m_writer = m_make([file = m_file.get()](std::string_view bytes) { return file->write(bytes); });
    return {};
}

Result<Written> TableFile::commit()
{
    if (const Outcome o = m_writer->finish(); !o) {
        if (!m_file->isGood())
            return fail(m_file->failure());
        Error e = o.error();
        e.file = m_path;
        return fail(std::move(e));
    }
    return m_file->commit();
}

} // namespace duedesk
