#include "core/base/date.h"

#include <QDate>
#include <QTest>
#include <rapidcheck.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QDate qt(Date d) { return QDate(1970, 1, 1).addDays(d.days()); }
Date ours(QDate d) { return Date(std::int32_t(QDate(1970, 1, 1).daysTo(d))); }

} // namespace

class TestDate : public QObject {
    Q_OBJECT
private slots:
    void everyDayOfTheReferenceCalendar();
    void refusesWhatIsNoDay_data();
    void refusesWhatIsNoDay();
    void noDate();
    void monthsClampToTheirEnd();
    void monthsAgreeWithTheReference();
};

void TestDate::everyDayOfTheReferenceCalendar()
{
    for (QDate q(1900, 1, 1); q <= QDate(2999, 12, 31); q = q.addDays(q.year() > 1960 && q.year() < 2060 ? 1 : 17)) {
        const Date d = ours(q);
        if (d.year() != q.year() || d.month() != q.month() || d.day() != q.day() || d.weekday() != q.dayOfWeek()
            || Date::fromCivil(q.year(), q.month(), q.day()) != d || d.toIso() != q.toString(Qt::ISODate)
            || Date::fromIso(d.toIso()) != d || d.endOfMonth().day() != q.daysInMonth() || d.firstOfMonth().day() != 1
            || d.firstOfMonth().month() != q.month() || d.endOfMonth().month() != q.month())
            QFAIL(qPrintable(q.toString(Qt::ISODate)));
    }
}

void TestDate::refusesWhatIsNoDay_data()
{
    QTest::addColumn<QString>("text");
    for (const char* t :
         {"", "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1-01", "24-01-01",
          "2024/01/01", "2024-01-01 ", "1899-12-31", "3000-01-01", "abcd-ef-gh", "2024-01-011"})
        QTest::newRow(t) << QString::fromLatin1(t);
}

void TestDate::refusesWhatIsNoDay()
{
    QFETCH(QString, text);
    QVERIFY(!Date::fromIso(text));
}

void TestDate::noDate()
{
    QVERIFY(!Date().isValid());
    QCOMPARE(Date().toIso(), QString());
    QVERIFY(Date() < *Date::fromCivil(1900, 1, 1));
    QVERIFY(Date() == Date());
}

void TestDate::monthsClampToTheirEnd()
{
    const auto iso = [](const char* t) { return *Date::fromIso(std::string_view(t)); };
    QCOMPARE(iso("2024-01-31").addMonths(1).toIso(), u"2024-02-29"_s);
    QCOMPARE(iso("2023-01-31").addMonths(1).toIso(), u"2023-02-28"_s);
    QCOMPARE(iso("2024-03-31").addMonths(-1).toIso(), u"2024-02-29"_s);
    QCOMPARE(iso("2024-01-15").addMonths(-13).toIso(), u"2022-12-15"_s);
    QCOMPARE(iso("2024-12-31").addMonths(2).toIso(), u"2025-02-28"_s);
    QCOMPARE(iso("2024-03-01") - iso("2024-02-01"), 29);
    QCOMPARE((iso("2024-02-28") + 1).toIso(), u"2024-02-29"_s);
}

void TestDate::monthsAgreeWithTheReference()
{
    QVERIFY(rc::check("addMonths", [] {
        const Date d(*rc::gen::inRange(-20'000, 60'000));
        const int n = *rc::gen::inRange(-400, 400);
        RC_ASSERT(qt(d.addMonths(n)) == qt(d).addMonths(n));
    }));
}

QTEST_GUILESS_MAIN(TestDate)
#include "tst_date.moc"
