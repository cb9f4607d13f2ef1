#include "core/domain/reference.h"
#include "core/domain/rows.h"

#include <QTest>
#include <rapidcheck.h>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

User user(std::int64_t id, const QString& name)
{
    User u;
    u.id = UserId(id);
    u.name = name;
    return u;
}

} // namespace

class TestRows : public QObject {
    Q_OBJECT
private slots:
    void putsAndFinds();
    void aCopyDoesNotSeeLaterChanges();
    void retractedRowsAreNotFound();
    void idsOutOfRange();
    void groups();
};

void TestRows::putsAndFinds()
{
    Rows<User> rows;
    for (int i = 1; i <= 1000; ++i)
        QCOMPARE(rows.put(user(i * 5000, QString::number(i))), std::uint32_t(i - 1));
    QCOMPARE(rows.size(), 1000U);
    QCOMPARE(rows.find(UserId(2'500'000))->name, u"500"_s);
    QCOMPARE(rows.put(user(2'500'000, u"changed"_s)), 499U); // keeps its row
    QCOMPARE(rows.size(), 1000U);
    QCOMPARE(rows[499].name, u"changed"_s);
    QVERIFY(rows.find(UserId(7)) == nullptr);
}

void TestRows::aCopyDoesNotSeeLaterChanges()
{
    Rows<User> before;
    for (int i = 1; i <= 300; ++i)
        before.put(user(i, u"old"_s));
    Rows<User> after = before;
    after.put(user(1, u"new"_s));
    after.put(user(301, u"more"_s));
    QCOMPARE(before[0].name, u"old"_s);
    QCOMPARE(before.size(), 300U);
    QVERIFY(before.find(UserId(301)) == nullptr);
    QCOMPARE(after[0].name, u"new"_s);
    QCOMPARE(after.find(UserId(301))->name, u"more"_s);
    QCOMPARE(after[299].name, u"old"_s);
}

void TestRows::retractedRowsAreNotFound()
{
    Rows<User> rows;
    rows.put(user(1, u"a"_s));
    User gone = user(2, u"b"_s);
    gone.retractedBy = OperationId(9);
    rows.put(gone);
    QVERIFY(rows.find(UserId(2)) == nullptr);
    QCOMPARE(rows.rowOf(UserId(2)), 1U);
    int live = 0;
    rows.forEach([&](std::uint32_t, const User&) { ++live; });
    QCOMPARE(live, 1);
}

void TestRows::idsOutOfRange()
{
    IdIndex index;
    QVERIFY_THROWS_EXCEPTION(std::logic_error, index.set(0, 1));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, index.set(-4, 1));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, index.set(std::int64_t(1) << 32, 1));
    for (const std::int64_t id : {std::int64_t(0), std::int64_t(-1), std::int64_t(1) << 40})
        QCOMPARE(index.rowOf(id), noRow);
}

void TestRows::groups()
{
    QVERIFY(rc::check("a set per group, and copies are apart", [] {
        Groups g;
        std::map<std::uint32_t, std::set<std::uint32_t>> model;
        Groups copy;
        std::map<std::uint32_t, std::set<std::uint32_t>> copied;
        for (int n = *rc::gen::inRange(0, 60); n > 0; --n) {
            const auto group = *rc::gen::inRange(0U, 200U), row = *rc::gen::inRange(0U, 6U);
            switch (*rc::gen::inRange(0, 5)) {
            case 0:
                copy = g;
                copied = model;
                break;
            case 1:
                g.remove(group, row);
                model[group].erase(row);
                break;
            default: g.add(group, row); model[group].insert(row);
            }
        }
        const auto same = [](const Groups& a, const std::map<std::uint32_t, std::set<std::uint32_t>>& b) {
            for (std::uint32_t group = 0; group < 220; ++group) {
                const auto rows = a.of(group);
                const auto it = b.find(group);
                const auto expected = it == b.end() ? std::set<std::uint32_t>() : it->second;
                if (!std::equal(rows.begin(), rows.end(), expected.begin(), expected.end()))
                    return false;
            }
            return true;
        };
        RC_ASSERT(same(g, model));
        RC_ASSERT(same(copy, copied));
    }));
}

QTEST_GUILESS_MAIN(TestRows)
#include "tst_rows.moc"
