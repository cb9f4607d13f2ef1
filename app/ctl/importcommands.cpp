// Files in and out: import, imports, rates, export.
#include "app/ctl/groups.h"
#include "app/ctl/importreport.h"
#include "app/ctl/interrupt.h"
#include "core/base/exampleamount.h"
#include "core/base/text.h"
#include "core/domain/provisionalids.h"
#include "core/exchange/importer.h"
#include "core/store/bookstore.h"
#include "core/store/lineorigins.h"

#include <QFile>
#include <QFileInfo>
#include <QTextStream>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk::ctl {
namespace {

// Takes an option whose words a parser knows; the parser answers an optional.
template <class T, class Parse>
Outcome takeOption(const QCommandLineParser& p, const char* name, T& place, Parse&& parse, const char* remedy)
{
    if (!p.isSet(QLatin1String(name)))
        return {};
    const auto v = parse(option(p, name));
    if (!v)
        return failed(
            notUnderstood(QByteArray("--").append(name).constData(), option(p, name), QString::fromUtf8(remedy)));
    place = *v;
    return {};
}

Outcome takeMapFile(const QCommandLineParser& p, ImportOptions& o)
{
    const QString path = option(p, "map");
    if (path.isEmpty())
        return {};
    QFile f(path);
    const QFileInfo info(path); // looked at before it is opened: opening a pipe would wait for its writer
    const bool regular = !info.exists() || info.isFile();
    if (!regular || !f.open(QIODevice::ReadOnly)) {
        Error e = notUnderstood("--map", path, QStringLiteral("name a readable map file"));
        e.code = ErrorCode::InputRejected;
        e.what = regular ? QString(u"cannot be read: " + f.errorString()) : QStringLiteral("is not a regular file");
        return failed(e);
    }
    auto mapping = Mapping::fromJson(f.read(1 << 20), path);
    if (!mapping)
        return failed(mapping.error());
    o.mapping = std::move(*mapping);
    return {};
}

Outcome takeControlTotals(const QCommandLineParser& p, ImportOptions& o)
{
    for (const QString& text : p.values(QStringLiteral("control-total"))) {
        const auto currency = Currency::parse(text.section(u':', 0, 0));
        const auto amount = currency ? parsePlainMoney(text.section(u':', 1), *currency) : std::nullopt;
        if (!amount)
            return failed(notUnderstood("--control-total", text,
                                        u"write it as %1:%2"_s.arg(currency ? currency->toString() : u"USD"_s,
                                                                   exampleAmount(currency.value_or(Currency())))));
        o.controlTotals.push_back(*amount);
    }
    return {};
}

Result<ImportOptions> optionsOf(const Session& s, const QCommandLineParser& p)
{
    ImportOptions o;
    o.profile = option(p, "profile");
    o.company = option(p, "company");
    o.sheet = option(p, "sheet");
    o.acceptOddDates = p.isSet(QStringLiteral("accept-odd-dates"));
    o.acceptPostDated = p.isSet(QStringLiteral("accept-post-dated"));
    o.acceptOddRates = p.isSet(QStringLiteral("accept-odd-rates"));
    o.today = s.today();
    o.now = s.clock->now();
    o.user = s.user;
    for (const Outcome& r :
         {takeOption(p, "kind", o.kind, parseFileKind,
                     "use customers, contacts, invoices, payments, promises, rates or holidays"),
          takeOption(p, "decimal", o.decimal, parseDecimalMark, "use point or comma"),
          takeOption(p, "date-order", o.dateOrder, parseDateOrder, "use dmy, mdy or ymd"),
          takeOption(p, "encoding", o.encoding, parseEncoding,
                     QString(u"use one of " + encodingNames().join(QStringLiteral(", "))).toUtf8().constData()),
          takeOption(
              p, "cash-through", o.cashThrough, [](const QString& t) { return Date::fromIso(t); },
              "write the day as YYYY-MM-DD"),
          takeOption(p, "same-ref", o.sameReference, parseSameReference, "use new or changed"), takeMapFile(p, o),
          takeControlTotals(p, o)})
        if (!r)
            return failed(r.error());
    o.progress = [&s](double done, const QString& what) { s.progress(what, done); };
    return o;
}

Result<StagedReport> staged(const Session& s, const QStringList& files, ImportOptions options)
{
    auto origins = readLineOrigins(s.store->path());
    if (!origins)
        return failed(origins);
    options.origins = std::make_shared<const LineOrigins>(std::move(*origins));
    ProvisionalIds ids;
    return stage(*s.book, files, options, ids);
}

// Where somebody changed what the import stands on, the files are read again, once: what says the same is taken.
Outcome commit(Session& s, StagedReport report, const QStringList& files, const ImportOptions& options)
{
    for (bool again = false;; again = true) {
        const auto done = s.store->commitImport(report.staged, {s.user, s.clock->now()}, [&](double f) {
            s.progress(QStringLiteral("saving"), f);
            return !*options.cancel;
        });
        if (done || again || !isStale(done.error()))
            return done ? Outcome() : failed(done);
        if (const auto news = s.store->refresh(); !news)
            return failed(news);
        s.book = s.store->book();
        auto now = staged(s, files, options);
        if (!now)
            return failed(now);
        if (!sayTheSame(report, *now))
            return fail(ErrorCode::Refused,
                        QStringLiteral("the book changed meanwhile, and the files say something else now"),
                        QStringLiteral("look at them with --dry-run and import them again; nothing was saved"));
        report = std::move(*now);
        if (!s.quiet)
            QTextStream(stderr) << "note: the book changed meanwhile; the files were read again and say the same\n";
    }
}

// Everything this call reads is kept from being written over by its rejects.
OutputDoor doorOf(const Session& s, const QCommandLineParser& p, const QStringList& files)
{
    OutputDoor door = s.output();
    for (const QString& f : files)
        door.keep(f);
    if (p.isSet(QStringLiteral("map")))
        door.keep(option(p, "map"));
    return door;
}

Result<int> importFiles(Session& s, const QCommandLineParser& p, const QStringList& files, std::optional<FileKind> kind)
{
    const QString rejects = option(p, "rejects");
    const OutputDoor door = doorOf(s, p, files);
    if (!rejects.isEmpty()) // before anything is read or written
        if (const Outcome o = door.mayWrite(rejects, {QStringLiteral("csv")}); !o)
            return failed(o.error());
    const bool dryRun = p.isSet(QStringLiteral("dry-run"));
    if (const Outcome o = dryRun ? s.openForReading() : s.openForWriting(); !o)
        return failed(o.error());
    auto options = optionsOf(s, p);
    if (!options)
        return failed(options.error());
    if (kind)
        options->kind = kind;
    const Interrupt interrupt;
    options->cancel = &interrupt.flag();
    auto report = staged(s, files, *options);
    if (!report)
        return failed(report.error());
    printReport(s, *report);
    printProblems(s, *report);
    if (!rejects.isEmpty()) {
        const auto written = writeRejects(*report, door, rejects);
        if (!written)
            return failed(written.error());
        warn(written->doubt);
    }
    if (!rejects.isEmpty() && report->rejectsLeftOut > 0)
        QTextStream(stderr) << "warning: " << report->rejectsLeftOut << " rejected rows are not in " << shown(rejects)
                            << ": there are too many; correct the first and import again\n";
    const bool refused =
        !report->mayCommit() || (report->errorCount > 0 && !p.isSet(QStringLiteral("accept-good-rows")));
    if (refused || dryRun || report->staged.changesNothing()) {
        if (refused && !dryRun && report->mayCommit())
            QTextStream(stderr)
                << "error: nothing was written; correct the rows, or add --accept-good-rows to take the others\n";
        return refused ? exitCode(ErrorCode::InputRejected) : 0;
    }
    if (const Outcome o = commit(s, std::move(*report), files, *options); !o)
        return failed(o.error());
    return 0;
}

Result<int> importAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, -1, "import FILE…"); !o)
        return failed(o.error());
    return importFiles(s, p, operands(p), std::nullopt);
}

