// The smaller gestures in the whole window, by keys alone: why an item is late, and what it takes back.
#include "core/insight/invoicemarks.h"
#include "tests/flows/flowfixture.h"
#include "ui/models/booktablemodel.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/items/itemspage.h"
#include "ui/panels/latereasonlist.h"
#include "ui/widgets/tabledress.h"

#include <QListWidget>
#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestGestures : public QObject {
    Q_OBJECT
private slots:
    void whyItemsAreLate();
    void whyLateOnTheAccount();

private:
    static AccountPage* open(Flow& f, CustomerId id)
    {
        f.window->openAccount(id);
        auto* page = qobject_cast<AccountPage*>(f.window->page(u"account"_s));
        if (!QTest::qWaitFor([&] { return page->shownFacts().id == id && f.settled(); }, 5000))
            qFatal("the account is not shown");
        page->table()->setFocus();
        QApplication::processEvents();
        return page;
    }
    // Of those to call next, the first with that many items past due.
    static CustomerId withLateItems(const Flow& f, int atLeast)
    {
        const InsightsPtr in = f.workbench->insights();
        for (const std::uint32_t line : in->calls.next) {
            const std::uint32_t payer = in->calls.rows[line].payer;
            int n = 0;
            for (const std::uint32_t row : in->book->ledger().debitsOf(payer))
                n += in->book->ledger().open(row, in->day) > 0 && viewDebit(in->book->ledger(), row).due < in->day;
            if (n >= atLeast)
                return in->book->customers()[payer].id;
        }
        qFatal("nobody is late");
    }
};

void TestGestures::whyItemsAreLate()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    f.key(Qt::Key_3, Qt::ControlModifier);
    auto* page = qobject_cast<ItemsPage*>(f.page());
    QVERIFY(page);
    QVERIFY(QTest::qWaitFor([&] { return page->model()->rowCount() > 0; }, 5000));
    auto* table = qobject_cast<TableDress*>(page->listWidget());
    QVERIFY(QTest::qWaitFor([&] { return f.focus() == table; }, 5000));
    const DebitId id(table->currentId()); // the one longest past due
    const auto reason = [&] {
        const BookPtr book = f.workbench->book();
        return lateReasonOf(*book, book->ledger().debitRow(id), f.workbench->today());
    };
    const LateReason before = reason();
    f.key(Qt::Key_B);
    LateReasonList* list = page->whyLate();
    QVERIFY(list->isVisible() && list->list()->hasFocus());
    f.key(Qt::Key_C);
    QCOMPARE(int(list->chosen()), int(LateReason::CashApplication));
    f.key(Qt::Key_Escape); // nothing was said
    QVERIFY(!list->isVisible() && table->hasFocus());
    QCOMPARE(int(reason()), int(before));
    f.key(Qt::Key_B);
    f.key(Qt::Key_C);
    f.key(Qt::Key_Down);
    QCOMPARE(int(list->chosen()), int(LateReason::Credit));
    QSignalSpy shown(page, &ItemsPage::rowsShown);
    f.key(Qt::Key_Return);
    QVERIFY(!list->isVisible() && table->hasFocus());
    QVERIFY(QTest::qWaitFor([&] { return shown.count() > 0; }, 5000) && f.settled());
    QCOMPARE(int(reason()), int(LateReason::Credit));
    QVERIFY(table->setCurrentId(id.value));
    const BookTableModel* model = page->model();
    QCOMPARE(model->text(table->currentIndex().row(), model->columnOf(u"why_late"_s)), u"credit"_s);
    f.key(Qt::Key_B); // it opens on what is known
    QCOMPARE(int(list->chosen()), int(LateReason::Credit));
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

void TestGestures::whyLateOnTheAccount()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    AccountPage* page = open(f, withLateItems(f, 2));
    page->table()->selectFirst(); // the longest past due stand first
    f.key(Qt::Key_Space);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Space);
    f.key(Qt::Key_B);
    QVERIFY(page->whyLate()->isVisible());
    QVERIFY2(page->whyLate()->about().startsWith(u"2 invoices, "_s), qPrintable(page->whyLate()->about()));
    f.key(Qt::Key_P);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QCOMPARE(f.workbench->book()->rows<InvoiceMark>().size(), start->rows<InvoiceMark>().size() + 2);
    QVERIFY(!page->table()->hasPicked());
    QVERIFY(QTest::qWaitFor([&] { return page->shownFacts().howTheyPay.contains(u"PO (2 items)"_s); }, 5000));
    const auto& events = page->shownFacts().events;
    QVERIFY(std::ranges::any_of(events, [](const TimelineEvent& e) {
        return e.kind == EventKind::Mark && e.outcome == u"late because of PO"_s && e.who == u"ana"_s;
    }));
    // Another day is looked at: nothing is said then.
    f.workbench->setAsOf(f.workbench->today() - 7);
    QVERIFY(f.settled());
    page->table()->setFocus();
    f.key(Qt::Key_B);
    QVERIFY(!page->whyLate()->isVisible());
    f.workbench->setAsOf(f.workbench->today());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

QTEST_MAIN(TestGestures)
#include "tst_gestures.moc"
