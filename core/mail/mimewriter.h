// The one way from a mail to its bytes (RFC 5322, 2045, 2047, 2231): what is sent, what an .eml file holds and what the
// outbox keeps the digest of are these bytes. The same mail gives the same bytes.
#pragma once
#include "core/base/emailaddress.h"
#include "core/base/error.h"
#include "core/mail/mailmessage.h"

namespace duedesk {

inline constexpr qsizetype maxSubject = 250, maxDisplayName = 120;
inline constexpr qsizetype maxTextBytes = 1'000'000;
inline constexpr qsizetype maxAttachmentBytes = 10'000'000;
inline constexpr qsizetype maxAttachments = 20;
inline constexpr qsizetype maxMessageBytes = 25'000'000; // encoded; what most servers take

// ASCII, lines of at most 76 characters (one address or id alone may be longer, up to 998) that end with CRLF, exactly
// one From and one To, no Bcc. InputRejected names the field: from, from name, to, to name, reply to, subject, date,
// message id, in reply to, references, text, html, attachment.
Result<QByteArray> writeMime(const MailMessage& mail);

// The Message-ID of an outbox row: the same at every attempt, so that a mail sent twice is shown once.
QString messageIdFor(std::int64_t outboxRow, const QString& bookUuid, const EmailAddress& from);

// SHA-256 in hex: the key of the bytes in the content store.
QByteArray mimeDigest(const QByteArray& mime);

} // namespace duedesk
