#include "ui/print/tablepdf.h"

#include "core/base/words.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int dpi = 300;
constexpr double points = 7.5, titlePoints = 13;
constexpr std::size_t measured = 500; // rows that decide the widths of texts
constexpr double widest = 70, narrowest = 22; // mm that a text gets, and what is left to it when room is scarce
constexpr double gap = 2.5;                   // mm between columns
constexpr double portraitWidth = 180;         // mm between the margins

double inPixels(double mm) { return mm * dpi / 25.4; }

QFont font(double size, bool bold)
{
    QFont f = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    f.setPointSizeF(size);
    f.setBold(bold);
    f.setHintingPreference(QFont::PreferNoHinting); // small type is as wide as large type made smaller
    return f;
}

// The parts of a heading that may stand on lines of their own: "days_", "past_", "due".
QStringList headingParts(const QString& title)
{
    static const QRegularExpression part(u"[^_ ]*[_ ]|[^_ ]+$"_s);
    QStringList parts;
    for (auto it = part.globalMatch(title); it.hasNext();)
        parts += it.next().captured();
    return parts;
}

// A text in so much room, cut with an ellipsis where it must be; a number in it is left out rather than cut.
QString shortened(const QString& text, const QFontMetricsF& metrics, double room)
{
    const QString cut = metrics.elidedText(text, Qt::ElideRight, room);
    const qsizetype word = cut.lastIndexOf(u' ') + 1;
    if (cut == text || word <= 1)
        return cut;
    const QString whole = text.mid(word).section(u' ', 0, 0);
    const bool digits = std::any_of(whole.begin(), whole.end(), [](QChar c) { return c.isDigit(); });
    return digits ? QString(text.left(word) + u'…') : cut;
}

// Where things stand, in pixels. Texts give way when room is scarce, then everything gets smaller; an amount is never
// cut, for half of one reads as another.
class TableLayout {
public:
    TableLayout(const PaperTable& table, const QPdfWriter& pdf);
    double width() const { return std::accumulate(m_width.begin(), m_width.end(), 0.0); }
    void fit(double room);
    double scale() const { return m_scale; } // of the type
    double column(std::size_t i) const { return m_width[i] * m_scale; } // with its gap
    double gapWidth() const { return inPixels(gap) * m_scale; }

private:
    double cellWidth(const PaperTable& table, std::size_t column, const QFontMetricsF& metrics) const;

    std::vector<double> m_width;
    std::vector<double> m_least; // what a column keeps when room is scarce
    double m_scale = 1;
};

double TableLayout::cellWidth(const PaperTable& table, std::size_t column, const QFontMetricsF& metrics) const
{
    double w = 0;
    if (!table.columns[column].right) {
        for (std::size_t r = 0; r < std::min(measured, table.rows.size()); ++r)
            w = std::max(w, metrics.horizontalAdvance(table.rows[r].value(qsizetype(column))));
        return std::min(w, inPixels(widest));
    }
    QString longest; // digits are equally wide: one number stands for all
    for (const QStringList& row : table.rows)
        if (row.value(qsizetype(column)).size() > longest.size())
            longest = row[qsizetype(column)];
    return metrics.horizontalAdvance(longest) + inPixels(0.2);
}

TableLayout::TableLayout(const PaperTable& table, const QPdfWriter& pdf)
{
    const QFontMetricsF plain(font(points, false), &pdf), bold(font(points, true), &pdf);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        double heading = 0;
        for (const QString& part : headingParts(table.columns[c].title))
            heading = std::max(heading, bold.horizontalAdvance(part) + inPixels(0.2));
        const double cells = cellWidth(table, c, plain);
        const double least = table.columns[c].right ? cells : std::min(cells, inPixels(narrowest));
        m_width.push_back(std::max(heading, cells) + inPixels(gap));
        m_least.push_back(std::max(heading, least) + inPixels(gap));
    }
}

void TableLayout::fit(double room)
{
    const auto capped = [this](std::size_t i, double cap) { return std::max(m_least[i], std::min(m_width[i], cap)); };
    double low = 0, cap = inPixels(widest + gap); // the widest give way first
    for (int round = 0; width() > room && round < 20; ++round) {
        const double middle = (low + cap) / 2;
        double sum = 0;
        for (std::size_t i = 0; i < m_width.size(); ++i)
            sum += capped(i, middle);
        (sum > room ? cap : low) = middle;
    }
    if (width() > room)
        for (std::size_t i = 0; i < m_width.size(); ++i)
            m_width[i] = capped(i, low);
    m_scale = std::min(1.0, room / std::max(width(), 1.0));
}

class TablePainter {
public:
    TablePainter(const PaperTable& t, QPdfWriter& pdf, TableLayout layout)
        : m_t(t), m_pdf(pdf), m_layout(std::move(layout)), m_plain(font(points * m_layout.scale(), false)),
          m_bold(font(points * m_layout.scale(), true)), m_about(font(points, false)), m_text(m_plain, &pdf),
          m_aboutText(m_about, &pdf), m_line(m_text.height() * 1.35)
    {
        wrapTitles();
    }
    void paint();

private:
    void wrapTitles();
    double head(QPainter& p); // answers where the rows begin
    void line(QPainter& p, double y, const QStringList& cells);
    void rule(QPainter& p, double y, QColor colour);

