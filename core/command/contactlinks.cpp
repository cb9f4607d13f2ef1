#include "core/base/phonenumber.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/command/contactwork.h"
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
        e.how = u"from "_s + drop.name;
        const bool address = f == F::Email;
        const bool held = address && addressHold(book, drop, x.now);
        if (held)
            e.kind = ContactEventKind::Changed;
        changes.insert(std::move(e));
        if (address && !held && addressHold(book, keep, x.now)) {
            ContactEvent free = contactEvent(keep, ContactEventKind::Confirmed, x);
            free.field = contactFieldName(f);
            free.after = drop.email;
            free.how = u"address of "_s + drop.name + u", free for statements before"_s;
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
        return refuse(u"contact"_s, before.name + u" is marked as "_s + defectName(before.defect),
                      u"correct it first, or choose another contact"_s);
    if (before.email.isEmpty())
        return refuse(u"email"_s, before.name + u" has no e-mail address to send invoices to"_s, u"enter one first"_s);
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
    changes.summary =
        before.name + u" is the billing contact of "_s + account.name
        + (others.isEmpty() ? QString() : QString(u", in place of "_s + others.join(u", "_s)))
        + (owned.billingOwner.isEmpty() ? u"."_s : QString(u"; "_s + owned.billingOwner + u" answers for it."_s));
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
        return refuse(u"email"_s, u"of "_s + before.name + u" needs no confirmation"_s,
                      hold ? u"it only has to wait"_s : u"verify the contact instead"_s);
    QString how;
    if (c.byCallBack) {
        const QString digits = phoneDigits(c.number);
        const auto known = numbersToConfirm(book, before, *hold, x.now);
        const auto it = std::find_if(known.begin(), known.end(),
                                     [&](const KnownNumber& k) { return phoneDigits(k.number) == digits; });
        if (digits.isEmpty() || it == known.end())
            return refuse(u"number"_s,
                          digits.isEmpty() ? u"is missing"_s : u"was not known before the address changed"_s,
                          known.empty() ? u"no number was known then: let a second person confirm it"_s
                                        : QString(u"call "_s + known.front().contact->name + u" on "_s
                                                  + known.front().number + u", or let a second person confirm it"_s));
        how = u"call-back on "_s + it->number
              + (it->contact->id == before.id ? QString() : QString(u" ("_s + it->contact->name + u')'));
    } else {
        if (foldForSearch(x.user) == foldForSearch(hold->user))
            return refuse(u"user"_s, u"changed this address and cannot confirm it"_s,
                          u"ask a colleague, or call back on a number known before"_s);
        how = u"second person: "_s + x.user;
    }
    Contact after = before;
    if (before.defect == ContactDefect::None) {
        after.verifiedOn = x.today;
        after.verifiedBy = x.user;
        after.verifiedHow = how;
    }
    ChangeSet changes = beginChange(book, book.customerRow(before.customer), x, u"address confirmed"_s);
    ContactEvent e = contactEvent(before, ContactEventKind::Confirmed, x);
    e.field = contactFieldName(F::Email);
    e.after = before.email;
    e.how = how;
    changes.insert(std::move(e));
    changes.change(before, std::move(after));
    changes.summary = before.email + u" confirmed, "_s + how + u'.';
    if (hold->freeAt > x.now)
        changes.summary += u" Statements may go there from "_s + weekdayWords(book.dayOf(hold->freeAt), x.today) + u' '
                           + clockWords(minuteOfDayIn(book.info().zone, hold->freeAt)) + u'.';
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
        return refuse(u"drop"_s, u"is the same contact"_s, u"choose its double"_s);
    const std::uint32_t payer = payerOfContact(book, keep);
    if (payer != payerOfContact(book, drop))
        return refuse(u"drop"_s, drop.name + u" belongs to another payer"_s,
                      u"only people of one payer can be merged; change the payer first"_s);
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
    changes.summary = drop.name + u" merged into "_s + keep.name + u'.';
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
    changes.summary = u"Looked for a person at "_s + book.customers()[*payer].name + u": "_s + searchWayName(c.way)
                      + (*found ? QString(u", found "_s + (*found)->name + u'.') : u'.' + QString());
    const LocalTimes times(0);
    const bool nobody = bestContact(book, *payer, ContactRole::ApClerk, x.today, times) == noRow;
    if (!*found && nobody) {
        const Date due = book.calendar().addBusinessDays(x.today, 1);
        addNextAction(changes, book, *payer, x, NextActionKind::FindPerson, due);
        changes.summary += u" Next try "_s + weekdayWords(due, x.today) + u'.';
    }
    changes.insert(std::move(t));
    return changes;
}

} // namespace duedesk
