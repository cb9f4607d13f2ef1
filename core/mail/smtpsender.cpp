#include "core/mail/smtpsender.h"

#include "core/base/hostname.h"
#include "core/base/text.h"
#include "core/mail/smtperrors.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <curl/curl.h>
#include <mutex>
#include <netinet/in.h>
#include <optional>
#include <pthread.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr auto goodbye = std::chrono::seconds(3);

// A peer that is gone must be an error of a call, not a signal that ends the program. Only this thread, only meanwhile.
class NoBrokenPipe {
public:
    NoBrokenPipe()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~NoBrokenPipe()
    {
        const timespec now{};
        if (sigismember(&m_before, SIGPIPE) == 0)
            while (::sigtimedwait(&m_pipe, nullptr, &now) > 0) {
            }
        ::pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoBrokenPipe(const NoBrokenPipe&) = delete;
    NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;

private:
    sigset_t m_pipe{}, m_before{};
};

bool isLoopback(const sockaddr& a)
{
    if (a.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &a, sizeof v4);
        return (ntohl(v4.sin_addr.s_addr) >> 24) == 127;
    }
    if (a.sa_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &a, sizeof v6);
        return IN6_IS_ADDR_LOOPBACK(&v6.sin6_addr);
    }
    return false;
}

bool hasBareLineEnd(const QByteArray& b)
{
    for (qsizetype i = 0; i < b.size(); ++i) {
        if (b[i] == '\n' || (b[i] == '\r' && (i + 1 == b.size() || b[i + 1] != '\n')))
            return true;
        if (b[i] == '\r')
            ++i;
    }
    return false;
}

// An environment must not have the keys of our connections written to a file: libcurl looks for this name when it is
// prepared, for the whole process.
CURLcode prepare()
{
    if (qEnvironmentVariableIsSet("SSLKEYLOGFILE"))
        qunsetenv("SSLKEYLOGFILE");
    return ::curl_global_init(CURL_GLOBAL_DEFAULT);
}

void prepareLibrary()
{
    static const CURLcode once = prepare();
    invariant(once == CURLE_OK, "libcurl could not be prepared");
}

// What no connection is opened for; the settings were checked when they were made, and are again here.
std::optional<SendResult> refusal(const SmtpServer& server, const QByteArray& mime, const Secret& password)
{
    const bool plain = server.security == MailSecurity::LoopbackPlain;
    if (!isHostName(server.host) || server.port < 1 || server.port > 65535)
        return smtp::failedAtServer(u"no mail server is set"_s, u"enter its host and port in the settings"_s, true);
    if (plain && !isLoopbackHost(server.host))
        return smtp::failedAtServer(u"mail to %1 would leave without TLS"_s.arg(server.host),
                                    u"choose STARTTLS or TLS in the settings"_s, true);
    if (plain && !server.userName.isEmpty())
        return smtp::failedAtServer(u"a password is not sent without TLS"_s,
                                    u"choose STARTTLS or TLS, or leave the user name empty"_s, true);
    if (firstHidden(server.userName) >= 0 || password.view().find('\0') != std::string_view::npos)
        return smtp::failedAtServer(u"the user name or the password holds a character that cannot be sent"_s,
                                    u"type them again"_s, true);
    if (!mime.isEmpty() && !hasBareLineEnd(mime))
        return {};
    SendResult r;
    r.error.code = ErrorCode::CheckFailed;
    r.error.what = u"the kept mail is not as it was written"_s;
    r.error.remedy = u"write it anew"_s;
    return r;
}

} // namespace

SmtpServer SmtpServer::of(const MailAccount& a)
{
    SmtpServer s;
    s.host = a.host;
    s.port = a.port;
    s.security = a.security;
    s.userName = a.userName;
    return s;
}

