// Time passes in an open window, and nobody presses a key: call-backs come at their minute, midnight turns the day, a computer
// sleeps for three days. What somebody was doing stays under their hands.
#include "core/insight/calls/callzones.h"
#include "core/workbench/pulse.h"
#include "tests/flows/flowfixture.h"
#include "ui/models/booktablemodel.h"
#include "ui/pages/morning/morningdesk.h"
#include "ui/pages/morning/morningstrip.h"
#include "ui/pages/today/todaypage.h"
#include "ui/panels/calldesk.h"
#include "ui/shell/statusbar.h"
#include "ui/widgets/tabledress.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Date friday = *Date::fromCivil(2025, 11, 14);
Instant at(int hour, int minute, Date day = friday) { return instantIn({}, day, hour * 60 + minute); }

struct Window : Flow {
    explicit Window(Instant now)
    {
        clock.set(now);
        open(samplePath());
        today = qobject_cast<TodayPage*>(page());
    }
    // The clock moves, and the timer of the pulse would look at it.
    bool passes(Instant to)
    {
        clock.set(to);
        workbench->pulse().check();
        return caughtUp();
    }
    bool caughtUp()
    {
        return QTest::qWaitFor(
            [this] {
                const InsightsPtr in = workbench->insights();
                return in->day == workbench->asOf() && !workbench->isSaving() && in->book == workbench->book()
                       && (in->calls.now == 0 || in->nextChange > clock.now());
            },
            10'000);
    }
    QString asOfText() const { return window->findChild<StatusBar*>()->findChild<QPushButton*>()->text(); }
    const CallRow* row(CustomerId id) const
    {
        const InsightsPtr in = workbench->insights();
        for (const CallRow& r : in->calls.rows)
            if (in->book->customers()[r.payer].id == id)
                return &r;
        return nullptr;
    }
    QString cell(CustomerId id, const QString& column) const
    {
        const int line = today->model()->lineOf(id.value);
        return line < 0 ? u"not shown"_s : today->model()->text(line, today->model()->columnOf(column));
    }
    QString firstChip(CustomerId id) const { return cell(id, u"why"_s).section(u'\n', 0, 0); }
    // Somebody who can be reached for hours asks to be called at that instant.
    CustomerId callBackAt(Instant when)
    {
        const InsightsPtr in = workbench->insights();
        for (const std::uint32_t i : in->calls.next) {
            const CallRow& r = in->calls.rows[i];
            if (r.closesIn < 120 || r.contact == noRow)
                continue;
            const Contact& contact = in->book->rows<Contact>()[r.contact];
            const CallWindow w = callWindow(*in->book, &contact, r.payer, in->book->policyAt(in->day));
            LogCall call;
            call.payer = in->book->customers()[r.payer].id;
            call.contact = contact.id;
            call.outcome = CallOutcome::CallBack;
            call.callBackOn = dayIn(w.zones.front(), when);
            call.callBackMinute = minuteOfDayIn(w.zones.front(), when);
            if (const Outcome o = workbench->submit(call); !o)
                qFatal("%s", qPrintable(o.error().message()));
            return call.payer;
        }
        qFatal("nobody can be called");
    }

    TodayPage* today;
};

} // namespace

class TestTimePasses : public QObject {
    Q_OBJECT
private slots:
    void aCallBackComesAtItsMinute();
    void theWindowLooksByItself();
    void aMissedCallBackSaysHowLate();
    void midnightTurnsTheDay();
    void threeDaysOfSleep();
    void aPastDayThatIsLookedAtStays();
    void anOpenFormStays();
    void selectionAndScrollStay();
};

void TestTimePasses::aCallBackComesAtItsMinute()
{
    Window w(at(11, 58));
    const CustomerId asked = w.callBackAt(at(12, 0));
    QVERIFY(w.caughtUp());
    QVERIFY(w.row(asked)->lane == Lane::Waiting);
    QCOMPARE(w.cell(asked, u"customer"_s), u"not shown"_s);
    QVERIFY(w.workbench->insights()->nextChange <= at(12, 0));
    QVERIFY(w.passes(at(12, 1)));
    QVERIFY(w.row(asked)->lane == Lane::CallBack);
    const int callBacks = w.workbench->insights()->calls.count[std::size_t(Lane::CallBack)];
    QCOMPARE(w.today->model()->lineOf(asked.value), callBacks - 1); // first in Next, behind those that waited longer
    QCOMPARE(w.cell(asked, u"next_step"_s), u"Call back 12:00"_s);
    QCOMPARE(w.firstChip(asked), u"1 min late"_s);
    QCOMPARE(w.asOfText(), u"As of Fri 14 Nov 2025"_s);
}

