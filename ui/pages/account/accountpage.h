// One payer on one screen: money, how they pay, open items to tick, people, timeline, and the call desk beside
// them. [ and ] walk the list it was opened from; P promises for the ticked items.
#pragma once
#include "ui/models/columns/itemcolumns.h"
#include "ui/pages/account/accountfacts.h"
#include "ui/pages/latest.h"
#include "ui/pages/page.h"
#include "ui/panels/calldesk.h"

class QLabel;
class QStackedLayout;
class QStackedWidget;

namespace duedesk {

class AccountFiles;
class AccountForm;
class AgingBar;
class BookTableModel;
class ElidedLabel;
class EmptyState;
class FactRows;
class FileOpener;
class FileList;
class LateReasonList;
class NewsBanner;
class PayerGroupPanel;
class PeopleBar;
class PostingForm;
class Prompter;
class TableDress;
class TimelineView;
class TrendLines;

class AccountPage : public Page {
    Q_OBJECT
public:
    AccountPage(Workbench& workbench, Prompter& prompter, FileOpener& opener, QWidget* parent = nullptr);
    ~AccountPage() override;

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
    FileList* files() const { return m_files; }
    NewsBanner* news() const { return m_news; }
    AccountForm* accountForm() const { return m_form; }
    PostingForm* postingForm() const { return m_posting; }
    LateReasonList* whyLate() const { return m_whyLate; }
    const AccountFacts& shownFacts() const { return m_facts; }

signals:
    void accountShown(); // after each new answer, for those who wait

private:
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
    std::vector<DebitId> selectedItems() const; // ticked, else the current one
    TickedItems ticked() const;
    void addDesk(FormDesk* desk);
    void worked(const FormDesk& desk, const Worked& what);
    void askAgain();
    void tellWalk();
    void showOwed(const AccountFacts& f);
    void connectBlocks();
    void bindBlocks(ActionCatalog& catalog);
    void tell(const Outcome& done);   // says why not, where it was refused
    void followUp();                  // W: sets the next step that is proposed
    void owedDone();                  // O: the most urgent thing they wait for
    void attach();                    // F
    void takeNews(const Answer& answer);
    void showGroup(bool shown);       // G: who pays for whom, in the place of the desk
    void takeBackShown();             // Shift+U in the timeline
    void showDesk();

    Workbench& m_workbench;
    Prompter& m_prompter;
    std::unique_ptr<AccountFiles> m_fileWork;
    CustomerId m_customer;
    std::vector<qint64> m_walk;
    QString m_listName;
    ItemBoxPtr m_box;
    std::shared_ptr<const ItemFigures> m_items;
    AccountFacts m_facts;
    BookTableModel* m_model;
    TableDress* m_table;
    CallDesk* m_desk;
    QStackedWidget* m_side; // the desk, who pays for whom, the account's own fields, or what is posted
    PayerGroupPanel* m_group;
    AccountForm* m_form;
    PostingForm* m_posting;
    TimelineView* m_timeline;
    PeopleBar* m_people;
    FileList* m_files;
    NewsBanner* m_news;
    LateReasonList* m_whyLate;
    FactRows* m_agreements = nullptr;
    AgingBar* m_aging;
    TrendLines* m_history;
    QWidget *m_left = nullptr, *m_itemsCard = nullptr, *m_topRow = nullptr, *m_bottomRow = nullptr,
            *m_owedCard = nullptr;
    QLabel* m_owed = nullptr;
    QLabel *m_name = nullptr, *m_pay = nullptr, *m_hurdles = nullptr, *m_moneyNote = nullptr, *m_position = nullptr;
    ElidedLabel *m_about = nullptr, *m_itemsCaption = nullptr, *m_moneyCaption = nullptr;
    QWidget *m_chips = nullptr, *m_figures = nullptr;
    EmptyState* m_empty;
    QStackedLayout* m_stack;
    Latest<std::shared_ptr<const Answer>> m_latest;
    std::function<void()> m_again; // asked when what was saved is shown
    bool m_dirty = false, m_isAsking = false;
    std::optional<std::pair<Table, std::int64_t>> m_pointed; // until it is shown
};

} // namespace duedesk
