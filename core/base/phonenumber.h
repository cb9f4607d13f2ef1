// A phone number as people write it: checked where it is typed, compared by its digits. What it means in a country's
// plan is not judged.
#pragma once
#include "core/base/error.h"

#include <QString>

namespace duedesk {

// The number without blanks around it. InputRejected naming `field` for a character that cannot be seen, two numbers
// in one field, letters other than an extension ("ext 12", "x12"), fewer than 3 or more than 20 digits. Nothing typed
// is no number and no error.
Result<QString> checkedPhone(const QString& text, const QString& field);
// Its digits, "00" in front read as "+", an extension left out: "+49 (0)30 1-2 x5" = "493012". "" when it has none.
QString phoneDigits(const QString& text);

} // namespace duedesk
