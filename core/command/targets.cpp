#include "core/base/words.h"
#include "core/command/common.h"

#include <algorithm>
#include <array>

namespace duedesk {
namespace {

struct Metric {
    QStringView name;
    std::int64_t most; // ten-thousandths
    const char* target;
};
constexpr std::array<Metric, 4> metrics = {{
    {u"dso", 10'000'000, QT_TRANSLATE_NOOP("duedesk::Lang", "DSO target: %1 days")},
    {u"cei", 1'000'000, QT_TRANSLATE_NOOP("duedesk::Lang", "CEI target: %1 %")},
    {u"pct_current", 1'000'000, QT_TRANSLATE_NOOP("duedesk::Lang", "Current target: %1 %")},
    {u"promises_kept", 1'000'000, QT_TRANSLATE_NOOP("duedesk::Lang", "Promises kept target: %1 %")},
}};

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const SetTarget& c, const Context& x)
{
    const auto* metric =
        std::find_if(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.name == c.metric; });
    if (metric == metrics.end())
        return fail(ErrorCode::InputRejected, Lang::words("has no target"),
                    Lang::words("use dso, cei, pct_current or promises_kept"), QStringLiteral("metric"));
    if (c.valueE4 < 0 || c.valueE4 > metric->most)
        return fail(ErrorCode::InputRejected,
                    Lang::words("must lie between 0 and %1", QString::number(metric->most / 10000)), {},
                    QStringLiteral("value"));
    Target t;
    t.metric = c.metric;
    t.validFrom = c.validFrom.isValid() ? c.validFrom : x.today;
    t.value = c.valueE4;
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = QStringLiteral("target set");
    changes.object = c.metric;
    changes.summary =
        Lang::words("%1 from %2.", Lang::words(metric->target, DecimalWord{t.value, t.value % 10000 == 0 ? 0 : 1}),
                    DayWord{t.validFrom, x.today});
    const Target* same = nullptr;
    book.rows<Target>().forEach([&](std::uint32_t, const Target& other) {
        if (other.metric == t.metric && other.validFrom == t.validFrom)
            same = &other;
    });
    t.id = same ? same->id : nextId<TargetId>(x, Table::Target);
    if (same)
        changes.change(*same, std::move(t));
    else
        changes.insert(std::move(t));
    return changes;
}

} // namespace duedesk