void importOptions(QCommandLineParser& p)
{
    const auto add = [&p](const char* name, const char* help, const char* value) {
        p.addOption({QLatin1String(name), QString::fromUtf8(help), QLatin1String(value)});
    };
    add("profile", "A built-in or remembered profile.", "NAME");
    add("map", "A map file.", "FILE.json");
    add("kind", "What the file holds.", "K");
    add("decimal", "Decimal mark: point or comma.", "MARK");
    add("date-order", "dmy, mdy or ymd.", "ORDER");
    add("encoding", "utf-8, utf-16le, utf-16be, cp1250 to cp1257, iso-8859-2, -9 or -15.", "E");
    add("sheet", "The sheet of a workbook, by its name or number.", "NAME|N");
    add("company", "Company of rows that name none.", "C");
    add("cash-through", "Cash is known through this day.", "DATE");
    add("control-total", "Must equal the sum of the file.", "CUR:AMOUNT");
    add("same-ref", "What a known number with another day is: new or changed.", "WHICH");
    add("rejects", "Keeps the rejected rows with their reasons.", "FILE.csv");
    p.addOptions(
        {{QStringLiteral("dry-run"), QStringLiteral("Report only.")},
         {QStringLiteral("accept-odd-dates"),
          QStringLiteral("Take due dates before their invoice's, and dates outside 1990 to ten years from today.")},
         {QStringLiteral("accept-post-dated"),
          QStringLiteral("Take payments and promises dated after today, like post-dated cheques.")},
         {QStringLiteral("accept-odd-rates"), QStringLiteral("Take rates more than ten times off the last one.")},
         {QStringLiteral("accept-good-rows"), QStringLiteral("Take the good rows although others are rejected.")}});
}

