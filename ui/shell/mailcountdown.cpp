#include "ui/shell/mailcountdown.h"

#include "ui/models/format.h"
#include "ui/shell/actioncatalog.h"
#include "ui/shell/undobar.h"

#include <QTimer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

MailCountdown::MailCountdown(Workbench& workbench, UndoBar& bar, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_bar(bar), m_timer(new QTimer(this))
{
    m_timer->setInterval(250);
    connect(m_timer, &QTimer::timeout, this, &MailCountdown::tick);
    connect(&m_workbench, &Workbench::changed, this, [this](const ChangeSet& changes, bool reload) {
        const auto& mails = changes.of<OutboxMessage>();
        if (reload || !mails.empty())
            look(!reload && std::ranges::any_of(mails, [](const RowChange<OutboxMessage>& m) { return !m.before; }));
    });
    connect(&m_bar, &UndoBar::takeBackWanted, this, &MailCountdown::takeBack);
    look();
}

void MailCountdown::look(bool justQueued)
{
    const Instant now = m_workbench.clock().now();
    m_held.clear();
    m_workbench.book()->rows<OutboxMessage>().forEach([&](std::uint32_t, const OutboxMessage& m) {
        const bool held = m.state == OutboxState::Queued && m.releaseAt > now && m.releaseAt <= now + mailHoldMs;
        if (!held || m.user != m_workbench.user())
            return;
        m_leaves = m_held.empty() ? m.releaseAt : std::min(m_leaves, m.releaseAt);
        m_held.push_back(m.id);
        m_to = m.toAddress;
    });
    show(justQueued && !m_held.empty());
}

void MailCountdown::show(bool justQueued)
{
    const Instant left = m_leaves - m_workbench.clock().now();
    if (!m_held.empty() && left <= 0) {
        look(); // that one is gone; another may still be held
        return;
    }
    if (m_held.empty()) {
        m_timer->stop();
        m_bar.countDown({}, {});
        return;
    }
    const qint64 seconds = (left + 999) / 1000;
    m_bar.countDown(m_held.size() == 1
                        ? tr("Mail to %1 leaves in %2 s").arg(m_to, countText(seconds))
                        : tr("%1 mails leave in %2 s").arg(countText(qint64(m_held.size())), countText(seconds)),
                    keysText(*findAction(u"mail.takeBack"_s)), justQueued);
    if (!m_timer->isActive())
        m_timer->start();
}

void MailCountdown::takeBack()
{
    for (const OutboxId id : std::vector<OutboxId>(m_held))
        if (const Outcome o = m_workbench.submit(CancelMail{id, {}}); !o) {
            m_bar.complain(sentenceOf(o.error()));
            return;
        }
}

} // namespace duedesk
