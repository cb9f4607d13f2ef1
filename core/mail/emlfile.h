// Mail that does not leave by SMTP: an .eml file that any mail program opens, or a mailto: link with the text alone.
#pragma once
#include "core/base/error.h"

#include <QByteArray>
#include <QString>

namespace duedesk {

struct MailMessage;

// Writes the bytes to FOLDER/NAME.eml, whole or not at all, and has them on the disk before it returns the path. An
// older file of that name is replaced. InputRejected for a name with a path or that some file system refuses;
// StorageFailed, with the folder, where it cannot be written.
Result<QString> writeEml(const QString& folder, const QString& name, const QByteArray& mime);

inline constexpr qsizetype maxMailtoLength = 2000; // characters; longer ones are cut or refused by some programs
// "mailto:…?subject=…&body=…" with the plain text; links carry no attachment, no layout and no sender. InputRejected
// when there are attachments, an address is malformed, or the link would be longer than maxMailtoLength.
Result<QByteArray> mailtoLink(const MailMessage& mail);

} // namespace duedesk
