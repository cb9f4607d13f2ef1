#include "core/base/currency.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCurrency : public QObject {
    Q_OBJECT
private slots:
    void codesAndDigits();
    void onlyListedUpperCaseCodes();
    void tableIsInOrder();
};

void TestCurrency::codesAndDigits()
{
    const std::pair<const char*, int> known[] = {{"USD", 2}, {"EUR", 2}, {"JPY", 0}, {"KWD", 3}, {"BHD", 3},
                                                 {"CLF", 4}, {"XOF", 0}, {"TND", 3}, {"HUF", 2}, {"ISK", 0}};
    for (const auto& [code, digits] : known) {
        const auto c = Currency::parse(std::string_view(code));
        QVERIFY2(c.has_value(), code);
        QCOMPARE(c->exponent(), digits);
        QCOMPARE(c->toString(), QString::fromLatin1(code));
        QVERIFY(Currency::fromIndex(c->index()) == *c);
    }
    QCOMPARE(Currency().exponent(), 2);
    QCOMPARE(Currency().toString(), QString());
    QVERIFY(!Currency().isValid());
}

void TestCurrency::onlyListedUpperCaseCodes()
{
    for (const QString& code : {u""_s, u"usd"_s, u"US"_s, u"USDX"_s, u"ZZZ"_s, u" USD"_s, u"ÜSD"_s, u"000"_s})
        QVERIFY2(!Currency::parse(code), qPrintable(code));
    QVERIFY(!Currency::fromIndex(0xffff).isValid());
}

void TestCurrency::tableIsInOrder()
{
    Currency last;
    int n = 0;
    for (std::uint16_t i = 1; Currency::fromIndex(i).isValid(); ++i, ++n) {
        const Currency c = Currency::fromIndex(i);
        QVERIFY(last < c);
        QVERIFY(last.code() < c.code());
        QVERIFY(Currency::parse(c.code()) == c);
        last = c;
    }
    QVERIFY(n > 150);
}

QTEST_GUILESS_MAIN(TestCurrency)
#include "tst_currency.moc"
