// Imports in the whole window: work goes on between preview and commit, and a window that closes while files are read or
// written gives the import up, stays alive meanwhile and is gone when it has ended.
#include "core/command/postings.h"
#include "core/store/storage.h"
#include "tests/flows/flowfixture.h"
#include "ui/pages/imports/importspage.h"
#include "ui/pages/importwizard/importflow.h"

#include <QTimer>

using namespace duedesk;
using namespace Qt::StringLiterals;
using State = ImportFlow::State;

class TestImportsDay : public QObject {
    Q_OBJECT
private slots:
    void aPreviewCommitsAfterCalls();
    void theLedgersWriteOffIsTheOneMadeHere();
    void closingWhileFilesAreRead();
    void closingWhileTheBatchIsWritten();

private:
    static QString largeFile(Flow& f)
    {
        QByteArray rows = "invoice_no,customer_id,invoice_date,due_date,currency,amount\n";
        for (int i = 0; i < 250'000; ++i)
            rows +=
                "A" + QByteArray::number(i) + ",C" + QByteArray::number(i % 100) + ",2025-01-31,2025-03-02,USD,1.00\n";
        return write(f, u"large.csv"_s, rows);
    }
    static QString write(Flow& f, const QString& name, const QByteArray& text)
    {
        QFile file(f.dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no file");
        return file.fileName();
    }
    static ImportFlow& wizardOf(Flow& f) { return static_cast<ImportsPage*>(f.window->page(u"imports"_s))->flow(); }
    // The book has nothing of the import, and no id was taken for it.
    static void isUntouched(Flow& f, const QString& path)
    {
        f.window.reset();
        f.workbench.reset();
        auto store = BookStore::open(path, BookStore::Mode::ReadWrite, {u"ana"_s, f.clock.now()});
        QVERIFY(store && (*store)->load());
        QCOMPARE((*store)->book()->ledger().debitCount, 0U);
        QCOMPARE((*store)->book()->rows<ImportBatch>().size(), 0U);
        // What the window itself took ahead when it opened, and nothing for the import.
        QCOMPARE((*store)->lease(Table::Debit, 1)->next, 1 + Storage::idsAtOnce);
        QCOMPARE((*store)->lease(Table::Customer, 1)->next, 1 + Storage::idsAtOnce);
    }
};

void TestImportsDay::aPreviewCommitsAfterCalls()
{
    Flow f;
    f.open(f.samplePath());
    const std::uint32_t before = f.workbench->book()->ledger().debitCount;
    f.window->openImport({write(f, u"one.csv"_s,
                                "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                                "NEW-1,NEWCOMER,2025-10-31,2025-11-30,USD,100.00\n")});
    ImportFlow& flow = wizardOf(f);
    QTRY_COMPARE(flow.state(), State::Columns);
    flow.next();
    QTRY_COMPARE(flow.state(), State::Review);
    const auto call = [&](std::uint32_t customer) {
        LogCall c;
        c.payer = f.workbench->book()->customers()[f.workbench->book()->payerRow(customer)].id;
        c.outcome = CallOutcome::Voicemail;
        return c;
    };
    for (std::uint32_t c = 0; c < 5; ++c)
        QVERIFY(f.workbench->submit(call(c)));
    QVERIFY(f.workbench->isSaving());
    flow.next(); // while they are being saved
    QTRY_COMPARE(flow.state(), State::Done);
    QVERIFY(!flow.wasReadAgain());
    QCOMPARE(f.workbench->book()->ledger().debitCount, before + 1);
    QVERIFY(f.workbench->canUndo());
    f.workbench->undo();
    QVERIFY(f.settled());
    QCOMPARE(f.workbench->book()->ledger().debitCount, before);
}

// The window stages with what the file says of where lines come from, as the command line does.
void TestImportsDay::theLedgersWriteOffIsTheOneMadeHere()
{
    Flow f;
    f.open(f.emptyPath());
    ImportFlow& flow = wizardOf(f);
    const auto take = [&](const QString& name, const QByteArray& text) {
        f.window->openImport({write(f, name, text)});
        QTRY_COMPARE(flow.state(), State::Columns);
        flow.next();
        QTRY_COMPARE(flow.state(), State::Review);
        flow.next();
        QTRY_COMPARE(flow.state(), State::Done);
    };
    take(u"i.csv"_s, "invoice_no,customer_id,invoice_date,due_date,currency,amount\n"
                     "I-1,C1,2025-09-01,2025-10-01,USD,100.00\n");
    const auto debit = [&] { return viewDebit(f.workbench->book()->ledger(), 0); };
    QVERIFY(f.workbench->submit(WriteOff{debit().id, 3000, u"tiny"_s, f.workbench->today() - 3}));
    QVERIFY(f.settled());
    take(u"w.csv"_s, "payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated\nW1,write_off,C1,"
                         + f.workbench->today().toIso().toUtf8() + ",USD,30.00,I-1,30.00\n");
    QCOMPARE(flow.report()->files.front().confirmed, 1);
    QCOMPARE(f.workbench->book()->ledger().open(0, f.workbench->today()), 7000); // 100.00 - 30.00, once
}

void TestImportsDay::closingWhileFilesAreRead()
{
    Flow f;
    const QString path = f.emptyPath();
    f.open(path);
    f.window->openImport({largeFile(f)});
    ImportFlow& flow = wizardOf(f);
    QTRY_COMPARE(flow.state(), State::Columns);
    flow.next();
    QCOMPARE(flow.state(), State::Staging);
    QVERIFY(!f.window->close()); // not yet: what runs is told to stop
    QVERIFY(f.window->isVisible());
    QTRY_VERIFY(!f.window->isVisible());
    QVERIFY(flow.stop()); // nothing runs behind it
    isUntouched(f, path);
}

void TestImportsDay::closingWhileTheBatchIsWritten()
{
    Flow f;
    const QString path = f.emptyPath();
    f.open(path);
    f.window->openImport({largeFile(f)});
    ImportFlow& flow = wizardOf(f);
    QTRY_COMPARE_WITH_TIMEOUT(flow.state(), State::Columns, 20'000);
    flow.next();
    QTRY_COMPARE_WITH_TIMEOUT(flow.state(), State::Review, 60'000);
    flow.next();
    QCOMPARE(flow.state(), State::Committing);
    QVERIFY(!f.window->close());
    int turns = 0; // the window lives while it waits
    QTimer alive;
    connect(&alive, &QTimer::timeout, this, [&turns] { ++turns; });
    alive.start(1);
    QTRY_VERIFY_WITH_TIMEOUT(!f.window->isVisible(), 60'000);
    QVERIFY(turns > 0);
    QCOMPARE(flow.state(), State::Review); // given up, not done
    isUntouched(f, path);
}

QTEST_MAIN(TestImportsDay)
#include "tst_importsday.moc"
