// Names and addresses of computers as people type them: what may stand there, and what never leaves this computer.
#pragma once
#include <QString>

namespace duedesk {

// Letters, digits, dots, hyphens and the colons of an IPv6 address; not more than a name may have.
bool isHostName(const QString& host);
// "localhost" in any case, 127.0.0.0/8 and ::1: a connection to it stays on this computer.
bool isLoopbackHost(const QString& host);

} // namespace duedesk
