#include "ui/widgets/labelledform.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QLabel* textLabel(const QString& look, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", look);
    return label;
}

void mark(QWidget* w, bool wrong)
{
    w->setProperty("wrong", wrong);
    w->style()->unpolish(w);
    w->style()->polish(w);
}

} // namespace

LabelledForm::LabelledForm(Labels labels, QWidget* parent)
    : QWidget(parent), m_labels(labels), m_column(new QVBoxLayout(this)), m_grid(new QGridLayout),
      m_general(textLabel(u"bad"_s, this))
{
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(4);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(m_labels == Labels::Above ? 4 : 3);
    m_grid->setColumnStretch(1, 1);
    m_column->addLayout(m_grid, m_labels == Labels::Above ? 1 : 0);
    m_column->addWidget(m_general);
    m_general->hide();
}

void LabelledForm::add(const QString& field, const QString& label, QWidget* editor, bool stretch)
{
    const bool above = m_labels == Labels::Above;
    Row row{field, textLabel(above ? u"caption"_s : u"heading"_s, this), editor, textLabel(u"error"_s, this)};
    row.label->setText(label);
    row.label->setBuddy(editor);
    row.label->setWordWrap(above);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    row.error->hide();
    if (above) {
        m_grid->addWidget(row.label, m_line++, 0, 1, 2);
        m_grid->setRowStretch(m_line, stretch ? 1 : 0);
        m_grid->addWidget(editor, m_line++, 0, 1, 2);
        m_grid->addWidget(row.error, m_line++, 0, 1, 2);
    } else {
        row.label->setContentsMargins(0, 7, 0, 0);
        m_grid->addWidget(row.label, m_line, 0, Qt::AlignTop);
        m_grid->addWidget(editor, m_line++, 1);
        m_grid->addWidget(row.error, m_line++, 1);
    }
    m_rows.push_back(row);
}

void LabelledForm::addWidget(QWidget* widget) { m_grid->addWidget(widget, m_line++, 0, 1, 2); }

void LabelledForm::clear()
{
    for (const Row& r : m_rows) {
        delete r.label;
        delete r.editor;
        delete r.error;
    }
    m_rows.clear();
    m_line = 0;
    m_general->clear();
    m_general->hide();
}

void LabelledForm::show(const QString& field, bool shown)
{
    for (const Row& r : m_rows)
        if (r.field == field) {
            r.label->setVisible(shown);
            r.editor->setVisible(shown);
            r.error->setVisible(shown && !r.error->text().isEmpty());
        }
}

void LabelledForm::clearErrors()
{
    m_general->hide();
    m_general->clear();
    for (const Row& r : m_rows) {
        r.error->clear();
        r.error->hide();
        r.editor->setAccessibleDescription({});
        mark(r.editor, false);
    }
}

void LabelledForm::showError(const Error& e)
{
    clearErrors();
    QString message = say(e.remedy.isEmpty() ? e.what : Lang::words("%1: %2", e.what, e.remedy));
    if (message.isEmpty())
        return;
    for (const Row& r : m_rows)
        if (r.field == e.field && !r.editor->isHidden()) {
            message[0] = message[0].toUpper();
            r.error->setText(message);
            r.error->show();
            r.editor->setAccessibleDescription(message);
            mark(r.editor, true);
            r.editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    m_general->setText(e.field.isEmpty() ? message : QString(e.field + u' ' + message));
    m_general->show();
}

QString LabelledForm::errorShown() const
{
    for (const Row& r : m_rows)
        if (!r.error->text().isEmpty())
            return r.error->text();
    return m_general->text();
}

} // namespace duedesk
