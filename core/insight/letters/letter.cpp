#include "core/insight/letters/letter.h"

#include "core/base/text.h"
#include "core/insight/agreements/promises.h"
#include "core/insight/calls/callpast.h"

#include <QRegularExpression>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Value = std::function<QString(const LetterParts&, const LetterWords&)>;
struct Entry {
    Placeholder shown;
    Value value; // of a block: never asked
};

std::unexpected<Error> wrong(QStringView field, const Words& what, const Words& remedy = {})
{
    return fail(ErrorCode::InputRejected, what, remedy, field.toString());
}

QString sum(const LetterParts& p, const LetterWords& w, std::int64_t (*of)(const StatementItem&))
{
    MoneyBag bag;
    for (const StatementItem& item : p.statement.items)
        bag.add({of(item), item.currency});
    QStringList parts;
    for (const auto& [currency, amount] : bag.amounts())
        parts << w.money({narrow(amount), currency});
    return w.list(parts);
}

const StatementItem* oldest(const LetterParts& p)
{
    const auto& items = p.statement.items;
    const auto it =
        std::min_element(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.due < b.due; });
    return it == items.end() ? nullptr : &*it;
}

Date lastDue(const LetterParts& p)
{
    Date last;
    for (const StatementItem& item : p.statement.items)
        last = std::max(last, item.due);
    return last;
}

const std::vector<Entry>& entries()
{
    static const std::vector<Entry> all = {
        {{u"contact_name"_s, Lang::words("Name of the recipient"), false},
         [](const LetterParts& p, const LetterWords&) { return p.statement.contactName; }},
        {{u"customer_name"_s, Lang::words("Name of the customer"), false},
         [](const LetterParts& p, const LetterWords&) { return p.statement.payerName; }},
        {{u"customer_id"_s, Lang::words("Number of the customer"), false},
         [](const LetterParts& p, const LetterWords&) { return p.statement.payerId; }},
        {{u"company_name"_s, Lang::words("Our company"), false},
         [](const LetterParts& p, const LetterWords&) { return p.statement.company; }},
        {{u"collector_name"_s, Lang::words("Who writes"), false},
         [](const LetterParts& p, const LetterWords&) { return p.collector; }},
        {{u"today"_s, Lang::words("Day of the letter"), false},
         [](const LetterParts& p, const LetterWords& w) { return w.day(p.statement.day); }},
        {{u"asked_total"_s, Lang::words("What is asked for: open without disputed and promised parts, by currency"),
          false},
         [](const LetterParts& p, const LetterWords& w) {
             return sum(p, w, [](const StatementItem& i) { return i.open - i.disputed - i.promised; });
         }},
        {{u"open_total"_s, Lang::words("Open on the items named, by currency"), false},
         [](const LetterParts& p, const LetterWords& w) {
             return sum(p, w, [](const StatementItem& i) { return i.open; });
         }},
        {{u"past_due_total"_s, Lang::words("Past due on the items named, by currency"), false},
         [](const LetterParts& p, const LetterWords& w) {
             const QString s =
                 sum(p, w, [](const StatementItem& i) { return i.daysLate > 0 ? i.open : std::int64_t(0); });
             return s.isEmpty() ? u"0"_s : s;
         }},
        {{u"invoice_count"_s, Lang::words("Number of items named"), false},
         [](const LetterParts& p, const LetterWords&) { return QString::number(p.statement.items.size()); }},
        {{u"oldest_days"_s, Lang::words("Days past due of the oldest item"), false},
         [](const LetterParts& p, const LetterWords&) {
             return oldest(p) ? QString::number(std::max(0, oldest(p)->daysLate)) : QString();
         }},
        {{u"oldest_due"_s, Lang::words("Due date of the oldest item"), false},
         [](const LetterParts& p, const LetterWords& w) { return oldest(p) ? w.day(oldest(p)->due) : QString(); }},
        {{u"last_due"_s, Lang::words("Due date of the latest item"), false},
         [](const LetterParts& p, const LetterWords& w) { return w.day(lastDue(p)); }},
        {{u"cash_known_through"_s, Lang::words("Day up to which payments are known"), false},
         [](const LetterParts& p, const LetterWords& w) { return w.day(p.statement.cashThrough); }},
        {{u"promise"_s, Lang::words("The promise that is open: amount and day"), false},
         [](const LetterParts& p, const LetterWords&) { return p.promise; }},
        {{u"invoice_table"_s, Lang::words("The items named, as a table"), true}, {}},
    };
    return all;
}

