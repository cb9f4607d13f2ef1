#include "core/insight/find/filtermatch.h"

#include "core/base/text.h"

#include <algorithm>

namespace duedesk {
namespace {

struct TextField {
    const char* name;
    QString Customer::* text;
};
constexpr std::array<TextField, 8> textFields = {{{"owner", &Customer::owner},
                                                  {"tier", &Customer::tier},
                                                  {"region", &Customer::region},
                                                  {"industry", &Customer::industry},
                                                  {"size", &Customer::size},
                                                  {"country", &Customer::country},
                                                  {"risk", &Customer::riskClass},
                                                  {"language", &Customer::language}}};

bool namedBy(const Book& book, std::uint32_t row, const FilterTerm& term)
{
    const Customer& c = book.customers()[row];
    return filterEquals(term, c.externalId) || filterEquals(term, c.name);
}

} // namespace

QStringList customerFilterFields()
{
    QStringList out;
    for (const TextField& f : textFields)
        out.push_back(QString::fromLatin1(f.name));
    for (const char* f : {"customer", "payer", "parent", "name", "status", "currency", "terms", "lane", "bucket"})
        out.push_back(QString::fromLatin1(f));
    return out;
}

std::optional<bool> customerFieldHolds(const Book& book, std::uint32_t row, const FilterTerm& term)
{
    const Customer& c = book.customers()[row];
    for (const TextField& f : textFields)
        if (term.field == QLatin1String(f.name))
            return filterEquals(term, c.*f.text);
    if (term.field == u"customer")
        return namedBy(book, row, term);
    if (term.field == u"payer")
        return namedBy(book, book.payerRow(row), term);
    if (term.field == u"parent")
        return namedBy(book, book.parentRow(row), term);
    if (term.field == u"name")
        return book.foldedName(row).contains(term.value);
    if (term.field == u"status")
        return filterEquals(term, statusName(c.status));
    if (term.field == u"currency")
        return filterEquals(term, c.currency.toString());
    if (term.field == u"terms")
        return filterEquals(term, c.termsDays ? QString::number(*c.termsDays) : QString());
    return std::nullopt;
}

QString customerWords(const Book& book, std::uint32_t row)
{
    const Customer& c = book.customers()[row];
    QString out = book.foldedName(row) + u'\n' + c.externalId.toLower();
    for (const QString& other : c.spellings)
        out += u'\n' + foldForSearch(other);
    return out;
}

bool customerWordHolds(const Book& book, std::uint32_t row, const FilterTerm& term)
{
    if (book.foldedName(row).contains(term.value))
        return true;
    const Customer& c = book.customers()[row];
    if (c.externalId.contains(term.value, Qt::CaseInsensitive))
        return true;
    return std::any_of(c.spellings.begin(), c.spellings.end(),
                       [&](const QString& other) { return foldForSearch(other).contains(term.value); });
}

std::vector<std::uint32_t> filterCustomers(const Book& book, std::vector<std::uint32_t> rows, const Filter& f,
                                           const FilterText& extra,
                                           const std::function<std::int64_t(std::uint32_t row)>& openBase)
{
    const auto holds = [&](std::uint32_t row, const FilterTerm& term) {
        switch (term.kind) {
        case FilterTerm::Kind::Word: return customerWordHolds(book, row, term);
        case FilterTerm::Kind::Above: return openBase && openBase(row) > term.amount;
        case FilterTerm::Kind::Below: return openBase && openBase(row) < term.amount;
        case FilterTerm::Kind::Field: break;
        }
        // A list's own column comes first: it may mean more than the customer's field of that name.
        if (const QString own = extra ? extra(term.field, row) : QString(); !own.isNull())
            return filterEquals(term, own);
        return customerFieldHolds(book, row, term).value_or(false);
    };
    std::erase_if(rows, [&](std::uint32_t row) {
        return !std::all_of(f.terms.begin(), f.terms.end(),
                            [&](const FilterTerm& term) { return holds(row, term) != term.negated; });
    });
    return rows;
}

} // namespace duedesk
