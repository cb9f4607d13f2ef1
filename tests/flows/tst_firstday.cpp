// From an empty book to worked calls: three exports through the wizard by keyboard, ten calls, all of it undone.
#include "tests/flows/flowfixture.h"
#include "ui/pages/imports/importspage.h"
#include "ui/pages/importwizard/importflow.h"

#include <QFile>

using namespace duedesk;

class TestFirstDay : public QObject {
    Q_OBJECT
private slots:
    void importWorkAndUndoAll();
    void badRowsAreShownAndNothingIsTaken();
    void twoReadingsAreAsked();

private:
    static QString write(Flow& f, const QString& name, const QByteArray& text)
    {
        QFile file(f.dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write a fixture");
        return file.fileName();
    }
    // Twelve customers, each with a late invoice and one to come; one part payment.
    static QStringList exports(Flow& f)
    {
        QByteArray customers = "customer_id,name,tier,owner,timezone\n",
                   invoices = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n";
        for (int i = 1; i <= 12; ++i) {
            const QByteArray n = QByteArray::number(i);
            customers += "00" + n + ",Orion Branch " + n + ",key,ana,Europe/London\n";
            invoices +=
                "000" + n + ",00" + n + ",2025-08-01,2025-09-" + QByteArray::number(10 + i) + ",USD," + n + "00.00\n";
            invoices += "100" + n + ",00" + n + ",2025-11-01,2025-12-01,USD,50.00\n";
        }
        return {write(f, QStringLiteral("customers.csv"), customers),
                write(f, QStringLiteral("invoices.csv"), invoices),
                write(f, QStringLiteral("payments.csv"),
                      "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\nP1,0012,2025-10-01,USD,300."
                      "00,00012,300.00\n")};
    }
    static ImportFlow& flow(Flow& f)
    {
        return qobject_cast<ImportsPage*>(f.window->page(QStringLiteral("imports")))->flow();
    }
    static bool reaches(ImportFlow& i, ImportFlow::State s)
    {
        return QTest::qWaitFor([&] { return i.state() == s || i.state() == ImportFlow::State::Failed; }, 10000)
               && i.state() == s;
    }
};

void TestFirstDay::importWorkAndUndoAll()
{
    Flow f;
    f.open(f.emptyPath());
    const BookPtr start = f.workbench->book();
    f.window->openImport(exports(f));
    ImportFlow& import = flow(f);
    QVERIFY(reaches(import, ImportFlow::State::Columns));
    f.key(Qt::Key_Return);
    QVERIFY(reaches(import, ImportFlow::State::Review));
    QCOMPARE(import.report()->errorCount, 0);
    QVERIFY(sameLiveRows(*start, *f.workbench->book())); // staged, not written
    f.key(Qt::Key_Return);
    QVERIFY(reaches(import, ImportFlow::State::Done));
    QVERIFY(f.settled());
    const BookPtr imported = f.workbench->book();
    QCOMPARE(imported->ledger().debitCount, 24U);
    QCOMPARE(imported->ledger().open(imported->ledger().debitRow(DebitId(viewDebit(imported->ledger(), 22).id)),
                                     f.workbench->today()),
             90000);

    f.key(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(f.workbench->insights()->calls.next.size(), std::size_t(12));
    for (int i = 0; i < 10; ++i) {
        f.key(Qt::Key_C);
        f.key(Qt::Key_4);
        QVERIFY(f.settled());
        f.clock.set(f.clock.now() + 60'000);
    }
    QCOMPARE(f.workbench->book()->rows<Activity>().size(), 10U);
    QCOMPARE(f.workbench->insights()->calls.next.size(), std::size_t(2));
    for (int i = 0; i < 11; ++i) { // ten calls, then the import
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QCOMPARE(f.workbench->book()->ledger().debitCount, 0U);
    int live = 0;
    f.workbench->book()->customers().forEach([&](std::uint32_t, const Customer&) { ++live; });
    QCOMPARE(live, 0);
}

void TestFirstDay::badRowsAreShownAndNothingIsTaken()
{
    Flow f;
    f.open(f.emptyPath());
    const QString path = write(f, QStringLiteral("invoices.csv"),
                               "invoice_no,customer_id,invoice_date,due_date,currency,amount\n1,C1,2025-08-01,2025-09-"
                               "01,USD,10.00\n2,C1,2025-13-01,2025-09-01,USD,10.00\n");
    f.window->openImport({path});
    ImportFlow& import = flow(f);
    QVERIFY(reaches(import, ImportFlow::State::Columns));
    f.key(Qt::Key_Return);
    QVERIFY(reaches(import, ImportFlow::State::Review));
    QCOMPARE(import.report()->errorCount, 1);
    QCOMPARE(import.report()->errors.front().row, 3);
    QVERIFY(!import.canCommit());
    f.key(Qt::Key_Return); // does nothing while rejected rows are not accepted
    QVERIFY(import.state() == ImportFlow::State::Review);
    QCOMPARE(f.workbench->book()->ledger().debitCount, 0U);
    import.setAcceptGoodRows(true);
    QVERIFY(import.canCommit());
}

void TestFirstDay::twoReadingsAreAsked()
{
    Flow f;
    f.open(f.emptyPath());
    f.window->openImport({write(
        f, QStringLiteral("invoices.csv"),
        "invoice_no,customer_id,invoice_date,due_date,currency,amount\n1,C1,03/04/2025,05/06/2025,USD,10.00\n")});
    ImportFlow& import = flow(f);
    QVERIFY(reaches(import, ImportFlow::State::Columns));
    f.key(Qt::Key_Return);
    QVERIFY(reaches(import, ImportFlow::State::Readings));
    QVERIFY(!import.ambiguities().empty());
    for (int i = 0; i < int(import.ambiguities().size()); ++i) {
        QCOMPARE(import.ambiguities()[std::size_t(i)].readings.size(), std::size_t(2));
        import.answer(i, 0);
    }
    f.key(Qt::Key_Return);
    QVERIFY(reaches(import, ImportFlow::State::Review));
    QVERIFY(import.canCommit());
}

QTEST_MAIN(TestFirstDay)
#include "tst_firstday.moc"
