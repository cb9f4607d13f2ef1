// The smaller gestures in the whole window, by keys alone: why an item is late, and what it takes back.
#include "core/insight/agreements/confirms.h"
#include "core/insight/agreements/exceptions.h"
#include "core/insight/agreements/invoicemarks.h"
#include "core/insight/calls/callpast.h"
#include "tests/flows/flowfixture.h"
#include "ui/models/booktablemodel.h"
#include "ui/pages/account/accountpage.h"
#include "ui/pages/exceptions/exceptionspage.h"
#include "ui/pages/items/itemspage.h"
#include "ui/pages/morning/morningpage.h"
#include "ui/pages/promises/keptpage.h"
#include "ui/pages/promises/promisespage.h"
#include "ui/pages/reminders/reminderspage.h"
#include "ui/pages/today/todaypage.h"
#include "ui/panels/accountform.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/dialcard.h"
#include "ui/panels/latereasonlist.h"
#include "ui/panels/mailpanel.h"
#include "ui/panels/outcomeform.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/tabledress.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestGestures : public QObject {
    Q_OBJECT
private slots:
    void whyItemsAreLate();
    void whyLateOnTheAccount();
    void theyConfirmed();
    void theyDidNotConfirm();
    void theMorningsUnconfirmed();
    void exceptionsAreGrantedAndRenewed();
    void theAccountsOwnFields();
    void promisesAreWrittenAboutAndCounted();
    void whatSpeaksAgainstACall();

private:
    static AccountPage* open(Flow& f, CustomerId id)
    {
        f.window->openAccount(id);
        auto* page = qobject_cast<AccountPage*>(f.window->page(u"account"_s));
        if (!QTest::qWaitFor([&] { return page->shownFacts().id == id && f.settled(); }, 5000))
            qFatal("the account is not shown");
        page->table()->setFocus();
        QApplication::processEvents();
        return page;
    }
    // Somebody said that by the day they would confirm the run.
    static CustomerId saidSo(Flow& f, const QString& confirmBy)
    {
        const InsightsPtr in = f.workbench->insights();
        for (const std::uint32_t line : in->calls.next) {
            const CallRow& row = in->calls.rows[line];
            if (row.contact == noRow)
                continue;
            LogCall call;
            call.payer = in->book->customers()[row.payer].id;
            call.contact = in->book->rows<Contact>()[row.contact].id;
            call.outcome = CallOutcome::SaysPaid;
            call.claimed = f.workbench->today();
            call.confirmBy = *Date::fromIso(confirmBy);
            call.confirmWhat = u"the run is released"_s;
            if (!f.workbench->submit(call) || !f.settled())
                qFatal("the call is not taken");
            return call.payer;
        }
        qFatal("nobody to call");
    }
    static const ConfirmBy* confirmOf(const Flow& f, CustomerId payer)
    {
        const BookPtr book = f.workbench->book();
        return openConfirm(*book, book->customerRow(payer), f.workbench->today());
    }
    // Of those to call next, the first with that many items past due.
    static CustomerId withLateItems(const Flow& f, int atLeast)
    {
        const InsightsPtr in = f.workbench->insights();
        for (const std::uint32_t line : in->calls.next) {
            const std::uint32_t payer = in->calls.rows[line].payer;
            int n = 0;
            for (const std::uint32_t row : in->book->ledger().debitsOf(payer))
                n += in->book->ledger().open(row, in->day) > 0 && viewDebit(in->book->ledger(), row).due < in->day;
            if (n >= atLeast)
                return in->book->customers()[payer].id;
        }
        qFatal("nobody is late");
    }
};

