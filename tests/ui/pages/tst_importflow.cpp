#include "tests/support/bookmaker.h"
#include "ui/pages/importwizard/importflow.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;
using State = ImportFlow::State;

class TestImportFlow : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    BookPtr m_book;

    QString file(const char* name, const QByteArray& text)
    {
        QFile f(m_dir.filePath(QString::fromLatin1(name)));
        if (!f.open(QIODevice::WriteOnly))
            qFatal("no temporary file");
        f.write(text);
        return f.fileName();
    }
    std::unique_ptr<ImportFlow> flow()
    {
        return std::make_unique<ImportFlow>(ImportFlow::Doors{[this] { return m_book; },
                                                              [] { return Instant(1'763'100'000'000); },
                                                              [] { return day("2025-11-14"); }, u"ana"_s});
    }

private slots:
    void initTestCase() { m_book = BookMaker().build(); }

    void cleanFileToCommit()
    {
        const auto f = flow();
        QSignalSpy commit(f.get(), &ImportFlow::commitWanted);
        f->start({file("inv.csv", "invoice_no,customer_id,invoice_date,due_date,amount\nA1,C1,2025-01-31,2025-02-28,"
                                  "100.50\nA2,C1,2025-02-15,2025-03-15,99.50\n")});
        QCOMPARE(f->state(), State::Detecting);
        QTRY_COMPARE(f->state(), State::Columns);
        QVERIFY(f->columnsComplete());
        QCOMPARE(f->looked()[0].targets[4], u"amount"_s);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        QCOMPARE(f->report()->files[0].rows, 2);
        QCOMPARE(f->report()->files[0].added, 2);
        QCOMPARE(f->report()->files[0].total.in(*Currency::parse(std::string_view("USD"))).minor,
                 20'000); // control total
        QVERIFY(f->canCommit());
        f->next();
        QCOMPARE(f->state(), State::Committing);
        QCOMPARE(commit.size(), 1);
        f->committed({});
        QCOMPARE(f->state(), State::Done);
        f->next();
        QCOMPARE(f->state(), State::Pick);
    }
    void twoReadingsAreAsked()
    {
        const auto f = flow();
        f->start(
            {file("two.csv",
                  "invoice_no;customer_id;invoice_date;amount\nA1;C1;2025-01-31;1.250\nA2;C1;2025-02-15;2.500\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Readings);
        QCOMPARE(f->ambiguities().size(), std::size_t(1));
        const Ambiguity& a = f->ambiguities()[0];
        QCOMPARE(a.column, u"amount"_s);
        QCOMPARE(a.readings.size(), std::size_t(2));
        QCOMPARE(a.readings[0].samples[0].cell, u"1.250"_s); // a real row of the file
        f->next();
        QCOMPARE(f->state(), State::Readings); // not without an answer
        const int comma = a.readings[0].mark == DecimalMark::Comma ? 0 : 1;
        f->answer(0, comma);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        QCOMPARE(f->report()->files[0].total.in(*Currency::parse(std::string_view("USD"))).minor, 375'000);
        f->back();
        QCOMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Readings); // an answer taken back is asked again
    }
    void rejectsNeedTheirConsentAndAreSaved()
    {
        const auto f = flow();
        f->start(
            {file("bad.csv",
                  "invoice_no,customer_id,invoice_date,amount\nA1,C1,2025-01-31,100.00\nA2,C1,2025-04-31,5.00\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        QCOMPARE(f->report()->errorCount, 1);
        QCOMPARE(f->report()->errors[0].row, 3);
        QCOMPARE(f->report()->errors[0].field, u"invoice_date"_s);
        QVERIFY(!f->canCommit());
        QVERIFY(f->whyNot().contains(u"rejected"_s));
        const QString target = m_dir.filePath(u"rejects.csv"_s);
        QVERIFY(f->saveRejects(target).has_value());
        // The file that is read may be named in the dialog; it stays.
        QFile source(f->files().front());
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray before = source.readAll();
        QVERIFY(!f->saveRejects(source.fileName()).has_value());
        QVERIFY(source.seek(0));
        QCOMPARE(source.readAll(), before);
        QVERIFY(QFile::exists(target));
        f->setAcceptGoodRows(true);
        QVERIFY(f->canCommit());
    }
    void unknownHeadingsAreMappedByHandAndRemembered()
    {
        const auto f = flow();
        const QString path =
            file("odd.csv", "Belegnr;Kto;Belegdat;Betr\nA1;C1;2025-01-31;100,50\nA2;C1;2025-02-15;7,25\n");
        f->start({path});
        QTRY_COMPARE(f->state(), State::Columns);
        QVERIFY(!f->looked()[0].known);
        f->setKind(0, FileKind::Invoices);
        for (int c = 0; c < 4; ++c)
            f->setTarget(0, c, QString());
        QVERIFY(!f->columnsComplete());
        f->next();
        QCOMPARE(f->state(), State::Columns); // not while something required is missing
        const QStringList targets{u"invoice_no"_s, u"customer_id"_s, u"invoice_date"_s, u"amount"_s};
        for (int c = 0; c < 4; ++c)
            f->setTarget(0, c, targets[c]);
        QVERIFY(f->columnsComplete());
        f->setTarget(0, 0, u"amount"_s); // a target feeds one column
        QCOMPARE(f->looked()[0].targets[3], QString());
        f->setTarget(0, 0, u"invoice_no"_s);
        f->setTarget(0, 3, u"amount"_s);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        QCOMPARE(f->report()->files[0].added, 2);
        const auto& remembered = f->report()->staged.changes.of<MappingProfile>();
        QCOMPARE(remembered.size(), std::size_t(1));
        QVERIFY(!remembered[0].before);
        // The next file with these headings needs no hand.
        ChangeSet profile;
        MappingProfile kept = remembered[0].after;
        kept.id = ProfileId(1); // the commit gives it one of the book's
        profile.insert(kept);
        m_book = m_book->with(profile, 2);
        const auto again = flow();
        again->start({path});
        QTRY_COMPARE(again->state(), State::Columns);
        QVERIFY(again->looked()[0].known);
        QVERIFY(again->looked()[0].detection.remembered);
        QVERIFY(again->columnsComplete());
        m_book = BookMaker().build();
    }
    void aFileThatCannotBeReadSaysWhy()
    {
        const auto f = flow();
        f->start({m_dir.filePath(u"missing.csv"_s)});
        QTRY_COMPARE(f->state(), State::Failed);
        QVERIFY(!f->error().message().isEmpty());
        f->back();
        QCOMPARE(f->state(), State::Pick);
    }
    void escCancelsStaging()
    {
        QByteArray rows = "invoice_no,customer_id,invoice_date,amount\n";
        for (int i = 0; i < 60'000; ++i)
            rows += "A" + QByteArray::number(i) + ",C1,2025-01-31,1.00\n";
        const auto f = flow();
        f->start({file("big.csv", rows)});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QCOMPARE(f->state(), State::Staging);
        f->back();
        QCOMPARE(f->state(), State::Columns);
        QTest::qWait(50);
        QCOMPARE(f->state(), State::Columns); // the late answer is dropped
        QVERIFY(!f->report());
    }
    void aFailedCommitLeadsBackToTheReview()
    {
        const auto f = flow();
        f->start({file("one.csv", "invoice_no,customer_id,invoice_date,amount\nA1,C1,2025-01-31,100.00\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        f->next();
        Error full;
        full.code = ErrorCode::StorageFailed;
        full.what = u"the disk is full"_s;
        f->committed(fail(full));
        QCOMPARE(f->state(), State::Failed);
        f->back();
        QCOMPARE(f->state(), State::Review);
        f->next();
        Error cancelled;
        cancelled.code = ErrorCode::Cancelled;
        f->committed(fail(cancelled));
        QCOMPARE(f->state(), State::Review);
    }
    // Somebody changed what the import stands on, and the files say the same: it is committed without a question.
    void aStaleImportIsReadAgain()
    {
        const auto f = flow();
        QSignalSpy commit(f.get(), &ImportFlow::commitWanted), again(f.get(), &ImportFlow::readAgain);
        f->start(
            {file("stale.csv",
                  "invoice_no,customer_id,invoice_date,amount\nA1,C1,2025-01-31,100.00\nA2,C1,2025-04-31,5.00\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        f->setAcceptGoodRows(true);
        f->next();
        BookMaker changed;
        changed.customer("C7");
        m_book = changed.build(9);
        f->committed(fail(staleImport()));
        QCOMPARE(f->state(), State::Staging);
        QCOMPARE(again.size(), 1);
        QTRY_COMPARE(f->state(), State::Committing);
        QCOMPARE(commit.size(), 2);
        QCOMPARE(f->report()->staged.baseRevision, 9); // against the book as it is now
        QVERIFY(f->wasReadAgain());
        f->committed({});
        QCOMPARE(f->state(), State::Done);
        m_book = BookMaker().build();
    }
    // They say something else: the new counts are shown, and a person decides again.
    void whatASecondReadingSaysIsConfirmedAgain()
    {
        const auto f = flow();
        QSignalSpy commit(f.get(), &ImportFlow::commitWanted);
        f->start({file("other.csv", "invoice_no,customer_id,invoice_date,due_date,amount\nA1,C1,2025-01-31,2025-03-02,"
                                    "100.00\nA2,C1,2025-01-31,2025-03-02,7.00\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        QCOMPARE(f->report()->files[0].added, 2);
        f->next();
        BookMaker changed; // the first of them is posted meanwhile
        changed.invoice("C1", "100.00", "2025-01-31", "2025-03-02").number = "A1";
        m_book = changed.build(9);
        f->committed(fail(staleImport()));
        QTRY_COMPARE(f->state(), State::Review);
        QVERIFY(f->wasReadAgain());
        QCOMPARE(f->report()->files[0].added, 1);
        QCOMPARE(commit.size(), 1);
        f->next();
        QCOMPARE(f->state(), State::Committing);
        QCOMPARE(commit.size(), 2);
        QVERIFY(!f->wasReadAgain());
        f->committed({});
        m_book = BookMaker().build();
    }
    void itIsReadAgainOnce()
    {
        const auto f = flow();
        QSignalSpy commit(f.get(), &ImportFlow::commitWanted);
        f->start({file("once.csv", "invoice_no,customer_id,invoice_date,amount\nA1,C1,2025-01-31,100.00\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        f->next();
        f->committed(fail(staleImport()));
        QTRY_COMPARE(f->state(), State::Committing);
        f->committed(fail(staleImport()));
        QCOMPARE(f->state(), State::Failed);
        QVERIFY(isStale(f->error()));
        f->back();
        QCOMPARE(f->state(), State::Review);
        QCOMPARE(commit.size(), 2);
    }
    // Given up while it is read again, it is not committed by a later reading either.
    void givenUpWhileItIsReadAgain()
    {
        const auto f = flow();
        QSignalSpy commit(f.get(), &ImportFlow::commitWanted);
        f->start({file("given.csv", "invoice_no,customer_id,invoice_date,amount\nA1,C1,2025-01-31,100.00\n")});
        QTRY_COMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        f->next();
        f->committed(fail(staleImport()));
        f->back();
        QCOMPARE(f->state(), State::Columns);
        f->next();
        QTRY_COMPARE(f->state(), State::Review);
        QCOMPARE(commit.size(), 1);
    }
    // A run that was given up is waited for too, not only the last one.
    void whatIsGivenUpEndsBeforeItsFlow()
    {
        QByteArray rows = "invoice_no,customer_id,invoice_date,amount\n";
        for (int i = 0; i < 200'000; ++i)
            rows += "A" + QByteArray::number(i) + ",C1,2025-01-31,1.00\n";
        auto f = flow();
        QVERIFY(f->stop());
        QSignalSpy idle(f.get(), &ImportFlow::idle);
        f->start({file("large.csv", rows)});
        QTRY_COMPARE(f->state(), State::Columns);
        QTRY_COMPARE(idle.size(), 1);
        std::weak_ptr<const Book> read = m_book;
        f->next();
        f->back();
        f->next();
        QCOMPARE(f->state(), State::Staging);
        QVERIFY(!f->stop());
        QCOMPARE(f->state(), State::Columns);
        QTRY_COMPARE(idle.size(), 2);
        QVERIFY(f->stop());
        f->next();
        f->back();
        f->next();
        m_book = BookMaker().build();
        f.reset();
        QTRY_VERIFY(read.expired()); // nobody reads against it any more
    }
};

QTEST_GUILESS_MAIN(TestImportFlow)
#include "tst_importflow.moc"
