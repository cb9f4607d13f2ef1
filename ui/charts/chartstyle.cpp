#include "ui/charts/chartstyle.h"
#include "ui/shell/theme.h"

#include <QWidget>
#include <cmath>

namespace duedesk {

namespace {

constexpr int bodyPixels = 13;

} // namespace

ChartStyle ChartStyle::current()
{
    const Theme& t = theme();
    return {t.color(Token::Window),   t.color(Token::Surface),
            t.color(Token::Line),     t.color(Token::Text),
            t.color(Token::Muted),    t.color(Token::Accent),
            t.color(Token::OnAccent), t.color(Token::Good),
            t.color(Token::Warn),     t.color(Token::Bad),
            t.color(Token::Selected), {t.aging(0), t.aging(1), t.aging(2), t.aging(3), t.aging(4)}};
}

QFont chartFont(const QWidget* widget, int pixels, QFont::Weight weight)
{
    QFont f = widget->font();
    f.setPixelSize(chartScaled(pixels));
    f.setWeight(weight);
    return f;
}

int chartScaled(int pixels) { return int(std::lround(double(pixels) * theme().look().bodyPixels / bodyPixels)); }

QColor readableOn(const QColor& background)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double luminance =
        0.2126 * linear(background.redF()) + 0.7152 * linear(background.greenF()) + 0.0722 * linear(background.blueF());
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace duedesk
