// A collector's day by keyboard alone: thirty accounts with every outcome, days that pass, payments that arrive, promises
// judged, call-backs that return, a dispute resolved, a person mended, reminders sent to a real mail server; then all of it
// undone, and the book is as it was while its audit tells the story.
#include "core/insight/agreements/promises.h"
#include "core/mail/secretstore.h"
#include "core/workbench/postman.h"
#include "tests/flows/flowfixture.h"
#include "tests/support/testsmtp.h"
#include "ui/pages/contacts/contactspage.h"
#include "ui/pages/imports/importspage.h"
#include "ui/pages/importwizard/importflow.h"
#include "ui/panels/calldesk.h"
#include "ui/widgets/tabledress.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <map>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Day : Flow {
    BookPtr book() const { return workbench->book(); }
    template <class T> std::uint32_t live() const
    {
        std::uint32_t n = 0;
        book()->rows<T>().forEach([&](std::uint32_t, const T&) { ++n; });
        return n;
    }
    void goTo(const char* page) // by the palette: every screen has its line there
    {
        if (window->currentPageId() == QLatin1String(page))
            return;
        key(Qt::Key_K, Qt::ControlModifier);
        type(QLatin1String(page));
        key(Qt::Key_Return);
        (void)QTest::qWaitFor([&] { return window->currentPageId() == QLatin1String(page); }, 2000);
    }
    // The payer under the cursor of Today.
    CustomerId payer() const { return window->page(u"today"_s)->findChild<CallDesk*>()->payer(); }
    // C, the digit and, where the outcome asks, its form with the defaults or what is typed into its first field.
    bool log(int digit, const QString& first = {})
    {
        const auto before = live<Activity>();
        key(Qt::Key_C);
        key(Qt::Key(Qt::Key_0 + digit));
        const bool asks = digit != 4 && digit != 5;
        if (asks && !first.isEmpty()) {
            key(Qt::Key_A, Qt::ControlModifier);
            type(first);
        }
        if (asks)
            key(Qt::Key_Return, Qt::ControlModifier);
        const bool saved = settled() && live<Activity>() == before + 1;
        if (!saved)
            key(Qt::Key_Escape);
        return saved;
    }
    bool import(const QByteArray& text)
    {
        const QString path = dir.filePath(u"payments.csv"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return false;
        file.close();
        prompter.files.push_back({path});
        key(Qt::Key_I, Qt::ControlModifier);
        ImportFlow& flow = qobject_cast<ImportsPage*>(window->page(u"imports"_s))->flow();
        const auto reaches = [&](ImportFlow::State s) {
            return QTest::qWaitFor([&] { return flow.state() == s; }, 10000);
        };
        if (!reaches(ImportFlow::State::Columns))
            return false;
        key(Qt::Key_Return);
        if (!reaches(ImportFlow::State::Review) || flow.report()->errorCount > 0)
            return false;
        key(Qt::Key_Return);
        return reaches(ImportFlow::State::Done) && settled();
    }
};

std::vector<const Promise*> promisesOf(const Book& book, const std::set<std::int64_t>& known)
{
    std::vector<const Promise*> out;
    book.rows<Promise>().forEach([&](std::uint32_t, const Promise& p) {
        if (!known.contains(p.id.value))
            out.push_back(&p);
    });
    return out;
}

} // namespace

class TestCollectorsDay : public QObject {
    Q_OBJECT
private slots:
    void aDayByKeyboard();

private:
    void thirtyAccounts(Day& f);
    void callBacksReturn(Day& f);
    void paymentsJudgePromises(Day& f, const std::set<std::int64_t>& known);
    void aDisputeIsResolved(Day& f);
    void aPersonIsMended(Day& f);
    void remindersAreSent(Day& f, TestSmtp& server);
    void allIsUndone(Day& f, const BookPtr& start, const QString& path);
    int m_sent = 0;
};

