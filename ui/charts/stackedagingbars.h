// Aging by a segment as horizontal stacked bars, largest first, the small ones summed as "others".
// Amounts are gross base minor units; every mark reads "Key, 61–90 days, 52,400.00 USD, 8 % of Key".
#pragma once
#include "ui/charts/charttile.h"

class QBarSet;
class QBarCategoryAxis;
class QHorizontalStackedBarSeries;
class QValueAxis;

namespace duedesk {

class PlotView;

class StackedAgingBars : public ChartTile {
    Q_OBJECT
public:
    explicit StackedAgingBars(QWidget* parent = nullptr);

    void setData(AgingBarsData data);
    const AgingBarsData& data() const { return m_data; }
    // Bars shown, "others" included; at most as many as fit.
    std::vector<AgingBarRow> visibleRows() const { return m_visible; }
    // (row, bucket) under the cursor; (-1, -1) when there is none.
    std::pair<int, int> cursor() const { return {m_row, m_bucket}; }

    void setChartStyle(const ChartStyle& style) override;
    ChartTable table() const override;
    QString reading() const override;
    QString drillFilter() const override;

protected:
    bool moveCursor(int dx, int dy) override;
    void cursorToEnd(bool last) override;
    void clearCursor() override;
    QString sentence() const override;

private:
    void pick(int row, int bucket, bool drill);
    void rebuild();
    void chooseVisible(int bars);
    int barsThatFit() const;
    void paintLabels(QPainter& p);
    void paintLegend(QPainter& p, const QRectF& area);
    double drawn(int row, int bucket) const; // length on the axis
    QRectF markRect(int row, int bucket) const;
    int category(int row) const { return int(m_visible.size()) - 1 - row; } // Qt counts bars from the bottom

    AgingBarsData m_data;
    std::vector<AgingBarRow> m_visible;
    PlotView* m_view;
    QHorizontalStackedBarSeries* m_series;
    std::array<QBarSet*, 5> m_sets{};
    QBarCategoryAxis* m_categories;
    QValueAxis* m_amounts;
    int m_row = -1, m_bucket = -1;
    bool m_hasOthers = false;    // the last bar is the sum of the small ones
    double m_othersScale = 1;
};

} // namespace duedesk
