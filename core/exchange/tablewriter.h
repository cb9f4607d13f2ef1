// Tables out: CSV for spreadsheets (guarded against formulas, CRLF, with our marker), CSV for pipes (as it is, LF),
// JSON and HTML; XLSX stands in xlsxwriter.h. Rows stream through; amounts and numbers arrive as exact decimal text.
#pragma once
#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/money.h"

#include <QStringList>
#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace duedesk {

// A number: `text` is a plain decimal, or empty for n/a. `grouped` = money in words of somebody who knows its digits
// but not its currency: spreadsheets show it with thousands apart.
struct NumberCell {
    std::string text;
    bool grouped = false;
};
struct TextCell {
    QString text;
};
// An amount in its currency's digits; `present` false = n/a.
struct MoneyCell {
    Money money;
    bool present = true;
};
struct DateCell {
    Date date;
};
struct InstantCell {
    Instant at = 0; // 0 = none
};
using Cell = std::variant<TextCell, MoneyCell, NumberCell, DateCell, InstantCell>;
// The cell as plain text: decimals, ISO dates and instants, texts as they are; "" for n/a.
std::string plainText(const Cell& cell);

// A text that a spreadsheet would take for a formula gets an apostrophe; so does one that starts with one, and one
// with blanks at its ends. The same stands behind each ; tab | and line break inside of it, because a file of commas is
// often opened with another separator, which cuts the cell there. (A first line "sep=," would do for some programs only,
// and the first line of our files is their headings.) Taking the guard off again always gives the text back.
bool needsGuard(std::string_view text); // at its start
std::string guarded(std::string_view text);
std::string unguarded(std::string_view text);
bool isGuarded(std::string_view text); // taking it off changes something

// Where bytes go; false = they could not be written.
using ByteSink = std::function<bool(std::string_view)>;

class TableWriter {
public:
    virtual ~TableWriter() = default;
    virtual void header(const QStringList& columns) = 0;
    virtual void row(const std::vector<Cell>& cells) = 0;
    // Everything is handed over; StorageFailed when the sink refused something, InputRejected when the rows do not
    // fit the kind of file.
    virtual Outcome finish() = 0;
};

class CsvWriter final : public TableWriter {
public:
    enum class Style : std::uint8_t { Plain, Guarded }; // stdout; files for spreadsheets
    CsvWriter(ByteSink sink, Style style);
    void header(const QStringList& columns) override;
    void row(const std::vector<Cell>& cells) override;
    Outcome finish() override;
    // Quotes a cell where RFC 4180 asks for it.
    static void appendCell(std::string& out, std::string_view text, char delimiter);

private:
    void endLine();
    ByteSink m_sink;
    Style m_style;
    std::string m_out;
    bool m_failed = false;
};

// One document: an array of objects; amounts, numbers and dates as strings, as the command line's JSON has them.
class JsonWriter final : public TableWriter {
public:
    explicit JsonWriter(ByteSink sink);
    void header(const QStringList& columns) override;
    void row(const std::vector<Cell>& cells) override;
    Outcome finish() override;

private:
    ByteSink m_sink;
    std::vector<std::string> m_keys; // quoted
    std::string m_out;
    bool m_first = true, m_failed = false;
};

// One document with one table, for mail and browsers: escaped, no script, no address outside of it.
class HtmlWriter final : public TableWriter {
public:
    HtmlWriter(ByteSink sink, const QString& title);
    void header(const QStringList& columns) override;
    void row(const std::vector<Cell>& cells) override;
    Outcome finish() override;

private:
    ByteSink m_sink;
    std::string m_out;
    bool m_failed = false;
};

} // namespace duedesk
