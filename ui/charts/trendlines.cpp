#include "ui/charts/trendlines.h"
#include "ui/charts/plotview.h"
#include "ui/models/format.h"

#include <QChart>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString monthName(Date month, bool withYear)
{
    const QLocale& locale = displayLocale();
    const QString name = locale.standaloneMonthName(month.month(), QLocale::ShortFormat);
    return withYear ? QString(name + u' ' + QString::number(month.year())) : name;
}

QString figure(double v) { return displayLocale().toString(v, 'f', 1); }

Qt::PenStyle penStyle(TrendLine::Dash d)
{
    switch (d) {
    case TrendLine::Dash::Solid: return Qt::SolidLine;
    case TrendLine::Dash::Dashed: return Qt::DashLine;
    case TrendLine::Dash::Dotted: return Qt::DotLine;
    }
    return Qt::SolidLine;
}

} // namespace

TrendLines::TrendLines(QWidget* parent)
    : ChartTile(parent), m_view(new PlotView(this)), m_x(new QValueAxis(m_view)), m_y(new QValueAxis(m_view))
{
    m_view->chart()->addAxis(m_x, Qt::AlignBottom);
    m_view->chart()->addAxis(m_y, Qt::AlignLeft);
    m_x->setVisible(false);
    m_y->setLabelsVisible(false);
    m_y->setLineVisible(false);
    m_y->setGridLineVisible(false); // ours follow the plot area at once
    m_view->paintUnder = [this](QPainter& p) { paintGrid(p); };
    m_view->paintOver = [this](QPainter& p) { paintLabels(p); };
    m_view->viewport()->installEventFilter(this);
    setBody(m_view);
    setChartStyle(chartStyle());
}

QLineSeries* TrendLines::seriesAt(std::size_t i)
{
    while (m_series.size() <= i) {
        auto* s = new QLineSeries(m_view);
        m_view->chart()->addSeries(s);
        s->attachAxis(m_x);
        s->attachAxis(m_y);
        m_series.push_back(s);
        m_lineOfSeries.push_back(-1);
    }
    return m_series[i];
}

void TrendLines::setData(TrendLinesData data)
{
    m_data = std::move(data);
    m_month = std::min(m_month, int(m_data.months.size()) - 1);
    m_line = std::min(m_line, int(m_data.lines.size()) - 1);
    rebuild();
    dataChanged();
}

void TrendLines::rebuild()
{
    double low = 1e300, high = -1e300;
    std::size_t used = 0;
    const auto take = [&](double v) {
        low = std::min(low, v);
        high = std::max(high, v);
    };
    for (std::size_t l = 0; l < m_data.lines.size(); ++l) {
        QList<QPointF> run;
        const auto flush = [&] {
            if (run.isEmpty())
                return;
            QLineSeries* s = seriesAt(used);
            m_lineOfSeries[used++] = int(l);
            s->replace(run);
            s->setVisible(true);
            run.clear();
        };
        for (std::size_t m = 0; m < m_data.lines[l].values.size(); ++m) {
            if (const auto v = m_data.lines[l].values[m]) {
                take(*v);
                run.append({double(m), *v});
            } else {
                flush();
            }
        }
        flush();
    }
    for (std::size_t i = used; i < m_series.size(); ++i) {
        m_series[i]->replace(QList<QPointF>());
        m_series[i]->setVisible(false);
        m_lineOfSeries[i] = -1;
    }
    if (m_data.target)
        take(*m_data.target);
    if (low > high)
        low = 0, high = 1;
    const double pad = std::max(1.0, (high - low) * 0.06);
    m_x->setRange(0, std::max<double>(1, double(m_data.months.size()) - 1));
    m_y->setTickCount(5);
    m_y->setRange(m_data.fromZero ? 0.0 : std::max(0.0, low - pad), high + pad);
    m_y->applyNiceNumbers();
    setChartStyle(chartStyle());
}

QColor TrendLines::lineColor(const TrendLine& line) const
{
    const ChartStyle& s = chartStyle();
    return line.colour == 0 ? s.accent : line.colour == 1 ? s.ramp[3] : s.muted;
}

void TrendLines::setChartStyle(const ChartStyle& style)
{
    ChartTile::setChartStyle(style);
    if (!m_y)
        return;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        if (m_lineOfSeries[i] < 0)
            continue;
        const TrendLine& line = m_data.lines[std::size_t(m_lineOfSeries[i])];
        QPen pen(lineColor(line), line.dash == TrendLine::Dash::Solid ? 2.2 : 1.6, penStyle(line.dash), Qt::RoundCap,
                 Qt::RoundJoin);
        m_series[i]->setPen(pen);
    }
    const QFontMetricsF fm(chartFont(this, 11));
    double names = 40;
    for (const TrendLine& l : m_data.lines)
        names = std::max(names, fm.horizontalAdvance(l.name + u" 000.0"_s));
    const double left = fm.horizontalAdvance(figure(m_y->max())) + 10;
    m_view->setPlotMargins(QMarginsF(left, chartScaled(10), names + 12, chartScaled(24)));
    m_view->viewport()->update();
}

