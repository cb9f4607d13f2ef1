#include "core/exchange/layout.h"

#include "core/exchange/kindchoice.h"
#include "core/exchange/sheets/workbook.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// A built-in profile is data: which source headings feed which field. Headings are written in their normal form.
struct ProfileColumn {
    Field field;
    bool signature; // must be there for the file to be recognised
    const char* headings; // bar-separated
};
struct Profile {
    const char* name;
    FileKind kind;
    bool spreadsheetIds;
    std::span<const ProfileColumn> columns;
    const char* ignored;
};

constexpr ProfileColumn settledHistory[] = {
    {Field::CustomerNo, true, "customerid|customer_id|customer_no|customer"},
    {Field::InvoiceNo, true, "invoicenumber|invoice_number|invoice_no"},
    {Field::InvoiceDate, true, "invoicedate|invoice_date"},
    {Field::DueDate, true, "duedate|due_date"},
    {Field::Amount, true, "invoiceamount|invoice_amount|amount"},
    {Field::PaidDate, true, "settleddate|settled_date|settled_on|cleardate|clear_date"},
    {Field::Currency, false, "currency|currency_code"},
    {Field::Country, false, "countrycode|country_code|country"},
};
constexpr ProfileColumn sapOpenItems[] = {
    {Field::Company, true, "business_code|company_code|bukrs"}, {Field::CustomerNo, true, "cust_number|kunnr"},
    {Field::CustomerName, false, "name_customer|name1"},        {Field::InvoiceNo, true, "doc_id|belnr"},
    {Field::InvoiceDate, true, "posting_date|budat"},           {Field::DueDate, true, "due_in_date|faedt"},
    {Field::Currency, true, "invoice_currency|waers"},          {Field::Amount, true, "total_open_amount|wrbtr"},
    {Field::TermsText, false, "cust_payment_terms|zterm"},      {Field::PaidDate, false, "clear_date|augdt"},
};
constexpr Profile profiles[] = {
    {"settled-history", FileKind::Invoices, false, settledHistory,
     "paperlessdate|paperlessbill|daystosettle|dayslate|disputed"},
    {"sap-open-items", FileKind::Invoices, true, sapOpenItems,
     "business_year|buisness_year|document_create_date|document_create_date_1|document_type|posting_id|area_business|"
     "baseline_create_date|invoice_id|isopen"},
};

QStringList words(const char* bars) { return QString::fromLatin1(bars).split(u'|', Qt::SkipEmptyParts); }

const Profile* profileNamed(const QString& name)
{
    for (const Profile& p : profiles)
        if (name == QLatin1String(p.name))
            return &p;
    return nullptr;
}

QStringList normal(const QStringList& cells)
{
    QStringList out;
    for (const QString& c : cells)
        out << normalHeading(c);
    return out;
}

int columnOf(const ProfileColumn& c, const QStringList& normalCells)
{
    for (const QString& h : words(c.headings))
        if (const auto i = normalCells.indexOf(h); i >= 0)
            return int(i);
    return -1;
}

bool fits(const Profile& p, const QStringList& normalCells)
{
    return std::all_of(p.columns.begin(), p.columns.end(),
                       [&](const ProfileColumn& c) { return !c.signature || columnOf(c, normalCells) >= 0; });
}

const Profile* profileFor(const QStringList& normalCells, const LayoutRequest& r)
{
    if (!r.profile.isEmpty())
        return profileNamed(r.profile);
    for (const Profile& p : profiles)
        if (fits(p, normalCells) && (!r.kind || *r.kind == p.kind))
            return &p;
    return nullptr;
}

Outcome missing(const FileLayout& l, const QString& heading)
{
    Error e;
    e.file = l.place();
    e.row = l.headingLine;
    e.field = heading;
    e.what = u"the required heading is missing; found: "_s + l.headings.join(u", "_s).left(300);
    e.remedy = u"add the column, or name it in a map file (--map)"_s;
    return fail(e);
}

void addColumn(FileLayout& l, const FieldSpec* spec, int column)
{
    ColumnPlan c;
    c.spec = spec;
    c.column = column;
    c.heading = l.headings.value(column).trimmed();
    l.columns.push_back(c);
}

Outcome checkRequired(const FileLayout& l)
{
    for (const FieldSpec& s : fieldsOf(l.kind))
        if (s.required && !l.column(s.field))
            return missing(l, QString::fromLatin1(s.heading));
    return {};
}

void sortOutTheRest(FileLayout& l, const QStringList& ignored)
{
    for (int i = 0; i < l.headings.size(); ++i) {
        const QString h = l.headings[i].trimmed();
        const bool used =
            std::any_of(l.columns.begin(), l.columns.end(), [&](const ColumnPlan& c) { return c.column == i; });
        if (used || h.isEmpty())
            continue;
        if (normalHeading(h) == guardHeading())
            l.guarded = true;
        else
            (ignored.contains(normalHeading(h)) ? l.ignored : l.unknown) << h;
    }
}

