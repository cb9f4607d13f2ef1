#include "ui/charts/stackedagingbars.h"
#include "ui/charts/plotview.h"
#include "ui/models/format.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QHorizontalStackedBarSeries>
#include <QPainter>
#include <QToolTip>
#include <QValueAxis>
#include <algorithm>
#include <numeric>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

std::int64_t totalOf(const AgingBarRow& r)
{
    return std::accumulate(r.bucket.begin(), r.bucket.end(), std::int64_t(0));
}

QString percentText(std::int64_t part, std::int64_t whole)
{
    return whole == 0 ? u"0 %"_s
                      : QString(displayLocale().toString(100.0 * double(part) / double(whole), 'f', 0) + u" %"_s);
}

} // namespace

StackedAgingBars::StackedAgingBars(QWidget* parent)
    : ChartTile(parent), m_view(new PlotView(this)), m_series(new QHorizontalStackedBarSeries(m_view)),
      m_categories(new QBarCategoryAxis(m_view)), m_amounts(new QValueAxis(m_view))
{
    for (int b = 0; b < 5; ++b) {
        auto* set = new QBarSet(QString(), m_series);
        set->setPen(Qt::NoPen);
        m_sets[std::size_t(b)] = set;
        m_series->append(set);
        connect(set, &QBarSet::clicked, this, [this, b](int i) { pick(category(i), b, false); });
        connect(set, &QBarSet::doubleClicked, this, [this, b](int i) { pick(category(i), b, true); });
        connect(set, &QBarSet::hovered, this, [this, b](bool on, int i) {
            if (!on)
                return QToolTip::hideText();
            const int row = std::exchange(m_row, category(i)), bucket = std::exchange(m_bucket, b);
            QToolTip::showText(QCursor::pos(), reading(), this);
            m_row = row;
            m_bucket = bucket;
        });
    }
    m_series->setBarWidth(0.62);
    m_view->chart()->addSeries(m_series);
    m_view->chart()->addAxis(m_categories, Qt::AlignLeft);
    m_view->chart()->addAxis(m_amounts, Qt::AlignBottom);
    m_series->attachAxis(m_categories);
    m_series->attachAxis(m_amounts);
    m_categories->setVisible(false);
    m_amounts->setVisible(false);
    m_view->paintOver = [this](QPainter& p) { paintLabels(p); };
    connect(m_view, &PlotView::resized, this, [this] {
        if (!m_data.rows.empty() && barsThatFit() != int(m_visible.size()))
            rebuild();
    });
    setBody(m_view);
    setChartStyle(chartStyle());
}

void StackedAgingBars::setData(AgingBarsData data)
{
    const bool sameSegment = data.segment == m_data.segment;
    m_data = std::move(data);
    std::stable_sort(m_data.rows.begin(), m_data.rows.end(),
                     [](const AgingBarRow& a, const AgingBarRow& b) { return totalOf(a) > totalOf(b); });
    if (!sameSegment)
        m_row = m_bucket = -1;
    rebuild();
    dataChanged();
}

int StackedAgingBars::barsThatFit() const
{
    const int bar = chartScaled(30), legend = chartScaled(30);
    return std::clamp((m_view->height() - legend) / bar, 3, 24);
}

void StackedAgingBars::chooseVisible(int bars)
{
    m_visible.assign(m_data.rows.begin(),
                     m_data.rows.begin() + std::min<std::ptrdiff_t>(bars, std::ssize(m_data.rows)));
    m_hasOthers = false;
    if (std::ssize(m_data.rows) <= bars)
        return;
    AgingBarRow others;
    for (std::size_t i = std::size_t(bars) - 1; i < m_data.rows.size(); ++i)
        for (std::size_t b = 0; b < 5; ++b)
            others.bucket[b] += m_data.rows[i].bucket[b];
    others.label = tr("%Ln others", nullptr, int(m_data.rows.size()) - bars + 1);
    m_visible.back() = others;
    m_hasOthers = true;
}

