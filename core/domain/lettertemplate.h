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

    static constexpr const char* table = "letter_template";
    static constexpr const char* noun = "a template";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &LetterTemplate::id);
        f("name", &LetterTemplate::name);
        f("language", &LetterTemplate::language);
        f("subject", &LetterTemplate::subject);
        f("body", &LetterTemplate::body);
        f("version", &LetterTemplate::version);
        f("drafted_by", &LetterTemplate::draftedBy);
        f("approved_by", &LetterTemplate::approvedBy);
        f("approved_on", &LetterTemplate::approvedOn);
        f("operation", &LetterTemplate::operation);
        f("retracted_by", &LetterTemplate::retractedBy);
    }
};

} // namespace duedesk
