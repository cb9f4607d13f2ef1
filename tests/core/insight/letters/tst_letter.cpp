#include "core/base/text.h"
#include "core/insight/letters/letter.h"
#include "tests/support/bookmaker.h"

#include <QRegularExpression>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Desk {
    BookMaker m{"EUR"};
    Date today = day("2025-11-14");
    BookMaker::DebitSpec *first = nullptr, *second = nullptr;
    ContactId anna;

    Desk()
    {
        Company& us = m.company(u"U1"_s);
        us.name = u"Nordic Tools AS"_s;
        us.letterhead = u"Harbour Street 1\nOslo"_s;
        m.customer("A").name = u"Summit Foods"_s;
        m.customer("A1").payer = m.customer("A").id;
        m.customer("A1").name = u"Summit North"_s;
        first = &m.invoice("A", "1234.50", "2025-09-01", "2025-10-01");
        first->company = u"U1"_s;
        first->number = "R-1";
        second = &m.invoice("A1", "300.00 USD", "2025-10-10", "2025-11-09");
        second->company = u"U1"_s;
        second->number = "R-2";
        Contact c;
        c.customer = m.customer("A").id;
        c.name = u"Anna Berg"_s;
        c.email = u"anna@a.example"_s;
        anna = m.add(c).id;
        m.payment("A", "50.00", "2025-11-13").company = u"U1"_s;
        m.rate("USD", "2025-01-01", "0.9");
    }
    AccountStatement statement(const BookPtr& book)
    {
        return statementOf(*book, m.customer("A").id, anna, today).value();
    }
    Result<Letter> render(const QString& subject, const QString& body)
    {
        const BookPtr book = m.build();
        LetterTemplate t;
        t.language = u"en"_s;
        t.subject = subject;
        t.body = body;
        return renderLetter(t, letterParts(*book, statement(book), u"Mia Collector"_s, t.language));
    }
    QString text(const QString& body)
    {
        const auto l = render(u"x"_s, body);
        return l ? l->text.trimmed() : l.error().field + u": "_s + say(l.error().what);
    }
};

} // namespace

class TestLetter : public QObject {
    Q_OBJECT
private slots:
    void fillsPlaceholders_data();
    void fillsPlaceholders();
    void tableInTextAndHtml();
    void refusesWording_data();
    void refusesWording();
    void threatsNeedTheirRecord_data();
    void threatsNeedTheirRecord();
    void hostileNamesStayText_data();
    void hostileNamesStayText();
    void builtInLettersRender_data();
    void builtInLettersRender();
    void languageAndVersionAreChosen();
    void statementShowsEverythingAndNetsNothing();
    void statementIsOfOnePayer();
    void editedWordingKeepsItsTable();
};

void TestLetter::fillsPlaceholders_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("text");
    const auto row = [](const QString& body, const QString& text) { QTest::newRow(qPrintable(body)) << body << text; };
    row(u"{{contact_name}} of {{ customer_name }} ({{customer_id}})"_s, u"Anna Berg of Summit Foods (A)"_s);
    row(u"{{company_name}}, {{collector_name}}"_s, u"Nordic Tools AS, Mia Collector"_s);
    row(u"{{today}}"_s, u"14 Nov 2025"_s);
    row(u"{{open_total}}"_s, u"1,234.50 EUR and 300.00 USD"_s);
    row(u"{{oldest_days}} since {{oldest_due}}, last {{last_due}}"_s, u"44 since 1 Oct 2025, last 9 Nov 2025"_s);
    row(u"{{invoice_count}}"_s, u"2"_s);
    row(u"{{cash_known_through}}"_s, u"13 Nov 2025"_s);
    row(u"{{promise}}"_s, u"text: {{promise}} has no value for Summit Foods"_s);
}

void TestLetter::fillsPlaceholders()
{
    QFETCH(QString, body);
    QFETCH(QString, text);
    QCOMPARE(Desk().text(body), text);
}

