#include "core/exchange/kindchoice.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// What a kind makes of a heading row.
struct Reading {
    FileKind kind = FileKind::Invoices;
    std::set<int> used;         // columns
    QStringList by;             // headings of required fields
    QStringList missing;        // required fields that no heading names
    int exact = 0;              // headings that are the field's own name
    int looseRequired = 0;      // required fields named by a loose heading only
    bool fits() const { return missing.isEmpty() && looseRequired == 0; }
    bool couldFit() const { return missing.isEmpty(); }
};

Reading readAs(FileKind k, const QStringList& cells)
{
    Reading r;
    r.kind = k;
    std::set<const FieldSpec*> seen;
    for (const HeadingMatch match : {HeadingMatch::Exact, HeadingMatch::Alias, HeadingMatch::Loose})
        for (int i = 0; i < cells.size(); ++i) {
            const FieldSpec* spec = r.used.contains(i) ? nullptr : specByHeading(k, cells[i], match);
            if (!spec || seen.contains(spec) || (match == HeadingMatch::Loose && !spec->required))
                continue;
            seen.insert(spec);
            r.used.insert(i);
            r.exact += match == HeadingMatch::Exact ? 1 : 0;
            if (spec->required) {
                r.by << cells[i].trimmed();
                r.looseRequired += match == HeadingMatch::Loose ? 1 : 0;
            }
        }
    for (const FieldSpec& spec : fieldsOf(k))
        if (spec.required && !seen.contains(&spec))
            r.missing << QString::fromLatin1(spec.heading);
    return r;
}

bool has(FileKind k, const QStringList& cells, Field f)
{
    return std::any_of(cells.begin(), cells.end(), [&](const QString& c) {
        const FieldSpec* s = specByHeading(k, c);
        return s && s->field == f;
    });
}

// Customers and contacts share their required headings: any of role, email, phone makes contacts. Lists of holidays and
// of rates are never guessed from one heading, nor beside columns that are none of theirs.
bool plausible(const Reading& r, const QStringList& cells)
{
    const bool person = has(FileKind::Contacts, cells, Field::Role) || has(FileKind::Contacts, cells, Field::Email)
                        || has(FileKind::Contacts, cells, Field::Phone);
    const auto named = std::size_t(
        std::count_if(cells.begin(), cells.end(), [](const QString& c) { return !normalHeading(c).isEmpty(); }));
    switch (r.kind) {
    case FileKind::Contacts: return person;
    case FileKind::Customers: return !person;
    case FileKind::Holidays: return r.used.size() >= 2 && r.used.size() == named;
    case FileKind::Rates: return r.exact >= 2;
    case FileKind::Promises: return r.exact >= 3;
    default: return true;
    }
}

QStringList headingsAt(const FileLayout& l, const std::set<int>& columns)
{
    QStringList out;
    for (const int c : columns)
        out << l.headings[c].trimmed();
    return out;
}

// Columns that decide and that the kind would leave aside.
std::set<int> decidingLeft(const FileLayout& l, const Reading& r)
{
    std::set<int> out;
    for (int i = 0; i < l.headings.size(); ++i)
        if (!r.used.contains(i) && isDeciding(l.headings[i]))
            out.insert(i);
    return out;
}

std::set<int> both(const std::set<int>& a, const std::set<int>& b)
{
    std::set<int> out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(out, out.end()));
    return out;
}

Error refusal(const FileLayout& l)
{
    Error e;
    e.file = l.place();
    e.row = l.headingLine;
    return e;
}

QString comma(const QStringList& words) { return words.join(u", "_s).left(300); }

// Two kinds, each of which leaves something aside that the other uses.
Error between(const FileLayout& l, const Reading& a, const Reading& b)
{
    Error e = refusal(l);
    const auto speaks = [&](const Reading& r, const Reading& other) -> QString {
        QStringList own;
        for (const int c : r.used)
            if (!other.used.contains(c))
                own << l.headings[c].trimmed();
        return fileKindName(r.kind) + (own.isEmpty() ? u" ("_s : u" ("_s + comma(own) + u" speak for it; "_s) + u"by "_s
               + comma(r.by) + u')';
    };
    e.what = u"can be read in two ways: as "_s + speaks(a, b) + u" or as "_s + speaks(b, a);
    e.remedy = u"state --kind "_s + fileKindName(a.kind) + u" or --kind "_s + fileKindName(b.kind)
               + u", or name the columns in a map file (--map)"_s;
    return e;
}

// It fits one kind by its names, but leaves aside what decides.
Error leftAside(const FileLayout& l, const Reading& taken, const Reading* other)
{
    Error e = refusal(l);
    const std::set<int> left = decidingLeft(l, taken);
    e.field = l.headings[*left.begin()].trimmed();
    QString what = u"was taken for "_s + fileKindName(taken.kind) + u" because of "_s + comma(taken.by)
                   + u", which have no use for "_s + comma(headingsAt(l, left));
    if (other)
        what +=
            u"; for "_s + fileKindName(other->kind) + u" the required heading is missing: "_s + comma(other->missing);
    e.what = what;
    e.remedy =
        u"map the columns with --map, or state --kind "_s + fileKindName(taken.kind) + u" if they are to be left out"_s;
    return e;
}

