// One mail to one person as plain values, before it is bytes.
#pragma once
#include "core/base/date.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace duedesk {

struct MailAttachment {
    QString name;    // "statement.pdf", no path
    QByteArray type; // "application/pdf"
    QByteArray bytes;
    bool operator==(const MailAttachment&) const = default;
};

// What may stand before an address: readers hide the address behind a name, so one that holds an @ (lists of contacts are
// full of them) is left out, and the mail goes to the address alone.
inline QString displayName(const QString& name) { return name.contains(u'@') ? QString() : name; }

struct MailMessage {
    QString from, fromName;
    QString to, toName;
    QString replyTo; // "" = none
    QString subject;
    Instant date = 0;
    QString zone; // IANA, for the Date header; "" = UTC
    QString messageId; // "<…@…>": messageIdFor()
    QString text;
    QString html; // "" = text alone
    std::vector<MailAttachment> attachments;
    QString inReplyTo; // "<…@…>" or ""
    QStringList references; // oldest first
    bool operator==(const MailMessage&) const = default;
};

} // namespace duedesk
