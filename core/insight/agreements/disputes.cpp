#include "core/insight/agreements/disputes.h"

#include "core/base/text.h"
#include "core/insight/figures/itemstate.h"
#include "core/insight/figures/openscan.h"

#include <algorithm>
#include <array>
#include <set>

namespace duedesk {
namespace {

constexpr std::array<const char*, 3> stateNames = {QT_TRANSLATE_NOOP("duedesk::Lang", "open"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "in work"),
                                                   QT_TRANSLATE_NOOP("duedesk::Lang", "resolved")};

constexpr std::array<const char*, 10> reasons = {QT_TRANSLATE_NOOP("duedesk::Lang", "other"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "price"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "quantity"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "quality"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "missing document"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "wrong address"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "not ordered"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "duplicate"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "terms"),
                                                 QT_TRANSLATE_NOOP("duedesk::Lang", "deduction")};
constexpr std::array<const char*, 5> resolutions = {
    "", QT_TRANSLATE_NOOP("duedesk::Lang", "credit due"), QT_TRANSLATE_NOOP("duedesk::Lang", "unfounded"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "withdrawn"), QT_TRANSLATE_NOOP("duedesk::Lang", "paid")};

template <class E, std::size_t N>
std::optional<E> parseName(const QString& text, const std::array<const char*, N>& names)
{
    const QString wanted = foldForSearch(text).replace(u'-', u' ').replace(u'_', u' ').trimmed();
    for (std::size_t i = 0; i < N; ++i)
        if (wanted == QLatin1StringView(names[i]) && !wanted.isEmpty())
            return E(i);
    return std::nullopt;
}

std::optional<int> median(std::vector<int>& days)
{
    if (days.empty())
        return std::nullopt;
    const auto middle = days.begin() + std::ptrdiff_t(days.size() / 2);
    std::nth_element(days.begin(), middle, days.end());
    return *middle;
}

class WordGroups { // disputes by one of their words
public:
    void unresolved(const QString& key, std::int64_t base)
    {
        DisputeGroup& g = of(key).first;
        ++g.count;
        addChecked(g.openBase, base);
    }
    void resolved(const QString& key, int days) { of(key).second.push_back(days); }
    std::vector<DisputeGroup> list()
    {
        std::vector<DisputeGroup> out;
        for (auto& [g, days] : m_groups) {
            g.medianDays = median(days);
            out.push_back(g);
        }
        std::sort(out.begin(), out.end(), [](const DisputeGroup& a, const DisputeGroup& b) {
            return a.openBase != b.openBase ? a.openBase > b.openBase : a.key < b.key;
        });
        return out;
    }

private:
    std::pair<DisputeGroup, std::vector<int>>& of(const QString& text)
    {
        const QString key = text.isEmpty() ? QStringLiteral("(none)") : text;
        for (auto& g : m_groups)
            if (g.first.key == key)
                return g;
        m_groups.push_back({{key, 0, 0, {}}, {}});
        return m_groups.back();
    }
    std::vector<std::pair<DisputeGroup, std::vector<int>>> m_groups;
};

// Contested past-due money of past-due money, in base.
Ratio contestedShare(const Book& book, Date d)
{
    const RatesAt rates = book.ratesAt(d);
    const ItemStates states(book, d);
    Int128 pastDue = 0, contested = 0;
    forEachOpen(book.ledger(), d, [&](const DebitChunk& c, std::uint32_t i, std::uint32_t row, std::int64_t open) {
        if (c.due[i] >= d.days() || !rates.has(c.currency[i]))
            return;
        pastDue += rates.convert(open, c.currency[i]);
        contested += rates.convert(states.of(row).disputed, c.currency[i]);
    });
    return pastDue == 0 ? Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing is past due"))
                        : Ratio::of(contested * 100, pastDue);
}

} // namespace

QString disputeStateName(DisputeState s) { return QString::fromLatin1(stateNames[std::size_t(s)]); }
Words wordsOf(DisputeState s) { return Lang::words(stateNames[std::size_t(s)]); }

QString disputeReasonName(DisputeReason r) { return QString::fromLatin1(reasons[std::size_t(r)]); }
QString resolutionName(Resolution r) { return QString::fromLatin1(resolutions[std::size_t(r)]); }
Words wordsOf(DisputeReason r) { return Lang::words(reasons[std::size_t(r)]); }
Words wordsOf(Resolution r) { return r == Resolution::None ? Words() : Lang::words(resolutions[std::size_t(r)]); }
std::optional<DisputeReason> parseDisputeReason(const QString& text) { return parseName<DisputeReason>(text, reasons); }
std::optional<Resolution> parseResolution(const QString& text) { return parseName<Resolution>(text, resolutions); }

DisputeStanding disputeStanding(const Book& book, const Dispute& x, Date d)
{
    DisputeStanding s;
    const bool unresolved = isUnresolved(x, d);
    s.state = !unresolved                               ? DisputeState::Resolved
              : x.inWorkOn.isValid() && x.inWorkOn <= d ? DisputeState::InWork
                                                        : DisputeState::Open;
    s.ageDays = (unresolved ? d : x.resolvedOn) - x.openedOn;
    s.overdue = unresolved && x.targetDate.isValid() && x.targetDate < d;
    const std::uint32_t row = book.ledger().debitRow(x.debit);
    if (!unresolved || row == noRow)
        return s;
    const auto [c, i] = book.ledger().debit(row);
    const std::int64_t left = undisputed(book, row, d, x.id); // what the earlier ones leave
    s.open = x.amount == 0 ? left : std::min(left, x.amount);
    const RatesAt rates = book.ratesAt(d);
    s.rated = rates.has(c->currency[i]);
    s.openBase = rates.convert(s.open, c->currency[i]);
    return s;
}

std::int64_t undisputed(const Book& book, std::uint32_t debitRow, Date d, DisputeId before)
{
    const auto [c, i] = book.ledger().debit(debitRow);
    std::int64_t left = book.ledger().open(debitRow, d);
    for (const std::uint32_t row : book.disputesOf(c->customer[i]))
        if (const Dispute& x = book.rows<Dispute>()[row];
            x.debit.value == c->id[i] && isUnresolved(x, d) && (!before || x.id < before))
            left -= x.amount == 0 ? left : std::min(left, x.amount);
    return left;
}

DisputeFigures disputeFigures(const Book& book, Date d, int days)
{
    DisputeFigures out;
    MissingCounts missing;
    WordGroups reason, department, rootCause;
    std::vector<int> resolvedDays;
    std::set<DisputeId> takenUpAgain;
    book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) {
        if (x.reopens && x.openedOn <= d)
            takenUpAgain.insert(x.reopens);
    });
    int reopened = 0;
    book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) {
        if (x.openedOn > d)
            return;
        const DisputeStanding s = disputeStanding(book, x, d);
        const QString kind = disputeReasonName(x.kind);
        if (s.state == DisputeState::Resolved) {
            if (x.resolvedOn <= d - days)
                return;
            ++out.resolved;
            reopened += takenUpAgain.contains(x.id) ? 1 : 0;
            resolvedDays.push_back(s.ageDays);
            reason.resolved(kind, s.ageDays);
            department.resolved(x.department, s.ageDays);
            rootCause.resolved(x.rootCause, s.ageDays);
            return;
        }
        ++out.unresolved;
        out.overdue += s.overdue ? 1 : 0;
        addChecked(out.openBase, s.openBase);
        addChecked(out.overdueBase, s.overdue ? s.openBase : 0);
        if (!s.rated) {
            const auto [c, i] = book.ledger().debit(book.ledger().debitRow(x.debit));
            missing.count(c->currency[i]);
        }
        reason.unresolved(kind, s.openBase);
        department.unresolved(x.department, s.openBase);
        rootCause.unresolved(x.rootCause, s.openBase);
    });
    out.medianDays = median(resolvedDays);
    out.reopened = out.resolved == 0 ? Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "nothing was resolved"))
                                     : Ratio::of(Int128(reopened) * 100, out.resolved);
    out.shareOfPastDue = contestedShare(book, d);
    out.byReason = reason.list();
    out.byDepartment = department.list();
    out.byRootCause = rootCause.list();
    out.missing = missing.list();
    return out;
}

} // namespace duedesk
