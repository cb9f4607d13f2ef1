// Promises, plans and disputes worked in the window by keys alone: a plan made and withdrawn, a promise withdrawn, a
// short payment taken up, worked, edited, resolved and reopened; then everything taken back.
#include "tests/flows/flowfixture.h"

#include "ui/models/booktablemodel.h"
#include "ui/pages/disputes/disputedesk.h"
#include "ui/pages/disputes/disputespage.h"
#include "ui/pages/promises/promisespage.h"
#include "ui/panels/calldesk.h"
#include "ui/shell/undobar.h"
#include "ui/widgets/fieldform.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

struct Agreed : Flow {
    PromisesPage* promises = nullptr;
    DisputesPage* disputes = nullptr;

    template <class P> P* go(Qt::Key k)
    {
        key(k, Qt::ControlModifier);
        auto* p = qobject_cast<P*>(page());
        if (p && p->model()->rowCount() == 0)
            shown(p);
        return p;
    }
    template <class P> bool shown(P* p)
    {
        QSignalSpy spy(p, &P::rowsShown);
        return QTest::qWaitFor([&] { return spy.count() > 0; }, 5000);
    }
    // Presses the key and waits until the list shows what came of it.
    template <class P> bool press(P* p, Qt::Key k, Qt::KeyboardModifiers m = Qt::NoModifier)
    {
        QSignalSpy spy(p, &P::rowsShown);
        key(k, m);
        return QTest::qWaitFor([&] { return !workbench->isSaving() && spy.count() > 0; }, 5000) && settled();
    }
    template <class P> TableDress* table(P* p) const { return qobject_cast<TableDress*>(p->listWidget()); }
    void retype(const QString& text)
    {
        key(Qt::Key_A, Qt::ControlModifier);
        type(text);
    }
};

} // namespace

class TestPromisesDay : public QObject {
    Q_OBJECT
private slots:
    void plansAndPromises();
    void disputesFromShortPaymentToReopening();
    void refusalsAreSaid();
    void nextAsksTheSame();
};

void TestPromisesDay::nextAsksTheSame()
{
    Agreed f;
    f.open(f.samplePath());
    f.promises = f.go<PromisesPage>(Qt::Key_6);
    QVERIFY(f.settled());
    TableDress* table = f.table(f.promises);
    table->selectFirst();
    table->setFocus();
    const std::int64_t first = table->currentId();
    f.key(Qt::Key_A); // an owner
    QVERIFY(f.promises->desk()->isBusy());
    f.key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(table->currentId() != first);
    QTRY_VERIFY(f.promises->desk()->isBusy());
    QCOMPARE(f.promises->desk()->form()->gesture(), Gesture::Assign);
}