Outcome planByMapping(FileLayout& l, const Mapping& m)
{
    const QStringList cells = normal(l.headings);
    if (m.kind) {
        l.kind = *m.kind;
    } else { // the kind that knows most of the targets
        QStringList targets;
        for (const auto& [target, source] : m.columns)
            targets << target;
        l.kind = kindOfTargets(targets);
    }
    l.kindStated = true;
    l.profile = m.name;
    for (const auto& [target, source] : m.columns) {
        const FieldSpec* spec = specByHeading(l.kind, target, HeadingMatch::Exact);
        Error e;
        e.file = l.place();
        e.field = target;
        if (!spec) {
            e.what = u"is no field of "_s + fileKindName(l.kind);
            e.remedy = u"use the headings of the generic file as keys of the map"_s;
            return fail(e);
        }
        auto at = l.headings.indexOf(source);
        if (at < 0)
            at = cells.indexOf(normalHeading(source));
        if (at < 0) {
            e.row = l.headingLine;
            e.value = source;
            e.what = u"the mapped heading is missing; found: "_s + l.headings.join(u", "_s).left(300);
            e.remedy = u"correct the map file"_s;
            return fail(e);
        }
        addColumn(l, spec, int(at));
    }
    for (ColumnPlan& c : l.columns) { // a statement about one column goes before one about all
        for (const QString& key : {QString(), QString::fromLatin1(c.spec->heading)}) {
            if (const auto mark = m.marks.find(key); mark != m.marks.end())
                c.mark = mark->second;
            if (const auto order = m.orders.find(key); order != m.orders.end())
                c.order = order->second;
        }
        c.stated = c.mark != DecimalMark::Undecided || c.order != DateOrder::Undecided;
    }
    sortOutTheRest(l, {});
    return checkRequired(l);
}

Outcome planByProfile(FileLayout& l, const Profile& p)
{
    const QStringList cells = normal(l.headings);
    l.kind = p.kind;
    l.profile = QString::fromLatin1(p.name);
    l.spreadsheetIds = p.spreadsheetIds;
    for (const ProfileColumn& c : p.columns) {
        const int at = columnOf(c, cells);
        if (at >= 0)
            addColumn(l, specOf(p.kind, c.field), at);
        else if (c.signature)
            return missing(l, words(c.headings).value(0));
    }
    sortOutTheRest(l, words(p.ignored));
    return {};
}

Outcome planByHeadings(FileLayout& l, std::optional<FileKind> forced)
{
    const auto kind = forced ? Result<FileKind>(*forced) : chooseKind(l);
    if (!kind)
        return fail(kind.error());
    l.kind = *kind;
    l.kindStated = forced.has_value();
    l.profile = u"generic"_s;
    // Exact headings first: another name never takes the place of the heading itself. Loose ones count where somebody has
    // said what the file is.
    std::vector<HeadingMatch> matches = {HeadingMatch::Exact, HeadingMatch::Alias};
    if (forced)
        matches.push_back(HeadingMatch::Loose);
    for (const HeadingMatch match : matches)
        for (int i = 0; i < l.headings.size(); ++i) {
            const FieldSpec* spec = specByHeading(l.kind, l.headings[i], match);
            const bool used =
                std::any_of(l.columns.begin(), l.columns.end(), [&](const ColumnPlan& c) { return c.column == i; });
            if (spec && !used && !l.column(spec->field))
                addColumn(l, spec, i);
        }
    sortOutTheRest(l, {});
    return checkRequired(l);
}

} // namespace

const ColumnPlan* FileLayout::column(Field f) const
{
    for (const ColumnPlan& c : columns)
        if (c.spec->field == f)
            return &c;
    return nullptr;
}

QString FileLayout::place() const { return sheet < 0 ? path : placeOfSheet(path, sheetName); }

QStringList profileNames()
{
    QStringList out;
    for (const Profile& p : profiles)
        out << QString::fromLatin1(p.name);
    return out;
}

QString headingSignature(const QStringList& headings)
{
    const QByteArray joined = normal(headings).join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(joined, QCryptographicHash::Sha256).toHex().left(32));
}

int knownLabels(const QStringList& cells, const LayoutRequest& r)
{
    if (r.mapping) {
        const QStringList n = normal(cells);
        int known = 0;
        for (const auto& [target, source] : r.mapping->columns)
            known += n.contains(normalHeading(source)) ? 1 : 0;
        return known;
    }
    const QStringList n = normal(cells);
    int best = 0;
    for (const Profile& p : profiles) {
        int known = 0;
        for (const ProfileColumn& c : p.columns)
            known += columnOf(c, n) >= 0 ? 1 : 0;
        best = std::max(best, known);
    }
    for (int k = 0; k < fileKindCount; ++k)
        if (!r.kind || *r.kind == FileKind(k))
            best = std::max(best, knownFields(FileKind(k), cells));
    return best;
}

Outcome planColumns(FileLayout& l, const LayoutRequest& r)
{
    if (r.mapping)
        return planByMapping(l, *r.mapping);
    if (!r.profile.isEmpty() && r.profile != u"generic" && !profileNamed(r.profile))
        return fail(ErrorCode::Usage, u"there is no profile “"_s + r.profile + u"”"_s,
                    u"use generic, "_s + profileNames().join(u", "_s) + u" or a remembered mapping"_s);
    if (const Profile* p = r.profile == u"generic" ? nullptr : profileFor(normal(l.headings), r))
        return planByProfile(l, *p);
    return planByHeadings(l, r.kind);
}

} // namespace duedesk
