#include "core/mail/secretstore.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestSecretStore : public QObject {
    Q_OBJECT
private slots:
    void sessionKeepsAndForgets();
    void withoutADesktopThereIsNoKeychain_data();
    void withoutADesktopThereIsNoKeychain();
    void asksTheSessionFirst();
    void oneKeyPerAccount();
};

namespace {

// A keychain that holds one secret, or is not there.
class Scripted final : public SecretStore {
public:
    bool there = true;
    int asked = 0;
    Result<std::optional<Secret>> read(const QString&) override
    {
        ++asked;
        if (!there)
            return fail(ErrorCode::Unreachable, u"no keychain"_s, u"type it"_s);
        return std::optional<Secret>(Secret("kept"));
    }
    Outcome write(const QString&, const Secret&) override { return {}; }
    Outcome remove(const QString&) override { return {}; }
};

} // namespace

void TestSecretStore::sessionKeepsAndForgets()
{
    SessionSecrets s;
    QVERIFY(!s.read(u"a"_s)->has_value());
    QVERIFY(s.write(u"a"_s, Secret("one")) && s.write(u"b"_s, Secret("two")));
    QVERIFY(s.write(u"a"_s, Secret("three")));
    QCOMPARE((*s.read(u"a"_s))->view(), std::string_view("three"));
    QVERIFY(s.remove(u"a"_s) && s.remove(u"never there"_s));
    QVERIFY(!s.read(u"a"_s)->has_value());
    QCOMPARE((*s.read(u"b"_s))->view(), std::string_view("two"));
}

void TestSecretStore::withoutADesktopThereIsNoKeychain_data()
{
    QTest::addColumn<bool>("deadAddress");
    QTest::newRow("no session bus") << false;
    QTest::newRow("a bus that is gone") << true;
}

void TestSecretStore::withoutADesktopThereIsNoKeychain()
{
    QFETCH(bool, deadAddress);
    const QTemporaryDir dir;
    const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS"), runtime = qgetenv("XDG_RUNTIME_DIR");
    if (deadAddress)
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + dir.path().toLocal8Bit() + "/gone");
    else
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("XDG_RUNTIME_DIR", dir.path().toLocal8Bit());
    QElapsedTimer time;
    time.start();
    const auto keychain = makeKeychain();
    const auto read = keychain->read(u"smtp:clerk@localhost:587"_s);
    const Outcome written = keychain->write(u"smtp:clerk@localhost:587"_s, Secret("x"));
    const Outcome removed = keychain->remove(u"smtp:clerk@localhost:587"_s);
    const qint64 ms = time.elapsed();
    bus.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
    runtime.isNull() ? qunsetenv("XDG_RUNTIME_DIR") : qputenv("XDG_RUNTIME_DIR", runtime);
    QVERIFY(!read && !written && !removed);
    for (const Error& e : {read.error(), written.error(), removed.error()}) {
        QCOMPARE(e.code, ErrorCode::Unreachable);
        QVERIFY2(e.message().startsWith(u"password: there is no keychain to keep the password in: "_s),
                 qPrintable(e.message()));
        QCOMPARE(say(e.remedy), u"type it each session"_s);
    }
    QVERIFY2(ms < 15'000, "a person waits for this: three questions, 5 s each");
}

void TestSecretStore::asksTheSessionFirst()
{
    SessionSecrets session;
    Scripted keychain;
    QCOMPARE(smtpPassword(u"k"_s, session, keychain)->view(), std::string_view("kept"));
    QVERIFY(session.write(u"k"_s, Secret("typed")));
    QCOMPARE(smtpPassword(u"k"_s, session, keychain)->view(), std::string_view("typed"));
    QCOMPARE(keychain.asked, 1);
    keychain.there = false;
    QCOMPARE(smtpPassword(u"k"_s, session, keychain)->view(), std::string_view("typed"));
    QCOMPARE(say(smtpPassword(u"other"_s, session, keychain).error().what), u"no keychain"_s);
    SessionSecrets empty;
    const auto none = smtpPassword(u"other"_s, session, empty);
    QCOMPARE(none.error().code, ErrorCode::Unreachable);
    QCOMPARE(none.error().field, u"password"_s);
}

void TestSecretStore::oneKeyPerAccount()
{
    QCOMPARE(smtpSecretKey(u"Clerk"_s, u"Mail.Example.COM"_s, 587), u"smtp:Clerk@mail.example.com:587"_s);
    QVERIFY(smtpSecretKey(u"a"_s, u"h"_s, 25) != smtpSecretKey(u"a"_s, u"h"_s, 587));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