const Entry* entryOf(QStringView name)
{
    const auto& all = entries();
    const auto it = std::find_if(all.begin(), all.end(), [&](const Entry& e) { return e.shown.name == name; });
    return it == all.end() ? nullptr : &*it;
}

// Values are one line of visible characters, and never placeholders themselves.
QString clean(QString value)
{
    for (qsizetype at = firstHidden(value); at >= 0; at = firstHidden(value))
        value[at] = u' ';
    return value.replace(u"{{"_s, u"{ {"_s).simplified();
}

const QRegularExpression& marks()
{
    static const QRegularExpression re(u"\\{\\{\\s*([^{}]*?)\\s*\\}\\}"_s);
    return re;
}

Outcome checkPlaceholders(const QString& text, QStringView field, bool blocksAllowed)
{
    QString rest = text;
    auto it = marks().globalMatch(text);
    while (it.hasNext()) {
        const auto m = it.next();
        const QString name = m.captured(1);
        const Entry* e = entryOf(name);
        if (!e)
            return wrong(field, Lang::words("{{%1}} is not a placeholder", excerpt(name, 40)),
                         Lang::words("choose one of the list, e.g. {{customer_name}}"));
        const qsizetype from = text.lastIndexOf(u'\n', m.capturedStart()) + 1;
        const qsizetype newline = text.indexOf(u'\n', m.capturedEnd());
        const QStringView line = QStringView(text).sliced(from, (newline < 0 ? text.size() : newline) - from);
        if (e->shown.block && (!blocksAllowed || line.trimmed().size() != m.capturedLength()))
            return wrong(field, Lang::words("{{%1}} is a table", name),
                         Lang::words("put it on a line of its own in the text"));
    }
    rest.remove(marks());
    if (rest.contains(u"{{"_s) || rest.contains(u"}}"_s))
        return wrong(field, Lang::words("holds a placeholder that is not closed"),
                     Lang::words("write it as {{customer_name}}"));
    return {};
}

// What may be said only when its record stands. The book keeps no holds, legal steps or interest yet: none stands.
Outcome checkThreats(const LetterTemplate& t, const QString& payer)
{
    struct Threat {
        QRegularExpression words;
        Words what;
    };
    const auto re = [](const char16_t* p) {
        return QRegularExpression(QString::fromUtf16(p), QRegularExpression::CaseInsensitiveOption);
    };
    static const std::vector<Threat> threats = {
        {re(u"\\b(suspend\\w*|suspension|disconnect\\w*|(service|credit|account)\\s+(hold|pause|stop)|put\\s+(you|"
            u"your\\s+account)\\s+on\\s+hold|on\\s+credit\\s+hold)\\b"),
         u"hold"_s},
        {re(u"\\b(legal\\s+(action|step|proceeding|measure|notice|department)\\w*|lawyers?|attorneys?|solicitors?|"
            u"court|lawsuit|litigation|collection\\s+agency|debt\\s+collect\\w+)\\b"),
         Lang::words("legal step")},
        {re(u"\\b((default|late|statutory|overdue)\\s+interest|interest\\s+(of|at|on|rate|charges?|will)|charge\\s+"
            u"interest|late\\s+(payment\\s+)?(fee|charge)s?|penalt(y|ies))\\b"),
         Lang::words("interest")},
    };
    for (const Threat& threat : threats)
        for (const QString& text : {t.subject, t.body})
            if (const auto m = threat.words.match(text); m.hasMatch())
                return fail(ErrorCode::Refused,
                            Lang::words("names a %1 (“%2”), but none of %3 is aligned or approved", threat.what,
                                        m.captured(0), payer),
                            Lang::words("take it out, or have it approved first"), u"text"_s);
    return {};
}

