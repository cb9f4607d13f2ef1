// Files of tables: the kind by the name, whole or not at all, and errors that name the path, the cause and what helps.
#include "core/exchange/tablefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// Writes `rows` lines of text to the path.
Result<Written> written(const QString& path, int rows = 2)
{
    TableFile file({}, path, tableFormatOf(path).value(), u"Items"_s);
    if (const Outcome o = file.open(); !o)
        return fail(o.error());
    file.writer().header({u"n"_s, u"text"_s});
    for (int i = 0; i < rows; ++i)
        file.writer().row({NumberCell{std::to_string(i)}, TextCell{u"=row <"_s + QString::number(i * 7919) + u'>'}});
    return file.commit();
}

QByteArray contentOf(const QString& path)
{
    QFile f(path);
    return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("no file");
}

// No file of this process grows beyond so many bytes while it lives, as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_before{};
};

} // namespace

class TestTableFile : public QObject {
    Q_OBJECT
private slots:
    void theEndingSaysTheKind()
    {
        QCOMPARE(tableFormatOf(u"/a/b.CSV"_s), TableFormat::Csv);
        QCOMPARE(tableFormatOf(u"b.v2.xlsx"_s), TableFormat::Xlsx);
        QCOMPARE(tableFormatOf(u"b.json"_s), TableFormat::Json);
        QCOMPARE(tableFormatOf(u"b.htm"_s), TableFormat::Html);
        for (const QString& other : {u"b"_s, u"b.xls"_s, u"csv"_s, u"b.csv/"_s})
            QVERIFY2(!tableFormatOf(other), qPrintable(other));
    }
    void eachKind()
    {
        const QTemporaryDir dir;
        for (const QString& name : {u"a.csv"_s, u"a.xlsx"_s, u"a.json"_s, u"a.html"_s})
            QVERIFY(written(dir.filePath(name)));
        QCOMPARE(contentOf(dir.filePath(u"a.csv"_s)),
                 QByteArray("n,text,duedesk_guarded\r\n0,'=row <0>,\r\n1,'=row <7919>,\r\n"));
        QVERIFY(contentOf(dir.filePath(u"a.xlsx"_s)).startsWith("PK\x03\x04"));
        QVERIFY(contentOf(dir.filePath(u"a.json"_s)).contains("{\"n\":\"1\",\"text\":\"=row <7919>\"}"));
        const QByteArray html = contentOf(dir.filePath(u"a.html"_s));
        QVERIFY(html.contains("<td class=\"n\">1</td><td>=row &lt;7919&gt;</td>"));
        QVERIFY(html.endsWith("</html>\n"));
    }
    void placesThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("remedy");
        QTest::newRow("missing folder") << u"gone/a.xlsx"_s << u"make it, or choose another"_s;
        QTest::newRow("a folder of that name") << u"folder.csv"_s << u"name a file in it"_s;
        QTest::newRow("a file as folder") << u"file.txt/a.csv"_s << u"is not a folder"_s;
        QTest::newRow("up and away") << u"../no-such/../a/b.html"_s << u"make it"_s;
    }
    void placesThatCannotBeWritten()
    {
        QFETCH(QString, path);
        QFETCH(QString, remedy);
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"folder.csv"_s));
        QFile file(dir.filePath(u"file.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Result<Written> o = written(dir.filePath(path));
        QVERIFY(!o);
        QCOMPARE(o.error().code, ErrorCode::StorageFailed);
        QCOMPARE(o.error().file, dir.filePath(path));
        QVERIFY2(say(o.error().remedy).contains(remedy), qPrintable(o.error().message()));
        QVERIFY2(say(o.error().what).startsWith(u"cannot be written: "_s) && say(o.error().what).size() > 22,
                 qPrintable(say(o.error().what)));
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size(), 2);
    }
    void readOnlyPlaces()
    {
        // Even the superuser makes no file in the kernel's own tree.
        const Result<Written> o = written(u"/sys/kernel/duedesk.csv"_s);
        QVERIFY(!o);
        QCOMPARE(o.error().code, ErrorCode::StorageFailed);
        QCOMPARE(o.error().file, u"/sys/kernel/duedesk.csv"_s);
        QVERIFY(!o.error().remedy.isEmpty());
    }
    void onAFullDiskTheFileOfBeforeStays_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* n : {"a.csv", "a.xlsx", "a.json", "a.html"})
            QTest::newRow(n) << QString::fromLatin1(n);
    }
    void onAFullDiskTheFileOfBeforeStays()
    {
        QFETCH(QString, name);
        const QTemporaryDir dir;
        const QString path = dir.filePath(name);
        QVERIFY(written(path, 3));
        const QByteArray before = contentOf(path);
        QVERIFY(written(path, 5'000));
        const auto whole = QFile(path).size();
        int refused = 0;
        for (const rlim_t bytes : {0, 1, 700, 4'095, 4'096, 9'000, 40'000, 70'000, 100'000, 200'000, 300'000, 390'000,
                                   400'000, 410'000, 420'000, 450'000}) {
            QFile::remove(path);
            QVERIFY(written(path, 3));
            const QByteArray old = contentOf(path);
            Result<Written> o;
            {
                const SmallDisk disk(bytes);
                o = written(path, 5'000);
            }
            if (o) { // it fitted: then it is all there
                QVERIFY(qAbs(QFile(path).size() - whole) < 16);
                continue;
            }
            ++refused;
            QCOMPARE(o.error().code, ErrorCode::StorageFailed);
            QCOMPARE(o.error().file, path);
            QVERIFY(!o.error().remedy.isEmpty());
            QCOMPARE(contentOf(path), old);
        }
        QVERIFY(refused >= 7);
        QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    }
};

QTEST_GUILESS_MAIN(TestTableFile)
#include "tst_tablefile.moc"
