// The work of one import call, one file after the other. Internal to exchange; importer.h is the door.
#pragma once
#include "core/exchange/csvreader.h"
#include "core/exchange/importer.h"
#include "core/exchange/sourcefile.h"
#include "core/exchange/textindex.h"

#include <map>
#include <unordered_map>
#include <unordered_set>

namespace duedesk {

// Of an item by number and customer slot.
inline std::uint64_t itemHash(std::string_view number, std::uint32_t customer)
{
    return hashBytes(number, (std::uint64_t(customer) + 1) * 0x9e3779b97f4a7c15ULL);
}

// What an earlier pass over the files found out, so that this pass reads rightly from the first row on.
struct Findings {
    std::vector<ColumnAnswer> columns;
    std::map<QString, Encoding> encodings;
    bool operator==(const Findings&) const = default;
};

// The cells of one row by field.
class RowCells {
public:
    RowCells(const FileLayout& layout, const CsvRow& row);
    void rebind() { m_buffers.clear(); }
    bool has(Field f) const { return m_column[std::size_t(f)] >= 0; } // the file has such a column
    std::string_view raw(Field f) const
    {
        const int c = m_column[std::size_t(f)];
        return c < 0 ? std::string_view() : m_row.field(std::size_t(c));
    }
    std::string_view
    text(Field f); // trimmed, or as it was before our guard; spreadsheet ".0" taken off where the profile says so
    const ColumnPlan* plan(Field f) const
    {
        const int p = m_plan[std::size_t(f)];
        return p < 0 ? nullptr : &m_layout.columns[std::size_t(p)];
    }
    const CsvRow& row() const { return m_row; }

private:
    const FileLayout& m_layout;
    const CsvRow& m_row;
    std::array<int, fieldCount> m_column, m_plan;
    std::deque<std::string> m_buffers;
};

// Why a row is rejected, or what is to be said about it.
struct Complaint {
    QString what, remedy;
    QString field;
    QString value;
};

class Stager {
public:
    Stager(const Book& book, const ImportOptions& options, IdSource& ids, Findings& findings);
    // False when a finding of this pass asks for another one; the report is then incomplete.
    Result<bool> run(const QStringList& files);
    StagedReport takeReport() { return std::move(m_report); }

private:
    // --- stager.cpp: files and rows; stagereadings.cpp: how columns are read; stagereport.cpp: what is told
    struct OpenFile {
        Detection detection;
        std::unique_ptr<SourceFile> source;
    };
    Result<std::vector<OpenFile>> openAll(const QStringList& files);
    Outcome takeFile(OpenFile& f);
    Outcome readRows(OpenFile& f);
    void takeRow(RowCells& cells);
    void gatherEvidence(RowCells& cells);
    void reserve(std::int64_t rows);
    bool totalRow(RowCells& cells);
    Outcome settleReadings(OpenFile& f);
    Outcome decideEncoding(const OpenFile& f);
    bool alreadyImported(const QByteArray& hash) const;
    void rememberReadings();
    void checkControlTotals();
    void finishBatch();
    void sortComplaints();
    bool cancelled() const { return m_options.cancel && m_options.cancel->load(std::memory_order_relaxed); }
    void progress(double done, const QString& what);

    enum class Took : std::uint8_t { Added, Changed, Unchanged };
    void took(std::uint16_t file, Took t);
    void reject(std::uint16_t file, std::int64_t line, Complaint c, std::int64_t byte = 0);
    void keepRejected(std::int64_t line, std::uint32_t reason, std::uint16_t file);
    void rejectCell(RowCells& cells, Field f, QString what, QString remedy = {});
    void warn(std::uint16_t file, std::int64_t line, Complaint c);
    FileReport& file() { return m_report.files.back(); }
    std::uint16_t fileNumber() const { return std::uint16_t(m_report.files.size() - 1); }

