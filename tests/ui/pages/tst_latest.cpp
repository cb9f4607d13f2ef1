#include "ui/pages/latest.h"

#include <QSemaphore>
#include <QTest>
#include <stdexcept>

using namespace duedesk;

class TestLatest : public QObject {
    Q_OBJECT
private slots:
    void onlyTheLastQuestionIsAnswered()
    {
        Latest<int> latest;
        QSemaphore gate;
        QList<int> got;
        const auto deliver = [&](const int& v) { got.append(v); };
        latest.ask(
            [&] {
                gate.acquire();
                return 1;
            },
            deliver);
        latest.ask([] { return 2; }, deliver); // never asked: 3 replaces it
        latest.ask([] { return 3; }, deliver);
        gate.release();
        QTRY_COMPARE(got, QList<int>{3});
    }
    void anExceptionIsAnAnswer()
    {
        Latest<int> latest;
        QString why;
        latest.ask([]() -> int { throw std::runtime_error("sum too large"); }, [](const int&) {},
                   [&](const QString& w) { why = w; });
        QTRY_VERIFY2(why.contains(QStringLiteral("figures were worked out: sum too large")), qPrintable(why));
    }
    void forgottenAnswersAreDropped()
    {
        Latest<int> latest;
        QSemaphore gate;
        bool called = false;
        latest.ask(
            [&] {
                gate.acquire();
                return 1;
            },
            [&](const int&) { called = true; });
        latest.forget();
        gate.release();
        QTRY_VERIFY(!latest.isBusy());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestLatest)
#include "tst_latest.moc"
