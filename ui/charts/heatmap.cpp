#include "ui/charts/heatmap.h"
#include "ui/charts/canvas.h"
#include "ui/models/format.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString monthText(Date d)
{
    return QString(displayLocale().standaloneMonthName(d.month(), QLocale::ShortFormat) + u' '
                   + QString::number(d.year()));
}

} // namespace

HeatMap::HeatMap(QWidget* parent)
    : ChartTile(parent), m_canvas(new Canvas(this, [this](QPainter& p, const QRectF&) { paintGrid(p); }))
{
    m_canvas->setMinimumSize(chartScaled(240), chartScaled(110));
    m_canvas->installEventFilter(this);
    setBody(m_canvas);
}

void HeatMap::setData(HeatMapData given)
{
    m_data = std::move(given);
    m_month = std::min(m_month, int(m_data.months.size()) - 1);
    if (m_month < 0)
        m_bucket = -1;
    dataChanged();
    m_canvas->update();
}

void HeatMap::setChartStyle(const ChartStyle& style)
{
    ChartTile::setChartStyle(style);
    m_canvas->update();
}

double HeatMap::share(std::size_t month, std::size_t bucket) const
{
    const auto& c = m_data.cells[month];
    const std::int64_t total = std::accumulate(c.begin(), c.end(), std::int64_t(0));
    return total <= 0 ? 0.0 : double(c[bucket]) / double(total);
}

HeatMap::Grid HeatMap::grid() const
{
    const QFontMetricsF fm(chartFont(this, 11));
    double left = 0;
    for (const QString& name : m_data.bucketNames)
        left = std::max(left, fm.horizontalAdvance(name));
    left += 12;
    const double bottom = fm.height() + 4;
    return {left, 0, (m_canvas->width() - left) / std::max<double>(1, double(m_data.months.size())),
            std::min((m_canvas->height() - bottom) / 5, double(chartScaled(44)))};
}

void HeatMap::paintGrid(QPainter& p) const
{
    const ChartStyle& s = chartStyle();
    const Grid g = grid();
    p.setFont(chartFont(this, 11));
    const QFontMetricsF fm(p.font());
    for (std::size_t b = 0; b < 5; ++b) {
        p.setPen(s.muted);
        p.drawText(QRectF(0, g.cellHeight * double(b), g.left - 8, g.cellHeight), Qt::AlignRight | Qt::AlignVCenter,
                   m_data.bucketNames[b]);
        for (std::size_t m = 0; m < m_data.months.size(); ++m) {
            const QRectF cell(g.left + g.cellWidth * double(m), g.cellHeight * double(b), g.cellWidth, g.cellHeight);
            const double part = share(m, b);
            // Mixed with the surface by hand: the figure on top needs to know the colour it stands on.
            const double ink = 0.06 + 0.94 * std::sqrt(std::clamp(part, 0.0, 1.0)); // small shares stay visible
            const auto mix = [&](int a, int c) { return int(a * ink + c * (1 - ink)); };
            const QColor ramp = s.ramp[b], fill(mix(ramp.red(), s.surface.red()), mix(ramp.green(), s.surface.green()),
                                                mix(ramp.blue(), s.surface.blue()));
            p.fillRect(cell.adjusted(1, 1, -1, -1), fill);
            const QString text = displayLocale().toString(part * 100, 'f', 0);
            if (fm.horizontalAdvance(u"00"_s) < g.cellWidth - 3) {
                p.setPen(readableOn(fill));
                p.drawText(cell, Qt::AlignCenter, text);
            }
            if (hasFocus() && int(m) == m_month && int(b) == m_bucket) {
                p.setPen(QPen(s.text, 2));
                p.setBrush(Qt::NoBrush);
                p.drawRect(cell.adjusted(1, 1, -1, -1));
            }
        }
    }
    const double widest = fm.horizontalAdvance(u"Sep 2026"_s) + 8;
    const int step = std::max(1, int(widest / std::max(1.0, g.cellWidth)) + (widest > g.cellWidth ? 1 : 0));
    p.setPen(s.muted);
    double free = m_canvas->width() + 8.0; // labels may not meet
    for (int m = int(m_data.months.size()) - 1; m >= 0; m -= step) {
        const QString text = monthText(m_data.months[std::size_t(m)]);
        const double w = fm.horizontalAdvance(text);
        const double x = std::clamp(g.left + g.cellWidth * (m + 0.5) - w / 2, 0.0, m_canvas->width() - w);
        if (x + w + 8 > free)
            continue;
        free = x;
        p.drawText(QPointF(x, g.cellHeight * 5 + fm.ascent() + 3), text);
    }
}

