#include "ui/shell/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QStyle>
#include <QStyleFactory>
#include <cmath>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

struct Pair {
    QRgb light, dark;
};

constexpr std::array<Pair, tokenCount> tokens{{
    {0xfff5f6f8, 0xff12161b}, // Window
    {0xffffffff, 0xff1a2028}, // Surface
    {0xffe2e6eb, 0xff2b333e}, // Line
    {0xff18212c, 0xffe6eaf0}, // Text
    {0xff5c6877, 0xff93a0b0}, // Muted
    {0xff2457c5, 0xff86abff}, // Accent
    {0xffffffff, 0xff12161b}, // OnAccent
    {0xff1c7b4c, 0xff59c08c}, // Good
    {0xffa65300, 0xfff0a95a}, // Warn
    {0xffb3261e, 0xffff8a7c}, // Bad
    {0xffeef3fd, 0xff202b3d}, // Selected
    {0xfff7f9fb, 0xff1e252e}, // Hover
    {0xffeef0f3, 0xff262e38}, // Chip
    {0xffe6eefc, 0xff22304b}, // AccentSoft
    {0xfff5f6f8, 0xff12161b}, // Field
    {0xff1b2530, 0xff2b3644}, // Toast
    {0xfff3f6fa, 0xffe6eaf0}, // OnToast
    {0xffa9c3ff, 0xffa9c3ff}, // ToastLink
}};

constexpr std::array<Pair, 5> ramp{{
    {0xff9fb2c6, 0xff5a6f86},
    {0xfffde08a, 0xffe8c765},
    {0xfffbb945, 0xffe79f35},
    {0xffe9752c, 0xffe06a2a},
    {0xff9c2f12, 0xffc9482c},
}};

QFont makeFont(int pixels, QFont::Weight weight)
{
    // The system's face, unless Inter is installed; painters of figures set digits to one width themselves.
    static const QString family = [] {
        const QString inter = u"Inter"_s;
        return QFontDatabase::hasFamily(inter) ? inter : QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    QFont f(family);
    f.setPixelSize(pixels);
    f.setWeight(weight);
    f.setHintingPreference(QFont::PreferNoHinting);
    return f;
}

Theme& inForce()
{
    static Theme t;
    return t;
}

bool desktopIsDark()
{
    static const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    return dark;
}

double channel(double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }

double luminance(const QColor& c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

} // namespace

Theme::Theme(bool dark, const Look& look) : m_dark(dark), m_look(look)
{
    for (std::size_t i = 0; i < tokens.size(); ++i)
        m_colors[i] = QColor::fromRgb(dark ? tokens[i].dark : tokens[i].light);
    for (std::size_t i = 0; i < ramp.size(); ++i)
        m_aging[i] = QColor::fromRgb(dark ? ramp[i].dark : ramp[i].light);
    const int body = std::clamp(look.bodyPixels, 11, 20);
    m_look.bodyPixels = body;
    m_fonts = {makeFont(body, QFont::Normal),       makeFont(body, QFont::DemiBold),
               makeFont(body - 2, QFont::Normal),   makeFont(body - 2, QFont::DemiBold),
               makeFont(body + 2, QFont::DemiBold), makeFont(body + 5, QFont::Bold),
               makeFont(body + 11, QFont::Bold)};
}

int Theme::rowHeight() const
{
    const int atThirteen = m_look.density == Density::Compact ? 28 : m_look.density == Density::Roomy ? 40 : 34;
    return atThirteen + 2 * (m_look.bodyPixels - 13);
}

QPalette Theme::palette() const
{
    QPalette p;
    const auto set = [&](QPalette::ColorRole role, Token t) { p.setColor(role, color(t)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Window);
    set(QPalette::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Muted);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::Highlight, Token::Accent);
    set(QPalette::HighlightedText, Token::OnAccent);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Toast);
    set(QPalette::ToolTipText, Token::OnToast);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Chip);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::Line);
    set(QPalette::Shadow, Token::Line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, color(Token::Muted));
    p.setColor(QPalette::Disabled, QPalette::Highlight, color(Token::Chip));
    return p;
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const Theme& theme() { return inForce(); }

ThemeNotifier& themeNotifier()
{
    static ThemeNotifier n;
    return n;
}

void applyTheme(QApplication& app, const Look& look)
{
    const bool system = desktopIsDark();
    inForce() = Theme(look.mode == ThemeMode::Dark || (look.mode == ThemeMode::System && system), look);
    // Fusion draws alike everywhere, so that the sheet has one ground to stand on.
    if (QApplication::style()->objectName() != u"fusion"_s)
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(theme().font(TextRole::Body));
    QApplication::setPalette(theme().palette());
    app.setStyleSheet(theme().styleSheet());
    emit themeNotifier().changed();
}

} // namespace duedesk
