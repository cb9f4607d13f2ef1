#include "ui/pages/today/todaylanes.h"

#include "core/base/words.h"
#include "core/insight/find/filtermatch.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {

std::vector<CallLane> callLanes()
{
    return {
        {nextLane, Lang::tr("Next"), {}},
        {u"callback"_s, Lang::tr("Call-backs"), Lane::CallBack},
        {u"broken"_s, Lang::tr("Promises broken"), Lane::PromiseBroken},
        {u"escalated"_s, Lang::tr("Escalated"), Lane::Escalated},
        {u"big"_s, Lang::tr("Big and late"), Lane::BigAndLate},
        {u"routine"_s, Lang::tr("Routine"), Lane::Routine},
        {u"owe"_s, Lang::tr("We owe them"), Lane::WeOweThem},
        {u"beforedue"_s, Lang::tr("Before due"), Lane::BeforeDue},
        {u"first"_s, Lang::tr("First invoice"), Lane::FirstInvoice},
        {u"waiting"_s, Lang::tr("Waiting"), Lane::Waiting},
        {u"avoided"_s, Lang::tr("Avoided"), {}},
        {u"off"_s, Lang::tr("Not on list"), Lane::NotOnList},
    };
}

std::vector<std::uint32_t> rowsOfLane(const CallList& calls, const QString& id)
{
    if (id == nextLane)
        return calls.next;
    if (id == u"avoided")
        return calls.avoided;
    std::vector<std::uint32_t> rows;
    const auto lanes = callLanes();
    const auto lane = std::ranges::find(lanes, id, &CallLane::id);
    if (lane == lanes.end())
        return rows;
    for (std::uint32_t i = 0; i < calls.rows.size(); ++i)
        if (calls.rows[i].lane == *lane->lane)
            rows.push_back(i);
    return rows;
}

int countOfLane(const CallList& calls, const CallLane& lane)
{
    return lane.lane             ? calls.count[std::size_t(*lane.lane)]
           : lane.id == nextLane ? int(calls.next.size())
                                 : int(calls.avoided.size());
}

std::vector<std::uint32_t> filteredCalls(const Insights& in, std::vector<std::uint32_t> rows, const Filter& filter)
{
    if (filter.isEmpty())
        return rows;
    std::vector<std::uint32_t> byPayer(in.book->customers().size(), noRow), payers;
    for (const std::uint32_t r : rows) {
        byPayer[in.calls.rows[r].payer] = r;
        payers.push_back(in.calls.rows[r].payer);
    }
    const auto edges = in.book->policyAt(in.day).bucketEdges;
    const auto extra = [&](const QString& field, std::uint32_t payer) {
        const CallRow& r = in.calls.rows[byPayer[payer]];
        if (field == u"lane")
            return laneName(r.lane);
        if (field == u"bucket")
            return r.open == 0 ? u""_s : bucketName(bucketOf(r.oldestDays, edges), edges);
        return QString();
    };
    const auto open = [&](std::uint32_t payer) { return in.calls.rows[byPayer[payer]].open; };
    rows.clear();
    for (const std::uint32_t payer : filterCustomers(*in.book, std::move(payers), filter, extra, open))
        rows.push_back(byPayer[payer]);
    return rows;
}

int workedToday(const Insights& in, const QString& user)
{
    std::set<std::uint32_t> payers;
    const auto add = [&](CustomerId id) { payers.insert(in.book->customerRow(id)); };
    in.book->rows<Activity>().forEach([&](std::uint32_t, const Activity& a) {
        if (a.day == in.day && a.user == user)
            add(a.customer);
    });
    in.book->rows<NextAction>().forEach([&](std::uint32_t, const NextAction& n) {
        if (n.madeOn == in.day && n.user == user && n.kind != NextActionKind::PutBack)
            add(n.customer);
    });
    return int(payers.size());
}

} // namespace duedesk
