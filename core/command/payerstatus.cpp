#include "core/base/words.h"
#include "core/command/common.h"

#include <algorithm>

namespace duedesk {
namespace {

Outcome checkStatus(const StatusDraft& s, Date today)
{
    if (const Outcome o = checkText(s.with, u"with", wordLimit); !o)
        return o;
    if (const Outcome o = checkText(s.reference, u"reference", wordLimit); !o)
        return o;
    if (s.state == PayerState::Scheduled && !s.scheduledFor.isValid())
        return fail(ErrorCode::InputRejected, Lang::words("is missing"), Lang::words("say the day it is scheduled for"),
                    QStringLiteral("date"));
    if (s.state == PayerState::Scheduled && s.scheduledFor < today)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the past"),
                    Lang::words("choose today or a later day"), QStringLiteral("date"));
    if (s.since.isValid() && s.since > today)
        return fail(ErrorCode::InputRejected, Lang::words("lies in the future"),
                    Lang::words("say since when it is there"), QStringLiteral("since"));
    return {};
}

} // namespace

Outcome addStatuses(ChangeSet& changes, const Book& book, std::uint32_t payer, const std::vector<StatusDraft>& drafts,
                    ContactId contact, ActivityId talk, const QString& note, const Context& x)
{
    if (drafts.empty())
        return fail(ErrorCode::InputRejected, Lang::words("none is ticked"),
                    Lang::words("tick the invoices they spoke about"), QStringLiteral("invoices"));
    for (const StatusDraft& s : drafts) {
        if (const auto row = openDebitOf(book, s.debit, payer, x.today); !row)
            return std::unexpected(row.error());
        if (std::ranges::count(drafts, s.debit, &StatusDraft::debit) > 1)
            return fail(ErrorCode::InputRejected, Lang::words("one is named twice"), {}, QStringLiteral("invoices"));
        if (const Outcome o = checkStatus(s, x.today); !o)
            return o;
        PayerStatus p;
        p.id = nextId<PayerStatusId>(x, Table::PayerStatus);
        p.customer = book.customers()[payer].id;
        p.debit = s.debit;
        p.state = s.state;
        p.day = x.today;
        p.at = x.now;
        if (s.state == PayerState::InApproval) {
            p.with = s.with.trimmed();
            p.since = s.since;
        }
        if (s.state == PayerState::Scheduled)
            p.scheduledFor = s.scheduledFor;
        if (s.state == PayerState::Paid)
            p.reference = s.reference.trimmed();
        p.contact = contact;
        p.activity = talk;
        p.user = x.user;
        p.note = note;
        p.operation = x.operation;
        changes.insert(std::move(p));
    }
    return {};
}

Result<ChangeSet> decideCommand(const Book& book, const SetPayerStatus& c, const Context& x)
{
    const auto payer = payerOf(book, c.payer);
    if (!payer)
        return std::unexpected(payer.error());
    if (const auto contact = contactOf(book, c.contact, *payer); !contact)
        return std::unexpected(contact.error());
    if (const Outcome o = checkText(c.note, u"note", noteLimit); !o)
        return std::unexpected(o.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("payer status noted"));
    if (const Outcome o = addStatuses(changes, book, *payer, c.statuses, c.contact, {}, c.note, x); !o)
        return std::unexpected(o.error());
    changes.summary =
        Lang::count("Payer status noted for %1 invoices of %2.", "Payer status noted for 1 invoice of %2.",
                    qint64(c.statuses.size()), book.customers()[*payer].name);
    return changes;
}

} // namespace duedesk