double TrendLines::yOf(double value) const
{
    const QRectF a = m_view->plotArea();
    return a.bottom() - (value - m_y->min()) / std::max(1e-9, m_y->max() - m_y->min()) * a.height();
}

double TrendLines::xOf(int month) const
{
    const QRectF a = m_view->plotArea();
    return a.left() + month / std::max(1e-9, m_x->max()) * a.width();
}

void TrendLines::paintGrid(QPainter& p) const
{
    const QRectF area = m_view->plotArea();
    const ChartStyle& s = chartStyle();
    p.setFont(chartFont(this, 11));
    const int ticks = std::max(2, m_y->tickCount());
    for (int i = 0; i < ticks; ++i) {
        const double v = m_y->min() + (m_y->max() - m_y->min()) * i / (ticks - 1);
        const bool whole = std::abs(v - std::round(v)) < 0.01;
        p.setPen(s.muted);
        p.drawText(QRectF(0, yOf(v) - 10, area.left() - 8, 20), Qt::AlignRight | Qt::AlignVCenter,
                   displayLocale().toString(v, 'f', whole ? 0 : 1));
        p.setPen(QPen(s.line, 1));
        p.drawLine(QPointF(area.left(), yOf(v)), QPointF(area.right(), yOf(v)));
    }
}

void TrendLines::paintLabels(QPainter& p)
{
    const QRectF area = m_view->plotArea();
    const ChartStyle& s = chartStyle();
    p.setRenderHint(QPainter::Antialiasing);
    p.setFont(chartFont(this, 11));
    if (m_data.target) {
        QPen pen(s.text, 1, Qt::CustomDashLine);
        pen.setDashPattern({6, 4});
        p.setPen(pen);
        p.drawLine(QPointF(area.left(), yOf(*m_data.target)), QPointF(area.right(), yOf(*m_data.target)));
    }
    paintMonths(p, area);
    paintLineNames(p, area);
    paintCursor(p, area);
}

void TrendLines::paintMonths(QPainter& p, const QRectF& area)
{
    const int n = int(m_data.months.size());
    if (n == 0)
        return;
    const QFontMetricsF fm(p.font());
    const double widest = fm.horizontalAdvance(monthName(m_data.months.front(), true)) + 14;
    const int step = std::max(1, int(std::ceil(widest * n / std::max(1.0, area.width()))));
    p.setPen(chartStyle().muted);
    double free = m_view->width() + 8.0; // labels may not meet
    // Counted back from the last month, which is the one people look for.
    for (int m = n - 1; m >= 0; m -= step) {
        const QString text = monthName(m_data.months[std::size_t(m)], true);
        const double w = fm.horizontalAdvance(text);
        const double x = std::clamp(xOf(m) - w / 2, 0.0, m_view->width() - w);
        if (x + w + 8 > free)
            continue;
        free = x;
        p.drawText(QPointF(x, area.bottom() + chartScaled(16)), text);
    }
}

void TrendLines::paintLineNames(QPainter& p, const QRectF& area)
{
    struct LineName {
        double y;
        QString text;
        QColor color;
    };
    std::vector<LineName> names;
    for (const TrendLine& l : m_data.lines) {
        const auto last = std::find_if(l.values.rbegin(), l.values.rend(), [](const auto& v) { return v.has_value(); });
        if (last != l.values.rend())
            names.push_back({yOf(**last), QString(l.name + u' ' + figure(**last)), lineColor(l)});
    }
    if (m_data.target)
        names.push_back({yOf(*m_data.target), tr("target %1").arg(figure(*m_data.target)), chartStyle().text});
    std::sort(names.begin(), names.end(), [](const LineName& a, const LineName& b) { return a.y < b.y; });
    const double height = QFontMetricsF(p.font()).height();
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + height);
    // None reaches down to the months; what stands above makes room.
    double lowest = area.bottom() - height / 2;
    for (std::size_t i = names.size(); i-- > 0; lowest = names[i].y - height)
        names[i].y = std::min(names[i].y, lowest);
    for (const LineName& n : names) {
        p.setPen(n.color);
        p.drawText(QRectF(area.right() + 8, n.y - height / 2, m_view->width() - area.right() - 8, height),
                   Qt::AlignLeft | Qt::AlignVCenter, n.text);
    }
}

