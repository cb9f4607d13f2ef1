#include "ui/pages/account/timelineview.h"

#include "ui/models/format.h"
#include "ui/shell/theme.h"
#include "ui/widgets/flowlayout.h"

#include <QButtonGroup>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <array>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

// "Promise broken" is one thing; what a call came to is told below its title.
bool isState(EventKind k) { return k == EventKind::Promise || k == EventKind::Dispute; }

// What is typed there goes nowhere: its lines begin with days, and letters are commands.
class EventList : public QListView {
public:
    using QListView::QListView;
    void keyboardSearch(const QString&) override {}
};

bool isOf(TimelineModel::Kinds kinds, EventKind k)
{
    using K = TimelineModel::Kinds;
    switch (kinds) {
    case K::All: return true;
    case K::Talks: return k == EventKind::Call || k == EventKind::Meeting || k == EventKind::Reply;
    case K::Mails: return k == EventKind::Email || k == EventKind::Letter || k == EventKind::Reply;
    case K::Money:
        return k == EventKind::Payment || k == EventKind::CreditNote || k == EventKind::Invoice
               || k == EventKind::WriteOff;
    case K::Promises: return isState(k);
    case K::Status:
        return k == EventKind::PayerStatus || k == EventKind::Request || k == EventKind::Confirm || k == EventKind::Mark
               || k == EventKind::Exception;
    case K::People: return k == EventKind::Contact;
    case K::Notes: return k == EventKind::Note || k == EventKind::NextAction || k == EventKind::File;
    }
    return true;
}

} // namespace

void TimelineModel::setEvents(std::vector<TimelineEvent> events)
{
    beginResetModel();
    m_events = std::move(events);
    choose();
    endResetModel();
}

void TimelineModel::setKinds(Kinds kinds)
{
    beginResetModel();
    m_kinds = kinds;
    choose();
    endResetModel();
}

void TimelineModel::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_events.size(); ++i)
        if (isOf(m_kinds, m_events[i].kind))
            m_shown.push_back(i);
}

int TimelineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineEvent& e = event(index.row());
    const auto title = [&] {
        QStringList parts{titleOf(e.kind)};
        if (!e.outcome.isEmpty() && isState(e.kind))
            parts[0] += u' ' + say(e.outcome);
        if (!e.contact.isEmpty())
            parts.append(e.contact);
        return parts.join(u" · "_s);
    };
    const auto note = [&] {
        QStringList parts;
        if (e.amount.currency.isValid())
            parts.append(amountWithUnit(e.amount.minor, e.amount.currency));
        if (!e.outcome.isEmpty() && !isState(e.kind))
            parts.append(say(e.outcome));
        if (!e.note.isEmpty())
            parts.append(say(e.note).simplified());
        if (!e.who.isEmpty() && e.who != u"ledger")
            parts.append(e.who);
        return parts.join(u" · "_s);
    };
    switch (role) {
    case DayRole: return dayText(e.day);
    case TitleRole: return title();
    case NoteRole: return note();
    case BadRole: return e.bad;
    case GoodRole: return e.kind == EventKind::Payment && !e.bad;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return QString(dateText(e.day) + u", "_s + title() + u", "_s + note());
    case Qt::ToolTipRole: return fullDateText(e.day);
    default: return {};
    }
}

QString TimelineModel::dump() const
{
    QString out;
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex i = index(row);
        out += data(i, DayRole).toString() + u" | "_s + data(i, TitleRole).toString() + u" | "_s
               + data(i, NoteRole).toString() + (data(i, BadRole).toBool() ? u" | bad\n"_s : u"\n"_s);
    }
    return out;
}

int TimelineDelegate::dayWidth() const
{
    return QFontMetrics(theme().font(TextRole::Body)).horizontalAdvance(u"28 Sept"_s) + 12;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int room = (view ? view->viewport()->width() : 320) - dayWidth() - 4;
    const QString note = index.data(TimelineModel::NoteRole).toString();
    const QFontMetrics body(theme().font(TextRole::Body)), strong(theme().font(TextRole::Strong));
    const int flags = int(Qt::TextWordWrap);
    int height =
        strong.boundingRect(QRect(0, 0, room, 1000), flags, index.data(TimelineModel::TitleRole).toString()).height();
    if (!note.isEmpty())
        height += std::min(body.boundingRect(QRect(0, 0, room, 1000), flags, note).height(), 3 * body.lineSpacing());
    return {room, height + 12};
}

