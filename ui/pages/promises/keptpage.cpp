#include "ui/pages/promises/keptpage.h"

#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

template <KeptBy by> bool isBy(const KeptLine& l) { return l.by == by; }

// Only payers have the fields of a customer.
bool lineHolds(const Filter& f, const Book& book, const KeptLine& line)
{
    if (line.payer != noRow)
        return rowHolds(f, book, line.payer, line.record.judgedBase,
                        [](const QString&) -> std::optional<QStringList> { return std::nullopt; }, {});
    return std::ranges::all_of(f.terms, [&](const FilterTerm& t) {
        return (t.kind == FilterTerm::Kind::Word && filterFold(line.name).contains(t.value)) != t.negated;
    });
}

BoardFigures figures(const KeptRates& k, const Book& book, const BoardCounts&)
{
    QStringList about{Lang::tr("promises judged in the 90 days up to %1").arg(dateText(k.day))};
    if (k.lines.empty())
        return {{}, {}, about.front(), {}};
    const PromiseRecord& all = k.lines.front().record;
    about += say(missingRateText(all.missing));
    about.removeAll(QString());
    return {recordText(all, book.info().base), {}, about.join(u" \u00b7 "_s), {}};
}

BoardEmpty empty(const KeptRates&, const Book&, const QString&)
{
    return {.icon = {},
            .heading = Lang::tr("Nothing was judged in 90 days"),
            .text =
                Lang::tr("A promise is judged once bank data reach its deadline, three business days after its day."),
            .button = Lang::tr("Show the promises"),
            .tab = {},
            .page = u"promises"_s};
}

BoardSpec<KeptBox> spec()
{
    return {.id = u"kept"_s,
            .title = Lang::tr("Promises kept"),
            .words = {.table = Lang::tr("Promises kept"),
                      .placeholder = u"owner:me"_s,
                      .working = Lang::tr("Judging the promises\u2026"),
                      .failed = Lang::tr("The promises could not be judged"),
                      .noMatch = Lang::tr("Nobody matches this filter")},
            .columns = keptColumns,
            .key = [](const Book&, const KeptLine&, std::uint32_t row) { return std::int64_t(row) + 1; },
            .tabs = {{u"all"_s, Lang::tr("All"), [](const KeptLine&) { return true; }, true},
                     {u"clerks"_s, Lang::tr("Clerks"), isBy<KeptBy::Clerk>},
                     {u"payers"_s, Lang::tr("Payers"), isBy<KeptBy::Payer>}},
            .fields = {},
            .holds = lineHolds,
            .ask = [](const Book& book, Date day, Instant) { return keptRates(book, day); },
            .figures = figures,
            .empty = empty};
}

} // namespace

KeptPage::KeptPage(Workbench& workbench, QWidget* parent) : Board(spec(), workbench, parent) {}

void KeptPage::bindActions(ActionCatalog& catalog)
{
    Board::bindActions(catalog);
    catalog.bind(u"kept.promises"_s, this, table(), [this] { emit openPage(u"promises"_s, {}); });
}

void KeptPage::openCurrent()
{
    const KeptLine* line = current();
    if (!line)
        return;
    if (line->payer != noRow)
        Board::openCurrent();
    else
        emit openPage(u"promises"_s, line->by != KeptBy::Clerk ? QString()
                                     : line->name.isEmpty()    ? u"taken_by:(none)"_s
                                                               : QString(u"taken_by:\""_s + line->name + u'"'));
}

} // namespace duedesk
