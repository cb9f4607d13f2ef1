// Dates as text: every notation, the order of the column, and what is refused.
#include "core/exchange/datetext.h"

#include <QTest>

using namespace duedesk;

class TestDateText : public QObject {
    Q_OBJECT
private slots:
    void dates_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<int>("order");
        QTest::addColumn<QByteArray>("iso"); // or the fault's number
        const auto row = [](const char* cell, DateOrder o, const QByteArray& iso) {
            QTest::addRow("%s %d", cell, int(o)) << QByteArray(cell) << int(o) << iso;
        };
        const auto any = [&](const char* cell, const QByteArray& iso) {
            for (const DateOrder o : {DateOrder::Undecided, DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd})
                row(cell, o, iso);
        };
        const auto fault = [](DateFault f) { return QByteArray::number(int(f)); };
        using enum DateOrder;
        any("2025-11-14", "2025-11-14"), any("2025/11/14", "2025-11-14"), any("2025.11.14", "2025-11-14"),
            any("2025-1-4", "2025-01-04");
        any("20251114", "2025-11-14"), any("14 Nov 2025", "2025-11-14"), any("14-NOV-2025", "2025-11-14"),
            any("14-Nov-25", "2025-11-14");
        any("Nov 14, 2025", "2025-11-14"), any("14. November 2025", "2025-11-14"),
            any("1 M\xc3\xa4rz 2025", "2025-03-01"), any("31 Dez 2025", "2025-12-31");
        any("15 ao\xc3\xbbt 2025", "2025-08-15"), any("2025-Nov-14", "2025-11-14"),
            any("2025-11-14T00:00:00", "2025-11-14"), any("2025-11-14 00:00", "2025-11-14");
        any("2025-11-14 00:00:00.000", "2025-11-14"), any("2025-11-14T00:00:00Z", "2025-11-14"),
            any("2024-02-29", "2024-02-29"), any(" 2025-11-14 ", "2025-11-14");
        row("03/04/2026", Dmy, "2026-04-03"), row("03/04/2026", Mdy, "2026-03-04"), row("3.4.2026", Dmy, "2026-04-03"),
            row("3-4-2026", Mdy, "2026-03-04");
        row("31.12.2025", Dmy, "2025-12-31"), row("12/31/2025", Mdy, "2025-12-31"), row("31/12/69", Dmy, "2069-12-31"),
            row("31/12/70", Dmy, "1970-12-31");
        row("1/2/25", Mdy, "2025-01-02"), row("25/03/14", Ymd, "2025-03-14"),
            row("12/31/2025 12:00:00 AM", Mdy, "2025-12-31"), row("1/2/2025 0:00", Dmy, "2025-02-01");
        row("31/04/2026", Dmy, fault(DateFault::NotInCalendar)),
            row("29.02.2025", Dmy, fault(DateFault::NotInCalendar)),
            row("13/13/2025", Dmy, fault(DateFault::NotInCalendar));
        row("13/01/2025", Mdy, fault(DateFault::NotInCalendar)),
            row("01/13/2025", Dmy, fault(DateFault::NotInCalendar)),
            row("0/1/2025", Dmy, fault(DateFault::NotInCalendar));
        row("03/04/2026", Ymd, fault(DateFault::NotInCalendar));
        any("2025-02-30", fault(DateFault::NotInCalendar)), any("2025-13-01", fault(DateFault::NotInCalendar)),
            any("20250230", fault(DateFault::NotInCalendar));
        any("", fault(DateFault::Empty)), any("  ", fault(DateFault::Empty)), any("today", fault(DateFault::NotADate)),
            any("2025-11", fault(DateFault::NotADate));
        any("14/Foo/2025", fault(DateFault::NotADate)), any("2025-11-14-1", fault(DateFault::NotADate)),
            any("2025-11-14x", fault(DateFault::NotADate));
        any("45000", fault(DateFault::SerialNumber)), any("60", fault(DateFault::NotADate)),
            any("45000.5", fault(DateFault::NotADate)), any("1899-12-31", fault(DateFault::OutOfRange));
        any("3000-01-01", fault(DateFault::OutOfRange)), any("2025-11-14T13:45:00", "2025-11-14"),
            any("2025-11-14 23:59", "2025-11-14");
        any("1/2", fault(DateFault::NotADate)), any("1/2/3/4", fault(DateFault::NotADate)),
            any("1.2/2025", fault(DateFault::NotADate)), any("--", fault(DateFault::NotADate));
        any("\xef\xbc\x92\xef\xbc\x90\xef\xbc\x92\xef\xbc\x95-01-01", fault(DateFault::NotADate)),
            any("001/002/2025", fault(DateFault::NotADate));
    }
    void dates()
    {
        QFETCH(QByteArray, cell);
        QFETCH(int, order);
        QFETCH(QByteArray, iso);
        DateReading r;
        const DateFault f = readDate(std::string_view(cell.constData(), std::size_t(cell.size())), DateOrder(order), r);
        QCOMPARE(f == DateFault::None ? r.date.toIso().toUtf8() : QByteArray::number(int(f)), iso);
    }
    void evidence_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<int>("evidence");
        using E = DateEvidence;
        const auto row = [](const char* cell, E e) { QTest::newRow(cell) << QByteArray(cell) << int(e); };
        row("", E::Empty), row("2025-01-02", E::Fixed), row("20250102", E::Fixed), row("2 Jan 2025", E::Fixed),
            row("2025/1/2", E::Fixed);
        row("03/04/2026", E::Either), row("3/4/26", E::Either), row("03/03/2026", E::Same), row("13/04/2026", E::Dmy),
            row("04/13/2026", E::Mdy);
        row("31/04/2026", E::Bad), row("29/02/2025", E::Bad), row("x", E::Bad), row("31/12/2025", E::Dmy),
            row("12.31.2025", E::Mdy);
    }
    void evidence()
    {
        QFETCH(QByteArray, cell);
        QFETCH(int, evidence);
        QCOMPARE(int(dateEvidence(std::string_view(cell.constData(), std::size_t(cell.size())))), evidence);
    }
    void twoDigitYearsAreSaid()
    {
        DateReading r;
        QVERIFY(readDate("1/2/25", DateOrder::Dmy, r) == DateFault::None && r.twoDigitYear);
        QVERIFY(readDate("1/2/2025", DateOrder::Dmy, r) == DateFault::None && !r.twoDigitYear);
    }
    void everyDayInEveryNotation()
    {
        for (Date d = *Date::fromCivil(1999, 12, 1); d < *Date::fromCivil(2004, 4, 1); d = d + 1) {
            const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
            const std::string y = std::to_string(d.year()), m = two(d.month()), t = two(d.day());
            const auto check = [&](const std::string& cell, DateOrder o) {
                DateReading r;
                QVERIFY2(readDate(cell, o, r) == DateFault::None && r.date == d, cell.c_str());
            };
            check(d.isoString(), DateOrder::Undecided);
            check(y + m + t, DateOrder::Undecided);
            check(t + '.' + m + '.' + y, DateOrder::Dmy);
            check(std::to_string(d.month()) + '/' + std::to_string(d.day()) + '/' + y, DateOrder::Mdy);
            check(t + '-' + m + '-' + y.substr(2), DateOrder::Dmy);
        }
    }
};

QTEST_APPLESS_MAIN(TestDateText)
#include "tst_datetext.moc"
