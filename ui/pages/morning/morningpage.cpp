#include "ui/pages/morning/morningpage.h"

#include "core/base/words.h"
#include "core/insight/agreements/confirms.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <algorithm>
#include <numeric>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

std::optional<MorningPart> partOf(const QString& name)
{
    for (int i = 0; i < morningPartCount; ++i)
        if (morningPartName(MorningPart(i)) == name)
            return MorningPart(i);
    return {};
}

} // namespace

std::vector<Column> morningColumns(const std::shared_ptr<MorningBox>& box)
{
    Column customer{.id = u"customer"_s, .title = Lang::tr("Customer"), .width = 240, .strong = true};
    customer.text = [box](const Book& b, std::uint32_t r) { return b.customers()[box->line(r).payer].name; };
    customer.key = [box](const Book& b, std::uint32_t r) { return std::int64_t(b.nameRanks()[box->line(r).payer]); };
    Column what{.id = u"what"_s, .title = Lang::tr("What"), .width = 330};
    what.text = [box](const Book&, std::uint32_t r) { return say(box->line(r).what); };
    Column amount{
        .id = u"amount"_s, .title = Lang::tr("Amount"), .kind = CellKind::Figure, .width = 140, .descending = true};
    amount.text = [box](const Book&, std::uint32_t r) {
        const Money m = box->line(r).amount;
        return m.currency.isValid() ? amountWithUnit(m.minor, m.currency) : QString();
    };
    amount.key = [box](const Book&, std::uint32_t r) { return box->line(r).base; };
    amount.sum = amount.key;
    amount.cell = [box](const Book&, std::uint32_t r) {
        const Money m = box->line(r).amount;
        return MoneyCell{m, m.currency.isValid()};
    };
    Column day{.id = u"day"_s, .title = Lang::tr("Day"), .width = 110, .descending = true};
    day.text = [box](const Book&, std::uint32_t r) { return dateText(box->line(r).day); };
    day.key = [box](const Book&, std::uint32_t r) { return std::int64_t(box->line(r).day.days()); };
    day.cell = [box](const Book&, std::uint32_t r) -> Cell { return DateCell{box->line(r).day}; };
    Column owner{.id = u"owner"_s, .title = Lang::tr("Owner"), .width = 100};
    owner.text = [box](const Book& b, std::uint32_t r) { return b.customers()[box->line(r).payer].owner; };
    owner.tone = [](const Book&, std::uint32_t) { return Tone::Muted; };
    std::vector<Column> columns;
    for (Column* c : {&customer, &what, &amount, &day, &owner})
        columns.push_back(std::move(*c));
    return columns;
}

MorningPage::MorningPage(MorningDesk& desk, QWidget* parent)
    : Page(u"morning"_s, tr("Morning summary"), parent), m_desk(desk), m_box(std::make_shared<MorningBox>()),
      m_model(new BookTableModel(
          morningColumns(m_box), [](const Book&, std::uint32_t r) { return std::int64_t(r) + 1; }, this)),
      m_table(new TableDress(m_model, tr("Morning summary"), this)), m_parts(new LaneBar(tr("Parts"), this)),
      m_empty(new EmptyState(this)), m_stack(new QStackedWidget(this))
{
    auto* band = new QWidget(this);
    auto* row = new QHBoxLayout(band);
    row->setContentsMargins(14, 0, 0, 0);
    row->addWidget(m_parts);
    setBand(band);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setMain(m_stack);
    connect(m_parts, &LaneBar::laneChanged, this, &MorningPage::showLines);
    connect(m_table, &TableDress::opened, this, &MorningPage::open);
    connect(&m_desk, &MorningDesk::changed, this, &MorningPage::showLines);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { emit openPage(u"today"_s, {}); });
    showLines();
}

void MorningPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    catalog.bind(u"morning.next"_s, this, m_table, [this] { m_parts->step(1); });
    catalog.bind(u"morning.previous"_s, this, m_table, [this] { m_parts->step(-1); });
    for (int i = 0; i < morningPartCount; ++i)
        catalog.bind(u"morning.part"_s + QString::number(i + 1), this, m_table,
                     [this, i] { drill(morningPartName(MorningPart(i))); });
    const auto waits = [this] { return unconfirmed(nullptr) != nullptr; };
    catalog.bind(
        u"morning.confirmed"_s, this, m_table,
        [this] {
            ConfirmById id;
            if (unconfirmed(&id))
                if (const Outcome done = m_desk.workbench().submit(MeetConfirm{id, {}}); !done)
                    emit said(sentenceOf(done.error()));
        },
        waits);
    catalog.bind(
        u"morning.writeConfirm"_s, this, m_table,
        [this] {
            if (const Customer* c = unconfirmed(nullptr))
                emit openPage(u"reminders"_s, u"confirm:"_s + c->externalId);
        },
        waits);
}

const Customer* MorningPage::unconfirmed(ConfirmById* confirm) const
{
    const std::uint32_t row = m_stack->currentWidget() == m_table ? m_table->currentRow() : noRow;
    if (row == noRow || !m_box->answer || m_box->part != MorningPart::Unconfirmed)
        return nullptr;
    const std::uint32_t payer = m_box->line(row).payer;
    const ConfirmBy* c = openConfirm(*m_desk.workbench().book(), payer, m_desk.workbench().today());
    if (c && confirm)
        *confirm = c->id;
    return c ? &m_desk.workbench().book()->customers()[payer] : nullptr;
}

MorningPart MorningPage::part() const { return partOf(m_parts->currentLane()).value_or(MorningPart::Paid); }

void MorningPage::drill(const QString& part)
{
    if (partOf(part))
        m_parts->setCurrentLane(part);
    showLines();
}

void MorningPage::showLines()
{
    const auto answer = m_desk.answer();
    std::vector<LaneBar::Lane> lanes; // there before the answer too: the part that was asked for is kept
    for (int i = 0; i < morningPartCount; ++i)
        lanes.push_back({morningPartName(MorningPart(i)), morningPartTitle(MorningPart(i)),
                         answer ? int(answer->summary.of(MorningPart(i)).lines.size()) : 0, i == 0});
    m_parts->setLanes(lanes);
    if (!answer) {
        if (m_desk.problem().isEmpty())
            m_empty->setContent(u"wait"_s, tr("Working out what happened\u2026"), tr("It appears in a moment."));
        else
            m_empty->setContent(u"problem"_s, tr("What happened could not be worked out"), m_desk.problem());
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    const MorningSummary& s = answer->summary;
    const MorningSummary::Part& shown = s.of(part());
    std::vector<std::uint32_t> rows(shown.lines.size());
    std::iota(rows.begin(), rows.end(), 0U);
    m_model->setRows(answer->book, std::move(rows), [&] { *m_box = {answer, part()}; });
    QString subtitle = tr("since %1, as of %2").arg(fullDateText(s.since), dateText(s.day));
    if (shown.base != 0)
        subtitle = tr("%1 \u00b7 %2").arg(amountWithUnit(shown.base, answer->book->info().base), subtitle);
    for (const MissingRate& m : s.missing)
        subtitle = tr("%1 \u00b7 no rate for %2 %3").arg(subtitle).arg(m.items).arg(m.currency.toString());
    setSubtitle(subtitle);
    m_empty->setContent(u"done"_s, tr("Nothing here since %1").arg(weekdayText(s.since)),
                        s.isEmpty() ? tr("Nothing was paid, kept, broken or sent back, and nobody waits for a call.")
                                    : tr("The other parts have lines."),
                        tr("Go to Today"));
    m_stack->setCurrentWidget(shown.lines.empty() ? static_cast<QWidget*>(m_empty) : m_table);
    if (!m_table->currentIndex().isValid())
        m_table->selectFirst();
}

void MorningPage::open(qint64 id)
{
    if (!m_box->answer || id <= 0)
        return;
    const Rows<Customer>& customers = m_box->answer->book->customers();
    std::vector<qint64> walk; // each account once, in the order shown
    for (const std::uint32_t row : m_model->order())
        if (const qint64 c = customers[m_box->line(row).payer].id.value; std::ranges::find(walk, c) == walk.end())
            walk.push_back(c);
    emit openAccount(customers[m_box->line(std::uint32_t(id - 1)).payer].id, walk, morningPartTitle(m_box->part));
}

void MorningPage::activated() { m_table->setFocus(); }
QWidget* MorningPage::listWidget() const { return m_table; }

} // namespace duedesk
