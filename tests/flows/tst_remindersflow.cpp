// Reminders in the real window, by keys: the account is set, what is due is sent and taken back, a strategy and a wording
// are changed with their errors beside the fields, a mail is written by hand.
#include "core/workbench/mailroom.h"
#include "tests/flows/flowfixture.h"
#include "ui/pages/reminders/dueview.h"
#include "ui/pages/reminders/mailaccountview.h"
#include "ui/pages/reminders/outboxview.h"
#include "ui/pages/reminders/reminderspage.h"
#include "ui/pages/reminders/strategyview.h"
#include "ui/pages/reminders/templateview.h"
#include "ui/panels/enclosurebox.h"
#include "ui/panels/mailpanel.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/filelist.h"
#include "ui/widgets/labelledform.h"
#include "ui/widgets/letterview.h"

#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Desk : Flow {
    RemindersPage* page = nullptr;

    explicit Desk(bool account = true)
    {
        open(samplePath());
        if (account) {
            MailAccount a;
            a.mode = MailMode::EmlFiles;
            a.folder = dir.path();
            a.fromName = u"Nordic Tools"_s;
            a.fromAddress = u"ar@nordic.example"_s;
            if (!workbench->submit(SetMailAccount{a}) || !settled())
                qFatal("the account is not taken");
        }
        window->openPage(u"reminders"_s);
        page = qobject_cast<RemindersPage*>(Flow::page());
    }
    bool worked()
    {
        return settled() && QTest::qWaitFor([this] { return page->dueView()->due() > 0; }, 5000);
    }
    std::vector<OutboxMessage> mails() const
    {
        std::vector<OutboxMessage> out;
        workbench->book()->rows<OutboxMessage>().forEach(
            [&](std::uint32_t, const OutboxMessage& m) { out.push_back(m); });
        return out;
    }
};

} // namespace

class TestRemindersFlow : public QObject {
    Q_OBJECT
private slots:
    void sendsWhatIsTickedAndTakesItBack();
    void noAccountIsSaid();
    void accountErrorsStandBesideTheirField();
    void strategyIsPreviewedBeforeItIsSaved();
    void wordingIsPreviewedAndRefused();
    void aMailByHand();
    void filesGoWithAMail();
    void theSecondsRunOnEveryPage();
};

void TestRemindersFlow::sendsWhatIsTickedAndTakesItBack()
{
    Desk d;
    QVERIFY(d.worked());
    const int due = d.page->dueView()->mails();
    d.key(Qt::Key_Space);
    d.key(Qt::Key_J);
    d.key(Qt::Key_Space);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.settled());
    const auto mails = d.mails();
    QCOMPARE(mails.size(), std::size_t(2));
    for (const OutboxMessage& m : mails) {
        QCOMPARE(m.releaseAt - m.createdAt, mailHoldMs);
        const auto bytes = d.content(m.bodySha256);
        QVERIFY(bytes && bytes->contains(m.messageId.toUtf8()) && bytes->contains(m.toAddress.toUtf8()));
    }
    QVERIFY(QTest::qWaitFor([&] { return d.page->dueView()->mails() == due - 2; }, 5000));
    d.key(Qt::Key_Z, Qt::ControlModifier); // within the ten seconds
    QVERIFY(d.settled());
    QVERIFY(d.mails().empty());
    QVERIFY(QTest::qWaitFor([&] { return d.page->dueView()->mails() == due; }, 5000));
}

void TestRemindersFlow::noAccountIsSaid()
{
    Desk d(false);
    QVERIFY(d.worked());
    QString said;
    connect(d.page, &Page::said, this, [&](const QString& s) { said = s; });
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(said.contains(u"no mail account is set; set it under Reminders, Mail account"), qPrintable(said));
    QVERIFY(d.mails().empty());
}

