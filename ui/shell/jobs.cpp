#include "ui/shell/jobs.h"

#include "core/workbench/workbench.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

Jobs::Jobs(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_workbench(workbench), m_import(new QLabel(this)), m_saving(new QLabel(this)),
      m_bar(new QProgressBar(this)), m_cancel(new QPushButton(u"Cancel the import"_s, this))
{
    setProperty("look", u"card"_s);
    setAccessibleName(u"Jobs"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 14);
    layout->setSpacing(8);
    auto* title = new QLabel(u"Jobs"_s, this);
    title->setProperty("look", u"section"_s);
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(u"Import progress"_s);
    m_cancel->setAccessibleName(u"Cancel the import"_s);
    m_saving->setProperty("look", u"muted"_s);
    layout->addWidget(title);
    layout->addWidget(m_import);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel, 0, Qt::AlignLeft);
    layout->addWidget(m_saving);
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
    m_import->setText(importing ? QString(u"Import, "_s + QString::number(int(m_fraction * 100)) + u" %"_s)
                                : u"Nothing runs in the background."_s);
    m_bar->setVisible(importing);
    m_bar->setValue(int(m_fraction * 1000));
    m_cancel->setVisible(importing);
    m_saving->setText(m_workbench.isSaving() ? u"Saving\u2026"_s : u"Everything is saved."_s);
    place();
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
