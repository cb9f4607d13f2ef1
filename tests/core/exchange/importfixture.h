// Files from strings, an import into a book that lives in memory, and the book after it: what the store does with a
// staged import, without a store. The ledger builder proves the ledger equations on each commit.
#pragma once
#include "core/exchange/importer.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <set>

namespace duedesk {

class ImportFixture {
public:
    explicit ImportFixture(const char* base = "USD")
    {
        info.base = *Currency::parse(std::string_view(base));
        info.name = QStringLiteral("test");
        book = Book::empty(info);
        options.today = day("2025-11-14");
        options.user = QStringLiteral("tester");
    }
    static Date day(const char* iso) { return *Date::fromIso(std::string_view(iso)); }

    QString file(const QString& name, const QByteArray& content)
    {
        const QString path = dir.filePath(name);
        QFile f(path);
        if (!f.open(QIODevice::WriteOnly) || f.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    Result<StagedReport> stageFiles(const QStringList& files)
    {
        options.origins = std::make_shared<const LineOrigins>(origins());
        return stage(*book, files, options, ids);
    }
    Result<StagedReport> stageText(const QByteArray& content, const QString& name = QStringLiteral("in.csv"))
    {
        return stageFiles({file(name, content)});
    }
    // Stages and, when every row is good, commits.
    StagedReport take(const QByteArray& content, const QString& name = QStringLiteral("in.csv"))
    {
        auto r = stageText(content, name);
        if (!r)
            qFatal("%s", qPrintable(r.error().message()));
        for (const Error& e : r->errors)
            qWarning("%s", qPrintable(e.message()));
        commit(r->staged);
        return std::move(*r);
    }
    void commit(const StagedImport& s)
    {
        const auto gone = [](const auto& list, auto id) {
            return std::find(list.begin(), list.end(), id) != list.end();
        };
        std::erase_if(debits, [&](const StagedDebit& d) { return gone(s.retractedDebits, DebitId(d.row.id)); });
        std::erase_if(credits, [&](const StagedCredit& c) { return gone(s.retractedCredits, CreditId(c.row.id)); });
        std::erase_if(settlements, [&](const StagedSettlement& x) {
            return gone(s.retractedDebits, x.debit) || (x.credit && gone(s.retractedCredits, x.credit))
                   || (!x.credit && gone(s.retractedWriteOffs, x.id));
        });
        const auto keep = [this](std::string_view t) { return text.keep(t); };
        for (StagedDebit d : s.debits) {
            d.row.number = keep(d.row.number);
            d.row.poNumber = keep(d.row.poNumber);
            d.row.product = products.code(s.products.text(d.row.product));
            d.row.billingFormat = formats.code(s.billingFormats.text(d.row.billingFormat));
            debits.push_back(d);
        }
        for (StagedCredit c : s.credits) {
            c.row.reference = keep(c.row.reference);
            credits.push_back(c);
        }
        for (StagedSettlement x : s.settlements) {
            x.reason = keep(x.reason);
            settlements.push_back(x);
        }
        rebuild(s);
    }
    // As the store tells them.
    LineOrigins origins() const
    {
        LineOrigins out;
        for (const StagedSettlement& x : settlements)
            if (!x.credit)
                out.writeOffs.push_back({WriteOffId(x.id), byHand.contains(x.id), std::string(x.reason)});
        std::ranges::sort(out.writeOffs, {}, [](const WriteOffOrigin& o) { return o.id.value; });
        out.takenBack = takenBack;
        return out;
    }
    // What people do in the workbench.
    void writeOffHere(const char* number, const char* iso, std::int64_t amount)
    {
        settlements.push_back({ids.next(Table::WriteOff), debitOf(number), {}, day(iso).days(), amount, "tiny"});
        byHand.insert(settlements.back().id);
        rebuildAfterHand();
    }
    void takeBackHere(const char* reference, const char* number)
    {
        const auto credit = std::ranges::find(credits, std::string_view(reference),
                                              [](const StagedCredit& c) { return c.row.reference; });
        std::erase_if(settlements, [&](const StagedSettlement& x) {
            if (x.credit.value != credit->row.id || x.debit != debitOf(number))
                return false;
            takenBack.push_back({x.debit, x.credit, x.date, x.amount});
            return true;
        });
        rebuildAfterHand();
    }
    DebitId debitOf(const char* number) const
    {
        for (const StagedDebit& d : debits)
            if (d.row.number == number)
                return DebitId(d.row.id);
        return {};
    }
    // Open amount of an invoice at a day, in minor units; -1 when there is no such invoice.
    std::int64_t open(const char* number, const char* iso) const
    {
        const Ledger& l = book->ledger();
        for (std::uint32_t row = 0; row < l.debitCount; ++row)
            if (const auto [c, i] = l.debit(row); c->number[i] == number)
                return l.open(row, day(iso));
        return -1;
    }
    std::int64_t unapplied(const char* reference, const char* iso) const
    {
        const Ledger& l = book->ledger();
        for (std::uint32_t row = 0; row < l.creditCount; ++row)
            if (const auto [c, i] = l.credit(row); c->reference[i] == reference)
                if (const UnappliedCredit* u = l.unappliedOf(row))
                    return l.unappliedAt(*u, day(iso).days());
        return 0;
    }
    std::uint32_t count(const char* number) const
    {
        std::uint32_t n = 0;
        for (std::uint32_t row = 0; row < book->ledger().debitCount; ++row)
            if (const auto [c, i] = book->ledger().debit(row); c->number[i] == number)
                ++n;
        return n;
    }
    const Customer* customer(const char* externalId) const
    {
        const std::uint32_t row = book->customerByExternalId(QString::fromUtf8(externalId));
        return row == noRow ? nullptr : &book->customers()[row];
    }

    BookInfo info;
    BookPtr book;
    CountingIds ids;
    ImportOptions options;
    QTemporaryDir dir;
    std::vector<StagedDebit> debits;
    std::vector<StagedCredit> credits;
    std::vector<StagedSettlement> settlements;
    std::set<std::int64_t> byHand; // write-offs
    std::vector<TakenBack> takenBack;

private:
    void rebuildAfterHand()
    {
        StagedImport nothing;
        nothing.batch.id = BatchId(ids.next(Table::ImportBatch));
        rebuild(nothing);
    }
    void rebuild(const StagedImport& s)
    {
        ChangeSet changes = s.changes;
        changes.insert(s.batch);
        const BookPtr next = book->with(changes, book->revision() + 1);
        LedgerBuilder b(next->customers().size());
        for (std::size_t i = 1; i < products.size(); ++i)
            b.products().code(products.text(std::uint16_t(i)));
        for (std::size_t i = 1; i < formats.size(); ++i)
            b.billingFormats().code(formats.text(std::uint16_t(i)));
        const auto companyNumber = [&](CompanyId id) {
            return id ? std::uint16_t(next->companies().rowOf(id) + 1) : std::uint16_t(0);
        };
        std::sort(credits.begin(), credits.end(), [](const auto& x, const auto& y) { return x.row.id < y.row.id; });
        std::sort(debits.begin(), debits.end(), [](const auto& x, const auto& y) { return x.row.id < y.row.id; });
        for (const StagedCredit& c : credits) {
            CreditRow r = c.row;
            r.customer = next->customerRow(c.customer);
            r.company = companyNumber(c.company);
            b.addCredit(r);
        }
        std::map<std::int64_t, std::vector<SettlementRow>> of;
        for (const StagedSettlement& x : settlements)
            of[x.debit.value].push_back({x.credit.value, x.date, x.amount, x.id});
        for (const StagedDebit& d : debits) {
            DebitRow r = d.row;
            r.customer = next->customerRow(d.customer);
            r.company = companyNumber(d.company);
            b.addDebit(r, of[r.id]);
        }
        auto ledger = b.finish();
        if (!ledger)
            qFatal("%s", qPrintable(ledger.error().message()));
        MapTypes<Rows, RecordTypes>::type tables;
        copyTables(*next, tables, static_cast<RecordTypes*>(nullptr));
        book = std::make_shared<const Book>(info, next->revision(), *ledger, tables);
    }
    template <class... T>
    static void copyTables(const Book& from, MapTypes<Rows, RecordTypes>::type& to, std::tuple<T...>*)
    {
        ((std::get<Rows<T>>(to) = from.rows<T>()), ...);
    }

    TextArena text;
    Dictionary products, formats;
};

} // namespace duedesk
