#include "ui/models/columns/exceptioncolumns.h"

#include "core/base/storedwords.h"
#include "core/domain/codewords.h"

#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

using Row = std::uint32_t;
using Line = ExceptionLine;

const ExceptionEntry& entryOf(const Book& book, const Line& l) { return book.rows<ExceptionEntry>()[l.row]; }

template <class Text>
Column text(const ExceptionBoxPtr& box, const QString& id, const QString& title, int width, int fromWidth, Text of,
            Tone tone = Tone::Plain)
{
    Column c{.id = id, .title = title, .width = width, .fromWidth = fromWidth};
    c.text = [box, of](const Book& book, Row row) { return of(book, box->line(row)); };
    if (tone != Tone::Plain)
        c.tone = [tone](const Book&, Row) { return tone; };
    return c;
}

Column day(const ExceptionBoxPtr& box, const QString& id, const QString& title, int fromWidth,
           Date ExceptionEntry::* part)
{
    Column c{.id = id, .title = title, .width = 104, .fromWidth = fromWidth, .descending = true};
    c.text = [box, part](const Book& book, Row row) { return dateText(entryOf(book, box->line(row)).*part); };
    c.key = [box, part](const Book& book, Row row) {
        return std::int64_t((entryOf(book, box->line(row)).*part).days());
    };
    c.cell = [box, part](const Book& book, Row row) -> Cell { return DateCell{entryOf(book, box->line(row)).*part}; };
    return c;
}

Column stateColumn(const ExceptionBoxPtr& box)
{
    Column c =
        text(box, u"state"_s, u"State"_s, 92, 0, [](const Book&, const Line& l) { return say(wordsOf(l.state)); });
    c.tone = [box](const Book&, Row row) {
        switch (box->line(row).state) {
        case ExceptionState::RanOut: return Tone::Bad;
        case ExceptionState::Paid: return Tone::Good;
        case ExceptionState::Running: return Tone::Plain;
        default: return Tone::Muted;
        }
    };
    return c;
}

Column costColumn(const ExceptionBoxPtr& box)
{
    Column c{.id = u"cost_days"_s, .title = u"Costs"_s, .kind = CellKind::Figure, .width = 76, .descending = true};
    c.text = [box](const Book& book, Row row) { return daysText(entryOf(book, box->line(row)).costDays); };
    c.key = [box](const Book& book, Row row) { return std::int64_t(entryOf(book, box->line(row)).costDays); };
    c.tooltip = [](const Book&, Row) { return u"Days by which it puts payment off"_s; };
    return c;
}

Column openColumn(const ExceptionBoxPtr& box)
{
    Column c{.id = u"base"_s,
             .title = u"Still open"_s,
             .kind = CellKind::Figure,
             .width = 112,
             .fromWidth = 700,
             .strong = true,
             .descending = true};
    c.text = [box](const Book& book, Row row) {
        const std::int64_t open = box->line(row).openBase;
        return open == 0 ? QString() : amountText(open, book.info().base);
    };
    c.key = [box](const Book&, Row row) { return box->line(row).openBase; };
    c.sum = c.key;
    c.cell = [box](const Book& book, Row row) -> Cell {
        const std::int64_t open = box->line(row).openBase;
        return MoneyCell{{open, book.info().base}, open != 0};
    };
    return c;
}

} // namespace

std::vector<Column> exceptionColumns(const ExceptionBoxPtr& box)
{
    std::vector<Column> out;
    Column name = text(box, u"name"_s, u"Payer"_s, 200, 0,
                       [](const Book& book, const Line& l) { return book.customers()[l.payer].name; });
    name.strong = true;
    name.key = [box](const Book& book, Row row) { return std::int64_t(book.nameRanks()[box->line(row).payer]); };
    out.push_back(std::move(name));
    out.push_back(text(box, u"number"_s, u"For"_s, 110, 0, [](const Book& book, const Line& l) {
        return l.debit == noRow ? u"the account"_s : viewDebit(book.ledger(), l.debit).number;
    }));
    out.push_back(
        text(box, u"kind"_s, u"What"_s, 104, 1100, [](const Book&, const Line& l) { return say(wordsOf(l.kind)); }));
    out.push_back(stateColumn(box));
    out.push_back(day(box, u"until"_s, u"Until"_s, 0, &ExceptionEntry::until));
    out.push_back(costColumn(box));
    out.push_back(openColumn(box));
    out.push_back(text(
        box, u"reason"_s, u"Why"_s, 150, 840,
        [](const Book& book, const Line& l) { return say(recalled(entryOf(book, l).reason)).simplified(); },
        Tone::Muted));
    out.push_back(text(
        box, u"granted_by"_s, u"Granted by"_s, 96, 1200,
        [](const Book& book, const Line& l) { return entryOf(book, l).user; }, Tone::Muted));
    out.push_back(day(box, u"day"_s, u"Granted on"_s, 960, &ExceptionEntry::day));
    out.push_back(text(
        box, u"owner"_s, u"Owner"_s, 96, 1400,
        [](const Book& book, const Line& l) { return book.customers()[l.payer].owner; }, Tone::Muted));
    return out;
}

} // namespace duedesk
