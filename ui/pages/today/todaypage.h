// Today: the call list in its lanes, worked by keyboard. It shows what the workbench ranked, lets the call desk
// log, and moves on; a worked account leaves at once and comes back if the work is undone.
#pragma once
#include "ui/pages/page.h"
#include "ui/pages/today/callcolumns.h"

#include <set>

class QLabel;
class QStackedWidget;

namespace duedesk {

class BookTableModel;
class CallDesk;
class EmptyState;
class FilterField;
class LaneBar;
class MorningDesk;
class NewsBanner;
class TableDress;
struct Worked;

class TodayPage : public Page {
    Q_OBJECT
public:
    // `morning`: whose strip stands above the list; none = no strip.
    explicit TodayPage(Workbench& workbench, MorningDesk* morning = nullptr, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    bool back() override;
    void focusFilter() override;
    QWidget* listWidget() const override;
    void drill(const QString& filter) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    QString lane() const;
    void setLane(const QString& id); // "next", "avoided", or laneName()
    TableDress* table() const { return m_table; }
    CallDesk* desk() const { return m_desk; }
    NewsBanner* news() const { return m_news; }
    BookTableModel* model() const { return m_model; }

private:
    void buildTable();
    void buildBand();                   // strip, news, day and lanes above the list
    void connectDesk();
    void takeInsights();
    void showRows();                    // lane and filter -> order
    void showRows(InsightsPtr in); // the same of newer insights
    std::vector<std::uint32_t> filtered(std::vector<std::uint32_t> rows);
    void updateLanes();
    void updateHeader();
    void updateState();                 // list, or loading, or empty
    void updateDay();                   // as-of another day
    void passMinute();                  // local times, minutes left, how late
    void showCurrent();
    void takeNews(const Insights& in);  // of the row being worked
    void worked(const Worked& what);
    void openCurrent();
    std::vector<CustomerId> pickedCustomers() const;

    Workbench& m_workbench;
    MorningDesk* m_morning;
    std::shared_ptr<CallFigures> m_figures;
    BookTableModel* m_model;
    TableDress* m_table;
    LaneBar* m_lanes;
    FilterField* m_filter;
    CallDesk* m_desk;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    NewsBanner* m_news;
    QWidget* m_dayBand;
    QLabel* m_dayText;
    std::set<std::int64_t> m_leaving;   // worked just now, until the ranking knows
    int m_done = 0;
    bool m_loaded = false;
    bool m_taking = false;              // newer insights are being taken in
    QJsonObject m_kept;
};

} // namespace duedesk
