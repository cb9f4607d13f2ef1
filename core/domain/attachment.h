// A file kept with an account, a dispute or an activity. Its bytes lie in the book's content under their digest, not
// in memory; at most 10 MB each.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>

namespace duedesk {

inline constexpr std::int64_t attachmentLimit = 10'000'000; // bytes

struct Attachment {
    AttachmentId id;
    CustomerId customer;
    DisputeId dispute;
    ActivityId activity;
    RequestId request;
    DebitId debit;
    QString name;      // base name, no path
    QString mimeType;
    std::int64_t size = 0;
    QByteArray sha256; // hex
    Date day;
    QString user;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Attachment&) const = default;
};

} // namespace duedesk
