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

struct MailMessage {
    QString from, fromName;
    QString to, toName;
    QString replyTo; // "" = none
    QString subject;
    Instant date = 0;
    QString zone;      // IANA, for the Date header; "" = UTC
    QString messageId; // "<…@…>": messageIdFor()
    QString text;
    QString html; // "" = text alone
    std::vector<MailAttachment> attachments;
    QString inReplyTo;      // "<…@…>" or ""
    QStringList references; // oldest first
    bool operator==(const MailMessage&) const = default;
};

} // namespace duedesk
