#include "ui/panels/outcomeform.h"

#include "core/insight/people/callcontact.h"
#include "ui/models/format.h"
#include "ui/shell/theme.h"
#include "ui/widgets/keybutton.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

void mark(QWidget* w, bool wrong)
{
    w->setProperty("wrong", wrong);
    w->style()->unpolish(w);
    w->style()->polish(w);
}

void setLook(QLabel* label, const QString& look)
{
    label->setProperty("look", look);
    label->style()->unpolish(label);
    label->style()->polish(label);
}

} // namespace

QString gestureTitle(Gesture g)
{
    switch (g) {
    case Gesture::Promise: return u"Promise to pay"_s;
    case Gesture::BarePromise: return u"Promise, without a call"_s;
    case Gesture::SaysPaid: return u"Says paid"_s;
    case Gesture::CallBack: return u"Call back"_s;
    case Gesture::WrongNumber: return u"Wrong number or person"_s;
    case Gesture::Refused: return u"Refused, escalate"_s;
    case Gesture::Dispute: return u"Dispute"_s;
    case Gesture::NeedsDocument: return u"Needs a document"_s;
    case Gesture::InProcess: return u"In process"_s;
    case Gesture::BareDispute: return u"Dispute, without a call"_s;
    case Gesture::BareStatus: return u"Payer status, without a call"_s;
    case Gesture::Plan: return u"Payment plan"_s;
    case Gesture::Exception: return u"Exception"_s;
    case Gesture::RenewException: return u"Renew the extension"_s;
    case Gesture::Note: return u"Note"_s;
    case Gesture::Email: return u"E-mail sent"_s;
    case Gesture::Later: return u"Later"_s;
    case Gesture::Assign: return u"Assign an owner"_s;
    }
    return {};
}

