#include "app/ctl/session.h"

#include "core/insight/behaviour/behaviour.h"
#include "core/store/bookstore.h"

#include <QTextStream>
#include <cstdio>
#include <unistd.h>

namespace duedesk::ctl {

Session::Session() : clock(std::make_unique<SystemClock>())
{
    terminalErrors = isatty(STDERR_FILENO) != 0;
    format = isatty(STDOUT_FILENO) != 0 ? Format::Table : Format::Csv;
    user = qEnvironmentVariable("USER", QStringLiteral("me"));
}

Session::~Session() = default;

Outcome Session::needBookPath() const
{
    if (!bookPath.isEmpty())
        return {};
    return fail(ErrorCode::Usage, QStringLiteral("no book is named"), QStringLiteral("add --book FILE.duedesk"));
}

Outcome Session::open(bool write)
{
    if (const Outcome o = needBookPath(); !o)
        return o;
    auto opened =
        BookStore::open(bookPath, write ? BookStore::Mode::ReadWrite : BookStore::Mode::ReadOnly, {user, clock->now()});
    if (!opened)
        return std::unexpected<Error>(opened.error());
    store = std::move(*opened);
    auto loaded = store->load();
    if (!loaded)
        return std::unexpected<Error>(loaded.error());
    book = *loaded;
    const RatesAt rates = book->ratesAt(day());
    for (const Currency c : rates.leftOut())
        std::fprintf(
            stderr,
            "warning: the rate of %s is not used, because the book's sums would not fit with it; what is in %s "
            "is left out; import the right rate for its day\n",
            qUtf8Printable(c.toString()), qUtf8Printable(c.toString()));
    return {};
}

Outcome Session::openForReading() { return store ? Outcome{} : open(false); }

Outcome Session::refuseAsOf() const
{
    if (!asOf)
        return {};
    return fail(ErrorCode::Usage, QStringLiteral("a past or future day is for reading only"),
                QStringLiteral("leave out --as-of to write; --now sets the clock for practice"),
                QStringLiteral("--as-of"));
}

Outcome Session::openForWriting()
{
    if (const Outcome o = refuseAsOf(); !o)
        return o;
    return open(true);
}

bool Command::takesOptionsOnly() const { return arguments[0] == '\0' || QByteArrayView(arguments).startsWith("[--"); }

const BehaviourModel& Session::behaviour()
{
    if (!m_behaviour) {
        const std::vector<PaymentFact> facts = paymentFacts(*book);
        m_behaviour = BehaviourModel::fit(facts, day() + 1);
    }
    return *m_behaviour;
}

const CallList& Session::calls()
{
    if (!m_calls)
        m_calls = callList(*book, behaviour(), {day(), day() == today() ? clock->now() : 0});
    return *m_calls;
}

Result<std::uint32_t> Session::payer(const QString& externalId) const
{
    const std::uint32_t row = book->customerByExternalId(externalId);
    if (row == noRow) {
        Error e;
        e.what = QStringLiteral("no customer has this id");
        e.field = QStringLiteral("CUSTOMER");
        e.value = externalId;
        e.remedy = QStringLiteral("see the ids with: aging --by customer");
        return fail(e);
    }
    return book->payerRow(row);
}

void Session::progress(const QString& what, double fraction) const
{
    if (quiet || !terminalErrors)
        return;
    std::fprintf(stderr, "\r%s %3d %%%s", qUtf8Printable(what), int(fraction * 100), fraction >= 1 ? "\n" : "");
}

Result<ChangeSet> submit(Session& s, const duedesk::Command& command)
{
    const std::unique_ptr<IdSource> ids = s.store->ids();
    const Context context{s.user, s.clock->now(), s.today(), ids.get(),
                          OperationId(ids->next(duedesk::Table::Operation))};
    for (int tries = 0;; ++tries) {
        const BookPtr book = s.store->book();
        auto changes = decide(*book, command, context);
        if (!changes)
            return changes;
        const auto done = s.store->apply(*changes, book->revision(), {s.user, s.clock->now()});
        if (done)
            return changes;
        if (!BookStore::isConflict(done.error()) || tries >= 20)
            return std::unexpected<Error>(done.error());
        if (const auto fresh = s.store->refresh(); !fresh)
            return std::unexpected<Error>(fresh.error());
    }
}

void warn(const QString& sentence)
{
    if (!sentence.isEmpty())
        std::fprintf(stderr, "warning: %s\n", qUtf8Printable(sentence));
}

QStringList operands(const QCommandLineParser& parser)
{
    const QStringList all = parser.positionalArguments();
    return all.mid(all.value(0) == u"export" ? 2 : 1); // export VIEW … has the view's own operands behind it
}

Outcome expectOperands(const QCommandLineParser& parser, int least, int most, const char* usage)
{
    const auto n = operands(parser).size();
    if (n >= least && (most < 0 || n <= most))
        return {};
    return fail(ErrorCode::Usage,
                n < least ? QStringLiteral("an argument is missing") : QStringLiteral("there are too many arguments"),
                u"usage: " + QString::fromUtf8(usage));
}

QString option(const QCommandLineParser& p, const char* name) { return p.value(QLatin1String(name)); }

void customerOption(QCommandLineParser& p)
{
    p.addOption({QStringLiteral("customer"), QStringLiteral("Only this customer's payer and who it pays for."),
                 QStringLiteral("ID")});
}

Result<OnlyPayer> onlyPayer(const Session& s, const QCommandLineParser& p)
{
    if (!p.isSet(QStringLiteral("customer")))
        return OnlyPayer{};
    const auto payer = s.payer(option(p, "customer"));
    if (!payer)
        return fail(payer.error());
    return OnlyPayer{*payer};
}

Error usageError(const char* field, const QString& value, const QString& what, const QString& remedy)
{
    Error e;
    e.code = ErrorCode::Usage;
    e.field = QString::fromLatin1(field);
    e.value = value;
    e.what = what;
    e.remedy = remedy;
    return e;
}

Error notUnderstood(const char* field, const QString& value, const QString& remedy)
{
    return usageError(field, value, QStringLiteral("is not understood"), remedy);
}

Result<int> intOption(const QCommandLineParser& p, const QString& name, int otherwise, int lo, int hi)
{
    if (!p.isSet(name))
        return otherwise;
    bool ok = false;
    const int v = p.value(name).toInt(&ok);
    if (ok && v >= lo && v <= hi)
        return v;
    return fail(usageError(QByteArray("--").append(name.toLatin1()).constData(), p.value(name),
                           QStringLiteral("is not a whole number in range"),
                           u"give a number from " + QString::number(lo) + u" to " + QString::number(hi)));
}

Result<Date> dateOption(const QCommandLineParser& p, const char* name)
{
    const QString text = option(p, name);
    if (const auto d = Date::fromIso(text))
        return *d;
    return fail(usageError(QByteArray("--").append(name).constData(), text, QStringLiteral("is not a day"),
                           QStringLiteral("write it as YYYY-MM-DD")));
}

void addCommonOptions(QCommandLineParser& p)
{
    p.addOptions({
        {QStringLiteral("book"), QStringLiteral("The book: a *.duedesk file."), QStringLiteral("BOOK")},
        {QStringLiteral("as-of"), QStringLiteral("Show the book as of that day."), QStringLiteral("YYYY-MM-DD")},
        {QStringLiteral("now"), QStringLiteral("Set the clock."), QStringLiteral("INSTANT")},
        {QStringLiteral("format"), QStringLiteral("table, csv or json."), QStringLiteral("F")},
        {QStringLiteral("user"), QStringLiteral("Who acts."), QStringLiteral("NAME")},
        {QStringLiteral("quiet"), QStringLiteral("No progress, no notes.")},
    });
}

Outcome takeCommonOptions(Session& s, const QCommandLineParser& p)
{
    const auto value = [&](const char* name) { return p.value(QLatin1String(name)); };
    s.bookPath = value("book");
    if (s.bookPath.startsWith(u"postgresql://") || s.bookPath.startsWith(u"postgres://")) {
        Error e;
        e.code = ErrorCode::BookForeign;
        e.field = QStringLiteral("--book");
        e.what = QStringLiteral("names a server, and books are files so far");
        e.remedy = QStringLiteral("name a *.duedesk file");
        return fail(std::move(e)); // without the address, which may hold a password
    }
    if (p.isSet(QStringLiteral("as-of"))) {
        s.asOf = Date::fromIso(value("as-of"));
        if (!s.asOf)
            return fail(notUnderstood("--as-of", value("as-of"), QStringLiteral("write the day as YYYY-MM-DD")));
    }
    if (p.isSet(QStringLiteral("now"))) {
        const auto at = parseInstant(value("now"));
        if (!at)
            return fail(notUnderstood("--now", value("now"), QStringLiteral("write it as 2025-11-14T09:30:00Z")));
        s.clock = std::make_unique<FixedClock>(*at);
    }
    if (p.isSet(QStringLiteral("format"))) {
        const QString f = value("format");
        if (f != u"table" && f != u"csv" && f != u"json")
            return fail(notUnderstood("--format", f, QStringLiteral("use table, csv or json")));
        s.format = f == u"table" ? Format::Table : f == u"csv" ? Format::Csv : Format::Json;
    }
    if (p.isSet(QStringLiteral("user"))) {
        s.user = value("user").trimmed();
        if (s.user.isEmpty())
            return fail(notUnderstood("--user", value("user"), QStringLiteral("name who acts")));
    }
    s.quiet = p.isSet(QStringLiteral("quiet"));
    return {};
}

} // namespace duedesk::ctl
