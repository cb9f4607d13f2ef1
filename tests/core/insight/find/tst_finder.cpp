// Go to anything: what is found by what, in which order, and how amounts and phones are read.
#include "core/insight/find/finder.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

using Kind = Found::Kind;
using By = Found::By;

} // namespace

class TestFinder : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void customersByNameAndId();
    void peopleByName();
    void peopleByMail();
    void peopleByPhone_data();
    void peopleByPhone();
    void itemsByNumber();
    void itemsByPurchaseOrder();
    void paymentsByReference();
    void amounts_data();
    void amounts();
    void amountsOfOtherCurrencies();
    void whatIsOpenCountsToo();
    void aPastDay();
    void equalNumbersAreFoundBehindAnyNumberOfOthers();
    void readings_data();
    void readings();
    void nothingForNothing();

private:
    // "debit INV-77", in the order found.
    QStringList found(const QString& text, const char* day = "2025-02-01") const;
    BookPtr m_book;
};

QStringList TestFinder::found(const QString& text, const char* on) const
{
    QStringList out;
    for (const Found& f : findInBook(*m_book, day(on), text)) {
        switch (f.kind) {
        case Kind::Customer: out += u"customer "_s + m_book->customers()[f.row].externalId; break;
        case Kind::Contact: out += u"person "_s + m_book->rows<Contact>()[f.row].name; break;
        case Kind::Debit: out += u"debit "_s + viewDebit(m_book->ledger(), f.row).number; break;
        case Kind::Credit: out += u"credit "_s + viewCredit(m_book->ledger(), f.row).reference; break;
        case Kind::Promise: out += u"promise "_s + m_book->rows<Promise>()[f.row].promisedFor.toIso(); break;
        }
    }
    return out;
}

void TestFinder::initTestCase()
{
    BookMaker m;
    m.rate("JPY", "2025-01-01", "0.0065");
    m.rate("KWD", "2025-01-01", "3.25");
    m.customer("C1").name = u"Harbor Freight Lines"_s;
    m.customer("C2").name = u"Old Harbor Inn"_s;
    m.customer("77").name = u"Müller Textil"_s;
    Contact c;
    c.customer = m.customer("77").id;
    c.name = u"Dana Okafor"_s;
    c.email = u"dana@mueller.example"_s;
    c.phone = u"+49 (0)30 7946-081"_s;
    m.add(c);
    c.name = u"Adana Bell"_s;
    c.email = u"ab@mueller.example"_s;
    c.phone = u"030 555 1234"_s;
    c.mobile = u"0049 171 222 3344"_s;
    m.add(c);
    m.invoice("C1", "1250.00", "2025-01-01").number = "INV-0077";
    auto& settled = m.invoice("C2", "1250.00", "2025-01-02");
    settled.number = "INV-0078";
    m.pay(settled, "1250.00", "2025-01-20").reference = "PAY-X1";
    auto& part = m.invoice("C2", "2000.00", "2025-01-03");
    part.number = "RE/2025/9";
    part.poNumber = "PO-4711-B";
    m.pay(part, "750.00", "2025-01-21").reference = "4711-REF";
    m.invoice("C1", "1250 JPY", "2025-01-04").number = "J-1";
    m.invoice("C1", "1.250 KWD", "2025-01-05").number = "K-1";
    m.promise("C1", "1250.00", "2025-01-10", "2025-01-31");
    m_book = m.build();
}

void TestFinder::customersByNameAndId()
{
    QCOMPARE(found(u"harb"_s), QStringList({u"customer C1"_s, u"customer C2"_s}));
    QCOMPARE(found(u" c2 "_s), QStringList(u"customer C2"_s));
    QCOMPARE(found(u"MULLER"_s), QStringList({u"customer 77"_s}));
    QCOMPARE(found(u"77"_s).first(), u"customer 77"_s); // its very id
}

void TestFinder::peopleByName()
{
    QCOMPARE(found(u"dana"_s), QStringList({u"person Dana Okafor"_s, u"person Adana Bell"_s}));
    QCOMPARE(found(u"okaf"_s), QStringList(u"person Dana Okafor"_s));
    const auto hits = findInBook(*m_book, day("2025-02-01"), u"okafor"_s);
    QCOMPARE(hits.front().by, By::Name);
    QCOMPARE(m_book->customers()[hits.front().customer].externalId, u"77"_s);
}

void TestFinder::peopleByMail()
{
    QCOMPARE(found(u"DANA@"_s), QStringList(u"person Dana Okafor"_s));
    QCOMPARE(found(u"mueller.example"_s).size(), 2);
    QCOMPARE(findInBook(*m_book, day("2025-02-01"), u"ab@m"_s).front().by, By::Email);
}

void TestFinder::peopleByPhone_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("person");
    const QString dana = u"person Dana Okafor"_s, bell = u"person Adana Bell"_s;
    QTest::newRow("as written") << u"+49 (0)30 7946-081"_s << dana;
    QTest::newRow("digits") << u"49307946081"_s << dana;
    QTest::newRow("a part") << u"7946081"_s << dana;
    QTest::newRow("national") << u"030 7946081"_s << dana;
    QTest::newRow("00") << u"0049 30 79 46 081"_s << dana;
    QTest::newRow("stored national, typed abroad") << u"+49 30 5551234"_s << bell;
    QTest::newRow("mobile") << u"0171/2223344"_s << bell;
    QTest::newRow("dots") << u"+49.171.222.3344"_s << bell;
}

