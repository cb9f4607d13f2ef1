#include "ui/widgets/tabledress.h"

#include "ui/delegates/celldelegate.h"
#include "ui/shell/actioncatalog.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace duedesk {

TableDress::TableDress(BookTableModel* model, const QString& name, QWidget* parent)
    : QTableView(parent), m_model(model), m_delegate(new CellDelegate(this)), m_tell(new QTimer(this))
{
    setAccessibleName(name);
    connect(model, &BookTableModel::modelAboutToBeReset, this, &TableDress::rememberSelection);
    setModel(model);
    connect(model, &BookTableModel::modelReset, this, &TableDress::bringBackSelection);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setEditTriggers(NoEditTriggers);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* h = horizontalHeader();
    h->setAccessibleName(tr("Columns of %1").arg(name));
    h->setFocusPolicy(Qt::NoFocus);
    h->setSectionsMovable(true);
    h->setSectionsClickable(true);
    h->setHighlightSections(false);
    h->setStretchLastSection(true);
    h->setMinimumSectionSize(32);
    h->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(h, &QHeaderView::sectionClicked, this, &TableDress::sortBy);
    connect(h, &QHeaderView::sectionMoved, this, &TableDress::columnsChanged);
    connect(h, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (m_applying || width <= 0 || !(QApplication::mouseButtons() & Qt::LeftButton))
            return;
        m_widths[m_model->columns()[std::size_t(section)].id] = width;
        emit columnsChanged();
    });
    connect(h, &QHeaderView::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu* menu = columnMenu();
        menu->popup(horizontalHeader()->mapToGlobal(at));
    });
    m_tell->setSingleShot(true);
    connect(m_tell, &QTimer::timeout, this, &TableDress::tellSelection);
    connect(&themeNotifier(), &ThemeNotifier::changed, this, &TableDress::applyTheme);
    applyTheme();
}

void TableDress::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(16);
    verticalHeader()->setDefaultSectionSize(theme().rowHeight());
    horizontalHeader()->setFixedHeight(theme().rowHeight() - 6);
    m_delegate->forget();
    m_needed.clear();
    measure();
    applyColumns();
    viewport()->update();
}

void TableDress::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        applyColumns();
}

std::int64_t TableDress::currentId() const
{
    const QModelIndex i = currentIndex();
    return i.isValid() ? m_model->idAt(i.row()) : 0;
}

std::uint32_t TableDress::currentRow() const
{
    const QModelIndex i = currentIndex();
    return i.isValid() ? m_model->rowAt(i.row()) : noRow;
}

bool TableDress::setCurrentId(std::int64_t id)
{
    const int line = m_model->lineOf(id);
    if (line < 0)
        return false;
    setCurrentIndex(m_model->index(line, 0));
    return true;
}

void TableDress::moveBy(int lines)
{
    const int last = m_model->rowCount() - 1;
    if (last < 0)
        return;
    const int line = currentIndex().isValid() ? currentIndex().row() + lines : 0;
    setCurrentIndex(m_model->index(std::clamp(line, 0, last), 0));
}

void TableDress::selectFirst()
{
    clearPicked();
    if (m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
}

std::vector<std::uint32_t> TableDress::selectedRows() const
{
    std::vector<int> lines;
    for (const QItemSelectionRange& r : selectionModel()->selection())
        for (int line = r.top(); line <= r.bottom(); ++line)
            lines.push_back(line);
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    if (lines.empty() && currentIndex().isValid())
        lines.push_back(currentIndex().row());
    std::vector<std::uint32_t> rows(lines.size());
    std::ranges::transform(lines, rows.begin(), [&](int line) { return m_model->rowAt(line); });
    return rows;
}

std::vector<std::int64_t> TableDress::selectedIds() const
{
    // Ids of what is really selected; the current row alone is kept apart.
    std::vector<std::int64_t> ids;
    for (const QItemSelectionRange& r : selectionModel()->selection())
        for (int line = r.top(); line <= r.bottom(); ++line)
            ids.push_back(m_model->idAt(line));
    return ids;
}

void TableDress::toggleSelected()
{
    const QModelIndex i = currentIndex();
    if (!i.isValid())
        return;
    // The first X takes the current row in instead of toggling it off: it is selected only because it is current.
    const auto how = m_picking ? QItemSelectionModel::Toggle : QItemSelectionModel::Select;
    setPicking(true);
    selectionModel()->select(i, how | QItemSelectionModel::Rows);
    if (!selectionModel()->hasSelection())
        clearPicked();
}

// The boxes of a list that has them show ticks only while rows are picked on purpose.
void TableDress::setPicking(bool picking)
{
    m_picking = picking;
    setProperty("ticking", picking);
    viewport()->update();
}

void TableDress::clearPicked()
{
    setPicking(false);
    if (currentIndex().isValid())
        selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selectionModel()->clearSelection();
}

QItemSelectionModel::SelectionFlags TableDress::selectionCommand(const QModelIndex& index, const QEvent* event) const
{
    if (m_picking) {
        const auto* key = event && event->type() == QEvent::KeyPress ? static_cast<const QKeyEvent*>(event) : nullptr;
        if (!event || (key && key->modifiers() == Qt::NoModifier))
            return QItemSelectionModel::NoUpdate;
    }
    return QTableView::selectionCommand(index, event);
}

void TableDress::rememberSelection()
{
    m_keptCurrent = m_model->book() ? currentId() : 0;
    m_keptLine = std::max(currentIndex().row(), 0);
    const bool away = m_keptCurrent != 0 && isVisible() && !viewport()->rect().intersects(visualRect(currentIndex()));
    m_keptScroll = away ? verticalScrollBar()->value() : -1;
    m_keptIds.clear();
    const auto& selection = selectionModel()->selection();
    const bool single = selection.size() == 1 && selection.first().height() == 1;
    if (m_model->book() && !selection.isEmpty() && !(single && !m_picking))
        m_keptIds = selectedIds();
}

void TableDress::bringBackSelection()
{
    m_delegate->forget();
    const int rows = m_model->rowCount();
    const std::vector<int> before = m_needed;
    measure();
    if (m_needed != before)
        applyColumns();
    if (rows == 0) {
        setPicking(false);
        emit currentIdChanged(0);
        tellSelection();
        return;
    }
    int line = m_keptCurrent != 0 ? m_model->lineOf(m_keptCurrent) : -1;
    if (line < 0) // what was current has left: its neighbour moves up
        line = std::min(m_keptLine, rows - 1);
    if (m_keptIds.empty()) {
        setPicking(false);
    } else {
        std::ranges::sort(m_keptIds);
        QItemSelection selection;
        for (int i = 0; i < rows; ++i)
            if (std::ranges::binary_search(m_keptIds, m_model->idAt(i)))
                selection.append(
                    QItemSelectionRange(m_model->index(i, 0), m_model->index(i, m_model->columnCount() - 1)));
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    }
    const QModelIndex index = m_model->index(line, 0);
    if (m_keptIds.empty())
        setCurrentIndex(index);
    else
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    if (m_keptScroll >= 0)
        verticalScrollBar()->setValue(m_keptScroll);
    else
        scrollTo(index);
}

void TableDress::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    // The whole line shows what is current, not the cell.
    for (const QModelIndex& i : {current, previous})
        if (i.isValid())
            viewport()->update(0, rowViewportPosition(i.row()), viewport()->width(), rowHeight(i.row()));
    if (current.row() != previous.row() || !previous.isValid())
        emit currentIdChanged(current.isValid() ? m_model->idAt(current.row()) : 0);
}

