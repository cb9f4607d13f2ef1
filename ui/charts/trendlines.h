// Monthly lines with a target: DSO by its methods. Lines differ by dash and by the name at their end, not by
// colour alone; a month without a value is a gap.
#pragma once
#include "ui/charts/charttile.h"

class QLineSeries;
class QValueAxis;

namespace duedesk {

class PlotView;

class TrendLines : public ChartTile {
    Q_OBJECT
public:
    explicit TrendLines(QWidget* parent = nullptr);

    void setData(TrendLinesData data);
    const TrendLinesData& data() const { return m_data; }
    // (month, line) under the cursor; (-1, -1) when there is none.
    std::pair<int, int> cursor() const { return {m_month, m_line}; }

    void setChartStyle(const ChartStyle& style) override;
    ChartTable table() const override;
    QString reading() const override;
    QString drillFilter() const override { return {}; } // Enter opens the formula

signals:
    void monthActivated(duedesk::Date month);

protected:
    bool moveCursor(int dx, int dy) override;
    void cursorToEnd(bool last) override;
    void clearCursor() override;
    QString sentence() const override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    QLineSeries* seriesAt(std::size_t i);
    QColor lineColor(const TrendLine& line) const;
    void paintGrid(QPainter& p) const;
    void paintLabels(QPainter& p);
    void paintMonths(QPainter& p, const QRectF& area);
    void paintLineNames(QPainter& p, const QRectF& area);
    void paintCursor(QPainter& p, const QRectF& area);
    double yOf(double value) const;
    double xOf(int month) const;

    TrendLinesData m_data;
    PlotView* m_view;
    std::vector<QLineSeries*> m_series; // one per unbroken run; kept and refilled
    std::vector<int> m_lineOfSeries;
    QValueAxis* m_x;
    QValueAxis* m_y;
    int m_month = -1, m_line = -1;
};

} // namespace duedesk
