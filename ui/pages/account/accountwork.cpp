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
    connect(m_form, &FormDesk::finished, this, &AccountPage::showDesk);
    connect(m_form, &FormDesk::worked, this, [this](const Worked& what) {
        if (what.next)
            step(1);
    });
    connect(m_posting, &FormDesk::finished, this, &AccountPage::showDesk);
    connect(m_posting, &FormDesk::worked, m_table, &TableDress::clearPicked);
    connect(m_posting, &FormDesk::worked, m_news, &NewsBanner::dismiss); // what was posted here is no news here
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
    bind(u"account.say"_s, [this] { m_desk->toggleSay(); }, here);
    bind(
        u"account.followUp"_s, [this] { followUp(); },
        [this] { return m_customer.isValid() && !m_facts.nextStep.set; });
    bind(u"account.confirmed"_s, [this] { m_desk->confirmed(); }, here);
    bind(u"account.writeConfirm"_s, [this] { m_desk->writeConfirm(); }, here);
    bind(u"account.exception"_s, [this] { handTicked(), m_desk->gesture(Gesture::Exception); }, here);
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
    bind(u"account.news"_s, [this] { m_news->dismiss(); }, [this] { return m_news->isVisible(); });
    bind(u"account.group"_s, [this] { showGroup(m_side->currentWidget() != m_group); }, here);
    bind(u"account.edit"_s, [this] { showForm(); }, here);
    bind(u"account.assign"_s, [this] { m_desk->gesture(Gesture::Assign); }, here);
    bind(u"account.putBack"_s, [this] { m_desk->putBack({m_facts.id}); }, here);
    bind(u"account.repeat"_s, [this] { m_desk->repeat(); }, [this] { return m_desk->canRepeat(); });
    for (const char* key : {"1", "2", "3", "4", "5", "6", "7", "8", "9"})
        bind(
            u"account.outcome"_s + QLatin1StringView(key), [this, o = outcomeOfKey(key[0])] { m_desk->outcome(o); },
            here);
    for (int i = 0; i < TimelineModel::kindsCount; ++i)
        bind(
            u"account.kinds"_s + QString::number(i + 1), [this, i] { m_timeline->showKinds(TimelineModel::Kinds(i)); },
            here);
}

void AccountPage::bindPostings(ActionCatalog& catalog)
{
    const auto bind = [&](const QString& id, std::function<Outcome()> open, bool forItems) {
        catalog.bind(
            id, this, m_table, [this, open] { showPosting(open()); },
            [this, forItems] { return m_customer.isValid() && (!forItems || !selectedItems().empty()); });
    };
    bind(u"account.writeOff"_s, [this] { return m_posting->writeOff(selectedItems().front()); }, true);
    bind(u"account.allocate"_s, [this] { return m_posting->allocate(selectedItems()); }, true);
    bind(u"account.unallocate"_s, [this] { return m_posting->unallocate(selectedItems().front()); }, true);
    bind(u"account.charge"_s, [this] { return m_posting->charge(m_facts.id); }, false);
}

void AccountPage::showPosting(const Outcome& opened)
{
    if (!opened) {
        tell(opened);
        return;
    }
    m_side->setCurrentWidget(m_posting);
    unfoldPanel();
    m_posting->form()->focusFirst();
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
        emit said(done.error().message());
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

void AccountPage::showForm()
{
    m_form->open(m_facts.id);
    m_side->setCurrentWidget(m_form);
    unfoldPanel();
    m_form->form()->focusFirst();
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
