// The instant at which the call list changes by nothing but the clock, worked out by hand for each cause, and against lists
// that are ranked every minute.
#include "core/insight/calls/nextchange.h"

#include "tests/core/insight/calls/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

Instant utc(const char* t) { return *parseInstant(QString::fromLatin1(t)); }

QString changeAfter(Desk& k, const char* now)
{
    k.now = utc(now);
    k.d = k.m.build()->dayOf(k.now);
    k.rank();
    return toIsoInstant(nextChange(*k.book, k.list));
}

// What a list says besides minutes that go on by themselves.
QString told(const Book& book, const CallList& list)
{
    QStringList out;
    for (const CallRow& r : list.rows)
        out += QStringList{book.customers()[r.payer].externalId,
                           laneName(r.lane),
                           say(r.whyNot),
                           say(r.nextStep),
                           r.nextDate.toIso(),
                           QString::number(r.opensAt),
                           QString::number(r.askedFor),
                           QString::number(r.reachable),
                           QString::number(r.contact),
                           QString::number(r.rank)}
                   .join(u'|');
    for (const std::uint32_t r : list.next)
        out += QString::number(r);
    return out.join(u'\n');
}

} // namespace

class TestNextChange : public QObject {
    Q_OBJECT
private slots:
    void nothingLeftButMidnight();
    void midnightOfTheBook();
    void callBacksAndPutOffAccounts();
    void callingWindows();
    void theHoursOfConsumers();
    void aChangedAddress();
    void aPastDayStays();
    void betweenTwoOfThemNothingChanges_data();
    void betweenTwoOfThemNothingChanges();
    void lateWordsAndMinutes();
};

void TestNextChange::nothingLeftButMidnight()
{
    Desk k;
    QCOMPARE(changeAfter(k, "2025-11-14T11:58:00Z"), u"2025-11-15T00:00:00Z"_s); // an empty book
    k.late("C", "100.00", 10);
    QCOMPARE(changeAfter(k, "2025-11-14T11:58:00Z"), u"2025-11-15T00:00:00Z"_s); // nobody's zone is known
    QCOMPARE(changeAfter(k, "2025-11-14T23:59:59Z"), u"2025-11-15T00:00:00Z"_s);
    QCOMPARE(changeAfter(k, "2025-11-15T00:00:00Z"), u"2025-11-16T00:00:00Z"_s);
}

void TestNextChange::midnightOfTheBook()
{
    Desk berlin;
    berlin.m = BookMaker("EUR", u"Europe/Berlin"_s);
    QCOMPARE(changeAfter(berlin, "2025-11-14T22:59:00Z"), u"2025-11-14T23:00:00Z"_s);
    // A day of 23 hours, and one of 25: behind the change of the clocks comes their midnight.
    QCOMPARE(changeAfter(berlin, "2025-03-29T23:00:00Z"), u"2025-03-30T01:00:00Z"_s);
    QCOMPARE(changeAfter(berlin, "2025-03-30T01:00:00Z"), u"2025-03-30T22:00:00Z"_s);
    QCOMPARE(changeAfter(berlin, "2025-10-25T22:00:00Z"), u"2025-10-26T01:00:00Z"_s);
    QCOMPARE(changeAfter(berlin, "2025-10-26T01:00:00Z"), u"2025-10-26T23:00:00Z"_s);
}

void TestNextChange::callBacksAndPutOffAccounts()
{
    Desk k;
    k.next("nothing past due", NextActionKind::CallBack, 0, utc("2025-11-14T12:00:00Z"));
    k.late("tried", "100.00", 10);
    k.next("tried", NextActionKind::TryAgain, 0, utc("2025-11-14T14:30:00Z"));
    k.late("later", "100.00", 10);
    k.next("later", NextActionKind::Snooze, 0, utc("2025-11-14T16:00:00Z"));
    QCOMPARE(changeAfter(k, "2025-11-14T11:58:00Z"), u"2025-11-14T12:00:00Z"_s);
    QCOMPARE(k.row(u"nothing past due"_s).payer, noRow);
    QCOMPARE(changeAfter(k, "2025-11-14T12:00:00Z"), u"2025-11-14T14:30:00Z"_s);
    QCOMPARE(laneOf(k, u"nothing past due"_s), u"call-back due"_s);
    QCOMPARE(changeAfter(k, "2025-11-14T14:30:00Z"), u"2025-11-14T16:00:00Z"_s);
    QCOMPARE(changeAfter(k, "2025-11-14T16:00:00Z"), u"2025-11-15T00:00:00Z"_s);
}

