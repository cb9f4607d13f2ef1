#include "ui/charts/charttile.h"
#include "ui/charts/derivationpopup.h"
#include "ui/charts/elidedlabel.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QStackedLayout>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

ChartTile::ChartTile(QWidget* parent)
    : QFrame(parent), m_titleLabel(new ElidedLabel(this)), m_captionLabel(new ElidedLabel(this)),
      m_header(new QHBoxLayout), m_howButton(new QToolButton(this)), m_stack(new QStackedLayout),
      m_tableView(new QTableWidget(this)), m_message(new QLabel(this))
{
    m_titleLabel->setColor(m_style.text);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    m_titleLabel->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_howButton->setText(u"ƒ"_s);
    m_howButton->setAutoRaise(true);
    m_howButton->setFocusPolicy(Qt::NoFocus);
    m_howButton->setCursor(Qt::PointingHandCursor);
    m_howButton->setToolTip(tr("How this is computed (I)"));
    m_howButton->setAccessibleName(tr("How this is computed"));
    m_howButton->hide();
    connect(m_howButton, &QToolButton::clicked, this, &ChartTile::showDerivation);

    m_header->setSpacing(chartScaled(8));
    m_header->addWidget(m_titleLabel);
    m_header->addWidget(m_captionLabel, 1);
    m_header->addWidget(m_howButton);

    m_message->setProperty("look", u"muted"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::NoTextInteraction);
    m_tableView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tableView->verticalHeader()->hide();
    m_tableView->setShowGrid(false);
    m_tableView->setFrameShape(QFrame::NoFrame);
    m_tableView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tableView->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tableView->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tableView->setTabKeyNavigation(false);
    m_tableView->installEventFilter(this);
    // Whatever is not shown must not ask for room.
    m_tableView->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_message->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_tableView);

    auto* column = new QVBoxLayout(this);
    const int margin = chartScaled(14);
    column->setContentsMargins(margin, chartScaled(10), margin, chartScaled(10));
    column->setSpacing(chartScaled(6));
    column->addLayout(m_header);
    column->addLayout(m_stack, 1);
    applyFonts();
    showCaption();
    connect(&themeNotifier(), &ThemeNotifier::changed, this, [this] {
        applyFonts();
        setChartStyle(ChartStyle::current());
    });
}

void ChartTile::setTitle(const QString& title)
{
    m_title = title;
    m_titleLabel->setText(title);
    setAccessibleName(title);
    m_tableView->setAccessibleName(tr("%1 as a table").arg(title));
}

void ChartTile::setCaption(const QString& caption)
{
    m_caption = caption;
    showCaption();
}

void ChartTile::setHeaderWidget(QWidget* widget) { m_header->insertWidget(m_header->count() - 1, widget); }

void ChartTile::setDerivation(Derivation how)
{
    m_how = std::move(how);
    m_howButton->setVisible(!m_how.formula.isEmpty());
}

void ChartTile::setMessage(const QString& text)
{
    m_messageText = text;
    m_message->setText(text);
    m_stack->setCurrentWidget(m_message);
    setAccessibleDescription(text);
}

void ChartTile::setReady()
{
    m_messageText.clear();
    if (m_body)
        m_stack->setCurrentWidget(m_wantsTable ? static_cast<QWidget*>(m_tableView) : m_body);
}

void ChartTile::setBody(QWidget* body)
{
    m_body = body;
    m_stack->addWidget(body);
    setReady();
}

void ChartTile::setChartStyle(const ChartStyle& style)
{
    m_style = style;
    m_titleLabel->setColor(style.text);
    showCaption();
    update();
}

bool ChartTile::showsTable() const { return m_wantsTable; }

void ChartTile::setShowsTable(bool on)
{
    m_wantsTable = on;
    if (!m_messageText.isEmpty())
        return;
    if (on)
        fillTable();
    const bool hadFocus = hasFocus() || m_tableView->hasFocus();
    setReady();
    if (hadFocus)
        (on ? static_cast<QWidget*>(m_tableView) : this)->setFocus(Qt::OtherFocusReason);
}

void ChartTile::copyTable() const
{
    const ChartTable t = table();
    auto* mime = new QMimeData;
    mime->setText(t.toTsv());
    mime->setHtml(t.toHtml());
    QGuiApplication::clipboard()->setMimeData(mime);
}

void ChartTile::showDerivation()
{
    if (m_how.formula.isEmpty())
        return;
    auto* popup = new DerivationPopup(m_how, this);
    connect(popup, &DerivationPopup::itemsRequested, this, &ChartTile::drillRequested);
    popup->popUpBelow(m_howButton);
}

