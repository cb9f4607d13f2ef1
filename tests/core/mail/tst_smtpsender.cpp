#include "core/base/text.h"
#include "core/mail/mimewriter.h"
#include "core/mail/smtpsender.h"
#include "tests/support/testsmtp.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>
#include <thread>

using namespace duedesk;
using namespace Qt::StringLiterals;
using Fate = SendResult::Fate;

class TestSmtpSender : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sendsOnce_data();
    void sendsOnce();
    void dotsSurvive();
    void faults_data();
    void faults();
    void certificates_data();
    void certificates();
    void withoutTlsNothingLeaves();
    void signsIn();
    void noServer();
    void refusesBeforeItConnects();
    void canBeStopped();
    void endsInTime();
    void takesNothingFromTheEnvironment();
    void noKeysAreWrittenDown();

private:
    QTemporaryDir m_dir;
};

namespace {

const QString user = u"clerk"_s, password = u"open sesame 1001"_s;

EmailAddress address(const QString& text) { return *EmailAddress::parse(text, u"to"_s); }

QByteArray someMail(const QString& text = u"Good morning\n"_s)
{
    MailMessage m;
    m.from = u"clerk@seller.example"_s;
    m.to = u"ap@payer.example"_s;
    m.subject = u"Invoice 4711 is due"_s;
    m.date = 1'763'109'000'000;
    m.messageId = u"<duedesk.7.b00c@seller.example>"_s;
    m.text = text;
    return *writeMime(m);
}

SmtpServer at(const TestSmtp& s, MailSecurity security)
{
    return {u"localhost"_s,
            s.port(),
            security,
            {},
            security == MailSecurity::LoopbackPlain ? QString() : TestSmtp::authority()};
}

constexpr SmtpLimits quick{5'000, 1, 20'000};

SendResult send(const SmtpServer& server, const QByteArray& mime = someMail(), const SmtpLimits& limits = quick)
{
    return SmtpSender(server, limits)
        .send(address(u"clerk@seller.example"_s), address(u"ap@payer.example"_s), mime, Secret::fromText(password));
}

QByteArray shown(const SendResult& r)
{
    return (QString::number(int(r.fate)) + u' ' + r.error.message() + u" | " + r.reply).toUtf8();
}

} // namespace

// libcurl looks once, when the first of all senders prepares it.
void TestSmtpSender::initTestCase() { qputenv("SSLKEYLOGFILE", m_dir.filePath(u"keys"_s).toLocal8Bit()); }

// Runs on its own too: what opens the first connection is then this.
void TestSmtpSender::noKeysAreWrittenDown()
{
    const TestSmtp smtp(u"starttls"_s);
    QVERIFY(send(at(smtp, MailSecurity::StartTls)).fate == Fate::Sent);
    QVERIFY(!QFile::exists(m_dir.filePath(u"keys"_s)));
}

void TestSmtpSender::sendsOnce_data()
{
    QTest::addColumn<QString>("tls");
    QTest::addColumn<int>("security");
    QTest::addColumn<bool>("signIn");
    QTest::newRow("plain, this computer") << u"none"_s << int(MailSecurity::LoopbackPlain) << false;
    QTest::newRow("STARTTLS") << u"starttls"_s << int(MailSecurity::StartTls) << false;
    QTest::newRow("STARTTLS, signed in") << u"starttls"_s << int(MailSecurity::StartTls) << true;
    QTest::newRow("TLS") << u"implicit"_s << int(MailSecurity::Tls) << false;
    QTest::newRow("TLS, signed in") << u"implicit"_s << int(MailSecurity::Tls) << true;
}

