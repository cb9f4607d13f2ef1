// What can be told about a file from its first 64 KiB: encoding, delimiter, heading row, kind, columns with samples.
// Also the evidence that decides decimal marks and date orders, over as many rows as it is fed.
#pragma once
#include "core/domain/book.h"
#include "core/exchange/layout.h"

#include <functional>

namespace duedesk {

// A column whose cells can be read in two ways; both readings with real rows of the file.
struct Ambiguity {
    struct Sample {
        std::int64_t row;
        QString cell, read; // "1.250", "1250.00"
    };
    struct Reading {
        QString name;   // "comma as decimal mark", "day before month"
        QString option; // "--decimal comma"
        DecimalMark mark = DecimalMark::Undecided;
        DateOrder order = DateOrder::Undecided;
        std::vector<Sample> samples;
    };
    QString file, column; // column as the file writes it
    QString place;        // the file, and the sheet
    Field field = Field::Amount;
    std::vector<Reading> readings;
    // The refusal of the command line, with both readings and the options that answer it.
    Error error() const;
};

// Evidence about one column. Cells are counted once, so the answer does not depend on their order.
class ColumnEvidence {
public:
    void addAmount(std::string_view cell, std::int64_t line, int exponent);
    void addDate(std::string_view cell, std::int64_t line);
    // What the cells say; Undecided where nothing or both. `contradictory` cells are the smaller side.
    DecimalMark mark() const;
    DateOrder order() const;
    bool ambiguous() const; // two readings fit, or two camps of similar size
    Ambiguity ambiguity(const FileLayout& l, const ColumnPlan& c) const;

private:
    // Years of two digits, which may come first: what the column says in either order.
    struct ShortYears {
        std::int64_t cells = 0, dashed = 0, notFirst = 0, notLast = 0;
        int minFirst = 9999, maxFirst = 0, minLast = 9999, maxLast = 0;
        bool mayComeFirst() const { return cells > 0 && notFirst == 0; }
        bool onlyFirst() const { return mayComeFirst() && notLast > 0; }
        // Dates of one ledger lie close together: an order that spreads them over many years is the doubtful one.
        bool doubtful() const
        {
            return mayComeFirst() && notLast == 0 && (dashed > 0 || (maxLast - minLast) > (maxFirst - minFirst) + 3);
        }
    };
    void addShortDate(std::string_view cell);
    void sample(std::string_view cell, std::int64_t line);
    ShortYears m_short;
    std::int64_t m_longYears = 0;
    std::int64_t m_first = 0, m_second = 0, m_either = 0; // point or dmy; comma or mdy
    std::vector<std::pair<std::int64_t, QString>> m_samples;
};

// A person's answer about one column (window), or one found out in an earlier pass over the file.
struct ColumnAnswer {
    QString file, column;
    DecimalMark mark = DecimalMark::Undecided;
    DateOrder order = DateOrder::Undecided;
    bool stated = true;
    bool operator==(const ColumnAnswer&) const = default;
};

struct DetectOptions {
    QString profile; // built-in or remembered; empty = by the headings
    std::optional<Mapping> mapping; // --map
    std::optional<FileKind> kind;
    DecimalMark decimal = DecimalMark::Undecided;
    DateOrder dateOrder = DateOrder::Undecided;
    std::optional<Encoding> encoding;
    QString sheet; // of a workbook, its name or number from 1; empty = the one that fits
    std::vector<ColumnAnswer> answers;
};

struct Detection {
    FileLayout layout;
    struct Column {
        QString heading;
        QString target; // generic heading it feeds; empty = none
        QStringList samples; // up to five cells, control characters escaped
    };
    std::vector<Column> columns;
    std::vector<Ambiguity> ambiguities; // of the sample; the whole file may still decide
    std::int64_t bytes = 0;
    std::int64_t estimatedRows = 0; // by the length of the sample's rows
    struct Sheet {
        QString name;
        bool hidden = false;
        std::int64_t rows = 0; // seen
    };
    std::vector<Sheet> sheets; // of a workbook, all there are
    bool remembered = false; // by a mapping that the book remembers
    // Evidence of the sample, by position in layout.columns.
    std::vector<ColumnEvidence> evidence;
};

// InputRejected when the file cannot be read or its headings are not known.
Result<Detection> detect(const Book& book, const QString& path, const DetectOptions& options);

// The columns of a file whose headings nobody knows, for a mapping made by hand: encoding, delimiter, the first row
// of at least two filled cells as headings, samples. No column has a target, the kind says nothing.
Result<Detection> peek(const QString& path, const DetectOptions& options);

} // namespace duedesk
