#include "tests/support/bookmaker.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/columns/itemcolumns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestItemColumns : public QObject {
    Q_OBJECT
    BookPtr m_book;
    Date m_day = day("2025-11-14");

    static std::int64_t idOf(const Book& book, const ItemBoxPtr& box, std::uint32_t item)
    {
        const auto [c, i] = book.ledger().debit(box->now->debitRow(item));
        return c->id[i];
    }

private slots:
    void initTestCase()
    {
        BookMaker m;
        m.customer("C1").name = u"Harbor Lines"_s;
        m.customer("C2").name = u"Atlas"_s;
        m.rate("EUR", "2025-01-01", "1.25");
        auto& late = m.invoice("C1", "20000.00", "2025-06-21", "2025-07-21"); // 116 days
        late.number = "INV-1";
        auto& part = m.invoice("C1", "8400.00", "2025-09-28", "2025-10-28"); // 17 days
        part.number = "INV-2";
        m.pay(part, "2190.00", "2025-10-31");
        auto& foreign = m.invoice("C2", "100.00 EUR", "2025-10-20", "2025-11-19"); // current
        foreign.number = "INV-3";
        auto& paid = m.invoice("C2", "50.00", "2025-01-01", "2025-01-31");
        m.pay(paid, "50.00", "2025-02-01");
        m.invoice("C2", "70.00 SEK", "2025-10-01", "2025-10-31").number = "INV-4"; // no rate
        m.dispute(late, "2025-11-01");
        InvoiceMark mark;
        mark.customer = m.customer("C1").id;
        mark.debit = part;
        mark.late = LateReason::Po;
        mark.day = day("2025-11-12");
        mark.user = u"ana"_s;
        mark.note = u"wants  4711"_s;
        m.add(mark);
        m_book = m.build();
    }
    void openItemsAsText()
    {
        auto box = std::make_shared<ItemBox>();
        box->now = std::make_shared<const ItemFigures>(m_book, m_day, nullptr);
        BookTableModel model(itemColumns(box, true),
                             [box](const Book& b, std::uint32_t item) { return idOf(b, box, item); });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(m_book, box->now->all());
        QCOMPARE(model.rowCount(), 4);
        const auto cell = [&](int line, const char* column) {
            return model.text(line, model.columnOf(QString::fromLatin1(column)));
        };
        QCOMPARE(cell(0, "number"), u"INV-1"_s);
        QCOMPARE(cell(0, "days_past_due"), u"116"_s);
        QCOMPARE(cell(0, "bucket"), u"90+"_s);
        QCOMPARE(cell(0, "disputed"), u"20,000.00"_s);
        QCOMPARE(cell(0, "state"), u"disputed"_s);
        QCOMPARE(cell(1, "amount"), u"8,400.00"_s);
        QCOMPARE(cell(1, "open"), u"6,210.00"_s);
        QCOMPARE(cell(1, "state"), u"part paid"_s);
        QCOMPARE(cell(2, "currency"), u"EUR"_s);
        QCOMPARE(cell(2, "open_base"), u"125.00"_s);
        QCOMPARE(cell(2, "days_past_due"), u"\u22125"_s);
        QCOMPARE(cell(2, "bucket"), u"current"_s);
        QCOMPARE(cell(3, "open_base"), u"no rate"_s); // never 1
        QCOMPARE(cell(0, "expected"), QString());     // no model, no claim
        QCOMPARE(cell(0, "why_late"), QString());
        QCOMPARE(cell(1, "why_late"), u"PO"_s);
        QCOMPARE(itemLateText(*box->now, 1), u"PO \u00b7 12 Nov 2025 \u00b7 ana \u00b7 wants 4711"_s);
        const ItemFigures before(m_book, day("2025-11-11"), nullptr); // nobody knew yet
        QCOMPARE(itemLateText(before, 1), QString());
    }
    void sortsByFigureAndSumsInBase()
    {
        auto box = std::make_shared<ItemBox>();
        box->now = std::make_shared<const ItemFigures>(m_book, m_day, nullptr);
        BookTableModel model(itemColumns(box, true),
                             [box](const Book& b, std::uint32_t item) { return idOf(b, box, item); });
        model.setRows(m_book, box->now->all());
        model.sort(model.columnOf(u"open_base"_s), Qt::DescendingOrder);
        QCOMPARE(model.text(0, model.columnOf(u"number"_s)), u"INV-1"_s);
        QCOMPARE(model.text(1, model.columnOf(u"number"_s)), u"INV-2"_s);
        QCOMPARE(box->now->totalBase(box->now->all()), 2'000'000 + 621'000 + 12'500);
    }
    void onlyOnePayersItems()
    {
        const ItemFigures f(m_book, m_day, nullptr, m_book->customerByExternalId(u"C1"_s));
        QCOMPARE(f.size(), 2U);
        QCOMPARE(f.open(0), 2'000'000);
    }
    void itemsOfDebitRows()
    {
        const ItemFigures f(m_book, m_day, nullptr);
        QCOMPARE(f.itemsOf({f.debitRow(1), f.debitRow(3)}), (std::vector<std::uint32_t>{1, 3}));
        QCOMPARE(f.itemsOf({}), std::vector<std::uint32_t>());
    }
    void withoutCustomerOnItsOwnPage()
    {
        auto box = std::make_shared<ItemBox>();
        const std::vector<Column> columns = itemColumns(box, false);
        QCOMPARE(columns.front().id, u"tick"_s);
        QCOMPARE(columns[1].id, u"number"_s);
    }
};

QTEST_GUILESS_MAIN(TestItemColumns)
#include "tst_itemcolumns.moc"
