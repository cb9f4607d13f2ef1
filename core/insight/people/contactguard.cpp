#include "core/insight/people/contactguard.h"

#include "core/base/clock.h"
#include "core/base/emailaddress.h"
#include "core/base/words.h"
#include "core/insight/calls/callpast.h"

#include <tuple>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr Instant hour = 3600 * Instant(1000);
constexpr int furthestMerge = 64; // only keeps a damaged book from hanging: merging into a merged contact is refused

// Later of two events of one contact; of one instant the one written later.
bool isLater(const ContactEvent& a, const ContactEvent* b)
{
    return !b || std::tuple(a.at, a.id) > std::tuple(b->at, b->id);
}

Outcome belongs(const Book& book, const Contact& contact, std::uint32_t payer)
{
    const std::uint32_t customer = book.customerRow(contact.customer);
    if (customer == noRow || book.payerRow(customer) != book.payerRow(payer))
        return fail(ErrorCode::Refused,
                    Lang::words("%1 is not a contact of %2", contact.name, book.customers()[book.payerRow(payer)].name),
                    Lang::words("choose one of its own contacts"), u"contact"_s);
    return {};
}

Outcome isThere(const Book& book, const Contact& contact)
{
    const auto refuse = [](Words why, Words remedy) {
        return fail(ErrorCode::Refused, std::move(why), std::move(remedy), u"contact"_s);
    };
    if (contact.retractedBy)
        return refuse(Lang::words("%1 was taken out of the book", contact.name), Lang::words("choose another contact"));
    if (contact.mergedInto) {
        const Contact* kept = resolvedContact(book, contact.id);
        return refuse(kept ? Lang::words("%1 was merged into %2", contact.name, kept->name)
                           : Lang::words("%1 was merged into another contact", contact.name),
                      Lang::words("write to that one"));
    }
    switch (contact.defect) {
    case ContactDefect::Left:
        return refuse(Lang::words("%1 has left", contact.name), Lang::words("find who took over"));
    case ContactDefect::WrongPerson:
        return refuse(Lang::words("%1 is the wrong person", contact.name), Lang::words("choose another contact"));
    case ContactDefect::Bounced:
        return refuse(Lang::words("%1 cannot be reached at %2: mail came back", contact.name, contact.email),
                      Lang::words("correct the address first"));
    case ContactDefect::None:
    case ContactDefect::WrongNumber: break;
    }
    return {};
}

// Phone and mobile as they stood at an instant: what the first later change replaced, else what stands now.
QStringList numbersOf(const Book& book, const Contact& c, Instant at)
{
    QString phone = c.phone, mobile = c.mobile;
    Instant phoneAt = 0, mobileAt = 0; // of the earliest change after `at`
    for (const std::uint32_t row : book.rowsOf<ContactEvent>(book.customerRow(c.customer))) {
        const ContactEvent& e = book.rows<ContactEvent>()[row];
        if (e.contact != c.id || e.at <= at)
            continue;
        if (e.kind == ContactEventKind::Added && e.field.isEmpty())
            return {};
        const auto takeBack = [&](QStringView field, QString& number, Instant& when) {
            if (e.field == field && (when == 0 || e.at < when)) {
                number = e.before;
                when = e.at;
            }
        };
        takeBack(u"phone", phone, phoneAt);
        takeBack(u"mobile", mobile, mobileAt);
    }
    QStringList out{phone, mobile};
    out.removeAll(QString());
    return out;
}

} // namespace

const Contact* resolvedContact(const Book& book, ContactId id)
{
    const Contact* c = book.rows<Contact>().find(id);
    for (int step = 0; c && c->mergedInto && step < furthestMerge; ++step)
        c = book.rows<Contact>().find(c->mergedInto);
    return c;
}

std::optional<AddressHold> addressHold(const Book& book, const Contact& contact, Instant now)
{
    const std::uint32_t customer = book.customerRow(contact.customer);
    if (customer == noRow)
        return {};
    const ContactEvent *changed = nullptr, *confirmed = nullptr;
    for (const std::uint32_t row : book.rowsOf<ContactEvent>(customer)) {
        const ContactEvent& e = book.rows<ContactEvent>()[row];
        if (e.contact != contact.id || e.field != u"email")
            continue;
        if (e.kind == ContactEventKind::Changed && isLater(e, changed))
            changed = &e;
        if (e.kind == ContactEventKind::Confirmed && isLater(e, confirmed))
            confirmed = &e;
    }
    if (!changed)
        return {};
    AddressHold hold{
        changed->id, changed->user, changed->day, confirmed && isLater(*confirmed, changed), changed->at, 0};
    hold.freeAt = changed->at + book.policyAt(book.dayOf(now)).addressHoldHours * hour;
    if (hold.confirmed && hold.freeAt <= now)
        return {};
    return hold;
}

std::vector<KnownNumber> numbersKnownAt(const Book& book, const Contact& contact, Instant at)
{
    std::vector<KnownNumber> out;
    const std::uint32_t customer = book.customerRow(contact.customer);
    if (customer == noRow)
        return out;
    const auto add = [&](const Contact& c) {
        if (c.defect == ContactDefect::None || c.defect == ContactDefect::Bounced)
            for (const QString& number : numbersOf(book, c, at))
                out.push_back({&c, number});
    };
    add(contact);
    forEachMember(book, book.payerRow(customer), [&](std::uint32_t site) {
        for (const std::uint32_t row : book.contactsOf(site))
            if (const Contact& c = book.rows<Contact>()[row]; c.id != contact.id)
                add(c);
    });
    return out;
}

std::vector<KnownNumber> numbersToConfirm(const Book& book, const Contact& contact, const AddressHold& hold,
                                          Instant now)
{
    const Policy& policy = book.policyAt(book.dayOf(now));
    return numbersKnownAt(book, contact, hold.changedAt - policy.addressHoldHours * hour);
}

Outcome mayReceiveStatement(const Book& book, const Contact& contact, std::uint32_t payer, Instant now)
{
    if (Outcome o = belongs(book, contact, payer); !o)
        return o;
    if (Outcome o = isThere(book, contact); !o)
        return o;
    if (contact.email.isEmpty())
        return fail(ErrorCode::Refused, Lang::words("%1 has no e-mail address", contact.name),
                    Lang::words("enter one, or choose another contact"), u"email"_s);
    if (const auto address = EmailAddress::parse(contact.email, u"email"_s); !address)
        return fail(address.error());
    const auto hold = addressHold(book, contact, now);
    if (!hold)
        return {};
    const Date today = book.dayOf(now);
    const DayWord day{hold->day, today};
    const Words since = hold->user.isEmpty()
                            ? Lang::words("the address of %1 was changed on %2", contact.name, day)
                            : Lang::words("the address of %1 was changed on %2 by %3", contact.name, day, hold->user);
    if (!hold->confirmed)
        return fail(ErrorCode::Refused, Lang::words("%1 and nobody has confirmed it", since),
                    Lang::words("call back on a number known before, or let a second person confirm it"), u"email"_s);
    return fail(ErrorCode::Refused,
                Lang::words("%1; no statement goes there before %2 %3", since,
                            DayWord{book.dayOf(hold->freeAt), today, true},
                            ClockWord{minuteOfDayIn(book.info().zone, hold->freeAt)}),
                Lang::words("write then, or to another contact"), u"email"_s);
}

} // namespace duedesk
