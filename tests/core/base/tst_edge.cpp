#include "core/base/edge.h"

#include <QTest>
#include <new>
#include <stdexcept>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestEdge : public QObject {
    Q_OBJECT
private slots:
    void valuesAndResultsPass();
    void whatIsThrownBecomesAnError();
};

void TestEdge::valuesAndResultsPass()
{
    const Result<int> value = atEdge(u"counting", [] { return 7; });
    QCOMPARE(value.value(), 7);
    const Result<int> own = atEdge(u"counting", []() -> Result<int> { return refuse(u"n"_s, u"is odd"_s); });
    QCOMPARE(own.error().message(), u"n: is odd"_s);
    const Outcome nothing = atEdge(u"counting", [] {});
    QVERIFY(nothing);
}

void TestEdge::whatIsThrownBecomesAnError()
{
    const Outcome logic = atEdge(u"the list was ranked", [] { invariant(false, "an amount exceeds 64 bits"); });
    QCOMPARE(logic.error().code, ErrorCode::Defect);
    QCOMPARE(exitCode(logic.error().code), 3);
    QVERIFY(say(logic.error().what).contains(u"the list was ranked: an amount exceeds 64 bits"_s));
    QVERIFY(!logic.error().remedy.isEmpty());
    const Outcome memory = atEdge(u"a file was read", [] { throw std::bad_alloc(); });
    QCOMPARE(memory.error().code, ErrorCode::StorageFailed);
    const Outcome ready = atEdge(u"saving", [] { throw Failure{refuse(u"f"_s, u"no"_s).error()}; });
    QCOMPARE(ready.error().message(), u"f: no"_s);
    const Outcome odd = atEdge(u"saving", [] { throw 3; });
    QCOMPARE(odd.error().code, ErrorCode::Defect);
}

QTEST_APPLESS_MAIN(TestEdge)
#include "tst_edge.moc"