void TrendLines::paintCursor(QPainter& p, const QRectF& area)
{
    if (m_month < 0 || m_line < 0 || !hasFocus())
        return;
    p.setPen(QPen(chartStyle().muted, 1));
    p.drawLine(QPointF(xOf(m_month), area.top()), QPointF(xOf(m_month), area.bottom()));
    const TrendLine& line = m_data.lines[std::size_t(m_line)];
    if (const auto v = line.values[std::size_t(m_month)]) {
        p.setPen(QPen(chartStyle().surface, 2));
        p.setBrush(lineColor(line));
        p.drawEllipse(QPointF(xOf(m_month), yOf(*v)), 5, 5);
    }
}

ChartTable TrendLines::table() const
{
    ChartTable t;
    t.caption = tr("%1 in %2").arg(title(), m_data.unit);
    t.headings.append(tr("month end"));
    for (const TrendLine& l : m_data.lines)
        t.headings.append(l.name);
    if (m_data.target)
        t.headings.append(tr("target"));
    for (std::size_t m = m_data.months.size(); m-- > 0;) { // newest first
        QStringList cells{m_data.months[m].toIso()};
        for (const TrendLine& l : m_data.lines)
            cells.append(l.values[m] ? figure(*l.values[m]) : tr("n/a"));
        if (m_data.target)
            cells.append(figure(*m_data.target));
        t.rows.push_back(cells);
    }
    return t;
}

QString TrendLines::reading() const
{
    if (m_month < 0 || m_line < 0)
        return {};
    const TrendLine& line = m_data.lines[std::size_t(m_line)];
    const auto v = line.values[std::size_t(m_month)];
    QString text = tr("%1, %2: %3")
                       .arg(monthName(m_data.months[std::size_t(m_month)], true), line.name,
                            v ? QString(figure(*v) + u' ' + m_data.unit) : tr("n/a"));
    if (v && m_data.target)
        text = tr("%1, target %2").arg(text, figure(*m_data.target));
    return text;
}

bool TrendLines::moveCursor(int dx, int dy)
{
    if (m_data.months.empty() || m_data.lines.empty())
        return false;
    if (m_month < 0) {
        m_month = int(m_data.months.size()) - 1;
        m_line = 0;
    } else {
        m_month = std::clamp(m_month + dx, 0, int(m_data.months.size()) - 1);
        m_line = std::clamp(m_line + dy, 0, int(m_data.lines.size()) - 1);
    }
    m_view->viewport()->update();
    cursorMoved();
    return true;
}

void TrendLines::cursorToEnd(bool last)
{
    if (m_data.months.empty() || m_data.lines.empty())
        return;
    m_line = std::max(0, m_line);
    m_month = last ? int(m_data.months.size()) - 1 : 0;
    m_view->viewport()->update();
    cursorMoved();
}

void TrendLines::clearCursor()
{
    m_month = m_line = -1;
    m_view->viewport()->update();
    cursorMoved();
}

void TrendLines::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::ShiftModifier && m_month >= 0) {
        emit monthActivated(m_data.months[std::size_t(m_month)]);
        return;
    }
    ChartTile::keyPressEvent(event);
}

bool TrendLines::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonPress && !m_data.months.empty()
        && !m_data.lines.empty()) {
        const QPointF at = static_cast<QMouseEvent*>(event)->position();
        const QRectF area = m_view->plotArea();
        setFocus(Qt::MouseFocusReason);
        m_month = std::clamp(int(std::lround((at.x() - area.left()) / std::max(1.0, area.width()) * m_x->max())), 0,
                             int(m_data.months.size()) - 1);
        double nearest = 1e300;
        for (std::size_t l = 0; l < m_data.lines.size(); ++l) {
            const auto v = m_data.lines[l].values[std::size_t(m_month)];
            if (v && std::abs(yOf(*v) - at.y()) < nearest) {
                nearest = std::abs(yOf(*v) - at.y());
                m_line = int(l);
            }
        }
        m_line = std::max(0, m_line);
        m_view->viewport()->update();
        cursorMoved();
        return true;
    }
    return ChartTile::eventFilter(watched, event);
}

QString TrendLines::sentence() const
{
    if (m_data.months.empty() || m_data.lines.empty())
        return tr("No months to show.");
    QStringList parts;
    for (const TrendLine& l : m_data.lines) {
        const auto first = std::find_if(l.values.begin(), l.values.end(), [](const auto& v) { return v.has_value(); });
        const auto last = std::find_if(l.values.rbegin(), l.values.rend(), [](const auto& v) { return v.has_value(); });
        if (first != l.values.end())
            parts.append(tr("%1 from %2 to %3").arg(l.name, figure(**first), figure(**last)));
    }
    return tr("Lines over %Ln months, in %1: %2. Arrows read the months, T shows the table.", nullptr,
              int(m_data.months.size()))
        .arg(m_data.unit, parts.join(u", "_s));
}

} // namespace duedesk
