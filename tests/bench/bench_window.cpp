// The figures of the window over one book on disk: start to a usable list, key to paint, scrolling, dashboard,
// memory. Without a display it paints all the same (offscreen platform).
//   bench_window BOOK S|M|L|"M practice"
// A practice book has people, talks, promises and disputes besides the ledger; the goals of M hold for it too.
#include "app/desktop/composition.h"
#include "core/store/storage.h"
#include "core/workbench/workbench.h"
#include "tests/bench/harness.h"
#include "ui/pages/page.h"
#include "ui/prompts/dialogprompter.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace duedesk;
using namespace duedesk::bench;

namespace {

const Date today = *Date::fromCivil(2025, 11, 14);

bool isM(const QString& book) { return book.startsWith(u'M'); }

void paintNow(QWidget& w)
{
    QApplication::processEvents();
    w.repaint();
    QApplication::processEvents();
}

class Keys {
public:
    explicit Keys(MainWindow& window) : m_window(window) {}
    void press(Qt::Key key, Qt::KeyboardModifiers m = Qt::NoModifier)
    {
        QElapsedTimer t;
        t.start();
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &m_window, key, m);
        QApplication::processEvents(); // the paint it caused
        m_ms.push_back(double(t.nsecsElapsed()) / 1e6);
    }
    void report(Report& r, const QString& book, const QString& what, bool asked)
    {
        std::sort(m_ms.begin(), m_ms.end());
        r.add(book, what + QStringLiteral(", median"), m_ms[m_ms.size() / 2], -1, asked ? 50 : -1, -1);
        r.add(book, what + QStringLiteral(", worst"), m_ms.back(), -1, asked ? 100 : -1, -1);
        m_ms.clear();
    }

private:
    MainWindow& m_window;
    std::vector<double> m_ms;
};

void waitSaved(const Workbench& w)
{
    (void)QTest::qWaitFor([&] { return !w.isSaving() && w.insights()->book == w.book(); }, 10000);
}

// From the key that logs to the list in its new order, through the disk and the ranking.
class Reranking {
public:
    explicit Reranking(Workbench& w) : m_workbench(w)
    {
        QObject::connect(&w, &Workbench::insightsChanged, &w, [this] {
            if (m_clock.isValid() && m_workbench.insights()->book == m_workbench.book() && !m_workbench.isSaving()) {
                m_ms.push_back(double(m_clock.nsecsElapsed()) / 1e6);
                m_clock.invalidate();
            }
        });
    }
    void start() { m_clock.start(); }
    void report(Report& r, const QString& book, bool asked)
    {
        std::sort(m_ms.begin(), m_ms.end());
        if (m_ms.empty())
            return;
        r.add(book, QStringLiteral("log to re-ranked list, median"), m_ms[m_ms.size() / 2], -1, -1, -1);
        r.add(book, QStringLiteral("log to re-ranked list, worst"), m_ms.back(), -1, asked ? 100 : -1, -1);
    }

private:
    Workbench& m_workbench;
    QElapsedTimer m_clock;
    std::vector<double> m_ms;
};

void keys(MainWindow& window, Workbench& w, const QString& book, Report& report)
{
    const bool asked = isM(book);
    Keys k(window);
    for (int i = 0; i < 60; ++i)
        k.press(i < 40 ? Qt::Key_Down : Qt::Key_Up);
    k.report(report, book, QStringLiteral("key to paint: move"), asked);
    Reranking reranking(w);
    for (int i = 0; i < 20; ++i) {
        k.press(Qt::Key_C);
        reranking.start();
        k.press(Qt::Key_4);
        waitSaved(w);
        QApplication::processEvents();
    }
    k.report(report, book, QStringLiteral("key to paint: log a call"), asked);
    reranking.report(report, book, asked);
    for (int i = 0; i < 10; ++i) {
        k.press(Qt::Key_Return);
        k.press(Qt::Key_Left, Qt::AltModifier);
        QTest::qWait(50);
    }
    k.report(report, book, QStringLiteral("key to paint: open account and back"), asked);
    k.press(Qt::Key_Slash);
    for (const Qt::Key c : {Qt::Key_A, Qt::Key_M, Qt::Key_B, Qt::Key_E, Qt::Key_R})
        k.press(c);
    k.press(Qt::Key_Escape);
    k.report(report, book, QStringLiteral("key to paint: filter"), asked);
}