// Nothing but the timer: the clock is at noon before it fires.
void TestTimePasses::theWindowLooksByItself()
{
    Window w(at(11, 58));
    const CustomerId asked = w.callBackAt(at(12, 0));
    QVERIFY(w.caughtUp());
    QVERIFY(w.passes(at(12, 0) - 200)); // waits for the rest of a second
    w.clock.set(at(12, 0));
    QVERIFY(QTest::qWaitFor([&] { return w.row(asked)->lane == Lane::CallBack; }, 10'000));
}

void TestTimePasses::aMissedCallBackSaysHowLate()
{
    Window w(at(11, 58));
    const CustomerId asked = w.callBackAt(at(12, 0));
    QVERIFY(w.caughtUp());
    QVERIFY(w.passes(at(12, 0)));
    QCOMPARE(w.firstChip(asked), u"Call-back due"_s);
    const int there = w.row(asked)->localMinute;
    QVERIFY(w.passes(at(12, 20)));
    QCOMPARE(w.firstChip(asked), u"20 min late"_s);
    const auto shown = QTime::fromString(w.cell(asked, u"local_time"_s), u"HH:mm"_s);
    QCOMPARE(shown.hour() * 60 + shown.minute(), (there + 20) % 1440);
    const int step = w.today->model()->columnOf(u"next_step"_s);
    const QModelIndex cell = w.today->model()->index(w.today->model()->lineOf(asked.value), step);
    QCOMPARE(cell.data(BookTableModel::ToneRole).toInt(), int(Tone::Bad));
    QCOMPARE(cell.data(Qt::ToolTipRole).toString(), u"Call back 12:00, 20 min late"_s);
    QVERIFY(w.passes(at(17, 42)));
    QCOMPARE(w.firstChip(asked), u"5 h late"_s);
}

void TestTimePasses::midnightTurnsTheDay()
{
    Window w(at(23, 58));
    auto* morning = w.window->findChild<MorningDesk*>();
    auto* strip = w.window->findChild<MorningStrip*>();
    QVERIFY(QTest::qWaitFor([&] { return strip->isVisible(); }, 10'000));
    w.key(Qt::Key_0, Qt::AltModifier);
    QVERIFY(!strip->isVisible());
    QSignalSpy days(w.workbench.get(), &Workbench::dayChanged), shown(w.workbench.get(), &Workbench::asOfChanged);
    const InsightsPtr before = w.workbench->insights();
    const CustomerId first(w.today->table()->currentId());
    const int oldest = w.row(first)->oldestDays;
    QVERIFY(w.passes(at(23, 59)));
    QCOMPARE(days.size(), 0);
    QVERIFY(w.passes(at(0, 0, friday + 1)));
    QCOMPARE(days.size(), 1);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(w.workbench->asOf(), friday + 1);
    QCOMPARE(w.workbench->insights()->day, friday + 1);
    QVERIFY(w.workbench->insights()->calls.now == w.clock.now());
    QCOMPARE(w.row(first)->oldestDays, oldest + 1);
    QCOMPARE(w.asOfText(), u"As of Sat 15 Nov 2025"_s);
    QVERIFY(QTest::qWaitFor([&] { return morning->answer() && morning->answer()->summary.day == friday + 1; }, 10'000));
    QCOMPARE(morning->answer()->then.day, friday); // compared with the evening
    QVERIFY(strip->isVisible() == !morning->answer()->summary.isEmpty()); // put away for Friday only
    // What is logged is of the new day.
    LogCall note;
    note.payer = first;
    note.kind = ActivityKind::Note;
    note.note = u"after midnight"_s;
    QVERIFY(w.workbench->submit(note));
    QVERIFY(w.settled());
    const BookPtr book = w.workbench->book();
    QCOMPARE(book->rows<Activity>()[book->activitiesOf(w.row(first)->payer).back()].day, friday + 1);
    w.passes(at(0, 1, friday + 1));
    QCOMPARE(days.size(), 1);
}

void TestTimePasses::threeDaysOfSleep()
{
    Window w(at(17, 30));
    auto* morning = w.window->findChild<MorningDesk*>();
    QVERIFY(QTest::qWaitFor([&] { return morning->answer() != nullptr; }, 10'000));
    QSignalSpy days(w.workbench.get(), &Workbench::dayChanged);
    QVERIFY(w.passes(at(9, 12, friday + 3)));
    QCOMPARE(days.size(), 1);
    QCOMPARE(w.workbench->insights()->day, friday + 3);
    QCOMPARE(w.asOfText(), u"As of Mon 17 Nov 2025"_s);
    QVERIFY(QTest::qWaitFor([&] { return morning->answer()->summary.day == friday + 3; }, 10'000));
    QCOMPARE(morning->answer()->then.day, friday);
    // Every other page is of Monday too.
    for (const QString& id : {u"accounts"_s, u"items"_s, u"dashboard"_s, u"reminders"_s, u"promises"_s}) {
        w.window->openPage(id);
        QCOMPARE(w.asOfText(), u"As of Mon 17 Nov 2025"_s);
    }
}

void TestTimePasses::aPastDayThatIsLookedAtStays()
{
    Window w(at(23, 58));
    const Date past = *Date::fromCivil(2025, 10, 31);
    w.workbench->setAsOf(past);
    QVERIFY(w.caughtUp());
    const InsightsPtr before = w.workbench->insights();
    QSignalSpy days(w.workbench.get(), &Workbench::dayChanged), shown(w.workbench.get(), &Workbench::asOfChanged);
    QVERIFY(w.passes(at(0, 1, friday + 1)));
    QCOMPARE(days.size(), 1);
    QCOMPARE(shown.size(), 0);
    QCOMPARE(w.workbench->asOf(), past);
    QCOMPARE(w.asOfText(), u"As of Fri 31 Oct 2025"_s);
    QCOMPARE(w.workbench->insights()->day, past);
    QVERIFY(!w.workbench->isToday());
    w.workbench->setAsOf({});
    QVERIFY(w.caughtUp());
    QCOMPARE(w.asOfText(), u"As of Sat 15 Nov 2025"_s);
    QCOMPARE(w.workbench->insights()->day, friday + 1);
}

void TestTimePasses::anOpenFormStays()
{
    Window w(at(23, 58));
    const std::int64_t current = w.today->table()->currentId();
    w.today->desk()->gesture(Gesture::Later);
    auto* line = qobject_cast<QLineEdit*>(w.focus());
    QVERIFY(line);
    w.type(u"tomorrow"_s);
    const auto says = [&](const QString& words) {
        const auto labels = w.today->desk()->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* l) { return l->isVisible() && l->text() == words; });
    };
    QVERIFY(says(u"Sat 15 Nov 2025"_s));
    line->setCursorPosition(3);
    QVERIFY(w.passes(at(0, 0, friday + 1)));
    QApplication::processEvents();
    QCOMPARE(w.focus(), line);
    QCOMPARE(line->text(), u"tomorrow"_s);
    QCOMPARE(line->cursorPosition(), 3);
    QVERIFY(w.today->desk()->isBusy());
    QCOMPARE(w.today->desk()->payer().value, current);
    QVERIFY(says(u"Sun 16 Nov 2025"_s)); // what it means now is what is saved
}

void TestTimePasses::selectionAndScrollStay()
{
    Window w(at(11, 58));
    w.today->setLane(u"waiting"_s);
    if (w.today->model()->rowCount() < 40)
        w.today->setLane(u"off"_s);
    TableDress* table = w.today->table();
    w.window->resize(1280, 620);
    QApplication::processEvents();
    QVERIFY(table->verticalScrollBar()->maximum() > 0);
    const CustomerId asked = w.callBackAt(at(12, 0));
    QVERIFY(w.caughtUp());
    table->setFocus();
    table->setCurrentId(w.today->model()->idAt(1));
    w.key(Qt::Key_Down, Qt::ShiftModifier);
    const auto picked = table->selectedIds();
    const std::int64_t current = table->currentId();
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum()); // looked further down by the wheel
    const int scroll = table->verticalScrollBar()->value();
    QVERIFY(w.passes(at(12, 1)));
    QVERIFY(w.row(asked)->lane == Lane::CallBack);
    QApplication::processEvents();
    QCOMPARE(table->selectedIds(), picked);
    QCOMPARE(table->currentId(), current);
    QVERIFY(std::abs(table->verticalScrollBar()->value() - scroll) <= table->rowHeight(0)); // one may have left
    QVERIFY(w.focus() == table);
    // Over midnight too.
    QVERIFY(w.passes(at(0, 0, friday + 1)));
    QApplication::processEvents();
    QVERIFY(w.focus() == table);
    QVERIFY(w.today->model()->lineOf(current) < 0 || table->currentId() == current);
}

QTEST_MAIN(TestTimePasses)
#include "tst_timepasses.moc"
