#include "ui/models/columns/disputecolumns.h"

#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

using Row = std::uint32_t;
using Line = DisputeLine;

const Dispute* disputeOf(const Book& book, const Line& l)
{
    return l.dispute == noRow ? nullptr : &book.rows<Dispute>()[l.dispute];
}

template <class Text>
Column text(const DisputeBoxPtr& box, const QString& id, const QString& title, int width, int fromWidth, Text of,
            Tone tone = Tone::Plain)
{
    Column c{.id = id, .title = title, .width = width, .fromWidth = fromWidth};
    c.text = [box, of](const Book& book, Row row) { return of(book, box->line(row)); };
    if (tone != Tone::Plain)
        c.tone = [tone](const Book&, Row) { return tone; };
    return c;
}

Column word(const DisputeBoxPtr& box, const QString& id, const QString& title, int width, int fromWidth,
            QString Dispute::* field)
{
    return text(
        box, id, title, width, fromWidth,
        [field](const Book& book, const Line& l) {
            const Dispute* x = disputeOf(book, l);
            return x ? x->*field : QString();
        },
        Tone::Muted);
}

Currency currencyOf(const Book& book, const Line& l)
{
    if (l.debit == noRow)
        return {};
    const auto [c, i] = book.ledger().debit(l.debit);
    return Currency::fromIndex(c->currency[i]);
}

Column openColumn(const DisputeBoxPtr& box)
{
    Column c{.id = u"open"_s,
             .title = u"Contested"_s,
             .kind = CellKind::Figure,
             .width = 112,
             .strong = true,
             .descending = true};
    c.text = [box](const Book& book, Row row) {
        const Line& l = box->line(row);
        return l.open == 0 ? QString() : amountText(l.open, currencyOf(book, l));
    };
    c.key = [box](const Book&, Row row) { return box->line(row).open; };
    c.cell = [box](const Book& book, Row row) -> Cell {
        const Line& l = box->line(row);
        return MoneyCell{{l.open, currencyOf(book, l)}, l.open != 0};
    };
    return c;
}

Column baseColumn(const DisputeBoxPtr& box)
{
    Column c{.id = u"base"_s,
             .title = u"In base"_s,
             .kind = CellKind::Figure,
             .width = 112,
             .fromWidth = 1500,
             .descending = true};
    c.text = [box](const Book& book, Row row) { return amountText(box->line(row).openBase, book.info().base); };
    c.key = [box](const Book&, Row row) { return box->line(row).openBase; };
    c.tone = [](const Book&, Row) { return Tone::Muted; };
    c.sum = c.key;
    c.cell = [box](const Book& book, Row row) -> Cell {
        return MoneyCell{{box->line(row).openBase, book.info().base}, true};
    };
    return c;
}

Column stateColumn(const DisputeBoxPtr& box)
{
    Column c = text(box, u"state"_s, u"State"_s, 116, 0,
                    [](const Book& book, const Line& l) { return disputeStateText(l, book); });
    c.tone = [box](const Book&, Row row) {
        const Line& l = box->line(row);
        return l.kind == DisputeRowKind::Deduction          ? Tone::Warn
               : l.kind == DisputeRowKind::Residue          ? Tone::Muted
               : l.standing.overdue                         ? Tone::Bad
               : l.standing.state == DisputeState::Resolved ? Tone::Muted
                                                            : Tone::Plain;
    };
    return c;
}

Column ageColumn(const DisputeBoxPtr& box)
{
    Column c{
        .id = u"age"_s, .title = u"Age"_s, .kind = CellKind::Figure, .width = 68, .fromWidth = 700, .descending = true};
    const auto days = [](const DisputeBox& b, const Line& l) {
        return l.dispute == noRow ? b.now->day - l.day : l.standing.ageDays;
    };
    c.text = [box, days](const Book&, Row row) { return daysText(days(*box, box->line(row))); };
    c.key = [box, days](const Book&, Row row) { return std::int64_t(days(*box, box->line(row))); };
    c.tooltip = [box](const Book&, Row row) {
        const Line& l = box->line(row);
        return (l.dispute == noRow ? u"Paid short on "_s : u"Opened on "_s) + dateText(l.day);
    };
    return c;
}

Column targetColumn(const DisputeBoxPtr& box)
{
    Column c = text(box, u"target"_s, u"Target"_s, 104, 0, [](const Book& book, const Line& l) {
        const Dispute* x = disputeOf(book, l);
        return x ? dateText(x->targetDate) : QString();
    });
    c.key = [box](const Book& book, Row row) {
        const Dispute* x = disputeOf(book, box->line(row));
        return x && x->targetDate.isValid() ? std::int64_t(x->targetDate.days()) : farFuture;
    };
    c.tone = [box](const Book&, Row row) { return box->line(row).standing.overdue ? Tone::Bad : Tone::Plain; };
    return c;
}

} // namespace

QString disputeStateText(const DisputeLine& l, const Book& book) { return say(l.stateWords(book)); }

std::vector<Column> disputeColumns(const DisputeBoxPtr& box)
{
    std::vector<Column> out;
    Column name = text(box, u"name"_s, u"Payer"_s, 190, 0,
                       [](const Book& book, const Line& l) { return book.customers()[l.payer].name; });
    name.strong = true;
    name.key = [box](const Book& book, Row row) { return std::int64_t(book.nameRanks()[box->line(row).payer]); };
    out.push_back(std::move(name));
    out.push_back(text(box, u"number"_s, u"Invoice"_s, 112, 0, [](const Book& book, const Line& l) {
        return l.debit == noRow ? QString() : viewDebit(book.ledger(), l.debit).number;
    }));
    out.push_back(openColumn(box));
    out.push_back(text(
        box, u"currency"_s, u"Cur."_s, 52, 0,
        [](const Book& book, const Line& l) { return l.debit == noRow ? QString() : currencyOf(book, l).toString(); },
        Tone::Muted));
    out.push_back(text(box, u"kind"_s, u"Reason"_s, 124, 0, [](const Book& book, const Line& l) {
        const Dispute* x = disputeOf(book, l);
        if (l.kind == DisputeRowKind::Residue)
            return QString();
        return QString(say(wordsOf(l.guess)) + (x && !x->guessed ? QString() : u"?"_s));
    }));
    out.push_back(stateColumn(box));
    out.push_back(ageColumn(box));
    out.push_back(targetColumn(box));
    out.push_back(word(box, u"owner"_s, u"Owner"_s, 88, 1000, &Dispute::owner));
    out.push_back(word(box, u"department"_s, u"Department"_s, 110, 1260, &Dispute::department));
    out.push_back(word(box, u"responsible"_s, u"Responsible"_s, 110, 1400, &Dispute::responsible));
    out.push_back(word(box, u"root_cause"_s, u"Root cause"_s, 130, 1450, &Dispute::rootCause));
    out.push_back(text(
        box, u"reason"_s, u"In words"_s, 240, 1150, [](const Book&, const Line& l) { return say(l.reason); },
        Tone::Muted));
    out.push_back(baseColumn(box));
    return out;
}

} // namespace duedesk