void scroll(MainWindow& window, const QString& book, Report& report)
{
    window.openPage(QStringLiteral("items"));
    QTest::qWait(1500);
    QTableView* view = nullptr;
    for (QTableView* v : window.page(QStringLiteral("items"))->findChildren<QTableView*>())
        view = view && view->model()->rowCount() > v->model()->rowCount() ? view : v;
    if (!view)
        return;
    std::vector<double> ms;
    QScrollBar* bar = view->verticalScrollBar();
    for (int i = 0; i < 600; ++i) {
        QElapsedTimer t;
        t.start();
        bar->setValue(bar->minimum() + (bar->maximum() - bar->minimum()) * i / 600);
        view->viewport()->repaint();
        ms.push_back(double(t.nsecsElapsed()) / 1e6);
    }
    std::sort(ms.begin(), ms.end());
    const QString rows = QString::number(view->model()->rowCount());
    report.add(book, QStringLiteral("scroll frame, ") + rows + QStringLiteral(" open items, median"), ms[300], -1, -1,
               -1);
    report.add(book, QStringLiteral("scroll frame, ") + rows + QStringLiteral(" open items, worst of 600"), ms.back(),
               -1, 16, -1);
}

// From the key to the frame, and on to the rows, which are worked out off the GUI thread.
void pages(MainWindow& window, const QString& book, Report& report)
{
    for (const char* name : {"accounts", "contacts", "promises", "disputes", "reminders", "morning"}) {
        const QString id = QString::fromLatin1(name);
        QElapsedTimer t;
        t.start();
        window.openPage(id);
        paintNow(window);
        report.add(book, QStringLiteral("open ") + id + QStringLiteral(", frame on screen"),
                   double(t.nsecsElapsed()) / 1e6, -1, isM(book) ? 100 : -1, -1);
        const auto rows = [&] {
            for (const QTableView* v : window.page(id)->findChildren<QTableView*>())
                if (v->model() && v->model()->rowCount() > 0)
                    return true;
            return false;
        };
        if (QTest::qWaitFor(rows, 3000))
            report.add(book, QStringLiteral("open ") + id + QStringLiteral(", first rows"),
                       double(t.nsecsElapsed()) / 1e6, -1, -1, -1);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() != 3) {
        std::fputs("usage: bench_window BOOK S|M|L|\"M practice\"\n", stderr);
        return 1;
    }
    const QString book = words[2];
    QTemporaryDir dir;
    Preferences preferences(std::make_unique<QSettings>(dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat));
    applyTheme(app, preferences.look());
    DialogPrompter prompter;
    FixedClock clock(instantIn({}, today, 14 * 60 + 30));
    auto storage = Storage::open(words[1], QStringLiteral("bench"), clock);
    if (!storage) {
        std::fprintf(stderr, "error: %s\n", qUtf8Printable(storage.error().message()));
        return 1;
    }
    Workbench workbench(std::move(*storage), clock, QStringLiteral("bench"), words[1]);
    const auto window = Composition::makeWindow(workbench, preferences, prompter);
    window->resize(1280, 800);
    window->restore();
    window->show();
    QApplication::setActiveWindow(window.get());
    paintNow(*window);
    Report report;
    report.add(book, QStringLiteral("start to usable call list"), double(sinceStart.nsecsElapsed()) / 1e6, -1,
               book == u"L" ? 1000
               : isM(book)  ? 500
                            : 300,
               -1);
    report.add(book, QStringLiteral("memory resident, window open"), residentMb(), -1, book == u"L" ? 250 : -1, -1,
               QStringLiteral("MB"));
    QTest::qWait(1000); // a person looks before the first key
    keys(*window, workbench, book, report);
    scroll(*window, book, report);
    pages(*window, book, report);
    QElapsedTimer t;
    t.start();
    window->openPage(QStringLiteral("dashboard"));
    paintNow(*window);
    report.add(book, QStringLiteral("dashboard, frame on screen"), double(t.nsecsElapsed()) / 1e6, -1,
               book == u"L" ? 300 : -1, -1);
    report.print();
    return report.allMet() ? 0 : 5;
}
