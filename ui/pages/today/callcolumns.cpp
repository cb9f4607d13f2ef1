#include "ui/pages/today/callcolumns.h"

#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/people/callcontact.h"
#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

using Figures = std::shared_ptr<const CallFigures>;
using Row = std::uint32_t;

Column column(const QString& id, const QString& title, CellKind kind, int width, Column::TextOf text)
{
    Column c;
    c.id = id;
    c.title = title;
    c.kind = kind;
    c.width = width;
    c.text = std::move(text);
    c.descending = kind == CellKind::Figure || kind == CellKind::Aging;
    return c;
}

// "Dana Okafor" as "D. Okafor": the list has the room of a phone book, the panel has the full name.
QString shortName(const QString& name)
{
    const qsizetype blank = name.indexOf(u' ');
    return blank < 2 ? name : QString(name.left(1) + u". " + name.mid(name.lastIndexOf(u' ') + 1));
}

QString contactText(const Book& book, const CallRow& r)
{
    if (r.contact == noRow)
        return Lang::tr("Nobody known");
    const Contact& c = book.rows<Contact>()[r.contact];
    if (c.role == ContactRole::SharedInbox)
        return c.name.isEmpty() ? Lang::tr("Shared inbox") : c.name;
    const QString role = c.role == ContactRole::Other ? c.roleText : say(wordsOf(c.role));
    return role.isEmpty() ? shortName(c.name) : QString(shortName(c.name) + u" \u00b7 "_s + role);
}

// Inside calling hours, closing within the hour, outside, or not known.
Tone reachTone(const CallRow& r, int passed)
{
    if (const int left = closesInAfter(r, passed); left >= 0)
        return left <= 60 ? Tone::Warn : Tone::Good;
    return r.localMinute < 0 && r.reachable ? Tone::Muted : Tone::Bad;
}

void addMoney(std::vector<Column>& out, const Figures& f)
{
    Column risk = column(u"at_risk"_s, Lang::tr("At risk"), CellKind::Figure, 76,
                         [f](const Book& b, Row r) { return wholeText(f->row(r).atRisk, b.info().base); });
    risk.strong = true;
    risk.key = [f](const Book&, Row r) { return f->row(r).atRisk; };
    risk.cell = [f](const Book& b, Row r) -> Cell { return MoneyCell{{f->row(r).atRisk, b.info().base}}; };
    risk.tooltip = [f](const Book& b, Row r) {
        return Lang::tr("To collect %1 \u00d7 risk %2")
            .arg(amountWithUnit(f->row(r).tbc, b.info().base), factorText(f->row(r).risk));
    };
    out.push_back(std::move(risk));

    Column share = column(u"risk"_s, Lang::tr("Risk"), CellKind::Figure, 60, [f](const Book&, Row r) {
        return Lang::tr("%1 %").arg(countText(divideHalfEven(f->row(r).risk, 100)));
    });
    share.key = [f](const Book&, Row r) { return f->row(r).risk; };
    share.cell = [f](const Book&, Row r) -> Cell { return NumberCell{plainDecimal(f->row(r).risk, 4)}; };
    share.fromWidth = 1300;
    out.push_back(std::move(share));

    Column aging = column(u"aging"_s, Lang::tr("Aging"), CellKind::Aging, 80, [f](const Book& b, Row r) {
        const auto& edges = b.policyAt(f->insights->day).bucketEdges;
        QStringList parts;
        for (int i = 0; i < bucketCount; ++i)
            if (const auto amount = f->row(r).bucket[std::size_t(i)]; amount != 0)
                parts.append(bucketTitle(i, edges) + u' ' + wholeText(amount, b.info().base));
        return parts.join(u", "_s);
    });
    aging.bar = [f](const Book&, Row r) { return f->row(r).bucket; };
    aging.tooltip = aging.text;
    aging.key = [f](const Book&, Row r) { return f->row(r).bucket[4]; };
    out.push_back(std::move(aging));

    Column tbc = column(u"to_collect"_s, Lang::tr("To collect"), CellKind::Figure, 92,
                        [f](const Book& b, Row r) { return amountText(f->row(r).tbc, b.info().base); });
    tbc.key = [f](const Book&, Row r) { return f->row(r).tbc; };
    tbc.cell = [f](const Book& b, Row r) -> Cell { return MoneyCell{{f->row(r).tbc, b.info().base}}; };
    tbc.sum = tbc.key;
    out.push_back(std::move(tbc));

    Column oldest = column(u"oldest"_s, Lang::tr("Oldest"), CellKind::Figure, 64,
                           [f](const Book&, Row r) { return daysText(f->row(r).oldestDays); });
    oldest.cell = [f](const Book&, Row r) { return countCell(f->row(r).oldestDays); };
    oldest.key = [f](const Book&, Row r) { return std::int64_t(f->row(r).oldestDays); };
    oldest.tone = [f](const Book& b, Row r) {
        return f->row(r).oldestDays > b.policyAt(f->insights->day).bucketEdges[2] ? Tone::Bad : Tone::Plain;
    };
    out.push_back(std::move(oldest));
}

