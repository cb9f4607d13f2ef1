// Everything that happened with a payer, newest first, with a filter by kind. The model prints as text for tests;
// the delegate wraps a title and a muted line beside the day.
#pragma once
#include "core/insight/talks/timeline.h"
#include "ui/widgets/exportable.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <QWidget>

class QListView;
class QPushButton;

namespace duedesk {

class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DayRole = Qt::UserRole, TitleRole, NoteRole, BadRole, GoodRole };
    // What is shown, in the order of the chips and their keys.
    enum class Kinds : std::uint8_t { All, Talks, Mails, Money, Promises, Status, People, Notes };
    static constexpr int kindsCount = int(Kinds::Notes) + 1;
    using QAbstractListModel::QAbstractListModel;
    void setEvents(std::vector<TimelineEvent> events);
    void setKinds(Kinds kinds);
    Kinds kinds() const { return m_kinds; }
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QString dump() const; // "12 Nov | Promise broken | …", a line an event
    const TimelineEvent& event(int row) const { return m_events[m_shown[std::size_t(row)]]; }

private:
    void choose();
    std::vector<TimelineEvent> m_events;
    std::vector<std::size_t> m_shown;
    Kinds m_kinds = Kinds::All;
};

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int dayWidth() const;
};

class TimelineView : public QWidget, public Exportable {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);
    ListContent content() const override; // the events of the kinds shown, a column for each part
    void setEvents(std::vector<TimelineEvent> events);
    const TimelineEvent* current() const; // null = none
    // The event of this promise, item or money becomes the current one, and gets the focus; false when there is none.
    bool showEvent(Table table, std::int64_t id);
    void showKinds(TimelineModel::Kinds kinds); // as its chip does
    TimelineModel* model() const { return m_model; }
    QListView* list() const { return m_list; }

private:
    TimelineModel* m_model;
    QListView* m_list;
    std::vector<QPushButton*> m_chips;
};

} // namespace duedesk
