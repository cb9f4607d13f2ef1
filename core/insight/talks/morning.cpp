#include "core/insight/talks/morning.h"

#include "core/base/clock.h"
#include "core/base/storedwords.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/confirms.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/figures/itemstate.h"
#include "core/insight/figures/openscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace duedesk {
namespace {

constexpr std::array<std::pair<const char*, const char*>, morningPartCount> names = {{
    {"paid", QT_TRANSLATE_NOOP("duedesk::Lang", "Paid")},
    {"kept", QT_TRANSLATE_NOOP("duedesk::Lang", "Promises kept")},
    {"short", QT_TRANSLATE_NOOP("duedesk::Lang", "Short payments")},
    {"bounced", QT_TRANSLATE_NOOP("duedesk::Lang", "Bounced")},
    {"broken", QT_TRANSLATE_NOOP("duedesk::Lang", "Promises broken")},
    {"call_backs", QT_TRANSLATE_NOOP("duedesk::Lang", "Call-backs today")},
    {"unconfirmed", QT_TRANSLATE_NOOP("duedesk::Lang", "Not confirmed")},
}};

bool isMoney(CreditKind k) { return k == CreditKind::Payment || k == CreditKind::Deposit || k == CreditKind::Recovery; }

class Gatherer {
public:
    Gatherer(const MorningMark& then, const Book& book, Date d, const QString& owner)
        : m_then(then), m_book(book), m_day(d), m_owner(owner), m_rates(book.ratesAt(d))
    {
        m_out.since = then.day;
        m_out.day = d;
    }
    MorningSummary all()
    {
        credits();
        shortPayments();
        promises();
        callBacks();
        confirmations();
        for (MorningSummary::Part& part : m_out.parts) {
            const bool timed = &part == &m_out.parts[std::size_t(MorningPart::CallBacks)];
            std::ranges::stable_sort(part.lines, [&](const MorningLine& a, const MorningLine& b) {
                if (timed && std::tie(a.order, a.day) != std::tie(b.order, b.day))
                    return std::tie(a.order, a.day) < std::tie(b.order, b.day);
                if (a.base != b.base)
                    return a.base > b.base;
                return m_book.nameRanks()[a.payer] < m_book.nameRanks()[b.payer];
            });
        }
        m_out.missing = m_missing.list();
        return std::move(m_out);
    }

private:
    bool isNew(std::int64_t id, Date day, std::int64_t last) const { return id > last || day > m_then.day; }
    bool mine(std::uint32_t payer) const { return m_owner.isEmpty() || m_book.customers()[payer].owner == m_owner; }
    void add(MorningPart part, std::uint32_t payer, Words what, Money amount, Date day, int order = 0)
    {
        if (payer == noRow || !mine(payer))
            return;
        MorningLine line{payer, std::move(what), amount, 0, day, order};
        if (amount.currency.isValid()) {
            if (m_rates.has(amount.currency.index()))
                line.base = m_rates.convert(amount.minor, amount.currency.index());
            else
                m_missing.count(amount.currency.index());
        }
        MorningSummary::Part& to = m_out.parts[std::size_t(part)];
        to.base += line.base;
        to.lines.push_back(std::move(line));
    }

