// Figures of the day's work: how well people are reached, and why money is late.
#include "app/ctl/groups.h"
#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/figures/contactrates.h"

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

} // namespace

std::vector<Command> deskCommands()
{
    return {
        {"activity-rates", "[--days 30]", "How well payers are reached, by owner.", ratesOptions, ratesList, nullptr},
        {"late-reasons", "", "Past-due money by the reason for the delay.", nullptr, lateReasonsList, nullptr},
    };
}

} // namespace duedesk::ctl
