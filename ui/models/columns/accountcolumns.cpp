#include "ui/models/columns/accountcolumns.h"

#include "core/domain/codewords.h"
#include "ui/models/format.h"

#include <QCoreApplication>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char* text) { return QCoreApplication::translate("AccountColumns", text); }

Column customerText(const QString& id, const QString& title, int width, int fromWidth, QString Customer::* field,
                    Tone tone)
{
    Column c{.id = id, .title = title, .width = width, .fromWidth = fromWidth};
    c.text = [field](const Book& book, std::uint32_t row) { return book.customers()[row].*field; };
    if (tone != Tone::Plain)
        c.tone = [tone](const Book&, std::uint32_t) { return tone; };
    return c;
}

Column money(const AccountBoxPtr& box, const QString& id, const QString& title, std::int64_t AccountFigure::* field,
             int fromWidth, bool strong)
{
    Column c{.id = id,
             .title = title,
             .kind = CellKind::Figure,
             .width = 116,
             .fromWidth = fromWidth,
             .strong = strong,
             .descending = true};
    c.text = [box, field](const Book& book, std::uint32_t row) {
        const std::int64_t v = box->now->of(row).*field;
        return v == 0 ? QString() : amountText(v, book.info().base);
    };
    c.key = [box, field](const Book&, std::uint32_t row) { return box->now->of(row).*field; };
    c.cell = [box, field](const Book& book, std::uint32_t row) -> Cell {
        const std::int64_t v = box->now->of(row).*field;
        return MoneyCell{{v, book.info().base}, v != 0};
    };
    return c;
}

Column nameColumn(const AccountBoxPtr&)
{
    Column c{.id = u"name"_s, .title = tr("Customer"), .width = 230, .strong = true};
    c.text = [](const Book& book, std::uint32_t row) { return book.customers()[row].name; };
    c.key = [](const Book& book, std::uint32_t row) { return std::int64_t(book.nameRanks()[row]); };
    c.tooltip = [](const Book& book, std::uint32_t row) {
        const Customer& customer = book.customers()[row];
        QStringList lines;
        if (!customer.spellings.isEmpty())
            lines.append(tr("Also written: %1").arg(customer.spellings.join(u", "_s)));
        if (customer.incomplete)
            lines.append(tr("Seen only in invoices so far: details are missing"));
        return lines.join(u'\n');
    };
    return c;
}

Column laneColumn(const AccountBoxPtr& box)
{
    Column c{.id = u"lane"_s, .title = tr("Lane"), .width = 124};
    c.text = [box](const Book&, std::uint32_t row) {
        return box->now->onList(row) ? laneTitle(box->now->lane(row)) : QString();
    };
    c.key = [box](const Book&, std::uint32_t row) {
        return box->now->onList(row) ? std::int64_t(box->now->lane(row)) : laneCount;
    };
    c.tone = [box](const Book&, std::uint32_t row) {
        switch (box->now->lane(row)) {
        case Lane::PromiseBroken: return Tone::Bad;
        case Lane::Escalated: return Tone::Warn;
        case Lane::NotOnList:
        case Lane::Waiting: return Tone::Muted;
        default: return Tone::Plain;
        }
    };
    return c;
}

Column limitColumn(const AccountBoxPtr& box)
{
    Column c{
        .id = u"limit_left"_s, .title = tr("Limit left"), .kind = CellKind::Figure, .width = 112, .fromWidth = 1400};
    c.text = [box](const Book& book, std::uint32_t row) {
        const auto left = box->now->of(row).limitLeft;
        return left ? wholeText(*left, book.info().base) : QString();
    };
    c.key = [box](const Book&, std::uint32_t row) {
        return box->now->of(row).limitLeft.value_or(
            std::numeric_limits<std::int64_t>::max()); // no limit set comes last
    };
    c.cell = [box](const Book& book, std::uint32_t row) -> Cell {
        const auto left = box->now->of(row).limitLeft;
        return MoneyCell{{left.value_or(0), book.info().base}, left.has_value()};
    };
    c.tone = [box](const Book&, std::uint32_t row) {
        return box->now->of(row).limitLeft.value_or(0) < 0 ? Tone::Bad : Tone::Muted;
    };
    return c;
}

} // namespace

