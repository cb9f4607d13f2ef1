// Files kept with an account: attach one whose bytes are in the book's content, take one off again. A file that was
// taken off keeps its bytes, so that undo brings it back.
#pragma once
#include "core/domain/attachment.h"

namespace duedesk {

// Fields of its errors: file, customer, invoice, dispute, request, activity.
struct AttachFile {
    CustomerId customer;
    DisputeId dispute;   // what it belongs to, where it is more than the account; each of this customer's payer
    ActivityId activity;
    RequestId request;
    DebitId debit;
    QString name;        // base name, no path
    QString mimeType;
    std::int64_t size = 0;
    QByteArray sha256;   // hex
};
struct DetachFile {
    AttachmentId attachment;
};

} // namespace duedesk
