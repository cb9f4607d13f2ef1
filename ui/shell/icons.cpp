#include "ui/shell/icons.h"

#include "ui/shell/theme.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace duedesk {

QPixmap iconPixmap(const QString& name, const QColor& color, int size, double ratio)
{
    QFile file(u":/duedesk/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer svg(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    svg.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon themedIcon(const QString& name, int size)
{
    QIcon icon;
    for (const double ratio : {1.0, 2.0}) {
        icon.addPixmap(iconPixmap(name, theme().color(Token::Muted), size, ratio), QIcon::Normal, QIcon::Off);
        icon.addPixmap(iconPixmap(name, theme().color(Token::Accent), size, ratio), QIcon::Normal, QIcon::On);
    }
    return icon;
}

} // namespace duedesk
