#include "ui/pages/reminders/strategyview.h"

#include "core/base/words.h"
#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/widgets/keybutton.h"
#include "ui/widgets/labelledform.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <map>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// "12 due, 9 mails, 48,210 USD", then step by step, then the most frequent reasons why not.
QString summary(const ReminderList& list, Currency base)
{
    struct Count {
        int due = 0;
        std::int64_t sum = 0;
    };
    std::map<int, std::pair<QString, Count>> steps;
    std::map<QString, int> reasons;
    for (const Reminder& r : list.rows) {
        if (!r.due) {
            const QString why = say(r.why).section(u';', 0, 0);
            ++reasons[r.hasStep && r.from.isValid() && r.from > list.day ? StrategyView::tr("comes later") : why];
            continue;
        }
        auto& [words, count] = steps[r.step.day];
        words = say(listed({dayOffsetWords(r.step.day), stepWords(r.step)}));
        ++count.due;
        count.sum += r.restBase;
    }
    QStringList lines;
    for (const auto& [day, step] : steps)
        lines << Lang::tr("%1: %2, %3", "a step, customers, money")
                     .arg(step.first, Lang::plural("%1 customers", "1 customer", step.second.due),
                          amountWithUnit(step.second.sum, base));
    if (lines.isEmpty())
        lines << StrategyView::tr("Nothing would be due today.");
    if (!reasons.empty())
        lines << QString() << StrategyView::tr("Not today:");
    for (const auto& [why, n] : reasons)
        lines << Lang::tr("%1 × %2", "how many, why").arg(countText(n), why);
    return lines.join(u'\n');
}

} // namespace

StrategyView::StrategyView(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_list(new QListWidget), m_form(new LabelledForm), m_name(new QLineEdit),
      m_customer(new QLineEdit), m_tier(new QLineEdit), m_region(new QLineEdit), m_risk(new QLineEdit),
      m_interval(new QSpinBox), m_steps(new QPlainTextEdit), m_save(new KeyButton(tr("Save strategy"), u"Ctrl+↵"_s)),
      m_retire(new QPushButton(tr("Retire it"))), m_side(new QWidget), m_previewTitle(new QLabel), m_preview(new QLabel)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_list->setAccessibleName(tr("Strategies"));
    m_list->setProperty("look", u"side"_s);
    m_list->setFixedWidth(250);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    layout->addWidget(m_list);
    layout->addWidget(m_form, 1);
    m_form->add(u"name"_s, tr("Name"), m_name);
    m_form->add(u"customer"_s, tr("One customer alone (its number; empty = a segment)"), m_customer);
    auto* segment = new QWidget;
    auto* row = new QHBoxLayout(segment);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_tier->setPlaceholderText(tr("any tier"));
    m_region->setPlaceholderText(tr("any region"));
    m_risk->setPlaceholderText(tr("any risk class"));
    for (const auto& [edit, label] :
         {std::pair{m_tier, tr("Tier")}, std::pair{m_region, tr("Region")}, std::pair{m_risk, tr("Risk class")}}) {
        edit->setAccessibleName(label);
        row->addWidget(edit);
    }
    m_form->add(u"tier"_s, tr("Segment: tier, region, risk class"), segment);
    m_interval->setRange(1, 90);
    m_interval->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys count
    m_interval->setSuffix(tr(" days"));
    m_form->add(u"interval"_s, tr("Least days between two reminders"), m_interval);
    m_steps->setTabChangesFocus(true);
    m_form->add(u"steps"_s, tr("Steps, one a line: +3 e-mail reminder > AP clerk, from 500"), m_steps, true);
    auto* buttons = new QWidget;
    auto* bar = new QHBoxLayout(buttons);
    bar->setContentsMargins(0, 8, 0, 0);
    m_save->setPrimary(true);
    bar->addWidget(m_save);
    bar->addWidget(m_retire);
    bar->addStretch(1);
    m_form->addWidget(buttons);
    auto* side = new QVBoxLayout(m_side);
    m_side->setProperty("look", u"surface"_s);
    side->setContentsMargins(16, 12, 16, 12);
    for (QLabel* label : {m_previewTitle, m_preview}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        side->addWidget(label);
    }
    m_previewTitle->setProperty("look", u"heading"_s);
    side->addStretch(1);
    connect(m_list, &QListWidget::currentRowChanged, this, &StrategyView::choose);
    connect(m_save, &QPushButton::clicked, this, &StrategyView::save);
    connect(m_retire, &QPushButton::clicked, this, &StrategyView::retire);
    connect(m_steps, &QPlainTextEdit::textChanged, this, &StrategyView::ask);
    for (QLineEdit* edit : {m_customer, m_tier, m_region, m_risk})
        connect(edit, &QLineEdit::textChanged, this, &StrategyView::ask);
}