Result<int> ratesAction(Session& s, const QCommandLineParser& p)
{
    const QStringList args = operands(p);
    if (args.size() != 2 || args[0] != u"import")
        return fail(ErrorCode::Usage, QStringLiteral("rates takes: import FILE"),
                    QStringLiteral("usage: rates import FILE"));
    return importFiles(s, p, {args[1]}, FileKind::Rates);
}

Result<Table> importsList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.openForReading(); !o)
        return failed(o.error());
    Table t = Table::with("#id,@at,file,#rows,state");
    const auto& batches = s.book->rows<ImportBatch>();
    for (std::uint32_t row = 0; row < batches.size(); ++row) // undone ones too
        for (const ImportedFile& f : batches[row].files)
            t.rows.push_back({QString::number(batches[row].id.value), toIsoInstant(batches[row].at), f.name,
                              QString::number(f.rows),
                              batches[row].retractedBy ? QStringLiteral("undone") : QStringLiteral("imported")});
    return t;
}

Result<int> importsAction(Session& s, const QCommandLineParser& p)
{
    const QStringList args = operands(p);
    if (args.isEmpty()) {
        const auto t = importsList(s, p);
        if (!t)
            return failed(t.error());
        if (const Outcome o = print(*t, s.format); !o)
            return failed(o.error());
        return 0;
    }
    bool ok = false;
    const BatchId batch(args.value(1).toLongLong(&ok));
    if (args.size() != 2 || args[0] != u"undo" || !ok)
        return fail(ErrorCode::Usage, QStringLiteral("imports takes nothing, or: undo ID"),
                    QStringLiteral("see the ids with: imports"));
    if (const Outcome o = s.openForWriting(); !o)
        return failed(o.error());
    const OperationId operation(s.store->ids()->next(duedesk::Table::Operation));
    const auto done = s.store->undoImport(batch, operation, {s.user, s.clock->now()});
    if (!done)
        return failed(done.error());
    if (!s.quiet)
        QTextStream(stdout) << "Import " << batch.value << " is undone.\n";
    return 0;
}

