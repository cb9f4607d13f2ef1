// Writes a staged import inside an open transaction: terms, posted lines, retractions, batch rows and before-images.
// In a book without lines the indexes are made last, which is several times faster than keeping them up.
#pragma once
#include "core/store/importplan.h"
#include "core/store/recordio.h"

#include <functional>

namespace duedesk {

class ImportWriter {
public:
    // `batch` is the numbered one. progress(fraction of the rows written); false stops the import with Cancelled.
    ImportWriter(Database& db, const ImportPlan& plan, const StagedImport& staged, const ImportBatch& batch,
                 std::function<bool(double)> progress);
    void writeLines();
    void retractLines();
    void writeRecords(const Book& before, const ChangeSet& changes, std::int64_t revision);

private:
    void dropIndexes();
    void makeIndexes();
    void writeTerms();
    void writeDebits();
    void writeCredits();
    void writeSettlements();
    void step(std::uint64_t done);

    Database& m_db;
    const ImportPlan& m_plan;
    const StagedImport& m_staged;
    const ImportBatch& m_batch;
    std::function<bool(double)> m_progress;
    std::uint64_t m_total, m_done = 0;
    std::vector<std::string> m_indexes; // to be made at the end
};

// Digest of the ids of the posted lines that an operation took out, per table: a flag that flips by itself shows.
std::string retractionDigest(Database& db, std::int64_t operation);

} // namespace duedesk
