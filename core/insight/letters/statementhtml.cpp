#include "core/base/text.h"
#include "core/insight/letters/letter.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int longestText = 60; // of a number or reference in a table

struct Cell {
    QString text;
    bool right = false;
};
using Row = std::vector<Cell>;
struct ItemTable {
    Row head;
    std::vector<Row> rows;
    std::size_t leftOut = 0; // of the items, by due date in each currency
    QString leftOutWords(const LetterWords& w) const { return w("rows_left_out").arg(leftOut); }
};

QString kindWord(DebitKind k, const LetterWords& w)
{
    switch (k) {
    case DebitKind::Invoice: return w("invoice_kind");
    case DebitKind::DebitNote: return w("debit_note_kind");
    case DebitKind::FinanceCharge: return w("finance_charge_kind");
    }
    return {};
}

// One source for text and HTML. Columns that no item fills are left out.
ItemTable tableOf(const AccountStatement& s, const LetterWords& w)
{
    const auto any = [&](auto&& f) { return std::any_of(s.items.begin(), s.items.end(), f); };
    const bool po = any([](const StatementItem& i) { return !i.poNumber.isEmpty(); });
    const bool site = any([](const StatementItem& i) { return !i.site.isEmpty(); });
    const bool part = any([](const StatementItem& i) { return i.open != i.amount; });
    const bool disputed = any([](const StatementItem& i) { return i.disputed != 0; });
    const bool promised = any([](const StatementItem& i) { return i.promised != 0; });
    const auto cells = [&](const auto& invoice, const auto& theirs, const auto& where, const auto& date,
                           const auto& due, const auto& late, const auto& amount, const auto& open,
                           const auto& contested, const auto& agreed) {
        Row r{{invoice}};
        if (po)
            r.push_back({theirs});
        if (site)
            r.push_back({where});
        r.insert(r.end(), {{date}, {due}, {late, true}});
        if (part)
            r.push_back({amount, true});
        r.push_back({open, true});
        if (disputed)
            r.push_back({contested, true});
        if (promised)
            r.push_back({agreed, true});
        return r;
    };
    ItemTable t;
    t.head = cells(w("invoice"), w("po"), w("customer"), w("date"), w("due"), w("days_late"), w("amount"), w("open"),
                   w("disputed"), w("promised"));
    const std::size_t listed = std::min(s.items.size(), statementRows);
    t.leftOut = s.items.size() - listed;
    for (const StatementItem& i : std::span(s.items).first(listed)) {
        const QString number = i.kind == DebitKind::Invoice ? i.number : QString(kindWord(i.kind, w) + u' ' + i.number);
        const auto money = [&](std::int64_t v) { return v == 0 ? QString() : w.money({v, i.currency}); };
        t.rows.push_back(cells(
            excerpt(number, longestText), excerpt(i.poNumber, longestText), excerpt(i.site, longestText), w.day(i.date),
            w.day(i.due), i.daysLate > 0 ? QString::number(i.daysLate) : QString(), w.money({i.amount, i.currency}),
            w.money({i.open, i.currency}), money(i.disputed), money(i.promised)));
    }
    return t;
}

QString rowHtml(const Row& row, const char16_t* tag, bool bold = false)
{
    QString out = u"<tr>"_s;
    for (const Cell& c : row)
        out += u'<' + QString::fromUtf16(tag) + (c.right ? u" align=\"right\">"_s : u" align=\"left\">"_s)
               + (bold ? u"<b>"_s : QString()) + c.text.toHtmlEscaped() + (bold ? u"</b>"_s : QString()) + u"</"_s
               + QString::fromUtf16(tag) + u'>';
    return out + u"</tr>\n"_s;
}

// Every line of a text, escaped, without characters that cannot be seen.
QString linesHtml(const QString& lines)
{
    QStringList out;
    for (QString line : lines.split(u'\n')) {
        for (qsizetype at = firstHidden(line); at >= 0; at = firstHidden(line))
            line[at] = u' ';
        out << line.trimmed().toHtmlEscaped();
    }
    return out.join(u"<br>"_s);
}

