// The whole book as one immutable value, shared by pointer: posted lines as columns, everything else as rows.
// A command yields a ChangeSet, with() gives the next book and costs what the change touches, not the book.
#pragma once
#include "core/base/calendar.h"
#include "core/domain/changeset.h"
#include "core/domain/ids.h"
#include "core/domain/ledger.h"
#include "core/domain/rows.h"

#include <memory>
#include <mutex>
#include <tuple>

namespace duedesk {

// The name of the sample book: nothing in it is real.
inline constexpr QStringView practiceBookName = u"Practice book";

struct BookInfo {
    QString name;
    Currency base;
    QString zone;       // IANA; the day of the book
    QString uuid;
    Instant createdAt = 0;
    bool operator==(const BookInfo&) const = default;
};

// Rates of one day by currency: convert() rounds each amount once, half-even, to base minor units.
class RatesAt {
public:
    explicit RatesAt(Currency base);
    void set(Currency c, const DecimalRate& r);
    // A rate that is not used, because the book's sums in its currency would be no figures: the currency has none then.
    void leaveOut(Currency c);
    const std::vector<Currency>& leftOut() const { return m_leftOut; }
    bool has(std::uint16_t currencyIndex) const { return currencyIndex < m_known.size() && m_known[currencyIndex]; }
    // Base minor units; 0 when the currency has no rate (ask has() and say so, never 1).
    std::int64_t convert(std::int64_t amount, std::uint16_t currencyIndex) const
    {
        return currencyIndex == m_base.index() ? amount : convertForeign(amount, currencyIndex);
    }
    Currency base() const { return m_base; }
    // The rate of a currency that has one.
    const DecimalRate& rateOf(std::uint16_t currencyIndex) const { return m_rates[currencyIndex]; }

private:
    std::int64_t convertForeign(std::int64_t amount, std::uint16_t currencyIndex) const;
    Currency m_base;
    std::vector<bool> m_known;
    std::vector<DecimalRate> m_rates;
    std::vector<Currency> m_leftOut;
};

// What a ledger holds, by the index of the currency.
struct LedgerSums {
    std::vector<Int128> debits, credits;
};
// Worked out when first asked for and shared by the books of one ledger; safe on any thread.
class CurrencySums {
public:
    std::shared_ptr<const LedgerSums> of(const std::shared_ptr<const Ledger>& ledger);

private:
    std::mutex m_mutex;
    std::weak_ptr<const Ledger> m_ledger;
    std::shared_ptr<const LedgerSums> m_sums;
};

// A text of the customers (tier, region, owner …) as codes: what cuts by it compare. Made when first asked
// for and shared by the books that have the same customers; safe on any thread.
class CustomerTexts {
public:
    struct Column {
        std::vector<std::uint32_t> code; // per customer row, into texts
        std::vector<QString> texts; // distinct, in the order first seen
    };
    const Column& of(const Rows<Customer>& customers, QString Customer::* field);

private:
    std::mutex m_mutex;
    std::vector<std::pair<QString Customer::*, std::unique_ptr<const Column>>> m_columns;
};

class Book;
using BookPtr = std::shared_ptr<const Book>;

class Book {
public:
    // Assembles a book; rows must be complete (referenced customers exist), in any order of ids.
    Book(BookInfo info, std::int64_t revision, std::shared_ptr<const Ledger> ledger,
         MapTypes<Rows, RecordTypes>::type tables);
    static BookPtr empty(BookInfo info);

    const BookInfo& info() const { return m_info; }
    std::int64_t revision() const { return m_revision; }
    const Ledger& ledger() const { return *m_ledger; }
    std::shared_ptr<const Ledger> ledgerPtr() const { return m_ledger; }
    template <class T> const Rows<T>& rows() const { return std::get<Rows<T>>(m_tables); }
    const Rows<Customer>& customers() const { return rows<Customer>(); }
    const Rows<Company>& companies() const { return rows<Company>(); }

    // The book after the change. Cost: the rows changed, and one chunk copy for each chunk they touch.
    // A change that posts lines must fit (tried()): else std::logic_error.
    BookPtr with(const ChangeSet& changes, std::int64_t newRevision) const;
    // The same, refused where posted lines break an equation of the ledger: the error names the line and the field.
    Result<BookPtr> tried(const ChangeSet& changes, std::int64_t newRevision) const;

