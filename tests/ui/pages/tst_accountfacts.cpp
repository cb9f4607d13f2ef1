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
    // Of several on one rung the best is named and stands first; a double that was merged away is nobody.
    void theFirstOfARung()
    {
        BookMaker m;
        m.invoice("A", "10.00", "2025-10-20", "2025-11-01");
        const auto person = [&](const QString& name, ContactRole role) -> Contact& {
            Contact p;
            p.customer = m.customer("A").id;
            p.name = name;
            p.role = role;
            p.phone = u"+44 20 7946 0812"_s;
            return m.add(p);
        };
        person(u"Old"_s, ContactRole::ApClerk).verifiedOn = day("2025-01-01");
        Contact& priya = person(u"Priya"_s, ContactRole::ApClerk);
        priya.verifiedOn = day("2025-10-12");
        priya.billing = true;
        person(u"Double"_s, ContactRole::ApClerk).mergedInto = priya.id;
        person(u"Lena"_s, ContactRole::ApLead);
        const AccountFacts f = accountFacts(*insightsOf(m.build(), day("2025-11-14")), 0, 0);
        QStringList seen;
        for (const PersonCard& p : f.people)
            seen += p.name + u": "_s + p.badge;
        QCOMPARE(seen, QStringList({u"Priya: billing contact, first choice"_s, u"Old: "_s, u"Lena: "_s}));
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
        QCOMPARE(f.agreements.size(), std::size_t(1));
        QCOMPARE(f.agreements[0].label, u"Promised for Thu 20 Nov, open"_s);
        QCOMPARE(f.agreements[0].value, u"100.00 USD"_s);
        QVERIFY(f.moneyNote.startsWith(u"promised 100"_s));
    }
    void riskAndWhatIsOwedInWords()
    {
        BookMaker m;
        Contact c;
        c.customer = m.customer("A").id;
        c.role = ContactRole::ApClerk;
        c.phone = u"1"_s;
        m.add(c);
        auto& i = m.invoice("A", "100.00", "2025-09-20", "2025-10-20");
        i.number = "INV-1";
        CustomerRequest r;
        r.customer = m.customer("A").id;
        r.debit = i;
        r.what = u"a delivery note"_s;
        r.openedOn = day("2025-11-10");
        r.dueOn = day("2025-11-13");
        r.owner = u"ben"_s;
        m.add(r);
        r.id = {};
        r.what = u"a credit note"_s;
        r.debit = {};
        r.dueOn = day("2025-11-18");
        m.add(r);
        Attachment a;
        a.customer = m.customer("A").id;
        a.name = u"old.pdf"_s;
        a.size = 1'250'000;
        a.day = day("2025-11-01");
        a.user = u"ana"_s;
        m.add(a);
        const AccountFacts f = accountFacts(*insightsOf(m.build(), day("2025-11-14")), 0, 0);
        QVERIFY2(fact(f, u"Risk"_s).endsWith(u" % unpaid in 30 d"_s), qPrintable(fact(f, u"Risk"_s)));
        QCOMPARE(f.owed.size(), std::size_t(2));
        QCOMPARE(f.owed[0].text, u"a delivery note for INV-1, by Thu 13 Nov, ben"_s);
        QVERIFY(f.owed[0].late && !f.owed[1].late);
        QVERIFY(f.nextStep.set);
        QVERIFY2(fact(f, u"Next step"_s).endsWith(u" 13 Nov"_s), qPrintable(fact(f, u"Next step"_s)));
        QCOMPARE(f.files.size(), std::size_t(1));
        QCOMPARE(f.files[0].about, u"1.3 MB \u00b7 1 Nov \u00b7 ana"_s);
    }
    void aNextStepThatIsNotSetSaysWhichKeySetsIt()
    {
        BookMaker m;
        m.invoice("A", "100.00", "2025-09-20", "2025-12-01");
        const AccountFacts f = accountFacts(*insightsOf(m.build(), day("2025-11-14")), 0, 0);
        QVERIFY(!f.nextStep.set);
        QCOMPARE(fact(f, u"Next step"_s),
                 u"not set \u00b7 W: look at it before 1 Dec, when it falls due, Fri 28 Nov"_s);
    }
};

QTEST_GUILESS_MAIN(TestAccountFacts)
#include "tst_accountfacts.moc"
