// The one table model: shows (Book, order of rows, columns). It never filters and never writes; pages compute an
// order in core and hand it over, sorting is a stable sort by integer keys over that order.
#pragma once
#include "ui/models/column.h"

#include <QAbstractTableModel>
#include <functional>
#include <memory>
#include <vector>

namespace duedesk {

class BookTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using IdOf = std::function<std::int64_t(const Book&, std::uint32_t row)>;
    enum Role { KindRole = Qt::UserRole, ToneRole, BarRole, IdRole };

    // `idOf`: what survives a new order, e.g. the customer's id.
    BookTableModel(std::vector<Column> columns, IdOf idOf, QObject* parent = nullptr);

    // A new order over a (new) book; the sort in force is applied again. One reset.
    // `swap`: replaces what the columns read besides the book, once the old rows are no longer looked up.
    void setRows(BookPtr book, std::vector<std::uint32_t> order, const std::function<void()>& swap = {});
    // The same rows read otherwise: what the columns read besides the book has gone on (the minute). Selection, scroll and
    // order stay.
    void readAgain();
    const BookPtr& book() const { return m_book; }
    const std::vector<std::uint32_t>& order() const { return m_order; }
    const std::vector<Column>& columns() const { return m_columns; }
    std::uint32_t rowAt(int line) const { return m_order[std::size_t(line)]; }
    std::int64_t idAt(int line) const { return m_idOf(*m_book, rowAt(line)); }
    int lineOf(std::int64_t id) const; // -1 when not shown
    int columnOf(const QString& columnId) const;
    // Changes with every new content; caches of painted text are keyed by it.
    quint64 generation() const { return m_generation; }

    // column < 0: the order as it was given.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QString text(int line, int column) const;
    // The first lines as text, one row a line, cells joined by " | ": what tests compare.
    QString dump(int lines = 20) const;

private:
    void applySort();

    std::vector<Column> m_columns;
    IdOf m_idOf;
    BookPtr m_book;
    std::vector<std::uint32_t> m_given, m_order;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    quint64 m_generation = 0;
};

} // namespace duedesk
