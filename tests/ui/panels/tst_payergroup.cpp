// The panel of who pays: what it says, and the commands its forms ask for.
#include "tests/support/bookmaker.h"
#include "ui/panels/payergroup.h"
#include "ui/widgets/fieldform.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Panel {
    BookMaker m{"EUR"};
    PayerGroupPanel panel;
    BookPtr book;
    std::optional<Command> wanted;

    Panel()
    {
        m.company(u"U001"_s).name = u"Our GmbH"_s;
        for (const char* id : {"P", "S", "Q"})
            m.customer(id);
        m.customer("S").payer = m.customer("P").id;
        m.invoice("S", "10.00", "2025-10-01").company = u"U001"_s;
        QObject::connect(&panel, &PayerGroupPanel::commandWanted, &panel, [this](const Command& c) { wanted = c; });
    }
    void show(std::string_view customer)
    {
        book = m.build();
        panel.setCustomer(book, book->customerRow(m.customer(customer).id), day("2025-11-14"));
    }
    template <class T> T took()
    {
        emit panel.form()->save(false);
        const T out = wanted ? std::get<T>(*wanted) : T{};
        wanted.reset();
        return out;
    }
};

} // namespace

class TestPayerGroup : public QObject {
    Q_OBJECT
private slots:
    void says()
    {
        Panel k;
        k.m.customer("P").billTo = k.m.customer("Q").id;
        k.m.customer("P").parent = k.m.customer("Q").id;
        k.m.customer("P").status = CustomerStatus::Insolvent;
        k.m.customer("P").statusSince = day("2025-11-03");
        k.show("P");
        QCOMPARE(k.panel.lines(),
                 QStringList({u"Pays: itself"_s, u"Status: insolvent since 3 Nov 2025"_s, u"Sites: 2 customers"_s,
                              u"P: Customer P"_s, u"S: Customer S"_s, u"Our companies: Our GmbH"_s,
                              u"Invoices go to: Customer Q"_s, u"Group: Customer Q"_s}));
        k.show("S");
        QVERIFY(k.panel.lines().contains(u"Pays: Customer P"_s));
        k.show("Q");
        QCOMPARE(k.panel.lines(), QStringList({u"Pays: itself"_s, u"Invoices go to: itself"_s, u"Group: none"_s}));
    }
    void switchesThePayer()
    {
        Panel k;
        k.show("S");
        k.panel.switchPayer();
        QCOMPARE(k.panel.form()->text(u"payer"_s), u"Customer P"_s);
        k.panel.form()->setText(u"payer"_s, u"customer q"_s);
        const auto byName = k.took<SwitchPayer>();
        QCOMPARE(byName.customer, k.m.customer("S").id);
        QCOMPARE(byName.payer, k.m.customer("Q").id);
        k.panel.form()->setText(u"payer"_s, u"Q"_s);
        QCOMPARE(k.took<SwitchPayer>().payer, k.m.customer("Q").id);
        k.panel.form()->setText(u"payer"_s, {});
        QCOMPARE(k.took<SwitchPayer>().payer, CustomerId());
        k.panel.form()->setText(u"payer"_s, u"Nobody"_s);
        emit k.panel.form()->save(false);
        QVERIFY(!k.wanted);
        QCOMPARE(k.panel.form()->errorShown(), u"Is not a customer of this book: write its name or its id"_s);
        k.panel.form()->setText(u"payer"_s, u"customer"_s); // three begin like it
        emit k.panel.form()->save(false);
        QVERIFY(!k.wanted && k.panel.form()->errorShown().startsWith(u"Names 3 customers"_s));
        QVERIFY(k.panel.back());
        QVERIFY(!k.panel.back());
    }
    void otherForms()
    {
        Panel k;
        k.show("S");
        k.panel.setBillTo();
        k.panel.form()->setText(u"bill_to"_s, u"Q"_s);
        QCOMPARE(k.took<SetBillTo>().billTo, k.m.customer("Q").id);
        k.panel.setGroup();
        k.panel.form()->setText(u"parent"_s, u"Q"_s);
        QCOMPARE(k.took<SetParent>().parent, k.m.customer("Q").id);
        k.panel.setStatus();
        k.panel.form()->setChoice(u"status"_s, int(CustomerStatus::Factored));
        k.panel.form()->setText(u"status_since"_s, u"2025-11-01"_s);
        const auto status = k.took<SetStatus>();
        QCOMPARE(status.status, CustomerStatus::Factored);
        QCOMPARE(status.since, day("2025-11-01"));
        k.panel.form()->setText(u"status_since"_s, u"soon"_s);
        emit k.panel.form()->save(false);
        QVERIFY(!k.wanted);
        k.panel.stopContact();
        k.panel.form()->setText(u"reason"_s, u"their wish"_s);
        const auto stop = k.took<SetDoNotContact>();
        QVERIFY(stop.on);
        QCOMPARE(stop.reason, u"their wish"_s);
        k.panel.showError(fail(ErrorCode::InputRejected, u"is missing"_s, {}, u"reason"_s).error());
        QCOMPARE(k.panel.form()->errorShown(), u"Is missing"_s);
    }
};

QTEST_MAIN(TestPayerGroup)
#include "tst_payergroup.moc"
