#include "core/mail/outboxlock.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {

Result<OutboxLock> OutboxLock::take(const QString& bookPath)
{
    const QString path = bookPath + u"-outbox"_s;
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    const int error = errno;
    Error e;
    if (fd < 0) {
        e.code = ErrorCode::StorageFailed;
        e.file = path;
        e.what = u"cannot be opened, so no mail leaves: "_s + qt_error_string(error);
        e.remedy = u"make the folder of the book one that you may write to"_s;
        return fail(std::move(e));
    }
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        e.code = ErrorCode::Refused;
        e.what = u"another program is sending the mails of this book"_s;
        e.remedy = u"leave it to that one, or close it"_s;
        return fail(std::move(e));
    }
    return OutboxLock(fd);
}

OutboxLock::~OutboxLock()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

OutboxLock::OutboxLock(OutboxLock&& o) noexcept : m_fd(std::exchange(o.m_fd, -1)) {}

OutboxLock& OutboxLock::operator=(OutboxLock&& o) noexcept
{
    std::swap(m_fd, o.m_fd);
    return *this;
}

} // namespace duedesk
