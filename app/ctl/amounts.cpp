#include "app/ctl/amounts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk::ctl {
namespace {

bool isBelowZero(const QString& word)
{
    const qsizetype at = word.startsWith(u"-.") ? 2 : 1;
    return word.size() > at && word[0] == u'-' && word[at].isDigit();
}

} // namespace

Error notAboveZero(const char* field, const QString& value)
{
    return usageError(field, value, u"an amount must be above 0"_s, u"write it without a sign"_s);
}

std::optional<Error> belowZero(const Command& command, const QStringList& arguments)
{
    const QByteArray words = QByteArray(command.arguments).replace('[', ' ').replace(']', ' ');
    if (!words.split(' ').contains("AMOUNT"))
        return std::nullopt;
    const auto word = std::find_if(arguments.begin(), arguments.end(), isBelowZero);
    return word == arguments.end() ? std::nullopt : std::optional(notAboveZero("AMOUNT", *word));
}

} // namespace duedesk::ctl
