#include "ui/shell/jobs.h"

#include "core/workbench/workbench.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

Jobs::Jobs(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_workbench(workbench), m_import(new QLabel(this)), m_export(new QLabel(this)),
      m_saving(new QLabel(this)), m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel the import"), this)), m_stop(new QPushButton(tr("Stop the export"), this))
{
    setProperty("look", u"card"_s);
    setAccessibleName(tr("Jobs"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(8);
    auto* title = new QLabel(tr("Jobs"), this);
    title->setProperty("look", u"section"_s);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Import progress"));
    m_cancel->setAccessibleName(tr("Cancel the import"));
    m_saving->setProperty("look", u"muted"_s);
    layout->addWidget(title);
    layout->addWidget(m_import);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    m_stop->setAccessibleName(tr("Stop the export"));
    layout->addWidget(m_export);
    layout->addWidget(m_stop, 0, Qt::AlignLeft);
    layout->addWidget(m_saving);
    connect(m_stop, &QPushButton::clicked, this, &Jobs::exportStopWanted);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_workbench.cancelImport(); });
    connect(&workbench, &Workbench::importProgress, this, [this](double fraction) {
        m_fraction = fraction;
        refresh();
    });
    connect(&workbench, &Workbench::importFinished, this, [this] {
        m_fraction = -1;
        refresh();
    });
    connect(&workbench, &Workbench::savingChanged, this, &Jobs::refresh);
    refresh();
    hide();
}

void Jobs::refresh()
{
    const bool importing = m_fraction >= 0;
    const bool exporting = m_exported >= 0;
    m_import->setText(importing ? tr("Import, %1 %").arg(int(m_fraction * 100))
                                : tr("Nothing runs in the background."));
    m_import->setVisible(importing || !exporting);
    m_export->setText(tr("Export, %1 %").arg(int(m_exported * 100)));
    m_export->setVisible(exporting);
    m_stop->setVisible(exporting);
    m_bar->setVisible(importing);
    m_bar->setValue(int(m_fraction * 1000));
    m_cancel->setVisible(importing);
    m_saving->setText(m_workbench.isSaving() ? tr("Saving\u2026") : tr("Everything is saved."));
    place();
}

void Jobs::setExport(double fraction)
{
    if (int(fraction * 100) == int(m_exported * 100) && (fraction < 0) == (m_exported < 0))
        return;
    m_exported = fraction;
    refresh();
}

void Jobs::toggle()
{
    setVisible(isHidden());
    if (!isHidden()) {
        place();
        raise();
    }
}

void Jobs::place()
{
    const QSize s = sizeHint().expandedTo({280, 90});
    setGeometry(parentWidget()->width() - s.width() - 16, parentWidget()->height() - s.height() - 36, s.width(),
                s.height());
}

} // namespace duedesk
