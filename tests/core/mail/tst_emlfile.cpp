#include "core/mail/emlfile.h"
#include "core/mail/mailmessage.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestEmlFile : public QObject {
    Q_OBJECT
private slots:
    void writesWholeFiles();
    void refusesNames_data();
    void refusesNames();
    void leavesWhatIsThere();
    void linksCarryText();
    void linksHaveLimits();
};

namespace {

QByteArray contentOf(const QString& path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray();
}

MailMessage mail(const QString& text)
{
    MailMessage m;
    m.to = u"ap+4711@payer.example"_s;
    m.subject = u"Invoice 4711 & 4712?"_s;
    m.text = text;
    return m;
}

} // namespace

void TestEmlFile::writesWholeFiles()
{
    const QTemporaryDir dir;
    const auto path = writeEml(dir.path(), u"2025-11-14 Größe AG 7"_s, "Subject: x\r\n\r\nfirst\r\n");
    QVERIFY2(path, path ? "" : qPrintable(path.error().message()));
    QCOMPARE(*path, dir.filePath(u"2025-11-14 Größe AG 7.eml"_s));
    QCOMPARE(contentOf(*path), QByteArray("Subject: x\r\n\r\nfirst\r\n"));
    QVERIFY(writeEml(dir.path(), u"2025-11-14 Größe AG 7"_s, "second"));
    QCOMPARE(contentOf(*path), QByteArray("second"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 1); // nothing temporary is left
}

void TestEmlFile::refusesNames_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& bad :
         QStringList{u""_s, u"../x"_s, u"a/b"_s, u"/etc/x"_s, u"a\\b"_s, u"con"_s, u"NUL"_s, u"com1"_s, u".x"_s,
                     u" x"_s, u"-x"_s, u"a:b"_s, u"a\nb"_s, u"a\u202eb"_s, u"a*"_s, QString(300, u'x')})
        QTest::addRow("%d characters, %x…", int(bad.size()), bad.isEmpty() ? 0 : bad[0].unicode()) << bad;
    QTest::newRow("NUL byte") << u"a"_s + QChar(0) + u"b";
}

void TestEmlFile::refusesNames()
{
    QFETCH(QString, name);
    const QTemporaryDir dir;
    const auto path = writeEml(dir.path(), name, "x");
    QVERIFY(!path);
    QCOMPARE(path.error().field, u"file name"_s);
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestEmlFile::leavesWhatIsThere()
{
    const QTemporaryDir dir;
    auto path = writeEml(dir.filePath(u"missing"_s), u"x"_s, "x");
    QVERIFY(!path);
    QCOMPARE(path.error().code, ErrorCode::StorageFailed);
    QVERIFY(path.error().message().contains(u"there is no such folder"_s));
    // A link planted under the name leads nowhere else.
    const QString elsewhere = dir.filePath(u"elsewhere"_s);
    QVERIFY(QFile::link(elsewhere, dir.filePath(u"linked.eml"_s)));
    path = writeEml(dir.path(), u"linked"_s, "x");
    QVERIFY(!path && !QFile::exists(elsewhere));
    // No room: the older file stays as it was.
    QVERIFY(writeEml(dir.path(), u"kept"_s, "old"));
    QVERIFY(QDir(dir.path()).mkdir(u"folder.eml"_s));
    path = writeEml(dir.path(), u"folder"_s, "x");
    QVERIFY(!path && path.error().code == ErrorCode::StorageFailed);
    path = writeEml(u"/proc"_s, u"kept"_s, "new");
    QVERIFY(!path && path.error().code == ErrorCode::StorageFailed && !path.error().remedy.isEmpty());
    QCOMPARE(contentOf(dir.filePath(u"kept.eml"_s)), QByteArray("old"));
}

void TestEmlFile::linksCarryText()
{
    const QString text = u"Grüße & 100 % = #1?\r\nnext\nlast\rÜber + +\n"_s;
    const auto link = mailtoLink(mail(text));
    QVERIFY(link);
    for (const char c : *link)
        QVERIFY2(c > ' ' && c < 127 && c != '"' && c != '\'' && c != '<' && c != '\\', link->constData());
    QVERIFY2(link->startsWith("mailto:ap%2B4711@payer.example?subject=Invoice%204711%20%26%204712%3F&body="),
             link->constData());
    const QUrl url = QUrl::fromEncoded(*link, QUrl::StrictMode);
    QVERIFY(url.isValid());
    QCOMPARE(url.path(QUrl::FullyDecoded), u"ap+4711@payer.example"_s);
    const QUrlQuery query(url);
    QCOMPARE(query.queryItems().size(), 2); // no cc, no bcc, no attach slipped in
    QCOMPARE(query.queryItemValue(u"subject"_s, QUrl::FullyDecoded), u"Invoice 4711 & 4712?"_s);
    QCOMPARE(query.queryItemValue(u"body"_s, QUrl::FullyDecoded),
             u"Grüße & 100 % = #1?\r\nnext\r\nlast\r\nÜber + +\r\n"_s);
}

void TestEmlFile::linksHaveLimits()
{
    const auto field = [](const MailMessage& m) { return mailtoLink(m) ? QString() : mailtoLink(m).error().field; };
    MailMessage m = mail(u"x"_s);
    QCOMPARE(field(m), QString());
    m.attachments = {{u"x.pdf"_s, "application/pdf", "x"}};
    QCOMPARE(field(m), u"attachment"_s);
    m = mail(QString(maxMailtoLength, u'x'));
    QCOMPARE(field(m), u"text"_s);
    QVERIFY(mailtoLink(m).error().message().contains(u"of 2000 characters"_s));
    m = mail(u"x"_s + QChar(0));
    QCOMPARE(field(m), u"text"_s);
    m = mail(u"x"_s);
    m.subject = u"x\r\nBcc: spy@evil.example"_s;
    QCOMPARE(field(m), u"subject"_s);
    m = mail(u"x"_s);
    m.to = u"a@payer.example?bcc=spy@evil.example"_s;
    QCOMPARE(field(m), u"to"_s);
    m.to = u"a@payer.example,b@payer.example"_s;
    QCOMPARE(field(m), u"to"_s);
}

QTEST_APPLESS_MAIN(TestEmlFile)
#include "tst_emlfile.moc"
