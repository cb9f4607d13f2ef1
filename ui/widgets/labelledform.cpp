#include "ui/widgets/labelledform.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

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
    if (w->property("wrong").toBool() == wrong)
        return;
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
    m_column->addLayout(m_grid);
    m_column->addWidget(m_general);
    m_general->hide();
}

void LabelledForm::add(const QString& field, const QString& label, QWidget* editor, bool stretch)
{
    const bool above = m_labels == Labels::Above;
    const Row row{
        {field}, textLabel(u"heading"_s, this), editor, textLabel(u"caption"_s, this), textLabel(u"error"_s, this)};
    row.label->setText(label);
    row.label->setBuddy(editor);
    row.label->setWordWrap(above);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    row.hint->hide();
    row.error->hide();
    if (above) {
        m_grid->addWidget(row.label, m_line++, 0, 1, 2);
        m_grid->setRowStretch(m_line, stretch ? 1 : 0);
        m_grid->addWidget(editor, m_line++, 0, 1, 2);
        m_grid->addWidget(row.hint, m_line++, 0, 1, 2);
        m_grid->addWidget(row.error, m_line++, 0, 1, 2);
        if (stretch)
            m_column->setStretchFactor(m_grid, 1);
    } else {
        row.label->setContentsMargins(0, 7, 0, 0);
        m_grid->addWidget(row.label, m_line, 0, Qt::AlignTop);
        m_grid->addWidget(editor, m_line++, 1);
        m_grid->addWidget(row.hint, m_line++, 1);
        m_grid->addWidget(row.error, m_line++, 1);
    }
    m_rows.push_back(row);
}

void LabelledForm::addWidget(QWidget* widget)
{
    m_grid->addWidget(widget, m_line++, 0, 1, 2);
    m_between.push_back(widget);
}

void LabelledForm::clear()
{
    for (const Row& r : m_rows)
        for (QWidget* w : std::initializer_list<QWidget*>{r.label, r.editor, r.hint, r.error})
            delete w;
    for (QWidget* w : m_between)
        delete w;
    m_rows.clear();
    m_between.clear();
    m_line = 0;
    m_general->clear();
    m_general->hide();
}

LabelledForm::Row* LabelledForm::find(const QString& field)
{
    const auto it = std::ranges::find_if(m_rows, [&](const Row& r) { return r.names.contains(field); });
    return it == m_rows.end() ? nullptr : &*it;
}

void LabelledForm::answerFor(const QString& field, const QStringList& names)
{
    if (Row* r = find(field))
        r->names += names;
}

// What is wrong goes before what the words mean; a screen reader says the one that shows.
void LabelledForm::tell(const Row& r)
{
    const bool shown = !r.editor->isHidden(), wrong = !r.error->text().isEmpty();
    r.error->setVisible(shown && wrong);
    r.hint->setVisible(shown && !wrong && !r.hint->text().isEmpty());
    r.editor->setAccessibleDescription(wrong ? r.error->text() : r.hint->text());
    mark(r.editor, wrong);
}

void LabelledForm::show(const QString& field, bool shown)
{
    if (const Row* r = find(field)) {
        r->label->setVisible(shown);
        r->editor->setVisible(shown);
        tell(*r);
    }
}

void LabelledForm::setHint(const QString& field, const QString& text)
{
    if (const Row* r = find(field)) {
        r->hint->setText(text);
        tell(*r);
    }
}

void LabelledForm::clearErrors()
{
    m_general->hide();
    m_general->clear();
    for (const Row& r : m_rows) {
        r.error->clear();
        tell(r);
    }
}

void LabelledForm::clearError(const QString& field)
{
    if (const Row* r = find(field)) {
        r->error->clear();
        tell(*r);
    }
}

void LabelledForm::showError(const Error& e)
{
    clearErrors();
    QString message = say(e.remedy.isEmpty() ? e.what : Lang::words("%1: %2", e.what, e.remedy));
    if (message.isEmpty())
        return;
    if (const Row* r = find(e.field); r && !r->editor->isHidden()) {
        message[0] = message[0].toUpper();
        r->error->setText(message);
        tell(*r);
        r->editor->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (e.field.isEmpty())
        message[0] = message[0].toUpper();
    m_general->setText(e.field.isEmpty() ? message : tr("%1 %2", "a field, what is wrong").arg(e.field, message));
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
