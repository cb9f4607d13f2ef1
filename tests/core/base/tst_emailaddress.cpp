#include "core/base/emailaddress.h"

#include "core/base/text.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestEmailAddress : public QObject {
    Q_OBJECT
private slots:
    void takes_data();
    void takes();
    void refuses_data();
    void refuses();
    void namesTheField();
    void findsHidden();
};

void TestEmailAddress::takes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto add = [](const char* name, const QString& text, const QString& kept) {
        QTest::newRow(name) << text << kept;
    };
    add("plain", u"ap@example.com"_s, u"ap@example.com"_s);
    add("domain folded, local kept", u"Anna.Meyer@Example.COM"_s, u"Anna.Meyer@example.com"_s);
    add("blanks around", u"  ap@example.com "_s, u"ap@example.com"_s);
    add("tags", u"ap+inv_1-2@mail.example.co.uk"_s, u"ap+inv_1-2@mail.example.co.uk"_s);
    add("odd but legal", u"o'neil!#$%&*/=?^`{|}~@example.com"_s, u"o'neil!#$%&*/=?^`{|}~@example.com"_s);
    add("one script becomes ACE", u"ap@müller.de"_s, u"ap@xn--mller-kva.de"_s);
    add("Han and kana together", u"ap@例えばアート.jp"_s, u"ap@xn--r8j3dsgwf8j898n.jp"_s);
    add("Cyrillic that is no look-alike", u"ap@пример.рф"_s, u"ap@xn--e1afmkfd.xn--p1ai"_s);
    add("ACE stays", u"ap@xn--mller-kva.de"_s, u"ap@xn--mller-kva.de"_s);
    add("64 before the @", QString(64, u'a') + u"@example.com", QString(64, u'a') + u"@example.com");
}

void TestEmailAddress::takes()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    const auto a = EmailAddress::parse(text, u"email"_s);
    QVERIFY2(a, a ? "" : qPrintable(a.error().message()));
    QCOMPARE(a->text(), kept);
    QCOMPARE(a->local() + u'@' + a->domain(), kept);
}

void TestEmailAddress::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("what");
    const auto add = [](const char* name, const QString& text, const QString& what) {
        QTest::newRow(name) << text << what;
    };
    const QString hidden = u"cannot be seen"_s, two = u"more than one"_s, alike = u"look like others"_s,
                  after = u"after the @"_s, before = u"before the @"_s;
    add("empty", u""_s, u"is empty"_s);
    add("blanks", u"   "_s, u"is empty"_s);
    add("line break and header", u"ap@example.com\r\nBcc: x@evil.example"_s, hidden);
    add("LF at the end", u"ap@example.com\n"_s, hidden);
    add("CR inside", u"ap\r@example.com"_s, hidden);
    add("NUL", u"ap@example.com"_s + QChar(0), hidden);
    add("tab", u"ap\t@example.com"_s, hidden);
    add("C1 next line", u"ap@exa\u0085mple.com"_s, hidden);
    add("line separator", u"ap@exa\u2028mple.com"_s, hidden);
    add("bidi override", u"ap@\u202emoc.example.com"_s, hidden);
    add("byte order mark", u"\ufeffap@example.com"_s, hidden);
    add("half a pair", u"ap@ex"_s + QChar(0xd800) + u".com", hidden);
    add("comma", u"a@example.com,b@example.com"_s, two);
    add("semicolon", u"a@example.com;b@example.com"_s, two);
    add("blank between", u"a@example.com b@example.com"_s, two);
    add("two at", u"a@b@example.com"_s, two);
    add("comma and no second at", u"a,b@example.com"_s, two);
    add("name beside it", u"Anna <a@example.com>"_s, u"without a name"_s);
    add("quotes", u"\"a b\"@example.com"_s, u"without a name"_s);
    add("comment", u"a(x)@example.com"_s, u"without a name"_s);
    add("blank", u"a b@example.com"_s, u"holds a blank"_s);
    add("no-break space", u"a\u00a0b@example.com"_s, u"holds a blank"_s);
    add("no at", u"example.com"_s, u"has no @"_s);
    add("nothing before", u"@example.com"_s, before);
    add("dot first", u".a@example.com"_s, before);
    add("dot last", u"a.@example.com"_s, before);
    add("two dots", u"a..b@example.com"_s, before);
    add("letters before", u"mül@example.com"_s, before);
    add("backslash", u"a\\b@example.com"_s, before);
    add("65 before", QString(65, u'a') + u"@example.com", before);
    add("nothing after", u"a@"_s, after);
    add("one label", u"a@localhost"_s, after);
    add("dot at the end", u"a@example.com."_s, after);
    add("empty label", u"a@example..com"_s, after);
    add("hyphen first", u"a@-example.com"_s, after);
    add("hyphen last", u"a@example-.com"_s, after);
    add("underscore", u"a@exa_mple.com"_s, after);
    add("number", u"a@192.0.2.1"_s, after);
    add("literal", u"a@[192.0.2.1]"_s, after);
    add("short top", u"a@example.c"_s, after);
    add("label of 64", u"a@"_s + QString(64, u'b') + u".com", after);
    add("not punycode", u"a@xn--zzzzzz--9.com"_s, after);
    add("over 254", u"a@"_s + QString(u"bcdefghij."_s).repeated(26) + u"com", u"254"_s);
    add("Cyrillic a in Latin", u"ap@ex\u0430mple.com"_s, alike);
    add("Greek o in Latin", u"ap@g\u03bf\u03bfgle.com"_s, alike);
    add("the same as ACE", u"ap@xn--exmple-4nf.com"_s, alike);
    add("all look-alikes", u"ap@\u0430\u0440\u0440\u04cf\u0435.com"_s, alike);
    add("all look-alikes as ACE", u"ap@xn--80ak6aa92e.com"_s, alike);
    add("full width", u"ap@\uff45xample.com"_s, alike);
    add("full-width dot", u"ap@example\uff0ecom"_s, alike);
    add("ligature", u"ap@o\ufb03ce.com"_s, alike);
}

void TestEmailAddress::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, what);
    const auto a = EmailAddress::parse(text, u"email"_s);
    QVERIFY2(!a, a ? qPrintable(a->text()) : "");
    QVERIFY2(a.error().message().contains(what), qPrintable(a.error().message()));
    QVERIFY(!a.error().remedy.isEmpty());
    QVERIFY(firstHidden(a.error().message()) < 0);
}

void TestEmailAddress::namesTheField()
{
    const auto a = EmailAddress::parse(u"nobody"_s, u"reply to"_s);
    QCOMPARE(a.error().message(), u"reply to: has no @ (“nobody”); write it like name@company.com"_s);
    QCOMPARE(a.error().code, ErrorCode::InputRejected);
}

void TestEmailAddress::findsHidden()
{
    QCOMPARE(firstHidden(u"Grüße 日本 🎉 \u200d שלום"_s), -1);
    QCOMPARE(firstHidden(u"ab\ncd"_s), 2);
    QCOMPARE(firstHidden(u"🎉\u2066"_s), 2);
    QCOMPARE(firstHidden(u"a"_s + QChar(0xdc00)), 1);
}

QTEST_APPLESS_MAIN(TestEmailAddress)
#include "tst_emailaddress.moc"
