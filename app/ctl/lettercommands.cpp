// Letters and what is due to be said: statement, remind.
#include "app/ctl/groups.h"
#include "core/base/text.h"
#include "core/insight/letters/letter.h"
#include "core/insight/letters/reminders.h"
#include "core/mail/emlfile.h"
#include "core/mail/filenames.h"
#include "core/mail/mimewriter.h"
#include "ui/print/statementpdf.h"

#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace duedesk::ctl {
namespace {

Result<int> statementAction(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, 1, "statement CUSTOMER --pdf FILE|--html FILE"); !o)
        return failed(o.error());
    const QString pdf = p.value(u"pdf"_s), html = p.value(u"html"_s);
    if (pdf.isEmpty() == html.isEmpty())
        return fail(ErrorCode::Usage, u"a statement goes to one file"_s, u"add --pdf FILE or --html FILE"_s);
    const QString path = pdf.isEmpty() ? html : pdf;
    const QStringList endings = pdf.isEmpty() ? QStringList{u"html"_s, u"htm"_s} : QStringList{u"pdf"_s};
    if (const Outcome o = s.output().mayWrite(path, endings); !o)
        return failed(o.error());
    if (const Outcome o = s.openForReading(); !o)
        return failed(o.error());
    const auto payer = s.payer(operands(p).first());
    if (!payer)
        return failed(payer.error());
    const auto statement = statementOf(*s.book, s.book->customers()[*payer].id, {}, s.day());
    if (!statement)
        return failed(statement.error());
    const LetterWords& words = LetterWords::of(letterLanguage(*s.book, nullptr, *payer));
    const QByteArray bytes =
        pdf.isEmpty() ? statementHtml(*statement, words).toUtf8() : statementPdf(*statement, words);
    const auto written = writeWholeFile(s.output(), path, endings, bytes);
    if (!written)
        return failed(written.error());
    warn(written->doubt);
    if (!s.quiet)
        QTextStream(stdout) << u"Statement of "_s << shown(statement->payerName) << u" as of "_s
                            << statement->day.toIso() << u", "_s << statement->items.size() << u" items: "_s
                            << shown(path) << u'\n';
    if (statement->items.size() > statementRows)
        QTextStream(stderr) << "warning: the first " << statementRows
                            << " items are listed, the totals count all; the whole list: export items --customer "
                            << shown(statement->payerId) << " --to FILE.csv\n";
    return 0;
}

void statementOptions(QCommandLineParser& p)
{
    p.addOptions({{u"pdf"_s, u"Write a PDF."_s, u"FILE"_s}, {u"html"_s, u"Write an HTML page."_s, u"FILE"_s}});
}

// The ladder named, to see what it alone would do; null with no name.
Result<const Strategy*> strategyNamed(const Book& book, const QString& name)
{
    if (name.isEmpty())
        return nullptr;
    const Strategy* found = nullptr;
    QStringList known;
    for (const bool courtesy : {false, true})
        if (const Strategy& s = builtInStrategy(courtesy);
            known << s.name, s.name.compare(name, Qt::CaseInsensitive) == 0)
            found = &s;
    book.rows<Strategy>().forEach([&](std::uint32_t, const Strategy& s) {
        known << s.name;
        if (s.active && s.name.compare(name, Qt::CaseInsensitive) == 0)
            found = &s;
    });
    if (!found)
        return fail(ErrorCode::InputRejected, u"no strategy is called “"_s + name + u'”',
                    u"there are: "_s + known.join(u", "_s), u"--strategy"_s);
    return found;
}

QStringList cells(const Book& book, const Reminder& r)
{
    const Customer& c = book.customers()[r.payer];
    const Contact* to = r.contact == noRow ? nullptr : &book.rows<Contact>()[r.contact];
    QStringList rest;
    for (const auto& [currency, amount] : r.rest.amounts())
        rest << Money{narrow(amount), currency}.toString();
    return {c.externalId,
            c.name,
            r.strategyName,
            r.hasStep ? QString::number(r.step.day) : QString(),
            r.hasStep ? channelName(r.step.channel) : QString(),
            r.hasStep ? say(stepWords(r.step)) : QString(),
            r.due ? u"yes"_s : u"no"_s,
            r.from.toIso(),
            QString::number(r.days),
            rest.join(u" + "_s),
            QString::number(r.debits.size()),
            to ? to->name : QString(),
            to && r.isMail() ? to->email : QString(),
            say(r.why)};
}

