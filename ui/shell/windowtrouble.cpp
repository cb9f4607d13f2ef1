// What the window says when something stands in the way, and how it closes: the part of MainWindow about trouble.
#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/page.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/banner.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/undobar.h"

#include <QCloseEvent>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

void MainWindow::connectTrouble()
{
    connect(&m_workbench, &Workbench::refused, this,
            [this](OperationId, const Error& e) { m_undoBar->complain(sentenceOf(e)); });
    connect(&m_workbench, &Workbench::trouble, this,
            [this](const Error& e) { m_banner->setTrouble(sentenceOf(e), !m_workbench.canWrite()); });
    connect(&m_workbench, &Workbench::troubleOver, m_banner, &Banner::endTrouble);
    connect(&m_workbench, &Workbench::warned, this, &MainWindow::warn);
    connect(m_banner, &Banner::retryWanted, &m_workbench, &Workbench::refresh);
    connect(
        &m_workbench, &Workbench::savingChanged, this,
        [this] {
            if (m_isClosing && !m_workbench.isSaving())
                close();
        },
        Qt::QueuedConnection);
}

void MainWindow::warn(const Error& e) { m_banner->warn(sentenceOf(e)); }

void MainWindow::setMailTrouble(const QString& why)
{
    if (m_mailTrouble == why)
        return;
    m_mailTrouble = why;
    for (const Slot& s : m_pages)
        if (s.page)
            s.page->mailTrouble(why);
    if (!why.isEmpty())
        m_undoBar->complain(why);
}

// Closing waits, in sight, for what is still being saved. Pressed again, or where nothing can be saved, a person says
// whether it goes without.
bool MainWindow::mayClose()
{
    const int unsaved = m_workbench.unsaved();
    if (m_workbench.canWrite() && !m_workbench.isSaving())
        return true;
    if (m_workbench.canWrite() && !m_isClosing) {
        m_isClosing = true;
        m_banner->setClosing(Lang::plural("Saving %1 changes, then the window closes. Close it again to leave without.",
                                          "Saving 1 change, then the window closes. Close it again to leave without.",
                                          std::max(unsaved, 1)));
        return false;
    }
    m_isClosing = false;
    m_banner->setClosing({});
    const QString loss = unsaved > 0 ? Lang::plural("%1 changes are not saved yet, and what is being typed.",
                                                    "1 change is not saved yet, and what is being typed.", unsaved)
                                     : tr("What is being typed is not saved.");
    if (!m_prompter.confirm(this, tr("Close without saving?"),
                            tr("The book takes nothing at the moment. Lost by closing: %1").arg(loss),
                            tr("Close without saving")))
        return false;
    m_workbench.abandon();
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!stopPages()) {
        event->ignore();
        waitForPages([this] { close(); });
        return;
    }
    if (!mayClose()) {
        event->ignore();
        return;
    }
    m_isClosing = false;
    saveState();
    QMainWindow::closeEvent(event);
}

} // namespace duedesk
