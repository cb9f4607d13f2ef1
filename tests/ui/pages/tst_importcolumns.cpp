#include "tests/support/bookmaker.h"
#include "ui/models/booktablemodel.h"
#include "ui/models/columns/importcolumns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestImportColumns : public QObject {
    Q_OBJECT
private slots:
    void batchesNewestFirst()
    {
        BookMaker m;
        ImportBatch first;
        first.at = 1'763'000'000'000;
        first.user = u"ana"_s;
        ImportedFile invoices, payments;
        invoices.name = u"inv.csv"_s;
        invoices.kind = u"invoices"_s;
        invoices.rows = 1200;
        invoices.added = 1190;
        invoices.rejected = 10;
        payments = invoices;
        payments.name = u"pay.csv"_s;
        payments.kind = u"payments"_s;
        first.files = {invoices, payments};
        m.add(first);
        ImportBatch second;
        second.at = first.at + 60'000;
        second.retractedBy = OperationId(7);
        m.add(second);
        const BookPtr book = m.build();
        BookTableModel model(importColumns(),
                             [](const Book& b, std::uint32_t row) { return b.rows<ImportBatch>()[row].id.value; });
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(book, importRows(*book));
        QCOMPARE(model.rowCount(), 2);
        const auto cell = [&](int line, const char* column) {
            return model.text(line, model.columnOf(QString::fromLatin1(column)));
        };
        QCOMPARE(cell(0, "state"), u"undone"_s);
        QCOMPARE(cell(1, "state"), u"in the book"_s);
        QCOMPARE(cell(1, "files"), u"inv.csv, pay.csv"_s);
        QCOMPARE(cell(1, "kinds"), u"invoices, payments"_s);
        QCOMPARE(cell(1, "rows"), u"2,400"_s);
        QCOMPARE(cell(1, "added"), u"2,380"_s);
        QCOMPARE(cell(1, "rejected"), u"20"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportColumns)
#include "tst_importcolumns.moc"
