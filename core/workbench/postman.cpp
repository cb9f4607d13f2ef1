#include "core/workbench/postman.h"

#include "core/base/edge.h"
#include "core/insight/letters/mailleave.h"
#include "core/mail/emlfile.h"
#include "core/mail/filenames.h"
#include "core/mail/outboxsender.h"
#include "core/mail/secretstore.h"
#include "core/workbench/workbench.h"

#include <QEventLoop>
#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int lockAgainMs = 30'000, commitAgainMs = 5'000;
constexpr int goodbyeMs = 3'000, closeMs = 15'000;
constexpr QStringView courierEdge = u"a mail was handed to the server";
constexpr qint64 longestSleepMs = 60'000; // the clock may be set, and a laptop sleeps

const MailAccount* accountOf(const Book& book)
{
    const MailAccount* found = nullptr;
    book.rows<MailAccount>().forEach([&](std::uint32_t, const MailAccount& a) { found = found ? found : &a; });
    return found;
}

// What nextToSend looks at: what waits or is on its way, and who was written to a moment ago.
std::vector<OutboxMessage> recent(const Book& book, Instant now, int secondsBetween)
{
    std::vector<OutboxMessage> out;
    const Instant since = now - Instant(secondsBetween) * 1000;
    book.rows<OutboxMessage>().forEach([&](std::uint32_t, const OutboxMessage& m) {
        if (m.state == OutboxState::Queued || m.state == OutboxState::Sending
            || std::max(m.startedAt, m.endedAt) > since)
            out.push_back(m);
    });
    return out;
}

// An attempt that could not even begin.
SendResult notSendable(const Error& why)
{
    SendResult r;
    r.error = why;
    return r;
}

// Nobody knows how far an attempt came that ended by a defect.
SendResult brokenOff(const Error& why)
{
    SendResult r;
    r.fate = SendResult::Fate::Unknown;
    r.error = why;
    return r;
}

// Tells the result before it says goodbye to the server: a program that is killed meanwhile has it written down.
void attempt(const SmtpServer& server, const SmtpLimits& limits, const MailAccount& account, const OutboxMessage& m,
             const QByteArray& mime, const Secret& password, const std::atomic_bool& stop,
             const std::function<void(const SendResult&)>& tell)
{
    const auto from = EmailAddress::parse(account.fromAddress, u"from"_s);
    const auto to = EmailAddress::parse(m.toAddress, u"to"_s);
    if (!from || !to) {
        tell(notSendable(from ? to.error() : from.error()));
        return;
    }
    SmtpSender sender(server, limits);
    tell(sender.send(*from, *to, mime, password, &stop));
}

} // namespace

Postman::Postman(Workbench& workbench, SecretStore& session, SecretStore& keychain)
    : Postman(workbench, session, keychain, Options())
{
}

Postman::Postman(Workbench& workbench, SecretStore& session, SecretStore& keychain, Options options)
    : m_workbench(workbench), m_session(session), m_keychain(keychain), m_options(std::move(options)),
      m_courier(new QObject)
{
    m_courier->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_courier, &QObject::deleteLater);
    m_thread.setObjectName(u"postman"_s);
    m_thread.start();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Postman::look);
    // Queued: these come while a command is being submitted, also by ourselves.
    connect(&workbench, &Workbench::changed, this, &Postman::look, Qt::QueuedConnection);
    connect(&workbench, &Workbench::savingChanged, this, &Postman::look, Qt::QueuedConnection);
    connect(&workbench, &Workbench::refused, this, &Postman::look, Qt::QueuedConnection);
    connect(&workbench, &Workbench::troubleOver, this, &Postman::look, Qt::QueuedConnection);
    wake(0);
}

Postman::~Postman()
{
    close();
    m_thread.quit();
    m_thread.wait();
}

void Postman::setMode(Mode m)
{
    if (m_mode == m)
        return;
    m_mode = m;
    emit modeChanged();
}

void Postman::wake(qint64 ms) { m_timer.start(int(std::clamp<qint64>(ms, 0, longestSleepMs))); }

const OutboxMessage* Postman::row(OutboxId id) const { return m_workbench.book()->rows<OutboxMessage>().find(id); }

void Postman::pause(const Error& why, int ms)
{
    m_problem = why;
    m_paused = true;
    setMode(Mode::Paused);
    emit trouble(why);
    if (ms > 0)
        QTimer::singleShot(ms, this, &Postman::resume);
}

void Postman::resume()
{
    m_paused = false;
    m_problem = {};
    look();
}

Outcome Postman::setPassword(const Secret& password, bool keep)
{
    const MailAccount* account = accountOf(*m_workbench.book());
    if (!account)
        return fail(ErrorCode::Refused, u"no mail server is set"_s, u"set one up"_s);
    const QString key = smtpSecretKey(account->userName, account->host, account->port);
    Outcome kept = m_session.write(key, password);
    if (kept && keep) {
        const bool idle = m_phase == Phase::Idle;
        if (idle)
            m_phase = Phase::Asking; // the keychain may wait for a person, and is asked one thing at a time
        kept = m_keychain.write(key, password);
        if (idle)
            m_phase = Phase::Idle;
    }
    resume();
    return kept;
}

