// How the columns of a file are to be read: what all of its rows say about that, and what is kept for the next file. A
// column that turns out otherwise than its first rows asks for another pass.
#pragma once
#include "core/exchange/sourcefile.h"
#include "core/exchange/staging/cellreader.h"

#include <memory>

namespace duedesk {

// What an earlier pass over the files found out, so that this pass reads rightly from the first row on.
struct Findings {
    std::vector<ColumnAnswer> columns;
    std::map<QString, Encoding> encodings;
    bool operator==(const Findings&) const = default;
};

struct OpenFile {
    Detection detection;
    std::unique_ptr<SourceFile> source;
};

class FileReadings {
public:
    FileReadings(const Book& book, const ImportOptions& options, IdSource& ids, StageTally& tally, Findings& findings);
    Findings& findings() { return m_findings; }
    bool rereadNeeded() const { return m_rereadNeeded; }

    void startFile(); // the tally's
    // Of each row, good or not.
    void gatherEvidence(RowCells& cells);
    void wrongEncoding(const Error& fault); // the first row whose bytes are none of the encoding
    Outcome settle(const OpenFile& f); // after the file
    void remember(); // after all files: what a person answered

private:
    Outcome decideEncoding(const OpenFile& f);

    const Book& m_book;
    const ImportOptions& m_options;
    IdSource& m_ids;
    StageTally& m_tally;
    Findings& m_findings;
    std::vector<ColumnEvidence> m_evidence; // of the file at hand
    std::vector<int> m_evidenceColumns; // those with dates, money, rates
    Currency m_lastCurrency;
    bool m_rereadNeeded = false;
    std::optional<Error> m_encodingFault;
};

} // namespace duedesk
