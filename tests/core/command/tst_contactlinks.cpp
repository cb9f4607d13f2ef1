// One billing contact, confirmed addresses, merged doubles, and the search for a person.
#include "core/base/storedwords.h"
#include "core/insight/people/contactguard.h"
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestContactLinks : public QObject {
    Q_OBJECT
private slots:
    void billing();
    void billingRefused();
    void callBack();
    void callBackOnNumbersKnownThen();
    void secondPerson();
    void nothingToConfirm();
    void merge();
    void mergeTakesOverTheBill();
    void mergeKeepsTheHold();
    void mergeOfAFreeAddress();
    void mergeRefused();
    void search();
};

namespace {

constexpr Instant hour = 3'600'000;

struct People : CommandDesk {
    Contact& person(std::string_view customer, const QString& name, const QString& email = {})
    {
        Contact& c = contact(customer, ContactRole::ApClerk, name);
        c.email = email;
        return c;
    }
    void changed(const Contact& c, const QString& field, const QString& before, Instant ago,
                 const QString& user = u"me"_s)
    {
        ContactEvent e;
        e.customer = c.customer;
        e.contact = c.id;
        e.field = field;
        e.before = before;
        e.at = context().now - ago;
        e.day = dayIn({}, e.at);
        e.user = user;
        m.add(e);
    }
    bool free(const Contact& c, Instant later = 0) const
    {
        const BookPtr next = last ? book->with(*last, 2) : book;
        const Contact* now = next->rows<Contact>().find(c.id);
        return mayReceiveStatement(*next, *now, next->customerRow(now->customer), at(today.isoString(), minute) + later)
            .has_value();
    }
    Contact after(ContactId id) const { return *book->with(*last, 2)->rows<Contact>().find(id); }
};

} // namespace

void TestContactLinks::billing()
{
    People k;
    k.m.customer("S").payer = k.id("P");
    Contact& old = k.person("S", u"Old"_s, u"old@example.com"_s);
    Contact& ann = k.person("P", u"Ann"_s, u"ann@example.com"_s);
    Contact& other = k.person("Q", u"Other"_s, u"other@example.com"_s);
    old.billing = other.billing = true;
    QCOMPARE(k.summary(SetBillingContact{ann.id, {}}),
             u"Ann is the billing contact of Customer P, in place of Old; me answers for it."_s);
    QVERIFY(k.after(ann.id).billing);
    QVERIFY(!k.after(old.id).billing);
    QVERIFY(k.after(other.id).billing);
    QCOMPARE(k.only<Customer>().billingOwner, u"me"_s);
    QCOMPARE(k.only<ContactEvent>().kind, ContactEventKind::BillingSet);
    k.m.customer("P").billingOwner = u"mia"_s;
    ann.billing = true;
    old.billing = false;
    k.book.reset();
    QCOMPARE(k.summary(SetBillingContact{ann.id, u" ben "_s}),
             u"Ann is the billing contact of Customer P; ben answers for it."_s);
    QCOMPARE(k.only<Customer>().billingOwner, u"ben"_s);
    QVERIFY(k.last->of<Contact>().empty());
    QCOMPARE(k.summary(SetBillingContact{ann.id, {}}),
             u"Ann is the billing contact of Customer P; mia answers for it."_s);
    QVERIFY(k.last->isEmpty());
}

void TestContactLinks::billingRefused()
{
    People k;
    Contact& none = k.person("P", u"Ann"_s);
    Contact& left = k.person("P", u"Ben"_s, u"ben@example.com"_s);
    left.defect = ContactDefect::Left;
    QCOMPARE(k.refused(SetBillingContact{none.id, {}}), u"email: Ann has no e-mail address to send invoices to"_s);
    QCOMPARE(k.refused(SetBillingContact{left.id, {}}), u"contact: Ben is marked as left"_s);
}

void TestContactLinks::callBack()
{
    People k;
    Contact& c = k.person("P", u"Ann"_s, u"ann@example.org"_s); // phone +49 30 1
    c.phone = u"+49 30 111"_s;
    k.changed(c, u"email"_s, u"ann@example.com"_s, 30 * hour);
    k.book = k.m.build();
    QVERIFY(!mayReceiveStatement(*k.book, c, 0, k.context().now));
    QCOMPARE(k.summary(ConfirmAddress{c.id, true, u"0049 (0)30 111"_s}),
             u"ann@example.org confirmed, call-back on +49 30 111."_s);
    QCOMPARE(say(recalled(k.only<ContactEvent>().how)), u"call-back on +49 30 111"_s);
    QCOMPARE(k.after(c.id).verifiedOn, k.today);
    QVERIFY(k.free(c)); // 24 hours are over too
    QCOMPARE(k.refused(ConfirmAddress{c.id, true, {}}), u"number: is missing"_s);
    QCOMPARE(k.refused(ConfirmAddress{c.id, true, u"+49 30 112"_s}),
             u"number: was not known before the address changed"_s);
    QCOMPARE(say(k.last.error().remedy), u"call Ann on +49 30 111, or let a second person confirm it"_s);
}

