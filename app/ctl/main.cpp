// duedeskctl: the same core as the window, for scripts, cron and checks. Links core and print alone.
#include "app/ctl/amounts.h"
#include "app/ctl/session.h"
#include "core/base/edge.h"
#include "core/base/storedwords.h"
#include "core/base/text.h"
#include "core/store/bookstore.h"

#include <QGuiApplication>
#include <QTextStream>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>

namespace {

using namespace duedesk;
using namespace duedesk::ctl;

void say(const Error& e) { std::fprintf(stderr, "error: %s\n", qUtf8Printable(e.message())); }

int usage(FILE* to)
{
    std::fputs("usage: duedeskctl --book BOOK [--as-of DAY] [--now INSTANT] [--format table|csv|json] [--user NAME] "
               "[--quiet] COMMAND …\n\n",
               to);
    for (const ctl::Command& c : commands())
        std::fprintf(to, "  %-14s %s\n  %14s %s\n", c.name, c.arguments, "", c.help);
    std::fputs("\nduedeskctl COMMAND --help tells the options of a command.\n", to);
    return to == stdout ? 0 : 1;
}

// The first word that is neither an option nor an option's value.
QString commandWord(const QStringList& arguments)
{
    static const QStringList valued = {QStringLiteral("--book"), QStringLiteral("--as-of"), QStringLiteral("--now"),
                                       QStringLiteral("--format"), QStringLiteral("--user")};
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (!arguments[i].startsWith(u'-'))
            return arguments[i];
        if (valued.contains(arguments[i]))
            ++i;
    }
    return {};
}

int finish(Result<int> r)
{
    if (r)
        return *r;
    say(r.error());
    return exitCode(r.error().code);
}

// The automatic backup runs beside the command; what went wrong with it is said, not swallowed.
void tellBackup(Session& session)
{
    if (!session.store)
        return;
    if (const auto failure = session.store->waitForBackup())
        std::fprintf(stderr, "warning: the automatic backup failed: %s\n", qUtf8Printable(failure->message()));
    if (session.store->endedBadly() && !session.quiet)
        std::fprintf(stderr, "note: the program that had this book open before did not close it; run verify\n");
}

int run(const QStringList& arguments)
{
    if (arguments.contains(QStringLiteral("--version"))) {
        std::puts("duedeskctl " DUEDESK_VERSION);
        return 0;
    }
    const QString word = commandWord(arguments);
    if (word == u"help")
        return usage(stdout);
    if (word.isEmpty())
        return usage(arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")) ? stdout
                                                                                                              : stderr);
    const ctl::Command* command = ctl::findCommand(word);
    if (!command) {
        std::fprintf(stderr, "error: no command is called “%s”; see duedeskctl help\n", qUtf8Printable(shown(word)));
        return 1;
    }
    QCommandLineParser parser;
    addCommonOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    if (command->options)
        command->options(parser);
    if (!parser.parse(arguments)) {
        if (const auto number = belowZero(*command, arguments))
            return finish(failed(*number));
        QString what = parser.errorText(); // a sentence of its own, with its full stop
        if (what.endsWith(u'.'))
            what.chop(1);
        std::fprintf(stderr, "error: %s; see duedeskctl %s --help\n", qUtf8Printable(shown(what)), command->name);
        return 1;
    }
    if (parser.isSet(help)) {
        const QString text = parser.helpText(); // its first lines name the program's file alone
        std::printf("duedeskctl --book BOOK %s %s\n%s\n\n%s", command->name, command->arguments, command->help,
                    qUtf8Printable(text.mid(text.indexOf(u"Options:"))));
        return 0;
    }
    Session session;
    if (const Outcome o = takeCommonOptions(session, parser); !o)
        return finish(std::unexpected<Error>(o.error()));
    if (command->takesOptionsOnly()) { // a stray word is a mistyped option, not something to ignore
        const QByteArray how = QByteArray(command->name).append(' ').append(command->arguments).trimmed();
        if (const Outcome o = expectOperands(parser, 0, 0, how.constData()); !o)
            return finish(std::unexpected<Error>(o.error()));
    }
    if (command->action) {
        const int code = finish(command->action(session, parser));
        tellBackup(session);
        return code;
    }
    const Result<ctl::Table> table = command->list(session, parser);
    if (!table)
        return finish(std::unexpected<Error>(table.error()));
    for (const QString& w : table->warnings)
        std::fprintf(stderr, "warning: %s\n", qUtf8Printable(shown(w)));
    if (const Outcome o = ctl::print(*table, session.format); !o)
        return finish(std::unexpected<Error>(o.error()));
    return 0;
}

// A machine that nobody is logged in to is no news to a script; the rest of what Qt says is.
void sayWhatMatters(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (!text.startsWith(u"QStandardPaths: XDG_RUNTIME_DIR"))
        std::fprintf(stderr, "%s\n", qUtf8Printable(qFormatLogMessage(type, context, text)));
}

// Documents need fonts, and nothing of a screen: only a run that may print has them.
std::unique_ptr<QCoreApplication> application(int& argc, char** argv)
{
    const auto prints = [](const char* argument) {
        const QByteArray a = QByteArray(argument).toLower();
        return a.startsWith("--pdf") || a.endsWith(".pdf");
    };
    if (std::none_of(argv, argv + argc, prints))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // a file-size limit is an error to report, not a death
    qInstallMessageHandler(sayWhatMatters);
    const std::unique_ptr<QCoreApplication> app = application(argc, argv);
    const auto done = atEdge(u"this command ran", [] {
        QStringList args = QCoreApplication::arguments();
        for (QString& arg : args)
            arg = withoutMark(arg);
        return run(args);
    });
    if (done)
        return *done;
    say(done.error());
    return exitCode(done.error().code);
}
