// Adding, changing, verifying and marking people, with the history each of it writes.
#include "core/insight/people/contactguard.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestContacts : public QObject {
    Q_OBJECT
private slots:
    void add();
    void addSecondAddress();
    void addRefused();
    void edit();
    void editKeepsWhatAFileBrought();
    void refusedFields_data();
    void refusedFields();
    void newAddressIsHeld();
    void newNumberCures();
    void verify();
    void marks();
    void mergedIsGone();
    void hours_data();
    void hours();
};

namespace {

struct People : CommandDesk {
    Contact& person(std::string_view customer, const QString& name, const QString& email = {})
    {
        Contact& c = contact(customer, ContactRole::ApClerk, name);
        c.email = email;
        return c;
    }
    // The history that the last change writes, as "Kind field: before > after".
    QStringList history()
    {
        static const char* kinds[] = {"added",   "changed", "verified", "confirmed", "defect",
                                      "cleared", "billing", "merged",   "left"};
        QStringList out;
        for (const auto& r : last->of<ContactEvent>()) {
            const ContactEvent& e = r.after;
            out += QLatin1String(kinds[int(e.kind)]) + (e.field.isEmpty() ? u""_s : QString(u' ' + e.field)) + u": "_s
                   + e.before + u" > "_s + e.after;
            if (e.user != u"me" || e.day != today || e.at != context().now || e.operation != OperationId(7))
                out += u"not dated"_s;
        }
        return out;
    }
};

} // namespace

void TestContacts::add()
{
    People k;
    Contact c;
    c.name = u"  Ann   Lee "_s;
    c.role = ContactRole::ApLead;
    c.email = u"Ann@Example.COM"_s;
    c.phone = u" +49 30 123 "_s;
    c.zone = u"Europe/Berlin"_s;
    c.billing = true; // not a field: it has a command of its own
    QCOMPARE(k.summary(AddContact{k.id("C"), c}), u"Ann Lee added to Customer C."_s);
    const Contact added = k.only<Contact>();
    QCOMPARE(added.name, u"Ann Lee"_s);
    QCOMPARE(added.email, u"Ann@example.com"_s);
    QCOMPARE(added.phone, u"+49 30 123"_s);
    QCOMPARE(added.roleText, u"AP lead"_s);
    QCOMPARE(added.customer, k.id("C"));
    QVERIFY(!added.billing);
    QCOMPARE(k.history(), QStringList({u"added:  > Ann Lee"_s, u"added email:  > Ann@example.com"_s}));
    const BookPtr next = k.book->with(*k.last, 2); // the first address of a payer needs nobody to vouch for it
    QVERIFY(mayReceiveStatement(*next, added, next->customerRow(k.id("C")), k.context().now));
}

void TestContacts::addSecondAddress()
{
    People k;
    k.m.customer("S").payer = k.id("P");
    k.person("S", u"Ben"_s, u"ben@example.com"_s);
    Contact c;
    c.name = u"Ann"_s;
    c.email = u"ann@example.com"_s;
    QCOMPARE(
        k.summary(AddContact{k.id("P"), c}),
        u"Ann added to Customer P. No statement goes to ann@example.com before it is confirmed and 24 hours have passed."_s);
    const BookPtr next = k.book->with(*k.last, 2);
    QVERIFY(!mayReceiveStatement(*next, k.only<Contact>(), 0, k.context().now + 90'000'000));
    c.name = u"Bén"_s;
    c.email.clear();
    QCOMPARE(k.summary(AddContact{k.id("P"), c}),
             u"Bén added to Customer P. It looks like Ben, who is there already."_s);
}

void TestContacts::addRefused()
{
    People k;
    QCOMPARE(k.refused(AddContact{k.id("C"), {}}), u"name: is missing"_s);
    QCOMPARE(k.refused(AddContact{CustomerId(99), {}}), u"customer: is not a customer of this book"_s);
}

void TestContacts::edit()
{
    People k;
    const Contact before = k.person("C", u"Ann"_s, u"ann@example.com"_s);
    Contact c = before;
    QCOMPARE(k.summary(EditContact{before.id, c}), u"Nothing changed at Ann."_s);
    QVERIFY(k.last->isEmpty());
    c.role = ContactRole::FinanceHead;
    c.callFrom = 9 * 60;
    c.callTo = 12 * 60;
    c.note = u"Fridays at home\nask for her deputy"_s;
    QCOMPARE(k.summary(EditContact{before.id, c}), u"Ann: role, calling hours, note changed."_s);
    QCOMPARE(k.history(), QStringList({u"changed role: AP clerk > finance head"_s, u"changed hours:  > 09:00–12:00"_s,
                                       u"changed note:  > Fridays at home\nask for her deputy"_s}));
    QCOMPARE(k.only<Contact>().roleText, u"finance head"_s);
    QCOMPARE(k.only<Contact>().phone, before.phone);
}

