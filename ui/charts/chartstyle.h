// Colours, fonts and figures of charts, as values: a chart never asks an application-wide theme, it is told.
// The ramp is the aging ramp, current first; amounts are minor units of a named currency.
#pragma once
#include "core/base/money.h"

#include <QColor>
#include <QFont>
#include <QString>
#include <array>

class QWidget;

namespace duedesk {

struct ChartStyle {
    QColor window, surface, line, text, muted, accent, onAccent, good, warn, bad, selected;
    std::array<QColor, 5> ramp;

    static ChartStyle light();
    static ChartStyle dark();
};

// The widget's font at `pixels` of a 13 px body; a larger body font enlarges it in proportion.
QFont chartFont(const QWidget* widget, int pixels, QFont::Weight weight = QFont::Normal);
// `pixels` of a 13 px body, enlarged in the same proportion.
int chartScaled(const QWidget* widget, int pixels);

// "1,234.50" by the locale, with the currency's digits; a true minus sign in front.
QString amountText(std::int64_t minor, Currency currency);
// "412 k", "1.3 M": for marks that have no room; the unit's name stands in the caption.
QString shortAmountText(std::int64_t minor, Currency currency);
// Black or white, whichever is easier to read on `background`.
QColor readableOn(const QColor& background);

} // namespace duedesk
