// How one file is read: encoding, delimiter, heading row, and which column feeds which field with which decimal mark
// and date order. Comes from a map file, a remembered mapping, a built-in profile or the headings themselves.
#pragma once
#include "core/base/error.h"
#include "core/domain/reference.h"
#include "core/exchange/datetext.h"
#include "core/exchange/decimaltext.h"
#include "core/exchange/encoding.h"
#include "core/exchange/fields.h"

#include <map>

namespace duedesk {

struct ColumnPlan {
    const FieldSpec* spec = nullptr;
    int column = 0;                             // 0-based
    QString heading;                            // as the file writes it
    DecimalMark mark = DecimalMark::Undecided;  // money and rates
    DateOrder order = DateOrder::Undecided;     // dates
    bool stated = false;                        // mark or order was given, not found out
    bool remembered = false;                    // an earlier answer: decides only what the cells leave open
};

struct FileLayout {
    QString path;
    int sheet = -1;    // of a workbook, from 0; -1 = a text
    QString sheetName;
    Encoding encoding = Encoding::Utf8;
    bool encodingAssumed = false; // cp1252 because it is not UTF-8; nobody said so
    std::size_t bomBytes = 0;
    char delimiter = ',';
    std::int64_t headingLine = 1;
    FileKind kind = FileKind::Invoices;
    QString profile = QStringLiteral("generic");
    std::vector<ColumnPlan> columns;
    QStringList headings;         // all of them, in order
    QStringList unknown, ignored; // headings that feed nothing
    bool kindStated = false;      // by a person; else by the headings
    bool guarded = false;         // written by us: text cells carry an apostrophe against formulas
    bool spreadsheetIds = false;  // ids and dates may have become numbers with ".0"
    const ColumnPlan* column(Field f) const;
    QString place() const; // for messages: the path, and the sheet
};

// A mapping as a map file or a remembered profile states it.
struct Mapping {
    QString name;
    std::optional<FileKind> kind;
    std::map<QString, QString> columns; // target heading -> source heading
    std::map<QString, DecimalMark> marks;  // per target heading; "" = all
    std::map<QString, DateOrder> orders;
    std::optional<Encoding> encoding;
    char delimiter = 0;

    // Map file: {"kind": "invoices", "columns": {"invoice_no": "Belegnr"}, "date_order": "dmy", "decimal": "comma",
    // "encoding": "cp1252"}; the columns may also stand at the top level. Unknown keys are an error that names them.
    static Result<Mapping> fromJson(const QByteArray& json, const QString& name);
    QByteArray toJson() const;
};

// Names of the built-in profiles, besides "generic".
QStringList profileNames();
// Digest of a heading row: what a remembered mapping is found by.
QString headingSignature(const QStringList& headings);

std::optional<DecimalMark> parseDecimalMark(const QString& text); // point, comma
std::optional<DateOrder> parseDateOrder(const QString& text); // dmy, mdy, ymd
QString decimalMarkName(DecimalMark m);
QString dateOrderName(DateOrder o);

struct LayoutRequest {
    const Mapping* mapping = nullptr;
    QString profile;
    std::optional<FileKind> kind;
};
// How many labels of `cells` are known under the request; what the heading row is found by.
int knownLabels(const QStringList& cells, const LayoutRequest& request);
// Fills kind, profile and columns from the heading row. InputRejected names a required heading that is missing.
Outcome planColumns(FileLayout& layout, const LayoutRequest& request);

} // namespace duedesk
