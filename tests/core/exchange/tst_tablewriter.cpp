// Tables out: quoting, the guard against formulas and its way back, JSON, exact numbers.
#include "core/exchange/csvreader.h"
#include "core/exchange/tablewriter.h"
#include "tests/core/exchange/importfixture.h"

#include <QRegularExpression>
#include <random>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

template <class W, class... A>
std::string written(const QStringList& head, const std::vector<std::vector<Cell>>& rows, A... a)
{
    std::string out;
    W w(
        [&](std::string_view b) {
            out += b;
            return true;
        },
        a...);
    w.header(head);
    for (const auto& r : rows)
        w.row(r);
    if (!w.finish())
        out = "failed";
    return out;
}

const Money minusFive{-500, *Currency::parse(std::string_view("USD"))};

// Three to ten pieces that mean something to a spreadsheet, to a reader of delimited text, or to both.
QString hostile(std::mt19937& random)
{
    static const QStringList pieces = {u"="_s,
                                       u"+"_s,
                                       u"-"_s,
                                       u"@"_s,
                                       u"\t"_s,
                                       u"\r"_s,
                                       u"\n"_s,
                                       u"\r\n"_s,
                                       u"'"_s,
                                       u"\""_s,
                                       u"\"\""_s,
                                       u","_s,
                                       u";"_s,
                                       u"|"_s,
                                       u" "_s,
                                       u"  "_s,
                                       u"\u00a0"_s,
                                       u"\uff1d"_s,
                                       u"\uff0b"_s,
                                       u"\uff0d"_s,
                                       u"\uff20"_s,
                                       u"\u200b"_s,
                                       u"\u3000"_s,
                                       u"cmd|' /C calc'!A0"_s,
                                       u"DDE(\"x\";\"y\")"_s,
                                       u"HYPERLINK(\"http://x\")"_s,
                                       u"1"_s,
                                       u"0.5"_s,
                                       u"x"_s,
                                       u"\u00e9"_s,
                                       u"\U0001F600"_s,
                                       u"\u0001"_s,
                                       u"\u001b"_s,
                                       u"\\"_s,
                                       u"sep=;"_s,
                                       u"duedesk_guarded"_s};
    QString text;
    while (QString(text).remove(QRegularExpression(u"\\W"_s)).isEmpty()) // a name of blanks alone is none
        for (std::size_t n = 3 + random() % 8; n > 0; --n)
            text += pieces[qsizetype(random() % std::size_t(pieces.size()))];
    return text;
}

} // namespace

