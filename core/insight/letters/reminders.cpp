#include "core/insight/letters/reminders.h"

#include "core/base/emailaddress.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/callcontact.h"
#include "core/insight/people/contactguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int courtesyDays = 7; // before the due date that a courtesy mail looks ahead at most

// The order in which a letter looks for somebody: the rung first, then upwards.
int distance(const Contact& c, ContactRole wanted)
{
    if (wanted == ContactRole::ApClerk && c.billing)
        return 0;
    if (c.role == wanted)
        return 1;
    if (wanted != ContactRole::ApClerk)
        return rungOf(c.role) > rungOf(wanted) && rungOf(wanted) > 0 ? 2 + rungOf(c.role) : -1;
    switch (c.role) {
    case ContactRole::SharedInbox: return 2;
    case ContactRole::Other: return 3;
    case ContactRole::ApLead: return 4;
    case ContactRole::FinanceHead: return 5;
    default: return -1;
    }
}

// An item that a ladder can be run for: asked for now, or once cash is known.
bool drives(const ReminderItem& x) { return x.mayBeNamed() || x.cashUnknown; }

// Works the payers of one day.
class Ladders {
public:
    Ladders(const Book& book, const ReminderOptions& options)
        : m_book(book), m_options(options), m_day(options.day),
          m_states(options.payer == noRow ? ItemStates(book, options.day)
                                          : ItemStates(book, options.day, options.payer)),
          m_rates(book.ratesAt(m_day)),
          m_now(options.now != 0 ? options.now : instantIn(book.info().zone, options.day, 24 * 60 - 1))
    {
    }
    Reminder of(std::uint32_t payer, std::span<const OpenLine> lines, std::span<const UnappliedLine> unapplied) const;

private:
    void chooseStep(Reminder& r, const Strategy& s, const std::vector<ReminderItem>& items,
                    std::span<const UnappliedLine> unapplied) const;
    std::vector<const ReminderItem*> named(const StrategyStep& step, const std::vector<ReminderItem>& items) const;
    std::int64_t base(const std::vector<const ReminderItem*>& items) const;
    Words tooEarly(Reminder& r, const std::vector<const ReminderItem*>& items, const ReminderItem& oldest) const;
    Words tooSoon(Reminder& r, const Strategy& s) const;

    const Book& m_book;
    const ReminderOptions& m_options;
    Date m_day;
    ItemStates m_states;
    RatesAt m_rates;
    Instant m_now;
};

std::int64_t Ladders::base(const std::vector<const ReminderItem*>& items) const
{
    Int128 sum = 0;
    for (const ReminderItem* item : items)
        sum += m_rates.convert(item->rest, item->line.currency);
    return narrow(sum);
}

// A step before the due date is about what comes due within its days, later ones about what is past due.
std::vector<const ReminderItem*> Ladders::named(const StrategyStep& step, const std::vector<ReminderItem>& items) const
{
    std::vector<const ReminderItem*> out;
    for (const ReminderItem& item : items) {
        const int days = m_day.days() - item.line.due;
        const bool wanted = step.day <= 0 ? days <= 0 && days >= std::min(step.day, -courtesyDays) : days > 0;
        if (wanted && item.mayBeNamed())
            out.push_back(&item);
    }
    return out;
}

// Its day has not come, or cash is not known up to it.
Words Ladders::tooEarly(Reminder& r, const std::vector<const ReminderItem*>& items, const ReminderItem& oldest) const
{
    r.from = r.runFrom + r.step.day;
    if (r.days < r.step.day)
        return Lang::words("%1 on %2", stepWords(r.step), DayWord{r.from, m_day, true});
    if (r.step.day <= 0)
        return {};
    const ReminderItem* known = &oldest;
    for (const ReminderItem* item : items)
        if (item->known > known->known)
            known = item;
    if (known->known >= r.step.day)
        return {};
    r.from = {};
    return cashKnownWords(m_book, known->cash, m_day);
}

