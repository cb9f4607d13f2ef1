// Cells: a text, an id, a day, an amount, or why the row is rejected.
#include "core/exchange/staging/cellreader.h"

#include "core/base/text.h"
#include "core/exchange/tablewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr char storedMark = '\x1f'; // as withoutMark() takes it off what is typed

bool allDigits(std::string_view t)
{
    return !t.empty() && std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Characters that nobody sees: two ids that look alike would not be one.
bool hidesCharacters(std::string_view t)
{
    bool ascii = true;
    for (const char c : t) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return true;
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    }
    return !ascii && firstUnseen(toQString(t)) >= 0;
}

// What systems write where there is nothing.
bool emptyMark(std::string_view t)
{
    static constexpr std::string_view marks[] = {
        "-",   "--",   "\xe2\x80\x93", "\xe2\x80\x94",        "NULL",      "null", "(null)", "N/A", "n/a", "#N/A",
        "NaN", "None", "0000-00-00",   "0000-00-00 00:00:00", "00.00.0000"};
    return std::find(std::begin(marks), std::end(marks), t) != std::end(marks);
}

// What a spreadsheet makes of a long number, "1.93057E+09", and of what it cannot work out, "#REF!".
bool damagedBySpreadsheet(std::string_view t)
{
    if (t[0] == '#')
        return t.ends_with('!') || t == "#NAME?" || t == "#N/A" || t.find_first_not_of('#') == std::string_view::npos;
    const auto e = t.find_first_of("Ee");
    if (e == std::string_view::npos || e == 0 || e + 2 >= t.size() || t[e + 1] != '+' || !allDigits(t.substr(e + 2)))
        return false;
    const std::string_view mantissa = t.substr(0, e);
    return mantissa[0] >= '0' && mantissa[0] <= '9' && std::all_of(mantissa.begin(), mantissa.end(), [](char c) {
               return (c >= '0' && c <= '9') || c == '.' || c == ',';
           });
}

} // namespace

RowCells::RowCells(const FileLayout& layout, const CsvRow& row) : m_layout(layout), m_row(row)
{
    m_column.fill(-1);
    m_plan.fill(-1);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        m_column[std::size_t(layout.columns[i].spec->field)] = layout.columns[i].column;
        m_plan[std::size_t(layout.columns[i].spec->field)] = int(i);
    }
}

std::string_view RowCells::text(Field f)
{
    const std::string_view t = whole(f);
    if (t.find(storedMark) == std::string_view::npos) [[likely]]
        return t;
    std::string& plain = m_buffers.emplace_back(t);
    std::erase(plain, storedMark);
    return trimmed(plain);
}

std::string_view RowCells::whole(Field f)
{
    std::string_view t = raw(f);
    if (m_layout.guarded && isGuarded(t)) {
        const std::string& plain = m_buffers.emplace_back(unguarded(t));
        return t[0] == '\'' ? plain : trimmed(plain); // with a guard in front: to the letter, blanks at its ends too
    }
    t = trimmed(t);
    if (t.size() > 3 && t.starts_with("=\"") && t.ends_with('"')) // how a spreadsheet keeps the zeros of a text
        t = trimmed(t.substr(2, t.size() - 3));
    if (m_layout.spreadsheetIds && t.size() > 2 && t.ends_with(".0") && allDigits(t.substr(0, t.size() - 2)))
        t.remove_suffix(2);
    return t;
}

CellReader::CellReader(const ImportOptions& options, StageTally& tally) : m_options(options), m_tally(tally)
{
    if (options.today.isValid() && !options.acceptOddDates) { // domain of sensible days: 1990 to ten years from today
        m_firstDay = Date::fromCivil(1990, 1, 1).value_or(firstDate);
        m_lastDay = std::min(options.today.addMonths(120), lastDate);
    }
}

void CellReader::endFile()
{
    if (std::exchange(m_twoDigitYears, 0) > 0)
        m_tally.warn(m_tally.fileNumber(), 0, {u"years of two digits are read as 1970 to 2069"_s, {}, {}, {}});
}

bool CellReader::id(RowCells& cells, Field f, std::string_view& out, bool required)
{
    out = cells.text(f);
    if (!required && emptyMark(out))
        out = {};
    if (out.empty()) {
        if (required)
            m_tally.rejectCell(cells, f, u"is missing"_s, u"every row needs one"_s);
        return !required;
    }
    if (hidesCharacters(cells.whole(f))) {
        m_tally.rejectCell(cells, f, u"holds a character that cannot be seen"_s, u"retype the number"_s);
        return false;
    }
    if (damagedBySpreadsheet(out)) {
        m_tally.rejectCell(cells, f, u"was damaged by a spreadsheet: part of the number is lost"_s,
                           u"format the column as text there before saving"_s);
        return false;
    }
    if (out.size() > 200) {
        m_tally.rejectCell(cells, f, u"is longer than 200 characters"_s, u"check that this is the right column"_s);
        return false;
    }
    return true;
}

