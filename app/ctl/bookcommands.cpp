// The book as a file: init, sample, generate, backup, restore, verify, audit.
#include "app/ctl/groups.h"
#include "core/base/text.h"
#include "core/practice/generator.h"
#include "core/store/bookstore.h"
#include "core/workbench/samplebook.h"

#include <QFileInfo>
#include <QTextStream>
#include <QTimeZone>

namespace duedesk::ctl {
namespace {

void note(const Session& s, const QString& sentence)
{
    if (!s.quiet)
        QTextStream(stdout) << shown(sentence, true) << '\n';
}

// For the commands that make the book that is named.
Outcome needNewBook(const Session& s)
{
    if (const Outcome o = s.refuseAsOf(); !o)
        return o;
    return s.needBookPath();
}

Result<int> initAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = needNewBook(s); !o)
        return failed(o.error());
    const QString code =
        p.isSet(QStringLiteral("currency")) ? p.value(QStringLiteral("currency")) : QStringLiteral("USD");
    const auto currency = Currency::parse(code);
    if (!currency) {
        return failed(usageError("--currency", code, QStringLiteral("is not a currency"),
                                 QStringLiteral("use its three letters, like USD")));
    }
    BookInfo info;
    info.base = *currency;
    info.name =
        p.isSet(QStringLiteral("name")) ? p.value(QStringLiteral("name")) : QFileInfo(s.bookPath).completeBaseName();
    info.zone = p.value(QStringLiteral("zone"));
    if (!info.zone.isEmpty() && !QTimeZone(info.zone.toLatin1()).isValid())
        return failed(usageError("--zone", info.zone, QStringLiteral("is not a time zone"),
                                 QStringLiteral("name it like Europe/Berlin")));
    const auto made = BookStore::create(s.bookPath, info, {s.user, s.clock->now()});
    if (!made)
        return failed(made.error());
    note(s, u"New book “" + info.name + u"” in " + currency->toString() + u": " + s.bookPath);
    return 0;
}

void initOptions(QCommandLineParser& p)
{
    p.addOptions(
        {{QStringLiteral("currency"), QStringLiteral("Base currency, USD unless said."), QStringLiteral("CUR")},
         {QStringLiteral("name"), QStringLiteral("The book's name."), QStringLiteral("N")},
         {QStringLiteral("zone"), QStringLiteral("Time zone of the book's day, UTC unless said."),
          QStringLiteral("ZONE")}});
}

// Reads whole-number options into places; the first that is wrong is the answer.
Outcome readInts(const QCommandLineParser& p, std::initializer_list<std::tuple<const char*, int*, int, int>> wanted)
{
    for (const auto& [name, place, lo, hi] : wanted) {
        const auto v = intOption(p, QLatin1String(name), *place, lo, hi);
        if (!v)
            return failed(v.error());
        *place = *v;
    }
    return {};
}

Result<int> sampleAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = needNewBook(s); !o)
        return failed(o.error());
    SampleOptions options;
    int seed = 7;
    if (const Outcome o = readInts(p, {{"customers", &options.customers, 1, 20'000},
                                       {"months", &options.months, 1, 120},
                                       {"seed", &seed, 0, 1'000'000'000}});
        !o)
        return failed(o.error());
    options.seed = std::uint64_t(seed);
    const auto made = createSampleBook(s.bookPath, options, s.clock->now(), s.user);
    if (!made)
        return failed(made.error());
    note(s, *made);
    return 0;
}

void sampleOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("customers"), QStringLiteral("120 unless said."), QStringLiteral("N")},
                  {QStringLiteral("months"), QStringLiteral("24 unless said."), QStringLiteral("M")},
                  {QStringLiteral("seed"), QStringLiteral("7 unless said."), QStringLiteral("S")}});
}

Result<int> generateAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, 1, "generate DIR --customers N --invoices N --seed S"); !o)
        return failed(o.error());
    if (const Outcome o = s.refuseAsOf(); !o)
        return failed(o.error());
    GeneratorOptions options;
    int seed = 7;
    if (const Outcome o = readInts(p, {{"customers", &options.customers, 1, 1'000'000},
                                       {"invoices", &options.invoices, 1, 50'000'000},
                                       {"months", &options.months, 1, 240},
                                       {"seed", &seed, 0, 1'000'000'000}});
        !o)
        return failed(o.error());
    options.seed = std::uint64_t(seed);
    options.until = dayIn({}, s.clock->now());
    const auto counts = generateFiles(operands(p).first(), options, s.output());
    if (!counts)
        return failed(counts.error());
    note(s, QString::number(counts->customers) + u" customers, " + QString::number(counts->invoices) + u" invoices, "
                + QString::number(counts->payments) + u" payment rows in " + operands(p).first());
    return 0;
}

void generateOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("customers"), QStringLiteral("500 unless said."), QStringLiteral("N")},
                  {QStringLiteral("invoices"), QStringLiteral("10000 unless said."), QStringLiteral("N")},
                  {QStringLiteral("months"), QStringLiteral("36 unless said."), QStringLiteral("M")},
                  {QStringLiteral("seed"), QStringLiteral("7 unless said."), QStringLiteral("S")}});
}

// The file alone, for commands that ask it and not what the book says: they work where it cannot be read as a book.
Outcome openFile(Session& s)
{
    if (const Outcome o = s.needBookPath(); !o)
        return o;
    auto opened = BookStore::open(s.bookPath, BookStore::Mode::ReadOnly, {s.user, s.clock->now()});
    if (!opened)
        return failed(opened);
    s.store = std::move(*opened);
    return {};
}

