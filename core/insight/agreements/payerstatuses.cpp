#include "core/insight/agreements/payerstatuses.h"

#include "core/base/money.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <tuple>

namespace duedesk {
namespace {

constexpr int enoughStays = 3; // a median of fewer says nothing

int median(std::vector<int> v)
{
    std::sort(v.begin(), v.end());
    const std::size_t n = v.size();
    return n % 2 == 1 ? v[n / 2] : int(divideHalfEven(Int128(v[n / 2 - 1]) + v[n / 2], 2));
}

} // namespace

Words Dwell::words() const
{
    return usual && past >= enoughStays ? Lang::count("%2 for %1 days, usually %3", "%2 for 1 day, usually %3", days,
                                                      wordsOf(state), Number{*usual})
                                        : Lang::count("%2 for %1 days", "%2 for 1 day", days, wordsOf(state));
}

PayerStatuses::PayerStatuses(const Book& book, std::uint32_t payer, Date d) : m_day(d)
{
    std::vector<const PayerStatus*> said;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<PayerStatus>(site))
            if (const PayerStatus& s = book.rows<PayerStatus>()[row]; s.day <= d)
                said.push_back(&s);
    });
    std::stable_sort(said.begin(), said.end(), [](const PayerStatus* a, const PayerStatus* b) {
        return std::tie(a->day, a->at, a->id) < std::tie(b->day, b->at, b->id);
    });
    for (const PayerStatus* s : said) {
        History& h = m_of[s->debit.value];
        const bool goesOn = h.last && h.last->state == s->state;
        if (h.last && !goesOn)
            m_stays[std::size_t(h.last->state)].push_back(std::max(0, s->day - h.since));
        if (!goesOn || (s->since.isValid() && s->since < h.since))
            h.since = s->since.isValid() && s->since < s->day ? s->since : s->day;
        h.last = s;
    }
}

const PayerStatus* PayerStatuses::of(DebitId debit) const
{
    const auto it = m_of.find(debit.value);
    return it == m_of.end() ? nullptr : it->second.last;
}

std::optional<Dwell> PayerStatuses::dwellOf(DebitId debit) const
{
    const auto it = m_of.find(debit.value);
    if (it == m_of.end() || it->second.last->state == PayerState::Paid)
        return std::nullopt;
    Dwell out;
    out.state = it->second.last->state;
    out.since = it->second.since;
    out.days = m_day - out.since;
    const std::vector<int>& stays = m_stays[std::size_t(out.state)];
    out.past = int(stays.size());
    if (!stays.empty())
        out.usual = median(stays);
    return out;
}

bool isScheduledAhead(const PayerStatus* s, Date d)
{
    return s && s->state == PayerState::Scheduled && s->scheduledFor.isValid() && s->scheduledFor >= d;
}

} // namespace duedesk
