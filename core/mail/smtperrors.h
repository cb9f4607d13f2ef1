// What an attempt of libcurl came to, in words a clerk can act on.
#pragma once
#include "core/mail/smtpsender.h"

#include <curl/curl.h>

namespace duedesk::smtp {

// What was seen of an attempt that did not end well.
struct Evidence {
    CURLcode code = CURLE_OK;
    QByteArray curlWords;   // libcurl's own message
    long verifyResult = 0;  // OpenSSL's X509_V_ERR of the certificate
    int replyCode = 0;      // of the server's last answer; 0 = none
    QString reply;
    bool handedOver = false; // the last byte was given to libcurl: from then on the final dot may be out
    bool stopped = false;    // by us
};

SendResult judge(const Evidence& seen, const SmtpServer& server, const EmailAddress& to);
SendResult failedAtServer(const QString& what, const QString& remedy, bool permanent);
// A server's answer as one line of at most 300 characters, without what could steer a terminal.
QString plainWords(const QByteArray& reply);

} // namespace duedesk::smtp
