// The account page in the whole window, by keyboard alone: items, files, timeline, what to say, the next step, what we owe
// them, and an import that lands while the account is open.
#include "core/domain/provisionalids.h"
#include "core/exchange/importer.h"
#include "core/insight/calls/nextstep.h"
#include "tests/flows/flowfixture.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/account/timelineview.h"
#include "ui/pages/today/todaypage.h"
#include "ui/panels/accountform.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/newsbanner.h"
#include "ui/panels/payergroup.h"
#include "ui/panels/payerpanel.h"
#include "ui/panels/sayblock.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/tabledress.h"

#include <QDropEvent>
#include <QFile>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestAccountPage : public QObject {
    Q_OBJECT
private slots:
    void itemsAreTickedAndPromised();
    void timelineFiltersByKey();
    void whatToSayUnfolds();
    void whoPaysForWhomByKey();
    void filesByKeyAndByDrop();
    void aNextStepIsOneKeyAway();
    void whatWeOweThemStandsFirst();
    void repeatAndPutBackWorkHereToo();
    void theSameFormOnTheNextAccount();
    void ticksHoldWhateverIsAsked();
    void aLetterWithoutACommandDoesNothing();
    void anImportTurnsTheAccount();
    void anImportTurnsTheRowOnToday();

private:
    static AccountPage* accountOf(Flow& f) { return qobject_cast<AccountPage*>(f.window->page(u"account"_s)); }
    // Opens an account and waits until it is shown.
    static AccountPage* open(Flow& f, std::uint32_t payer)
    {
        const CustomerId id = f.workbench->book()->customers()[payer].id;
        f.window->openAccount(id);
        AccountPage* page = accountOf(f);
        const bool shown = QTest::qWaitFor([&] { return page->shownFacts().id == id && f.settled(); }, 5000);
        if (!shown)
            qFatal("the account is not shown");
        page->table()->setFocus();
        QApplication::processEvents();
        return page;
    }
    static std::uint32_t firstToCall(const Flow& f)
    {
        const CallList& calls = f.workbench->insights()->calls;
        return calls.rows[calls.next.front()].payer;
    }
    // A payment file for the payer's oldest open invoice of the base currency; its number.
    static QString payOldest(Flow& f, std::uint32_t payer, const QString& reference)
    {
        const BookPtr book = f.workbench->book();
        const Date today = f.workbench->today();
        std::uint32_t oldest = noRow;
        for (const std::uint32_t site : book->paidBy(payer))
            for (const std::uint32_t row : book->ledger().debitsOf(site)) {
                const DebitView v = viewDebit(book->ledger(), row);
                if (book->ledger().open(row, today) > 0
                    && (oldest == noRow || v.due < viewDebit(book->ledger(), oldest).due))
                    oldest = row;
            }
        const DebitView v = viewDebit(book->ledger(), oldest);
        const QString amount = Money{book->ledger().open(oldest, today), v.currency}.toPlain();
        QFile file(f.dir.filePath(reference + u".csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(QString(u"payment_ref,kind,customer_id,date,currency,amount,invoice_no,allocated\n"_s + reference
                           + u",payment,"_s + book->customers()[v.customer].externalId + u","_s + today.toIso() + u","_s
                           + v.currency.toString() + u","_s + amount + u","_s + v.number + u","_s + amount + u"\n"_s)
                       .toUtf8());
        file.close();
        ImportOptions options;
        options.today = today;
        options.now = f.clock.now();
        options.user = u"ana"_s;
        ProvisionalIds ids;
        auto report = stage(*book, {file.fileName()}, options, ids);
        if (!report || !report->errors.empty())
            qFatal("the file is not taken");
        QSignalSpy finished(f.workbench.get(), &Workbench::importFinished);
        f.workbench->commitImport(std::make_shared<StagedImport>(std::move(report->staged)));
        if (!QTest::qWaitFor([&] { return finished.count() > 0; }, 5000) || !finished.first().first().value<Outcome>())
            qFatal("the import did not land");
        return v.number;
    }
};

