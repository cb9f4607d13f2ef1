// People by keyboard: found, added, corrected, verified, merged and made the billing contact, then all of it undone.
#include "core/insight/people/contactguard.h"
#include "core/insight/people/contacthealth.h"
#include "tests/flows/flowfixture.h"
#include "ui/models/booktablemodel.h"
#include "ui/pages/contacts/contactdesk.h"
#include "ui/pages/contacts/contactspage.h"
#include "ui/pages/contacts/mergediff.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/tabledress.h"

#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct People : Flow {
    ContactsPage* contacts = nullptr;

    // The page with the list in place and the focus in it.
    void openContacts(const QString& path)
    {
        open(path);
        key(Qt::Key_5, Qt::ControlModifier);
        contacts = qobject_cast<ContactsPage*>(page());
        if (contacts && contacts->model()->rowCount() == 0)
            shown();
    }
    bool shown()
    {
        QSignalSpy spy(contacts, &ContactsPage::rowsShown);
        return QTest::qWaitFor([&] { return !workbench->isSaving() && spy.count() > 0; }, 5000);
    }
    TableDress* table() const { return qobject_cast<TableDress*>(contacts->listWidget()); }
    FieldForm* form() const { return contacts->desk()->form(); }
    // The first line that has this issue becomes the current one.
    bool goTo(ContactIssue issue)
    {
        const ContactHealth h = contactHealth(*workbench->book(), workbench->asOf(), clock.now());
        for (const ContactLine& l : h.lines)
            if (l.has(issue))
                return table()->setCurrentId(contactLineId(*workbench->book(), l));
        return false;
    }
    const Contact* current() const { return workbench->book()->rows<Contact>().find(ContactId(table()->currentId())); }
    // Saves the form by its key and waits for the list.
    bool save(Qt::KeyboardModifiers m = Qt::NoModifier)
    {
        QSignalSpy spy(contacts, &ContactsPage::rowsShown);
        key(Qt::Key_Return, m);
        return QTest::qWaitFor([&] { return !workbench->isSaving() && spy.count() > 0; }, 5000);
    }
    void retype(const QString& text)
    {
        key(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
};

} // namespace

class TestContactsDay : public QObject {
    Q_OBJECT
private slots:
    void fixAndVerify();
    void saveAndNext();
    void nextWithoutAChange();
    void theSameFormOnTheNext();
    void theLastHasNoNext();
    void errorsStandBesideTheirField();
    void findAndAdd();
    void mergeByKeys();
    void emptyBook();
};

