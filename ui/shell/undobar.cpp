#include "ui/shell/undobar.h"

#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace duedesk {

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_undo(new QPushButton(u"Undo"_s, this)),
      m_close(new QPushButton(u"Close"_s, this)), m_timer(new QTimer(this))
{
    setProperty("look", u"toast"_s);
    setAccessibleName(u"What was done"_s);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 5, 8, 5);
    layout->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumHeight(26);
    m_undo->setAccessibleName(u"Undo"_s);
    m_undo->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(u"Close this message"_s);
    m_close->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(18);
    shadow->setOffset(0, 3);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        emit undoWanted();
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

QString UndoBar::text() const { return isHidden() ? QString() : m_sentence; }

void UndoBar::say(const QString& sentence, bool undoable) { put(sentence, undoable, 10'000); }

void UndoBar::complain(const QString& sentence) { put(sentence, false, 0); }

void UndoBar::put(const QString& sentence, bool undoable, int ms)
{
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    m_undo->setVisible(undoable);
    m_close->setVisible(ms == 0);
    if (ms > 0)
        m_timer->start(ms);
    else
        m_timer->stop();
    show();
    place();
    raise();
}

void UndoBar::place()
{
    const int room = parentWidget()->width();
    const int buttons = 40 + (m_undo->isHidden() ? 0 : m_undo->sizeHint().width() + 8)
                        + (m_close->isHidden() ? 0 : m_close->sizeHint().width() + 8);
    m_text->setText(m_text->fontMetrics().elidedText(m_sentence, Qt::ElideRight, std::max(room - 120 - buttons, 120)));
    m_text->setToolTip(m_sentence);
    layout()->activate();
    const QSize size = sizeHint();
    setGeometry((room - size.width()) / 2, parentWidget()->height() - size.height() - 44, size.width(), size.height());
}

} // namespace duedesk
