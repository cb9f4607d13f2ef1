#include "ui/panels/latereasonlist.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/invoicemarks.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/panels/draftkeeper.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr int reasonRole = Qt::UserRole, letterRole = Qt::UserRole + 1;
struct Lettered {
    LateReason reason;
    char letter;
};
constexpr Lettered letters[] = {
    {LateReason::NotReceived, 'N'}, {LateReason::BillingError, 'B'}, {LateReason::Po, 'P'},
    {LateReason::Approval, 'A'},    {LateReason::Dispute, 'D'},      {LateReason::CashApplication, 'C'},
    {LateReason::Credit, 'R'},      {LateReason::PlainLate, 'L'},    {LateReason::None, 'O'},
};

QString words(LateReason r)
{
    return say(capitalised(r == LateReason::None ? Lang::words("take the reason off") : wordsOf(r)));
}

// The reason, and at the right its letter.
class ReasonPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {100, theme().rowHeight() - 4};
    }
    void paint(QPainter* p, const QStyleOptionViewItem& o, const QModelIndex& i) const override
    {
        const Theme& t = theme();
        if (o.state & QStyle::State_Selected) {
            p->setRenderHint(QPainter::Antialiasing);
            p->setPen(Qt::NoPen);
            p->setBrush(t.color(Token::Selected));
            p->drawRoundedRect(o.rect, 5, 5);
        }
        const QRect r = o.rect.adjusted(10, 0, -12, 0);
        p->setFont(t.font(TextRole::Body));
        p->setPen(t.color(Token::Text));
        p->drawText(r, Qt::AlignVCenter | Qt::AlignLeft, i.data().toString());
        p->setPen(t.color(Token::Muted));
        p->drawText(r, Qt::AlignVCenter | Qt::AlignRight, i.data(letterRole).toString());
    }
};

QLabel* line(const QString& look, QWidget* parent)
{
    auto* l = new QLabel(parent);
    l->setTextFormat(Qt::PlainText);
    l->setProperty("look", look);
    l->setWordWrap(true);
    l->setIndent(10);
    return l;
}

} // namespace

