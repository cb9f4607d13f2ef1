#include "core/store/postingwriter.h"

#include "core/store/database.h"
#include "core/store/importplan.h"
#include "core/store/importwriter.h"

#include <QJsonArray>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::int32_t orNone(Date d) { return d.isValid() ? d.days() : -farFuture; }

void bindDay(Statement& s, int i, Date d)
{
    if (d.isValid())
        s.bind(i, std::int64_t(d.days()));
    else
        s.bindNull(i);
}

void bindOr(Statement& s, int i, std::int64_t v, std::int64_t none)
{
    if (v != none)
        s.bind(i, v);
    else
        s.bindNull(i);
}

[[noreturn]] void gone()
{
    throwFailure(ErrorCode::Refused, u"a line that the change takes back is no longer in the book as it was"_s,
                 u"look at the account as it is now; nothing was saved"_s);
}

void checkText(const QString& text)
{
    if (text.contains(QChar(u'\0')))
        throwFailure(ErrorCode::InputRejected, u"text with a NUL character cannot be kept"_s,
                     u"take the character out"_s);
}

// Sorted as the digest wants them.
template <class T, class Key> std::vector<const T*> sorted(const std::vector<T>& lines, Key key)
{
    std::vector<const T*> out;
    for (const T& t : lines)
        out.push_back(&t);
    std::ranges::sort(out, [&](const T* a, const T* b) { return key(*a) < key(*b); });
    return out;
}
constexpr auto byId = [](const auto& t) { return t.id.value; };
constexpr auto byDebit = [](const auto& t) { return std::pair(t.debit.value, t.id.value); };

QJsonObject jsonOf(const PostedDebit& d)
{
    return {{u"id"_s, qint64(d.id.value)},
            {u"customer"_s, qint64(d.customer.value)},
            {u"company"_s, qint64(d.company.value)},
            {u"kind"_s, debitKindName(d.kind)},
            {u"number"_s, d.number},
            {u"date"_s, d.date.toIso()},
            {u"due"_s, d.due.toIso()},
            {u"amount"_s, Money{d.amount, d.currency}.toString()}};
}
QJsonObject jsonOf(const PostedCredit& c)
{
    return {{u"id"_s, qint64(c.id.value)},
            {u"customer"_s, qint64(c.customer.value)},
            {u"company"_s, qint64(c.company.value)},
            {u"kind"_s, creditKindName(c.kind)},
            {u"reference"_s, c.reference},
            {u"date"_s, c.date.toIso()},
            {u"amount"_s, Money{c.amount, c.currency}.toString()}};
}
QJsonObject jsonOf(const PostedAllocation& a)
{
    return {{u"id"_s, qint64(a.id.value)},
            {u"debit"_s, qint64(a.debit.value)},
            {u"credit"_s, qint64(a.credit.value)},
            {u"date"_s, a.date.toIso()},
            {u"amount"_s, qint64(a.amount)}};
}
QJsonObject jsonOf(const PostedWriteOff& w)
{
    return {{u"id"_s, qint64(w.id.value)},
            {u"debit"_s, qint64(w.debit.value)},
            {u"date"_s, w.date.toIso()},
            {u"amount"_s, qint64(w.amount)},
            {u"reason"_s, w.reason}};
}

QJsonObject jsonOf(const PostedLines& lines)
{
    QJsonObject out;
    const auto add = [&out](const QString& name, const auto& list) {
        QJsonArray all;
        for (const auto& line : list)
            all.append(jsonOf(line));
        if (!all.isEmpty())
            out.insert(name, all);
    };
    add(u"debit"_s, lines.debits);
    add(u"credit"_s, lines.credits);
    add(u"allocation"_s, lines.allocations);
    add(u"write_off"_s, lines.writeOffs);
    return out;
}

} // namespace

