// Ctrl+G by keyboard: an item, a payment, a promise and a person are found, and the account points at each.
#include "core/insight/find/finder.h"
#include "tests/flows/flowfixture.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/account/peoplebar.h"
#include "ui/pages/account/timelineview.h"
#include "ui/shell/commandpalette.h"
#include "ui/widgets/tabledress.h"

#include <QListView>
#include <QListWidget>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestGoTo : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void anOpenItem();
    void aSettledItemAndItsPayment();
    void aPromise();
    void aPerson();

private:
    // Types the words, takes the first hit, and waits until the account stands.
    void goTo(const QString& words)
    {
        f->window->openPage(u"today"_s);
        f->key(Qt::Key_G, Qt::ControlModifier);
        f->type(words);
        QVERIFY(QTest::qWaitFor([&] { return f->window->commandPalette()->list()->count() > 0; }));
        f->key(Qt::Key_Return);
        QCOMPARE(f->window->currentPageId(), u"account"_s);
        QVERIFY(f->arrived());
        account = qobject_cast<AccountPage*>(f->page());
        QVERIFY(account);
    }
    QString currentEvent() const
    {
        const QModelIndex i = account->timelineView()->list()->currentIndex();
        return i.isValid() ? say(account->timelineView()->model()->event(i.row()).note) : u"none"_s;
    }
    std::unique_ptr<Flow> f;
    AccountPage* account = nullptr;
};

void TestGoTo::initTestCase()
{
    f = std::make_unique<Flow>();
    f->open(f->samplePath());
}

void TestGoTo::anOpenItem()
{
    const Ledger& l = f->workbench->book()->ledger();
    std::vector<std::uint32_t> open;
    l.forEachOpenAtLast([&](std::uint32_t row, std::int64_t) { open.push_back(row); });
    const DebitView v = viewDebit(l, open[open.size() / 2]);
    goTo(v.number);
    QCOMPARE(account->table()->currentId(), v.id.value);
}

void TestGoTo::aSettledItemAndItsPayment()
{
    const BookPtr book = f->workbench->book();
    const Ledger& l = book->ledger();
    std::uint32_t credit = noRow; // the newest payment: its account shows it
    for (std::uint32_t row = 0; row < l.creditCount; ++row)
        if (const CreditView v = viewCredit(l, row); v.kind == CreditKind::Payment && v.date <= f->workbench->today()
                                                     && (credit == noRow || v.date > viewCredit(l, credit).date))
            credit = row;
    goTo(viewCredit(l, credit).reference);
    QCOMPARE(currentEvent(), viewCredit(l, credit).reference);
    std::uint32_t settled = noRow;
    for (std::uint32_t row = 0; row < l.debitCount; ++row)
        if (l.open(row, f->workbench->today()) == 0
            && (settled == noRow || viewDebit(l, row).date > viewDebit(l, settled).date))
            settled = row;
    goTo(viewDebit(l, settled).number);
    QVERIFY(currentEvent().startsWith(viewDebit(l, settled).number));
}

void TestGoTo::aPromise()
{
    const auto& promises = f->workbench->book()->rows<Promise>();
    QVERIFY(promises.size() > 0);
    const Promise& p = promises[promises.size() - 1];
    for (const Found& found :
         findInBook(*f->workbench->book(), f->workbench->today(), Money{p.amount, p.currency}.toPlain()))
        if (found.kind == Found::Kind::Promise && found.row == promises.size() - 1) {
            f->window->openAccount(p.customer);
            f->page()->pointAt(Table::Promise, p.id.value);
            account = qobject_cast<AccountPage*>(f->page());
            QTRY_VERIFY(currentEvent().contains(dayWords(p.promisedFor, f->workbench->today())));
            return;
        }
    QFAIL("the promise was not found by its amount");
}

void TestGoTo::aPerson()
{
    const BookPtr book = f->workbench->book();
    const Contact& c = book->rows<Contact>()[book->rows<Contact>().size() - 1];
    goTo(c.email);
    QCOMPARE(f->focus(), static_cast<QWidget*>(account->findChild<PeopleBar*>()));
    QVERIFY(account->findChild<PeopleBar*>()->accessibleDescription().startsWith(c.name));
}

QTEST_MAIN(TestGoTo)
#include "tst_goto.moc"