void TestGestures::whyItemsAreLate()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    f.key(Qt::Key_3, Qt::ControlModifier);
    auto* page = qobject_cast<ItemsPage*>(f.page());
    QVERIFY(page);
    QVERIFY(QTest::qWaitFor([&] { return page->model()->rowCount() > 0; }, 5000));
    auto* table = qobject_cast<TableDress*>(page->listWidget());
    QVERIFY(QTest::qWaitFor([&] { return f.focus() == table; }, 5000));
    const DebitId id(table->currentId()); // the one longest past due
    const auto reason = [&] {
        const BookPtr book = f.workbench->book();
        return lateReasonOf(*book, book->ledger().debitRow(id), f.workbench->today());
    };
    const LateReason before = reason();
    f.key(Qt::Key_B);
    LateReasonList* list = page->whyLate();
    QVERIFY(list->isVisible() && list->list()->hasFocus());
    f.key(Qt::Key_C);
    QCOMPARE(int(list->chosen()), int(LateReason::CashApplication));
    f.key(Qt::Key_Escape); // nothing was said
    QVERIFY(!list->isVisible() && table->hasFocus());
    QCOMPARE(int(reason()), int(before));
    f.key(Qt::Key_B);
    f.key(Qt::Key_C);
    f.key(Qt::Key_Down);
    QCOMPARE(int(list->chosen()), int(LateReason::Credit));
    QSignalSpy shown(page, &ItemsPage::rowsShown);
    f.key(Qt::Key_Return);
    QVERIFY(!list->isVisible() && table->hasFocus());
    QVERIFY(QTest::qWaitFor([&] { return shown.count() > 0; }, 5000) && f.settled());
    QCOMPARE(int(reason()), int(LateReason::Credit));
    QVERIFY(table->setCurrentId(id.value));
    const BookTableModel* model = page->model();
    QCOMPARE(model->text(table->currentIndex().row(), model->columnOf(u"why_late"_s)), u"credit"_s);
    f.key(Qt::Key_B); // it opens on what is known
    QCOMPARE(int(list->chosen()), int(LateReason::Credit));
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

void TestGestures::whyLateOnTheAccount()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    AccountPage* page = open(f, withLateItems(f, 2));
    page->table()->selectFirst(); // the longest past due stand first
    f.key(Qt::Key_Space);
    f.key(Qt::Key_Down);
    f.key(Qt::Key_Space);
    f.key(Qt::Key_B);
    QVERIFY(page->whyLate()->isVisible());
    QVERIFY2(page->whyLate()->about().startsWith(u"2 invoices, "_s), qPrintable(page->whyLate()->about()));
    f.key(Qt::Key_P);
    f.key(Qt::Key_Tab);
    f.type(u"wants 47"_s);
    f.key(Qt::Key_Escape); // kept
    QVERIFY(!page->whyLate()->isVisible() && page->table()->hasFocus());
    f.key(Qt::Key_B);
    QCOMPARE(page->whyLate()->note()->text(), u"wants 47"_s);
    f.key(Qt::Key_P);
    f.key(Qt::Key_Tab);
    f.key(Qt::Key_End);
    f.type(u"11"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QCOMPARE(f.workbench->book()->rows<InvoiceMark>().size(), start->rows<InvoiceMark>().size() + 2);
    QVERIFY(!page->table()->hasPicked());
    QVERIFY(QTest::qWaitFor([&] { return page->shownFacts().howTheyPay.contains(u"PO (2 items)"_s); }, 5000));
    const auto& events = page->shownFacts().events;
    QVERIFY(std::ranges::any_of(events, [](const TimelineEvent& e) {
        return e.kind == EventKind::Mark && say(e.outcome) == u"late because of PO"_s && e.who == u"ana"_s
               && say(e.note).endsWith(u"wants 4711"_s);
    }));
    // Another day is looked at: nothing is said then.
    f.workbench->setAsOf(f.workbench->today() - 7);
    QVERIFY(f.settled());
    page->table()->setFocus();
    f.key(Qt::Key_B);
    QVERIFY(!page->whyLate()->isVisible());
    f.workbench->setAsOf(f.workbench->today());
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

void TestGestures::theyConfirmed()
{
    Flow f;
    f.open(f.samplePath());
    const CustomerId payer = saidSo(f, u"2025-11-18"_s);
    const BookPtr before = f.workbench->book();
    QVERIFY(confirmOf(f, payer));
    AccountPage* page = open(f, payer);
    const auto& rows = page->shownFacts().agreements;
    QVERIFY(!rows.empty());
    QCOMPARE(rows.front().label, u"They confirm by Tue 18 Nov: the run is released"_s);
    QVERIFY(QTest::qWaitFor([&] { return page->desk()->facts().confirm.id.isValid(); }, 5000));
    f.key(Qt::Key_I);
    QVERIFY(f.settled());
    QVERIFY(!confirmOf(f, payer));
    QVERIFY(QTest::qWaitFor([&] { return !page->desk()->facts().confirm.id.isValid(); }, 5000));
    QString said;
    connect(page, &Page::said, this, [&](const QString& s) { said = s; });
    f.key(Qt::Key_I);
    QCOMPARE(said, u"Nothing waits for a confirmation of theirs."_s);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*before, *f.workbench->book()));
    QVERIFY(confirmOf(f, payer));
}

