// A real SMTP server in a process of its own (tests/support/smtpserver.py), which keeps what it is sent in a folder and
// can be told to misbehave. The certificates are made when the first test asks for one.
#pragma once
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace duedesk {

class TestSmtp {
public:
    // tls: "none", "starttls" or "implicit"; certificate: "good", "expired", "otherhost" or "selfsigned".
    explicit TestSmtp(const QString& tls = QStringLiteral("none"), const QString& certificate = QStringLiteral("good"),
                      const QString& user = {}, const QString& password = {})
    {
        QStringList args = {support(u"smtpserver.py"), m_dir.path(), QStringLiteral("--tls"), tls};
        if (tls != u"none")
            args += {QStringLiteral("--cert"), certs() + u'/' + certificate + QStringLiteral(".pem")};
        if (!user.isEmpty())
            args += {QStringLiteral("--user"), user, QStringLiteral("--password"), password};
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"), QStringList{QStringLiteral("-Wignore")} + args);
        if (m_process.waitForReadyRead(30'000))
            m_port = m_process.readLine().trimmed().toInt();
    }
    ~TestSmtp()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }
    TestSmtp(const TestSmtp&) = delete;
    TestSmtp& operator=(const TestSmtp&) = delete;

    int port() const { return m_port; } // 0 = it did not start
    // From the next connection on: "rcpt:550 no such user", "dot:cut", "" = none.
    void fault(const QString& what) const
    {
        QFile f(m_dir.filePath(QStringLiteral("fault")));
        if (f.open(QIODevice::WriteOnly))
            f.write(what.toUtf8());
    }
    int count() const { return int(QDir(m_dir.path()).entryList({QStringLiteral("*.json")}).size()); }
    QByteArray mail(int n) const { return file(n, u".eml"); } // 1 = the first it took
    // from, rcpt (all of them), user, helo, tls
    QJsonObject envelope(int n) const { return QJsonDocument::fromJson(file(n, u".json")).object(); }
    QByteArray beforeTls() const { return read(m_dir.filePath(QStringLiteral("plain.log"))); }
    void forget() const
    {
        for (const QString& f : QDir(m_dir.path()).entryList(QDir::Files))
            QFile::remove(m_dir.filePath(f));
    }
    static QString authority() { return certs() + QStringLiteral("/ca.pem"); }

private:
    static QString support(QStringView name)
    {
        return qEnvironmentVariable("DUEDESK_SOURCE") + QStringLiteral("/tests/support/") + name;
    }
    static QString certs()
    {
        static const QTemporaryDir dir;
        static const int made = QProcess::execute(support(u"makecerts"), {dir.path()});
        return made == 0 ? dir.path() : QString();
    }
    static QByteArray read(const QString& path)
    {
        QFile f(path);
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
    }
    QByteArray file(int n, QStringView suffix) const
    {
        return read(m_dir.filePath(QStringLiteral("%1").arg(n, 6, 10, QLatin1Char('0')) + suffix));
    }

    QTemporaryDir m_dir;
    QProcess m_process;
    int m_port = 0;
};

} // namespace duedesk
