#include "ui/charts/rowstile.h"
#include "ui/charts/canvas.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

namespace duedesk {

using namespace Qt::StringLiterals;

RowsTile::RowsTile(QWidget* parent)
    : ChartTile(parent), m_canvas(new Canvas(this, [this](QPainter& p, const QRectF& r) { paintRows(p, r); }))
{
    m_canvas->setMinimumSize(chartScaled(160), chartScaled(90));
    m_canvas->installEventFilter(this);
    setBody(m_canvas);
    connect(this, &ChartTile::drillRequested, this, [this] { activate(); });
}

void RowsTile::setData(QStringList headings, std::vector<TileRow> rows)
{
    m_headings = std::move(headings);
    m_rows = std::move(rows);
    m_row = std::min(m_row, int(m_rows.size()) - 1);
    dataChanged();
    m_canvas->update();
}

void RowsTile::setChartStyle(const ChartStyle& style)
{
    ChartTile::setChartStyle(style);
    m_canvas->update();
}

double RowsTile::rowHeight() const { return chartScaled(27); }

void RowsTile::paintRows(QPainter& p, const QRectF& area) const
{
    const ChartStyle& s = chartStyle();
    const QFont caption = chartFont(this, 11, QFont::DemiBold);
    const QFontMetricsF figures(chartFont(this, 13, QFont::DemiBold)), captions(caption);
    std::vector<double> widths;
    for (qsizetype f = 1; f < m_headings.size(); ++f) {
        double w = captions.horizontalAdvance(m_headings[f]);
        for (const TileRow& r : m_rows)
            w = std::max(w, figures.horizontalAdvance(r.figures.value(f - 1)));
        widths.push_back(w + 14);
    }
    double y = area.top();
    if (m_headings.size() > 1) {
        p.setFont(caption);
        p.setPen(s.muted);
        const double height = captions.height() + 2;
        double right = area.right();
        for (std::size_t f = widths.size(); f-- > 0;) {
            p.drawText(QRectF(right - widths[f], y, widths[f], height), Qt::AlignRight | Qt::AlignVCenter,
                       m_headings[qsizetype(f) + 1]);
            right -= widths[f];
        }
        p.drawText(QRectF(area.left(), y, right - area.left(), height), Qt::AlignLeft | Qt::AlignVCenter,
                   m_headings.value(0));
        y += height + 2;
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i, y += rowHeight()) {
        const QRectF line(area.left(), y, area.width(), rowHeight());
        if (line.bottom() > area.bottom() + 1)
            break; // the table has them all
        if (hasFocus() && int(i) == m_row)
            p.fillRect(line.adjusted(-6, 0, 6, 0), s.selected);
        paintRow(p, line, m_rows[i], widths);
        p.setRenderHint(QPainter::Antialiasing, false);
        p.setPen(QPen(s.line, 1));
        p.drawLine(line.bottomLeft(), line.bottomRight());
        p.setRenderHint(QPainter::Antialiasing, true);
    }
}

void RowsTile::paintRow(QPainter& p, const QRectF& line, const TileRow& row, const std::vector<double>& widths) const
{
    const ChartStyle& s = chartStyle();
    const QColor tone = row.tone == 1 ? s.good : row.tone == 2 ? s.warn : row.tone == 3 ? s.bad : s.text;
    double right = line.right();
    for (std::size_t f = widths.size(); f-- > 0;) {
        const bool last = f + 1 == widths.size();
        p.setFont(chartFont(this, 13, last ? QFont::DemiBold : QFont::Normal));
        p.setPen(last ? tone : s.text);
        p.drawText(QRectF(right - widths[f], line.top(), widths[f], line.height()), Qt::AlignRight | Qt::AlignVCenter,
                   row.figures.value(qsizetype(f)));
        right -= widths[f];
    }
    const double room = right - line.left() - 4;
    if (row.bar > 0) {
        const QColor ink = s.ramp[3];
        p.fillRect(QRectF(line.left(), line.bottom() - 3, line.width() * std::min(1.0, row.bar), 3), ink);
    }
    const bool bold = widths.empty();
    p.setFont(chartFont(this, 13, bold ? QFont::DemiBold : QFont::Normal));
    p.setPen(bold ? tone : s.text);
    const QFontMetricsF fm(p.font());
    const QString name = fm.elidedText(row.name, Qt::ElideRight, room);
    p.drawText(QRectF(line.left(), line.top(), room, line.height()), Qt::AlignLeft | Qt::AlignVCenter, name);
    const double used = fm.horizontalAdvance(name) + 8;
    if (row.note.isEmpty() || used + 20 > room)
        return;
    p.setFont(chartFont(this, 12));
    p.setPen(s.muted);
    p.drawText(QRectF(line.left() + used, line.top(), room - used, line.height()), Qt::AlignLeft | Qt::AlignVCenter,
               QFontMetricsF(p.font()).elidedText(row.note, Qt::ElideRight, room - used));
}

ChartTable RowsTile::table() const
{
    ChartTable t;
    t.caption = title();
    t.headings = m_headings;
    const bool notes = std::any_of(m_rows.begin(), m_rows.end(), [](const TileRow& r) { return !r.note.isEmpty(); });
    if (notes)
        t.headings.append(tr("about"));
    for (const TileRow& r : m_rows) {
        QStringList cells{r.name};
        for (qsizetype f = 1; f < m_headings.size(); ++f)
            cells.append(r.figures.value(f - 1));
        if (notes)
            cells.append(r.note);
        t.rows.push_back(cells);
    }
    return t;
}

QString RowsTile::reading() const
{
    if (m_row < 0 || m_row >= int(m_rows.size()))
        return {};
    const TileRow& r = m_rows[std::size_t(m_row)];
    QStringList parts{r.name};
    for (qsizetype f = 0; f < r.figures.size(); ++f)
        parts.append(QString(m_headings.value(f + 1) + u' ' + r.figures[f]));
    if (!r.note.isEmpty())
        parts.append(r.note);
    return parts.join(u", "_s);
}

QString RowsTile::drillFilter() const
{
    if (m_row < 0 || m_row >= int(m_rows.size()) || m_rows[std::size_t(m_row)].page.isEmpty())
        return {};
    const QString& filter = m_rows[std::size_t(m_row)].filter;
    return filter.isNull() ? u""_s : filter;
}

bool RowsTile::moveCursor(int, int dy)
{
    if (m_rows.empty())
        return false;
    m_row = m_row < 0 ? 0 : std::clamp(m_row + dy, 0, int(m_rows.size()) - 1);
    m_canvas->update();
    cursorMoved();
    return true;
}

void RowsTile::cursorToEnd(bool last)
{
    if (m_rows.empty())
        return;
    m_row = last ? int(m_rows.size()) - 1 : 0;
    m_canvas->update();
    cursorMoved();
}

void RowsTile::clearCursor()
{
    m_row = -1;
    m_canvas->update();
    cursorMoved();
}

void RowsTile::activate()
{
    if (m_row < 0 || m_row >= int(m_rows.size()))
        return;
    const TileRow& r = m_rows[std::size_t(m_row)];
    if (!r.page.isEmpty())
        emit rowActivated(r.page, r.filter);
}

bool RowsTile::eventFilter(QObject* watched, QEvent* event)
{
    const bool press = event->type() == QEvent::MouseButtonPress, twice = event->type() == QEvent::MouseButtonDblClick;
    if (watched == m_canvas && (press || twice)) {
        const double top = m_headings.size() > 1 ? QFontMetricsF(chartFont(this, 11, QFont::DemiBold)).height() + 4 : 0;
        const int row = int((static_cast<QMouseEvent*>(event)->position().y() - top) / rowHeight());
        setFocus(Qt::MouseFocusReason);
        if (row >= 0 && row < int(m_rows.size())) {
            m_row = row;
            m_canvas->update();
            cursorMoved();
            if (twice)
                activate();
        }
        return true;
    }
    return ChartTile::eventFilter(watched, event);
}

QString RowsTile::sentence() const
{
    QStringList names;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, m_rows.size()); ++i)
        names.append(QString(
            m_rows[i].name + (m_rows[i].figures.isEmpty() ? QString() : QString(u' ' + m_rows[i].figures.join(u' ')))));
    if (names.isEmpty())
        return tr("Nothing to show.");
    return tr("List of %Ln: %1. Arrows choose a row, Enter opens it, T shows the table.", nullptr, int(m_rows.size()))
        .arg(names.join(u", "_s));
}

} // namespace duedesk
