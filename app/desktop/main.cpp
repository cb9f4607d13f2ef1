// duedesk: the workbench.
#include "app/desktop/composition.h"
#include "app/desktop/guardedapplication.h"
#include "app/desktop/language.h"
#include "app/desktop/quitsignals.h"
#include "app/desktop/screenshots.h"
#include "core/base/edge.h"
#include "core/base/shiftedclock.h"
#include "core/workbench/workbench.h"
#include "ui/prompts/dialogprompter.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"
#include "ui/shell/theme.h"

#include <QCommandLineParser>
#include <QSettings>
#include <QTemporaryDir>
#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace duedesk;

namespace {

int say(const Error& e)
{
    std::fprintf(stderr, "error: %s\n", qUtf8Printable(e.message()));
    return exitCode(e.code);
}

// Pictures are taken in working hours: a Sunday night's list is all closed doors.
Instant workingHour(Instant now)
{
    const BusinessCalendar calendar;
    Date day = dayIn({}, now);
    if (!calendar.isBusinessDay(day))
        day = calendar.addBusinessDays(day, 1);
    return instantIn({}, day, 14 * 60 + 42);
}

std::unique_ptr<QSettings> settings(const QString& privateDir)
{
    if (!privateDir.isEmpty()) // pictures show the defaults, whoever takes them
        return std::make_unique<QSettings>(privateDir + u"/duedesk.ini"_s, QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"duedesk"_s, u"duedesk"_s);
}

int run(GuardedApplication& app)
{
    QCommandLineParser parser;
    parser.addOptions({{u"book"_s, u"The book to open."_s, u"FILE"_s},
                       {u"now"_s, u"Set the clock, for practice; it goes on from there."_s, u"INSTANT"_s},
                       {u"user"_s, u"Who acts."_s, u"NAME"_s},
                       {u"language"_s, u"The language of the window, in place of the one kept."_s, u"CODE"_s},
                       {u"screenshots"_s, u"Write a picture of each screen to DIR and end."_s, u"DIR"_s}});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"book"_s, u"The book to open."_s, u"[BOOK]"_s);
    parser.process(app);
    QString path = parser.value(u"book"_s);
    if (path.isEmpty())
        path = parser.positionalArguments().value(0);
    const bool pictures = parser.isSet(u"screenshots"_s);
    const SystemClock real;
    std::unique_ptr<Clock> clock = std::make_unique<SystemClock>();
    if (parser.isSet(u"now"_s)) {
        const auto at = parseInstant(parser.value(u"now"_s));
        if (!at)
            return say({ErrorCode::Usage,
                        u"is not an instant"_s,
                        u"write it as 2025-11-14T09:30:00Z"_s,
                        {},
                        0,
                        u"--now"_s,
                        parser.value(u"now"_s)});
        if (pictures)
            clock = std::make_unique<FixedClock>(*at);
        else // who practises sees time pass, as at work
            clock = std::make_unique<ShiftedClock>(real, *at);
    } else if (pictures) {
        clock = std::make_unique<FixedClock>(workingHour(clock->now()));
    }
    const QuitSignals quit;
    QObject::connect(&quit, &QuitSignals::quitWanted, &app, [] {
        QApplication::closeAllWindows(); // they keep where they stood
        QCoreApplication::exit(0);       // whatever a window still asks
    });
    QTemporaryDir temporary;
    Preferences preferences(settings(pictures ? temporary.path() : QString()));
    if (parser.isSet(u"language"_s)) {
        if (const Outcome o = speak(app, parser.value(u"language"_s)); !o)
            return say(o.error());
    } else {
        (void)speak(app, preferences.get(Key::Language).toString()); // English where its catalogue is gone
    }
    applyTheme(app, preferences.look());
    DialogPrompter prompter;
    const QString user = parser.isSet(u"user"_s) ? parser.value(u"user"_s) : qEnvironmentVariable("USER", u"me"_s);
    Composition program(*clock, user, preferences, prompter);
    QObject::connect(&app, &GuardedApplication::defectMet, &program, &Composition::tellDefect);
    if (!path.isEmpty()) {
        if (const Outcome o = program.open(path); !o) {
            if (!pictures && QGuiApplication::platformName() != u"offscreen")
                prompter.tell(nullptr, Composition::tr("The book cannot be opened"), o.error().message());
            return say(o.error());
        }
    } else if (!program.start()) {
        return 0;
    }
    if (pictures) {
        const Outcome o = writeScreenshots(*program.window(), *program.workbench(), parser.value(u"screenshots"_s));
        return o ? 0 : say(o.error());
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file-size limit is an error to report, not a death
    GuardedApplication app(argc, argv);
    QApplication::setApplicationName(u"duedesk"_s);
    QApplication::setOrganizationName(u"duedesk"_s);
    QApplication::setApplicationVersion(QStringLiteral(DUEDESK_VERSION));
    const auto done = atEdge(u"the program ran", [&] { return run(app); });
    return done ? *done : say(done.error());
}
