// A desk to rank a small book at: late invoices, talks, next actions and promises in few words. Today is Fri 14 Nov 2025.
#pragma once
#include "core/base/clock.h"
#include "core/insight/calls/calllist.h"
#include "tests/support/bookmaker.h"

#include <QTest>

namespace duedesk {

struct Desk {
    BookMaker m{"USD"};
    Date d = day("2025-11-14");
    Instant now = 0;
    BookPtr book;
    CallList list;

    const CallList& rank()
    {
        book = m.build();
        const auto facts = paymentFacts(*book);
        model = BehaviourModel::fit(facts, d + 1);
        list = callList(*book, model, {d, now});
        return list;
    }
    // The row of a customer; a row without payer when it is not there.
    CallRow row(const QString& id)
    {
        if (!book)
            rank();
        for (const CallRow& r : list.rows)
            if (book->customers()[r.payer].externalId == id)
                return r;
        return {};
    }
    QStringList ids(const std::vector<std::uint32_t>& rows) const
    {
        QStringList out;
        for (const std::uint32_t at : rows)
            out += book->customers()[list.rows[at].payer].externalId;
        return out;
    }
    QStringList all() const
    {
        QStringList out;
        for (const CallRow& r : list.rows)
            out += book->customers()[r.payer].externalId;
        return out;
    }
    // An invoice that is `days` past due today.
    BookMaker::DebitSpec& late(std::string_view customer, std::string_view amount, int days)
    {
        const Date due = d - days;
        return m.invoice(customer, amount, (due - 30).isoString(), due.isoString());
    }
    Contact& contact(std::string_view customer, ContactRole role, const QString& name = QStringLiteral("Ann"))
    {
        Contact c;
        c.customer = m.customer(customer).id;
        c.role = role;
        c.name = name;
        c.phone = QStringLiteral("+1 555 0100");
        return m.add(c);
    }
    Activity& did(std::string_view customer, CallOutcome outcome, int daysAgo, ActivityKind kind = ActivityKind::Call)
    {
        Activity a;
        a.customer = m.customer(customer).id;
        a.kind = kind;
        a.outcome = outcome;
        a.day = d - daysAgo;
        a.at = instantIn({}, a.day, 10 * 60);
        return m.add(a);
    }
    // The same with a person who can approve or schedule.
    Activity& spoke(std::string_view customer, CallOutcome outcome, int daysAgo)
    {
        const ContactId ann = contact(customer, ContactRole::ApClerk).id;
        Activity& a = did(customer, outcome, daysAgo);
        a.contact = ann;
        return a;
    }
    NextAction& next(std::string_view customer, NextActionKind kind, int inDays, Instant at = 0, int madeAgo = 1)
    {
        NextAction n;
        n.customer = m.customer(customer).id;
        n.kind = kind;
        n.madeOn = d - madeAgo;
        n.due = d + inDays;
        n.at = at;
        return m.add(n);
    }
    // A promise for one invoice whose deadline has passed without money: made 20, promised for 14 days ago.
    Promise& broken(std::string_view customer, const BookMaker::DebitSpec& debit, int promisedAgo = 14)
    {
        Promise& p = m.promise(customer, "1", (d - promisedAgo - 6).isoString(), (d - promisedAgo).isoString());
        p.lines = {{debit, debit.row.amount}};
        p.amount = debit.row.amount;
        return p;
    }
    void bankUntilYesterday() { m.payment("bank", "1", (d - 1).isoString()); }

    BehaviourModel model = BehaviourModel::fit({}, Date(0));
};

inline QString laneOf(Desk& k, const QString& id) { return laneName(k.row(id).lane); }

} // namespace duedesk
