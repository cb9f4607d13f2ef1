// Whom to call and when: the rungs, people never proposed, and hours in countries with several zones.
#include "core/insight/calls/callzones.h"
#include "tests/core/insight/calls/calldesk.h"

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestCallContact : public QObject {
    Q_OBJECT
private slots:
    void never_data();
    void never();
    void sponsorAfterLead();
    void reachable();
    void verifiedLately();
    void ladder();
    void countries_data();
    void countries();
    void zoneOf();
    void everyZone();
    void noCommonHour();
    void commonHourNeedsABusinessDay();
    void consumersWindow();
    void reachableInAllZones();
    void lanes();
};

namespace {

QString best(Desk& k, ContactRole rung, Instant now = 0)
{
    k.book = k.m.build();
    const LocalTimes times(now);
    const std::uint32_t row = bestContact(*k.book, 0, rung, k.d, times);
    return row == noRow ? u"nobody"_s : k.book->rows<Contact>()[row].name;
}

constexpr CallingHours office{9 * 60, 17 * 60};

} // namespace

void TestCallContact::never_data()
{
    QTest::addColumn<int>("defect");
    QTest::addColumn<bool>("email");
    QTest::addColumn<QString>("who");
    QTest::newRow("fine") << int(ContactDefect::None) << false << u"Ann"_s;
    QTest::newRow("bounced with a number") << int(ContactDefect::Bounced) << true << u"Ann"_s;
    QTest::newRow("wrong number") << int(ContactDefect::WrongNumber) << false << u"nobody"_s;
    QTest::newRow("wrong person") << int(ContactDefect::WrongPerson) << true << u"nobody"_s;
    QTest::newRow("left") << int(ContactDefect::Left) << true << u"nobody"_s;
}

void TestCallContact::never()
{
    QFETCH(int, defect);
    QFETCH(bool, email);
    QFETCH(QString, who);
    Desk k;
    Contact& c = k.contact("C", ContactRole::ApClerk);
    c.defect = ContactDefect(defect);
    if (email)
        c.email = u"ann@example.com"_s;
    QCOMPARE(best(k, ContactRole::ApClerk), who);
    c.mergedInto = ContactId(99);
    QCOMPARE(best(k, ContactRole::ApClerk), u"nobody"_s);
}

void TestCallContact::sponsorAfterLead()
{
    Desk k;
    k.contact("C", ContactRole::Sponsor, u"Sponsor"_s);
    QCOMPARE(best(k, ContactRole::ApClerk), u"nobody"_s);
    QCOMPARE(best(k, ContactRole::ApLead), u"nobody"_s);
    QCOMPARE(best(k, ContactRole::FinanceHead), u"Sponsor"_s);
    k.contact("C", ContactRole::ApLead, u"Lead"_s);
    QCOMPARE(best(k, ContactRole::ApClerk), u"Lead"_s);
    QCOMPARE(best(k, ContactRole::FinanceHead), u"Lead"_s);
}

// 16:00 UTC: Berlin has closed, London and whoever stays longer has not.
void TestCallContact::reachable()
{
    Desk k;
    Contact& berlin = k.contact("C", ContactRole::ApClerk, u"Berlin"_s);
    berlin.zone = u"Europe/Berlin"_s;
    k.contact("C", ContactRole::ApClerk, u"London"_s).zone = u"Europe/London"_s;
    const Instant now = instantIn({}, k.d, 16 * 60);
    QCOMPARE(best(k, ContactRole::ApClerk, now), u"London"_s);
    QCOMPARE(best(k, ContactRole::ApClerk), u"Berlin"_s);
    berlin.callFrom = 9 * 60;
    berlin.callTo = 18 * 60;
    QCOMPARE(best(k, ContactRole::ApClerk, now), u"Berlin"_s);
    berlin.callTo = 0;
    berlin.callFrom = 0;
    berlin.verifiedOn = k.d - 5; // verified counts more than the hour
    QCOMPARE(best(k, ContactRole::ApClerk, now), u"Berlin"_s);
    berlin.phone.clear();
    berlin.mobile = u"+49 170 1"_s; // a mobile is a number
    QCOMPARE(best(k, ContactRole::ApClerk, now), u"Berlin"_s);
}

// Verified longer ago than the policy's 180 days is not verified.
void TestCallContact::verifiedLately()
{
    Desk k;
    k.contact("C", ContactRole::ApClerk, u"First"_s);
    Contact& ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s);
    ann.verifiedOn = k.d - 181;
    QCOMPARE(best(k, ContactRole::ApClerk), u"First"_s);
    ann.verifiedOn = k.d - 180;
    QCOMPARE(best(k, ContactRole::ApClerk), u"Ann"_s);
}

