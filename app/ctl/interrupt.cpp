#include "app/ctl/interrupt.h"

namespace duedesk::ctl {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free); // set in a signal handler

void note(int) { interrupted = true; }

} // namespace

Interrupt::Interrupt()
{
    interrupted = false;
    struct sigaction action{};
    action.sa_handler = note;
    action.sa_flags = int(SA_RESETHAND | SA_RESTART);
    ::sigaction(SIGINT, &action, &m_interrupt);
    ::sigaction(SIGTERM, &action, &m_terminate);
}

Interrupt::~Interrupt()
{
    ::sigaction(SIGINT, &m_interrupt, nullptr);
    ::sigaction(SIGTERM, &m_terminate, nullptr);
}

const std::atomic<bool>& Interrupt::flag() const { return interrupted; }

} // namespace duedesk::ctl
