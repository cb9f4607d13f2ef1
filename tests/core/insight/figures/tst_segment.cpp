#include "core/insight/figures/segmentmap.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QString keyOf(const Book& book, Segment by, std::uint32_t debit)
{
    const SegmentMap map(book, by, day("2024-06-30"));
    const auto [c, i] = book.ledger().debit(debit);
    return map.key(map.ofDebit(*c, i, debit)).key;
}

} // namespace

class TestSegment : public QObject {
    Q_OBJECT
private slots:
    void namesReadBack();
    void payerAndParent();
    void termsOfTheRowElseTheCustomer();
    void companyOfTheLine();
    void noValueIsItsOwnGroup();
    void sortsByWholeKeys();
    void missingRates();
};

void TestSegment::namesReadBack()
{
    for (int s = 0; s < segmentCount; ++s)
        QCOMPARE(parseSegment(segmentName(Segment(s))), std::optional(Segment(s)));
    QCOMPARE(segmentName(Segment::Product), u"product"_s);
    QVERIFY(!parseSegment(u"colour"_s));
    QVERIFY(!parseSegment(QString()));
}

void TestSegment::payerAndParent()
{
    BookMaker b;
    const CustomerId group = b.customer("GROUP").id, holding = b.customer("HOLD").id;
    b.customer("GROUP").parent = holding;
    b.customer("SITE").parent = group;
    b.customer("SITE").payer = group;
    b.invoice("SITE", "1", "2024-01-01");
    b.invoice("GROUP", "1", "2024-01-01");
    const BookPtr book = b.build();
    QCOMPARE(keyOf(*book, Segment::Customer, 0), u"SITE"_s);
    QCOMPARE(keyOf(*book, Segment::Payer, 0), u"GROUP"_s);
    QCOMPARE(keyOf(*book, Segment::Parent, 0), u"HOLD"_s); // the topmost
    QCOMPARE(keyOf(*book, Segment::Payer, 1), u"GROUP"_s);
}

void TestSegment::termsOfTheRowElseTheCustomer()
{
    BookMaker b;
    b.customer("A").termsDays = 45;
    b.invoice("A", "1", "2024-01-01");
    b.invoice("A", "1", "2024-01-01").row.terms = 0;
    b.invoice("B", "1", "2024-01-01");
    b.invoice("B", "1", "2024-01-01").row.terms = 0x7fff;
    const BookPtr book = b.build();
    QCOMPARE(keyOf(*book, Segment::Terms, 0), u"45"_s);
    QCOMPARE(keyOf(*book, Segment::Terms, 1), u"0"_s);
    QCOMPARE(keyOf(*book, Segment::Terms, 2), u"(none)"_s);
    QCOMPARE(keyOf(*book, Segment::Terms, 3), u"32767"_s);
}

void TestSegment::companyOfTheLine()
{
    BookMaker b;
    b.company(u"U001"_s);
    b.company(u"0010"_s).name = u"Ten Ltd"_s;
    b.invoice("A", "1", "2024-01-01").company = u"0010"_s;
    b.invoice("A", "1", "2024-01-01");
    const BookPtr book = b.build();
    const SegmentMap map(*book, Segment::Company, day("2024-01-01"));
    const auto [c, i] = book->ledger().debit(0);
    QCOMPARE(map.key(map.ofDebit(*c, i, 0)).key, u"0010"_s);
    QCOMPARE(map.key(map.ofDebit(*c, i, 0)).name, u"Ten Ltd"_s);
    QCOMPARE(keyOf(*book, Segment::Company, 1), u"(none)"_s);
}

void TestSegment::noValueIsItsOwnGroup()
{
    BookMaker b;
    b.invoice("A", "1", "2024-01-01");
    const BookPtr book = b.build();
    for (const Segment by : {Segment::Company, Segment::Tier, Segment::Region, Segment::Industry, Segment::Size,
                             Segment::Country, Segment::Owner, Segment::Product, Segment::Terms})
        QCOMPARE(keyOf(*book, by, 0), u"(none)"_s);
    QCOMPARE(keyOf(*book, Segment::None, 0), QString());
    QCOMPARE(keyOf(*book, Segment::Currency, 0), u"USD"_s);
}

void TestSegment::sortsByWholeKeys()
{
    BookMaker b;
    // Alike in their first eight characters, beyond Latin-1, of different lengths: as texts compare.
    const QStringList ids{u"customer-1"_s, u"customer-10"_s, u"customer-2"_s, u"customer"_s,     u"ĀA"_s,   u"āB"_s,
                          u"zz"_s,         u"z"_s,           u"\u00ffz"_s,    u"\u00ff\u0101"_s, u"日本"_s, u"0001"_s};
    for (const QString& id : ids)
        b.customer(id);
    const BookPtr book = b.build();
    const SegmentMap map(*book, Segment::Customer, day("2024-01-01"));
    std::vector<std::uint32_t> groups{12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    map.sort(groups);
    QStringList sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    sorted.push_back(u"(none)"_s);
    for (std::size_t i = 0; i < groups.size(); ++i)
        QCOMPARE(map.key(groups[i]).key, sorted[qsizetype(i)]);
}

void TestSegment::missingRates()
{
    const auto sek = *Currency::parse(std::string_view("SEK")), eur = *Currency::parse(std::string_view("EUR"));
    QCOMPARE(say(missingRateText({})), QString());
    QCOMPARE(say(missingRateText({{sek, 3}})), u"3 items in SEK have no rate and are left out"_s);
    QCOMPARE(say(missingRateText({{eur, 1}, {sek, 2}})),
             u"1 item in EUR has no rate and is left out; 2 items in SEK have no rate and are left out"_s);
}

QTEST_GUILESS_MAIN(TestSegment)
#include "tst_segment.moc"
