// Who may get a statement: only the payer group's own people, and a changed address only when confirmed and rested.
#include "core/base/clock.h"
#include "core/insight/people/contactguard.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestContactGuard : public QObject {
    Q_OBJECT
private slots:
    void ownPeopleOnly();
    void notThere_data();
    void notThere();
    void address_data();
    void address();
    void changedAddress();
    void laterChangeCounts();
    void undoneChange();
    void merged();
};

namespace {

struct Group {
    BookMaker m{"EUR"};
    Instant now = instantIn({}, day("2025-11-14"), 600);
    BookPtr book;

    Contact& person(std::string_view customer, const QString& email = u"ann@example.com"_s)
    {
        Contact c;
        c.customer = m.customer(customer).id;
        c.name = u"Ann"_s;
        c.email = email;
        return m.add(c);
    }
    ContactEvent& event(const Contact& c, ContactEventKind kind, Instant at, const QString& user = u"mia"_s)
    {
        ContactEvent e;
        e.customer = c.customer;
        e.contact = c.id;
        e.kind = kind;
        e.field = u"email"_s;
        e.at = at;
        e.day = dayIn({}, at);
        e.user = user;
        return m.add(e);
    }
    // "" = it may; else "field: what".
    QString said(const Contact& c, std::string_view payer)
    {
        book = m.build();
        const Contact* stored = book->rows<Contact>().find(c.id);
        const auto row = book->customerRow(m.customer(payer).id);
        const Outcome o = mayReceiveStatement(*book, stored ? *stored : c, row, now);
        if (o)
            return {};
        return o.error().code == ErrorCode::Refused && !o.error().remedy.isEmpty()
                   ? QString(o.error().field + u": " + say(o.error().what))
                   : u"not a refusal with a way out"_s;
    }
};

constexpr Instant hours(int n) { return n * Instant(3'600'000); }

} // namespace

void TestContactGuard::ownPeopleOnly()
{
    Group g;
    g.m.customer("S").payer = g.m.customer("P").id;
    g.m.customer("Q");
    const Contact& atSite = g.person("S");
    const Contact& atPayer = g.person("P");
    QCOMPARE(g.said(atSite, "P"), QString());
    QCOMPARE(g.said(atPayer, "S"), QString()); // a site's statement may go to its payer
    QCOMPARE(g.said(atSite, "Q"), u"contact: Ann is not a contact of Customer Q"_s);
    g.m.customer("S").payer = {};
    QCOMPARE(g.said(atSite, "P"), u"contact: Ann is not a contact of Customer P"_s);
}

void TestContactGuard::notThere_data()
{
    QTest::addColumn<int>("defect");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << int(ContactDefect::None) << QString();
    QTest::newRow("number") << int(ContactDefect::WrongNumber) << QString(); // its mail still arrives
    QTest::newRow("bounced") << int(ContactDefect::Bounced)
                             << u"contact: Ann cannot be reached at ann@example.com: mail came back"_s;
    QTest::newRow("person") << int(ContactDefect::WrongPerson) << u"contact: Ann is the wrong person"_s;
    QTest::newRow("left") << int(ContactDefect::Left) << u"contact: Ann has left"_s;
}

void TestContactGuard::notThere()
{
    QFETCH(int, defect);
    QFETCH(QString, said);
    Group g;
    Contact& c = g.person("P");
    c.defect = ContactDefect(defect);
    QCOMPARE(g.said(c, "P"), said);
    c.defect = ContactDefect::None;
    c.retractedBy = OperationId(3);
    QCOMPARE(g.said(c, "P"), u"contact: Ann was taken out of the book"_s);
}

void TestContactGuard::address_data()
{
    QTest::addColumn<QString>("email");
    QTest::newRow("none") << u""_s;
    QTest::newRow("two") << u"ann@example.com, ben@example.com"_s;
    QTest::newRow("header") << u"ann@example.com\r\nBcc: x@example.com"_s;
    QTest::newRow("no domain") << u"ann@"_s;
}

