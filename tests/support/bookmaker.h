// Makes small books for tests in the words of the domain: customers, invoices, payments, credits, promises.
// Amounts are "100.00" (base currency) or "100.00 EUR", days "2025-01-31"; anything wrong throws at once.
#pragma once
#include "core/base/money.h"
#include "core/domain/book.h"
#include "core/domain/ids.h"
#include "core/domain/ledgerbuilder.h"

#include <deque>
#include <string>

namespace duedesk {

Date day(std::string_view iso);

class BookMaker {
public:
    struct DebitSpec {
        DebitRow row; // number and codes are filled by build()
        std::string number, poNumber;
        QString customer, company, product, billingFormat;
        bool dueGiven = true;
        std::vector<SettlementRow> settlements;
        operator DebitId() const { return DebitId(row.id); }
    };
    struct CreditSpec {
        CreditRow row;
        std::string reference;
        QString customer, company;
        operator CreditId() const { return CreditId(row.id); }
    };

    explicit BookMaker(std::string_view base = "USD", const QString& zone = QStringLiteral("UTC"));

    // The customer of this id, made when new (its name is "Customer <id>"). The reference stays valid; set fields freely.
    Customer& customer(const QString& externalId);
    Customer& customer(std::string_view externalId)
    {
        return customer(QString::fromUtf8(externalId.data(), qsizetype(externalId.size())));
    }
    Customer& customer(const char* externalId) { return customer(std::string_view(externalId)); }
    Company& company(const QString& code);
    // Any record with an id: the id is set when none is given.
    template <class T> T& add(T t)
    {
        if (!t.id)
            t.id = decltype(T::id)(m_ids.next(tableOf<T>()));
        auto& list = std::get<std::deque<T>>(m_records);
        list.push_back(std::move(t));
        return list.back();
    }
    Rate& rate(std::string_view currency, std::string_view validFrom, std::string_view rate);
    Holiday& holiday(std::string_view date, const QString& calendar = {});
    // Promise of a payer, on account unless lines are added to it.
    Promise& promise(std::string_view customer, std::string_view amount, std::string_view madeOn,
                     std::string_view promisedFor);
    Dispute& dispute(const DebitSpec& debit, std::string_view openedOn, std::string_view resolvedOn = {});

    // due "" = derived from the row's terms (set `terms` on the result), the customer's, else the policy's.
    DebitSpec& invoice(std::string_view customer, std::string_view amount, std::string_view date,
                       std::string_view due = {});
    DebitSpec& debit(DebitKind kind, std::string_view customer, std::string_view amount, std::string_view date,
                     std::string_view due = {});
    CreditSpec& credit(CreditKind kind, std::string_view customer, std::string_view amount, std::string_view date);
    CreditSpec& payment(std::string_view customer, std::string_view amount, std::string_view date)
    {
        return credit(CreditKind::Payment, customer, amount, date);
    }
    CreditSpec& creditNote(std::string_view customer, std::string_view amount, std::string_view date)
    {
        return credit(CreditKind::CreditNote, customer, amount, date);
    }
    // `date` "" = the credit's date.
    void allocate(const CreditSpec& credit, DebitSpec& debit, std::string_view amount, std::string_view date = {});
    // A payment of the debit's customer that is wholly for this debit.
    CreditSpec& pay(DebitSpec& debit, std::string_view amount, std::string_view date);
    void writeOff(DebitSpec& debit, std::string_view amount, std::string_view date);
    void reverse(const CreditSpec& payment, std::string_view date);

    // Throws std::runtime_error with the message where the ledger refuses the lines.
    BookPtr build(std::int64_t revision = 1) const;
    Result<BookPtr> tryBuild(std::int64_t revision = 1) const;
    CountingIds& ids() { return m_ids; } // where a command would go on counting
    Money money(std::string_view text) const;

    // What was asked for, for oracles that work it out on their own.
    const std::deque<DebitSpec>& debits() const { return m_debits; }
    const std::deque<CreditSpec>& credits() const { return m_credits; }
    template <class T> const std::deque<T>& records() const { return std::get<std::deque<T>>(m_records); }
    Currency base() const { return m_info.base; }

private:
    template <class... T> static std::tuple<std::deque<T>...> dequesOf(const std::tuple<T...>*);
    Result<std::shared_ptr<const Ledger>> ledger() const;
    Date deriveDue(const DebitSpec& d, DueSource& source) const;

    BookInfo m_info;
    CountingIds m_ids;
    decltype(dequesOf(static_cast<const RecordTypes*>(nullptr))) m_records;
    QHash<QString, std::uint32_t> m_customerRows, m_companyRows;
    std::deque<DebitSpec> m_debits;
    std::deque<CreditSpec> m_credits;
};

} // namespace duedesk
