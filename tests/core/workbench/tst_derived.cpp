// The shared insights off the GUI thread: whatever the order in which answers are ready, the last one delivered is that
// of the last request.
#include "core/store/bookstore.h"
#include "core/workbench/derived.h"
#include "core/workbench/samplebook.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace duedesk;

class TestDerived : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theLastRequestIsTheLastAnswer();
    void aRequestAfterAnAnswerNobodyTookIsStillTheLast();

private:
    static Date asked(const QSignalSpy& spy) { return spy.constLast().constFirst().value<InsightsPtr>()->day; }
    bool quiet(const QSignalSpy& spy)
    {
        const auto n = [&] { return spy.size(); };
        qsizetype before = -1;
        return QTest::qWaitFor(
            [&] { // nothing runs, nothing new came
                QThreadPool::globalInstance()->waitForDone();
                const bool same = n() == before && n() > 0;
                before = n();
                return same;
            },
            10000);
    }

    QTemporaryDir m_dir;
    BookPtr m_book;
    Date m_day = *Date::fromCivil(2025, 11, 14);
};

void TestDerived::initTestCase()
{
    const QString path = m_dir.filePath(QStringLiteral("book.duedesk"));
    const Instant now = instantIn({}, m_day, 10 * 60);
    QVERIFY(createSampleBook(path, {}, now, QStringLiteral("ana")));
    auto store = BookStore::open(path, BookStore::Mode::ReadOnly, {QStringLiteral("ana"), now});
    QVERIFY(store);
    QVERIFY((*store)->load());
    m_book = (*store)->book();
}

void TestDerived::theLastRequestIsTheLastAnswer()
{
    Derived derived;
    QSignalSpy spy(&derived, &Derived::ready);
    for (int i = 0; i < 5; ++i)
        derived.request(m_book, m_day + i, 0);
    QVERIFY(quiet(spy));
    QCOMPARE(asked(spy), m_day + 4);
}

// The first is worked out and its answer waits in the event queue, the second waits for it: the third is newer.
void TestDerived::aRequestAfterAnAnswerNobodyTookIsStillTheLast()
{
    Derived derived;
    QSignalSpy spy(&derived, &Derived::ready);
    derived.request(m_book, m_day, 0);
    derived.request(m_book, m_day + 1, 0);
    QThreadPool::globalInstance()->waitForDone();
    derived.request(m_book, m_day + 2, 0);
    QVERIFY(quiet(spy));
    QCOMPARE(asked(spy), m_day + 2);
}

QTEST_GUILESS_MAIN(TestDerived)
#include "tst_derived.moc"
