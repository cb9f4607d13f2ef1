#include "ui/widgets/fieldform.h"

#include "core/base/storedwords.h"

#include "ui/shell/theme.h"
#include "ui/widgets/keybutton.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QLabel* quiet(const QString& look, QWidget* parent)
{
    auto* l = new QLabel(parent);
    l->setTextFormat(Qt::PlainText);
    l->setProperty("look", look);
    l->setWordWrap(true);
    return l;
}

} // namespace

QWidget* FieldForm::Field::edit() const
{
    return line ? static_cast<QWidget*>(line) : choice ? static_cast<QWidget*>(choice) : area;
}

FieldForm::FieldForm(QWidget* parent, Labels labels)
    : LabelledForm(labels, parent), m_title(quiet(u"section"_s, this)), m_about(quiet(u"muted"_s, this)),
      m_tip(quiet(u"caption"_s, this)), m_save(new KeyButton(tr("Save"), u"Ctrl+\u21b5"_s, this))
{
    setProperty("look", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    QVBoxLayout* layout = column();
    layout->setContentsMargins(16, 14, 16, 16);
    layout->insertWidget(0, m_title);
    layout->insertWidget(1, m_about);
    layout->insertSpacing(2, 8);
    layout->addSpacing(8);
    auto* buttons = new QHBoxLayout;
    m_save->setPrimary(true);
    auto* cancelButton = new KeyButton(tr("Cancel"), u"Esc"_s, this);
    connect(m_save, &QPushButton::clicked, this, [this] { emit save(false); });
    connect(cancelButton, &QPushButton::clicked, this, &FieldForm::cancelled);
    buttons->addWidget(m_save);
    buttons->addWidget(cancelButton);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addWidget(m_tip);
    layout->addStretch(1);
}

void FieldForm::start(const QString& title, const QString& about, const QString& tip, const QString& save)
{
    clear();
    m_fields.clear();
    m_title->setText(title);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
    m_tip->setText(tip);
    m_tip->setVisible(!tip.isEmpty());
    m_save->setText(save.isEmpty() ? tr("Save") : save);
    m_save->setAccessibleName(m_save->text());
    m_save->updateGeometry();
    setAccessibleName(about.isEmpty() ? title : tr("%1, %2", "a form, whom it is about").arg(title, about));
}

FieldForm::Field& FieldForm::keep(const QString& name, const QString& label, QWidget* edit)
{
    edit->installEventFilter(this);
    add(name, label, edit);
    if (!m_fields.empty())
        setTabOrder(m_fields.back().edit(), edit);
    m_fields.push_back({});
    m_fields.back().name = name;
    return m_fields.back();
}

void FieldForm::addLine(const QString& name, const QString& label, const QString& value, const QString& placeholder)
{
    auto* line = new QLineEdit(value, this);
    line->setPlaceholderText(placeholder);
    line->setMaxLength(300);
    line->setCursorPosition(0); // a long address shows its beginning
    connect(line, &QLineEdit::textChanged, this, [this, name] { typed(name); });
    Field& f = keep(name, label, line);
    f.line = line;
    f.given = value;
}

void FieldForm::addChoice(const QString& name, const QString& label, const QStringList& choices, int current)
{
    auto* box = new QComboBox(this);
    box->addItems(choices);
    box->setCurrentIndex(current);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    connect(box, &QComboBox::currentIndexChanged, this, [this, name] { typed(name); });
    Field& f = keep(name, label, box);
    f.choice = box;
    f.given = box->currentText();
}

void FieldForm::addArea(const QString& name, const QString& label, const QString& value)
{
    auto* area = new QPlainTextEdit(value, this);
    area->setTabChangesFocus(true);
    connect(area, &QPlainTextEdit::textChanged, this, [this, name] { typed(name); });
    area->setFixedHeight(2 * theme().rowHeight());
    Field& f = keep(name, label, area);
    f.area = area;
    f.given = value;
}

const FieldForm::Field* FieldForm::find(const QString& name) const
{
    const auto it = std::ranges::find(m_fields, name, &Field::name);
    return it == m_fields.end() ? nullptr : &*it;
}

QString FieldForm::valueOf(const Field& f)
{
    return f.line ? f.line->text() : f.choice ? f.choice->currentText() : f.area->toPlainText();
}

QString FieldForm::text(const QString& name) const
{
    const Field* f = find(name);
    return f ? withoutMark(valueOf(*f).trimmed()) : QString();
}

int FieldForm::choice(const QString& name) const
{
    const Field* f = find(name);
    return f && f->choice ? f->choice->currentIndex() : -1;
}

void FieldForm::setText(const QString& name, const QString& text)
{
    if (const Field* f = find(name); f && f->line)
        f->line->setText(text);
    else if (f && f->area)
        f->area->setPlainText(text);
}

void FieldForm::setChoice(const QString& name, int index)
{
    if (const Field* f = find(name); f && f->choice)
        f->choice->setCurrentIndex(index);
}

FieldForm::Typed FieldForm::changes() const
{
    Typed out;
    for (const Field& f : m_fields)
        if (const QString value = valueOf(f); value != f.given)
            out[f.name] = value;
    return out;
}

void FieldForm::restore(const Typed& typed)
{
    m_restoring = true;
    for (auto it = typed.begin(); it != typed.end(); ++it) {
        setText(it.key(), it.value());
        if (const Field* f = find(it.key()); f && f->choice)
            f->choice->setCurrentIndex(std::max(0, f->choice->findText(it.value())));
    }
    m_restoring = false;
}

void FieldForm::addHint(const QString& name, Hint hint)
{
    if (const auto it = std::ranges::find(m_fields, name, &Field::name); it != m_fields.end())
        it->hint = std::move(hint);
}

void FieldForm::tellHints()
{
    for (const Field& f : m_fields)
        if (f.hint)
            setHint(f.name, f.hint(valueOf(f)));
}

// What was wrong with the field was said of what stood there before.
void FieldForm::typed(const QString& name)
{
    clearError(name);
    tellHints();
    if (!m_restoring)
        emit edited();
}

void FieldForm::complete(const QString& name, const QStringList& words)
{
    const Field* f = find(name);
    if (!f || !f->line)
        return;
    auto* completer = new QCompleter(words, f->line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    f->line->setCompleter(completer);
}

void FieldForm::focusFirst()
{
    if (m_fields.empty())
        return;
    // Fields that were just put in a form which is seen already are shown with the next events only, and take no focus before.
    for (QWidget* w = first(); w != this; w = w->parentWidget())
        w->show();
    first()->setFocus();
    if (m_fields.front().line)
        m_fields.front().line->selectAll();
}

bool FieldForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool saves = enter && ((key->modifiers() & Qt::ControlModifier) || !qobject_cast<QPlainTextEdit*>(watched));
    if (!saves && key->key() != Qt::Key_Escape)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (saves)
        emit save(key->modifiers().testFlags(Qt::ControlModifier | Qt::ShiftModifier));
    else
        emit cancelled();
    return true;
}

} // namespace duedesk
