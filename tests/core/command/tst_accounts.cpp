// Who pays, where invoices go, groups, statuses, do not contact and the fields of an account.
#include "tests/core/command/commanddesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccounts : public QObject {
    Q_OBJECT
private slots:
    void switchPayer();
    void switchPayerKeepsOneBillingContact();
    void switchPayerRefused();
    void billTo();
    void parent();
    void status_data();
    void status();
    void statusRefused();
    void doNotContact();
    void edit();
    void editRefused();
};

void TestAccounts::switchPayer()
{
    CommandDesk k;
    k.m.customer("S").payer = k.id("P");
    k.m.customer("Q");
    k.late("S", "100.00", 10);
    k.late("P", "50.00", 10);
    k.contact("S", ContactRole::ApClerk, u"Ann"_s);
    k.m.promise("P", "20.00", "2025-11-13", "2025-11-20");
    QCOMPARE(
        k.summary(SwitchPayer{k.id("S"), k.id("Q")}),
        u"Customer Q pays for Customer S now. 1 open item and 1 contact go to Customer Q. 1 live promise stays with "
        "Customer P, who made it."_s);
    QCOMPARE(k.only<Customer>().payer, k.id("Q"));
    const BookPtr next = k.book->with(*k.last, 2);
    QCOMPARE(next->payerRow(next->customerRow(k.id("S"))), next->customerRow(k.id("Q")));
    QCOMPARE(k.summary(SwitchPayer{k.id("S"), {}}),
             u"Customer S pays for itself now. 1 open item and 1 contact go to Customer S. 1 live promise stays with "
             "Customer P, who made it."_s);
    QCOMPARE(k.only<Customer>().payer, CustomerId());
    QCOMPARE(k.summary(SwitchPayer{k.id("S"), k.id("P")}),
             u"Nothing changed: Customer P pays for Customer S already."_s);
    QVERIFY(k.last->isEmpty());
}

void TestAccounts::switchPayerKeepsOneBillingContact()
{
    CommandDesk k;
    Contact& mine = k.contact("S", ContactRole::ApClerk, u"Ann"_s);
    Contact& theirs = k.contact("P", ContactRole::ApClerk, u"Ben"_s);
    mine.billing = theirs.billing = true;
    QCOMPARE(k.summary(SwitchPayer{k.id("S"), k.id("P")}),
             u"Customer P pays for Customer S now. 0 open items and 1 contact go to Customer P. The billing contact is "
             "Ben; Ann is not one any more."_s);
    QCOMPARE(k.only<Contact>().id, mine.id);
    QVERIFY(!k.only<Contact>().billing);
    theirs.billing = false;
    k.m.customer("S").payer = k.id("P");
    k.m.customer("Q");
    k.book.reset();
    QCOMPARE(
        k.summary(SwitchPayer{k.id("S"), k.id("Q")}),
        u"Customer Q pays for Customer S now. 0 open items and 1 contact go to Customer Q. Customer P has no billing "
        "contact now."_s);
    QVERIFY(k.last->of<Contact>().empty());
}

void TestAccounts::switchPayerRefused()
{
    CommandDesk k;
    k.m.customer("S").payer = k.id("P");
    k.m.customer("Q");
    QCOMPARE(k.refused(SwitchPayer{k.id("P"), k.id("Q")}), u"payer: Customer P pays for 1 other customer"_s);
    QCOMPARE(k.refused(SwitchPayer{k.id("P"), k.id("S")}), u"payer: Customer S is itself paid for by Customer P"_s);
    QCOMPARE(k.refused(SwitchPayer{k.id("Q"), k.id("S")}), u"payer: Customer S is itself paid for by Customer P"_s);
    QCOMPARE(k.refused(SwitchPayer{k.id("Q"), CustomerId(99)}), u"payer: is not a customer of this book"_s);
    QCOMPARE(k.refused(SwitchPayer{CustomerId(99), {}}), u"customer: is not a customer of this book"_s);
}

void TestAccounts::billTo()
{
    CommandDesk k;
    k.m.customer("Q").billTo = k.id("P");
    k.m.customer("S");
    QCOMPARE(k.summary(SetBillTo{k.id("S"), k.id("P")}), u"Invoices of Customer S go to Customer P now."_s);
    QCOMPARE(k.only<Customer>().billTo, k.id("P"));
    QCOMPARE(k.summary(SetBillTo{k.id("Q"), {}}), u"Invoices of Customer Q go to itself now."_s);
    QCOMPARE(k.only<Customer>().billTo, CustomerId());
    QCOMPARE(k.refused(SetBillTo{k.id("S"), k.id("Q")}),
             u"bill_to: invoices of Customer Q go to somebody else themselves"_s);
    QCOMPARE(k.refused(SetBillTo{k.id("P"), k.id("S")}), u"bill_to: Customer P takes the invoices of others"_s);
    QCOMPARE(k.refused(SetBillTo{k.id("P"), CustomerId(99)}), u"bill_to: is not a customer of this book"_s);
}

void TestAccounts::parent()
{
    CommandDesk k;
    k.m.customer("B").parent = k.id("A");
    k.m.customer("C").parent = k.id("B");
    QCOMPARE(k.refused(SetParent{k.id("A"), k.id("C")}), u"parent: Customer C belongs to Customer A itself"_s);
    QCOMPARE(k.refused(SetParent{k.id("A"), CustomerId(99)}), u"parent: is not a customer of this book"_s);
    QCOMPARE(k.summary(SetParent{k.id("C"), k.id("A")}), u"Customer C belongs to Customer A now."_s);
    QCOMPARE(k.only<Customer>().parent, k.id("A"));
    QCOMPARE(k.summary(SetParent{k.id("C"), {}}), u"Customer C belongs to no group now."_s);
    QCOMPARE(k.summary(SetParent{k.id("C"), k.id("C")}), u"Customer C belongs to no group now."_s);
    QCOMPARE(k.only<Customer>().parent, CustomerId());
}

