// How this book's mail leaves: the server, who it is from, and how fast. The password is never here but in the
// keychain of the person who sends.
#pragma once
#include "core/base/id.h"

#include <QString>

namespace duedesk {

enum class MailMode : std::uint8_t { Smtp, EmlFiles, MailProgram };
enum class MailSecurity : std::uint8_t { StartTls, Tls, LoopbackPlain };

struct MailAccount {
    MailAccountId id;
    MailMode mode = MailMode::EmlFiles;
    QString host;
    int port = 587;
    MailSecurity security = MailSecurity::StartTls;
    QString userName;    // "" = the server asks for none
    QString fromName, fromAddress, replyTo;
    QString folder;      // .eml files
    int secondsBetween = 5; // between two mails to one domain
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const MailAccount&) const = default;
};

} // namespace duedesk
