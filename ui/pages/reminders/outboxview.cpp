#include "ui/pages/reminders/outboxview.h"

#include "core/base/storedwords.h"
#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/letters/strategies.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keybutton.h"

#include <QLabel>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

const OutboxMessage& mail(const Book& book, std::uint32_t row) { return book.rows<OutboxMessage>()[row]; }

bool needsPerson(OutboxState s) { return s == OutboxState::Unknown || s == OutboxState::Failed; }

Tone toneOf(OutboxState s)
{
    switch (s) {
    case OutboxState::Sent:
    case OutboxState::Exported: return Tone::Good;
    case OutboxState::Failed: return Tone::Bad;
    case OutboxState::Unknown: return Tone::Warn;
    case OutboxState::Cancelled: return Tone::Muted;
    default: return Tone::Plain;
    }
}

} // namespace

std::vector<Column> OutboxView::columns()
{
    Column state{.id = u"state"_s, .title = tr("State"), .width = 130, .strong = true};
    state.text = [this](const Book& book, std::uint32_t row) {
        const OutboxMessage& m = mail(book, row);
        const qint64 left = (m.releaseAt - m_workbench.clock().now() + 999) / 1000;
        if (m.state == OutboxState::Queued && left > 7200)
            return tr("held to %1 %2")
                .arg(dayText(book.dayOf(m.releaseAt)), minuteText(minuteOfDayIn(book.info().zone, m.releaseAt)));
        if (m.state == OutboxState::Queued && left > 0)
            return left < 100 ? tr("leaves in %1 s").arg(left) : tr("again in %1 min").arg(left / 60);
        return say(wordsOf(m.state));
    };
    state.key = [](const Book& book, std::uint32_t row) { return std::int64_t(mail(book, row).state); };
    state.tone = [](const Book& book, std::uint32_t row) { return toneOf(mail(book, row).state); };
    Column name{.id = u"name"_s, .title = tr("Customer"), .width = 200};
    name.text = [](const Book& book, std::uint32_t row) {
        const Customer* c = book.customers().find(mail(book, row).customer);
        return c ? c->name : QString();
    };
    Column to{.id = u"to"_s, .title = tr("To"), .width = 210, .fromWidth = 900};
    to.text = [](const Book& book, std::uint32_t row) { return mail(book, row).toAddress; };
    Column subject{.id = u"subject"_s, .title = tr("Subject"), .width = 240};
    subject.text = [](const Book& book, std::uint32_t row) { return mail(book, row).subject; };
    Column step{.id = u"step"_s, .title = tr("Step"), .width = 80};
    step.text = [](const Book& book, std::uint32_t row) {
        const OutboxMessage& m = mail(book, row);
        return m.cycle == 0 ? tr("by hand") : say(dayOffsetWords(m.stepDay));
    };
    Column at{.id = u"at"_s, .title = tr("Written"), .width = 150, .fromWidth = 1150, .descending = true};
    at.text = [](const Book& book, std::uint32_t row) {
        const Instant when = mail(book, row).createdAt;
        return tr("%1, %2", "a day, a time")
            .arg(dateText(book.dayOf(when)), minuteText(minuteOfDayIn(book.info().zone, when)));
    };
    at.key = [](const Book& book, std::uint32_t row) { return mail(book, row).createdAt; };
    at.cell = [](const Book& book, std::uint32_t row) -> Cell { return InstantCell{mail(book, row).createdAt}; };
    Column words{.id = u"words"_s, .title = tr("What was said"), .width = 240};
    words.text = [](const Book& book, std::uint32_t row) { return say(recalled(mail(book, row).error)); };
    return {state, name, to, subject, step, at, words};
}