void TestNextChange::callingWindows()
{
    Desk k; // 09:00 to 17:00 there, in winter an hour before UTC
    k.late("C", "100.00", 10);
    k.m.customer("C").zone = u"Europe/Berlin"_s;
    QCOMPARE(changeAfter(k, "2025-11-14T07:59:00Z"), u"2025-11-14T08:00:00Z"_s);
    QCOMPARE(changeAfter(k, "2025-11-14T08:00:00Z"), u"2025-11-14T15:00:00Z"_s); // closes within the hour: goes up
    QCOMPARE(changeAfter(k, "2025-11-14T15:00:00Z"), u"2025-11-14T16:00:00Z"_s);
    QCOMPARE(changeAfter(k, "2025-11-14T16:00:00Z"), u"2025-11-15T00:00:00Z"_s);
    // Somebody else of theirs, who is not chosen now: may be from 13:00 on, their time.
    Contact& ann = k.contact("C", ContactRole::ApClerk);
    ann.zone = u"America/New_York"_s;
    ann.callFrom = 8 * 60;
    ann.callTo = 12 * 60;
    QCOMPARE(changeAfter(k, "2025-11-14T08:00:00Z"), u"2025-11-14T13:00:00Z"_s);
    // A calendar of their own closes whole days.
    k.m.customer("C").calendar = u"DE"_s;
    k.m.holiday("2025-11-15", u"DE"_s);
    QCOMPARE(changeAfter(k, "2025-11-14T22:30:00Z"), u"2025-11-14T23:00:00Z"_s);
}

void TestNextChange::theHoursOfConsumers()
{
    Desk k;
    k.m.customer("C").consumer = true;
    k.m.customer("C").zone = u"Europe/London"_s;
    k.contact("C", ContactRole::Other);
    k.m.invoice("C", "10.00", "2025-11-10", "2025-12-10"); // not on the list, and yet to be written to
    QCOMPARE(changeAfter(k, "2025-11-14T07:30:00Z"), u"2025-11-14T08:00:00Z"_s);
    QCOMPARE(changeAfter(k, "2025-11-14T20:00:00Z"), u"2025-11-14T21:00:00Z"_s);
}

void TestNextChange::aChangedAddress()
{
    Desk k;
    const ContactId ann = k.contact("C", ContactRole::ApClerk).id;
    ContactEvent e;
    e.customer = k.m.customer("C").id;
    e.contact = ann;
    e.kind = ContactEventKind::Changed;
    e.field = u"email"_s;
    e.day = day("2025-11-13");
    e.at = utc("2025-11-13T15:20:00Z");
    k.m.add(e);
    QCOMPARE(changeAfter(k, "2025-11-14T10:00:00Z"), u"2025-11-14T15:20:00Z"_s); // 24 hours
    QCOMPARE(changeAfter(k, "2025-11-14T15:20:00Z"), u"2025-11-15T00:00:00Z"_s);
}

void TestNextChange::aPastDayStays()
{
    Desk k;
    k.late("C", "100.00", 10);
    k.rank(); // without an instant
    QCOMPARE(nextChange(*k.book, k.list), 0);
}

void TestNextChange::betweenTwoOfThemNothingChanges_data()
{
    QTest::addColumn<QString>("start");
    QTest::newRow("a weekday and a weekend") << u"2025-11-14T00:00:00Z"_s;
    QTest::newRow("clocks go forward") << u"2025-03-29T12:00:00Z"_s;
    QTest::newRow("clocks go back") << u"2025-10-25T12:00:00Z"_s;
}

