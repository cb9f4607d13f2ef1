#include "ui/charts/kpibullet.h"
#include "ui/charts/canvas.h"
#include "ui/models/format.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <algorithm>

namespace duedesk {

using namespace Qt::StringLiterals;

KpiBullet::KpiBullet(QWidget* parent)
    : ChartTile(parent), m_canvas(new Canvas(this, [this](QPainter& p, const QRectF& r) { paintBody(p, r); }))
{
    m_canvas->setMinimumHeight(chartScaled(102));
    m_canvas->setMinimumWidth(chartScaled(150));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBody(m_canvas);
}

void KpiBullet::setData(KpiData data)
{
    m_data = std::move(data);
    setTitle(m_data.name);
    setCaption(m_data.caption);
    setDerivation(m_data.how);
    setReady();
    dataChanged();
    m_canvas->update();
}

void KpiBullet::setChartStyle(const ChartStyle& style)
{
    ChartTile::setChartStyle(style);
    m_canvas->setMinimumHeight(chartScaled(102));
    m_canvas->update();
}

void KpiBullet::paintBody(QPainter& p, const QRectF& area) const
{
    const ChartStyle& s = chartStyle();
    double y = area.top();
    p.setPen(m_data.value ? s.text : s.muted);
    p.setFont(theme().font(TextRole::Kpi));
    const double kpiHeight = QFontMetricsF(p.font()).height();
    p.drawText(QRectF(area.left(), y, area.width(), kpiHeight), Qt::AlignLeft | Qt::AlignVCenter, m_data.valueText);
    // The change stands right of the value, coloured by whether it is for the better, and signed; where both do not fit it
    // stands below the bar, whole.
    const bool isBeside = isDeltaBeside(area.width());
    const auto paintDelta = [&](const QRectF& where, Qt::Alignment align) {
        const bool better = m_data.lowerIsBetter ? *m_data.delta <= 0 : *m_data.delta >= 0;
        p.setFont(chartFont(this, 12));
        p.setPen(better ? s.good : s.bad);
        p.drawText(where, align, m_data.deltaText);
    };
    if (m_data.delta && isBeside)
        paintDelta({area.left(), y + 2, area.width(), kpiHeight}, Qt::AlignRight | Qt::AlignVCenter);
    y += kpiHeight + 6;
    const double height = chartScaled(14), max = std::max(1e-9, m_data.scaleMax);
    const auto x = [&](double v) { return area.left() + std::clamp(v / max, 0.0, 1.0) * area.width(); };
    const auto band = [&](double from, double to, double strength) {
        QColor c = s.ramp[0];
        c.setAlphaF(float(strength));
        p.fillRect(QRectF(x(from), y, x(to) - x(from), height), c);
    };
    // Three bands around the target (best possible where known): darker = worse for lower-is-better figures.
    const double mark = m_data.target.value_or(max * 2 / 3);
    band(0, mark, 0.42);
    band(mark, std::min(max, mark + (max - mark) / 2), 0.28);
    band(std::min(max, mark + (max - mark) / 2), max, 0.15);
    if (m_data.value)
        p.fillRect(QRectF(area.left(), y + height * 0.3, x(*m_data.value) - area.left(), height * 0.4), s.accent);
    if (m_data.reference) {
        const QRectF diamond(x(*m_data.reference) - height * 0.22, y + height * 0.28, height * 0.44, height * 0.44);
        p.setPen(QPen(s.surface, 1));
        p.setBrush(s.text);
        p.drawEllipse(diamond);
    }
    if (m_data.target)
        p.fillRect(QRectF(x(*m_data.target) - 1, y - 2, 2.4, height + 4), s.text);
    y += height + 6;
    if (m_data.delta && !isBeside) {
        const double line = QFontMetricsF(chartFont(this, 12)).height();
        paintDelta({area.left(), y, area.width(), line}, Qt::AlignLeft | Qt::AlignVCenter);
        y += line;
    }
    p.setFont(chartFont(this, 11));
    p.setPen(s.muted);
    const QString words = m_data.value ? m_data.meaning : m_data.why;
    p.drawText(QRectF(area.left(), y, area.width(), area.bottom() - y),
               int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, words);
}

bool KpiBullet::isDeltaBeside(double width) const
{
    return QFontMetricsF(theme().font(TextRole::Kpi)).horizontalAdvance(m_data.valueText) + 12
               + QFontMetricsF(chartFont(this, 12)).horizontalAdvance(m_data.deltaText)
           <= width;
}

ChartTable KpiBullet::table() const
{
    ChartTable t;
    t.caption = m_data.name;
    t.headings = {tr("figure"), tr("value")};
    t.rows.push_back({m_data.name, m_data.valueText});
    for (const auto& [label, figure] : m_data.how.inputs)
        t.rows.push_back({label, figure});
    return t;
}

QString KpiBullet::sentence() const
{
    QStringList parts{QString(m_data.name + u": "_s + m_data.valueText)};
    for (const QString& more : {m_data.caption, m_data.deltaText, m_data.value ? m_data.meaning : m_data.why})
        if (!more.isEmpty())
            parts.append(more);
    return tr("%1. Enter opens how it is computed.").arg(parts.join(u", "_s));
}

} // namespace duedesk