PostingWriter::PostingWriter(Database& db, const PostedChange& change, const Ledger& before, const Ledger& after)
    : m_db(db), m_change(change), m_before(before), m_after(after)
{
    const auto look = [&](const char* sql, std::int64_t id, std::int64_t debit, std::set<std::int64_t>& old) {
        Statement s(db, sql);
        s.bind(1, id);
        if (debit != 0)
            s.bind(2, debit);
        if (s.step())
            old.insert(id);
    };
    for (const PostedDebit& d : change.in.debits)
        look("SELECT 1 FROM debit WHERE id=?1", d.id.value, 0, m_oldDebits);
    for (const PostedCredit& c : change.in.credits)
        look("SELECT 1 FROM credit WHERE id=?1", c.id.value, 0, m_oldCredits);
    for (const PostedAllocation& a : change.in.allocations)
        look("SELECT 1 FROM allocation WHERE id=?1 AND debit=?2", a.id.value, a.debit.value, m_oldAllocations);
    for (const PostedWriteOff& w : change.in.writeOffs)
        look("SELECT 1 FROM write_off WHERE id=?1 AND debit=?2", w.id.value, w.debit.value, m_oldWriteOffs);
    checkNumbers();
}

// The file refuses a second live item of one number; told here in words.
void PostingWriter::checkNumbers() const
{
    const auto taken = [](const QString& number) {
        Error e;
        e.code = ErrorCode::Refused;
        e.field = u"number"_s;
        e.what = number + u" is in the book already"_s;
        e.remedy = u"choose another number; nothing was saved"_s;
        throwFailure(std::move(e));
    };
    Statement d(m_db, "SELECT 1 FROM debit WHERE number=?1 AND customer=?2 AND kind=?3 AND ifnull(company, 0)=?4 AND "
                      "retracted_by IS NULL");
    for (const PostedDebit& x : m_change.in.debits) {
        checkText(x.number);
        checkText(x.poNumber);
        d.bind(1, x.number).bind(2, x.customer.value).bind(3, std::int64_t(x.kind)).bind(4, x.company.value);
        if (d.step())
            taken(x.number);
        d.reset();
    }
    Statement c(m_db,
                "SELECT 1 FROM credit WHERE reference=?1 AND customer=?2 AND ifnull(company, 0)=?3 AND kind=1 AND "
                "retracted_by IS NULL");
    for (const PostedCredit& x : m_change.in.credits) {
        checkText(x.reference);
        c.bind(1, x.reference).bind(2, x.customer.value).bind(3, x.company.value);
        if (x.kind == CreditKind::CreditNote && c.step())
            taken(x.reference);
        c.reset();
    }
}

bool PostingWriter::bringsTexts() const
{
    return m_after.products.size() != m_before.products.size()
           || m_after.billingFormats.size() != m_before.billingFormats.size();
}

Hash PostingWriter::linesDigest() const
{
    MoneyDigest digest;
    for (const PostedDebit* d : sorted(m_change.in.debits, byId)) {
        if (m_oldDebits.contains(d->id.value))
            continue;
        const std::string number = d->number.toStdString(), po = d->poNumber.toStdString(),
                          product = d->product.toStdString(), format = d->billingFormat.toStdString();
        digest.add(DebitFacts{d->id.value, d->customer.value, d->company.value, d->kind, d->dueSource, d->date.days(),
                              d->due.days(), orNone(d->serviceDate), orNone(d->deliveredOn), d->terms,
                              d->currency.code(), d->amount, d->netAmount < 0 ? -1 : d->netAmount, number, po, product,
                              format});
    }
    for (const PostedCredit* c : sorted(m_change.in.credits, byId)) {
        const std::string reference = c->reference.toStdString();
        if (!m_oldCredits.contains(c->id.value))
            digest.add(CreditFacts{c->id.value, c->customer.value, c->company.value, c->kind, c->date.days(),
                                   orNone(c->clearedOn), c->currency.code(), c->amount, reference, c->reverses.value});
    }
    for (const PostedAllocation* a : sorted(m_change.in.allocations, byDebit))
        if (!m_oldAllocations.contains(a->id.value))
            digest.addAllocation(a->debit.value, a->id.value, a->credit.value, a->date.days(), a->amount);
    for (const PostedWriteOff* w : sorted(m_change.in.writeOffs, byDebit))
        if (!m_oldWriteOffs.contains(w->id.value))
            digest.addWriteOff(w->debit.value, w->id.value, w->date.days(), w->amount, w->reason.toStdString());
    return digest.finish();
}

void PostingWriter::describe(QJsonObject& payload) const
{
    payload.insert(u"posted"_s, QJsonObject{{u"in"_s, jsonOf(m_change.in)}, {u"out"_s, jsonOf(m_change.out)}});
    payload.insert(u"lines_digest"_s, QString::fromStdString(hex(linesDigest())));
}