// A wrong number is corrected, the person verified and made the billing contact; undone, the book is as it was.
void TestContactsDay::fixAndVerify()
{
    People f;
    f.openContacts(f.samplePath());
    QVERIFY(f.contacts);
    QVERIFY(f.contacts->headline().contains(u"% of past-due money has a verified billing contact"_s));
    const BookPtr start = f.workbench->book();
    QVERIFY(f.goTo(ContactIssue::WrongNumber));
    const ContactId id = f.current()->id;
    f.key(Qt::Key_Return);
    QVERIFY(f.contacts->desk()->isBusy());
    for (int i = 0; i < 3; ++i) // name, role, e-mail, phone
        f.key(Qt::Key_Tab);
    f.retype(u"+1 555 010 9999"_s);
    QVERIFY(f.save());
    QCOMPARE(f.current()->id, id);
    QCOMPARE(f.current()->phone, u"+1 555 010 9999"_s);
    QVERIFY(f.current()->defect == ContactDefect::None && !f.current()->verifiedOn.isValid());
    QCOMPARE(f.focus(), f.contacts->listWidget());
    f.key(Qt::Key_V);
    QCOMPARE(f.form()->text(u"how"_s), u"by phone"_s);
    QVERIFY(f.save());
    const Contact* c = f.workbench->book()->rows<Contact>().find(id);
    QCOMPARE(c->verifiedOn, f.workbench->today());
    QCOMPARE(c->verifiedBy, u"ana"_s);
    f.table()->setCurrentId(id.value);
    if (f.current() && f.current()->id == id) {
        f.key(Qt::Key_B);
        QVERIFY(f.save());
        QVERIFY(f.workbench->book()->rows<Contact>().find(id)->billing);
    }
    while (f.workbench->canUndo()) {
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

void TestContactsDay::saveAndNext()
{
    People f;
    f.openContacts(f.samplePath());
    const std::int64_t first = f.table()->currentId();
    f.key(Qt::Key_Return);
    f.retype(u"Somebody Else"_s);
    QVERIFY(f.save(Qt::ControlModifier | Qt::ShiftModifier));
    QCOMPARE(f.workbench->book()->rows<Contact>().find(ContactId(first))->name, u"Somebody Else"_s);
    QVERIFY(f.table()->currentId() != first);
    QTRY_VERIFY(f.contacts->desk()->isBusy()); // the next one is open
    QCOMPARE(f.form()->text(u"name"_s), f.current()->name);
    f.key(Qt::Key_Escape);
    QVERIFY(!f.contacts->desk()->isBusy());
    QCOMPARE(f.focus(), f.contacts->listWidget());
}

void TestContactsDay::nextWithoutAChange()
{
    People f;
    f.openContacts(f.samplePath());
    const BookPtr start = f.workbench->book();
    const std::int64_t first = f.table()->currentId();
    f.key(Qt::Key_Return);
    f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.table()->currentId() != first);
    QTRY_VERIFY(f.contacts->desk()->isBusy());
    QVERIFY(f.current());
    QCOMPARE(f.form()->text(u"name"_s), f.current()->name);
    QCOMPARE(f.focus()->accessibleName(), u"Name"_s);
    QCOMPARE(f.workbench->book(), start);
}

void TestContactsDay::theSameFormOnTheNext()
{
    People f;
    f.openContacts(f.samplePath());
    QVERIFY(f.goTo(ContactIssue::NotVerified));
    const ContactId first = f.current()->id;
    f.key(Qt::Key_V);
    QVERIFY(f.save(Qt::ControlModifier | Qt::ShiftModifier));
    QCOMPARE(f.workbench->book()->rows<Contact>().find(first)->verifiedOn, f.workbench->today());
    QTRY_VERIFY(f.contacts->desk()->isBusy());
    QVERIFY(f.table()->currentId() != first.value);
    QCOMPARE(f.form()->text(u"how"_s), u"by phone"_s); // verified, not edited
}

void TestContactsDay::theLastHasNoNext()
{
    People f;
    f.openContacts(f.samplePath());
    f.key(Qt::Key_End);
    f.key(Qt::Key_Return);
    QVERIFY(f.contacts->desk()->isBusy());
    f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!f.contacts->desk()->isBusy());
    QCOMPARE(f.window->undoBar()->text(), u"That was the last line of the list."_s);
}

void TestContactsDay::errorsStandBesideTheirField()
{
    People f;
    f.openContacts(f.samplePath());
    const BookPtr start = f.workbench->book();
    f.key(Qt::Key_Return);
    f.form()->setText(u"email"_s, u"a@example.com, b@example.com"_s);
    f.key(Qt::Key_Return);
    QCOMPARE(f.form()->errorShown(), u"Is more than one address: enter one address"_s);
    QCOMPARE(f.focus()->accessibleName(), u"E-mail"_s);
    f.form()->setText(u"email"_s, u"a@example.com"_s);
    f.form()->setText(u"hours"_s, u"mornings"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.form()->errorShown().startsWith(u"Are not hours of a day"_s));
    QVERIFY(f.contacts->desk()->isBusy());
    QCOMPARE(f.workbench->book(), start);
    // The changed address: no statement goes there before it is confirmed by a number known before.
    f.form()->setText(u"hours"_s, {});
    const ContactId id = f.current()->id;
    QVERIFY(f.save());
    const BookPtr book = f.workbench->book();
    const Contact* c = book->rows<Contact>().find(id);
    const std::uint32_t payer = book->payerRow(book->customerRow(c->customer));
    QVERIFY(!mayReceiveStatement(*book, *c, payer, f.clock.now()));
    f.table()->setCurrentId(id.value);
    f.key(Qt::Key_C);
    QVERIFY(f.form()->text(u"number"_s).startsWith(u"Called "_s));
    QVERIFY(f.save());
    const BookPtr later = f.workbench->book();
    c = later->rows<Contact>().find(id);
    QVERIFY(!mayReceiveStatement(*later, *c, payer, f.clock.now()));
    QVERIFY(mayReceiveStatement(*later, *c, payer, f.clock.now() + 24 * 3'600'000));
}