bool ChartTile::stepBack()
{
    if (m_wantsTable) {
        setShowsTable(false);
        return true;
    }
    if (reading().isEmpty())
        return false;
    clearCursor();
    return true;
}

void ChartTile::dataChanged()
{
    setAccessibleDescription(sentence());
    if (m_wantsTable)
        fillTable();
    showCaption();
}

void ChartTile::cursorMoved()
{
    showCaption();
    const QString text = reading();
    emit readingChanged(text);
    if (text.isEmpty())
        return;
    // A screen reader is told the mark as the tile's description; the sentence comes back with new data.
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void ChartTile::showCaption()
{
    const QString text = hasFocus() ? reading() : QString();
    m_captionLabel->setText(text.isEmpty() ? m_caption : text);
    m_captionLabel->setColor(text.isEmpty() ? m_style.muted : m_style.text);
}

void ChartTile::fillTable()
{
    const ChartTable t = table();
    m_tableView->clear();
    m_tableView->setColumnCount(int(t.headings.size()));
    m_tableView->setRowCount(int(t.rows.size()));
    m_tableView->setHorizontalHeaderLabels(t.headings);
    for (int r = 0; r < int(t.rows.size()); ++r) {
        for (int c = 0; c < int(t.headings.size()); ++c) {
            auto* item = new QTableWidgetItem(t.rows[std::size_t(r)].value(c));
            if (c > 0 || !t.firstColumnIsText)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_tableView->setItem(r, c, item);
        }
    }
    for (int c = 0; c < int(t.headings.size()); ++c) {
        const bool text = c == 0 && t.firstColumnIsText;
        m_tableView->horizontalHeaderItem(c)->setTextAlignment((text ? Qt::AlignLeft : Qt::AlignRight)
                                                               | Qt::AlignVCenter);
        m_tableView->horizontalHeader()->setSectionResizeMode(c, text ? QHeaderView::Stretch
                                                                      : QHeaderView::ResizeToContents);
    }
    m_tableView->verticalHeader()->setDefaultSectionSize(chartScaled(28));
    m_tableView->setAccessibleDescription(t.caption);
    if (t.rows.size() > 0)
        m_tableView->setCurrentCell(0, 0);
}

void ChartTile::applyFonts()
{
    m_titleLabel->setFont(chartFont(this, 12, QFont::DemiBold));
    m_captionLabel->setFont(chartFont(this, 11));
    m_howButton->setFont(chartFont(this, 12));
    m_tableView->horizontalHeader()->setFont(chartFont(this, 11, QFont::DemiBold));
}

bool ChartTile::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tableView && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || (key->key() == Qt::Key_T && key->modifiers() == Qt::NoModifier)) {
            setShowsTable(false);
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copyTable();
            return true;
        }
        if (key->key() == Qt::Key_I && key->modifiers() == Qt::NoModifier) {
            showDerivation();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ChartTile::keyPressEvent(QKeyEvent* event)
{
    const auto drillOrHow = [this] {
        const QString filter = drillFilter();
        if (!filter.isNull())
            emit drillRequested(filter);
        else
            showDerivation();
    };
    if (event->matches(QKeySequence::Copy)) {
        copyTable();
        return;
    }
    if (event->modifiers() & ~(Qt::KeypadModifier)) {
        QFrame::keyPressEvent(event);
        return;
    }
    bool taken = true;
    switch (event->key()) {
    case Qt::Key_Left: taken = moveCursor(-1, 0); break;
    case Qt::Key_Right: taken = moveCursor(1, 0); break;
    case Qt::Key_Up: taken = moveCursor(0, -1); break;
    case Qt::Key_Down: taken = moveCursor(0, 1); break;
    case Qt::Key_Home: cursorToEnd(false); break;
    case Qt::Key_End: cursorToEnd(true); break;
    case Qt::Key_Return:
    case Qt::Key_Enter: drillOrHow(); break;
    case Qt::Key_T: setShowsTable(true); break;
    case Qt::Key_I: showDerivation(); break;
    case Qt::Key_Escape: taken = stepBack(); break;
    default: taken = false;
    }
    if (!taken)
        QFrame::keyPressEvent(event);
}

void ChartTile::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    if (m_wantsTable && m_messageText.isEmpty())
        m_tableView->setFocus(event->reason());
    else
        cursorMoved();
    update();
}

void ChartTile::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    showCaption();
    emit readingChanged(QString());
    update();
}

void ChartTile::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    QPen pen(hasFocus() ? m_style.accent : m_style.line, hasFocus() ? 2 : 1);
    p.setPen(pen);
    p.setBrush(m_style.surface);
    p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace duedesk