void TestGestures::theyDidNotConfirm()
{
    Flow f;
    const QString path = f.samplePath();
    f.open(path);
    const CustomerId payer = saidSo(f, u"2025-11-14"_s);
    f.clock.set(instantIn({}, *Date::fromCivil(2025, 11, 17), 14 * 60 + 30)); // Monday
    f.open(path);
    QVERIFY(f.settled());
    const ConfirmBy* unmet = confirmOf(f, payer);
    QVERIFY(unmet);
    const ConfirmMail mail = draftConfirmMail(*f.workbench->book(), *unmet, f.workbench->today());
    auto* today = qobject_cast<TodayPage*>(f.window->page(u"today"_s));
    f.window->openPage(u"today"_s);
    today->setLane(laneName(Lane::Escalated));
    QVERIFY(QTest::qWaitFor([&] { return today->table()->setCurrentId(payer.value); }, 5000));
    today->table()->setFocus();
    QVERIFY(QTest::qWaitFor([&] { return today->desk()->facts().confirm.unmet; }, 5000));
    QVERIFY(today->desk()->facts().confirm.text.startsWith(u"Not confirmed by Fri 14 Nov"_s));
    f.key(Qt::Key_M); // the mail is drafted, to the next rung where one is known
    auto* reminders = qobject_cast<RemindersPage*>(f.page());
    QVERIFY(reminders);
    QCOMPARE(reminders->currentView(), u"write"_s);
    MailPanel* panel = reminders->mail();
    QCOMPARE(panel->payer(), payer);
    QVERIFY(panel->body()->hasFocus());
    QVERIFY(panel->body()->toPlainText().startsWith(mail.text));
    QVERIFY(panel->body()->toPlainText().contains(u"the run is released"_s));
    // What is typed is there again, also after another mail was begun.
    f.key(Qt::Key_End, Qt::ControlModifier);
    f.type(u"PS: we are here until six."_s);
    f.key(Qt::Key_Escape);
    f.window->openPage(u"reminders"_s, u"write:"_s + f.workbench->book()->customers().find(payer)->externalId);
    QVERIFY(!panel->body()->toPlainText().contains(u"until six"_s));
    f.window->openPage(u"today"_s);
    QVERIFY(QTest::qWaitFor([&] { return today->table()->setCurrentId(payer.value); }, 5000));
    today->table()->setFocus();
    f.key(Qt::Key_M);
    QVERIFY(panel->body()->toPlainText().contains(u"PS: we are here until six."_s));
}

