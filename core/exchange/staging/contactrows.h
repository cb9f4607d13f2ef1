// Rows of contacts: who is known already, what a row changes, and the history that goes with it.
#pragma once
#include "core/exchange/staging/kindofrows.h"

namespace duedesk {

class ContactRows : public KindOfRows {
public:
    using KindOfRows::KindOfRows;
    void row(RowCells& cells) override;
    void finish(); // when all files are read: one billing contact a payer

private:
    struct ContactMatch {
        std::optional<Contact> before;
        std::string key; // of the person within this call
    };
    ContactMatch matchContact(const Contact& c, std::uint32_t slot) const;
    bool fillContact(RowCells& cells, Contact& c, const Contact& before);
    bool isBillingContact(const Contact& c, std::uint32_t slot);
    void tellHistory(const std::optional<Contact>& before, const Contact& after, std::uint32_t slot);
    bool knowsAddress(std::uint32_t slot) const;

    std::unordered_map<std::string, std::uint32_t> m_contactKeys; // to rows of the changes
    std::unordered_map<std::uint32_t, ContactId> m_billing; // the billing contact of a payer that files name
    std::unordered_set<std::uint32_t> m_billingOfPayer; // payers for which it is one of their own
};

} // namespace duedesk
