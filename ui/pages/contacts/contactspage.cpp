#include "ui/pages/contacts/contactspage.h"

#include "core/base/words.h"
#include "core/domain/contactfields.h"
#include "ui/models/format.h"
#include "ui/pages/contacts/contactdesk.h"
#include "ui/pages/rowfilter.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

const QString everybody = u"all"_s;

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

BoardFigures figures(const ContactHealth& h, const Book& book, const BoardCounts& counts)
{
    const auto money = [base = book.info().base](std::int64_t minor) { return amountWithUnit(minor, base); };
    const int toFix = counts.byTab.front();
    BoardFigures out;
    out.headline = h.share.has()
                       ? Lang::tr("%1 % of past-due money has a verified billing contact").arg(h.share.toText(1))
                       : Lang::tr("Nothing is past due");
    out.tooltip = Lang::tr("%1 of %2 past due, as of %3").arg(money(h.verified), money(h.pastDue), dateText(h.day));
    out.subtitle =
        QStringList{Lang::plural("%1 contacts to fix, by past-due money", "1 contact to fix, by past-due money", toFix),
                    Lang::tr("as of %1").arg(dateText(h.day))}
            .join(u" \u00b7 "_s);
    if (!counts.filtered)
        out.badge = toFix;
    return out;
}

BoardEmpty empty(const ContactHealth&, const Book& book, const QString& tab)
{
    if (book.customers().size() == 0)
        return {.icon = u"imports"_s,
                .heading = Lang::tr("No customers yet"),
                .text = Lang::tr("Bring in customers, contacts and invoices: what is missing is listed here."),
                .button = Lang::tr("Import files")};
    if (tab == everybody)
        return {.icon = {},
                .heading = Lang::tr("Nobody is known yet"),
                .text = Lang::tr("Payers with open invoices are listed under To fix.")};
    return {.icon = u"done"_s,
            .heading = Lang::tr("Nothing to fix"),
            .text = Lang::tr("Every payer with open invoices has people we know and trust."),
            .button = Lang::tr("Show everybody"),
            .tab = everybody};
}

BoardSpec<ContactBox> spec()
{
    return {.id = u"contacts"_s,
            .title = Lang::tr("Contacts"),
            .words = {.table = Lang::tr("Contacts"),
                      .placeholder = u"defect:bounced owner:me"_s,
                      .working = Lang::tr("Working out the contacts\u2026"),
                      .failed = Lang::tr("The contacts could not be worked out"),
                      .noMatch = Lang::tr("No contact matches this filter")},
            .columns = contactColumns,
            .key = [](const Book& book, const ContactLine& line, std::uint32_t) { return contactLineId(book, line); },
            .tabs = {{u"fix"_s, Lang::tr("To fix"), [](const ContactLine& l) { return l.issues != 0; }, true},
                     {everybody, Lang::tr("Everybody"), [](const ContactLine& l) { return l.contact != noRow; }, true}},
            .fields = {u"defect"_s, u"role"_s, u"billing"_s},
            .holds = lineHolds,
            .ask = [](const Book& book, Date day, Instant now) { return contactHealth(book, day, now); },
            .figures = figures,
            .empty = empty};
}

} // namespace

ContactsPage::ContactsPage(Workbench& workbench, QWidget* parent)
    : Board(spec(), workbench, parent), m_desk(new ContactDesk(workbench))
{
    addDesk(m_desk, tr("Choose a contact to see it here."));
    connect(&workbench, &Workbench::minutePassed, this, [this](bool due) { // a changed address is free at its minute
        if (due)
            bookChanged();
    });
}

void ContactsPage::bindActions(ActionCatalog& catalog)
{
    Board::bindActions(catalog);
    catalog.bind(u"contacts.account"_s, this, table(), [this] { openCurrent(); }, whenRow());
}

} // namespace duedesk
