#include "ui/pages/reminders/dueview.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/letterview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <numeric>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

QString moneyOf(const MoneyBag& bag)
{
    QStringList parts;
    for (const auto& [currency, amount] : bag.amounts())
        parts << amountWithUnit(narrow(amount), currency);
    return parts.join(u" + "_s);
}

QString verification(const Contact& c)
{
    if (!c.verifiedOn.isValid())
        return DueView::tr("not verified");
    const QString day = dateText(c.verifiedOn);
    return c.verifiedBy.isEmpty() ? DueView::tr("verified %1").arg(day)
                                  : DueView::tr("verified %1 by %2").arg(day, c.verifiedBy);
}

QLabel* plainLabel(const QString& look)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", look);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

std::vector<Column> DueView::columns(const std::shared_ptr<Box>& box)
{
    const auto contact = [box](const Book& book, std::uint32_t i) -> const Contact* {
        const std::uint32_t row = box->at(i).contact;
        return row == noRow ? nullptr : &book.rows<Contact>()[row];
    };
    Column name{.id = u"name"_s, .title = tr("Customer"), .width = 190, .strong = true};
    name.text = [box](const Book& book, std::uint32_t i) { return book.customers()[box->at(i).payer].name; };
    Column what{.id = u"what"_s, .title = tr("Step"), .width = 205};
    what.text = [box](const Book&, std::uint32_t i) {
        const Reminder& r = box->at(i);
        return r.hasStep ? say(listed({dayOffsetWords(r.step.day), stepWords(r.step)})) : tr("none");
    };
    what.key = [box](const Book&, std::uint32_t i) { return box->at(i).hasStep ? box->at(i).step.day : 9999; };
    what.tone = [box](const Book&, std::uint32_t i) { return box->at(i).due ? Tone::Plain : Tone::Muted; };
    Column days{.id = u"days"_s,
                .title = tr("Oldest"),
                .kind = CellKind::Figure,
                .width = 76,
                .fromWidth = 900,
                .descending = true};
    days.text = [box](const Book&, std::uint32_t i) { return daysText(box->at(i).days); };
    days.cell = [box](const Book&, std::uint32_t i) { return countCell(box->at(i).days); };
    days.key = [box](const Book&, std::uint32_t i) { return box->at(i).days; };
    Column rest{.id = u"rest"_s, .title = tr("Asked for"), .kind = CellKind::Figure, .width = 130, .descending = true};
    rest.text = [box](const Book&, std::uint32_t i) { return moneyOf(box->at(i).rest); };
    rest.key = rest.sum = [box](const Book&, std::uint32_t i) { return box->at(i).restBase; };
    Column to{.id = u"to"_s, .title = tr("To"), .width = 150, .fromWidth = 760};
    to.text = [contact](const Book& book, std::uint32_t i) {
        const Contact* c = contact(book, i);
        return c ? c->name : QString();
    };
    Column verified{.id = u"verified"_s, .title = tr("Verified"), .width = 110, .fromWidth = 1000};
    verified.text = [contact, box](const Book& book, std::uint32_t i) {
        const Contact* c = contact(book, i);
        return c && box->at(i).isMail() ? (c->verifiedOn.isValid() ? dateText(c->verifiedOn) : tr("no")) : QString();
    };
    verified.cell = [contact, box, text = verified.text](const Book& book, std::uint32_t i) -> Cell {
        const Contact* c = contact(book, i);
        if (c && box->at(i).isMail() && c->verifiedOn.isValid())
            return DateCell{c->verifiedOn};
        return TextCell{text(book, i)};
    };
    verified.tone = [contact](const Book& book, std::uint32_t i) {
        const Contact* c = contact(book, i);
        return c && !c->verifiedOn.isValid() ? Tone::Warn : Tone::Muted;
    };
    Column why{.id = u"why"_s, .title = tr("Why"), .width = 260};
    why.text = [box](const Book&, std::uint32_t i) { return say(box->at(i).why); };
    why.tone = [box](const Book&, std::uint32_t i) { return box->at(i).due ? Tone::Plain : Tone::Muted; };
    Column strategy{.id = u"strategy"_s, .title = tr("Strategy"), .width = 150, .fromWidth = 1300};
    strategy.text = [box](const Book&, std::uint32_t i) { return box->at(i).strategyName; };
    return {name, what, days, rest, to, verified, why, strategy};
}

