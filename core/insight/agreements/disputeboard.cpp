#include "core/insight/agreements/disputeboard.h"

#include "core/base/storedwords.h"

#include <algorithm>
#include <tuple>

namespace duedesk {
namespace {

constexpr int figureDays = 90;

DisputeLine lineOf(const ShortPayment& s, DisputeRowKind kind, Date d)
{
    DisputeLine line;
    line.kind = kind;
    line.debit = s.debit;
    line.payer = s.payer;
    line.open = s.residue;
    line.openBase = s.residueBase;
    line.reason = s.why;
    line.guess = s.guess;
    line.day = s.paidOn;
    line.standing.ageDays = d - s.paidOn;
    return line;
}

std::vector<DisputeLine> contested(const Book& book, Date d)
{
    std::vector<DisputeLine> out = disputeLines(book, d);
    // Overdue first, the longest over first; then by target, those without one last; then the larger.
    const auto rank = [&](const DisputeLine& line) {
        const Dispute& x = book.rows<Dispute>()[line.dispute];
        const bool resolved = line.standing.state == DisputeState::Resolved;
        const int target = resolved ? -x.resolvedOn.days() : x.targetDate.isValid() ? x.targetDate.days() : farFuture;
        return std::tuple(resolved, target, -line.openBase);
    };
    std::stable_sort(out.begin(), out.end(),
                     [&](const DisputeLine& a, const DisputeLine& b) { return rank(a) < rank(b); });
    return out;
}

} // namespace

std::int64_t DisputeLine::key(const Book& book) const
{
    if (dispute != noRow)
        return book.rows<Dispute>()[dispute].id.value << 1;
    const auto [c, i] = book.ledger().debit(debit);
    return (c->id[i] << 1) + 1;
}

namespace {

constexpr const char *paidShort = QT_TRANSLATE_NOOP("duedesk::Lang", "paid short"),
                     *toWriteOff = QT_TRANSLATE_NOOP("duedesk::Lang", "to write off"),
                     *overdue = QT_TRANSLATE_NOOP("duedesk::Lang", "overdue");

// Of a short payment and of what is late; null = its dispute says it.
const char* ownState(const DisputeLine& line)
{
    if (line.kind != DisputeRowKind::Dispute)
        return line.kind == DisputeRowKind::Deduction ? paidShort : toWriteOff;
    return line.standing.state != DisputeState::Resolved && line.standing.overdue ? overdue : nullptr;
}

// How it was resolved; None = it is not, or nobody said.
Resolution resolutionOf(const DisputeLine& line, const Book& book)
{
    return line.standing.state == DisputeState::Resolved ? book.rows<Dispute>()[line.dispute].resolution
                                                         : Resolution::None;
}

} // namespace

QString DisputeLine::stateName(const Book& book) const
{
    if (const char* own = ownState(*this))
        return QString::fromLatin1(own);
    const Resolution how = resolutionOf(*this, book);
    return how == Resolution::None ? disputeStateName(standing.state) : resolutionName(how);
}

Words DisputeLine::stateWords(const Book& book) const
{
    if (const char* own = ownState(*this))
        return Lang::words(own);
    const Resolution how = resolutionOf(*this, book);
    return how == Resolution::None ? wordsOf(standing.state) : wordsOf(how);
}

std::vector<DisputeLine> disputeLines(const Book& book, Date d)
{
    std::vector<DisputeLine> out;
    book.rows<Dispute>().forEach([&](std::uint32_t row, const Dispute& x) {
        const std::uint32_t customer = book.customerRow(x.customer);
        if (x.openedOn > d || customer == noRow)
            return;
        DisputeLine line;
        line.dispute = row;
        line.debit = book.ledger().debitRow(x.debit);
        line.payer = book.payerRow(customer);
        line.standing = disputeStanding(book, x, d);
        line.open = line.standing.open;
        line.openBase = line.standing.openBase;
        line.reason =
            x.reason == disputeReasonName(DisputeReason::Other) ? wordsOf(DisputeReason::Other) : recalled(x.reason);
        line.guess = x.kind;
        line.day = x.openedOn;
        out.push_back(std::move(line));
    });
    return out;
}

DisputeBoard disputeBoard(const Book& book, Date d)
{
    DisputeBoard out;
    out.day = d;
    const ShortPayments paidShort = shortPayments(book, d);
    out.deductionsBase = paidShort.deductionsBase;
    out.residuesBase = paidShort.smallBase;
    for (const ShortPayment& s : paidShort.deductions)
        out.lines.push_back(lineOf(s, DisputeRowKind::Deduction, d));
    for (DisputeLine& line : contested(book, d))
        out.lines.push_back(std::move(line));
    for (const ShortPayment& s : paidShort.small)
        out.lines.push_back(lineOf(s, DisputeRowKind::Residue, d));
    out.figures = disputeFigures(book, d, figureDays);
    return out;
}

} // namespace duedesk
