// Words for "later", read on Fri 14 Nov 2025 at 10:00; Wed 19 Nov is a holiday.
#include "core/command/command.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestLater : public QObject {
    Q_OBJECT
private slots:
    void understood_data();
    void understood();
    void notUnderstood_data();
    void notUnderstood();
};

namespace {

std::optional<LaterTime> later(const QString& words)
{
    const BusinessCalendar calendar({*Date::fromIso(u"2025-11-19"_s)});
    return parseLater(words, *Date::fromIso(u"2025-11-14"_s), 600, calendar);
}

} // namespace

void TestLater::understood_data()
{
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* words, const char* expected) {
        QTest::newRow(words) << QString::fromLatin1(expected);
    };
    row("today 14:30", "2025-11-14 870");
    row("tomorrow", "2025-11-15 -1");
    row("Tomorrow 9", "2025-11-15 540");
    row("tomorrow morning", "2025-11-15 540");
    row("14:30", "2025-11-14 870");
    row("9:30", "2025-11-15 570");  // over for today
    row("10:00", "2025-11-15 600"); // now is not later
    row("2pm", "2025-11-14 840");
    row("12am", "2025-11-15 0");
    row("16h", "2025-11-14 960");
    row("afternoon", "2025-11-14 780");
    row("mon", "2025-11-17 -1");
    row("Monday", "2025-11-17 -1");
    row("fri", "2025-11-21 -1"); // not today
    row("fri 10", "2025-11-21 600"); // no Friday the 10th within a month: at ten
    row("fri 28", "2025-11-28 -1"); // a Friday
    row("tue 25", "2025-11-25 -1");
    row("mon 10:15", "2025-11-17 615");
    row("mon at 9", "2025-11-17 540");
    row("fri 28 14:00", "2025-11-28 840");
    row("+1bd", "2025-11-17 -1");
    row("+3bd", "2025-11-20 -1"); // over the holiday
    row("3bd", "2025-11-20 -1");
    row("+2d", "2025-11-16 -1");
    row("+1w", "2025-11-21 -1");
    row("+1m", "2025-12-14 -1");
    row("+3bd 9:30", "2025-11-20 570");
    row("next week", "2025-11-17 -1");
    row("next month", "2025-12-01 -1");
    row("2 dec", "2025-12-02 -1");
    row("dec 2", "2025-12-02 -1");
    row("2 December 2026", "2026-12-02 -1");
    row("2 dec 15:00", "2025-12-02 900");
    row("14 nov", "2025-11-14 -1");
    row("13 nov", "2026-11-13 -1"); // gone this year
    row("29 feb", "2028-02-29 -1");
    row("2025-12-02", "2025-12-02 -1");
    row("2025-12-02 8:05", "2025-12-02 485");
    row("  fri   14:00 ", "2025-11-21 840");
}

void TestLater::understood()
{
    QFETCH(QString, expected);
    const auto t = later(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(t);
    QCOMPARE(QString(t->day.toIso() + u' ' + QString::number(t->minute)), expected);
}

void TestLater::notUnderstood_data()
{
    QTest::addColumn<bool>("none");
    for (const char* words :
         {" ",    "soon", "fr",  "fri 32",      "fri 25",    "25:00",         "9:75",       "13pm", "0am",  "31 feb",
          "2/12", "+bd",  "+3x", "tomorrow 25", "fri 10 11", "2 dec 15:00 x", "2025-02-30", "-3bd", "1234", "9"})
        QTest::newRow(words) << true;
}

void TestLater::notUnderstood()
{
    QVERIFY(!later(QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(!later(QString()));
}

QTEST_GUILESS_MAIN(TestLater)
#include "tst_later.moc"
