#include "ui/print/tablepdf.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int dpi = 300;
constexpr double points = 7.5, titlePoints = 13;
constexpr std::size_t measured = 500; // rows that decide the widths
constexpr double widest = 70;         // mm of one column
constexpr double portraitWidth = 180; // mm between the margins

double inPixels(double mm) { return mm * dpi / 25.4; }

QFont font(double size, bool bold)
{
    QFont f = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    f.setPointSizeF(size);
    f.setBold(bold);
    return f;
}

class TablePainter {
public:
    TablePainter(const PaperTable& t, QPdfWriter& pdf) : m_t(t), m_pdf(pdf), m_text(font(points, false), &pdf)
    {
        measure();
    }
    double wanted() const { return std::accumulate(m_width.begin(), m_width.end(), 0.0); }
    void paint();

private:
    void measure();
    void fit();
    void line(QPainter& p, double y, bool head, const QStringList& cells);
    double head(QPainter& p);
    double m_gap = inPixels(2.5);

    const PaperTable& m_t;
    QPdfWriter& m_pdf;
    QFontMetricsF m_text;
    std::vector<double> m_width;
};

void TablePainter::measure()
{
    const QFontMetricsF bold(font(points, true), &m_pdf);
    for (std::size_t c = 0; c < m_t.columns.size(); ++c) {
        double w = bold.horizontalAdvance(m_t.columns[c].title);
        for (std::size_t r = 0; r < std::min(measured, m_t.rows.size()); ++r)
            w = std::max(w, m_text.horizontalAdvance(m_t.rows[r].value(qsizetype(c))));
        m_width.push_back(std::min(w, inPixels(widest)) + m_gap);
    }
}

// Too wide: what is wider than an equal share gives way.
void TablePainter::fit()
{
    const double room = m_pdf.width();
    for (int round = 0; round < 20 && wanted() > room; ++round) {
        const double share = room / double(m_width.size());
        double fixed = 0, loose = 0;
        for (const double w : m_width)
            (w <= share ? fixed : loose) += w;
        if (loose <= 0)
            break;
        const double scale = std::max(0.05, (room - fixed) / loose);
        for (double& w : m_width)
            if (w > share)
                w = std::max(share, w * scale);
        if (wanted() > room * 1.001 && scale >= 1)
            break;
    }
    if (wanted() > room)
        for (double& w : m_width)
            w *= room / wanted();
}

void TablePainter::line(QPainter& p, double y, bool head, const QStringList& cells)
{
    const QFontMetricsF metrics(p.font(), &m_pdf);
    const double height = m_text.height() * 1.35;
    double x = 0;
    for (std::size_t c = 0; c < m_width.size(); ++c) {
        const double w = m_width[c] - m_gap;
        const QString text = metrics.elidedText(cells.value(qsizetype(c)), Qt::ElideRight, w);
        p.drawText(QRectF(x, y, w, height),
                   int((m_t.columns[c].right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine),
                   text);
        x += m_width[c];
    }
    p.setPen(QPen(head ? QColor(0x5C, 0x68, 0x77) : QColor(0xE2, 0xE6, 0xEB), 1));
    p.drawLine(QPointF(0, y + height), QPointF(m_pdf.width(), y + height));
    p.setPen(Qt::black);
}

double TablePainter::head(QPainter& p)
{
    p.setFont(font(titlePoints, true));
    double y = 0;
    const double titleHeight = QFontMetricsF(p.font(), &m_pdf).height();
    p.drawText(QRectF(0, y, m_pdf.width(), titleHeight), int(Qt::AlignLeft | Qt::TextSingleLine), m_t.title);
    y += titleHeight;
    p.setFont(font(points, false));
    p.drawText(QRectF(0, y, m_pdf.width(), m_text.height()), int(Qt::AlignLeft | Qt::TextSingleLine), m_t.about);
    return y + m_text.height() * 2;
}

void TablePainter::paint()
{
    fit();
    QStringList titles;
    for (const PaperColumn& c : m_t.columns)
        titles += c.title;
    const double height = m_text.height() * 1.35;
    const double top = QFontMetricsF(font(titlePoints, true), &m_pdf).height() + m_text.height() * 2;
    const double bottom = m_pdf.height() - m_text.height() * 2.5;
    const auto fits = std::size_t(std::max(1.0, (bottom - top) / height - 2)); // the heading, and a line for the foot
    const std::size_t pages = std::max<std::size_t>(1, (m_t.rows.size() + fits - 1) / fits);
    QPainter p(&m_pdf);
    for (std::size_t page = 0; page < pages; ++page) {
        if (page > 0)
            m_pdf.newPage();
        double y = head(p);
        p.setFont(font(points, true));
        line(p, y, true, titles);
        p.setFont(font(points, false));
        for (std::size_t r = page * fits; r < std::min(m_t.rows.size(), (page + 1) * fits); ++r)
            line(p, y += height, false, m_t.rows[r]);
        if (page + 1 == pages && !m_t.foot.isEmpty())
            p.drawText(QRectF(0, y + height * 1.2, m_pdf.width(), m_text.height()),
                       int(Qt::AlignLeft | Qt::TextSingleLine), m_t.foot);
        p.drawText(QRectF(0, m_pdf.height() - m_text.height(), m_pdf.width(), m_text.height()),
                   int(Qt::AlignRight | Qt::TextSingleLine), u"Page %1 of %2"_s.arg(page + 1).arg(pages));
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
        if (TablePainter(table, pdf).wanted() > inPixels(portraitWidth))
            pdf.setPageOrientation(QPageLayout::Landscape);
        TablePainter(table, pdf).paint();
    }
    return bytes;
}

} // namespace duedesk