void addContact(std::vector<Column>& out, const Figures& f)
{
    Column contact = column(u"contact"_s, Lang::tr("Contact"), CellKind::Text, 150,
                            [f](const Book& b, Row r) { return contactText(b, f->row(r)); });
    contact.tone = [](const Book&, Row) { return Tone::Muted; };
    contact.tooltip = [f](const Book& b, Row r) {
        return f->row(r).contact == noRow ? QString() : b.rows<Contact>()[f->row(r).contact].name;
    };
    out.push_back(std::move(contact));

    Column clock = column(u"local_time"_s, Lang::tr("Local time"), CellKind::Clock, 74,
                          [f](const Book&, Row r) { return minuteText(localMinuteAfter(f->row(r), f->passed())); });
    clock.key = [f](const Book&, Row r) { return std::int64_t(localMinuteAfter(f->row(r), f->passed())); };
    clock.tone = [f](const Book&, Row r) { return reachTone(f->row(r), f->passed()); };
    clock.tooltip = [f](const Book&, Row r) {
        switch (reachTone(f->row(r), f->passed())) {
        case Tone::Good: return Lang::tr("Inside their calling hours");
        case Tone::Warn: return Lang::tr("Their calling hours end within the hour");
        case Tone::Bad: return Lang::tr("Outside their calling hours");
        default: return Lang::tr("Their time zone is not known");
        }
    };
    out.push_back(std::move(clock));
}

void addWords(std::vector<Column>& out, const Figures& f)
{
    Column step = column(u"next_step"_s, Lang::tr("Next step"), CellKind::Text, 124,
                         [f](const Book&, Row r) { return say(f->row(r).nextStep); });
    step.tone = [f](const Book&, Row r) { // a call-back that was missed is no future one
        constexpr Instant quarter = 15 * 60'000;
        const Instant asked = f->row(r).askedFor;
        return asked == 0 || f->now - asked < quarter ? Tone::Plain : Tone::Bad;
    };
    step.tooltip = [f](const Book&, Row r) { return say(nextStepWords(f->row(r), f->now)); };
    out.push_back(std::move(step));

    Column touch = column(u"last_touch"_s, Lang::tr("Last touch"), CellKind::Text, 92,
                          [f](const Book&, Row r) { return dayText(f->row(r).lastTouch); });
    touch.key = [f](const Book&, Row r) {
        const Date d = f->row(r).lastTouch;
        return d.isValid() ? std::int64_t(d.days()) : std::int64_t(-1'000'000);
    };
    touch.cell = [f](const Book&, Row r) -> Cell { return DateCell{f->row(r).lastTouch}; };
    touch.tone = [](const Book&, Row) { return Tone::Muted; };
    touch.fromWidth = 1300;
    touch.descending = true;
    out.push_back(std::move(touch));

    Column owner = column(u"owner"_s, Lang::tr("Owner"), CellKind::Text, 88,
                          [f](const Book&, Row r) { return f->customer(r).owner; });
    owner.tone = [](const Book&, Row) { return Tone::Muted; };
    owner.fromWidth = 1300;
    out.push_back(std::move(owner));

    Column why = column(u"why"_s, Lang::tr("Why"), CellKind::Chips, 118, [f](const Book&, Row r) {
        const CallRow& row = f->row(r);
        QStringList chips;
        for (const Words& reason : row.reasons)
            chips.append(say(reason));
        if (const QString late = row.askedFor == 0 ? QString() : lateWords(row.askedFor, f->now); !late.isEmpty())
            chips.front() = late; // says more than that it is due, and fits where the next step would be cut
        if (const QString whyNot = say(row.whyNot); !whyNot.isEmpty() && whyNot != chips.value(0))
            chips.prepend(whyNot);
        return chips.join(u'\n');
    });
    why.tooltip = [f, text = why.text](const Book& b, Row r) { return text(b, r).replace(u'\n', u", "_s); };
    out.push_back(std::move(why));
}

} // namespace

std::vector<Column> callColumns(Figures f)
{
    std::vector<Column> out;
    Column rank = column(u"rank"_s, u"#"_s, CellKind::Figure, 38, [f](const Book&, Row r) {
        return f->row(r).rank == 0 ? QString() : countText(f->row(r).rank);
    });
    rank.cell = [f](const Book&, Row r) { return countCell(f->row(r).rank); };
    rank.key = [f](const Book&, Row r) {
        return f->row(r).rank == 0 ? std::int64_t(1) << 40 : std::int64_t(f->row(r).rank);
    };
    rank.tone = [](const Book&, Row) { return Tone::Muted; };
    rank.descending = false;
    out.push_back(std::move(rank));

    Column name = column(u"customer"_s, Lang::tr("Customer"), CellKind::Text, 176,
                         [f](const Book&, Row r) { return f->customer(r).name; });
    name.strong = true;
    name.key = [f](const Book& b, Row r) { return std::int64_t(b.nameRanks()[f->row(r).payer]); };
    out.push_back(std::move(name));

    addContact(out, f);
    addMoney(out, f);
    addWords(out, f);
    return out;
}

} // namespace duedesk
