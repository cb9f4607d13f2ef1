// Another program imports a large file into the book that is open here, while calls are logged by key: no key waits, and
// every call lands. DUEDESK_LINES says how many lines (200,000 where it does not).
#include "tests/flows/flowfixture.h"
#include "tests/support/loopclock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestBesideWork : public QObject {
    Q_OBJECT
private slots:
    void callsWhileAnotherProgramImports();

private:
    static int linesWanted()
    {
        bool said = false;
        const int n = qEnvironmentVariableIntValue("DUEDESK_LINES", &said);
        return said ? n : 200'000;
    }
    static QString largeFile(const Flow& f, int lines)
    {
        QFile file(f.dir.filePath(u"large.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write("invoice_no,customer_id,invoice_date,due_date,currency,amount\n");
        for (int i = 0; i < lines; ++i) {
            const QByteArray n = QByteArray::number(i);
            file.write("L" + n + ",NEW" + QByteArray::number(i % 997) + ",2025-01-31,2025-03-02,USD,1.00\n");
        }
        return file.fileName();
    }
    static int voicemails(const Book& book)
    {
        int n = 0;
        book.rows<Activity>().forEach(
            [&](std::uint32_t, const Activity& a) { n += a.outcome == CallOutcome::Voicemail ? 1 : 0; });
        return n;
    }
};

void TestBesideWork::callsWhileAnotherProgramImports()
{
    Flow f;
    const QString path = f.samplePath();
    const int lines = linesWanted();
    const QString large = largeFile(f, lines);
    f.open(path);
    const int before = voicemails(*f.workbench->book());
    const std::uint32_t debits = f.workbench->book()->ledger().debitCount;
    QProcess other;
    other.start(qEnvironmentVariable("DUEDESK_BIN") + u"/duedeskctl"_s,
                {u"--book"_s, path, u"--now"_s, u"2025-11-14T14:30:00Z"_s, u"import"_s, large});
    QVERIFY(other.waitForStarted());
    LoopClock loop;
    qint64 longestKey = 0;
    int pressed = 0;
    const auto press = [&](Qt::Key k) {
        QElapsedTimer key;
        key.start();
        f.key(k);
        longestKey = std::max(longestKey, key.elapsed());
    };
    // As fast as the list gives the next one, and on until the other program has ended.
    while (pressed < 20 || other.state() != QProcess::NotRunning) {
        if (pressed < 20) {
            const int taken = voicemails(*f.workbench->book()) + f.workbench->unsaved();
            press(Qt::Key_C);
            press(Qt::Key_4);
            pressed += voicemails(*f.workbench->book()) + f.workbench->unsaved() > taken ? 1 : 0;
        }
        QTest::qWait(20);
    }
    QCOMPARE(other.exitStatus(), QProcess::NormalExit);
    QVERIFY2(other.exitCode() == 0, other.readAllStandardError().constData());
    QTRY_VERIFY_WITH_TIMEOUT(!f.workbench->isSaving(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(f.workbench->book()->ledger().debitCount, debits + std::uint32_t(lines), 60'000);
    QCOMPARE(voicemails(*f.workbench->book()), before + 20);
    QCOMPARE(f.workbench->storage().waits(), 0);
    qInfo("20 calls beside an import of %d lines: longest key %lld ms, longest turn of the loop %lld ms", lines,
          longestKey, loop.longestMs());
    f.window.reset();
    f.workbench.reset();
    auto store = BookStore::open(path, BookStore::Mode::ReadOnly, {u"ana"_s, f.clock.now()});
    QVERIFY(store && (*store)->load());
    QCOMPARE(voicemails(*(*store)->book()), before + 20);
}

QTEST_MAIN(TestBesideWork)
#include "tst_besidework.moc"