DueView::DueView(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_box(std::make_shared<Box>()),
      m_model(new BookTableModel(
          columns(m_box),
          [box = m_box](const Book& book, std::uint32_t i) { return book.customers()[box->at(i).payer].id.value; },
          this)),
      m_table(new TableDress(m_model, tr("Reminders due"))), m_empty(new EmptyState), m_side(new QWidget),
      m_to(plainLabel(u"strong"_s)), m_facts(plainLabel(u"muted"_s)), m_letter(new LetterView(tr("The mail"))),
      m_allBox(new QCheckBox(tr("Show those with nothing due, with the reason")))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* stack = new QStackedLayout;
    layout->addLayout(stack, 1); // first: a stack without a parent would show what it gets as a window
    stack->addWidget(m_table);
    stack->addWidget(m_empty);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(10, 6, 8, 6);
    foot->addWidget(m_allBox);
    layout->addLayout(foot);
    auto* side = new QVBoxLayout(m_side);
    m_side->setProperty("look", u"surface"_s);
    side->setContentsMargins(16, 12, 8, 8);
    side->setSpacing(6);
    for (QLabel* label : {m_to, m_facts})
        side->addWidget(label);
    side->addWidget(m_letter, 1);
    m_to->setAccessibleName(tr("Recipient"));
    m_facts->setAccessibleName(tr("Why, and what is left out"));
    connect(m_allBox, &QCheckBox::toggled, this, &DueView::fill);
    connect(m_table, &TableDress::currentIdChanged, this, &DueView::preview);
    connect(m_table, &TableDress::opened, this, [this](qint64 id) { emit opened(CustomerId(id)); });
    stack->setCurrentWidget(m_empty);
    m_empty->setContent({}, tr("Working out what is due…"), {});
}

QWidget* DueView::list() const { return m_table; }
CustomerId DueView::currentPayer() const { return CustomerId(m_table->currentId()); }

void DueView::refresh()
{
    const BookPtr book = m_workbench.book();
    const Date day = m_workbench.asOf();
    const Instant now = m_workbench.isToday() ? m_workbench.clock().now() : 0;
    m_latest.ask(
        [book, day, now] {
            return std::pair<ListPtr, BookPtr>(
                std::make_shared<const ReminderList>(reminders(*book, {day, now, nullptr, noRow})), book);
        },
        [this](const auto& answer) { show(answer.first, answer.second); },
        [this](const QString& why) { m_empty->setContent({}, tr("What is due could not be worked out"), why); });
}

void DueView::show(const ListPtr& list, const BookPtr& book)
{
    m_shown = list;
    m_book = book;
    fill();
    emit shown();
}

void DueView::fill()
{
    if (!m_shown)
        return;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < m_shown->rows.size(); ++i)
        if (m_allBox->isChecked() || m_shown->rows[i].due)
            order.push_back(i);
    const bool none = order.empty();
    m_model->setRows(m_book, std::move(order), [this] { m_box->now = m_shown; });
    auto* stack = static_cast<QStackedLayout*>(layout()->itemAt(0)->layout());
    stack->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_table);
    if (none)
        m_empty->setContent(u"done"_s, tr("No reminder is due"),
                            m_shown->rows.empty() ? tr("Nothing is open.")
                                                  : tr("Tick the box below to see why, payer by payer."));
    else if (m_table->currentId() == 0)
        m_table->selectFirst();
    preview();
}

const Reminder* DueView::current() const
{
    const std::uint32_t i = m_table->currentRow();
    return m_shown && i != noRow && m_box->now == m_shown && i < m_shown->rows.size() ? &m_shown->rows[i] : nullptr;
}

