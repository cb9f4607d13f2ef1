#include "core/base/error.h"
#include "core/base/id.h"

#include <QTest>
#include <stdexcept>
#include <type_traits>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestError : public QObject {
    Q_OBJECT
private slots:
    void saysWhereWhatAndWhatToDo();
    void noNameForgesAMessage();
    void exitCodes();
    void invariants();
    void idsOfTwoTablesDoNotMix();
};

void TestError::saysWhereWhatAndWhatToDo()
{
    Error e;
    e.file = u"inv.csv"_s;
    e.row = 7;
    e.field = u"due_date"_s;
    e.what = u"is not a date"_s;
    e.value = u"31/04"_s;
    e.remedy = u"write dates as YYYY-MM-DD"_s;
    QCOMPARE(e.message(), u"inv.csv:7:due_date: is not a date (“31/04”); write dates as YYYY-MM-DD"_s);
    Error bare;
    bare.what = u"the disk is full"_s;
    QCOMPARE(bare.message(), u"the disk is full"_s);
    const Outcome failed = fail(ErrorCode::Refused, u"no"_s, u"ask"_s, u"role"_s);
    QCOMPARE(failed.error().message(), u"role: no; ask"_s);
}

void TestError::noNameForgesAMessage()
{
    Error e;
    e.file = u"a\nerror: b.csv"_s;
    e.what = u"of \u202egnp.exe\u001b[2J is wrong"_s;
    QCOMPARE(e.message(), u"a\\u000aerror: b.csv: of \\u202egnp.exe\\u001b[2J is wrong"_s);
}

void TestError::exitCodes()
{
    const std::pair<ErrorCode, int> codes[] = {{ErrorCode::Usage, 1},       {ErrorCode::InputRejected, 2},
                                               {ErrorCode::BookMissing, 3}, {ErrorCode::BookForeign, 3},
                                               {ErrorCode::BookDamaged, 3}, {ErrorCode::StorageFailed, 3},
                                               {ErrorCode::Refused, 4},     {ErrorCode::CheckFailed, 5}};
    for (const auto& [code, exit] : codes)
        QCOMPARE(exitCode(code), exit);
}

void TestError::invariants()
{
    invariant(true, "fine");
    QVERIFY_THROWS_EXCEPTION(std::logic_error, invariant(false, "broken"));
}

void TestError::idsOfTwoTablesDoNotMix()
{
    static_assert(!std::is_convertible_v<CustomerId, DebitId>);
    static_assert(!std::is_convertible_v<std::int64_t, CustomerId>);
    QVERIFY(!CustomerId().isValid());
    QVERIFY(!CustomerId(-1).isValid());
    QVERIFY(CustomerId(1) < CustomerId(2));
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
