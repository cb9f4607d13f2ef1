#include "ui/pages/contacts/contactspage.h"

#include "core/base/text.h"
#include "core/domain/contactfields.h"
#include "core/insight/filtermatch.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/contacts/contactdesk.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

const QString toFix = u"fix"_s, everybody = u"all"_s;

QStringList filterFields()
{
    QStringList fields = customerFilterFields();
    fields.removeAll(u"lane"_s);
    fields.removeAll(u"bucket"_s);
    return fields + QStringList{u"defect"_s, u"role"_s, u"billing"_s};
}

} // namespace

ContactsPage::ContactsPage(Workbench& workbench, QWidget* parent)
    : Page(u"contacts"_s, u"Contacts"_s, parent), m_workbench(workbench), m_box(std::make_shared<ContactBox>()),
      m_model(new BookTableModel(
          contactColumns(m_box),
          [box = m_box](const Book& book, std::uint32_t row) { return contactLineId(book, box->line(row)); }, this)),
      m_table(new TableDress(m_model, u"Contacts"_s)), m_lanes(new LaneBar(u"Lists"_s)), m_headline(new QLabel),
      m_filter(new FilterField(u"defect:bounced owner:me"_s)), m_empty(new EmptyState), m_stack(new QStackedWidget),
      m_desk(new ContactDesk(workbench))
{
    auto* band = new QWidget(this);
    auto* layout = new QHBoxLayout(band);
    layout->setContentsMargins(14, 0, 18, 0);
    layout->addWidget(m_lanes, 1);
    m_headline->setProperty("look", u"strong"_s);
    layout->addWidget(m_headline);
    setBand(band);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    setMain(m_stack);
    setPanel(m_desk);
    headerTools()->addWidget(m_filter);
    m_filter->setReturnFocus(m_table);

    connect(m_lanes, &LaneBar::laneChanged, this, [this] {
        showRows();
        m_table->selectFirst();
    });
    connect(m_filter, &FilterField::filterChanged, this, &ContactsPage::showRows);
    connect(m_table, &TableDress::currentIdChanged, this, &ContactsPage::showCurrent);
    connect(m_table, &TableDress::opened, m_desk, &ContactDesk::edit);
    connect(m_desk, &ContactDesk::worked, this, &ContactsPage::worked);
    connect(m_desk, &ContactDesk::roomWanted, this, &Page::unfoldPanel);
    connect(m_desk, &ContactDesk::finished, this, [this] {
        foldPanel();
        m_table->setFocus();
    });
    connect(m_desk, &ContactDesk::refusedFor, this, &Page::said);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (!m_filter->text().isEmpty())
            m_filter->setText({});
        else if (m_workbench.book()->customers().size() == 0)
            emit openImport({});
        else
            m_lanes->setCurrentLane(everybody);
    });
    const auto changed = [this] {
        m_dirty = true;
        if (isVisible())
            ask();
    };
    connect(&m_workbench, &Workbench::changed, this, changed);
    connect(&m_workbench, &Workbench::asOfChanged, this, changed);
    m_stack->setCurrentWidget(m_empty);
    m_empty->setContent({}, u"Working out the contacts\u2026"_s, {});
    showCurrent();
}

void ContactsPage::bindActions(ActionCatalog& catalog)
{
    m_table->bindActions(catalog, this);
    const auto row = [this] { return m_table->currentIndex().isValid() && m_stack->currentWidget() == m_table; };
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, m_table, std::move(run), row);
    };
    bind(u"contacts.edit"_s, [this] { m_desk->edit(); });
    bind(u"contacts.verify"_s, [this] { m_desk->verify(); });
    bind(u"contacts.billing"_s, [this] { m_desk->billing(); });
    bind(u"contacts.confirm"_s, [this] { m_desk->confirm(); });
    bind(u"contacts.merge"_s, [this] { m_desk->merge(); });
    bind(u"contacts.find"_s, [this] { m_desk->findPerson(); });
    bind(u"contacts.add"_s, [this] { m_desk->add(); });
    bind(u"contacts.defect"_s, [this] { m_desk->defect(); });
    bind(u"contacts.account"_s, [this] { openAccountOfCurrent(); });
    catalog.bind(u"contacts.list"_s, this, m_table, [this] { m_lanes->step(1); });
}

