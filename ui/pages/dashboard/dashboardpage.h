// The weekly view: four figures against their targets, aging by a chosen segment, DSO by its methods, where the
// money is late and what needs a decision. Nothing is computed on the GUI thread.
#pragma once
#include "ui/pages/dashboard/dashboardfigures.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QPushButton;
class QStackedLayout;

namespace duedesk {

class AsOfPicker;
class ChartTile;
class EmptyState;
class HeatMap;
class KpiBullet;
class StackedAgingBars;
class TrendLines;

class DashboardPage : public Page {
    Q_OBJECT
public:
    explicit DashboardPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    void refresh() override;
    bool back() override;
    QWidget* listWidget() const override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    Segment segment() const { return m_segment; }
    void setSegment(Segment s);
    void nextSegment(int step);

signals:
    void figuresShown(); // all tiles but aging, after each answer

private:
    QWidget* buildTiles();
    void buildSegmentMenu();
    std::vector<ChartTile*> tiles() const;
    void bookChanged();
    void compute();
    void computeAging();
    void show(const std::shared_ptr<const DashboardFigures>& f);
    void showDecisions();
    void showFailure(const QString& why);
    void showEmpty();

    Workbench& m_workbench;
    QStackedLayout* m_stack;
    EmptyState* m_empty;
    AsOfPicker* m_asOf;
    std::array<KpiBullet*, 4> m_kpis{};
    StackedAgingBars* m_aging;
    TrendLines* m_dso;
    HeatMap* m_heat;
    RowsTile* m_late;
    RowsTile* m_movers;
    RowsTile* m_decisions;
    QPushButton* m_segmentButton;
    Segment m_segment = Segment::Tier;
    Latest<std::shared_ptr<const DashboardFigures>> m_latest;
    Latest<std::shared_ptr<const AgingBarsData>> m_latestAging;
    Latest<std::shared_ptr<const std::vector<TileRow>>> m_latestDecisions;
    bool m_dirty = true;
};

} // namespace duedesk
