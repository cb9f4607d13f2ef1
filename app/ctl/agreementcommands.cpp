// What was agreed and what is contested: promises, plans, disputes with the short payments behind them, exceptions.
#include "app/ctl/groups.h"
#include "app/ctl/listtable.h"
#include "core/lists/agreementlist.h"
#include "core/lists/disputelist.h"
#include "core/lists/exceptionlist.h"
#include "core/lists/keptlist.h"

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

// Of one payer alone where one is named.
Result<Table> promiseKpi(Session& s, int days, const OnlyPayer& only)
{
    const Book& book = *s.book;
    const PromiseRates rates = promiseRates(book, s.day() - (days - 1), s.day(), s.day());
    Table t = tableOf(keptList());
    for (const KeptLine& line : keptLines(book, rates))
        if (only.payer == noRow || line.payer == only.payer)
            addRow(t, keptList(), book, line);
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
    const Agreements all = agreements(book, s.day());
    std::vector<const AgreementLine*> lines;
    for (const AgreementLine& line : all.lines)
        if (line.promise && (only->payer == noRow || line.payer == only->payer) && (!*wanted || line.state == **wanted))
            lines.push_back(&line);
    std::ranges::sort(lines, {}, [&](const AgreementLine* l) { return book.rows<Promise>().rowOf(l->promise); });
    Table t = tableOf(agreementList());
    for (const AgreementLine* line : lines)
        addRow(t, agreementList(), book, AgreementAt{all, *line});
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
                      f.shareOfPastDue.toPlain(),
                      f.reopened.toPlain()});
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
    Table t = tableOf(disputeList());
    for (const DisputeLine& line : disputeLines(book, s.day())) {
        const bool resolved = line.standing.state == DisputeState::Resolved;
        if ((only->payer == noRow || line.payer == only->payer) && (!resolved || p.isSet(u"all"_s)))
            addRow(t, disputeList(), book, line);
    }
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
    Table t = tableOf(exceptionList());
    ExceptionRegister all = exceptionRegister(book, s.day());
    std::ranges::sort(all.lines, {}, &ExceptionLine::row);
    for (const ExceptionLine& line : all.lines)
        if (only->payer == noRow || line.payer == only->payer)
            addRow(t, exceptionList(), book, line);
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
