#include "ui/shell/undobar.h"

#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {

UndoBar::UndoBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_undo(new QPushButton(tr("Undo"), this)),
      m_close(new QPushButton(tr("Close"), this)), m_countdown(new QLabel(this)), m_takeBack(new QPushButton(this)),
      m_timer(new QTimer(this))
{
    setProperty("look", u"toast"_s);
    setAccessibleName(tr("What was done"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 5, 8, 5);
    layout->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setMinimumHeight(26);
    m_undo->setAccessibleName(tr("Undo"));
    m_undo->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    m_countdown->setTextFormat(Qt::PlainText);
    m_countdown->setMinimumHeight(26);
    m_takeBack->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(m_countdown);
    layout->addWidget(m_takeBack);
    for (QWidget* w : std::initializer_list<QWidget*>{m_text, m_undo, m_close, m_countdown, m_takeBack})
        w->hide();
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(18);
    shadow->setOffset(0, 3);
    shadow->setColor(QColor(0, 0, 0, 70));
    setGraphicsEffect(shadow);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &UndoBar::sentenceOver);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        sentenceOver();
        emit undoWanted();
    });
    connect(m_close, &QPushButton::clicked, this, &UndoBar::sentenceOver);
    connect(m_takeBack, &QPushButton::clicked, this, &UndoBar::takeBackWanted);
    hide();
}

QString UndoBar::text() const { return m_text->isHidden() ? QString() : m_sentence; }
QString UndoBar::countdownText() const { return m_countdown->isHidden() ? QString() : m_countdown->text(); }

void UndoBar::sentenceOver()
{
    for (QWidget* w : std::initializer_list<QWidget*>{m_text, m_undo, m_close})
        w->hide();
    if (m_countdown->isHidden())
        hide();
    else
        place();
}

void UndoBar::countDown(const QString& sentence, const QString& key, bool tellsNext)
{
    m_tellsNext = (m_tellsNext || tellsNext) && !sentence.isEmpty();
    if (sentence == countdownText())
        return;
    m_countdown->setText(sentence);
    m_countdown->setVisible(!sentence.isEmpty());
    m_takeBack->setText(tr("Take back  %1").arg(key));
    m_takeBack->setAccessibleName(tr("Take back, key %1").arg(key));
    m_takeBack->setVisible(!sentence.isEmpty());
    if (sentence.isEmpty() && m_text->isHidden()) {
        hide();
        return;
    }
    show();
    place();
    raise();
}

void UndoBar::say(const QString& sentence, bool undoable)
{
    if (std::exchange(m_tellsNext, false))
        sentenceOver();
    else
        put(sentence, undoable, 10'000);
}

void UndoBar::complain(const QString& sentence) { put(sentence, false, 0); }

void UndoBar::put(const QString& sentence, bool undoable, int ms)
{
    m_sentence = sentence;
    setAccessibleDescription(sentence);
    m_text->show();
    m_undoable = undoable;
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
    m_undo->setVisible(m_undoable && !m_text->isHidden());
    const int room = parentWidget()->width();
    const int buttons =
        40 + (m_undo->isHidden() ? 0 : m_undo->sizeHint().width() + 8)
        + (m_close->isHidden() ? 0 : m_close->sizeHint().width() + 8)
        + (m_countdown->isHidden() ? 0 : m_countdown->sizeHint().width() + m_takeBack->sizeHint().width() + 16);
    m_text->setText(m_text->fontMetrics().elidedText(m_sentence, Qt::ElideRight, std::max(room - 120 - buttons, 120)));
    m_text->setToolTip(m_sentence);
    layout()->activate();
    const QSize size = sizeHint();
    setGeometry((room - size.width()) / 2, parentWidget()->height() - size.height() - 44, size.width(), size.height());
}

} // namespace duedesk
