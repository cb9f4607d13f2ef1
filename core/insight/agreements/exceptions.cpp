#include "core/insight/agreements/exceptions.h"

#include "core/insight/calls/callpast.h"
#include "core/insight/figures/openscan.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace duedesk {
namespace {

constexpr std::array<const char*, exceptionStateCount> states = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "running"), QT_TRANSLATE_NOOP("duedesk::Lang", "ran out"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "paid"), QT_TRANSLATE_NOOP("duedesk::Lang", "renewed"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "given")};

constexpr int recentDays = 90;

class Register {
public:
    Register(const Book& book, Date d) : m_book(book), m_rates(book.ratesAt(d)) { m_out.day = d; }

    void add(std::uint32_t row, const ExceptionEntry& x)
    {
        const std::uint32_t customer = m_book.customerRow(x.customer);
        if (customer == noRow || x.day > m_out.day)
            return;
        ExceptionLine line;
        line.row = row;
        line.id = x.id;
        line.payer = m_book.payerRow(customer);
        line.debit = x.debit ? m_book.ledger().debitRow(x.debit) : noRow;
        line.kind = x.kind;
        if (x.kind == ExceptionKind::Extension) {
            line.state = x.until >= m_out.day ? ExceptionState::Running : ExceptionState::RanOut;
            const auto thing = std::pair(line.payer, x.debit.value);
            if (const auto [at, first] = m_last.try_emplace(thing, m_out.lines.size()); !first) {
                m_out.lines[at->second].state = ExceptionState::Renewed; // rows come in the order they were given
                at->second = m_out.lines.size();
            }
        }
        m_out.lines.push_back(line);
        if (x.day > m_out.day - recentDays) {
            m_out.costDays += x.costDays;
            ++m_out.recent;
        }
    }

    ExceptionRegister take()
    {
        for (ExceptionLine& line : m_out.lines) {
            if (line.kind == ExceptionKind::Extension && line.state != ExceptionState::Renewed
                && !openOf(line, entry(line).until))
                line.state = ExceptionState::Paid;
            ++m_out.count[std::size_t(line.state)];
            m_out.base[std::size_t(line.state)] += line.openBase;
        }
        std::stable_sort(m_out.lines.begin(), m_out.lines.end(),
                         [&](const ExceptionLine& a, const ExceptionLine& b) { return order(a) < order(b); });
        m_out.missing = m_missing.list();
        return std::move(m_out);
    }

private:
    const ExceptionEntry& entry(const ExceptionLine& l) const { return m_book.rows<ExceptionEntry>()[l.row]; }

    std::tuple<int, int> order(const ExceptionLine& l) const
    {
        switch (l.state) {
        case ExceptionState::RanOut: return {0, entry(l).until.days()};
        case ExceptionState::Running: return {1, entry(l).until.days()};
        default: return {2, -entry(l).day.days()};
        }
    }

    // Whether something is open; what has a rate goes into the line.
    bool openOf(ExceptionLine& line, Date until)
    {
        bool any = false;
        const auto take = [&](std::uint32_t row) {
            const auto [c, i] = m_book.ledger().debit(row);
            const std::int64_t open = openAt(*c, i, m_out.day.days());
            if (open <= 0)
                return;
            any = true;
            if (m_rates.has(c->currency[i]) || c->currency[i] == m_rates.base().index())
                addChecked(line.openBase, m_rates.convert(open, c->currency[i]));
            else
                m_missing.count(c->currency[i]);
        };
        if (line.debit != noRow) {
            take(line.debit);
            return any;
        }
        forEachMember(m_book, line.payer, [&](std::uint32_t site) {
            for (const std::uint32_t row : m_book.ledger().debitsOf(site)) {
                const auto [c, i] = m_book.ledger().debit(row);
                if (c->due[i] <= until.days())
                    take(row);
            }
        });
        return any;
    }

    const Book& m_book;
    RatesAt m_rates;
    ExceptionRegister m_out;
    std::map<std::pair<std::uint32_t, std::int64_t>, std::size_t> m_last; // extensions by what they are for
    MissingCounts m_missing;
};

} // namespace

QString exceptionStateName(ExceptionState s) { return QString::fromLatin1(states[std::size_t(s)]); }
Words wordsOf(ExceptionState s) { return Lang::words(states[std::size_t(s)]); }

ExceptionRegister exceptionRegister(const Book& book, Date d)
{
    Register all(book, d);
    book.rows<ExceptionEntry>().forEach([&](std::uint32_t row, const ExceptionEntry& x) { all.add(row, x); });
    return all.take();
}

} // namespace duedesk
