#include "core/command/agreedlines.h"

#include "core/base/words.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>

namespace duedesk {
namespace {

Error tooMuch(std::int64_t open, Currency currency, bool ticked)
{
    const Money most{open, currency};
    return badField(u"amount",
                    ticked ? Lang::words("is more than the %1 open on these invoices", most)
                           : Lang::words("is more than the %1 that is open", most),
                    open > 0 ? Lang::words("write at most %1", most) : Words());
}

// The ticked invoices, each with at most what is open on it; amounts of zero are filled oldest due first.
Result<std::vector<PromiseLine>> tickedLines(const LineWish& wish, const std::vector<OpenDebit>& open)
{
    std::vector<OpenDebit> ticked;
    Int128 stated = 0, sumOpen = 0;
    for (const PromiseLine& line : wish.ticked) {
        const auto it = std::find_if(open.begin(), open.end(), [&](const OpenDebit& o) { return o.id == line.debit; });
        if (it == open.end())
            return std::unexpected(
                badField(u"invoices", Lang::words("one is not open in %1 at this customer", wish.currency.toString()),
                         Lang::words("tick open invoices of one currency")));
        if (std::any_of(ticked.begin(), ticked.end(), [&](const OpenDebit& o) { return o.id == line.debit; }))
            return std::unexpected(badField(u"invoices", Lang::words("one is ticked twice")));
        if (line.amount < 0 || line.amount > it->open)
            return std::unexpected(tooMuch(it->open, wish.currency, true));
        ticked.push_back(*it);
        stated += line.amount;
        sumOpen += it->open;
    }
    if (wish.amount > sumOpen)
        return std::unexpected(tooMuch(narrow(sumOpen), wish.currency, true));
    std::vector<PromiseLine> out = wish.ticked;
    if (stated == 0) {
        std::stable_sort(ticked.begin(), ticked.end(),
                         [](const OpenDebit& a, const OpenDebit& b) { return a.due < b.due; });
        out.clear();
        std::int64_t left = wish.amount;
        for (const OpenDebit& o : ticked) {
            if (left == 0)
                break;
            out.push_back({o.id, std::min(left, o.open)});
            left -= out.back().amount;
        }
    } else if (stated != wish.amount) {
        return std::unexpected(
            badField(u"invoices", Lang::words("add up to %1, not %2", Money{narrow(stated), wish.currency},
                                              Money{wish.amount, wish.currency})));
    }
    std::erase_if(out, [](const PromiseLine& l) { return l.amount == 0; });
    return out;
}

} // namespace

// The payer's open items in the promise's currency, oldest due first.
std::vector<OpenDebit> openDebits(const Book& book, std::uint32_t payer, Currency currency, Date today)
{
    const Ledger& l = book.ledger();
    std::vector<OpenDebit> out;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (c->currency[i] == currency.index())
                if (const std::int64_t open = openAt(*c, i, today.days()); open > 0)
                    out.push_back({DebitId(c->id[i]), c->due[i], open});
        }
    });
    std::stable_sort(out.begin(), out.end(), [](const OpenDebit& a, const OpenDebit& b) { return a.due < b.due; });
    return out;
}

// Oldest due first; nothing for a promise on account.
Result<std::vector<PromiseLine>> agreedLines(const LineWish& wish, const std::vector<OpenDebit>& open)
{
    if (!wish.ticked.empty())
        return tickedLines(wish, open);
    Int128 sum = 0;
    for (const OpenDebit& o : open)
        sum += o.open;
    if (wish.amount > sum)
        return std::unexpected(tooMuch(narrow(sum), wish.currency, false));
    std::vector<PromiseLine> out;
    std::int64_t left = wish.onAccount ? 0 : wish.amount;
    for (std::size_t i = 0; i < open.size() && left > 0; ++i) {
        out.push_back({open[i].id, std::min(left, open[i].open)});
        left -= out.back().amount;
    }
    return out;
}

bool sharesLine(const std::vector<PromiseLine>& a, const std::vector<PromiseLine>& b)
{
    return std::any_of(a.begin(), a.end(), [&](const PromiseLine& x) {
        return std::any_of(b.begin(), b.end(), [&](const PromiseLine& y) { return x.debit == y.debit; });
    });
}

// A new promise for the same invoices takes the place of the one that is still open.
void replacePromises(ChangeSet& changes, std::vector<Words>& remarks, const Book& book, std::uint32_t payer,
                     const std::vector<PromiseLine>& lines, Currency currency, PromiseId by, Date today)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site)) {
            const Promise& old = book.rows<Promise>()[row];
            if (old.currency != currency || old.madeOn > today || !judge(book, old, today).live()
                || !sharesLine(promiseLines(book, old), lines))
                continue;
            Promise ended = old;
            ended.replacedBy = by;
            ended.replacedOn = today;
            changes.change(old, std::move(ended));
            remarks.push_back(Lang::words("It replaces %1 due %2.", Money{old.amount, old.currency},
                                          DayWord{old.promisedFor, today}));
        }
    });
}

} // namespace duedesk