void ContactsPage::activated()
{
    if (m_dirty)
        ask();
}

void ContactsPage::refresh() { ask(); }

bool ContactsPage::back()
{
    if (m_desk->back())
        return true;
    if (m_table->hasPicked()) {
        m_table->clearPicked();
        return true;
    }
    return m_filter->back();
}

void ContactsPage::focusFilter() { m_filter->focus(); }
QWidget* ContactsPage::listWidget() const { return m_table; }
void ContactsPage::drill(const QString& filter) { m_filter->setText(filter); }
QString ContactsPage::headline() const { return m_headline->text(); }

QJsonObject ContactsPage::saveState() const
{
    QJsonObject state = Page::saveState();
    state[u"table"_s] = m_table->saveState();
    state[u"filter"_s] = m_filter->text();
    state[u"list"_s] = m_lanes->currentLane();
    return state;
}

void ContactsPage::restoreState(const QJsonObject& state)
{
    Page::restoreState(state);
    m_table->restoreState(state.value(u"table"_s).toObject());
    m_filter->setText(state.value(u"filter"_s).toString());
    if (const QString list = state.value(u"list"_s).toString(); list == everybody)
        m_lanes->setCurrentLane(list);
}

void ContactsPage::ask()
{
    m_dirty = false;
    m_latest.ask(
        [book = m_workbench.book(), day = m_workbench.asOf(), now = m_workbench.clock().now()] {
            return Answer{book, std::make_shared<const ContactHealth>(contactHealth(*book, day, now))};
        },
        [this](const Answer& answer) { show(answer); },
        [this](const QString& why) {
            m_stack->setCurrentWidget(m_empty);
            m_empty->setContent(u"problem"_s, u"The contacts could not be worked out"_s, why);
        });
}

void ContactsPage::show(const Answer& answer)
{
    const bool first = !m_answer.health;
    m_answer = answer;
    const ContactHealth& h = *answer.health;
    const Currency base = answer.book->info().base;
    m_headline->setText(h.share.has()
                            ? QString(h.share.toText(1) + u" % of past-due money has a verified billing contact"_s)
                            : u"Nothing is past due"_s);
    m_headline->setToolTip(amountWithUnit(h.verified, base) + u" of "_s + amountWithUnit(h.pastDue, base)
                           + u" past due, as of "_s + dateText(h.day));
    showRows();
    if (first)
        m_table->selectFirst();
    if (m_editNext) {
        m_editNext = false;
        if (m_table->currentIndex().isValid())
            m_desk->edit();
    }
    emit rowsShown();
}

// Words are looked for in the payer and in the person; the other terms ask the payer.
bool ContactsPage::holds(const Filter& f, const ContactLine& line) const
{
    const Book& book = *m_answer.book;
    const Contact* c = line.contact == noRow ? nullptr : &book.rows<Contact>()[line.contact];
    const auto term = [&](const FilterTerm& t) {
        if (t.kind == FilterTerm::Kind::Word && c)
            for (const QString* text : {&c->name, &c->email, &c->phone, &c->mobile})
                if (filterFold(*text).contains(t.value))
                    return true;
        if (t.kind == FilterTerm::Kind::Field && t.field == u"defect") {
            const auto issues = line.list();
            return t.value.isEmpty() ? issues.empty() : std::ranges::any_of(issues, [&](ContactIssue i) {
                return filterEquals(t, contactIssueName(i));
            });
        }
        if (t.kind == FilterTerm::Kind::Field && t.field == u"role")
            return filterEquals(t, c ? contactFieldText(*c, ContactField::Role) : QString());
        if (t.kind == FilterTerm::Kind::Field && t.field == u"billing")
            return filterEquals(t, c && c->billing ? u"yes"_s : u"no"_s);
        FilterTerm plain = t;
        plain.negated = false;
        return !filterCustomers(book, {line.payer}, Filter{{plain}}, {}, [&](std::uint32_t) {
                    return line.pastDue;
                }).empty();
    };
    return std::ranges::all_of(f.terms, [&](const FilterTerm& t) { return term(t) != t.negated; });
}