void TestGestures::theMorningsUnconfirmed()
{
    Flow f;
    const QString path = f.samplePath();
    f.open(path);
    const CustomerId payer = saidSo(f, u"2025-11-14"_s);
    f.clock.set(instantIn({}, *Date::fromCivil(2025, 11, 17), 14 * 60 + 30)); // Monday
    f.open(path);
    const BookPtr before = f.workbench->book();
    f.window->openPage(u"morning"_s);
    auto* page = qobject_cast<MorningPage*>(f.page());
    QVERIFY(page && QTest::qWaitFor([&] { return !page->subtitle().isEmpty(); }, 5000));
    f.key(Qt::Key_7, Qt::AltModifier);
    QCOMPARE(int(page->part()), int(MorningPart::Unconfirmed));
    const auto payers = [&] { // those listed
        QStringList out;
        for (int line = 0; line < page->model()->rowCount(); ++line)
            out += page->model()->text(line, page->model()->columnOf(u"customer"_s));
        return out;
    };
    const QString name = before->customers().find(payer)->name;
    QVERIFY(QTest::qWaitFor([&] { return payers().contains(name); }, 5000));
    const int line = int(payers().indexOf(name));
    page->table()->setCurrentIndex(page->model()->index(line, 0));
    page->table()->setFocus();
    f.key(Qt::Key_M);
    auto* reminders = qobject_cast<RemindersPage*>(f.page());
    QVERIFY(reminders && reminders->mail()->payer() == payer);
    f.window->openPage(u"morning"_s, morningPartName(MorningPart::Unconfirmed));
    page->table()->setCurrentIndex(page->model()->index(line, 0));
    page->table()->setFocus();
    f.key(Qt::Key_I);
    QVERIFY(f.settled());
    QVERIFY(!confirmOf(f, payer));
    QVERIFY(QTest::qWaitFor([&] { return !payers().contains(name); }, 5000));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QVERIFY(sameLiveRows(*before, *f.workbench->book()));
    QVERIFY(QTest::qWaitFor([&] { return payers().contains(name); }, 5000));
}

void TestGestures::exceptionsAreGrantedAndRenewed()
{
    Flow f;
    const QString path = f.samplePath();
    f.open(path);
    const BookPtr start = f.workbench->book();
    AccountPage* page = open(f, withLateItems(f, 1));
    page->table()->selectFirst();
    const DebitView item = viewDebit(start->ledger(), start->ledger().debitRow(DebitId(page->table()->currentId())));
    f.key(Qt::Key_Space);
    f.key(Qt::Key_X, Qt::ShiftModifier);
    OutcomeForm* form = page->desk()->form();
    QVERIFY(page->desk()->isBusy());
    QCOMPARE(form->text(u"invoices"_s), item.number); // the ticked one
    const auto shows = [&](const QString& words) {
        for (const QLabel* l : form->findChildren<QLabel*>())
            if (l->isVisible() && l->text().contains(words))
                return true;
        return false;
    };
    f.key(Qt::Key_Return, Qt::ControlModifier); // nothing is said yet
    QVERIFY(shows(u"Is missing: say why this is an exception"_s));
    form->setText(u"reason"_s, u"their bank moved"_s);
    form->setText(u"date"_s, u"13 Nov 2025"_s);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(shows(u"Lies in the past: choose today or a later day"_s));
    form->setText(u"date"_s, u"+5bd"_s); // Fri 21 Nov
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_X, Qt::ShiftModifier); // what was typed is there again
    QCOMPARE(form->text(u"reason"_s), u"their bank moved"_s);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(f.settled());
    const auto& entries = [&]() -> const Rows<ExceptionEntry>& { return f.workbench->book()->rows<ExceptionEntry>(); };
    const std::uint32_t made = start->rows<ExceptionEntry>().size();
    QCOMPARE(entries().size(), made + 1);
    const ExceptionEntry given = entries()[made];
    QCOMPARE(given.debit, item.id);
    QCOMPARE(given.until.toIso(), u"2025-11-21"_s);
    QCOMPARE(given.costDays, given.until - item.due);
    // Ten days later it has run out; from the register it goes on.
    f.clock.set(instantIn({}, *Date::fromCivil(2025, 11, 24), 14 * 60));
    f.open(path);
    f.window->openPage(u"exceptions"_s);
    auto* list = qobject_cast<ExceptionsPage*>(f.page());
    QVERIFY(list);
    QVERIFY(QTest::qWaitFor([&] { return list->model()->rowCount() > 0; }, 5000));
    auto* table = qobject_cast<TableDress*>(list->listWidget());
    QVERIFY(table->setCurrentId(given.id.value));
    const auto cell = [&](const QString& id) {
        return list->model()->text(table->currentIndex().row(), list->model()->columnOf(id));
    };
    QCOMPARE(cell(u"state"_s), u"ran out"_s);
    QCOMPARE(cell(u"number"_s), item.number);
    table->setFocus();
    QVERIFY(f.settled());
    QVERIFY(QTest::qWaitFor([&] { return list->desk()->facts().payer.isValid(); }, 5000));
    f.key(Qt::Key_R);
    QVERIFY(list->desk()->isBusy());
    f.type(u"1 dec"_s);
    QSignalSpy shown(list, &ExceptionsPage::rowsShown);
    f.key(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return shown.count() > 0; }, 5000) && f.settled());
    QCOMPARE(entries().size(), made + 2);
    QCOMPARE(entries()[made + 1].until.toIso(), u"2025-12-01"_s);
    QCOMPARE(entries()[made + 1].reason, u"their bank moved"_s);
    QVERIFY(table->setCurrentId(entries()[made + 1].id.value));
    QCOMPARE(cell(u"state"_s), u"running"_s);
    QVERIFY(!table->setCurrentId(given.id.value)); // renewed: among the ended
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QCOMPARE(int(exceptionRegister(*f.workbench->book(), f.workbench->today()).lines.front().state),
             int(ExceptionState::RanOut));
}