    // --- stagecells.cpp: false after rejecting the row
    bool id(RowCells& cells, Field f, std::string_view& out, bool required);
    bool date(RowCells& cells, Field f, std::int32_t& out, bool required);
    QString oddDay(std::int32_t day) const; // why no line can be dated so, "" = it can
    bool happened(RowCells& cells, Field f, std::int32_t day); // not after the day of the import
    bool money(RowCells& cells, Field f, Currency currency, std::int64_t& out);                // a cell must hold one
    bool money(RowCells& cells, Field f, Currency currency, std::optional<std::int64_t>& out); // empty = none
    bool flag(RowCells& cells, Field f, bool& out);
    bool days(RowCells& cells, Field f, int& out);
    bool currency(RowCells& cells, Currency& out);
    void addTotal(std::int64_t minor, Currency c);

    // --- stagecustomers.cpp: customers, companies; stagelinks.cpp: parents and payers
    struct CustomerSlot {
        CustomerId id;
        std::int32_t edit = -1; // into m_customerEdits
        std::uint32_t company = 0;
        std::uint16_t currency = 0;
        std::int16_t terms = -1;
        std::uint32_t payer = noRow;
    };
    struct CustomerEdit {
        Customer now;
        std::uint32_t slot;
        std::uint16_t file = 0;
        std::int64_t line = 0;
        QString parentId, payerId;
        bool listed = false;   // has a row in a customers file
        bool unwanted = false; // new, but its row was rejected and no line names it
        std::vector<std::string> seen; // spellings in bytes, to compare fast
    };
    struct CompanySlot {
        Company now;
        std::optional<Company> before;
        bool used = false; // named by a line of this call
    };
    void loadCustomers();
    void loadCompanies();
    std::uint32_t companyOf(std::string_view code); // slot, created when new; 0 = none
    bool roomForCompany(RowCells& cells);
    void tellCompanies();
    std::uint32_t companyFor(RowCells& cells, std::uint32_t customer);
    std::uint32_t knownCustomer(std::string_view externalId) const; // noRow when unknown or rejected
    std::uint32_t addCustomer(std::string_view externalId);
    CustomerEdit& edit(std::uint32_t slot);
    const Customer* posted(std::uint32_t slot) const; // the book's; null for a new one
    std::uint32_t payerOf(std::uint32_t slot) const;
    void customerRow(RowCells& cells);
    bool fillCustomer(RowCells& cells, Customer& c);
    void linkCustomers();
    bool breakCycles(bool payers);
    bool dropDangling();
    void dropLink(CustomerEdit& e, Field f, QString what);
    void seenName(std::uint32_t slot, std::string_view name);
    void emitCustomers();
    const Customer& customer(std::uint32_t slot) const;
    QString customerName(std::uint32_t slot) const;

    // --- stagerates.cpp: rates, and the bounds of what a book can hold
    struct KnownRate {
        std::optional<Rate> before;
        DecimalRate rate;
        bool given = false; // by a row of this call
    };
    using RatesByDay = std::map<std::int32_t, KnownRate>;
    void loadRates();
    void rateRow(RowCells& cells);
    bool sensibleRate(RowCells& cells, const Rate& r, const RatesByDay& known);
    DecimalRate highestRate(Currency c);
    void checkBounds();
    void checkSide(QStringView side, const std::vector<Int128>& sums, const std::vector<Money>& staged,
                   const std::function<void(Error&, std::size_t)>& name);

    // --- stagereference.cpp: holidays, promises, cash known through; stagerecords.cpp: what hangs on invoices
    void holidayRow(RowCells& cells);
    void promiseRow(RowCells& cells);
    struct PromiseDraft {
        Promise promise;
        std::vector<std::uint32_t> items;
        std::uint16_t file;
        std::int64_t line;
        QString value;
    };
    void finishPromises();
    void openDisputes();
    void keepPayerStates();
    void stateCashThrough();

