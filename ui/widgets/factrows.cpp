#include "ui/widgets/factrows.h"

#include "ui/delegates/celldelegate.h"
#include "ui/shell/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

const QColor& ink(Tone tone)
{
    switch (tone) {
    case Tone::Muted: return theme().color(Token::Muted);
    case Tone::Good: return theme().color(Token::Good);
    case Tone::Warn: return theme().color(Token::Warn);
    case Tone::Bad: return theme().color(Token::Bad);
    case Tone::Plain: break;
    }
    return theme().color(Token::Text);
}

} // namespace

FactRows::FactRows(const QString& name, QWidget* parent) : QWidget(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&themeNotifier(), &ThemeNotifier::changed, this, [this] { updateGeometry(); });
}

int FactRows::lineHeight() const { return QFontMetrics(theme().font(TextRole::Body)).height() + 5; }

void FactRows::setRows(std::vector<FactRow> rows)
{
    m_rows = std::move(rows);
    QStringList spoken;
    for (const FactRow& r : m_rows)
        spoken.append(r.label + u' ' + r.value);
    setAccessibleDescription(spoken.join(u"; "_s));
    updateGeometry();
    update();
}

QSize FactRows::sizeHint() const { return {240, int(m_rows.size()) * lineHeight()}; }

void FactRows::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const int h = lineHeight();
    int y = 0;
    for (const FactRow& r : m_rows) {
        const QFont& font = theme().font(r.strong ? TextRole::Strong : TextRole::Body);
        const QFontMetrics m(font);
        const FigureRun figure(r.value, font);
        const int room = width() - int(figure.width()) - 12;
        p.setFont(font);
        p.setPen(ink(r.labelTone));
        p.drawText(0, y + (h - m.height()) / 2 + m.ascent(), m.elidedText(r.label, Qt::ElideRight, room));
        p.setPen(ink(r.valueTone));
        figure.draw(p, QPointF(width() - figure.width(), y + (h - m.height()) / 2 + m.ascent()));
        y += h;
    }
}

} // namespace duedesk
