#include "core/base/calendar.h"

#include <QTest>
#include <rapidcheck.h>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Date iso(const char* t) { return *Date::fromIso(std::string_view(t)); }

} // namespace

class TestCalendar : public QObject {
    Q_OBJECT
private slots:
    void weekends();
    void holidays();
    void otherWorkweeks();
    void between();
    void agreesWithCounting();
};

void TestCalendar::weekends()
{
    const BusinessCalendar c;
    QVERIFY(c.isBusinessDay(iso("2024-06-28")));  // Friday
    QVERIFY(!c.isBusinessDay(iso("2024-06-29")));
    QVERIFY(!c.isBusinessDay(iso("2024-06-30")));
    QCOMPARE(c.addBusinessDays(iso("2024-06-28"), 1).toIso(), u"2024-07-01"_s);
    QCOMPARE(c.addBusinessDays(iso("2024-06-29"), 0).toIso(), u"2024-06-29"_s); // a Saturday stays one
    QCOMPARE(c.addBusinessDays(iso("2024-06-29"), 1).toIso(), u"2024-07-01"_s);
    QCOMPARE(c.addBusinessDays(iso("2024-06-24"), 10).toIso(), u"2024-07-08"_s);
}

void TestCalendar::holidays()
{
    const BusinessCalendar c({iso("2024-12-26"), iso("2024-12-25"), iso("2025-01-01")}); // in any order
    QCOMPARE(c.addBusinessDays(iso("2024-12-24"), 1).toIso(), u"2024-12-27"_s);
    QCOMPARE(c.addBusinessDays(iso("2024-12-24"), 4).toIso(), u"2025-01-02"_s);
}

void TestCalendar::otherWorkweeks()
{
    const BusinessCalendar sundayToThursday({}, 0b1001111);
    QVERIFY(sundayToThursday.isBusinessDay(iso("2024-06-30")));
    QCOMPARE(sundayToThursday.addBusinessDays(iso("2024-06-27"), 1).toIso(), u"2024-06-30"_s);
    const BusinessCalendar never({}, 0); // would never end: the usual week instead
    QCOMPARE(never.addBusinessDays(iso("2024-06-28"), 1).toIso(), u"2024-07-01"_s);
}

void TestCalendar::between()
{
    const BusinessCalendar c;
    QCOMPARE(c.businessDaysBetween(iso("2024-06-28"), iso("2024-07-05")), 5);
    QCOMPARE(c.businessDaysBetween(iso("2024-06-28"), iso("2024-06-28")), 0);
    QCOMPARE(c.businessDaysBetween(iso("2024-06-28"), iso("2024-06-30")), 0);
    QCOMPARE(c.businessDaysBetween(iso("2024-07-05"), iso("2024-06-28")), -5);
}

void TestCalendar::agreesWithCounting()
{
    QVERIFY(rc::check("addBusinessDays lands on the n-th business day", [] {
        std::vector<Date> off;
        for (const int d : *rc::gen::container<std::set<int>>(rc::gen::inRange(19'000, 19'100)))
            off.push_back(Date(d));
        const BusinessCalendar c(off, *rc::gen::inRange(1U, 128U));
        const Date from(*rc::gen::inRange(18'990, 19'110));
        const int n = *rc::gen::inRange(1, 30);
        const Date to = c.addBusinessDays(from, n);
        RC_ASSERT(c.isBusinessDay(to));
        RC_ASSERT(c.businessDaysBetween(from, to) == n);
    }));
}

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
