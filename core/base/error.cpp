#include "core/base/error.h"

#include "core/base/text.h"

#include <stdexcept>

namespace duedesk {

int exitCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage: return 1;
    case ErrorCode::InputRejected: return 2;
    case ErrorCode::BookMissing:
    case ErrorCode::BookForeign:
    case ErrorCode::BookDamaged:
    case ErrorCode::StorageFailed:
    case ErrorCode::Unreachable:
    case ErrorCode::Defect: return 3;
    case ErrorCode::Refused:
    case ErrorCode::Cancelled: return 4;
    case ErrorCode::CheckFailed: return 5;
    }
    return 3;
}

QString Error::message() const
{
    QString s;
    if (!file.isEmpty())
        s += file + u':';
    if (row > 0)
        s += QString::number(row) + u':';
    if (!field.isEmpty())
        s += field + u':';
    if (!s.isEmpty())
        s += u' ';
    const Words about = value.isEmpty() ? what : Lang::words("%1 (“%2”)", what, value);
    s += say(remedy.isEmpty() ? about : Lang::words("%1; %2", about, remedy));
    return shown(s); // a name with a line end or an escape sequence must not forge a second message
}

void invariant(bool holds, const char* what)
{
    if (!holds) [[unlikely]]
        throw std::logic_error(what);
}

} // namespace duedesk
