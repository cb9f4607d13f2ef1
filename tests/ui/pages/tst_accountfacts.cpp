#include "tests/support/bookmaker.h"
#include "tests/ui/pages/insightsof.h"
#include "ui/pages/account/accountfacts.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccountFacts : public QObject {
    Q_OBJECT
    static QString fact(const AccountFacts& f, const QString& label)
    {
        for (const HeaderFact& h : f.header)
            if (h.label == label)
                return h.value;
        return u"(none)"_s;
    }

private slots:
    void headerMoneyAndPeople()
    {
        BookMaker m;
        Customer& c = m.customer("C000214");
        c.name = u"Harbor Lines"_s;
        c.tier = u"Key"_s;
        c.region = u"North"_s;
        c.owner = u"Ana"_s;
        c.creditLimit = 1'500'000;
        c.termsDays = 30;
        m.invoice("C000214", "20000.00", "2025-06-21", "2025-07-21");
        m.invoice("C000214", "5000.00", "2025-10-20", "2025-11-19");
        const auto person = [&](const QString& name, ContactRole role, const char* verified) {
            Contact p;
            p.customer = c.id;
            p.name = name;
            p.role = role;
            p.phone = u"+44 20 7946 0812"_s;
            if (*verified)
                p.verifiedOn = day(verified);
            m.add(p);
        };
        person(u"Simon"_s, ContactRole::FinanceHead, "2025-01-01");
        person(u"Priya"_s, ContactRole::ApClerk, "2025-10-12");
        person(u"Inbox"_s, ContactRole::SharedInbox, "");
        const BookPtr book = m.build();
        const InsightsPtr in = insightsOf(book, day("2025-11-14"));
        const AccountFacts f = accountFacts(*in, 0, 0);
        QCOMPARE(f.name, u"Harbor Lines"_s);
        QCOMPARE(f.chips, QStringList({u"Key"_s, u"North"_s}));
        QCOMPARE(f.about, u"C000214 · owner Ana"_s);
        QCOMPARE(fact(f, u"To collect"_s), u"20,000.00 USD"_s);
        QCOMPARE(fact(f, u"Open"_s), u"25,000.00"_s);
        QCOMPARE(fact(f, u"Oldest"_s), u"116 d"_s);
        QCOMPARE(fact(f, u"Credit left"_s), u"\u221210,000"_s);
        QCOMPARE(f.bucket[4], 2'000'000);
        QVERIFY(f.moneyNote.startsWith(u"promised 0 · disputed 0 · unapplied cash 0"_s));
        QCOMPARE(f.hurdles, u"30 days net"_s);
        QCOMPARE(f.people.size(), std::size_t(3));
        QCOMPARE(f.people[0].name, u"Inbox"_s); // lowest rung first
        QCOMPARE(f.people[0].state, u"not verified"_s);
        QCOMPARE(f.people[1].name, u"Priya"_s);
        QCOMPARE(f.people[1].state, u"verified 12 Oct"_s);
        QCOMPARE(f.people[2].state, u"not verified for 317 d"_s);
        QVERIFY(!f.events.empty());
    }
    void withoutALimitNoneIsClaimed()
    {
        BookMaker m;
        m.invoice("A", "10.00", "2025-10-20", "2025-11-01");
        const AccountFacts f = accountFacts(*insightsOf(m.build(), day("2025-11-14")), 0, 0);
        QCOMPARE(fact(f, u"Credit left"_s), u"(none)"_s);
        QCOMPARE(fact(f, u"Credit limit"_s), u"none set"_s);
    }
    void aLivePromiseIsNamed()
    {
        BookMaker m;
        m.invoice("A", "100.00", "2025-09-20", "2025-10-20");
        m.promise("A", "100.00", "2025-11-10", "2025-11-20");
        const AccountFacts f = accountFacts(*insightsOf(m.build(), day("2025-11-14")), 0, 0);
        QVERIFY2(f.howTheyPay.contains(u"100.00 USD promised for Thu 20 Nov"_s), qPrintable(f.howTheyPay));
        QVERIFY(f.moneyNote.startsWith(u"promised 100"_s));
    }
};

QTEST_GUILESS_MAIN(TestAccountFacts)
#include "tst_accountfacts.moc"
