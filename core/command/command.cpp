#include "core/command/command.h"

#include "core/command/common.h"

namespace duedesk {

Result<ChangeSet> decide(const Book& book, const Command& command, const Context& context)
{
    invariant(context.ids != nullptr, "a command needs a source of ids");
    return std::visit([&](const auto& c) { return decideCommand(book, c, context); }, command);
}

} // namespace duedesk
