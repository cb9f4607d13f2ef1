// Every widget that can have the focus says what it is to a screen reader, on the real window over a small book.
#include "core/store/storage.h"
#include "core/workbench/samplebook.h"
#include "tests/support/nameless.h"
#include "ui/pages/today/todaypage.h"
#include "ui/panels/calldesk.h"
#include "ui/prompts/dialogprompter.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/tabledress.h"

#include <QAccessible>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccessibility : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    FixedClock m_clock{*parseInstant(u"2025-11-14T10:42:00Z"_s)};
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Preferences> m_preferences;
    DialogPrompter m_prompter;
    std::unique_ptr<MainWindow> m_window;

private slots:
    void initTestCase()
    {
        const QString path = m_dir.filePath(u"small.duedesk"_s);
        SampleOptions options;
        options.customers = 20;
        options.months = 8;
        options.today = *Date::fromIso(u"2025-11-14"_s);
        const auto made = createSampleBook(path, options, m_clock.now(), u"Ana"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
        auto storage = Storage::open(path, u"Ana"_s, m_clock);
        QVERIFY(storage);
        m_workbench = std::make_unique<Workbench>(std::move(*storage), m_clock, u"Ana"_s, path);
        m_preferences = std::make_unique<Preferences>(
            std::make_unique<QSettings>(m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat));
        applyTheme(*qApp, Look());
        std::vector<PageSpec> pages;
        pages.push_back({u"today"_s, u"Today"_s, u"today"_s, true, {}, [this] { return new TodayPage(*m_workbench); }});
        m_window = std::make_unique<MainWindow>(*m_workbench, *m_preferences, m_prompter, std::move(pages));
        m_window->resize(1440, 900);
        m_window->openPage(u"today"_s);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY(table()->model()->rowCount() > 0);
        desk()->flush();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_workbench.reset();
    }

    void everyWidgetOfTheFrameHasANameAndARole() { QCOMPARE(nameless(m_window.get()), QStringList()); }

    void soDoPanelsAndFloats()
    {
        desk()->call();
        QVERIFY(desk()->isBusy());
        QCOMPARE(nameless(m_window.get()), QStringList());
        for (const Gesture g : {Gesture::Promise, Gesture::SaysPaid, Gesture::CallBack, Gesture::WrongNumber,
                                Gesture::Refused, Gesture::Note, Gesture::Email, Gesture::Later, Gesture::Assign}) {
            desk()->gesture(g);
            QCOMPARE(nameless(m_window.get()), QStringList());
        }
        desk()->back();
        m_window->catalog().trigger(u"go.palette"_s);
        QCOMPARE(nameless(m_window.get()), QStringList());
        m_window->commandPalette()->shut();
        m_window->catalog().trigger(u"help.keys"_s);
        QCOMPARE(nameless(m_window.get()), QStringList());
        m_window->catalog().trigger(u"help.keys"_s);
    }

    void cellsAreReadWithTheirHeading()
    {
        QAccessibleInterface* a = QAccessible::queryAccessibleInterface(table());
        QVERIFY(a && a->tableInterface());
        QCOMPARE(a->text(QAccessible::Name), u"Call list"_s);
        QCOMPARE(a->tableInterface()->rowCount(), table()->model()->rowCount());
        const QString spoken = table()->model()->index(0, 1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(u"Customer: "_s), qPrintable(spoken));
    }

    void tabReachesThePanelAndComesBack()
    {
        table()->setFocus();
        bool left = false, back = false;
        for (int i = 0; i < 60 && !back; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            left = left || (desk()->isAncestorOf(QApplication::focusWidget()));
            back = left && QApplication::focusWidget() == table();
        }
        QVERIFY(left);
        QVERIFY(back);
    }

private:
    TodayPage* today() const { return qobject_cast<TodayPage*>(m_window->page(u"today"_s)); }
    TableDress* table() const { return today()->table(); }
    CallDesk* desk() const { return today()->desk(); }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
