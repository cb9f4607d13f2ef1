// The window when something stands in the way: it says so in its place, what was typed and taken is kept, and it goes on.
#include "app/desktop/guardedapplication.h"
#include "core/base/edge.h"
#include "tests/flows/flowfixture.h"
#include "tests/support/loopclock.h"
#include "ui/pages/today/todaypage.h"
#include "ui/panels/calldesk.h"
#include "ui/panels/draftkeeper.h"
#include "ui/shell/banner.h"
#include "ui/shell/statusbar.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/emptystate.h"

#include <QFile>
#include <QPushButton>
#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Desk : Flow {
    Desk() : path(samplePath())
    {
        injectAtEdge({});
        open(path);
        QObject::connect(qobject_cast<GuardedApplication*>(qApp), &GuardedApplication::defectMet, window.get(),
                         &MainWindow::warn);
        before = made();
    }
    void voicemail()
    {
        key(Qt::Key_C);
        key(Qt::Key_4);
    }
    int made() const
    {
        int n = 0;
        workbench->book()->rows<Activity>().forEach([&](std::uint32_t, const Activity&) { ++n; });
        return n;
    }
    int calls() const { return made() - before; }
    QString banner() const { return window->banner()->text(); }
    QString status() const
    {
        QStringList all;
        for (const QLabel* l : window->statusLine()->findChildren<QLabel*>())
            all << l->text();
        return all.join(u'|');
    }
    void picture(const QString& name) const
    {
        if (const QString folder = qEnvironmentVariable("DUEDESK_PICTURES"); !folder.isEmpty())
            window->grab().save(folder + u'/' + name + u".png");
    }
    QString path;
    int before = 0; // of the sample
};

} // namespace

class TestTroubleFlow : public QObject {
    Q_OBJECT
private slots:
    void aSlotThatThrows();
    void figuresThatThrow();
    void aSaveThatThrows();
    void theBookIsMovedAway();
    void anotherProgramHoldsTheBook();
    void closingWaitsForTheLastChange();
    void closingWithoutSavingIsAsked();
};

void TestTroubleFlow::aSlotThatThrows()
{
    Desk d;
    injectAtEdge(GuardedApplication::edge.toString());
    d.key(Qt::Key_J); // the event that meets it
    QTRY_VERIFY2(d.banner().contains(GuardedApplication::edge), qPrintable(d.banner()));
    QVERIFY(d.banner().contains(u"please report it"));
    d.picture(u"banner-defect"_s);
    d.voicemail();
    QVERIFY(d.settled());
    QCOMPARE(d.calls(), 1);
    auto buttons = d.window->banner()->findChildren<QPushButton*>();
    const auto close = std::ranges::find_if(buttons, [](const QPushButton* b) { return b->isVisible(); });
    QVERIFY(close != buttons.end());
    (*close)->click();
    QCOMPARE(d.banner(), QString());
}

void TestTroubleFlow::figuresThatThrow()
{
    Desk d;
    injectAtEdge(u"the figures were worked out"_s);
    d.voicemail();
    const auto said = [&] {
        for (const EmptyState* e : d.page()->findChildren<EmptyState*>())
            for (const QLabel* l : e->findChildren<QLabel*>())
                if (l->isVisible() && l->text().contains(u"could not be worked out"))
                    return true;
        return false;
    };
    QTRY_VERIFY(said());
    QCOMPARE(d.page()->subtitle(), u"The call list could not be worked out"_s); // not "0 accounts"
    d.picture(u"figures-failed"_s);
    for (const QLabel* l : d.page()->findChildren<QLabel*>()) // the reason to its last line
        if (l->isVisible() && l->text().contains(u"the figures were worked out"))
            QVERIFY(l->height() >= l->heightForWidth(l->width()));
    d.key(Qt::Key_F5);
    QTRY_VERIFY(!said() && d.workbench->insights()->calls.rows.size() > 0);
    QTRY_VERIFY2(d.page()->subtitle().contains(u" accounts · "), qPrintable(d.page()->subtitle()));
    QCOMPARE(d.calls(), 1);
}

void TestTroubleFlow::aSaveThatThrows()
{
    Desk d;
    injectAtEdge(u"a change was saved"_s);
    d.voicemail();
    QTRY_VERIFY2(d.window->undoBar()->text().contains(u"a change was saved"), qPrintable(d.window->undoBar()->text()));
    QCOMPARE(d.calls(), 0);
    d.voicemail();
    QVERIFY(d.settled());
    QCOMPARE(d.calls(), 1);
}