void TestRemindersFlow::accountErrorsStandBesideTheirField()
{
    Desk d(false);
    d.page->showView(u"account"_s);
    MailAccount a;
    a.mode = MailMode::Smtp;
    a.fromAddress = u"ar@nordic.example"_s;
    d.page->accountView()->setAccount(a);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.page->accountView()->form()->errorShown().startsWith(u"Is missing: no SMTP server is set"));
    a.host = u"mail.nordic.example"_s;
    d.page->accountView()->setAccount(a);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(d.page->accountView()->form()->errorShown(), QString());
    QVERIFY(d.settled());
    QVERIFY(mailAccountOf(*d.workbench->book()));
    QCOMPARE(mailAccountOf(*d.workbench->book())->host, a.host);
}

void TestRemindersFlow::strategyIsPreviewedBeforeItIsSaved()
{
    Desk d;
    QVERIFY(d.worked());
    d.page->showView(u"strategies"_s);
    StrategyView* view = d.page->strategyView();
    QVERIFY(QTest::qWaitFor([&] { return view->previewText().contains(u"+3 days"); }, 5000));
    auto* steps = view->findChild<QPlainTextEdit*>();
    steps->setPlainText(u"+5 e-mail reminder > AP clerk\n+9 call Call AP"_s);
    QVERIFY(QTest::qWaitFor([&] { return view->previewText().contains(u"+5 days, reminder to AP clerk"); }, 5000));
    steps->setPlainText(u"+5 e-mail nonsense > AP clerk"_s);
    view->save();
    QVERIFY(view->form()->errorShown().contains(u"there is no approved template"));
    steps->setPlainText(u"+5 e-mail reminder > AP clerk"_s);
    view->save();
    QVERIFY(d.settled());
    QCOMPARE(strategyOf(*d.workbench->book(), 0).name, u"Our ladder"_s);
}

void TestRemindersFlow::wordingIsPreviewedAndRefused()
{
    Desk d;
    QVERIFY(d.worked());
    d.page->showView(u"templates"_s);
    TemplateView* view = d.page->templateView();
    view->body()->setPlainText(u"Hello {{contact_name}}, we ask for {{asked_total}}."_s);
    QVERIFY(view->letter()->toPlainText().contains(u"we ask for "));
    view->body()->setPlainText(u"Pay to {{bank}}"_s);
    QVERIFY(view->letter()->toPlainText().contains(u"{{bank}} is not a placeholder"));
    view->save();
    QVERIFY(view->form()->errorShown().contains(u"{{bank}} is not a placeholder"));
    view->body()->setPlainText(u"Pay to DE89 3704 0044 0532 0130 00"_s);
    view->save();
    QVERIFY(view->form()->errorShown().contains(u"olds an IBAN"));
    view->body()->setPlainText(u"Hello {{contact_name}}, please call."_s);
    view->save();
    QVERIFY(d.settled());
    view->approve();
    QVERIFY(d.settled());
    QCOMPARE(wordingFor(*d.workbench->book(), u"courtesy"_s, u"en"_s)->version, 1);
}

void TestRemindersFlow::aMailByHand()
{
    Desk d;
    d.window->openPage(u"today"_s);
    QVERIFY(d.settled());
    d.key(Qt::Key_E);
    QCOMPARE(d.window->currentPageId(), u"reminders"_s);
    QCOMPARE(d.page->currentView(), u"write"_s);
    MailPanel* mail = d.page->mail();
    mail->body()->appendPlainText(u"\nP.S. <b>Thank you</b>"_s);
    QVERIFY(mail->side()->findChild<LetterView*>()->toPlainText().contains(u"P.S. <b>Thank you</b>"));
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY2(d.settled(), qPrintable(mail->form()->errorShown()));
    const auto mails = d.mails();
    QCOMPARE(mails.size(), std::size_t(1));
    QCOMPARE(mails[0].customer, mail->payer());
    QVERIFY(!mails[0].debits.empty());
    QVERIFY(d.content(mails[0].bodySha256)->contains("application/pdf"));
    QCOMPARE(d.page->currentView(), u"outbox"_s);
    QVERIFY(d.page->outboxView()->model()->dump().contains(u"leaves in 10 s"));
    d.page->outboxView()->takeBack();
    QVERIFY(d.settled());
    QCOMPARE(d.mails()[0].state, OutboxState::Cancelled);
}

