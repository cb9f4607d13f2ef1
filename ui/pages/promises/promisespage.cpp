#include "ui/pages/promises/promisespage.h"

#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/panels/calldesk.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

bool isLane(const AgreementLine& l, AgreementLane lane) { return l.lane == lane; }
constexpr LineTab<AgreementLine> tabs[] = {
    {"todo", "To look at",
     [](const AgreementLine& l) { return l.lane != AgreementLane::Open && l.lane != AgreementLane::Done; }, true},
    {"today", "Due today", [](const AgreementLine& l) { return isLane(l, AgreementLane::Today); }},
    {"due", "In the days of grace", [](const AgreementLine& l) { return isLane(l, AgreementLane::Due); }},
    {"broken", "Broken", [](const AgreementLine& l) { return isLane(l, AgreementLane::Broken); }},
    {"elsewhere", "Kept elsewhere", [](const AgreementLine& l) { return isLane(l, AgreementLane::Elsewhere); }},
    {"waiting", "To approve", [](const AgreementLine& l) { return isLane(l, AgreementLane::Waiting); }},
    {"open", "Ahead", [](const AgreementLine& l) { return isLane(l, AgreementLane::Open); }},
    {"plans", "Plans", [](const AgreementLine& l) { return l.plan.isValid() && l.canWithdraw(); }},
    {"done", "Done", [](const AgreementLine& l) { return isLane(l, AgreementLane::Done); }},
};

bool lineHolds(const Filter& f, const Book& book, const AgreementLine& line)
{
    const auto own = [&](const QString& field) -> std::optional<QStringList> {
        if (field == u"state")
            return QStringList{line.stateName(), say(line.stateWords())};
        if (field == u"taken_by")
            return QStringList(line.takenBy);
        if (field == u"currency")
            return QStringList(line.currency.toString());
        return std::nullopt;
    };
    return rowHolds(f, book, line.payer, line.amountBase, own, {say(line.remark)});
}

} // namespace

PromisesPage::PromisesPage(Workbench& workbench, QWidget* parent)
    : PromisesPage(workbench, std::make_shared<AgreementBox>(), parent)
{
}

PromisesPage::PromisesPage(Workbench& workbench, const AgreementBoxPtr& box, QWidget* parent)
    : BoardPage(u"promises"_s,
                {.table = u"Promises"_s,
                 .placeholder = u"state:broken owner:me"_s,
                 .working = u"Judging the promises\u2026"_s,
                 .failed = u"The promises could not be judged"_s,
                 .noMatch = u"No promise matches this filter"_s,
                 .row = u"row"_s,
                 .rows = u"rows"_s,
                 .sum = {},
                 .sort = {}},
                workbench,
                new BookTableModel(agreementColumns(box),
                                   [box](const Book&, std::uint32_t row) { return box->line(row).key(); }),
                u"Promises"_s, tabsOf(tabs), {u"state"_s, u"taken_by"_s, u"currency"_s}, parent),
      m_box(box), m_desk(new CallDesk(workbench))
{
    setDesk(m_desk);
    connect(m_desk, &CallDesk::worked, this, [this](CustomerId, bool, bool next) {
        if (next)
            nextLine();
    });
    connect(m_desk, &CallDesk::pageWanted, this, &Page::openPage);
    connect(&workbench, &Workbench::insightsChanged, m_desk, &CallDesk::refresh);
    showCurrent();
}

void PromisesPage::bindActions(ActionCatalog& catalog)
{
    BoardPage::bindActions(catalog);
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, table(), std::move(run), whenRow());
    };
    bind(u"promises.open"_s, [this] { openCurrent(); });
    bind(u"promises.withdraw"_s, [this] { withdraw(); });
    bind(u"promises.promise"_s, [this] { m_desk->gesture(Gesture::BarePromise); });
    bind(u"promises.plan"_s, [this] { m_desk->gesture(Gesture::Plan); });
    bind(u"promises.approve"_s, [this] { approve(); });
    bind(u"promises.call"_s, [this] { m_desk->call(); });
    bind(u"promises.write"_s, [this] { m_desk->write(); });
    bind(u"promises.confirmed"_s, [this] { m_desk->confirmed(); });
    bind(u"promises.writeConfirm"_s, [this] { m_desk->writeConfirm(); });
    catalog.bind(u"promises.kept"_s, this, table(), [this] { emit openPage(u"kept"_s, {}); });
    bind(u"promises.note"_s, [this] { m_desk->gesture(Gesture::Note); });
    bind(u"promises.later"_s, [this] { m_desk->gesture(Gesture::Later); });
    bind(u"promises.assign"_s, [this] { m_desk->gesture(Gesture::Assign); });
}

