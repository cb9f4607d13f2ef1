#include "tests/support/bookmaker.h"
#include "tests/ui/pages/insightsof.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/columns/accountcolumns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccountColumns : public QObject {
    Q_OBJECT
private slots:
    void payersAsText()
    {
        BookMaker m;
        Customer& c1 = m.customer("C1");
        c1.name = u"Harbor Lines"_s;
        c1.tier = u"Key"_s;
        c1.owner = u"Ana"_s;
        c1.creditLimit = 2'000'000;
        Customer& site = m.customer("C1-S");
        site.name = u"Harbor Lines Site"_s;
        site.payer = c1.id;
        m.customer("C2").name = u"Atlas"_s;
        m.invoice("C1", "20000.00", "2025-06-21", "2025-07-21");   // 116 days
        m.invoice("C1-S", "5000.00", "2025-10-20", "2025-11-19"); // current, of the site
        const BookPtr book = m.build();
        const Date d = day("2025-11-14");
        const InsightsPtr in = insightsOf(book, d);
        auto box = std::make_shared<AccountBox>();
        box->now = std::make_shared<const AccountFigures>(book, d, in->calls);
        BookTableModel model(accountColumns(box),
                             [](const Book& b, std::uint32_t row) { return b.customers()[row].id.value; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(book, box->now->payers());
        QCOMPARE(model.rowCount(), 2); // the site stands under its payer
        model.sort(model.columnOf(u"open"_s), Qt::DescendingOrder);
        const auto cell = [&](int line, const char* column) {
            return model.text(line, model.columnOf(QString::fromLatin1(column)));
        };
        QCOMPARE(cell(0, "name"), u"Harbor Lines"_s);
        QCOMPARE(cell(0, "open"), u"25,000.00"_s);
        QCOMPARE(cell(0, "past_due"), u"20,000.00"_s);
        QCOMPARE(cell(0, "tbc"), u"20,000.00"_s);
        QCOMPARE(cell(0, "oldest"), u"116 d"_s);
        QCOMPARE(cell(0, "limit_left"), u"\u22125,000"_s);
        QCOMPARE(cell(0, "lane"), laneTitle(Lane::BigAndLate));
        QCOMPARE(cell(0, "aging"), u"current 5,000, 90+ 20,000"_s);
        QCOMPARE(cell(1, "name"), u"Atlas"_s);
        QCOMPARE(cell(1, "open"), QString()); // nothing is not "0.00"
        QCOMPARE(cell(1, "limit_left"), QString());
        QCOMPARE(box->now->totalOpen(), 2'500'000);
    }
};

QTEST_GUILESS_MAIN(TestAccountColumns)
#include "tst_accountcolumns.moc"
