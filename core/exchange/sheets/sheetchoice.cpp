#include "core/exchange/sheets/sheetchoice.h"

#include "core/base/text.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/decimaltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t previewBytes = std::size_t(1) << 16;
constexpr int headingRows = 20;
constexpr std::size_t namedInMessage = 10;
constexpr std::size_t comparedSheets = 100;

int bestOf(const SheetPreview& sheet, const CountKnown& known)
{
    CsvReader reader(sheet.text, ',');
    int best = 0;
    for (int i = 0; i < headingRows && reader.next(); ++i) {
        QStringList cells;
        for (std::size_t c = 0; c < reader.row().count; ++c)
            cells << QString::fromUtf8(reader.row().fields[c].data(), qsizetype(reader.row().fields[c].size()));
        best = std::max(best, known(cells));
    }
    return best;
}

// Leaves those whose rows have most known headings; how many.
int keepBest(std::vector<std::size_t>& fit, const std::vector<SheetPreview>& sheets, const CountKnown& known)
{
    std::vector<int> scores;
    for (const std::size_t i : fit)
        scores.push_back(bestOf(sheets[i], known));
    const int best = *std::max_element(scores.begin(), scores.end());
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < fit.size(); ++i)
        if (scores[i] == best)
            kept.push_back(fit[i]);
    fit = std::move(kept);
    return best;
}

bool holdsSomething(const SheetPreview& sheet)
{
    CsvReader reader(sheet.text, ',');
    return reader.next();
}

// "Items (2, 40 rows), Old (3, hidden, empty)"
Words namesOf(const std::vector<SheetPreview>& sheets)
{
    std::vector<Words> names;
    for (const SheetPreview& s : sheets) {
        if (names.size() == namedInMessage) {
            names.push_back(Lang::count("and %1 more", "and one more", qint64(sheets.size() - names.size())));
            break;
        }
        const Words rows = !holdsSomething(s) ? Lang::words("empty")
                           : s.all            ? Lang::count("%1 rows", "one row", s.rows)
                                              : Lang::words("more than %1 rows", Number{s.rows});
        const Name name{excerpt(s.info.name)};
        names.push_back(s.info.hidden ? Lang::words("%1 (hidden, %2)", name, rows)
                                      : Lang::words("%1 (%2)", name, rows));
    }
    return listed(std::move(names));
}

Words howToState() { return Lang::words("state --sheet NAME or its number, or save the sheet by itself"); }

Result<SheetChoice> named(SheetChoice c, const QString& file, const QString& wanted)
{
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    for (const bool exactly : {true, false})
        for (const SheetPreview& s : c.sheets)
            if (exactly ? s.info.name == wanted
                        : s.info.name.trimmed().compare(wanted.trimmed(), Qt::CaseInsensitive) == 0) {
                c.chosen = s.info.index;
                return c;
            }
    if (isNumber && number >= 1 && std::size_t(number) <= c.sheets.size()) {
        c.chosen = std::size_t(number) - 1;
        return c;
    }
    Error e = sheetRefusal(
        file, Lang::words("has no sheet “%1”; its sheets are: %2", Name{excerpt(wanted)}, namesOf(c.sheets)),
        Lang::words("name one of them"));
    e.field = u"--sheet"_s;
    return fail(std::move(e));
}

} // namespace

Result<SheetChoice> chooseSheet(Workbook& book, const QString& file, const QString& wanted, const CountKnown& known,
                                bool firstOfMany)
{
    auto sheets = previewSheets(book, previewBytes);
    if (!sheets)
        return failed(sheets);
    SheetChoice c{std::move(*sheets), 0};
    if (!wanted.isEmpty())
        return named(std::move(c), file, wanted);
    std::vector<std::size_t> fit;
    for (const SheetPreview& sheet : c.sheets)
        if (!sheet.info.hidden && holdsSomething(sheet))
            fit.push_back(sheet.info.index);
    if (fit.empty())
        return fail(sheetRefusal(
            file, Lang::words("has no visible sheet that holds anything; its sheets are: %1", namesOf(c.sheets)),
            howToState()));
    if (fit.size() > comparedSheets)
        return fail(sheetRefusal(file,
                                 Lang::words("has %1 sheets, and %2 is the most that are compared",
                                             Number{qint64(fit.size())}, Number{qint64(comparedSheets)}),
                                 howToState()));
    const int best = fit.size() == 1 ? 0 : keepBest(fit, c.sheets, known);
    c.chosen = fit.front();
    if (fit.size() == 1 || firstOfMany)
        return c;
    std::vector<SheetPreview> alike;
    for (const std::size_t i : fit)
        alike.push_back(c.sheets[i]);
    return fail(sheetRefusal(
        file,
        best > 0 ? Lang::words("has several sheets that fit alike: %1", namesOf(alike))
                 : Lang::words("has several sheets, and none has headings that are known: %1", namesOf(alike)),
        howToState()));
}

} // namespace duedesk
