#include "core/mail/mimewriter.h"

#include "core/base/text.h"
#include "core/mail/filenames.h"
#include "core/mail/mimetext.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTimeZone>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype maxReferences = 50;
constexpr qsizetype maxId = 400;

Outcome checkLine(const QString& field, const QString& text, qsizetype limit)
{
    if (firstHidden(text) >= 0)
        return refuse(field, u"holds a line break or another character that cannot be seen"_s, u"type it anew"_s,
                      excerpt(text));
    if (text.size() > limit)
        return refuse(field, u"is longer than %1 characters"_s.arg(limit), u"shorten it"_s, excerpt(text));
    return {};
}

// Mail readers hide an address behind a name: a name that is another address is a trap.
Outcome checkName(const QString& field, const QString& name, const QString& address)
{
    if (name.contains(u'@') && name.trimmed().compare(address.trimmed(), Qt::CaseInsensitive) != 0)
        return refuse(field, u"holds an @"_s, u"write a name; the address has a field of its own"_s, excerpt(name));
    return checkLine(field, name, maxDisplayName);
}

Outcome checkBody(const QString& field, const QString& text)
{
    if (text.contains(QChar(0)) || !text.isValidUtf16())
        return refuse(field, u"holds a character that is none"_s, u"type the text anew"_s);
    if (text.toUtf8().size() > maxTextBytes)
        return refuse(field, u"is longer than 1 MB"_s, u"send the long part as an attachment"_s);
    return {};
}

Outcome checkId(const QString& field, const QString& id)
{
    const bool shaped = id.size() >= 5 && id.size() <= maxId && id.startsWith(u'<') && id.endsWith(u'>')
                        && id.count(u'@') == 1 && id[1] != u'@' && id[id.size() - 2] != u'@';
    const auto fits = [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7f && !u"<>()[]\\\",;:"_s.contains(c);
    };
    const QStringView inner = shaped ? QStringView(id).mid(1, id.size() - 2) : QStringView();
    if (!shaped || !std::all_of(inner.begin(), inner.end(), fits))
        return refuse(field, u"is not a message id"_s, u"it looks like <unique@domain>"_s, excerpt(id));
    return {};
}

bool isToken(const QByteArray& t)
{
    return !t.isEmpty() && std::all_of(t.begin(), t.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || QByteArrayView("!#$&-^_.+").contains(c);
    });
}

Outcome checkAttachment(const MailAttachment& a)
{
    const QString field = u"attachment"_s;
    if (!isSafeFileName(a.name))
        return refuse(field, u"has a name that cannot be sent"_s,
                      u"rename it: no path, none of / \\ : * ? \" < > |, at most 180 bytes"_s, excerpt(a.name));
    const QList<QByteArray> type = a.type.toLower().split('/');
    if (type.size() != 2 || !isToken(type[0]) || !isToken(type[1]) || a.type.size() > 60 || type[0] == "multipart"
        || type[0] == "message")
        return refuse(field, u"has an unknown type"_s, u"name it like application/pdf"_s,
                      excerpt(QString::fromLatin1(a.type)));
    if (a.bytes.size() > maxAttachmentBytes)
        return refuse(field, u"is larger than 10 MB"_s, u"send a smaller file"_s, excerpt(a.name));
    return {};
}

struct Addresses {
    EmailAddress from, to;
    std::optional<EmailAddress> replyTo;
};

Result<Addresses> checkAddresses(const MailMessage& m)
{
    auto from = EmailAddress::parse(m.from, u"from"_s);
    if (!from)
        return fail(from.error());
    auto to = EmailAddress::parse(m.to, u"to"_s);
    if (!to)
        return fail(to.error());
    std::optional<EmailAddress> replyTo;
    if (!m.replyTo.isEmpty()) {
        auto r = EmailAddress::parse(m.replyTo, u"reply to"_s);
        if (!r)
            return fail(r.error());
        replyTo = *r;
    }
    return Addresses{*from, *to, replyTo};
}

Outcome checkContent(const MailMessage& m)
{
    if (m.subject.trimmed().isEmpty())
        return refuse(u"subject"_s, u"is empty"_s, u"say what the mail is about"_s);
    if (m.text.trimmed().isEmpty())
        return refuse(u"text"_s, u"is empty"_s, u"write the mail"_s);
    if (m.references.size() > maxReferences)
        return refuse(u"references"_s, u"are more than 50"_s, u"keep the latest"_s);
    if (qsizetype(m.attachments.size()) > maxAttachments)
        return refuse(u"attachment"_s, u"is one of more than 20"_s, u"send fewer files"_s);
    // Four digits of a year, and not the epoch that stands for "none".
    if (m.date <= 0 || m.date > 253'402'214'400'000)
        return refuse(u"date"_s, u"is not set"_s, u"give the mail the time it is sent"_s);
    std::vector<Outcome> all{checkName(u"from name"_s, m.fromName, m.from),
                             checkName(u"to name"_s, m.toName, m.to),
                             checkLine(u"subject"_s, m.subject, maxSubject),
                             checkId(u"message id"_s, m.messageId),
                             checkBody(u"text"_s, m.text),
                             checkBody(u"html"_s, m.html)};
    if (!m.inReplyTo.isEmpty())
        all.push_back(checkId(u"in reply to"_s, m.inReplyTo));
    for (const QString& id : m.references)
        all.push_back(checkId(u"references"_s, id));
    for (const MailAttachment& a : m.attachments)
        all.push_back(checkAttachment(a));
    for (const Outcome& o : all)
        if (!o)
            return o;
    return {};
}

