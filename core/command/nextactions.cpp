#include "core/base/clock.h"
#include "core/base/words.h"
#include "core/command/common.h"

namespace duedesk {

Result<ChangeSet> decideCommand(const Book& book, const Snooze& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    if (!c.until.isValid())
        return fail(ErrorCode::InputRejected, QStringLiteral("is missing"), QStringLiteral("say a day or a time"),
                    QStringLiteral("date"));
    if (c.until < x.today)
        return fail(ErrorCode::InputRejected, QStringLiteral("lies in the past"), QStringLiteral("choose a later day"),
                    QStringLiteral("date"));
    if (c.minute < -1 || c.minute >= 24 * 60)
        return fail(ErrorCode::InputRejected, QStringLiteral("is not a time of the day"),
                    QStringLiteral("write it as 14:30"), QStringLiteral("time"));
    if (c.until == x.today && c.minute < 0)
        return fail(ErrorCode::InputRejected, QStringLiteral("is today"), QStringLiteral("name a time, or a later day"),
                    QStringLiteral("date"));
    const QString& zone = book.info().zone;
    const Instant at = c.minute < 0 ? 0 : instantIn(zone, c.until, c.minute);
    if (at != 0 && at <= x.now)
        return fail(ErrorCode::InputRejected, QStringLiteral("lies in the past"), QStringLiteral("choose a later time"),
                    QStringLiteral("time"));
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("put off"));
    addNextAction(changes, book, *payer, x, NextActionKind::Snooze, c.until, at, c.note);
    changes.summary = book.customers()[*payer].name + u" comes back "
                      + (c.until == x.today ? QStringLiteral("today") : weekdayWords(c.until, x.today))
                      + (c.minute < 0 ? QString() : QString(u' ' + clockWords(c.minute))) + u'.';
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SetFollowUp& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    if (!c.on.isValid() || c.on <= x.today)
        return fail(ErrorCode::InputRejected,
                    c.on.isValid() ? QStringLiteral("is not a later day") : QStringLiteral("is missing"),
                    QStringLiteral("choose a later day"), QStringLiteral("date"));
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("next step set"));
    addNextAction(changes, book, *payer, x, NextActionKind::FollowUp, c.on, 0, c.note);
    changes.summary =
        u"Next step for " + book.customers()[*payer].name + u" set: " + weekdayWords(c.on, x.today) + u'.';
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const PutBack& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("put back"));
    addNextAction(changes, book, *payer, x, NextActionKind::PutBack, x.today);
    changes.summary = book.customers()[*payer].name + u" is back on the list.";
    return changes;
}

} // namespace duedesk
