#include "ui/pages/promises/promisespage.h"

#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/panels/calldesk.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

template <AgreementLane lane> bool isIn(const AgreementLine& l) { return l.lane == lane; }
bool asksForALook(const AgreementLine& l) { return l.lane != AgreementLane::Open && l.lane != AgreementLane::Done; }

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

QString headline(const PromiseRecord& r)
{
    return r.keptByCount().has() ? Lang::tr("%1 % kept by count, %2 % by money, 90 days")
                                       .arg(r.keptByCount().toText(0), r.keptByMoney().toText(0))
                                 : Lang::tr("Nothing was judged in 90 days");
}

BoardFigures figures(const Agreements& a, const Book& book, const BoardCounts&)
{
    const Currency base = book.info().base;
    const PromiseRecord& r = a.rates.book;
    const auto money = [&](AgreementLane lane) { return a.base[std::size_t(lane)]; };
    const auto n = [&](AgreementLane lane) { return a.count[std::size_t(lane)]; };
    const std::int64_t ahead = money(AgreementLane::Open) + money(AgreementLane::Today) + money(AgreementLane::Due);
    QStringList about{Lang::tr("%1 promised").arg(amountWithUnit(ahead, base))};
    if (a.plans > 0)
        about += Lang::tr("%1, %2 to come")
                     .arg(Lang::plural("%1 plans", "1 plan", a.plans), amountWithUnit(a.plannedBase, base));
    if (n(AgreementLane::Broken) > 0)
        about += Lang::tr("%1 broken").arg(countText(n(AgreementLane::Broken)));
    about += say(missingRateText(a.missing));
    about += Lang::tr("as of %1").arg(dateText(a.day));
    about.removeAll(QString());
    return {headline(r),
            Lang::tr("%1 kept, %2 partly, %3 broken of %4")
                .arg(countText(r.kept), countText(r.partly), countText(r.broken), amountWithUnit(r.judgedBase, base)),
            about.join(u" \u00b7 "_s), n(AgreementLane::Today) + n(AgreementLane::Broken)};
}

BoardEmpty empty(const Agreements& a, const Book&, const QString&)
{
    if (a.count[std::size_t(AgreementLane::Open)] > 0)
        return {.icon = u"done"_s,
                .heading = Lang::tr("No promise asks for anything today"),
                .text = {},
                .button = Lang::tr("Show what lies ahead"),
                .tab = u"open"_s};
    return {.icon = u"done"_s,
            .heading = Lang::tr("No promises"),
            .text = Lang::tr("1 in a call logs a promise, P one without a call, L a payment plan.")};
}

BoardSpec<AgreementBox> spec()
{
    return {.id = u"promises"_s,
            .title = Lang::tr("Promises"),
            .words = {.table = Lang::tr("Promises"),
                      .placeholder = u"state:broken owner:me"_s,
                      .working = Lang::tr("Judging the promises\u2026"),
                      .failed = Lang::tr("The promises could not be judged"),
                      .noMatch = Lang::tr("No promise matches this filter")},
            .columns = agreementColumns,
            .key = [](const Book&, const AgreementLine& line, std::uint32_t) { return line.key(); },
            .tabs = {{u"todo"_s, Lang::tr("To look at"), asksForALook, true},
                     {u"today"_s, Lang::tr("Due today"), isIn<AgreementLane::Today>},
                     {u"due"_s, Lang::tr("In the days of grace"), isIn<AgreementLane::Due>},
                     {u"broken"_s, Lang::tr("Broken"), isIn<AgreementLane::Broken>},
                     {u"elsewhere"_s, Lang::tr("Kept elsewhere"), isIn<AgreementLane::Elsewhere>},
                     {u"waiting"_s, Lang::tr("To approve"), isIn<AgreementLane::Waiting>},
                     {u"open"_s, Lang::tr("Ahead"), isIn<AgreementLane::Open>},
                     {u"plans"_s, Lang::tr("Plans"),
                      [](const AgreementLine& l) { return l.plan.isValid() && l.canWithdraw(); }},
                     {u"done"_s, Lang::tr("Done"), isIn<AgreementLane::Done>}},
            .fields = {u"state"_s, u"taken_by"_s, u"currency"_s},
            .holds = lineHolds,
            .ask = [](const Book& book, Date day, Instant) { return agreements(book, day); },
            .figures = figures,
            .empty = empty};
}

} // namespace

PromisesPage::PromisesPage(Workbench& workbench, QWidget* parent)
    : Board(spec(), workbench, parent), m_desk(new CallDesk(workbench))
{
    addDesk(m_desk, tr("Choose a promise to see its payer here."));
}

void PromisesPage::bindActions(ActionCatalog& catalog)
{
    Board::bindActions(catalog);
    catalog.bind(u"promises.withdraw"_s, this, table(), [this] { withdraw(); }, whenRow());
    catalog.bind(u"promises.approve"_s, this, table(), [this] { approve(); }, whenRow());
    catalog.bind(u"promises.kept"_s, this, table(), [this] { emit openPage(u"kept"_s, {}); });
}

void PromisesPage::submit(const Command& command)
{
    if (const Outcome done = workbench().submit(command); !done)
        emit said(sentenceOf(done.error()));
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
        emit said(tr("A promise needs no approval: only plans above the threshold do."));
}

} // namespace duedesk
