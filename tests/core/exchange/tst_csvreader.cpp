// Rows of delimited text: what a record is, where it starts, and what is said about one that is broken.
#include "core/exchange/csvreader.h"

#include <QTest>

using namespace duedesk;

namespace {

// "1:a|b" per record: line, fields; a fault as "!n".
QByteArray read(std::string_view text, char delimiter = ',')
{
    CsvReader reader(text, delimiter);
    QByteArray out;
    while (reader.next()) {
        const CsvRow& row = reader.row();
        out += QByteArray::number(qlonglong(row.line)) + ':';
        if (row.fault != RowFault::None)
            out += '!' + QByteArray::number(int(row.fault));
        else
            for (std::size_t i = 0; i < row.count; ++i)
                out += (i > 0 ? "|" : "") + QByteArray(row.fields[i].data(), qsizetype(row.fields[i].size()));
        out += ';';
    }
    return out;
}

// The same text in blocks of n bytes: records that straddle blocks must not differ.
QByteArray readInBlocks(const std::string& text, std::size_t n)
{
    std::size_t at = 0;
    CsvReader reader(
        [&](std::string& block) {
            block = text.substr(at, n);
            at += block.size();
            return !block.empty();
        },
        ',');
    QByteArray out;
    while (reader.next())
        out += QByteArray::number(qlonglong(reader.row().line)) + '@' + QByteArray::number(qlonglong(reader.row().byte))
               + '/' + QByteArray::number(qulonglong(reader.row().count)) + '!'
               + QByteArray::number(int(reader.row().fault)) + ';';
    return out;
}

} // namespace

