#include "ui/pages/page.h"

#include "ui/shell/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int foldBelow = 1400 - 76; // width of the window less the rail

QFrame* line(QWidget* parent)
{
    auto* f = new QFrame(parent);
    f->setProperty("look", u"line"_s);
    f->setFixedHeight(1);
    return f;
}

} // namespace

Page::Page(const QString& id, const QString& title, QWidget* parent)
    : QWidget(parent), m_id(id), m_title(title), m_layout(new QVBoxLayout(this)), m_header(new QWidget(this)),
      m_titleLabel(new QLabel(title, m_header)), m_subtitleLabel(new QLabel(m_header)),
      m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setAccessibleName(title);
    setProperty("look", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    auto* head = new QHBoxLayout(m_header);
    head->setContentsMargins(18, 0, 16, 0);
    head->setSpacing(14);
    m_header->setFixedHeight(51);
    m_titleLabel->setProperty("look", u"title"_s);
    m_subtitleLabel->setProperty("look", u"muted"_s);
    m_subtitleLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(12);
    head->addWidget(m_titleLabel);
    head->addWidget(m_subtitleLabel, 1);
    head->addLayout(m_tools);
    m_layout->addWidget(m_header);
    m_layout->addWidget(line(this));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_layout->addWidget(m_splitter, 1);
}

void Page::setTitle(const QString& title)
{
    m_title = title;
    m_titleLabel->setText(title);
    setAccessibleName(title);
    emit titleChanged();
}

void Page::setSubtitle(const QString& text)
{
    m_subtitleLabel->setText(text);
    m_subtitleLabel->setToolTip(text);
}

QString Page::subtitle() const { return m_subtitleLabel->text(); }

void Page::setBadge(int n)
{
    if (n == m_badge)
        return;
    m_badge = n;
    emit badgeChanged();
}

void Page::setHeader(QWidget* own)
{
    m_layout->replaceWidget(m_header, own);
    delete m_header;
    m_header = own;
    m_titleLabel = new QLabel(m_title, own); // kept for setTitle(); the own header shows it in its way
    m_titleLabel->hide();
    m_subtitleLabel = new QLabel(own);
    m_subtitleLabel->hide();
    m_tools = nullptr;
}

void Page::setBand(QWidget* band)
{
    m_band = band;
    m_layout->insertWidget(2, band);
    m_layout->insertWidget(3, line(this));
}

void Page::setMain(QWidget* main)
{
    m_splitter->insertWidget(0, main);
    m_splitter->setStretchFactor(0, 1);
}

void Page::setPanel(QWidget* panel, int width, int least)
{
    m_panel = panel;
    m_panelWidth = width;
    m_panelLeast = least;
    panel->setMinimumWidth(least);
    panel->setMaximumWidth(std::max(520, width + 160));
    m_splitter->addWidget(panel);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({100000, width});
    updatePanel();
}

void Page::keepPanel()
{
    m_panelKept = true;
    updatePanel();
}

void Page::setPanelUsed(bool used)
{
    m_panelUsed = used;
    updatePanel();
}

bool Page::isNarrow() const { return width() < foldBelow; }

bool Page::isPanelShown() const { return m_panel && !m_panel->isHidden(); }

void Page::showPanel(bool shown)
{
    m_panelWanted = shown;
    m_unfolded = false;
    updatePanel();
}

void Page::togglePanel()
{
    if (m_panelKept || !isNarrow())
        showPanel(!isPanelShown());
    else
        isPanelShown() ? foldPanel() : unfoldPanel();
}

void Page::unfoldPanel()
{
    m_unfolded = true;
    updatePanel();
}

void Page::foldPanel()
{
    m_unfolded = false;
    updatePanel();
}

void Page::updatePanel()
{
    if (!m_panel)
        return;
    const bool visible = m_panelUsed && (m_unfolded || (m_panelWanted && (m_panelKept || !isNarrow())));
    if (visible == !m_panel->isHidden() && isNarrow() == m_wasNarrow)
        return;
    m_wasNarrow = isNarrow();
    m_panel->setVisible(visible);
    const int size = isNarrow() ? std::max(m_panelLeast, std::min(m_panelWidth, 356)) : m_panelWidth;
    if (visible)
        m_splitter->setSizes({std::max(width() - size - 1, 1), size});
}

void Page::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    updatePanel();
}

QJsonObject Page::saveState() const { return {{u"panel"_s, m_panelWanted}}; }

void Page::restoreState(const QJsonObject& state)
{
    m_panelWanted = state.value(u"panel"_s).toBool(true);
    updatePanel();
}

} // namespace duedesk
