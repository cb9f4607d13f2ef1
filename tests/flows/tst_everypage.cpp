// Every page of the real window: it opens on a book and on an empty one, and all that takes the focus has words.
#include "tests/flows/flowfixture.h"
#include "tests/support/nameless.h"

using namespace duedesk;

class TestEveryPage : public QObject {
    Q_OBJECT
private slots:
    void hasNamesAndRoles_data();
    void hasNamesAndRoles();
    void opensOnAnEmptyBook_data() { hasNamesAndRoles_data(); }
    void opensOnAnEmptyBook();
};

void TestEveryPage::hasNamesAndRoles_data()
{
    QTest::addColumn<QString>("page");
    for (const char* page : {"today", "accounts", "account", "items", "dashboard", "contacts", "promises", "disputes",
                             "reminders", "imports", "morning", "exceptions", "kept"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestEveryPage::hasNamesAndRoles()
{
    QFETCH(QString, page);
    Flow f;
    f.open(f.samplePath());
    const CallList& calls = f.workbench->insights()->calls;
    if (page == u"account")
        f.window->openAccount(f.workbench->book()->customers()[calls.rows.front().payer].id);
    else
        f.window->openPage(page);
    QVERIFY(f.arrived());
    QCOMPARE(f.window->currentPageId(), page);
    QCOMPARE(nameless(f.window.get()).join(u'\n'), QString());
}

void TestEveryPage::opensOnAnEmptyBook()
{
    QFETCH(QString, page);
    Flow f;
    f.open(f.emptyPath());
    if (page != u"account")
        f.window->openPage(page);
    QVERIFY(f.arrived());
    QVERIFY(f.window->isVisible());
    QCOMPARE(nameless(f.window.get()).join(u'\n'), QString());
}

QTEST_MAIN(TestEveryPage)
#include "tst_everypage.moc"