class TestCsvReader : public QObject {
    Q_OBJECT
private slots:
    void records_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char* name, const QByteArray& text, const char* rows) {
            QTest::newRow(name) << text << QByteArray(rows);
        };
        row("plain", "a,b\n1,2\n", "1:a|b;2:1|2;");
        row("no line end at the end", "a,b\n1,2", "1:a|b;2:1|2;");
        row("crlf", "a,b\r\n1,2\r\n", "1:a|b;2:1|2;");
        row("cr only", "a,b\r1,2\r3,4", "1:a|b;2:1|2;3:3|4;");
        row("mixed ends", "a\r\nb\nc\rd", "1:a;2:b;3:c;4:d;");
        row("empty fields", ",,\n,x,\n", "2:|x|;");
        row("trailing delimiter", "a,\n", "1:a|;");
        row("trailing delimiter at the end", "a,", "1:a|;");
        row("blank lines", "a\n\n\nb\n", "1:a;4:b;");
        row("quoted", "\"a\",\"b,c\"\n", "1:a|b,c;");
        row("doubled quote", "\"a \"\"b\"\"\",c\n", "1:a \"b\"|c;");
        row("only doubled quotes", "\"\"\"\"\n", "1:\";");
        row("empty quoted", "\"\",x\n", "1:|x;");
        row("embedded newline", "\"a\nb\",c\nd,e\n", "1:a\nb|c;3:d|e;");
        row("embedded crlf counts one line", "\"a\r\nb\",c\r\nd\r\n", "1:a\r\nb|c;3:d;");
        row("blanks around quotes", " \"a\" ,b\n", "1:a|b;");
        row("quote inside an unquoted field", "a\"b,c\n", "1:a\"b|c;");
        row("text after a quote", "\"a\"b,c\nd,e\n", "1:!7;2:d|e;");
        row("text after a quote of two lines", "\"a\nb\"c,d\ne,f\n", "1:!7;2:b\"c|d;3:e|f;");
        row("unclosed at the end", "a,b\n\"c,d\n", "1:a|b;2:!6;");
        row("unclosed, next rows go on", "a,b\n\"c,d\ne,f\ng,h\n", "1:a|b;2:!6;3:e|f;4:g|h;");
        row("unclosed in the last byte", "a,\"", "1:!6;");
        row("nul", QByteArray("a,b\nc\0d,e\nf,g\n", 14), "1:a|b;2:!4;3:f|g;");
        row("nul in quotes", QByteArray("\"a\0b\",c\nd\n", 10), "1:!4;2:d;");
        row("invalid utf-8", "a\n\xff,b\nc\n", "1:a;2:!5;3:c;");
        row("overlong utf-8", "\xc0\xaf\nc\n", "1:!5;2:c;");
        row("surrogate", "\xed\xa0\x80\nc\n", "1:!5;2:c;");
        row("mark inside",
            "a\n\xef\xbb\xbf"
            "b\n",
            "1:a;2:!8;");
        row("valid utf-8", "\xc3\xa4,\xe2\x82\xac\n", "1:\xc3\xa4|\xe2\x82\xac;");
        row("empty", "", "");
        row("only line ends", "\r\n\n\r", "");
    }
    void records()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, rows);
        QCOMPARE(read(std::string_view(text.constData(), std::size_t(text.size()))), rows);
    }
    void delimiters()
    {
        QCOMPARE(read("a;b,c;d\n", ';'), QByteArray("1:a|b,c|d;"));
        QCOMPARE(read("a\tb\t\"c\td\"\n", '\t'), QByteArray("1:a|b|c\td;"));
        QCOMPARE(guessDelimiter("a;b;c\n1,5;2;3\n1,7;2;3\n"), ';');
        QCOMPARE(guessDelimiter("a\tb\n1\t2\n"), '\t');
        QCOMPARE(guessDelimiter("a|b|c\n1|2|3\n"), '|');
        QCOMPARE(guessDelimiter("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n"), ',');
        QCOMPARE(guessDelimiter("sep=;\na,b;c\n"), ';');
        QCOMPARE(guessDelimiter("one\ntwo\n"), ',');
    }
    void blocksDoNotMatter()
    {
        const std::string text =
            "id,name\r\n1,\"a \"\"quoted\"\"\r\nname\"\r\n\"2\"x,bad\r\n3,\xc3\xa4\xc3\xb6\r\n\"4,open\r\n5,last";
        const QByteArray whole = readInBlocks(text, text.size());
        QCOMPARE(whole, QByteArray("1@0/2!0;2@9/2!0;4@33/0!7;5@43/2!0;6@51/0!6;7@60/2!0;"));
        for (std::size_t n = 1; n < text.size(); ++n)
            QCOMPARE(readInBlocks(text, n), whole);
    }
    void tooLongIsReportedAndReadingGoesOn()
    {
        std::string text =
            "a,b\n" + std::string(maxFieldBytes + 1, 'x') + ",y\n" + std::string(3 << 20, 'z') + "\nc,d\n";
        QCOMPARE(read(text), QByteArray("1:a|b;2:!2;3:!1;4:c|d;"));
        text = "a\n\"" + std::string(3 << 20, 'z') + "\nc,d\n"; // an open quote over a long line
        QCOMPARE(read(text), QByteArray("1:a;2:!1;3:c|d;"));
        text = "h\n" + std::string(600, ',') + "\nc\n";
        QCOMPARE(read(text), QByteArray("1:h;2:!3;3:c;"));
        QCOMPARE(read(std::string(maxFieldBytes, 'x') + "\n").size(), qsizetype(maxFieldBytes + 3));
    }
    void aGigabyteInOneLineTakesLittleMemory()
    {
        int blocks = 1024;
        CsvReader reader(
            [&](std::string& block) {
                if (blocks-- == 0) {
                    block = "\nc,d\n";
                    return true;
                }
                block.assign(std::size_t(1) << 20, 'x');
                return blocks >= 0;
            },
            ',');
        QVERIFY(reader.next());
        QCOMPARE(reader.row().fault, RowFault::LineTooLong);
        QVERIFY(reader.next());
        QCOMPARE(reader.row().line, std::int64_t(2));
        QCOMPARE(reader.row().byte, (std::int64_t(1) << 30) + 1);
        QCOMPARE(reader.row().field(1), std::string_view("d"));
        QVERIFY(!reader.next());
    }
    void manyUnclosedQuotesStayLinear()
    {
        std::string text;
        for (int i = 0; i < 20000; ++i)
            text += "\"row,\"\"x\n";
        CsvReader reader(text, ',');
        int rows = 0;
        while (reader.next())
            ++rows;
        QVERIFY(rows > 0);
    }
};

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
