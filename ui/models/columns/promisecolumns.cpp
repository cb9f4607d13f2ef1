#include "ui/models/columns/promisecolumns.h"

#include "ui/models/columns/keptcolumns.h"
#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

using Row = std::uint32_t;
using Line = AgreementLine;

template <class Text>
Column text(const AgreementBoxPtr& box, const QString& id, const QString& title, int width, int fromWidth, Text of,
            Tone tone = Tone::Plain)
{
    Column c{.id = id, .title = title, .width = width, .fromWidth = fromWidth};
    c.text = [box, of](const Book& book, Row row) { return of(book, box->line(row)); };
    if (tone != Tone::Plain)
        c.tone = [tone](const Book&, Row) { return tone; };
    return c;
}

Column money(const AgreementBoxPtr& box, const QString& id, const QString& title, int fromWidth,
             std::int64_t Line::* part)
{
    Column c{
        .id = id, .title = title, .kind = CellKind::Figure, .width = 112, .fromWidth = fromWidth, .descending = true};
    c.text = [box, part](const Book&, Row row) {
        const Line& l = box->line(row);
        return l.*part == 0 ? QString() : amountText(l.*part, l.currency);
    };
    c.key = [box, part](const Book&, Row row) { return box->line(row).*part; };
    c.cell = [box, part](const Book&, Row row) -> Cell {
        const Line& l = box->line(row);
        return MoneyCell{{l.*part, l.currency}, l.*part != 0};
    };
    return c;
}

Column day(const AgreementBoxPtr& box, const QString& id, const QString& title, int fromWidth, Date Line::* part)
{
    Column c{.id = id, .title = title, .width = 104, .fromWidth = fromWidth};
    c.text = [box, part](const Book&, Row row) { return dateText(box->line(row).*part); };
    c.key = [box, part](const Book&, Row row) { return std::int64_t((box->line(row).*part).days()); };
    return c;
}

Tone stateTone(const Line& l)
{
    switch (l.lane) {
    case AgreementLane::Broken: return Tone::Bad;
    case AgreementLane::Due:
    case AgreementLane::Elsewhere:
    case AgreementLane::Waiting: return Tone::Warn;
    case AgreementLane::Done:
        return l.state == PromiseState::Kept || l.state == PromiseState::KeptElsewhere ? Tone::Good : Tone::Muted;
    case AgreementLane::Today:
    case AgreementLane::Open: break;
    }
    return Tone::Plain;
}

Column stateColumn(const AgreementBoxPtr& box)
{
    Column c =
        text(box, u"state"_s, u"State"_s, 132, 0, [](const Book&, const Line& l) { return agreementStateText(l); });
    c.tone = [box](const Book&, Row row) { return stateTone(box->line(row)); };
    return c;
}

Column whatColumn(const AgreementBoxPtr& box)
{
    Column c = text(
        box, u"what"_s, u"What"_s, 92, 0,
        [](const Book&, const Line& l) {
            return l.plan ? u"Plan %1/%2"_s.arg(l.instalment).arg(l.instalments) : u"Promise"_s;
        },
        Tone::Muted);
    c.key = [box](const Book&, Row row) { return box->line(row).plan.value * 100 + box->line(row).instalment; };
    return c;
}

Column baseColumn(const AgreementBoxPtr& box)
{
    Column c{.id = u"base"_s,
             .title = u"In base"_s,
             .kind = CellKind::Figure,
             .width = 112,
             .fromWidth = 1500,
             .descending = true};
    c.text = [box](const Book& book, Row row) { return amountText(box->line(row).amountBase, book.info().base); };
    c.key = [box](const Book&, Row row) { return box->line(row).amountBase; };
    c.tone = [](const Book&, Row) { return Tone::Muted; };
    c.sum = c.key;
    c.cell = [box](const Book& book, Row row) -> Cell {
        return MoneyCell{{box->line(row).amountBase, book.info().base}, true};
    };
    return c;
}

