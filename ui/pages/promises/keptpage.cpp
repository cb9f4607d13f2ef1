#include "ui/pages/promises/keptpage.h"

#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr LineTab<KeptLine> tabs[] = {
    {"all", "All", [](const KeptLine&) { return true; }, true},
    {"clerks", "Clerks", [](const KeptLine& l) { return l.by == KeptBy::Clerk; }},
    {"payers", "Payers", [](const KeptLine& l) { return l.by == KeptBy::Payer; }},
};

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

} // namespace

KeptPage::KeptPage(Workbench& workbench, QWidget* parent) : KeptPage(workbench, std::make_shared<KeptBox>(), parent) {}

KeptPage::KeptPage(Workbench& workbench, const KeptBoxPtr& box, QWidget* parent)
    : BoardPage(
          u"kept"_s,
          {.table = u"Promises kept"_s,
           .placeholder = u"owner:me"_s,
           .working = u"Judging the promises\u2026"_s,
           .failed = u"The promises could not be judged"_s,
           .noMatch = u"Nobody matches this filter"_s,
           .row = u"row"_s,
           .rows = u"rows"_s,
           .sum = {},
           .sort = {}},
          workbench,
          new BookTableModel(keptColumns(box), [](const Book&, std::uint32_t row) { return std::int64_t(row) + 1; }),
          u"Promises kept"_s, tabsOf(tabs), {}, parent),
      m_box(box)
{
}

void KeptPage::bindActions(ActionCatalog& catalog)
{
    BoardPage::bindActions(catalog);
    catalog.bind(u"kept.promises"_s, this, table(), [this] { emit openPage(u"promises"_s, {}); });
}

void KeptPage::ask()
{
    work<Answer>(
        [book = workbench().book(), day = workbench().asOf()] {
            return Answer{book, std::make_shared<const KeptRates>(keptRates(*book, day))};
        },
        [this](const Answer& answer) { show(answer); });
}

void KeptPage::show(const Answer& answer)
{
    const KeptRates& k = *answer.all;
    const QString missing = k.lines.empty() ? QString() : say(missingRateText(k.lines.front().record.missing));
    setSubtitle(u"promises judged in the 90 days up to "_s + dateText(k.day)
                + (missing.isEmpty() ? QString() : QString(u" \u00b7 "_s + missing)));
    if (!k.lines.empty())
        setHeadline(recordText(k.lines.front().record, answer.book->info().base), {});
    setBoard(boardOf(answer, tabs, lineHolds, m_box));
}

void KeptPage::showEmpty()
{
    showMessage({}, u"Nothing was judged in 90 days"_s,
                u"A promise is judged once bank data reach its deadline, three business days after its day."_s,
                u"Show the promises"_s);
}

void KeptPage::emptyAction() { emit openPage(u"promises"_s, {}); }

void KeptPage::openCurrent()
{
    const std::uint32_t row = currentRow();
    if (row == noRow)
        return;
    const KeptLine& line = m_box->line(row);
    if (line.payer != noRow)
        BoardPage::openCurrent();
    else
        emit openPage(u"promises"_s, line.by != KeptBy::Clerk ? QString()
                                     : line.name.isEmpty()    ? u"taken_by:(none)"_s
                                                              : QString(u"taken_by:\""_s + line.name + u'"'));
}

} // namespace duedesk
