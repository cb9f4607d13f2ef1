#include "app/ctl/groups.h"

namespace duedesk::ctl {

const std::vector<Command>& commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> out = bookCommands();
        for (const auto& group :
             {importCommands(), reportCommands(), callCommands(), contactCommands(), letterCommands(), deskCommands(),
              agreementCommands(), morningCommands(), postingCommands()})
            out.insert(out.end(), group.begin(), group.end());
        return out;
    }();
    return all;
}

const Command* findCommand(const QString& name)
{
    for (const Command& c : commands())
        if (name == QLatin1String(c.name))
            return &c;
    return nullptr;
}

} // namespace duedesk::ctl