// It fits no kind: what it comes nearest to, what of that is missing, and what it was recognised by.
Error noKind(const FileLayout& l, const Reading& nearest, const Reading* second)
{
    Error e = refusal(l);
    e.field = nearest.missing.value(0, QString::fromLatin1(fieldsOf(nearest.kind)[0].heading));
    if (nearest.missing.isEmpty()) {
        e.field.clear();
        e.what = u"could be a list of "_s + fileKindName(nearest.kind) + u", by "_s + comma(nearest.by)
                 + u", but these headings do not say so; found: "_s + comma(l.headings);
        e.remedy = u"state --kind "_s + fileKindName(nearest.kind) + u", or name the columns in a map file (--map)"_s;
        return e;
    }
    const auto lacks = [](const Reading& r) -> QString {
        return u"for "_s + fileKindName(r.kind) + u" these are missing: "_s + comma(r.missing);
    };
    QString what = u"the required heading is missing; "_s + lacks(nearest);
    if (second && !second->missing.isEmpty())
        what += u"; "_s + lacks(*second);
    e.what = QString(what + u"; found: "_s + comma(l.headings));
    e.remedy = u"add the column, or name it in a map file (--map)"_s;
    return e;
}

} // namespace

int knownFields(FileKind k, const QStringList& cells)
{
    std::set<const FieldSpec*> seen;
    for (const QString& c : cells)
        if (const FieldSpec* spec = specByHeading(k, c))
            seen.insert(spec);
    return int(seen.size());
}

FileKind kindOfTargets(const QStringList& targets)
{
    FileKind best = FileKind::Invoices;
    int known = -1;
    for (int i = fileKindCount - 1; i >= 0; --i) {
        const Reading r = readAs(FileKind(i), targets);
        const int score = int(r.used.size()) * 4 + r.exact - 2 * int(r.missing.size());
        if (plausible(r, targets) && score > known) {
            best = r.kind;
            known = score;
        }
    }
    return best;
}

Result<FileKind> chooseKind(const FileLayout& l)
{
    std::vector<Reading> readings;
    for (int i = fileKindCount - 1; i >= 0; --i)
        if (Reading r = readAs(FileKind(i), l.headings); plausible(r, l.headings))
            readings.push_back(std::move(r));
    // Of two that fit, one that uses all the other uses, and more, is the only one.
    const auto outdone = [&](const Reading& r) {
        return std::any_of(readings.begin(), readings.end(), [&](const Reading& o) {
            return &o != &r && o.fits() && both(o.used, r.used) == r.used
                   && (o.used.size() > r.used.size() || o.exact > r.exact);
        });
    };
    std::vector<const Reading*> fitting;
    for (const Reading& r : readings)
        if (r.fits() && !outdone(r))
            fitting.push_back(&r);
    if (fitting.size() > 1)
        return fail(between(l, *fitting[0], *fitting[1]));
    // Who else could be meant: the most known first, those by loose headings too.
    std::vector<const Reading*> others;
    for (const Reading& r : readings)
        if ((fitting.empty() || &r != fitting[0]) && r.kind >= FileKind::Customers && r.used.size() > 1)
            others.push_back(&r);
    std::stable_sort(others.begin(), others.end(), [](const Reading* a, const Reading* b) {
        return std::pair(a->missing.size(), b->used.size()) < std::pair(b->missing.size(), a->used.size());
    });
    if (fitting.size() == 1) {
        const Reading& taken = *fitting[0];
        const std::set<int> left = decidingLeft(l, taken);
        const auto uses = [&](const Reading* o) { return !both(left, o->used).empty(); };
        const auto other = std::find_if(others.begin(), others.end(), uses);
        if (other != others.end() && (*other)->couldFit())
            return fail(between(l, **other, taken));
        // Where no other kind says more of the headings, such a column waits for its cells: an empty one decides nothing.
        if (other != others.end() && (*other)->used.size() > taken.used.size())
            return fail(leftAside(l, taken, *other));
        return taken.kind;
    }
    if (others.empty())
        return fail(noKind(l, readAs(FileKind::Invoices, l.headings), nullptr));
    const auto within = [](const Reading& a, const Reading& b) { return both(a.used, b.used) == a.used; };
    if (others.size() > 1 && others[0]->couldFit() && others[1]->couldFit() && !within(*others[1], *others[0]))
        return fail(between(l, *others[0], *others[1]));
    return fail(noKind(l, *others[0], others.size() > 1 && others[1]->missing.size() <= 2 ? others[1] : nullptr));
}

} // namespace duedesk
