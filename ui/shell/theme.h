// The look as one table of tokens, light and dark from the same names: colours, type, density, spacing.
// Style sheet and palette are built from it; painters ask theme() at paint time and keep nothing.
#pragma once
#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>
#include <array>
#include <cstdint>

class QApplication;

namespace duedesk {

enum class Token : std::uint8_t {
    Window,
    Surface,
    Line,
    Text,
    Muted,
    Accent,
    OnAccent,
    Good,
    Warn,
    Bad,
    Selected,
    Hover,      // row or button under the pointer
    Chip,       // background of chips and key caps
    AccentSoft, // background of what is current in the rail
    Field,      // background of inputs
    Toast,
    OnToast,
    ToastLink,
};
inline constexpr int tokenCount = int(Token::ToastLink) + 1;

enum class TextRole : std::uint8_t { Body, Strong, Caption, CaptionStrong, Section, Title, Kpi };
enum class ThemeMode : std::uint8_t { System, Light, Dark };
enum class Density : std::uint8_t { Compact, Normal, Roomy };

struct Look {
    ThemeMode mode = ThemeMode::System;
    Density density = Density::Normal;
    int bodyPixels = 13; // 11..20; the other sizes follow
    bool operator==(const Look&) const = default;
};

class Theme {
public:
    explicit Theme(bool dark = false, const Look& look = {});

    bool isDark() const { return m_dark; }
    const Look& look() const { return m_look; }
    const QColor& color(Token t) const { return m_colors[std::size_t(t)]; }
    // Aging ramp: 0 current, 1..4 the buckets, oldest last.
    const QColor& aging(int bucket) const { return m_aging[std::size_t(bucket)]; }
    const QFont& font(TextRole r) const { return m_fonts[std::size_t(r)]; }
    int rowHeight() const;                 // 28, 34, 40 px at 13 px body
    int unit() const { return 8; }         // the rhythm of distances
    QPalette palette() const;
    QString styleSheet() const;

private:
    bool m_dark;
    Look m_look;
    std::array<QColor, tokenCount> m_colors;
    std::array<QColor, 5> m_aging;
    std::array<QFont, 7> m_fonts;
};

// The theme in force.
const Theme& theme();
// Sets palette, fonts and style sheet of the application and tells themeNotifier(). System follows the desktop's
// palette as it was when the program started.
void applyTheme(QApplication& app, const Look& look);

class ThemeNotifier : public QObject {
    Q_OBJECT
signals:
    void changed();
};
ThemeNotifier& themeNotifier();

// WCAG contrast of two opaque colours, 1..21.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace duedesk
