#include "tests/support/bookmaker.h"
#include "ui/print/pages.h"
#include "ui/print/paperfile.h"
#include "ui/print/statementpdf.h"
#include "ui/print/tablepdf.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <memory>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Tool {
    int code = -1;
    QString out;
};

Tool runTool(const QString& program, const QStringList& arguments)
{
    QProcess p;
    p.start(program, arguments);
    p.waitForFinished(60'000);
    return {p.exitCode(), QString::fromUtf8(p.readAllStandardOutput())};
}

// The PDF as files and as poppler and qpdf read it.
struct Pdf {
    QTemporaryDir dir;
    QString path;
    explicit Pdf(const QByteArray& bytes) : path(dir.filePath(u"x.pdf"_s))
    {
        QFile f(path);
        if (!f.open(QIODevice::WriteOnly) || f.write(bytes) != bytes.size())
            throw std::runtime_error("no file");
    }
    QString text() const { return runTool(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}).out; }
    QStringList pages() const { return text().split(u'\f', Qt::SkipEmptyParts); }
    bool sound() const { return runTool(u"qpdf"_s, {u"--check"_s, path}).code == 0; }
    int images() const
    {
        const QStringList lines = runTool(u"pdfimages"_s, {u"-list"_s, path}).out.split(u'\n', Qt::SkipEmptyParts);
        return int(lines.size()) - 2; // two lines of heading
    }
};

AccountStatement statementOfMany(int invoices, const QString& name = u"Summit Foods"_s)
{
    BookMaker m{"EUR"};
    m.customer("A").name = name;
    m.customer("A").address = u"Mill Lane 2\nBergen"_s;
    for (int i = 0; i < invoices; ++i)
        m.invoice("A", "100.00", "2025-09-01", "2025-10-01").number = "R-" + std::to_string(1000 + i);
    m.payment("A", "50.00", "2025-11-13");
    const BookPtr book = m.build();
    return statementOf(*book, m.customer("A").id, {}, day("2025-11-14")).value();
}

} // namespace

class TestPdf : public QObject {
    Q_OBJECT
private slots:
    void statementSaysWhatIsOpen();
    void headingOnEveryPage();
    void fontsAreInside();
    void nothingIsLoadedFromOutside_data();
    void nothingIsLoadedFromOutside();
    void offTheMainThread();
    void listWithItsHeadingOnEveryPage();
    void amountsAreNeverCut();
    void listsAsFilesOfPaper();
    void fileNamesAreSafe();
};

