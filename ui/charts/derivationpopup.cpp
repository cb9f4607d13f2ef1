#include "ui/charts/derivationpopup.h"
#include "ui/charts/chartstyle.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QLabel* line(QWidget* parent, const QString& text, const QString& look)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", look);
    return label;
}

} // namespace

DerivationPopup::DerivationPopup(const Derivation& how, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_itemsFilter(how.itemsFilter)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("How %1 is computed").arg(how.title));
    setProperty("look", u"card"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    column->addWidget(line(this, how.title, u"strong"_s));
    if (!how.meaning.isEmpty())
        column->addWidget(line(this, how.meaning, QString()));
    column->addWidget(line(this, how.formula, u"muted"_s));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const auto& [label, figure] : how.inputs) {
        grid->addWidget(line(this, label, u"muted"_s), row, 0);
        QLabel* value = line(this, figure, u"strong"_s);
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
    setFixedWidth(chartScaled(420));
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