bool CellReader::date(RowCells& cells, Field f, std::int32_t& out, bool required)
{
    const ColumnPlan* p = cells.plan(f);
    if (!p)
        return true;
    const std::string_view cell = cells.text(f);
    if (!required && emptyMark(cell))
        return true;
    DateReading r;
    const DateFault fault = readDate(cell, p->order, r);
    if (fault == DateFault::None) {
        out = r.date.days();
        m_twoDigitYears += r.twoDigitYear ? 1 : 0;
        const QString odd =
            m_tally.file().kind < FileKind::Invoices ? QString() : oddDay(out); // of what is posted or promised
        if (!odd.isEmpty())
            m_tally.rejectCell(cells, f, odd, u"correct the year, or state --accept-odd-dates"_s);
        return odd.isEmpty();
    }
    if (fault == DateFault::Empty && !required)
        return true;
    m_tally.rejectCell(cells, f, dateFaultText(fault), dateFaultRemedy(fault));
    return false;
}

QString CellReader::oddDay(std::int32_t day) const
{
    if (day >= m_firstDay.days() && day <= m_lastDay.days())
        return {};
    return u"is outside "_s + m_firstDay.toIso() + u" to "_s + m_lastDay.toIso();
}

// Money that came in, and a promise that was made, lie behind us: a slip in the year would make cash known that is not.
bool CellReader::happened(RowCells& cells, Field f, std::int32_t day)
{
    if (m_options.acceptPostDated || !m_options.today.isValid() || day <= m_options.today.days())
        return true;
    m_tally.rejectCell(cells, f, u"is after the day of this import, "_s + m_options.today.toIso(),
                       u"correct the date, or state --accept-post-dated for what is dated ahead, like cheques"_s);
    return false;
}

bool CellReader::money(RowCells& cells, Field f, Currency c, std::optional<std::int64_t>& out)
{
    out.reset();
    const ColumnPlan* p = cells.plan(f);
    if (!p)
        return true;
    AmountReading r;
    const AmountFault fault = readAmount(cells.raw(f), p->mark, c, r, p->stated || p->remembered);
    if (fault == AmountFault::None)
        out = r.minor;
    if (fault == AmountFault::None || fault == AmountFault::Empty
        || (!p->spec->required && emptyMark(trimmed(cells.raw(f)))))
        return true;
    m_tally.rejectCell(cells, f, amountFaultText(fault), amountFaultRemedy(fault, c));
    return false;
}

bool CellReader::money(RowCells& cells, Field f, Currency c, std::int64_t& out)
{
    std::optional<std::int64_t> read;
    if (!money(cells, f, c, read))
        return false;
    if (!read)
        m_tally.rejectCell(cells, f, amountFaultText(AmountFault::Empty), amountFaultRemedy(AmountFault::Empty, c));
    out = read.value_or(0);
    return read.has_value();
}

bool CellReader::flag(RowCells& cells, Field f, bool& out)
{
    const QString t = toQString(cells.text(f)).toLower();
    static const QStringList yes = {u"yes"_s, u"y"_s, u"true"_s, u"1"_s, u"x"_s, u"t"_s, u"ja"_s, u"oui"_s, u"si"_s};
    static const QStringList no = {QString(), u"no"_s, u"n"_s, u"false"_s, u"0"_s, u"f"_s, u"nein"_s, u"non"_s};
    out = yes.contains(t);
    if (out || no.contains(t))
        return true;
    m_tally.rejectCell(cells, f, u"is neither yes nor no"_s, u"write yes or no"_s);
    return false;
}

bool CellReader::days(RowCells& cells, Field f, int& out)
{
    const std::string_view t = cells.text(f);
    if (t.empty())
        return true;
    if (t.size() > 4 || !allDigits(t)) {
        m_tally.rejectCell(cells, f, u"is not a number of days"_s, u"write the days alone, like 30"_s);
        return false;
    }
    out = 0;
    for (const char c : t)
        out = out * 10 + (c - '0');
    return true;
}

bool CellReader::currency(RowCells& cells, Currency& out)
{
    const std::string_view t = cells.text(Field::Currency);
    if (t.empty())
        return true;
    if (out.isValid() && out.code() == t)
        return true;
    auto c = Currency::parse(t);
    if (!c)
        c = Currency::parse(toQString(t).toUpper());
    if (!c) {
        m_tally.rejectCell(cells, Field::Currency, u"is not a currency"_s,
                           u"use the three letters of ISO 4217, like EUR"_s);
        return false;
    }
    out = *c;
    return true;
}

} // namespace duedesk
