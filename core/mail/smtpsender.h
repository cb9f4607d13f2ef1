// One attempt to hand one mail to an SMTP server, by libcurl: over TLS with the certificate and the host name checked,
// or in the clear to this computer alone. What an attempt came to is told in three words: sent, failed, unknown.
#pragma once
#include "core/base/emailaddress.h"
#include "core/base/error.h"
#include "core/base/secret.h"
#include "core/domain/mailaccount.h"

#include <QByteArray>
#include <atomic>
#include <memory>

namespace duedesk {

struct SmtpServer {
    QString host;
    int port = 587;
    MailSecurity security = MailSecurity::StartTls;
    QString userName; // "" = the server asks for none
    QString caFile;   // certificates to trust, PEM; "" = the system's
    static SmtpServer of(const MailAccount& account);
};

struct SmtpLimits {
    int connectMs = 20'000;
    int stallSeconds = 300; // without a byte or an answer
    int wholeMs = 600'000;
};

struct SendResult {
    enum class Fate : std::uint8_t {
        Sent,    // the server took it
        Failed,  // it surely did not go
        Unknown, // all of it was handed over and no answer came: it may have gone
    };
    Fate fate = Fate::Failed;
    bool permanent = true;    // failed: trying again will not help without a change
    bool atServer = false;    // failed: not about this mail but about the server, its settings or the password
    bool addressRefused = false; // failed: the server knows no such recipient
    QString reply;            // the server's last words, without control characters
    Error error;              // of Failed and Unknown: what happened and what to do
};

class SmtpSender {
public:
    explicit SmtpSender(SmtpServer server, SmtpLimits limits = {});
    ~SmtpSender();
    SmtpSender(const SmtpSender&) = delete;
    SmtpSender& operator=(const SmtpSender&) = delete;

    // Blocks; for a thread that may wait. One connection, one recipient, one result; nothing is tried twice.
    // `mime` is sent as it is (writeMime); bare CR or LF in it is refused. `stop` turned true ends the attempt.
    SendResult send(const EmailAddress& from, const EmailAddress& to, const QByteArray& mime, const Secret& password,
                    const std::atomic_bool* stop = nullptr);
    // Says goodbye to the server of the last attempt, for 3 s at most. send() returns before that, so that its result is
    // not held up; the next send and the destructor do it too.
    void hangUp();

private:
    struct Connection;
    SmtpServer m_server;
    SmtpLimits m_limits;
    std::unique_ptr<Connection> m_last;
};

} // namespace duedesk