Words Ladders::tooSoon(Reminder& r, const Strategy& s) const
{
    const std::vector<const OutboxMessage*> sent = remindersOf(m_book, r.payer);
    if (sent.empty() || sent.back()->day > m_day)
        return {};
    const Date next = sent.back()->day + s.intervalDays;
    if (next <= m_day)
        return {};
    r.from = std::max(r.from, next);
    return Lang::words("a reminder %1 %2; the next may go %3", wordsOf(sent.back()->state),
                       DayWord{sent.back()->day, m_day, true}, DayWord{next, m_day, true});
}

void Ladders::chooseStep(Reminder& r, const Strategy& s, const std::vector<ReminderItem>& items,
                         std::span<const UnappliedLine> unapplied) const
{
    std::size_t at = nextStep(m_book, r.payer, s, r.runFrom, m_day);
    std::vector<const ReminderItem*> what;
    for (; at < s.steps.size(); ++at) {
        what = named(s.steps[at], items);
        // Below its amount a step does nothing, and the next one is looked at.
        if (s.steps[at].minAmount <= 0 || base(what) >= s.steps[at].minAmount)
            break;
    }
    if (at == s.steps.size()) {
        r.why = Lang::words("every step of the ladder is done");
        return;
    }
    r.hasStep = true;
    r.step = s.steps[at];
    for (const ReminderItem* item : what) {
        const DebitId id(m_book.ledger().debit(item->line.debit).chunk->id[item->line.debit & 4095]);
        r.debits.push_back(id);
        r.rest.add({item->rest, Currency::fromIndex(item->line.currency)});
    }
    r.restBase = base(what);
    r.why = tooEarly(r, what, *std::find_if(items.begin(), items.end(), drives));
    if (r.why.isEmpty())
        r.why = noReminderReason(m_book, r.payer, m_day);
    if (r.why.isEmpty() && r.step.channel != StepChannel::Call) {
        r.why = cameTodayWords(m_book, r.payer, m_day);
        if (!r.why.isEmpty())
            r.from = m_book.calendar().addBusinessDays(m_day, 1);
    }
    if (r.why.isEmpty() && coveredByCash(what, unapplied))
        r.why = Lang::words("unapplied money covers it");
    if (r.why.isEmpty() && r.isMail())
        r.why = tooSoon(r, s);
    if (r.isMail()) {
        Words why;
        r.contact = letterContact(m_book, r.payer, r.step.role, m_now, &why);
        if (r.why.isEmpty() && r.contact == noRow)
            r.why = why;
    }
    r.due = r.why.isEmpty();
    if (r.due)
        r.why = r.days > 0    ? Lang::count("%1 days past due", "1 day past due", r.days)
                : r.days == 0 ? Lang::words("due today")
                              : Lang::count("due in %1 days", "due in 1 day", -r.days);
}

Reminder Ladders::of(std::uint32_t payer, std::span<const OpenLine> lines,
                     std::span<const UnappliedLine> unapplied) const
{
    Reminder r;
    r.payer = payer;
    const Strategy& s = m_options.tryOut ? *m_options.tryOut : strategyOf(m_book, payer);
    r.strategy = s.id;
    r.strategyName = s.name;
    const std::vector<ReminderItem> items = reminderItems(m_book, m_states, lines, m_day);
    const auto oldest = std::find_if(items.begin(), items.end(), drives);
    for (const ReminderItem& item : items)
        if (!item.mayBeNamed())
            r.leftOut.push_back(
                {DebitId(m_book.ledger().debit(item.line.debit).chunk->id[item.line.debit & 4095]), item.why});
    if (oldest == items.end()) {
        r.why = items.size() == 1 ? items.front().why : Lang::words("nothing of it may be asked for now");
        return r;
    }
    r.runFrom = Date(oldest->line.due);
    r.days = m_day - r.runFrom;
    r.cycle = std::max(1, r.runFrom.days());
    chooseStep(r, s, items, unapplied);
    return r;
}

} // namespace

