#include "core/base/text.h"
#include "core/base/words.h"
#include "core/command/contactwork.h"
#include "core/insight/agreements/promises.h"
#include "core/insight/calls/callpast.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

Result<std::uint32_t> customerOf(const Book& book, CustomerId id, const QString& field)
{
    if (!book.customers().find(id))
        return refuse(field, u"is not a customer of this book"_s, u"choose one from the list"_s);
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
QString movesWords(const Book& book, std::uint32_t customer, std::uint32_t from, std::uint32_t to, Date today)
{
    const QString old = book.customers()[from].name;
    QString out = u' ' + countWords(openItems(book, customer, today), u"open item"_s, u"open items"_s) + u" and "_s
                  + countWords(int(book.contactsOf(customer).size()), u"contact"_s, u"contacts"_s) + u" go to "_s
                  + book.customers()[to].name + u'.';
    int promises = 0;
    for (const std::uint32_t row : book.promisesOf(from))
        promises += judge(book, book.rows<Promise>()[row], today).live();
    if (promises > 0)
        out += u' ' + countWords(promises, u"live promise"_s, u"live promises"_s) + u" stay"_s
               + (promises == 1 ? u"s"_s : QString()) + u" with "_s + old + u", who made "_s
               + (promises == 1 ? u"it."_s : u"them."_s);
    return out;
}

QString effectsOf(CustomerStatus s)
{
    const StatusRules r = rulesOf(s);
    QStringList out;
    if (!r.contacted)
        out += u"no calls, reminders or holds"_s;
    else if (!r.onList)
        out += u"not on the call list"_s;
    if (!r.inMetrics)
        out += u"left out of DSO"_s;
    else if (s == CustomerStatus::Prepaid)
        out += u"left out of DSO, aging keeps it"_s;
    return out.isEmpty() ? QString() : QString(u": "_s + out.join(u", "_s));
}

struct TextField {
    const char *name, *title;
    QString AccountFields::* field;
    QString Customer::* member;
    bool lines;
};
constexpr TextField textFields[] = {
    {"payment_method", "payment method", &AccountFields::paymentMethod, &Customer::paymentMethod, false},
    {"hurdles", "hurdles", &AccountFields::hurdles, &Customer::hurdles, true},
    {"calendar", "calendar", &AccountFields::calendar, &Customer::calendar, false},
    {"timezone", "time zone", &AccountFields::zone, &Customer::zone, false},
    {"language", "language", &AccountFields::language, &Customer::language, false},
    {"address", "address", &AccountFields::address, &Customer::address, true},
    {"owner", "owner", &AccountFields::owner, &Customer::owner, false},
    {"cs_owner", "customer success", &AccountFields::csOwner, &Customer::csOwner, false},
    {"sales_owner", "sales", &AccountFields::salesOwner, &Customer::salesOwner, false},
    {"billing_owner", "billing contact's owner", &AccountFields::billingOwner, &Customer::billingOwner, false},
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
        return refuse(name, u"is not a time zone"_s, u"write it like Europe/Berlin"_s);
    if (f.field == &AccountFields::calendar && !text.isEmpty() && !knownCalendar(book, text))
        return refuse(name, u"is not a calendar of this book"_s,
                      u"import its holidays first: a file with date, calendar and name"_s);
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
        return refuse(u"payer"_s, payer.name + u" is itself paid for by "_s + book.customers()[book.payerRow(*to)].name,
                      u"choose that one, or switch it first"_s);
    const auto sites = book.paidBy(*row);
    const auto others = std::count_if(sites.begin(), sites.end(), [&](std::uint32_t s) { return s != *row; });
    if (*to != *row && others > 0)
        return refuse(u"payer"_s,
                      before.name + u" pays for "_s
                          + countWords(int(others), u"other customer"_s, u"other customers"_s),
                      u"switch those first"_s);
    ChangeSet changes = beginChange(book, *row, x, u"payer switched"_s);
    if (from == *to) {
        changes.summary = u"Nothing changed: "_s + payer.name + u" pays for "_s + before.name + u" already."_s;
        return changes;
    }
    Customer after = before;
    after.payer = *to == *row ? CustomerId() : payer.id;
    changes.change(before, std::move(after));
    changes.summary = (*to == *row ? QString(before.name + u" pays for itself now."_s)
                                   : QString(payer.name + u" pays for "_s + before.name + u" now."_s))
                      + movesWords(book, *row, from, *to, x.today);
    const Contact* kept = billingContact(book, *to, *row);
    for (const std::uint32_t r : book.contactsOf(*row)) {
        const Contact& contact = book.rows<Contact>()[r];
        if (!contact.billing || !kept)
            continue;
        Contact plain = contact;
        plain.billing = false;
        changes.change(contact, std::move(plain));
        changes.summary +=
            u" The billing contact is "_s + kept->name + u"; "_s + contact.name + u" is not one any more."_s;
    }
    if (from != *row && billingContact(book, from, noRow) && !billingContact(book, from, *row))
        changes.summary += u' ' + book.customers()[from].name + u" has no billing contact now."_s;
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
        return refuse(u"bill_to"_s, u"invoices of "_s + there.name + u" go to somebody else themselves"_s,
                      u"choose where those go"_s);
    bool taker = false;
    book.customers().forEach(
        [&](std::uint32_t r, const Customer& k) { taker = taker || (r != *row && k.billTo == before.id); });
    if (*to != *row && taker)
        return refuse(u"bill_to"_s, before.name + u" takes the invoices of others"_s, u"switch those first"_s);
    ChangeSet changes = beginChange(book, *row, x, u"bill-to set"_s);
    Customer after = before;
    after.billTo = *to == *row ? CustomerId() : there.id;
    changes.change(before, std::move(after));
    changes.summary =
        u"Invoices of "_s + before.name + u" go to "_s + (*to == *row ? u"itself"_s : there.name) + u" now."_s;
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
    QString of = u"no group"_s;
    if (c.parent && c.parent != c.customer) {
        const auto up = customerOf(book, c.parent, u"parent"_s);
        if (!up)
            return fail(up.error());
        // Upwards from the parent one must not come back here; the walk is bounded by the book.
        std::uint32_t at = *up;
        for (std::uint32_t steps = 0; at != noRow && steps <= book.customers().size(); ++steps) {
            if (at == *row)
                return refuse(u"parent"_s, book.customers()[*up].name + u" belongs to "_s + before.name + u" itself"_s,
                              u"a group has one head; take that link away first"_s);
            const CustomerId next = book.customers()[at].parent;
            at = next && next != book.customers()[at].id ? book.customerRow(next) : noRow;
        }
        after.parent = c.parent;
        of = book.customers()[*up].name;
    }
    ChangeSet changes = beginChange(book, *row, x, u"group set"_s);
    changes.change(before, std::move(after));
    changes.summary = before.name + u" belongs to "_s + of + u" now."_s;
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const SetStatus& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const Date since = c.since.isValid() ? c.since : x.today;
    if (since > x.today)
        return refuse(u"status_since"_s, u"lies in the future"_s, u"a status says what is; set it on its day"_s);
    const Customer& before = book.customers()[*row];
    Customer after = before;
    after.status = c.status;
    after.statusSince = since;
    ChangeSet changes = beginChange(book, *row, x, u"status set"_s);
    changes.change(before, std::move(after));
    changes.summary = before.name + u" is "_s + statusName(c.status) + u" since "_s + dayWords(since, x.today)
                      + effectsOf(c.status) + u'.';
    if (const std::uint32_t payer = book.payerRow(*row); payer != *row)
        changes.summary += u" Its row on the list is that of "_s + book.customers()[payer].name + u'.';
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
        return refuse(u"reason"_s, u"is missing"_s, u"say why, for whoever looks at it later"_s);
    const Customer& before = book.customers()[*row];
    Customer after = before;
    after.doNotContact = c.on;
    if (c.on || !before.stopReminders)
        after.stopReason = reason;
    ChangeSet changes = beginChange(book, *row, x, c.on ? u"contact stopped"_s : u"contact allowed again"_s);
    changes.change(before, std::move(after));
    changes.summary = before.name + (c.on ? u" is not contacted any more: "_s + reason : u" may be contacted again"_s);
    if (!changes.summary.endsWith(u'.'))
        changes.summary += u'.';
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const EditAccount& c, const Context& x)
{
    const auto row = customerOf(book, c.customer, u"customer"_s);
    if (!row)
        return fail(row.error());
    const Customer& before = book.customers()[*row];
    Customer after = before;
    QStringList what;
    for (const TextField& f : textFields) {
        const QString text = (c.fields.*f.field).trimmed();
        if (text == before.*f.member)
            continue;
        if (const Outcome o = checkAccountText(book, f, text); !o)
            return fail(o.error());
        after.*f.member = text;
        what += QString::fromLatin1(f.title);
    }
    ChangeSet changes = beginChange(book, *row, x, u"account changed"_s);
    changes.change(before, std::move(after));
    changes.summary = what.isEmpty() ? QString(u"Nothing changed at "_s + before.name + u'.')
                                     : QString(before.name + u": "_s + what.join(u", "_s) + u" changed."_s);
    return changes;
}

} // namespace duedesk
