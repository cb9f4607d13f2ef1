#include "app/desktop/quitsignals.h"

#include <QSocketNotifier>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace duedesk {
namespace {

constexpr int ending[] = {SIGTERM, SIGINT, SIGHUP};

// A handler may do next to nothing: it writes a byte, and the event loop reads it.
std::atomic<int> writeEnd{-1};

void onSignal(int)
{
    const int before = errno;
    const char byte = 1;
    (void)!::write(writeEnd.load(), &byte, 1);
    errno = before;
}

} // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, m_sockets) != 0)
        return; // then a signal ends the process as it would without this
    writeEnd = m_sockets[0];
    m_notifier = new QSocketNotifier(m_sockets[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char bytes[16];
        while (::read(m_sockets[1], bytes, sizeof bytes) > 0) {
        }
        emit quitWanted();
    });
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : ending)
        ::sigaction(signal, &action, nullptr);
}

QuitSignals::~QuitSignals()
{
    if (!m_notifier)
        return;
    for (const int signal : ending)
        std::signal(signal, SIG_DFL);
    writeEnd = -1;
    for (const int fd : m_sockets)
        ::close(fd);
}

} // namespace duedesk
