#include "core/base/text.h"
#include "core/command/contactwork.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/promises.h"
#include "core/insight/calls/callpast.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

Result<std::uint32_t> customerOf(const Book& book, CustomerId id, const QString& field)
{
    if (!book.customers().find(id))
        return refuse(field, Lang::words("is not a customer of this book"), Lang::words("choose one from the list"));
    return book.customerRow(id);
}

int openItems(const Book& book, std::uint32_t customer, Date today)
{
    const Ledger& l = book.ledger();
    int n = 0;
    for (const std::uint32_t row : l.debitsOf(customer)) {
        const auto [c, i] = l.debit(row);
        n += openAt(*c, i, today.days()) > 0;
    }
    return n;
}

const Contact* billingContact(const Book& book, std::uint32_t payer, std::uint32_t without)
{
    const Contact* found = nullptr;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site))
            if (const Contact& c = book.rows<Contact>()[row]; site != without && c.billing && !c.mergedInto)
                found = &c;
    });
    return found;
}

// What goes along with a customer whose payer changes, and what stays with the payer it had.
std::vector<Words> movesWords(const Book& book, std::uint32_t customer, std::uint32_t from, std::uint32_t to,
                              Date today)
{
    std::vector<Words> out{Lang::words(
        "%1 and %2 go to %3.", Lang::count("%1 open items", "1 open item", openItems(book, customer, today)),
        Lang::count("%1 contacts", "1 contact", qint64(book.contactsOf(customer).size())), book.customers()[to].name)};
    int promises = 0;
    for (const std::uint32_t row : book.promisesOf(from))
        promises += judge(book, book.rows<Promise>()[row], today).live();
    if (promises > 0)
        out.push_back(Lang::count("%1 live promises stay with %2, who made them.",
                                  "1 live promise stays with %2, who made it.", promises, book.customers()[from].name));
    return out;
}

Words effectsOf(CustomerStatus s)
{
    const StatusRules r = rulesOf(s);
    std::vector<Words> out;
    if (!r.contacted)
        out.push_back(Lang::words("no calls, reminders or holds"));
    else if (!r.onList)
        out.push_back(Lang::words("not on the call list"));
    if (!r.inMetrics)
        out.push_back(Lang::words("left out of DSO"));
    else if (s == CustomerStatus::Prepaid)
        out.push_back(Lang::words("left out of DSO, aging keeps it"));
    return listed(std::move(out));
}

struct TextField {
    const char *name, *title;
    QString AccountFields::* field;
    QString Customer::* member;
    bool lines;
};
constexpr TextField textFields[] = {
    {"payment_method", QT_TRANSLATE_NOOP("duedesk::Lang", "payment method"), &AccountFields::paymentMethod,
     &Customer::paymentMethod, false},
    {"hurdles", QT_TRANSLATE_NOOP("duedesk::Lang", "hurdles"), &AccountFields::hurdles, &Customer::hurdles, true},
    {"calendar", QT_TRANSLATE_NOOP("duedesk::Lang", "calendar"), &AccountFields::calendar, &Customer::calendar, false},
    {"timezone", QT_TRANSLATE_NOOP("duedesk::Lang", "time zone"), &AccountFields::zone, &Customer::zone, false},
    {"language", QT_TRANSLATE_NOOP("duedesk::Lang", "language"), &AccountFields::language, &Customer::language, false},
    {"address", QT_TRANSLATE_NOOP("duedesk::Lang", "address"), &AccountFields::address, &Customer::address, true},
    {"owner", QT_TRANSLATE_NOOP("duedesk::Lang", "owner"), &AccountFields::owner, &Customer::owner, false},
    {"cs_owner", QT_TRANSLATE_NOOP("duedesk::Lang", "customer success"), &AccountFields::csOwner, &Customer::csOwner,
     false},
    {"sales_owner", QT_TRANSLATE_NOOP("duedesk::Lang", "sales"), &AccountFields::salesOwner, &Customer::salesOwner,
     false},
    {"billing_owner", QT_TRANSLATE_NOOP("duedesk::Lang", "billing contact's owner"), &AccountFields::billingOwner,
     &Customer::billingOwner, false},
};

