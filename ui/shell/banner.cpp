#include "ui/shell/banner.h"

#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace duedesk {

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_retry(new KeyButton(tr("Try again"), u"F5"_s, this)),
      m_close(new QPushButton(tr("Close"), this))
{
    setAccessibleName(tr("About this book"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 7, 16, 7);
    row->setSpacing(10);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_retry->setFocusPolicy(Qt::TabFocus);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_close->setAccessibleName(tr("Close this message"));
    row->addWidget(m_text, 1);
    row->addWidget(m_retry);
    row->addWidget(m_close);
    connect(m_retry, &QPushButton::clicked, this, &Banner::retryWanted);
    connect(m_close, &QPushButton::clicked, this, [this] {
        m_warning.clear();
        show();
    });
    show();
}

void Banner::setTrouble(const QString& sentence, bool canRetry)
{
    m_trouble = sentence;
    m_canRetry = canRetry;
    show();
}

void Banner::endTrouble()
{
    m_trouble.clear();
    show();
}

void Banner::setClosing(const QString& sentence)
{
    m_closing = sentence;
    show();
}

void Banner::warn(const QString& sentence)
{
    m_warning = sentence;
    show();
}

QString Banner::text() const { return isHidden() ? QString() : m_text->text(); }

void Banner::show()
{
    const bool grave = !m_trouble.isEmpty() && m_canRetry;
    const QString& shown = grave                  ? m_trouble
                           : !m_closing.isEmpty() ? m_closing
                           : !m_trouble.isEmpty() ? m_trouble
                                                  : m_warning;
    m_text->setText(shown);
    setAccessibleDescription(shown);
    m_retry->setVisible(grave);
    m_close->setVisible(&shown == &m_warning);
    setProperty("look", grave || &shown == &m_warning ? u"alarm"_s : u"news"_s);
    for (QWidget* w : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text)}) {
        w->style()->unpolish(w);
        w->style()->polish(w);
    }
    setVisible(!shown.isEmpty());
}

} // namespace duedesk
