#include "tests/support/bookmaker.h"
#include "ui/models/columns/keptcolumns.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

// Promises of 100 judged by 14 Nov 2025: A kept one of two (ana, ben), B one of two (ana, nobody named), and one of A
// was judged more than 90 days ago.
class TestKeptColumns : public QObject {
    Q_OBJECT
private slots:
    void ratesByWhoMadeAndTookThem();
    void nothingJudgedIsNothing();

private:
    static void promise(BookMaker& m, const char* customer, const char* madeOn, const char* promisedFor,
                        const QString& clerk, bool kept)
    {
        auto& invoice = m.invoice(customer, "100.00", "2025-01-02", "2025-02-01");
        if (kept)
            m.pay(invoice, "100.00", promisedFor);
        Promise p;
        p.customer = m.customer(customer).id;
        p.currency = m.base();
        p.amount = 10000;
        p.lines = {{invoice, 10000}};
        p.madeOn = day(madeOn);
        p.promisedFor = day(promisedFor);
        p.takenBy = clerk;
        m.add(p);
    }
};

void TestKeptColumns::ratesByWhoMadeAndTookThem()
{
    BookMaker m;
    m.customer("A").name = u"Atlas"_s;
    m.customer("B").name = u"Birch"_s;
    m.customer("B").owner = u"kim"_s;
    promise(m, "A", "2025-10-20", "2025-10-31", u"ana"_s, true);
    promise(m, "A", "2025-10-20", "2025-10-31", u"ben"_s, false);
    promise(m, "B", "2025-10-20", "2025-10-31", u"ana"_s, false);
    promise(m, "B", "2025-10-20", "2025-10-31", {}, true);
    promise(m, "A", "2025-05-05", "2025-05-09", u"ana"_s, false);
    // Cash is known through D.
    m.pay(m.invoice("B", "1.00", "2025-10-01", "2025-10-31"), "1.00", "2025-11-14");
    const BookPtr book = m.build();
    auto box = std::make_shared<KeptBox>();
    box->now = std::make_shared<const KeptRates>(keptRates(*book, day("2025-11-14")));
    const std::vector<Column> columns = keptColumns(box);
    QStringList lines;
    for (std::uint32_t row = 0; row < box->now->lines.size(); ++row) {
        QStringList cells;
        for (const Column& c : columns)
            cells += c.text(*book, row);
        lines += cells.join(u'|');
    }
    QCOMPARE(lines.join(u'\n'),
             QStringList({u"book|"_s + book->info().name + u"|50 %|50 %|400.00|2|0|2|"_s,
                          u"clerk|ana|50 %|50 %|200.00|1|0|1|"_s, u"clerk|(nobody named)|100 %|100 %|100.00|1|0|0|"_s,
                          u"clerk|ben|0 %|0 %|100.00|0|0|1|"_s, u"payer|Atlas|50 %|50 %|200.00|1|0|1|"_s,
                          u"payer|Birch|50 %|50 %|200.00|1|0|1|kim"_s})
                 .join(u'\n'));
    QCOMPARE(recordText(box->now->lines[0].record, m.base()),
             u"2 of 4 kept, 0 partly, 2 broken \u00b7 50 % of 400.00 USD"_s);
}

void TestKeptColumns::nothingJudgedIsNothing()
{
    BookMaker m;
    m.customer("A");
    QVERIFY(keptRates(*m.build(), day("2025-11-14")).lines.empty());
    QCOMPARE(percentText(PromiseRecord().keptByCount()), QString());
}

QTEST_GUILESS_MAIN(TestKeptColumns)
#include "tst_keptcolumns.moc"