void TestContacts::editKeepsWhatAFileBrought()
{
    People k;
    Contact& c = k.person("C", u"Ann"_s, u"ann@example.com"_s);
    c.phone = u"030 1 / 030 2"_s; // could not be typed
    Contact typed = c;
    typed.language = u"de"_s;
    QCOMPARE(k.summary(EditContact{c.id, typed}), u"Ann: language changed."_s);
    QCOMPARE(k.only<Contact>().phone, u"030 1 / 030 2"_s);
}

void TestContacts::refusedFields_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    using F = ContactField;
    const auto row = [](const char* name, F f, const QString& text, const QString& said) {
        QTest::newRow(name) << int(f) << text << said;
    };
    row("no name", F::Name, u" "_s, u"name: is missing"_s);
    row("two lines", F::Name, u"Ann\r\nBcc: x@example.com"_s,
        u"name: holds a character that cannot be seen: Ann\\u000d\\u000aBcc: x@example.com"_s);
    row("no width", F::Name, u"\u200b"_s, u"name: holds a character that cannot be seen: \\u200b"_s);
    row("bidi", F::Name, u"Ann\u202eeel"_s, u"name: holds a character that cannot be seen: Ann\\u202eeel"_s);
    row("header", F::Email, u"a@example.com\nBcc: b@example.com"_s,
        u"email: holds a character that cannot be seen: a@example.com\\u000aBcc: b@example.c…"_s);
    row("two addresses", F::Email, u"a@example.com, b@example.com"_s, u"email: is more than one address"_s);
    row("no address", F::Email, u"ann"_s, u"email: has no @"_s);
    row("two numbers", F::Phone, u"030 123; 030 456"_s, u"phone: is more than one number"_s);
    row("mobile", F::Mobile, u"ask her"_s, u"mobile: is not a phone number"_s);
    row("zone", F::Zone, u"Berlin"_s, u"timezone: is not a time zone"_s);
    row("NUL", F::Note, u"a\0b"_s, u"note: holds a character that cannot be seen: a\\u0000b"_s);
    row("long", F::Language, QString(201, u'x'), u"language: is 201 characters long; 200 are allowed"_s);
}

void TestContacts::refusedFields()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(QString, said);
    People k;
    const Contact& c = k.person("C", u"Ann"_s, u"ann@example.com"_s);
    Contact typed = c;
    QString* const into[] = {&typed.name,   nullptr,        &typed.email,    &typed.phone,
                             &typed.mobile, &typed.zone,    &typed.language, &typed.preferredChannel,
                             nullptr,       &typed.address, &typed.note};
    *into[field] = text;
    QCOMPARE(k.refused(EditContact{c.id, typed}), said);
    typed.name = u"New"_s;
    QVERIFY(!k.decide(AddContact{k.id("C"), typed}) || field == int(ContactField::Name)); // the same door
}

void TestContacts::newAddressIsHeld()
{
    People k;
    Contact& c = k.person("C", u"Ann"_s, u"ann@example.com"_s);
    c.verifiedOn = day("2025-10-01");
    c.verifiedBy = u"mia"_s;
    c.defect = ContactDefect::Bounced;
    Contact typed = c;
    typed.email = u"ann@example.org"_s;
    QCOMPARE(k.summary(EditContact{c.id, typed}),
             u"Ann: e-mail changed. No statement goes to ann@example.org before it "
             "is confirmed and 24 hours have passed."_s);
    QCOMPARE(k.history(),
             QStringList({u"changed email: ann@example.com > ann@example.org"_s, u"cleared: bounced > "_s}));
    const Contact after = k.only<Contact>();
    QVERIFY(!after.verifiedOn.isValid() && after.verifiedBy.isEmpty()); // the old address was verified
    QCOMPARE(after.defect, ContactDefect::None);
    const BookPtr next = k.book->with(*k.last, 2);
    QVERIFY(!mayReceiveStatement(*next, after, 0, k.context().now));
    typed.email.clear(); // taken away, then filled again: still not the first one
    QVERIFY(k.decide(EditContact{c.id, typed}));
    k.book = k.book->with(*k.last, 2);
    typed.email = u"other@example.org"_s;
    QVERIFY(k.decide(EditContact{c.id, typed}));
    const BookPtr later = k.book->with(*k.last, 3);
    QVERIFY(!mayReceiveStatement(*later, k.only<Contact>(), 0, k.context().now));
}

