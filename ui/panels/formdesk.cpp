#include "ui/panels/formdesk.h"

#include "ui/models/format.h"
#include "ui/panels/draftkeeper.h"
#include "ui/shell/actioncatalog.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

FormDesk::FormDesk(Workbench& workbench, FieldForm* form, QWidget* parent)
    : QStackedWidget(parent), m_workbench(workbench), m_form(form), m_drafts(new DraftKeeper(workbench, this)),
      m_formArea(scrolled(form, tr("Form")))
{
    m_formArea->setFocusPolicy(Qt::NoFocus);
    addWidget(m_formArea);
    connect(m_form, &FieldForm::save, this, &FormDesk::save);
    connect(m_form, &FieldForm::cancelled, this, &FormDesk::back);
    connect(m_form, &FieldForm::edited, this, [this] {
        if (const QString key = draftKey(); !key.isEmpty())
            m_drafts->typedFields(key, m_form->changes());
    });
}

QScrollArea* FormDesk::scrolled(QWidget* inside, const QString& name)
{
    auto* area = new QScrollArea;
    area->setAccessibleName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    return area;
}

void FormDesk::setView(QWidget* view)
{
    m_view = view;
    addWidget(view);
    setCurrentWidget(view);
}

QVBoxLayout* FormDesk::makeView(const QString& name)
{
    auto* facts = new QWidget;
    facts->setProperty("look", u"surface"_s);
    facts->setAttribute(Qt::WA_StyledBackground);
    m_column = new QVBoxLayout(facts);
    m_column->setContentsMargins(16, 14, 16, 16);
    m_column->setSpacing(3);
    QScrollArea* area = scrolled(facts, name);
    area->setFocusPolicy(Qt::TabFocus);
    setView(area);
    return m_column;
}

QLabel* FormDesk::addLabel(const QString& look, int above)
{
    m_column->addSpacing(above);
    auto* label = new QLabel(m_column->parentWidget());
    label->setProperty("look", look);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_column->addWidget(label);
    return label;
}

void FormDesk::bind(ActionCatalog& catalog, const QString& pageId, QWidget* page, QWidget* list,
                    const std::function<bool()>& enabled)
{
    for (Verb& verb : verbs())
        if (const QString id = pageId + u'.' + verb.name; findAction(id))
            catalog.bind(id, page, list, std::move(verb.run), enabled);
}

bool FormDesk::isAsking() const { return currentWidget() == m_formArea; }

void FormDesk::openForm(std::function<void()> again)
{
    m_again = std::move(again);
    if (const QString key = draftKey(); !key.isEmpty())
        m_form->restore(m_drafts->fields(key));
    m_formArea->verticalScrollBar()->setValue(0);
    emit roomWanted();
    setCurrentWidget(m_formArea);
    m_form->focusFirst();
}

bool FormDesk::back()
{
    if (!isBusy())
        return false;
    close();
    return true;
}

void FormDesk::close()
{
    if (!isBusy())
        return;
    if (m_view)
        setCurrentWidget(m_view);
    emit finished();
}

bool FormDesk::isToday(const QString& otherwise)
{
    if (!m_workbench.isToday())
        emit refusedFor(otherwise);
    return m_workbench.isToday();
}

void FormDesk::save(bool next)
{
    if (const auto c = command())
        submit(*c, next);
    else
        m_form->showError(c.error());
}

Worked FormDesk::about(const Command&) const { return {}; }

bool FormDesk::submit(const Command& command, bool next)
{
    Worked what = about(command);
    what.next = next;
    if (next && isAsking() && m_again) // the fields are still handling the key that saved them
        what.again = [this, again = m_again] { QMetaObject::invokeMethod(this, again, Qt::QueuedConnection); };
    if (const Outcome done = m_workbench.submit(command); !done) {
        if (isAsking())
            m_form->showError(done.error());
        else
            emit refusedFor(sentenceOf(done.error()));
        return false;
    }
    if (const QString key = draftKey(); isAsking() && !key.isEmpty())
        m_drafts->drop(key);
    accepted(command);
    close();
    emit worked(what);
    return true;
}

} // namespace duedesk
