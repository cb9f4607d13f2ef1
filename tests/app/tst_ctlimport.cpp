// Imports by the command line while others are at the book, and imports that are given up.
#include "core/store/bookstore.h"
#include "tests/app/ctldesk.h"

#include <QDir>
#include <QFileInfo>
#include <csignal>

using namespace duedesk;
using namespace duedesk::ctltest;
using namespace Qt::StringLiterals;

class TestCtlImport : public QObject {
    Q_OBJECT
private slots:
    void init();
    void readsAgainWhereTheBookChanged();
    void saysSoWhereItReadsDifferently();
    void ctrlCLeavesNothing();

private:
    // Starts the import of the large file and returns once the file is open: by then the book has been read.
    bool start(QProcess& p)
    {
        p.setWorkingDirectory(QFileInfo(m_book).path());
        p.start(QStringLiteral(DUEDESKCTL), {u"--book"_s, m_book, u"import"_s, m_large});
        return p.waitForStarted()
               && QTest::qWaitFor(
                   [&] {
                       const QString fds = u"/proc/%1/fd"_s.arg(p.processId());
                       for (const QString& fd :
                            QDir(fds).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot))
                           if (QFile::symLinkTarget(fds + u'/' + fd) == m_large)
                               return true;
                       return p.state() != QProcess::Running;
                   },
                   60'000)
               && p.state() == QProcess::Running;
    }
    // What another program does meanwhile.
    void meanwhile(const std::function<void(Customer&)>& change)
    {
        auto store = BookStore::open(m_book, BookStore::Mode::ReadWrite, {u"ben"_s, 1'763'110'800'000});
        QVERIFY(store && (*store)->load());
        const Customer before = (*store)->book()->customers()[0];
        Customer after = before;
        change(after);
        ChangeSet c;
        c.operation = OperationId((*store)->ids()->next(Table::Operation));
        c.change(before, after);
        QVERIFY((*store)->apply(c, (*store)->book()->revision(), {u"ben"_s, 1'763'110'800'000}));
    }
    std::vector<std::int64_t> nextIds() const
    {
        Database db(m_book, Database::Mode::ReadOnly);
        Statement s(db, "SELECT next FROM id_counter WHERE table_number <> ?1 ORDER BY table_number");
        s.bind(1, std::int64_t(Table::Operation));
        std::vector<std::int64_t> out;
        while (s.step())
            out.push_back(s.integer(0));
        return out;
    }
    int batches()
    {
        return int(m_desk.run({u"--book"_s, m_book, u"--format"_s, u"csv"_s, u"imports"_s}).rows().size()) - 1;
    }

    CtlDesk m_desk;
    QString m_book, m_large;
};

void TestCtlImport::init()
{
    m_book = m_desk.newBook();
    m_desk.write(u"c.csv"_s, "customer_id,name,terms_days\nC1,Orion Clinics,30\n");
    QCOMPARE(m_desk.run({u"--book"_s, m_book, u"import"_s, u"c.csv"_s}).code, 0);
    if (!m_large.isEmpty())
        return;
    QByteArray rows = "invoice_no,customer_id,invoice_date,currency,amount,terms_days\n";
    for (int i = 0; i < 400'000; ++i)
        rows += "A" + QByteArray::number(i) + ",C1,2025-01-31,USD,1.00,30\n";
    m_large = QFileInfo(m_desk.write(u"large.csv"_s, rows)).canonicalFilePath();
}

void TestCtlImport::readsAgainWhereTheBookChanged()
{
    QProcess p;
    QVERIFY(start(p));
    meanwhile([](Customer& c) { c.name = u"Orion Clinics AG"_s; });
    QVERIFY(p.waitForFinished(120'000));
    const QString err = QString::fromUtf8(p.readAllStandardError());
    QVERIFY2(p.exitCode() == 0, qPrintable(err));
    QVERIFY2(err.contains(u"note: the book changed meanwhile; the files were read again and say the same"_s),
             qPrintable(err));
    QCOMPARE(batches(), 2);
}

void TestCtlImport::saysSoWhereItReadsDifferently()
{
    QProcess p;
    QVERIFY(start(p));
    meanwhile([](Customer& c) { c.externalId = u"C2"_s; }); // the rows would make a new customer now
    QVERIFY(p.waitForFinished(120'000));
    const QString err = QString::fromUtf8(p.readAllStandardError());
    QCOMPARE(p.exitCode(), 4);
    QVERIFY2(err.contains(u"error: the book changed meanwhile, and the files say something else now"_s),
             qPrintable(err));
    QCOMPARE(batches(), 1);
}

void TestCtlImport::ctrlCLeavesNothing()
{
    const auto before = nextIds();
    for (int i = 0; i < 8; ++i) {
        QProcess p;
        QVERIFY(start(p));
        ::kill(pid_t(p.processId()), SIGINT);
        QVERIFY(p.waitForFinished(120'000));
        QCOMPARE(p.exitStatus(), QProcess::NormalExit);
        QCOMPARE(p.exitCode(), 4);
        const QString err = QString::fromUtf8(p.readAllStandardError());
        QVERIFY2(err.contains(u"error: the import was "_s) && err.contains(u"nothing was "_s), qPrintable(err));
    }
    QCOMPARE(nextIds(), before);
    QCOMPARE(batches(), 1);
    QCOMPARE(m_desk.run({u"--book"_s, m_book, u"verify"_s}).code, 0);
}

QTEST_GUILESS_MAIN(TestCtlImport)
#include "tst_ctlimport.moc"
