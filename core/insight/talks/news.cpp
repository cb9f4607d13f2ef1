#include "core/insight/talks/news.h"

#include "core/base/words.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr qsizetype namedAtOnce = 3;

// What closed or lowered an item last: money, else a credit note or a write-off.
bool loweredByMoney(const Ledger& l, std::uint32_t row, Date d)
{
    const auto [c, i] = l.debit(row);
    bool money = false;
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        if (c->from[k] > d.days() || (!c->until.empty() && c->until[k] <= d.days()))
            continue;
        money = false;
        if (c->credit[k] != noRow) {
            const auto [cc, ci] = l.credit(c->credit[k]);
            money = CreditKind(cc->kind[ci]) != CreditKind::CreditNote;
        }
    }
    return money;
}

// This credit came back by a reversal that is not among those known before.
bool cameBackSince(const Ledger& l, std::uint32_t credit, const std::vector<CreditId>& before, Date d)
{
    const std::uint32_t customer = viewCredit(l, credit).customer;
    if (customer == noRow)
        return false;
    return std::ranges::any_of(l.creditsOf(customer), [&](std::uint32_t row) {
        const auto [c, i] = l.credit(row);
        return !c->reverses.empty() && c->reverses[i] == credit && c->date[i] <= d.days()
               && !std::ranges::binary_search(before, CreditId(c->id[i]));
    });
}

// Money that settled the item came back: a write-off or an allocation that is taken back is retracted, and leaves no end.
bool bouncedSince(const Ledger& l, std::uint32_t row, const std::vector<CreditId>& before, Date d)
{
    const auto [c, i] = l.debit(row);
    for (std::uint32_t k = c->first[i]; !c->until.empty() && k < c->first[i + 1]; ++k)
        if (c->until[k] <= d.days() && c->credit[k] != noRow && cameBackSince(l, c->credit[k], before, d))
            return true;
    return std::ranges::any_of(c->idle, [&](const IdleSettlement& s) {
        return s.row == i && s.settlement.credit != noRow && cameBackSince(l, s.settlement.credit, before, d);
    });
}

std::int64_t unappliedOf(const Ledger& l, std::uint32_t row, Date d)
{
    const UnappliedCredit* u = l.unappliedOf(row);
    return u ? l.unappliedAt(*u, d.days()) : 0;
}

class Comparison {
public:
    Comparison(const PayerSnapshot& before, const PayerSnapshot& after, const Book& now, Date d)
        : m_before(before), m_after(after), m_ledger(now.ledger()), m_day(d)
    {
    }
    std::vector<NewsItem> all()
    {
        debits();
        credits();
        std::ranges::stable_sort(m_out, [](const NewsItem& a, const NewsItem& b) {
            return a.kind != b.kind ? a.kind < b.kind : a.number < b.number;
        });
        return std::move(m_out);
    }

private:
    void debits()
    {
        auto old = m_before.debits.begin();
        const auto end = m_before.debits.end();
        for (const PayerSnapshot::Line& line : m_after.debits) {
            for (; old != end && old->debit < line.debit; ++old)
                gone(*old);
            if (old == end || old->debit != line.debit)
                added(line);
            else
                changed(*old++, line);
        }
        for (; old != end; ++old)
            gone(*old);
    }
    void gone(const PayerSnapshot::Line& line)
    {
        if (line.open > 0) // its number went with it
            m_out.push_back({NewsKind::Gone, {}, {}, 0, {}});
    }
    void added(const PayerSnapshot::Line& line)
    {
        if (line.open == 0)
            return;
        const DebitView v = viewDebit(m_ledger, m_ledger.debitRow(line.debit));
        m_out.push_back({NewsKind::NewInvoice, v.number, {v.amount, v.currency}, line.open, v.due});
    }
    void changed(const PayerSnapshot::Line& old, const PayerSnapshot::Line& line)
    {
        if (old.open == line.open)
            return;
        const std::uint32_t row = m_ledger.debitRow(line.debit);
        const DebitView v = viewDebit(m_ledger, row);
        const NewsKind kind = line.open > old.open                    ? openedAgain(row)
                              : !loweredByMoney(m_ledger, row, m_day) ? NewsKind::Credited
                              : line.open == 0                        ? NewsKind::Paid
                                                                      : NewsKind::PartPaid;
        m_bounced = m_bounced || kind == NewsKind::Bounced;
        m_out.push_back({kind, v.number, {std::abs(old.open - line.open), v.currency}, line.open, {}});
    }
    NewsKind openedAgain(std::uint32_t row) const
    {
        return bouncedSince(m_ledger, row, m_before.credits, m_day) ? NewsKind::Bounced : NewsKind::Reopened;
    }
    void credits()
    {
        for (const CreditId id : m_after.credits) {
            if (std::ranges::binary_search(m_before.credits, id))
                continue;
            const std::uint32_t row = m_ledger.creditRow(id);
            const CreditView v = viewCredit(m_ledger, row);
            if (v.kind == CreditKind::Reversal) {
                if (!m_bounced) // else its invoices say so
                    m_out.push_back({NewsKind::Bounced, v.reference, {v.amount, v.currency}, v.amount, {}});
            } else if (v.kind != CreditKind::Recovery) {
                if (const std::int64_t free = unappliedOf(m_ledger, row, m_day); free > 0)
                    m_out.push_back({NewsKind::NewCredit, v.reference, {free, v.currency}, 0, {}});
            }
        }
    }

