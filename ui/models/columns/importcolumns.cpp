#include "ui/models/columns/importcolumns.h"

#include "core/base/clock.h"
#include "core/base/words.h"
#include "ui/models/format.h"

#include <algorithm>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

const ImportBatch& batch(const Book& book, std::uint32_t row) { return book.rows<ImportBatch>()[row]; }

Column count(const QString& id, const QString& title, std::int64_t ImportedFile::* field)
{
    Column c{.id = id, .title = title, .kind = CellKind::Figure, .width = 84, .descending = true};
    c.key = [field](const Book& book, std::uint32_t row) {
        std::int64_t sum = 0;
        for (const ImportedFile& f : batch(book, row).files)
            sum += f.*field;
        return sum;
    };
    c.text = [key = c.key](const Book& book, std::uint32_t row) { return countText(key(book, row)); };
    c.cell = [key = c.key](const Book& book, std::uint32_t row) -> Cell {
        return NumberCell{std::to_string(key(book, row))};
    };
    return c;
}

template <class Of> Column joined(const QString& id, const QString& title, int width, Of of)
{
    Column c{.id = id, .title = title, .width = width};
    c.text = [of](const Book& book, std::uint32_t row) {
        QStringList parts;
        for (const ImportedFile& f : batch(book, row).files)
            if (const QString part = std::invoke(of, f); !parts.contains(part))
                parts.append(part);
        return parts.join(u", "_s);
    };
    return c;
}

// The code of a kind of file, as the batch keeps it, in words.
QString kindTitle(const ImportedFile& f)
{
    static constexpr const char* kinds[] = {
        QT_TRANSLATE_NOOP("duedesk::Lang", "rates"),     QT_TRANSLATE_NOOP("duedesk::Lang", "holidays"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "customers"), QT_TRANSLATE_NOOP("duedesk::Lang", "contacts"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "invoices"),  QT_TRANSLATE_NOOP("duedesk::Lang", "payments"),
        QT_TRANSLATE_NOOP("duedesk::Lang", "promises")};
    for (const char* kind : kinds)
        if (f.kind == QLatin1StringView(kind))
            return Lang::tr(kind);
    return f.kind;
}

} // namespace

std::vector<Column> importColumns()
{
    Column at{.id = u"at"_s, .title = Lang::tr("When"), .width = 160, .strong = true, .descending = true};
    at.text = [](const Book& book, std::uint32_t row) {
        const Instant when = batch(book, row).at;
        return QString(dateText(book.dayOf(when)) + u", "_s + minuteText(minuteOfDayIn(book.info().zone, when)));
    };
    at.key = [](const Book& book, std::uint32_t row) { return batch(book, row).at; };
    at.cell = [](const Book& book, std::uint32_t row) -> Cell { return InstantCell{batch(book, row).at}; };
    Column user{.id = u"user"_s, .title = Lang::tr("By"), .width = 90};
    user.text = [](const Book& book, std::uint32_t row) { return batch(book, row).user; };
    Column state{.id = u"state"_s, .title = Lang::tr("State"), .width = 110};
    state.text = [](const Book& book, std::uint32_t row) {
        return batch(book, row).retractedBy ? Lang::tr("undone") : Lang::tr("in the book");
    };
    state.tone = [](const Book& book, std::uint32_t row) {
        return batch(book, row).retractedBy ? Tone::Muted : Tone::Good;
    };
    Column rejected = count(u"rejected"_s, Lang::tr("Left out"), &ImportedFile::rejected);
    rejected.tone = [key = rejected.key](const Book& book, std::uint32_t row) {
        return key(book, row) > 0 ? Tone::Warn : Tone::Muted;
    };

    std::vector<Column> columns;
    columns.push_back(std::move(at));
    columns.push_back(joined(u"files"_s, Lang::tr("Files"), 260, &ImportedFile::name));
    columns.push_back(joined(u"kinds"_s, Lang::tr("Kinds"), 150, kindTitle));
    columns.push_back(count(u"rows"_s, Lang::tr("Rows"), &ImportedFile::rows));
    columns.push_back(count(u"added"_s, Lang::tr("New"), &ImportedFile::added));
    columns.push_back(count(u"changed"_s, Lang::tr("Changed"), &ImportedFile::changed));
    columns.push_back(std::move(rejected));
    columns.push_back(std::move(user));
    columns.push_back(std::move(state));
    return columns;
}

std::vector<std::uint32_t> importRows(const Book& book)
{
    const auto& all = book.rows<ImportBatch>();
    std::vector<std::uint32_t> rows(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i)
        rows[i] = i;
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return all[a].at > all[b].at; });
    return rows;
}

} // namespace duedesk