void TestGestures::theAccountsOwnFields()
{
    Flow f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    const CustomerId id = withLateItems(f, 1);
    AccountPage* page = open(f, id);
    const auto now = [&] { return *f.workbench->book()->customers().find(id); };
    const Customer before = now();
    f.key(Qt::Key_A, Qt::ShiftModifier);
    FieldForm* form = page->accountForm()->form();
    QVERIFY(form->isVisible());
    QCOMPARE(form->text(u"owner"_s), before.owner);
    f.key(Qt::Key_A, Qt::ControlModifier);
    f.type(u"Zora"_s); // the owner has the focus
    form->setText(u"timezone"_s, u"Berlin"_s);
    f.key(Qt::Key_Return);
    QCOMPARE(form->errorShown(), u"Is not a time zone: write it like Europe/Berlin"_s);
    QVERIFY(sameLiveRows(*start, *f.workbench->book()) && form->isVisible());
    f.key(Qt::Key_Escape); // kept, and there again
    QVERIFY(!form->isVisible() && page->table()->hasFocus());
    f.key(Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(form->text(u"owner"_s), u"Zora"_s);
    QCOMPARE(form->text(u"timezone"_s), u"Berlin"_s);
    form->setText(u"timezone"_s, u"Europe/Berlin"_s);
    form->setText(u"hurdles"_s, u"invoices through their portal\nPO on every line"_s);
    f.key(Qt::Key_Return);
    QVERIFY(f.settled());
    QVERIFY(!form->isVisible() && page->table()->hasFocus());
    QCOMPARE(now().owner, u"Zora"_s);
    QCOMPARE(now().zone, u"Europe/Berlin"_s);
    QCOMPARE(now().hurdles, u"invoices through their portal\nPO on every line"_s);
    QCOMPARE(now().address, before.address);
    QVERIFY(QTest::qWaitFor([&] { return page->shownFacts().about.contains(u"owner Zora"_s); }, 5000));
    f.key(Qt::Key_A, Qt::ShiftModifier); // nothing typed is left over
    QVERIFY(form->changes().isEmpty());
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.settled());
    QCOMPARE(now(), before);
}

