// Every list of the command line as a workbook, opened by LibreOffice: numbers are numbers, days are days, texts are
// texts to the letter, and there is no formula and no link in any of them; and as comma-separated values, opened with the
// separator of any country. One run of LibreOffice for all files of a kind.
#include "core/base/clock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace duedesk;

namespace {

const QString odfOffice = u"urn:oasis:names:tc:opendocument:xmlns:office:1.0"_s;
const QString odfTable = u"urn:oasis:names:tc:opendocument:xmlns:table:1.0"_s;
const QString odfText = u"urn:oasis:names:tc:opendocument:xmlns:text:1.0"_s;

struct OpenedCell {
    QString type, value, text; // "float", "2923.72", "2,923.72"
};
struct Opened {
    QList<QList<OpenedCell>> rows; // without the empty cells and rows behind the last one
    int formulas = 0, links = 0;
};

// What stands in a cell: its type, its value, and its text with line breaks.
OpenedCell readCell(QXmlStreamReader& xml, Opened& into)
{
    const QXmlStreamAttributes a = xml.attributes();
    OpenedCell cell;
    cell.type = a.value(odfOffice, u"value-type"_s).toString();
    cell.value = a.value(odfOffice, cell.type == u"date" ? u"date-value"_s : u"value"_s).toString();
    into.formulas += a.hasAttribute(odfTable, u"formula"_s) ? 1 : 0;
    int paragraphs = 0;
    for (int depth = 1; depth > 0 && !xml.atEnd();) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            if (xml.name() == u"p" && paragraphs++ > 0)
                cell.text += u'\n';
            else if (xml.name() == u"s")
                cell.text += QString(std::max(1, xml.attributes().value(odfText, u"c"_s).toInt()), u' ');
            else if (xml.name() == u"tab")
                cell.text += u'\t';
            else if (xml.name() == u"a")
                ++into.links;
            break;
        case QXmlStreamReader::EndElement: --depth; break;
        case QXmlStreamReader::Characters:
            if (depth > 1 && !(xml.isWhitespace() && xml.text().contains(u'\n')))
                cell.text += xml.text();
            break;
        default: break;
        }
    }
    return cell;
}

Opened readSheet(const QString& path)
{
    Opened sheet;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sheet;
    QXmlStreamReader xml(&file);
    QList<OpenedCell> row;
    int repeats = 1;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.namespaceUri() != odfTable)
            continue;
        if (xml.isStartElement() && xml.name() == u"table-row") {
            row.clear();
            repeats = std::max(1, xml.attributes().value(odfTable, u"number-rows-repeated"_s).toInt());
        } else if (xml.isStartElement() && xml.name() == u"table-cell") {
            const int n = std::max(1, xml.attributes().value(odfTable, u"number-columns-repeated"_s).toInt());
            const OpenedCell cell = readCell(xml, sheet);
            for (int i = 0; i < n && n < 1000; ++i)
                row.append(cell);
        } else if (xml.isEndElement() && xml.name() == u"table-row") {
            while (!row.isEmpty() && row.last().type.isEmpty())
                row.removeLast();
            for (int i = 0; i < repeats && !row.isEmpty(); ++i)
                sheet.rows.append(row);
        }
    }
    return sheet;
}

// The records of a csv as `duedeskctl` prints it: RFC 4180.
QList<QStringList> readCsv(const QString& text)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
            rows.last().last() += text[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            rows.last().append(QString());
        else if (!quoted && c == u'\n')
            rows.append(QStringList{QString()});
        else
            rows.last().last() += c;
    }
    rows.removeLast();
    return rows;
}

} // namespace

class TestExports : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyList_data();
    void everyList();
    void noFormulaWithAnySeparator_data();
    void noFormulaWithAnySeparator();

private:
    struct View {
        QString name;
        QStringList command;
    };
    QString run(const QStringList& arguments, int expected = 0);
    QList<View> views();
    // Every file as a sheet in that folder; `filter` says how csv is read.
    void open(const QStringList& files, const QString& folder, const QStringList& filter = {});

    QTemporaryDir m_dir;
    QStringList m_book;
    QMap<QString, QString> m_csv; // by name, as the list is printed
};

