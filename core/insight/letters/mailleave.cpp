#include "core/insight/letters/mailleave.h"

#include "core/base/emailaddress.h"
#include "core/base/words.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/letters/mailguard.h"
#include "core/insight/people/contactguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::unexpected<Error> stop(Words why, Words remedy, QStringView field)
{
    return fail(ErrorCode::Refused, std::move(why), std::move(remedy), field.toString());
}

MailVerdict stopped(const Error& why) { return {why, 0}; }

QString numberOf(const Book& book, std::uint32_t debitRow) { return viewDebit(book.ledger(), debitRow).number; }

// A site may have another payer since the mail was written.
Outcome itemsAreTheirs(const Book& book, const OutboxMessage& m, std::uint32_t payer)
{
    for (const DebitId debit : m.debits) {
        const std::uint32_t row = book.ledger().debitRow(debit);
        if (row == noRow)
            return stop(Lang::words("an invoice is no longer in the book"), Lang::words("write the mail again"),
                        u"invoices");
        const auto [c, i] = book.ledger().debit(row);
        if (book.payerRow(c->customer[i]) != payer)
            return stop(Lang::words("%1 is paid by another customer now", numberOf(book, row)),
                        Lang::words("write the mail again"), u"invoices");
    }
    return {};
}

// Something of this debit was paid, credited or written off since the mail was written. The first day counts where it was
// known to be without money then: no step of a ladder is queued on a day on which money came in.
bool settledSince(const Book& book, const OutboxMessage& m, std::uint32_t debitRow, Date d)
{
    const Date written = book.dayOf(m.createdAt);
    const auto [c, i] = book.ledger().debit(debitRow);
    for (std::uint32_t k = c->first[i]; k < c->first[i + 1]; ++k) {
        if (c->from[k] > d.days() || (!c->until.empty() && c->until[k] <= d.days()))
            continue;
        if (c->from[k] > written.days())
            return true;
        if (m.cycle == 0 || c->from[k] != written.days() || c->credit[k] == noRow)
            continue;
        const auto [credit, at] = book.ledger().credit(c->credit[k]);
        if (CreditKind(credit->kind[at]) == CreditKind::Payment && credit->date[at] == written.days())
            return true;
    }
    return false;
}

Outcome amountsAreTrue(const Book& book, const OutboxMessage& m, Date d)
{
    for (const DebitId debit : m.debits)
        if (const std::uint32_t row = book.ledger().debitRow(debit); settledSince(book, m, row, d))
            return stop(book.ledger().open(row, d) > 0
                            ? Lang::words("%1 was paid in part since this mail was written", numberOf(book, row))
                            : Lang::words("%1 is paid", numberOf(book, row)),
                        Lang::words("write the mail again"), u"invoices");
    return {};
}

// The recipient is the contact the mail was written to, and may get it.
Outcome mayBeAddressed(const Book& book, const OutboxMessage& m, std::uint32_t payer, Instant now)
{
    const Contact* contact = book.rows<Contact>().find(m.contact);
    if (!contact)
        return stop(Lang::words("is no longer in the book"), Lang::words("choose another contact"), u"contact");
    if (const Outcome o = mayReceiveStatement(book, *contact, payer, now); !o)
        return o;
    const auto written = EmailAddress::parse(m.toAddress, u"to"_s),
               theirs = EmailAddress::parse(contact->email, u"to"_s);
    if (!written)
        return std::unexpected(written.error());
    if (!theirs || !(*written == *theirs))
        return stop(Lang::words("is not the address of %1", contact->name), Lang::words("write the mail again"), u"to");
    return {};
}

Outcome mayBeWritten(const Book& book, const OutboxMessage& m, std::uint32_t payer, Date d, Instant now)
{
    if (const Outcome o = mayBeAddressed(book, m, payer, now); !o)
        return o;
    Words why = noContactReason(book, payer, d);
    if (!why.isEmpty())
        why = Lang::words("%1 is %2", book.customers()[payer].name, why);
    else if (m.cycle != 0)
        why = noReminderReason(book, payer, d);
    if (!why.isEmpty())
        return stop(why, Lang::words("nothing is sent until that changes"), u"customer");
    if (const Outcome o = itemsAreTheirs(book, m, payer); !o)
        return o;
    if (const Outcome o = amountsAreTrue(book, m, d); !o)
        return o;
    return m.cycle == 0 ? Outcome() : stepMayGo(book, m, payer, d);
}

// Not today, not at this hour.
MailVerdict mustWait(const Book& book, const OutboxMessage& m, std::uint32_t payer, Date d, Instant now)
{
    if (const Words came = m.cycle == 0 ? Words() : cameTodayWords(book, payer, d); !came.isEmpty()) {
        const Date next = book.calendar().addBusinessDays(d, 1);
        return {stop(came, Lang::words("it goes %1 for what is left", DayWord{next, d, true}), u"invoices").error(),
                instantIn(book.info().zone, next, book.policyAt(d).callFrom)};
    }
    const CallWindow window = mailWindow(book, book.rows<Contact>().find(m.contact), payer);
    if (const Outcome o = openNow(window, LocalTimes(now), Lang::words("the hours in which consumers are written to"));
        !o)
        return {o.error(), window.nextOpening(now)};
    return {};
}

} // namespace

MailVerdict mayLeave(const Book& book, const OutboxMessage& m, Date d, Instant now)
{
    const std::uint32_t customer = book.customerRow(m.customer);
    if (customer == noRow || book.payerRow(customer) != customer)
        return stopped(
            stop(Lang::words("is paid for by another customer now"), Lang::words("write to who pays"), u"customer")
                .error());
    if (const Outcome o = mayBeWritten(book, m, customer, d, now); !o)
        return stopped(o.error());
    return mustWait(book, m, customer, d, now);
}

} // namespace duedesk
