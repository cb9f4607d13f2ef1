// Phone numbers as people write them.
#include "core/base/phonenumber.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPhoneNumber : public QObject {
    Q_OBJECT
private slots:
    void taken_data();
    void taken();
    void refused_data();
    void refused();
    void digits_data();
    void digits();
};

void TestPhoneNumber::taken_data()
{
    QTest::addColumn<QString>("text");
    for (const char* t : {"+49 30 1234567", "(030) 123-45", "030/123456", "1.555.010.0100", "112", "+1 555 0100 x12",
                          "+1 555 0100 ext. 12", "030 12 #7", ""})
        QTest::newRow(t) << QString::fromLatin1(t);
}

void TestPhoneNumber::taken()
{
    QFETCH(QString, text);
    const auto r = checkedPhone(u"  "_s + text + u' ', u"phone"_s);
    QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
    QCOMPARE(*r, text);
}

void TestPhoneNumber::refused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("what");
    const QString two = u"is more than one number"_s, none = u"is not a phone number"_s;
    const QString hidden = u"holds a line break or another character that cannot be seen"_s;
    QTest::newRow("semicolon") << u"+49 30 1; +49 30 2"_s << two;
    QTest::newRow("comma") << u"030 123, 030 456"_s << two;
    QTest::newRow("plus inside") << u"030 123 +49 30 456"_s << two;
    QTest::newRow("slash between") << u"030 123 / 030 456"_s << two;
    QTest::newRow("line break") << u"030 123\r\n030 456"_s << hidden;
    QTest::newRow("bidi") << u"030 \u202e123"_s << hidden;
    QTest::newRow("letters") << u"ask Ann"_s << none;
    QTest::newRow("other digits") << u"\u0663\u0664\u0665"_s << none;
    QTest::newRow("short") << u"12"_s << u"has 2 digits"_s;
    QTest::newRow("long") << QString(21, u'1') << u"has 21 digits"_s;
}

void TestPhoneNumber::refused()
{
    QFETCH(QString, text);
    QFETCH(QString, what);
    const auto r = checkedPhone(text, u"phone"_s);
    QVERIFY(!r);
    QCOMPARE(say(r.error().what), what);
    QCOMPARE(r.error().field, u"phone"_s);
    QVERIFY(!r.error().remedy.isEmpty());
}

void TestPhoneNumber::digits_data()
{
    QTest::addColumn<QString>("digits");
    QTest::newRow("+49 (0)30 1-2 x5") << u"493012"_s;
    QTest::newRow("0049 30 12") << u"493012"_s;
    QTest::newRow("+493012") << u"493012"_s;
    QTest::newRow("(030) 12") << u"03012"_s; // without its country it is another number
    QTest::newRow("none") << QString();
}

void TestPhoneNumber::digits()
{
    QFETCH(QString, digits);
    QCOMPARE(phoneDigits(QString::fromLatin1(QTest::currentDataTag())), digits);
}

QTEST_GUILESS_MAIN(TestPhoneNumber)
#include "tst_phonenumber.moc"