void TestFinder::peopleByPhone()
{
    QFETCH(QString, typed);
    QFETCH(QString, person);
    QCOMPARE(found(typed), QStringList(person));
    QCOMPARE(findInBook(*m_book, day("2025-02-01"), typed).front().by, By::Phone);
}

void TestFinder::itemsByNumber()
{
    QCOMPARE(found(u"inv-0078"_s), QStringList(u"debit INV-0078"_s));
    QCOMPARE(found(u"INV-00"_s), QStringList({u"debit INV-0077"_s, u"debit INV-0078"_s})); // what is open first
    QCOMPARE(found(u"2025/9"_s), QStringList(u"debit RE/2025/9"_s));
    QCOMPARE(findInBook(*m_book, day("2025-02-01"), u"INV-0077"_s).front().rank, 1);
}

void TestFinder::itemsByPurchaseOrder()
{
    const auto hits = findInBook(*m_book, day("2025-02-01"), u"po-4711-b"_s);
    QCOMPARE(hits.size(), std::size_t(1));
    QCOMPARE(hits.front().by, By::PoNumber);
    QCOMPARE(hits.front().rank, 1);
    QCOMPARE(found(u"4711"_s), QStringList({u"debit RE/2025/9"_s, u"credit 4711-REF"_s}));
}

void TestFinder::paymentsByReference()
{
    QCOMPARE(found(u"pay-x1"_s), QStringList(u"credit PAY-X1"_s));
    QCOMPARE(findInBook(*m_book, day("2025-02-01"), u"PAY-X1"_s).front().by, By::Reference);
}

void TestFinder::amounts_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* t : {"1250.00", "1,250.00", "1.250,00", "1250,00", "1 250.00", "1'250.00", "1250 USD",
                          "USD 1,250.00", "1250", "$1250"})
        QTest::newRow(t) << QString::fromUtf8(t);
}

void TestFinder::amounts()
{
    QFETCH(QString, typed);
    const QStringList hits = found(typed);
    // Open items, promises, payments, settled items; of equal rank the newest first.
    const QStringList order{u"debit J-1"_s,          u"debit RE/2025/9"_s, u"debit INV-0077"_s,
                            u"promise 2025-01-31"_s, u"credit PAY-X1"_s,   u"debit INV-0078"_s};
    QCOMPARE(hits, order);
}

void TestFinder::amountsOfOtherCurrencies()
{
    QCOMPARE(found(u"1.250"_s).contains(u"debit K-1"_s), true); // a decimal mark, or one that groups
    QCOMPARE(found(u"1.250"_s).contains(u"debit INV-0077"_s), true);
    QCOMPARE(found(u"1.25"_s), QStringList(u"debit K-1"_s));
    QCOMPARE(found(u"1250.50"_s), QStringList());
}

void TestFinder::whatIsOpenCountsToo()
{
    QCOMPARE(found(u"2000.00"_s), QStringList(u"debit RE/2025/9"_s));
    QVERIFY(found(u"1250.00"_s).contains(u"debit RE/2025/9"_s)); // 2,000.00 less 750.00
    QVERIFY(found(u"750.00"_s).contains(u"credit 4711-REF"_s));
}

void TestFinder::aPastDay()
{
    // Before its payment it was open, and comes before the payment that nobody knew of.
    const QStringList hits = found(u"1250.00"_s, "2025-01-10");
    QVERIFY(hits.indexOf(u"debit INV-0078"_s) < hits.indexOf(u"credit PAY-X1"_s));
    QVERIFY(!hits.contains(u"debit RE/2025/9"_s));
}

void TestFinder::equalNumbersAreFoundBehindAnyNumberOfOthers()
{
    BookMaker m;
    for (int i = 0; i < 1'000; ++i)
        m.invoice("C", "1.00", "2025-01-01").number = "12" + std::to_string(3000 + i);
    m.invoice("C", "1.00", "2025-01-01").number = "12";
    const BookPtr book = m.build();
    const auto hits = findInBook(*book, day("2025-02-01"), u"12"_s);
    QCOMPARE(hits.size(), std::size_t(40));
    QCOMPARE(viewDebit(book->ledger(), hits.front().row).number, u"12"_s);
}

void TestFinder::readings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("readings"); // "digits/decimals …"
    for (const auto& [text, readings] :
         std::initializer_list<std::pair<const char*, const char*>>{{"1250", "1250/0"},
                                                                    {"1250.00", "125000/2"},
                                                                    {"1,250", "1250/0 1250/3"},
                                                                    {"1.250,5", "12505/1"},
                                                                    {"1,250,000", "1250000/0"},
                                                                    {"1,250.00", "125000/2"},
                                                                    {"12,50 EUR", "1250/2"},
                                                                    {"0.005", "5/0 5/3"},
                                                                    {"", ""},
                                                                    {"abc", ""},
                                                                    {"1.2.3", ""},
                                                                    {"INV-1", ""},
                                                                    {"12 Main Street", ""},
                                                                    {".5", ""},
                                                                    {"1234567890123456", ""},
                                                                    {"1.250,00.0", ""},
                                                                    {"-5", ""}})
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(readings);
}

void TestFinder::readings()
{
    QFETCH(QString, text);
    QFETCH(QString, readings);
    QStringList got;
    for (const TypedAmount& r : typedAmounts(text))
        got += QString::number(r.digits) + u'/' + QString::number(r.decimals);
    QCOMPARE(got.join(u' '), readings);
}

void TestFinder::nothingForNothing()
{
    QCOMPARE(found(u"  "_s), QStringList());
    QCOMPARE(found(u"zzz"_s), QStringList());
    QCOMPARE(findInBook(*m_book, day("2025-02-01"), u"a"_s, 1).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"