void TestSmtpSender::sendsOnce()
{
    QFETCH(QString, tls);
    QFETCH(int, security);
    QFETCH(bool, signIn);
    const TestSmtp smtp(tls, u"good"_s, signIn ? user : QString(), signIn ? password : QString());
    QVERIFY(smtp.port() > 0);
    SmtpServer server = at(smtp, MailSecurity(security));
    server.userName = signIn ? user : QString();
    const SendResult r = send(server);
    QVERIFY2(r.fate == Fate::Sent, shown(r));
    QCOMPARE(r.reply, u"250 2.0.0 kept as [31mnumber"_s); // what would steer a terminal is gone
    QCOMPARE(smtp.count(), 1);
    QCOMPARE(smtp.mail(1), someMail());
    const QJsonObject envelope = smtp.envelope(1);
    QCOMPARE(envelope["from"_L1].toString(), u"clerk@seller.example"_s);
    QCOMPARE(envelope["rcpt"_L1].toArray(), QJsonArray{u"ap@payer.example"_s});
    QCOMPARE(envelope["helo"_L1].toString(), u"[127.0.0.1]"_s); // nobody hears this computer's name
    QCOMPARE(envelope["tls"_L1].toBool(), tls != u"none"_s);
    QCOMPARE(envelope["user"_L1].toString(), server.userName);
    const QByteArray inTheClear = smtp.beforeTls();
    QVERIFY(tls == u"none"_s || !inTheClear.contains("MAIL"));
    QVERIFY(!inTheClear.contains("AUTH"));
}

void TestSmtpSender::dotsSurvive()
{
    const TestSmtp smtp;
    const SmtpServer server = at(smtp, MailSecurity::LoopbackPlain);
    // Lines of dots at every distance from the ends of the blocks that libcurl sends.
    QByteArray many = "Subject: dots\r\n\r\n";
    for (int i = 0; many.size() < 400'000; ++i)
        many += QByteArray(i % 61, 'x') + "\r\n" + QByteArray(i % 4, '.') + "\r\n";
    const QList<QByteArray> mails = {someMail(u"one\n.\ntwo\n..\n...three\n.\n"_s), ".\r\n..\r\n.\r\n",
                                     "a\r\n.\r\n.\r\n", many, "no line end at the end"};
    for (const QByteArray& m : mails) {
        const SendResult r = send(server, m);
        QVERIFY2(r.fate == Fate::Sent, shown(r));
        QCOMPARE(smtp.mail(smtp.count()), m.endsWith("\r\n") ? m : m + "\r\n");
    }
    QCOMPARE(smtp.count(), int(mails.size()));
}

void TestSmtpSender::faults_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("fate");
    QTest::addColumn<bool>("permanent");
    QTest::addColumn<int>("kept");
    QTest::addColumn<QString>("words");
    const auto add = [](const char* fault, Fate fate, bool permanent, int kept, const QString& words) {
        QTest::newRow(fault) << QString::fromLatin1(fault) << int(fate) << permanent << kept << words;
    };
    const QString cut = u"was cut before the mail was handed over"_s, late = u"did not answer in time"_s;
    add("connect:cut", Fate::Failed, false, 0, cut);
    add("connect:stall", Fate::Failed, false, 0, late);
    add("connect:421 busy", Fate::Failed, false, 0, u"421 busy"_s);
    add("connect:554 go away", Fate::Failed, true, 0, u"554 go away"_s);
    add("ehlo:cut", Fate::Failed, false, 0, cut);
    add("ehlo:stall", Fate::Failed, false, 0, late);
    add("starttls:cut", Fate::Failed, false, 0, cut);
    add("starttls:stall", Fate::Failed, false, 0, late);
    add("starttls:454 not now", Fate::Failed, true, 0, u"offers no TLS"_s);
    add("auth:cut", Fate::Failed, false, 0, cut);
    add("auth:stall", Fate::Failed, false, 0, late);
    add("auth:535 5.7.8 bad", Fate::Failed, true, 0, u"refused the user name or the password: 535 5.7.8 bad"_s);
    add("auth:454 4.7.0 not now", Fate::Failed, false, 0, u"454 4.7.0 not now"_s);
    add("mail:cut", Fate::Failed, false, 0, cut);
    add("mail:stall", Fate::Failed, false, 0, late);
    add("mail:451 later", Fate::Failed, false, 0, u"refused the sender: 451 later"_s);
    add("mail:550 not you", Fate::Failed, true, 0, u"refused the sender: 550 not you"_s);
    add("rcpt:cut", Fate::Failed, false, 0, cut);
    add("rcpt:stall", Fate::Failed, false, 0, late);
    add("rcpt:450 greylisted", Fate::Failed, false, 0, u"refused the recipient ap@payer.example: 450 greylisted"_s);
    add("rcpt:550 no such user", Fate::Failed, true, 0, u"refused the recipient ap@payer.example: 550 no such user"_s);
    add("rcpt:550 5.1.1 unknown", Fate::Failed, true, 0, u"550 5.1.1 unknown"_s);
    add("rcpt:550 5.7.1 not from you", Fate::Failed, true, 0, u"550 5.7.1 not from you"_s);
    add("data:cut", Fate::Failed, false, 0, cut);
    add("data:stall", Fate::Failed, false, 0, late);
    add("data:451 later", Fate::Failed, false, 0, u"refused the mail: 451 later"_s);
    add("data:554 no", Fate::Failed, true, 0, u"refused the mail: 554 no"_s);
    add("body:cut", Fate::Failed, false, 0, cut);
    add("body:stall", Fate::Failed, false, 0, late);
    add("dot:cut", Fate::Unknown, false, 0, u"then the connection was cut: it may have gone"_s);
    add("dot:stall", Fate::Unknown, false, 0, u"then no answer came: it may have gone"_s);
    add("dot:451 later", Fate::Failed, false, 0, u"refused the mail: 451 later"_s);
    add("dot:554 spam", Fate::Failed, true, 0, u"refused the mail: 554 spam"_s);
    add("kept:cut", Fate::Unknown, false, 1, u"then the connection was cut: it may have gone"_s);
    add("kept:stall", Fate::Unknown, false, 1, u"then no answer came: it may have gone"_s);
    add("quit:cut", Fate::Sent, false, 1, u""_s);
    add("quit:stall", Fate::Sent, false, 1, u""_s);
    for (const char* slow : {"rcpt:slow", "dot:slow"})
        add(slow, Fate::Sent, false, 1, u""_s);
}

