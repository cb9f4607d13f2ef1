#include "ui/charts/derivationpopup.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QLabel* line(QWidget* parent, const QString& text, const QColor& color, int pixels, QFont::Weight weight = QFont::Normal)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(chartFont(parent, pixels, weight));
    QPalette p = label->palette();
    p.setColor(QPalette::WindowText, color);
    label->setPalette(p);
    return label;
}

} // namespace

DerivationPopup::DerivationPopup(const Derivation& how, const ChartStyle& style, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_itemsFilter(how.itemsFilter)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("How %1 is computed").arg(how.title));
    setObjectName(u"derivation"_s);
    setStyleSheet(u"#derivation { background: %1; border: 1px solid %2; border-radius: 8px; }"_s
                      .arg(style.surface.name(), style.line.name()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(line(this, how.title, style.text, 13, QFont::DemiBold));
    if (!how.meaning.isEmpty())
        column->addWidget(line(this, how.meaning, style.text, 13));
    column->addWidget(line(this, how.formula, style.muted, 12));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const auto& [label, figure] : how.inputs) {
        grid->addWidget(line(this, label, style.muted, 12), row, 0);
        QLabel* value = line(this, figure, style.text, 12, QFont::DemiBold);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setWordWrap(false);
        grid->addWidget(value, row++, 1);
    }
    grid->setColumnStretch(0, 1);
    column->addLayout(grid);
    if (!how.itemsFilter.isNull()) {
        auto* items = new QPushButton(tr("Show the items  Enter"), this);
        items->setAutoDefault(false);
        connect(items, &QPushButton::clicked, this, &DerivationPopup::requestItems);
        column->addWidget(items, 0, Qt::AlignLeft);
    }
    setFixedWidth(chartScaled(this, 420));
}

void DerivationPopup::popUpBelow(const QWidget* anchor)
{
    setFixedHeight(layout()->heightForWidth(width()));
    const QRect screenArea = anchor->screen()->availableGeometry();
    QPoint at = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + 4));
    at.setX(std::clamp(at.x(), screenArea.left(), std::max(screenArea.left(), screenArea.right() - width())));
    at.setY(std::clamp(at.y(), screenArea.top(), std::max(screenArea.top(), screenArea.bottom() - height())));
    move(at);
    show();
    setFocus();
}

void DerivationPopup::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        requestItems();
    else
        QFrame::keyPressEvent(event); // Esc closes a popup
}

void DerivationPopup::requestItems()
{
    const QString filter = m_itemsFilter;
    close();
    if (!filter.isNull())
        emit itemsRequested(filter);
}

} // namespace duedesk
