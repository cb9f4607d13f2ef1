#include "core/insight/find/filter.h"
#include "tests/support/bookmaker.h"

#include <QTest>
#include <numeric>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Currency usd = *Currency::parse(std::string_view("USD"));

Filter parsed(const QString& text)
{
    const auto f = parseFilter(text, itemFilterFields(), usd, u"Ann Lee"_s);
    return f ? *f : throw std::runtime_error(f.error().message().toStdString());
}

BookMaker made()
{
    BookMaker b("USD");
    b.rate("EUR", "2024-01-01", "2");
    b.company(u"0010"_s);
    Customer& acme = b.customer("C1");
    acme.name = u"Ácme Über GmbH"_s;
    acme.owner = u"Ann Lee"_s;
    acme.tier = u"A"_s;
    acme.region = u"North America"_s;
    acme.spellings = {u"Formerly Zeta"_s};
    Customer& beta = b.customer("C10");
    beta.name = u"Beta Stores"_s;
    beta.owner = u"Ann"_s;
    beta.tier = u"AA"_s;
    beta.payer = acme.id;
    b.customer("C2").name = u"Gamma"_s;
    b.customer("C2").status = CustomerStatus::Legal;
    auto& i0 = b.invoice("C1", "5000", "2024-01-10", "2024-02-10");
    i0.number = "INV-2024-7";
    i0.poNumber = "PO77";
    i0.product = u"Pumps"_s;
    auto& i1 = b.invoice("C10", "10000.01", "2024-01-10", "2024-05-31");
    i1.number = "inv-2024-70";
    i1.company = u"0010"_s;
    auto& i2 = b.invoice("C10", "6000 EUR", "2024-01-10", "2024-06-30");
    i2.number = "X-1";
    auto& i3 = b.debit(DebitKind::FinanceCharge, "C2", "20000", "2024-03-01", "2024-03-31");
    i3.number = "FC";
    i3.row.terms = 30;
    b.pay(i3, "15000", "2024-04-01");
    b.dispute(i1, "2024-06-01");
    const auto late = [&](const BookMaker::DebitSpec& debit, LateReason reason, const char* on) {
        InvoiceMark m;
        m.customer = b.customer(debit.customer).id;
        m.debit = debit;
        m.late = reason;
        m.day = day(on);
        b.add(m);
    };
    late(i0, LateReason::NotReceived, "2024-06-01");
    late(i0, LateReason::Po, "2024-06-20");
    late(i3, LateReason::NotReceived, "2024-06-01");
    return b;
}

QList<int> items(const QString& text)
{
    const BookPtr book = made().build();
    std::vector<std::uint32_t> rows(4);
    std::iota(rows.begin(), rows.end(), 0U);
    QList<int> out;
    for (const std::uint32_t row : filterItems(*book, day("2024-06-30"), rows, parsed(text)))
        out.push_back(int(row));
    return out;
}

QList<int> customers(const QString& text)
{
    const BookPtr book = made().build();
    const auto lane = [](const QString& field, std::uint32_t row) {
        return field == u"lane" ? (row == 0 ? u"big and late"_s : u""_s) : QString();
    };
    const auto open = [](std::uint32_t row) { return std::int64_t(row) * 100000; };
    QList<int> out;
    for (const std::uint32_t row : filterCustomers(*book, {2, 0, 1}, parsed(text), lane, open))
        out.push_back(int(row));
    return out;
}

} // namespace

class TestFilter : public QObject {
    Q_OBJECT
private slots:
    void itemTerms_data();
    void itemTerms();
    void customerTerms_data();
    void customerTerms();
    void unknownFieldNamesThoseThereAre();
    void wrongAmounts_data();
    void wrongAmounts();
    void amountsInMinorUnits();
    void manyRowsAcrossChunks();
    void termsAreBounded();
    void wordsAcrossNeighbouringNumbersDoNotMatch();
};

void TestFilter::termsAreBounded()
{
    const QString hundred = u"-x17 "_s.repeated(100);
    QVERIFY(parseFilter(hundred, itemFilterFields(), usd, {}));
    const auto more = parseFilter(hundred + u"acme"_s, itemFilterFields(), usd, {});
    QVERIFY(!more);
    QCOMPARE(more.error().code, ErrorCode::Usage);
    QVERIFY(say(more.error().what).contains(u"more than 100 terms"_s) && !more.error().remedy.isEmpty());
}

