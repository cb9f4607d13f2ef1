// What is posted at an account, in the whole window by keys alone: written off, allocated, taken back, charged, undone.
#include "tests/flows/flowfixture.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/account/timelineview.h"
#include "ui/panels/newsbanner.h"
#include "ui/panels/postingform.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/tabledress.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPostingDay : public QObject {
    Q_OBJECT
private slots:
    void writeOff();
    void moneyToAnItemAndBack();
    void moneyBackFromWhatIsSettled();
    void theNextItem();
    void whatWasUndoneIsSaidAsItIsNow();
    void notOnAnotherDay();
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

// What is settled is no open item: its line in the timeline stands for it, and that of the money too.
void TestPostingDay::moneyBackFromWhatIsSettled()
{
    Flow f;
    f.open(f.samplePath());
    const Ledger& l = f.workbench->book()->ledger();
    std::uint32_t settled = noRow;
    for (std::uint32_t row = 0; row < l.debitCount; ++row)
        if (l.open(row, f.workbench->today()) == 0 && !settlementsOf(l, row).allocations.empty()
            && (settled == noRow || viewDebit(l, row).date > viewDebit(l, settled).date))
            settled = row;
    const DebitView v = viewDebit(l, settled);
    const CreditId money = settlementsOf(l, settled).allocations.front().credit;
    AccountPage* page = open(f, f.workbench->book()->customers()[f.workbench->book()->payerRow(v.customer)].externalId);
    QVERIFY(!page->table()->setCurrentId(v.id.value));
    const auto takeBack = [&](Table table, std::int64_t id) {
        f.key(Qt::Key_4, Qt::AltModifier);
        QVERIFY(page->timelineView()->showEvent(table, id));
        QApplication::processEvents();
        f.key(Qt::Key_U, Qt::ShiftModifier);
        QVERIFY(page->postingForm()->isVisible());
    };
    takeBack(Table::Credit, money.value);
    QVERIFY2(page->postingForm()->form()->text(u"invoice"_s).contains(u" of "_s),
             qPrintable(page->postingForm()->form()->text(u"invoice"_s)));
    f.key(Qt::Key_Escape);
    QVERIFY(!page->postingForm()->isVisible());
    takeBack(Table::Debit, v.id.value);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QVERIFY(openOf(f, v.id) > 0);
    QTRY_VERIFY(page->table()->setCurrentId(v.id.value)); // it is an open item again
}

void TestPostingDay::theNextItem()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, u"C000009"_s);
    page->table()->selectFirst();
    const DebitId first(page->table()->currentId());
    const DebitId second(page->table()->bookModel()->idAt(1));
    f.key(Qt::Key_W, Qt::ShiftModifier);
    page->postingForm()->form()->setText(u"reason"_s, u"too small"_s);
    f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.settled());
    QCOMPARE(openOf(f, first), 0);
    QTRY_VERIFY(page->postingForm()->isVisible());
    QCOMPARE(page->table()->currentId(), second.value);
    const Ledger& l = f.workbench->book()->ledger();
    const DebitView v = viewDebit(l, l.debitRow(second));
    QCOMPARE(readAmount(page->postingForm()->form()->text(u"amount"_s), v.currency), openOf(f, second));
}

void TestPostingDay::whatWasUndoneIsSaidAsItIsNow()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, u"C000009"_s);
    QVERIFY(page->table()->setCurrentId(numbered(f, u"INV-12977"_s).value)); // 131.22 open
    f.key(Qt::Key_W, Qt::ShiftModifier);
    page->postingForm()->form()->setText(u"amount"_s, u"31.22"_s);
    page->postingForm()->form()->setText(u"reason"_s, u"discount"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    const QString unit = u' ' + f.workbench->book()->info().base.toString();
    QCOMPARE(f.window->undoBar()->text(), u"31.22%1 of INV-12977 written off; 100.00%1 stay open."_s.arg(unit));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QCOMPARE(f.window->undoBar()->text(),
             u"Undone: 31.22%1 of INV-12977 written off. Now 131.22%1 of it are open."_s.arg(unit));
}

void TestPostingDay::notOnAnotherDay()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, u"C000009"_s);
    f.workbench->setAsOf(f.workbench->today() - 30);
    QVERIFY(f.settled());
    page->table()->setFocus();
    f.key(Qt::Key_C, Qt::ShiftModifier);
    QVERIFY(!page->postingForm()->isVisible());
    QVERIFY2(f.window->undoBar()->text().startsWith(u"Postings are made as of today only"),
             qPrintable(f.window->undoBar()->text()));
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