void TestContacts::newNumberCures()
{
    People k;
    Contact& c = k.person("C", u"Ann"_s);
    c.defect = ContactDefect::WrongNumber;
    c.verifiedOn = day("2025-10-01");
    Contact typed = c;
    typed.email = u"ann@example.com"_s;
    QVERIFY(k.decide(EditContact{c.id, typed}));
    QCOMPARE(k.only<Contact>().defect, ContactDefect::WrongNumber); // an address does not mend a number
    QCOMPARE(k.only<Contact>().verifiedOn, day("2025-10-01"));
    typed.phone = u"+49 30 2222"_s;
    QVERIFY(k.decide(EditContact{c.id, typed}));
    QCOMPARE(k.only<Contact>().defect, ContactDefect::None);
    QVERIFY(!k.only<Contact>().verifiedOn.isValid());
}

void TestContacts::verify()
{
    People k;
    Contact& c = k.person("C", u"Ann"_s);
    QCOMPARE(k.summary(VerifyContact{c.id, u" by phone "_s}), u"Ann verified today, by phone."_s);
    QCOMPARE(k.only<Contact>().verifiedOn, k.today);
    QCOMPARE(k.only<Contact>().verifiedBy, u"me"_s);
    QCOMPARE(k.only<Contact>().verifiedHow, u"by phone"_s);
    QCOMPARE(k.only<ContactEvent>().how, u"by phone"_s);
    QCOMPARE(k.refused(VerifyContact{c.id, u" "_s}), u"how: is missing"_s);
    QCOMPARE(k.refused(VerifyContact{ContactId(99), u"x"_s}), u"contact: is not a contact of this book"_s);
    Contact& left = k.person("C", u"Ben"_s);
    left.defect = ContactDefect::Left;
    Contact& blank = k.person("C", u"Cleo"_s);
    blank.phone.clear();
    k.book.reset();
    QCOMPARE(k.refused(VerifyContact{left.id, u"x"_s}), u"contact: is marked as left"_s);
    QCOMPARE(k.refused(VerifyContact{blank.id, u"x"_s}), u"contact: has no number and no address"_s);
}

void TestContacts::marks()
{
    People k;
    Contact& c = k.person("C", u"Ann"_s);
    QCOMPARE(k.summary(MarkDefect{c.id, ContactDefect::WrongPerson, u"is in sales"_s}), u"Ann: wrong person."_s);
    QCOMPARE(k.only<Contact>().defect, ContactDefect::WrongPerson);
    QCOMPARE(k.history(), QStringList({u"defect:  > wrong person"_s}));
    QCOMPARE(k.only<ContactEvent>().how, u"is in sales"_s);
    QCOMPARE(k.summary(MarkDefect{c.id, ContactDefect::Left, {}}), u"Ann: left."_s);
    QCOMPARE(k.history(), QStringList({u"left:  > left"_s}));
    QCOMPARE(k.refused(MarkDefect{c.id, ContactDefect::Bounced, {}}),
             u"defect: Ann has no e-mail address that could bounce"_s);
    c.defect = ContactDefect::WrongNumber;
    k.book.reset();
    QCOMPARE(k.summary(MarkDefect{c.id, ContactDefect::None, {}}), u"Ann has no mark now."_s);
    QCOMPARE(k.history(), QStringList({u"cleared: wrong number > "_s}));
}

void TestContacts::mergedIsGone()
{
    People k;
    Contact& a = k.person("C", u"Ann"_s);
    Contact& b = k.person("C", u"Ann Lee"_s);
    a.mergedInto = b.id;
    QCOMPARE(k.refused(EditContact{a.id, a}), u"contact: Ann was merged into Ann Lee"_s);
    QCOMPARE(k.refused(VerifyContact{a.id, u"x"_s}), u"contact: Ann was merged into Ann Lee"_s);
    QCOMPARE(k.refused(MarkDefect{a.id, ContactDefect::Left, {}}), u"contact: Ann was merged into Ann Lee"_s);
}

void TestContacts::hours_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("9-12") << 540 << 720;
    QTest::newRow("09:30–17:00") << 570 << 1020;
    QTest::newRow("8.15 to 24") << 495 << 1440;
    QTest::newRow("") << 0 << 0;
    for (const char* bad : {"12-9", "9-9", "9-25", "9:70-10", "mornings", "9"})
        QTest::newRow(bad) << -1 << -1;
}

void TestContacts::hours()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const auto h = parseCallingHours(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(h ? h->first : -1, from);
    QCOMPARE(h ? h->second : -1, to);
}

QTEST_GUILESS_MAIN(TestContacts)
#include "tst_contacts.moc"
