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
};

} // namespace duedesk