std::vector<Column> accountColumns(const AccountBoxPtr& box)
{
    Column aging{.id = u"aging"_s, .title = tr("Aging"), .kind = CellKind::Aging, .width = 120, .descending = true};
    aging.bar = [box](const Book&, std::uint32_t row) { return box->now->of(row).bucket; };
    aging.text = [box](const Book& book, std::uint32_t row) {
        QStringList parts;
        const auto& edges = book.policyAt(box->now->day()).bucketEdges;
        for (int b = 0; b < bucketCount; ++b)
            if (const std::int64_t v = box->now->of(row).bucket[std::size_t(b)]; v != 0)
                parts.append(bucketName(b, edges) + u' ' + wholeText(v, book.info().base));
        return parts.join(u", "_s);
    };
    aging.key = [box](const Book&, std::uint32_t row) { return box->now->of(row).bucket[4]; };

    Column oldest{.id = u"oldest"_s, .title = tr("Oldest"), .kind = CellKind::Figure, .width = 72, .descending = true};
    oldest.text = [box](const Book&, std::uint32_t row) { return daysText(box->now->of(row).oldestDays); };
    oldest.key = [box](const Book&, std::uint32_t row) { return std::int64_t(box->now->of(row).oldestDays); };
    oldest.tone = [box](const Book&, std::uint32_t row) {
        return box->now->of(row).oldestDays > 90 ? Tone::Bad : Tone::Plain;
    };

    Column impact{.id = u"dso_impact"_s,
                  .title = tr("DSO effect"),
                  .kind = CellKind::Figure,
                  .width = 88,
                  .fromWidth = 1150,
                  .descending = true};
    impact.text = [box](const Book&, std::uint32_t row) {
        const Ratio& r = box->now->of(row).dsoImpact;
        return r.e4.value_or(0) == 0 ? QString() : QString(r.toText(1) + u" d"_s);
    };
    impact.key = [box](const Book&, std::uint32_t row) { return box->now->of(row).dsoImpact.e4.value_or(0); };

    Column status{.id = u"status"_s, .title = tr("Status"), .width = 96, .shown = false};
    status.text = [](const Book& book, std::uint32_t row) { return say(wordsOf(book.customers()[row].status)); };
    status.key = [](const Book& book, std::uint32_t row) { return std::int64_t(book.customers()[row].status); };

    Column open = money(box, u"open"_s, tr("Open"), &AccountFigure::open, 0, true);
    open.sum = open.key;
    std::vector<Column> columns;
    columns.push_back(nameColumn(box));
    columns.push_back(customerText(u"customer"_s, tr("Id"), 96, 1300, &Customer::externalId, Tone::Muted));
    columns.push_back(customerText(u"tier"_s, tr("Tier"), 84, 950, &Customer::tier, Tone::Plain));
    columns.push_back(customerText(u"region"_s, tr("Region"), 84, 1600, &Customer::region, Tone::Muted));
    columns.push_back(customerText(u"owner"_s, tr("Owner"), 84, 950, &Customer::owner, Tone::Plain));
    columns.push_back(laneColumn(box));
    columns.push_back(std::move(open));
    columns.push_back(money(box, u"past_due"_s, tr("Past due"), &AccountFigure::pastDue, 0, false));
    columns.push_back(money(box, u"tbc"_s, tr("To collect"), &AccountFigure::tbc, 1000, false));
    columns.push_back(money(box, u"at_risk"_s, tr("At risk"), &AccountFigure::atRisk, 1500, false));
    columns.push_back(std::move(aging));
    columns.push_back(std::move(oldest));
    columns.push_back(std::move(impact));
    columns.push_back(limitColumn(box));
    Column industry = customerText(u"industry"_s, tr("Industry"), 110, 1700, &Customer::industry, Tone::Muted);
    Column country = customerText(u"country"_s, tr("Country"), 72, 1700, &Customer::country, Tone::Muted);
    columns.push_back(std::move(industry));
    columns.push_back(std::move(country));
    columns.push_back(std::move(status));
    return columns;
}

} // namespace duedesk
