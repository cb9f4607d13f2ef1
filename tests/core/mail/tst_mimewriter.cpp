#include "core/mail/filenames.h"
#include "core/mail/mimewriter.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestMimeWriter : public QObject {
    Q_OBJECT
private slots:
    void writesPlainText();
    void writesAlternativeInMixed();
    void sameMailSameBytes();
    void everyTextComesBack();
    void longLinesAreBroken();
    void refuses_data();
    void refuses();
    void messageIdIsFixed();
    void fileNames_data();
    void fileNames();
};

namespace {

MailMessage plainMail()
{
    MailMessage m;
    m.from = u"clerk@seller.example"_s;
    m.fromName = u"Anna Meyer"_s;
    m.to = u"ap@payer.example"_s;
    m.subject = u"Invoice 4711 is due"_s;
    m.date = 1'763'109'000'000; // 2025-11-14T08:30:00Z
    m.zone = u"Europe/Berlin"_s;
    m.messageId = u"<duedesk.7.b00c@seller.example>"_s;
    m.text = u"Good morning,\n\ninvoice 4711 over 1,250.00 EUR is due.\n"_s;
    return m;
}

QByteArray written(const MailMessage& m)
{
    const auto bytes = writeMime(m);
    if (!bytes)
        qFatal("%s", qPrintable(bytes.error().message()));
    return *bytes;
}

// Only CRLF, ASCII, no line over the limits, one From, one To, no Bcc.
QString wireFault(const QByteArray& b)
{
    bool inHeader = true;
    int from = 0, to = 0;
    if (!b.endsWith("\r\n"))
        return u"does not end with CRLF"_s;
    for (const QByteArray& line : b.left(b.size() - 2).replace("\r\n", "\n").split('\n')) {
        if (line.contains('\r'))
            return u"a bare CR"_s;
        if (line.size() > 76 && !(inHeader && line.contains('@')))
            return u"a line of %1"_s.arg(line.size());
        if (line.size() > 998)
            return u"a line over 998"_s;
        for (const char c : line)
            if (static_cast<unsigned char>(c) > 126 || (c < ' ' && c != '\t'))
                return u"a byte that is not plain ASCII"_s;
        if (line.isEmpty())
            inHeader = false;
        from += inHeader && line.startsWith("From:") ? 1 : 0;
        to += inHeader && line.startsWith("To:") ? 1 : 0;
        if (inHeader && (line.toLower().startsWith("bcc") || line.toLower().startsWith("cc:")))
            return u"a second recipient"_s;
    }
    if (QByteArray(b).replace("\r\n", "").contains('\n'))
        return u"a bare LF"_s;
    return from == 1 && to == 1 ? QString() : u"%1 From and %2 To"_s.arg(from).arg(to);
}

// What Python makes of the mails, in their order.
QList<QJsonObject> readByPython(const std::vector<QByteArray>& mails)
{
    QTemporaryDir dir;
    QByteArray names;
    for (std::size_t i = 0; i < mails.size(); ++i) {
        QFile f(dir.filePath(QString::number(i)));
        if (!f.open(QIODevice::WriteOnly))
            return {};
        f.write(mails[i]);
        names += QFile::encodeName(f.fileName()) + '\n';
    }
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {qEnvironmentVariable("DUEDESK_SOURCE") + u"/tests/core/mail/readmail.py"_s});
    python.write(names);
    python.closeWriteChannel();
    python.waitForFinished(120'000);
    const QByteArray err = python.readAllStandardError();
    if (!err.isEmpty())
        qWarning("%s", err.constData());
    QList<QJsonObject> out;
    for (const QByteArray& line : python.readAllStandardOutput().split('\n'))
        if (!line.isEmpty())
            out.append(QJsonDocument::fromJson(line).object());
    return out;
}

// The text as it leaves: every line end is CRLF, also the last.
QString asSent(const QString& t)
{
    QString s = t;
    s.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (!s.endsWith(u'\n'))
        s += u'\n';
    return s.replace(u'\n', u"\r\n"_s);
}

QJsonArray addressOf(const QString& name, const QString& address) { return {QJsonArray{name.simplified(), address}}; }

// Nothing, or which part the other reader saw differently.
QString difference(const MailMessage& m, const QJsonObject& read)
{
    QStringList bad;
    const auto check = [&](const char* what, const QJsonValue& seen, const QJsonValue& asked) {
        if (seen != asked)
            bad.append(QString::fromLatin1(what) + u": "
                       + QString::fromUtf8(QJsonDocument(QJsonArray{seen, asked}).toJson(QJsonDocument::Compact)));
    };
    check("from", read["from"_L1], addressOf(m.fromName, m.from));
    check("to", read["to"_L1], addressOf(m.toName, m.to));
    check("reply to", read["replyTo"_L1], m.replyTo.isEmpty() ? QJsonValue() : QJsonValue(addressOf({}, m.replyTo)));
    check("subject", read["subject"_L1], m.subject);
    check("id", read["messageId"_L1], m.messageId);
    check("in reply to", read["inReplyTo"_L1], m.inReplyTo);
    check("references", read["references"_L1], QJsonArray::fromStringList(m.references));
    check("date", read["date"_L1], double(m.date / 1000));
    check("text", read["text"_L1], asSent(m.text));
    check("html", read["html"_L1], m.html.isEmpty() ? QJsonValue() : QJsonValue(asSent(m.html)));
    QJsonArray files;
    for (const MailAttachment& a : m.attachments)
        files.append(QJsonArray{a.name.normalized(QString::NormalizationForm_C), QString::fromLatin1(a.type),
                                QString::fromLatin1(a.bytes.toBase64())});
    check("attachments", read["attachments"_L1], files);
    check("defects", read["defects"_L1], QJsonArray());
    return bad.join(u"\n"_s);
}

const QStringList& nastyPieces()
{
    static const QStringList pieces = {u"invoice"_s,
                                       u"4711"_s,
                                       u" "_s,
                                       u"  "_s,
                                       u"Grüße"_s,
                                       u"日本語の請求書"_s,
                                       u"🎉"_s,
                                       u"👩‍👩‍👧"_s,
                                       u"=?utf-8?Q?x?="_s,
                                       u"=20"_s,
                                       u"?="_s,
                                       u"=?"_s,
                                       u"_"_s,
                                       u"="_s,
                                       u"\""_s,
                                       u"\\"_s,
                                       u"\\\""_s,
                                       u"<"_s,
                                       u">"_s,
                                       u","_s,
                                       u";"_s,
                                       u":"_s,
                                       u"("_s,
                                       u")"_s,
                                       u"["_s,
                                       u"'"_s,
                                       u"Bcc:"_s,
                                       u"%0d%0a"_s,
                                       u"%"_s,
                                       u"."_s,
                                       u".."_s,
                                       u"שלום"_s,
                                       u"é"_s,
                                       u"e\u0301"_s,
                                       u"{{placeholder}}"_s,
                                       u"<script>"_s,
                                       u"--"_s,
                                       u"--=_a"_s,
                                       u"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"_s,
                                       u"ßßßßßßßßßßßßßßßßßßßßßßßßßß"_s,
                                       u"\u00a0"_s,
                                       u"Content-Type:"_s,
                                       u"From "_s,
                                       u"&"_s,
                                       u"#"_s};
    return pieces;
}

class Nasty {
public:
    explicit Nasty(unsigned seed) : m_random(seed) {}
    int upTo(int n) { return int(m_random() % unsigned(n)); }
    QString line(int pieces, qsizetype limit)
    {
        QString s;
        for (int n = upTo(pieces) + 1; n > 0; --n) {
            const QString p = nastyPieces()[upTo(int(nastyPieces().size()))];
            if (s.size() + p.size() <= limit)
                s += p;
        }
        return s;
    }
    QString body()
    {
        static const QStringList ends = {u"\n"_s,     u"\r\n"_s,    u"\r"_s,         u"\n.\n"_s, u"\n..\n"_s,
                                         u" \n"_s,    u"\t\r\n"_s,  u"\n\n\n"_s,     u"\f"_s,    u"\u2028"_s,
                                         u"\u202e"_s, u"\x1b[2J"_s, u"\nFrom me\n"_s};
        QString s = line(6, 400);
        for (int n = upTo(12); n > 0; --n)
            s += ends[upTo(int(ends.size()))] + line(30, 2000);
        return s + (upTo(2) ? u"\n"_s : QString());
    }
    MailMessage mail()
    {
        MailMessage m = plainMail();
        m.fromName = name();
        m.toName = name();
        m.subject = u"s"_s + line(14, maxSubject - 1);
        m.text = u"t"_s + body();
        m.date += Instant(upTo(1'000'000'000)) * 1000;
        m.zone = QStringList{u""_s, u"Asia/Kolkata"_s, u"America/St_Johns"_s, u"Europe/Berlin"_s}[upTo(4)];
        if (upTo(2))
            m.replyTo = u"team@seller.example"_s;
        if (upTo(2))
            m.html = u"<p>"_s + body();
        for (int n = upTo(4); n > 0; --n)
            m.references.append(u"<%1.%2@payer.example>"_s.arg(n).arg(QString(upTo(60) + 1, u'r')));
        if (!m.references.isEmpty())
            m.inReplyTo = m.references.back();
        for (int n = upTo(3); n > 0; --n)
            m.attachments.push_back({safeFileName(line(8, 150) + u".pdf"), "application/pdf", bytes()});
        return m;
    }

private:
    QString name()
    {
        QString s = line(5, maxDisplayName).remove(u'@');
        return upTo(5) ? s : QString();
    }
    QByteArray bytes()
    {
        QByteArray b;
        for (int n = upTo(3) ? upTo(400) : 0; n > 0; --n)
            b += char(upTo(256));
        return b;
    }
    std::mt19937 m_random;
};

} // namespace

void TestMimeWriter::writesPlainText()
{
    MailMessage m = plainMail();
    m.text = u"Grüße\n.\nFrom here = there \n"_s;
    QCOMPARE(written(m), QByteArray("Date: Fri, 14 Nov 2025 09:30:00 +0100\r\n"
                                    "From: Anna Meyer <clerk@seller.example>\r\n"
                                    "To: ap@payer.example\r\n"
                                    "Subject: Invoice 4711 is due\r\n"
                                    "Message-ID: <duedesk.7.b00c@seller.example>\r\n"
                                    "MIME-Version: 1.0\r\n"
                                    "Content-Type: text/plain; charset=utf-8\r\n"
                                    "Content-Transfer-Encoding: quoted-printable\r\n"
                                    "\r\n"
                                    "Gr=C3=BC=C3=9Fe\r\n"
                                    ".\r\n"
                                    "=46rom here =3D there=20\r\n"));
}

void TestMimeWriter::writesAlternativeInMixed()
{
    MailMessage m = plainMail();
    m.html = u"<p>due</p>"_s;
    m.attachments = {{u"Übersicht 2025.pdf"_s, "application/pdf", "%PDF"}};
    const QByteArray b = written(m);
    QCOMPARE(wireFault(b), QString());
    QVERIFY(b.contains("Content-Disposition: attachment;\r\n "
                       "filename*=utf-8''%C3%9Cbersicht%202025.pdf\r\n\r\nJVBERg==\r\n\r\n--=_m"));
    const QJsonObject read = readByPython({b}).value(0);
    QCOMPARE(read["types"_L1].toArray(), (QJsonArray{"multipart/mixed"_L1, "multipart/alternative"_L1, "text/plain"_L1,
                                                     "text/html"_L1, "application/pdf"_L1}));
    QCOMPARE(difference(m, read), QString());
}

void TestMimeWriter::sameMailSameBytes()
{
    MailMessage m = Nasty(3).mail();
    const QByteArray first = written(m);
    QCOMPARE(written(m), first);
    QCOMPARE(mimeDigest(first).size(), 64);
    m.text += u'x';
    QVERIFY(written(m) != first);
    QVERIFY(mimeDigest(written(m)) != mimeDigest(first));
}

void TestMimeWriter::everyTextComesBack()
{
    Nasty nasty(20251114);
    std::vector<MailMessage> asked;
    std::vector<QByteArray> bytes;
    for (int i = 0; i < 700; ++i) {
        asked.push_back(nasty.mail());
        bytes.push_back(written(asked.back()));
        QVERIFY2(wireFault(bytes.back()).isEmpty(),
                 qPrintable(wireFault(bytes.back()) + u'\n' + QString::fromLatin1(bytes.back())));
    }
    const QList<QJsonObject> read = readByPython(bytes);
    QCOMPARE(read.size(), qsizetype(asked.size()));
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const QString d = difference(asked[i], read[qsizetype(i)]);
        QVERIFY2(d.isEmpty(), qPrintable(u"mail %1\n"_s.arg(i) + d + u'\n' + QString::fromLatin1(bytes[i].left(1500))));
    }
}

void TestMimeWriter::longLinesAreBroken()
{
    MailMessage m = plainMail();
    m.text = QString(5000, u'x') + u'\n' + QString(5000, u'ü') + u'\n' + QString(2000, u' ');
    m.subject = QString(maxSubject, u'日');
    m.toName = QString(maxDisplayName, u'é');
    m.to = QString(64, u'a') + u'@' + QString(60, u'b') + u'.' + QString(60, u'c') + u".example";
    m.attachments = {{QString(85, u'ö') + u".pdf", "application/pdf", QByteArray(10'000, '\xff')}};
    const QByteArray b = written(m);
    QCOMPARE(wireFault(b), QString());
    QCOMPARE(difference(m, readByPython({b}).value(0)), QString());
}

void TestMimeWriter::refuses_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto add = [](const char* field, const QString& value) {
        static int row = 0;
        QTest::addRow("%s %d", field, ++row) << QString::fromLatin1(field) << value;
    };
    const QString cut = u"x\r\nBcc: spy@evil.example"_s;
    // Every way to end a header line or to hide in one, in every field that becomes a header.
    for (const QString& bad :
         QStringList{cut, u"x\ny"_s, u"x\ry"_s, u"x"_s + QChar(0) + u"y", u"x\ty"_s, u"x\x1b[2Jy"_s, u"x\u0085y"_s,
                     u"x\u2028y"_s, u"x\u202ey"_s, u"x\u2066y"_s, u"x\ufeffy"_s, u"x\x7fy"_s, u"x"_s + QChar(0xdc00)}) {
        for (const char* field : {"subject", "from name", "to name", "attachment"})
            add(field, bad);
        for (const char* field : {"from", "to", "reply to"})
            add(field, bad + u"@payer.example"_s);
        for (const char* field : {"message id", "in reply to", "references"})
            add(field, u'<' + bad + u"@payer.example>"_s);
    }
    for (const char* field : {"from", "to"})
        for (const QString& bad : QStringList{u""_s, u"nobody"_s, u"a@b"_s, u"a@payer.example,b@payer.example"_s,
                                              u"a@payer.example b@payer.example"_s, u"A <a@payer.example>"_s,
                                              u"a@p\u0430yer.example"_s, u"a@\u0430\u0440\u0440\u04cf\u0435.com"_s,
                                              u"a@xn--80ak6aa92e.com"_s, u"a@"_s + QString(300, u'd') + u".example"})
            add(field, bad);
    add("subject", u""_s);
    add("subject", u"   "_s);
    add("subject", QString(maxSubject + 1, u's'));
    add("to name", QString(maxDisplayName + 1, u'n'));
    add("to name", u"boss@payer.example"_s);
    add("text", u" \n"_s);
    add("text", u"x"_s + QChar(0));
    add("text", u"x"_s + QChar(0xd800));
    add("text", QString(maxTextBytes + 1, u'x'));
    add("html", u"x"_s + QChar(0));
    add("date", u"none"_s);
    for (const QString& bad : QStringList{u""_s, u"x"_s, u"<x>"_s, u"<@x>"_s, u"<x@>"_s, u"<x@y@z>"_s, u"<a b@c>"_s,
                                          u"<a@b> <c@d>"_s, u'<' + QString(400, u'x') + u"@y>"})
        add("message id", bad);
    for (const QString& bad : QStringList{u""_s, u"../x.pdf"_s, u"/etc/passwd"_s, u"a\\b.pdf"_s, u"con"_s,
                                          u"LPT1.txt"_s, u".hidden"_s, u"x."_s, u"a\"b.pdf"_s, QString(300, u'n')})
        add("attachment", bad);
    add("attachment", u"type:text/html; x=y"_s);
    add("attachment", u"type:multipart/mixed"_s);
    add("attachment", u"type:message/rfc822"_s);
    add("attachment", u"type:text/x\r\nBcc: spy@evil.example"_s);
    add("attachment", u"size"_s);
    add("attachment", u"count"_s);
    add("attachment", u"total"_s);
    add("references", u"count"_s);
}

void TestMimeWriter::refuses()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    MailMessage m = plainMail();
    if (field == "from"_L1)
        m.from = value;
    else if (field == "from name"_L1)
        m.fromName = value;
    else if (field == "to"_L1)
        m.to = value;
    else if (field == "to name"_L1)
        m.toName = value;
    else if (field == "reply to"_L1)
        m.replyTo = value;
    else if (field == "subject"_L1)
        m.subject = value;
    else if (field == "text"_L1)
        m.text = value;
    else if (field == "html"_L1)
        m.html = value;
    else if (field == "date"_L1)
        m.date = 0;
    else if (field == "message id"_L1)
        m.messageId = value;
    else if (field == "in reply to"_L1)
        m.inReplyTo = value;
    else if (field == "references"_L1)
        m.references = value == "count"_L1 ? QStringList(51, u"<a@b>"_s) : QStringList{value};
    else if (value == "size"_L1)
        m.attachments = {{u"x.bin"_s, "application/pdf", QByteArray(maxAttachmentBytes + 1, 'x')}};
    else if (value == "count"_L1)
        m.attachments.assign(maxAttachments + 1, {u"x.pdf"_s, "application/pdf", "x"});
    else if (value == "total"_L1)
        m.attachments.assign(2, {u"x.pdf"_s, "application/pdf", QByteArray(maxAttachmentBytes, 'x')});
    else if (value.startsWith("type:"_L1))
        m.attachments = {{u"x.pdf"_s, value.mid(5).toLatin1(), "x"}};
    else
        m.attachments = {{value, "application/pdf", "x"}};
    const auto bytes = writeMime(m);
    QVERIFY2(!bytes, bytes ? bytes->left(1000).constData() : "");
    QCOMPARE(bytes.error().field, field);
    QVERIFY(!bytes.error().what.isEmpty() && !bytes.error().remedy.isEmpty());
}

void TestMimeWriter::messageIdIsFixed()
{
    const EmailAddress from = *EmailAddress::parse(u"clerk@Seller.example"_s, u"from"_s);
    QCOMPARE(messageIdFor(42, u"{1b4e28ba-2fa1}"_s, from), u"<duedesk.42.1b4e28ba-2fa1@seller.example>"_s);
    MailMessage m = plainMail();
    m.messageId = messageIdFor(std::numeric_limits<std::int64_t>::max(), QString(200, u'u'), from);
    QVERIFY(writeMime(m));
}

void TestMimeWriter::fileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("fine") << u"Statement 2025-11.pdf"_s << u"Statement 2025-11.pdf"_s;
    QTest::newRow("letters") << u"Übersicht 請求.pdf"_s << u"Übersicht 請求.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"_._etc_passwd"_s;
    QTest::newRow("windows path") << u"C:\\x\\y.pdf"_s << u"C__x_y.pdf"_s;
    QTest::newRow("device") << u"con.pdf"_s << u"_con.pdf"_s;
    QTest::newRow("port") << u"COM1"_s << u"_COM1"_s;
    QTest::newRow("no port") << u"COM10.pdf"_s << u"COM10.pdf"_s;
    QTest::newRow("controls") << u"a\nb\u202ec.pdf"_s << u"a_b_c.pdf"_s;
    QTest::newRow("dots at the end") << u"x. . "_s << u"x"_s;
    QTest::newRow("nothing") << u"..."_s << u"file"_s;
    QTest::newRow("option") << u"-rf"_s << u"rf"_s;
    QTest::newRow("long") << QString(300, u'é') + u".pdf" << QString(88, u'é') + u".pdf";
}

void TestMimeWriter::fileNames()
{
    QFETCH(QString, name);
    QFETCH(QString, safe);
    QCOMPARE(safeFileName(name), safe);
    QVERIFY(isSafeFileName(safe));
    QCOMPARE(isSafeFileName(name), name == safe);
}

QTEST_APPLESS_MAIN(TestMimeWriter)
#include "tst_mimewriter.moc"