void PostingWriter::write(std::int64_t revision, OperationId operation)
{
    if (isEmpty())
        return;
    retract(operation);
    writeTexts();
    writeDebits(operation);
    writeCredits(operation);
    writeSettlements(operation);
    writeFeed(revision);
}

void PostingWriter::writeTexts()
{
    Statement s(m_db, "INSERT INTO term(kind, code, text) VALUES(?1, ?2, ?3)");
    const auto write = [&](std::int64_t kind, const Dictionary& before, const Dictionary& after) {
        for (std::size_t code = before.size(); code < after.size(); ++code)
            s.bind(1, kind).bind(2, std::int64_t(code)).bind(3, after.text(std::uint16_t(code))).run();
    };
    write(0, m_before.products, m_after.products);
    write(1, m_before.billingFormats, m_after.billingFormats);
}

void PostingWriter::writeDebits(OperationId operation)
{
    Statement s(m_db, "INSERT INTO debit(id, customer, company, kind, due_source, date, due, terms, currency, amount, "
                      "number, product, po_number, net_amount, service_date, delivered_on, billing_format, operation) "
                      "VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18)");
    Statement back(m_db, "UPDATE debit SET retracted_by=NULL WHERE id=?1 AND retracted_by IS NOT NULL AND amount=?2");
    for (const PostedDebit& d : m_change.in.debits) {
        if (m_oldDebits.contains(d.id.value)) {
            back.bind(1, d.id.value).bind(2, d.amount).run();
            if (m_db.changes() != 1)
                gone();
            continue;
        }
        s.bind(1, d.id.value).bind(2, d.customer.value);
        bindOr(s, 3, d.company.value, 0);
        s.bind(4, std::int64_t(d.kind)).bind(5, std::int64_t(d.dueSource)).bind(6, std::int64_t(d.date.days()));
        s.bind(7, std::int64_t(d.due.days()));
        bindOr(s, 8, d.terms, -1);
        s.bind(9, d.currency.code()).bind(10, d.amount).bind(11, d.number);
        bindOr(s, 12, m_after.products.find(d.product), 0);
        if (d.poNumber.isEmpty())
            s.bindNull(13);
        else
            s.bind(13, d.poNumber);
        bindOr(s, 14, d.netAmount < 0 ? -1 : d.netAmount, -1);
        bindDay(s, 15, d.serviceDate);
        bindDay(s, 16, d.deliveredOn);
        bindOr(s, 17, m_after.billingFormats.find(d.billingFormat), 0);
        s.bind(18, operation.value).run();
    }
}

void PostingWriter::writeCredits(OperationId operation)
{
    Statement s(m_db, "INSERT INTO credit(id, customer, company, kind, date, currency, amount, reference, cleared_on, "
                      "reverses, operation) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)");
    Statement back(m_db, "UPDATE credit SET retracted_by=NULL WHERE id=?1 AND retracted_by IS NOT NULL AND amount=?2");
    for (const PostedCredit& c : m_change.in.credits) {
        if (m_oldCredits.contains(c.id.value)) {
            back.bind(1, c.id.value).bind(2, c.amount).run();
            if (m_db.changes() != 1)
                gone();
            continue;
        }
        s.bind(1, c.id.value);
        bindOr(s, 2, c.customer.value, 0); // NULL: nobody knows yet who paid
        bindOr(s, 3, c.company.value, 0);
        s.bind(4, std::int64_t(c.kind)).bind(5, std::int64_t(c.date.days())).bind(6, c.currency.code());
        s.bind(7, c.amount).bind(8, c.reference);
        bindDay(s, 9, c.clearedOn);
        bindOr(s, 10, c.reverses.value, 0);
        s.bind(11, operation.value).run();
    }
}

