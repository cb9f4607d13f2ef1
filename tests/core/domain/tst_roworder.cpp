#include "core/domain/roworder.h"

#include <QTest>
#include <algorithm>
#include <limits>
#include <numeric>
#include <rapidcheck.h>
#include <stdexcept>

using namespace duedesk;

namespace {

template <class Key> std::vector<std::uint32_t> slowly(const std::vector<Key>& keys, bool descending)
{
    std::vector<std::uint32_t> out(keys.size());
    std::iota(out.begin(), out.end(), 0U);
    std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
        return descending ? keys[a] > keys[b] : keys[a] < keys[b];
    });
    return out;
}

} // namespace

class TestRowOrder : public QObject {
    Q_OBJECT
private slots:
    void equalRowsKeepTheirOrder();
    void extremes();
    void byKey();
    void byRank();
    void wrongSizesAreOurDefect();
};

void TestRowOrder::equalRowsKeepTheirOrder()
{
    std::vector<std::uint32_t> rows{50, 40, 30, 20, 10};
    const std::vector<std::int64_t> keys{2, 1, 2, 1, 2};
    sortByKey(rows, keys);
    QCOMPARE(rows, (std::vector<std::uint32_t>{40, 20, 50, 30, 10}));
    rows = {50, 40, 30, 20, 10};
    sortByKey(rows, keys, true);
    QCOMPARE(rows, (std::vector<std::uint32_t>{50, 30, 10, 40, 20}));
    rows = {50, 40, 30};
    const std::vector<std::uint32_t> ranks{1, 0, 1};
    sortByRank(rows, ranks, 2, true);
    QCOMPARE(rows, (std::vector<std::uint32_t>{50, 30, 40}));
}

void TestRowOrder::extremes()
{
    using Limits = std::numeric_limits<std::int64_t>;
    const std::vector<std::int64_t> keys{Limits::max(), 0, Limits::min(), -1, Limits::max()};
    QCOMPARE(orderByKey(keys), (std::vector<std::uint32_t>{2, 3, 1, 0, 4}));
    QCOMPARE(orderByKey(keys, true), (std::vector<std::uint32_t>{0, 4, 1, 3, 2}));
    QVERIFY(orderByKey({}).empty());
    QVERIFY(orderByRank({}, 0).empty());
}

void TestRowOrder::byKey()
{
    QVERIFY(rc::check("like a stable sort by comparing", [](const std::vector<std::int64_t>& keys, bool descending) {
        RC_ASSERT(orderByKey(keys, descending) == slowly(keys, descending));
    }));
}

void TestRowOrder::byRank()
{
    QVERIFY(rc::check("like a stable sort by comparing", [](bool descending) {
        const auto ranks = *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(0U, 9U));
        RC_ASSERT(orderByRank(ranks, 9, descending) == slowly(ranks, descending));
    }));
}

void TestRowOrder::wrongSizesAreOurDefect()
{
    std::vector<std::uint32_t> rows{1, 2};
    const std::vector<std::int64_t> one{1};
    const std::vector<std::uint32_t> beyond{0, 7};
    QVERIFY_THROWS_EXCEPTION(std::logic_error, sortByKey(rows, one));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, sortByRank(rows, beyond, 7));
}

QTEST_GUILESS_MAIN(TestRowOrder)
#include "tst_roworder.moc"
