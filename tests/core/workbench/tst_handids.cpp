// Ids in hand: used up in order, wished for at half, provisional where they run short, given back when nothing was sent.
#include "core/workbench/handids.h"

#include <QTest>

using namespace duedesk;

namespace {

std::array<IdBlock, tableCount> blocks(std::int64_t count)
{
    std::array<IdBlock, tableCount> out;
    out.fill({1, 1 + count});
    return out;
}

constexpr Table drafts = Table::Draft, mails = Table::OutboxMessage;

} // namespace

class TestHandIds : public QObject {
    Q_OBJECT
private slots:
    void wishesAtHalf();
    void runsShortWithoutWaiting();
    void askedForManyAtOnce();
    void givenBackIsGivenOutAgain();
    void anEmptyBlockMayBeWishedAgain();
};

void TestHandIds::wishesAtHalf()
{
    HandIds ids(blocks(8), 8);
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(ids.next(drafts), i);
    QVERIFY(ids.wishes().empty());
    QCOMPARE(ids.next(drafts), 4);
    const auto wishes = ids.wishes();
    QCOMPARE(wishes.size(), 1U);
    QCOMPARE(wishes.front().table, drafts);
    QCOMPARE(wishes.front().count, 8);
    QVERIFY(ids.wishes().empty()); // named once
    ids.take(drafts, {100, 108});
    QCOMPARE(ids.left(drafts), 12);
    for (int i = 5; i <= 8; ++i)
        QCOMPARE(ids.next(drafts), i);
    QCOMPARE(ids.next(drafts), 100);
}

void TestHandIds::runsShortWithoutWaiting()
{
    HandIds ids(blocks(2), 8);
    ids.begin();
    for (int i = 0; i < 2; ++i)
        ids.next(drafts);
    QVERIFY(!ids.fellShort());
    const std::int64_t a = ids.next(drafts), b = ids.next(drafts);
    QVERIFY(ids.fellShort());
    QVERIFY(a != b && a > 4'294'967'295 && b > 4'294'967'295); // no id a book could hold
    ids.giveBack();
    QVERIFY(!ids.fellShort());
    QCOMPARE(ids.left(drafts), 2);
    const auto wishes = ids.wishes(); // every table stands below half
    const auto wish = std::ranges::find(wishes, drafts, &HandIds::Wish::table);
    QVERIFY(wish != wishes.end());
    ids.take(drafts, {50, 50 + wish->count});
    ids.begin();
    for (int i = 0; i < 4; ++i)
        ids.next(drafts);
    QVERIFY(!ids.fellShort());
}

void TestHandIds::askedForManyAtOnce()
{
    HandIds ids(blocks(8), 8);
    ids.want(mails, 300);
    const auto wishes = ids.wishes();
    QCOMPARE(wishes.size(), 1U);
    QCOMPARE(wishes.front().count, 292);
    ids.take(mails, {1000, 1292});
    QCOMPARE(ids.left(mails), 300);
    QVERIFY(ids.wishes().empty());
}

void TestHandIds::givenBackIsGivenOutAgain()
{
    HandIds ids(blocks(8), 8);
    ids.begin();
    QCOMPARE(ids.next(drafts), 1);
    ids.giveBack();
    ids.begin();
    QCOMPARE(ids.next(drafts), 1);
    ids.begin(); // it was sent
    QCOMPARE(ids.next(drafts), 2);
}

void TestHandIds::anEmptyBlockMayBeWishedAgain()
{
    HandIds ids(blocks(0), 8);
    QCOMPARE(ids.wishes().size(), std::size_t(tableCount));
    ids.take(drafts, {});
    const auto again = ids.wishes();
    QCOMPARE(again.size(), 1U);
    QCOMPARE(again.front().table, drafts);
}

QTEST_GUILESS_MAIN(TestHandIds)
#include "tst_handids.moc"
