// The wording of a mail or letter with {{placeholders}} from an allowed list. A version is sent only once its wording
// was approved.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>

namespace duedesk {

struct LetterTemplate {
    TemplateId id;
    QString name;      // "reminder"; with the language its key
    QString language;  // "en"
    QString subject, body;
    int version = 1;
    QString draftedBy;
    QString approvedBy;
    Date approvedOn;   // invalid = a draft
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const LetterTemplate&) const = default;
};

} // namespace duedesk