void ContactsPage::showRows()
{
    if (!m_answer.health)
        return;
    const Book& book = *m_answer.book;
    const auto f = parseFilter(m_filter->text(), filterFields(), book.info().base, m_workbench.user());
    m_filter->setError(f ? QString() : f.error().message());
    if (!f)
        return; // the list keeps what it showed
    const std::vector<ContactLine>& lines = m_answer.health->lines;
    std::vector<std::uint32_t> fix, all;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
        if (!f->isEmpty() && !holds(*f, lines[i]))
            continue;
        if (lines[i].contact != noRow)
            all.push_back(i);
        if (lines[i].issues != 0)
            fix.push_back(i);
    }
    m_lanes->setLanes(
        {{toFix, u"To fix"_s, int(fix.size()), true}, {everybody, u"Everybody"_s, int(all.size()), true}});
    setBadge(f->isEmpty() ? int(fix.size()) : badge());
    setSubtitle(plural(qint64(fix.size()), u"contact to fix"_s, u"contacts to fix"_s)
                + u", by past-due money \u00b7 as of "_s + dateText(m_answer.health->day));
    std::vector<std::uint32_t>& rows = m_lanes->currentLane() == everybody ? all : fix;
    const bool none = rows.empty();
    m_model->setRows(m_answer.book, std::move(rows), [this] { m_box->now = m_answer.health; });
    if (none) {
        showNothing(!f->isEmpty());
    } else {
        m_stack->setCurrentWidget(m_table);
        if (m_table->currentId() == 0)
            m_table->selectFirst();
    }
    showCurrent();
}

void ContactsPage::showNothing(bool filtered)
{
    m_stack->setCurrentWidget(m_empty);
    if (filtered)
        m_empty->setContent({}, u"No contact matches this filter"_s, m_filter->text(), u"Clear the filter"_s);
    else if (m_workbench.book()->customers().size() == 0)
        m_empty->setContent(u"imports"_s, u"No customers yet"_s,
                            u"Bring in customers, contacts and invoices: what is missing is listed here."_s,
                            u"Import files"_s);
    else if (m_lanes->currentLane() == everybody)
        m_empty->setContent({}, u"Nobody is known yet"_s, u"Payers with open invoices are listed under To fix."_s);
    else
        m_empty->setContent(u"done"_s, u"Nothing to fix"_s,
                            u"Every payer with open invoices has people we know and trust."_s, u"Show everybody"_s);
}

void ContactsPage::showCurrent()
{
    const std::uint32_t row = m_stack->currentWidget() == m_table ? m_table->currentRow() : noRow;
    const bool shown = m_answer.book == m_workbench.book() && row != noRow && m_box->now;
    if (!shown && m_desk->isBusy() && m_answer.book != m_workbench.book())
        return; // a newer book is being looked at; what is typed stays
    m_desk->setLine(shown ? m_box->line(row) : ContactLine(), u"Choose a contact to see it here."_s);
}

void ContactsPage::worked(bool next)
{
    if (!next)
        return;
    m_editNext = true;
    m_table->moveBy(1);
}

void ContactsPage::openAccountOfCurrent()
{
    const Book& book = *m_model->book();
    std::vector<qint64> walk;
    for (const std::uint32_t row : m_model->order()) {
        const qint64 id = book.customers()[m_box->line(row).payer].id.value;
        if (std::ranges::find(walk, id) == walk.end())
            walk.push_back(id);
    }
    emit openAccount(book.customers()[m_box->line(m_table->currentRow()).payer].id, walk, title());
}

} // namespace duedesk