void TestAccountPage::itemsAreTickedAndPromised()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, firstToCall(f));
    QCOMPARE(page->table()->bookModel()->columns().front().id, u"tick"_s);
    QVERIFY(!page->table()->hasPicked());
    f.key(Qt::Key_Space);
    QVERIFY(page->table()->hasPicked());
    QVERIFY(page->table()->property("ticking").toBool());
    f.key(Qt::Key_P);
    QVERIFY(page->desk()->isBusy());
    f.key(Qt::Key_Escape);
    QVERIFY(!page->desk()->isBusy());
    QVERIFY(page->table()->hasPicked());
    f.key(Qt::Key_Escape);
    QVERIFY(!page->table()->hasPicked());
    // A click into the box ticks; what was only current is not among the ticked.
    page->table()->selectFirst();
    const QModelIndex box = page->table()->model()->index(page->table()->model()->rowCount() - 1, 0);
    page->table()->scrollTo(box);
    QTest::mouseClick(page->table()->viewport(), Qt::LeftButton, {}, page->table()->visualRect(box).center());
    QVERIFY(page->table()->hasPicked());
    QCOMPARE(page->table()->selectedRows().size(), 1U);
    QTest::mouseClick(page->table()->viewport(), Qt::LeftButton, {}, page->table()->visualRect(box).center());
    QVERIFY(!page->table()->hasPicked());
}

void TestAccountPage::timelineFiltersByKey()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, firstToCall(f));
    TimelineModel* model = page->timelineView()->model();
    const int all = model->rowCount();
    f.key(Qt::Key_4, Qt::AltModifier);
    QVERIFY(model->kinds() == TimelineModel::Kinds::Money);
    QVERIFY(model->rowCount() > 0 && model->rowCount() < all);
    f.key(Qt::Key_T);
    QVERIFY(page->timelineView()->list()->hasFocus());
    f.key(Qt::Key_1, Qt::AltModifier); // the keys work from the timeline too
    QCOMPARE(model->rowCount(), all);
    f.key(Qt::Key_Escape);
    QVERIFY(page->table()->hasFocus());
}

void TestAccountPage::whatToSayUnfolds()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, firstToCall(f));
    page->desk()->flush();
    const SayBlock* say = page->desk()->findChild<PayerPanel*>()->say();
    QVERIFY(say && say->text().contains(u"Hello"_s));
    QVERIFY(say->text().contains(u"Practice book"_s));
    QVERIFY(!say->isUnfolded());
    f.key(Qt::Key_Y);
    QVERIFY(say->isUnfolded() && say->text().contains(u"They: "_s));
    f.key(Qt::Key_Y);
    QVERIFY(!say->isUnfolded());
}

void TestAccountPage::whoPaysForWhomByKey()
{
    Flow f;
    f.open(f.samplePath());
    AccountPage* page = open(f, firstToCall(f));
    auto* group = page->findChild<PayerGroupPanel*>();
    QVERIFY(group && !group->isVisible());
    f.key(Qt::Key_G);
    QVERIFY(group->isVisible() && group->isAncestorOf(f.focus()));
    QVERIFY(!group->lines().isEmpty());
    f.key(Qt::Key_Escape);
    QVERIFY(!group->isVisible());
    QVERIFY(page->table()->hasFocus());
}