    const PaperTable& m_t;
    QPdfWriter& m_pdf;
    TableLayout m_layout;
    QFont m_plain, m_bold, m_about;
    QFontMetricsF m_text, m_aboutText;
    double m_line; // from one row to the next
    std::vector<QStringList> m_titles; // the lines of each heading
    qsizetype m_titleLines = 1;
};

void TablePainter::wrapTitles()
{
    const QFontMetricsF metrics(m_bold, &m_pdf);
    for (std::size_t c = 0; c < m_t.columns.size(); ++c) {
        const double room = m_layout.column(c) - m_layout.gapWidth();
        QStringList lines;
        for (const QString& part : headingParts(m_t.columns[c].title))
            if (!lines.isEmpty() && metrics.horizontalAdvance(lines.last() + part) <= room)
                lines.last() += part;
            else
                lines += part;
        m_titleLines = std::max(m_titleLines, lines.size());
        m_titles.push_back(std::move(lines));
    }
}

void TablePainter::rule(QPainter& p, double y, QColor colour)
{
    p.setPen(QPen(colour, 1));
    p.drawLine(QPointF(0, y), QPointF(m_pdf.width(), y));
    p.setPen(Qt::black);
}

void TablePainter::line(QPainter& p, double y, const QStringList& cells)
{
    const QFontMetricsF metrics(p.font(), &m_pdf);
    double x = 0;
    for (std::size_t c = 0; c < m_t.columns.size(); ++c) {
        const double w = m_layout.column(c) - m_layout.gapWidth();
        const bool right = m_t.columns[c].right;
        const QString& cell = cells[qsizetype(c)];
        p.drawText(
            QRectF(x, y, w, m_line),
            int((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip),
            right ? cell : shortened(cell, metrics, w + m_layout.gapWidth() / 3));
        x += m_layout.column(c);
    }
}

double TablePainter::head(QPainter& p)
{
    p.setFont(font(titlePoints, true));
    const double titleHeight = QFontMetricsF(p.font(), &m_pdf).height();
    p.drawText(QRectF(0, 0, m_pdf.width(), titleHeight), int(Qt::AlignLeft | Qt::TextSingleLine), m_t.title);
    p.setFont(m_about);
    p.drawText(QRectF(0, titleHeight, m_pdf.width(), m_aboutText.height()), int(Qt::AlignLeft | Qt::TextSingleLine),
               m_t.about);
    double y = titleHeight + m_aboutText.height() * 2;
    p.setFont(m_bold);
    for (qsizetype i = 0; i < m_titleLines; ++i) {
        QStringList cells; // the last lines stand together, above the rows
        for (const QStringList& title : m_titles)
            cells += title.value(i - (m_titleLines - title.size()));
        line(p, y, cells);
        y += i + 1 < m_titleLines ? m_text.height() : m_line;
    }
    rule(p, y, QColor(0x5C, 0x68, 0x77));
    p.setFont(m_plain);
    return y;
}

void TablePainter::paint()
{
    const double top = QFontMetricsF(font(titlePoints, true), &m_pdf).height() + m_aboutText.height() * 2
                       + double(m_titleLines - 1) * m_text.height() + m_line;
    const double bottom = m_pdf.height() - m_aboutText.height() * (m_t.foot.isEmpty() ? 1.5 : 3);
    const auto fits = std::size_t(std::max(1.0, (bottom - top) / m_line));
    const std::size_t pages = std::max<std::size_t>(1, (m_t.rows.size() + fits - 1) / fits);
    QPainter p(&m_pdf);
    for (std::size_t page = 0; page < pages; ++page) {
        if (page > 0)
            m_pdf.newPage();
        double y = head(p);
        for (std::size_t r = page * fits; r < std::min(m_t.rows.size(), (page + 1) * fits); ++r) {
            line(p, y, m_t.rows[r]);
            rule(p, y += m_line, QColor(0xE2, 0xE6, 0xEB));
        }
        p.setFont(m_about);
        if (page + 1 == pages && !m_t.foot.isEmpty())
            p.drawText(QRectF(0, y + m_aboutText.height() * 0.4, m_pdf.width(), m_aboutText.height()),
                       int(Qt::AlignLeft | Qt::TextSingleLine),
                       m_aboutText.elidedText(m_t.foot, Qt::ElideRight, m_pdf.width()));
        p.drawText(QRectF(0, m_pdf.height() - m_aboutText.height(), m_pdf.width(), m_aboutText.height()),
                   int(Qt::AlignRight | Qt::TextSingleLine), Lang::tr("Page %1 of %2").arg(page + 1).arg(pages));
    }
}

} // namespace

QByteArray tablePdf(const PaperTable& table)
{
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&out);
        pdf.setResolution(dpi);
        pdf.setTitle(table.title);
        pdf.setCreator(u"Duedesk " DUEDESK_VERSION ""_s);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(15, 15, 15, 12), QPageLayout::Millimeter);
        TableLayout layout(table, pdf);
        if (layout.width() > inPixels(portraitWidth))
            pdf.setPageOrientation(QPageLayout::Landscape);
        layout.fit(pdf.width());
        TablePainter(table, pdf, std::move(layout)).paint();
    }
    return bytes;
}

} // namespace duedesk