void Postman::look()
{
    switch (m_phase) {
    case Phase::Idle: begin(); break;
    case Phase::Claiming: claimed(); break;
    case Phase::Finishing: finished(); break;
    case Phase::Asking:
    case Phase::Reading:
    case Phase::Sending: break;
    }
}

bool Postman::holdsOutbox()
{
    if (m_lock)
        return true;
    auto lock = OutboxLock::take(m_workbench.path());
    if (lock) {
        m_lock = std::move(*lock);
        m_problem = {};
        return true;
    }
    m_problem = lock.error();
    setMode(Mode::Elsewhere);
    wake(lockAgainMs);
    return false;
}

// Mails that a program left behind while it sent them: nobody knows, so a person is asked.
bool Postman::settleWhatWasLeft()
{
    const auto rows = recent(*m_workbench.book(), m_workbench.clock().now(), 0);
    const auto left = leftInSending(rows, {});
    if (left.empty())
        return false;
    FinishSending f;
    f.message = left.front();
    f.attempt = row(left.front())->attempt;
    f.state = OutboxState::Unknown;
    f.words = u"the program ended while this mail was being sent: it may have gone"_s;
    finish(f);
    return true;
}

void Postman::begin()
{
    const MailAccount* account = accountOf(*m_workbench.book());
    if (m_closing || !account || account->mode == MailMode::MailProgram) {
        setMode(Mode::Off);
        return;
    }
    if (m_workbench.isSaving() || !m_workbench.canWrite() || !holdsOutbox() || settleWhatWasLeft() || m_paused)
        return;
    const Instant now = m_workbench.clock().now();
    const bool files = account->mode == MailMode::EmlFiles;
    const int pace = files ? 0 : account->secondsBetween;
    const NextSend next = nextToSend(recent(*m_workbench.book(), now, pace), now, pace);
    if (!next.id) {
        setMode(next.lookAgain ? Mode::Waiting : Mode::Resting);
        if (next.lookAgain)
            wake(next.lookAgain - now);
    } else if (files) {
        exportFile(*row(next.id), *account);
    } else {
        signInAndClaim(next.id, *account);
    }
}

// As a file it goes to the folder first and is marked then: written twice it is the same file.
void Postman::exportFile(const OutboxMessage& m, const MailAccount& account)
{
    if (!mayLeave(*m_workbench.book(), m, m_workbench.today(), m_workbench.clock().now()).leaves()) {
        FinishSending f;
        f.message = m.id;
        f.state = OutboxState::Exported;
        finish(f); // asks the guards again, and cancels it where one forbids it
        return;
    }
    m_phase = Phase::Reading;
    bytesOf(m, [this, m, folder = account.folder](const Result<QByteArray>& mime) {
        m_phase = Phase::Idle;
        if (!m_closing)
            writeFile(m, folder, mime);
    });
}

void Postman::writeFile(const OutboxMessage& m, const QString& folder, const Result<QByteArray>& mime)
{
    if (!mime) {
        claim(m.id); // which fails it with the reason; the others go on
        return;
    }
    const Customer* customer = m_workbench.book()->customers().find(m.customer);
    const QString name = safeFileName(m.day.toIso() + u' ' + (customer ? customer->name.left(60) : QString()) + u' '
                                      + QString::number(m.id.value));
    const auto path = writeEml(folder, name, *mime);
    if (!path) {
        pause(path.error(), 0);
        return;
    }
    FinishSending f;
    f.message = m.id;
    f.state = OutboxState::Exported;
    f.words = *path;
    finish(f);
}

// What was kept of a mail when it was written, attachments and all.
void Postman::bytesOf(const OutboxMessage& m, std::function<void(const Result<QByteArray>&)> then)
{
    const auto answer = [subject = m.subject, path = m_workbench.path(),
                         then = std::move(then)](const Result<QByteArray>& mime) {
        if (mime)
            then(mime);
        else
            then(fail(mime.error().code,
                      Lang::words("the mail “%1” and what is attached to it cannot be read from %2: %3", subject, path,
                                  mime.error().what),
                      Lang::words("write it again, or restore the book from a backup")));
    };
    m_workbench.content(m.bodySha256, this, answer);
}

void Postman::signInAndClaim(OutboxId id, const MailAccount& account)
{
    if (!account.userName.isEmpty()) {
        m_phase = Phase::Asking; // the keychain may wait for a person, in an event loop of its own
        auto password =
            smtpPassword(smtpSecretKey(account.userName, account.host, account.port), m_session, m_keychain);
        m_phase = Phase::Idle;
        if (!password) {
            pause(password.error(), 0);
            return;
        }
        m_password = std::move(*password);
    }
    claim(id);
}

void Postman::claim(OutboxId id)
{
    m_message = id;
    m_phase = Phase::Claiming;
    if (const Outcome o = m_workbench.submitQuietly(StartSending{id, {}}); !o) {
        m_phase = Phase::Idle;
        m_problem = o.error();
        wake(commitAgainMs);
    }
}

