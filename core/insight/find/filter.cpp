#include "core/insight/find/filter.h"

#include "core/base/money.h"
#include "core/base/text.h"
#include "core/insight/find/filtermatch.h"

#include <algorithm>

namespace duedesk {
namespace {

struct Token {
    QString text;         // without quotes
    qsizetype colon = -1; // the first one outside quotes
    bool quoted = false;  // something in it was
};

// Blanks part tokens except inside quotes; a quote that is never closed runs to the end.
std::vector<Token> tokens(const QString& text)
{
    std::vector<Token> out;
    Token now;
    bool inQuotes = false, any = false;
    const auto finish = [&] {
        if (any)
            out.push_back(std::move(now));
        now = {};
        any = false;
    };
    for (const QChar c : text) {
        if (c == u'"') {
            inQuotes = !inQuotes;
            now.quoted = any = true;
        } else if (c.isSpace() && !inQuotes) {
            finish();
        } else {
            if (c == u':' && !inQuotes && now.colon < 0)
                now.colon = now.text.size();
            now.text += c;
            any = true;
        }
    }
    finish();
    return out;
}

bool looksLikeField(QStringView name)
{
    for (const QChar c : name)
        if (!c.isLetter() && c != u'_')
            return false;
    return !name.isEmpty();
}

// "10k", "1.5m", "250" as base minor units.
std::optional<std::int64_t> parseAmount(QString text, Currency base)
{
    int zeros = base.exponent();
    if (text.endsWith(u'k', Qt::CaseInsensitive) || text.endsWith(u'm', Qt::CaseInsensitive)) {
        zeros += text.back().toLower() == u'k' ? 3 : 6;
        text.chop(1);
    }
    Int128 v = 0;
    bool point = false, digits = false;
    for (const QChar c : text) {
        if (c == u'.' && !point) {
            point = true;
            continue;
        }
        if (c < u'0' || c > u'9' || v > maxRowAmount || (point && --zeros < 0))
            return std::nullopt;
        v = v * 10 + (c.unicode() - u'0');
        digits = true;
    }
    for (; zeros > 0; --zeros)
        v *= 10;
    if (!digits || v > Int128(maxRowAmount) * 1000) // a sum of rows may exceed a row
        return std::nullopt;
    return std::int64_t(v);
}

Result<FilterTerm> amountTerm(FilterTerm term, const QString& text, Currency base)
{
    term.kind = text.startsWith(u'>') ? FilterTerm::Kind::Above : FilterTerm::Kind::Below;
    const auto amount = parseAmount(text.mid(1), base);
    if (!amount)
        return fail(ErrorCode::Usage, Lang::words("\"%1\" is not an amount", excerpt(text)),
                    Lang::words("write >10k, <5m or >250.50"));
    term.amount = *amount;
    return term;
}

// A day, or the beginning of one with "*": anything else is on no line, and an empty list would not say so.
Outcome checkDay(const FilterTerm& term, const QString& typed)
{
    static const QString pattern = QStringLiteral("0000-00-00");
    bool fits = term.value.isEmpty() || term.prefix || Date::fromIso(term.value);
    for (qsizetype i = 0; term.prefix && i < term.value.size(); ++i)
        fits = fits && i < pattern.size() && (pattern[i] == u'-' ? term.value[i] == u'-' : term.value[i].isDigit());
    if (fits)
        return {};
    return fail(ErrorCode::Usage, Lang::words("%1: \"%2\" is not a day", term.field, excerpt(typed)),
                Lang::words("write %1:2025-11-28, or %1:2025-11* for a month", term.field));
}

// Fields that know few values: one that is none of them is on no line.
Outcome checkChoice(const FilterTerm& term, const QString& typed, const QStringList& choices)
{
    const auto fits = [&](const QString& choice) { return filterEquals(term, choice); };
    if (term.value.isEmpty() || std::any_of(choices.begin(), choices.end(), fits))
        return {};
    return fail(ErrorCode::Usage, Lang::words("%1: \"%2\" is not known", term.field, excerpt(typed)),
                Lang::words("use one of %1", choices.join(QStringLiteral(", "))));
}

Outcome checkValue(const FilterTerm& term, const QString& typed, const QStringList& fields)
{
    if (!fields.contains(QStringLiteral("po"))) // the items' own; a list may call its columns alike
        return {};
    if (term.field == u"due" || term.field == u"date")
        return checkDay(term, typed);
    if (term.field == u"promised" || term.field == u"disputed")
        return checkChoice(term, typed, {QStringLiteral("yes"), QStringLiteral("no")});
    if (term.field == u"kind") {
        QStringList kinds;
        for (const DebitKind k : {DebitKind::Invoice, DebitKind::DebitNote, DebitKind::FinanceCharge})
            kinds += debitKindName(k);
        return checkChoice(term, typed, kinds);
    }
    return {};
}

Result<FilterTerm> fieldTerm(FilterTerm term, const QString& name, QString value, const QStringList& fields,
                             const QString& user)
{
    term.kind = FilterTerm::Kind::Field;
    term.field = name.toLower();
    if (!fields.contains(term.field))
        return fail(ErrorCode::Usage, Lang::words("there is no filter field \"%1\"", excerpt(name)),
                    Lang::words("use one of %1", fields.join(QStringLiteral(", "))));
    if (value.size() > 1 && value.endsWith(u'*')) {
        term.prefix = true;
        value.chop(1);
    }
    if (value.compare(u"me", Qt::CaseInsensitive) == 0 && !user.isEmpty())
        value = user;
    term.value = filterFold(value);
    if (term.value == u"(none)")
        term.value.clear();
    if (const Outcome o = checkValue(term, value, fields); !o)
        return failed(o);
    return term;
}

} // namespace

QString filterFold(const QString& text)
{
    QString out = foldForSearch(text);
    for (QChar& c : out)
        c = c == u'_' ? QChar(u' ') : c == u'\u2013' ? QChar(u'-') : c;
    return out;
}

bool filterEquals(const FilterTerm& term, const QString& text)
{
    const QString folded = filterFold(text);
    return term.prefix ? folded.startsWith(term.value) : folded == term.value;
}

Result<Filter> parseFilter(const QString& text, const QStringList& fields, Currency base, const QString& user)
{
    Filter out;
    for (Token& token : tokens(text)) {
        FilterTerm term;
        if (token.text.startsWith(u'-')) {
            term.negated = true;
            token.text.remove(0, 1);
            --token.colon;
        }
        const bool afterAmount = !out.terms.empty() && out.terms.back().kind >= FilterTerm::Kind::Above;
        const bool blank = token.text.isEmpty() && !token.quoted;
        const bool unfinished = token.colon >= 0 && token.colon + 1 == token.text.size() && !token.quoted;
        Result<FilterTerm> made = term;
        if (blank)
            continue;
        if (!token.quoted && (token.text.startsWith(u'>') || token.text.startsWith(u'<'))) {
            made = amountTerm(term, token.text, base);
        } else if (token.colon > 0 && looksLikeField(QStringView(token.text).left(token.colon))) {
            made = fieldTerm(term, token.text.left(token.colon), token.text.mid(token.colon + 1), fields, user);
            if (made && unfinished)
                continue;
        } else if (afterAmount && (token.text == u"CR" || token.text == u"DR")) { // as a ledger prints a balance
            return fail(ErrorCode::Usage, Lang::words("\"%1\" says nothing behind an amount", token.text),
                        Lang::words("write >10k, <5m or >250.50 alone"));
        } else {
            made->value = foldForSearch(token.text);
            if (made->value.isEmpty())
                continue;
        }
        if (!made)
            return std::unexpected<Error>(made.error());
        out.terms.push_back(std::move(*made));
        if (out.terms.size() > mostFilterTerms)
            return fail(ErrorCode::Usage,
                        Lang::words("the filter has more than %1 terms", Number{qint64(mostFilterTerms)}),
                        Lang::words("filter by a field that they share, like owner or region"));
    }
    return out;
}

} // namespace duedesk