void TestCallContact::ladder()
{
    Desk k;
    k.m.customer("S").payer = k.m.customer("C").id;
    k.contact("S", ContactRole::ApClerk, u"Site clerk"_s);
    k.contact("C", ContactRole::ApClerk, u"Clerk"_s).verifiedOn = k.d;
    k.contact("C", ContactRole::FinanceHead, u"Head"_s).defect = ContactDefect::Left;
    k.contact("C", ContactRole::Sponsor, u"Sponsor"_s);
    k.book = k.m.build();
    QStringList seen;
    forEachRung(*k.book, k.book->customerRow(k.m.customer("C").id), k.d, LocalTimes(0),
                [&](ContactRole role, std::uint32_t row) {
                    seen += roleName(role) + u": "_s + (row == noRow ? u"-"_s : k.book->rows<Contact>()[row].name);
                });
    QCOMPARE(seen, QStringList({u"AP clerk: Clerk"_s, u"AP lead: -"_s, u"finance head: -"_s, u"sponsor: Sponsor"_s}));
}

void TestCallContact::countries_data()
{
    QTest::addColumn<int>("fewest");
    QTest::addColumn<int>("most");
    QTest::newRow("DE") << 1 << 1; // Büsingen keeps the time of Berlin
    QTest::newRow("de") << 1 << 1;
    QTest::newRow("USA") << 6 << 8;
    QTest::newRow("UK") << 1 << 1;
    QTest::newRow("Germany") << 1 << 1;
    QTest::newRow("US") << 6 << 8; // some places keep no summer time
    QTest::newRow("United States") << 6 << 8;
    QTest::newRow("RU") << 10 << 12;
    QTest::newRow("Atlantis") << 0 << 0;
    QTest::newRow("ZZ") << 0 << 0;
}