QString totalsHtml(const AccountStatement& s, const LetterWords& w)
{
    QString out = u"<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\">\n<thead>"_s
                  + rowHtml({{w("currency")},
                             {w("open"), true},
                             {w("past_due"), true},
                             {w("disputed"), true},
                             {w("unapplied"), true},
                             {w("balance"), true}},
                            u"th")
                  + u"</thead>\n"_s;
    for (const auto& [currency, t] : s.totals) {
        const auto amount = [&, c = currency](std::int64_t v) { return w.amount({v, c}); };
        out += rowHtml({{currency.toString()},
                        {amount(t.open), true},
                        {amount(t.pastDue), true},
                        {amount(t.disputed), true},
                        {amount(t.unapplied), true},
                        {amount(t.balance()), true}},
                       u"td", true);
    }
    return out + u"</table>\n"_s;
}

} // namespace

QString itemsText(const AccountStatement& s, const LetterWords& words)
{
    const ItemTable t = tableOf(s, words);
    std::vector<qsizetype> width(t.head.size(), 0);
    const auto widen = [&](const Row& r) {
        for (std::size_t i = 0; i < r.size(); ++i)
            width[i] = std::max(width[i], r[i].text.size());
    };
    widen(t.head);
    std::for_each(t.rows.begin(), t.rows.end(), widen);
    const auto line = [&](const Row& r) {
        QString out;
        for (std::size_t i = 0; i < r.size(); ++i)
            out += (i == 0 ? QString() : u"  "_s)
                   + (r[i].right ? r[i].text.rightJustified(width[i]) : r[i].text.leftJustified(width[i]));
        while (out.endsWith(u' '))
            out.chop(1);
        return out;
    };
    QStringList out{line(t.head)};
    for (const Row& r : t.rows)
        out << line(r);
    if (t.leftOut > 0)
        out << t.leftOutWords(words);
    return out.join(u'\n');
}

QString itemsHtml(const AccountStatement& s, const LetterWords& words)
{
    const ItemTable t = tableOf(s, words);
    QString out = u"<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\">\n<thead>"_s + rowHtml(t.head, u"th")
                  + u"</thead>\n"_s;
    for (const Row& r : t.rows)
        out += rowHtml(r, u"td");
    out += u"</table>"_s;
    return t.leftOut == 0 ? out : QString(out + u"\n<p>"_s + t.leftOutWords(words).toHtmlEscaped() + u"</p>"_s);
}

QString statementHtml(const AccountStatement& s, const LetterWords& words)
{
    const bool disputed =
        std::any_of(s.items.begin(), s.items.end(), [](const StatementItem& i) { return i.disputed != 0; });
    QString out = u"<!DOCTYPE html>\n<html lang=\""_s + words.language() + u"\"><head><meta charset=\"utf-8\"><title>"_s
                  + linesHtml(words("statement") + u", "_s + s.payerName) + u"</title></head><body>\n"_s;
    out += u"<p><b>"_s + linesHtml(s.company) + u"</b>"_s
           + (s.letterhead.isEmpty() ? QString() : QString(u"<br>"_s + linesHtml(s.letterhead))) + u"</p>\n"_s;
    out += u"<p>"_s + linesHtml(s.payerName) + u" ("_s + linesHtml(s.payerId) + u')';
    if (!s.contactName.isEmpty())
        out += u"<br>"_s + linesHtml(s.contactName);
    if (!s.payerAddress.isEmpty())
        out += u"<br>"_s + linesHtml(s.payerAddress);
    out += u"</p>\n<h2>"_s + words("statement").toHtmlEscaped() + u"</h2>\n<p>"_s + words("as_of").toHtmlEscaped()
           + u' ' + words.day(s.day).toHtmlEscaped() + u". "_s
           + (s.cashThrough.isValid() ? words("cash_known").arg(words.day(s.cashThrough)) : words("cash_unknown"))
                 .toHtmlEscaped()
           + u"</p>\n"_s;
    out += s.items.empty() ? QString(u"<p>"_s + words("none_open").toHtmlEscaped() + u"</p>"_s) : itemsHtml(s, words);
    if (!s.totals.empty())
        out += u"\n<h3>"_s + words("total").toHtmlEscaped() + u"</h3>\n"_s + totalsHtml(s, words);
    if (disputed)
        out += u"<p>"_s + words("disputed_hint").toHtmlEscaped() + u"</p>\n"_s;
    return out + u"</body></html>\n"_s;
}

} // namespace duedesk
