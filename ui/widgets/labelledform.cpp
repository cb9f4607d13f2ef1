#include "ui/widgets/labelledform.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QLabel* textLabel(const QString& look)
{
    auto* label = new QLabel;
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

QString sentence(const Error& e, const QString& label)
{
    const QString what = label.isEmpty() ? e.what : QString(label + u' ' + e.what);
    return what + (e.remedy.isEmpty() ? QString() : QString(u"; "_s + e.remedy)) + u'.';
}

} // namespace

LabelledForm::LabelledForm(QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_general(textLabel(u"error"_s))
{
    m_layout->setContentsMargins(16, 12, 16, 12);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_general);
    m_general->hide();
}

void LabelledForm::add(const QString& field, const QString& label, QWidget* editor, bool stretch)
{
    Row row{field, textLabel(u"caption"_s), editor, textLabel(u"error"_s)};
    row.label->setText(label);
    row.label->setBuddy(editor);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(label);
    row.error->hide();
    const int at = m_layout->count() - 1; // the general error stays last
    m_layout->insertWidget(at, row.label);
    m_layout->insertWidget(at + 1, editor, stretch ? 1 : 0);
    m_layout->insertWidget(at + 2, row.error);
    m_rows.push_back(row);
}

void LabelledForm::addWidget(QWidget* widget) { m_layout->insertWidget(m_layout->count() - 1, widget); }

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
        mark(r.editor, false);
    }
}

void LabelledForm::setError(const Error& e)
{
    clearErrors();
    for (const Row& r : m_rows)
        if (r.field == e.field && !r.editor->isHidden()) {
            r.error->setText(sentence(e, r.label->text()));
            r.error->show();
            mark(r.editor, true);
            r.editor->setFocus(Qt::OtherFocusReason);
            return;
        }
    m_general->setText(sentence(e, e.field));
    m_general->show();
}

QString LabelledForm::errorText() const
{
    for (const Row& r : m_rows)
        if (!r.error->text().isEmpty())
            return r.error->text();
    return m_general->text();
}

} // namespace duedesk