void TestContactsDay::findAndAdd()
{
    People f;
    f.openContacts(f.samplePath());
    QVERIFY(f.goTo(ContactIssue::NoContact));
    const std::int64_t line = f.table()->currentId();
    QVERIFY(line < 0);
    const CustomerId payer(-line);
    f.key(Qt::Key_F);
    f.key(Qt::Key_Tab);
    f.type(u"asked at the desk"_s);
    QVERIFY(f.save());
    const auto tries = f.workbench->book()->rowsOf<SearchTry>(f.workbench->book()->customerRow(payer));
    QCOMPARE(tries.size(), std::size_t(1));
    QCOMPARE(f.workbench->book()->rows<SearchTry>()[tries[0]].note, u"asked at the desk"_s);
    QVERIFY(f.table()->setCurrentId(line));
    f.key(Qt::Key_A);
    f.type(u"Nia Brook"_s);
    QVERIFY(f.save());
    const auto people = f.workbench->book()->contactsOf(f.workbench->book()->customerRow(payer));
    QCOMPARE(people.size(), std::size_t(1));
    QCOMPARE(f.workbench->book()->rows<Contact>()[people[0]].name, u"Nia Brook"_s);
}

void TestContactsDay::mergeByKeys()
{
    People f;
    f.openContacts(f.samplePath());
    QVERIFY(f.goTo(ContactIssue::NotVerified));
    const Contact keep = *f.current();
    f.key(Qt::Key_A);
    f.type(keep.name);
    f.form()->setText(u"mobile"_s, u"+1 555 010 7777"_s);
    f.form()->setText(u"phone"_s, u"+1 555 010 8888"_s);
    QVERIFY(f.save());
    QVERIFY(f.goTo(ContactIssue::Duplicate));
    const Contact drop = *f.current();
    QCOMPARE(drop.name, keep.name);
    f.key(Qt::Key_M);
    MergeDiff* diff = f.contacts->desk()->diff();
    QCOMPARE(f.focus(), static_cast<QWidget*>(diff));
    QCOMPARE(diff->chosen(ContactField::Mobile), u"+1 555 010 7777"_s); // the other has none
    QCOMPARE(diff->chosen(ContactField::Phone), keep.phone);
    while (diff->current() != ContactField::Phone)
        f.key(Qt::Key_Down);
    f.key(Qt::Key_Right);
    QCOMPARE(diff->chosen(ContactField::Phone), u"+1 555 010 8888"_s);
    QSignalSpy spy(f.contacts, &ContactsPage::rowsShown);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return !f.workbench->isSaving() && spy.count() > 0; }, 5000));
    const auto& rows = f.workbench->book()->rows<Contact>();
    QCOMPARE(rows.find(drop.id)->mergedInto, keep.id);
    QCOMPARE(rows.find(keep.id)->phone, u"+1 555 010 8888"_s);
    QCOMPARE(rows.find(keep.id)->mobile, u"+1 555 010 7777"_s);
    QCOMPARE(rows.find(keep.id)->email, keep.email);
}

void TestContactsDay::emptyBook()
{
    People f;
    f.open(f.emptyPath());
    f.key(Qt::Key_5, Qt::ControlModifier);
    f.contacts = qobject_cast<ContactsPage*>(f.page());
    QVERIFY(f.contacts);
    QTRY_COMPARE(f.contacts->headline(), u"Nothing is past due"_s);
    QVERIFY(!f.contacts->listWidget()->isVisible());
}

QTEST_MAIN(TestContactsDay)
#include "tst_contactsday.moc"
