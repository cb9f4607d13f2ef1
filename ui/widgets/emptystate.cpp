#include "ui/widgets/emptystate.h"

#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_heading(new QLabel(this)), m_text(new QLabel(this)),
      m_button(new QPushButton(this))
{
    setProperty("look", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(8);
    layout->setContentsMargins(32, 32, 32, 32);
    m_heading->setProperty("look", u"section"_s);
    m_text->setProperty("look", u"muted"_s);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(520);
    m_button->setProperty("look", u"primary"_s);
    for (QLabel* l : {m_icon, m_heading, m_text})
        l->setAlignment(Qt::AlignHCenter);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_heading, 0, Qt::AlignHCenter);
    auto* text = new QHBoxLayout; // a wrapped text with an alignment would get one line's height
    text->addStretch(1);
    text->addWidget(m_text, 1000);
    text->addStretch(1);
    layout->addLayout(text);
    layout->addSpacing(8);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(&themeNotifier(), &ThemeNotifier::changed, this, &EmptyState::paintIcon);
}

void EmptyState::setContent(const QString& icon, const QString& heading, const QString& text, const QString& action)
{
    m_iconName = icon;
    m_heading->setText(heading);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_button->setText(action);
    m_button->setAccessibleName(action);
    m_button->setVisible(!action.isEmpty());
    setAccessibleName(heading);
    setAccessibleDescription(text);
    paintIcon();
}

void EmptyState::paintIcon()
{
    m_icon->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(iconPixmap(m_iconName, theme().color(Token::Muted), 40, devicePixelRatioF()));
}

} // namespace duedesk
