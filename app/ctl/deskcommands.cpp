// Figures of the day's work: how well people are reached, why money is late, what is to be decided, one account's money.
#include "app/ctl/groups.h"
#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/calls/decisions.h"
#include "core/insight/figures/accountmoney.h"
#include "core/insight/figures/contactrates.h"
#include "core/insight/figures/targets.h"

namespace duedesk::ctl {
namespace {

Result<Table> ratesList(Session& s, const QCommandLineParser& p)
{
    const auto days = intOption(p, QStringLiteral("days"), 30, 1, 3660);
    if (!days)
        return std::unexpected<Error>(days.error());
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const Currency base = s.book->info().base;
    Table t = Table::with("owner,#attempts,#connects,#right_party,#connect_rate,#right_party_rate,$past_due,$covered,"
                          "#coverage");
    const auto add = [&](const QString& key, const ContactRates& r) {
        t.rows.push_back({key, QString::number(r.attempts), QString::number(r.connects), QString::number(r.rightParty),
                          r.connectRate.toPlain(), r.rightPartyRate.toPlain(), Money{r.pastDue, base}.toPlain(),
                          Money{r.covered, base}.toPlain(), r.coverage.toPlain()});
    };
    const ContactRatesTable rates = contactRates(*s.book, s.day(), *days);
    for (const ContactRates& r : rates.rows)
        add(r.owner.key, r);
    add(QStringLiteral("(all)"), rates.total);
    if (!rates.missing.empty())
        t.warnings += say(missingRateText(rates.missing));
    return t;
}

void ratesOptions(QCommandLineParser& p)
{
    p.addOption(
        {QStringLiteral("days"), QStringLiteral("Tries of the last N days, 30 unless said."), QStringLiteral("N")});
}

Result<Table> lateReasonsList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    Table t = Table::with("reason,#items,$past_due,#dso_days");
    const LateReasons reasons = lateReasons(*s.book, s.day());
    for (const LateReasonRow& r : reasons.rows)
        t.rows.push_back({lateReasonName(r.reason), QString::number(r.items),
                          Money{r.pastDue, s.book->info().base}.toPlain(), r.dsoDays.toPlain()});
    if (!reasons.missing.empty())
        t.warnings += say(missingRateText(reasons.missing));
    return t;
}

Result<Table> decisionsList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.openForReading(); !o)
        return fail(o.error());
    Table t = Table::with("decision,#accounts,$amount,of,filter");
    for (const Decision& d : decisions(AccountFigures(s.book, s.day(), s.calls())))
        t.rows.push_back({decisionName(d.kind), QString::number(d.accounts),
                          Money{d.money, s.book->info().base}.toPlain(), decisionMoneyName(decisionMoney(d.kind)),
                          decisionFilter(d.kind)});
    if (!s.calls().missingRates.isEmpty())
        t.warnings += say(s.calls().missingRates);
    return t;
}

Result<Table> targetsList(Session& s, const QCommandLineParser&)
{
    if (const Outcome o = s.openForReading(); !o)
        return fail(o.error());
    Table t = Table::with("metric,#target,@valid_from");
    for (const Target* x : targetsAt(*s.book, s.day()))
        t.rows.push_back({x->metric, QString::fromStdString(plainDecimal(x->value, 4)), x->validFrom.toIso()});
    return t;
}

// What it is called, and what of it: "open,1200.00,USD", "oldest,116,days".
void addAccountRows(Table& t, Session& s, const AccountMoney& m, std::uint32_t payer)
{
    const Currency base = s.book->info().base;
    const auto money = [&](const char* name, std::int64_t minor) {
        t.rows.push_back({QString::fromLatin1(name), Money{minor, base}.toPlain(), base.toString()});
    };
    const auto count = [&](const QString& name, int n, const char* unit) {
        t.rows.push_back({name, QString::number(n), QString::fromLatin1(unit)});
    };
    money("to_collect", m.toCollect);
    const Money promise = moneyToPromise(*s.book, s.day(), payer, m.toCollect);
    t.rows.push_back({QStringLiteral("to_promise"), promise.toPlain(), promise.currency.toString()});
    money("open", m.open);
    constexpr std::array<const char*, 5> buckets = {"current", "d1_30", "d31_60", "d61_90", "d90_plus"};
    for (std::size_t b = 0; b < buckets.size(); ++b)
        money(buckets[b], m.bucket[b]);
    money("unapplied", m.unapplied);
    count(QStringLiteral("oldest"), m.oldestDays, "days");
    if (m.creditLeft)
        money("credit_left", *m.creditLeft);
    t.rows.push_back({QStringLiteral("dso"), QString::fromStdString(plainDecimal(m.dsoE4, 4)), QStringLiteral("days")});
    money("promised", m.promised);
    money("disputed", m.disputed);
    money("expected_7", m.expectedWeek);
    money("expected_30", m.expectedMonth);
    const auto late = lateReasonsOf(*s.book, payer, s.day());
    for (int r = 1; r < lateReasonCount; ++r)
        if (const int n = late[std::size_t(r)]; n > 0)
            count(u"late_" + lateReasonName(LateReason(r)).toLower().replace(u' ', u'_'), n, "items");
}

Result<Table> accountList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = expectOperands(p, 1, 1, "account CUSTOMER [--months N]"); !o)
        return fail(o.error());
    const auto months = intOption(p, QStringLiteral("months"), 0, 1, 600);
    if (!months)
        return fail(months.error());
    if (const Outcome o = s.openForReading(); !o)
        return fail(o.error());
    const auto payer = s.payer(operands(p).first());
    if (!payer)
        return fail(payer.error());
    if (*months > 0) {
        Table t = Table::with("@month,$billed,$paid");
        for (const BilledMonth& m : billedAndPaid(*s.book, s.day(), *payer, *months))
            t.rows.push_back({m.end.toIso(), Money{m.billed, s.book->info().base}.toPlain(),
                              Money{m.paid, s.book->info().base}.toPlain()});
        return t;
    }
    const std::shared_ptr<const BehaviourModel> model(std::shared_ptr<void>(), &s.behaviour()); // the session's own
    Table t = Table::with("figure,#value,unit");
    addAccountRows(t, s, accountMoney(s.calls(), ItemFigures(s.book, s.day(), model, *payer), *payer), *payer);
    if (!s.calls().missingRates.isEmpty())
        t.warnings += say(s.calls().missingRates);
    return t;
}

void accountOptions(QCommandLineParser& p)
{
    p.addOption({QStringLiteral("months"), QStringLiteral("Instead: billed and paid of the last N months."),
                 QStringLiteral("N")});
}

} // namespace

std::vector<Command> deskCommands()
{
    return {
        {"activity-rates", "[--days 30]", "How well payers are reached, by owner.", ratesOptions, ratesList, nullptr},
        {"late-reasons", "", "Past-due money by the reason for the delay.", nullptr, lateReasonsList, nullptr},
        {"decisions", "", "Accounts that wait for a person's decision, by why.", nullptr, decisionsList, nullptr},
        {"account", "CUSTOMER [--months N]",
         "The money of one payer: open, promised, expected, what is left of its credit.", accountOptions, accountList,
         nullptr},
        {"targets", "", "What the metrics are to reach.", nullptr, targetsList, nullptr},
    };
}

} // namespace duedesk::ctl
