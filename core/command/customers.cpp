#include "core/base/words.h"
#include "core/command/common.h"

#include <algorithm>

namespace duedesk {

// The owner of exactly these customers changes, sites included only where they are named: owner is a segment of
// the customer, not of its payer. Naming the owner they have already changes nothing.
Result<ChangeSet> decideCommand(const Book& book, const AssignOwner& c, const Context& x)
{
    const QString owner = c.owner.trimmed();
    if (const Outcome o = checkWord(owner, u"owner"); !o)
        return std::unexpected(o.error());
    if (c.customers.empty())
        return fail(ErrorCode::InputRejected, Lang::words("nobody is chosen"), Lang::words("choose a customer"),
                    QStringLiteral("customer"));
    std::vector<CustomerId> ids = c.customers;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = QStringLiteral("owner assigned");
    for (const CustomerId id : ids) {
        const Customer* before = book.customers().find(id);
        if (!before)
            return fail(ErrorCode::InputRejected, Lang::words("is not a customer of this book"), {},
                        QStringLiteral("customer"));
        Customer after = *before;
        after.owner = owner;
        changes.change(*before, std::move(after));
        changes.object = before->externalId;
    }
    const bool one = ids.size() == 1;
    if (!one)
        changes.object = countWords(int(ids.size()), u"customer", u"customers");
    const QString& whom = book.customers().find(ids.front())->name;
    const auto many = qint64(ids.size());
    changes.summary = one ? owner.isEmpty() ? Lang::words("%1 has no owner now.", whom)
                                            : Lang::words("%1 assigned to %2.", whom, owner)
                      : owner.isEmpty()
                          ? Lang::count("%1 customers have no owner now.", "1 customer has no owner now.", many)
                          : Lang::count("%1 customers assigned to %2.", "1 customer assigned to %2.", many, owner);
    return changes;
}

} // namespace duedesk
