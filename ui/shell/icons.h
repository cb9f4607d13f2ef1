// Our own line icons, kept as SVG with currentColor and drawn in a colour of the theme at any scale.
#pragma once
#include <QColor>
#include <QPixmap>

namespace duedesk {

// `name`: a file of resources/icons without its ending; an unknown name gives a null pixmap. `ratio`: device pixels.
QPixmap iconPixmap(const QString& name, const QColor& color, int size, double ratio = 1.0);

} // namespace duedesk
