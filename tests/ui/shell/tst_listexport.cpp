// A list to a file: what is shown in the order it is shown, types kept, the window free meanwhile, nothing half-written.
#include "tests/support/bookmaker.h"
#include "ui/models/format.h"
#include "ui/shell/listexport.h"
#include "ui/widgets/tabledress.h"

#include <QFile>
#include <QHeaderView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Currency usd = *Currency::parse(std::string_view("USD"));

Column column(const QString& id, const QString& title, CellKind kind, Column::TextOf text, bool sorts = false)
{
    Column c{.id = id, .title = title, .kind = kind};
    c.text = std::move(text);
    if (sorts)
        c.key = [](const Book&, std::uint32_t r) { return std::int64_t(r); };
    return c;
}

std::vector<Column> columns()
{
    std::vector<Column> out;
    out.push_back(column(u"name"_s, u"Customer"_s, CellKind::Text,
                         [](const Book& b, std::uint32_t r) { return b.customers()[r].name; }));
    out.push_back(column(
        u"open"_s, u"Open"_s, CellKind::Figure,
        [](const Book& b, std::uint32_t r) { return amountText(b.customers()[r].creditLimit.value_or(0), usd); },
        true));
    out.back().cell = [](const Book& b, std::uint32_t r) -> Cell {
        return MoneyCell{{b.customers()[r].creditLimit.value_or(0), usd}};
    };
    out.push_back(column(u"chips"_s, u"Why"_s, CellKind::Chips,
                         [](const Book&, std::uint32_t) { return u"late\nbroken promise"_s; }));
    return out;
}

std::int64_t idOf(const Book& b, std::uint32_t r) { return b.customers()[r].id.value; }

QString inFile(const Column& c)
{
    static const BookPtr empty = BookMaker().build();
    return QString::fromStdString(plainText(fileCell(c, *empty, 0)));
}

} // namespace

class TestListExport : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aFileGetsValues();
    void whatIsShownInTheOrderItIsShown();
    void newContentStartsAgain();
    void stoppedLeavesTheFileOfBefore();
    void aPlaceThatCannotBeWritten();

private:
    QByteArray contentOf(const QString& name) const
    {
        QFile f(m_dir.filePath(name));
        return f.open(QIODevice::ReadOnly) ? f.readAll() : QByteArray("no file");
    }
    std::vector<std::uint32_t> all() const
    {
        std::vector<std::uint32_t> rows(m_book->customers().size());
        for (std::uint32_t i = 0; i < rows.size(); ++i)
            rows[i] = i;
        return rows;
    }
    QTemporaryDir m_dir;
    BookPtr m_book;
};

void TestListExport::initTestCase()
{
    BookMaker m;
    for (int i = 0; i < 30'000; ++i) {
        Customer& c = m.customer("C" + std::to_string(i));
        c.name = u"=Name "_s + QString::number(i);
        c.creditLimit = i == 1 ? -123'456 : 100 * i;
    }
    m_book = m.build();
}

// A value is given, never read back out of what is shown; a text that happens to look like one stays a text.
void TestListExport::aFileGetsValues()
{
    for (const QString& text : {u"116 d"_s, u"2025-11-04"_s, u"4 Nov 2025"_s, u"1,250.00"_s})
        QCOMPARE(inFile(column(
                     u"x"_s, u"X"_s, CellKind::Figure, [=](const Book&, std::uint32_t) { return text; }, true)),
                 text);
    Column c = column(u"x"_s, u"X"_s, CellKind::Figure, [](const Book&, std::uint32_t) { return u"116 d"_s; });
    c.cell = [](const Book&, std::uint32_t) { return countCell(116); };
    QCOMPARE(inFile(c), u"116"_s);
    c.cell = [](const Book&, std::uint32_t) { return countCell(0); };
    QCOMPARE(inFile(c), QString());
    c.cell = [](const Book&, std::uint32_t) -> Cell { return DateCell{*Date::fromCivil(2025, 11, 4)}; };
    QCOMPARE(inFile(c), u"2025-11-04"_s);
}

