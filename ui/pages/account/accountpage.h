// One payer on one screen: money, how they pay, open items to tick, people, timeline, and the call desk beside
// them. [ and ] walk the list it was opened from; P promises for the ticked items.
#pragma once
#include "ui/models/columns/itemcolumns.h"
#include "ui/pages/account/accountfacts.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"

class QLabel;
class QStackedLayout;

namespace duedesk {

class AgingBar;
class BookTableModel;
class CallDesk;
class ElidedLabel;
class EmptyState;
class PeopleBar;
class TableDress;
class TimelineView;
class TrendLines;

class AccountPage : public Page {
    Q_OBJECT
public:
    explicit AccountPage(Workbench& workbench, QWidget* parent = nullptr);

    void showAccount(CustomerId customer, const std::vector<qint64>& walk, const QString& listName) override;
    void pointAt(Table table, std::int64_t id) override;
    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    void refresh() override;
    bool back() override;
    QWidget* listWidget() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;

    CustomerId customer() const { return m_customer; }
    void step(int by); // along the walk
    TableDress* table() const { return m_table; }
    CallDesk* desk() const { return m_desk; }
    TimelineView* timelineView() const { return m_timeline; }

signals:
    void accountShown(); // after each new answer, for those who wait

private:
    void write(); // a mail to the payer shown
    struct Answer {
        AccountFacts facts;
        std::shared_ptr<const ItemFigures> items;
        Date day;
        bool known = false; // false: no such customer on this book
    };
    QWidget* buildHeader();
    QWidget* buildBlocks();
    QWidget* card(QLabel** title, ElidedLabel** caption, const QString& text, QWidget* body);
    void bookChanged();
    void compute();
    void show(const Answer& answer);
    void showPointedAt(const Book& book);
    void showHeader(const AccountFacts& f);
    void showItems(const Answer& answer);
    void balance(); // a short list of items leaves its room to the history
    void promise();
    void handTicked();
    std::vector<PromiseLine> tickedLines(Currency& currency) const; // empty: nothing ticked, or mixed currencies
    void tellWalk();

    Workbench& m_workbench;
    CustomerId m_customer;
    std::vector<qint64> m_walk;
    QString m_listName;
    ItemBoxPtr m_box;
    std::shared_ptr<const ItemFigures> m_items;
    AccountFacts m_facts;
    BookTableModel* m_model;
    TableDress* m_table;
    CallDesk* m_desk;
    TimelineView* m_timeline;
    PeopleBar* m_people;
    AgingBar* m_aging;
    TrendLines* m_history;
    QWidget *m_left = nullptr, *m_itemsCard = nullptr, *m_topRow = nullptr, *m_peopleCard = nullptr;
    QLabel *m_name = nullptr, *m_pay = nullptr, *m_hurdles = nullptr, *m_moneyNote = nullptr, *m_position = nullptr;
    ElidedLabel *m_about = nullptr, *m_itemsCaption = nullptr, *m_moneyCaption = nullptr;
    QWidget *m_chips = nullptr, *m_figures = nullptr;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    Latest<std::shared_ptr<const Answer>> m_latest;
    bool m_dirty = false;
    std::optional<std::pair<Table, std::int64_t>> m_pointed; // until it is shown
};

} // namespace duedesk