void TableDress::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_tell->start(0); // once per gesture, after the paint
}

void TableDress::tellSelection()
{
    const auto& columns = m_model->columns();
    const auto summed = std::ranges::find_if(columns, [](const Column& c) { return bool(c.sum); });
    qint64 sum = 0;
    int count = 0;
    for (const QItemSelectionRange& r : selectionModel()->selection()) {
        count += r.height();
        if (summed != columns.end())
            for (int line = r.top(); line <= r.bottom(); ++line)
                sum += summed->sum(*m_model->book(), m_model->rowAt(line));
    }
    emit selectionChangedTo(count, sum, summed != columns.end());
}

void TableDress::bindActions(ActionCatalog& catalog, QWidget* page)
{
    m_catalog = &catalog;
    const auto hasRow = [this] { return currentIndex().isValid(); };
    catalog.bind(u"list.down"_s, page, this, [this] { moveBy(1); }, hasRow);
    catalog.bind(u"list.up"_s, page, this, [this] { moveBy(-1); }, hasRow);
    catalog.bind(u"list.select"_s, page, this, [this] { toggleSelected(); }, hasRow);
    catalog.bind(u"list.copy"_s, this, this, [this] { copySelection(); }, hasRow);
    catalog.bind(u"list.columns"_s, page, this, [this] {
        columnMenu()->popup(horizontalHeader()->mapToGlobal(QPoint(0, horizontalHeader()->height())));
    });
}

void TableDress::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (const std::int64_t id = currentId())
            emit opened(id);
        return;
    }
    if (plain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)) {
        moveBy(event->key() == Qt::Key_Home ? -m_model->rowCount() : m_model->rowCount());
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Escape) { // the page goes back one level
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableDress::keyboardSearch(const QString& search)
{
    const auto& columns = m_model->columns();
    const auto named = std::ranges::find(columns, CellKind::Text, &Column::kind);
    const int rows = m_model->rowCount();
    if ((m_catalog && m_catalog->singleLetters()) || search.isEmpty() || named == columns.end() || rows == 0)
        return;
    const int column = int(named - columns.begin());
    const int from = std::max(currentIndex().row(), 0);
    for (int k = 0; k < std::min(rows, 200'000); ++k) {
        const int line = (from + k) % rows;
        if (m_model->text(line, column).startsWith(search, Qt::CaseInsensitive)) {
            setCurrentIndex(m_model->index(line, 0));
            return;
        }
    }
}

void TableDress::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex at = indexAt(event->pos());
    if (at.isValid() && event->modifiers() == Qt::NoModifier && event->button() == Qt::LeftButton
        && m_model->columns()[std::size_t(at.column())].kind == CellKind::Check) {
        if (!m_picking) // what was only current is not ticked
            selectionModel()->clearSelection();
        setPicking(true);
        selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        toggleSelected();
        return;
    }
    if (event->modifiers() == Qt::NoModifier && event->button() == Qt::LeftButton)
        setPicking(false);
    QTableView::mousePressEvent(event);
}

void TableDress::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (const std::int64_t id = indexAt(event->pos()).isValid() ? currentId() : 0)
        emit opened(id);
}

void TableDress::contextMenuEvent(QContextMenuEvent* event)
{
    // The actions of the list as they stand in the catalog, with their keys.
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction* a : actions())
        if (a->isEnabled() && !a->property("hideInMenu").toBool())
            menu->addAction(a);
    menu->addSeparator();
    QMenu* columns = columnMenu();
    columns->setTitle(tr("Columns"));
    columns->setAttribute(Qt::WA_DeleteOnClose, false); // goes with its parent
    columns->setParent(menu, columns->windowFlags());
    menu->addMenu(columns);
    menu->popup(event->globalPos());
}

} // namespace duedesk
