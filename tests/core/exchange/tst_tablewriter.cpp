// Tables out: quoting, the guard against formulas and its way back, JSON, exact numbers.
#include "core/exchange/csvreader.h"
#include "core/exchange/tablewriter.h"
#include "tests/core/exchange/importfixture.h"

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
                              " \xef\xbc\xa0", "=", "-", " \t=x"})
            QTest::newRow(t) << QByteArray(t) << true;
        for (const char* t : {"", "a", "1-2", "x=1", " ", "a@b", "1", "(5)", "\xef\xbc\xa1"})
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
                                                    {{TextCell{u"-1"_s}, TextCell{u"=Alpha"_s}, TextCell{u"'A"_s}}},
                                                    CsvWriter::Style::Guarded);
        f.take(QByteArray::fromStdString(text));
        QVERIFY(f.customer("-1"));
        QCOMPARE(f.customer("-1")->name, u"=Alpha"_s);
        QCOMPARE(f.customer("-1")->tier, u"'A"_s);
        f.take("customer_id,name\n'2,'Quoted\n"); // not ours: the apostrophe is text
        QVERIFY(f.customer("'2"));
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
