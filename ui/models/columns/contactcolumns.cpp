#include "ui/models/columns/contactcolumns.h"

#include "ui/models/listcolumns.h"

#include <bit>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = ContactLine;

Tone personTone(const Book&, const Line& l) { return l.contact == noRow ? Tone::Bad : Tone::Plain; }

QString personTip(const Book& book, const Line& l)
{
    const Contact* contact = contactOf(book, l);
    if (!contact)
        return {};
    const std::uint32_t site = book.customerRow(contact->customer);
    return site == l.payer ? contact->name : Lang::tr("%1, at %2").arg(contact->name, book.customers()[site].name);
}

Tone verifiedTone(const Book&, const Line& l) { return l.has(ContactIssue::NotVerified) ? Tone::Muted : Tone::Plain; }

QString verifiedTip(const Book& book, const Line& l)
{
    const Contact* contact = contactOf(book, l);
    if (!contact || !contact->verifiedOn.isValid())
        return {};
    QStringList how{contact->verifiedHow, contact->verifiedBy};
    how.removeAll(QString());
    return how.join(u", "_s);
}

Tone issueTone(const Book&, const Line& l)
{
    return l.issues == 0                                                  ? Tone::Muted
           : std::countr_zero(l.issues) <= int(ContactIssue::AddressHeld) ? Tone::Bad
                                                                          : Tone::Warn;
}

} // namespace

std::vector<Column> contactColumns(const ContactBoxPtr& box)
{
    const auto lineOf = [box](std::uint32_t row) -> const Line& { return box->line(row); };
    return dressed<Line>(contactList(), lineOf,
                         {
                             {.id = u"payer"_s, .width = 190, .strong = true},
                             {.id = u"person"_s,
                              .width = 152,
                              .toneOf = personTone,
                              .tooltip = personTip,
                              .none = Lang::tr("Nobody known")},
                             {.id = u"role"_s, .width = 100, .tone = Tone::Muted},
                             {.id = u"email"_s, .width = 170, .fromWidth = 1100},
                             {.id = u"phone"_s, .width = 138},
                             {.id = u"mobile"_s, .width = 124, .fromWidth = 1700},
                             {.id = u"timezone"_s, .width = 120, .fromWidth = 1700, .tone = Tone::Muted},
                             {.id = u"verified"_s,
                              .width = 96,
                              .fromWidth = 900,
                              .cell = CellKind::Figure,
                              .toneOf = verifiedTone,
                              .tooltip = verifiedTip},
                             {.id = u"defect"_s, .width = 214, .toneOf = issueTone},
                             {.id = u"past_due"_s, .width = 124, .strong = true, .descending = true, .blankZero = true},
                         });
}

std::int64_t contactLineId(const Book& book, const ContactLine& line)
{
    return line.contact == noRow ? -book.customers()[line.payer].id.value : book.rows<Contact>()[line.contact].id.value;
}

} // namespace duedesk
