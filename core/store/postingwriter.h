// Posted lines of one command in the file: written, retracted and brought back inside the command's transaction, told to
// the audit, and read again by programs that catch up. An import is the bulk form of the same (importwriter).
#pragma once
#include "core/domain/book.h"
#include "core/store/sha256.h"

#include <set>

class QJsonObject;

namespace duedesk {

class Database;

class PostingWriter {
public:
    // Looks which of the lines that come are in the file already, retracted: they come back, the others are new. Throws
    // StoreFailure (Refused) where a line would take the number of another.
    PostingWriter(Database& db, const PostedChange& change, const Ledger& before, const Ledger& after);

    bool isEmpty() const { return m_change.isEmpty(); }
    // The change brings texts that repeat: programs that catch up read the book anew, so that codes stay the same.
    bool bringsTexts() const;
    // Adds what the audit says: the lines that come and go, and the digest of the new ones.
    void describe(QJsonObject& payload) const;
    // Lines and feed; the revision's row is there.
    void write(std::int64_t revision, OperationId operation);

private:
    void writeTexts();
    void writeDebits(OperationId operation);
    void writeCredits(OperationId operation);
    void writeSettlements(OperationId operation);
    void retract(OperationId operation);
    void writeFeed(std::int64_t revision);
    void checkNumbers() const;
    Hash linesDigest() const;

    Database& m_db;
    const PostedChange& m_change;
    const Ledger& m_before;
    const Ledger& m_after;
    std::set<std::int64_t> m_oldDebits, m_oldCredits, m_oldAllocations, m_oldWriteOffs; // that come back
};

// The lines that a command's audit event says came, or went, by name: "debit 5", "allocation 7/12" (of debit 7).
std::vector<std::string> lineNames(const QJsonObject& payload, bool in);

// What the file holds of these debits, with their settlements, and of these credits, as a change against `before`.
// Companies and customers are resolved by who applies it.
PostedChange readPosted(Database& db, const std::set<std::int64_t>& debits, const std::set<std::int64_t>& credits,
                        const Ledger& before);

} // namespace duedesk