void TestCollectorsDay::aDayByKeyboard()
{
    Day f;
    const QString path = f.samplePath();
    f.open(path);
    const BookPtr start = f.book();
    std::set<std::int64_t> known;
    start->rows<Promise>().forEach([&](std::uint32_t, const Promise& p) { known.insert(p.id.value); });
    TestSmtp server;
    QVERIFY(server.port() > 0);
    thirtyAccounts(f);
    if (QTest::currentTestFailed())
        return;
    callBacksReturn(f);
    if (QTest::currentTestFailed())
        return;
    aDisputeIsResolved(f);
    if (QTest::currentTestFailed())
        return;
    aPersonIsMended(f);
    if (QTest::currentTestFailed())
        return;
    remindersAreSent(f, server);
    if (QTest::currentTestFailed())
        return;
    paymentsJudgePromises(f, known);
    if (QTest::currentTestFailed())
        return;
    allIsUndone(f, start, path);
}

// Every outcome three times over; each leaves the record that is its effect.
void TestCollectorsDay::thirtyAccounts(Day& f)
{
    const auto promises = f.live<Promise>(), disputes = f.live<Dispute>(), requests = f.live<CustomerRequest>(),
               statuses = f.live<PayerStatus>(), confirms = f.live<ConfirmBy>();
    std::map<int, int> done;
    std::set<std::int64_t> worked;
    for (int i = 0; i < 30; ++i) {
        const int digit = (i + 1) % 10;
        QVERIFY(!f.workbench->insights()->calls.next.empty());
        // The list may still be taking its new order: nobody is called twice.
        for (int down = 0; down < 60 && worked.contains(f.payer().value); ++down)
            f.key(Qt::Key_Down);
        QVERIFY(f.payer() && worked.insert(f.payer().value).second);
        QVERIFY2(f.log(digit, digit == 6 ? u"+1bd 10:30"_s : QString()),
                 qPrintable(u"outcome %1, account %2"_s.arg(digit).arg(i + 1)));
        ++done[digit];
        f.clock.set(f.clock.now() + 60'000);
    }
    QCOMPARE(done.size(), std::size_t(10));
    QCOMPARE(f.live<Promise>(), promises + 3);
    QCOMPARE(f.live<Dispute>(), disputes + 3);
    QCOMPARE(f.live<CustomerRequest>(), requests + 3);
    QVERIFY(f.live<PayerStatus>() >= statuses + 3);
    QVERIFY(f.live<ConfirmBy>() > confirms);
}

// The next business day at their half past ten they stand in the lane of call-backs, and not a minute before.
void TestCollectorsDay::callBacksReturn(Day& f)
{
    std::vector<NextAction> asked; // copies: a kept draft makes a new book meanwhile
    f.book()->rows<NextAction>().forEach([&](std::uint32_t, const NextAction& n) {
        if (n.kind == NextActionKind::CallBack && n.madeOn == f.workbench->today() && n.user == u"ana")
            asked.push_back(n);
    });
    QCOMPARE(asked.size(), std::size_t(3));
    const auto standing = [&](CustomerId payer) {
        for (const CallRow& row : f.workbench->insights()->calls.rows)
            if (f.book()->customers()[row.payer].id == payer)
                return QString(laneName(row.lane) + u": "_s + say(row.nextStep) + u", "_s + say(row.whyNot));
        return u"not on the list"_s;
    };
    const auto due = [&](CustomerId payer) {
        for (const CallRow& row : f.workbench->insights()->calls.rows)
            if (f.book()->customers()[row.payer].id == payer)
                return row.lane == Lane::CallBack;
        return false;
    };
    for (const NextAction& n : asked) {
        QCOMPARE(f.book()->calendar().isBusinessDay(f.book()->dayOf(n.at)), true);
        const CustomerId payer = n.customer;
        const Instant at = n.at;
        f.clock.set(at - 60'000);
        f.key(Qt::Key_F5);
        QVERIFY(f.settled());
        QVERIFY(QTest::qWaitFor([&] { return !due(payer); }, 5000));
        f.clock.set(at + 1000);
        f.key(Qt::Key_F5);
        const bool returned = QTest::qWaitFor([&] { return due(payer); }, 5000);
        QVERIFY2(returned, qPrintable(standing(payer)));
    }
}

void TestCollectorsDay::aDisputeIsResolved(Day& f)
{
    const auto open = [&] {
        int n = 0;
        f.book()->rows<Dispute>().forEach(
            [&](std::uint32_t, const Dispute& d) { n += d.resolvedOn.isValid() ? 0 : 1; });
        return n;
    };
    const int before = open();
    f.goTo("disputes");
    QCOMPARE(f.window->currentPageId(), u"disputes"_s);
    auto* table = qobject_cast<TableDress*>(f.page()->listWidget());
    QTRY_VERIFY(table && table->model()->rowCount() >= before);
    f.key(Qt::Key_End); // short payments stand above the disputes
    f.key(Qt::Key_R);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return f.settled() && open() == before - 1; }, 5000));
}