void TestPdf::statementSaysWhatIsOpen()
{
    const Pdf pdf(statementPdf(statementOfMany(2), LetterWords::of(u"en"_s)));
    QVERIFY(pdf.sound());
    const QString text = pdf.text();
    for (const QString& part :
         {u"Statement of open items"_s, u"Summit Foods (A)"_s, u"Mill Lane 2"_s, u"R-1001"_s, u"As of 14 Nov 2025"_s,
          u"Payments received through 13 Nov 2025"_s, u"200.00"_s, u"150.00"_s, u"Page 1 of 1"_s})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestPdf::headingOnEveryPage()
{
    const Pdf pdf(statementPdf(statementOfMany(150), LetterWords::of(u"en"_s)));
    QVERIFY(pdf.sound());
    const QStringList pages = pdf.pages();
    QVERIFY(pages.size() >= 3);
    for (int i = 0; i < pages.size(); ++i) {
        if (pages[i].contains(u"R-1"))
            QVERIFY2(pages[i].contains(u"Days late"), qPrintable(pages[i]));
        QVERIFY(pages[i].contains(u"Page %1 of %2"_s.arg(i + 1).arg(pages.size())));
    }
    const QString text = pages.join(u'\n');
    for (int i = 0; i < 150; ++i) // no line falls between two pages
        QCOMPARE(text.count(u"R-%1"_s.arg(1000 + i)), 1);
}

void TestPdf::fontsAreInside()
{
    const Pdf pdf(statementPdf(statementOfMany(1), LetterWords::of(u"en"_s)));
    const QStringList lines = runTool(u"pdffonts"_s, {pdf.path}).out.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    for (const QString& line : lines.mid(2))
        QVERIFY2(line.contains(QRegularExpression(u"\\byes\\s+(yes|no)\\s+yes\\b"_s)), qPrintable(line));
}

void TestPdf::nothingIsLoadedFromOutside_data()
{
    QTest::addColumn<QString>("html");
    QTemporaryDir dir;
    QTest::newRow("escaped name") << QString();
    QTest::newRow("local file") << u"<p>x</p><img src=\"file://%1\"><img src=\"%1\">"_s;
    QTest::newRow("network") << u"<img src=\"http://127.0.0.1:%2/x.png\">"_s;
    QTest::newRow("css")
        << u"<p style=\"background-image:url(file://%1)\">x</p><link rel=\"stylesheet\" href=\"%1\">"_s;
}

void TestPdf::nothingIsLoadedFromOutside()
{
    QFETCH(QString, html);
    QTemporaryDir dir;
    const QString picture = dir.filePath(u"canary.png"_s);
    QImage canary(8, 8, QImage::Format_RGB32);
    canary.fill(Qt::red);
    QVERIFY(canary.save(picture));
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString tag = u"<img src=\"file://"_s + picture + u"\">"_s;
    const QByteArray bytes =
        html.isEmpty()
            ? statementPdf(statementOfMany(1, tag), LetterWords::of(u"en"_s))
            : htmlPdf(QString(html).replace(u"%1"_s, picture).replace(u"%2"_s, QString::number(server.serverPort())),
                      u"x"_s, {u"x"_s, u"%1 %2"_s});
    const Pdf pdf(bytes);
    QVERIFY(pdf.sound());
    QCOMPARE(pdf.images(), 0);
    QVERIFY(!server.waitForNewConnection(50));
    if (html.isEmpty())
        QVERIFY(pdf.text().contains(u"<img src="));
}

void TestPdf::offTheMainThread()
{
    QByteArray bytes;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { bytes = statementPdf(statementOfMany(40), LetterWords::of(u"en"_s)); }));
    thread->start();
    QVERIFY(thread->wait(60'000));
    QVERIFY(Pdf(bytes).sound());
    QVERIFY(Pdf(bytes).text().contains(u"R-1039"));
}

void TestPdf::listWithItsHeadingOnEveryPage()
{
    PaperTable t;
    t.title = u"Open items"_s;
    t.about = u"as of 14 Nov 2025"_s;
    t.columns = {{u"number"_s}, {u"customer"_s}, {u"open"_s, true}};
    for (int i = 0; i < 200; ++i)
        t.rows.push_back(
            {u"R-%1"_s.arg(1000 + i), u"A very long name of a customer "_s.repeated(8), u"1,%1.00"_s.arg(i)});
    t.foot = u"3 invoices in SEK have no rate"_s;
    const Pdf pdf(tablePdf(t));
    QVERIFY(pdf.sound());
    const QStringList pages = pdf.pages();
    QVERIFY(pages.size() >= 3);
    for (const QString& page : pages)
        QVERIFY(page.contains(u"number") && page.contains(u"as of 14 Nov 2025"));
    const QString text = pages.join(u'\n');
    for (int i = 0; i < 200; ++i)
        QCOMPARE(text.count(u"R-%1"_s.arg(1000 + i)), 1);
    QVERIFY(pages.last().contains(u"SEK"));
    PaperTable empty;
    empty.title = u"Nothing"_s;
    QVERIFY(Pdf(tablePdf(empty)).text().contains(u"Nothing"));
}

void TestPdf::amountsAreNeverCut()
{
    PaperTable t;
    t.title = u"Wide"_s;
    QStringList row;
    for (int i = 0; i < 24; ++i) { // far more than a page is wide
        t.columns.push_back({u"some_long_heading_%1"_s.arg(i), i % 2 == 0});
        row += i % 2 == 0 ? u"-1,234,567,%1.00"_s.arg(100 + i) : u"2025-11-%1"_s.arg(i + 5, 2, 10, QChar(u'0'));
    }
    for (int r = 0; r < 600; ++r) // the widest number comes late
        t.rows.push_back(row);
    t.rows.back()[0] = u"-99,999,999,999,999.99"_s;
    t.rows.back()[1] = u"a text that is far too long for the room there is "_s.repeated(4);
    const Pdf pdf(tablePdf(t));
    QVERIFY(pdf.sound());
    const QString text = pdf.text();
    for (int i = 0; i < 24; ++i)
        QCOMPARE(text.count(row[i]), i < 2 ? 599 : 600);
    QVERIFY(text.contains(u"-99,999,999,999,999.99"));
    QVERIFY(text.contains(u"…") && !text.contains(u"there is a text"));
    PaperTable words;
    words.title = u"Words"_s;
    words.columns = {{u"aging"_s}};
    for (int lead = 0; lead < 12; ++lead) // the cut falls everywhere
        words.rows.push_back({QString(u"i"_s.repeated(lead) + u" 31–60 12,345,678"_s.repeated(12))});
    const QString aging = Pdf(tablePdf(words)).text();
    QVERIFY(aging.count(u"12,345,678") >= 12 && aging.contains(u"…"));
    QCOMPARE(aging.count(u"12,"), aging.count(u"12,345,678"));
}

void TestPdf::listsAsFilesOfPaper()
{
    QVERIFY(isListFile(u"a.pdf"_s) && isListFile(u"A.PDF"_s) && isListFile(u"a.xlsx"_s));
    QVERIFY(!isListFile(u"a.odt"_s) && !isListFile(u"pdf"_s));
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"items.pdf"_s);
    const Currency yen = *Currency::parse(std::string_view("JPY"));
    {
        TableFile file = listFile({}, path, u"Items"_s, u"Mine, as of 2025-11-14"_s, u"2 in SEK have no rate"_s);
        QVERIFY(file.open());
        file.writer().header({u"name"_s, u"amount"_s, u"of"_s, u"days"_s, u"on"_s});
        file.writer().row({TextCell{u"two\nlines"_s}, NumberCell{"-1234567.50", true}, MoneyCell{{1'250, yen}},
                           NumberCell{"1284"}, DateCell{day("2025-11-14")}});
        file.writer().row(
            {TextCell{u"none"_s}, NumberCell{"", true}, MoneyCell{{0, yen}, false}, NumberCell{""}, DateCell{}});
        QVERIFY(!QFile::exists(path)); // whole or not at all
        QVERIFY(file.commit());
    }
    QFile f(path);
    QVERIFY(f.open(QIODevice::ReadOnly));
    const Pdf pdf(f.readAll());
    QVERIFY(pdf.sound());
    const QString text = pdf.text();
    for (const QString& part : {u"Items"_s, u"Mine, as of 2025-11-14, 2 rows"_s, u"two lines"_s, u"-1,234,567.50"_s,
                                u"1,250"_s, u"1284"_s, u"2025-11-14"_s, u"none"_s, u"2 in SEK have no rate"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u'\n' + text));
    TableFile gone = listFile({}, dir.filePath(u"no/such.pdf"_s), {}, {});
    QCOMPARE(gone.open().error().code, ErrorCode::StorageFailed);
}

void TestPdf::fileNamesAreSafe()
{
    AccountStatement s;
    s.payerId = u"../C:017 ü"_s;
    s.day = day("2025-11-14");
    QCOMPARE(statementFileName(s), u"statement-___C_017__-2025-11-14.pdf"_s);
}

QTEST_MAIN(TestPdf)
#include "tst_pdf.moc"