void TestGestures::promisesAreWrittenAboutAndCounted()
{
    Flow f;
    f.open(f.samplePath());
    f.key(Qt::Key_6, Qt::ControlModifier);
    auto* promises = qobject_cast<PromisesPage*>(f.page());
    QVERIFY(promises);
    QVERIFY(QTest::qWaitFor([&] { return promises->model()->rowCount() > 0; }, 5000));
    auto* table = qobject_cast<TableDress*>(promises->listWidget());
    table->setFocus();
    QVERIFY(QTest::qWaitFor([&] { return promises->desk()->payer().isValid(); }, 5000));
    const CustomerId payer = promises->desk()->payer();
    f.key(Qt::Key_E);
    auto* reminders = qobject_cast<RemindersPage*>(f.page());
    QVERIFY(reminders);
    QCOMPARE(reminders->mail()->payer(), payer);
    f.key(Qt::Key_6, Qt::ControlModifier);
    table->setFocus();
    f.key(Qt::Key_T);
    auto* kept = qobject_cast<KeptPage*>(f.page());
    QVERIFY(kept);
    QVERIFY(QTest::qWaitFor([&] { return kept->model()->rowCount() > 0; }, 5000));
    // The first line is the book: what it says is what the promises say of it.
    const PromiseRecord all =
        promiseRecord(*f.workbench->book(), f.workbench->today() - 89, f.workbench->today(), f.workbench->today());
    QCOMPARE(kept->model()->text(0, kept->model()->columnOf(u"kept"_s)), QString::number(all.kept));
    QVERIFY(promises->headline().startsWith(
        kept->model()->text(0, kept->model()->columnOf(u"kept_count_pct"_s)).section(u' ', 0, 0)));
    auto* rates = qobject_cast<TableDress*>(kept->listWidget());
    rates->setFocus();
    f.key(Qt::Key_Return); // of the book: all promises
    QCOMPARE(f.page(), promises);
    f.key(Qt::Key_T);
    f.key(Qt::Key_PageDown, Qt::ControlModifier); // clerks
    QCOMPARE(kept->model()->text(0, 0), u"clerk"_s);
    rates->selectFirst();
    rates->setFocus();
    f.key(Qt::Key_Return);
    QCOMPARE(f.page(), promises);
    QCOMPARE(promises->filterText(), u"taken_by:\"%1\""_s.arg(kept->model()->text(0, 1)));
    f.window->openPage(u"kept"_s);
    f.key(Qt::Key_PageDown, Qt::ControlModifier); // payers
    rates->selectFirst();
    rates->setFocus();
    const QString name = kept->model()->text(rates->currentIndex().row(), 1);
    f.key(Qt::Key_Return);
    QCOMPARE(f.window->currentPageId(), u"account"_s);
    QVERIFY(QTest::qWaitFor([&] { return f.page()->title() == name; }, 5000));
}

// The third call of a day is dialled with the reason why not; it can be made and logged all the same.
void TestGestures::whatSpeaksAgainstACall()
{
    Flow f;
    f.open(f.samplePath());
    const CustomerId payer = saidSo(f, u"2025-11-18"_s); // one call today
    const AccountPage* page = open(f, payer);
    const auto warned = [&] {
        for (const QLabel* label : page->findChild<DialCard*>()->findChildren<QLabel*>())
            if (label->text().startsWith(u"Better not now: was tried 2 times today, 2 are allowed"))
                return true;
        return false;
    };
    f.key(Qt::Key_C);
    QVERIFY(page->findChild<DialCard*>()->isVisible());
    QVERIFY(!warned());
    f.key(Qt::Key_4); // a voicemail
    QVERIFY(f.settled());
    f.key(Qt::Key_C);
    QVERIFY(page->findChild<DialCard*>()->isVisible());
    QVERIFY(warned());
    f.key(Qt::Key_4);
    QVERIFY(f.settled());
    QCOMPARE(triesOf(*f.workbench->book(), f.workbench->book()->customerRow(payer), f.workbench->today()).today(), 3);
}

QTEST_MAIN(TestGestures)
#include "tst_gestures.moc"