struct Sender {
    EmailAddress from;
    QString name;
};
Result<Sender> senderOf(const Book& book)
{
    const MailAccount* account = nullptr;
    book.rows<MailAccount>().forEach([&](std::uint32_t, const MailAccount& a) { account = account ? account : &a; });
    if (!account)
        return fail(ErrorCode::Refused, u"this book has no sender for mail"_s,
                    u"set the mail account in the window first: Reminders, Settings"_s, u"--eml"_s);
    auto from = EmailAddress::parse(account->fromAddress, u"from"_s);
    if (!from)
        return failed(from.error());
    return Sender{*from, account->fromName};
}

// One reminder as an .eml file that any mail program opens; the book does not change.
Result<QString> writeReminder(const Session& s, const Reminder& r, const Sender& sender, const QString& folder)
{
    const Book& book = *s.book;
    const Contact& to = book.rows<Contact>()[r.contact];
    const QString language = letterLanguage(book, &to, r.payer);
    const LetterTemplate* wording = wordingFor(book, r.step.letter, language);
    if (!wording)
        return fail(ErrorCode::InputRejected, u"there is no approved template “"_s + r.step.letter + u'”',
                    u"approve one, or change the strategy"_s);
    auto statement = statementOf(book, book.customers()[r.payer].id, to.id, s.day(), r.debits);
    if (!statement)
        return failed(statement.error());
    const auto letter =
        renderLetter(*wording, letterParts(book, std::move(*statement), sender.name.isEmpty() ? s.user : sender.name,
                                           wording->language));
    if (!letter)
        return failed(letter.error());
    MailMessage m;
    m.from = sender.from.text();
    m.fromName = sender.name;
    m.to = to.email;
    m.toName = displayName(to.name);
    m.subject = letter->subject;
    m.date = s.clock->now();
    m.zone = book.info().zone;
    const QString name = safeFileName(book.customers()[r.payer].externalId + u'-' + QString::number(r.step.day));
    m.messageId = u"<remind."_s + QString::number(r.payer) + u'.' + QString::number(r.cycle) + u'.'
                  + QString::number(r.step.day + 1000) + u'.' + book.info().uuid + u'@' + sender.from.domain() + u'>';
    m.text = letter->text;
    m.html = letter->html;
    const auto bytes = writeMime(m);
    if (!bytes)
        return failed(bytes.error());
    if (const Outcome o = s.output().mayWrite(folder + u'/' + name + u".eml"_s, {u"eml"_s}); !o)
        return failed(o.error());
    return writeEml(folder, name, *bytes);
}

Result<Table> remindList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = s.openForReading(); !o)
        return failed(o.error());
    const auto strategy = strategyNamed(*s.book, p.value(u"strategy"_s));
    if (!strategy)
        return failed(strategy.error());
    const ReminderList list = reminders(*s.book, {s.day(), s.asOf ? 0 : s.clock->now(), *strategy, noRow});
    Table t = Table::with("customer,name,strategy,#step,channel,what,due,@from,#days,rest,#items,contact,email,why");
    const QString folder = p.value(u"eml"_s);
    std::optional<Sender> sender;
    if (!folder.isEmpty() && !p.isSet(u"dry-run"_s)) {
        const auto who = senderOf(*s.book);
        if (!who)
            return failed(who.error());
        sender = *who;
        if (!QDir().mkpath(folder)) {
            Error e;
            e.code = ErrorCode::StorageFailed;
            e.file = folder;
            e.what = u"is no folder and cannot be made one"_s;
            e.remedy = u"name a folder that you may write to"_s;
            return fail(std::move(e));
        }
    }
    for (const Reminder& r : list.rows) {
        if (!r.due && !p.isSet(u"all"_s))
            continue;
        t.rows.push_back(cells(*s.book, r));
        if (!sender || !r.due || r.step.channel != StepChannel::Email)
            continue;
        if (const auto path = writeReminder(s, r, *sender, folder); !path) {
            if (path.error().code == ErrorCode::StorageFailed)
                return failed(path.error());
            t.warnings << s.book->customers()[r.payer].externalId + u": not written: "_s + path.error().message();
        }
    }
    return t;
}

void remindOptions(QCommandLineParser& p)
{
    p.addOptions({{u"strategy"_s, u"What this one alone would do, for every customer it fits."_s, u"S"_s},
                  {u"dry-run"_s, u"Only the table, even with --eml."_s},
                  {u"all"_s, u"Those with nothing due too, with the reason."_s},
                  {u"eml"_s, u"Write the mails that are due as .eml files."_s, u"DIR"_s}});
}

} // namespace

std::vector<Command> letterCommands()
{
    return {{"remind", "[--strategy S] [--all] [--dry-run] [--eml DIR]",
             "What the reminder ladders would do on the day.", remindOptions, remindList, nullptr},
            {"statement", "CUSTOMER --pdf FILE|--html FILE", "The open items of a customer as a document.",
             statementOptions, nullptr, statementAction}};
}

} // namespace duedesk::ctl
