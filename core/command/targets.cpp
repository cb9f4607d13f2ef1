#include "core/base/words.h"
#include "core/command/common.h"

#include <algorithm>
#include <array>

namespace duedesk {
namespace {

struct Metric {
    QStringView name, title;
    std::int64_t most; // ten-thousandths
    QStringView unit;
};
constexpr std::array<Metric, 4> metrics = {{
    {u"dso", u"DSO", 10'000'000, u" days"},
    {u"cei", u"CEI", 1'000'000, u" %"},
    {u"pct_current", u"Current", 1'000'000, u" %"},
    {u"promises_kept", u"Promises kept", 1'000'000, u" %"},
}};

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const SetTarget& c, const Context& x)
{
    const auto* metric =
        std::find_if(metrics.begin(), metrics.end(), [&](const Metric& m) { return m.name == c.metric; });
    if (metric == metrics.end())
        return fail(ErrorCode::InputRejected, QStringLiteral("has no target"),
                    QStringLiteral("use dso, cei, pct_current or promises_kept"), QStringLiteral("metric"));
    if (c.valueE4 < 0 || c.valueE4 > metric->most)
        return fail(ErrorCode::InputRejected, u"must lie between 0 and " + QString::number(metric->most / 10000), {},
                    QStringLiteral("value"));
    Target t;
    t.metric = c.metric;
    t.validFrom = c.validFrom.isValid() ? c.validFrom : x.today;
    t.value = c.valueE4;
    ChangeSet changes;
    changes.operation = x.operation;
    changes.action = QStringLiteral("target set");
    changes.object = c.metric;
    changes.summary = metric->title + u" target: " + decimalWords(t.value, t.value % 10000 == 0 ? 0 : 1) + metric->unit
                      + u" from " + dayWords(t.validFrom, x.today) + u'.';
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
