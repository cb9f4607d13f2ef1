#include "core/base/phonenumber.h"
#include "core/base/storedwords.h"
#include "core/base/text.h"
#include "core/command/contactwork.h"
#include "core/domain/codewords.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/people/callcontact.h"
#include "core/insight/people/contactguard.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using F = ContactField;

std::uint32_t payerOfContact(const Book& book, const Contact& c) { return book.payerRow(book.customerRow(c.customer)); }

// The flag leaves every other contact of the group.
void takeBillingFlag(ChangeSet& changes, const Book& book, std::uint32_t payer, ContactId from, QStringList& names)
{
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site)) {
            const Contact& c = book.rows<Contact>()[row];
            if (!c.billing || c.id == from)
                continue;
            Contact after = c;
            after.billing = false;
            names += c.name;
            changes.change(c, std::move(after));
        }
    });
}

bool taken(const MergeContacts& c, F f)
{
    return std::find(c.fromDropped.begin(), c.fromDropped.end(), f) != c.fromDropped.end();
}

// The fields taken over, each with its line in the history. An address on hold stays on hold; a free one is free for
// the contact that takes it over.
void takeOver(ChangeSet& changes, const Book& book, const Contact& keep, const Contact& drop, const MergeContacts& c,
              Contact& after, const Context& x)
{
    for (int i = 0; i < contactFieldCount; ++i) {
        const auto f = F(i);
        if (!taken(c, f) || contactFieldText(keep, f) == contactFieldText(drop, f))
            continue;
        copyContactField(after, drop, f);
        ContactEvent e = contactEvent(keep, ContactEventKind::Merged, x);
        e.field = contactFieldName(f);
        e.before = contactFieldText(keep, f);
        e.after = contactFieldText(drop, f);
        e.how = stored(Lang::words("from %1", drop.name));
        const bool address = f == F::Email;
        const bool held = address && addressHold(book, drop, x.now);
        if (held)
            e.kind = ContactEventKind::Changed;
        changes.insert(std::move(e));
        if (address && !held && addressHold(book, keep, x.now)) {
            ContactEvent free = contactEvent(keep, ContactEventKind::Confirmed, x);
            free.field = contactFieldName(f);
            free.after = drop.email;
            free.how = stored(Lang::words("address of %1, free for statements before", drop.name));
            changes.insert(std::move(free));
        }
    }
    if (after.email != keep.email) { // what was verified goes with the address
        after.verifiedOn = drop.verifiedOn;
        after.verifiedBy = drop.verifiedBy;
        after.verifiedHow = drop.verifiedHow;
        if (keep.defect == ContactDefect::Bounced)
            after.defect = ContactDefect::None;
    }
    if (keep.defect == ContactDefect::WrongNumber && (after.phone != keep.phone || after.mobile != keep.mobile))
        after.defect = ContactDefect::None;
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const SetBillingContact& c, const Context& x)
{
    const auto found = liveContact(book, c.contact);
    if (!found)
        return fail(found.error());
    const Contact& before = **found;
    const std::uint32_t payer = payerOfContact(book, before);
    const Customer& account = book.customers()[payer];
    if (const Outcome o = checkTyped(c.owner, u"owner"_s, wordLimit); !o)
        return fail(o.error());
    if (before.defect != ContactDefect::None)
        return refuse(u"contact"_s, Lang::words("%1 is marked as %2", before.name, wordsOf(before.defect)),
                      Lang::words("correct it first, or choose another contact"));
    if (before.email.isEmpty())
        return refuse(u"email"_s, Lang::words("%1 has no e-mail address to send invoices to", before.name),
                      Lang::words("enter one first"));
    Customer owned = account;
    if (!c.owner.trimmed().isEmpty())
        owned.billingOwner = c.owner.trimmed();
    else if (owned.billingOwner.isEmpty())
        owned.billingOwner = x.user;
    ChangeSet changes = beginChange(book, payer, x, u"billing contact set"_s);
    QStringList others;
    takeBillingFlag(changes, book, payer, before.id, others);
    if (!before.billing) {
        Contact after = before;
        after.billing = true;
        changes.change(before, std::move(after));
        ContactEvent e = contactEvent(before, ContactEventKind::BillingSet, x);
        e.before = others.join(u", "_s);
        changes.insert(std::move(e));
    }
    const Words now = others.isEmpty() ? Lang::words("%1 is the billing contact of %2", before.name, account.name)
                                       : Lang::words("%1 is the billing contact of %2, in place of %3", before.name,
                                                     account.name, others.join(u", "_s));
    changes.summary = owned.billingOwner.isEmpty() ? Lang::words("%1.", now)
                                                   : Lang::words("%1; %2 answers for it.", now, owned.billingOwner);
    changes.change(account, std::move(owned));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const ConfirmAddress& c, const Context& x)
{
    const auto found = liveContact(book, c.contact);
    if (!found)
        return fail(found.error());
    const Contact& before = **found;
    const auto hold = addressHold(book, before, x.now);
    if (!hold || hold->confirmed)
        return refuse(u"email"_s, Lang::words("of %1 needs no confirmation", before.name),
                      hold ? Lang::words("it only has to wait") : Lang::words("verify the contact instead"));
    Words how;
    if (c.byCallBack) {
        const QString digits = phoneDigits(c.number);
        const auto known = numbersToConfirm(book, before, *hold, x.now);
        const auto it = std::find_if(known.begin(), known.end(),
                                     [&](const KnownNumber& k) { return phoneDigits(k.number) == digits; });
        if (digits.isEmpty() || it == known.end())
            return refuse(u"number"_s,
                          digits.isEmpty() ? Lang::words("is missing")
                                           : Lang::words("was not known before the address changed"),
                          known.empty() ? Lang::words("no number was known then: let a second person confirm it")
                                        : Lang::words("call %1 on %2, or let a second person confirm it",
                                                      known.front().contact->name, known.front().number));
        how = it->contact->id == before.id ? Lang::words("call-back on %1", it->number)
                                           : Lang::words("call-back on %1 (%2)", it->number, it->contact->name);
    } else {
        if (foldForSearch(x.user) == foldForSearch(hold->user))
            return refuse(u"user"_s, Lang::words("changed this address and cannot confirm it"),
                          Lang::words("ask a colleague, or call back on a number known before"));
        how = Lang::words("second person: %1", x.user);
    }
    Contact after = before;
    if (before.defect == ContactDefect::None) {
        after.verifiedOn = x.today;
        after.verifiedBy = x.user;
        after.verifiedHow = stored(how);
    }
    ChangeSet changes = beginChange(book, book.customerRow(before.customer), x, u"address confirmed"_s);
    ContactEvent e = contactEvent(before, ContactEventKind::Confirmed, x);
    e.field = contactFieldName(F::Email);
    e.after = before.email;
    e.how = stored(how);
    changes.insert(std::move(e));
    changes.change(before, std::move(after));
    changes.summary = Lang::words("%1 confirmed, %2.", before.email, how);
    if (hold->freeAt > x.now)
        changes.summary =
            summaryOf(changes.summary, {Lang::words("Statements may go there from %1 %2.",
                                                    DayWord{book.dayOf(hold->freeAt), x.today, true},
                                                    ClockWord{minuteOfDayIn(book.info().zone, hold->freeAt)})});
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const MergeContacts& c, const Context& x)
{
    const auto kept = liveContact(book, c.keep, u"keep"_s);
    if (!kept)
        return fail(kept.error());
    const auto dropped = liveContact(book, c.drop, u"drop"_s);
    if (!dropped)
        return fail(dropped.error());
    const Contact &keep = **kept, &drop = **dropped;
    if (keep.id == drop.id)
        return refuse(u"drop"_s, Lang::words("is the same contact"), Lang::words("choose its double"));
    const std::uint32_t payer = payerOfContact(book, keep);
    if (payer != payerOfContact(book, drop))
        return refuse(u"drop"_s, Lang::words("%1 belongs to another payer", drop.name),
                      Lang::words("only people of one payer can be merged; change the payer first"));
    ChangeSet changes = beginChange(book, book.customerRow(keep.customer), x, u"contacts merged"_s);
    Contact after = keep, gone = drop;
    takeOver(changes, book, keep, drop, c, after, x);
    gone.mergedInto = keep.id;
    if (drop.billing) {
        gone.billing = false;
        after.billing = true;
    }
    for (const auto& [whom, note] : {std::pair(&keep, drop.name), std::pair(&drop, keep.name)}) {
        ContactEvent e = contactEvent(*whom, ContactEventKind::Merged, x);
        (whom == &keep ? e.before : e.after) = note;
        changes.insert(std::move(e));
    }
    changes.change(keep, std::move(after));
    changes.change(drop, std::move(gone));
    changes.summary = Lang::words("%1 merged into %2.", drop.name, keep.name);
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const LogSearchTry& c, const Context& x)
{
    const auto payer = payerOf(book, c.customer);
    if (!payer)
        return fail(payer.error());
    const auto found = contactOf(book, c.found, *payer);
    if (!found)
        return fail(found.error());
    if (const Outcome o = checkTyped(c.note, u"note"_s, noteLimit, true); !o)
        return fail(o.error());
    SearchTry t;
    t.id = nextId<SearchTryId>(x, Table::SearchTry);
    t.customer = book.customers()[*payer].id;
    t.way = c.way;
    t.day = x.today;
    t.at = x.now;
    t.user = x.user;
    t.note = c.note.trimmed();
    t.found = c.found;
    t.operation = x.operation;
    ChangeSet changes = beginChange(book, *payer, x, u"looked for a person"_s);
    const QString& name = book.customers()[*payer].name;
    changes.summary =
        *found ? Lang::words("Looked for a person at %1: %2, found %3.", name, wordsOf(c.way), (*found)->name)
               : Lang::words("Looked for a person at %1: %2.", name, wordsOf(c.way));
    const LocalTimes times(0);
    const bool nobody = bestContact(book, *payer, ContactRole::ApClerk, x.today, times) == noRow;
    if (!*found && nobody) {
        const Date due = book.calendar().addBusinessDays(x.today, 1);
        addNextAction(changes, book, *payer, x, NextActionKind::FindPerson, due);
        changes.summary = summaryOf(changes.summary, {Lang::words("Next try %1.", DayWord{due, x.today, true})});
    }
    changes.insert(std::move(t));
    return changes;
}

} // namespace duedesk
