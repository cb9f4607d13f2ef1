#include "core/base/emailaddress.h"
#include "core/base/phonenumber.h"
#include "core/base/text.h"
#include "core/command/contactwork.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/contacthealth.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using F = ContactField;

// Every field that differs from `before`, checked and put into the form it is kept in; the others stay as they are,
// also where a file brought something that could not be typed.
Outcome takeFields(Contact& after, const Contact& before, const Contact& typed)
{
    for (int i = 0; i < contactFieldCount; ++i) {
        const auto f = F(i);
        const QString text = contactFieldText(typed, f).trimmed();
        if (text == contactFieldText(before, f))
            continue;
        const QString name = contactFieldName(f);
        const bool lines = f == F::Address || f == F::Note;
        if (const Outcome o = checkTyped(text, name, lines ? noteLimit : wordLimit, lines); !o)
            return o;
        copyContactField(after, typed, f);
        switch (f) {
        case F::Name:
            if (text.isEmpty())
                return refuse(name, Lang::words("is missing"),
                              Lang::words("enter the person's name, or what the inbox is called"));
            after.name = text.simplified();
            break;
        case F::Email:
            if (text.isEmpty()) {
                after.email.clear();
            } else {
                const auto address = EmailAddress::parse(text, name);
                if (!address)
                    return fail(address.error());
                after.email = address->text();
            }
            break;
        case F::Phone:
        case F::Mobile: {
            const auto number = checkedPhone(text, name);
            if (!number)
                return fail(number.error());
            (f == F::Phone ? after.phone : after.mobile) = *number;
            break;
        }
        case F::Zone:
            if (!text.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(text.toLatin1()))
                return refuse(name, Lang::words("is not a time zone"), Lang::words("write it like Europe/Berlin"));
            after.zone = text;
            break;
        case F::Hours:
            if (typed.callFrom < 0 || typed.callTo > 24 * 60 || typed.callFrom >= typed.callTo)
                if (typed.callFrom != 0 || typed.callTo != 0)
                    return refuse(name, Lang::words("do not end after they begin"),
                                  Lang::words("write them like 09:00–12:00"));
            break;
        case F::Language: after.language = text; break;
        case F::Channel: after.preferredChannel = text; break;
        case F::Address: after.address = text; break;
        case F::Note: after.note = text; break;
        case F::Role:
            if (typed.role != ContactRole::Other || typed.roleText == before.roleText)
                after.roleText = roleName(typed.role);
            break;
        }
    }
    return {};
}

// Another contact of the group that seems to be the same person.
const Contact* lookAlike(const Book& book, std::uint32_t payer, const Contact& c)
{
    const Contact* found = nullptr;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site))
            if (const Contact& k = book.rows<Contact>()[row];
                !found && k.id != c.id && !k.mergedInto && isSamePerson(k, c))
                found = &k;
    });
    return found;
}

Words heldWords(const Book& book, const Contact& c, const Context& x)
{
    return Lang::count("No statement goes to %2 before it is confirmed and %1 hours have passed.",
                       "No statement goes to %2 before it is confirmed and 1 hour have passed.",
                       book.policyAt(x.today).addressHoldHours, c.email);
}

// One line of history for a field that changed. An address where none was known needs nobody to vouch for it.
void addChange(ChangeSet& changes, const Contact& before, const Contact& after, F f, bool firstAddress,
               const Context& x)
{
    ContactEvent e = contactEvent(after, ContactEventKind::Changed, x);
    e.field = contactFieldName(f);
    e.before = contactFieldText(before, f);
    e.after = contactFieldText(after, f);
    if (f == F::Email && firstAddress)
        e.kind = ContactEventKind::Added;
    changes.insert(std::move(e));
}

} // namespace

