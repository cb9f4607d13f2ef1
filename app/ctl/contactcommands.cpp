// Who we know at the payers: contact health, and the contacts in the columns the import takes.
#include "app/ctl/groups.h"
#include "app/ctl/listtable.h"
#include "core/base/money.h"
#include "core/base/storedwords.h"
#include "core/domain/contactfields.h"
#include "core/lists/contactlist.h"

#include <algorithm>

namespace duedesk::ctl {
namespace {

using namespace Qt::StringLiterals;

// Every contact that was not merged away, as the generic file of contacts has it.
Table fullList(const Book& book)
{
    Table t = Table::with("customer_id,name,role,email,phone,mobile,timezone,language,preferred_channel,calling_hours,"
                          "address,billing,@verified_on,verified_by,verified_how,marked,note");
    std::vector<std::pair<QString, std::uint32_t>> order;
    book.rows<Contact>().forEach([&](std::uint32_t row, const Contact& c) {
        if (!c.mergedInto)
            order.emplace_back(book.customers()[book.customerRow(c.customer)].externalId, row);
    });
    std::sort(order.begin(), order.end());
    for (const auto& [customer, row] : order) {
        const Contact& c = book.rows<Contact>()[row];
        t.rows.push_back({customer, c.name, roleAsGiven(c), c.email, c.phone, c.mobile, c.zone, c.language,
                          c.preferredChannel, contactFieldText(c, ContactField::Hours), c.address,
                          c.billing ? u"yes"_s : u"no"_s, c.verifiedOn.toIso(), c.verifiedBy,
                          say(recalled(c.verifiedHow)), defectName(c.defect), c.note});
    }
    return t;
}

Result<Table> contactsList(Session& s, const QCommandLineParser& p)
{
    if (p.isSet(u"full"_s) && p.isSet(u"defects"_s))
        return fail(ErrorCode::Usage, u"cannot be asked for with --defects"_s, u"choose one of them"_s, u"--full"_s);
    if (const Outcome o = s.openForReading(); !o)
        return std::unexpected<Error>(o.error());
    const Book& book = *s.book;
    if (p.isSet(u"full"_s))
        return fullList(book);
    const ContactHealth health = contactHealth(book, s.day(), s.clock->now());
    Table t = tableOf(contactList());
    for (const ContactLine& line : health.lines)
        if (line.issues != 0 || !p.isSet(u"defects"_s))
            addRow(t, contactList(), book, line);
    if (const QString text = say(missingRateText(health.missing)); !text.isEmpty())
        t.warnings += text;
    return t;
}

void contactsOptions(QCommandLineParser& p)
{
    p.addOptions({{u"defects"_s, u"Only what is wrong, by the past-due money behind it."_s},
                  {u"full"_s, u"Every contact in the columns that import takes."_s}});
}

} // namespace

std::vector<Command> contactCommands()
{
    return {{"contacts", "[--defects | --full]", "Who we know at the payers, and what is wrong with it.",
             contactsOptions, contactsList, nullptr}};
}

} // namespace duedesk::ctl
