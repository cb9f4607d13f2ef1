// An import made ready outside the store: everything resolved to ids, counted and summed, nothing written.
// The store takes it in one transaction, or not at all.
#pragma once
#include "core/base/error.h"
#include "core/base/money.h"
#include "core/domain/changeset.h"
#include "core/domain/ledgerbuilder.h"

#include <deque>

namespace duedesk {

// Owns text that rows point into; views stay valid while the arena lives, and when it is moved. A copy would leave them
// pointing into the original, so there is none.
class TextArena {
public:
    TextArena() = default;
    TextArena(TextArena&&) noexcept = default;
    TextArena& operator=(TextArena&&) noexcept = default;
    std::string_view keep(std::string_view text)
    {
        if (text.empty())
            return {};
        if (m_blocks.empty() || m_blocks.back().capacity() - m_blocks.back().size() < text.size()) {
            m_blocks.emplace_back();
            m_blocks.back().reserve(std::max<std::size_t>(1U << 18, text.size()));
        }
        std::string& b = m_blocks.back();
        const std::size_t at = b.size();
        b.append(text);
        return std::string_view(b).substr(at, text.size());
    }

private:
    std::deque<std::string> m_blocks; // blocks never grow past their reservation, so views stay
};

// New rows of a staged import carry provisional ids (provisionalids.h); the commit numbers them.
struct StagedDebit {
    CustomerId customer;
    CompanyId company;
    DebitRow row; // id set; its customer and company rows are not used here; codes are of StagedImport's dictionaries
};

struct StagedCredit {
    CustomerId customer; // none = unknown payer is never staged: such rows are rejected
    CompanyId company;
    CreditRow row;
};

struct StagedSettlement {
    std::int64_t id = 0; // Allocation id, or WriteOff id where credit is none
    DebitId debit;
    CreditId credit; // none = write-off
    std::int32_t date = 0;
    std::int64_t amount = 0;
    std::string_view reason; // of a write-off
};

struct StagedImport {
    std::int64_t baseRevision = 0; // of the book it was resolved against
    ImportBatch batch; // id and operation set, both provisional; counts filled
    ChangeSet changes; // companies, customers, contacts, promises, disputes, rates, holidays, profiles
    TextArena text;
    Dictionary products, billingFormats;
    std::vector<StagedDebit> debits;
    std::vector<StagedCredit> credits;
    std::vector<StagedSettlement> settlements;
    // A changed posted line is a retraction of the old line and a new one; its untouched settlements are staged anew.
    std::vector<DebitId> retractedDebits;
    std::vector<CreditId> retractedCredits;
    std::vector<std::int64_t> retractedAllocations, retractedWriteOffs;
    MoneyBag debitSum, creditSum; // of the new lines
    bool changesNothing() const
    {
        return changes.isEmpty() && debits.empty() && credits.empty() && settlements.empty() && retractedDebits.empty()
               && retractedCredits.empty();
    }
};

// The commit's refusal where somebody changed what the import stands on: the same files read again against the book as
// it is now can be committed.
inline Error staleImport()
{
    return fail(ErrorCode::Refused, QStringLiteral("the book was changed where the import stands on it"),
                QStringLiteral("read the files again; nothing was saved"), QStringLiteral("staged"))
        .error();
}
inline bool isStale(const Error& e) { return e.code == ErrorCode::Refused && e.field == u"staged"; }

} // namespace duedesk
