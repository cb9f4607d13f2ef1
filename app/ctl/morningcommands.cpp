// What happened since a day: paid, kept, short, bounced, broken, who is to be called back, who did not confirm.
#include "app/ctl/groups.h"
#include "core/insight/talks/morning.h"

namespace duedesk::ctl {
namespace {

Result<Table> morningList(Session& s, const QCommandLineParser& p)
{
    std::optional<Date> since;
    if (p.isSet(QStringLiteral("since"))) {
        const auto day = dateOption(p, "since");
        if (!day)
            return std::unexpected<Error>(day.error());
        since = *day;
    }
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const Book& book = *s.book;
    const MorningMark then = since ? morningMark(book, *since - 1) : eveMark(book, s.day());
    QString owner = p.value(QStringLiteral("owner"));
    if (owner == u"me")
        owner = s.user;
    const MorningSummary summary = morning(then, book, s.day(), owner);
    Table t = Table::with("part,customer,name,$amount,currency,@day,what");
    for (int i = 0; i < morningPartCount; ++i)
        for (const MorningLine& line : summary.of(MorningPart(i)).lines) {
            const Customer& c = book.customers()[line.payer];
            const bool money = line.amount.currency.isValid();
            t.rows.push_back({morningPartName(MorningPart(i)), c.externalId, c.name,
                              money ? line.amount.toPlain() : QString(),
                              money ? line.amount.currency.toString() : QString(), line.day.toIso(), say(line.what)});
        }
    return t;
}

void morningOptions(QCommandLineParser& p)
{
    p.addOptions({{QStringLiteral("since"), QStringLiteral("From this day on; the last business day unless said."),
                   QStringLiteral("DATE")},
                  {QStringLiteral("owner"), QStringLiteral("Only this owner's accounts."), QStringLiteral("NAME")}});
}

} // namespace

std::vector<Command> morningCommands()
{
    return {{"morning", "[--since DATE] [--owner X]", "What happened since: paid, kept, short, bounced, broken.",
             morningOptions, morningList, nullptr}};
}

} // namespace duedesk::ctl
