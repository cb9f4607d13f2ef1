#include "core/base/secret.h"

#include <QTest>
#include <type_traits>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestSecret : public QObject {
    Q_OBJECT
private slots:
    void holdsBytes();
    void isMovedNotCopied();
    void leavesTheEnvironment();
};

void TestSecret::holdsBytes()
{
    const Secret s = Secret::fromText(u"pä\u0000ss"_s);
    QCOMPARE(QByteArray(s.view().data(), qsizetype(s.view().size())), QByteArray("p\xc3\xa4\0ss", 6));
    QVERIFY(Secret().isEmpty());
    QCOMPARE(QByteArray(Secret().c_str()), QByteArray());
    QCOMPARE(QByteArray(s.clone().c_str(), 6), QByteArray("p\xc3\xa4\0ss", 6));
}

void TestSecret::isMovedNotCopied()
{
    static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
    Secret a("hunter2");
    const char* where = a.c_str();
    Secret b = std::move(a);
    QVERIFY(a.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is what is asked
    QCOMPARE(static_cast<const void*>(b.c_str()), static_cast<const void*>(where));
    b = Secret("other");
    QCOMPARE(b.view(), std::string_view("other"));
}

void TestSecret::leavesTheEnvironment()
{
    QVERIFY(qputenv("DUEDESK_TEST_SECRET", "open sesame"));
    const auto s = Secret::fromEnvironment("DUEDESK_TEST_SECRET");
    QVERIFY(s);
    QCOMPARE(s->view(), std::string_view("open sesame"));
    QVERIFY(!qEnvironmentVariableIsSet("DUEDESK_TEST_SECRET"));
    QVERIFY(!Secret::fromEnvironment("DUEDESK_TEST_SECRET"));
}

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