void TestCollectorsDay::aPersonIsMended(Day& f)
{
    f.goTo("contacts");
    auto* page = qobject_cast<ContactsPage*>(f.page());
    QVERIFY(page);
    QVERIFY(QTest::qWaitFor([&] { return qobject_cast<TableDress*>(page->listWidget())->currentId() > 0; }, 5000));
    auto* table = qobject_cast<TableDress*>(page->listWidget());
    const ContactId id(table->currentId());
    QVERIFY(f.book()->rows<Contact>().find(id));
    f.key(Qt::Key_Return);
    f.key(Qt::Key_A, Qt::ControlModifier);
    f.type(u"Grace Mended"_s);
    f.key(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return f.book()->rows<Contact>().find(id)->name == u"Grace Mended"; }, 5000));
    QVERIFY(f.settled());
    f.key(Qt::Key_Slash); // worked on, it may stand elsewhere now
    f.type(u"Grace Mended"_s);
    f.key(Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return table->currentId() == id.value; }, 5000));
    f.key(Qt::Key_V);
    f.key(Qt::Key_Return);
    QVERIFY(
        QTest::qWaitFor([&] { return f.book()->rows<Contact>().find(id)->verifiedOn == f.workbench->today(); }, 5000));
    QVERIFY(f.settled());
}

// Previewed, ticked and sent: the server has each once, for one recipient.
void TestCollectorsDay::remindersAreSent(Day& f, TestSmtp& server)
{
    MailAccount account;
    account.mode = MailMode::Smtp;
    account.host = u"127.0.0.1"_s;
    account.port = server.port();
    account.security = MailSecurity::LoopbackPlain;
    account.fromName = u"Receivables"_s;
    account.fromAddress = u"ar@seller.example"_s;
    account.secondsBetween = 0;
    QVERIFY(f.workbench->submit(SetMailAccount{account}));
    QVERIFY(f.settled());
    SessionSecrets session, keychain;
    Postman postman(*f.workbench, session, keychain);
    f.goTo("reminders");
    QCOMPARE(f.window->currentPageId(), u"reminders"_s);
    QVERIFY(f.arrived());
    for (int i = 0; i < 3; ++i) {
        f.key(Qt::Key_Space);
        f.key(Qt::Key_Down);
    }
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return f.live<OutboxMessage>() > 0; }, 10000));
    QVERIFY(f.settled());
    const auto queued = int(f.live<OutboxMessage>());
    QCOMPARE(server.count(), 0); // held
    f.clock.set(f.clock.now() + mailHoldMs + 1);
    postman.look();
    QVERIFY(QTest::qWaitFor([&] { return server.count() == queued; }, 20000));
    const auto sent = [&] {
        int n = 0;
        f.book()->rows<OutboxMessage>().forEach(
            [&](std::uint32_t, const OutboxMessage& m) { n += m.state == OutboxState::Sent ? 1 : 0; });
        return n;
    };
    QVERIFY(QTest::qWaitFor([&] { return sent() == queued; }, 10000));
    for (int i = 1; i <= queued; ++i)
        QCOMPARE(server.envelope(i)[u"rcpt"_s].toArray().size(), 1);
    m_sent = queued;
    postman.close();
    QVERIFY(f.settled());
}

