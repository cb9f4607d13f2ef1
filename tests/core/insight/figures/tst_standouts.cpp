// What stands out: shares and changes worked out by hand, and the noise that is left out.
#include "core/insight/figures/standouts.h"

#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestStandouts : public QObject {
    Q_OBJECT
private slots:
    void lateSegmentsByShare();
    void noiseAndSingleValuesAreLeftOut();
    void moversByPayer();
    void nothingInAnEmptyBook();
};

void TestStandouts::lateSegmentsByShare()
{
    BookMaker m;
    m.customer("A").tier = u"gold"_s;
    m.customer("B").tier = u"silver"_s;
    m.invoice("A", "100.00", "2025-09-01", "2025-10-01"); // past due on 1 Nov
    m.invoice("A", "300.00", "2025-10-20", "2025-11-20");
    m.invoice("B", "300.00", "2025-09-01", "2025-10-01");
    m.invoice("B", "100.00", "2025-10-20", "2025-11-20");
    const auto late = lateSegments(*m.build(), day("2025-11-01"));
    std::vector<const LateSegment*> tiers;
    for (const LateSegment& s : late)
        if (s.by == Segment::Tier)
            tiers.push_back(&s);
    QCOMPARE(tiers.size(), std::size_t(2));
    QCOMPARE(tiers[0]->segment.key, u"silver"_s);
    QCOMPARE(tiers[0]->open, std::int64_t(40'000));
    QCOMPARE(tiers[0]->pastDue, std::int64_t(30'000));
    QCOMPARE(tiers[0]->share.toPlain(), u"75.0000"_s);
    QCOMPARE(tiers[1]->segment.key, u"gold"_s);
    QCOMPARE(tiers[1]->share.toPlain(), u"25.0000"_s);
}

void TestStandouts::noiseAndSingleValuesAreLeftOut()
{
    BookMaker m;
    m.customer("A").region = u"North"_s;
    m.customer("B").region = u"South"_s;
    m.customer("C").region = u"West"_s;
    m.invoice("A", "97.00", "2025-10-20", "2025-11-20"); // current: nothing late
    m.invoice("B", "1.00", "2025-09-01", "2025-10-01");  // a hundredth of the money
    m.invoice("C", "2.00", "2025-09-01", "2025-10-01");  // a fiftieth
    QStringList regions;
    for (const LateSegment& s : lateSegments(*m.build(), day("2025-11-01"))) {
        QVERIFY(s.by != Segment::Industry); // all (none)
        if (s.by == Segment::Region)
            regions += s.segment.key;
    }
    QCOMPARE(regions, QStringList{u"West"_s});
}

void TestStandouts::moversByPayer()
{
    BookMaker m;
    const CustomerId head = m.customer("HQ").id;
    m.customer("SITE").payer = head;
    m.invoice("SITE", "100.00", "2025-09-01", "2025-10-20"); // past due since
    m.invoice("HQ", "50.00", "2025-09-01", "2025-10-21");
    auto& paid = m.invoice("B", "200.00", "2025-08-01", "2025-09-01"); // was, and is paid
    m.pay(paid, "200.00", "2025-10-15");
    m.invoice("C", "70.00", "2025-08-01", "2025-09-01"); // was and is
    const BookPtr book = m.build();
    const auto moved = movers(*book, day("2025-11-01"));
    QCOMPARE(moved.size(), std::size_t(2));
    QCOMPARE(book->customers()[moved[0].payer].externalId, u"B"_s);
    QCOMPARE(moved[0].pastDue, std::int64_t(0));
    QCOMPARE(moved[0].change, std::int64_t(-20'000));
    QCOMPARE(book->customers()[moved[1].payer].externalId, u"HQ"_s);
    QCOMPARE(moved[1].pastDue, std::int64_t(15'000));
    QCOMPARE(moved[1].change, std::int64_t(15'000));
    QCOMPARE(movers(*book, day("2025-11-01"), 5).size(), std::size_t(0));
}

void TestStandouts::nothingInAnEmptyBook()
{
    const BookPtr book = BookMaker().build();
    QVERIFY(lateSegments(*book, day("2025-11-01")).empty());
    QVERIFY(movers(*book, day("2025-11-01")).empty());
}

QTEST_GUILESS_MAIN(TestStandouts)
#include "tst_standouts.moc"