OutboxView::OutboxView(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench),
      m_model(new BookTableModel(
          columns(), [](const Book& book, std::uint32_t row) { return mail(book, row).id.value; }, this)),
      m_table(new TableDress(m_model, tr("Outbox"))), m_empty(new EmptyState), m_side(new QWidget),
      m_trouble(new QLabel), m_title(new QLabel), m_text(new QLabel),
      m_back(new KeyButton(tr("Take it back"), u"Del"_s)), m_retry(new KeyButton(tr("Send it again"), u"R"_s)),
      m_arrived(new KeyButton(tr("It arrived"), u"Y"_s)),
      m_lost(new KeyButton(tr("It did not arrive, send it again"), u"N"_s)), m_timer(new QTimer(this))
{
    auto* stack = new QStackedLayout(this);
    stack->addWidget(m_table);
    stack->addWidget(m_empty);
    auto* side = new QVBoxLayout(m_side);
    m_side->setProperty("look", u"surface"_s);
    side->setContentsMargins(16, 12, 16, 12);
    side->setSpacing(8);
    for (QLabel* label : {m_trouble, m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        side->addWidget(label);
    }
    m_trouble->setProperty("look", u"bad"_s);
    m_trouble->setAccessibleName(tr("Why mails wait"));
    m_trouble->hide();
    m_title->setProperty("look", u"strong"_s);
    m_title->setAccessibleName(tr("Subject of the mail"));
    m_text->setAccessibleName(tr("State of the mail"));
    for (QPushButton* b : {m_back, m_retry, m_arrived, m_lost})
        side->addWidget(b);
    side->addStretch(1);
    connect(m_back, &QPushButton::clicked, this, &OutboxView::takeBack);
    connect(m_retry, &QPushButton::clicked, this, &OutboxView::retry);
    connect(m_arrived, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_lost, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_table, &TableDress::currentIdChanged, this, &OutboxView::showCurrent);
    connect(m_table, &TableDress::opened, this, [this](qint64) {
        if (const OutboxMessage* m = current())
            emit opened(m->customer);
    });
    m_timer->setInterval(1000);
    connect(m_timer, &QTimer::timeout, this, &OutboxView::tick);
}

// Newest first; what needs somebody stands on top.
void OutboxView::refresh()
{
    const BookPtr book = m_workbench.book();
    std::vector<std::uint32_t> rows;
    book->rows<OutboxMessage>().forEach([&](std::uint32_t row, const OutboxMessage&) { rows.push_back(row); });
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        const OutboxMessage &x = mail(*book, a), &y = mail(*book, b);
        return needsPerson(x.state) != needsPerson(y.state) ? needsPerson(x.state) : x.createdAt > y.createdAt;
    });
    const bool none = rows.empty();
    m_model->setRows(book, std::move(rows));
    auto* stack = static_cast<QStackedLayout*>(layout());
    stack->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_table);
    if (none)
        m_empty->setContent(u"done"_s, tr("No mail yet"),
                            tr("What you send from here or from an account stands here."));
    else if (m_table->currentId() == 0)
        m_table->selectFirst();
    showCurrent();
    tick();
    emit shown();
}

void OutboxView::setTrouble(const QString& why)
{
    m_trouble->setText(why.isEmpty() ? QString() : tr("Mails wait: %1").arg(why));
    m_trouble->setVisible(!why.isEmpty());
}

// The seconds of what is held run down on the screen.
void OutboxView::tick()
{
    const BookPtr book = m_model->book();
    bool held = false;
    for (const std::uint32_t row : m_model->order())
        held = held
               || (mail(*book, row).state == OutboxState::Queued
                   && mail(*book, row).releaseAt > m_workbench.clock().now());
    if (!isVisible() || !held)
        m_timer->stop();
    else if (!m_timer->isActive())
        m_timer->start();
    m_table->viewport()->update();
}

const OutboxMessage* OutboxView::current() const
{
    const std::uint32_t row = m_table->currentRow();
    return row == noRow || !m_model->book() ? nullptr : &mail(*m_model->book(), row);
}

void OutboxView::showCurrent()
{
    const OutboxMessage* m = current();
    m_back->setVisible(m && mayBecome(m->state, OutboxState::Cancelled, OutboxHand::Person));
    m_retry->setVisible(m && m->state == OutboxState::Failed);
    m_arrived->setVisible(m && m->state == OutboxState::Unknown);
    m_lost->setVisible(m && m->state == OutboxState::Unknown);
    if (!m) {
        m_title->clear();
        m_text->clear();
        return;
    }
    m_title->setText(m->subject);
    QStringList lines{tr("To %1").arg(m->toAddress), tr("%1 since %2").arg(say(wordsOf(m->state)), dateText(m->day)),
                      tr("Written by %1, %2").arg(m->user, Lang::plural("%1 attempts", "1 attempt", m->attempts))};
    if (!m->error.isEmpty())
        lines << say(recalled(m->error));
    if (m->state == OutboxState::Unknown)
        lines << tr(
            "The line broke while it was being sent. It is not sent again by itself: ask them, then say which.");
    m_text->setText(lines.join(u'\n'));
}

void OutboxView::takeBack()
{
    if (const OutboxMessage* m = current())
        if (const Outcome o = m_workbench.submit(CancelMail{m->id, {}}); !o)
            emit said(sentenceOf(o.error()));
}

void OutboxView::retry()
{
    if (const OutboxMessage* m = current())
        if (const Outcome o = m_workbench.submit(RetryMail{m->id}); !o)
            emit said(sentenceOf(o.error()));
}

void OutboxView::answer(bool arrived)
{
    if (const OutboxMessage* m = current())
        if (const Outcome o = m_workbench.submit(ReleaseUnknown{m->id, arrived}); !o)
            emit said(sentenceOf(o.error()));
}

int OutboxView::needsSomebody() const
{
    int n = 0;
    m_workbench.book()->rows<OutboxMessage>().forEach(
        [&](std::uint32_t, const OutboxMessage& m) { n += needsPerson(m.state) ? 1 : 0; });
    return n;
}

QString OutboxView::subtitle() const
{
    int queued = 0, sent = 0;
    m_workbench.book()->rows<OutboxMessage>().forEach([&](std::uint32_t, const OutboxMessage& m) {
        queued += m.state == OutboxState::Queued || m.state == OutboxState::Sending ? 1 : 0;
        sent += m.state == OutboxState::Sent || m.state == OutboxState::Exported ? 1 : 0;
    });
    return tr("%1 on the way · %2 sent · %3")
        .arg(queued)
        .arg(sent)
        .arg(needsSomebody() == 0 ? tr("none needs you") : Lang::plural("%1 need you", "1 needs you", needsSomebody()));
}

} // namespace duedesk
