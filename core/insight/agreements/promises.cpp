#include "core/insight/agreements/promises.h"

#include "core/insight/agreements/cashknown.h"
#include "core/insight/agreements/promisemoney.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>
#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, 9> states = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "open"),        QT_TRANSLATE_NOOP("duedesk::Lang", "due"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "kept"),        QT_TRANSLATE_NOOP("duedesk::Lang", "kept elsewhere"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "partly kept"), QT_TRANSLATE_NOOP("duedesk::Lang", "broken"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "credited"),    QT_TRANSLATE_NOOP("duedesk::Lang", "withdrawn"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "replaced")};

std::uint32_t payerOf(const Book& book, const Promise& p)
{
    const std::uint32_t row = book.customerRow(p.customer);
    return row == noRow ? noRow : book.payerRow(row);
}

} // namespace

QString promiseStateName(PromiseState s) { return QString::fromLatin1(states[std::size_t(s)]); }
Words wordsOf(PromiseState s) { return Lang::words(states[std::size_t(s)]); }

bool isJudged(PromiseState s)
{
    return s == PromiseState::Kept || s == PromiseState::KeptElsewhere || s == PromiseState::PartlyKept
           || s == PromiseState::Broken;
}

std::vector<PromiseLine> promiseLines(const Book& book, const Promise& p)
{
    if (!p.lines.empty())
        return p.lines;
    const std::uint32_t payer = payerOf(book, p);
    if (payer == noRow)
        return {};
    const Ledger& l = book.ledger();
    std::vector<std::pair<std::int32_t, std::uint32_t>> byDue;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : l.debitsOf(site)) {
            const auto [c, i] = l.debit(row);
            if (c->currency[i] == p.currency.index() && openAt(*c, i, p.madeOn.days()) > 0)
                byDue.emplace_back(c->due[i], row);
        }
    });
    std::sort(byDue.begin(), byDue.end());
    std::vector<PromiseLine> out;
    std::int64_t left = p.amount;
    for (const auto& [due, row] : byDue) {
        if (left <= 0)
            break;
        const auto [c, i] = l.debit(row);
        const std::int64_t part = std::min(left, openAt(*c, i, p.madeOn.days()));
        out.push_back({DebitId(c->id[i]), part});
        left -= part;
    }
    return out;
}

PromiseStanding judge(const Book& book, const Promise& p, Date d)
{
    PromiseStanding out;
    const std::uint32_t payer = payerOf(book, p);
    const BusinessCalendar& calendar = payer == noRow ? book.calendar() : book.calendarOf(payer);
    out.deadline = calendar.addBusinessDays(p.promisedFor, book.policyAt(d).promiseGraceDays);
    const std::vector<PromiseLine> lines = promiseLines(book, p);
    const PaymentWindow window(p.madeOn, p.enteredOn, p.imported, out.deadline);
    const AgreedTally tally = tallyLines(book, lines, window, payer, d);
    out.target = p.amount - tally.credited;
    out.counted = tally.paid;
    if (p.withdrawnOn.isValid() && p.withdrawnOn <= d) {
        out.state = PromiseState::Withdrawn;
        return out;
    }
    if (p.replacedOn.isValid() && p.replacedOn <= d) {
        out.state = PromiseState::Replaced;
        return out;
    }
    if (out.target <= 0) {
        out.state = PromiseState::Credited;
        return out;
    }
    const Agreement self{p.id, {}, payer, p.currency};
    const auto other = [&] { return otherMoney(book, self, lines, tally, window, d); };
    if (p.lines.empty())
        out.counted += other();
    if (reaches(book, out.counted, out.target, p.currency, d, out.caveat)) {
        out.state = PromiseState::Kept;
        return out;
    }
    if (d <= p.promisedFor) {
        out.state = PromiseState::Open;
        return out;
    }
    const CashKnown known =
        d <= out.deadline ? CashKnown{} : cashKnown(book, {payer, window.first(), window.last(), lines}, d);
    if (!known.reaches(out.deadline)) {
        out.state = PromiseState::Due;
        if (d > out.deadline)
            out.notJudged = notJudgedWords(known, d);
        return out;
    }
    if (!p.lines.empty()) {
        out.elsewhere = other();
        if (out.elsewhere > 0 && reaches(book, out.counted + out.elsewhere, out.target, p.currency, d, out.caveat)) {
            out.state = PromiseState::KeptElsewhere;
            return out;
        }
    }
    out.state = out.counted > 0 ? PromiseState::PartlyKept : PromiseState::Broken;
    return out;
}