// The text with its values; the tables stay.
Result<QString> fill(const QString& text, QStringView field, const LetterParts& p, const LetterWords& w)
{
    QString out;
    qsizetype at = 0;
    auto it = marks().globalMatch(text);
    while (it.hasNext()) {
        const auto m = it.next();
        const Entry* e = entryOf(m.capturedView(1));
        out += QStringView(text).sliced(at, m.capturedStart() - at);
        at = m.capturedEnd();
        if (e->shown.block) {
            out += m.captured(0);
            continue;
        }
        const QString value = clean(e->value(p, w));
        if (value.isEmpty())
            return wrong(field, Lang::words("{{%1}} has no value for %2", e->shown.name, p.statement.payerName),
                         e->shown.name == u"cash_known_through"
                             ? Lang::words("import the bank data first")
                             : Lang::words("take it out, or choose another template"));
        out += value;
    }
    out += QStringView(text).sliced(at);
    return out;
}

QString lineHtml(const QString& line) { return line.toHtmlEscaped(); }

} // namespace

const std::vector<Placeholder>& placeholders()
{
    static const std::vector<Placeholder> all = [] {
        std::vector<Placeholder> out;
        for (const Entry& e : entries())
            out.push_back(e.shown);
        return out;
    }();
    return all;
}

bool holdsIban(const QString& text)
{
    // Letters and digits that stand together, however they are spaced.
    static const QRegularExpression re(
        u"[A-Za-z]{2}[0-9]{2}(?:[\\s\\x{00A0}\\x{2000}-\\x{200F}.\\-]*[A-Za-z0-9]){11,30}"_s);
    for (qsizetype from = 0; from < text.size(); ++from) {
        const auto m = re.match(text, from);
        if (!m.hasMatch())
            return false;
        from = m.capturedStart();
        QString plain;
        for (const QChar c : m.captured(0))
            if (c.isLetterOrNumber())
                plain += c.toUpper();
        for (qsizetype n = 15; n <= plain.size(); ++n) { // what follows may be the next word
            int rest = 0;
            const QString turned = plain.mid(4, n - 4) + plain.left(4);
            for (const QChar c : turned) {
                const int v = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
                rest = (rest * (v > 9 ? 100 : 10) + v) % 97;
            }
            if (rest == 1)
                return true;
        }
    }
    return false;
}

Outcome checkWording(const QString& subject, const QString& body)
{
    if (subject.trimmed().isEmpty())
        return wrong(u"subject", Lang::words("is missing"), Lang::words("say what the letter is about"));
    if (body.trimmed().isEmpty())
        return wrong(u"text", Lang::words("is missing"), Lang::words("write the letter"));
    if (firstHidden(subject) >= 0)
        return wrong(u"subject", Lang::words("holds a character that cannot be seen"),
                     Lang::words("write it in one plain line"));
    QString visible = body;
    visible.replace(u'\n', u' ').replace(u'\t', u' ').remove(u'\r');
    if (firstHidden(visible) >= 0)
        return wrong(u"text", Lang::words("holds a character that cannot be seen"), Lang::words("take it out"));
    if (const Outcome o = checkPlaceholders(subject, u"subject", false); !o)
        return o;
    if (const Outcome o = checkPlaceholders(body, u"text", true); !o)
        return o;
    for (const auto& [text, field] : {std::pair{subject, u"subject"_s}, std::pair{body, u"text"_s}})
        if (holdsIban(text))
            return wrong(field, Lang::words("holds an IBAN"),
                         Lang::words("take it out: our bank details come from the company's own setting alone"));
    return {};
}

