// The importer: files in, one staged import out, nothing written. Every row is counted as new, changed, unchanged or
// rejected with its reason; a reading that is not certain is asked, never guessed.
#pragma once
#include "core/base/outputfile.h"
#include "core/domain/book.h"
#include "core/domain/ids.h"
#include "core/domain/lineorigins.h"
#include "core/domain/stagedimport.h"
#include "core/exchange/detection.h"

#include <atomic>
#include <map>

namespace duedesk {

inline constexpr std::size_t keptErrors = 1000; // and warnings; the rest is counted

// A number that is known with another day: the same document, corrected, or another one?
enum class SameReference : std::uint8_t { Ask, New, Changed };
std::optional<SameReference> parseSameReference(const QString& text); // new, changed

struct ImportOptions : DetectOptions {
    QString company;                 // code for rows that name none
    Date cashThrough;                // cash known through; invalid = not stated
    std::vector<Money> controlTotals;
    Date today;                      // dates disputes and promises
    Instant now = 0;
    QString user;
    std::shared_ptr<const LineOrigins> origins; // null = not known: all that is posted counts as a file's
    // What is refused as a likely slip unless somebody says that it is meant.
    bool acceptOddDates = false;     // due before the invoice, or outside 1990 … ten years from today
    bool acceptPostDated = false;    // payments and promises dated after today
    SameReference sameReference = SameReference::Ask;
    bool acceptOddRates = false;     // more than ten times off the last one
    std::function<void(double done, const QString& what)> progress; // 0..1
    const std::atomic<bool>* cancel = nullptr;
};

struct FileReport {
    QString path, name;              // name = base name
    FileKind kind = FileKind::Invoices;
    QString profile;
    FileLayout layout;               // as it was read
    // Those below the headings that are not blank; each is one of the five.
    std::int64_t rows = 0, added = 0, changed = 0, unchanged = 0, rejected = 0, skipped = 0;
    std::int64_t confirmed = 0;      // write-offs among them that were made by hand before: they count once
    QByteArray sha256;
    bool alreadyImported = false;    // the same bytes are in the book: nothing was staged
    MoneyBag total;                  // of the amount column as written (payments: once each), rejected rows included
    // What is taken of it: documents that are owed, and money and credit notes; new and changed ones.
    struct Taken {
        std::int64_t debits = 0, credits = 0;
        Int128 debitSum = 0, creditSum = 0; // minor units
    };
    std::map<Currency, Taken> taken;
    MoneyBag openTotal;              // of the column that says what is open, likewise
};

// A row that was left out because it is no record, or none that counts: a total, a draft, a cancelled invoice.
struct SkippedRow {
    std::uint16_t file = 0;          // row of StagedReport::files
    std::int64_t line = 0;
    std::uint32_t reason = 0;        // row of StagedReport::reasons
};

// Rejected rows; `reason` is a row of StagedReport::reasons.
struct RejectedRow {
    std::int64_t line = 0, last = 0; // rows of one reason on lines that follow each other are kept as one
    std::uint32_t reason = 0;
    std::uint16_t file = 0;          // row of StagedReport::files
};
inline constexpr std::size_t keptRejects = 1'000'000; // such runs: 24 MB, whatever the file

struct StagedReport {
    StagedImport staged;
    std::vector<FileReport> files;   // in the order they were taken
    std::vector<Error> errors;       // one per rejected row, the first keptErrors by file and row
    std::int64_t errorCount = 0;
    std::vector<Error> warnings;     // `what` says it; the first keptErrors
    std::int64_t warningCount = 0;
    std::vector<Ambiguity> ambiguities; // not empty: ask, answer by ColumnAnswer, stage again
    std::vector<Error> blockers;     // wrong control totals
    std::vector<RejectedRow> rejected; // by file and line
    std::int64_t rejectsLeftOut = 0; // rows that `rejected` has no more room for
    std::vector<SkippedRow> skipped; // the first keptRejects by file and line
    QStringList reasons;
    bool mayCommit() const { return ambiguities.empty() && blockers.empty(); }
};

// Reads and resolves the files against the book. An Error is about a whole file (unreadable, headings, encoding) or
// Cancelled; bad rows are in the report. Control totals compare with the sum of the amount column of the call's
// invoices, else of its payments, else of its promises. What is to be committed is staged with ProvisionalIds.
Result<StagedReport> stage(const Book& book, const QStringList& files, const ImportOptions& options, IdSource& ids);

// The same files, staged again, say what they said: to the row and the cent. What was confirmed of one is good for the other.
bool sayTheSame(const StagedReport& a, const StagedReport& b);

// Writes the rejected rows with their headings, a column of row numbers and one of reasons, by a second pass over the
// files. The door keeps those files too; Usage and StorageFailed as OutputFile has them.
Result<Written> writeRejects(const StagedReport& report, OutputDoor door, const QString& target);

} // namespace duedesk