void TestLetter::tableInTextAndHtml()
{
    Desk d;
    const auto l = d.render(u"{{customer_name}}"_s, u"Before\n\n{{invoice_table}}\n\nAfter"_s);
    QVERIFY(l);
    QCOMPARE(l->subject, u"Summit Foods"_s);
    QCOMPARE(l->text, u"Before\n\n"
                      "Invoice  Customer      Date         Due         Days late          Open\n"
                      "R-1                    1 Sep 2025   1 Oct 2025         44  1,234.50 EUR\n"
                      "R-2      Summit North  10 Oct 2025  9 Nov 2025          5    300.00 USD\n\n"
                      "After\n"_s);
    QVERIFY(l->html.contains(u"<p>Before</p>"));
    QVERIFY(l->html.contains(u"<td align=\"right\">1,234.50 EUR</td>"));
    QCOMPARE(l->html.count(u"<tr>"), 3);
}

void TestLetter::refusesWording_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const QString& s, const QString& b, const QString& e) {
        QTest::newRow(name) << s << b << e;
    };
    row("unknown", u"s"_s, u"Hello {{bank_account}}"_s, u"text: {{bank_account}} is not a placeholder"_s);
    row("unknown in subject", u"{{nope}}"_s, u"b"_s, u"subject: {{nope}} is not a placeholder"_s);
    row("not closed", u"s"_s, u"Hello {{customer_name"_s, u"text: holds a placeholder that is not closed"_s);
    row("closed alone", u"s"_s, u"Hello }}"_s, u"text: holds a placeholder that is not closed"_s);
    row("nested", u"s"_s, u"{{ {{customer_name}} }}"_s, u"text: holds a placeholder that is not closed"_s);
    row("table in a sentence", u"s"_s, u"See {{invoice_table}} below"_s, u"text: {{invoice_table}} is a table"_s);
    row("table in the subject", u"{{invoice_table}}"_s, u"b"_s, u"subject: {{invoice_table}} is a table"_s);
    row("line in the subject", u"a\nBcc: x@y.example"_s, u"b"_s, u"subject: holds a character that cannot be seen"_s);
    row("bidi", u"s"_s, u"pay \u202Eto"_s, u"text: holds a character that cannot be seen"_s);
    row("empty", u"s"_s, u" \n "_s, u"text: is missing"_s);
    row("iban", u"s"_s, u"Pay to GB82 WEST 1234 5698 7654 32 please"_s, u"text: holds an IBAN"_s);
    row("iban in small letters", u"s"_s, u"iban de89370400440532013000."_s, u"text: holds an IBAN"_s);
    row("iban with dashes", u"s"_s, u"NO93-8601-1117-947"_s, u"text: holds an IBAN"_s);
    row("iban in the subject", u"DE89 3704 0044 0532 0130 00"_s, u"b"_s, u"subject: holds an IBAN"_s);
    row("no iban", u"s"_s, u"PO12 AB34 CDEF 5678 90 is your order"_s, QString());
}

void TestLetter::refusesWording()
{
    QFETCH(QString, subject);
    QFETCH(QString, body);
    QFETCH(QString, error);
    const Outcome o = checkWording(subject, body);
    QCOMPARE(o ? QString() : o.error().field + u": "_s + say(o.error().what), error);
    QCOMPARE(bool(Desk().render(subject, body)), error.isEmpty());
}

void TestLetter::threatsNeedTheirRecord_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("threat");
    for (const QString& s :
         {u"we will suspend your service"_s, u"your account goes on credit hold"_s, u"we take legal action"_s,
          u"our lawyers will write"_s, u"a collection agency"_s, u"default interest is due"_s, u"we charge interest"_s,
          u"a late fee of 40"_s, u"Suspension follows"_s})
        QTest::newRow(qPrintable(s)) << s << true;
    for (const QString& s : {u"thank you for your interest in us"_s, u"we hold your order number"_s,
                             u"please call the Courtyard Hotel"_s, u"legally binding"_s})
        QTest::newRow(qPrintable(s)) << s << false;
}

void TestLetter::threatsNeedTheirRecord()
{
    QFETCH(QString, body);
    QFETCH(bool, threat);
    const auto l = Desk().render(u"s"_s, body);
    QCOMPARE(bool(l), !threat);
    if (threat) {
        QCOMPARE(l.error().code, ErrorCode::Refused);
        QVERIFY(say(l.error().what).endsWith(u"none of Summit Foods is aligned or approved"));
    }
}

