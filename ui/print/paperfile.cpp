#include "ui/print/paperfile.h"

#include "core/base/words.h"
#include "ui/print/tablepdf.h"

#include <QFileInfo>
#include <memory>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

bool isPaper(const QString& path) { return QFileInfo(path).suffix().compare(u"pdf"_s, Qt::CaseInsensitive) == 0; }

bool isNumber(const Cell& cell)
{
    return std::holds_alternative<MoneyCell>(cell) || std::holds_alternative<NumberCell>(cell);
}

bool isMoney(const Cell& cell)
{
    const auto* number = std::get_if<NumberCell>(&cell);
    return std::holds_alternative<MoneyCell>(cell) || (number && number->grouped);
}

// Thousands apart: "-1234567.50" as "-1,234,567.50".
QString grouped(QString plain)
{
    const qsizetype point = plain.indexOf(u'.');
    const qsizetype first = plain.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = (point < 0 ? plain.size() : point) - 3; at > first; at -= 3)
        plain.insert(at, u',');
    return plain;
}

// One line of a page: breaks and other control characters are blanks there.
QString onOneLine(QString text)
{
    for (QChar& c : text)
        if (c.unicode() < 0x20)
            c = u' ';
    return text;
}

// Keeps the rows until the end, for the pages are only known then.
class PaperWriter final : public TableWriter {
public:
    PaperWriter(ByteSink sink, const QString& title, const QString& about, const QString& foot)
        : m_sink(std::move(sink))
    {
        m_table.title = onOneLine(title);
        m_table.about = onOneLine(about);
        m_table.foot = onOneLine(foot);
    }
    void header(const QStringList& columns) override
    {
        for (const QString& c : columns)
            m_table.columns.push_back({onOneLine(c)});
    }
    void row(const std::vector<Cell>& cells) override
    {
        QStringList texts;
        for (std::size_t i = 0; i < cells.size() && i < m_table.columns.size(); ++i) {
            const QString text = QString::fromStdString(plainText(cells[i]));
            texts += isMoney(cells[i]) ? grouped(text) : onOneLine(text);
            if (isNumber(cells[i]))
                m_table.columns[i].right = true;
        }
        m_table.rows.push_back(std::move(texts));
    }
    Outcome finish() override
    {
        const QString count = Lang::plural("%1 rows", "1 row", qint64(m_table.rows.size()));
        m_table.about = m_table.about.isEmpty() ? count : Lang::tr("%1, %2").arg(m_table.about, count);
        const QByteArray pdf = tablePdf(m_table);
        if (m_sink(std::string_view(pdf.constData(), std::size_t(pdf.size()))))
            return {};
        return fail(ErrorCode::StorageFailed, Lang::tr("the document could not be written"),
                    Lang::tr("check the free space and the folder"));
    }

private:
    ByteSink m_sink;
    PaperTable m_table;
};

} // namespace

bool isListFile(const QString& path) { return isPaper(path) || tableFormatOf(path).has_value(); }

TableFile listFile(OutputDoor door, const QString& path, const QString& title, const QString& about,
                   const QString& foot)
{
    if (!isPaper(path))
        return TableFile(std::move(door), path, tableFormatOf(path).value(), title);
    return TableFile(std::move(door), path, {u"pdf"_s},
                     [title, about, foot](ByteSink sink) -> std::unique_ptr<TableWriter> {
                         return std::make_unique<PaperWriter>(std::move(sink), title, about, foot);
                     });
}

} // namespace duedesk