    void credits()
    {
        const Ledger& l = m_book.ledger();
        for (std::uint32_t row = 0; row < l.creditCount; ++row) {
            const auto [c, i] = l.credit(row);
            const Date day(c->date[i]);
            if (day > m_day || !isNew(c->id[i], day, m_then.lastCredit) || c->customer[i] == noRow)
                continue;
            const CreditKind kind = CreditKind(c->kind[i]);
            const std::uint32_t payer = m_book.payerRow(c->customer[i]);
            if (isMoney(kind) && c->reversedOn[i] > m_day.days()) {
                m_fresh[payer].insert(row);
            } else if (kind == CreditKind::Reversal) {
                const CreditView v = viewCredit(l, row);
                add(MorningPart::Bounced, payer, Name{v.reference}, {v.amount, v.currency}, v.date);
            }
        }
        // What each new payment went to.
        std::map<std::uint32_t, QStringList> uses;
        for (const auto& [payer, rows] : m_fresh)
            forEachMemberDebit(payer, [&](const DebitChunk& c, std::uint32_t i) {
                for (std::uint32_t k = c.first[i]; k < c.first[i + 1]; ++k)
                    if (c.credit[k] != noRow && c.from[k] <= m_day.days() && rows.contains(c.credit[k]))
                        uses[c.credit[k]] += QString::fromUtf8(c.number[i].data(), qsizetype(c.number[i].size()));
            });
        for (const auto& [payer, rows] : m_fresh)
            for (const std::uint32_t row : rows) {
                const CreditView v = viewCredit(l, row);
                add(MorningPart::Paid, payer, paidWords(v.reference, uses[row]), {v.amount, v.currency}, v.date);
            }
    }
    static Words paidWords(const QString& reference, const QStringList& invoices)
    {
        if (invoices.isEmpty())
            return reference.isEmpty() ? Lang::words("not assigned yet")
                                       : Lang::words("%1, not assigned yet", reference);
        const QString named = invoices.mid(0, 3).join(QStringLiteral(", "));
        const Words list = invoices.size() > 3 ? Lang::words("%1 and %2 more", named, Number{invoices.size() - 3})
                                               : Words(Name{named});
        return reference.isEmpty() ? Lang::words("for %1", list) : Lang::words("%1 for %2", reference, list);
    }
    template <class F> void forEachMemberDebit(std::uint32_t payer, F&& f)
    {
        const Ledger& l = m_book.ledger();
        forEachMember(m_book, payer, [&](std::uint32_t site) {
            for (const std::uint32_t row : l.debitsOf(site)) {
                const auto [c, i] = l.debit(row);
                f(*c, i);
            }
        });
    }

    void shortPayments()
    {
        if (m_fresh.empty())
            return;
        const ItemStates states(m_book, m_day);
        const int percent = m_book.policyAt(m_day).deductionPercent;
        for (const auto& [payer, rows] : m_fresh)
            forEachMemberDebit(payer, [&](const DebitChunk& c, std::uint32_t i) {
                const std::int64_t left = openAt(c, i, m_day.days());
                if (left <= 0 || Int128(left) * 100 > Int128(c.amount[i]) * percent)
                    return;
                Date paid;
                for (std::uint32_t k = c.first[i]; k < c.first[i + 1]; ++k)
                    if (c.credit[k] != noRow && c.from[k] <= m_day.days() && rows.contains(c.credit[k]))
                        paid = Date(c.from[k]);
                const ItemState s = states.of(m_book.ledger().debitRow(DebitId(c.id[i])));
                if (paid.isValid() && s.held() == 0)
                    add(MorningPart::Short, payer,
                        Name{QString::fromUtf8(c.number[i].data(), qsizetype(c.number[i].size()))},
                        {left, Currency::fromIndex(c.currency[i])}, paid);
            });
    }

