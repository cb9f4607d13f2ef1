#include "core/exchange/staging/rowclasses.h"

#include "core/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t rememberedTotals = 64;

// "Total", "Total for A", "TOTAL:", "Grand total", "Summe", "Gesamt"; never the first letters of a name.
bool totalWord(QStringView text)
{
    static const QStringList words = {u"total"_s,  u"totals"_s,  u"totaux"_s,      u"totale"_s,        u"totali"_s,
                                      u"totaal"_s, u"totales"_s, u"subtotal"_s,    u"sum"_s,           u"summe"_s,
                                      u"summen"_s, u"gesamt"_s,  u"gesamtsumme"_s, u"zwischensumme"_s, u"endsumme"_s,
                                      u"somme"_s,  u"suma"_s,    u"somma"_s,       u"subtotaal"_s};
    QString word;
    for (const QChar c : text) {
        if (!c.isLetter())
            break;
        word += c.toLower();
    }
    if (word == u"grand" || word == u"sub" || word == u"report")
        return totalWord(text.mid(word.size()).trimmed());
    return words.contains(word);
}

bool isRule(std::string_view cell)
{
    return std::all_of(cell.begin(), cell.end(),
                       [](char c) { return c == '-' || c == '=' || c == '_' || c == '*' || c == ' '; });
}

} // namespace

void RowClasses::startFile()
{
    const FileLayout& l = m_tally.file().layout;
    m_headings.clear();
    for (const QString& h : l.headings)
        m_headings.push_back(h.toStdString());
    m_required.clear();
    m_identity.clear();
    m_summed.clear();
    for (const ColumnPlan& c : l.columns) {
        if (c.spec->required)
            m_required.push_back(c.column);
        if (c.spec->type == FieldType::Date || c.spec->field == Field::InvoiceNo || c.spec->field == Field::PaymentRef)
            m_identity.push_back(c.column);
        if (c.spec->field == Field::Amount || c.spec->field == Field::Open)
            m_summed.push_back({&c, {}});
    }
}

bool RowClasses::blank(const CsvRow& row)
{
    return std::all_of(row.fields.begin(), row.fields.begin() + std::ptrdiff_t(row.count),
                       [](std::string_view f) { return trimmed(f).empty(); });
}

bool RowClasses::isHeading(const CsvRow& row) const
{
    std::size_t same = 0, filled = 0;
    for (std::size_t i = 0; i < row.count; ++i) {
        const std::string_view t = trimmed(row.fields[i]);
        filled += t.empty() ? 0 : 1;
        same += !t.empty() && i < m_headings.size() && t == m_headings[i] ? 1 : 0;
    }
    return same > 1 && same == filled;
}

// A record has a number or a day; a total has neither, and the word for it stands in its first cell.
bool RowClasses::isTotal(RowCells& cells, std::string_view first) const
{
    const CsvRow& row = cells.row();
    const auto empty = [&](int c) {
        return trimmed(row.field(std::size_t(c))).empty() || trimmed(row.field(std::size_t(c))) == first;
    };
    return totalWord(toQString(first)) && !m_required.empty()
           && std::any_of(m_required.begin(), m_required.end(),
                          [&](int c) { return trimmed(row.field(std::size_t(c))).empty(); })
           && std::all_of(m_identity.begin(), m_identity.end(), empty);
}

// One cell with words in a table that asks for more, and not in a column of money. One word alone may be a number.
bool RowClasses::isTextLine(const CsvRow& row) const
{
    int filled = -1;
    for (std::size_t i = 0; i < row.count; ++i)
        if (!trimmed(row.fields[i]).empty()) {
            if (filled >= 0)
                return false;
            filled = int(i);
        }
    return m_required.size() >= 3 && filled >= 0
           && trimmed(row.fields[std::size_t(filled)]).find(' ') != std::string_view::npos
           && std::none_of(m_summed.begin(), m_summed.end(), [&](const Summed& s) { return s.plan->column == filled; });
}

bool RowClasses::leftOut(RowCells& cells)
{
    const CsvRow& row = cells.row();
    std::size_t first = 0;
    while (first < row.count && trimmed(row.fields[first]).empty())
        ++first;
    if (first == row.count)
        return false;
    const std::string_view text = trimmed(row.fields[first]);
    const auto c = static_cast<unsigned char>(text[0]);
    QString why;
    // Most rows are records, and most of those begin with a digit: the looks that cost come last.
    if (isRule(text)
        && std::all_of(row.fields.begin(), row.fields.begin() + std::ptrdiff_t(row.count),
                       [](std::string_view f) { return isRule(trimmed(f)); }))
        why = u"is a rule"_s;
    else if ((c < '0' || c > '9') && isTotal(cells, text)) {
        compare(cells);
        why = u"is a printed total"_s;
    } else if (first < m_headings.size() && text == m_headings[first] && isHeading(row))
        why = u"repeats the headings"_s;
    else if (isTextLine(row))
        why = u"is a line of text, “"_s + excerpt(toQString(text), 60) + u'”';
    if (why.isEmpty())
        return false;
    m_tally.skip(row.line, why);
    return true;
}

const MoneyBag& RowClasses::sumOf(const Summed& s) const
{
    return s.plan->spec->field == Field::Open ? m_tally.file().openTotal : m_tally.file().total;
}

// A total sums all rows above it, or those since one of the totals above.
void RowClasses::compare(RowCells& cells)
{
    for (Summed& s : m_summed) {
        const MoneyBag& sum = sumOf(s);
        const auto& sums = sum.amounts();
        const Currency currency = sums.size() == 1 ? sums.begin()->first : m_book.info().base;
        AmountReading printed;
        const std::string_view cell = cells.row().field(std::size_t(s.plan->column));
        if (sums.size() <= 1 && readAmount(cell, s.plan->mark, currency, printed, true) == AmountFault::None) {
            const Money all = sum.in(currency), told{printed.minor, currency};
            const bool since = std::any_of(s.atTotals.begin(), s.atTotals.end(),
                                           [&](const MoneyBag& b) { return all - b.in(currency) == told; });
            if (all != told && !since)
                m_tally.warn(m_tally.fileNumber(), cells.row().line,
                             {u"the printed total differs from the rows above it, which sum to "_s
                                  + (s.atTotals.empty() ? all : all - s.atTotals.back().in(currency)).toString(),
                              u"check that the file is complete"_s, s.plan->heading, toQString(cell)});
        }
        if (s.atTotals.size() == rememberedTotals)
            s.atTotals.erase(s.atTotals.begin() + 1);
        s.atTotals.push_back(sum);
    }
}

} // namespace duedesk