void TestAccounts::status_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const auto row = [](CustomerStatus s, const QString& effects) {
        QTest::newRow(qPrintable(statusName(s))) << int(s) << effects;
    };
    row(CustomerStatus::Insolvent, u"Customer C is insolvent since 3 Nov: no calls, reminders or holds."_s);
    row(CustomerStatus::Factored, u"Customer C is factored since 3 Nov: no calls, reminders or holds."_s);
    row(CustomerStatus::Intercompany,
        u"Customer C is intercompany since 3 Nov: no calls, reminders or holds, left out of DSO."_s);
    row(CustomerStatus::Prepaid, u"Customer C is prepaid since 3 Nov: left out of DSO."_s);
    row(CustomerStatus::Closed, u"Customer C is closed since 3 Nov."_s);
}

void TestAccounts::status()
{
    QFETCH(int, status);
    QFETCH(QString, said);
    CommandDesk k;
    QCOMPARE(k.summary(SetStatus{k.id("C"), CustomerStatus(status), day("2025-11-03")}), said);
    QCOMPARE(k.only<Customer>().status, CustomerStatus(status));
    QCOMPARE(k.only<Customer>().statusSince, day("2025-11-03"));
    k.m.customer("S").payer = k.id("C");
    k.book.reset();
    QCOMPARE(k.summary(SetStatus{k.id("S"), CustomerStatus::Closed, {}}),
             u"Customer S is closed since 14 Nov. Its row on the list is that of Customer C."_s);
}

void TestAccounts::statusRefused()
{
    CommandDesk k;
    QCOMPARE(k.refused(SetStatus{k.id("C"), CustomerStatus::Insolvent, k.today + 1}),
             u"status_since: lies in the future"_s);
    QCOMPARE(k.refused(SetStatus{CustomerId(99), CustomerStatus::Legal, {}}),
             u"customer: is not a customer of this book"_s);
}

void TestAccounts::doNotContact()
{
    CommandDesk k;
    k.m.customer("B").doNotContact = true;
    k.m.customer("R").doNotContact = true;
    k.m.customer("R").stopReminders = true;
    k.m.customer("R").stopReason = u"portal only"_s;
    QCOMPARE(k.summary(SetDoNotContact{k.id("A"), true, u" They asked us not to"_s}),
             u"Customer A is not contacted any more: They asked us not to."_s);
    QVERIFY(k.only<Customer>().doNotContact);
    QCOMPARE(k.only<Customer>().stopReason, u"They asked us not to"_s);
    QCOMPARE(k.summary(SetDoNotContact{k.id("B"), false, {}}), u"Customer B may be contacted again."_s);
    QVERIFY(!k.only<Customer>().doNotContact && k.only<Customer>().stopReason.isEmpty());
    QVERIFY(k.decide(SetDoNotContact{k.id("R"), false, {}}));
    QCOMPARE(k.only<Customer>().stopReason, u"portal only"_s); // reminders are still stopped for it
    QCOMPARE(k.refused(SetDoNotContact{k.id("A"), true, u"  "_s}), u"reason: is missing"_s);
}

void TestAccounts::edit()
{
    CommandDesk k;
    k.m.holiday("2025-12-24", u"bavaria"_s);
    Customer& c = k.m.customer("C");
    c.paymentMethod = u"transfer"_s;
    c.owner = u"mia"_s;
    AccountFields f = AccountFields::of(c);
    QCOMPARE(f.paymentMethod, u"transfer"_s);
    QCOMPARE(k.summary(EditAccount{c.id, f}), u"Nothing changed at Customer C."_s);
    QVERIFY(k.last->isEmpty());
    f.hurdles = u"portal\npay run on Thursdays"_s;
    f.calendar = u" bavaria "_s;
    f.zone = u"Europe/Berlin"_s;
    f.billingOwner = u"ben"_s;
    f.owner.clear();
    QCOMPARE(k.summary(EditAccount{c.id, f}),
             u"Customer C: hurdles, calendar, time zone, owner, billing contact's owner changed."_s);
    const Customer after = k.only<Customer>();
    QCOMPARE(after.hurdles, u"portal\npay run on Thursdays"_s);
    QCOMPARE(after.calendar, u"bavaria"_s);
    QCOMPARE(after.zone, u"Europe/Berlin"_s);
    QCOMPARE(after.paymentMethod, u"transfer"_s);
    QVERIFY(after.owner.isEmpty());
}

void TestAccounts::editRefused()
{
    CommandDesk k;
    const CustomerId c = k.id("C");
    AccountFields f;
    f.calendar = u"bavaria"_s;
    QCOMPARE(k.refused(EditAccount{c, f}), u"calendar: is not a calendar of this book"_s);
    f = {};
    f.zone = u"Bavaria"_s;
    QCOMPARE(k.refused(EditAccount{c, f}), u"timezone: is not a time zone"_s);
    f = {};
    f.owner = u"mia\nben"_s;
    QVERIFY(k.refused(EditAccount{c, f}).startsWith(u"owner: holds a character that cannot be seen"_s));
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
