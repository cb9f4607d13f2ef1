#include "ui/widgets/viewbar.h"

#include "core/base/words.h"
#include "ui/models/format.h"
#include "ui/widgets/flowlayout.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace duedesk {

ViewBar::ViewBar(QWidget* parent)
    : QWidget(parent), m_chips(new QWidget(this)), m_asking(new QWidget(this)), m_name(new QLineEdit(m_asking)),
      m_everybody(new QCheckBox(tr("for everybody"), m_asking)), m_error(new QLabel(m_asking))
{
    setAccessibleName(tr("Saved views"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 7, 16, 7);
    column->setSpacing(6);
    m_flow = new FlowLayout(m_chips, 6);
    auto* line = new QHBoxLayout(m_asking);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    m_name->setPlaceholderText(tr("Name of this view"));
    m_name->setAccessibleName(tr("Name of this view"));
    m_name->setFixedWidth(240);
    m_name->setFixedHeight(28);
    m_name->setMaxLength(60);
    m_name->installEventFilter(this);
    m_everybody->setAccessibleName(tr("View for everybody"));
    m_error->setProperty("look", u"error"_s);
    line->addWidget(m_name);
    line->addWidget(m_everybody);
    line->addWidget(m_error, 1);
    line->addStretch();
    column->addWidget(m_chips);
    column->addWidget(m_asking);
    connect(m_name, &QLineEdit::returnPressed, this,
            [this] { emit nameGiven(m_name->text(), m_everybody->isChecked()); });
    m_asking->hide();
    showOrHide();
}

void ViewBar::setViews(const std::vector<View>& views)
{
    std::vector<Chip> before;
    before.swap(m_all);
    for (const View& v : views) {
        View view = v;
        for (const Chip& c : before) // a count stays until a newer one comes
            if (c.view.id == v.id && v.count < 0)
                view.count = c.view.count;
        addChip(view);
    }
    for (const Chip& c : before)
        c.button->deleteLater();
    setCurrent(m_current);
    showOrHide();
}

void ViewBar::addChip(const View& view)
{
    auto* button = new QPushButton(m_chips);
    button->setProperty("look", u"chip"_s);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    const qint64 id = view.id;
    connect(button, &QPushButton::clicked, this, [this, id] {
        setCurrent(id);
        emit chosen(id);
    });
    connect(button, &QPushButton::customContextMenuRequested, this,
            [this, id, button](const QPoint& at) { showMenu(id, button->mapToGlobal(at)); });
    m_flow->addWidget(button);
    m_all.push_back({view, button});
    setCount(id, view.count);
    button->show();
}

void ViewBar::setCount(qint64 id, int count)
{
    for (Chip& c : m_all) {
        if (c.view.id != id)
            continue;
        c.view.count = count;
        c.button->setText(count < 0 ? c.view.name : QString(c.view.name + u"  "_s + countText(count)));
        c.button->setToolTip(c.view.tooltip);
        c.button->setAccessibleName(count < 0
                                        ? tr("View %1").arg(c.view.name)
                                        : tr("View %1, %2").arg(c.view.name, Lang::plural("%1 rows", "1 row", count)));
    }
}

void ViewBar::setCurrent(qint64 id)
{
    m_current = 0;
    for (const Chip& c : m_all) {
        c.button->setChecked(c.view.id == id);
        if (c.view.id == id)
            m_current = id;
    }
}

qint64 ViewBar::neighbour(int by) const
{
    const int n = int(m_all.size());
    if (n == 0)
        return 0;
    int at = by > 0 ? -1 : 0;
    for (int i = 0; i < n; ++i)
        if (m_all[std::size_t(i)].view.id == m_current)
            at = i;
    return m_all[std::size_t(((at + by) % n + n) % n)].view.id;
}

void ViewBar::askName(const QString& proposal, bool everybody)
{
    m_name->setText(proposal);
    m_everybody->setChecked(everybody);
    m_error->clear();
    m_asking->show();
    showOrHide();
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void ViewBar::setError(const QString& message) { m_error->setText(message); }

bool ViewBar::isAsking() const { return !m_asking->isHidden(); }

void ViewBar::closeName()
{
    if (!isAsking())
        return;
    m_asking->hide();
    showOrHide();
    emit closed();
}

void ViewBar::showOrHide()
{
    m_chips->setVisible(!m_all.empty());
    setVisible(!m_all.empty() || isAsking());
}

void ViewBar::showMenu(qint64 id, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Show what the list shows now")), &QAction::triggered, this,
            [this, id] { emit replaceWanted(id); });
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this, [this, id] { emit renameWanted(id); });
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this, [this, id] { emit deleteWanted(id); });
    menu->popup(at);
}

bool ViewBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_name && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        if (static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
            return false;
        if (event->type() == QEvent::ShortcutOverride) // ours before the window's
            event->accept();
        else
            closeName();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace duedesk