std::uint32_t letterContact(const Book& book, std::uint32_t payer, ContactRole role, Instant now, Words* why)
{
    std::uint32_t best = noRow;
    int bestDistance = 0;
    Words refusal;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site)) {
            const Contact& c = book.rows<Contact>()[row];
            const int far = distance(c, role);
            if (far < 0 || c.email.isEmpty())
                continue;
            if (const Outcome o = mayReceiveStatement(book, c, payer, now); !o) {
                refusal = o.error().what;
                continue;
            }
            if (best == noRow || far < bestDistance) {
                best = row;
                bestDistance = far;
            }
        }
    });
    if (best == noRow && why)
        *why = refusal.isEmpty() ? Lang::words("no %1 with an e-mail address: find a person", wordsOf(role)) : refusal;
    return best;
}

std::size_t nextStep(const Book& book, std::uint32_t payer, const Strategy& s, Date runFrom, Date d)
{
    const int cycle = std::max(1, runFrom.days());
    int mailed = -farFuture;
    for (const OutboxMessage* m : remindersOf(book, payer))
        if (m->cycle == cycle && m->day <= d)
            mailed = std::max(mailed, m->stepDay);
    std::vector<const Activity*> talks;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.activitiesOf(site))
            if (const Activity& a = book.rows<Activity>()[row]; a.day <= d && a.day >= runFrom)
                talks.push_back(&a);
    });
    std::stable_sort(talks.begin(), talks.end(), [](const Activity* a, const Activity* b) { return a->day < b->day; });
    std::size_t used = 0; // one call is one step
    std::size_t at = 0;
    for (; at < s.steps.size(); ++at) {
        const StrategyStep& step = s.steps[at];
        const Date came = runFrom + step.day;
        if (mailed >= step.day || (step.day <= 0 && runFrom < d)) // what was to be said before the due date lapses
            continue;
        const auto entered = [&](const Activity* a) {
            return step.day != 0 && a->stepDay == step.day && a->day >= came;
        };
        if (step.channel == StepChannel::Email || step.channel == StepChannel::Letter) {
            if (std::none_of(talks.begin(), talks.end(), entered))
                break;
            continue;
        }
        const auto does = [&](const Activity* a) {
            return entered(a)
                   || (step.channel == StepChannel::Call && isAttempt(*a) && a->stepDay == 0 && a->day >= came);
        };
        while (used < talks.size() && !does(talks[used]))
            ++used;
        if (used++ == talks.size())
            break;
    }
    return at;
}

ReminderList reminders(const Book& book, const ReminderOptions& options)
{
    ReminderList out;
    out.day = options.day;
    const Ladders ladders(book, options);
    const auto fits = [&](std::uint32_t payer) {
        return !options.tryOut || strategyFit(*options.tryOut, book.customers()[payer]) >= 0;
    };
    const auto add = [&](std::uint32_t payer, std::span<const OpenLine> lines, std::span<const UnappliedLine> cash) {
        if (lines.empty() || !fits(payer))
            return;
        Reminder r = ladders.of(payer, lines, cash);
        out.due += r.due ? 1 : 0;
        out.mails += r.due && r.isMail() ? 1 : 0;
        out.rows.push_back(std::move(r));
    };
    if (options.payer != noRow) {
        add(options.payer, openLinesOf(book, options.payer, options.day),
            unappliedOf(book, options.payer, options.day));
        return out;
    }
    const OpenByPayer open(book, options.day);
    for (std::uint32_t payer = 0; payer < book.customers().size(); ++payer)
        if (!book.customers()[payer].retractedBy)
            add(payer, open.lines(payer), open.unapplied(payer));
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const Reminder& a, const Reminder& b) {
        return a.due != b.due ? a.due : a.due && a.restBase > b.restBase;
    });
    return out;
}

} // namespace duedesk