void TestLetter::hostileNamesStayText_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& s :
         {u"<script>alert(1)</script>"_s, u"<img src=file:///etc/passwd>"_s,
          u"<img src=\"http://evil.example/x.png\">"_s, u"</td></tr></table><h1>x"_s,
          u"\"><style>*{display:none}</style>"_s, u"{{open_total}}"_s, u"{{invoice_table}}"_s,
          u"a\r\nBcc: x@y.example"_s, u"x\u202Egnp.exe"_s, u"&lt;b&gt;"_s, u"<!--"_s, u"%1%2"_s, u"}} {{"_s})
        QTest::newRow(qPrintable(s)) << s;
}

// Whatever a name holds, it stays one line of text: no tag, no second placeholder, no header.
void TestLetter::hostileNamesStayText()
{
    QFETCH(QString, name);
    Desk d;
    d.m.customer("A").name = name;
    d.m.customer("A1").name = name;
    d.first->number = name.toStdString();
    d.second->poNumber = name.toStdString();
    const auto l = d.render(u"For {{customer_name}}"_s, u"Dear {{customer_name}}\n\n{{invoice_table}}"_s);
    QVERIFY(l);
    QCOMPARE(firstHidden(l->subject), -1);
    const BookPtr book = d.m.build();
    const QString page = statementHtml(d.statement(book), LetterWords::of(u"en"_s));
    static const QRegularExpression tag(u"<(/?[a-zA-Z!][a-zA-Z0-9]*)"_s);
    static const QStringList ours = {u"html"_s, u"head"_s, u"meta"_s, u"title"_s,   u"body"_s,  u"p"_s,
                                     u"b"_s,    u"br"_s,   u"h2"_s,   u"h3"_s,      u"table"_s, u"thead"_s,
                                     u"tr"_s,   u"th"_s,   u"td"_s,   u"!DOCTYPE"_s};
    for (const QString& html : {l->html, page}) {
        auto it = tag.globalMatch(html);
        while (it.hasNext()) {
            QString found = it.next().captured(1);
            found.remove(u'/');
            QVERIFY2(ours.contains(found), qPrintable(found));
        }
        QVERIFY(!html.contains(u'\u202E'));
        QCOMPARE(html.count(u"<table"), html.count(u"</table>"));
    }
    QCOMPARE(l->html.count(u"<table"), 1);
    QVERIFY(!l->text.contains(u"1,234.50 EUR and"));
    QVERIFY(!l->text.contains(u"\nBcc"));
}

void TestLetter::builtInLettersRender_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& n : builtInTemplateNames())
        QTest::newRow(qPrintable(n)) << n;
}

void TestLetter::builtInLettersRender()
{
    QFETCH(QString, name);
    Desk d;
    Promise& p = d.m.promise("A", "1234.50", "2025-11-13", "2025-11-20");
    p.lines = {{*d.first, 123450}};
    const BookPtr book = d.m.build();
    for (const QString& language : LetterWords::languages()) {
        const LetterTemplate* t = wordingFor(*book, name, language);
        QVERIFY(t && t->approvedOn.isValid());
        QCOMPARE(t->language, language);
        const auto l = renderLetter(*t, letterParts(*book, d.statement(book), u"Mia"_s, language));
        QVERIFY2(l, l ? "" : qPrintable(l.error().message()));
        QVERIFY(!l->text.contains(u"{{") && !l->subject.contains(u"{{"));
        QVERIFY(l->text.contains(u"Anna Berg"));
    }
}

void TestLetter::languageAndVersionAreChosen()
{
    Desk d;
    const auto add = [&](const QString& language, int version, bool approved) {
        LetterTemplate t;
        t.name = u"reminder"_s;
        t.language = language;
        t.version = version;
        t.subject = t.body = language + QString::number(version);
        t.approvedOn = approved ? d.today : Date();
        d.m.add(t);
    };
    const auto chosen = [&](const QString& language) {
        const BookPtr book = d.m.build();
        const LetterTemplate* t = wordingFor(*book, u"reminder"_s, language);
        return QString(t->language + QString::number(t->version));
    };
    QCOMPARE(chosen(u"de"_s), u"en0"_s);
    add(u"en"_s, 1, true);
    add(u"en"_s, 2, false);
    QCOMPARE(chosen(u"en"_s), u"en1"_s);
    add(u"de"_s, 1, true);
    QCOMPARE(chosen(u"de"_s), u"de1"_s);
    QCOMPARE(chosen(u"fr"_s), u"en1"_s);
    QVERIFY(!wordingFor(*d.m.build(), u"no-such"_s, u"en"_s));
    Contact c;
    c.language = u"de"_s;
    QCOMPARE(letterLanguage(*d.m.build(), &c, 0), u"de"_s);
    QCOMPARE(letterLanguage(*d.m.build(), nullptr, 0), u"en"_s);
    QCOMPARE(LetterWords::of(u"en_GB"_s).money({-123456700, *Currency::parse(u"JPY"_s)}), u"-123,456,700 JPY"_s);
}

