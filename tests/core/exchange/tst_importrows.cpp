// A bad row is reported with its row and reason, its good neighbours are taken: a table of malformed cells for every
// field of every kind of file. Each case stands between two good rows.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Kind {
    const char* name;
    QByteArray head;
    QList<QByteArray> good; // cells of a good row; the key cell gets a suffix to stay unique
    int key;
};

const QList<Kind> kinds = {
    {"invoices",
     "invoice_no,customer_id,kind,invoice_date,due_date,currency,amount,net_amount,terms_days,service_date,delivered_"
     "on,paid_date,paid_amount,disputed,company",
     {"N", "A", "invoice", "2025-01-10", "2025-02-09", "USD", "100.50", "80.25", "30", "2025-01-05", "2025-01-06",
      "2025-02-01", "10.00", "no", "DE"},
     0},
    {"payments",
     "payment_ref,kind,customer_id,company,date,cleared_on,currency,amount,invoice_no,allocated",
     {"P", "payment", "A", "", "2025-02-01", "2025-02-03", "USD", "5.25", "BASE", "0.25"},
     0},
    {"promises",
     "customer_id,made_on,promised_for,amount,currency,invoice_no,taken_by",
     {"A", "2025-02-01", "2025-02-10", "1.5", "USD", "BASE", "kim"},
     3},
    {"customers",
     "customer_id,name,terms_days,credit_limit,currency,status,status_since,service_critical,consumer,annual_value,"
     "renewal_date,timezone,parent_id,payer_id",
     {"K", "Name", "30", "500.00", "USD", "active", "2025-01-01", "no", "no", "1000.00", "2026-01-01", "Europe/Berlin",
      "", ""},
     0},
    {"contacts",
     "customer_id,name,role,email,phone,timezone,language,preferred_channel,verified_on,billing",
     {"A", "Ann", "AP", "", "+1 5", "Europe/Paris", "en", "phone", "2025-01-01", "no"},
     1},
    {"rates", "currency,valid_from,rate", {"EUR", "2025-01-01", "1.0837"}, 1},
    {"holidays", "date,calendar,name", {"2025-12-25", "X", "Christmas"}, 1},
};

// What no field of a type may hold, with a part of the reason.
struct Bad {
    const char* cell;
    const char* reason;
};
const QList<Bad> badDates = {
    {"31/04/2025", "calendar"},    {"2025-02-30", "calendar"}, {"2025-13-01", "calendar"},
    {"29.02.2025", "calendar"},    {"20250229", "calendar"},   {"soon", "not a date"},
    {"45000", "day number"},       {"1850-01-01", "outside"},  {"2025-01-01 x3:30", "not a date"},
    {"2025-1", "not a date"},      {"n/a", "not a date"},      {"0000-00-00", "outside"},
    {"2025-01-01;", "not a date"}, {"=TODAY()", "not a date"}};
// What systems write where there is nothing: empty where a field may be.
const QByteArrayList standsForNothing = {"n/a", "0000-00-00", "#N/A", "NaN"};
const QList<Bad> badAmounts = {{"abc", "not an amount"},
                               {"1e5", "exponent"},
                               {"NaN", "not an amount"},
                               {"12.345", "more decimals"},
                               {"1.234,56", "decimal mark"},
                               {"1,23", "decimal mark"},
                               {"9223372036854775808", "too large"},
                               {"\xef\xbc\x91", "other digits"},
                               {"12 EUR", "another currency"},
                               {"1..2", "not an amount"},
                               {"--1", "not an amount"},
                               {"1 2", "not an amount"},
                               {"#N/A", "not an amount"},
                               {"12.", "not an amount"},
                               {"1.250", "more decimals"},
                               {"n/a", "not an amount"}};
const QList<Bad> badCurrencies = {{"US", "not a currency"},
                                  {"XXQ", "not a currency"},
                                  {"Dollar", "not a currency"},
                                  {"$", "not a currency"},
                                  {"123", "not a currency"}};
const QList<Bad> badFlags = {{"maybe", "neither yes nor no"},
                             {"2", "neither yes nor no"},
                             {"yesno", "neither yes nor no"},
                             {"?", "neither yes nor no"}};
