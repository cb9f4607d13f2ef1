#include "core/insight/agreements/agreements.h"

#include "core/base/words.h"
#include "core/insight/figures/openscan.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr int recordDays = 90;
constexpr std::array<const char*, agreementLaneCount> lanes = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "today"),   QT_TRANSLATE_NOOP("duedesk::Lang", "due"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "broken"),  QT_TRANSLATE_NOOP("duedesk::Lang", "elsewhere"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "waiting"), QT_TRANSLATE_NOOP("duedesk::Lang", "open"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "done")};

bool isOver(PromiseState s)
{
    return s == PromiseState::Withdrawn || s == PromiseState::Replaced || s == PromiseState::Credited
           || s == PromiseState::Kept;
}

AgreementLane laneOf(PromiseState s, Date due, Date d, bool stillOpen)
{
    if (isOver(s))
        return AgreementLane::Done;
    if (s == PromiseState::Open)
        return due == d ? AgreementLane::Today : AgreementLane::Open;
    if (s == PromiseState::Due)
        return AgreementLane::Due;
    if (!stillOpen)
        return AgreementLane::Done;
    return s == PromiseState::KeptElsewhere ? AgreementLane::Elsewhere : AgreementLane::Broken;
}

class Board {
public:
    Board(const Book& book, Date d) : m_book(book), m_rates(book.ratesAt(d)) { m_out.day = d; }
    void add(const Promise& p);
    void add(const Plan& p);
    Agreements take();

private:
    struct Items {
        bool open = false;
        int level = 0;
    };
    Items itemsOf(const std::vector<PromiseLine>& lines) const;
    void put(AgreementLine line);
    std::int64_t base(std::int64_t amount, Currency c)
    {
        if (!m_rates.has(c.index()))
            m_missing.count(c.index());
        return m_rates.convert(amount, c.index());
    }

    const Book& m_book;
    RatesAt m_rates;
    MissingCounts m_missing;
    Agreements m_out;
};

Board::Items Board::itemsOf(const std::vector<PromiseLine>& lines) const
{
    Items out;
    for (const PromiseLine& line : lines)
        if (const std::uint32_t row = m_book.ledger().debitRow(line.debit); row != noRow) {
            out.open = out.open || m_book.ledger().open(row, m_out.day) > 0;
            out.level = std::max(out.level, promiseLevel(m_book, row, m_out.day));
        }
    return out;
}

void Board::put(AgreementLine line)
{
    line.amountBase = base(line.amount, line.currency);
    ++m_out.count[std::size_t(line.lane)];
    addChecked(m_out.base[std::size_t(line.lane)], line.amountBase);
    m_out.lines.push_back(std::move(line));
}

void Board::add(const Promise& p)
{
    const std::uint32_t customer = m_book.customerRow(p.customer);
    if (p.madeOn > m_out.day || customer == noRow)
        return;
    const PromiseStanding s = judge(m_book, p, m_out.day);
    const Items items = itemsOf(promiseLines(m_book, p));
    AgreementLine line;
    line.promise = p.id;
    line.customer = customer;
    line.payer = m_book.payerRow(customer);
    line.state = s.state;
    line.lane = laneOf(s.state, p.promisedFor, m_out.day, items.open);
    line.currency = p.currency;
    line.amount = p.amount;
    line.counted = s.counted;
    line.asked = s.target;
    line.madeOn = p.madeOn;
    line.due = p.promisedFor;
    line.deadline = s.deadline;
    line.takenBy = p.takenBy;
    line.level = items.level;
    line.caveat = s.notJudged.isEmpty() ? s.caveat : s.notJudged;
    line.remark =
        !s.notJudged.isEmpty() ? s.notJudged
        : s.state == PromiseState::KeptElsewhere
            ? Lang::words("assign %1 of other money", Money{std::min(s.elsewhere, s.target - s.counted), p.currency})
        : !s.caveat.isEmpty() ? s.caveat
                              : Words(Name{p.note});
    put(std::move(line));
}

void Board::add(const Plan& p)
{
    const std::uint32_t customer = m_book.customerRow(p.customer);
    if (p.madeOn > m_out.day || customer == noRow)
        return;
    const PlanStanding s = judge(m_book, p, m_out.day);
    const Items items = itemsOf(p.lines);
    const bool ended = s.state == PlanState::Withdrawn || s.state == PlanState::Replaced;
    if (s.state == PlanState::OnSchedule) {
        ++m_out.plans;
        addChecked(m_out.plannedBase, base(s.toCome, p.currency));
    }
    for (std::size_t k = 0; k < p.instalments.size(); ++k) {
        const InstalmentStanding& i = s.instalments[k];
        AgreementLine line;
        line.plan = p.id;
        line.instalment = int(k) + 1;
        line.instalments = int(p.instalments.size());
        line.customer = customer;
        line.payer = m_book.payerRow(customer);
        line.state = i.state;
        line.planState = s.state;
        line.lane = ended                           ? AgreementLane::Done
                    : s.state == PlanState::Waiting ? AgreementLane::Waiting
                                                    : laneOf(i.state, p.instalments[k].due, m_out.day, items.open);
        line.currency = p.currency;
        line.amount = p.instalments[k].amount;
        line.counted = i.counted;
        line.asked = i.target;
        line.madeOn = p.madeOn;
        line.due = p.instalments[k].due;
        line.deadline = i.deadline;
        line.takenBy = p.takenBy;
        line.level = items.level;
        line.caveat = i.notJudged.isEmpty() ? i.caveat : i.notJudged;
        line.remark = s.state == PlanState::Waiting ? Lang::words("Above the threshold: a second person approves it")
                      : !i.notJudged.isEmpty()      ? i.notJudged
                      : !p.approvedBy.isEmpty()     ? Lang::words("Approved by %1", p.approvedBy)
                                                    : Words(Name{p.note});
        put(std::move(line));
    }
}

Agreements Board::take()
{
    std::stable_sort(m_out.lines.begin(), m_out.lines.end(), [](const AgreementLine& a, const AgreementLine& b) {
        return a.due != b.due ? a.due < b.due : a.amountBase > b.amountBase;
    });
    m_out.rates = promiseRates(m_book, m_out.day - (recordDays - 1), m_out.day, m_out.day);
    m_out.missing = m_missing.list();
    return std::move(m_out);
}

} // namespace

QString agreementLaneName(AgreementLane lane) { return QString::fromLatin1(lanes[std::size_t(lane)]); }
Words wordsOf(AgreementLane lane) { return Lang::words(lanes[std::size_t(lane)]); }

bool AgreementLine::canWithdraw() const
{
    if (plan)
        return planState == PlanState::OnSchedule || planState == PlanState::Waiting || planState == PlanState::Broken;
    return state == PromiseState::Open || state == PromiseState::Due;
}

bool AgreementLine::planSpeaks() const
{
    return plan
           && (planState == PlanState::Waiting || planState == PlanState::Withdrawn
               || planState == PlanState::Replaced);
}

QString AgreementLine::stateName() const { return planSpeaks() ? planStateName(planState) : promiseStateName(state); }
Words AgreementLine::stateWords() const { return planSpeaks() ? wordsOf(planState) : wordsOf(state); }

Agreements agreements(const Book& book, Date d)
{
    Board board(book, d);
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) { board.add(p); });
    book.rows<Plan>().forEach([&](std::uint32_t, const Plan& p) { board.add(p); });
    return board.take();
}

} // namespace duedesk
