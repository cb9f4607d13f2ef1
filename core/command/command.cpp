#include "core/command/command.h"

#include "core/command/common.h"

using namespace Qt::StringLiterals;

namespace duedesk {

Result<ChangeSet> decide(const Book& book, const Command& command, const Context& context)
{
    invariant(context.ids != nullptr, "a command needs a source of ids");
    // What follows a gesture is dated up to some years ahead, and a book holds no day after its last.
    if (const Date limit = lastDate.addMonths(-120); context.today.isValid() && context.today > limit)
        return fail(ErrorCode::Refused,
                    u"the clock says "_s + context.today.toIso() + u", and a book can be written until "_s
                        + limit.toIso(),
                    Lang::words("set the clock of this computer right"));
    return std::visit([&](const auto& c) { return decideCommand(book, c, context); }, command);
}

} // namespace duedesk