const QList<Bad> badDays = {{"-5", "number of days"},
                            {"30.5", "number of days"},
                            {"thirty", "number of days"},
                            {"99999", "number of days"},
                            {"2/10", "number of days"}};
const QList<Bad> badIds = {{"A\tB", "cannot be seen"},
                           {"A\xe2\x80\x8b"
                            "B",
                            "cannot be seen"},
                           {"\xe2\x80\xae"
                            "AB",
                            "cannot be seen"},
                           {"A\x01", "cannot be seen"}};

QByteArray rowOf(const Kind& k, QList<QByteArray> cells, const QByteArray& suffix)
{
    if (k.name == QByteArray("rates") || k.name == QByteArray("holidays")) {
        if (k.name == QByteArray("rates") && cells[1] == k.good[1])
            cells[1] = "2025-01-0" + suffix;
        else if (k.name == QByteArray("holidays"))
            cells[1] += suffix;
    } else if (cells[k.key] == k.good[k.key]) {
        cells[k.key] += suffix;
    }
    QByteArray out;
    for (const QByteArray& c : cells)
        out += (out.isEmpty() && &c == &cells.first() ? "" : ",") + ('"' + QByteArray(c).replace('"', "\"\"") + '"');
    return out + '\n';
}

void prepare(ImportFixture& f)
{
    f.take("customer_id,name\nA,Alpha\n", u"c.csv"_s);
    f.take("invoice_no,customer_id,invoice_date,amount,currency\nBASE,A,2025-01-01,1000.00,USD\n", u"i.csv"_s);
}

} // namespace

