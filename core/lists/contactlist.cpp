#include "core/lists/contactlist.h"

#include "core/domain/codewords.h"
#include "core/domain/contactfields.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = ContactLine;
using Kind = ValueKind;

template <class Of> auto ofContact(Of of)
{
    return [of](const Book& book, const Line& l) -> Value {
        const Contact* c = contactOf(book, l);
        return c ? asValue(std::invoke(of, *c)) : Value();
    };
}
auto ofField(ContactField field)
{
    return ofContact([field](const Contact& c) { return contactFieldText(c, field); });
}

QString issuesOf(const Book&, const Line& l)
{
    QStringList out;
    for (const ContactIssue i : l.list())
        out.append(titleOf(i));
    return out.join(u'\n');
}

QString issueCodes(const Book&, const Line& l)
{
    QStringList out;
    for (const ContactIssue i : l.list())
        out.append(contactIssueName(i));
    return out.join(u'\n');
}

// Of the person; where there is none, of the payer.
QString customerIdOf(const Book& book, const Line& l)
{
    const Contact* c = contactOf(book, l);
    return book.customers()[c ? book.customerRow(c->customer) : l.payer].externalId;
}

} // namespace

const Contact* contactOf(const Book& book, const ContactLine& l)
{
    return l.contact == noRow ? nullptr : &book.rows<Contact>()[l.contact];
}

QString roleAsGiven(const Contact& c)
{
    if (!c.roleText.isEmpty())
        return c.roleText;
    return c.role == ContactRole::Other ? QString() : roleName(c.role);
}

const ListSpec<ContactLine>& contactList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"contacts"_s};
        list.print(u"customer"_s, Kind::Text, customerIdOf);
        list.payer(u"payer"_s, &Line::payer);
        list.text(u"person"_s, Lang::words("Person"), ofContact([](const Contact& c) {
                      return c.billing ? Lang::tr("%1 \u00b7 billing").arg(c.name) : c.name;
                  }));
        list.print(u"name"_s, Kind::Text, ofContact(&Contact::name));
        list.text(u"role"_s, Lang::words("Role"), ofContact(roleOf));
        list.print(u"role"_s, Kind::Text, ofContact(roleAsGiven));
        list.text(u"email"_s, Lang::words("E-mail"), ofField(ContactField::Email)).printed();
        list.text(u"phone"_s, Lang::words("Phone"), ofField(ContactField::Phone)).printed();
        list.text(u"mobile"_s, Lang::words("Mobile"), ofField(ContactField::Mobile));
        list.text(u"timezone"_s, Lang::words("Time zone"), ofField(ContactField::Zone));
        list.add(u"verified"_s, Lang::words("Verified"), Kind::Day, ofContact(&Contact::verifiedOn)).printed();
        ListColumn<Line>& issues =
            list.add(u"defect"_s, Lang::words("To fix"), Kind::Codes, issuesOf).printedAs(issueCodes);
        issues.order = [](const Book&, const Line& l) { // the worst first
            return std::int64_t(l.issues == 0 ? contactIssueCount : std::countr_zero(l.issues));
        };
        list.base(u"past_due"_s, Lang::words("Past due behind it"), &Line::pastDue).printed();
        return list;
    }();
    return all;
}

} // namespace duedesk
