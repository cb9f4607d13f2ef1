// Words are values that become a sentence in one place, in the forms a language has.
#include "core/base/words.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// A language with three forms and another order of words.
class Other : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char* comment, int n) const override
    {
        const QLatin1StringView text(source);
        if (QLatin1StringView(context) != "duedesk::Lang"_L1)
            return {};
        if (text == "%1 of %2"_L1)
            return u"%2: %1"_s;
        if (text == "%1 days"_L1 && QLatin1StringView(comment) == "1 day"_L1)
            return n == 1 ? u"%1 den"_s : n < 5 ? u"%1 dny"_s : u"%1 dní"_s;
        return {};
    }
};

} // namespace

class TestWords : public QObject {
    Q_OBJECT
private slots:
    void aPatternTakesItsArgumentsOnce()
    {
        const Words w = Lang::words("%1 of %2", Money{125'000, *Currency::parse(u"EUR"_s)}, u"100 %1 Ltd"_s);
        QCOMPARE(say(w), u"1,250.00 EUR of 100 %1 Ltd"_s);
        QCOMPARE(w, Lang::words("%1 of %2", Money{125'000, *Currency::parse(u"EUR"_s)}, u"100 %1 Ltd"_s));
        QVERIFY(w != Lang::words("%1 of %2", Money{125'001, *Currency::parse(u"EUR"_s)}, u"100 %1 Ltd"_s));
        QVERIFY(w != Lang::words("%2 of %1", Money{125'000, *Currency::parse(u"EUR"_s)}, u"100 %1 Ltd"_s));
    }

    void aCountHasItsForms()
    {
        QCOMPARE(Lang::plural("%1 days", "1 day", 1), u"1 day"_s);
        QCOMPARE(Lang::plural("%1 days", "1 day", 0), u"0 days"_s);
        QCOMPARE(Lang::plural("%1 days", "1 day", 12345), u"12,345 days"_s);
        QCOMPARE(say(Lang::count("%1 items, %2", "1 item, %2", 1, Name{u"x"_s})), u"1 item, x"_s);
        QVERIFY(Lang::count("%1 days", "1 day", 1) != Lang::count("%1 days", "1 day", 2));
    }

    void theCatalogueRules()
    {
        const Words nested = Lang::words("%1 of %2", Lang::count("%1 days", "1 day", 3), u"x"_s);
        Other other;
        QCoreApplication::installTranslator(&other);
        const QString there = say(nested);
        const QStringList forms{Lang::plural("%1 days", "1 day", 1), Lang::plural("%1 days", "1 day", 4),
                                Lang::plural("%1 days", "1 day", 5)};
        QCoreApplication::removeTranslator(&other);
        QCOMPARE(there, u"x: 3 dny"_s);
        QCOMPARE(forms, (QStringList{u"1 den"_s, u"4 dny"_s, u"5 dní"_s}));
        QCOMPARE(say(nested), u"3 days of x"_s); // the same value, said again
    }

    void whatIsEmptyIsLeftOut()
    {
        QVERIFY(Words().isEmpty());
        QVERIFY(Words(Name{}).isEmpty());
        QCOMPARE(say(sentences({Words(Name{u"A."_s}), {}, Words(Name{u"B."_s})})), u"A. B."_s);
        QCOMPARE(say(listed({{}, Words(Name{u"a"_s}), Words(Name{u"b"_s}), Words(Name{u"c"_s})})), u"a, b, c"_s);
        QVERIFY(sentences({}).isEmpty());
    }

    void typedArgumentsReadShort()
    {
        const Date today = *Date::fromIso(u"2025-11-14"_s);
        const auto say1 = [](auto a) { return say(Lang::words("%1", a)); };
        QCOMPARE(say1(DayWord{today, today}), u"14 Nov"_s);
        QCOMPARE(say1(DayWord{today, *Date::fromIso(u"2026-01-02"_s), true}), u"Fri 14 Nov 2025"_s);
        QCOMPARE(say1(ClockWord{570}), u"09:30"_s);
        QCOMPARE(say1(DecimalWord{12500, 2}), u"1.25"_s);
        QCOMPARE(say1(Number{-1234567}), u"-1,234,567"_s);
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
