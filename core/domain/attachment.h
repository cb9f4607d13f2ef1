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

    static constexpr const char* table = "attachment";
    static constexpr const char* noun = "a kept file";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Attachment::id);
        f("customer", &Attachment::customer);
        f("dispute", &Attachment::dispute);
        f("activity", &Attachment::activity);
        f("request", &Attachment::request);
        f("debit", &Attachment::debit);
        f("name", &Attachment::name);
        f("mime_type", &Attachment::mimeType);
        f("size", &Attachment::size);
        f("sha256", &Attachment::sha256);
        f("day", &Attachment::day);
        f("user", &Attachment::user);
        f("operation", &Attachment::operation);
        f("retracted_by", &Attachment::retractedBy);
    }
};

} // namespace duedesk
