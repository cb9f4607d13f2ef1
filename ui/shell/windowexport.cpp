// Ctrl+E: the part of MainWindow that finds the list on show, asks where to and tells what came of it.
#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/pages/page.h"
#include "ui/print/paperfile.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/jobs.h"
#include "ui/shell/listexport.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/exportable.h"

#include <QApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString fileKinds()
{
    return Lang::tr("Spreadsheet (*.xlsx);;Comma-separated values (*.csv);;PDF (*.pdf);;Web page (*.html);;"
                    "JSON (*.json)");
}

} // namespace

// The list with the focus, else the page's own, else the first that is on show.
QWidget* MainWindow::exportable() const
{
    const Page* page = current();
    if (!page)
        return nullptr;
    for (QWidget* w = QApplication::focusWidget(); w && w != page; w = w->parentWidget())
        if (page->isAncestorOf(w) && dynamic_cast<Exportable*>(w))
            return w;
    QWidget* list = page->listWidget();
    if (list && list->isVisible() && dynamic_cast<Exportable*>(list))
        return list;
    for (QWidget* w : page->findChildren<QWidget*>())
        if (w->isVisible() && dynamic_cast<Exportable*>(w))
            return w;
    return nullptr;
}

void MainWindow::exportShown()
{
    if (m_export->isRunning()) {
        m_undoBar->say(tr("A list is being written. Ctrl+J shows how far it is, and stops it."), false);
        return;
    }
    QPointer<QWidget> list = exportable();
    const auto* shown = dynamic_cast<const Exportable*>(list.data());
    const QString name = shown->content().name;
    const QString proposal = name.toLower().replace(u' ', u'-') + u'-' + m_workbench.asOf().toIso() + u".xlsx"_s;
    QString path = m_prompter.saveFile(this, tr("Export what is shown"), proposal, fileKinds());
    if (path.isEmpty() || !list)
        return;
    if (!isListFile(path)) {
        path += u".xlsx"_s;
        if (QFileInfo::exists(path)) { // nobody was asked about this one
            m_undoBar->complain(
                tr("%1 exists already: choose it, or another name that ends in .xlsx, .csv, .pdf, .html or .json")
                    .arg(path));
            return;
        }
    }
    const OutputDoor door(m_workbench.path());
    if (const Outcome o = door.mayWrite(path, {}); !o) {
        m_undoBar->complain(sentenceOf(o.error()));
        return;
    }
    m_export->start([shown] { return shown->content(); }, door, path,
                    tr("%1, as of %2").arg(m_workbench.book()->info().name, dateText(m_workbench.asOf())));
}

void MainWindow::connectExport()
{
    m_export = new ListExport(this);
    connect(m_export, &ListExport::progress, m_status, &StatusBar::setProgress);
    connect(m_export, &ListExport::progress, m_jobs, &Jobs::setExport);
    connect(m_jobs, &Jobs::exportStopWanted, m_export, &ListExport::cancel);
    connect(m_export, &ListExport::finished, this, [this](int rows, const QString& path, const QString& doubt) {
        if (doubt.isEmpty())
            m_undoBar->say(Lang::plural("%1 rows written to %2", "1 row written to %2", rows).arg(path), false);
        else
            m_undoBar->complain(doubt);
    });
    connect(m_export, &ListExport::failed, this, [this](const Error& e) {
        if (e.code == ErrorCode::Cancelled)
            m_undoBar->say(tr("The export was stopped; nothing was written."), false);
        else
            m_undoBar->complain(sentenceOf(e));
    });
}

} // namespace duedesk