class TestTableWriter : public QObject {
    Q_OBJECT
private slots:
    void plain()
    {
        QCOMPARE(written<CsvWriter>({u"a"_s, u"b"_s, u"c"_s, u"d"_s},
                                    {{TextCell{u"=x, \"y\""_s}, MoneyCell{minusFive}, NumberCell{"-1.2345"},
                                      DateCell{ImportFixture::day("2025-11-14")}},
                                     {TextCell{}, MoneyCell{{}, false}, NumberCell{}, DateCell{}}},
                                    CsvWriter::Style::Plain),
                 std::string("a,b,c,d\n\"=x, \"\"y\"\"\",-5.00,-1.2345,2025-11-14\n,,,\n"));
    }
    void guardedTextsOnly()
    {
        QCOMPARE(written<CsvWriter>(
                     {u"name"_s, u"amount"_s},
                     {{TextCell{u"=HYPERLINK(1)"_s}, MoneyCell{minusFive}}, {TextCell{u"plain"_s}, NumberCell{"-3"}}},
                     CsvWriter::Style::Guarded),
                 std::string("name,amount,duedesk_guarded\r\n'=HYPERLINK(1),-5.00,\r\nplain,-3,\r\n"));
    }
    void json()
    {
        QCOMPARE(written<JsonWriter>({u"a"_s, u"b"_s}, {{TextCell{u"q\"\\\n\u0001é"_s}, MoneyCell{minusFive}},
                                                        {TextCell{}, NumberCell{}}}),
                 std::string("[\n{\"a\":\"q\\\"\\\\\\u000a\\u0001é\",\"b\":\"-5.00\"},\n{\"a\":\"\",\"b\":null}\n]\n"));
        QCOMPARE(written<JsonWriter>({u"a"_s}, {}), std::string("[]\n"));
    }
    void guard_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("guarded");
        for (const char* t : {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "  =1", "'x", "'",
                              "\xef\xbc\x9d"
                              "1",
                              " \xef\xbc\xa0", "=", "-", " \tx", " ", "ends ", "\x01=1", "\xc2\xa0=1"})
            QTest::newRow(t) << QByteArray(t) << true;
        for (const char* t : {"", "a", "1-2", "x=1", "a@b", "1", "(5)", "\xef\xbc\xa1"})
            QTest::newRow(t) << QByteArray(t) << false;
    }
    void guard()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, guarded);
        const std::string t = text.toStdString();
        QCOMPARE(needsGuard(t), guarded);
        QCOMPARE(duedesk::guarded(t), guarded ? "'" + t : t);
        QCOMPARE(unguarded(duedesk::guarded(t)), t);
    }
    // Opened with another separator than ours, the cell is cut there, quoted or not.
    void guardBehindOtherSeparators_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("guarded");
        QTest::newRow("semicolon") << QByteArray("Acme;=1+1;x") << QByteArray("Acme;'=1+1;x");
        QTest::newRow("tab") << QByteArray("Acme\t=1+1\tx") << QByteArray("Acme\t'=1+1\tx");
        QTest::newRow("bar") << QByteArray("Acme|@SUM(1)") << QByteArray("Acme|'@SUM(1)");
        QTest::newRow("line break") << QByteArray("Acme\r\n+1") << QByteArray("Acme\r\n'+1");
        QTest::newRow("vertical tab") << QByteArray("Acme\v=1") << QByteArray("Acme\v'=1");
        QTest::newRow("next line") << QByteArray("Acme\xc2\x85=1") << QByteArray("Acme\xc2\x85'=1");
        QTest::newRow("line separator") << QByteArray("Acme\xe2\x80\xa8=1") << QByteArray("Acme\xe2\x80\xa8'=1");
        QTest::newRow("paragraph separator") << QByteArray("Acme\xe2\x80\xa9-1") << QByteArray("Acme\xe2\x80\xa9'-1");
        QTest::newRow("twice") << QByteArray("=1;=2;-3") << QByteArray("'=1;'=2;'-3");
        QTest::newRow("quoted there") << QByteArray("a;\"=1\"") << QByteArray("a;'\"=1\"");
        QTest::newRow("behind blanks") << QByteArray("a;  =1") << QByteArray("a;'  =1");
        QTest::newRow("full width") << QByteArray("a;\xef\xbc\x9d"
                                                  "1")
                                    << QByteArray("a;'\xef\xbc\x9d"
                                                  "1");
        QTest::newRow("an apostrophe of its own") << QByteArray("a;'=1") << QByteArray("a;''=1");
        QTest::newRow("at the end") << QByteArray("a;=") << QByteArray("a;'=");
        for (const char* t : {"a;b", "a,=b", "1;2", "a; b|c", "a;'b", "a|", "x=1;y=2"})
            QTest::newRow(t) << QByteArray(t) << QByteArray(t);
    }
    void guardBehindOtherSeparators()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, guarded);
        const std::string t = text.toStdString();
        QCOMPARE(QByteArray::fromStdString(duedesk::guarded(t)), guarded);
        QCOMPARE(isGuarded(duedesk::guarded(t)), text != guarded);
        QCOMPARE(unguarded(duedesk::guarded(t)), t);
    }
    // Every text of the characters that matter comes back to the letter.
    void everyGuardComesOff()
    {
        const std::string letters = "a=-'\";\t\n ";
        std::uint64_t state = 7;
        for (int n = 0; n < 200'000; ++n) {
            std::string t;
            state = state * 6364136223846793005U + 1442695040888963407U;
            for (std::uint64_t left = state >> 20; t.size() < (state >> 60) + 1; left /= letters.size())
                t += letters[left % letters.size()];
            const std::string g = duedesk::guarded(t);
            QVERIFY2(unguarded(g) == t, t.c_str());
            for (std::size_t i = 0; i + 1 < g.size(); ++i)
                QVERIFY2(!(g[i] == ';' || g[i] == '\t' || g[i] == '\n') || (g[i + 1] != '=' && g[i + 1] != '-'),
                         g.c_str());
        }
    }
    // What is written comes back cell by cell, whatever is in it.
    void roundTrip()
    {
        const QStringList hostile = {u"=cmd|' /C calc'!A0"_s,
                                     u"'quoted'"_s,
                                     u"a,b"_s,
                                     u"say \"hi\""_s,
                                     u"two\nlines"_s,
                                     u"@x"_s,
                                     u"-5"_s,
                                     u"Ünï €"_s,
                                     u"''"_s,
                                     u"Acme;=1+1;x"_s,
                                     u"notes\n- one\n- two"_s,
                                     u"'=x"_s};
        std::vector<std::vector<Cell>> rows;
        for (const QString& h : hostile)
            rows.push_back({TextCell{h}, MoneyCell{minusFive}});
        const std::string text = written<CsvWriter>({u"t"_s, u"m"_s}, rows, CsvWriter::Style::Guarded);
        CsvReader reader(text, ',');
        QVERIFY(reader.next());
        for (const QString& h : hostile) {
            QVERIFY(reader.next());
            QCOMPARE(unguarded(reader.row().field(0)), h.toStdString());
            QCOMPARE(reader.row().field(1), std::string_view("-5.00"));
        }
    }
    void ourFilesComeBackUnguarded()
    {
        ImportFixture f;
        const std::string text = written<CsvWriter>({u"customer_id"_s, u"name"_s, u"tier"_s},
                                                    {{TextCell{u"-1"_s}, TextCell{u"=Alpha;=1"_s}, TextCell{u"'A"_s}}},
                                                    CsvWriter::Style::Guarded);
        f.take(QByteArray::fromStdString(text));
        QVERIFY(f.customer("-1"));
        QCOMPARE(f.customer("-1")->name, u"=Alpha;=1"_s);
        QCOMPARE(f.customer("-1")->tier, u"'A"_s);
        f.take("customer_id,name\n'2,'Quoted\n"); // not ours: the apostrophe is text
        QVERIFY(f.customer("'2"));
    }
    void html()
    {
        const std::string page = written<HtmlWriter>(
            {u"<name>"_s, u"open"_s}, {{TextCell{u"<script>&\"\n\u0001"_s}, MoneyCell{minusFive}}}, u"A & B"_s);
        QVERIFY(page.find("<title>A &amp; B</title>") != std::string::npos);
        QVERIFY(page.find("<th>&lt;name&gt;</th>") != std::string::npos);
        QVERIFY(page.find("<td>&lt;script&gt;&amp;&quot;<br> </td><td class=\"n\">-5.00</td>") != std::string::npos);
        QVERIFY(page.find("<script") == std::string::npos);
    }
    // 20,000 texts made to break quoting or to be taken for formulas: each cell comes back through the import to the
    // letter, and no cell of the file begins as a formula would.
    void hostileTextsComeBackToTheLetter()
    {
        std::mt19937 random(20251114);
        std::vector<QString> texts;
        std::vector<std::vector<Cell>> rows;
        for (int i = 0; i < 20'000; ++i) {
            texts.push_back(hostile(random));
            rows.push_back({TextCell{u"C"_s + QString::number(i)}, TextCell{texts.back()},
                            TextCell{i % 3 == 0 ? QString() : texts[random() % texts.size()]}});
        }
        const std::string file =
            written<CsvWriter>({u"customer_id"_s, u"name"_s, u"region"_s}, rows, CsvWriter::Style::Guarded);
        CsvReader reader(file, ',');
        QVERIFY(reader.next());
        for (const auto& row : rows) {
            QVERIFY(reader.next());
            for (std::size_t c = 0; c < row.size(); ++c) {
                const std::string_view cell = reader.row().field(c);
                QVERIFY2(!needsGuard(cell) || cell.front() == '\'', std::string(cell).c_str());
                QCOMPARE(QString::fromStdString(unguarded(cell)), std::get<TextCell>(row[c]).text);
            }
        }
        ImportFixture f;
        f.take(QByteArray::fromStdString(file));
        for (int i = 0; i < 20'000; ++i) {
            const Customer* c = f.customer(QByteArray("C" + QByteArray::number(i)).constData());
            QVERIFY(c);
            QCOMPARE(c->name, texts[std::size_t(i)]);
            QCOMPARE(c->region, std::get<TextCell>(rows[std::size_t(i)][2]).text);
        }
    }
    // No text field can hold a NUL: a file that has one is refused by row, not read to the NUL.
    void aNulIsGuardedAndRefused()
    {
        const QString text = QChar(0) + u"=1"_s;
        const std::string file = written<CsvWriter>({u"customer_id"_s, u"name"_s},
                                                    {{TextCell{u"C1"_s}, TextCell{text}}}, CsvWriter::Style::Guarded);
        QVERIFY(file.find(std::string("'\0=1", 4)) != std::string::npos);
        ImportFixture f;
        const auto r = f.stageText(QByteArray::fromStdString(file));
        QVERIFY(r);
        QCOMPARE(r->errorCount, std::int64_t(1));
        QCOMPARE(r->errors.at(0).row, qint64(2));
    }
    void amountsAndDaysComeBackToTheUnit()
    {
        std::mt19937_64 random(7);
        std::vector<std::vector<Cell>> rows;
        struct Wanted {
            std::int64_t amount;
            Date day;
            Currency currency;
        };
        std::vector<Wanted> wanted;
        const Currency currencies[] = {*Currency::parse(std::string_view("USD")),
                                       *Currency::parse(std::string_view("JPY")),
                                       *Currency::parse(std::string_view("KWD"))};
        for (int i = 0; i < 10'000; ++i) {
            const std::int64_t minor = 1 + std::int64_t(random() % (std::uint64_t(1) << (1 + random() % 49)));
            const Date day = ImportFixture::day("2023-01-01") + int(random() % 1000);
            const Currency c = currencies[random() % 3];
            rows.push_back({TextCell{u"=X"_s + QString::number(i)}, TextCell{u"C1"_s}, DateCell{day},
                            DateCell{day + 30}, TextCell{c.toString()}, MoneyCell{{minor, c}}});
            wanted.push_back({minor, day, c});
        }
        ImportFixture f;
        f.take(QByteArray::fromStdString(written<CsvWriter>(
            {u"invoice_no"_s, u"customer_id"_s, u"invoice_date"_s, u"due_date"_s, u"currency"_s, u"amount"_s}, rows,
            CsvWriter::Style::Guarded)));
        const Ledger& l = f.book->ledger();
        QCOMPARE(l.debitCount, 10'000U);
        for (std::uint32_t row = 0; row < l.debitCount; ++row) {
            const DebitView v = viewDebit(l, row);
            const Wanted& w = wanted[v.number.mid(2).toUInt()];
            QVERIFY(v.number.startsWith(u"=X"_s));
            QCOMPARE(v.amount, w.amount);
            QCOMPARE(v.currency, w.currency);
            QCOMPARE(v.date, w.day);
            QCOMPARE(v.due, w.day + 30);
        }
    }
    void aFullSinkIsAnError()
    {
        CsvWriter w([](std::string_view) { return false; }, CsvWriter::Style::Plain);
        w.header({u"a"_s});
        const auto done = w.finish();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::StorageFailed);
    }
};

QTEST_APPLESS_MAIN(TestTableWriter)
#include "tst_tablewriter.moc"