// How many promises of those it names were kept in 90 days.
template <class RecordOf>
Column keeps(const AgreementBoxPtr& box, const QString& id, const QString& title, int fromWidth, RecordOf recordOf)
{
    Column c{.id = id, .title = title, .kind = CellKind::Figure, .width = 88, .fromWidth = fromWidth};
    c.text = [box, recordOf](const Book&, Row row) {
        const PromiseRecord* r = recordOf(*box->now, box->line(row));
        return r ? percentText(r->keptByCount()) : QString();
    };
    c.key = [box, recordOf](const Book&, Row row) {
        const PromiseRecord* r = recordOf(*box->now, box->line(row));
        return r ? r->keptByCount().e4.value_or(-1) : -1;
    };
    c.tooltip = [box, recordOf](const Book& book, Row row) {
        const PromiseRecord* r = recordOf(*box->now, box->line(row));
        return r ? QString(recordText(*r, book.info().base) + u", 90 days"_s) : u"Nothing was judged in 90 days"_s;
    };
    return c;
}

} // namespace

QString agreementStateText(const AgreementLine& l) { return say(l.stateWords()); }

std::vector<Column> agreementColumns(const AgreementBoxPtr& box)
{
    std::vector<Column> out;
    Column name = text(box, u"name"_s, u"Payer"_s, 210, 0,
                       [](const Book& book, const Line& l) { return book.customers()[l.payer].name; });
    name.strong = true;
    name.key = [box](const Book& book, Row row) { return std::int64_t(book.nameRanks()[box->line(row).payer]); };
    Column level = text(box, u"level"_s, u"Missed"_s, 66, 800,
                        [](const Book&, const Line& l) { return l.level == 0 ? QString() : QString::number(l.level); });
    level.kind = CellKind::Figure;
    level.key = [box](const Book&, Row row) { return std::int64_t(box->line(row).level); };
    level.tooltip = [](const Book&, Row) { return u"Promises on these invoices that were not kept"_s; };
    out.push_back(std::move(name));
    out.push_back(whatColumn(box));
    out.push_back(money(box, u"amount"_s, u"Amount"_s, 0, &Line::amount));
    out.push_back(text(
        box, u"currency"_s, u"Cur."_s, 52, 0, [](const Book&, const Line& l) { return l.currency.toString(); },
        Tone::Muted));
    out.push_back(day(box, u"due"_s, u"Promised for"_s, 0, &Line::due));
    out.push_back(day(box, u"deadline"_s, u"Judged after"_s, 1300, &Line::deadline));
    out.push_back(stateColumn(box));
    out.push_back(money(box, u"counted"_s, u"Came"_s, 1250, &Line::counted));
    out.push_back(std::move(level));
    out.push_back(keeps(box, u"payer_keeps"_s, u"Payer keeps"_s, 950,
                        [](const Agreements& a, const Line& l) { return a.rates.ofPayer(l.payer); }));
    Column clerk = keeps(box, u"clerk_keeps"_s, u"Clerk keeps"_s, 1550,
                         [](const Agreements& a, const Line& l) { return a.rates.ofClerk(l.takenBy); });
    Column taken = text(
        box, u"taken_by"_s, u"Taken by"_s, 96, 1400, [](const Book&, const Line& l) { return l.takenBy; }, Tone::Muted);
    taken.tooltip = clerk.tooltip; // there where the rate has no room
    out.push_back(std::move(taken));
    out.push_back(std::move(clerk));
    out.push_back(text(
        box, u"owner"_s, u"Owner"_s, 96, 900,
        [](const Book& book, const Line& l) { return book.customers()[l.payer].owner; }, Tone::Muted));
    out.push_back(day(box, u"made_on"_s, u"Made on"_s, 1650, &Line::madeOn));
    out.push_back(text(
        box, u"remark"_s, u"Remark"_s, 240, 1100, [](const Book&, const Line& l) { return say(l.remark); },
        Tone::Muted));
    out.push_back(baseColumn(box));
    return out;
}

} // namespace duedesk
