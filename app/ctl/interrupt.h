// Ctrl-C while a command can be given up cleanly: it sets a flag that the work looks at, so that what was begun is taken
// back and told, with the exit code of a cancelled command. A second one ends the program as ever.
#pragma once
#include <atomic>
#include <csignal>

namespace duedesk::ctl {

class Interrupt {
public:
    Interrupt(); // one at a time
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    const std::atomic<bool>& flag() const;

private:
    struct sigaction m_interrupt{}, m_terminate{}; // as they were
};

} // namespace duedesk::ctl
