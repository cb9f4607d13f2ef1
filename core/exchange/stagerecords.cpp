// Records that hang on invoices: disputes and payer statuses that a file tells of, and all that follows an invoice when
// its posted line is replaced by a corrected one.
#include "core/exchange/stager.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using NewIds = std::unordered_map<std::int64_t, DebitId>;

// Puts the new id where a record names an old one; false where it names none.
template <class T> bool repointed(T& row, const NewIds& ids)
{
    bool any = false;
    const auto swap = [&](DebitId& id) {
        const auto it = ids.find(id.value);
        if (it == ids.end())
            return;
        id = it->second;
        any = true;
    };
    if constexpr (requires { row.debit; })
        swap(row.debit);
    if constexpr (requires { row.lines; })
        for (PromiseLine& l : row.lines)
            swap(l.debit);
    if constexpr (requires { row.debits; })
        for (DebitId& id : row.debits)
            swap(id);
    return any;
}

} // namespace

// Promises, plans, disputes, statuses, marks, mails: whatever names a retracted line names the new one.
void Stager::repoint()
{
    if (m_repointed.empty())
        return;
    const auto table = [&]<class T>(std::vector<RowChange<T>>& list) {
        if constexpr (requires(T t) { t.debit; } || requires(T t) { t.lines; } || requires(T t) { t.debits; }) {
            std::unordered_set<std::int64_t> changed;
            for (RowChange<T>& c : list) {
                repointed(c.after, m_repointed);
                changed.insert(c.after.id.value);
            }
            m_book.rows<T>().forEach([&](std::uint32_t, const T& row) {
                if (T now = row; !changed.contains(row.id.value) && repointed(now, m_repointed))
                    list.push_back({row, std::move(now)});
            });
        }
    };
    std::apply([&](auto&... lists) { (table(lists), ...); }, m_report.staged.changes.tables);
}

// "disputed" on an item that is open when all is applied; one dispute at a time.
void Stager::openDisputes()
{
    if (m_disputed.empty())
        return;
    std::unordered_set<std::int64_t> contested;
    m_book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) {
        if (!x.resolvedOn.isValid())
            contested.insert(x.debit.value);
    });
    ChangeSet& out = m_report.staged.changes;
    for (const auto& change : out.of<Dispute>())
        contested.insert(change.after.debit.value);
    for (const auto& [item, line] : m_disputed) {
        if (openFor(item, farFuture - 1) <= 0 || !contested.insert(itemId(item).value).second)
            continue;
        Dispute x;
        x.id = DisputeId(m_ids.next(Table::Dispute));
        x.customer = m_customers[itemCustomer(item)].id;
        x.debit = itemId(item);
        x.reason = u"other"_s;
        x.openedOn = m_options.today;
        x.batch = m_report.staged.batch.id;
        x.operation = m_report.staged.batch.operation;
        out.insert(x);
    }
}

// "payer_status" in words; words that say none of them are reported and not kept.
void Stager::readPayerStatus(RowCells& cells, LineDraft& d)
{
    const std::string_view text = cells.has(Field::PayerStatus) ? cells.text(Field::PayerStatus) : std::string_view();
    const QString words = QString::fromUtf8(text.data(), qsizetype(text.size())).trimmed();
    if (words.isEmpty())
        return;
    d.payerState = parsePayerState(words);
    if (!d.payerState)
        warn(fileNumber(), cells.row().line,
             {u"the payer status “"_s + words + u"” is not known and is left out"_s,
              u"write sent, received, waits for po, in approval, scheduled or paid"_s, headingOf(Field::PayerStatus),
              words});
}

// A status that differs from the one that rules is said today; the same again is nothing new.
void Stager::keepPayerStates()
{
    if (m_payerStates.empty())
        return;
    struct Last {
        Date day;
        PayerState state;
    };
    std::unordered_map<std::int64_t, Last> ruling;
    m_book.rows<PayerStatus>().forEach([&](std::uint32_t, const PayerStatus& s) {
        const auto [at, isNew] = ruling.try_emplace(s.debit.value, Last{s.day, s.state});
        if (!isNew && s.day >= at->second.day)
            at->second = {s.day, s.state};
    });
    for (const auto& [item, state] : m_payerStates) {
        if (openFor(item, farFuture - 1) <= 0)
            continue;
        const DebitId id = itemId(item);
        if (const auto last = ruling.find(id.value); last != ruling.end() && last->second.state == state)
            continue;
        ruling[id.value] = {m_options.today, state};
        PayerStatus s;
        s.id = PayerStatusId(m_ids.next(Table::PayerStatus));
        s.customer = m_customers[itemCustomer(item)].id;
        s.debit = id;
        s.state = state;
        s.day = m_options.today;
        s.at = m_options.now;
        s.user = m_options.user;
        s.batch = m_report.staged.batch.id;
        s.operation = m_report.staged.batch.operation;
        m_report.staged.changes.insert(std::move(s));
    }
}

} // namespace duedesk