Outcome checkTyped(const QString& text, const QString& field, qsizetype limit, bool lines)
{
    QString visible = text;
    if (lines)
        visible.replace(u'\n', u' ');
    if (firstHidden(visible) >= 0)
        return refuse(field, Lang::words("holds a character that cannot be seen: %1", excerpt(visible, 30)),
                      lines ? Lang::words("type it anew") : Lang::words("type it anew, in one line"));
    return lines || limit > wordLimit ? checkText(text, field, limit) : checkWord(text, field);
}

Result<const Contact*> liveContact(const Book& book, ContactId id, const QString& field)
{
    const Contact* c = book.rows<Contact>().find(id);
    if (!c)
        return refuse(field, Lang::words("is not a contact of this book"), Lang::words("choose one of the contacts"));
    if (c->mergedInto) {
        const Contact* kept = book.rows<Contact>().find(c->mergedInto);
        return refuse(field,
                      kept ? Lang::words("%1 was merged into %2", c->name, kept->name)
                           : Lang::words("%1 was merged into another contact", c->name),
                      Lang::words("work on that one"));
    }
    return c;
}

ContactEvent contactEvent(const Contact& contact, ContactEventKind kind, const Context& x)
{
    ContactEvent e;
    e.id = nextId<ContactEventId>(x, Table::ContactEvent);
    e.customer = contact.customer;
    e.contact = contact.id;
    e.kind = kind;
    e.day = x.today;
    e.at = x.now;
    e.user = x.user;
    e.operation = x.operation;
    return e;
}

void addDefect(ChangeSet& changes, const Contact& contact, ContactDefect defect, const QString& note, const Context& x)
{
    if (contact.defect == defect)
        return;
    Contact after = contact;
    after.defect = defect;
    const auto kind = defect == ContactDefect::None   ? ContactEventKind::DefectCleared
                      : defect == ContactDefect::Left ? ContactEventKind::Left
                                                      : ContactEventKind::DefectFound;
    ContactEvent e = contactEvent(contact, kind, x);
    e.before = defectName(contact.defect);
    e.after = defectName(defect);
    e.how = note;
    changes.change(contact, std::move(after));
    changes.insert(std::move(e));
}

bool knowsAddress(const Book& book, std::uint32_t payer)
{
    bool known = false;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site))
            known = known || !book.rows<Contact>()[row].email.isEmpty();
        for (const std::uint32_t row : book.rowsOf<ContactEvent>(site))
            known = known || book.rows<ContactEvent>()[row].field == u"email";
    });
    return known;
}