// Ranked every minute, a list differs from the one before only at an instant that was foretold.
void TestNextChange::betweenTwoOfThemNothingChanges()
{
    QFETCH(QString, start);
    const Instant from = *parseInstant(start);
    Desk k;
    k.m = BookMaker("EUR", u"Europe/Berlin"_s);
    k.d = dayIn(u"Europe/Berlin"_s, from);
    const QStringList zones{u"Europe/Lisbon"_s, u"America/New_York"_s, u"Australia/Lord_Howe"_s, u"Asia/Kathmandu"_s};
    for (int i = 0; i < 4; ++i) {
        const std::string id = "C" + std::to_string(i);
        k.late(id, "1000.00", 20 + 40 * i);
        k.m.customer(id).zone = zones[i];
        Contact& own = k.contact(id, ContactRole::ApClerk, u"Own hours"_s);
        own.callFrom = 2 * 60 + 30; // inside of what is skipped
        own.callTo = 11 * 60 + 15;
        k.contact(id, ContactRole::ApClerk, u"Elsewhere"_s).zone = zones[(i + 1) % 4];
        k.next(id, NextActionKind::CallBack, i, from + (i * 700 + 31) * 60'000LL);
    }
    k.late("US", "500.00", 5);
    k.m.customer("US").country = u"US"_s; // several zones
    k.late("own", "500.00", 5);
    k.m.customer("own").zone = u"Europe/Berlin"_s;
    k.m.customer("own").calendar = u"X"_s;
    k.m.holiday((k.d + 1).isoString(), u"X"_s);
    k.rank();
    const Book& book = *k.book;
    CallList known;
    Instant change = 0;
    QString before;
    int foretold = 0;
    for (Instant now = from; now < from + 36 * 3'600'000LL; now += 60'000) {
        const CallList list = callList(book, k.model, {book.dayOf(now), now});
        const QString says = told(book, list);
        if (change == 0 || now >= change) {
            known = list;
            change = nextChange(book, list);
            QVERIFY(change > now);
            ++foretold;
        } else if (says != before) {
            QFAIL(qPrintable(toIsoInstant(now) + u"\nwas\n"_s + before + u"\nis\n"_s + says));
        }
        const int passed = minutesSince(known.now, now);
        for (std::size_t i = 0; i < list.rows.size(); ++i) {
            QCOMPARE(localMinuteAfter(known.rows[i], passed), list.rows[i].localMinute);
            QCOMPARE(closesInAfter(known.rows[i], passed), list.rows[i].closesIn);
        }
        before = says;
    }
    QVERIFY2(foretold < 80, qPrintable(QString::number(foretold))); // not simply every minute
}

void TestNextChange::lateWordsAndMinutes()
{
    Desk k;
    k.now = utc("2025-11-14T15:42:00Z");
    k.late("C", "100.00", 10);
    k.next("C", NextActionKind::CallBack, 0, utc("2025-11-14T10:00:00Z"));
    k.late("just now", "100.00", 10);
    k.next("just now", NextActionKind::CallBack, 0, utc("2025-11-14T15:42:00Z"));
    k.late("other day", "100.00", 10);
    k.next("other day", NextActionKind::CallBack, -3, utc("2025-11-11T13:00:00Z"), 5);
    k.late("no minute", "100.00", 10);
    k.next("no minute", NextActionKind::CallBack, -3, 0, 5);
    k.rank();
    QCOMPARE(say(nextStepWords(k.row(u"C"_s), k.now)), u"Call back 10:00, 5 h late"_s);
    QCOMPARE(say(nextStepWords(k.row(u"just now"_s), k.now)), u"Call back 15:42"_s);
    QCOMPARE(say(nextStepWords(k.row(u"just now"_s), k.now + 25 * 60'000)), u"Call back 15:42, 25 min late"_s);
    QCOMPARE(say(nextStepWords(k.row(u"other day"_s), k.now)), u"Call back 13:00, 3 days late"_s);
    QCOMPARE(k.row(u"no minute"_s).askedFor, 0);
    QCOMPARE(say(k.row(u"no minute"_s).reasons.front()), u"Call-back due since Tue 11 Nov"_s);
    QCOMPARE(say(k.row(u"C"_s).reasons.front()), u"Call-back due"_s);
    CallRow r;
    r.localMinute = 23 * 60 + 50;
    r.closesIn = 5;
    QCOMPARE(localMinuteAfter(r, 20), 10);
    QCOMPARE(closesInAfter(r, 20), 0);
    QCOMPARE(localMinuteAfter(CallRow(), 20), -1);
    QCOMPARE(closesInAfter(CallRow(), 20), -1);
    QCOMPARE(minutesSince(utc("2025-11-14T10:00:59Z"), utc("2025-11-14T10:01:00Z")), 1);
    QCOMPARE(minutesSince(0, k.now), 0);
}

QTEST_GUILESS_MAIN(TestNextChange)
#include "tst_nextchange.moc"