// "Fri, 14 Nov 2025 09:30:00 +0100", in English whatever the locale.
QByteArray dateText(Instant at, const QString& zone)
{
    static constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const QTimeZone named(zone.toLatin1());
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
    const int offset = zone.isEmpty() || !named.isValid() ? 0 : named.offsetFromUtc(utc) / 60;
    const QDateTime local = utc.addSecs(qint64(offset) * 60);
    const QDate d = local.date();
    const QTime t = local.time();
    return QByteArray::fromStdString(
        QString::asprintf("%s, %d %s %04d %02d:%02d:%02d %c%02d%02d", days[std::size_t(d.dayOfWeek() - 1)], d.day(),
                          months[std::size_t(d.month() - 1)], d.year(), t.hour(), t.minute(), t.second(),
                          offset < 0 ? '-' : '+', std::abs(offset) / 60, std::abs(offset) % 60)
            .toStdString());
}

QByteArray addressHeader(const char* name, const QString& display, const EmailAddress& address)
{
    mime::HeaderLine line(name);
    const QString shown = display.simplified();
    if (shown.isEmpty() || shown.contains(u'@')) { // a name that is the address says nothing more
        line.word(address.text().toLatin1());
    } else {
        line.phrase(shown);
        line.word('<' + address.text().toLatin1() + '>');
    }
    return line.finish();
}

// One id stays on the line of its name, however long: programs that look for it do not unfold.
QByteArray idHeader(const char* name, const QStringList& ids)
{
    if (ids.size() == 1)
        return QByteArray(name) + ": " + ids.front().toLatin1() + "\r\n";
    mime::HeaderLine line(name);
    for (const QString& id : ids)
        line.word(id.toLatin1());
    return line.finish();
}

// Header lines of a part, an empty line, its body; the body ends with CRLF.
QByteArray textPart(const char* subtype, const QString& text)
{
    QByteArray body = mime::withCrlf(text.toUtf8());
    if (!body.endsWith("\r\n"))
        body += "\r\n";
    const QByteArray quoted = mime::quotedPrintable(body);
    const bool useQuoted = quoted.size() <= body.size() / 3 * 4 + 64;
    QByteArray out = QByteArray("Content-Type: text/") + subtype + "; charset=utf-8\r\nContent-Transfer-Encoding: ";
    out += useQuoted ? "quoted-printable\r\n\r\n" : "base64\r\n\r\n";
    out += useQuoted ? quoted : mime::base64(body);
    return out;
}

QByteArray attachmentPart(const MailAttachment& a)
{
    const QString name = a.name.normalized(QString::NormalizationForm_C);
    return "Content-Type: " + a.type.toLower()
           + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment"
           + mime::parameter("filename", name) + "\r\n\r\n" + mime::base64(a.bytes);
}

// No encoded body can hold "=_", so the boundary stands in none of them.
QByteArray multipart(const char* subtype, char mark, const QByteArray& digest, const std::vector<QByteArray>& parts)
{
    const QByteArray boundary = QByteArray("=_") + mark + digest;
    QByteArray out = QByteArray("Content-Type: multipart/") + subtype + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
    for (const QByteArray& p : parts) // the line end before a boundary is the boundary's, so there is one more
        out += "--" + boundary + "\r\n" + p + "\r\n";
    return out + "--" + boundary + "--\r\n";
}

QByteArray body(const MailMessage& m)
{
    QByteArray content = textPart("plain", m.text);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray html = m.html.isEmpty() ? QByteArray() : textPart("html", m.html);
    std::vector<QByteArray> parts{{}};
    for (const MailAttachment& a : m.attachments)
        parts.push_back(attachmentPart(a));
    hash.addData(content);
    hash.addData(html);
    for (const QByteArray& p : parts)
        hash.addData(p);
    const QByteArray digest = hash.result().toHex().left(24);
    if (!html.isEmpty())
        content = multipart("alternative", 'a', digest, {content, html});
    if (m.attachments.empty())
        return content;
    parts.front() = content;
    return multipart("mixed", 'm', digest, parts);
}

} // namespace

Result<QByteArray> writeMime(const MailMessage& m)
{
    const auto addresses = checkAddresses(m);
    if (!addresses)
        return fail(addresses.error());
    if (const Outcome o = checkContent(m); !o)
        return fail(o.error());
    QByteArray out = "Date: " + dateText(m.date, m.zone) + "\r\n";
    out += addressHeader("From", m.fromName, addresses->from);
    out += addressHeader("To", m.toName, addresses->to);
    if (const auto& replyTo = addresses->replyTo)
        out += addressHeader("Reply-To", {}, *replyTo);
    mime::HeaderLine subject("Subject");
    subject.text(m.subject);
    out += subject.finish();
    out += idHeader("Message-ID", {m.messageId});
    if (!m.inReplyTo.isEmpty())
        out += idHeader("In-Reply-To", {m.inReplyTo});
    if (!m.references.isEmpty())
        out += idHeader("References", m.references);
    out += "MIME-Version: 1.0\r\n" + body(m);
    if (out.size() > maxMessageBytes)
        return refuse(u"attachment"_s, u"makes the mail larger than 25 MB"_s, u"send fewer or smaller files"_s);
    return out;
}

QString messageIdFor(std::int64_t outboxRow, const QString& bookUuid, const EmailAddress& from)
{
    QString book;
    for (const QChar c : bookUuid)
        if (c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-'))
            book += c;
    return u"<duedesk."_s + QString::number(outboxRow) + u'.' + book.left(64) + u'@' + from.domain() + u'>';
}

QByteArray mimeDigest(const QByteArray& mime)
{
    return QCryptographicHash::hash(mime, QCryptographicHash::Sha256).toHex();
}

} // namespace duedesk
