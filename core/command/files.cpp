#include "core/command/files.h"

#include "core/base/text.h"
#include "core/command/common.h"
#include "core/insight/calls/callpast.h"

#include <algorithm>

namespace duedesk {
namespace {

constexpr qsizetype nameLimit = 200;

Outcome checkFile(const AttachFile& c)
{
    if (c.name.trimmed().isEmpty() || c.name == u"." || c.name == u"..")
        return refuse(QStringLiteral("file"), Lang::words("has no name"), Lang::words("give it a name"));
    if (c.name.contains(u'/') || c.name.contains(u'\\') || firstHidden(c.name) >= 0)
        return refuse(QStringLiteral("file"), Lang::words("has a name that is no file name: %1", excerpt(c.name)),
                      Lang::words("rename it and attach it again"));
    if (c.name.size() > nameLimit)
        return refuse(QStringLiteral("file"),
                      Lang::words("has a name of %1 characters", QString::number(c.name.size())),
                      Lang::words("rename it to something shorter"));
    if (c.size <= 0)
        return refuse(QStringLiteral("file"), Lang::words("is empty"), Lang::words("attach the one with content"));
    if (c.size > attachmentLimit)
        return refuse(QStringLiteral("file"),
                      Lang::words("has %1 MB; 10 MB are allowed", QString::number((c.size + 999'999) / 1'000'000)),
                      Lang::words("attach a smaller copy, or note where it lies"));
    const auto isHex = [](char h) { return (h >= '0' && h <= '9') || (h >= 'a' && h <= 'f'); };
    if (c.sha256.size() != 64 || !std::ranges::all_of(c.sha256, isHex))
        return refuse(QStringLiteral("file"), Lang::words("is not kept in the book"), Lang::words("attach it again"));
    return {};
}

// Whether a row that the file belongs to is there, and its customer one of this payer's.
template <class T> Outcome checkOwner(const Book& book, decltype(T::id) id, std::uint32_t payer, const char* field)
{
    if (!id)
        return {};
    const T* row = book.rows<T>().find(id);
    const std::uint32_t customer = row ? book.customerRow(row->customer) : noRow;
    if (customer == noRow || book.payerRow(customer) != payer)
        return refuse(QString::fromLatin1(field), Lang::words("is not of this account"),
                      Lang::words("choose one of its own"));
    return {};
}

Outcome checkDebit(const Book& book, DebitId id, std::uint32_t payer)
{
    if (!id)
        return {};
    const std::uint32_t row = book.ledger().debitRow(id);
    if (row == noRow || book.payerRow(viewDebit(book.ledger(), row).customer) != payer)
        return refuse(QStringLiteral("invoice"), Lang::words("is not of this account"),
                      Lang::words("choose one of its own"));
    return {};
}

bool isThere(const Book& book, std::uint32_t payer, const AttachFile& c)
{
    bool found = false;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.rowsOf<Attachment>(site)) {
            const Attachment& a = book.rows<Attachment>()[row];
            found = found
                    || (a.sha256 == c.sha256 && a.name == c.name && a.dispute == c.dispute && a.request == c.request
                        && a.debit == c.debit && a.activity == c.activity);
        }
    });
    return found;
}

} // namespace

Result<ChangeSet> decideCommand(const Book& book, const AttachFile& c, const Context& x)
{
    const auto payer = payerOf(book, c.customer);
    if (!payer)
        return std::unexpected(payer.error());
    for (const Outcome& o :
         {checkFile(c), checkDebit(book, c.debit, *payer), checkOwner<Dispute>(book, c.dispute, *payer, "dispute"),
          checkOwner<CustomerRequest>(book, c.request, *payer, "request"),
          checkOwner<Activity>(book, c.activity, *payer, "activity")})
        if (!o)
            return std::unexpected(o.error());
    ChangeSet changes = beginChange(book, *payer, x, QStringLiteral("file attached"));
    const QString account = book.customers()[*payer].name;
    if (isThere(book, *payer, c)) {
        changes.summary = Lang::words("%1 is attached to %2 already.", c.name, account);
        return changes; // the same file in the same place once more is no change
    }
    Attachment a;
    a.id = nextId<AttachmentId>(x, Table::Attachment);
    a.customer = c.customer;
    a.dispute = c.dispute;
    a.activity = c.activity;
    a.request = c.request;
    a.debit = c.debit;
    a.name = c.name;
    a.mimeType = c.mimeType;
    a.size = c.size;
    a.sha256 = c.sha256;
    a.day = x.today;
    a.user = x.user;
    a.operation = x.operation;
    changes.summary = Lang::words("%1 attached to %2.", a.name, account);
    changes.insert(std::move(a));
    return changes;
}

Result<ChangeSet> decideCommand(const Book& book, const DetachFile& c, const Context& x)
{
    const Attachment* a = book.rows<Attachment>().find(c.attachment);
    const std::uint32_t customer = a ? book.customerRow(a->customer) : noRow;
    if (customer == noRow)
        return refuse(QStringLiteral("file"), Lang::words("is not attached any more"), Lang::words("refresh with F5"));
    ChangeSet changes = beginChange(book, book.payerRow(customer), x, QStringLiteral("file taken off"));
    changes.summary = Lang::words("%1 taken off.", a->name);
    Attachment gone = *a;
    gone.retractedBy = x.operation;
    changes.change(*a, std::move(gone));
    return changes;
}

} // namespace duedesk