void TestAccountPage::filesByKeyAndByDrop()
{
    Flow f;
    f.open(f.samplePath());
    const std::uint32_t payer = firstToCall(f);
    AccountPage* page = open(f, payer);
    const BookPtr start = f.workbench->book();
    QFile file(f.dir.filePath(u"delivery note.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("signed");
    file.close();
    f.prompter.files.push_back({file.fileName()});
    f.key(Qt::Key_F);
    QVERIFY(f.settled());
    QListWidget* list = page->files()->list();
    QVERIFY(QTest::qWaitFor([&] { return list->count() == 1; }, 5000));
    QVERIFY(list->item(0)->text().startsWith(u"delivery note.txt"_s));
    QVERIFY(page->timelineView()->model()->dump().contains(u"File"_s));
    // Once more by drop, under another name.
    const QString second = f.dir.filePath(u"second.txt"_s);
    QVERIFY(QFile::copy(file.fileName(), second));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(second)});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page->files(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page->files(), &drop);
    QVERIFY(QTest::qWaitFor([&] { return list->count() == 2; }, 5000));
    page->table()->setFocus();
    f.key(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(list->hasFocus());
    f.key(Qt::Key_Delete);
    QVERIFY(QTest::qWaitFor([&] { return list->count() == 1 && f.settled(); }, 5000));
    for (int i = 0; i < 3; ++i) {
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
    QVERIFY(QTest::qWaitFor([&] { return list->count() == 0; }, 5000));
}

void TestAccountPage::aNextStepIsOneKeyAway()
{
    Flow f;
    f.open(f.samplePath());
    const InsightsPtr in = f.workbench->insights();
    std::uint32_t without = noRow;
    for (std::uint32_t row = 0; row < in->book->customers().size() && without == noRow; ++row) {
        const auto call = std::ranges::find(in->calls.rows, row, &CallRow::payer);
        const CallRow* known = call == in->calls.rows.end() ? nullptr : &*call;
        if (in->book->payerRow(row) == row && !nextStepOf(*in->book, known, row, in->day).set)
            without = row;
    }
    QVERIFY(without != noRow);
    AccountPage* page = open(f, without);
    QVERIFY(!page->shownFacts().nextStep.set);
    const Date proposed = page->shownFacts().nextStep.day;
    f.key(Qt::Key_W);
    QVERIFY(f.settled());
    QVERIFY(QTest::qWaitFor([&] { return page->shownFacts().nextStep.set; }, 5000));
    QCOMPARE(page->shownFacts().nextStep.day, proposed);
}

void TestAccountPage::whatWeOweThemStandsFirst()
{
    Flow f;
    f.open(f.samplePath());
    const std::uint32_t payer = firstToCall(f);
    AccountPage* page = open(f, payer);
    QVERIFY(page->shownFacts().owed.empty());
    AddRequest ask;
    ask.payer = f.workbench->book()->customers()[payer].id;
    ask.draft.what = u"a signed delivery note"_s;
    QVERIFY(f.workbench->submit(ask));
    QVERIFY(QTest::qWaitFor([&] { return page->shownFacts().owed.size() == 1; }, 5000));
    QVERIFY(page->shownFacts().owed.front().text.startsWith(u"a signed delivery note"_s));
    page->table()->setFocus();
    f.key(Qt::Key_O);
    QVERIFY(QTest::qWaitFor([&] { return page->shownFacts().owed.empty() && f.settled(); }, 5000));
}

void TestAccountPage::repeatAndPutBackWorkHereToo()
{
    Flow f;
    f.open(f.samplePath());
    const CallList& calls = f.workbench->insights()->calls;
    const std::uint32_t first = calls.rows[calls.next[0]].payer, second = calls.rows[calls.next[1]].payer;
    AccountPage* page = open(f, first);
    f.key(Qt::Key_C);
    f.key(Qt::Key_4); // voicemail
    QVERIFY(f.settled());
    open(f, second);
    const auto before = f.workbench->book()->activitiesOf(second).size();
    f.key(Qt::Key_Period);
    QVERIFY(f.settled());
    const BookPtr book = f.workbench->book();
    QCOMPARE(book->activitiesOf(second).size(), before + 1);
    QVERIFY(book->rows<Activity>()[book->activitiesOf(second).back()].outcome == CallOutcome::Voicemail);
    page->table()->setFocus();
    const auto nexts = book->nextActionsOf(second).size();
    f.key(Qt::Key_U);
    QVERIFY(f.settled());
    const BookPtr after = f.workbench->book();
    QCOMPARE(after->nextActionsOf(second).size(), nexts + 1);
    QVERIFY(after->rows<NextAction>()[after->nextActionsOf(second).back()].kind == NextActionKind::PutBack);
}

void TestAccountPage::theSameFormOnTheNextAccount()
{
    Flow f;
    f.open(f.samplePath());
    f.key(Qt::Key_Return); // from the list, so that there is a next one
    AccountPage* page = accountOf(f);
    QVERIFY(page);
    QTRY_VERIFY(page->shownFacts().id == page->customer() && f.settled());
    const CustomerId first = page->customer();
    page->table()->setFocus();
    f.key(Qt::Key_A, Qt::ShiftModifier);
    FieldForm* form = page->accountForm()->form();
    QVERIFY(form->isVisible());
    f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier); // nothing was changed
    QTRY_VERIFY(page->customer() != first && page->shownFacts().id == page->customer());
    QTRY_VERIFY(form->isVisible());
    const Customer* second = f.workbench->book()->customers().find(page->customer());
    QCOMPARE(form->text(u"owner"_s), second->owner);
    form->setText(u"hurdles"_s, u"a portal"_s); // and with a change
    f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(page->customer() != second->id && f.settled() && page->shownFacts().id == page->customer());
    QTRY_VERIFY(form->isVisible());
    QCOMPARE(f.workbench->book()->customers().find(second->id)->hurdles, u"a portal"_s);
    QVERIFY(form->text(u"hurdles"_s) != u"a portal"_s);
}

// What was ticked for a form that was left is not what the next one is about.
void TestAccountPage::ticksHoldWhateverIsAsked()
{
    Flow f;
    f.open(f.samplePath());
    const std::vector<std::uint32_t> next(f.workbench->insights()->calls.next.begin(),
                                          f.workbench->insights()->calls.next.end());
    AccountPage* page = nullptr;
    QString all, ticked;
    for (std::size_t i = 0; i < next.size() && all == ticked; ++i) { // an account of which one item is not all
        if (page) { // the form, then the ticks
            f.key(Qt::Key_Escape);
            f.key(Qt::Key_Escape);
        }
        page = open(f, f.workbench->insights()->calls.rows[next[i]].payer);
        f.key(Qt::Key_P);
        all = page->desk()->form()->text(u"amount"_s);
        f.key(Qt::Key_Escape);
        f.key(Qt::Key_Space);
        f.key(Qt::Key_P);
        ticked = page->desk()->form()->text(u"amount"_s);
    }
    QVERIFY2(ticked != all, qPrintable(all));
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_1); // of a call too
    QCOMPARE(page->desk()->form()->text(u"amount"_s), ticked);
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Escape);
    QVERIFY(!page->table()->hasPicked());
    f.key(Qt::Key_1);
    QCOMPARE(page->desk()->form()->text(u"amount"_s), all);
}

