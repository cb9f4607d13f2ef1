// What Today says of the list: its lanes with their counts, the figures in the header, and what stands there where no row
// does.
#include "core/base/words.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/today/todaylanes.h"
#include "ui/pages/today/todaypage.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace duedesk {

void TodayPage::updateLanes()
{
    const CallList& calls = m_figures->insights->calls;
    std::vector<LaneBar::Lane> lanes;
    for (const CallLane& l : callLanes())
        lanes.push_back({l.id, l.title, countOfLane(calls, l), l.id == nextLane});
    lanes.front().count = std::max(0, lanes.front().count - int(m_leaving.size()));
    m_lanes->setLanes(lanes);
    setBadge(0);
}

void TodayPage::updateHeader()
{
    const Insights& in = *m_figures->insights;
    if (in.problem) { // no figure is better than one of nothing
        setSubtitle(tr("The call list could not be worked out"));
        emit statusText({});
        return;
    }
    std::int64_t sum = 0;
    for (const std::uint32_t r : m_model->order())
        sum += m_figures->row(r).tbc;
    const int done = m_done + int(m_leaving.size());
    QStringList text{Lang::plural("%1 accounts", "1 account", m_model->rowCount()),
                     tr("%1 to collect").arg(amountWithUnit(sum, in.book->info().base))};
    if (done > 0)
        text += tr("%1 done").arg(countText(done));
    if (!in.calls.missingRates.isEmpty())
        text += say(in.calls.missingRates);
    setSubtitle(text.join(u" \u00b7 "_s));
    emit statusText(done == 0
                        ? QString()
                        : tr("%1 of %2 done").arg(countText(done), countText(done + qint64(in.calls.next.size()))));
}

void TodayPage::updateState()
{
    if (m_loaded && m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
        return;
    }
    if (m_figures->insights && m_figures->insights->problem)
        m_empty->setContent(u"problem"_s, tr("The call list could not be worked out"),
                            m_figures->insights->problem->message());
    else if (!m_loaded)
        m_empty->setContent(u"wait"_s, tr("Ranking the accounts\u2026"), tr("The list appears in a moment."));
    else if (m_workbench.book()->ledger().debitCount == 0)
        m_empty->setContent(u"imports"_s, tr("No invoices yet"),
                            tr("Drop a ledger export here, or press Ctrl+I to import."), tr("Import files\u2026"));
    else if (!m_filter->text().isEmpty())
        m_empty->setContent(u"search"_s, tr("Nothing matches the filter"), m_filter->text(), tr("Clear the filter"));
    else if (lane() == nextLane)
        m_empty->setContent(u"done"_s, tr("Nothing left to call"),
                            m_done > 0 ? Lang::plural("%1 accounts worked today.", "1 account worked today.", m_done)
                                       : tr("Nobody has money past due that can be asked for today."));
    else
        m_empty->setContent(u"done"_s, tr("This lane is empty"), {}, tr("Go to Next"));
    m_stack->setCurrentWidget(m_empty);
}

void TodayPage::updateDay()
{
    m_dayBand->setVisible(!m_workbench.isToday());
    m_dayText->setText(tr("Looking at %1. Calling hours are ignored and nothing can be logged.")
                           .arg(fullDateText(m_workbench.asOf())));
}

} // namespace duedesk