Ratio PromiseRecord::keptByCount() const
{
    const int judged = kept + partly + broken;
    return judged == 0 ? Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "no promise was judged"))
                       : Ratio::of(Int128(kept) * 100, judged);
}

Ratio PromiseRecord::keptByMoney() const
{
    return judgedBase == 0 ? Ratio::none(QT_TRANSLATE_NOOP("duedesk::Lang", "no promise was judged"))
                           : Ratio::of(Int128(keptBase) * 100, judgedBase);
}

namespace {

// f(standing) where it is judged and its deadline lies in the period.
template <class F> void ifJudged(const Book& book, const Promise& p, Date from, Date to, Date d, F&& f)
{
    if (p.madeOn > d)
        return;
    const PromiseStanding s = judge(book, p, d);
    if (isJudged(s.state) && s.deadline >= from && s.deadline <= to)
        f(s);
}

void count(PromiseRecord& out, const RatesAt& rates, const Promise& p, const PromiseStanding& s)
{
    const bool kept = s.state == PromiseState::Kept || s.state == PromiseState::KeptElsewhere;
    ++(kept ? out.kept : s.state == PromiseState::PartlyKept ? out.partly : out.broken);
    if (!rates.has(p.currency.index())) {
        const auto it = std::find_if(out.missing.begin(), out.missing.end(),
                                     [&](const MissingRate& m) { return m.currency == p.currency; });
        it == out.missing.end() ? out.missing.push_back({p.currency, 1}) : void(++it->items);
        return;
    }
    const std::int64_t base = rates.convert(s.target, p.currency.index());
    out.judgedBase += base;
    out.keptBase += kept ? base : 0;
}

template <class Key> PromiseRecord& recordOf(std::vector<std::pair<Key, PromiseRecord>>& all, const Key& key)
{
    const auto it =
        std::lower_bound(all.begin(), all.end(), key, [](const auto& a, const Key& k) { return a.first < k; });
    return it != all.end() && it->first == key ? it->second : all.insert(it, {key, {}})->second;
}

template <class Key>
const PromiseRecord* findRecord(const std::vector<std::pair<Key, PromiseRecord>>& all, const Key& key)
{
    const auto it =
        std::lower_bound(all.begin(), all.end(), key, [](const auto& a, const Key& k) { return a.first < k; });
    return it != all.end() && it->first == key ? &it->second : nullptr;
}

} // namespace

const PromiseRecord* PromiseRates::ofPayer(std::uint32_t payer) const { return findRecord(payers, payer); }
const PromiseRecord* PromiseRates::ofClerk(const QString& clerk) const { return findRecord(clerks, clerk); }

PromiseRecord promiseRecord(const Book& book, Date from, Date to, Date d, std::uint32_t payer)
{
    PromiseRecord out;
    const RatesAt rates = book.ratesAt(d);
    const auto add = [&](const Promise& p) {
        ifJudged(book, p, from, to, d, [&](const PromiseStanding& s) { count(out, rates, p, s); });
    };
    const Rows<Promise>& all = book.rows<Promise>();
    if (payer == noRow)
        all.forEach([&](std::uint32_t, const Promise& p) { add(p); });
    else
        forEachMember(book, payer, [&](std::uint32_t site) {
            for (const std::uint32_t row : book.promisesOf(site))
                add(all[row]);
        });
    return out;
}

PromiseRates promiseRates(const Book& book, Date from, Date to, Date d)
{
    PromiseRates out;
    const RatesAt rates = book.ratesAt(d);
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        ifJudged(book, p, from, to, d, [&](const PromiseStanding& s) {
            count(out.book, rates, p, s);
            count(recordOf(out.clerks, p.takenBy), rates, p, s);
            if (const std::uint32_t payer = payerOf(book, p); payer != noRow)
                count(recordOf(out.payers, payer), rates, p, s);
        });
    });
    return out;
}

} // namespace duedesk
