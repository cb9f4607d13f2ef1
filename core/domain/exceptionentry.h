// The exceptions register: extensions, waivers, skipped steps and overrides, with who granted them and what they cost
// in days.
#pragma once
#include "core/base/date.h"
#include "core/base/id.h"

#include <QString>
#include <optional>

namespace duedesk {

enum class ExceptionKind : std::uint8_t { Extension, Waiver, SkippedStep, Override };

struct ExceptionEntry {
    ExceptionId id;
    CustomerId customer;
    DebitId debit;       // none = the account
    ExceptionKind kind = ExceptionKind::Extension;
    Date day;
    QString user;        // who granted it
    QString reason;
    int costDays = 0;    // by how much it puts payment off
    Date until;          // extensions: the new day
    OperationId operation;
    OperationId retractedBy;
    bool operator==(const ExceptionEntry&) const = default;

    static constexpr const char* table = "exception_entry";
    static constexpr const char* noun = "an exception";
    // Its columns in the file, in their order.
    template <class F> static void fields(F&& f)
    {
        f("id", &ExceptionEntry::id);
        f("customer", &ExceptionEntry::customer);
        f("debit", &ExceptionEntry::debit);
        f("kind", &ExceptionEntry::kind);
        f("day", &ExceptionEntry::day);
        f("user", &ExceptionEntry::user);
        f("reason", &ExceptionEntry::reason);
        f("cost_days", &ExceptionEntry::costDays);
        f("until", &ExceptionEntry::until);
        f("operation", &ExceptionEntry::operation);
        f("retracted_by", &ExceptionEntry::retractedBy);
    }
};

QString exceptionKindName(ExceptionKind k); // "skipped step"
std::optional<ExceptionKind> parseExceptionKind(const QString& text);

} // namespace duedesk
