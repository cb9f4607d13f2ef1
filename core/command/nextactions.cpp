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
        return fail(ErrorCode::InputRejected, Lang::words("is missing"), Lang::words("say a day or a time"),
                    QStringLiteral("date"));
    if (c.until < x.today)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the past"), Lang::words("choose a later day"),
                    QStringLiteral("date"));
    if (c.minute < -1 || c.minute >= 24 * 60)
        return fail(ErrorCode::InputRejected, Lang::words("is not a time of the day"), Lang::words("write it as 14:30"),
                    QStringLiteral("time"));
    if (c.until == x.today && c.minute < 0)
        return fail(ErrorCode::InputRejected, Lang::words("is today"), Lang::words("name a time, or a later day"),
                    QStringLiteral("date"));
    const QString& zone = book.info().zone;
    const Instant at = c.minute < 0 ? 0 : instantIn(zone, c.until, c.minute);
    if (at != 0 && at <= x.now)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the past"), Lang::words("choose a later time"),
                    QStringLiteral("time"));
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("put off"));
    addNextAction(changes, book, *payer, x, NextActionKind::Snooze, c.until, at, c.note);
    const Words day = c.until == x.today ? Lang::words("today") : Words(DayWord{c.until, x.today, true});
    const QString& name = book.customers()[*payer].name;
    changes.summary = c.minute < 0 ? Lang::words("%1 comes back %2.", name, day)
                                   : Lang::words("%1 comes back %2 %3.", name, day, ClockWord{c.minute});
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
                    c.on.isValid() ? Lang::words("is not a later day") : Lang::words("is missing"),
                    Lang::words("choose a later day"), QStringLiteral("date"));
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("next step set"));
    addNextAction(changes, book, *payer, x, NextActionKind::FollowUp, c.on, 0, c.note);
    changes.summary =
        Lang::words("Next step for %1 set: %2.", book.customers()[*payer].name, DayWord{c.on, x.today, true});
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const PutBack& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("put back"));
    addNextAction(changes, book, *payer, x, NextActionKind::PutBack, x.today);
    changes.summary = Lang::words("%1 is back on the list.", book.customers()[*payer].name);
    return changes;
}

} // namespace duedesk
