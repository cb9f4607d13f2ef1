#include "core/insight/figures/ratesruns.h"

namespace duedesk {
namespace {

std::vector<std::uint16_t> foreignCurrencies(const Book& book)
{
    std::vector<std::uint8_t> used(0x10000);
    const auto see = [&used](const auto& chunks) {
        for (const auto& c : chunks)
            for (const std::uint16_t *at = c->currency.data(), *end = at + c->count; at < end; ++at)
                used[*at] = 1;
    };
    see(book.ledger().debitChunks);
    see(book.ledger().creditChunks);
    used[book.info().base.index()] = 0;
    std::vector<std::uint16_t> out;
    for (std::size_t c = 0; c < used.size(); ++c)
        if (used[c])
            out.push_back(std::uint16_t(c));
    return out;
}

bool sameRates(const RatesAt& a, const RatesAt& b, const std::vector<std::uint16_t>& currencies)
{
    for (const std::uint16_t c : currencies)
        if (a.has(c) != b.has(c) || (a.has(c) && !(a.rateOf(c) == b.rateOf(c))))
            return false;
    return true;
}

} // namespace

std::vector<std::vector<Date>> runsOfRates(const Book& book, const std::vector<Date>& days, bool single)
{
    std::vector<std::vector<Date>> out;
    const std::vector<std::uint16_t> foreign = foreignCurrencies(book);
    for (const Date d : days) {
        const bool joins = !single && !out.empty()
                           && (foreign.empty() || sameRates(book.ratesAt(out.back().back()), book.ratesAt(d), foreign));
        if (!joins)
            out.emplace_back();
        out.back().push_back(d);
    }
    return out;
}

} // namespace duedesk
