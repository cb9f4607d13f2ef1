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

    static constexpr const char* table = "mail_account";
    static constexpr const char* noun = "a mail account";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &MailAccount::id);
        f("mode", &MailAccount::mode);
        f("host", &MailAccount::host);
        f("port", &MailAccount::port);
        f("security", &MailAccount::security);
        f("user_name", &MailAccount::userName);
        f("from_name", &MailAccount::fromName);
        f("from_address", &MailAccount::fromAddress);
        f("reply_to", &MailAccount::replyTo);
        f("folder", &MailAccount::folder);
        f("seconds_between", &MailAccount::secondsBetween);
        f("operation", &MailAccount::operation);
        f("retracted_by", &MailAccount::retractedBy);
    }
};

} // namespace duedesk
