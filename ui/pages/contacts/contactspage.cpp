#include "ui/pages/contacts/contactspage.h"

#include "core/domain/contactfields.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/contacts/contactdesk.h"
#include "ui/pages/rowfilter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr char everybody[] = "all";
constexpr LineTab<ContactLine> tabs[] = {
    {"fix", "To fix", [](const ContactLine& l) { return l.issues != 0; }, true},
    {everybody, "Everybody", [](const ContactLine& l) { return l.contact != noRow; }, true},
};

// Words are looked for in the payer and in the person.
bool lineHolds(const Filter& f, const Book& book, const ContactLine& line)
{
    const Contact* c = line.contact == noRow ? nullptr : &book.rows<Contact>()[line.contact];
    const auto own = [&](const QString& field) -> std::optional<QStringList> {
        if (field == u"defect") {
            QStringList names;
            for (const ContactIssue i : line.list())
                names += contactIssueName(i);
            return names;
        }
        if (field == u"role")
            return QStringList(c ? contactFieldText(*c, ContactField::Role) : QString());
        if (field == u"billing")
            return QStringList(c && c->billing ? u"yes"_s : u"no"_s);
        return std::nullopt;
    };
    const QStringList words = c ? QStringList{c->name, c->email, c->phone, c->mobile} : QStringList();
    return rowHolds(f, book, line.payer, line.pastDue, own, words);
}

} // namespace

ContactsPage::ContactsPage(Workbench& workbench, QWidget* parent)
    : ContactsPage(workbench, std::make_shared<ContactBox>(), parent)
{
}

ContactsPage::ContactsPage(Workbench& workbench, const ContactBoxPtr& box, QWidget* parent)
    : BoardPage(u"contacts"_s,
                {.table = u"Contacts"_s,
                 .placeholder = u"defect:bounced owner:me"_s,
                 .working = u"Working out the contacts\u2026"_s,
                 .failed = u"The contacts could not be worked out"_s,
                 .noMatch = u"No contact matches this filter"_s,
                 .row = u"row"_s,
                 .rows = u"rows"_s,
                 .sum = {},
                 .sort = {}},
                workbench,
                new BookTableModel(
                    contactColumns(box),
                    [box](const Book& book, std::uint32_t row) { return contactLineId(book, box->line(row)); }),
                u"Contacts"_s, tabsOf(tabs), {u"defect"_s, u"role"_s, u"billing"_s}, parent),
      m_box(box), m_desk(new ContactDesk(workbench))
{
    setDesk(m_desk);
    connect(m_desk, &ContactDesk::worked, this, &ContactsPage::worked);
    connect(&workbench, &Workbench::minutePassed, this, [this](bool due) { // a changed address is free at its minute
        if (due)
            bookChanged();
    });
    showCurrent();
}

void ContactsPage::bindActions(ActionCatalog& catalog)
{
    BoardPage::bindActions(catalog);
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, table(), std::move(run), whenRow());
    };
    bind(u"contacts.edit"_s, [this] { m_desk->edit(); });
    bind(u"contacts.verify"_s, [this] { m_desk->verify(); });
    bind(u"contacts.billing"_s, [this] { m_desk->billing(); });
    bind(u"contacts.confirm"_s, [this] { m_desk->confirm(); });
    bind(u"contacts.merge"_s, [this] { m_desk->merge(); });
    bind(u"contacts.find"_s, [this] { m_desk->findPerson(); });
    bind(u"contacts.add"_s, [this] { m_desk->add(); });
    bind(u"contacts.defect"_s, [this] { m_desk->defect(); });
    bind(u"contacts.account"_s, [this] { openCurrent(); });
}

void ContactsPage::ask()
{
    work<Answer>(
        [book = workbench().book(), day = workbench().asOf(), now = workbench().clock().now()] {
            return Answer{book, std::make_shared<const ContactHealth>(contactHealth(*book, day, now))};
        },
        [this](const Answer& answer) { show(answer); });
}

void ContactsPage::show(const Answer& answer)
{
    const ContactHealth& h = *answer.all;
    const Currency base = answer.book->info().base;
    m_day = h.day;
    setHeadline(h.share.has() ? QString(h.share.toText(1) + u" % of past-due money has a verified billing contact"_s)
                              : u"Nothing is past due"_s,
                amountWithUnit(h.verified, base) + u" of "_s + amountWithUnit(h.pastDue, base) + u" past due, as of "_s
                    + dateText(h.day));
    setBoard(boardOf(answer, tabs, lineHolds, m_box));
    if (m_editNext) {
        m_editNext = false;
        if (table()->currentIndex().isValid())
            m_desk->edit();
    }
}

void ContactsPage::counted(const std::vector<int>& byTab)
{
    if (filterText().isEmpty())
        setBadge(byTab.front());
    setSubtitle(plural(byTab.front(), u"contact to fix"_s, u"contacts to fix"_s)
                + u", by past-due money \u00b7 as of "_s + dateText(m_day));
}

void ContactsPage::showEmpty()
{
    if (workbench().book()->customers().size() == 0)
        showMessage(u"imports"_s, u"No customers yet"_s,
                    u"Bring in customers, contacts and invoices: what is missing is listed here."_s, u"Import files"_s);
    else if (lanes()->currentLane() == QLatin1StringView(everybody))
        showMessage({}, u"Nobody is known yet"_s, u"Payers with open invoices are listed under To fix."_s);
    else
        showMessage(u"done"_s, u"Nothing to fix"_s, u"Every payer with open invoices has people we know and trust."_s,
                    u"Show everybody"_s);
}

void ContactsPage::emptyAction()
{
    if (workbench().book()->customers().size() == 0)
        emit openImport({});
    else
        lanes()->setCurrentLane(QLatin1StringView(everybody));
}

void ContactsPage::showCurrent()
{
    const std::uint32_t row = currentRow();
    const bool shown = !isStale() && row != noRow && m_box->now;
    if (!shown && m_desk->isBusy() && isStale())
        return; // a newer book is being looked at; what is typed stays
    m_desk->setLine(shown ? m_box->line(row) : ContactLine(), u"Choose a contact to see it here."_s);
}

void ContactsPage::worked(bool next)
{
    if (!next)
        return;
    m_editNext = true;
    nextLine();
}

} // namespace duedesk