void TestRemindersFlow::filesGoWithAMail()
{
    Desk d;
    d.window->openPage(u"today"_s);
    QVERIFY(d.settled());
    d.key(Qt::Key_E);
    MailPanel* mail = d.page->mail();
    const CustomerId payer = mail->payer();
    const QByteArray bytesOfOrder = "%PDF the order";
    AttachFile order;
    order.customer = payer;
    order.name = u"order 4711.pdf"_s;
    order.mimeType = u"application/pdf"_s;
    order.size = 14;
    order.sha256 = Workbench::contentDigest(bytesOfOrder);
    QVERIFY(d.workbench->submit(order, {bytesOfOrder}) && d.settled());
    AttachFile gone = order; // its bytes never came into the book
    gone.name = u"lost.pdf"_s;
    gone.sha256 = QByteArray(64, '0');
    QVERIFY(d.workbench->submit(gone) && d.settled());
    mail->start(payer);

    // From the disk, by key; a file that is not there is said beside the attachments.
    const QString path = d.dir.filePath(u"terms.txt"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("thirty days net") > 0);
    file.close();
    d.prompter.files = {{path}, {d.dir.filePath(u"nothing.txt"_s)}};
    mail->first()->setFocus();
    d.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QListWidget* list = mail->enclosures()->list()->list();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().startsWith(u"terms.txt"_s));
    QVERIFY(file.remove()); // it was read when it was chosen
    d.key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(mail->form()->errorShown().contains(u"“nothing.txt” is not there any more"),
             qPrintable(mail->form()->errorShown()));

    // Of the account: what is lost is refused with what, where and the way out, and Delete takes it off.
    auto* ofAccount = mail->enclosures()->findChild<QComboBox*>();
    for (int i = 1; i < ofAccount->count(); ++i)
        emit ofAccount->activated(i);
    QCOMPARE(list->count(), 3);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!mail->form()->errorShown().isEmpty());
    const QString why = mail->form()->errorShown();
    QVERIFY2(why.contains(u"“lost.pdf” cannot go with the mail: a kept mail or file is gone"), qPrintable(why));
    QVERIFY2(why.contains(d.workbench->path()) && why.contains(u"attach it from the disk"), qPrintable(why));
    QVERIFY(d.mails().empty());
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->text().startsWith(u"lost.pdf"_s))
            list->setCurrentRow(i);
    list->setFocus();
    d.key(Qt::Key_Delete);
    QCOMPARE(list->count(), 2);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY2(d.mails().size() == 1, qPrintable(mail->form()->errorShown()));
    const QByteArray bytes = *d.content(d.mails()[0].bodySha256);
    QVERIFY(bytes.contains("terms.txt") && bytes.contains(QByteArray("thirty days net").toBase64()));
    QVERIFY(bytes.contains("order 4711.pdf") && bytes.contains(QByteArray("%PDF the order").toBase64()));
    mail->start(payer); // the next one starts without them
    QCOMPARE(list->count(), 0);
}

void TestRemindersFlow::theSecondsRunOnEveryPage()
{
    Desk d;
    QVERIFY(d.worked());
    UndoBar* bar = d.window->undoBar();
    QCOMPARE(bar->countdownText(), QString());
    d.key(Qt::Key_Space);
    d.key(Qt::Key_J);
    d.key(Qt::Key_Space);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(d.settled());
    QCOMPARE(bar->countdownText(), u"2 mails leave in 10 s"_s);
    d.window->openPage(u"accounts"_s);
    d.clock.set(d.clock.now() + 3'000);
    QVERIFY(QTest::qWaitFor([&] { return bar->countdownText() == u"2 mails leave in 7 s"; }, 5000));
    bar->sentenceOver(); // the seconds stay when the sentence is gone
    QVERIFY(bar->isVisible());
    d.key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(d.settled());
    for (const OutboxMessage& m : d.mails())
        QCOMPARE(m.state, OutboxState::Cancelled);
    QVERIFY(QTest::qWaitFor([&] { return bar->countdownText().isEmpty(); }, 5000));
    QCOMPARE(d.mails().size(), std::size_t(2));
}

QTEST_MAIN(TestRemindersFlow)
#include "tst_remindersflow.moc"