void PostingWriter::writeSettlements(OperationId operation)
{
    Statement a(m_db, "INSERT INTO allocation(debit, id, credit, date, amount, operation) VALUES(?1,?2,?3,?4,?5,?6)");
    Statement w(m_db, "INSERT INTO write_off(debit, id, date, amount, reason, operation) VALUES(?1,?2,?3,?4,?5,?6)");
    const auto bringBack = [this](const char* sql, std::int64_t debit, std::int64_t id, std::int64_t amount) {
        Statement(m_db, sql).bind(1, debit).bind(2, id).bind(3, amount).run();
        if (m_db.changes() != 1)
            gone();
    };
    for (const PostedAllocation& x : m_change.in.allocations) {
        if (m_oldAllocations.contains(x.id.value)) {
            bringBack("UPDATE allocation SET retracted_by=NULL WHERE debit=?1 AND id=?2 AND amount=?3 AND "
                      "retracted_by IS NOT NULL",
                      x.debit.value, x.id.value, x.amount);
            continue;
        }
        a.bind(1, x.debit.value).bind(2, x.id.value).bind(3, x.credit.value).bind(4, std::int64_t(x.date.days()));
        a.bind(5, x.amount).bind(6, operation.value).run();
    }
    for (const PostedWriteOff& x : m_change.in.writeOffs) {
        if (m_oldWriteOffs.contains(x.id.value)) {
            bringBack("UPDATE write_off SET retracted_by=NULL WHERE debit=?1 AND id=?2 AND amount=?3 AND "
                      "retracted_by IS NOT NULL",
                      x.debit.value, x.id.value, x.amount);
            continue;
        }
        checkText(x.reason);
        w.bind(1, x.debit.value).bind(2, x.id.value).bind(3, std::int64_t(x.date.days())).bind(4, x.amount);
        w.bind(5, x.reason).bind(6, operation.value).run();
    }
}

void PostingWriter::retract(OperationId operation)
{
    const auto one = [&](const char* sql, std::int64_t id, std::int64_t debit) {
        Statement s(m_db, sql);
        s.bind(1, id).bind(2, operation.value);
        if (debit != 0)
            s.bind(3, debit);
        s.run();
        if (m_db.changes() != 1)
            gone();
    };
    for (const PostedAllocation& a : m_change.out.allocations)
        one("UPDATE allocation SET retracted_by=?2 WHERE id=?1 AND debit=?3 AND retracted_by IS NULL", a.id.value,
            a.debit.value);
    for (const PostedWriteOff& w : m_change.out.writeOffs)
        one("UPDATE write_off SET retracted_by=?2 WHERE id=?1 AND debit=?3 AND retracted_by IS NULL", w.id.value,
            w.debit.value);
    for (const PostedCredit& c : m_change.out.credits)
        one("UPDATE credit SET retracted_by=?2 WHERE id=?1 AND retracted_by IS NULL", c.id.value, 0);
    for (const PostedDebit& d : m_change.out.debits)
        one("UPDATE debit SET retracted_by=?2 WHERE id=?1 AND retracted_by IS NULL", d.id.value, 0);
}

// A debit stands for what settles it: programs that catch up read both.
void PostingWriter::writeFeed(std::int64_t revision)
{
    Statement s(m_db, "INSERT OR IGNORE INTO change(revision, table_number, row_id) VALUES(?1, ?2, ?3)");
    s.bind(1, revision);
    const auto touched = [&](Table table, std::int64_t id) { s.bind(2, std::int64_t(table)).bind(3, id).run(); };
    for (const PostedLines* lines : {&m_change.in, &m_change.out}) {
        for (const PostedDebit& d : lines->debits)
            touched(Table::Debit, d.id.value);
        for (const PostedCredit& c : lines->credits)
            touched(Table::Credit, c.id.value);
        for (const PostedAllocation& a : lines->allocations)
            touched(Table::Debit, a.debit.value);
        for (const PostedWriteOff& w : lines->writeOffs)
            touched(Table::Debit, w.debit.value);
    }
}

std::vector<std::string> lineNames(const QJsonObject& payload, bool in)
{
    std::vector<std::string> out;
    const QJsonObject lines = payload[u"posted"_s][in ? u"in"_s : u"out"_s].toObject();
    for (const QString& table : {u"debit"_s, u"credit"_s, u"allocation"_s, u"write_off"_s})
        for (const QJsonValue& v : lines[table].toArray()) {
            QString name = table + u' ';
            if (!v[u"debit"_s].isUndefined())
                name += QString::number(v[u"debit"_s].toInteger()) + u'/';
            name += QString::number(v[u"id"_s].toInteger());
            out.push_back(name.toStdString());
        }
    return out;
}

} // namespace duedesk
