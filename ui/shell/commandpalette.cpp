#include "ui/shell/commandpalette.h"

#include "ui/shell/theme.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

// Title at the left, keys or details at the right, quiet.
class RowPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, theme().rowHeight()};
    }
    void paint(QPainter* p, const QStyleOptionViewItem& o, const QModelIndex& i) const override
    {
        const Theme& t = theme();
        if (o.state & QStyle::State_Selected) {
            p->setRenderHint(QPainter::Antialiasing);
            p->setPen(Qt::NoPen);
            p->setBrush(t.color(Token::Selected));
            p->drawRoundedRect(o.rect, 5, 5);
        }
        const QRect r = o.rect.adjusted(12, 0, -12, 0);
        const QString detail = i.data(Qt::UserRole).toString();
        const QFontMetrics m(t.font(TextRole::Body));
        const int room = r.width() - std::min(m.horizontalAdvance(detail) + 16, r.width() * 6 / 10);
        p->setFont(t.font(TextRole::Body));
        p->setPen(t.color(i.flags() & Qt::ItemIsEnabled ? Token::Text : Token::Muted));
        const QString title = m.elidedText(i.data().toString(), Qt::ElideRight, room);
        p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, title);
        p->setPen(t.color(Token::Muted));
        const int left = r.width() - m.horizontalAdvance(title) - 16;
        p->drawText(r, Qt::AlignVCenter | Qt::AlignRight, m.elidedText(detail, Qt::ElideRight, left));
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : QFrame(parent), m_edit(new QLineEdit(this)), m_list(new QListWidget(this)), m_none(new QLabel(this)),
      m_timer(new QTimer(this))
{
    setProperty("look", u"card"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    m_edit->setFixedHeight(36);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowPainter(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setProperty("look", u"muted"_s);
    m_none->setContentsMargins(12, 4, 12, 8);
    layout->addWidget(m_edit);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 80));
    setGraphicsEffect(shadow);
    m_edit->installEventFilter(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &CommandPalette::search);
    connect(m_edit, &QLineEdit::textChanged, m_timer, [this] { m_timer->start(15); });
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    hide();
}

void CommandPalette::open(const QString& name, const QString& placeholder, Finder find)
{
    m_find = std::move(find);
    if (isHidden())
        m_before = QApplication::focusWidget();
    setAccessibleName(name);
    m_edit->setAccessibleName(name);
    m_edit->setPlaceholderText(placeholder);
    m_edit->clear();
    m_timer->stop();
    search();
    show();
    place();
    raise();
    m_edit->setFocus();
}

void CommandPalette::shut()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus();
    m_before = nullptr;
}

void CommandPalette::place()
{
    const int w = std::min(640, parentWidget()->width() - 64);
    const int rows = std::max(1, std::min(m_list->count(), 12));
    const int h = 60 + rows * theme().rowHeight() + 8;
    setGeometry((parentWidget()->width() - w) / 2, 72, w, std::min(h, parentWidget()->height() - 96));
}

void CommandPalette::search()
{
    m_rows = m_find(m_edit->text());
    m_list->clear();
    for (const Row& r : m_rows) {
        auto* item = new QListWidgetItem(r.title, m_list);
        item->setData(Qt::UserRole, r.detail);
        item->setData(Qt::AccessibleTextRole, QString(r.title + u", "_s + r.detail));
        if (!r.enabled)
            item->setFlags(item->flags() & ~Qt::ItemIsEnabled);
    }
    m_list->setCurrentRow(m_rows.empty() ? -1 : 0);
    m_list->setVisible(!m_rows.empty());
    m_none->setVisible(m_rows.empty());
    m_none->setText(m_edit->text().isEmpty() ? tr("Type what you remember.") : tr("Nothing found."));
    place();
}

void CommandPalette::runCurrent()
{
    if (m_timer->isActive()) { // Enter faster than the search
        m_timer->stop();
        search();
    }
    const int i = m_list->currentRow();
    if (i < 0 || std::size_t(i) >= m_rows.size() || !m_rows[std::size_t(i)].enabled)
        return;
    const auto run = m_rows[std::size_t(i)].run;
    shut();
    run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const int k = key->key();
    const bool ours = k == Qt::Key_Escape || k == Qt::Key_Return || k == Qt::Key_Enter || k == Qt::Key_Down
                      || k == Qt::Key_Up || k == Qt::Key_PageDown || k == Qt::Key_PageUp || k == Qt::Key_Tab;
    if (!ours)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    const int page = k == Qt::Key_PageDown || k == Qt::Key_PageUp ? 10 : 1;
    if (k == Qt::Key_Escape)
        shut();
    else if (k == Qt::Key_Return || k == Qt::Key_Enter)
        runCurrent();
    else if (m_list->count() > 0)
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + (k == Qt::Key_Up || k == Qt::Key_PageUp ? -page : page),
                                         0, m_list->count() - 1));
    return true;
}

} // namespace duedesk
