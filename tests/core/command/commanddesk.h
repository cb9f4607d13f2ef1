// A small book and the context that commands are given in tests: Fri 14 Nov 2025, 10:00 UTC, user "me".
#pragma once
#include "core/base/clock.h"
#include "core/command/command.h"
#include "tests/support/bookmaker.h"

#include <QTest>

namespace duedesk {

struct CommandDesk {
    BookMaker m{"EUR"};
    Date today = day("2025-11-14");
    int minute = 10 * 60;
    BookPtr book;
    Result<ChangeSet> last;

    BookMaker::DebitSpec& late(std::string_view customer, std::string_view amount, int days)
    {
        const Date due = today - days;
        return m.invoice(customer, amount, (due - 30).isoString(), due.isoString());
    }
    Contact& contact(std::string_view customer, ContactRole role, const QString& name)
    {
        Contact c;
        c.customer = m.customer(customer).id;
        c.role = role;
        c.name = name;
        c.phone = QStringLiteral("+49 30 1");
        return m.add(c);
    }
    Activity& tried(std::string_view customer, int daysAgo)
    {
        Activity a;
        a.customer = m.customer(customer).id;
        a.outcome = CallOutcome::Voicemail;
        a.day = today - daysAgo;
        a.at = instantIn({}, a.day, 9 * 60);
        return m.add(a);
    }
    CustomerId id(std::string_view customer) { return m.customer(customer).id; }
    Context context() { return {QStringLiteral("me"), instantIn({}, today, minute), today, &m.ids(), OperationId(7)}; }
    // Decides; a change must fit the book and be taken back exactly.
    const Result<ChangeSet>& decide(const Command& c)
    {
        if (!book)
            book = m.build();
        last = duedesk::decide(*book, c, context());
        if (last) {
            const BookPtr next = book->with(*last, book->revision() + 1);
            const BookPtr undone = next->with(last->inverted(OperationId(8)), book->revision() + 2);
            if (!sameLiveRows(*book, *undone) || (!last->isEmpty() && sameLiveRows(*book, *next)))
                QTest::qFail("undo does not give the book back", __FILE__, __LINE__);
            if (last->operation != OperationId(7) || last->summary.isEmpty() || last->action.isEmpty())
                QTest::qFail("a change says what it is", __FILE__, __LINE__);
        }
        return last;
    }
    QString summary(const Command& c)
    {
        return decide(c) ? say(last->summary) : QStringLiteral("refused: ") + refusal();
    }
    QString refused(const Command& c) { return decide(c) ? QStringLiteral("taken: ") + say(last->summary) : refusal(); }
    QString refusal() const { return last.error().field + QStringLiteral(": ") + say(last.error().what); }
    // The one row of a table that the last change holds.
    template <class T> T only() const
    {
        const auto& rows = last->of<T>();
        if (rows.size() != 1)
            throw std::logic_error("not exactly one row of this kind");
        return rows.front().after;
    }
    Instant at(std::string_view iso, int minuteOfDay, const char* zone = "") const
    {
        return instantIn(QString::fromLatin1(zone), day(iso), minuteOfDay);
    }
};

inline LogCall call(CustomerId payer, CallOutcome outcome)
{
    LogCall c;
    c.payer = payer;
    c.outcome = outcome;
    return c;
}

} // namespace duedesk
