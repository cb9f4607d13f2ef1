// Defects of contacts, ranked by the money behind them, and the share of it with a verified billing contact.
#include "core/base/clock.h"
#include "core/insight/people/contacthealth.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestContactHealth : public QObject {
    Q_OBJECT
private slots:
    void healthy();
    void defects_data();
    void defects();
    void nobody();
    void billing();
    void goneAsksForNothing();
    void inboxOnly();
    void singleOnBigAccount();
    void zone();
    void held();
    void samePerson_data();
    void samePerson();
    void duplicates();
    void rankedByMoney();
    void share();
    void notContacted();
};

namespace {

struct Floor {
    BookMaker m{"EUR"};
    Date d = day("2025-11-14");
    BookPtr book;
    ContactHealth health;

    void late(std::string_view customer, std::string_view amount, int days = 10)
    {
        m.invoice(customer, amount, (d - days - 30).isoString(), (d - days).isoString());
    }
    // A contact without a flaw, the billing contact.
    Contact& good(std::string_view customer, const QString& name = u"Ann"_s)
    {
        Customer& owner = m.customer(customer);
        owner.billingOwner = u"mia"_s;
        Contact c;
        c.customer = owner.id;
        c.name = name;
        c.role = ContactRole::ApClerk;
        c.email = name.toLower() + u'@' + owner.externalId.toLower() + u".example.com"_s;
        c.phone = u"+49 30 12345"_s + QString::number(m.ids().peek(Table::Contact));
        c.zone = u"Europe/Berlin"_s;
        c.billing = true;
        c.verifiedOn = d - 10;
        return m.add(c);
    }
    const ContactHealth& look()
    {
        book = m.build();
        health = contactHealth(*book, d, instantIn({}, d, 600));
        return health;
    }
    // "C/Ann: bounced, no time zone" for each line.
    QStringList said()
    {
        look();
        QStringList out;
        for (const ContactLine& l : health.lines) {
            QStringList issues;
            for (const ContactIssue i : l.list())
                issues += contactIssueName(i);
            out += book->customers()[l.payer].externalId + u'/'
                   + (l.contact == noRow ? u"-"_s : book->rows<Contact>()[l.contact].name) + u": "_s
                   + issues.join(u", "_s);
        }
        return out;
    }
};

} // namespace

void TestContactHealth::healthy()
{
    Floor f;
    f.late("C", "100.00");
    Contact& c = f.good("C");
    QCOMPARE(f.said(), QStringList({u"C/Ann: single contact"_s})); // the largest payer is a big account
    f.good("C", u"Ben"_s).billing = false;
    QCOMPARE(f.said(), QStringList({u"C/Ann: "_s, u"C/Ben: "_s}));
    c.mergedInto = ContactId(2);
    QCOMPARE(f.said().size(), 1);
}

void TestContactHealth::defects_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("said");
    int n = 0;
    for (const QString& said : {u"bounced"_s, u"wrong number"_s, u"left"_s, u"wrong person"_s, u"wrong role"_s,
                                u"not verified"_s, u"not verified"_s, u"no owner"_s, u"wrong role"_s})
        QTest::addRow("%d", n) << n << said, ++n;
}

void TestContactHealth::defects()
{
    QFETCH(int, what);
    QFETCH(QString, said);
    Floor f;
    f.late("C", "100.00");
    Contact& c = f.good("C");
    f.good("C", u"Ben"_s).billing = false;
    switch (what) {
    case 0: c.defect = ContactDefect::Bounced; break;
    case 1: c.defect = ContactDefect::WrongNumber; break;
    case 2: c.defect = ContactDefect::Left; break;
    case 3: c.defect = ContactDefect::WrongPerson; break;
    case 4: c.role = ContactRole::Sponsor; break;
    case 5: c.verifiedOn = {}; break;
    case 6: c.verifiedOn = f.d - 181; break;
    case 7: f.m.customer("C").billingOwner.clear(); break;
    case 8: c.role = ContactRole::Other; break;
    }
    QVERIFY(f.said().contains(u"C/Ann: "_s + said));
    if (what == 6) {
        c.verifiedOn = f.d - 180;
        QVERIFY(f.said().contains(u"C/Ann: "_s));
    }
}