void TimelineDelegate::paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    p->save();
    const Theme& t = theme();
    if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus))
        p->fillRect(option.rect, t.color(Token::Selected));
    const QRect r = option.rect.adjusted(0, 4, -4, -4);
    p->setFont(t.font(TextRole::Body));
    p->setPen(t.color(Token::Muted));
    p->drawText(r, int(Qt::AlignLeft | Qt::AlignTop), index.data(TimelineModel::DayRole).toString());
    const QRect text = r.adjusted(dayWidth(), 0, 0, 0);
    p->setFont(t.font(TextRole::Strong));
    p->setPen(t.color(index.data(TimelineModel::BadRole).toBool()    ? Token::Bad
                      : index.data(TimelineModel::GoodRole).toBool() ? Token::Good
                                                                     : Token::Text));
    QRect used;
    const int flags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap;
    p->drawText(text, flags, index.data(TimelineModel::TitleRole).toString(), &used);
    p->setFont(t.font(TextRole::Body));
    p->setPen(t.color(Token::Muted));
    p->drawText(text.adjusted(0, used.height(), 0, 0), flags, index.data(TimelineModel::NoteRole).toString());
    p->restore();
}

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent), m_model(new TimelineModel(this)), m_list(new EventList(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 4, 4);
    column->setSpacing(8);
    auto* title = new QLabel(tr("Timeline"), this);
    title->setProperty("look", u"heading"_s);
    auto* chips = new QWidget(this);
    auto* flow = new FlowLayout(chips, 6);
    auto* group = new QButtonGroup(this);
    const std::array<QString, TimelineModel::kindsCount> names{tr("All"),    tr("Talks"),       tr("Mails"),
                                                               tr("Money"),  tr("Promises"),    tr("Status"),
                                                               tr("People"), tr("Notes, files")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto* chip = new QPushButton(names[i], chips);
        chip->setProperty("look", u"chip"_s);
        chip->setCheckable(true);
        chip->setChecked(i == 0);
        chip->setAccessibleName(tr("Timeline: %1").arg(names[i]));
        chip->setToolTip(tr("Alt+%1").arg(i + 1));
        group->addButton(chip, int(i));
        flow->addWidget(chip);
        m_chips.push_back(chip);
    }
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { m_model->setKinds(TimelineModel::Kinds(id)); });
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TimelineDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Timeline"));
    column->addWidget(title);
    column->addWidget(chips);
    column->addWidget(m_list, 1);
}

void TimelineView::showKinds(TimelineModel::Kinds kinds)
{
    m_chips[std::size_t(kinds)]->setChecked(true);
    m_model->setKinds(kinds);
}

void TimelineView::setEvents(std::vector<TimelineEvent> events) { m_model->setEvents(std::move(events)); }

const TimelineEvent* TimelineView::current() const
{
    const QModelIndex i = m_list->currentIndex();
    return i.isValid() ? &m_model->event(i.row()) : nullptr;
}

bool TimelineView::showEvent(Table table, std::int64_t id)
{
    if (m_model->kinds() != TimelineModel::Kinds::All)
        showKinds(TimelineModel::Kinds::All);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TimelineEvent& e = m_model->event(row);
        if (e.id != id || e.table != table)
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

ListContent TimelineView::content() const
{
    ListContent out;
    out.name = tr("Timeline");
    out.titles = {tr("Day"),     tr("Time (UTC)"), tr("What"), tr("Who"), tr("Contact"),
                  tr("Outcome"), tr("Amount"),     tr("Cur."), tr("Note")};
    out.rows = m_model->rowCount();
    out.model = m_model;
    out.read = [model = m_model](int row, std::vector<Cell>& cells) {
        const TimelineEvent& e = model->event(row);
        const bool money = e.amount.currency.isValid();
        cells[0] = DateCell{e.day};
        cells[1] = InstantCell{e.at};
        cells[2] = TextCell{say(wordsOf(e.kind))};
        cells[3] = TextCell{e.who};
        cells[4] = TextCell{e.contact};
        cells[5] = TextCell{say(e.outcome)};
        cells[6] = MoneyCell{e.amount, money};
        cells[7] = TextCell{money ? e.amount.currency.toString() : QString()};
        cells[8] = TextCell{say(e.note)};
    };
    return out;
}

} // namespace duedesk