void TestSmtpSender::faults()
{
    QFETCH(QString, fault);
    QFETCH(int, fate);
    QFETCH(bool, permanent);
    QFETCH(int, kept);
    QFETCH(QString, words);
    static const TestSmtp smtp(u"starttls"_s, u"good"_s, user, password);
    smtp.forget();
    smtp.fault(fault);
    SmtpServer server = at(smtp, MailSecurity::StartTls);
    server.userName = user;
    // In the middle of the text: more of it than the buffers of both ends take.
    const QByteArray mime =
        fault.startsWith(u"body"_s) ? QByteArray(QByteArray(70, 'x') + "\r\n").repeated(400'000) : someMail();
    SmtpLimits limits = quick;
    limits.stallSeconds = fault.endsWith(u"slow"_s) ? 4 : 1;
    const SendResult r = send(server, mime, limits);
    QVERIFY2(int(r.fate) == fate, shown(r));
    QVERIFY2(r.permanent == permanent, shown(r));
    QVERIFY2(say(r.error.what).contains(words), shown(r));
    QCOMPARE(r.addressRefused, fault == u"rcpt:550 no such user"_s || fault == u"rcpt:550 5.1.1 unknown"_s);
    QCOMPARE(r.error.remedy.isEmpty(), r.fate == Fate::Sent);
    QCOMPARE(smtp.count(), kept);
    QVERIFY(!smtp.beforeTls().contains("AUTH"));
    QVERIFY(!r.error.message().contains(password) && !r.reply.contains(password));
}

void TestSmtpSender::certificates_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("words");
    QTest::newRow("expired") << u"expired"_s << u"the certificate of localhost has expired"_s;
    QTest::newRow("other host") << u"otherhost"_s << u"the certificate of localhost is for another host"_s;
    QTest::newRow("self-signed") << u"selfsigned"_s << u"the certificate of localhost is signed by itself"_s;
    QTest::newRow("unknown authority") << u"good"_s << u"the certificate of localhost is signed by nobody"_s;
}

