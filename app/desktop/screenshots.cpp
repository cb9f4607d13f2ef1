#include "app/desktop/screenshots.h"

#include "core/base/words.h"
#include "core/workbench/workbench.h"
#include "ui/pages/page.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPixmap>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// Lets what is computed beside the window arrive and be painted.
void settle(int ms)
{
    QElapsedTimer t;
    t.start();
    while (t.elapsed() < ms)
        QApplication::processEvents(QEventLoop::AllEvents, 20);
}

} // namespace

Outcome writeScreenshots(MainWindow& window, Workbench& workbench, const QString& dir)
{
    if (!QDir().mkpath(dir))
        return fail(ErrorCode::StorageFailed, Lang::tr("folder %1 cannot be made").arg(dir),
                    Lang::tr("choose another folder"));
    const auto& calls = workbench.insights()->calls;
    CustomerId first;
    std::vector<qint64> walk;
    for (const std::uint32_t i : calls.next) {
        const CustomerId id = workbench.book()->customers()[calls.rows[i].payer].id;
        first = first ? first : id;
        walk.push_back(id.value);
    }
    if (!first && !calls.rows.empty())
        first = workbench.book()->customers()[calls.rows.front().payer].id;
    int written = 0;
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Look look;
        look.mode = mode;
        applyTheme(*qApp, look);
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            window.resize(size);
            for (const QString& screen :
                 {u"today"_s, u"morning"_s, u"accounts"_s, u"account"_s, u"items"_s, u"dashboard"_s, u"contacts"_s,
                  u"promises"_s, u"kept"_s, u"disputes"_s, u"exceptions"_s, u"reminders"_s, u"imports"_s}) {
                if (screen == u"account" && !first)
                    continue;
                if (screen == u"account")
                    window.openAccount(first, walk, Lang::tr("Next"));
                else
                    window.openPage(screen);
                settle(screen == u"dashboard" ? 900 : 450);
                const QString name = screen + (mode == ThemeMode::Light ? u"-light-"_s : u"-dark-"_s)
                                     + QString::number(size.width()) + u'x' + QString::number(size.height())
                                     + u".png"_s;
                if (!window.grab().save(QDir(dir).filePath(name)))
                    return fail(ErrorCode::StorageFailed, Lang::tr("%1 cannot be written").arg(name),
                                Lang::tr("is there free space?"));
                ++written;
            }
        }
    }
    window.openPage(u"today"_s);
    return written > 0 ? Outcome{} : fail(ErrorCode::StorageFailed, Lang::tr("no screen was shown"));
}

} // namespace duedesk