void TestLetter::statementShowsEverythingAndNetsNothing()
{
    Desk d;
    d.m.dispute(*d.first, "2025-11-01").amount = 20000;
    d.m.invoice("B", "999.00", "2025-01-01", "2025-02-01");
    const BookPtr book = d.m.build();
    const AccountStatement s = d.statement(book);
    QCOMPARE(s.items.size(), std::size_t(2));
    const StatementTotal eur = s.totals.at(*Currency::parse(u"EUR"_s)), usd = s.totals.at(*Currency::parse(u"USD"_s));
    QCOMPARE(eur.open, 123450);
    QCOMPARE(eur.pastDue, 123450);
    QCOMPARE(eur.disputed, 20000);
    QCOMPARE(eur.unapplied, 5000);
    QCOMPARE(eur.balance(), 118450);
    QCOMPARE(usd.open, 30000);
    QCOMPARE(s.cashThrough, day("2025-11-13"));
    const QString html = statementHtml(s, LetterWords::of(u"en"_s));
    for (const QString& part :
         {u"As of 14 Nov 2025"_s, u"Payments received through 13 Nov 2025"_s, u"Harbour Street 1<br>Oslo"_s,
          u"200.00 EUR"_s, u"<b>1,184.50</b>"_s, u"being looked into"_s, u"Summit North"_s})
        QVERIFY2(html.contains(part), qPrintable(part));
    QVERIFY(!html.contains(u"999"));
    const auto before = statementOf(*book, d.m.customer("A").id, {}, day("2025-11-06"));
    QVERIFY(before);
    QCOMPARE(before->cashThrough, day("2025-11-06")); // not the 13th: what came after the 6th is not in it
}

void TestLetter::statementIsOfOnePayer()
{
    Desk d;
    auto& other = d.m.invoice("B", "9.00", "2025-01-01", "2025-02-01");
    Contact c;
    c.customer = d.m.customer("B").id;
    c.name = u"Bert"_s;
    const ContactId bert = d.m.add(c).id;
    const BookPtr book = d.m.build();
    const CustomerId a = d.m.customer("A").id;
    const auto said = [](const Result<AccountStatement>& s) { return s ? QString() : s.error().field; };
    QCOMPARE(said(statementOf(*book, a, bert, d.today)), u"contact"_s);
    QCOMPARE(said(statementOf(*book, a, d.anna, d.today, {*d.first, other})), u"invoices"_s);
    QCOMPARE(said(statementOf(*book, d.m.customer("A1").id, {}, d.today)), u"customer"_s);
    QCOMPARE(statementOf(*book, a, d.anna, d.today, {*d.second})->items.size(), std::size_t(1));
}

// What a person edits is filled already, and the table is still the book's.
void TestLetter::editedWordingKeepsItsTable()
{
    Desk d;
    const BookPtr book = d.m.build();
    const LetterParts parts = letterParts(*book, d.statement(book), u"Mia"_s, u"en"_s);
    auto filled = filledWording(*wordingFor(*book, u"reminder"_s, u"en"_s), parts);
    QVERIFY(filled);
    QVERIFY(filled->body.contains(u"Dear Anna Berg") && filled->body.contains(u"{{invoice_table}}"));
    filled->body += u"\n\nP.S. Thank you & <b>good</b> bye"_s;
    const auto l = renderLetter(*filled, parts);
    QVERIFY(l->html.contains(u"Thank you &amp; &lt;b&gt;good&lt;/b&gt; bye"));
    QVERIFY(l->text.contains(u"R-1"));
}

QTEST_APPLESS_MAIN(TestLetter)
#include "tst_letter.moc"