QWidget* StrategyView::list() const { return m_list; }
QString StrategyView::previewText() const { return m_preview->text(); }

void StrategyView::refresh()
{
    const BookPtr book = m_workbench.book();
    std::vector<Strategy> now{builtInStrategy(false), builtInStrategy(true)};
    book->rows<Strategy>().forEach([&](std::uint32_t, const Strategy& s) {
        if (s.active)
            now.push_back(s);
    });
    if (now == m_strategies && m_list->count() > 0) {
        ask();
        return;
    }
    const StrategyId kept = m_edited.id;
    m_strategies = std::move(now);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    int at = 0;
    for (std::size_t i = 0; i < m_strategies.size(); ++i) {
        const Strategy& s = m_strategies[i];
        const QString scope = s.id     ? say(strategyScope(*book, s))
                              : i == 1 ? tr("tier strategic or high risk, where none fits")
                                       : tr("where no other fits");
        auto* item = new QListWidgetItem(QStringList{s.name, scope}.join(u'\n'));
        m_list->addItem(item);
        if (s.id && (s.id == kept || (!kept && s.name == m_name->text().trimmed())))
            at = int(i);
    }
    m_list->setCurrentRow(at);
    choose(at);
}

void StrategyView::choose(int row)
{
    if (row < 0 || row >= int(m_strategies.size()))
        return;
    m_edited = m_strategies[std::size_t(row)];
    const Book& book = *m_workbench.book();
    const Customer* own = m_edited.customer ? book.customers().find(m_edited.customer) : nullptr;
    m_form->clearErrors();
    m_name->setText(m_edited.id ? m_edited.name : tr("Our ladder"));
    m_customer->setText(own ? own->externalId : QString());
    m_tier->setText(m_edited.tier);
    m_region->setText(m_edited.region);
    m_risk->setText(m_edited.riskClass);
    m_interval->setValue(m_edited.intervalDays);
    m_steps->setPlainText(stepsText(m_edited, book.info().base));
    m_save->setText(m_edited.id ? tr("Save strategy") : tr("Save as a strategy of ours"));
    m_retire->setVisible(m_edited.id.isValid());
    ask();
}

Result<Strategy> StrategyView::typed() const
{
    const Book& book = *m_workbench.book();
    Strategy s = m_edited;
    s.name = m_name->text();
    s.tier = m_tier->text().trimmed();
    s.region = m_region->text().trimmed();
    s.riskClass = m_risk->text().trimmed();
    s.intervalDays = m_interval->value();
    s.customer = {};
    if (const QString id = m_customer->text().trimmed(); !id.isEmpty()) {
        const std::uint32_t row = book.customerByExternalId(id);
        if (row == noRow)
            return refuse(u"customer"_s, tr("is not a customer of this book"), tr("write its number"));
        s.customer = book.customers()[book.payerRow(row)].id;
    }
    auto steps = parseSteps(m_steps->toPlainText(), book.info().base);
    if (!steps)
        return failed(steps);
    s.steps = std::move(*steps);
    return s;
}

void StrategyView::save()
{
    const auto s = typed();
    if (!s) {
        m_form->showError(s.error());
        return;
    }
    if (const Outcome o = m_workbench.submit(SaveStrategy{*s}); !o)
        m_form->showError(o.error());
    else
        m_form->clearErrors();
}

void StrategyView::retire()
{
    if (const Outcome o = m_workbench.submit(RetireStrategy{m_edited.id}); !o)
        emit said(sentenceOf(o.error()));
    m_edited = {};
}

void StrategyView::ask()
{
    const auto s = typed();
    m_previewTitle->setText(tr("What it would do today"));
    if (!s) {
        m_preview->setText(s.error().message());
        return;
    }
    const BookPtr book = m_workbench.book();
    const Date day = m_workbench.asOf();
    const bool itself = *s == m_edited && !m_edited.id; // the built-in ones show what they rule
    m_latest.ask(
        [book, day, strategy = *s, itself] {
            ReminderList list = reminders(*book, {day, 0, itself ? nullptr : &strategy, noRow});
            if (itself)
                std::erase_if(list.rows, [&](const Reminder& r) { return r.strategyName != strategy.name; });
            return list;
        },
        [this](const ReminderList& list) { m_preview->setText(summary(list, m_workbench.book()->info().base)); },
        [this](const QString& why) { m_preview->setText(why); });
}

} // namespace duedesk