void TestCallContact::countries()
{
    QFETCH(int, fewest);
    QFETCH(int, most);
    const auto& zones = zonesOfCountry(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(int(zones.size()) >= fewest && int(zones.size()) <= most, qPrintable(QString::number(zones.size())));
}

void TestCallContact::zoneOf()
{
    Desk k;
    k.m.customer("C").country = u"US"_s;
    k.m.customer("S").payer = k.m.customer("C").id;
    Contact& c = k.contact("S", ContactRole::ApClerk);
    const auto zone = [&] {
        k.book = k.m.build();
        return contactZone(*k.book, k.book->rows<Contact>().find(c.id), 0);
    };
    QCOMPARE(zone(), QString()); // several
    QVERIFY(callZones(*k.book, k.book->rows<Contact>().find(c.id), 0).size() > 1);
    k.m.customer("C").zone = u"America/Chicago"_s;
    QCOMPARE(zone(), u"America/Chicago"_s);
    k.m.customer("S").country = u"DE"_s; // where the person is says more than where the payer is
    QCOMPARE(zone(), u"Europe/Berlin"_s);
    k.m.customer("S").zone = u"Europe/London"_s;
    QCOMPARE(zone(), u"Europe/London"_s);
    c.zone = u"Asia/Tokyo"_s;
    QCOMPARE(zone(), u"Asia/Tokyo"_s);
}

// In winter it is 09:00 in Honolulu when it is 14:00 in New York: 19:00 to 22:00 UTC is the one window of both.
void TestCallContact::everyZone()
{
    const BusinessCalendar plain;
    CallWindow w{{u"America/New_York"_s, u"America/Chicago"_s, u"Pacific/Honolulu"_s}, office, &plain};
    const auto at = [&](int minute) { return LocalTimes(instantIn({}, day("2025-11-14"), minute)); };
    QVERIFY(!w.isHour(at(15 * 60))); // 10:00 in New York
    QVERIFY(!w.isHour(at(19 * 60 - 1)));
    QVERIFY(w.isOpen(at(19 * 60)));
    QCOMPARE(w.minutesLeft(at(19 * 60)), 180);
    QCOMPARE(w.minutesLeft(at(22 * 60 - 1)), 1);
    QCOMPARE(w.minutesLeft(at(22 * 60)), -1);
    const auto next = [&](Date d, int minute) { return w.nextOpening(instantIn({}, d, minute)); };
    QCOMPARE(next(day("2025-11-14"), 600), instantIn({}, day("2025-11-14"), 19 * 60));
    QCOMPARE(next(day("2025-11-14"), 20 * 60), instantIn({}, day("2025-11-14"), 20 * 60)); // it is
    QCOMPARE(next(day("2025-11-14"), 23 * 60), instantIn({}, day("2025-11-17"), 19 * 60));
    QCOMPARE(next(day("2025-07-01"), 600), instantIn({}, day("2025-07-01"), 19 * 60)); // New York 15:00, summer
    const CallWindow unknown{{}, office, &plain};
    QVERIFY(unknown.isOpen(LocalTimes(1)));
    QCOMPARE(unknown.minutesLeft(LocalTimes(1)), -1);
    const CallWindow late{{u"America/New_York"_s}, {22 * 60, 24 * 60}, &plain};
    QCOMPARE(late.nextOpening(instantIn({}, day("2025-11-14"), 600)),
             instantIn({}, day("2025-11-15"), 3 * 60)); // until midnight in New York
}

void TestCallContact::noCommonHour()
{
    const BusinessCalendar plain;
    CallWindow w{{u"Europe/Kaliningrad"_s, u"Asia/Kamchatka"_s}, office, &plain}; // ten hours apart
    QCOMPARE(w.nextOpening(instantIn({}, day("2025-11-14"), 600)), Instant(0));
    QVERIFY(w.on(day("2025-11-14")).isEmpty());
    w.hours = {8 * 60, 19 * 60};
    QVERIFY(w.nextOpening(instantIn({}, day("2025-11-14"), 600)) > 0);
}

void TestCallContact::commonHourNeedsABusinessDay()
{
    const BusinessCalendar calendar({day("2025-11-17")});
    const CallWindow w{{u"Europe/Lisbon"_s, u"Atlantic/Azores"_s}, office, &calendar};
    QCOMPARE(w.nextOpening(instantIn({}, day("2025-11-14"), 17 * 60)),
             instantIn({}, day("2025-11-18"), 10 * 60)); // 09:00 in the Azores
}

// Who is called, the list and the commands ask the same window: a consumer's ends at 21:00, whatever is agreed.
void TestCallContact::consumersWindow()
{
    Desk k;
    k.m.customer("C").consumer = true;
    Contact& ann = k.contact("C", ContactRole::ApClerk, u"Ann"_s);
    ann.zone = u"Europe/Berlin"_s;
    ann.callFrom = 6 * 60;
    ann.callTo = 23 * 60;
    k.contact("C", ContactRole::ApClerk, u"London"_s).zone = u"Europe/London"_s;
    k.book = k.m.build();
    const Contact* c = k.book->rows<Contact>().find(ann.id);
    const CallWindow w = callWindow(*k.book, c, 0, k.book->policyAt(k.d));
    QCOMPARE(w.hours.from, 8 * 60);
    QCOMPARE(w.hours.to, 21 * 60);
    QCOMPARE(best(k, ContactRole::ApClerk, instantIn({}, k.d, 6 * 60 + 30)), u"Ann"_s); // 07:30 and 06:30: both closed
    ann.callTo = 10 * 60;
    QCOMPARE(best(k, ContactRole::ApClerk, instantIn({}, k.d, 12 * 60)), u"London"_s);
    QVERIFY(!mailWindow(*k.book, c, 0).isHour(LocalTimes(instantIn({}, k.d, 20 * 60))));
    QVERIFY(mailWindow(*k.book, c, 0).isOpen(LocalTimes(instantIn({}, k.d + 1, 19 * 60)))); // on a Saturday too
    k.m.customer("C").consumer = false;
    QVERIFY(!mailWindow(*k.m.build(), c, 0).isKnown());
}

// A clerk of whom only a country of several zones is known is closed while one of them is.
void TestCallContact::reachableInAllZones()
{
    Desk k;
    k.m.customer("C").country = u"US"_s;
    k.contact("C", ContactRole::ApClerk, u"Somewhere"_s);
    k.contact("C", ContactRole::ApClerk, u"Berlin"_s).zone = u"Europe/Berlin"_s;
    QCOMPARE(best(k, ContactRole::ApClerk, instantIn({}, k.d, 15 * 60)), u"Berlin"_s); // 10:00 in New York
    QCOMPARE(best(k, ContactRole::ApClerk, 0), u"Somewhere"_s);
}

void TestCallContact::lanes()
{
    Desk k;
    k.late("US", "100.00", 10);
    k.late("RU", "100.00", 10);
    k.late("DE", "100.00", 10);
    for (const char* id : {"US", "RU", "DE"})
        k.m.customer(id).country = QString::fromLatin1(id);
    k.now = instantIn({}, k.d, 14 * 60);
    k.rank();
    QCOMPARE(laneOf(k, u"US"_s), u"waiting"_s);
    QVERIFY(say(k.row(u"US"_s).whyNot).startsWith(u"Opens 19:00, in all of its "_s));
    QCOMPARE(k.row(u"US"_s).opensAt, instantIn({}, k.d, 19 * 60));
    QCOMPARE(k.row(u"US"_s).localMinute, -1);
    QVERIFY(!k.row(u"US"_s).reachable);
    QCOMPARE(laneOf(k, u"RU"_s), u"waiting"_s);
    QCOMPARE(say(k.row(u"RU"_s).whyNot), u"No hour is calling time in all of its zones: set a time zone"_s);
    QVERIFY(laneOf(k, u"DE"_s) != u"waiting"_s);
    QCOMPARE(k.row(u"DE"_s).localMinute, 15 * 60);
    k.now = instantIn({}, k.d, 19 * 60 + 30);
    k.rank();
    QVERIFY(laneOf(k, u"US"_s) != u"waiting"_s);
    k.now = 0; // another day than today
    k.rank();
    QVERIFY(laneOf(k, u"RU"_s) != u"waiting"_s);
}

QTEST_GUILESS_MAIN(TestCallContact)
#include "tst_callcontact.moc"
