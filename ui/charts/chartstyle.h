// Colours, fonts and figures of charts, taken from the theme in one place.
// The ramp is the aging ramp, current first.
#pragma once
#include <QColor>
#include <QFont>
#include <array>

class QWidget;

namespace duedesk {

struct ChartStyle {
    QColor window, surface, line, text, muted, accent, onAccent, good, warn, bad, selected;
    std::array<QColor, 5> ramp;

    static ChartStyle current(); // of the theme in force
};

// The widget's font at `pixels` of a 13 px body; a larger body font enlarges it in proportion.
QFont chartFont(const QWidget* widget, int pixels, QFont::Weight weight = QFont::Normal);
// `pixels` of a 13 px body, enlarged in the same proportion.
int chartScaled(int pixels);

// Black or white, whichever is easier to read on `background`.
QColor readableOn(const QColor& background);

} // namespace duedesk
