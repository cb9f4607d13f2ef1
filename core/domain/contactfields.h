// The fields of a contact that people type, by name: what its history says, what a form shows and what a merge
// chooses from are the same list.
#pragma once
#include "core/domain/contact.h"

#include <array>
#include <optional>

namespace duedesk {

enum class ContactField : std::uint8_t {
    Name,
    Role,
    Email,
    Phone,
    Mobile,
    Zone,
    Language,
    Channel,
    Hours, // calling hours of the contact's own
    Address,
    Note,
};
inline constexpr int contactFieldCount = int(ContactField::Note) + 1;

QString contactFieldName(ContactField f);  // "email", as in the history and in errors
QString contactFieldTitle(ContactField f); // "E-mail", as in a form
// Readable and comparable: "AP lead", "09:00–12:00", else the text itself; "" = not known.
QString contactFieldText(const Contact& c, ContactField f);
void copyContactField(Contact& to, const Contact& from, ContactField f);

// "09:00–12:00" or "9-12" as minutes of the day; "" = none of their own (0, 0). None when it cannot be read.
std::optional<std::pair<int, int>> parseCallingHours(const QString& text);

QString defectName(ContactDefect d); // "bounced"; "" for none

} // namespace duedesk
