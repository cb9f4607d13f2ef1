#include "tests/support/bookmaker.h"
#include "ui/shell/bookfinder.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestBookFinder : public QObject {
    Q_OBJECT
    BookPtr m_book;
    QStringList titles(const QString& text) const
    {
        QStringList out;
        for (const Found& f : findInBook(*m_book, day("2025-02-01"), text))
            out.append(f.title);
        return out;
    }
private slots:
    void initTestCase()
    {
        BookMaker m;
        m.customer("C1").name = u"Harbor Freight Lines"_s;
        m.customer("C2").name = u"Old Harbor Inn"_s;
        m.customer("77").name = u"Atlas Textiles"_s;
        Contact c;
        c.customer = m.customer("77").id;
        c.name = u"Dana Okafor"_s;
        c.email = u"dana@atlas.example"_s;
        c.phone = u"+44 20 7946 0812"_s;
        m.add(c);
        m.invoice("C1", "1234.50", "2025-01-01").number = "INV-0077";
        auto& paid = m.invoice("C2", "1234.50", "2025-01-02");
        paid.number = "INV-0078";
        m.pay(paid, "1234.50", "2025-01-20");
        m_book = m.build();
    }

    void findsCustomersByNameAndId()
    {
        QCOMPARE(titles(u"harb"_s), QStringList({u"Harbor Freight Lines"_s, u"Old Harbor Inn"_s}));
        QCOMPARE(titles(u"c2"_s), QStringList(u"Old Harbor Inn"_s));
    }
    void anIdThatIsEqualComesFirst() { QCOMPARE(titles(u"77"_s), QStringList({u"Atlas Textiles"_s, u"INV-0077"_s})); }
    void findsInvoicesByNumberAndAmountOpenOnesFirst()
    {
        QCOMPARE(titles(u"INV-0078"_s), QStringList(u"INV-0078"_s));
        QCOMPARE(titles(u"1,234.50"_s), QStringList({u"INV-0077"_s, u"INV-0078"_s}));
        const auto found = findInBook(*m_book, day("2025-02-01"), u"1234.5"_s);
        QCOMPARE(found.size(), 2U);
        QVERIFY(found[0].detail.contains(u"open"_s));
        QVERIFY(found[1].detail.contains(u"settled"_s));
    }
    void findsPeopleByPhoneMailAndName()
    {
        for (const auto& text : {u"79460812"_s, u"7946 0812"_s, u"dana@"_s, u"okafor"_s}) {
            const auto found = findInBook(*m_book, day("2025-02-01"), text);
            QCOMPARE(found.size(), 1U);
            QCOMPARE(found[0].title, u"Dana Okafor"_s);
            QCOMPARE(m_book->customers()[found[0].customer].name, u"Atlas Textiles"_s);
        }
    }
    void nothingForNothing()
    {
        QVERIFY(titles(u"  "_s).isEmpty());
        QVERIFY(titles(u"zzz"_s).isEmpty());
        QCOMPARE(findInBook(*m_book, day("2025-02-01"), u"a"_s, 1).size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestBookFinder)
#include "tst_bookfinder.moc"
