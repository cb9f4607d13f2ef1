#include "ui/models/format.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestFormat : public QObject {
    Q_OBJECT
    Currency usd = *Currency::parse(u"USD"_s), jpy = *Currency::parse(u"JPY"_s), kwd = *Currency::parse(u"KWD"_s);
    Date on(const char* iso) const { return *Date::fromIso(std::string_view(iso)); }
private slots:
    void amountsHaveTheirCurrencysDigits()
    {
        QCOMPARE(amountText(4821000, usd), u"48,210.00"_s);
        QCOMPARE(amountText(-5, usd), u"\u22120.05"_s);
        const std::int64_t beyond = narrow(Int128(1) << 80);
        for (const QString& text : {amountText(beyond, usd), wholeText(-beyond, usd), shortText(beyond, usd)})
            QCOMPARE(text, u"does not fit"_s);
        QCOMPARE(amountText(1234567, jpy), u"1,234,567"_s);
        QCOMPARE(amountText(1234567, kwd), u"1,234.567"_s);
        QCOMPARE(amountText(100000000, usd), u"1,000,000.00"_s);
        QCOMPARE(amountText(-maxFigure, jpy), u"\u22124,000,000,000,000,000,000"_s);
        QCOMPARE(amountText(INT64_MIN, jpy), u"does not fit"_s);
        QCOMPARE(amountWithUnit(99999, usd), u"999.99 USD"_s);
    }
    void wholeAmountsRoundHalfToEven()
    {
        QCOMPARE(wholeText(250, usd), u"2"_s);
        QCOMPARE(wholeText(350, usd), u"4"_s);
        QCOMPARE(wholeText(2989020, usd), u"29,890"_s);
    }
    void shortAmounts()
    {
        QCOMPARE(shortText(949900, usd), u"9,499"_s);
        QCOMPARE(shortText(999999, usd), u"10 k"_s);
        QCOMPARE(shortText(4821000, usd), u"48 k"_s);
        QCOMPARE(shortText(128430020, usd), u"1.3 M"_s);
        QCOMPARE(shortText(-128430020, usd), u"\u22121.3 M"_s);
    }
    void factors()
    {
        QCOMPARE(factorText(16600), u"1.66"_s);
        QCOMPARE(factorText(12500), u"1.25"_s);
        QCOMPARE(factorText(15625), u"1.5625"_s);
        QCOMPARE(factorText(10000), u"1.00"_s);
        QCOMPARE(factorText(6213), u"0.6213"_s);
    }
    void daysAndTimes()
    {
        QCOMPARE(dateText(on("2025-11-14")), u"14 Nov 2025"_s);
        QCOMPARE(weekdayText(on("2025-11-14")), u"Fri 14 Nov"_s);
        QCOMPARE(dateText(Date()), QString());
        QCOMPARE(minuteText(9 * 60 + 5), u"09:05"_s);
        QCOMPARE(minuteText(-1), QString());
        QCOMPARE(daysText(116), u"116 d"_s);
        QCOMPARE(agoText(0, 60'000), u"just now"_s);
        QCOMPARE(agoText(0, 7'200'000), u"2 h ago"_s);
        QCOMPARE(agoText(86'400'000, 30LL * 86'400'000), u"2 Jan 1970"_s);
    }
    void readsWhatPeopleType()
    {
        QCOMPARE(readAmount(u"1,250.50"_s, usd), std::optional<std::int64_t>(125050));
        QCOMPARE(readAmount(u" 1250 USD"_s, usd), std::optional<std::int64_t>(125000));
        QCOMPARE(readAmount(u"12.345"_s, usd), std::nullopt);
        QCOMPARE(readAmount(u"abc"_s, usd), std::nullopt);
        const Date today = on("2025-11-14");
        QCOMPARE(readDate(u"2025-12-02"_s, today), on("2025-12-02"));
        QCOMPARE(readDate(u"2 Dec 2025"_s, today), on("2025-12-02"));
        QCOMPARE(readDate(u"2 dec"_s, today), on("2025-12-02"));
        QCOMPARE(readDate(u"2 jan"_s, today), on("2026-01-02"));
        QVERIFY(!readDate(u"soon"_s, today).isValid());
    }
    void whatIsShownCanBeReadBack()
    {
        for (const std::int64_t minor : {std::int64_t(0), std::int64_t(5), std::int64_t(123456789), std::int64_t(-700)})
            QCOMPARE(readAmount(amountText(minor, usd), usd), std::optional(minor));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
