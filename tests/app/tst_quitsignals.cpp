// The window told to end by the system (a log-out, a shutdown, kill): it closes its session in the book as a person's
// closing would, and the next program finds nothing to report.
#include "tests/app/ctldesk.h"

#include <QFileInfo>
#include <csignal>

using namespace duedesk::ctltest;
using namespace Qt::StringLiterals;

class TestQuitSignals : public QObject {
    Q_OBJECT
private slots:
    void theSessionIsClosed_data();
    void theSessionIsClosed();
};

void TestQuitSignals::theSessionIsClosed_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("closed");
    QTest::newRow("SIGTERM") << SIGTERM << true;
    QTest::newRow("SIGINT") << SIGINT << true;
    QTest::newRow("SIGHUP") << SIGHUP << true;
    QTest::newRow("SIGKILL shows that it would be told") << SIGKILL << false;
}

void TestQuitSignals::theSessionIsClosed()
{
    QFETCH(int, signal);
    QFETCH(bool, closed);
    CtlDesk desk;
    const QString book = desk.smallBook();
    QProcess window;
    window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    window.start(QStringLiteral(DUEDESK), {u"--book"_s, book});
    // The session is the first thing that is written.
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(book + u"-wal"_s).size() > 0, 60'000);
    QCOMPARE(::kill(pid_t(window.processId()), signal), 0);
    QVERIFY(window.waitForFinished(60'000));
    QCOMPARE(window.exitStatus() == QProcess::NormalExit, closed);
    if (closed)
        QCOMPARE(window.exitCode(), 0);
    const Ran next = desk.run({u"--book"_s, book, u"log"_s, u"C1"_s, u"--outcome"_s, u"4"_s});
    QCOMPARE(next.code, 0);
    QVERIFY2(next.err.contains(u"did not close it"_s) == !closed, qPrintable(next.err));
}

QTEST_GUILESS_MAIN(TestQuitSignals)
#include "tst_quitsignals.moc"
