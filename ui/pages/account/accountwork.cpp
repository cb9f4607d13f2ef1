// What the account page does besides logging: the next step, what we owe them, files, the timeline's filters, and the news
// of an import that lands while the account is open.
#include "ui/models/format.h"

#include "core/base/storedwords.h"
#include "ui/pages/account/accountfiles.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/account/timelineview.h"
#include "ui/panels/accountform.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/latereasonlist.h"
#include "ui/panels/newsbanner.h"
#include "ui/panels/payergroup.h"
#include "ui/panels/postingform.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/tabledress.h"

#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>

namespace duedesk {

using namespace Qt::StringLiterals;

void AccountPage::connectBlocks()
{
    connect(m_files, &FileList::openWanted, this,
            [this](qint64 id) { m_fileWork->open(AttachmentId(id), [this](const Outcome& done) { tell(done); }); });
    connect(m_files, &FileList::removeWanted, this, [this](qint64 id) { tell(m_fileWork->remove(AttachmentId(id))); });
    connect(m_files, &FileList::dropped, this,
            [this](const QStringList& paths) { tell(m_fileWork->attach(m_customer, paths)); });
    connect(m_group, &PayerGroupPanel::commandWanted, this, [this](const Command& command) {
        if (const Outcome done = m_workbench.submit(command); !done)
            m_group->showError(done.error());
        else
            m_group->accepted();
    });
    connect(m_whyLate, &LateReasonList::refused, this, &Page::said);
    connect(m_whyLate, &LateReasonList::taken, m_table, &TableDress::clearPicked);
    connect(m_news, &NewsBanner::dismissed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
}

void AccountPage::bindBlocks(ActionCatalog& catalog)
{
    const auto here = [this] { return m_customer.isValid(); };
    const auto bind = [&](const QString& id, std::function<void()> run, ActionCatalog::Enabled enabled) {
        catalog.bind(id, this, m_table, std::move(run), std::move(enabled));
    };
    bind(
        u"account.followUp"_s, [this] { followUp(); },
        [this] { return m_customer.isValid() && !m_facts.nextStep.set; });
    bind(u"account.whyLate"_s, [this] { m_whyLate->ask(selectedItems()); }, here);
    bind(u"account.owed"_s, [this] { owedDone(); }, [this] { return !m_facts.owed.empty(); });
    bind(u"account.attach"_s, [this] { attach(); }, here);
    bind(
        u"account.files"_s, [this] { m_files->list()->setFocus(Qt::OtherFocusReason); },
        [this] { return !m_facts.files.empty(); });
    bind(
        u"account.timeline"_s,
        [this] {
            m_timeline->list()->setFocus(Qt::OtherFocusReason);
            if (!m_timeline->list()->currentIndex().isValid())
                m_timeline->list()->setCurrentIndex(m_timeline->model()->index(0));
        },
        here);
    catalog.bind(
        u"account.unallocate"_s, this, m_timeline->list(), [this] { takeBackShown(); },
        [this] { return m_timeline->current() != nullptr; });
    bind(u"account.news"_s, [this] { m_news->dismiss(); }, [this] { return m_news->isVisible(); });
    bind(u"account.group"_s, [this] { showGroup(m_side->currentWidget() != m_group); }, here);
    for (int i = 0; i < TimelineModel::kindsCount; ++i)
        bind(
            u"account.kinds"_s + QString::number(i + 1), [this, i] { m_timeline->showKinds(TimelineModel::Kinds(i)); },
            here);
}

// What is settled is not among the open items: its line in the timeline stands for it.
void AccountPage::takeBackShown()
{
    const TimelineEvent* e = m_timeline->current();
    if (e && e->table == Table::Debit)
        m_posting->unallocate(DebitId(e->id));
    else if (e && e->table == Table::Credit)
        m_posting->unallocate(CreditId(e->id));
    else
        emit said(tr("Money is taken back from an invoice, a payment or a credit note: Alt+4 shows them."));
}

std::vector<DebitId> AccountPage::selectedItems() const
{
    std::vector<DebitId> out;
    for (const std::int64_t id : m_table->selectedIds())
        out.push_back(DebitId(id));
    if (out.empty() && m_table->currentId() != 0)
        out.push_back(DebitId(m_table->currentId()));
    return out;
}

void AccountPage::tell(const Outcome& done)
{
    if (!done)
        emit said(sentenceOf(done.error()));
}

void AccountPage::followUp()
{
    tell(m_workbench.submit(SetFollowUp{m_facts.id, m_facts.nextStep.day, stored(m_facts.nextStep.words)}));
}

void AccountPage::owedDone() { tell(m_workbench.submit(FulfilRequest{m_facts.owed.front().id, {}})); }

void AccountPage::attach()
{
    tell(m_fileWork->attach(m_customer, m_prompter.openFiles(this, tr("Attach files"), tr("All files (*)"))));
    m_table->setFocus(Qt::OtherFocusReason);
}

void AccountPage::showOwed(const AccountFacts& f)
{
    QStringList lines;
    for (const OwedLine& line : f.owed)
        lines += line.late ? tr("%1 \u00b7 overdue").arg(line.text) : line.text;
    m_owed->setText(lines.isEmpty() ? QString() : tr("You owe them first: %1").arg(lines.join(u"\n"_s)));
    m_owedCard->setVisible(!lines.isEmpty());
}

// What an import changed since the account was opened, or since its news were read.
void AccountPage::takeNews(const Answer& answer)
{
    const Book& book = *answer.items->book();
    m_news->watch(book, m_facts.payer, answer.day);
    m_news->take(book, answer.day, minuteOfDayIn(book.info().zone, m_workbench.clock().now()));
}

void AccountPage::showGroup(bool shown)
{
    if (!shown) {
        showDesk();
        return;
    }
    m_side->setCurrentWidget(m_group);
    unfoldPanel();
    if (auto* first = m_group->findChild<QPushButton*>())
        first->setFocus(Qt::OtherFocusReason);
}

void AccountPage::showDesk()
{
    m_side->setCurrentWidget(m_desk);
    if (m_desk->isBusy())
        return;
    foldPanel();
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace duedesk