LateReasonList::LateReasonList(Workbench& workbench, QWidget* over)
    : QFrame(over), m_workbench(workbench), m_over(over), m_about(line(u"muted"_s, this)),
      m_error(line(u"error"_s, this)), m_list(new QListWidget(this)), m_note(new QLineEdit(this)),
      m_drafts(new DraftKeeper(workbench, this))
{
    setProperty("look", u"card"_s);
    setAccessibleName(tr("Why late"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 10, 8, 10);
    layout->setSpacing(4);
    auto* title = line(u"strong"_s, this);
    title->setText(tr("Why late"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new ReasonPainter(m_list));
    m_list->setAccessibleName(tr("Reasons"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Lettered& l : letters) {
        auto* item = new QListWidgetItem(words(l.reason), m_list);
        item->setData(reasonRole, int(l.reason));
        item->setData(letterRole, QString(QLatin1Char(l.letter)));
    }
    auto* tip = line(u"caption"_s, this);
    tip->setText(tr("Letter or arrows, Tab to the note, Enter takes"));
    for (QWidget* w : std::initializer_list<QWidget*>{title, m_about, m_list, m_note, m_error, tip})
        layout->addWidget(w);
    m_note->setPlaceholderText(tr("Note"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setMaxLength(300);
    m_list->installEventFilter(this);
    m_note->installEventFilter(this);
    connect(m_note, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.trimmed().isEmpty())
            m_drafts->drop(draftKey());
        else
            m_drafts->typed(draftKey(), text);
    });
    connect(m_list, &QListWidget::itemClicked, this, &LateReasonList::take);
    hide();
}

void LateReasonList::ask(const std::vector<DebitId>& invoices)
{
    if (!m_workbench.isToday()) {
        emit refused(tr("Reasons are set for today only. Ctrl+Shift+D goes back to today."));
        return;
    }
    const Book& book = *m_workbench.book();
    const Date today = m_workbench.today();
    m_debits.clear();
    int least = 0, most = 0;
    std::optional<LateReason> known; // what all of them have
    for (const DebitId id : invoices) {
        const std::uint32_t row = book.ledger().debitRow(id);
        const int days = row == noRow ? 0 : today - viewDebit(book.ledger(), row).due;
        if (days <= 0)
            continue;
        const LateReason reason = lateReasonOf(book, row, today);
        known = m_debits.empty() || known == reason ? std::optional(reason) : std::optional(LateReason::None);
        least = m_debits.empty() ? days : std::min(least, days);
        most = std::max(most, days);
        m_debits.push_back(id);
    }
    if (m_debits.empty()) {
        emit refused(tr("Nothing of it is past due: a reason is given for what is late."));
        return;
    }
    const QString late = least == most ? tr("%1 late", "116 d").arg(daysText(most))
                                       : tr("%1 to %2 late", "3, 116 d").arg(countText(least), daysText(most));
    const QString what = m_debits.size() == 1
                             ? viewDebit(book.ledger(), book.ledger().debitRow(m_debits.front())).number
                             : Lang::plural("%1 invoices", "1 invoice", qint64(m_debits.size()));
    m_about->setText(QStringList{what, late}.join(u", "_s));
    m_error->hide();
    m_note->setText(m_drafts->text(draftKey()));
    choose(known == LateReason::None ? LateReason::NotReceived : *known);
    place();
    show();
    raise();
    m_list->setFocus(Qt::PopupFocusReason);
}

// Below the current row where there is room, else at the lower edge.
void LateReasonList::place()
{
    const int rows = m_list->count() * (theme().rowHeight() - 4);
    m_list->setFixedHeight(rows);
    setFixedWidth(12 * theme().rowHeight() * 2 / 3);
    adjustSize();
    QPoint at(48, 48);
    if (const auto* view = qobject_cast<const QAbstractItemView*>(m_over.data())) {
        const QRect current = view->visualRect(view->currentIndex());
        at.setY(view->viewport()->mapTo(m_over, current.bottomLeft()).y() + 4);
    }
    // Above everything of the page: a short table has no room for the list.
    QWidget* room = m_over->window();
    if (parentWidget() != room)
        setParent(room);
    at = m_over->mapTo(room, at);
    at.setY(std::clamp(at.y(), 8, std::max(8, room->height() - height() - 8)));
    at.setX(std::clamp(at.x(), 8, std::max(8, room->width() - width() - 8)));
    move(at);
}

void LateReasonList::choose(LateReason reason)
{
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->data(reasonRole).toInt() == int(reason))
            m_list->setCurrentRow(i);
}

LateReason LateReasonList::chosen() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? LateReason(item->data(reasonRole).toInt()) : LateReason::None;
}

QString LateReasonList::about() const { return m_about->text(); }
QString LateReasonList::errorShown() const { return m_error->isHidden() ? QString() : m_error->text(); }

void LateReasonList::take()
{
    if (const Outcome done = m_workbench.submit(SetLateReason{m_debits, chosen(), m_note->text()}); !done) {
        m_error->setText(sentenceOf(done.error()));
        m_error->show();
        adjustSize();
        return;
    }
    m_drafts->drop(draftKey());
    shut();
    emit taken();
}

QString LateReasonList::draftKey() const { return u"late/"_s + QString::number(m_debits.front().value); }

void LateReasonList::shut()
{
    hide();
    if (m_over)
        m_over->setFocus(Qt::OtherFocusReason);
}

bool LateReasonList::keyPressed(const QObject* in, int key)
{
    if (key == Qt::Key_Escape)
        shut();
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        take();
    else if (in != m_list)
        return false;
    else if (const auto l = std::ranges::find(letters, char(key), &Lettered::letter);
             key < 128 && l != std::end(letters))
        choose(l->reason);
    else
        return false;
    return true;
}

bool LateReasonList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) { // its letters are no shortcuts of the window
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress)
        return keyPressed(watched, static_cast<QKeyEvent*>(event)->key()) || QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible()
        && static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason
        && !isAncestorOf(QApplication::focusWidget()))
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace duedesk
