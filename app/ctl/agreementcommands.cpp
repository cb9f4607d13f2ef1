// What was agreed and what is contested: promises, plans, disputes with the short payments behind them, exceptions.
#include "app/ctl/groups.h"
#include "core/base/storedwords.h"
#include "core/insight/agreements/disputes.h"
#include "core/insight/agreements/plans.h"
#include "core/insight/agreements/shortpayments.h"

#include <algorithm>

namespace duedesk::ctl {
namespace {

using namespace Qt::StringLiterals;

// The days that figures look back over, D included.
Result<int> window(const QCommandLineParser& p) { return intOption(p, u"days"_s, 90, 1, 10'000); }

void windowOption(QCommandLineParser& p)
{
    p.addOption({u"days"_s, u"Figures of the last N days, 90 unless said."_s, u"N"_s});
    customerOption(p);
}

int levelOf(const Book& book, const std::vector<PromiseLine>& lines, Date d)
{
    int level = 0;
    for (const PromiseLine& line : lines)
        if (const std::uint32_t row = book.ledger().debitRow(line.debit); row != noRow)
            level = std::max(level, promiseLevel(book, row, d));
    return level;
}

QString percent(const Ratio& r) { return r.toPlain(); }

QStringList rateCells(const Book& book, const QString& by, const QString& key, const QString& name,
                      const PromiseRecord& r)
{
    return {by,
            key,
            name,
            QString::number(r.kept),
            QString::number(r.partly),
            QString::number(r.broken),
            percent(r.keptByCount()),
            percent(r.keptByMoney()),
            Money{r.judgedBase, book.info().base}.toPlain()};
}

// Of one payer alone where one is named.
Result<Table> promiseKpi(Session& s, int days, const OnlyPayer& only)
{
    const Book& book = *s.book;
    const PromiseRates rates = promiseRates(book, s.day() - (days - 1), s.day(), s.day());
    Table t = Table::with("by,key,name,#kept,#partly_kept,#broken,#kept_count_pct,#kept_money_pct,$judged");
    if (only.payer == noRow) {
        t.rows.push_back(rateCells(book, u"book"_s, {}, book.info().name, rates.book));
        for (const auto& [clerk, record] : rates.clerks)
            t.rows.push_back(rateCells(book, u"clerk"_s, clerk.isEmpty() ? u"(none)"_s : clerk, clerk, record));
    }
    for (const auto& [payer, record] : rates.payers) {
        if (!only.takes(book, payer))
            continue;
        const Customer& c = book.customers()[payer];
        t.rows.push_back(rateCells(book, u"payer"_s, c.externalId, c.name, record));
    }
    const PromiseRecord* one = only.payer == noRow ? &rates.book : rates.ofPayer(only.payer);
    if (const QString warning = one ? say(missingRateText(one->missing)) : QString(); !warning.isEmpty())
        t.warnings += warning;
    return t;
}

// The state of --state by its name, blanks or underscores between the words; nothing when it is not given.
Result<std::optional<PromiseState>> stateOption(const QCommandLineParser& p)
{
    if (!p.isSet(u"state"_s))
        return std::nullopt;
    const QString wanted = option(p, "state").replace(u'_', u' ');
    QStringList names;
    for (int i = 0; i <= int(PromiseState::Replaced); ++i) {
        names += promiseStateName(PromiseState(i));
        if (names.last() == wanted)
            return PromiseState(i);
    }
    return fail(usageError("--state", option(p, "state"), u"is not a state of promises"_s,
                           u"use one of "_s + names.join(u", "_s)));
}

Result<Table> promisesList(Session& s, const QCommandLineParser& p)
{
    const auto days = window(p);
    if (!days)
        return std::unexpected<Error>(days.error());
    const auto wanted = stateOption(p);
    if (!wanted)
        return std::unexpected<Error>(wanted.error());
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const auto only = onlyPayer(s, p);
    if (!only)
        return std::unexpected<Error>(only.error());
    if (p.isSet(u"kpi"_s))
        return promiseKpi(s, *days, *only);
    const Book& book = *s.book;
    Table t = Table::with("id,customer,name,currency,$amount,@made_on,@promised_for,@deadline,state,$target,$counted,"
                          "#level,taken_by,remark");
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& x) {
        if (x.madeOn > s.day() || !only->takes(book, x.customer))
            return;
        const PromiseStanding standing = judge(book, x, s.day());
        if (*wanted && standing.state != **wanted)
            return;
        const Customer& c = *book.customers().find(x.customer);
        t.rows.push_back({QString::number(x.id.value), c.externalId, c.name, x.currency.toString(),
                          Money{x.amount, x.currency}.toPlain(), x.madeOn.toIso(), x.promisedFor.toIso(),
                          standing.deadline.toIso(), promiseStateName(standing.state),
                          Money{standing.target, x.currency}.toPlain(), Money{standing.counted, x.currency}.toPlain(),
                          QString::number(levelOf(book, promiseLines(book, x), s.day())), x.takenBy,
                          say(standing.notJudged.isEmpty() ? standing.caveat : standing.notJudged)});
    });
    return t;
}

void promisesOptions(QCommandLineParser& p)
{
    windowOption(p);
    p.addOption({u"state"_s, u"Only these: open, due, kept, kept_elsewhere, partly_kept, broken …"_s, u"S"_s});
    p.addOption({u"kpi"_s, u"How many are kept: book, clerks, payers."_s});
}

Result<Table> plansList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const auto only = onlyPayer(s, p);
    if (!only)
        return std::unexpected<Error>(only.error());
    const Book& book = *s.book;
    Table t =
        Table::with("id,customer,name,currency,$total,plan_state,$to_come,@made_on,taken_by,approved_by,#instalment,"
                    "@due,@deadline,$amount,state,$asked,$counted");
    book.rows<Plan>().forEach([&](std::uint32_t, const Plan& x) {
        if (x.madeOn > s.day() || !only->takes(book, x.customer))
            return;
        const PlanStanding standing = judge(book, x, s.day());
        const Customer& c = *book.customers().find(x.customer);
        const auto plain = [&](std::int64_t v) { return Money{v, x.currency}.toPlain(); };
        for (std::size_t k = 0; k < x.instalments.size(); ++k) {
            const InstalmentStanding& i = standing.instalments[k];
            t.rows.push_back({QString::number(x.id.value), c.externalId, c.name, x.currency.toString(),
                              plain(standing.total), planStateName(standing.state), plain(standing.toCome),
                              x.madeOn.toIso(), x.takenBy, x.approvedBy, QString::number(k + 1),
                              x.instalments[k].due.toIso(), i.deadline.toIso(), plain(x.instalments[k].amount),
                              promiseStateName(i.state), plain(i.target), plain(i.counted)});
        }
    });
    return t;
}

void plansOptions(QCommandLineParser& p) { customerOption(p); }

QString daysText(const std::optional<int>& days) { return days ? QString::number(*days) : QString(); }

Result<Table> disputeKpi(Session& s, int days)
{
    const Book& book = *s.book;
    const DisputeFigures f = disputeFigures(book, s.day(), days);
    const auto base = [&](std::int64_t v) { return Money{v, book.info().base}.toPlain(); };
    Table t = Table::with("by,key,#unresolved,$open_base,#overdue,$overdue_base,#resolved,#median_days,#past_due_pct,"
                          "#reopened_pct");
    t.rows.push_back({u"book"_s,
                      {},
                      QString::number(f.unresolved),
                      base(f.openBase),
                      QString::number(f.overdue),
                      base(f.overdueBase),
                      QString::number(f.resolved),
                      daysText(f.medianDays),
                      percent(f.shareOfPastDue),
                      percent(f.reopened)});
    const std::pair<QString, const std::vector<DisputeGroup>&> groups[] = {
        {u"reason"_s, f.byReason}, {u"department"_s, f.byDepartment}, {u"root_cause"_s, f.byRootCause}};
    for (const auto& [by, list] : groups)
        for (const DisputeGroup& g : list)
            t.rows.push_back(
                {by, g.key, QString::number(g.count), base(g.openBase), {}, {}, {}, daysText(g.medianDays), {}, {}});
    if (const QString warning = say(missingRateText(f.missing)); !warning.isEmpty())
        t.warnings += warning;
    return t;
}

Result<Table> shortList(Session& s, bool small, const OnlyPayer& only)
{
    const Book& book = *s.book;
    const ShortPayments all = shortPayments(book, s.day());
    Table t =
        Table::with("customer,name,number,currency,$amount,$residue,$residue_base,#share_pct,@paid_on,reason,why");
    for (const ShortPayment& x : small ? all.small : all.deductions) {
        const DebitView v = viewDebit(book.ledger(), x.debit);
        if (!only.takes(book, v.customer))
            continue;
        const Customer& c = book.customers()[v.customer];
        t.rows.push_back({c.externalId, c.name, v.number, v.currency.toString(), Money{v.amount, v.currency}.toPlain(),
                          Money{x.residue, v.currency}.toPlain(), Money{x.residueBase, book.info().base}.toPlain(),
                          QString::fromStdString(plainDecimal(x.shareE4 * 100, 4)), x.paidOn.toIso(),
                          small ? u"write-off"_s : disputeReasonName(x.guess), say(x.why)});
    }
    if (const QString warning = say(missingRateText(all.missing)); !warning.isEmpty())
        t.warnings += warning;
    return t;
}

QStringList disputeCells(const Book& book, const Dispute& x, const DisputeStanding& s)
{
    const Customer& c = *book.customers().find(x.customer);
    const std::uint32_t row = book.ledger().debitRow(x.debit);
    const bool known = row != noRow;
    const DebitView v = known ? viewDebit(book.ledger(), row) : DebitView{};
    const auto money = [&](std::int64_t minor) { return known ? Money{minor, v.currency}.toPlain() : QString(); };
    return {QString::number(x.id.value),
            QString::number(x.caseOf ? x.caseOf.value : x.id.value),
            c.externalId,
            c.name,
            v.number,
            known ? v.currency.toString() : QString(),
            x.amount == 0 ? QString() : money(x.amount), // empty = all that is open
            money(s.open),
            s.rated ? Money{s.openBase, book.info().base}.toPlain() : QString(),
            disputeReasonName(x.kind),
            say(recalled(x.reason)),
            disputeStateName(s.state),
            x.openedOn.toIso(),
            QString::number(s.ageDays),
            x.targetDate.toIso(),
            s.overdue ? u"yes"_s : QString(),
            x.owner,
            x.department,
            x.responsible,
            x.rootCause,
            resolutionName(x.resolution),
            x.resolvedOn.toIso()};
}

Result<Table> disputesList(Session& s, const QCommandLineParser& p)
{
    const auto days = window(p);
    if (!days)
        return std::unexpected<Error>(days.error());
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const auto only = onlyPayer(s, p);
    if (!only)
        return std::unexpected<Error>(only.error());
    if (p.isSet(u"kpi"_s) && only->payer != noRow)
        return fail(ErrorCode::Usage, u"the figures of disputes are those of the whole book"_s,
                    u"leave out --customer, or --kpi"_s, u"--customer"_s);
    if (p.isSet(u"kpi"_s))
        return disputeKpi(s, *days);
    if (p.isSet(u"deductions"_s) || p.isSet(u"write-offs"_s))
        return shortList(s, p.isSet(u"write-offs"_s), *only);
    const Book& book = *s.book;
    Table t = Table::with("id,case,customer,name,number,currency,$amount,$open,$open_base,kind,reason,state,@opened,"
                          "#age_days,@target,overdue,owner,department,responsible,root_cause,resolution,@resolved");
    book.rows<Dispute>().forEach([&](std::uint32_t, const Dispute& x) {
        if (x.openedOn > s.day() || !only->takes(book, x.customer))
            return;
        const DisputeStanding standing = disputeStanding(book, x, s.day());
        if (standing.state != DisputeState::Resolved || p.isSet(u"all"_s))
            t.rows.push_back(disputeCells(book, x, standing));
    });
    return t;
}

void disputesOptions(QCommandLineParser& p)
{
    windowOption(p);
    p.addOptions({{u"all"_s, u"Also the resolved ones."_s},
                  {u"kpi"_s, u"Count, money, days to resolve; by reason, department, root cause."_s},
                  {u"deductions"_s, u"Short payments that look like deductions, with the guessed reason."_s},
                  {u"write-offs"_s, u"Small residues, proposed for the month's write-off."_s}});
}

Result<Table> exceptionsList(Session& s, const QCommandLineParser& p)
{
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const auto only = onlyPayer(s, p);
    if (!only)
        return std::unexpected<Error>(only.error());
    const Book& book = *s.book;
    Table t = Table::with("id,@day,customer,name,number,kind,granted_by,reason,#cost_days,@until");
    book.rows<ExceptionEntry>().forEach([&](std::uint32_t, const ExceptionEntry& x) {
        if (x.day > s.day() || !only->takes(book, x.customer))
            return;
        const Customer& c = *book.customers().find(x.customer);
        const std::uint32_t row = x.debit ? book.ledger().debitRow(x.debit) : noRow;
        t.rows.push_back({QString::number(x.id.value), x.day.toIso(), c.externalId, c.name,
                          row == noRow ? QString() : viewDebit(book.ledger(), row).number, exceptionKindName(x.kind),
                          x.user, say(recalled(x.reason)), QString::number(x.costDays), x.until.toIso()});
    });
    return t;
}

} // namespace

std::vector<Command> agreementCommands()
{
    return {
        {"promises", "[--state S] [--customer ID] [--kpi] [--days N]", "Promises and what became of them.",
         promisesOptions, promisesList, nullptr},
        {"plans", "[--customer ID]", "Payment plans, a row an instalment.", plansOptions, plansList, nullptr},
        {"disputes", "[--customer ID] [--all] [--kpi] [--days N] [--deductions] [--write-offs]",
         "What is contested; deductions and small residues behind it.", disputesOptions, disputesList, nullptr},
        {"exceptions", "[--customer ID]", "Extensions, waivers, skipped steps and overrides.", plansOptions,
         exceptionsList, nullptr},
    };
}

} // namespace duedesk::ctl
