// Aging of the last months as a grid: a column a month, a row a bucket, ink by share of that month's total.
// Every cell carries its share in figures, so colour is never the only sign.
#pragma once
#include "ui/charts/charttile.h"

namespace duedesk {

class HeatMap : public ChartTile {
    Q_OBJECT
public:
    explicit HeatMap(QWidget* parent = nullptr);
    void setData(HeatMapData data);
    // (month, bucket) under the cursor; (-1, -1) when there is none.
    std::pair<int, int> cursor() const { return {m_month, m_bucket}; }

    void setChartStyle(const ChartStyle& style) override;
    ChartTable table() const override;
    QString reading() const override;
    QString drillFilter() const override { return {}; } // figures of the past have no list today

signals:
    void monthActivated(duedesk::Date month); // Shift+Enter: look at the book as of that day

protected:
    bool moveCursor(int dx, int dy) override;
    void cursorToEnd(bool last) override;
    void clearCursor() override;
    QString sentence() const override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Grid {
        double left, top, cellWidth, cellHeight;
    };
    Grid grid() const;
    void paintGrid(QPainter& p) const;
    double share(std::size_t month, std::size_t bucket) const; // 0..1
    HeatMapData m_data;
    QWidget* m_canvas;
    int m_month = -1, m_bucket = -1;
};

} // namespace duedesk