class TestImportRows : public QObject {
    Q_OBJECT
private slots:
    // The character that stored words of ours begin with is in no text that a file brings.
    void noTextIsTakenForStoredWords()
    {
        ImportFixture f;
        const QByteArray forged = "\x1f%|promise kept";
        f.take("customer_id,name,tier,region\nA,\"" + forged
                   + "\",\x1f\x1f key,\"a\x1f"
                     "b\"\n",
               u"c.csv"_s);
        QCOMPARE(f.customer("A")->name, u"%|promise kept"_s);
        QCOMPARE(f.customer("A")->tier, u"key"_s);
        QCOMPARE(f.customer("A")->region, u"ab"_s);
        f.take("customer_id,name,role,note,verified_how,duedesk_guarded\nA,Ann,AP,'" + forged + ",\" " + forged
                   + "\",\n",
               u"k.csv"_s);
        const Contact& ann = f.book->rows<Contact>()[0];
        QCOMPARE(ann.note, u"%|promise kept"_s);
        QCOMPARE(ann.verifiedHow, u"%|promise kept"_s);
        // An id is never mended in silence.
        const auto r = f.stageText("customer_id,name\n\x1f"
                                   "7,Beta\n",
                                   u"d.csv"_s);
        QVERIFY(say(r->errors.at(0).what).contains(u"cannot be seen"));
    }
    void bad_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("column");
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("reason");
        for (int k = 0; k < kinds.size(); ++k) {
            const QList<QByteArray> names = kinds[k].head.split(',');
            for (int c = 0; c < names.size(); ++c) {
                const FieldSpec* spec =
                    specByHeading(*parseFileKind(QString::fromLatin1(kinds[k].name)), QString::fromLatin1(names[c]));
                QVERIFY2(spec, names[c].constData());
                const auto add = [&](const QByteArray& cell, const char* reason) {
                    QTest::addRow("%s %s <%s>", kinds[k].name, names[c].constData(), cell.toHex().constData())
                        << k << c << cell << QByteArray(reason);
                };
                const bool customersDays = spec->field == Field::TermsDays
                                           && kinds[k].name == QByteArray("customers"); // odd terms are kept there
                const QList<Bad>* list = nullptr;
                switch (spec->type) {
                case FieldType::Date: list = &badDates; break;
                case FieldType::Money: list = &badAmounts; break;
                case FieldType::Currency: list = &badCurrencies; break;
                case FieldType::Flag: list = &badFlags; break;
                case FieldType::Number: list = customersDays ? nullptr : &badDays; break;
                case FieldType::Id: list = &badIds; break;
                default: break;
                }
                if (list)
                    for (const Bad& b : *list)
                        if (spec->required || !standsForNothing.contains(b.cell))
                            add(b.cell, b.reason);
                if (spec->required)
                    add({}, "is missing");
            }
        }
        const auto more = [&](int k, int c, const char* cell, const char* reason) {
            QTest::addRow("more %s %d <%s>", kinds[k].name, c, cell)
                << k << c << QByteArray(cell) << QByteArray(reason);
        };
        more(0, 2, "gift", "not a kind"), more(0, 6, "-1.00", ""), more(0, 12, "200.00", "more than the invoice"),
            more(0, 12, "-1.00", "negative");
        more(0, 11, "", "although an amount was paid"), more(1, 1, "gift", "not a kind"),
            more(1, 7, "0.00", "not above zero"), more(1, 7, "-1.00", "not above zero");
        more(1, 2, "NOBODY", "not a customer"), more(1, 8, "NOTHING", "not an invoice"),
            more(1, 9, "-0.50", "negative"), more(1, 9, "9.99", "sum to"), more(1, 6, "EUR", "the invoice is in USD");
        more(2, 0, "NOBODY", "not a customer"), more(2, 3, "0", "not above zero"),
            more(2, 3, "1000.01", "more than was open"), more(2, 2, "2025-01-31", "before the day"),
            more(2, 5, "NOTHING", "not an invoice");
        more(3, 5, "sleepy", "not a status"), more(3, 11, "Mars/Base", "not a time zone"),
            more(3, 12, "NOBODY", "neither in the files"), more(3, 13, "NOBODY", "neither in the files");
        more(4, 0, "NOBODY", "not a customer"), more(4, 3, "no mail", "holds a blank"),
            more(4, 3, "a@b@c", "more than one address"), more(4, 5, "Mars/Base", "not a time zone");
        more(5, 0, "USD", "own currency"), more(5, 2, "0", "above zero"), more(5, 2, "-1.5", "above zero"),
            more(5, 2, "1e3", "exponent"), more(5, 2, "x", "above zero");
        more(5, 2, "1.0000000000001", "more decimals");
    }
    void bad()
    {
        QFETCH(int, kind);
        QFETCH(int, column);
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, reason);
        const Kind& k = kinds[kind];
        QList<QByteArray> cells = k.good;
        cells[column] = cell;
        if (kind == 0 && column == 6 && cell == "-1.00") { // a negative debit note
            cells[2] = "debit_note";
            reason = "is negative";
        }
        ImportFixture f;
        prepare(f);
        const QByteArray text = k.head + '\n' + rowOf(k, k.good, "1") + rowOf(k, cells, "2") + rowOf(k, k.good, "3");
        const auto r = f.stageText(text);
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QVERIFY2(r->ambiguities.empty(), "ambiguous");
        QVERIFY2(r->errorCount == 1,
                 qPrintable(QString::number(r->errorCount) + (r->errors.empty() ? QString() : r->errors[0].message())));
        const Error& e = r->errors[0];
        QCOMPARE(e.row, qint64(3));
        QVERIFY2(say(e.what).contains(QString::fromLatin1(reason)), qPrintable(e.message()));
        QVERIFY(!e.field.isEmpty() && !e.remedy.isEmpty());
        QCOMPARE(r->files[0].rows, std::int64_t(3));
        QCOMPARE(r->files[0].rejected, std::int64_t(1));
        QCOMPARE(r->files[0].added, std::int64_t(2));
        QCOMPARE(r->rejected.at(0).line, std::int64_t(3));
        f.commit(r->staged);
    }
    void brokenLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("unclosed") << QByteArray("\"2,A,2025-01-10,1.00") << QByteArray("never closed");
        QTest::newRow("text after quote")
            << QByteArray("\"2\"x,A,2025-01-10,1.00") << QByteArray("after a closing quote");
        QTest::newRow("nul") << QByteArray("2\0,A,2025-01-10,1.00", 20) << QByteArray("NUL");
        QTest::newRow("too few cells") << QByteArray("2,A") << QByteArray("is missing");
        QTest::newRow("only blanks") << QByteArray("  , ,x,") << QByteArray("is missing");
        QTest::newRow("long field") << QByteArray(70000, 'x') + ",A,2025-01-10,1.00" << QByteArray("64 KiB");
        QTest::newRow("long line") << QByteArray(1100000, 'x') << QByteArray("1 MiB");
        QTest::newRow("columns") << "2,A,2025-01-10,1.00" + QByteArray(600, ',') << QByteArray("512 columns");
        QTest::newRow("mark inside") << QByteArray("\xef\xbb\xbf"
                                                   "2,A,2025-01-10,1.00")
                                     << QByteArray("byte order mark");
    }
    void brokenLines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, reason);
        ImportFixture f;
        const auto r = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,1.00\n" + line
                                   + "\n3,A,2025-01-10,1.00\n");
        QVERIFY2(r, r ? "" : qPrintable(r.error().message()));
        QCOMPARE(r->errorCount, std::int64_t(1));
        QCOMPARE(r->errors[0].row, qint64(3));
        QVERIFY2(say(r->errors[0].what).contains(QString::fromLatin1(reason)), qPrintable(r->errors[0].message()));
        QCOMPARE(r->files[0].added, std::int64_t(2));
    }
    void allAreCountedAThousandAreKept()
    {
        ImportFixture f;
        QByteArray text = "invoice_no,customer_id,invoice_date,amount\n";
        for (int i = 0; i < 2500; ++i)
            text += QByteArray::number(i) + ",A,2025-01-10," + (i % 2 == 0 ? "1.00" : "x") + '\n';
        const auto r = f.stageText(text);
        QCOMPARE(r->errorCount, std::int64_t(1250));
        QCOMPARE(r->errors.size(), std::size_t(1000));
        QCOMPARE(r->rejected.size(), std::size_t(1250));
        const QString out = f.dir.filePath(u"rejects.csv"_s);
        QVERIFY(writeRejects(*r, {}, out));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), qsizetype(1252)); // heading, rows, nothing behind the last
        QCOMPARE(lines[0], QByteArray("row,reason,invoice_no,customer_id,invoice_date,amount,duedesk_guarded\r"));
        QCOMPARE(lines[1], QByteArray("3,amount: is not an amount,1,A,2025-01-10,x,\r"));
        QCOMPARE(lines[1250], QByteArray("2501,amount: is not an amount,2499,A,2025-01-10,x,\r"));
    }
    // What is wrong in a file is mended in the file of rejects and taken from there: the guard comes off again.
    void rejectsComeBackMended()
    {
        ImportFixture f;
        const auto r = f.stageText("customer_id,name,credit_limit\nC1,=Alpha;-1,x\n");
        const QString out = f.dir.filePath(u"rejects.csv"_s);
        QVERIFY(writeRejects(*r, {}, out));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        QVERIFY2(text.contains(",C1,'=Alpha;'-1,x,\r\n"), text.constData());
        f.take(text.replace(",x,", ",5.00,"));
        QVERIFY(f.customer("C1"));
        QCOMPARE(f.customer("C1")->name, u"=Alpha;-1"_s);
    }
    void rejectsNeverTakeTheSourcesPlace()
    {
        ImportFixture f;
        const auto r = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,x\n");
        const QString source = r->files[0].path;
        QFile file(source);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        const auto o = writeRejects(*r, {}, source);
        QVERIFY(!o);
        QVERIFY2(say(o.error().what).contains(u"is what this reads"_s), qPrintable(o.error().message()));
        file.seek(0);
        QCOMPARE(file.readAll(), before);
    }
    void valuesAreShownSafely()
    {
        ImportFixture f;
        const auto r = f.stageText("invoice_no,customer_id,invoice_date,amount\n1,A,2025-01-10,\xe2\x80\xae"
                                   "1\x1b[0m\n");
        QCOMPARE(r->errors.at(0).value, u"\\u202e1\\u001b[0m"_s);
    }
};

QTEST_APPLESS_MAIN(TestImportRows)
#include "tst_importrows.moc"
