#include "core/base/hostname.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestHostName : public QObject {
    Q_OBJECT
private slots:
    void knowsLoopback();
    void knowsNames();
};

void TestHostName::knowsLoopback()
{
    for (const QString& yes : {u"localhost"_s, u"LocalHost"_s, u"127.0.0.1"_s, u"127.9.9.9"_s, u"::1"_s})
        QVERIFY2(isLoopbackHost(yes), qPrintable(yes));
    for (const QString& no :
         {u"localhost.evil.example"_s, u"128.0.0.1"_s, u"10.0.0.1"_s, u"::2"_s, u"127.0.0.1.example"_s, u""_s})
        QVERIFY2(!isLoopbackHost(no), qPrintable(no));
}

void TestHostName::knowsNames()
{
    for (const QString& yes : {u"mail.example.com"_s, u"10.0.0.1"_s, u"fe80::1"_s, u"a-b"_s, QString(253, u'a')})
        QVERIFY2(isHostName(yes), qPrintable(yes));
    for (const QString& no : {u""_s, u"mail example"_s, u"m\u00e4il.example"_s, u"a/b"_s, u"a@b"_s, QString(254, u'a')})
        QVERIFY2(!isHostName(no), qPrintable(no));
}

QTEST_GUILESS_MAIN(TestHostName)
#include "tst_hostname.moc"