void StackedAgingBars::rebuild()
{
    chooseVisible(barsThatFit());
    const int n = int(m_visible.size());
    std::int64_t largest = 1;
    QStringList names;
    for (int i = 0; i < n; ++i) {
        if (!(m_hasOthers && i == n - 1))
            largest = std::max(largest, totalOf(m_visible[std::size_t(i)]));
        names.append(QString::number(i));
    }
    // The sum of the small ones would flatten the others: its bar is cut to the width and says so.
    m_othersScale = 1;
    if (m_hasOthers && totalOf(m_visible.back()) > largest) {
        m_othersScale = double(largest) / double(totalOf(m_visible.back()));
        m_visible.back().label = tr("%1, not to scale").arg(m_visible.back().label);
    }
    m_categories->setCategories(names);
    for (std::size_t b = 0; b < 5; ++b) {
        QList<qreal> values(n);
        for (int row = 0; row < n; ++row)
            values[category(row)] = drawn(row, int(b));
        if (m_sets[b]->count() != n) {
            m_sets[b]->remove(0, m_sets[b]->count());
            m_sets[b]->append(values);
        } else {
            for (int i = 0; i < n; ++i)
                m_sets[b]->replace(i, values[i]);
        }
    }
    m_amounts->setRange(0, double(largest));
    // The labels get what they need, within bounds, so that short segments leave the room to the bars.
    const QFontMetricsF fm(chartFont(this, 13));
    const QFontMetricsF bold(chartFont(this, 13, QFont::DemiBold));
    double label = 40, total = 30;
    for (const AgingBarRow& r : m_visible) {
        label = std::max(label, fm.horizontalAdvance(r.label));
        total = std::max(total, bold.horizontalAdvance(shortText(totalOf(r), m_data.currency)));
    }
    label = std::min(label, std::max(80.0, m_view->width() * 0.3));
    m_view->setPlotMargins(QMarginsF(label + 14, 0, total + 14, chartScaled(30)));
    if (m_row >= n)
        m_row = n - 1;
    m_view->viewport()->update();
}

void StackedAgingBars::setChartStyle(const ChartStyle& style)
{
    ChartTile::setChartStyle(style);
    for (std::size_t b = 0; b < 5 && m_sets[b]; ++b)
        m_sets[b]->setBrush(style.ramp[b]);
    if (m_view)
        m_view->viewport()->update();
}

double StackedAgingBars::drawn(int row, int bucket) const
{
    const double v = double(std::max<std::int64_t>(0, m_visible[std::size_t(row)].bucket[std::size_t(bucket)]));
    return m_hasOthers && row + 1 == int(m_visible.size()) ? v * m_othersScale : v;
}

QRectF StackedAgingBars::markRect(int row, int bucket) const
{
    double from = 0;
    for (int b = 0; b < bucket; ++b)
        from += drawn(row, b);
    const double to = from + drawn(row, bucket);
    const double y = category(row), half = m_series->barWidth() / 2;
    return QRectF(m_view->position({from, y + half}, m_series), m_view->position({to, y - half}, m_series))
        .normalized();
}

