#include "ui/widgets/filterfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace duedesk {

FilterField::FilterField(const QString& placeholder, QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)), m_error(new QLabel(this)), m_timer(new QTimer(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_error->setProperty("look", u"error"_s);
    m_error->setMaximumWidth(360);
    m_error->hide();
    m_edit->setPlaceholderText(tr("Filter:  %1").arg(placeholder));
    m_edit->setAccessibleName(tr("Filter"));
    m_edit->setAccessibleDescription(tr("Narrows the list, for example %1").arg(placeholder));
    m_edit->setMinimumWidth(200);
    m_edit->setMaximumWidth(300);
    m_edit->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMinimumWidth(300);
    m_edit->setFixedHeight(28);
    m_edit->installEventFilter(this);
    auto* hint = new QLabel(u"/"_s, this);
    hint->setProperty("look", u"key"_s);
    hint->setToolTip(tr("Press / to filter"));
    layout->addWidget(m_error);
    layout->addWidget(m_edit, 1);
    hint->setFixedHeight(18);
    layout->addWidget(hint, 0, Qt::AlignVCenter);
    m_timer->setSingleShot(true);
    m_timer->setInterval(0);
    connect(m_edit, &QLineEdit::textChanged, m_timer, qOverload<>(&QTimer::start));
    connect(m_timer, &QTimer::timeout, this, [this] { emit filterChanged(text()); });
}

QString FilterField::text() const { return m_edit->text(); }

void FilterField::setText(const QString& text)
{
    m_edit->setText(text);
    m_timer->stop();
    emit filterChanged(text);
}

void FilterField::setError(const QString& message)
{
    m_error->setText(m_error->fontMetrics().elidedText(message, Qt::ElideRight, 350));
    m_error->setToolTip(message);
    m_error->setVisible(!message.isEmpty());
    m_edit->setProperty("wrong", !message.isEmpty());
    m_edit->setAccessibleDescription(message.isEmpty() ? m_edit->placeholderText() : message);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

void FilterField::setDelay(int ms) { m_timer->setInterval(ms); }

void FilterField::focus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool FilterField::back()
{
    if (m_edit->text().isEmpty())
        return false;
    m_edit->clear();
    return true;
}

bool FilterField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool leave = key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() != Qt::Key_Escape && !leave)
            return false;
        if (event->type() == QEvent::ShortcutOverride) { // ours before the window's
            event->accept();
            return true;
        }
        if (key->key() == Qt::Key_Escape && back())
            return true;
        if (m_timer->isActive()) { // what was typed holds before the list is entered
            m_timer->stop();
            emit filterChanged(text());
        }
        if (m_return)
            m_return->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace duedesk
