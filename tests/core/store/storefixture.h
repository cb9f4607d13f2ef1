// What the tests of the store share: a book in a folder of its own, and imports built by hand.
#pragma once
#include "core/domain/provisionalids.h"
#include "core/store/bookstore.h"

#include <QString>
#include <memory>

namespace duedesk {

inline constexpr Instant testNow = 1'763'110'800'000; // 2025-11-14T09:00:00Z
inline BookStore::Actor testActor(Instant now = testNow) { return {QStringLiteral("clara"), now}; }

inline BookInfo testInfo()
{
    BookInfo info;
    info.name = QStringLiteral("Practice");
    info.base = *Currency::parse(QStringLiteral("EUR"));
    info.zone = QStringLiteral("Europe/Berlin");
    return info;
}

// An import of `customers` new customers with `perCustomer` invoices of 100.00 each; of every three invoices the first
// is paid in full, the second in part with a residue written off, the third is open. Dates spread over 2025.
inline std::unique_ptr<StagedImport> makeImport(const Book& book, IdSource& ids, int customers, int perCustomer,
                                                const QString& tag = QStringLiteral("A"))
{
    auto s = std::make_unique<StagedImport>();
    s->baseRevision = book.revision();
    s->batch.id = BatchId(ids.next(Table::ImportBatch));
    s->batch.operation = OperationId(ids.next(Table::Operation));
    s->batch.at = testNow;
    s->batch.user = QStringLiteral("clara");
    ImportedFile file;
    file.name = tag + QStringLiteral(".csv");
    file.kind = QStringLiteral("invoices");
    file.profile = QStringLiteral("generic");
    file.sha256 = QByteArray(64, 'a');
    file.rows = file.added = qint64(customers) * perCustomer;
    s->batch.files = {file};
    s->products.code(QStringLiteral("Licences"));
    s->products.code(QStringLiteral("Support"));
    const std::uint16_t eur = Currency::parse(QStringLiteral("EUR"))->index();
    const std::int32_t start = Date::fromCivil(2025, 1, 1)->days();
    for (int c = 0; c < customers; ++c) {
        Customer customer;
        customer.id = CustomerId(ids.next(Table::Customer));
        customer.externalId = tag + QString::number(c);
        customer.name = QStringLiteral("Kunde %1 %2").arg(tag).arg(c);
        customer.batch = s->batch.id;
        s->changes.insert(customer);
        for (int i = 0; i < perCustomer; ++i) {
            StagedDebit d;
            d.customer = customer.id;
            d.row.id = ids.next(Table::Debit);
            d.row.currency = eur;
            d.row.amount = 10'000;
            d.row.date = start + i % 300;
            d.row.due = d.row.date + 30;
            d.row.terms = 30;
            d.row.product = std::uint16_t(i % 3);
            const std::string number = QStringLiteral("%1%2-%3").arg(tag).arg(c).arg(i).toStdString();
            d.row.number = s->text.keep(number);
            s->debitSum.add({d.row.amount, *Currency::parse(QStringLiteral("EUR"))});
            s->debits.push_back(d);
            if (i % 3 == 2)
                continue;
            StagedCredit p;
            p.customer = customer.id;
            p.row.id = ids.next(Table::Credit);
            p.row.currency = eur;
            p.row.amount = i % 3 == 0 ? 10'000 : 9'900;
            p.row.date = d.row.date + 20;
            p.row.reference = s->text.keep("P" + number);
            s->credits.push_back(p);
            s->settlements.push_back(
                {ids.next(Table::Allocation), DebitId(d.row.id), CreditId(p.row.id), p.row.date, p.row.amount, {}});
            if (i % 3 == 1)
                s->settlements.push_back(
                    {ids.next(Table::WriteOff), DebitId(d.row.id), {}, p.row.date + 1, 100, s->text.keep("residue")});
        }
    }
    return s;
}

inline std::unique_ptr<StagedImport> makeImport(const Book& book, int customers, int perCustomer,
                                                const QString& tag = QStringLiteral("A"))
{
    ProvisionalIds ids;
    return makeImport(book, ids, customers, perCustomer, tag);
}
// The batch that a commit made.
inline BatchId batchOf(const BookStore::Published& done) { return done.changes.of<ImportBatch>().back().after.id; }

// One logged call to the first customer, with its next action.
inline ChangeSet makeCall(const Book& book, IdSource& ids, const QString& note)
{
    ChangeSet c;
    c.operation = OperationId(ids.next(Table::Operation));
    c.action = QStringLiteral("call logged");
    c.object = book.customers()[0].externalId;
    Activity a;
    a.id = ActivityId(ids.next(Table::Activity));
    a.customer = book.customers()[0].id;
    a.outcome = CallOutcome::Voicemail;
    a.at = testNow;
    a.day = book.dayOf(testNow);
    a.user = QStringLiteral("clara");
    a.note = note;
    a.operation = c.operation;
    c.insert(a);
    NextAction n;
    n.id = NextActionId(ids.next(Table::NextAction));
    n.customer = a.customer;
    n.kind = NextActionKind::TryAgain;
    n.madeOn = a.day;
    n.due = a.day + 3;
    n.operation = c.operation;
    c.insert(n);
    return c;
}

} // namespace duedesk
