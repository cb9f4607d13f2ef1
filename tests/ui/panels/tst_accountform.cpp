// The account's own fields by keys: as they stand, kept while they are typed, refused beside their field, saved as one change.
#include "tests/support/deskbench.h"
#include "ui/panels/accountform.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccountForm : public QObject {
    Q_OBJECT
private slots:
    void savesWhatWasChangedAndNothingElse()
    {
        DeskBench b;
        AccountForm form(*b.workbench);
        b.show(form);
        const CustomerId id = b.toCall(0);
        const Customer before = b.customer(id);
        form.open(id);
        QCOMPARE(form.form()->text(u"owner"_s), before.owner);
        form.form()->setText(u"hurdles"_s, u"a portal"_s);
        form.form()->setText(u"timezone"_s, u"Mars/Base"_s);
        b.key(Qt::Key_Return);
        QVERIFY(!form.form()->errorShown().isEmpty());
        form.form()->setText(u"timezone"_s, before.zone);
        b.key(Qt::Key_Return);
        QVERIFY(b.settled());
        Customer after = before;
        after.hurdles = u"a portal"_s;
        QCOMPARE(b.customer(id), after);
        b.workbench->undo();
        QVERIFY(b.settled());
        QCOMPARE(b.customer(id), before);
    }
    void keepsWhatIsTypedByAccount()
    {
        DeskBench b;
        AccountForm form(*b.workbench);
        b.show(form);
        const CustomerId first = b.toCall(0), second = b.toCall(1);
        form.open(first);
        b.key(Qt::Key_A, Qt::ControlModifier);
        b.type(u"Zora"_s);
        b.key(Qt::Key_Escape);
        form.open(second);
        QCOMPARE(form.form()->text(u"owner"_s), b.customer(second).owner);
        form.open(first);
        QCOMPARE(form.form()->text(u"owner"_s), u"Zora"_s);
    }
    void notOnAnotherDay()
    {
        DeskBench b;
        AccountForm form(*b.workbench);
        QString said;
        connect(&form, &FormDesk::refusedFor, this, [&](const QString& why) { said = why; });
        b.workbench->setAsOf(b.workbench->today() - 1);
        form.open(b.toCall(0));
        QVERIFY2(said.startsWith(u"Accounts are changed as of today only"_s), qPrintable(said));
    }
};

QTEST_MAIN(TestAccountForm)
#include "tst_accountform.moc"