void PromisesPage::ask()
{
    work<Answer>(
        [book = workbench().book(), day = workbench().asOf()] {
            return Answer{book, std::make_shared<const Agreements>(agreements(*book, day))};
        },
        [this](const Answer& answer) { show(answer); });
}

void PromisesPage::show(const Answer& answer)
{
    showFigures(answer);
    setBoard(boardOf(answer, tabs, lineHolds, m_box));
}

void PromisesPage::showFigures(const Answer& answer)
{
    const Agreements& a = *answer.all;
    const Currency base = answer.book->info().base;
    const PromiseRecord& r = a.rates.book;
    setHeadline(r.keptByCount().has() ? QString(r.keptByCount().toText(0) + u" % kept by count, "_s
                                                + r.keptByMoney().toText(0) + u" % by money, 90 days"_s)
                                      : u"Nothing was judged in 90 days"_s,
                countText(r.kept) + u" kept, "_s + countText(r.partly) + u" partly, "_s + countText(r.broken)
                    + u" broken of "_s + amountWithUnit(r.judgedBase, base));
    const auto base2 = [&](AgreementLane lane) { return a.base[std::size_t(lane)]; };
    const auto n = [&](AgreementLane lane) { return a.count[std::size_t(lane)]; };
    QString text =
        amountWithUnit(base2(AgreementLane::Open) + base2(AgreementLane::Today) + base2(AgreementLane::Due), base)
        + u" promised"_s;
    if (a.plans > 0)
        text += u" \u00b7 "_s + plural(a.plans, u"plan"_s, u"plans"_s) + u", "_s + amountWithUnit(a.plannedBase, base)
                + u" to come"_s;
    if (n(AgreementLane::Broken) > 0)
        text += u" \u00b7 "_s + countText(n(AgreementLane::Broken)) + u" broken"_s;
    const QString warning = say(missingRateText(a.missing));
    setSubtitle(text + (warning.isEmpty() ? QString() : QString(u" \u00b7 "_s + warning)) + u" \u00b7 as of "_s
                + dateText(a.day));
    setBadge(n(AgreementLane::Today) + n(AgreementLane::Broken));
}

void PromisesPage::showEmpty()
{
    if (m_box->now->count[std::size_t(AgreementLane::Open)] > 0)
        showMessage(u"done"_s, u"No promise asks for anything today"_s, {}, u"Show what lies ahead"_s);
    else
        showMessage(u"done"_s, u"No promises"_s,
                    u"1 in a call logs a promise, P one without a call, L a payment plan."_s);
}

void PromisesPage::emptyAction() { lanes()->setCurrentLane(u"open"_s); }

const AgreementLine* PromisesPage::current() const
{
    const std::uint32_t row = currentRow();
    return row == noRow || !m_box->now ? nullptr : &m_box->line(row);
}

void PromisesPage::showCurrent()
{
    const AgreementLine* line = current();
    m_desk->setPayer(line ? line->payer : noRow, u"Choose a promise to see its payer here."_s);
}

void PromisesPage::submit(const Command& command)
{
    if (const Outcome done = workbench().submit(command); !done)
        emit said(done.error().message());
}

void PromisesPage::withdraw()
{
    const AgreementLine* line = current();
    if (!line)
        return;
    if (line->plan)
        submit(WithdrawPlan{line->plan, {}});
    else
        submit(WithdrawPromise{line->promise, {}});
}

void PromisesPage::approve()
{
    const AgreementLine* line = current();
    if (line && line->plan)
        submit(ApprovePlan{line->plan});
    else
        emit said(u"A promise needs no approval: only plans above the threshold do."_s);
}

} // namespace duedesk