ChartTable HeatMap::table() const
{
    ChartTable t;
    t.caption = tr("%1, %2").arg(title(), m_data.currency.toString());
    t.headings.append(tr("month end"));
    for (const QString& name : m_data.bucketNames)
        t.headings.append(name);
    for (std::size_t m = m_data.months.size(); m-- > 0;) {
        QStringList cells{m_data.months[m].toIso()};
        for (std::int64_t v : m_data.cells[m])
            cells.append(amountText(v, m_data.currency));
        t.rows.push_back(cells);
    }
    return t;
}

QString HeatMap::reading() const
{
    if (m_month < 0 || m_bucket < 0)
        return {};
    const auto m = std::size_t(m_month), b = std::size_t(m_bucket);
    return tr("%1, %2: %3, %4 % of open")
        .arg(monthText(m_data.months[m]), m_data.bucketNames[b], amountWithUnit(m_data.cells[m][b], m_data.currency),
             displayLocale().toString(share(m, b) * 100, 'f', 0));
}

bool HeatMap::moveCursor(int dx, int dy)
{
    if (m_data.months.empty())
        return false;
    if (m_month < 0) {
        m_month = int(m_data.months.size()) - 1;
        m_bucket = 0;
    } else {
        m_month = std::clamp(m_month + dx, 0, int(m_data.months.size()) - 1);
        m_bucket = std::clamp(m_bucket + dy, 0, 4);
    }
    m_canvas->update();
    cursorMoved();
    return true;
}

void HeatMap::cursorToEnd(bool last)
{
    if (m_data.months.empty())
        return;
    m_bucket = std::max(0, m_bucket);
    m_month = last ? int(m_data.months.size()) - 1 : 0;
    m_canvas->update();
    cursorMoved();
}

void HeatMap::clearCursor()
{
    m_month = m_bucket = -1;
    m_canvas->update();
    cursorMoved();
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::ShiftModifier && m_month >= 0) {
        emit monthActivated(m_data.months[std::size_t(m_month)]);
        return;
    }
    ChartTile::keyPressEvent(event);
}

bool HeatMap::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::MouseButtonPress && !m_data.months.empty()) {
        const QPointF at = static_cast<QMouseEvent*>(event)->position();
        const Grid g = grid();
        setFocus(Qt::MouseFocusReason);
        m_month = std::clamp(int((at.x() - g.left) / std::max(1.0, g.cellWidth)), 0, int(m_data.months.size()) - 1);
        m_bucket = std::clamp(int(at.y() / std::max(1.0, g.cellHeight)), 0, 4);
        m_canvas->update();
        cursorMoved();
        return true;
    }
    return ChartTile::eventFilter(watched, event);
}

QString HeatMap::sentence() const
{
    if (m_data.months.empty())
        return tr("No months to show.");
    const std::size_t last = m_data.months.size() - 1;
    return tr("Shares of open money by age over %Ln months: %1 % current and %2 % over %3 at the end. Arrows read the "
              "cells, Shift+Enter looks at the book as of that month, T shows the table.",
              nullptr, int(m_data.months.size()))
        .arg(displayLocale().toString(share(last, 0) * 100, 'f', 0),
             displayLocale().toString(share(last, 4) * 100, 'f', 0), m_data.bucketNames[4]);
}

} // namespace duedesk