    // --- stageinvoices.cpp: rows of debits and credit notes; stagechanges.cpp: those that are posted already;
    // stageledger.cpp: items and credits. An item is a debit: a row of the book, or book rows + staged row.
    struct LineDraft {
        std::string_view number, po;
        std::uint32_t customer = noRow, company = 0;
        Currency currency;
        bool creditNote = false;
        DebitKind kind = DebitKind::Invoice;
        std::int32_t date = 0, due = 0, service = -farFuture, delivered = -farFuture;
        DueSource dueSource = DueSource::Given;
        int terms = -1;
        std::int64_t amount = 0;
        std::optional<std::int64_t> net; // of the same sign as the amount was, without it
        std::uint16_t product = 0, format = 0;
        std::int32_t paidDate = -farFuture;
        std::optional<std::int64_t> paidAmount;
        bool disputed = false;
        std::optional<PayerState> payerState;
    };
    void loadLedger();
    void invoiceRow(RowCells& cells);
    bool readLine(RowCells& cells, LineDraft& d, std::string_view& customerId);
    bool readKind(RowCells& cells, LineDraft& d, std::int64_t amount);
    bool readDates(RowCells& cells, LineDraft& d);
    bool readNet(RowCells& cells, LineDraft& d);
    bool readPaid(RowCells& cells, LineDraft& d);
    void readPayerStatus(RowCells& cells, LineDraft& d);
    bool deriveDue(RowCells& cells, LineDraft& d);
    void stageDebit(RowCells& cells, LineDraft& d);
    void stageCreditNote(RowCells& cells, LineDraft& d);
    void keepAbsent(RowCells& cells, LineDraft& d, std::uint32_t bookItem);
    bool sameDebit(const LineDraft& d, std::uint32_t item) const;
    std::uint32_t addDebit(const LineDraft& d, std::int64_t line);
    bool replaceDebit(RowCells& cells, const LineDraft& d, std::uint32_t bookItem, std::uint32_t& item);
    bool replaceCredit(RowCells& cells, const LineDraft& d, std::uint32_t bookCredit);
    void carrySettlements(std::uint32_t bookItem, std::uint32_t item);
    void repoint();
    bool checkPaidDate(RowCells& cells, const LineDraft& d, bool& posted);
    void settleByPaidDate(const LineDraft& d, std::uint32_t item);
    std::uint16_t code(Dictionary& d, TextIndex& index, const Dictionary& posted, std::string_view text);

    std::uint32_t bookItems() const { return m_book.ledger().debitCount; }
    std::string_view itemNumber(std::uint32_t item) const;
    std::uint32_t itemCustomer(std::uint32_t item) const;
    std::uint32_t itemCompany(std::uint32_t item) const;
    DebitKind itemKind(std::uint32_t item) const;
    Currency itemCurrency(std::uint32_t item) const;
    std::int64_t itemAmount(std::uint32_t item) const;
    std::int32_t itemDate(std::uint32_t item) const;
    DebitId itemId(std::uint32_t item) const;
    std::uint32_t findItem(std::string_view number, std::uint32_t customer, std::uint32_t company,
                           DebitKind kind) const;
    // What is open of an item for something taking effect at `day` or later, all that is staged counted.
    std::int64_t openFor(std::uint32_t item, std::int32_t day) const;
    void take(std::uint32_t item, std::int64_t amount);
    void settle(std::uint32_t item, CreditId credit, std::int32_t day, std::int64_t amount,
                std::string_view reason = {});

    std::uint32_t bookCredits() const { return m_book.ledger().creditCount; }
    CreditKind creditKind(std::uint32_t credit) const;
    std::string_view creditReference(std::uint32_t credit) const;
    std::uint32_t creditCustomer(std::uint32_t credit) const;
    std::uint32_t creditCompany(std::uint32_t credit) const;
    std::int64_t creditAmount(std::uint32_t credit) const;
    std::int32_t creditDate(std::uint32_t credit) const;
    Currency creditCurrency(std::uint32_t credit) const;
    CreditId creditId(std::uint32_t credit) const;
    std::uint32_t addCredit(CreditKind kind, std::uint32_t customer, std::uint32_t company, Currency currency,
                            std::int32_t day, std::int64_t amount, std::string_view reference, std::int32_t cleared,
                            bool indexed = true); // not indexed: the reference is kept already, its payment finds it
    // By reference and customer (noRow = whoever is the only one).
    std::vector<std::uint32_t> findCredits(std::string_view reference, std::uint32_t customer, CreditKind kind) const;
    std::int64_t appliedInBook(std::uint32_t bookCredit);
    std::int64_t appliedBefore(std::uint32_t credit); // by what is posted

