#include "ui/models/booktablemodel.h"

#include "core/base/text.h"
#include "core/domain/roworder.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

// Texts become integers in the order of their folded form, so that one sort serves every column.
std::vector<std::int64_t> keysOfText(const std::vector<QString>& texts)
{
    std::vector<std::uint32_t> by(texts.size());
    std::iota(by.begin(), by.end(), 0U);
    const auto less = [&](std::uint32_t a, std::uint32_t b) {
        return texts[a].compare(texts[b], Qt::CaseInsensitive) < 0;
    };
    std::stable_sort(by.begin(), by.end(), less);
    std::vector<std::int64_t> keys(texts.size());
    std::int64_t rank = 0;
    for (std::size_t i = 0; i < by.size(); ++i) {
        if (i > 0 && less(by[i - 1], by[i]))
            ++rank;
        keys[by[i]] = rank;
    }
    return keys;
}

} // namespace

BookTableModel::BookTableModel(std::vector<Column> columns, IdOf idOf, QObject* parent)
    : QAbstractTableModel(parent), m_columns(std::move(columns)), m_idOf(std::move(idOf))
{
}

void BookTableModel::setRows(BookPtr book, std::vector<std::uint32_t> order, const std::function<void()>& swap)
{
    beginResetModel(); // the selection is noted now, by the rows that are still shown
    if (swap)
        swap();
    m_book = std::move(book);
    m_given = std::move(order);
    m_order = m_given;
    ++m_generation;
    applySort();
    endResetModel();
}

int BookTableModel::lineOf(std::int64_t id) const
{
    if (!m_book)
        return -1;
    for (std::size_t i = 0; i < m_order.size(); ++i)
        if (m_idOf(*m_book, m_order[i]) == id)
            return int(i);
    return -1;
}

void BookTableModel::readAgain()
{
    ++m_generation;
    if (!m_order.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int BookTableModel::columnOf(const QString& columnId) const
{
    const auto it = std::ranges::find(m_columns, columnId, &Column::id);
    return it == m_columns.end() ? -1 : int(it - m_columns.begin());
}

void BookTableModel::sort(int column, Qt::SortOrder order)
{
    if (column >= int(m_columns.size()))
        return;
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    ++m_generation;
    applySort();
    endResetModel();
}

void BookTableModel::applySort()
{
    m_order = m_given;
    if (m_sortColumn < 0 || !m_book || m_order.size() < 2)
        return;
    const Column& c = m_columns[std::size_t(m_sortColumn)];
    std::vector<std::int64_t> keys(m_order.size());
    if (c.key) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i] = c.key(*m_book, m_order[i]);
    } else {
        std::vector<QString> texts(m_order.size());
        for (std::size_t i = 0; i < texts.size(); ++i)
            texts[i] = c.text(*m_book, m_order[i]);
        keys = keysOfText(texts);
    }
    sortByKey(m_order, keys, m_sortOrder == Qt::DescendingOrder);
}

int BookTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_order.size()); }

int BookTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString BookTableModel::text(int line, int column) const
{
    return m_columns[std::size_t(column)].text(*m_book, m_order[std::size_t(line)]);
}

QVariant BookTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_order.size()) || index.column() >= int(m_columns.size()))
        return {};
    const Column& c = m_columns[std::size_t(index.column())];
    const std::uint32_t row = m_order[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return shown(c.text(*m_book, row), true); // no name turns the text beside it round
    case Qt::AccessibleTextRole: { // what a screen reader says: the heading with the value
        QString value = shown(c.text(*m_book, row), true);
        value.replace(u'\n', u", "_s);
        return tr("%1: %2").arg(c.title, value.isEmpty() ? tr("none") : value);
    }
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(c.kind == CellKind::Figure ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    case Qt::ToolTipRole: return c.tooltip ? QVariant(shown(c.tooltip(*m_book, row), true)) : QVariant();
    case KindRole: return int(c.kind);
    case ToneRole: return int(c.tone ? c.tone(*m_book, row) : Tone::Plain);
    case IdRole: return qint64(m_idOf(*m_book, row));
    default: return {};
    }
}

QVariant BookTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
        return {};
    const Column& c = m_columns[std::size_t(section)];
    if (role == Qt::DisplayRole) {
        if (section != m_sortColumn)
            return c.title;
        return QString(c.title + (m_sortOrder == Qt::AscendingOrder ? u" \u2191"_s : u" \u2193"_s));
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(c.kind == CellKind::Figure ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    return {};
}

QString BookTableModel::dump(int lines) const
{
    QString out;
    for (int line = 0; line < std::min(lines, rowCount()); ++line) {
        for (int column = 0; column < columnCount(); ++column) {
            if (column > 0)
                out += u" | "_s;
            out += text(line, column).replace(u'\n', u", "_s);
        }
        out += u'\n';
    }
    return out;
}

} // namespace duedesk
