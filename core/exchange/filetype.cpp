#include "core/exchange/filetype.h"

#include <algorithm>
#include <array>
#include <string>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr const char16_t* saveAsCsv = u"open it in the program it comes from and save it as CSV (UTF-8)";
constexpr const char16_t* saveAsXlsx =
    u"open it in the program it comes from and save it as an Excel workbook (.xlsx) or as CSV (UTF-8)";
constexpr std::string_view oleStart = "\xd0\xcf\x11\xe0";
// How a workbook with a password is packed: the name of its one stream.
constexpr std::string_view encryptedStream("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);

struct Kind {
    std::string_view start;
    const char16_t* what;
    const char16_t* remedy;
};
constexpr std::array<Kind, 12> kinds = {
    {{oleStart, u"is an Excel workbook of the old kind (.xls), or another old Office file", saveAsXlsx},
     {"%PDF-", u"is a PDF document", u"export the data itself as CSV; what is printed cannot be read back"},
     {"{\\rtf", u"is a text document (.rtf)", saveAsCsv},
     {"SQLite format 3", u"is a database, perhaps a book",
      u"open a book with --book; import files that a ledger exports"},
     {"\x1f\x8b", u"is compressed (.gz)", u"unpack it and import the file inside"},
     {"BZh", u"is compressed (.bz2)", u"unpack it and import the file inside"},
     {"7z\xbc\xaf", u"is an archive (.7z)", u"unpack it and import the files inside"},
     {"Rar!", u"is an archive (.rar)", u"unpack it and import the files inside"},
     {"\xfd"
      "7zXZ",
      u"is compressed (.xz)", u"unpack it and import the file inside"},
     {"\x89PNG", u"is a picture", u"export the data itself as CSV"},
     {"\xff\xd8\xff", u"is a picture", u"export the data itself as CSV"},
     {"MZ", u"is a program", u"export the data itself as CSV"}}};

Error refusal(const QString& path, const char16_t* what, const char16_t* remedy)
{
    Error e;
    e.file = path;
    e.what = QString::fromUtf16(what);
    e.remedy = QString::fromUtf16(remedy);
    return e;
}

// Whether a line of the text begins so.
bool hasLine(std::string_view text, std::string_view start)
{
    return text.starts_with(start) || text.find('\n' + std::string(start)) != std::string_view::npos
           || text.find('\r' + std::string(start)) != std::string_view::npos;
}

// Statements of banks and audit files, by what each must begin with; in lower case.
std::optional<const char16_t*> financialFormat(std::string_view text)
{
    const auto holds = [&](std::string_view t) { return text.find(t) != std::string_view::npos; };
    if (holds("<ofx>") || text.starts_with("ofxheader"))
        return u"is a bank statement in the format OFX";
    if (holds("xsd:camt.") || holds("bktocstmrstmt") || holds("bktocstmracctrpt") || holds("bktocstmrdbtcdtntfctn"))
        return u"is a bank statement in the format camt (ISO 20022)";
    if (holds("auditfile") && holds("<"))
        return u"is an audit file in the format SAF-T";
    if ((hasLine(text, ":20:") || holds("{4:"))
        && (hasLine(text, ":25:") || hasLine(text, ":28") || hasLine(text, ":60")))
        return u"is a bank statement in the SWIFT format MT940 or MT942";
    const bool bai = text.starts_with("01,") || text.starts_with("02,") || text.starts_with("00,");
    if (bai && holds("/") && (holds("02,") || holds("03,"))
        && (hasLine(text, "16,") || hasLine(text, "88,") || hasLine(text, "03,") || holds("/ ")))
        return u"is a bank statement in the format BAI2";
    return std::nullopt;
}

// A zip that is no workbook, by what it holds: the names of its parts stand near its start.
Error zipRefusal(const QString& path, std::string_view head)
{
    const auto holds = [&](std::string_view name) { return head.find(name) != std::string_view::npos; };
    if (holds("word/"))
        return refusal(path, u"is a Word document", saveAsCsv);
    if (holds("opendocument"))
        return refusal(path, u"is a LibreOffice document, and no spreadsheet", saveAsCsv);
    return refusal(path, u"is a zip archive", u"unpack it and import the files inside");
}

// Lower-cased, from the first visible character on.
std::string beginning(std::string_view head, std::size_t bytes)
{
    if (head.starts_with("\xef\xbb\xbf"))
        head.remove_prefix(3);
    while (!head.empty() && head.front() >= '\0' && head.front() <= ' ')
        head.remove_prefix(1);
    std::string out(head.substr(0, bytes));
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return out;
}

} // namespace

std::optional<Error> notDelimited(const QString& path, std::string_view head)
{
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        return zipRefusal(path, head);
    if (head.starts_with(oleStart) && head.find(encryptedStream) != std::string_view::npos)
        return refusal(path, u"is an Excel workbook that is encrypted",
                       u"open it with its password and save it without one");
    const bool binary = head.substr(0, 512).find('\0') != std::string_view::npos;
    for (const Kind& k : kinds)
        if (head.starts_with(k.start) && (binary || k.start.size() > 3 || k.start[0] < 0 || k.start[0] == '\x1f'))
            return refusal(path, k.what, k.remedy); // two or three letters alone could begin a heading
    const std::string text = beginning(head, 8192);
    if (const auto format = financialFormat(text))
        return refusal(path, *format,
                       u"it is not read yet; import the payments or the invoices as a list, CSV or a workbook");
    if (text.starts_with("<?xml"))
        return refusal(path, u"is an XML file", u"export the data as CSV (UTF-8)");
    return std::nullopt;
}

} // namespace duedesk