// The list command that `export` is asked for, by the words of the command line.
const Command* exportedView()
{
    const QStringList words = QCoreApplication::arguments();
    const qsizetype at = words.indexOf(QStringLiteral("export"));
    for (qsizetype i = at + 1; at >= 0 && i < words.size(); ++i)
        if (const Command* c = findCommand(words[i]); c && c->list)
            return c;
    return nullptr;
}

void exportOptions(QCommandLineParser& p)
{
    p.addOption(
        {QStringLiteral("to"), QStringLiteral("FILE.csv, .xlsx, .pdf, .html or .json."), QStringLiteral("FILE")});
    if (const Command* view = exportedView(); view && view->options)
        view->options(p);
}

Error exportUsage()
{
    QStringList views;
    for (const Command& c : commands())
        if (c.list)
            views += QString::fromLatin1(c.name);
    Error e;
    e.code = ErrorCode::Usage;
    e.what = QStringLiteral("export takes a list and a target");
    e.remedy = u"usage: export " + views.join(u'|') + u" … --to FILE.csv";
    return e;
}

Result<int> exportAction(Session& s, const QCommandLineParser& p)
{
    const Command* view = exportedView();
    const QString to = option(p, "to");
    if (!view || to.isEmpty())
        return failed(exportUsage());
    if (!canWrite(to))
        return failed(notUnderstood("--to", to, QStringLiteral("end it in .csv, .xlsx, .pdf, .html or .json")));
    if (const Outcome o = s.output().mayWrite(to, {}); !o)
        return failed(o.error());
    if (view->arguments[0] == '[' || view->arguments[0] == 0)
        if (const Outcome o = expectOperands(p, 0, 0, "export VIEW [the options of the list] --to FILE"); !o)
            return failed(o.error());
    const auto table = view->list(s, p);
    if (!table)
        return failed(table.error());
    for (const QString& w : table->warnings)
        QTextStream(stderr) << "warning: " << shown(w) << '\n';
    if (!s.book) { // a list of the file itself, like the audit, needs no book
        const auto loaded = s.store->load();
        if (!loaded)
            return failed(loaded.error());
        s.book = *loaded;
    }
    const QString about = s.book->info().name + u", as of " + s.day().toIso();
    QString title = QString::fromLatin1(view->name).replace(u'-', u' ');
    title[0] = title[0].toUpper();
    const auto written = writeFile(s.output(), *table, to, title, about);
    if (!written)
        return failed(written.error());
    warn(written->doubt);
    if (!s.quiet)
        QTextStream(stdout) << table->rows.size() << " rows in " << shown(to) << '\n';
    return 0;
}

} // namespace

std::vector<Command> importCommands()
{
    return {
        {"import",
         "FILE… [--profile NAME|--map FILE.json] [--kind K] [--decimal point|comma] [--date-order dmy|mdy|ymd] "
         "[--encoding E] [--sheet NAME|N] [--company C] [--cash-through DATE] [--dry-run] [--accept-good-rows] "
         "[--rejects FILE.csv] "
         "[--control-total CUR:AMOUNT]… [--accept-odd-dates] [--accept-post-dated] [--accept-odd-rates] "
         "[--same-ref new|changed]",
         "Takes ledger exports, in one transaction.", importOptions, nullptr, importAction},
        {"imports", "[undo ID]", "The imports so far; takes one back.", nullptr, importsList, importsAction},
        {"rates", "import FILE", "Exchange rates.", importOptions, nullptr, ratesAction},
        {"export", "VIEW --to FILE.{csv,xlsx,pdf,html,json}", "Any list as a file.", exportOptions, nullptr,
         exportAction},
    };
}

} // namespace duedesk::ctl