void TestSmtpSender::certificates()
{
    QFETCH(QString, certificate);
    QFETCH(QString, words);
    for (const MailSecurity security : {MailSecurity::StartTls, MailSecurity::Tls}) {
        const TestSmtp smtp(security == MailSecurity::Tls ? u"implicit"_s : u"starttls"_s, certificate, user, password);
        SmtpServer server = at(smtp, security);
        server.userName = user;
        if (certificate == u"good"_s)
            server.caFile.clear();
        const SendResult r = send(server);
        QVERIFY2(r.fate == Fate::Failed && r.permanent && r.atServer, shown(r));
        QVERIFY2(say(r.error.what).startsWith(words), shown(r));
        QVERIFY(say(r.error.remedy).startsWith(u"nothing was sent"_s));
        QCOMPARE(smtp.count(), 0);
        QVERIFY(!smtp.beforeTls().contains("AUTH") && !smtp.beforeTls().contains("MAIL"));
    }
}

void TestSmtpSender::withoutTlsNothingLeaves()
{
    const TestSmtp stripped(u"none"_s, {}, user, password);
    SmtpServer server = at(stripped, MailSecurity::StartTls);
    server.userName = user;
    SendResult r = send(server);
    QVERIFY2(r.fate == Fate::Failed && r.permanent && r.atServer, shown(r));
    QVERIFY2(say(r.error.what).contains(u"offers no TLS"_s), shown(r));
    QVERIFY(!stripped.beforeTls().contains("AUTH") && !stripped.beforeTls().contains("MAIL"));
    // TLS from the first byte, where the server speaks first.
    server.security = MailSecurity::Tls;
    r = send(server);
    QVERIFY2(r.fate == Fate::Failed && say(r.error.what).contains(u"no TLS connection could be made"_s), shown(r));
    QVERIFY2(say(r.error.remedy).contains(u"STARTTLS"_s), shown(r));
    QCOMPARE(stripped.count(), 0);
    // And the other way round: each waits for the other to begin.
    const TestSmtp implicit(u"implicit"_s);
    r = send(at(implicit, MailSecurity::StartTls));
    QVERIFY2(r.fate == Fate::Failed && !r.permanent, shown(r));
    QCOMPARE(implicit.count(), 0);
}

void TestSmtpSender::signsIn()
{
    const TestSmtp smtp(u"starttls"_s, u"good"_s, user, u"another password"_s);
    SmtpServer server = at(smtp, MailSecurity::StartTls);
    server.userName = user;
    SendResult r = send(server);
    QVERIFY2(r.fate == Fate::Failed && r.permanent && r.atServer, shown(r));
    QVERIFY2(r.error.message().contains(u"refused the user name or the password: 535"_s), shown(r));
    // Asked for a password and having none.
    server.userName.clear();
    r = send(server);
    QVERIFY2(r.fate == Fate::Failed && r.permanent, shown(r));
    QVERIFY2(r.error.message().contains(u"530"_s), shown(r));
    QCOMPARE(smtp.count(), 0);
}

void TestSmtpSender::noServer()
{
    QTcpServer port; // one that is free: taken and given back
    QVERIFY(port.listen(QHostAddress::LocalHost));
    SmtpServer server{u"127.0.0.1"_s, port.serverPort(), MailSecurity::StartTls, {}, {}};
    port.close();
    SendResult r = send(server);
    QVERIFY2(r.fate == Fate::Failed && !r.permanent && r.atServer, shown(r));
    QCOMPARE(
        r.error.message(),
        u"no mail server answers at 127.0.0.1 on port %1; check host and port in the settings (587 with STARTTLS, 465 "
        u"with TLS), and the network"_s.arg(server.port));
    QCOMPARE(r.error.code, ErrorCode::Unreachable);
    server.host = u"mail.nowhere.invalid"_s;
    r = send(server);
    QVERIFY2(r.fate == Fate::Failed && r.atServer, shown(r));
    QVERIFY2(say(r.error.what) == u"no mail server called mail.nowhere.invalid was found"_s, shown(r));
}

