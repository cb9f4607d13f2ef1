#include "ui/charts/chartstyle.h"

#include <QFontInfo>
#include <QLocale>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int bodyPixels = 13;

QColor hex(unsigned rgb) { return QColor::fromRgb(rgb | 0xff000000U); }

double bodyScale(const QWidget* widget)
{
    return std::clamp(QFontInfo(widget->font()).pixelSize() / double(bodyPixels), 0.8, 3.0);
}

std::int64_t powerOfTen(int n)
{
    std::int64_t p = 1;
    for (; n > 0; --n)
        p *= 10;
    return p;
}

} // namespace

ChartStyle ChartStyle::light()
{
    return {hex(0xF5F6F8), hex(0xFFFFFF), hex(0xE2E6EB), hex(0x18212C), hex(0x5C6877), hex(0x2457C5), hex(0xFFFFFF),
            hex(0x1C7B4C), hex(0xA65300), hex(0xB3261E), hex(0xEEF3FD),
            {hex(0x9FB2C6), hex(0xFDE08A), hex(0xFBB945), hex(0xE9752C), hex(0x9C2F12)}};
}

ChartStyle ChartStyle::dark()
{
    return {hex(0x12161B), hex(0x1A2028), hex(0x2B333E), hex(0xE6EAF0), hex(0x93A0B0), hex(0x86ABFF), hex(0x12161B),
            hex(0x59C08C), hex(0xF0A95A), hex(0xFF8A7C), hex(0x202B3D),
            {hex(0x5A6F86), hex(0xE8C765), hex(0xE79F35), hex(0xE06A2A), hex(0xC9482C)}};
}

QFont chartFont(const QWidget* widget, int pixels, QFont::Weight weight)
{
    QFont f = widget->font();
    f.setPixelSize(chartScaled(widget, pixels));
    f.setWeight(weight);
    return f;
}

int chartScaled(const QWidget* widget, int pixels) { return int(std::lround(pixels * bodyScale(widget))); }

QString amountText(std::int64_t minor, Currency currency)
{
    const int digits = currency.isValid() ? currency.exponent() : 2;
    const std::int64_t unit = powerOfTen(digits);
    const QLocale locale;
    const std::int64_t whole = std::abs(minor / unit), part = std::abs(minor % unit);
    QString out = minor < 0 ? u"−"_s : QString();
    out += locale.toString(qlonglong(whole));
    if (digits > 0)
        out += locale.decimalPoint() + QString::number(part).rightJustified(digits, u'0');
    return out;
}

QString shortAmountText(std::int64_t minor, Currency currency)
{
    const double units = double(minor) / double(powerOfTen(currency.isValid() ? currency.exponent() : 2));
    const double size = std::abs(units);
    const QLocale locale;
    const QString sign = minor < 0 ? u"−"_s : QString();
    const auto scaled = [&](double by, const QString& suffix) {
        const double v = size / by;
        return QString(sign + locale.toString(v, 'f', v < 9.95 ? 1 : 0) + suffix);
    };
    if (size >= 999'500'000.0)
        return scaled(1e9, u" bn"_s);
    if (size >= 999'500.0)
        return scaled(1e6, u" M"_s);
    if (size >= 999.5)
        return scaled(1e3, u" k"_s);
    return sign + locale.toString(size, 'f', 0);
}

QColor readableOn(const QColor& background)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double luminance = 0.2126 * linear(background.redF()) + 0.7152 * linear(background.greenF())
        + 0.0722 * linear(background.blueF());
    return luminance > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace duedesk
