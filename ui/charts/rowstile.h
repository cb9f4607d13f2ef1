// A short ranked list on the dashboard: a name and up to two figures a row, an optional bar beneath, the reason
// in muted words. Up and down choose a row, Enter goes to what is behind it.
#pragma once
#include "ui/charts/charttile.h"

namespace duedesk {

struct TileRow {
    QString name;                 // "Construction", "9 promises broken"
    QString note;                 // muted, after the name
    QStringList figures;          // as many as the tile's headings say, right-aligned
    double bar = 0;               // 0..1, beneath the row; 0 = none
    int tone = 0; // 0 plain, 1 good, 2 warn, 3 bad: of the last figure, or of the name without figures
    QString page; // where Enter goes; "" = nowhere
    QString filter;
};

class RowsTile : public ChartTile {
    Q_OBJECT
public:
    explicit RowsTile(QWidget* parent = nullptr);
    // `headings`: the name's, then one per figure.
    void setData(QStringList headings, std::vector<TileRow> rows);
    const std::vector<TileRow>& rows() const { return m_rows; }
    int cursor() const { return m_row; }

    void setChartStyle(const ChartStyle& style) override;
    ChartTable table() const override;
    QString reading() const override;
    QString drillFilter() const override;

signals:
    void rowActivated(const QString& page, const QString& filter);

protected:
    bool moveCursor(int dx, int dy) override;
    void cursorToEnd(bool last) override;
    void clearCursor() override;
    QString sentence() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintRows(QPainter& p, const QRectF& area) const;
    void paintRow(QPainter& p, const QRectF& line, const TileRow& row, const std::vector<double>& widths) const;
    void activate();
    double rowHeight() const;
    QStringList m_headings;
    std::vector<TileRow> m_rows;
    QWidget* m_canvas;
    int m_row = -1;
};

} // namespace duedesk