Result<ChangeSet> decideCommand(const Book& book, const AddContact& c, const Context& x)
{
    const auto payer = payerOf(book, c.customer);
    if (!payer)
        return fail(payer.error());
    Contact after;
    if (const Outcome o = takeFields(after, {}, c.fields); !o)
        return fail(o.error());
    if (after.name.isEmpty())
        return refuse(u"name"_s, Lang::words("is missing"),
                      Lang::words("enter the person's name, or what the inbox is called"));
    after.id = nextId<ContactId>(x, Table::Contact);
    after.customer = c.customer;
    const std::uint32_t row = book.customerRow(c.customer);
    ChangeSet changes = beginChange(book, row, x, u"contact added"_s);
    std::vector<Words> remarks;
    ContactEvent added = contactEvent(after, ContactEventKind::Added, x);
    added.after = after.name;
    changes.insert(std::move(added));
    if (!after.email.isEmpty()) {
        const bool first = !knowsAddress(book, *payer);
        addChange(changes, {}, after, F::Email, first, x);
        if (!first)
            remarks.push_back(heldWords(book, after, x));
    }
    if (const Contact* same = lookAlike(book, *payer, after))
        remarks.push_back(Lang::words("It looks like %1, who is there already.", same->name));
    changes.summary =
        summaryOf(Lang::words("%1 added to %2.", after.name, book.customers()[row].name), std::move(remarks));
    changes.insert(std::move(after));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const EditContact& c, const Context& x)
{
    const auto found = liveContact(book, c.contact);
    if (!found)
        return fail(found.error());
    const Contact& before = **found;
    Contact after = before;
    if (const Outcome o = takeFields(after, before, c.fields); !o)
        return fail(o.error());
    const std::uint32_t row = book.customerRow(before.customer);
    ChangeSet changes = beginChange(book, row, x, u"contact changed"_s);
    const bool email = after.email != before.email;
    const bool number = after.phone != before.phone || after.mobile != before.mobile;
    const bool first = email && !knowsAddress(book, book.payerRow(row));
    std::vector<Words> what;
    for (int i = 0; i < contactFieldCount; ++i)
        if (contactFieldText(before, F(i)) != contactFieldText(after, F(i))) {
            addChange(changes, before, after, F(i), first, x);
            what.push_back(wordsOf(F(i)));
        }
    // What was verified, or found wrong, was the old one.
    if ((email && !before.email.isEmpty()) || (number && !(before.phone.isEmpty() && before.mobile.isEmpty()))) {
        after.verifiedOn = {};
        after.verifiedBy.clear();
        after.verifiedHow.clear();
    }
    const bool cured =
        (after.defect == ContactDefect::Bounced && email) || (after.defect == ContactDefect::WrongNumber && number);
    if (cured) {
        ContactEvent e = contactEvent(before, ContactEventKind::DefectCleared, x);
        e.before = defectName(before.defect);
        changes.insert(std::move(e));
        after.defect = ContactDefect::None;
    }
    const Words headline = what.empty() ? Lang::words("Nothing changed at %1.", before.name)
                                        : Lang::words("%1: %2 changed.", after.name, listed(std::move(what)));
    const bool held = email && !first && !after.email.isEmpty();
    changes.summary = summaryOf(headline, {held ? heldWords(book, after, x) : Words()});
    changes.change(before, std::move(after));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const VerifyContact& c, const Context& x)
{
    const auto found = liveContact(book, c.contact);
    if (!found)
        return fail(found.error());
    const Contact& before = **found;
    const QString how = c.how.trimmed();
    if (how.isEmpty())
        return refuse(u"how"_s, Lang::words("is missing"),
                      Lang::words("say how you know: by phone, business card, their reply"));
    if (const Outcome o = checkTyped(how, u"how"_s, wordLimit); !o)
        return fail(o.error());
    if (before.defect != ContactDefect::None)
        return refuse(u"contact"_s, Lang::words("is marked as %1", wordsOf(before.defect)),
                      Lang::words("correct it, or take the mark off first"));
    if (before.email.isEmpty() && before.phone.isEmpty() && before.mobile.isEmpty())
        return refuse(u"contact"_s, Lang::words("has no number and no address"), Lang::words("enter one first"));
    Contact after = before;
    after.verifiedOn = x.today;
    after.verifiedBy = x.user;
    after.verifiedHow = how;
    ChangeSet changes = beginChange(book, book.customerRow(before.customer), x, u"contact verified"_s);
    ContactEvent e = contactEvent(before, ContactEventKind::Verified, x);
    e.how = how;
    changes.insert(std::move(e));
    changes.change(before, std::move(after));
    changes.summary = Lang::words("%1 verified today, %2.", before.name, how);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const MarkDefect& c, const Context& x)
{
    const auto found = liveContact(book, c.contact);
    if (!found)
        return fail(found.error());
    const Contact& before = **found;
    if (const Outcome o = checkTyped(c.note, u"note"_s, wordLimit); !o)
        return fail(o.error());
    if (c.defect == ContactDefect::Bounced && before.email.isEmpty())
        return refuse(u"defect"_s, Lang::words("%1 has no e-mail address that could bounce", before.name),
                      Lang::words("choose another defect"));
    ChangeSet changes = beginChange(book, book.customerRow(before.customer), x, u"contact marked"_s);
    addDefect(changes, before, c.defect, c.note.trimmed(), x);
    changes.summary = c.defect == ContactDefect::None ? Lang::words("%1 has no mark now.", before.name)
                                                      : Lang::words("%1: %2.", before.name, wordsOf(c.defect));
    return changes;
}

} // namespace duedesk
