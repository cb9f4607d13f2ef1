// The thin layer over Qt Charts: a plot area without legend, title, animation or axis labels of its own, and a
// hook that paints labels and the cursor over it. Series keep their place; their points are replaced.
#pragma once
#include <QChartView>
#include <functional>

namespace duedesk {

class PlotView : public QChartView {
    Q_OBJECT
public:
    explicit PlotView(QWidget* parent = nullptr);
    // Space around the plot area for labels, in pixels.
    void setPlotMargins(const QMarginsF& margins);
    QRectF plotArea() const;
    // Of a value of a series, in the view's scene.
    QPointF position(const QPointF& value, QAbstractSeries* series) const;
    // Paint in scene coordinates, below and above the series; logical pixels.
    std::function<void(QPainter&)> paintUnder, paintOver;

signals:
    void resized();

protected:
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    QMarginsF m_margins{8, 8, 8, 8};
};

} // namespace duedesk