Result<int> backupAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, 1, "backup FILE"); !o)
        return failed(o.error());
    if (const Outcome o = openFile(s); !o)
        return failed(o.error());
    const auto digest = s.store->backup(operands(p).first());
    if (!digest)
        return failed(digest.error());
    note(s, u"Verified backup: " + operands(p).first() + u" sha256 " + *digest);
    return 0;
}

Result<int> restoreAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, 1, "restore FILE --to BOOK"); !o)
        return failed(o.error());
    if (const Outcome o = s.refuseAsOf(); !o)
        return failed(o.error());
    const QString to = p.value(QStringLiteral("to"));
    if (to.isEmpty())
        return fail(ErrorCode::Usage, QStringLiteral("the new book is not named"),
                    QStringLiteral("add --to BOOK.duedesk"), QStringLiteral("--to"));
    if (const Outcome o = BookStore::restore(operands(p).first(), to); !o)
        return failed(o.error());
    note(s, u"Restored and verified: " + to);
    return 0;
}

void restoreOptions(QCommandLineParser& p)
{
    p.addOption(
        {QStringLiteral("to"), QStringLiteral("The new book; nothing is overwritten."), QStringLiteral("BOOK")});
}

Result<int> verifyAction(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.needBookPath(); !o)
        return failed(o);
    const auto report = BookStore::verifyFile(s.bookPath, [&s](double f) {
        s.progress(QStringLiteral("verifying"), f);
        return true;
    });
    if (!report)
        return failed(report);
    const auto counted = [](std::int64_t n, const char* one, const char* many) -> QString {
        return QString::number(n) + u' ' + QLatin1StringView(n == 1 ? one : many);
    };
    QTextStream(stdout) << QStringList{counted(report->debits, "debit", "debits"),
                                       counted(report->credits, "credit", "credits"),
                                       counted(report->settlements, "settlement", "settlements"),
                                       counted(report->batches, "import", "imports"),
                                       counted(report->chain.events, "audit event", "audit events")}
                               .join(QStringLiteral(", "))
                        << '\n';
    for (const QString& what : report->notCovered)
        note(s, u"Not covered: " + what + u'.');
    for (const VerifyFinding& f : report->findings)
        QTextStream(stderr) << "error: " << f.check << ": " << f.what << '\n';
    if (!report->isClean()) {
        QTextStream(stderr) << "error: " << s.bookPath << ": fails its checks; if it is not known why, "
                            << restoreRemedy(s.bookPath) << '\n';
        return exitCode(ErrorCode::CheckFailed);
    }
    note(s, QStringLiteral("The book is sound."));
    return 0;
}

QString hex(const Hash& h)
{
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(h.data()), qsizetype(h.size())).toHex());
}

Result<Table> auditList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = openFile(s); !o)
        return failed(o.error());
    const auto entries = s.store->auditEntries();
    if (!entries)
        return failed(entries.error());
    Table t = Table::with("#seq,@at,actor,action,object,#operation,hash");
    for (const AuditEntry& e : *entries)
        t.rows.push_back({QString::number(e.seq), toIsoInstant(e.at), e.actor, e.action, e.object,
                          QString::number(e.operation), hex(e.hash)});
    return t;
}

Result<int> auditAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 0, 1, "audit [verify|head]"); !o)
        return failed(o.error());
    const QString what = operands(p).value(0);
    if (!what.isEmpty() && what != u"verify" && what != u"head")
        return fail(ErrorCode::Usage, QStringLiteral("is not a part of the audit"),
                    QStringLiteral("use audit, audit verify or audit head"), what);
    if (const Outcome o = openFile(s); !o)
        return failed(o.error());
    if (what == u"verify") {
        const auto r = s.store->verifyAudit();
        if (!r)
            return failed(r.error());
        if (r->firstBad != 0) {
            QTextStream(stderr) << "error: audit event " << r->firstBad << ": " << r->what << '\n';
            return exitCode(ErrorCode::CheckFailed);
        }
        note(s, u"The chain of " + QString::number(r->events) + u" events holds.");
        return 0;
    }
    if (what == u"head") {
        const auto h = s.store->auditHead();
        if (!h)
            return failed(h.error());
        Table t = Table::with("#seq,@at,hash");
        t.rows.push_back({QString::number(h->seq), toIsoInstant(h->at), hex(h->hash)});
        if (const Outcome o = print(t, s.format); !o)
            return failed(o.error());
        return 0;
    }
    const auto t = auditList(s, p);
    if (!t)
        return failed(t.error());
    if (const Outcome o = print(*t, s.format); !o)
        return failed(o.error());
    return 0;
}

} // namespace

std::vector<Command> bookCommands()
{
    return {
        {"init", "[--currency USD] [--name N] [--zone Z]", "A new, empty book.", initOptions, nullptr, initAction},
        {"sample", "[--customers 120] [--months 24] [--seed 7]", "A new book of practice data up to today.",
         sampleOptions, nullptr, sampleAction},
        {"generate", "DIR --customers N --invoices N --seed S", "Ledger exports of any size, as generic files.",
         generateOptions, nullptr, generateAction},
        {"backup", "FILE", "A verified copy of the book.", nullptr, nullptr, backupAction},
        {"restore", "FILE --to BOOK", "A new book from a backup.", restoreOptions, nullptr, restoreAction},
        {"verify", "", "Structure, ledger equations, audit chain, digests.", nullptr, nullptr, verifyAction},
        {"audit", "[verify|head]", "What was done, by whom; and proof that none of it was changed.", nullptr, auditList,
         auditAction},
    };
}

} // namespace duedesk::ctl
