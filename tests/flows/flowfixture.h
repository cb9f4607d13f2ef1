// A whole window over a real book on disk, driven by keys alone. The prompter answers instead of a person.
#pragma once
#include "app/desktop/composition.h"
#include "core/store/storage.h"
#include "core/workbench/samplebook.h"
#include "core/workbench/workbench.h"
#include "tests/support/scriptedprompter.h"
#include "ui/pages/page.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace duedesk {

class Flow {
public:
    // Friday 14 Nov 2025, 14:30 UTC: Europe and the east of America are at work.
    Flow() : clock(instantIn({}, *Date::fromCivil(2025, 11, 14), 14 * 60 + 30))
    {
        preferences = std::make_unique<Preferences>(
            std::make_unique<QSettings>(dir.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
        applyTheme(*qApp, preferences->look());
    }
    QString samplePath()
    {
        const QString path = dir.filePath(QStringLiteral("sample.duedesk"));
        const auto made = createSampleBook(path, {}, clock.now(), QStringLiteral("ana"));
        if (!made)
            qFatal("%s", qPrintable(made.error().message()));
        return path;
    }
    QString emptyPath()
    {
        const QString path = dir.filePath(QStringLiteral("empty.duedesk"));
        BookInfo info;
        info.name = QStringLiteral("Empty");
        info.base = *Currency::parse(std::string_view("USD"));
        if (const auto made = BookStore::create(path, info, {QStringLiteral("ana"), clock.now()}); !made)
            qFatal("%s", qPrintable(made.error().message()));
        return path;
    }
    void open(const QString& path)
    {
        window.reset();
        workbench.reset();
        auto storage = Storage::open(path, user, clock);
        if (!storage)
            qFatal("%s", qPrintable(storage.error().message()));
        workbench = std::make_unique<Workbench>(std::move(*storage), clock, user, path);
        window = Composition::makeWindow(*workbench, *preferences, prompter);
        window->resize(1280, 800);
        window->restore();
        window->show();
        QApplication::setActiveWindow(window.get());
        QApplication::processEvents();
    }
    // Everything sent is saved, and the lists have caught up.
    bool settled()
    {
        return QTest::qWaitFor(
            [this] { return !workbench->isSaving() && workbench->insights()->book == workbench->book(); }, 5000);
    }
    // What is worked out beside the window has arrived: nothing is saved, computed or waits to be taken.
    bool arrived()
    {
        const auto isQuiet = [this] {
            return !workbench->isSaving() && workbench->insights()->book == workbench->book()
                   && QThreadPool::globalInstance()->activeThreadCount() == 0;
        };
        return QTest::qWaitFor(
            [&] {
                if (!isQuiet())
                    return false;
                QApplication::processEvents(); // an answer that was taken may ask the next question
                return isQuiet();
            },
            10'000);
    }
    // What is kept under a digest, when the store has answered.
    Result<QByteArray> content(const QByteArray& sha256) const
    {
        std::optional<Result<QByteArray>> answer;
        workbench->content(sha256, workbench.get(), [&](const Result<QByteArray>& a) { answer = a; });
        return QTest::qWaitFor([&] { return answer.has_value(); }, 5000) ? *answer
                                                                         : Result<QByteArray>(failed(Error()));
    }
    QWidget* focus() const { return QApplication::focusWidget(); }
    void key(Qt::Key k, Qt::KeyboardModifiers m = Qt::NoModifier)
    {
        QWidget* target = focus() ? focus() : window.get();
        QTest::keyClick(target, k, m);
        QApplication::processEvents();
    }
    void type(const QString& text)
    {
        QTest::keyClicks(focus(), text);
        QApplication::processEvents();
    }
    Page* page() { return window->page(window->currentPageId()); }

    QTemporaryDir dir;
    FixedClock clock;
    QString user = QStringLiteral("ana"); // who works in the window
    ScriptedPrompter prompter;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<Workbench> workbench;
    std::unique_ptr<MainWindow> window; // goes before the workbench
};

} // namespace duedesk