Result<LetterTemplate> filledWording(const LetterTemplate& wording, const LetterParts& parts)
{
    if (const Outcome o = checkWording(wording.subject, wording.body); !o)
        return std::unexpected(o.error());
    if (const Outcome o = checkThreats(wording, parts.statement.payerName); !o)
        return std::unexpected(o.error());
    const LetterWords& w = LetterWords::of(wording.language);
    LetterTemplate out = wording;
    const auto subject = fill(wording.subject, u"subject", parts, w);
    if (!subject)
        return std::unexpected(subject.error());
    const auto body = fill(QString(wording.body).remove(u'\r'), u"text", parts, w);
    if (!body)
        return std::unexpected(body.error());
    out.subject = subject->simplified();
    out.body = *body;
    return out;
}

Result<Letter> renderLetter(const LetterTemplate& wording, const LetterParts& parts)
{
    const auto filled = filledWording(wording, parts);
    if (!filled)
        return std::unexpected(filled.error());
    const LetterWords& w = LetterWords::of(wording.language);
    Letter out;
    out.subject = filled->subject;
    QStringList text, html;
    const QStringList paragraphs = filled->body.split(QRegularExpression(u"\\n[ \\t]*\\n+"_s), Qt::SkipEmptyParts);
    for (const QString& paragraph : paragraphs) {
        QStringList plain, rich;
        const auto flush = [&] {
            if (rich.isEmpty())
                return;
            html << u"<p>"_s + rich.join(u"<br>\n"_s) + u"</p>"_s;
            rich.clear();
        };
        for (const QString& line : paragraph.split(u'\n')) {
            if (marks().match(line).hasMatch()) { // only tables are left
                flush();
                plain << itemsText(parts.statement, w);
                html << itemsHtml(parts.statement, w);
            } else {
                plain << line;
                rich << lineHtml(line);
            }
        }
        flush();
        text << plain.join(u'\n');
    }
    out.text = text.join(u"\n\n"_s) + u'\n';
    out.html = u"<!DOCTYPE html>\n<html lang=\""_s + w.language()
               + u"\"><head><meta charset=\"utf-8\"></head><body>\n"_s + html.join(u'\n') + u"\n</body></html>\n"_s;
    return out;
}

LetterParts letterParts(const Book& book, AccountStatement statement, const QString& collector, const QString& language)
{
    LetterParts p{std::move(statement), collector, {}};
    const LetterWords& w = LetterWords::of(language);
    const std::uint32_t payer = book.customerRow(p.statement.payer);
    const Promise* last = nullptr;
    forEachMember(book, payer, [&](std::uint32_t site) {
        for (const std::uint32_t row : book.promisesOf(site))
            if (const Promise& x = book.rows<Promise>()[row];
                x.madeOn <= p.statement.day && judge(book, x, p.statement.day).live() && (!last || x.id > last->id))
                last = &x;
    });
    if (last)
        p.promise = w.money({last->amount, last->currency}) + u' ' + w("on") + u' ' + w.day(last->promisedFor);
    return p;
}

const LetterTemplate* wordingFor(const Book& book, const QString& name, const QString& language)
{
    const QString wanted = LetterWords::of(language).language();
    const LetterTemplate* best = nullptr;
    for (const QString& l : {language, wanted, u"en"_s}) {
        book.rows<LetterTemplate>().forEach([&](std::uint32_t, const LetterTemplate& t) {
            if (t.name == name && t.language == l && t.approvedOn.isValid() && (!best || t.version > best->version))
                best = &t;
        });
        if (!best)
            best = builtInTemplate(name, l);
        if (best)
            return best;
    }
    return nullptr;
}

QStringList wordingNames(const Book& book)
{
    QStringList out = builtInTemplateNames();
    book.rows<LetterTemplate>().forEach([&](std::uint32_t, const LetterTemplate& t) {
        if (!out.contains(t.name))
            out << t.name;
    });
    return out;
}

QString letterLanguage(const Book& book, const Contact* contact, std::uint32_t payer)
{
    if (contact && !contact->language.isEmpty())
        return contact->language;
    const QString& theirs = book.customers()[payer].language;
    return theirs.isEmpty() ? u"en"_s : theirs;
}

} // namespace duedesk
