// A book read whole: the posted lines come back as they were written, also when they are read over two connections and
// handed from thread to thread in batches, whose last may be of a single short number.
#include "tests/core/store/storefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestBookReader : public QObject {
    Q_OBJECT
private slots:
    void numbersAreReadAsTheyWereWritten_data()
    {
        QTest::addColumn<int>("above"); // ids that are given out before
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("digits");
        // Ids above 20,000 are read on two threads, 4,096 invoices at a time.
        for (const int count : {1, 2, 3})
            for (const int digits : {1, 6, 15})
                QTest::addRow("%d of %d digits behind a gap", count, digits) << 30'000 << count << digits;
        for (const int count : {20'481, 24'577, 32'769})
            QTest::addRow("%d", count) << 0 << count << 6;
    }
    void numbersAreReadAsTheyWereWritten()
    {
        QFETCH(int, above);
        QFETCH(int, count);
        QFETCH(int, digits);
        QTemporaryDir dir;
        const QString path = dir.filePath(u"book.duedesk"_s);
        auto store = *BookStore::create(path, testInfo(), testActor());
        QVERIFY(store->load());
        if (above > 0)
            QVERIFY(store->lease(Table::Debit, above));
        auto staged = makeImport(*store->book(), 1, count);
        const auto number = [digits](int i) { return QString::number(i).rightJustified(digits, u'0').toStdString(); };
        for (int i = 0; i < count; ++i)
            staged->debits[std::size_t(i)].row.number = staged->text.keep(number(i));
        const auto done = store->commitImport(*staged, testActor());
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message()));
        store.reset();
        // Whether freed memory is written over in time is a matter of luck: several readings.
        for (int reading = 0; reading < 8; ++reading) {
            auto again = *BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
            const auto book = again->load();
            QVERIFY2(book, qPrintable(book ? QString() : book.error().message()));
            const Ledger& l = (*book)->ledger();
            QCOMPARE(l.debitCount, std::uint32_t(count));
            for (std::uint32_t row = 0; row < l.debitCount; ++row) {
                const auto [c, i] = l.debit(row);
                QCOMPARE(std::string(c->number[i]), number(int(row)));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBookReader)
#include "tst_bookreader.moc"