    void promises()
    {
        m_book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
            if (p.madeOn > m_day)
                return;
            const bool wasLive = std::ranges::binary_search(m_then.live, p.id);
            if (!wasLive && !isNew(p.id.value, p.madeOn, m_then.lastPromise))
                return;
            const PromiseStanding s = judge(m_book, p, m_day);
            if (!isJudged(s.state))
                return;
            const bool kept = s.state == PromiseState::Kept || s.state == PromiseState::KeptElsewhere;
            const bool half = s.state == PromiseState::KeptElsewhere || s.state == PromiseState::PartlyKept;
            const Words what = listed(
                {Lang::words("promised for %1", DayWord{p.promisedFor, m_day}), half ? wordsOf(s.state) : Words()});
            const std::uint32_t customer = m_book.customerRow(p.customer);
            add(kept ? MorningPart::Kept : MorningPart::Broken, customer == noRow ? noRow : m_book.payerRow(customer),
                what, {kept ? s.target : std::max<std::int64_t>(0, s.target - s.counted), p.currency}, p.promisedFor);
        });
    }

    void callBacks()
    {
        std::map<std::uint32_t, const NextAction*> ruling; // the last one of each payer
        m_book.rows<NextAction>().forEach([&](std::uint32_t, const NextAction& n) {
            const std::uint32_t customer = m_book.customerRow(n.customer);
            if (n.madeOn > m_day || customer == noRow)
                return;
            const NextAction*& last = ruling[m_book.payerRow(customer)];
            if (!last || last->madeOn < n.madeOn || (last->madeOn == n.madeOn && last->id < n.id))
                last = &n;
        });
        for (const auto& [payer, n] : ruling) {
            if (n->kind != NextActionKind::CallBack || n->due > m_day || payerPast(m_book, payer, m_day).nextDone)
                continue;
            constexpr int anyTime = 24 * 60;
            const int minute = n->at != 0 ? minuteOfDayIn(m_book.info().zone, n->at) : anyTime;
            const Words when = n->due < m_day     ? Lang::words("since %1", DayWord{n->due, m_day})
                               : minute < anyTime ? Words(ClockWord{minute})
                                                  : Lang::words("any time");
            add(MorningPart::CallBacks, payer, listed({when, nextActionNote(*n)}), {}, n->due,
                n->due < m_day ? anyTime + 1 : minute);
        }
    }
    void confirmations()
    {
        m_book.rows<ConfirmBy>().forEach([&](std::uint32_t, const ConfirmBy& c) {
            const std::uint32_t customer = m_book.customerRow(c.customer);
            if (customer == noRow || c.madeOn > m_day || c.due >= m_day || c.due < m_then.day
                || confirmStateOf(m_book, c, m_day) != ConfirmState::Unmet)
                return;
            add(MorningPart::Unconfirmed, m_book.payerRow(customer),
                c.what.isEmpty() ? Lang::words("by %1", DayWord{c.due, m_day}) : recalled(c.what), {}, c.due);
        });
    }

    const MorningMark& m_then;
    const Book& m_book;
    Date m_day;
    QString m_owner;
    RatesAt m_rates;
    MissingCounts m_missing;
    std::map<std::uint32_t, std::set<std::uint32_t>> m_fresh; // payer -> credit rows
    MorningSummary m_out;
};

} // namespace

QString morningPartName(MorningPart p) { return QString::fromLatin1(names[std::size_t(p)].first); }
QString morningPartTitle(MorningPart p) { return Lang::tr(names[std::size_t(p)].second); }

bool MorningSummary::isEmpty() const
{
    return std::ranges::all_of(parts, [](const Part& p) { return p.lines.empty(); });
}

QByteArray MorningMark::toJson() const
{
    QJsonArray ids;
    for (const PromiseId id : live)
        ids.append(qint64(id.value));
    return QJsonDocument(QJsonObject{{QStringLiteral("day"), day.toIso()},
                                     {QStringLiteral("credit"), qint64(lastCredit)},
                                     {QStringLiteral("promise"), qint64(lastPromise)},
                                     {QStringLiteral("live"), ids}})
        .toJson(QJsonDocument::Compact);
}

std::optional<MorningMark> MorningMark::fromJson(const QByteArray& json)
{
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    const auto when = Date::fromIso(o.value(u"day").toString());
    if (!when)
        return {};
    MorningMark m;
    m.day = *when;
    m.lastCredit = o.value(u"credit").toInteger();
    m.lastPromise = o.value(u"promise").toInteger();
    for (const QJsonValue& v : o.value(u"live").toArray())
        m.live.push_back(PromiseId(v.toInteger()));
    std::ranges::sort(m.live);
    return m;
}

MorningMark morningMark(const Book& book, Date d)
{
    MorningMark m;
    m.day = d;
    const Ledger& l = book.ledger();
    for (std::uint32_t row = 0; row < l.creditCount; ++row)
        if (const auto [c, i] = l.credit(row); c->date[i] <= d.days())
            m.lastCredit = std::max(m.lastCredit, c->id[i]);
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        if (p.madeOn > d)
            return;
        m.lastPromise = std::max(m.lastPromise, p.id.value);
        if (judge(book, p, d).live())
            m.live.push_back(p.id);
    });
    std::ranges::sort(m.live);
    return m;
}

MorningMark eveMark(const Book& book, Date d)
{
    Date before = d - 1;
    for (int i = 0; i < 30 && !book.calendar().isBusinessDay(before); ++i)
        before = before - 1;
    return morningMark(book, before - 1);
}

MorningSummary morning(const MorningMark& then, const Book& now, Date d, const QString& owner)
{
    return Gatherer(then, now, d, owner).all();
}

} // namespace duedesk
