// What typed cells are written as: numbers, days in both systems, and which formats mean a day.
#include "core/exchange/sheets/cellvalues.h"

#include "core/exchange/datetext.h"

#include <QTest>

using namespace duedesk;

class TestCellValues : public QObject {
    Q_OBJECT
private slots:
    void numbers_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* raw, const char* text) {
            QTest::newRow(raw) << QByteArray(raw) << QByteArray(text);
        };
        row("0", "0");
        row("12", "12");
        row("-12.5", "-12.5");
        row("1.234", "1.2340"); // three digits behind the point would be a question
        row("-1234.567", "-1234.5670");
        row("1234.5678", "1234.5678");
        row("0.10000000000000001", "0.1");
        row("0.30000000000000004", "0.3");
        row("1234567.8900000001", "1234567.89");
        row("1.5E3", "1500");
        row("1.5e-7", "0.00000015");
        row("2E+20", "200000000000000000000");
        row("4500012345", "4500012345");
        row("9007199254740991", "9007199254740991"); // an id of sixteen digits that a double holds
        row("123.0", "123");
        row("5.10", "5.1");
        row("1.2340000000000001E3", "1234");
        row("-0.155", "-0.1550");
    }
    void numbers()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QByteArray, text);
        std::string out = "x,";
        QVERIFY(appendNumberText(raw.toStdString(), out));
        QCOMPARE(QByteArray::fromStdString(out), "x," + text);
    }
    void whatIsNoNumber()
    {
        for (const char* raw : {"", "-", ".", "abc", "1,5", "1 000", "INF", "NaN", "1e999", "0x10", "--1"}) {
            std::string out;
            QVERIFY2(!appendNumberText(raw, out) && out.empty(), raw);
        }
    }
    void days_data()
    {
        QTest::addColumn<double>("serial");
        QTest::addColumn<bool>("of1904");
        QTest::addColumn<int>("style");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](double serial, bool of1904, CellStyle style, const char* text) {
            QTest::addRow("%g %d %d", serial, of1904, int(style)) << serial << of1904 << int(style) << QByteArray(text);
        };
        row(45786, false, CellStyle::Day, "2025-05-09");
        row(44324, true, CellStyle::Day, "2025-05-09");
        row(1, false, CellStyle::Day, "1900-01-01");
        row(59, false, CellStyle::Day, "1900-02-28");
        row(60, false, CellStyle::Day, "1900-02-29"); // which never was
        row(61, false, CellStyle::Day, "1900-03-01");
        row(0, true, CellStyle::Day, "1904-01-01");
        row(0, false, CellStyle::Day, "1900-01-00");
        row(2958465, false, CellStyle::Day, "9999-12-31");
        row(2957003, true, CellStyle::Day, "9999-12-31");
        row(2958466, false, CellStyle::Day, "#VALUE! 2958466");
        row(20250131, false, CellStyle::Day, "#VALUE! 20250131");
        row(-1, false, CellStyle::Day, "#VALUE! -1");
        row(45786.5, false, CellStyle::Day, "2025-05-09 12:00:00");
        row(45786.99999999, false, CellStyle::Day, "2025-05-10"); // a second is what is shown
        row(0.75, false, CellStyle::TimeOfDay, "18:00:00");
        row(45786.25, false, CellStyle::TimeOfDay, "2025-05-09 06:00:00");
        row(1.125, false, CellStyle::Elapsed, "27:00:00");
    }
    void days()
    {
        QFETCH(double, serial);
        QFETCH(bool, of1904);
        QFETCH(int, style);
        std::string out;
        appendDay(serial, CellStyle(style), of1904 ? DaySystem::From1904 : DaySystem::From1900, out);
        QTEST(QByteArray::fromStdString(out), "text");
    }
    // What is no day of the calendar is not read as one either.
    void oddDaysAreRefusedByTheReader()
    {
        for (const double serial : {0.0, 60.0, 20250131.0, -5.0}) {
            std::string out;
            appendDay(serial, CellStyle::Day, DaySystem::From1900, out);
            DateReading r;
            QVERIFY2(readDate(out, DateOrder::Dmy, r) != DateFault::None, out.c_str());
        }
    }
    void formats_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("style");
        const auto row = [](const char* code, CellStyle style) {
            QTest::newRow(code) << QByteArray(code) << int(style);
        };
        row("General", CellStyle::Plain);
        row("0.00", CellStyle::Plain);
        row("#,##0.00;[Red]-#,##0.00", CellStyle::Plain);
        row("#,##0.00\\ \\d", CellStyle::Plain);
        row("0\" days\"", CellStyle::Plain);
        row("_-* #,##0.00\\ \"Mdd\"_-", CellStyle::Plain);
        row("[$-409]#,##0.00", CellStyle::Plain);
        row("0.00E+00", CellStyle::Plain);
        row("@", CellStyle::Plain);
        row("0;dd/mm/yyyy", CellStyle::Plain); // of negative numbers
        row("_d0.0", CellStyle::Plain);
        row("dd/mm/yyyy", CellStyle::Day);
        row("yyyy\\-mm\\-dd", CellStyle::Day);
        row("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", CellStyle::Day);
        row("DD.MM.YY", CellStyle::Day);
        row("mmm\\-yy", CellStyle::Day);
        row("mmmm", CellStyle::Day);
        row("[Red]d", CellStyle::Day);
        row("yyyy-mm-dd\"T\"hh:mm:ss\"Z\"", CellStyle::Day);
        row("hh:mm:ss", CellStyle::TimeOfDay);
        row("h:mm AM/PM", CellStyle::TimeOfDay);
        row("[h]:mm", CellStyle::Elapsed);
        row("[mm]:ss", CellStyle::Elapsed);
        row("General;yyyy", CellStyle::Plain);
        row("\"unclosed", CellStyle::Plain);
        row("[h", CellStyle::Elapsed);
        row("\\", CellStyle::Plain);
    }
    void formats()
    {
        QFETCH(QByteArray, code);
        QFETCH(int, style);
        QCOMPARE(int(styleOfFormat(code.toStdString())), style);
    }
    void builtInFormats()
    {
        for (const int id : {14, 15, 16, 17, 22, 27, 31, 36, 50, 58})
            QCOMPARE(styleOfBuiltIn(id), CellStyle::Day);
        for (const int id : {18, 19, 20, 21, 32, 45, 47})
            QCOMPARE(styleOfBuiltIn(id), CellStyle::TimeOfDay);
        QCOMPARE(styleOfBuiltIn(46), CellStyle::Elapsed);
        for (const int id : {0, 1, 2, 4, 9, 10, 11, 12, 13, 23, 37, 44, 48, 49, 59})
            QCOMPARE(styleOfBuiltIn(id), CellStyle::Plain);
    }
    void isoDays()
    {
        const auto day = [](const char* iso) {
            std::string out;
            appendIsoDay(iso, out);
            return out;
        };
        QCOMPARE(day("2025-01-31"), std::string("2025-01-31"));
        QCOMPARE(day("2025-01-31T00:00:00.000"), std::string("2025-01-31"));
        QCOMPARE(day("2025-01-31T00:00:00Z"), std::string("2025-01-31"));
        QCOMPARE(day("2025-01-31T08:30:00"), std::string("2025-01-31 08:30:00"));
        QCOMPARE(day("2025-01-31T08:30:00.250"), std::string("2025-01-31 08:30:00.250"));
        QCOMPARE(day(""), std::string());
    }
    void durations()
    {
        const auto time = [](const char* iso) {
            std::string out;
            appendDuration(iso, out);
            return out;
        };
        QCOMPARE(time("PT08H30M00S"), std::string("08:30:00"));
        QCOMPARE(time("PT27H00M01.6S"), std::string("27:00:02"));
        QCOMPARE(time("P1D"), std::string("P1D"));
        QCOMPARE(time("PT08H30M"), std::string("PT08H30M"));
        QCOMPARE(time(""), std::string());
    }
};

QTEST_APPLESS_MAIN(TestCellValues)
#include "tst_cellvalues.moc"