    // --- customers
    std::uint32_t customerRow(CustomerId id) const { return customers().rowOf(id); }
    std::uint32_t customerByExternalId(const QString& externalId) const; // noRow when unknown
    std::uint32_t payerRow(std::uint32_t customerRow) const { return m_customerIndex->payer[customerRow]; }
    std::uint32_t parentRow(std::uint32_t customerRow) const { return m_customerIndex->parent[customerRow]; } // topmost
    // Customers that this payer pays for, ascending, itself included where it pays for itself.
    std::span<const std::uint32_t> paidBy(std::uint32_t payerRow) const { return m_customerIndex->sites.of(payerRow); }
    // Position of each customer's name in the order of names (locale-free, folded): sorting by name is sorting integers.
    const std::vector<std::uint32_t>& nameRanks() const { return m_customerIndex->nameRank; }
    // The customer's name as searching compares it (foldForSearch).
    const QString& foldedName(std::uint32_t customerRow) const { return m_customerIndex->foldedName[customerRow]; }
    const CustomerTexts::Column& customerTexts(QString Customer::* field) const
    {
        return m_customerTexts->of(customers(), field);
    }

    // --- rows of a customer, ascending by row; retracted rows are not among them. T has a `customer`.
    template <class T> std::span<const std::uint32_t> rowsOf(std::uint32_t customerRow) const
    {
        return m_ofCustomer[recordIndexOf<T>()].of(customerRow);
    }
    // Rows of T (Promise, Plan, Dispute) that name an item somebody else than their own payer pays for: a site has
    // changed its payer since. Nearly always none.
    template <class T> std::span<const std::uint32_t> strays() const { return m_strays[recordIndexOf<T>()]; }
    std::span<const std::uint32_t> activitiesOf(std::uint32_t customerRow) const
    {
        return rowsOf<Activity>(customerRow);
    }
    std::span<const std::uint32_t> nextActionsOf(std::uint32_t customerRow) const
    {
        return rowsOf<NextAction>(customerRow);
    }
    std::span<const std::uint32_t> promisesOf(std::uint32_t customerRow) const { return rowsOf<Promise>(customerRow); }
    std::span<const std::uint32_t> disputesOf(std::uint32_t customerRow) const { return rowsOf<Dispute>(customerRow); }
    std::span<const std::uint32_t> contactsOf(std::uint32_t customerRow) const { return rowsOf<Contact>(customerRow); }

    // --- settings as of D
    const Policy& policyAt(Date d) const; // the version in force; the first one before that
    std::shared_ptr<const LedgerSums> ledgerSums() const { return m_currencySums->of(m_ledger); }
    RatesAt ratesAt(Date d) const; // without those that no sum of the book could bear
    const BusinessCalendar& calendar(const QString& name = {}) const; // the book's where unknown
    const BusinessCalendar& calendarOf(std::uint32_t customerRow) const;
    // Cash known through, per company number (0 = lines without a company); invalid = no payment yet.
    Date cashThrough(std::uint16_t company) const;
    // The earliest over the companies in which this payer's open items stand is what judges it; here: of the book.
    Date cashThrough() const;
    // Company number of the columns (company row + 1, 0 = none) to the record; null for 0.
    const Company* company(std::uint16_t number) const { return number == 0 ? nullptr : &companies()[number - 1U]; }
    // "today" of the book at an instant.
    Date dayOf(Instant at) const;

private:
    struct CustomerIndex {
        QHash<QString, std::uint32_t> byExternalId;
        std::vector<std::uint32_t> payer, parent, nameRank;
        std::vector<QString> foldedName;
        Groups sites;
    };
    template <class T> void index(std::uint32_t row, const T* before, const T& after);
    template <class T> bool isStray(const T& t) const;
    template <class T> void indexStray(std::uint32_t row, const T& t);
    void indexStrays();
    void indexCustomers();
    void indexSettings();

    BookInfo m_info;
    std::int64_t m_revision = 0;
    std::shared_ptr<const Ledger> m_ledger;
    MapTypes<Rows, RecordTypes>::type m_tables;
    std::shared_ptr<const CustomerIndex> m_customerIndex;
    std::shared_ptr<CustomerTexts> m_customerTexts = std::make_shared<CustomerTexts>(); // a cache, never a truth
    std::shared_ptr<CurrencySums> m_currencySums = std::make_shared<CurrencySums>(); // so is this
    std::array<Groups, recordTypeCount> m_ofCustomer; // of the types with a customer
    std::array<std::vector<std::uint32_t>, recordTypeCount> m_strays; // rows, ascending
    std::vector<std::uint32_t> m_policies; // rows, by validFrom
    std::vector<std::uint32_t> m_rates; // rows, by validFrom
    QHash<QString, BusinessCalendar> m_calendars; // "" always present
};

// True when the live rows of both are equal: what "undone" means. Revision and retracted rows do not count.
bool sameLiveRows(const Book& a, const Book& b);

// The payer itself and every customer it pays for.
template <class F> void forEachMember(const Book& book, std::uint32_t payer, F&& f)
{
    f(payer);
    for (const std::uint32_t site : book.paidBy(payer))
        if (site != payer)
            f(site);
}

} // namespace duedesk
