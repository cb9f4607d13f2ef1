// A spreadsheet file as what all kinds of it have in common: sheets with names, and the rows of each as text. Which kind
// it is is told by its bytes, never by its name; what is no workbook at all is left to whoever reads text.
#pragma once
#include "core/exchange/encoding.h"
#include "core/exchange/sheets/sheetlimits.h"
#include "core/exchange/sheets/sheettext.h"

#include <memory>
#include <optional>
#include <vector>

namespace duedesk {

// The parts of an archive, by name.
struct PartReader {
    std::function<bool(std::string_view name)> has;
    std::function<Result<BlockPull>(std::string_view name)> blocks;
};

struct SheetInfo {
    std::size_t index = 0;
    QString name;
    bool hidden = false;
};

// Who walks through a workbook.
struct SheetVisitor {
    // A sheet begins: where its rows go, or null when they are not wanted. Whether it is hidden may not be known yet.
    std::function<SheetText*(const SheetInfo&)> begin;
    // A sheet is over; false = no other is wanted.
    std::function<bool(const SheetInfo&)> end;
};

class Workbook {
public:
    virtual ~Workbook() = default;
    // Through the sheets in their order, as far as they are wanted. An Error names the part, sheet and row.
    virtual Outcome walk(const SheetVisitor& visitor) = 0;
    // The encoding that the text of the file was read in.
    virtual Encoding encoding() const { return Encoding::Utf8; }
};

// Null when the bytes are no workbook; InputRejected when they are a damaged one or one that is not read. `stated` is
// for pages, which may not say in which encoding they are. The bytes must outlive the workbook.
Result<std::unique_ptr<Workbook>> openWorkbook(const RandomBytes& bytes, const QString& file,
                                               const std::optional<Encoding>& stated = {});

// What a sheet begins with.
struct SheetPreview {
    SheetInfo info;
    std::string text; // its first lines, whole ones
    std::int64_t rows = 0; // seen
    bool all = false; // there are no others
};
// Of all sheets; each of about `bytes`.
Result<std::vector<SheetPreview>> previewSheets(Workbook& book, std::size_t bytes);
// The rows of one sheet, by its index, into `to`, which is finished.
Outcome readSheet(Workbook& book, std::size_t sheet, SheetText& to, const QString& file);

// "ledger.xlsx [Open items]": where a row of a sheet stands, in messages and in the list of imports.
QString placeOfSheet(const QString& file, const QString& sheet);
// A row that a reader cannot go on behind: rows or cells that do not rise, or bytes that are no text.
Error badRow(const QString& file, const SheetInfo& sheet, const SheetText& text);
// More rows than a sheet has.
Error tooManyRows(const QString& file, const SheetInfo& sheet, std::int64_t row);

} // namespace duedesk