void TestTroubleFlow::theBookIsMovedAway()
{
    Desk d;
    const QString draft = u"account/C1/note"_s;
    DraftKeeper drafts(*d.workbench);
    QVERIFY(QFile::rename(d.path, d.path + u".away"));
    d.voicemail(); // taken before anybody knows
    QTRY_VERIFY2(d.banner().contains(u"was moved or deleted while it was open"), qPrintable(d.banner()));
    QTRY_VERIFY2(d.status().contains(u"not saved"), qPrintable(d.status()));
    QVERIFY2(d.banner().startsWith(u"Nothing can be entered in sample.duedesk: "), qPrintable(d.banner()));
    d.picture(u"banner-moved"_s);
    d.key(Qt::Key_N); // a form opens and keeps what is typed, saving it says why it cannot be
    d.type(u"asked for a copy"_s);
    d.key(Qt::Key_Return, Qt::ControlModifier);
    auto* today = qobject_cast<TodayPage*>(d.page());
    QVERIFY2(today->desk()->form()->errorShown().startsWith(u"Nothing can be entered in sample.duedesk: "),
             qPrintable(today->desk()->form()->errorShown()));
    QVERIFY(today->desk()->form()->changes().values().contains(u"asked for a copy"_s));
    d.key(Qt::Key_Escape);
    d.voicemail();
    QVERIFY2(d.window->undoBar()->text().startsWith(u"Nothing can be entered in sample.duedesk: "),
             qPrintable(d.window->undoBar()->text()));
    QCOMPARE(d.workbench->unsaved(), 1); // the one that was taken before anybody knew
    drafts.typed(draft, u"He said Friday"_s);
    drafts.flush();
    QCOMPARE(drafts.text(draft), u"He said Friday"_s);
    QVERIFY(!draftOf(*d.workbench->book(), u"ana"_s, draft));
    QVERIFY(QFile::rename(d.path + u".away", d.path));
    d.key(Qt::Key_F5);
    QVERIFY(d.settled());
    QTRY_COMPARE(d.banner(), QString());
    QTRY_VERIFY(draftOf(*d.workbench->book(), u"ana"_s, draft));
    QVERIFY(d.settled());
    QCOMPARE(d.calls(), 1);
    QVERIFY2(d.status().contains(u"● saved"), qPrintable(d.status()));
}

void TestTroubleFlow::anotherProgramHoldsTheBook()
{
    Desk d;
    Database other(d.path, Database::Mode::ReadWrite);
    WriteLock lock(d.path);
    lock.lock();
    other.exec("BEGIN IMMEDIATE");
    LoopClock loop;
    qint64 longestKey = 0;
    int pressed = 0;
    for (; pressed < 20 && d.workbench->unsaved() == pressed; ++pressed) {
        QElapsedTimer key;
        key.start();
        d.voicemail();
        longestKey = std::max(longestKey, key.elapsed());
    }
    QVERIFY2(d.workbench->unsaved() >= 8, qPrintable(QString::number(d.workbench->unsaved())));
    const int taken = d.workbench->unsaved();
    QVERIFY2(d.status().contains(u"saving"), qPrintable(d.status()));
    QTRY_VERIFY_WITH_TIMEOUT(d.banner().contains(u"another program is writing"), 20'000);
    d.picture(u"banner-busy"_s);
    other.exec("ROLLBACK");
    lock.unlock();
    QTRY_VERIFY_WITH_TIMEOUT(!d.workbench->isSaving(), 20'000);
    QTRY_COMPARE(d.banner(), QString());
    QCOMPARE(d.calls(), taken);
    QCOMPARE(d.workbench->storage().waits(), 0);
    qInfo("%d calls while another program held the book: longest two keys %lld ms, longest turn of the loop %lld ms",
          taken, longestKey, loop.longestMs());
}

void TestTroubleFlow::closingWaitsForTheLastChange()
{
    Desk d;
    WriteLock lock(d.path);
    lock.lock();
    d.voicemail();
    QVERIFY(!d.window->close());
    QVERIFY2(d.banner().contains(u"then the window closes"), qPrintable(d.banner()));
    lock.unlock();
    QTRY_VERIFY_WITH_TIMEOUT(!d.window->isVisible(), 20'000);
    QCOMPARE(d.calls(), 1);
    QVERIFY(d.prompter.asked.isEmpty());
}

void TestTroubleFlow::closingWithoutSavingIsAsked()
{
    Desk d;
    QVERIFY(QFile::rename(d.path, d.path + u".away"));
    d.voicemail();
    QTRY_VERIFY(!d.workbench->canWrite());
    d.prompter.confirmations = {false, true};
    QVERIFY(!d.window->close());
    QCOMPARE(d.prompter.asked, QStringList{u"Close without saving?"_s});
    QVERIFY(d.window->close());
    QVERIFY(QFile::rename(d.path + u".away", d.path));
}

int main(int argc, char** argv)
{
    GuardedApplication app(argc, argv);
    TestTroubleFlow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_troubleflow.moc"
