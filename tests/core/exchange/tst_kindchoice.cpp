// A kind is taken only when it alone fits; what decides is used, or the refusal names it and the option that answers.
#include "tests/core/exchange/importfixture.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestKindChoice : public QObject {
    Q_OBJECT
    static QString refusal(const QByteArray& content, std::optional<FileKind> kind = {})
    {
        ImportFixture f;
        f.options.kind = kind;
        const auto d = detect(*f.book, f.file(u"x.csv"_s, content), f.options);
        return d ? u"taken for "_s + fileKindName(d->layout.kind) : d.error().message();
    }
private slots:
    void otherLanguages_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("row");
        QTest::newRow("german") << QByteArray("Rechnungsnummer;Kundennummer;Rechnungsdatum;F\xc3\xa4lligkeitsdatum;"
                                              "W\xc3\xa4hrung;Betrag")
                                << QByteArray("R1;K1;2025-10-01;2025-10-15;CHF;100,00");
        QTest::newRow("german, ASCII") << QByteArray("Belegnummer;Debitor;Belegdatum;Faelligkeitsdatum;Waehrung;Betrag")
                                       << QByteArray("R1;K1;2025-10-01;2025-10-15;CHF;100,00");
        QTest::newRow("french") << QByteArray("Num\xc3\xa9ro de facture;Code client;Date de facture;\xc3\x89"
                                              "ch\xc3\xa9"
                                              "ance;Devise;Montant TTC")
                                << QByteArray("R1;K1;2025-10-01;2025-10-15;CHF;100,00");
        QTest::newRow("spanish") << QByteArray("Factura;Cliente;Fecha factura;Fecha de vencimiento;Moneda;Importe")
                                 << QByteArray("R1;K1;2025-10-01;2025-10-15;CHF;100,00");
        QTest::newRow("dutch") << QByteArray("Factuurnummer;Klantnummer;Factuurdatum;Vervaldatum;Valuta;Bedrag")
                               << QByteArray("R1;K1;2025-10-01;2025-10-15;CHF;100,00");
    }
    void otherLanguages()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, row);
        ImportFixture f("EUR");
        const StagedReport r = f.take(head + '\n' + row + '\n');
        QCOMPARE(r.staged.debits.size(), std::size_t(1));
        const DebitRow& d = r.staged.debits[0].row;
        QCOMPARE(Date(d.due).toIso(), u"2025-10-15"_s);
        QCOMPARE(Currency::fromIndex(d.currency).toString(), u"CHF"_s);
        QCOMPARE(d.amount, std::int64_t(10000));
    }
    void twoKindsAreAsked()
    {
        const QByteArray list = "Date,Reference,Customer,Due Date,Amount\n2025-10-01,INV-1,KOVA,2025-10-31,1000.00\n";
        const QString said = refusal(list);
        QVERIFY2(said.contains(u"two ways"_s) && said.contains(u"invoices"_s) && said.contains(u"payments"_s)
                     && said.contains(u"Due Date"_s) && said.contains(u"--kind"_s) && said.contains(u"--map"_s),
                 qPrintable(said));
        // The answer is taken, with the headings that mean something loosely.
        ImportFixture f;
        f.options.kind = FileKind::Invoices;
        const StagedReport r = f.take(list);
        QCOMPARE(r.staged.debits.size(), std::size_t(1));
        QCOMPARE(Date(r.staged.debits[0].row.date).toIso(), u"2025-10-01"_s);
        QCOMPARE(refusal(list, FileKind::Payments), u"taken for payments"_s);
    }
    void openItemsAreNoCustomers()
    {
        const QString said = refusal("Customer,Name,Invoice,Due Date,Balance\nKOVA,Kova,INV-1,2025-10-31,1000.00\n");
        QVERIFY2(said.contains(u"Due Date"_s) && said.contains(u"Balance"_s) && said.contains(u"invoice_date"_s)
                     && said.contains(u"amount"_s) && said.contains(u"--map"_s),
                 qPrintable(said));
    }
    void aBankStatementIsNoListOfHolidays()
    {
        QVERIFY(refusal("Date,Label,Debit,Credit\n2025-01-02,Rent,,100\n").contains(u"missing"_s));
        QVERIFY(refusal("date\n2025-01-02\n").contains(u"missing"_s));
        QVERIFY(refusal("date,name\n2025-12-25,Christmas\n").contains(u"taken for holidays"_s));
        QCOMPARE(refusal("date\n2025-12-25\n", FileKind::Holidays), u"taken for holidays"_s);
    }
    void whatDecidesIsNotLeftUnused()
    {
        const QString said = refusal("customer_id,name,Outstanding\nA,Alpha,500.00\n");
        QVERIFY2(said.contains(u"Outstanding"_s) && said.contains(u"--kind customers"_s), qPrintable(said));
        QCOMPARE(refusal("customer_id,name,Outstanding\nA,Alpha,500.00\n", FileKind::Customers),
                 u"taken for customers"_s);
        QCOMPARE(refusal("customer_id,name,Outstanding\nA,Alpha,\n"), u"taken for customers"_s); // it says nothing
        // Days past due decide nothing that the due date does not say.
        QCOMPARE(refusal("invoice_no,customer_id,invoice_date,due_date,amount,Days overdue\n1,A,2025-01-01,2025-01-31,"
                         "1.00,9\n"),
                 u"taken for invoices"_s);
        // A second column that says the same is no second meaning.
        QCOMPARE(refusal("invoice_no,customer_id,invoice_date,amount,Balance,Amount due\n1,A,2025-01-01,5.00,5.00,"
                         "5.00\n"),
                 u"taken for invoices"_s);
        QVERIFY(refusal("invoice_no,customer_id,invoice_date,amount,Balance,Amount due\n1,A,2025-01-01,5.00,5.00,"
                        "3.00\n")
                    .contains(u"Amount due"_s));
    }
    void whatIsMissingIsNamedForTheKindThatIsMeant()
    {
        const QString said = refusal("Invoice No,Due Date,Balance\n1,2025-10-31,5.00\n");
        QVERIFY2(said.contains(u"for invoices these are missing"_s) && said.contains(u"customer_id"_s),
                 qPrintable(said));
    }
};

QTEST_GUILESS_MAIN(TestKindChoice)
#include "tst_kindchoice.moc"