void TestPromisesDay::plansAndPromises()
{
    Agreed f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    f.promises = f.go<PromisesPage>(Qt::Key_6);
    QVERIFY(f.promises);
    QVERIFY(f.promises->headline().contains(u"% kept by count"_s));
    QVERIFY(f.settled());
    // A plan for the payer at hand: its words are shown back, and it lands with its instalments.
    f.key(Qt::Key_L);
    QVERIFY(f.promises->desk()->isBusy());
    f.retype(u"100.00"_s);
    f.key(Qt::Key_Tab);
    f.retype(u"2 monthly from 24 nov"_s);
    QVERIFY(f.press(f.promises, Qt::Key_Return, Qt::ControlModifier));
    const std::uint32_t made = start->rows<Plan>().size();
    const auto& plans = f.workbench->book()->rows<Plan>();
    QCOMPARE(plans.size(), made + 1);
    QCOMPARE(plans[made].instalments.size(), std::size_t(2));
    QCOMPARE(plans[made].instalments[1].due.toIso(), u"2025-12-24"_s);
    f.promises->lanes()->setCurrentLane(u"plans"_s);
    QApplication::processEvents();
    QVERIFY(f.promises->model()->rowCount() >= 2);
    const QStringList lines = f.promises->model()->dump().split(u'\n', Qt::SkipEmptyParts);
    const auto line =
        std::find_if(lines.begin(), lines.end(), [](const QString& l) { return l.contains(u"Plan 1/2"_s); });
    QVERIFY(line != lines.end());
    const int row =
        int(line - lines.begin()) - (int(lines.size()) - f.promises->model()->rowCount()); // below a heading
    f.table(f.promises)->setCurrentIndex(f.promises->model()->index(row, 0));
    f.table(f.promises)->setFocus();
    QVERIFY(f.press(f.promises, Qt::Key_W));
    QVERIFY(f.workbench->book()->rows<Plan>()[made].withdrawnOn.isValid());
    // A promise that lies ahead is withdrawn.
    f.promises->lanes()->setCurrentLane(u"open"_s);
    QApplication::processEvents();
    QVERIFY(f.promises->model()->rowCount() > 0);
    f.table(f.promises)->setFocus();
    QVERIFY(f.press(f.promises, Qt::Key_W));
    for (int i = 0; i < 3; ++i) {
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

void TestPromisesDay::disputesFromShortPaymentToReopening()
{
    Agreed f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    f.disputes = f.go<DisputesPage>(Qt::Key_7);
    QVERIFY(f.disputes);
    const std::uint32_t before = start->rows<Dispute>().size();
    QVERIFY(f.disputes->subtitle().contains(u"short payments"_s));
    QVERIFY(f.press(f.disputes, Qt::Key_A)); // the first line is a short payment
    const auto& rows = f.workbench->book()->rows<Dispute>();
    QCOMPARE(rows.size(), before + 1);
    QVERIFY(rows[before].guessed);
    const DisputeId id = rows[before].id;
    const auto now = [&] { return *f.workbench->book()->rows<Dispute>().find(id); };
    QVERIFY(f.table(f.disputes)->setCurrentId(id.value << 1));
    QVERIFY(f.press(f.disputes, Qt::Key_W));
    QCOMPARE(now().inWorkOn, f.workbench->today());
    f.key(Qt::Key_E);
    f.disputes->desk()->form()->setText(u"department"_s, u"Sales"_s);
    f.disputes->desk()->form()->setText(u"target"_s, u"13 Nov 2025"_s);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(f.disputes->desk()->form()->errorShown().contains(u"ies in the past"_s));
    f.disputes->desk()->form()->setText(u"target"_s, u"+5bd"_s);
    QVERIFY(f.press(f.disputes, Qt::Key_Return, Qt::ControlModifier));
    QCOMPARE(now().department, u"Sales"_s);
    QCOMPARE(now().targetDate.toIso(), u"2025-11-21"_s);
    QVERIFY(f.table(f.disputes)->setCurrentId(id.value << 1));
    f.key(Qt::Key_R);
    f.disputes->desk()->form()->setChoice(u"resolution"_s, 1);
    QVERIFY(f.press(f.disputes, Qt::Key_Return, Qt::ControlModifier));
    QCOMPARE(int(now().resolution), int(Resolution::Unfounded));
    f.disputes->lanes()->setCurrentLane(u"resolved"_s);
    QApplication::processEvents();
    QVERIFY(f.table(f.disputes)->setCurrentId(id.value << 1));
    f.table(f.disputes)->setFocus();
    f.key(Qt::Key_O);
    QVERIFY(f.press(f.disputes, Qt::Key_Return, Qt::ControlModifier));
    QCOMPARE(f.workbench->book()->rows<Dispute>().size(), before + 2);
    QCOMPARE(f.workbench->book()->rows<Dispute>()[before + 1].reopens, id);
    for (int i = 0; i < 5; ++i) {
        f.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(f.settled());
    }
    QVERIFY(sameLiveRows(*start, *f.workbench->book()));
}

void TestPromisesDay::refusalsAreSaid()
{
    Agreed f;
    f.open(f.samplePath());
    const BookPtr start = f.workbench->book();
    f.promises = f.go<PromisesPage>(Qt::Key_6);
    QVERIFY(f.settled());
    QSignalSpy said(f.promises, &Page::said);
    f.key(Qt::Key_V); // a promise, not a plan
    QCOMPARE(said.count(), 1);
    QVERIFY(said[0][0].toString().startsWith(u"A promise needs no approval"_s));
    f.key(Qt::Key_L);
    f.retype(u"99999999.00"_s);
    f.key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(f.promises->desk()->isBusy()); // more than is open: refused beside its field
    f.key(Qt::Key_Escape);
    QVERIFY(!f.promises->desk()->isBusy());
    f.disputes = f.go<DisputesPage>(Qt::Key_7);
    QSignalSpy refused(f.disputes, &Page::said);
    f.key(Qt::Key_R); // a short payment is no dispute yet
    QCOMPARE(refused.count(), 1);
    QCOMPARE(f.workbench->book(), start);
}

QTEST_MAIN(TestPromisesDay)
#include "tst_promisesday.moc"
