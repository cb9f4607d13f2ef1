// The morning summary in the whole window: shown once at the first opening of a day, one key for each part, put away by
// another, and on the next morning compared with what was known in the evening.
#include "core/insight/talks/morning.h"
#include "tests/flows/flowfixture.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/pages/morning/morningpage.h"
#include "ui/pages/morning/morningstrip.h"
#include "ui/widgets/tabledress.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestMorningFlow : public QObject {
    Q_OBJECT
private slots:
    void aMorningByKeys();
    void theNextMorningComparesWithTheEvening();
    void thePartAskedForBeforeTheAnswerIsKept();
};

void TestMorningFlow::aMorningByKeys()
{
    Flow f;
    f.open(f.samplePath());
    auto* strip = f.window->findChild<MorningStrip*>();
    QVERIFY(strip);
    const MorningSummary s =
        morning(eveMark(*f.workbench->book(), f.workbench->today()), *f.workbench->book(), f.workbench->today());
    QVERIFY(!s.of(MorningPart::Paid).lines.empty()); // the sample's bank file ends yesterday
    QVERIFY(QTest::qWaitFor([&] { return strip->isVisible(); }, 5000));
    QVERIFY(strip->text().startsWith(u"Paid "_s + QString::number(s.of(MorningPart::Paid).lines.size())));
    f.key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(f.window->currentPageId(), u"morning"_s);
    auto* page = qobject_cast<MorningPage*>(f.page());
    QVERIFY(page->part() == MorningPart::Paid);
    QCOMPARE(page->model()->rowCount(), int(s.of(MorningPart::Paid).lines.size()));
    f.key(Qt::Key_Return);
    QCOMPARE(f.window->currentPageId(), u"account"_s);
    f.key(Qt::Key_Left, Qt::AltModifier);
    f.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(f.window->currentPageId(), u"today"_s);
    f.key(Qt::Key_0, Qt::AltModifier);
    QVERIFY(!strip->isVisible());
    f.window->close();
    f.clock.set(f.clock.now() + 3'600'000);
    f.open(f.workbench->path()); // the same day: it is not shown again
    QVERIFY(f.arrived());
    strip = f.window->findChild<MorningStrip*>();
    QVERIFY(strip && !strip->isVisible());
    f.window->openPage(u"morning"_s); // and still there for who asks
    QVERIFY(QTest::qWaitFor([&] { return qobject_cast<MorningPage*>(f.page())->model()->rowCount() > 0; }, 5000));
}

void TestMorningFlow::theNextMorningComparesWithTheEvening()
{
    Flow f;
    f.open(f.samplePath());
    QVERIFY(f.arrived());
    f.window->close(); // Friday evening: all that is known is known
    f.clock.set(f.clock.now() + 3 * 86'400'000LL);
    f.open(f.workbench->path());
    QVERIFY(f.arrived());
    f.window->openPage(u"morning"_s);
    auto* page = qobject_cast<MorningPage*>(f.page());
    QVERIFY(page);
    f.key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(page->model()->rowCount(), 0); // no bank file came over the weekend
    QVERIFY(page->subtitle().contains(u"since Fri 14 Nov"_s));
}

void TestMorningFlow::thePartAskedForBeforeTheAnswerIsKept()
{
    Flow f;
    f.open(f.samplePath());
    MorningDesk desk(*f.workbench);
    MorningPage page(desk);
    page.drill(morningPartName(MorningPart::Kept));
    QVERIFY(!desk.answer());
    QVERIFY(QTest::qWaitFor([&] { return page.model()->rowCount() > 0; }, 5000));
    QVERIFY(page.part() == MorningPart::Kept);
}

QTEST_MAIN(TestMorningFlow)
#include "tst_morningflow.moc"
