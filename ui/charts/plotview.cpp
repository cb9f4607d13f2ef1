#include "ui/charts/plotview.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QResizeEvent>

namespace duedesk {

PlotView::PlotView(QWidget* parent) : QChartView(new QChart, parent)
{
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus); // the tile has the keyboard
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setStyleSheet(QStringLiteral("background: transparent;"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(120, 80);
    QChart* c = chart();
    c->setAnimationOptions(QChart::NoAnimation);
    c->legend()->hide();
    c->setBackgroundVisible(false);
    c->setPlotAreaBackgroundVisible(false);
    c->setMargins(QMargins());
    c->setContentsMargins(0, 0, 0, 0);
    c->layout()->setContentsMargins(0, 0, 0, 0);
}

void PlotView::setPlotMargins(const QMarginsF& margins)
{
    if (margins == m_margins)
        return;
    m_margins = margins;
    layOut();
}

QRectF PlotView::plotArea() const { return chart()->plotArea().translated(chart()->pos()); }

QPointF PlotView::position(const QPointF& value, QAbstractSeries* series) const
{
    return chart()->mapToScene(chart()->mapToPosition(value, series));
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (paintUnder) {
        painter->save();
        paintUnder(*painter);
        painter->restore();
    }
}

void PlotView::drawForeground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawForeground(painter, rect);
    if (paintOver) {
        painter->save();
        paintOver(*painter);
        painter->restore();
    }
}

void PlotView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    layOut();
    emit resized();
}

void PlotView::layOut()
{
    const QRectF area = QRectF(viewport()->rect()).marginsRemoved(m_margins);
    if (area.width() > 10 && area.height() > 10)
        chart()->setPlotArea(area);
}

} // namespace duedesk