// A number that came with the address, or shortly before it, is no number known before.
void TestContactLinks::callBackOnNumbersKnownThen()
{
    People k;
    k.m.customer("S").payer = k.id("P");
    Contact& c = k.person("P", u"Ann"_s, u"ann@example.org"_s);
    c.phone = u"+49 30 999"_s;
    c.mobile = u"+49 170 5"_s;
    Contact& site = k.person("S", u"Sam"_s);
    site.phone = u"+49 40 777"_s;
    Contact& wrong = k.person("P", u"Wes"_s);
    wrong.phone = u"+49 30 666"_s;
    wrong.defect = ContactDefect::WrongNumber;
    Contact& added = k.person("P", u"New"_s);
    added.phone = u"+49 30 888"_s;
    ContactEvent e;
    e.customer = added.customer;
    e.contact = added.id;
    e.kind = ContactEventKind::Added;
    e.at = k.context().now - 3 * hour;
    k.m.add(e);
    k.changed(c, u"email"_s, u"ann@example.com"_s, 2 * hour);
    k.changed(c, u"phone"_s, u"+49 30 111"_s, 20 * hour); // 18 hours before the address
    const auto taken = [&](const QString& number) { return k.decide(ConfirmAddress{c.id, true, number}).has_value(); };
    QVERIFY(!taken(u"+49 30 999"_s));
    QVERIFY(taken(u"+49 30 111"_s));
    QVERIFY(taken(u"+49 170 5"_s));
    QVERIFY(taken(u"+49 40 777"_s));
    QCOMPARE(say(k.last->summary),
             u"ann@example.org confirmed, call-back on +49 40 777 (Sam). Statements may go there from "
             "Sat 15 Nov 08:00."_s);
    QVERIFY(!k.free(c));
    QVERIFY(!k.free(c, 22 * hour - 1));
    QVERIFY(k.free(c, 22 * hour));
    QVERIFY(!taken(u"+49 30 666"_s));
    QVERIFY(!taken(u"+49 30 888"_s));
}

void TestContactLinks::secondPerson()
{
    People k;
    Contact& c = k.person("P", u"Ann"_s, u"ann@example.org"_s);
    k.changed(c, u"email"_s, u"ann@example.com"_s, 30 * hour, u"ME "_s);
    QCOMPARE(k.refused(ConfirmAddress{c.id, false, {}}), u"user: changed this address and cannot confirm it"_s);
    k.changed(c, u"email"_s, u"ann@example.net"_s, 29 * hour, u"mia"_s);
    k.book.reset();
    QCOMPARE(k.summary(ConfirmAddress{c.id, false, {}}), u"ann@example.org confirmed, second person: me."_s);
    QVERIFY(k.free(c));
}

void TestContactLinks::nothingToConfirm()
{
    People k;
    Contact& c = k.person("P", u"Ann"_s, u"ann@example.org"_s);
    QCOMPARE(k.refused(ConfirmAddress{c.id, true, c.phone}), u"email: of Ann needs no confirmation"_s);
}

void TestContactLinks::merge()
{
    People k;
    Contact& keep = k.person("P", u"Ann"_s, u"ann@example.com"_s);
    Contact& drop = k.person("P", u"Ann Lee"_s, u"lee@example.com"_s);
    drop.phone = u"+49 30 222"_s;
    drop.role = ContactRole::ApLead;
    drop.zone = u"Europe/Berlin"_s;
    drop.verifiedOn = day("2025-11-01");
    QCOMPARE(k.summary(MergeContacts{keep.id, drop.id, {ContactField::Phone, ContactField::Role, ContactField::Name}}),
             u"Ann Lee merged into Ann."_s);
    const Contact after = k.after(keep.id);
    QCOMPARE(after.name, u"Ann Lee"_s);
    QCOMPARE(after.phone, u"+49 30 222"_s);
    QCOMPARE(after.role, ContactRole::ApLead);
    QCOMPARE(after.email, u"ann@example.com"_s);
    QVERIFY(after.zone.isEmpty()); // not asked for
    QVERIFY(!after.verifiedOn.isValid());
    QCOMPARE(k.after(drop.id).mergedInto, keep.id);
    QCOMPARE(k.last->of<ContactEvent>().size(), std::size_t(5)); // three fields, and one line for each of the two
    QCOMPARE(resolvedContact(*k.book->with(*k.last, 2), drop.id)->id, keep.id);
}

