// Amounts as words of the command line: what is no amount there, and numbers below zero, which a parser takes for options.
#pragma once
#include "app/ctl/session.h"

namespace duedesk::ctl {

Error notAboveZero(const char* field, const QString& value);
// Why these words, which a parser did not take, are no call of the command: a number below zero stands where an amount
// belongs. None where it is something else.
std::optional<Error> belowZero(const Command& command, const QStringList& arguments);

} // namespace duedesk::ctl