QString TestExports::run(const QStringList& arguments, int expected)
{
    QProcess p;
    p.setWorkingDirectory(m_dir.path());
    p.start(QStringLiteral(DUEDESKCTL), m_book + arguments);
    p.waitForFinished(120'000);
    const QString err = QString::fromUtf8(p.readAllStandardError());
    if (p.exitCode() != expected)
        qWarning("%s: %d %s", qPrintable(arguments.join(u' ')), p.exitCode(), qPrintable(err));
    return expected == 0 ? QString::fromUtf8(p.readAllStandardOutput()) : err;
}

// The lists as the program itself names them, so that a new one is tested as soon as it is there. Those that ask for a
// customer get the one with the most to tell.
QList<TestExports::View> TestExports::views()
{
    static const QRegularExpression usage(u"usage: export (\\S+) "_s);
    const QStringList names = usage.match(run({u"export"_s}, 1)).captured(1).split(u'|');
    const QString customer = readCsv(run({u"calls"_s, u"--top"_s, u"1"_s})).value(1).value(2);
    QList<View> views;
    for (const QString& name : names) {
        const QString help = run({name, u"--help"_s});
        QStringList command{name};
        if (help.contains(u' ' + name + u" CUSTOMER"_s))
            command += customer;
        views.append({name, command});
        if (help.contains(u"--by"_s))
            views.append({name + u"-by-customer"_s, command + QStringList{u"--by"_s, u"customer"_s}});
        if (help.contains(u"--all"_s))
            views.append({name + u"-all"_s, command + QStringList{u"--all"_s}});
    }
    return views;
}

void TestExports::open(const QStringList& files, const QString& folder, const QStringList& filter)
{
    const QString office = QStandardPaths::findExecutable(u"soffice"_s);
    QVERIFY2(!office.isEmpty(), "soffice is not installed: ./dev deps (libreoffice-calc-nogui)");
    QProcess p; // with a home of its own, so that it runs beside any other
    QProcessEnvironment env = QProcessEnvironment::systemEnvironment();
    env.insert(u"HOME"_s, m_dir.path());
    p.setProcessEnvironment(env);
    p.setWorkingDirectory(m_dir.path());
    p.start(office, QStringList{u"-env:UserInstallation=file://"_s + m_dir.filePath(u"profile"_s), u"--headless"_s}
                        + filter + QStringList{u"--convert-to"_s, u"fods"_s, u"--outdir"_s, m_dir.filePath(folder)}
                        + files);
    QVERIFY(p.waitForFinished(300'000));
    QCOMPARE(QDir(m_dir.filePath(folder)).entryList({u"*.fods"_s}).size(), files.size());
}

void TestExports::initTestCase()
{
    m_book = {u"--book"_s,   m_dir.filePath(u"b.duedesk"_s),
              u"--now"_s,    u"2025-11-14T10:00:00Z"_s,
              u"--user"_s,   u"ana"_s,
              u"--format"_s, u"csv"_s};
    run({u"sample"_s});
    QFile hostile(m_dir.filePath(u"hostile.csv"_s));
    QVERIFY(hostile.open(QIODevice::WriteOnly));
    hostile.write("customer_id,name,tier\n"
                  "H1,=cmd|' /C "
                  "calc'!A0,+1\nH2,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",-2+3\nH3,@SUM(A1:A9),http://example.com\n"
                  "H4,2025-11-14,1250.00\nH5,007,TRUE\nH6,_x0041_ <b>&amp;,\xef\xbc\x9d"
                  "1\nH7,\"a, \"\"b\"\" c\",{=1}\n"
                  "H8,Acme;=1+1;x,a|=2+2\nH9,\"Acme\t=1+1\tx\",\"q;\"\"=3+3&\"\"\"\n"
                  "H10,\"Acme\n=HYPERLINK(\"\"http://x\"\",\"\"y\"\");z\",\"a;  =4+4\"\n");
    hostile.close();
    QFile owed(m_dir.filePath(u"owed.csv"_s));
    QVERIFY(owed.open(QIODevice::WriteOnly));
    owed.write("invoice_no,customer_id,invoice_date,due_date,currency,amount\n");
    for (int i = 1; i <= 10; ++i)
        owed.write(QByteArray("=X").append(QByteArray::number(i)) + ",H" + QByteArray::number(i)
                   + ",2025-09-01,2025-10-01,USD," + (i == 1 ? "9999999999999.99" : "12345.67") + "\n");
    owed.close();
    run({u"import"_s, u"hostile.csv"_s, u"owed.csv"_s});
    QStringList files;
    for (const View& v : views()) {
        m_csv[v.name] = run(v.command);
        run(QStringList{u"export"_s} + v.command + QStringList{u"--to"_s, v.name + u".xlsx"_s});
        files += v.name + u".xlsx"_s;
        run(QStringList{u"export"_s} + v.command + QStringList{u"--to"_s, v.name + u".csv"_s});
    }
    QVERIFY(files.size() >= 12);
    open(files, u"opened"_s);
}

void TestExports::everyList_data()
{
    QTest::addColumn<QString>("name");
    for (auto it = m_csv.keyBegin(); it != m_csv.keyEnd(); ++it)
        QTest::newRow(qPrintable(*it)) << *it;
}

void TestExports::everyList()
{
    QFETCH(QString, name);
    static const QRegularExpression decimal(u"^-?[0-9]+[.][0-9]{2,4}$"_s);
    const Opened sheet = readSheet(m_dir.filePath(u"opened/"_s + name + u".fods"_s));
    const QList<QStringList> csv = readCsv(m_csv[name]);
    QCOMPARE(sheet.formulas, 0);
    QCOMPARE(sheet.links, 0);
    QCOMPARE(sheet.rows.size(), csv.size());
    QVERIFY2(csv.size() > 1, "a list without rows shows nothing");
    for (qsizetype c = 0; c < csv[0].size(); ++c) {
        bool allDecimals = true, allTimes = true, some = false, texts = false;
        for (qsizetype r = 0; r < csv.size(); ++r) {
            const QString want = csv[r].value(c);
            const OpenedCell got = sheet.rows[r].value(c);
            const QByteArray where = u"%1 row %2: %3"_s.arg(csv[0][c]).arg(r).arg(want).toUtf8();
            if (got.type == u"float")
                QVERIFY2(std::abs(got.value.toDouble() - want.toDouble()) <= std::abs(want.toDouble()) * 1e-15,
                         where.constData());
            else if (got.type == u"date")
                QVERIFY2(got.text == want, where.constData());
            else
                QVERIFY2(got.text == want && (got.type == u"string" || want.isEmpty()),
                         QByteArray(where).append(" got ").append(got.text.toUtf8()).constData());
            if (r == 0 || want.isEmpty())
                continue;
            some = true;
            // Numbers beyond fifteen digits stay texts on purpose.
            texts = texts || (got.type == u"string" && QString(want).remove(QRegularExpression(u"\\D"_s)).size() <= 15);
            allDecimals = allDecimals && decimal.match(want).hasMatch();
            allTimes = allTimes && want.size() >= 10 && parseInstant(want);
        }
        // A column of amounts or of days is one in the workbook too.
        QVERIFY2(!(some && texts && (allDecimals || allTimes)), qPrintable(csv[0][c]));
    }
}

// The separator is the reader's: a semicolon in half of Europe, and what was chosen last time elsewhere.
void TestExports::noFormulaWithAnySeparator_data()
{
    QTest::addColumn<char>("separator");
    for (const char c : {',', ';', '\t', '|'})
        QTest::addRow("%d", c) << c;
}

void TestExports::noFormulaWithAnySeparator()
{
    QFETCH(char, separator);
    QFile control(m_dir.filePath(u"control.csv"_s)); // shows that a formula would be seen
    QVERIFY(control.open(QIODevice::WriteOnly));
    control.write(QByteArray("a") + separator + "=1+1\n");
    control.close();
    QStringList files{u"control.csv"_s};
    for (auto it = m_csv.keyBegin(); it != m_csv.keyEnd(); ++it)
        files += *it + u".csv"_s;
    const QString folder = u"by%1"_s.arg(int(separator));
    open(files, folder, {u"--infilter=CSV:%1,34,76"_s.arg(int(separator))});
    for (const QString& file : files) {
        const Opened sheet = readSheet(m_dir.filePath(folder + u'/' + file.chopped(4) + u".fods"_s));
        QVERIFY2(sheet.rows.size() >= 1, qPrintable(file));
        QVERIFY2(sheet.formulas == (file == u"control.csv" ? 1 : 0), qPrintable(file));
    }
}

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
