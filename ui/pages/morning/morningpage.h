// The morning summary as lists: who paid, kept, paid short, bounced, broke a promise, is to be called back, did not confirm.
// Enter opens the account, [ and ] walk the list there.
#pragma once
#include "core/domain/customer.h"
#include "ui/models/column.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/pages/page.h"

class QStackedWidget;

namespace duedesk {

class BookTableModel;
class EmptyState;
class LaneBar;
class TableDress;

// What the columns read: the lines shown.
struct MorningBox {
    std::shared_ptr<const MorningDesk::Answer> answer;
    MorningPart part = MorningPart::Paid;
    const MorningLine& line(std::uint32_t row) const { return answer->summary.of(part).lines[row]; }
};
std::vector<Column> morningColumns(const std::shared_ptr<MorningBox>& box);

class MorningPage : public Page {
    Q_OBJECT
public:
    explicit MorningPage(MorningDesk& desk, QWidget* parent = nullptr);

    void bindActions(ActionCatalog& catalog) override;
    void activated() override;
    bool back() override { return false; }
    QWidget* listWidget() const override;
    void drill(const QString& part) override; // its name: "paid"
    TableDress* table() const { return m_table; }
    BookTableModel* model() const { return m_model; }
    MorningPart part() const;

private:
    void showLines();
    void open(qint64 id);
    const Customer* unconfirmed(ConfirmById* confirm) const; // of the current line; null = not such a part

    MorningDesk& m_desk;
    std::shared_ptr<MorningBox> m_box;
    BookTableModel* m_model;
    TableDress* m_table;
    LaneBar* m_parts;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
};

} // namespace duedesk
