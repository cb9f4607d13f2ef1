// What is posted at an account, in the whole window by keys alone: written off, allocated, taken back, charged, undone.
#include "tests/flows/flowfixture.h"
#include "ui/models/booktablemodel.h"
#include "ui/pages/account/accountpage.h"
#include "ui/panels/newsbanner.h"
#include "ui/panels/postingform.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/tabledress.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPostingDay : public QObject {
    Q_OBJECT
private slots:
    void writeOff();
    void moneyToAnItemAndBack();
    void charge();

private:
    static AccountPage* open(Flow& f, const QString& customer)
    {
        const BookPtr book = f.workbench->book();
        const CustomerId id = book->customers()[book->customerByExternalId(customer)].id;
        f.window->openAccount(id);
        auto* page = qobject_cast<AccountPage*>(f.window->page(u"account"_s));
        if (!QTest::qWaitFor([&] { return page->shownFacts().id == id && f.settled(); }, 5000))
            qFatal("the account is not shown");
        page->table()->setFocus();
        QApplication::processEvents();
        return page;
    }
    static std::int64_t openOf(const Flow& f, DebitId id)
    {
        const Ledger& l = f.workbench->book()->ledger();
        return l.open(l.debitRow(id), f.workbench->today());
    }
    static DebitId numbered(const Flow& f, const QString& number)
    {
        const Ledger& l = f.workbench->book()->ledger();
        for (std::uint32_t row = 0; row < l.debitCount; ++row)
            if (viewDebit(l, row).number == number)
                return viewDebit(l, row).id;
        return {};
    }
};

void TestPostingDay::writeOff()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    AccountPage* page = open(f, u"C000009"_s);
    const DebitId id = numbered(f, u"INV-12977"_s); // 131.22 open
    QVERIFY(page->table()->setCurrentId(id.value));
    f.key(Qt::Key_W, Qt::ShiftModifier);
    QVERIFY(page->postingForm()->isVisible());
    QCOMPARE(page->postingForm()->form()->text(u"amount"_s), u"131.22"_s);
    f.key(Qt::Key_Return); // no reason yet
    QVERIFY2(page->postingForm()->form()->errorShown().contains(u"is missing", Qt::CaseInsensitive),
             qPrintable(page->postingForm()->form()->errorShown()));
    f.type(u"not worth a letter"_s); // the field that the error names has the focus
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QVERIFY(!page->postingForm()->isVisible());
    QCOMPARE(openOf(f, id), 0);
    QVERIFY(QTest::qWaitFor([&] { return f.focus() == page->table(); }, 5000));
    QVERIFY(!page->findChild<NewsBanner*>()->isVisible()); // seen: it told what was just posted here
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*f.workbench->book(), *start));
    f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // and done again
    QVERIFY(f.settled());
    QCOMPARE(openOf(f, id), 0);
}

void TestPostingDay::moneyToAnItemAndBack()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    AccountPage* page = open(f, u"C000009"_s); // a credit note, INV-13158, was never applied
    const DebitId id = numbered(f, u"INV-15604"_s);
    const std::int64_t before = openOf(f, id);
    QVERIFY(page->table()->setCurrentId(id.value));
    f.key(Qt::Key_U, Qt::ShiftModifier); // nothing to take back: said, no form
    QVERIFY(!page->postingForm()->isVisible());
    f.key(Qt::Key_M, Qt::ShiftModifier);
    QVERIFY(page->postingForm()->isVisible());
    QVERIFY2(page->postingForm()->form()->text(u"credit"_s).startsWith(u"INV-13158"),
             qPrintable(page->postingForm()->form()->text(u"credit"_s)));
    f.key(Qt::Key_Tab);
    f.type(u"100000"_s);
    f.key(Qt::Key_Return);
    QVERIFY(page->postingForm()->form()->errorShown().contains(u"is more than", Qt::CaseInsensitive));
    QCOMPARE(openOf(f, id), before);
    page->postingForm()->form()->setText(u"amount"_s, u"100.00"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QCOMPARE(openOf(f, id), before - 10000);
    QVERIFY(QTest::qWaitFor([&] { return f.focus() == page->table(); }, 5000));
    QVERIFY(page->table()->setCurrentId(id.value));
    f.key(Qt::Key_U, Qt::ShiftModifier);
    QVERIFY(page->postingForm()->isVisible());
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QCOMPARE(openOf(f, id), before); // the talks remember both
    for (int i = 0; i < 2; ++i) {
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QVERIFY(sameLiveRows(*f.workbench->book(), *start));
}

void TestPostingDay::charge()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, u"C000009"_s);
    const int rows = page->table()->model()->rowCount();
    f.key(Qt::Key_C, Qt::ShiftModifier);
    QVERIFY(page->postingForm()->isVisible());
    f.type(u"FC-1"_s);
    f.key(Qt::Key_Tab);
    f.type(u"40"_s);
    f.key(Qt::Key_Tab);
    f.type(u"fixed sum for late payment"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QCOMPARE(openOf(f, numbered(f, u"FC-1"_s)), 4000);
    QVERIFY(QTest::qWaitFor([&] { return page->table()->model()->rowCount() == rows + 1; }, 5000));
    f.key(Qt::Key_C, Qt::ShiftModifier);
    f.key(Qt::Key_Escape);
    QVERIFY(!page->postingForm()->isVisible());
}

QTEST_MAIN(TestPostingDay)
#include "tst_postingday.moc"