OutcomeForm::OutcomeForm(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_who(new QLabel(this)), m_error(new QLabel(this))
{
    setProperty("look", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(4);
    m_title->setProperty("look", u"section"_s);
    m_who->setProperty("look", u"muted"_s);
    m_who->setWordWrap(true);
    m_error->setProperty("look", u"bad"_s);
    m_error->setWordWrap(true);
    m_error->hide();
    layout->addWidget(m_title);
    layout->addWidget(m_who);
    layout->addSpacing(8);
    m_fieldsLayout = new QVBoxLayout;
    m_fieldsLayout->setSpacing(8);
    layout->addLayout(m_fieldsLayout);
    layout->addWidget(m_error);
    layout->addSpacing(8);
    auto* buttons = new QHBoxLayout;
    auto* saveButton = new KeyButton(u"Save"_s, u"Ctrl+\u21b5"_s, this);
    saveButton->setPrimary(true);
    auto* cancelButton = new KeyButton(u"Cancel"_s, u"Esc"_s, this);
    connect(saveButton, &QPushButton::clicked, this, [this] { emit save(false); });
    connect(cancelButton, &QPushButton::clicked, this, &OutcomeForm::cancelled);
    buttons->addWidget(saveButton);
    buttons->addWidget(cancelButton);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    auto* tip = new QLabel(u"Ctrl+Shift+Enter saves and goes to the next account."_s, this);
    tip->setProperty("look", u"caption"_s);
    tip->setWordWrap(true);
    layout->addWidget(tip);
    layout->addStretch(1);
}

QString OutcomeForm::draftKey() const
{
    return QString::number(m_context.facts.payer.value) + u'/' + QString::number(int(m_gesture));
}

void OutcomeForm::open(Gesture gesture, const FormContext& context)
{
    m_gesture = gesture;
    m_context = context;
    m_filling = true;
    for (Field& f : m_fields)
        delete f.row;
    m_fields.clear();
    m_title->setText(gestureTitle(gesture));
    const PayerFacts& facts = context.facts;
    QString who = facts.name;
    if (gesture == Gesture::Assign && context.customers.size() > 1)
        who = plural(qint64(context.customers.size()), u"account"_s, u"accounts"_s);
    else if (facts.contact && gesture != Gesture::Later && gesture != Gesture::Assign)
        who += u" \u00b7 "_s + facts.contactLine.section(u" \u00b7 "_s, 0, 0);
    m_who->setText(who);
    setAccessibleName(gestureTitle(gesture) + u", "_s + who);
    build();
    if (m_earlier && !m_drafts.contains(draftKey()))
        if (const DraftFields earlier = m_earlier(draftKey()); !earlier.isEmpty())
            m_drafts[draftKey()] = earlier;
    const auto draft = m_drafts.constFind(draftKey());
    if (draft != m_drafts.constEnd())
        for (auto it = draft->begin(); it != draft->end(); ++it)
            setText(it.key(), it.value());
    m_filling = false;
    clearErrors();
    for (Field& f : m_fields)
        updateHint(f);
}

void OutcomeForm::passTime(Date today, int nowMinute, int theirMinute)
{
    m_context.today = today;
    m_context.nowMinute = nowMinute;
    m_context.theirMinute = theirMinute;
    for (Field& f : m_fields)
        if (f.below->property("look") != u"error"_s) // what is wrong stays said
            updateHint(f);
}

void OutcomeForm::build()
{
    const PayerFacts& facts = m_context.facts;
    const auto resolved = [this](const QString& t) { return dayHint(t); };
    switch (m_gesture) {
    case Gesture::Plan: addPlan(); break;
    case Gesture::Exception:
    case Gesture::RenewException: addException(); break;
    case Gesture::Promise:
    case Gesture::BarePromise:
        addField(u"amount"_s, u"Amount, "_s + facts.currency.toString(), amountText(facts.toCollect, facts.currency),
                 [c = facts.currency](const QString& t) {
                     const auto a = readAmount(t, c);
                     return a ? amountWithUnit(*a, c) : QString();
                 });
        addField(u"date"_s, u"Promised for"_s, dateText(m_context.payDay), resolved);
        if (m_gesture == Gesture::Promise)
            addConfirm();
        addNote(u"Note"_s);
        break;
    case Gesture::SaysPaid:
        addField(u"reference"_s, u"Their reference"_s, {});
        addField(u"date"_s, u"Paid on"_s, dateText(m_context.today), resolved);
        addConfirm();
        addNote(u"Note"_s);
        break;
    case Gesture::CallBack:
        addWhen(m_context.theirMinute >= 0 ? u"When, in their time"_s : u"When"_s);
        addNote(u"Note"_s);
        break;
    case Gesture::WrongNumber:
        addField(u"wrong"_s, u"Number or person"_s, u"number"_s, [](const QString& t) {
            return t.trimmed().startsWith(u'p', Qt::CaseInsensitive)
                       ? u"Wrong person: N for the number, P for the person"_s
                       : u"Wrong number: N for the number, P for the person"_s;
        });
        addNote(u"What is wrong"_s);
        break;
    case Gesture::Dispute:
    case Gesture::BareDispute: buildDispute(); break;
    case Gesture::NeedsDocument: buildDocument(); break;
    case Gesture::InProcess:
    case Gesture::BareStatus: buildStatus(); break;
    case Gesture::Refused: {
        const Contact* c = facts.contact ? m_context.book->rows<Contact>().find(facts.contact) : nullptr;
        addField(u"contact"_s, u"Next person or role"_s, roleName(nextRung(c ? c->role : ContactRole::ApClerk)));
        addNote(u"What they said"_s);
        break;
    }
    case Gesture::Note:
    case Gesture::Email: addNote(m_gesture == Gesture::Note ? u"Note"_s : u"What was sent"_s); break;
    case Gesture::Later:
        addWhen(u"When"_s);
        addNote(u"Note"_s);
        break;
    case Gesture::Assign: {
        Field& f = addField(u"owner"_s, u"Owner"_s, {});
        const QStringList owners = namesOf(*m_context.book, &Customer::owner);
        auto* completer = new QCompleter(owners, f.line);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        f.line->setCompleter(completer);
        f.line->setPlaceholderText(owners.mid(0, 3).join(u", "_s));
        break;
    }
    }
}

OutcomeForm::Field& OutcomeForm::addField(const QString& name, const QString& label, const QString& value,
                                          std::function<QString(const QString&)> hint)
{
    Field f;
    f.name = name;
    f.row = new QWidget(this);
    f.hint = std::move(hint);
    auto* layout = new QVBoxLayout(f.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    f.label = new QLabel(label, f.row);
    f.label->setProperty("look", u"heading"_s);
    f.line = new QLineEdit(value, f.row);
    f.line->setAccessibleName(label);
    f.line->setMaxLength(200);
    f.line->installEventFilter(this);
    f.label->setBuddy(f.line);
    f.below = new QLabel(f.row);
    f.below->setProperty("look", u"caption"_s);
    f.below->setWordWrap(true);
    layout->addWidget(f.label);
    layout->addWidget(f.line);
    layout->addWidget(f.below);
    m_fieldsLayout->addWidget(f.row);
    m_fields.push_back(f);
    connect(f.line, &QLineEdit::textChanged, this, [this, name](const QString& t) {
        if (m_filling)
            return;
        noteDraft(name, t);
        if (Field* mine = find(name))
            updateHint(*mine);
    });
    return m_fields.back();
}

void OutcomeForm::addWhen(const QString& label)
{
    Field& f = addField(u"date"_s, label, {}, [this](const QString& t) {
        const auto at = when(t);
        if (!at)
            return t.trimmed().isEmpty() ? u"For example: fri 10:00, +3bd, tomorrow, 14:30"_s : QString();
        if (at->minute < 0)
            return fullDateText(at->day);
        const QString there = fullDateText(at->day) + u", "_s + minuteText(at->minute);
        if (m_gesture != Gesture::CallBack || m_context.theirZone.isEmpty())
            return there;
        const QString& ours = m_context.book->info().zone;
        const Instant then = instantIn(m_context.theirZone, at->day, at->minute);
        const Date here = dayIn(ours, then);
        return QString(there + u" there \u00b7 "_s + (here == at->day ? QString() : dateText(here) + u", "_s)
                       + minuteText(minuteOfDayIn(ours, then)) + u" here"_s);
    });
    f.line->setPlaceholderText(u"fri 10:00"_s);
}

void OutcomeForm::addNote(const QString& label, const QString& name)
{
    Field f;
    f.name = name;
    f.row = new QWidget(this);
    auto* layout = new QVBoxLayout(f.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    f.label = new QLabel(label, f.row);
    f.label->setProperty("look", u"heading"_s);
    f.area = new QPlainTextEdit(f.row);
    f.area->setAccessibleName(label);
    f.area->setTabChangesFocus(true);
    f.area->setFixedHeight(3 * theme().rowHeight() - 18);
    f.area->installEventFilter(this);
    f.label->setBuddy(f.area);
    f.below = new QLabel(f.row);
    f.below->setProperty("look", u"caption"_s);
    f.below->hide();
    layout->addWidget(f.label);
    layout->addWidget(f.area);
    layout->addWidget(f.below);
    m_fieldsLayout->addWidget(f.row);
    m_fields.push_back(f);
    connect(f.area, &QPlainTextEdit::textChanged, this, [this, name, area = f.area] {
        if (!m_filling)
            noteDraft(name, area->toPlainText());
    });
}

OutcomeForm::Field* OutcomeForm::find(const QString& name)
{
    const auto it = std::ranges::find(m_fields, name, &Field::name);
    return it == m_fields.end() ? nullptr : &*it;
}

void OutcomeForm::setText(const QString& field, const QString& text)
{
    if (Field* f = find(field)) {
        if (f->line)
            f->line->setText(text);
        else
            f->area->setPlainText(text);
    }
}

QString OutcomeForm::text(const QString& field) const
{
    const auto it = std::ranges::find(m_fields, field, &Field::name);
    if (it == m_fields.end())
        return {};
    return (it->line ? it->line->text() : it->area->toPlainText()).trimmed();
}

void OutcomeForm::updateHint(Field& f)
{
    if (f.line)
        mark(f.line, false);
    setLook(f.below, u"caption"_s);
    const QString hint = f.hint && f.line ? f.hint(f.line->text()) : QString();
    f.below->setText(hint);
    f.below->setVisible(!hint.isEmpty());
}

void OutcomeForm::clearErrors()
{
    m_error->hide();
    for (Field& f : m_fields) {
        if (f.area)
            mark(f.area, false);
        updateHint(f);
    }
}

void OutcomeForm::fail(const QString& field, const QString& message)
{
    Field* f = find(field);
    if (!f) {
        m_error->setText(message);
        m_error->show();
        return;
    }
    QWidget* edit = f->line ? static_cast<QWidget*>(f->line) : f->area;
    mark(edit, true);
    edit->setAccessibleDescription(message);
    setLook(f->below, u"error"_s);
    f->below->setText(message);
    f->below->show();
    edit->setFocus();
}

void OutcomeForm::showError(const Error& error)
{
    clearErrors();
    // "time" is part of the words of "when"; a field the form does not have reads with its name.
    QString field = error.field == u"time"_s || error.field == u"until"_s ? u"date"_s : error.field;
    if (field == u"date" && !find(field) && find(u"instalments"_s))
        field = u"instalments"_s; // their days are part of its words
    QString message = say(error.remedy.isEmpty() ? error.what : Lang::words("%1: %2", error.what, error.remedy));
    const bool named = find(field) != nullptr;
    if (named)
        message[0] = message[0].toUpper();
    fail(field, named || error.field.isEmpty() ? message : QString(error.field + u' ' + message));
}

void OutcomeForm::noteDraft(const QString& field, const QString& text)
{
    DraftFields& fields = m_drafts[draftKey()];
    fields[field] = text;
    emit drafted(draftKey(), fields);
}

void OutcomeForm::forgetDraft()
{
    m_drafts.remove(draftKey());
    emit drafted(draftKey(), {});
}

void OutcomeForm::focusFirst()
{
    if (m_fields.empty())
        return;
    Field& f = m_fields.front();
    if (f.line) {
        f.line->setFocus();
        f.line->selectAll();
    } else {
        f.area->setFocus();
    }
}

bool OutcomeForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool saves = enter && ((key->modifiers() & Qt::ControlModifier) || qobject_cast<QLineEdit*>(watched));
    if (!saves && key->key() != Qt::Key_Escape)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (saves)
        emit save(key->modifiers() & Qt::ShiftModifier);
    else
        emit cancelled();
    return true;
}

} // namespace duedesk
