// Customers and companies while files are staged: those of the book, then those of this call, by slot. Resolves the ids
// that rows name, and holds what the rows say of them until all parents and payers are known.
#pragma once
#include "core/exchange/staging/cellreader.h"
#include "core/exchange/textindex.h"

namespace duedesk {

class Parties {
public:
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
        bool listed = false; // has a row in a customers file
        bool unwanted = false; // new, but its row was rejected and no line names it
        std::vector<std::string> seen; // spellings in bytes, to compare fast
    };

    Parties(const Book& book, const ImportOptions& options, IdSource& ids, StageTally& tally);

    // Customers. Slot = row of the book for those it has; new ones follow.
    std::uint32_t find(std::string_view externalId) const { return m_customerIds.find(externalId); } // noRow = none
    std::uint32_t knownCustomer(std::string_view externalId) const; // noRow when unknown or rejected
    std::uint32_t addCustomer(std::string_view externalId);
    CustomerSlot& slot(std::uint32_t customer) { return m_customers[customer]; }
    const CustomerSlot& slot(std::uint32_t customer) const { return m_customers[customer]; }
    CustomerEdit& edit(std::uint32_t slot); // begins one where there is none
    CustomerEdit* edited(std::uint32_t slot); // null where there is none
    const Customer* posted(std::uint32_t slot) const; // the book's; null for a new one
    const Customer& customer(std::uint32_t slot) const;
    QString customerName(std::uint32_t slot) const;
    std::uint32_t payerOf(std::uint32_t slot) const;
    void seenName(std::uint32_t slot, std::string_view name);
    void link(); // parents and payers, after each kind of file that may name them
    void linksOpened() { m_linksOpen = true; } // customers were read whose parents and payers are still names

    // Companies; slot 0 = none.
    std::uint32_t companyOf(std::string_view code); // slot, created when new; 0 = none
    std::uint32_t companyCode(std::string_view code) const { return m_companyCodes.find(code); } // noRow = none
    std::uint32_t companyFor(RowCells& cells, std::uint32_t customer);
    std::uint32_t statedCompany(); // the one the call names; 0 = none
    CompanyId companyId(std::uint32_t company) const
    {
        return company == 0 ? CompanyId() : m_companies[company].now.id;
    }
    bool roomForCompany(RowCells& cells); // false after rejecting the row
    void used(std::uint32_t company) { m_companies[company].used = true; }
    void lineIn(std::uint32_t company) { (company == 0 ? m_linesWithoutCompany : m_companies[company].used) = true; }

    // When all files are read.
    void stateCashThrough();
    void emitChanges(); // no customer is looked up any more
    void tellCompanies();

private:
    struct CompanySlot {
        Company now;
        std::optional<Company> before;
        bool used = false; // named by a line of this call
    };
    void loadCustomers();
    void loadCompanies();
    bool breakCycles(bool payers);
    bool dropDangling();
    void dropLink(CustomerEdit& e, Field f, QString what);

    const Book& m_book;
    const ImportOptions& m_options;
    IdSource& m_ids;
    StageTally& m_tally;
    std::vector<CustomerSlot> m_customers;
    TextIndex m_customerIds;
    std::vector<CustomerEdit> m_customerEdits; // in one block, so that its memory goes back whole
    std::vector<CompanySlot> m_companies; // [0] = none
    TextIndex m_companyCodes;
    bool m_linesWithoutCompany = false;
    bool m_linksOpen = false;
};

} // namespace duedesk
