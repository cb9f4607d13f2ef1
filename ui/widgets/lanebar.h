// Lanes as tabs with their counts: the name quiet, the count in weight. Empty lanes are left out.
#pragma once
#include <QTabBar>

namespace duedesk {

class LaneBar : public QTabBar {
    Q_OBJECT
public:
    struct Lane {
        QString id, title;
        int count = 0;       // below 0: a view without a figure
        bool always = false; // shown even when empty
    };
    explicit LaneBar(const QString& name, QWidget* parent = nullptr);
    // Keeps the current lane by id; an empty current one stays until another is chosen.
    void setLanes(const std::vector<Lane>& lanes);
    QString currentLane() const;
    void setCurrentLane(const QString& id); // also one that was left out
    void step(int by); // to the next tab shown, around the ends

signals:
    void laneChanged(const QString& id);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;

private:
    void showWith(const QString& current);

    std::vector<Lane> m_all, m_lanes; // as given; by tab
};

} // namespace duedesk
