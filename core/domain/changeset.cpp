#include "core/domain/changeset.h"

namespace duedesk {

bool ChangeSet::isEmpty() const
{
    bool empty = posted.isEmpty();
    forEachTable([&](const auto& t) { empty = empty && t.empty(); });
    return empty;
}

ChangeSet ChangeSet::inverted(OperationId op) const
{
    ChangeSet out;
    out.operation = op;
    out.action = QStringLiteral("undo: ") + action;
    out.object = object;
    out.posted = posted.inverted();
    forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        for (const RowChange<T>& r : rows) {
            T after = r.before ? *r.before : r.after;
            if (!r.before)
                after.retractedBy = op;
            out.of<T>().push_back({r.after, std::move(after)});
        }
    });
    return out;
}

} // namespace duedesk