void TestContactLinks::mergeTakesOverTheBill()
{
    People k;
    Contact& keep = k.person("P", u"Ann"_s, u"ann@example.com"_s);
    Contact& drop = k.person("P", u"Ann"_s, u"bills@example.com"_s);
    drop.billing = true;
    drop.verifiedOn = day("2025-11-01");
    drop.verifiedBy = u"mia"_s;
    keep.defect = ContactDefect::Bounced;
    QVERIFY(k.decide(MergeContacts{keep.id, drop.id, {ContactField::Email}}));
    const Contact after = k.after(keep.id);
    QVERIFY(after.billing);
    QVERIFY(!k.after(drop.id).billing);
    QCOMPARE(after.email, u"bills@example.com"_s);
    QCOMPARE(after.verifiedOn, day("2025-11-01")); // goes with the address
    QCOMPARE(after.verifiedBy, u"mia"_s);
    QCOMPARE(after.defect, ContactDefect::None);
    QVERIFY(k.free(keep)); // it was free at the other one
}

void TestContactLinks::mergeKeepsTheHold()
{
    People k;
    Contact& keep = k.person("P", u"Ann"_s, u"ann@example.com"_s);
    Contact& drop = k.person("P", u"Ann"_s, u"ann@example.org"_s);
    k.changed(drop, u"email"_s, u"x@example.com"_s, 100 * hour);
    QVERIFY(k.decide(MergeContacts{keep.id, drop.id, {ContactField::Email}}));
    QVERIFY(!k.free(keep));
    QVERIFY(!k.free(keep, 1000 * hour));
    QVERIFY(k.decide(MergeContacts{keep.id, drop.id, {}}));
    QVERIFY(k.free(keep)); // its own address was never changed
}

void TestContactLinks::mergeOfAFreeAddress()
{
    People k;
    Contact& keep = k.person("P", u"Ann"_s, u"new@example.com"_s);
    Contact& drop = k.person("P", u"Ann"_s, u"old@example.com"_s);
    k.changed(keep, u"email"_s, u"x@example.com"_s, 100 * hour);
    QVERIFY(k.decide(MergeContacts{keep.id, drop.id, {}}));
    QVERIFY(!k.free(keep));
    QVERIFY(k.decide(MergeContacts{keep.id, drop.id, {ContactField::Email}}));
    QVERIFY(k.free(keep));
}

void TestContactLinks::mergeRefused()
{
    People k;
    Contact& a = k.person("P", u"Ann"_s);
    Contact& b = k.person("Q", u"Ann"_s);
    Contact& c = k.person("P", u"Cleo"_s);
    c.mergedInto = a.id;
    QCOMPARE(k.refused(MergeContacts{a.id, a.id, {}}), u"drop: is the same contact"_s);
    QCOMPARE(k.refused(MergeContacts{a.id, b.id, {}}), u"drop: Ann belongs to another payer"_s);
    QCOMPARE(k.refused(MergeContacts{a.id, c.id, {}}), u"drop: Cleo was merged into Ann"_s);
    QCOMPARE(k.refused(MergeContacts{c.id, a.id, {}}), u"keep: Cleo was merged into Ann"_s);
    QCOMPARE(k.refused(MergeContacts{ContactId(99), a.id, {}}), u"keep: is not a contact of this book"_s);
}

void TestContactLinks::search()
{
    People k;
    k.m.customer("S").payer = k.id("P");
    QCOMPARE(k.summary(LogSearchTry{k.id("S"), SearchWay::Switchboard, u"nobody picked up"_s, {}}),
             u"Looked for a person at Customer P: switchboard. Next try Mon 17 Nov."_s);
    const SearchTry t = k.only<SearchTry>();
    QCOMPARE(t.customer, k.id("P"));
    QCOMPARE(t.day, k.today);
    QCOMPARE(t.note, u"nobody picked up"_s);
    QCOMPARE(k.only<NextAction>().kind, NextActionKind::FindPerson);
    QCOMPARE(k.only<NextAction>().due, day("2025-11-17"));
    Contact& ann = k.person("S", u"Ann"_s);
    k.book.reset();
    QCOMPARE(k.summary(LogSearchTry{k.id("P"), SearchWay::SalesOwner, {}, ann.id}),
             u"Looked for a person at Customer P: our sales owner, found Ann."_s);
    QVERIFY(k.last->of<NextAction>().empty());
    QCOMPARE(k.summary(LogSearchTry{k.id("P"), SearchWay::Remitter, {}, {}}),
             u"Looked for a person at Customer P: remitter of their payments."_s); // somebody can be called already
    QVERIFY(k.last->of<NextAction>().empty());
    Contact& other = k.person("Q", u"Other"_s);
    k.book.reset();
    QCOMPARE(k.refused(LogSearchTry{k.id("P"), SearchWay::Remitter, {}, other.id}),
             u"contact: is not a contact of this customer"_s);
}

QTEST_GUILESS_MAIN(TestContactLinks)
#include "tst_contactlinks.moc"
