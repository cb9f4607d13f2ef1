#include "ui/charts/agingbar.h"
#include "ui/charts/chartstyle.h"
#include "ui/models/format.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <numeric>

namespace duedesk {

using namespace Qt::StringLiterals;

AgingBar::AgingBar(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Aging by due date"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&themeNotifier(), &ThemeNotifier::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void AgingBar::setData(const std::array<std::int64_t, 5>& bucket, Currency currency,
                       const std::array<QString, 5>& names)
{
    m_bucket = bucket;
    m_currency = currency;
    m_names = names;
    QStringList words;
    for (int b = 0; b < 5; ++b)
        words.append(labelOf(b));
    setAccessibleDescription(words.join(u", "_s) + u' ' + currency.toString());
    updateGeometry();
    update();
}

QString AgingBar::labelOf(int b) const
{
    return QString(m_names[std::size_t(b)] + u' ' + wholeText(m_bucket[std::size_t(b)], m_currency));
}

QString AgingBar::reading() const
{
    if (m_cursor < 0)
        return {};
    const std::int64_t total = std::accumulate(m_bucket.begin(), m_bucket.end(), std::int64_t(0));
    const std::int64_t value = m_bucket[std::size_t(m_cursor)];
    const double share = total == 0 ? 0 : 100.0 * double(value) / double(total);
    return tr("%1: %2, %3 % of what is open")
        .arg(m_names[std::size_t(m_cursor)], amountWithUnit(value, m_currency),
             displayLocale().toString(share, 'f', 0));
}

QSize AgingBar::sizeHint() const { return {chartScaled(360), chartScaled(50)}; }
QSize AgingBar::minimumSizeHint() const { return {chartScaled(200), chartScaled(50)}; }

void AgingBar::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const ChartStyle s = ChartStyle::current();
    const double barHeight = chartScaled(22), width = this->width();
    const std::int64_t total = std::accumulate(m_bucket.begin(), m_bucket.end(), std::int64_t(0));
    double x = 0;
    std::array<double, 6> edge{};
    for (std::size_t b = 0; b < 5; ++b) {
        edge[b] = x;
        if (total > 0)
            x += width * double(std::max<std::int64_t>(0, m_bucket[b])) / double(total);
        p.fillRect(QRectF(edge[b], 0, x - edge[b], barHeight), s.ramp[b]);
    }
    edge[5] = x;
    if (total <= 0)
        p.fillRect(QRectF(0, 0, width, barHeight), s.line);
    if (hasFocus() && m_cursor >= 0) {
        p.setPen(QPen(s.text, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(edge[std::size_t(m_cursor)] + 1, 1,
                          std::max(2.0, edge[std::size_t(m_cursor) + 1] - edge[std::size_t(m_cursor)] - 2),
                          barHeight - 2));
    }
    paintLabels(p, s);
}

// In one line with whole figures, else with short ones, else in as many lines as it takes: none is ever cut.
AgingBar::Labels AgingBar::labels(double width) const
{
    const QFontMetricsF plain(chartFont(this, 11)), bold(chartFont(this, 11, QFont::DemiBold));
    Labels l;
    std::array<double, 5> needs{};
    const auto measure = [&](QString (*text)(std::int64_t, Currency)) {
        for (std::size_t b = 0; b < 5; ++b) {
            l.figure[b] = text(m_bucket[b], m_currency);
            needs[b] = chartScaled(8) + 9 + plain.horizontalAdvance(m_names[b]) + bold.horizontalAdvance(l.figure[b]);
        }
        return std::accumulate(needs.begin(), needs.end(), 0.0);
    };
    constexpr double least = 8;
    double all = measure(wholeText);
    if (all + 4 * least > width)
        all = measure(shortText);
    const double between = std::clamp((width - all) / 4, least, 28.0); // what is left over is shared
    double x = 0;
    for (std::size_t b = 0; b < 5; ++b) {
        if (x > 0 && x + needs[b] > width + 0.5) {
            x = 0;
            ++l.lines;
        }
        l.at[b] = QPointF(x, (l.lines - 1) * plain.height());
        x += needs[b] + between;
    }
    return l;
}

int AgingBar::heightForWidth(int width) const
{
    const double line = QFontMetricsF(chartFont(this, 11)).height();
    return chartScaled(50) + int((labels(width).lines - 1) * line);
}

// The small square says which colour is meant.
void AgingBar::paintLabels(QPainter& p, const ChartStyle& s) const
{
    const QFont plain = chartFont(this, 11), bold = chartFont(this, 11, QFont::DemiBold);
    const double box = chartScaled(8), line = QFontMetricsF(plain).height();
    const Labels l = labels(width());
    for (std::size_t b = 0; b < 5; ++b) {
        const QPointF at = l.at[b] + QPointF(0, chartScaled(22) + chartScaled(5));
        p.fillRect(QRectF(at.x(), at.y() + (line - box) / 2, box, box), s.ramp[b]);
        p.setPen(s.muted);
        p.setFont(plain);
        p.drawText(QRectF(at.x() + box + 4, at.y(), width(), line), Qt::AlignLeft | Qt::AlignVCenter, m_names[b]);
        const double after = at.x() + box + 4 + QFontMetricsF(plain).horizontalAdvance(m_names[b]) + 5;
        p.setFont(bold);
        p.setPen(b == 4 && m_bucket[b] > 0 ? s.bad : s.text);
        p.drawText(QRectF(after, at.y(), width(), line), Qt::AlignLeft | Qt::AlignVCenter, l.figure[b]);
    }
}

void AgingBar::moveTo(int bucket)
{
    m_cursor = std::clamp(bucket, 0, 4);
    update();
    emit readingChanged(reading());
}

void AgingBar::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left: return moveTo(m_cursor < 0 ? 0 : m_cursor - 1);
    case Qt::Key_Right: return moveTo(m_cursor + 1);
    case Qt::Key_Home: return moveTo(0);
    case Qt::Key_End: return moveTo(4);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor >= 0)
            emit bucketActivated(m_cursor);
        return;
    default: QWidget::keyPressEvent(event);
    }
}

void AgingBar::mousePressEvent(QMouseEvent* event)
{
    const std::int64_t total = std::accumulate(m_bucket.begin(), m_bucket.end(), std::int64_t(0));
    if (total <= 0 || event->position().y() > chartScaled(22)) {
        const Labels l = labels(width());
        const QPointF at = event->position() - QPointF(0, chartScaled(22) + chartScaled(5));
        int chosen = 0; // the last that begins above and left of it
        for (int b = 0; b < 5; ++b)
            if (l.at[std::size_t(b)].y() <= std::max(0.0, at.y()) && l.at[std::size_t(b)].x() <= at.x())
                chosen = b;
        return moveTo(chosen);
    }
    double x = 0;
    for (int b = 0; b < 5; ++b) {
        x += width() * double(m_bucket[std::size_t(b)]) / double(total);
        if (event->position().x() <= x || b == 4)
            return moveTo(b);
    }
}

void AgingBar::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    moveTo(std::max(0, m_cursor));
}

void AgingBar::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    emit readingChanged(QString());
    update();
}

} // namespace duedesk
