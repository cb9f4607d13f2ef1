// What a hit of "go to anything" says of itself, and where it leads.
#include "tests/support/bookmaker.h"
#include "ui/shell/bookfinder.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestBookFinder : public QObject {
    Q_OBJECT
    BookPtr m_book;
    FoundRow first(const QString& text, const char* on = "2025-02-01") const
    {
        const auto found = findInBook(*m_book, day(on), text);
        if (found.empty())
            return {u"nothing"_s, {}, {}, Table::Company, 0};
        return foundRow(*m_book, day(on), found.front());
    }
private slots:
    void initTestCase()
    {
        BookMaker m;
        m.customer("C1").name = u"Harbor Freight Lines"_s;
        m.customer("C1").tier = u"Key"_s;
        m.customer("77").name = u"Atlas Textiles"_s;
        Contact c;
        c.customer = m.customer("77").id;
        c.name = u"Dana Okafor"_s;
        c.role = ContactRole::ApClerk;
        c.email = u"dana@atlas.example"_s;
        c.phone = u"+44 20 7946 0812"_s;
        m.add(c);
        auto& part = m.invoice("C1", "1234.50", "2025-01-01");
        part.number = "INV-0077";
        part.poNumber = "PO-9";
        m.pay(part, "1000.00", "2025-01-20").reference = "PAY-1";
        m.promise("77", "88.00", "2025-01-10", "2025-01-31");
        m_book = m.build();
    }
    void saysWhatItIs()
    {
        QCOMPARE(first(u"harb"_s).title, u"Harbor Freight Lines"_s);
        QCOMPARE(first(u"harb"_s).detail, u"C1 · Key"_s);
        QCOMPARE(first(u"okafor"_s).detail, u"AP clerk · Atlas Textiles · dana@atlas.example"_s);
        QCOMPARE(first(u"79460812"_s).detail, u"AP clerk · Atlas Textiles · +44 20 7946 0812"_s);
        QCOMPARE(first(u"INV-0077"_s).detail, u"Invoice · Harbor Freight Lines · 1,234.50 USD, 234.50 open"_s);
        QCOMPARE(first(u"INV-0077"_s, "2025-01-10").detail, u"Invoice · Harbor Freight Lines · 1,234.50 USD, open"_s);
        QCOMPARE(first(u"po-9"_s).detail, u"Invoice · Harbor Freight Lines · PO PO-9 · 1,234.50 USD, 234.50 open"_s);
        QCOMPARE(first(u"pay-1"_s).detail, u"Payment · Harbor Freight Lines · 1,000.00 USD · 20 Jan 2025"_s);
        QCOMPARE(first(u"88.00"_s).title, u"Promise of 88.00 USD"_s);
        QCOMPARE(first(u"88.00"_s).detail, u"Atlas Textiles · for 31 Jan 2025"_s);
    }
    void leadsToItsAccountAndRow()
    {
        const FoundRow item = first(u"INV-0077"_s);
        QCOMPARE(item.table, Table::Debit);
        QCOMPARE(m_book->ledger().debitRow(DebitId(item.id)), 0U);
        QCOMPARE(item.customer, m_book->customers()[m_book->customerByExternalId(u"C1"_s)].id);
        QCOMPARE(first(u"pay-1"_s).table, Table::Credit);
        QCOMPARE(first(u"88.00"_s).table, Table::Promise);
        QCOMPARE(first(u"okafor"_s).table, Table::Contact);
        QCOMPARE(first(u"c1"_s).table, Table::Customer);
    }
};

QTEST_GUILESS_MAIN(TestBookFinder)
#include "tst_bookfinder.moc"
