// Every debit open as of D in one table: where each mark of a chart and each bucket leads. Filtering and figures
// run beside the window, so a million rows stay smooth.
#pragma once
#include "ui/models/columns/itemcolumns.h"
#include "ui/pages/listpage.h"

namespace duedesk {

class LateReasonList;

class ItemsPage : public ListPage {
    Q_OBJECT
public:
    explicit ItemsPage(Workbench& workbench, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    void refresh() override;

    LateReasonList* whyLate() const { return m_whyLate; }

protected:
    void ask() override;
    void applyFilter() override { ask(); }
    void showEmpty() override;
    std::uint32_t payerOf(std::uint32_t row) const override;

private:
    using Figures = std::shared_ptr<const ItemFigures>;
    struct Shown { // one answer: figures of a (book, day), and what a filter matches in them
        Figures figures;
        std::vector<std::uint32_t> items;
        std::int64_t openBase = 0, lateBase = 0;
    };
    ItemsPage(Workbench& workbench, const ItemBoxPtr& box, QWidget* parent);
    static Shown answer(const Figures& known, const BookPtr& book, Date day,
                        const std::shared_ptr<const BehaviourModel>& model, const Filter& filter,
                        const InsightsPtr& calls);
    void show(const Shown& answer);
    void countViews();
    void warmExpected();

    ItemBoxPtr m_box;
    LateReasonList* m_whyLate;
    Figures m_known; // of the latest answer
    Figures m_warm;  // whose expected days are known or being worked out
    Latest<std::shared_ptr<std::vector<std::int32_t>>> m_warming;
};

} // namespace duedesk