// One transfer and what was seen of it. libcurl calls back into it while it runs and while it hangs up.
struct SmtpSender::Connection {
    CURL* curl = ::curl_easy_init();
    curl_slist* recipients = nullptr;
    std::array<char, CURL_ERROR_SIZE> words{};
    const QByteArray* bytes = nullptr;
    qsizetype given = 0;
    bool loopbackOnly = false;
    const std::atomic_bool* stop = nullptr;
    QByteArray lines; // of the answer that is coming in
    smtp::Evidence seen;
    std::mutex mutex;
    std::condition_variable closed;
    int socket = -1;

    ~Connection() { hangUp(); }
    void hangUp();
    void dress(const SmtpServer& server, const SmtpLimits& limits);

    static std::size_t onRead(char* to, std::size_t size, std::size_t count, void* self);
    static std::size_t onReply(char* line, std::size_t size, std::size_t count, void* self);
    static int onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
    static curl_socket_t onOpen(void* self, curlsocktype purpose, curl_sockaddr* address);
    static int onClose(void* self, curl_socket_t socket);
};

std::size_t SmtpSender::Connection::onRead(char* to, std::size_t size, std::size_t count, void* self)
{
    auto& c = *static_cast<Connection*>(self);
    const qsizetype n = std::min(qsizetype(size * count), c.bytes->size() - c.given);
    if (n == 0)
        c.seen.handedOver = true; // what libcurl writes next is the final dot
    else
        std::memcpy(to, c.bytes->constData() + c.given, std::size_t(n));
    c.given += n;
    return std::size_t(n);
}

// One line of an answer: "250-more" or "250 last".
std::size_t SmtpSender::Connection::onReply(char* line, std::size_t size, std::size_t count, void* self)
{
    auto& c = *static_cast<Connection*>(self);
    const QByteArray text = QByteArray(line, qsizetype(size * count)).trimmed();
    c.lines += c.lines.isEmpty() ? text : ' ' + text.mid(4);
    if (text.size() < 4 || text[3] != '-') {
        const int code = text.left(3).toInt();
        // Refused, libcurl says goodbye, and the answer to that must not cover why.
        if (code != 221 || c.seen.replyCode < 400) {
            c.seen.replyCode = code;
            c.seen.reply = smtp::plainWords(c.lines);
        }
        c.lines.clear();
    }
    return size * count;
}

int SmtpSender::Connection::onProgress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    auto& c = *static_cast<Connection*>(self);
    c.seen.stopped = c.stop && c.stop->load();
    return c.seen.stopped ? 1 : 0;
}

curl_socket_t SmtpSender::Connection::onOpen(void* self, curlsocktype, curl_sockaddr* a)
{
    auto& c = *static_cast<Connection*>(self);
    // "localhost" is whatever the resolver says: the address decides.
    if (c.loopbackOnly && !isLoopback(a->addr))
        return CURL_SOCKET_BAD;
    const int fd = ::socket(a->family, a->socktype | SOCK_CLOEXEC, a->protocol);
    const std::lock_guard lock(c.mutex);
    c.socket = fd;
    return fd;
}

int SmtpSender::Connection::onClose(void* self, curl_socket_t fd)
{
    auto& c = *static_cast<Connection*>(self);
    const std::lock_guard lock(c.mutex);
    if (c.socket == fd)
        c.socket = -1;
    return ::close(fd);
}

// libcurl waits two minutes for the answer to its QUIT; a server that is silent then is not waited for.
void SmtpSender::Connection::hangUp()
{
    if (!curl)
        return;
    const NoBrokenPipe quiet;
    bool done = false;
    std::thread watch([&] {
        std::unique_lock lock(mutex);
        if (!closed.wait_for(lock, goodbye, [&] { return done; }) && socket >= 0)
            ::shutdown(socket, SHUT_RDWR);
    });
    ::curl_easy_cleanup(curl);
    curl = nullptr;
    {
        const std::lock_guard lock(mutex);
        done = true;
    }
    closed.notify_all();
    watch.join();
    ::curl_slist_free_all(recipients);
    recipients = nullptr;
}

