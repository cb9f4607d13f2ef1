#include "ui/pages/imports/importspage.h"

#include "core/base/words.h"
#include "core/workbench/importorigins.h"
#include "core/workbench/workbench.h"
#include "ui/models/columns/importcolumns.h"
#include "ui/models/format.h"
#include "ui/pages/importwizard/importwizard.h"
#include "ui/prompts/prompter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QPushButton>
#include <QStackedWidget>

namespace duedesk {

using namespace Qt::StringLiterals;

ImportsPage::ImportsPage(Workbench& workbench, Prompter& prompter, QWidget* parent)
    : Page(u"imports"_s, tr("Imports"), parent), m_workbench(workbench), m_prompter(prompter),
      m_flow(
          new ImportFlow({[&workbench] { return workbench.book(); }, [&workbench] { return workbench.clock().now(); },
                          [&workbench] { return workbench.today(); }, workbench.user(), OutputDoor(workbench.path()),
                          [path = workbench.path()] { return originsForImport(path); }},
                         this)),
      m_wizard(new ImportWizard(*m_flow, prompter)),
      m_model(new BookTableModel(
          importColumns(), [](const Book& book, std::uint32_t row) { return book.rows<ImportBatch>()[row].id.value; },
          this)),
      m_table(new TableDress(m_model, tr("Imports"))), m_empty(new EmptyState), m_stack(new QStackedWidget(this)),
      m_new(new QPushButton(tr("Import files…"))), m_undo(new QPushButton(tr("Undo this import")))
{
    for (QWidget* w : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_empty), static_cast<QWidget*>(m_wizard)})
        m_stack->addWidget(w);
    setMain(m_stack);
    m_new->setProperty("look", u"primary"_s);
    headerTools()->addWidget(m_undo);
    headerTools()->addWidget(m_new);
    connect(m_new, &QPushButton::clicked, this, [this] { takeFiles({}); });
    connect(m_undo, &QPushButton::clicked, this, &ImportsPage::undoCurrent);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { takeFiles({}); });
    connect(m_wizard, &ImportWizard::finished, this, &ImportsPage::showList);
    connect(m_wizard, &ImportWizard::said, this, &Page::said);

    connect(m_flow, &ImportFlow::commitWanted, &m_workbench, &Workbench::commitImport);
    connect(m_flow, &ImportFlow::cancelWanted, &m_workbench, &Workbench::cancelImport);
    connect(&m_workbench, &Workbench::importProgress, m_flow, [this](double done) { emit m_flow->progress(done, {}); });
    connect(&m_workbench, &Workbench::importFinished, m_flow, &ImportFlow::committed);
    connect(m_flow, &ImportFlow::idle, this, &Page::stopped);
    connect(&m_workbench, &Workbench::changed, this, [this](const ChangeSet&, bool reload) {
        if (reload && m_stack->currentWidget() != m_wizard)
            showList();
    });
    showList();
}

ImportsPage::~ImportsPage() = default;

void ImportsPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    catalog.bind(u"import.undo"_s, this, m_table, [this] { undoCurrent(); }, [this] { return m_undo->isEnabled(); });
}

void ImportsPage::activated()
{
    if (m_stack->currentWidget() != m_wizard)
        showList();
}

void ImportsPage::refresh() { activated(); }

bool ImportsPage::back()
{
    if (m_stack->currentWidget() != m_wizard)
        return false;
    if (m_flow->state() == ImportFlow::State::Pick || m_flow->state() == ImportFlow::State::Done) {
        m_flow->reset();
        showList();
    } else {
        m_flow->back();
    }
    return true;
}

bool ImportsPage::stop() { return m_flow->stop(); }

QWidget* ImportsPage::listWidget() const
{
    return m_stack->currentWidget() == m_wizard ? static_cast<QWidget*>(m_wizard) : m_table;
}

void ImportsPage::takeFiles(const QStringList& files)
{
    if (m_flow->isBusy()) {
        emit said(tr("An import is running. Esc cancels it."));
        return;
    }
    m_flow->reset();
    showWizard();
    if (files.isEmpty())
        m_wizard->chooseFiles();
    else
        m_flow->start(files);
}

QJsonObject ImportsPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    return state;
}

void ImportsPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
}

void ImportsPage::showWizard()
{
    m_stack->setCurrentWidget(m_wizard);
    m_undo->hide();
    m_new->hide();
    setSubtitle(tr("Enter goes on, Esc goes back"));
    m_wizard->setFocus(Qt::OtherFocusReason);
}

void ImportsPage::showList()
{
    const BookPtr book = m_workbench.book();
    std::vector<std::uint32_t> rows = importRows(*book);
    const bool none = rows.empty();
    setSubtitle(none ? QString() : Lang::plural("%1 batches", "1 batch", qint64(rows.size())));
    m_model->setRows(book, std::move(rows));
    m_new->setVisible(!none);
    m_undo->setVisible(!none);
    if (none) {
        m_empty->setContent(
            u"import"_s, tr("Nothing imported yet"),
            tr("Drop ledger exports on the window, or choose them here. Every import can be taken back as a whole."),
            tr("Import files"));
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_stack->setCurrentWidget(m_table);
    if (m_table->currentId() == 0)
        m_table->selectFirst();
}

void ImportsPage::undoCurrent()
{
    const BatchId id(m_table->currentId());
    const ImportBatch* batch = m_workbench.book()->rows<ImportBatch>().find(id);
    if (!batch) {
        emit said(tr("This import was taken back already."));
        return;
    }
    QStringList names;
    for (const ImportedFile& f : batch->files)
        names.append(f.name);
    if (m_prompter.confirm(
            this, tr("Undo this import?"),
            tr("All rows that %1 brought leave the book. The files can be imported again.").arg(names.join(u", "_s)),
            tr("Undo the import")))
        m_workbench.undoImport(id);
}

} // namespace duedesk
