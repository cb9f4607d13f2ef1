// Write-offs of files: those the book has from a file already, those made by hand before, which they confirm, and new ones.
#include "core/exchange/staging/paymentrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

// Each row stands for one write-off of the book at most, and each of the book for one row: all rows are asked for the
// surest likeness first, so that a row does not take what another is meant by.
void PaymentRows::matchWriteOffs(const std::vector<std::uint32_t>& order)
{
    if (std::ranges::none_of(m_groups, [](const PaymentGroup& g) { return g.kind == PaymentKind::WriteOff; }))
        return;
    std::vector<std::uint32_t> rows;
    for (const std::uint32_t at : order)
        if (const PaymentRow& r = m_payments[at];
            !r.dropped && m_groups[r.group].kind == PaymentKind::WriteOff && m_lines.inBook(r.item) != noRow)
            rows.push_back(at);
    for (const Likeness how :
         {Likeness::Named, Likeness::NamedPart, Likeness::Unnamed, Likeness::UnnamedPart, Likeness::MadeByHand})
        std::erase_if(rows, [&](std::uint32_t at) { return findWriteOff(at, how); });
}

bool PaymentRows::findWriteOff(std::uint32_t at, Likeness how)
{
    const PaymentRow& r = m_payments[at];
    const PaymentGroup& g = m_groups[r.group];
    const std::uint32_t inBook = m_lines.inBook(r.item);
    const auto [c, i] = m_book.ledger().debit(inBook);
    const std::int32_t from = std::max(r.day, c->date[i]);
    const std::int64_t wanted = r.allocated.value_or(g.amount);
    // Where the row leaves the part open, it was what was open then.
    const bool part = how == Likeness::NamedPart || how == Likeness::UnnamedPart;
    const bool named = how == Likeness::Named || how == Likeness::NamedPart, byHand = how == Likeness::MadeByHand;
    if (part && r.allocated)
        return false;
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        const std::uint32_t id = c->settlementId[k];
        const std::uint64_t key = (std::uint64_t(inBook) << 32) | k;
        if (c->credit[k] != noRow || m_matched.contains(key) || m_hand.isByHand(id) != byHand)
            continue;
        if (part ? c->settled[k] >= wanted : c->settled[k] != wanted)
            continue;
        const std::string_view text = m_hand.textOf(id);
        const bool alike = named ? text == g.reference : text.empty() || g.reference.empty();
        if (!byHand && (c->from[k] != from || !alike)) // what was made by hand the ledger books on a day of its own
            continue;
        m_matched.insert(key);
        if (byHand)
            m_hand.confirm(id);
        m_standsFor[at] = byHand ? std::optional(HandPostings::WriteOff{id, c->from[k], c->settled[k]}) : std::nullopt;
        return true;
    }
    return false;
}

void PaymentRows::applyWriteOff(PaymentRow& r, PaymentGroup& g)
{
    const Currency c = Currency::fromIndex(g.currency);
    if (r.item == noRow)
        return rejectRow(r, {Lang::words("is missing: a write-off needs its invoice"),
                             Lang::words("name the invoice"),
                             headingOf(Field::InvoiceNo),
                             {}});
    const std::int64_t open = m_lines.openFor(r.item, m_lines.effective(r.item, noRow, r.day));
    const auto known = m_standsFor.find(std::uint32_t(&r - m_payments.data()));
    if (known != m_standsFor.end())
        return known->second ? confirmWriteOff(r, g, *known->second, open) : countRow(r, Took::Unchanged);
    const auto made = m_hand.unconfirmed(m_lines.inBook(r.item));
    for (const HandPostings::WriteOff& w : made) // the row leaves the part open: all that was
        if (!r.allocated && std::min(open + w.amount, g.amount) == w.amount)
            return confirmWriteOff(r, g, w, open);
    const std::int64_t amount = r.allocated.value_or(made.empty() ? std::min(open, g.amount) : g.amount);
    const QString field = headingOf(r.allocated ? Field::Allocated : Field::Amount), value = Money{amount, c}.toPlain();
    if (!made.empty())
        return rejectRow(r, {Lang::words("is another amount of %1 than was written off here, %2", numberOf(r.item),
                                         writtenOffWords(made, c)),
                             Lang::words("compare the two; --accept-good-rows leaves this row out and keeps what was "
                                         "written off here"),
                             field, value});
    if (amount > open || amount > g.amount)
        return rejectRow(r, {Lang::words("is more than is open, %1", Money{open, c}),
                             Lang::words("write off what is open at most"), headingOf(Field::Allocated), value});
    if (amount > 0)
        m_lines.settle(r.item, {}, r.day, amount, g.reference);
    countRow(r, amount > 0 ? Took::Added : Took::Unchanged);
}

void PaymentRows::confirmWriteOff(PaymentRow& r, const PaymentGroup& g, const HandPostings::WriteOff& made,
                                  std::int64_t open)
{
    const Currency c = Currency::fromIndex(g.currency);
    if (open < 0) // on the file's own day something else had settled it, which came back since
        return rejectRow(r,
                         {Lang::words("is more than is open, %1", Money{open + made.amount, c}),
                          Lang::words("write off what is open at most"), headingOf(Field::Date), Date(r.day).toIso()});
    m_lines.confirm(r.item, made, r.day, g.reference);
    ++m_tally.report().files[r.file].confirmed;
    m_tally.warn(r.file, r.line,
                 {Lang::words("is the write-off of %1 that was made here, %2: it counts once", numberOf(r.item),
                              writtenOffWords({made}, c)),
                  {},
                  headingOf(Field::InvoiceNo),
                  {}});
    countRow(r, Took::Changed);
}

void PaymentRows::tellConfirmed()
{
    const auto& files = m_tally.report().files;
    for (std::size_t f = 0; f < files.size(); ++f)
        if (const std::int64_t n = files[f].confirmed; n > 0)
            m_tally.warn(std::uint16_t(f), 0,
                         {Lang::count("%1 write-offs were made here before: they are the same, and count once",
                                      "1 write-off was made here before: it is the same, and counts once", n),
                          {},
                          {},
                          {}});
}

} // namespace duedesk
