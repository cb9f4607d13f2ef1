#include "core/mail/smtperrors.h"

#include "core/base/text.h"

#include <openssl/x509_vfy.h>

using namespace Qt::StringLiterals;

namespace duedesk::smtp {
namespace {

constexpr qsizetype maxReply = 300;

SendResult result(SendResult::Fate fate, bool permanent, bool atServer, ErrorCode code, const QString& what,
                  const QString& remedy)
{
    SendResult r;
    r.fate = fate;
    r.permanent = permanent;
    r.atServer = atServer;
    r.error.code = code;
    r.error.what = what;
    r.error.remedy = remedy;
    return r;
}

SendResult unknown(const Evidence& seen, const QString& host)
{
    const QString why = seen.stopped                            ? u"the program was stopped"_s
                        : seen.code == CURLE_OPERATION_TIMEDOUT ? u"no answer came"_s
                                                                : u"the connection was cut"_s;
    return result(SendResult::Fate::Unknown, false, false, ErrorCode::Unreachable,
                  u"the whole mail was handed to %1, then %2: it may have gone"_s.arg(host, why),
                  u"ask the recipient or look at the server's log, then mark it sent or queue it again"_s);
}

SendResult refusedByServer(const Evidence& seen, const QString& host, const EmailAddress& to)
{
    const bool permanent = seen.replyCode >= 500;
    QString what, remedy = permanent ? u"read the server's words; ask who runs the mail server"_s
                                     : u"it will be tried again later"_s;
    bool atServer = false;
    if (seen.handedOver || seen.curlWords.startsWith("DATA")) {
        what = u"%1 refused the mail: %2"_s.arg(host, seen.reply);
    } else if (seen.curlWords.startsWith("RCPT")) {
        what = u"%1 refused the recipient %2: %3"_s.arg(host, to.text(), seen.reply);
        if (permanent)
            remedy = u"check the address, or find another person at this customer"_s;
    } else if (seen.curlWords.startsWith("MAIL")) {
        what = u"%1 refused the sender: %2"_s.arg(host, seen.reply);
        remedy = permanent ? u"check the sender's address, and whether the server asks for a user name"_s : remedy;
        atServer = true;
    } else {
        what = u"%1 refused to talk: %2"_s.arg(host, seen.reply);
        atServer = true;
    }
    SendResult r = result(SendResult::Fate::Failed, permanent, atServer, ErrorCode::Refused, what, remedy);
    // RFC 3463: 5.1 is about the address; servers without those digits say it by the code alone.
    const QString enhanced = seen.reply.mid(4, 4);
    const bool byCode = (seen.replyCode == 550 || seen.replyCode == 551 || seen.replyCode == 553)
                        && !(enhanced.startsWith("5."_L1) && enhanced.endsWith(u'.'));
    r.addressRefused = seen.curlWords.startsWith("RCPT") && permanent && (byCode || enhanced == "5.1."_L1);
    return r;
}

SendResult badCertificate(const Evidence& seen, const QString& host)
{
    QString why;
    QString remedy = u"nothing was sent; ask who runs the mail server, and do not go on without"_s;
    switch (seen.verifyResult) {
    case X509_V_ERR_CERT_HAS_EXPIRED: why = u"has expired"_s; break;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        why = u"is not valid yet"_s;
        remedy = u"nothing was sent; check the date of this computer"_s;
        break;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: why = u"is signed by itself, by nobody this computer trusts"_s; break;
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE: why = u"is signed by nobody this computer trusts"_s; break;
    case X509_V_ERR_CERT_REVOKED: why = u"was revoked"_s; break;
    case X509_V_ERR_UNSPECIFIED: // what libcurl leaves when it is the name that does not fit
    case X509_V_OK:
        why = u"is for another host"_s;
        remedy = u"nothing was sent; write the server's name as its owner gives it, or ask who runs it"_s;
        break;
    default: why = u"cannot be trusted: "_s + QString::fromLatin1(X509_verify_cert_error_string(seen.verifyResult));
    }
    return failedAtServer(u"the certificate of %1 %2"_s.arg(host, why), remedy, true);
}

SendResult notSent(const Evidence& seen, const SmtpServer& server)
{
    const QString& host = server.host;
    const QString at = u"%1 on port %2"_s.arg(host).arg(server.port);
    switch (seen.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return failedAtServer(u"no mail server called %1 was found"_s.arg(host),
                              u"check its name in the settings, and the network"_s, false);
    case CURLE_COULDNT_CONNECT:
        return failedAtServer(
            u"no mail server answers at %1"_s.arg(at),
            u"check host and port in the settings (587 with STARTTLS, 465 with TLS), and the network"_s, false);
    case CURLE_PEER_FAILED_VERIFICATION: return badCertificate(seen, host);
    case CURLE_SSL_CACERT_BADFILE:
        return failedAtServer(u"the file of trusted certificates cannot be read: "_s + server.caFile,
                              u"check its path and that it is PEM"_s, true);
    case CURLE_USE_SSL_FAILED:
        return failedAtServer(
            u"%1 offers no TLS"_s.arg(at),
            u"nothing was sent, and no password; choose TLS for port 465, or ask who runs the server"_s, true);
    case CURLE_SSL_CONNECT_ERROR:
        return failedAtServer(u"no TLS connection could be made to %1: %2"_s.arg(at, plainWords(seen.curlWords)),
                              u"choose STARTTLS for port 587 and TLS for 465"_s, true);
    case CURLE_LOGIN_DENIED:
        return failedAtServer(u"%1 refused the user name or the password: %2"_s.arg(host, seen.reply),
                              u"type the password again; some servers want one made for programs"_s,
                              seen.replyCode >= 500 || seen.replyCode < 400);
    case CURLE_OPERATION_TIMEDOUT:
        return failedAtServer(u"%1 did not answer in time, the mail did not go"_s.arg(at),
                              u"it will be tried again later; check the network"_s, false);
    default:
        return failedAtServer(
            u"the connection to %1 was cut before the mail was handed over: %2"_s.arg(at, plainWords(seen.curlWords)),
            u"it will be tried again later; check the network"_s, false);
    }
}

} // namespace

QString plainWords(const QByteArray& reply)
{
    QString s = QString::fromUtf8(reply.left(4 * maxReply)).simplified();
    for (qsizetype at = firstHidden(s); at >= 0; at = firstHidden(s))
        s.remove(at, 1);
    return s.size() > maxReply ? s.left(maxReply) + u'…' : s;
}

SendResult failedAtServer(const QString& what, const QString& remedy, bool permanent)
{
    return result(SendResult::Fate::Failed, permanent, true, ErrorCode::Unreachable, what, remedy);
}

SendResult judge(const Evidence& seen, const SmtpServer& server, const EmailAddress& to)
{
    const bool refused = seen.replyCode >= 400;
    SendResult r;
    if (seen.handedOver) {
        r = refused ? refusedByServer(seen, server.host, to) : unknown(seen, server.host);
    } else if (seen.stopped) {
        r = result(SendResult::Fate::Failed, false, false, ErrorCode::Cancelled,
                   u"sending was stopped before the mail was handed over"_s, u"it stays in the outbox"_s);
    } else {
        const bool words = refused
                           && (seen.code == CURLE_SEND_ERROR || seen.code == CURLE_WEIRD_SERVER_REPLY
                               || seen.code == CURLE_REMOTE_ACCESS_DENIED || seen.code == CURLE_RECV_ERROR
                               || seen.code == CURLE_GOT_NOTHING);
        r = words ? refusedByServer(seen, server.host, to) : notSent(seen, server);
    }
    r.reply = seen.reply;
    return r;
}

} // namespace duedesk::smtp