void TestSmtpSender::refusesBeforeItConnects()
{
    const TestSmtp smtp;
    const SmtpServer good = at(smtp, MailSecurity::LoopbackPlain);
    for (const QString& host : {u""_s, u"a b"_s, u"localhost\r\nRCPT TO:<x@evil.example>"_s, u"user:pw@localhost"_s,
                                u"localhost/x"_s, u"localhost?x"_s, u"löcalhost"_s}) {
        SmtpServer server = good;
        server.host = host;
        QCOMPARE(say(send(server).error.what), u"no mail server is set"_s);
    }
    SmtpServer server = good;
    server.port = 0;
    QCOMPARE(say(send(server).error.what), u"no mail server is set"_s);
    server = good;
    server.host = u"mail.seller.example"_s;
    QCOMPARE(say(send(server).error.what), u"mail to mail.seller.example would leave without TLS"_s);
    server = good;
    server.userName = user;
    QCOMPARE(say(send(server).error.what), u"a password is not sent without TLS"_s);
    server = at(smtp, MailSecurity::StartTls);
    server.userName = u"x\r\ny"_s;
    QVERIFY(say(send(server).error.what).contains(u"cannot be sent"_s));
    for (const char* bad : {"", "a\nb\r\n", "a\rb\r\n", "a\r\n\n", "\r", "\n"}) {
        const SendResult r = send(good, bad);
        QVERIFY(r.fate == Fate::Failed && r.permanent);
        QCOMPARE(r.error.code, ErrorCode::CheckFailed);
    }
    QCOMPARE(smtp.count(), 0);
    QCOMPARE(smtp.beforeTls(), QByteArray());
}

void TestSmtpSender::canBeStopped()
{
    const TestSmtp smtp;
    for (const QString& fault : {u"rcpt:stall"_s, u"kept:stall"_s}) {
        smtp.forget();
        smtp.fault(fault);
        std::atomic_bool stop = false;
        std::thread later([&] {
            while (fault.startsWith(u"rcpt"_s) ? !smtp.beforeTls().contains("RCPT") : smtp.count() == 0)
                std::this_thread::sleep_for(std::chrono::milliseconds(10));
            stop = true;
        });
        const SendResult r =
            SmtpSender(at(smtp, MailSecurity::LoopbackPlain))
                .send(address(u"clerk@seller.example"_s), address(u"ap@payer.example"_s), someMail(), {}, &stop);
        later.join();
        QVERIFY2(r.fate == (fault.startsWith(u"kept"_s) ? Fate::Unknown : Fate::Failed), shown(r));
        QVERIFY2(say(r.error.what).contains(u"stopped"_s), shown(r));
    }
}

void TestSmtpSender::endsInTime()
{
    const TestSmtp smtp;
    smtp.fault(u"rcpt:stall"_s);
    const SendResult r = send(at(smtp, MailSecurity::LoopbackPlain), someMail(), {5'000, 60, 1'500});
    QVERIFY2(r.fate == Fate::Failed && !r.permanent, shown(r));
    QVERIFY2(say(r.error.what).contains(u"did not answer in time"_s), shown(r));
}

void TestSmtpSender::takesNothingFromTheEnvironment()
{
    const QTemporaryDir home;
    QFile netrc(home.filePath(u".netrc"_s));
    QVERIFY(netrc.open(QIODevice::WriteOnly));
    netrc.write((u"machine localhost login "_s + user + u" password xyz\n").toUtf8());
    netrc.close();
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    for (const char* proxy : {"all_proxy", "ALL_PROXY", "smtp_proxy", "SMTP_PROXY", "smtps_proxy"})
        qputenv(proxy, "socks5://127.0.0.1:1");
    const TestSmtp smtp(u"starttls"_s);
    const SendResult direct = send(at(smtp, MailSecurity::StartTls));
    const TestSmtp asking(u"starttls"_s, u"good"_s, user, u"xyz"_s);
    const SendResult r = send(at(asking, MailSecurity::StartTls));
    for (const char* proxy : {"all_proxy", "ALL_PROXY", "smtp_proxy", "SMTP_PROXY", "smtps_proxy"})
        qunsetenv(proxy);
    qputenv("HOME", before);
    QVERIFY2(direct.fate == Fate::Sent, shown(direct));
    QVERIFY2(r.fate == Fate::Failed && r.reply.startsWith(u"530"_s), shown(r));
}

QTEST_GUILESS_MAIN(TestSmtpSender)
#include "tst_smtpsender.moc"