// The claim is in the book now, or a guard cancelled the mail, or the change was refused.
void Postman::claimed()
{
    const OutboxMessage* m = row(m_message);
    if (m && m->state == OutboxState::Sending && m_closing) {
        FinishSending f;
        f.message = m->id;
        f.attempt = m->attempt;
        f.state = OutboxState::Queued;
        f.words = u"the program ended before this mail was sent"_s;
        finish(f);
        return;
    }
    if (m && m->state == OutboxState::Sending) {
        send(*m);
        return;
    }
    if (m_workbench.isSaving())
        return;
    m_phase = Phase::Idle;
    wake(m && m->state == OutboxState::Queued ? commitAgainMs : 0);
}

void Postman::send(const OutboxMessage& m)
{
    m_phase = Phase::Sending;
    setMode(Mode::Sending);
    bytesOf(m, [this, m](const Result<QByteArray>& mime) { handOver(m, mime); });
}

void Postman::handOver(const OutboxMessage& m, const Result<QByteArray>& mime)
{
    if (m_closing) { // nothing has left yet
        m_phase = Phase::Claiming;
        claimed();
        return;
    }
    const MailAccount* account = accountOf(*m_workbench.book());
    if (!account || !mime) {
        onResult(notSendable(mime ? fail(ErrorCode::Refused, u"no mail server is set"_s, u"set one up"_s).error()
                                  : mime.error()));
        return;
    }
    SmtpServer server = SmtpServer::of(*account);
    server.caFile = m_options.caFile;
    m_stop = false;
    auto password = std::make_shared<Secret>(std::move(m_password));
    QMetaObject::invokeMethod(
        m_courier, [this, server, limits = m_options.limits, account = *account, m, bytes = *mime, password] {
            const auto tell = [this](const SendResult& r) {
                QMetaObject::invokeMethod(this, [this, r] { onResult(r); }, Qt::QueuedConnection);
            };
            if (const auto done =
                    atEdge(courierEdge, [&] { attempt(server, limits, account, m, bytes, *password, m_stop, tell); });
                !done)
                tell(brokenOff(done.error()));
        });
}

void Postman::onResult(const SendResult& r)
{
    const OutboxMessage* m = row(m_message);
    FinishSending f;
    f.message = m_message;
    f.attempt = m ? m->attempt : OperationId();
    f.words = r.fate == SendResult::Fate::Sent ? r.reply : r.error.message();
    f.addressRefused = r.addressRefused;
    switch (r.fate) {
    case SendResult::Fate::Sent: f.state = OutboxState::Sent; break;
    case SendResult::Fate::Unknown: f.state = OutboxState::Unknown; break;
    case SendResult::Fate::Failed:
        // The mail is not at fault where the server is: it stays in the queue, and no other is tried in vain.
        f.state = r.permanent && !r.atServer ? OutboxState::Failed : OutboxState::Queued;
        if (r.atServer)
            pause(r.error, r.permanent ? 0 : m_options.againMs);
        break;
    }
    finish(f);
}

void Postman::finish(FinishSending what)
{
    m_finish = std::move(what);
    m_message = m_finish.message;
    m_phase = Phase::Finishing;
    submitFinish();
}

void Postman::submitFinish()
{
    const Outcome o = m_workbench.submitQuietly(m_finish);
    m_submitted = o.has_value();
    if (o)
        return;
    const OutboxMessage* m = row(m_message);
    if (o.error().code == ErrorCode::Refused || !m) { // somebody else moved it on: theirs stands
        m_phase = Phase::Idle;
        wake(0);
        return;
    }
    m_problem = o.error();
    wake(commitAgainMs);
}

// The result is in the book, or could not be written: then it is tried until it is, or the program ends.
void Postman::finished()
{
    const OutboxMessage* m = row(m_message);
    const bool exporting = m_finish.state == OutboxState::Exported;
    const OutboxState before = exporting ? OutboxState::Queued : OutboxState::Sending;
    const bool held = exporting && m && m->releaseAt > m_workbench.clock().now(); // a guard has put it off
    if (m && m->state == before && !held && (exporting || m->attempt == m_finish.attempt)) {
        if (m_workbench.isSaving() || m_timer.isActive())
            return;
        if (!std::exchange(m_submitted, false))
            submitFinish();
        else
            wake(commitAgainMs); // the store refused it: the disk is full, or it is busy
        return;
    }
    m_phase = Phase::Idle;
    if (m && !held)
        emit delivered(m->id, m->state, m->error);
    look();
}

void Postman::close()
{
    if (m_closing)
        return;
    m_closing = true;
    m_timer.stop();
    if (m_phase != Phase::Idle) {
        QEventLoop loop;
        QTimer poll;
        connect(&poll, &QTimer::timeout, &loop, [&] {
            if (m_phase == Phase::Idle)
                loop.quit();
        });
        poll.start(20);
        QTimer::singleShot(goodbyeMs, &loop, [this] { m_stop = true; });
        QTimer::singleShot(closeMs, &loop, &QEventLoop::quit);
        loop.exec();
    }
    m_stop = true;
    m_lock.reset();
    setMode(Mode::Off);
}

} // namespace duedesk
