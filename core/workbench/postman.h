// Works the outbox of the book on display: claims a mail in the book, hands it to the server on a thread of its own, and
// writes down what became of it. One program at a time does so; what a program left behind as being sent becomes unknown.
#pragma once
#include "core/base/error.h"
#include "core/command/remindercommands.h"
#include "core/mail/outboxlock.h"
#include "core/mail/smtpsender.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <atomic>
#include <functional>
#include <optional>

namespace duedesk {

class SecretStore;
class Workbench;

class Postman : public QObject {
    Q_OBJECT
public:
    enum class Mode : std::uint8_t {
        Off, // no account is set up, or mails go by the mail program
        Resting, // nothing waits
        Waiting, // the first mail is held, or its domain is given a pause
        Sending,
        Paused, // the server, the settings or the password: see problem(); goes on after resume(), or by itself
        Elsewhere, // another program sends the mails of this book
    };
    struct Options {
        SmtpLimits limits;
        QString caFile; // certificates to trust; "" = the system's
        int againMs = 60'000; // after a server that was not to be reached
    };
    // The stores of secrets outlive it. Nothing is sent before the event loop runs.
    Postman(Workbench& workbench, SecretStore& session, SecretStore& keychain);
    Postman(Workbench& workbench, SecretStore& session, SecretStore& keychain, Options options);
    ~Postman() override; // close()

    Mode mode() const { return m_mode; }
    const Error& problem() const { return m_problem; } // of Paused; empty otherwise
    // The settings or the password changed, or somebody wants it tried again.
    void resume();
    // The password of the mail account as a person typed it: for this session, and in the keychain where `keep`; then
    // resume(). Unreachable = there is no keychain: it holds for the session all the same.
    Outcome setPassword(const Secret& password, bool keep);
    // Looks at the book; it does so by itself when the book changes or a hold is over.
    void look();
    // Ends in order: a mail on its way gets 3 s, then its fate is written down. Nothing is sent after.
    void close();

signals:
    void modeChanged();
    // The server, the keychain or the folder: mails wait, see problem(). Over when mode() is Paused no more.
    void trouble(const duedesk::Error& problem);
    // Once per attempt, when its result is in the book. Queued = the server said later.
    void delivered(duedesk::OutboxId message, duedesk::OutboxState state, const QString& words);

private:
    enum class Phase : std::uint8_t { Idle, Asking, Reading, Claiming, Sending, Finishing };

    void begin();
    bool holdsOutbox();
    bool settleWhatWasLeft();
    void bytesOf(const OutboxMessage& m, std::function<void(const Result<QByteArray>&)> then);
    void signInAndClaim(OutboxId id, const MailAccount& account);
    void claim(OutboxId id);
    void exportFile(const OutboxMessage& m, const MailAccount& account);
    void writeFile(const OutboxMessage& m, const QString& folder, const Result<QByteArray>& mime);
    void claimed();
    void send(const OutboxMessage& m);
    void handOver(const OutboxMessage& m, const Result<QByteArray>& mime);
    void onResult(const SendResult& result);
    void finish(FinishSending what);
    void submitFinish();
    void finished();
    void pause(const Error& why, int ms); // 0 = until resume()
    void wake(qint64 ms);
    void setMode(Mode m);
    const OutboxMessage* row(OutboxId id) const;

    Workbench& m_workbench;
    SecretStore& m_session;
    SecretStore& m_keychain;
    Options m_options;
    QTimer m_timer;
    QThread m_thread;
    QObject* m_courier; // lives on m_thread
    std::optional<OutboxLock> m_lock;
    Mode m_mode = Mode::Off;
    Phase m_phase = Phase::Idle;
    Error m_problem;
    bool m_paused = false, m_closing = false, m_submitted = false;
    OutboxId m_message; // claimed, being sent or being finished
    Secret m_password;
    FinishSending m_finish;
    std::atomic_bool m_stop = false;
};

} // namespace duedesk