void TestContactGuard::address()
{
    QFETCH(QString, email);
    Group g;
    const Contact& c = g.person("P", email);
    g.book = g.m.build();
    const Outcome o = mayReceiveStatement(*g.book, c, 0, g.now);
    QVERIFY(!o);
    QCOMPARE(o.error().field, u"email"_s);
}

// Changed on 13 Nov at 12:00; the policy waits 24 hours; now is 14 Nov, 10:00.
void TestContactGuard::changedAddress()
{
    Group g;
    const Contact& c = g.person("P");
    const Instant changed = g.now - hours(22);
    g.event(c, ContactEventKind::Changed, changed);
    QCOMPARE(g.said(c, "P"), u"email: the address of Ann was changed on 13 Nov by mia and nobody has confirmed it"_s);
    const Instant start = g.now;
    g.now = start + hours(1000); // time alone does not vouch for it
    QVERIFY(!g.said(c, "P").isEmpty());
    g.now = start;
    g.event(c, ContactEventKind::Confirmed, start - hours(1), u"ben"_s);
    QCOMPARE(g.said(c, "P"), u"email: the address of Ann was changed on 13 Nov by mia; no statement goes there before "
                             "Fri 14 Nov 12:00"_s);
    g.now = changed + hours(24) - 1;
    QVERIFY(!g.said(c, "P").isEmpty());
    g.now = changed + hours(24);
    QCOMPARE(g.said(c, "P"), QString());
    Policy p;
    p.validFrom = day("2025-01-01");
    p.addressHoldHours = 48;
    g.m.add(p);
    QVERIFY(!g.said(c, "P").isEmpty());
}

void TestContactGuard::laterChangeCounts()
{
    Group g;
    const Contact& c = g.person("P");
    const Contact& other = g.person("P", u"ben@example.com"_s);
    g.event(c, ContactEventKind::Changed, g.now - hours(90));
    g.event(c, ContactEventKind::Confirmed, g.now - hours(80));
    QCOMPARE(g.said(c, "P"), QString());
    g.event(c, ContactEventKind::Changed, g.now - hours(60)); // the confirmation was for the address before
    QVERIFY(g.said(c, "P").contains(u"nobody has confirmed"));
    QCOMPARE(g.said(other, "P"), QString());
    g.event(other, ContactEventKind::Confirmed, g.now - hours(50)); // of somebody else
    QVERIFY(g.said(c, "P").contains(u"nobody has confirmed"));
    g.event(c, ContactEventKind::Confirmed, g.now - hours(60)); // in the same instant, written after it
    QCOMPARE(g.said(c, "P"), QString());
    ContactEvent& phone = g.event(c, ContactEventKind::Changed, g.now - hours(1));
    phone.field = u"phone"_s;
    QCOMPARE(g.said(c, "P"), QString());
}

void TestContactGuard::undoneChange()
{
    Group g;
    const Contact& c = g.person("P");
    g.event(c, ContactEventKind::Changed, g.now).retractedBy = OperationId(4);
    QCOMPARE(g.said(c, "P"), QString());
}

void TestContactGuard::merged()
{
    Group g;
    Contact& a = g.person("P");
    Contact& b = g.person("P");
    Contact& c = g.person("P");
    c.name = u"Cleo"_s;
    a.mergedInto = b.id;
    b.mergedInto = c.id;
    QCOMPARE(g.said(a, "P"), u"contact: Ann was merged into Cleo"_s);
    QCOMPARE(resolvedContact(*g.book, a.id)->name, u"Cleo"_s);
    QCOMPARE(resolvedContact(*g.book, c.id)->id, c.id);
    QVERIFY(!resolvedContact(*g.book, ContactId(99)));
}

QTEST_GUILESS_MAIN(TestContactGuard)
#include "tst_contactguard.moc"