void TestContactHealth::nobody()
{
    Floor f;
    f.late("C", "100.00");
    f.m.customer("quiet"); // owes nothing, nobody known: nothing to do
    QCOMPARE(f.said(), QStringList({u"C/-: no contact"_s}));
}

void TestContactHealth::billing()
{
    Floor f;
    f.late("C", "100.00");
    f.good("C").billing = false;
    f.good("C", u"Ben"_s).billing = false;
    QCOMPARE(f.said(), QStringList({u"C/Ann: no billing contact"_s, u"C/Ben: "_s})); // once, where it is nearest
}

void TestContactHealth::goneAsksForNothing()
{
    Floor f;
    f.late("C", "100.00");
    f.good("C");
    f.good("C", u"Ben"_s).billing = false;
    Contact& left = f.good("C", u"Left"_s);
    left.billing = false;
    left.defect = ContactDefect::Left;
    left.verifiedOn = {};
    left.zone.clear();
    QVERIFY(f.said().contains(u"C/Left: "_s));
    left.billing = true;
    QVERIFY(f.said().contains(u"C/Left: left"_s));
}

void TestContactHealth::inboxOnly()
{
    Floor f;
    f.late("C", "100.00");
    f.good("C", u"Accounts"_s).role = ContactRole::SharedInbox;
    QCOMPARE(f.said(), QStringList({u"C/Accounts: shared inbox only"_s}));
}

// 11 payers are past due: the first ceil(11 / 10) = 2 are big.
void TestContactHealth::singleOnBigAccount()
{
    Floor f;
    for (int i = 1; i <= 11; ++i) {
        const std::string id = "C" + std::to_string(100 + i);
        f.late(id, std::to_string(i) + "00.00");
        f.good(id);
    }
    QCOMPARE(f.said().filter(u"single contact"_s),
             QStringList({u"C111/Ann: single contact"_s, u"C110/Ann: single contact"_s}));
}

void TestContactHealth::zone()
{
    Floor f;
    f.late("C", "100.00");
    f.good("C").zone.clear();
    f.good("C", u"Ben"_s).billing = false;
    QVERIFY(f.said().contains(u"C/Ann: no time zone"_s));
    f.m.customer("C").country = u"US"_s;
    QVERIFY(f.said().contains(u"C/Ann: no time zone"_s));
    f.m.customer("C").country = u"DE"_s;
    QVERIFY(f.said().contains(u"C/Ann: "_s));
}

void TestContactHealth::held()
{
    Floor f;
    f.late("C", "100.00");
    const Contact& c = f.good("C");
    f.good("C", u"Ben"_s).billing = false;
    ContactEvent e;
    e.customer = c.customer;
    e.contact = c.id;
    e.field = u"email"_s;
    e.at = instantIn({}, f.d - 30, 0);
    e.day = f.d - 30;
    f.m.add(e);
    QVERIFY(f.said().contains(u"C/Ann: address not confirmed"_s));
    QCOMPARE(f.health.verified, 0);
}

void TestContactHealth::samePerson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<bool>("inbox");
    QTest::addColumn<bool>("same");
    QTest::newRow("e-mail") << u"A. Lee"_s << u"ANN@example.com"_s << u""_s << false << true;
    QTest::newRow("name") << u"ann  léé"_s << u"other@example.com"_s << u""_s << false << true;
    QTest::newRow("first name and number") << u"Ann"_s << u""_s << u"0049 30 123456"_s << false << true;
    QTest::newRow("first name alone") << u"Ann"_s << u""_s << u"+49 30 999999"_s << false << false;
    QTest::newRow("colleague, same switchboard") << u"Ben"_s << u""_s << u"+49 30 123456"_s << false << false;
    QTest::newRow("part of a word") << u"An"_s << u""_s << u"+49 30 123456"_s << false << false;
    QTest::newRow("inbox of that name") << u"Ann Lee"_s << u"other@example.com"_s << u""_s << true << false;
    QTest::newRow("inbox of that address") << u"Post"_s << u"ann@example.com"_s << u""_s << true << true;
}

