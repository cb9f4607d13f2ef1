// Ctrl+E on every page: what is on show goes to the file that was named, and the window says so.
#include "tests/flows/flowfixture.h"
#include "ui/pages/account/timelineview.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/tabledress.h"

#include <QFile>
#include <QListView>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestExport : public QObject {
    Q_OBJECT
private slots:
    void everyListPage_data();
    void everyListPage();
    void theTimeline();
    void aMissingEndingAndARefusal();
    void neverOverTheBook();

private:
    static QByteArray contentOf(const QString& path)
    {
        QFile f(path);
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("no file");
    }
    static bool said(Flow& f, const QString& words)
    {
        return QTest::qWaitFor([&] { return f.window->undoBar()->text().contains(words); }, 5000);
    }
};

void TestExport::everyListPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("inHeader");
    QTest::newRow("today") << u"today"_s << u"Customer"_s;
    QTest::newRow("accounts") << u"accounts"_s << u"Open"_s;
    QTest::newRow("items") << u"items"_s << u"Due"_s;
    QTest::newRow("imports") << u"imports"_s << u"Files"_s;
}

void TestExport::everyListPage()
{
    QFETCH(QString, page);
    QFETCH(QString, inHeader);
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(page);
    QVERIFY(QTest::qWaitFor([&] {
        const auto* t = qobject_cast<TableDress*>(f.page()->listWidget());
        return t && t->bookModel()->rowCount() > 0;
    }));
    const auto* table = qobject_cast<TableDress*>(f.page()->listWidget());
    for (const QString& ending : {u".csv"_s, u".xlsx"_s, u".pdf"_s}) {
        const QString path = f.dir.filePath(page + ending);
        f.prompter.saves.push_back(path);
        f.key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(said(f, u"written to "_s + path), qPrintable(f.window->undoBar()->text()));
    }
    const QByteArray csv = contentOf(f.dir.filePath(page + u".csv"_s));
    QCOMPARE(csv.count("\r\n"), table->bookModel()->rowCount() + 1);
    QVERIFY(csv.left(csv.indexOf('\r')).contains(inHeader.toUtf8()));
    QVERIFY(csv.left(csv.indexOf('\r')).endsWith(",duedesk_guarded"));
    QVERIFY(contentOf(f.dir.filePath(page + u".pdf"_s)).startsWith("%PDF-"));
}

void TestExport::theTimeline()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openAccount(f.workbench->book()->customers()[f.workbench->insights()->calls.rows.front().payer].id);
    auto* timeline = f.page()->findChild<TimelineView*>();
    QVERIFY(timeline);
    QVERIFY(QTest::qWaitFor([&] { return timeline->model()->rowCount() > 0; }));
    timeline->list()->setFocus();
    const QString path = f.dir.filePath(u"timeline.csv"_s);
    f.prompter.saves.push_back(path);
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(said(f, u"written to "_s + path));
    const QByteArray csv = contentOf(path);
    QVERIFY(csv.startsWith("Day,Time (UTC),What,Who,"));
    QVERIFY(csv.count("\r\n") > timeline->model()->rowCount()); // notes may have lines of their own
}

void TestExport::aMissingEndingAndARefusal()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(u"accounts"_s);
    QVERIFY(QTest::qWaitFor(
        [&] { return qobject_cast<TableDress*>(f.page()->listWidget())->bookModel()->rowCount() > 0; }));
    f.prompter.saves = {f.dir.filePath(u"plain"_s), f.dir.filePath(u"plain"_s), f.dir.filePath(u"no/such.csv"_s)};
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(said(f, u"plain.xlsx"_s));
    QVERIFY(contentOf(f.dir.filePath(u"plain.xlsx"_s)).startsWith("PK"));
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(said(f, u"exists already"_s));
    f.key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(said(f, u"make it, or choose another"_s));
}

// The dialog for a name may be led to the book by a link, and to a file of its own.
void TestExport::neverOverTheBook()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(u"accounts"_s);
    QVERIFY(QTest::qWaitFor(
        [&] { return qobject_cast<TableDress*>(f.page()->listWidget())->bookModel()->rowCount() > 0; }));
    const QString book = f.workbench->path();
    for (const QString& ending : {QString(), u"-wal"_s, u".wlock"_s}) {
        const QString link = f.dir.filePath(u"soft.csv"_s);
        QFile::remove(link);
        QVERIFY(QFile::link(book + ending, link));
        const QByteArray before = contentOf(book);
        f.prompter.saves.push_back(link);
        f.key(Qt::Key_E, Qt::ControlModifier);
        QVERIFY2(said(f, u"the book"_s), qPrintable(f.window->undoBar()->text()));
        QCOMPARE(contentOf(book), before);
        QVERIFY(QFileInfo(link).isSymLink());
    }
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
