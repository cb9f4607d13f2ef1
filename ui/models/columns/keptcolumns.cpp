#include "ui/models/columns/keptcolumns.h"

#include "ui/models/format.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

using Row = std::uint32_t;

template <class Of> Column number(const KeptBoxPtr& box, const QString& id, const QString& title, int width, Of of)
{
    Column c{.id = id, .title = title, .kind = CellKind::Figure, .width = width, .descending = true};
    c.text = [box, of](const Book&, Row row) { return countText(of(box->line(row).record)); };
    c.key = [box, of](const Book&, Row row) { return std::int64_t(of(box->line(row).record)); };
    return c;
}

template <class Of> Column percent(const KeptBoxPtr& box, const QString& id, const QString& title, Of of)
{
    Column c{.id = id, .title = title, .kind = CellKind::Figure, .width = 110, .strong = true};
    c.text = [box, of](const Book&, Row row) { return percentText(of(box->line(row).record)); };
    c.key = [box, of](const Book&, Row row) { return of(box->line(row).record).e4.value_or(-1); };
    c.tooltip = [box](const Book& book, Row row) { return recordText(box->line(row).record, book.info().base); };
    return c;
}

} // namespace

QString percentText(const Ratio& r) { return r.has() ? QString(r.toText(0) + u" %"_s) : QString(); }

QString recordText(const PromiseRecord& r, Currency base)
{
    return countText(r.kept) + u" of "_s + countText(r.kept + r.partly + r.broken) + u" kept, "_s + countText(r.partly)
           + u" partly, "_s + countText(r.broken) + u" broken \u00b7 "_s + r.keptByMoney().toText(0) + u" % of "_s
           + amountWithUnit(r.judgedBase, base);
}

std::vector<Column> keptColumns(const KeptBoxPtr& box)
{
    std::vector<Column> out;
    Column by{.id = u"by"_s, .title = u"Of"_s, .width = 80};
    by.text = [box](const Book&, Row row) { return say(wordsOf(box->line(row).by)); };
    by.tone = [](const Book&, Row) { return Tone::Muted; };
    Column name{.id = u"name"_s, .title = u"Name"_s, .width = 240, .strong = true};
    name.text = [box](const Book&, Row row) {
        const KeptLine& l = box->line(row);
        return l.name.isEmpty() && l.by == KeptBy::Clerk ? u"(nobody named)"_s : l.name;
    };
    out.push_back(std::move(by));
    out.push_back(std::move(name));
    out.push_back(
        percent(box, u"kept_count_pct"_s, u"Kept by count"_s, [](const PromiseRecord& r) { return r.keptByCount(); }));
    out.push_back(
        percent(box, u"kept_money_pct"_s, u"Kept by money"_s, [](const PromiseRecord& r) { return r.keptByMoney(); }));
    Column judged{
        .id = u"judged"_s, .title = u"Judged, in base"_s, .kind = CellKind::Figure, .width = 130, .descending = true};
    judged.text = [box](const Book& book, Row row) {
        return amountText(box->line(row).record.judgedBase, book.info().base);
    };
    judged.key = [box](const Book&, Row row) { return box->line(row).record.judgedBase; };
    judged.cell = [box](const Book& book, Row row) -> Cell {
        return MoneyCell{{box->line(row).record.judgedBase, book.info().base}, true};
    };
    out.push_back(std::move(judged));
    out.push_back(number(box, u"kept"_s, u"Kept"_s, 76, [](const PromiseRecord& r) { return r.kept; }));
    out.push_back(number(box, u"partly_kept"_s, u"Partly"_s, 76, [](const PromiseRecord& r) { return r.partly; }));
    out.push_back(number(box, u"broken"_s, u"Broken"_s, 76, [](const PromiseRecord& r) { return r.broken; }));
    Column owner{.id = u"owner"_s, .title = u"Owner"_s, .width = 120};
    owner.text = [box](const Book& book, Row row) {
        const std::uint32_t payer = box->line(row).payer;
        return payer == noRow ? QString() : book.customers()[payer].owner;
    };
    owner.tone = [](const Book&, Row) { return Tone::Muted; };
    out.push_back(std::move(owner));
    return out;
}

} // namespace duedesk