    const PayerSnapshot& m_before;
    const PayerSnapshot& m_after;
    const Ledger& m_ledger;
    Date m_day;
    bool m_bounced = false;
    std::vector<NewsItem> m_out;
};

Words numbers(const std::vector<const NewsItem*>& items)
{
    QStringList names;
    for (const NewsItem* i : items)
        if (!i->number.isEmpty())
            names += i->number;
    if (names.isEmpty())
        return Lang::count("%1 invoices", "1 invoice", qint64(items.size()));
    if (names.size() > namedAtOnce) {
        const qsizetype more = names.size() - namedAtOnce + 1;
        return Lang::words("%1 and %2 more", names.mid(0, namedAtOnce - 1).join(u", "_s), Number{more});
    }
    const QString last = names.takeLast();
    return names.isEmpty() ? Words(Name{last}) : Lang::words("%1 and %2", names.join(u", "_s), last);
}

Words sums(const std::vector<const NewsItem*>& items, bool left)
{
    std::map<Currency, std::int64_t> of;
    for (const NewsItem* i : items)
        if (i->amount.currency.isValid())
            of[i->amount.currency] += left ? i->left : i->amount.minor;
    Words out;
    for (const auto& [currency, sum] : of) {
        Words part = Money{sum, currency};
        out = out.isEmpty() ? std::move(part) : Lang::words("%1 + %2", std::move(out), std::move(part));
    }
    return out;
}

Words sentence(NewsKind kind, const std::vector<const NewsItem*>& items, Date day, int minute)
{
    const Words who = numbers(items);
    switch (kind) {
    case NewsKind::Paid: return Lang::words("Paid %1, do not ask: %2, %3.", ClockWord{minute}, who, sums(items, false));
    case NewsKind::PartPaid: return Lang::words("Part paid: %1, %2 left.", who, sums(items, true));
    case NewsKind::Credited: return Lang::words("Credited: %1, %2 less to ask for.", who, sums(items, false));
    case NewsKind::Bounced: return Lang::words("Bounced: %1, %2 open again.", who, sums(items, false));
    case NewsKind::Reopened: return Lang::words("Open again: %1, %2.", who, sums(items, false));
    case NewsKind::Gone: return Lang::words("No longer in the book: %1.", who);
    case NewsKind::NewInvoice:
        return items.size() == 1
                   ? Lang::words("New: %1, %2, due %3.", who, sums(items, false), DayWord{items.front()->due, day})
                   : Lang::words("New: %1, %2.", who, sums(items, false));
    case NewsKind::NewCredit: break;
    }
    return Lang::words("Money of theirs that is not assigned yet: %1.", sums(items, false));
}

} // namespace

PayerSnapshot payerSnapshot(const Book& book, std::uint32_t payer, Date d)
{
    PayerSnapshot out;
    out.payer = book.customers()[payer].id;
    const Ledger& l = book.ledger();
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site))
            if (const auto [c, i] = l.debit(row); c->date[i] <= d.days())
                out.debits.push_back({DebitId(c->id[i]), openAt(*c, i, d.days())});
        for (const std::uint32_t row : l.creditsOf(site))
            if (const auto [c, i] = l.credit(row); c->date[i] <= d.days())
                out.credits.push_back(CreditId(c->id[i]));
    });
    std::ranges::sort(out.debits, {}, &PayerSnapshot::Line::debit);
    std::ranges::sort(out.credits);
    return out;
}

std::vector<NewsItem> newsSince(const PayerSnapshot& before, const Book& now, Date d)
{
    const Customer* c = now.customers().find(before.payer);
    if (!c)
        return {};
    const PayerSnapshot after = payerSnapshot(now, now.customerRow(c->id), d);
    return Comparison(before, after, now, d).all();
}

Words newsWords(const std::vector<NewsItem>& news, Date day, int minute)
{
    std::vector<Words> out;
    for (std::size_t from = 0; from < news.size();) {
        std::vector<const NewsItem*> same;
        const NewsKind kind = news[from].kind;
        for (; from < news.size() && news[from].kind == kind; ++from)
            same.push_back(&news[from]);
        out.push_back(sentence(kind, same, day, minute));
    }
    return sentences(std::move(out));
}

bool isBadNews(const std::vector<NewsItem>& news)
{
    return std::ranges::any_of(news, [](const NewsItem& n) { return n.kind == NewsKind::Bounced; });
}

} // namespace duedesk