void TestFilter::itemTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("rows");
    const auto add = [](const char* text, const QList<int>& rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << rows;
    };
    add("", {0, 1, 2, 3});
    add("acme", {0});
    add("ÁCME über", {0});
    add("\"uber gmbh\"", {0});
    add("zeta", {0});
    add("inv-2024-7", {0, 1});
    add("po77", {0});
    add("-inv", {2, 3});
    add("- ", {0, 1, 2, 3});
    add("-po77 -x-1", {1, 3});
    add("-zeta -fc c1", {1, 2});
    add("-c10 -C2 -nobody", {0});
    add("c1", {0, 1, 2});
    add("customer:C1", {0});
    add("customer:c1*", {0, 1, 2});
    add("customer:\"beta stores\"", {1, 2});
    add("payer:C1", {0, 1, 2});
    add("owner:me", {0});
    add("owner:\"ann lee\"", {0});
    add("owner:ann_lee", {0});
    add("owner:ann", {1, 2});
    add("owner:(none)", {3});
    add("owner:\"\"", {3});
    add("owner:", {0, 1, 2, 3});
    add("-owner:(none)", {0, 1, 2});
    add("tier:a", {0});
    add("Tier:A*", {0, 1, 2});
    add("region:\"North America\"", {0});
    add("number:INV-2024-7", {0});
    add("number:inv*", {0, 1});
    add("kind:finance_charge", {3});
    add("kind:invoice tier:aa", {1, 2});
    add("currency:eur", {2});
    add("company:0010", {1});
    add("company:(none)", {0, 2, 3});
    add("product:pumps", {0});
    add("due:2024-06-30", {2});
    add("date:2024-03-01", {3});
    add("terms:30", {3});
    add("terms:(none)", {0, 1, 2});
    add("bucket:current", {2});
    add("bucket:1-30", {1});
    add("bucket:90+", {0, 3});
    add("bucket:61–90", {});
    add("status:disputed", {1});
    add("status:past_due", {0, 3});
    add("late:po", {0});
    add("late:not_received", {3});
    add("late:n*", {3});
    add("late:(none)", {1, 2});
    add("-late:(none)", {0, 3});
    add("disputed:yes", {1});
    add("disputed:no", {0, 2, 3});
    add(">10k", {1, 2});
    add(">10000.01", {2});
    add(">0.01m", {1, 2});
    add("<5000.01", {0, 3});
    add("<5k", {});
    add("->10k", {0, 3});
    add(">4k <11k -currency:USD", {});
    add("12:30", {});
}

void TestFilter::itemTerms()
{
    QFETCH(QString, text);
    QTEST(items(text), "rows");
}

void TestFilter::customerTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("rows");
    const auto add = [](const char* text, const QList<int>& rows) {
        QTest::newRow(text) << QString::fromUtf8(text) << rows;
    };
    add("", {2, 0, 1}); // the order is kept
    add("c1", {0, 1});
    add("lane:big_and_late", {0});
    add("-lane:\"big and late\"", {2, 1});
    add("lane:(none)", {2, 1});
    add("bucket:current", {}); // this list has no such column
    add("status:legal", {2});
    add(">0.5k", {2, 1});
    add("<1k", {0});
    add("name:store", {1});
}

void TestFilter::customerTerms()
{
    QFETCH(QString, text);
    QTEST(customers(text), "rows");
}

void TestFilter::unknownFieldNamesThoseThereAre()
{
    const auto f = parseFilter(u"owner:x colour:red"_s, {u"owner"_s, u"tier"_s}, usd, {});
    QVERIFY(!f);
    QCOMPARE(f.error().code, ErrorCode::Usage);
    QCOMPARE(f.error().message(), u"there is no filter field \"colour\"; use one of owner, tier"_s);
}

void TestFilter::wrongAmounts_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {">", "<k", ">1.2.3", ">1,000", ">-5", ">0.001", ">99999999999999999999", ">1x"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestFilter::wrongAmounts()
{
    QFETCH(QString, text);
    const auto f = parseFilter(text, itemFilterFields(), usd, {});
    QVERIFY(!f);
    QCOMPARE(f.error().code, ErrorCode::Usage);
}

void TestFilter::amountsInMinorUnits()
{
    QCOMPARE(parsed(u">10k"_s).terms[0].amount, 1'000'000);
    QCOMPARE(parsed(u"<1.25M"_s).terms[0].amount, 125'000'000);
    QCOMPARE(parsed(u">0.01"_s).terms[0].amount, 1);
    QCOMPARE(parseFilter(u">1.5k"_s, {}, *Currency::parse(std::string_view("JPY")), {})->terms[0].amount, 1500);
    QCOMPARE(parseFilter(u">1.5"_s, {}, *Currency::parse(std::string_view("KWD")), {})->terms[0].amount, 1500);
}

void TestFilter::manyRowsAcrossChunks()
{
    BookMaker b;
    for (int i = 0; i < 10'000; ++i)
        b.invoice("C" + std::to_string(i % 7), "1", "2024-01-01", "2024-02-01").number = "N" + std::to_string(i) + "Q";
    const BookPtr book = b.build();
    std::vector<std::uint32_t> rows(10'000);
    std::iota(rows.begin(), rows.end(), 0U);
    for (const QString& word : {u"n999"_s, u"42q"_s, u"9"_s, u"n"_s, u"c3"_s, u"absent"_s}) {
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < 10'000; ++row)
            if (const QString n = QString::number(row), c = QString::number(row % 7);
                QString(u"n" + n + u"q customer c" + c).contains(word))
                expected.push_back(row);
        QCOMPARE(filterItems(*book, day("2024-06-30"), rows, parsed(word)), expected);
    }
}

void TestFilter::wordsAcrossNeighbouringNumbersDoNotMatch()
{
    BookMaker b;
    b.invoice("C", "1", "2024-01-01").number = "AB";
    b.invoice("C", "1", "2024-01-01").number = "";
    b.invoice("C", "1", "2024-01-01").number = "xyCDxy";
    b.invoice("C", "1", "2024-01-01").number = "bxyz";
    const BookPtr book = b.build();
    const auto hits = [&](const QString& word) {
        return filterItems(*book, day("2024-06-30"), {0, 1, 2, 3}, parsed(word));
    };
    QCOMPARE(hits(u"abx"_s), (std::vector<std::uint32_t>{}));
    QCOMPARE(hits(u"yb"_s), (std::vector<std::uint32_t>{}));
    QCOMPARE(hits(u"xy"_s), (std::vector<std::uint32_t>{2, 3}));
    QCOMPARE(hits(u"cd"_s), (std::vector<std::uint32_t>{2}));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