    // --- stagecontacts.cpp
    struct ContactMatch {
        std::optional<Contact> before;
        std::string key; // of the person within this call
    };
    void contactRow(RowCells& cells);
    ContactMatch matchContact(const Contact& c, std::uint32_t slot) const;
    bool fillContact(RowCells& cells, Contact& c, const Contact& before);
    bool isBillingContact(const Contact& c, std::uint32_t slot);
    void tellHistory(const std::optional<Contact>& before, const Contact& after, std::uint32_t slot);
    bool knowsAddress(std::uint32_t slot) const;
    void finishContacts();

    // --- stagepayments.cpp: rows and who pays; stageallocations.cpp: what they settle
    enum class PaymentKind : std::uint8_t { Payment, CreditNote, WriteOff, Deposit, Reversal, Recovery };
    struct PaymentRow {
        std::uint32_t group = 0;
        std::uint32_t item = noRow;
        std::uint32_t line = 0;
        std::int32_t day = 0;
        std::optional<std::int64_t> allocated;
        std::uint16_t file = 0;
        bool dropped = false;
    };
    struct PaymentGroup {
        std::string_view reference;
        std::int64_t amount = 0;
        std::int64_t allocated = 0; // sum of what the rows give
        std::int64_t used = 0; // applied so far, by this call and in the book
        std::uint32_t customer = noRow, company = 0;
        std::uint32_t credit = noRow; // once known
        std::uint32_t firstLine = 0;
        std::int32_t day = farFuture, cleared = -farFuture;
        std::uint16_t currency = 0, file = 0;
        PaymentKind kind = PaymentKind::Payment;
        bool known = false, customerGiven = false, bad = false, payersDiffer = false;
    };
    static CreditKind creditKindOf(PaymentKind kind);
    void paymentRow(RowCells& cells);
    bool readPaymentKind(RowCells& cells, PaymentKind& kind);
    bool resolveItem(RowCells& cells, std::uint32_t payer, std::uint32_t& item);
    std::uint32_t groupOf(RowCells& cells, std::string_view reference, PaymentKind kind, std::uint32_t payer,
                          std::int64_t amount, Currency currency, bool& ok);
    void finishPayments();
    std::vector<std::uint32_t> byDay() const;
    void fetchAhead(const std::vector<std::uint32_t>& order, std::size_t at) const;
    void settlePayers();
    void checkSums();
    void resolveCredits();
    void applyRow(PaymentRow& r);
    void applyAllocation(PaymentRow& r, PaymentGroup& g);
    void applyWriteOff(PaymentRow& r, PaymentGroup& g);
    void applyReversal(PaymentRow& r, PaymentGroup& g);
    bool matchesBook(const PaymentRow& r, std::uint32_t bookCredit, std::optional<std::int64_t> allocated, bool clips);
    using BadGroups = std::unordered_map<std::uint32_t, Complaint>;
    void dropGroups(const BadGroups& bad);
    void rejectRow(PaymentRow& r, Complaint c);
    std::int32_t effective(std::uint32_t item, std::uint32_t credit, std::int32_t day) const;
    void reverse(std::uint32_t credit, std::int32_t day);
    void indexSettlements();
    std::uint32_t onlyCredit(PaymentRow& r, const PaymentGroup& g, CreditKind kind);
    void countRow(const PaymentRow& r, Took t) { took(r.file, t); }