void TestListExport::whatIsShownInTheOrderItIsShown()
{
    BookTableModel model(columns(), idOf);
    TableDress table(&model, u"Accounts"_s);
    model.setRows(m_book, {2, 0, 1});
    model.sort(1, Qt::DescendingOrder); // by row: 2, 1, 0
    table.horizontalHeader()->moveSection(1, 0);
    table.setColumnHidden(2, true);
    ListExport job;
    QSignalSpy done(&job, &ListExport::finished), progress(&job, &ListExport::progress);
    job.start([&] { return table.content(); }, {}, m_dir.filePath(u"shown.csv"_s));
    QVERIFY(job.isRunning());
    QVERIFY(done.wait());
    QCOMPARE(done.at(0).at(0).toInt(), 3);
    QCOMPARE(contentOf(u"shown.csv"_s), QByteArray("Open,Customer,duedesk_guarded\r\n2.00,'=Name 2,\r\n"
                                                   "-1234.56,'=Name 1,\r\n0.00,'=Name 0,\r\n"));
    QCOMPARE(progress.last().at(0).toDouble(), -1.0);
    QVERIFY(!job.isRunning());
}

void TestListExport::newContentStartsAgain()
{
    BookTableModel model(columns(), idOf);
    TableDress table(&model, u"Accounts"_s);
    model.setRows(m_book, all());
    ListExport job;
    QSignalSpy done(&job, &ListExport::finished), progress(&job, &ListExport::progress);
    job.start([&] { return table.content(); }, {}, m_dir.filePath(u"again.csv"_s));
    QVERIFY(QTest::qWaitFor([&] { return progress.size() > 2; }, 5000)); // in the midst of it
    QCOMPARE(done.size(), 0);
    model.setRows(m_book, {7, 5});
    QVERIFY(done.wait());
    QCOMPARE(done.at(0).at(0).toInt(), 2);
    QCOMPARE(contentOf(u"again.csv"_s).count("\r\n"), 3);
    QVERIFY(contentOf(u"again.csv"_s).contains("'=Name 7"));
}

void TestListExport::stoppedLeavesTheFileOfBefore()
{
    BookTableModel model(columns(), idOf);
    TableDress table(&model, u"Accounts"_s);
    model.setRows(m_book, all());
    QFile before(m_dir.filePath(u"kept.xlsx"_s));
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("before") == 6);
    before.close();
    const auto source = [&] { return table.content(); };
    {
        ListExport job;
        QSignalSpy failed(&job, &ListExport::failed), progress(&job, &ListExport::progress);
        job.start(source, {}, before.fileName());
        QVERIFY(QTest::qWaitFor([&] { return progress.size() > 2; }, 5000));
        job.cancel();
        QVERIFY(failed.wait());
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::Cancelled);
        QCOMPARE(contentOf(u"kept.xlsx"_s), QByteArray("before"));
        job.start(source, {}, before.fileName()); // and it goes with the window
    }
    QCOMPARE(contentOf(u"kept.xlsx"_s), QByteArray("before"));
    ListExport job;
    QSignalSpy done(&job, &ListExport::finished);
    job.start(source, {}, before.fileName());
    QVERIFY(done.wait(20'000));
    QCOMPARE(done.at(0).at(0).toInt(), 30'000);
    QVERIFY(contentOf(u"kept.xlsx"_s).startsWith("PK"));
}

void TestListExport::aPlaceThatCannotBeWritten()
{
    BookTableModel model(columns(), idOf);
    TableDress table(&model, u"Accounts"_s);
    model.setRows(m_book, all());
    ListExport job;
    QSignalSpy failed(&job, &ListExport::failed);
    job.start([&] { return table.content(); }, {}, m_dir.filePath(u"gone/a.xlsx"_s));
    QVERIFY(failed.wait());
    const Error e = failed.at(0).at(0).value<Error>();
    QCOMPARE(e.code, ErrorCode::StorageFailed);
    QCOMPARE(e.file, m_dir.filePath(u"gone/a.xlsx"_s));
    QVERIFY(!job.isRunning());
}

QTEST_MAIN(TestListExport)
#include "tst_listexport.moc"