void StackedAgingBars::paintLabels(QPainter& p)
{
    const QRectF area = m_view->plotArea();
    const ChartStyle& s = chartStyle();
    const QFont plain = chartFont(this, 13), bold = chartFont(this, 13, QFont::DemiBold);
    for (int row = 0; row < int(m_visible.size()); ++row) {
        const AgingBarRow& r = m_visible[std::size_t(row)];
        const double y = m_view->position({0.0, double(category(row))}, m_series).y();
        const bool here = row == m_row && hasFocus();
        p.setFont(here ? bold : plain);
        p.setPen(s.text);
        const double width = area.left() - 12;
        p.drawText(QRectF(0, y - 14, width, 28), Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(p.font()).elidedText(r.label, Qt::ElideRight, width));
        p.setFont(bold);
        p.drawText(QRectF(area.right(), y - 14, m_view->width() - area.right() - 1, 28),
                   Qt::AlignRight | Qt::AlignVCenter, shortText(totalOf(r), m_data.currency));
    }
    paintLegend(p, area);
    if (m_row >= 0 && m_row < int(m_visible.size()) && hasFocus()) {
        p.setRenderHint(QPainter::Antialiasing);
        p.setPen(QPen(s.text, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRect(markRect(m_row, m_bucket).adjusted(-1, -2, 1, 2));
    }
}

void StackedAgingBars::paintLegend(QPainter& p, const QRectF& area)
{
    const ChartStyle& s = chartStyle();
    p.setFont(chartFont(this, 11));
    const QFontMetricsF fm(p.font());
    double x = 0;
    const double y = area.bottom() + chartScaled(18), box = chartScaled(9);
    for (std::size_t b = 0; b < 5; ++b) {
        const QString name = b == 0 ? m_data.bucketNames[b] : tr("%1 days").arg(m_data.bucketNames[b]);
        p.fillRect(QRectF(x, y - box / 2, box, box), s.ramp[b]);
        p.setPen(s.muted);
        p.drawText(QPointF(x + box + 5, y + fm.ascent() / 2 - 1), name);
        x += box + 5 + fm.horizontalAdvance(name) + 16;
    }
}

ChartTable StackedAgingBars::table() const
{
    ChartTable t;
    t.caption = tr("Aging by %1, %2, as of %3").arg(m_data.segment, m_data.currency.toString(), m_data.asOf);
    t.headings.append(m_data.segment);
    for (const QString& name : m_data.bucketNames)
        t.headings.append(name);
    t.headings.append(tr("total"));
    for (const AgingBarRow& r : m_data.rows) {
        QStringList cells{r.label};
        for (std::int64_t v : r.bucket)
            cells.append(amountText(v, m_data.currency));
        cells.append(amountText(totalOf(r), m_data.currency));
        t.rows.push_back(cells);
    }
    return t;
}

QString StackedAgingBars::reading() const
{
    if (m_row < 0 || m_row >= int(m_visible.size()))
        return {};
    const AgingBarRow& r = m_visible[std::size_t(m_row)];
    const std::int64_t value = r.bucket[std::size_t(m_bucket)];
    const QString& name = m_data.bucketNames[std::size_t(m_bucket)];
    return tr("%1, %2, %3 %4, %5 of %1")
        .arg(r.label, m_bucket == 0 ? name : tr("%1 days").arg(name), amountText(value, m_data.currency),
             m_data.currency.toString(), percentText(value, totalOf(r)));
}

QString StackedAgingBars::drillFilter() const
{
    if (m_row < 0 || m_row >= int(m_visible.size()))
        return {};
    const QString& bucket = m_data.bucketFilters[std::size_t(m_bucket)];
    const QString& row = m_visible[std::size_t(m_row)].filter;
    return row.isEmpty() ? QString(bucket) : QString(row + u' ' + bucket);
}

bool StackedAgingBars::moveCursor(int dx, int dy)
{
    if (m_visible.empty())
        return false;
    const int rows = int(m_visible.size());
    if (m_row < 0) {
        m_row = 0;
        m_bucket = 0;
    } else {
        m_row = std::clamp(m_row + dy, 0, rows - 1);
        m_bucket = std::clamp(m_bucket + dx, 0, 4);
    }
    m_view->viewport()->update();
    cursorMoved();
    return true;
}

void StackedAgingBars::cursorToEnd(bool last)
{
    if (m_visible.empty())
        return;
    m_row = last ? int(m_visible.size()) - 1 : 0;
    m_bucket = std::max(0, m_bucket);
    m_view->viewport()->update();
    cursorMoved();
}

void StackedAgingBars::clearCursor()
{
    m_row = m_bucket = -1;
    m_view->viewport()->update();
    cursorMoved();
}

void StackedAgingBars::pick(int row, int bucket, bool drill)
{
    if (row < 0 || row >= int(m_visible.size()))
        return;
    setFocus(Qt::MouseFocusReason);
    m_row = row;
    m_bucket = bucket;
    m_view->viewport()->update();
    cursorMoved();
    if (drill)
        emit drillRequested(drillFilter());
}

QString StackedAgingBars::sentence() const
{
    std::int64_t all = 0, late = 0;
    for (const AgingBarRow& r : m_data.rows) {
        all += totalOf(r);
        late += totalOf(r) - r.bucket[0];
    }
    if (m_data.rows.empty())
        return tr("No open items as of %1.").arg(m_data.asOf);
    return tr("Stacked bars: %1 %2 open as of %3 by %4, %5 past due. The largest is %6 with %7. "
              "Arrows read the marks, Enter lists the items, T shows the table.")
        .arg(amountText(all, m_data.currency), m_data.currency.toString(), m_data.asOf, m_data.segment,
             percentText(late, all), m_data.rows.front().label,
             amountText(totalOf(m_data.rows.front()), m_data.currency));
}

} // namespace duedesk