void TestContactHealth::samePerson()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(QString, phone);
    QFETCH(bool, inbox);
    Contact a, b;
    a.name = u"Ann Lee"_s;
    a.email = u"ann@example.com"_s;
    a.phone = u"+49 30 123456"_s;
    b.name = name;
    b.email = email;
    b.mobile = phone;
    if (inbox)
        b.role = ContactRole::SharedInbox;
    QTEST(isSamePerson(a, b), "same");
    QTEST(isSamePerson(b, a), "same");
}

void TestContactHealth::duplicates()
{
    Floor f;
    f.m.customer("S").payer = f.m.customer("C").id;
    f.late("C", "100.00");
    f.good("C");
    f.good("S", u"ann"_s).billing = false;
    f.good("other");
    QCOMPARE(f.said(), QStringList({u"C/ann: duplicate"_s, u"C/Ann: "_s, u"other/Ann: "_s}));
    QCOMPARE(f.health.lines[0].duplicateOf, f.health.lines[1].contact);
}

void TestContactHealth::rankedByMoney()
{
    Floor f;
    f.m.rate("USD", "2025-01-01", "0.5");
    f.late("A", "100.00");
    f.late("B", "300.00 USD"); // 150 EUR
    f.late("N", "900.00 SEK"); // no rate
    f.late("later", "900.00", -1);
    f.late("today", "900.00", 0);
    f.m.customer("S").payer = f.m.customer("A").id;
    f.late("S", "60.00");
    QCOMPARE(f.said(), QStringList({u"A/-: no contact"_s, u"B/-: no contact"_s, u"N/-: no contact"_s,
                                    u"later/-: no contact"_s, u"today/-: no contact"_s}));
    QCOMPARE(f.health.lines[0].pastDue, 16000);
    QCOMPARE(f.health.lines[1].pastDue, 15000);
    QCOMPARE(f.health.lines[2].pastDue, 0);
    QCOMPARE(f.health.missing.size(), std::size_t(1));
}

// 300 of 400 past due stand behind a verified billing contact: 75 %.
void TestContactHealth::share()
{
    Floor f;
    f.late("A", "300.00");
    f.late("B", "100.00");
    f.good("A");
    Contact& b = f.good("B");
    b.email.clear(); // a billing contact that cannot be written to is none
    f.look();
    QCOMPARE(f.health.pastDue, 40000);
    QCOMPARE(f.health.verified, 30000);
    QCOMPARE(f.health.share.toText(1), u"75.0"_s);
    b.email = u"b@example.com"_s;
    QCOMPARE(f.look().share.toText(1), u"100.0"_s);
    b.verifiedOn = f.d - 181;
    QCOMPARE(f.look().share.toText(1), u"75.0"_s);
    Floor none;
    none.good("A");
    QVERIFY(!none.look().share.has());
}

void TestContactHealth::notContacted()
{
    Floor f;
    f.late("A", "300.00");
    f.late("B", "300.00");
    f.late("C", "100.00");
    f.m.customer("A").status = CustomerStatus::Insolvent;
    f.m.customer("B").doNotContact = true;
    QCOMPARE(f.said(), QStringList({u"C/-: no contact"_s}));
    QCOMPARE(f.health.pastDue, 10000);
    f.m.customer("A").statusSince = f.d + 1;
    QCOMPARE(f.said().size(), 2);
}

QTEST_GUILESS_MAIN(TestContactHealth)
#include "tst_contacthealth.moc"