// One promise of the day is paid, the others are not; judged when the bank data reach beyond their deadline.
void TestCollectorsDay::paymentsJudgePromises(Day& f, const std::set<std::int64_t>& known)
{
    const auto made = promisesOf(*f.book(), known);
    QCOMPARE(made.size(), std::size_t(3));
    Date last;
    for (const Promise* p : made)
        if (!last.isValid() || p->promisedFor > last)
            last = p->promisedFor;
    const Date later = f.book()->calendar().addBusinessDays(last, 5);
    const std::vector<PromiseId> ids{made[0]->id, made[1]->id, made[2]->id};
    const Promise paid = *made[0];
    const QString payer = f.book()->customers()[f.book()->customerRow(paid.customer)].externalId;
    QByteArray rows = "payment_ref,customer_id,date,currency,amount,invoice_no,allocated\n";
    const QByteArray whole = Money{paid.amount, paid.currency}.toPlain().toUtf8();
    for (const PromiseLine& l : paid.lines) {
        const std::uint32_t row = f.book()->ledger().debitRow(l.debit);
        rows += "DAY-1," + payer.toUtf8() + ',' + paid.promisedFor.toIso().toUtf8() + ','
                + paid.currency.toString().toUtf8() + ',' + whole + ','
                + viewDebit(f.book()->ledger(), row).number.toUtf8() + ','
                + Money{l.amount, paid.currency}.toPlain().toUtf8() + '\n';
    }
    f.clock.set(instantIn({}, later, 15 * 60));
    f.key(Qt::Key_F5);
    QVERIFY(f.settled());
    // The file also says that the bank is known through yesterday.
    rows += "DAY-2," + payer.toUtf8() + ',' + (later - 1).toIso().toUtf8() + ',' + paid.currency.toString().toUtf8()
            + ",1.00,,\n";
    QVERIFY(f.import(rows));
    const Book& book = *f.book();
    QVERIFY(judge(book, *book.rows<Promise>().find(ids[0]), f.workbench->today()).state == PromiseState::Kept);
    for (std::size_t i = 1; i < ids.size(); ++i) {
        const auto standing = judge(book, *book.rows<Promise>().find(ids[i]), f.workbench->today());
        QVERIFY2(standing.state == PromiseState::Broken || standing.state == PromiseState::Due,
                 qPrintable(promiseStateName(standing.state)));
    }
}

void TestCollectorsDay::allIsUndone(Day& f, const BookPtr& start, const QString& path)
{
    f.goTo("today");
    int undone = 0;
    while (f.workbench->canUndo() && undone < 100) {
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
        ++undone;
    }
    QVERIFY(!f.workbench->canUndo());
    QVERIFY(undone >= 35); // thirty calls, a dispute, a person twice, the account, the mails, the import
    QVERIFY(sameLiveRows(*start, *f.book()));
    f.window.reset();
    f.workbench.reset();
    auto store = BookStore::open(path, BookStore::Mode::ReadOnly, {u"ana"_s, f.clock.now()});
    QVERIFY(store);
    const auto book = (*store)->load();
    QVERIFY(book);
    QVERIFY(sameLiveRows(*start, **book));
    const auto report = (*store)->verify();
    QVERIFY(report);
    QVERIFY2(report->isClean(), report->findings.empty() ? "" : qPrintable(report->findings[0].what));
    // What left by mail is still said to have left.
    int sent = 0;
    (*book)->rows<OutboxMessage>().forEach(
        [&](std::uint32_t, const OutboxMessage& m) { sent += m.state == OutboxState::Sent ? 1 : 0; });
    QCOMPARE(sent, m_sent);
    const auto chain = (*store)->verifyAudit();
    QVERIFY(chain);
    QCOMPARE(chain->firstBad, 0);
    int calls = 0, backs = 0;
    const auto entries = (*store)->auditEntries();
    QVERIFY(entries);
    for (const AuditEntry& e : *entries) {
        backs += e.action.contains(u"undo") ? 1 : 0; // "undo: …", "import undone"
        calls += e.action == u"call logged" ? 1 : 0;
    }
    QVERIFY(calls >= 30);
    QCOMPARE(backs, undone);
}

QTEST_MAIN(TestCollectorsDay)
#include "tst_collectorsday.moc"