    const Book& m_book;
    const ImportOptions& m_options;
    IdSource& m_ids;
    Findings& m_findings;
    StagedReport m_report;
    std::vector<ColumnEvidence> m_evidence; // of the file at hand
    std::vector<int> m_evidenceColumns; // those with dates, money, rates
    Currency m_lastCurrency;
    std::map<QString, std::uint32_t> m_reasons;
    std::vector<std::pair<std::uint16_t, Error>> m_errors, m_warnings;
    Date m_firstDay = firstDate, m_lastDay = lastDate; // of lines and promises
    double m_progressBase = 0, m_progressShare = 0;
    bool m_rereadNeeded = false;
    int m_twoDigitYears = 0;
    std::optional<Error> m_encodingFault;

    std::vector<CustomerSlot> m_customers;
    TextIndex m_customerIds;
    std::vector<CustomerEdit> m_customerEdits; // in one block, so that its memory goes back whole
    std::vector<CompanySlot> m_companies; // [0] = none
    TextIndex m_companyCodes;
    bool m_linesWithoutCompany = false;
    bool m_linksOpen = false; // customers were read whose parents and payers are still names
    std::unordered_map<std::string, std::uint32_t> m_contactKeys; // to rows of the changes
    std::unordered_map<std::uint32_t, ContactId> m_billing; // the billing contact of a payer that files name
    std::unordered_set<std::uint32_t> m_billingOfPayer; // payers for which it is one of their own

    bool m_ledgerLoaded = false;
    HashIndex m_items, m_credits;
    mutable HashIndex m_itemsByNumber;
    mutable std::uint32_t m_itemsByNumberCount = 0;
    std::vector<std::uint32_t> m_itemLines; // of staged debits
    std::vector<std::uint32_t> m_itemReplaces; // book row that a staged debit replaces; noRow = none. Empty = none does
    std::vector<std::int64_t> m_taken; // of staged debits, by this call
    std::unordered_map<std::uint32_t, std::int64_t> m_takenInBook; // of book debits, by this call
    std::unordered_set<std::uint32_t> m_replacedItems, m_replacedCredits; // book rows
    std::vector<std::uint32_t> m_stagedCompany, m_stagedCreditCompany, m_stagedCustomer, m_stagedCreditCustomer;
    std::unordered_map<std::uint32_t, std::uint32_t> m_creditReplacedBy; // book credit -> staged one
    std::unordered_map<std::uint32_t, std::int64_t> m_carriedApplied; // of staged credits that replace one
    std::vector<std::int64_t> m_appliedInBook; // per book credit; empty until asked for
    std::unordered_map<std::uint32_t, std::int32_t> m_reversed; // credit -> day, by this call
    HashIndex m_settlementsByCredit; // staged ones, by the credit's id; made when a payment is taken back
    std::uint32_t m_settlementsIndexed = 0;
    std::unordered_map<std::int64_t, std::uint32_t> m_stagedItems; // by id of the debit, likewise
    std::unordered_map<std::int64_t, DebitId> m_repointed; // posted line -> the one that replaces it
    TextIndex m_productTexts, m_formatTexts;
    std::vector<std::pair<std::uint32_t, std::int64_t>> m_disputed; // item, line
    std::vector<std::pair<std::uint32_t, PayerState>> m_payerStates; // item
    std::int64_t m_unusedPaidDates = 0;

    std::vector<PaymentRow> m_payments;
    std::vector<PaymentGroup> m_groups;
    HashIndex m_groupIndex;
    std::unordered_set<std::uint64_t> m_matched; // settlements of the book that a row of this call stands for
    std::vector<PromiseDraft> m_promises;
    std::map<Currency, RatesByDay> m_rates;
    bool m_ratesLoaded = false;
    struct KnownHoliday {
        std::optional<Holiday> before;
        bool given = false; // by a row of this call
    };
    std::map<std::pair<std::int32_t, QString>, KnownHoliday> m_knownHolidays;
    std::vector<std::pair<std::uint32_t, std::uint16_t>> m_itemFiles; // first staged debit of a file, the file
};

} // namespace duedesk
