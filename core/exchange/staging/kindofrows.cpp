#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

Words KindOfRows::writtenOffWords(const std::vector<HandPostings::WriteOff>& made, Currency currency) const
{
    std::vector<Words> parts;
    for (const HandPostings::WriteOff& w : made)
        parts.push_back(Lang::words("%1 on %2", Money{w.amount, currency}, DayWord{Date(w.day), m_options.today}));
    return listed(std::move(parts));
}

} // namespace duedesk