void SmtpSender::Connection::dress(const SmtpServer& server, const SmtpLimits& limits)
{
    const bool tls = server.security == MailSecurity::Tls;
    const QString host = server.host.contains(u':') ? u'[' + server.host + u']' : server.host;
    // The path is what we greet with; else it would be this computer's name, which is nobody's business.
    const QByteArray url =
        (tls ? "smtps://" : "smtp://") + host.toLatin1() + ':' + QByteArray::number(server.port) + "/%5B127.0.0.1%5D";
    const auto set = [this](CURLoption option, auto value) {
        invariant(::curl_easy_setopt(curl, option, value) == CURLE_OK, "libcurl does not take an option");
    };
    loopbackOnly = server.security == MailSecurity::LoopbackPlain;
    set(CURLOPT_ERRORBUFFER, words.data());
    set(CURLOPT_URL, url.constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, ""); // none, whatever the environment says
    set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USE_SSL, loopbackOnly ? long(CURLUSESSL_NONE) : long(CURLUSESSL_ALL));
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!server.caFile.isEmpty())
        set(CURLOPT_CAINFO, server.caFile.toLocal8Bit().constData());
    set(CURLOPT_CONNECTTIMEOUT_MS, long(limits.connectMs));
    set(CURLOPT_TIMEOUT_MS, long(limits.wholeMs));
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT, long(limits.stallSeconds));
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, long(limits.stallSeconds));
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &Connection::onRead);
    set(CURLOPT_READDATA, static_cast<void*>(this));
    set(CURLOPT_HEADERFUNCTION, &Connection::onReply);
    set(CURLOPT_HEADERDATA, static_cast<void*>(this));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Connection::onProgress);
    set(CURLOPT_XFERINFODATA, static_cast<void*>(this));
    set(CURLOPT_OPENSOCKETFUNCTION, &Connection::onOpen);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
    set(CURLOPT_CLOSESOCKETFUNCTION, &Connection::onClose);
    set(CURLOPT_CLOSESOCKETDATA, static_cast<void*>(this));
}

SmtpSender::SmtpSender(SmtpServer server, SmtpLimits limits) : m_server(std::move(server)), m_limits(limits)
{
    prepareLibrary();
}

SmtpSender::~SmtpSender() = default;

void SmtpSender::hangUp() { m_last.reset(); }

SendResult SmtpSender::send(const EmailAddress& from, const EmailAddress& to, const QByteArray& mime,
                            const Secret& password, const std::atomic_bool* stop)
{
    hangUp();
    if (auto refused = refusal(m_server, mime, password))
        return std::move(*refused);
    m_last = std::make_unique<Connection>();
    Connection& c = *m_last;
    c.bytes = &mime;
    c.stop = stop;
    invariant(c.curl, "libcurl has no memory");
    c.dress(m_server, m_limits);
    c.recipients = ::curl_slist_append(nullptr, (u'<' + to.text() + u'>').toLatin1().constData());
    ::curl_easy_setopt(c.curl, CURLOPT_MAIL_FROM, (u'<' + from.text() + u'>').toLatin1().constData());
    ::curl_easy_setopt(c.curl, CURLOPT_MAIL_RCPT, c.recipients);
    if (!m_server.userName.isEmpty()) {
        ::curl_easy_setopt(c.curl, CURLOPT_USERNAME, m_server.userName.toUtf8().constData());
        ::curl_easy_setopt(c.curl, CURLOPT_PASSWORD, password.c_str());
    }
    {
        const NoBrokenPipe quiet;
        c.seen.code = ::curl_easy_perform(c.curl);
    }
    c.bytes = nullptr;
    c.stop = nullptr;
    c.seen.curlWords = c.words.data();
    ::curl_easy_getinfo(c.curl, CURLINFO_SSL_VERIFYRESULT, &c.seen.verifyResult);
    if (c.seen.code != CURLE_OK || !c.seen.handedOver || c.seen.replyCode / 100 != 2)
        return smtp::judge(c.seen, m_server, to);
    SendResult r;
    r.fate = SendResult::Fate::Sent;
    r.permanent = false;
    r.reply = c.seen.reply;
    return r;
}

} // namespace duedesk
