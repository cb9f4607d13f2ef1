#include "ui/shell/theme.h"

#include <QTest>

using namespace duedesk;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrastOfKnownColours()
    {
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::black) * 10), 210);
        QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white) * 10), 10);
        QCOMPARE(qRound(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448); // the known edge of AA
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<int>("ink");
        QTest::addColumn<int>("ground");
        const auto row = [](const char* name, Token ink, Token ground) {
            QTest::newRow(name) << int(ink) << int(ground);
        };
        row("text on surface", Token::Text, Token::Surface);
        row("text on window", Token::Text, Token::Window);
        row("text on selected", Token::Text, Token::Selected);
        row("text on chip", Token::Text, Token::Chip);
        row("text on hover", Token::Text, Token::Hover);
        row("muted on surface", Token::Muted, Token::Surface);
        row("muted on window", Token::Muted, Token::Window);
        row("muted on selected", Token::Muted, Token::Selected);
        row("muted on field", Token::Muted, Token::Field);
        row("muted on hover", Token::Muted, Token::Hover);
        row("accent on surface", Token::Accent, Token::Surface);
        row("accent in the rail", Token::Accent, Token::AccentSoft);
        row("on accent", Token::OnAccent, Token::Accent);
        row("good on surface", Token::Good, Token::Surface);
        row("warn on surface", Token::Warn, Token::Surface);
        row("bad on surface", Token::Bad, Token::Surface);
        row("good on selected", Token::Good, Token::Selected);
        row("warn on selected", Token::Warn, Token::Selected);
        row("bad on selected", Token::Bad, Token::Selected);
        row("toast", Token::OnToast, Token::Toast);
        row("toast link", Token::ToastLink, Token::Toast);
    }
    void textCanBeRead()
    {
        QFETCH(int, ink);
        QFETCH(int, ground);
        for (const bool dark : {false, true}) {
            const Theme t(dark);
            const double ratio = contrastRatio(t.color(Token(ink)), t.color(Token(ground)));
            QVERIFY2(ratio >= 4.5,
                     qPrintable(QStringLiteral("%1 : 1 in %2").arg(ratio).arg(dark ? u"dark" : u"light")));
        }
    }

    void agingRampDarkensWithAgeAndItsStepsDiffer()
    {
        const Theme t(false);
        for (int bucket = 2; bucket < 5; ++bucket)
            QVERIFY(contrastRatio(t.aging(bucket), Qt::white) > contrastRatio(t.aging(bucket - 1), Qt::white));
        for (const bool dark : {false, true})
            for (int bucket = 1; bucket < 5; ++bucket)
                QVERIFY(Theme(dark).aging(bucket) != Theme(dark).aging(bucket - 1));
    }

    void densityAndTypeSetTheRow()
    {
        const auto height = [](Density d, int pixels) {
            return Theme(false, {ThemeMode::Light, d, pixels}).rowHeight();
        };
        QCOMPARE(height(Density::Compact, 13), 28);
        QCOMPARE(height(Density::Normal, 13), 34);
        QCOMPARE(height(Density::Roomy, 13), 40);
        QCOMPARE(height(Density::Normal, 16), 40);
        QCOMPARE(Theme(false, {ThemeMode::Light, Density::Normal, 99}).look().bodyPixels, 20);
        const Theme t;
        QCOMPARE(t.font(TextRole::Body).pixelSize(), 13);
        QCOMPARE(t.font(TextRole::Caption).pixelSize(), 11);
        QCOMPARE(t.font(TextRole::Title).pixelSize(), 18);
        QCOMPARE(t.font(TextRole::Kpi).pixelSize(), 24);
    }

    void styleSheetHasNoTokenLeft()
    {
        for (const bool dark : {false, true}) {
            const QString sheet = Theme(dark).styleSheet();
            QVERIFY2(!sheet.contains(u'@'), "a name in the sheet is no token");
            QVERIFY(sheet.contains(Theme(dark).color(Token::Accent).name()));
        }
    }

    void applyingReachesTheApplication()
    {
        applyTheme(*qApp, {ThemeMode::Dark, Density::Compact, 14});
        QVERIFY(theme().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), theme().color(Token::Window));
        QCOMPARE(QApplication::font().pixelSize(), 14);
        applyTheme(*qApp, {ThemeMode::Light, Density::Normal, 13});
        QVERIFY(!theme().isDark());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
