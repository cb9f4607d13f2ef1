// A table as every list of the product wants it: fixed row height, sort on click, columns chosen, ordered and
// sized by id, J/K beside the arrows, selection kept as ids, copy as TSV and HTML, sum of the selection.
#pragma once
#include "ui/models/booktablemodel.h"
#include "ui/widgets/exportable.h"

#include <QJsonObject>
#include <QPointer>
#include <QTableView>
#include <map>

class QMenu;
class QTimer;

namespace duedesk {

class ActionCatalog;
class CellDelegate;

class TableDress : public QTableView, public Exportable {
    Q_OBJECT
public:
    // `name`: accessible name, e.g. "Call list". The model outlives the view or is its child.
    TableDress(BookTableModel* model, const QString& name, QWidget* parent = nullptr);

    BookTableModel* bookModel() const { return m_model; }
    std::int64_t currentId() const;       // 0 = none
    std::uint32_t currentRow() const;     // what the order holds; noRow = none
    bool setCurrentId(std::int64_t id);   // false when not shown; scrolls there
    void moveBy(int lines);
    void selectFirst();
    std::vector<std::uint32_t> selectedRows() const; // in list order; the current one when nothing else is selected
    std::vector<std::int64_t> selectedIds() const;
    void toggleSelected();                // X: adds or takes out the current row, moves stay free of the selection
    bool hasPicked() const { return m_picking; }
    void clearPicked();                   // Esc

    // J, K, X, Enter, Ctrl+C, columns: the keys that every list has.
    void bindActions(ActionCatalog& catalog, QWidget* page);
    // By prefix of the first text column, while single letters are no commands.
    void keyboardSearch(const QString& search) override;

    void copySelection() const;
    ListContent content() const override; // every row, the columns shown in their order
    QMenu* columnMenu();                  // checkable, one entry a column, plus "Reset columns"
    QJsonObject saveState() const;        // by column id
    void restoreState(const QJsonObject& state);

signals:
    void currentIdChanged(qint64 id);
    void opened(qint64 id);               // Enter, double click
    // Rows selected and the sum in base of the first column that sums; hasSum false when none does.
    void selectionChangedTo(int rows, qint64 sumBase, bool hasSum);
    void columnsChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex& index, const QEvent* event) const override;

private:
    void setPicking(bool picking);
    void rememberSelection();
    void bringBackSelection();
    void sortBy(int section);
    void measure();                      // what the content needs, figures by their largest, texts by a sample
    void applyColumns();
    void applyTheme();
    void tellSelection();
    std::vector<int> shownColumns() const; // in the order on screen

    BookTableModel* m_model;
    CellDelegate* m_delegate;
    QPointer<ActionCatalog> m_catalog;
    QTimer* m_tell;
    bool m_picking = false;              // X was used: moving does not touch the selection
    bool m_applying = false;             // widths change by our hand
    std::int64_t m_keptCurrent = 0;
    int m_keptLine = 0;
    int m_keptScroll = -1; // somebody had scrolled away from the current line; -1 = it was in view
    std::vector<std::int64_t> m_keptIds;
    std::map<QString, bool> m_chosen;    // columns the user showed or hid
    std::map<QString, int> m_widths;     // pixels the user gave
    std::vector<int> m_needed;           // pixels by column; 0 = not measured yet
};

} // namespace duedesk
