#include "ui/widgets/lanebar.h"

#include "ui/models/format.h"
#include "ui/shell/theme.h"

#include <QPainter>
#include <QSignalBlocker>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QString figure(const LaneBar::Lane& l) { return l.count < 0 ? QString() : countText(l.count); }
QString spoken(const LaneBar::Lane& l, const QString& between)
{
    return l.count < 0 ? l.title : l.title + between + countText(l.count);
}

} // namespace

LaneBar::LaneBar(const QString& name, QWidget* parent) : QTabBar(parent)
{
    setAccessibleName(name);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QTabBar::currentChanged, this, [this] { emit laneChanged(currentLane()); });
}

QString LaneBar::currentLane() const
{
    const int i = currentIndex();
    return i >= 0 && std::size_t(i) < m_lanes.size() ? m_lanes[std::size_t(i)].id : QString();
}

void LaneBar::setLanes(const std::vector<Lane>& lanes)
{
    m_all = lanes;
    showWith(currentLane());
}

void LaneBar::showWith(const QString& current)
{
    std::vector<Lane> shown;
    for (const Lane& l : m_all)
        if (l.count > 0 || l.always || l.id == current)
            shown.push_back(l);
    const QSignalBlocker quiet(this);
    while (count() > int(shown.size()))
        removeTab(count() - 1);
    m_lanes = shown;
    for (int i = 0; i < int(shown.size()); ++i) {
        const Lane& l = shown[std::size_t(i)];
        const QString text = spoken(l, u" "_s);
        if (i >= count())
            addTab(text);
        else
            setTabText(i, text);
        setAccessibleTabName(i, spoken(l, u", "_s));
    }
    const auto at = std::ranges::find(m_lanes, current, &Lane::id);
    if (at != m_lanes.end())
        setCurrentIndex(int(at - m_lanes.begin()));
}

void LaneBar::setCurrentLane(const QString& id)
{
    if (id == currentLane() || std::ranges::find(m_all, id, &Lane::id) == m_all.end())
        return;
    showWith(id);
    emit laneChanged(id);
}

void LaneBar::step(int by)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + by + count()) % count());
}

QSize LaneBar::tabSizeHint(int index) const
{
    const Lane& l = m_lanes[std::size_t(index)];
    const int w = QFontMetrics(theme().font(TextRole::Strong)).horizontalAdvance(spoken(l, u" "_s));
    return {w + 22, 38 + 2 * (theme().look().bodyPixels - 13)};
}

void LaneBar::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Theme& t = theme();
    for (int i = 0; i < count(); ++i) {
        const Lane& l = m_lanes[std::size_t(i)];
        const QRect r = tabRect(i);
        const bool current = i == currentIndex();
        const QFont& font = t.font(current ? TextRole::Strong : TextRole::Body);
        const QFont& strong = t.font(TextRole::Strong);
        const int titleWidth = QFontMetrics(font).horizontalAdvance(l.title + u' ');
        const int all = titleWidth + QFontMetrics(strong).horizontalAdvance(figure(l));
        int x = r.left() + (r.width() - all) / 2;
        p.setFont(font);
        p.setPen(t.color(current ? Token::Accent : Token::Muted));
        p.drawText(QRect(x, r.top(), titleWidth, r.height()), Qt::AlignVCenter, l.title);
        x += titleWidth;
        p.setFont(strong);
        p.drawText(QRect(x, r.top(), r.right() - x + 1, r.height()), Qt::AlignVCenter, figure(l));
        if (current)
            p.fillRect(r.left(), r.bottom() - 1, r.width(), 2, t.color(Token::Accent));
        if (current && hasFocus()) {
            p.setPen(QPen(t.color(Token::Accent), 1, Qt::DotLine));
            p.drawRect(r.adjusted(4, 7, -5, -9));
        }
    }
}

} // namespace duedesk
