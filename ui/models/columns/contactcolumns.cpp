#include "ui/models/columns/contactcolumns.h"

#include "core/base/storedwords.h"
#include "core/domain/contactfields.h"
#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

using Row = std::uint32_t;

const Contact* contactOf(const Book& book, const ContactBoxPtr& box, Row row)
{
    const std::uint32_t contact = box->line(row).contact;
    return contact == noRow ? nullptr : &book.rows<Contact>()[contact];
}

Column contactText(const ContactBoxPtr& box, const QString& id, const QString& title, int width, int fromWidth,
                   ContactField field, Tone tone)
{
    Column c{.id = id, .title = title, .width = width, .fromWidth = fromWidth};
    c.text = [box, field](const Book& book, Row row) {
        const Contact* contact = contactOf(book, box, row);
        return contact ? contactFieldText(*contact, field) : QString();
    };
    c.tone = [tone](const Book&, Row) { return tone; };
    return c;
}

Column payerColumn(const ContactBoxPtr& box)
{
    Column c{.id = u"payer"_s, .title = u"Payer"_s, .width = 190, .strong = true};
    c.text = [box](const Book& book, Row row) { return book.customers()[box->line(row).payer].name; };
    c.key = [box](const Book& book, Row row) { return std::int64_t(book.nameRanks()[box->line(row).payer]); };
    return c;
}

Column personColumn(const ContactBoxPtr& box)
{
    Column c{.id = u"person"_s, .title = u"Person"_s, .width = 152};
    c.text = [box](const Book& book, Row row) {
        const Contact* contact = contactOf(book, box, row);
        if (!contact)
            return u"Nobody known"_s;
        return contact->billing ? QString(contact->name + u" \u00b7 billing"_s) : contact->name;
    };
    c.tone = [box](const Book&, Row row) { return box->line(row).contact == noRow ? Tone::Bad : Tone::Plain; };
    c.tooltip = [box](const Book& book, Row row) {
        const Contact* contact = contactOf(book, box, row);
        if (!contact)
            return QString();
        const std::uint32_t site = book.customerRow(contact->customer);
        return site == box->line(row).payer ? contact->name
                                            : QString(contact->name + u", at "_s + book.customers()[site].name);
    };
    return c;
}

Column verifiedColumn(const ContactBoxPtr& box)
{
    Column c{.id = u"verified"_s, .title = u"Verified"_s, .kind = CellKind::Figure, .width = 96, .fromWidth = 900};
    c.text = [box](const Book& book, Row row) {
        const Contact* contact = contactOf(book, box, row);
        return contact ? dateText(contact->verifiedOn) : QString();
    };
    c.key = [box](const Book& book, Row row) {
        const Contact* contact = contactOf(book, box, row);
        return contact && contact->verifiedOn.isValid() ? std::int64_t(contact->verifiedOn.days()) : -1'000'000;
    };
    c.tone = [box](const Book&, Row row) {
        return box->line(row).has(ContactIssue::NotVerified) ? Tone::Muted : Tone::Plain;
    };
    c.tooltip = [box](const Book& book, Row row) {
        const Contact* contact = contactOf(book, box, row);
        if (!contact || !contact->verifiedOn.isValid())
            return QString();
        QStringList how{say(recalled(contact->verifiedHow)), contact->verifiedBy};
        how.removeAll(QString());
        return how.join(u", "_s);
    };
    return c;
}

Column issuesColumn(const ContactBoxPtr& box)
{
    Column c{.id = u"defect"_s, .title = u"To fix"_s, .kind = CellKind::Chips, .width = 214};
    c.text = [box](const Book&, Row row) {
        QStringList out;
        for (const ContactIssue i : box->line(row).list())
            out.append(titleOf(i));
        return out.join(u'\n');
    };
    c.key = [box](const Book&, Row row) {
        const std::uint32_t issues = box->line(row).issues;
        return std::int64_t(issues == 0 ? contactIssueCount : std::countr_zero(issues));
    };
    c.tone = [box](const Book&, Row row) {
        const ContactLine& l = box->line(row);
        return l.issues == 0                                                  ? Tone::Muted
               : std::countr_zero(l.issues) <= int(ContactIssue::AddressHeld) ? Tone::Bad
                                                                              : Tone::Warn;
    };
    return c;
}

Column pastDueColumn(const ContactBoxPtr& box)
{
    Column c{.id = u"past_due"_s,
             .title = u"Past due behind it"_s,
             .kind = CellKind::Figure,
             .width = 124,
             .strong = true,
             .descending = true};
    c.text = [box](const Book& book, Row row) {
        const std::int64_t v = box->line(row).pastDue;
        return v == 0 ? QString() : amountText(v, book.info().base);
    };
    c.key = [box](const Book&, Row row) { return box->line(row).pastDue; };
    c.cell = [box](const Book& book, Row row) -> Cell { return MoneyCell{{box->line(row).pastDue, book.info().base}}; };
    return c;
}

} // namespace

std::vector<Column> contactColumns(const ContactBoxPtr& box)
{
    std::vector<Column> out;
    out.push_back(payerColumn(box));
    out.push_back(personColumn(box));
    out.push_back(contactText(box, u"role"_s, u"Role"_s, 100, 0, ContactField::Role, Tone::Muted));
    out.push_back(contactText(box, u"email"_s, u"E-mail"_s, 170, 1100, ContactField::Email, Tone::Plain));
    out.push_back(contactText(box, u"phone"_s, u"Phone"_s, 138, 0, ContactField::Phone, Tone::Plain));
    out.push_back(contactText(box, u"mobile"_s, u"Mobile"_s, 124, 1700, ContactField::Mobile, Tone::Plain));
    out.push_back(contactText(box, u"timezone"_s, u"Time zone"_s, 120, 1700, ContactField::Zone, Tone::Muted));
    out.push_back(verifiedColumn(box));
    out.push_back(issuesColumn(box));
    out.push_back(pastDueColumn(box));
    return out;
}

std::int64_t contactLineId(const Book& book, const ContactLine& line)
{
    return line.contact == noRow ? -book.customers()[line.payer].id.value : book.rows<Contact>()[line.contact].id.value;
}

} // namespace duedesk