void DueView::preview()
{
    const Reminder* r = current();
    if (!r) {
        m_to->setText(tr("Nobody is selected"));
        m_facts->clear();
        m_letter->setPlain({});
        return;
    }
    const Contact* to = r->contact == noRow ? nullptr : &m_book->rows<Contact>()[r->contact];
    m_to->setText(!r->isMail() ? say(stepWords(r->step))
                  : to         ? u"%1 <%2>"_s.arg(to->name, to->email)
                               : tr("Nobody to write to"));
    QStringList facts;
    if (to && r->isMail())
        facts << (to->billing ? QStringList{say(wordsOf(to->role)), tr("billing contact"), verification(*to)}
                              : QStringList{say(wordsOf(to->role)), verification(*to)})
                     .join(u", "_s);
    facts << (r->due ? tr("Due: %1").arg(say(r->why)) : tr("Not now: %1").arg(say(r->why)));
    for (const LeftOut& left : r->leftOut)
        if (const std::uint32_t row = m_book->ledger().debitRow(left.debit); row != noRow && facts.size() < 8)
            facts << tr("Left out: %1, %2").arg(viewDebit(m_book->ledger(), row).number, say(left.why));
    m_facts->setText(facts.join(u'\n'));
    if (!r->hasStep || !r->isMail()) {
        m_letter->setPlain(r->hasStep ? tr("This step is no mail. D says it is done, S skips it.") : QString());
        return;
    }
    const auto order = orderOf(*m_book, *r);
    const auto letter =
        order ? letterOf(*m_book, *order, m_shown->day, m_workbench.user()) : Result<Letter>(failed(order));
    if (!letter) {
        m_letter->setPlain(tr("There is no mail: %1").arg(letter.error().message()));
        return;
    }
    m_letter->setLetter(u"<p><b>"_s + letter->subject.toHtmlEscaped() + u"</b></p>"_s + letter->html);
}

void DueView::send()
{
    std::vector<MailOrder> orders;
    for (const std::uint32_t i : m_table->selectedRows()) {
        const Reminder& r = m_shown->rows[i];
        if (!r.due || r.step.channel != StepChannel::Email)
            continue;
        auto order = orderOf(*m_book, r);
        if (!order) {
            emit said(tr("%1: %2", "a customer, what is wrong")
                          .arg(m_book->customers()[r.payer].name, order.error().message()));
            return;
        }
        orders.push_back(std::move(*order));
    }
    if (orders.empty()) {
        emit said(tr("No mail is due on the rows ticked."));
        return;
    }
    const auto count = std::int64_t(orders.size());
    m_workbench.whenOutboxIds(count, this, [this, orders = std::move(orders)] { queue(orders); });
}

void DueView::queue(const std::vector<MailOrder>& orders)
{
    QueueMails command;
    std::vector<QByteArray> bodies;
    for (const MailOrder& order : orders) {
        auto mail = writeMail(m_workbench, order);
        if (!mail) {
            const Customer* payer = m_workbench.book()->customers().find(order.customer);
            emit said(
                tr("%1: %2", "a customer, what is wrong").arg(payer ? payer->name : QString(), mail.error().message()));
            return;
        }
        command.mails.push_back(std::move(mail->draft));
        bodies.push_back(std::move(mail->bytes));
    }
    if (const Outcome o = m_workbench.submit(command, std::move(bodies)); !o)
        emit said(sentenceOf(o.error()));
    else
        m_table->clearPicked();
}

void DueView::stepDone() { submitStep(false, {}); }
void DueView::skipStep(const QString& why) { submitStep(true, why); }

void DueView::submitStep(bool skipped, const QString& note)
{
    const Reminder* r = current();
    if (!r || !r->hasStep)
        return;
    const DoStep step{m_book->customers()[r->payer].id, r->strategy, r->step.day, skipped, note};
    if (const Outcome o = m_workbench.submit(step); !o)
        emit said(sentenceOf(o.error()));
}

QString DueView::subtitle() const
{
    if (!m_shown)
        return {};
    std::int64_t sum = 0;
    for (const Reminder& r : m_shown->rows)
        sum += r.due ? r.restBase : 0;
    return tr("%1 due, %2 · %3 asked for · as of %4")
        .arg(Lang::plural("%1 steps", "1 step", m_shown->due), Lang::plural("%1 mails", "1 mail", m_shown->mails),
             amountWithUnit(sum, m_book->info().base), dateText(m_shown->day));
}

} // namespace duedesk
