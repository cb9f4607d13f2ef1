// One figure of the dashboard: value, unit and meaning in words, a bullet with bands and a target tick, and
// the change since last month's end. Enter or I opens how it is computed.
#pragma once
#include "ui/charts/charttile.h"

namespace duedesk {

class KpiBullet : public ChartTile {
    Q_OBJECT
public:
    explicit KpiBullet(QWidget* parent = nullptr);
    void setData(KpiData data);
    const KpiData& data() const { return m_data; }

    void setChartStyle(const ChartStyle& style) override;
    ChartTable table() const override;
    QString reading() const override { return {}; } // the tile itself says its figure
    QString drillFilter() const override { return {}; }

protected:
    bool moveCursor(int, int) override { return false; }
    void cursorToEnd(bool) override {}
    void clearCursor() override {}
    QString sentence() const override;

private:
    void paintBody(QPainter& p, const QRectF& area) const;
    bool isDeltaBeside(double width) const;
    KpiData m_data;
    QWidget* m_canvas;
};

} // namespace duedesk
