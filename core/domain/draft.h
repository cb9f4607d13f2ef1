// A text somebody was typing when they left it, kept until it is used or dropped. Nobody's record: it is not part of
// what makes two books equal.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

struct Draft {
    DraftId id;
    QString user;
    QString key;        // where it was typed: "account/C017/note"
    QString text;
    Instant at = 0;
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const Draft&) const = default;

    static constexpr const char* table = "draft";
    static constexpr const char* noun = "a draft";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &Draft::id);
        f("user", &Draft::user);
        f("key", &Draft::key);
        f("text", &Draft::text);
        f("at", &Draft::at);
        f("operation", &Draft::operation);
        f("retracted_by", &Draft::retractedBy);
    }
};

} // namespace duedesk
