#include "tests/support/bookmaker.h"
#include "ui/models/booktablemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestBookTableModel : public QObject {
    Q_OBJECT
    BookPtr m_book;
    static std::vector<Column> columns()
    {
        Column name;
        name.id = u"name"_s;
        name.title = u"Customer"_s;
        name.text = [](const Book& b, std::uint32_t r) { return b.customers()[r].name; };
        Column tier = name;
        tier.id = u"tier"_s;
        tier.title = u"Tier"_s;
        tier.text = [](const Book& b, std::uint32_t r) { return b.customers()[r].tier; };
        Column limit = name;
        limit.id = u"limit"_s;
        limit.title = u"Limit"_s;
        limit.kind = CellKind::Figure;
        limit.text = [](const Book& b, std::uint32_t r) {
            return QString::number(b.customers()[r].creditLimit.value_or(0));
        };
        limit.key = [](const Book& b, std::uint32_t r) { return b.customers()[r].creditLimit.value_or(0); };
        return {name, tier, limit};
    }
    static std::int64_t idOf(const Book& b, std::uint32_t r) { return b.customers()[r].id.value; }

private slots:
    void initTestCase()
    {
        BookMaker m;
        const auto add = [&](const char* id, const QString& name, const QString& tier, std::int64_t limit) {
            Customer& c = m.customer(id);
            c.name = name;
            c.tier = tier;
            c.creditLimit = limit;
        };
        add("1", u"Summit"_s, u"Key"_s, 50);
        add("2", u"atlas"_s, u"Small"_s, -7);
        add("3", u"Orion"_s, u"Key"_s, 900);
        m_book = m.build();
    }

    void keepsTheRulesOfModels()
    {
        BookTableModel model(columns(), idOf);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setRows(m_book, {0, 1, 2});
        model.sort(0);
        model.setRows(m_book, {2});
        model.setRows(m_book, {});
        model.sort(-1);
    }

    // A name that turns the direction of text would show "gnp.exe" as "exe.png".
    void namesAreShownSafely()
    {
        BookMaker m;
        m.customer("1").name = u"Evil \u202egnp.exe\u001b"_s;
        BookTableModel model(columns(), idOf);
        model.setRows(m.build(), {0});
        for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)})
            QVERIFY(model.index(0, 0).data(role).toString().endsWith(u"Evil \\u202egnp.exe\\u001b"_s));
    }
    void showsTheOrderItIsGiven()
    {
        BookTableModel model(columns(), idOf);
        QSignalSpy resets(&model, &BookTableModel::modelReset);
        model.setRows(m_book, {2, 0, 1});
        QCOMPARE(resets.size(), 1);
        QCOMPARE(model.dump(), u"Orion | Key | 900\nSummit | Key | 50\natlas | Small | -7\n"_s);
        QCOMPARE(model.lineOf(m_book->customers()[0].id.value), 1);
        QCOMPARE(model.lineOf(4711), -1);
        QCOMPARE(model.columnOf(u"limit"_s), 2);
    }

    void sortsByKeyAndByTextAndBack()
    {
        BookTableModel model(columns(), idOf);
        model.setRows(m_book, {2, 0, 1});
        model.sort(2);
        QCOMPARE(model.order(), (std::vector<std::uint32_t>{1, 0, 2}));
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(model.order(), (std::vector<std::uint32_t>{2, 0, 1}));
        model.sort(0); // capitals do not come first
        QCOMPARE(model.order(), (std::vector<std::uint32_t>{1, 2, 0}));
        model.sort(1); // equal tiers keep the order they came in
        QCOMPARE(model.order(), (std::vector<std::uint32_t>{2, 0, 1}));
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"Tier \u2191"_s);
        model.sort(-1);
        QCOMPARE(model.order(), (std::vector<std::uint32_t>{2, 0, 1}));
    }

    void aNewOrderKeepsTheSort()
    {
        BookTableModel model(columns(), idOf);
        model.setRows(m_book, {0, 2});
        model.sort(2, Qt::DescendingOrder);
        const auto before = model.generation();
        model.setRows(m_book, {0, 1, 2});
        QCOMPARE(model.order(), (std::vector<std::uint32_t>{2, 0, 1}));
        QVERIFY(model.generation() > before);
    }

    void aMillionRowsAreOnlyNumbers()
    {
        BookTableModel model(columns(), idOf);
        std::vector<std::uint32_t> order(1'000'000);
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = std::uint32_t(i % 3);
        model.setRows(m_book, order);
        QCOMPARE(model.rowCount(), 1'000'000);
        model.sort(2, Qt::DescendingOrder);
        QCOMPARE(model.text(0, 0), u"Orion"_s);
        QCOMPARE(model.text(999'999, 0), u"atlas"_s);
    }

    void saysValuesWithTheirHeading()
    {
        BookTableModel model(columns(), idOf);
        model.setRows(m_book, {1});
        QCOMPARE(model.data(model.index(0, 1), Qt::AccessibleTextRole).toString(), u"Tier: Small"_s);
        QCOMPARE(model.data(model.index(0, 2), Qt::TextAlignmentRole).value<Qt::Alignment>(),
                 Qt::AlignRight | Qt::AlignVCenter);
        QVERIFY(!model.data(QModelIndex()).isValid());
    }
};

QTEST_GUILESS_MAIN(TestBookTableModel)
#include "tst_booktablemodel.moc"