bool knownCalendar(const Book& book, const QString& name)
{
    bool known = false;
    book.rows<Holiday>().forEach([&](std::uint32_t, const Holiday& h) { known = known || h.calendar == name; });
    return known;
}

Outcome checkAccountText(const Book& book, const TextField& f, const QString& text)
{
    const QString name = QString::fromLatin1(f.name);
    if (const Outcome o = checkTyped(text, name, f.lines ? noteLimit : wordLimit, f.lines); !o)
        return o;
    if (f.field == &AccountFields::zone && !text.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(text.toLatin1()))
        return refuse(name, Lang::words("is not a time zone"), Lang::words("write it like Europe/Berlin"));
    if (f.field == &AccountFields::calendar && !text.isEmpty() && !knownCalendar(book, text))
        return refuse(name, Lang::words("is not a calendar of this book"),
                      Lang::words("import its holidays first: a file with date, calendar and name"));
    return {};
}

} // namespace

AccountFields AccountFields::of(const Customer& c)
{
    AccountFields out;
    for (const TextField& f : textFields)
        out.*f.field = c.*f.member;
    return out;
}

// One step only: a payer pays for itself, so that a chain can never close.
Result<ChangeSet> decideCommand(const Book& book, const SwitchPayer& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const auto to = c.payer ? customerOf(book, c.payer, u"payer"_s) : row;
    if (!to)
        return fail(to.error());
    const Customer &before = book.customers()[*row], &payer = book.customers()[*to];
    const std::uint32_t from = book.payerRow(*row);
    if (*to != *row && book.payerRow(*to) != *to)
        return refuse(u"payer"_s,
                      Lang::words("%1 is itself paid for by %2", payer.name, book.customers()[book.payerRow(*to)].name),
                      Lang::words("choose that one, or switch it first"));
    const auto sites = book.paidBy(*row);
    const auto others = std::count_if(sites.begin(), sites.end(), [&](std::uint32_t s) { return s != *row; });
    if (*to != *row && others > 0)
        return refuse(
            u"payer"_s,
            Lang::count("%2 pays for %1 other customers", "%2 pays for 1 other customer", others, before.name),
            Lang::words("switch those first"));
    ChangeSet changes = beginChange(book, *row, x, u"payer switched"_s);
    if (from == *to) {
        changes.summary = Lang::words("Nothing changed: %1 pays for %2 already.", payer.name, before.name);
        return changes;
    }
    Customer after = before;
    after.payer = *to == *row ? CustomerId() : payer.id;
    changes.change(before, std::move(after));
    std::vector<Words> remarks = movesWords(book, *row, from, *to, x.today);
    const Contact* kept = billingContact(book, *to, *row);
    for (const std::uint32_t r : book.contactsOf(*row)) {
        const Contact& contact = book.rows<Contact>()[r];
        if (!contact.billing || !kept)
            continue;
        Contact plain = contact;
        plain.billing = false;
        changes.change(contact, std::move(plain));
        remarks.push_back(Lang::words("The billing contact is %1; %2 is not one any more.", kept->name, contact.name));
    }
    if (from != *row && billingContact(book, from, noRow) && !billingContact(book, from, *row))
        remarks.push_back(Lang::words("%1 has no billing contact now.", book.customers()[from].name));
    changes.summary = summaryOf(*to == *row ? Lang::words("%1 pays for itself now.", before.name)
                                            : Lang::words("%1 pays for %2 now.", payer.name, before.name),
                                std::move(remarks));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SetBillTo& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const auto to = c.billTo ? customerOf(book, c.billTo, u"bill_to"_s) : row;
    if (!to)
        return fail(to.error());
    const Customer &before = book.customers()[*row], &there = book.customers()[*to];
    if (*to != *row && there.billTo && there.billTo != there.id)
        return refuse(u"bill_to"_s, Lang::words("invoices of %1 go to somebody else themselves", there.name),
                      Lang::words("choose where those go"));
    bool taker = false;
    book.customers().forEach(
        [&](std::uint32_t r, const Customer& k) { taker = taker || (r != *row && k.billTo == before.id); });
    if (*to != *row && taker)
        return refuse(u"bill_to"_s, Lang::words("%1 takes the invoices of others", before.name),
                      Lang::words("switch those first"));
    ChangeSet changes = beginChange(book, *row, x, u"bill-to set"_s);
    Customer after = before;
    after.billTo = *to == *row ? CustomerId() : there.id;
    changes.change(before, std::move(after));
    changes.summary = *to == *row ? Lang::words("Invoices of %1 go to itself now.", before.name)
                                  : Lang::words("Invoices of %1 go to %2 now.", before.name, there.name);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SetParent& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const Customer& before = book.customers()[*row];
    Customer after = before;
    after.parent = {};
    QString of;
    if (c.parent && c.parent != c.customer) {
        const auto up = customerOf(book, c.parent, u"parent"_s);
        if (!up)
            return fail(up.error());
        // Upwards from the parent one must not come back here; the walk is bounded by the book.
        std::uint32_t at = *up;
        for (std::uint32_t steps = 0; at != noRow && steps <= book.customers().size(); ++steps) {
            if (at == *row)
                return refuse(u"parent"_s,
                              Lang::words("%1 belongs to %2 itself", book.customers()[*up].name, before.name),
                              Lang::words("a group has one head; take that link away first"));
            const CustomerId next = book.customers()[at].parent;
            at = next && next != book.customers()[at].id ? book.customerRow(next) : noRow;
        }
        after.parent = c.parent;
        of = book.customers()[*up].name;
    }
    ChangeSet changes = beginChange(book, *row, x, u"group set"_s);
    changes.change(before, std::move(after));
    changes.summary = after.parent ? Lang::words("%1 belongs to %2 now.", before.name, of)
                                   : Lang::words("%1 belongs to no group now.", before.name);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SetStatus& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const Date since = c.since.isValid() ? c.since : x.today;
    if (since > x.today)
        return refuse(u"status_since"_s, Lang::words("lies in the future"),
                      Lang::words("a status says what is; set it on its day"));
    const Customer& before = book.customers()[*row];
    Customer after = before;
    after.status = c.status;
    after.statusSince = since;
    ChangeSet changes = beginChange(book, *row, x, u"status set"_s);
    changes.change(before, std::move(after));
    const Words effects = effectsOf(c.status);
    const DayWord day{since, x.today};
    changes.summary = effects.isEmpty()
                          ? Lang::words("%1 is %2 since %3.", before.name, wordsOf(c.status), day)
                          : Lang::words("%1 is %2 since %3: %4.", before.name, wordsOf(c.status), day, effects);
    if (const std::uint32_t payer = book.payerRow(*row); payer != *row)
        changes.summary = summaryOf(changes.summary,
                                    {Lang::words("Its row on the list is that of %1.", book.customers()[payer].name)});
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SetDoNotContact& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const QString reason = c.reason.trimmed();
    if (const Outcome o = checkTyped(reason, u"reason"_s, noteLimit, true); !o)
        return fail(o.error());
    if (c.on && reason.isEmpty())
        return refuse(u"reason"_s, Lang::words("is missing"), Lang::words("say why, for whoever looks at it later"));
    const Customer& before = book.customers()[*row];
    Customer after = before;
    after.doNotContact = c.on;
    if (c.on || !before.stopReminders)
        after.stopReason = reason;
    ChangeSet changes = beginChange(book, *row, x, c.on ? u"contact stopped"_s : u"contact allowed again"_s);
    changes.change(before, std::move(after));
    changes.summary = !c.on                   ? Lang::words("%1 may be contacted again.", before.name)
                      : reason.endsWith(u'.') ? Lang::words("%1 is not contacted any more: %2", before.name, reason)
                                              : Lang::words("%1 is not contacted any more: %2.", before.name, reason);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const EditAccount& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const Customer& before = book.customers()[*row];
    Customer after = before;
    std::vector<Words> what;
    for (const TextField& f : textFields) {
        const QString text = (c.fields.*f.field).trimmed();
        if (text == before.*f.member)
            continue;
        if (const Outcome o = checkAccountText(book, f, text); !o)
            return fail(o.error());
        after.*f.member = text;
        what.push_back(Lang::words(f.title));
    }
    ChangeSet changes = beginChange(book, *row, x, u"account changed"_s);
    changes.change(before, std::move(after));
    changes.summary = what.empty() ? Lang::words("Nothing changed at %1.", before.name)
                                   : Lang::words("%1: %2 changed.", before.name, listed(std::move(what)));
    return changes;
}

} // namespace duedesk
