// One program at a time works the outbox of a book: a kernel lock that goes with its owner, however that ends. So a mail
// that stands as being sent, when the lock is free, is being sent by nobody.
#pragma once
#include "core/base/error.h"

#include <QString>

namespace duedesk {

class OutboxLock {
public:
    // Takes the lock beside the book file, or Refused when another program has it. Never waits; the file is never deleted.
    static Result<OutboxLock> take(const QString& bookPath);
    ~OutboxLock();
    OutboxLock(OutboxLock&& o) noexcept;
    OutboxLock& operator=(OutboxLock&& o) noexcept;
    OutboxLock(const OutboxLock&) = delete;
    OutboxLock& operator=(const OutboxLock&) = delete;

private:
    explicit OutboxLock(int fd) : m_fd(fd) {}
    int m_fd = -1;
};

} // namespace duedesk