void TestAccountPage::aLetterWithoutACommandDoesNothing()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(u"accounts"_s);
    auto* table = qobject_cast<TableDress*>(f.page()->listWidget());
    QTRY_VERIFY(table->model()->rowCount() > 1);
    table->selectFirst();
    table->setFocus();
    const std::int64_t first = table->currentId();
    const QString last = table->bookModel()->text(table->model()->rowCount() - 1, 0);
    const auto typeIt = [&] { f.key(Qt::Key(last[0].toUpper().unicode()), Qt::ShiftModifier); };
    QVERIFY(last[0].isLetter() && last[0] != table->bookModel()->text(0, 0)[0]);
    typeIt();
    QCOMPARE(table->currentId(), first);
    f.window->catalog().setSingleLetters(false);
    typeIt();
    QVERIFY(table->currentId() != first); // no command: it is what somebody looks for
}

void TestAccountPage::anImportTurnsTheAccount()
{
    Flow f;
    f.open(f.samplePath());
    const std::uint32_t payer = firstToCall(f);
    AccountPage* page = open(f, payer);
    QVERIFY(page->news()->text().isEmpty());
    const QString number = payOldest(f, payer, u"WIRE-1"_s);
    QVERIFY(QTest::qWaitFor([&] { return !page->news()->text().isEmpty(); }, 5000));
    const QString told = page->news()->text();
    QVERIFY2(told.contains(u"Paid 14:30, do not ask: "_s + number), qPrintable(told));
    QVERIFY(page->news()->isVisible());
    page->table()->setFocus();
    f.key(Qt::Key_R); // read
    QVERIFY(!page->news()->isVisible());
    f.workbench->undo(); // the file was wrong: the invoice is open again
    QVERIFY(QTest::qWaitFor([&] { return f.settled(); }, 5000));
}

void TestAccountPage::anImportTurnsTheRowOnToday()
{
    Flow f;
    f.open(f.samplePath());
    f.window->openPage(u"today"_s);
    auto* today = qobject_cast<TodayPage*>(f.window->page(u"today"_s));
    const std::uint32_t payer = firstToCall(f);
    const CustomerId id = f.workbench->book()->customers()[payer].id;
    QVERIFY(QTest::qWaitFor([&] { return today->desk()->payer() == id; }, 5000));
    f.key(Qt::Key_C); // on the phone
    QVERIFY(today->desk()->isBusy());
    const QString number = payOldest(f, payer, u"WIRE-2"_s);
    QVERIFY(QTest::qWaitFor([&] { return !today->news()->text().isEmpty(); }, 5000));
    QVERIFY2(today->news()->text().contains(u"do not ask: "_s + number), qPrintable(today->news()->text()));
    QVERIFY(today->desk()->isBusy()); // the talk goes on
    QCOMPARE(today->desk()->payer(), id);
    f.key(Qt::Key_Escape);
    QVERIFY(!today->desk()->isBusy());
}

QTEST_MAIN(TestAccountPage)
#include "tst_accountpage.moc"
