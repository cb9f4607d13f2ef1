#include "core/base/storedwords.h"
#include "core/insight/letters/letter.h"
#include "core/insight/letters/reminders.h"
#include "core/insight/letters/strategies.h"
#include "tests/core/command/commanddesk.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestStrategies : public QObject {
    Q_OBJECT
private slots:
    void savesAndRetires();
    void refusesStrategies_data();
    void refusesStrategies();
    void templatesAreDraftedThenApproved();
    void refusesTemplates_data();
    void refusesTemplates();
    void onlyApprovedWordingIsSent();
    void stepsDoneByHandAndSkipped();
};

namespace {

Strategy plain()
{
    Strategy s = builtInStrategy(false);
    s.name = u"Gentle"_s;
    s.tier = u"gold"_s;
    return s;
}

} // namespace

void TestStrategies::savesAndRetires()
{
    CommandDesk d;
    d.m.customer("A").tier = u"gold"_s;
    Strategy s = plain();
    std::swap(s.steps.front(), s.steps.back());
    QCOMPARE(d.summary(SaveStrategy{s}), u"Strategy Gentle saved for tier gold."_s);
    d.book = d.book->with(*d.last, 2);
    s = d.only<Strategy>();
    QCOMPARE(s.steps.front().day, 3); // in the order of days
    QCOMPARE(strategyOf(*d.book, 0).id, s.id);
    s.intervalDays = 10;
    QVERIFY(d.decide(SaveStrategy{s}));
    d.book = d.book->with(*d.last, 3);
    QCOMPARE(d.book->rows<Strategy>().size(), 1U);
    Strategy twin = plain();
    QCOMPARE(d.refused(SaveStrategy{twin}), u"name: is the name of another strategy"_s);
    QVERIFY(d.decide(RetireStrategy{s.id}));
    d.book = d.book->with(*d.last, 4);
    QCOMPARE(strategyOf(*d.book, 0).name, u"Built in"_s);
    QCOMPARE(d.refused(RetireStrategy{s.id}), u"strategy: is not in use"_s);
}

void TestStrategies::refusesStrategies_data()
{
    QTest::addColumn<std::function<void(Strategy&)>>("change");
    QTest::addColumn<QString>("refusal");
    using Change = std::function<void(Strategy&)>;
    const auto row = [](const char* name, const QString& refusal, Change c) { QTest::newRow(name) << c << refusal; };
    row("name", u"name: is missing"_s, [](Strategy& s) { s.name = u" "_s; });
    row("steps", u"steps: there is none"_s, [](Strategy& s) { s.steps.clear(); });
    row("twice a day", u"steps: two steps on +3 days"_s, [](Strategy& s) { s.steps[1].day = 3; });
    row("far", u"steps: +400 days is too far from the due date"_s, [](Strategy& s) { s.steps.back().day = 400; });
    row("letter", u"letter: +3 days: there is no approved template “nope”"_s,
        [](Strategy& s) { s.steps[0].letter = u"nope"_s; });
    row("no letter", u"letter: +3 days: no template is chosen"_s, [](Strategy& s) { s.steps[0].letter.clear(); });
    row("what", u"steps: +10 days: what is to be done is missing"_s, [](Strategy& s) { s.steps[1].what.clear(); });
    row("interval", u"interval: is not between 1 and 90 days"_s, [](Strategy& s) { s.intervalDays = 0; });
    row("customer", u"customer: is not a payer of this book"_s, [](Strategy& s) { s.customer = CustomerId(99); });
}

void TestStrategies::refusesStrategies()
{
    using Change = std::function<void(Strategy&)>;
    QFETCH(Change, change);
    QFETCH(QString, refusal);
    CommandDesk d;
    d.m.customer("A");
    Strategy s = plain();
    change(s);
    QCOMPARE(d.refused(SaveStrategy{s}), refusal);
}

void TestStrategies::templatesAreDraftedThenApproved()
{
    CommandDesk d;
    d.m.customer("A");
    QCOMPARE(d.summary(SaveTemplate{u"Reminder"_s, u"en"_s, u"Hi {{contact_name}}"_s, u"Pay {{asked_total}}"_s}),
             u"Template reminder (en) saved as version 1. It is used once it is approved."_s);
    d.book = d.book->with(*d.last, 2);
    const LetterTemplate draft = d.only<LetterTemplate>();
    QCOMPARE(wordingFor(*d.book, u"reminder"_s, u"en"_s)->version, 0); // the built-in one goes on
    QVERIFY(d.decide(SaveTemplate{u"reminder"_s, u"en"_s, u"Second"_s, u"x"_s}));
    QCOMPARE(d.only<LetterTemplate>().version, 2);
    QCOMPARE(d.summary(ApproveTemplate{draft.id}), u"Template reminder version 1 approved by who drafted it."_s);
    d.book = d.book->with(*d.last, 3);
    QCOMPARE(wordingFor(*d.book, u"reminder"_s, u"en"_s)->id, draft.id);
    QCOMPARE(d.refused(ApproveTemplate{draft.id}), u"letter: is approved already, by me"_s);
}

void TestStrategies::refusesTemplates_data()
{
    QTest::addColumn<SaveTemplate>("command");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("name") << SaveTemplate{u"../x"_s, u"en"_s, u"s"_s, u"b"_s} << u"name: is not a name"_s;
    QTest::newRow("language") << SaveTemplate{u"x"_s, u"EN"_s, u"s"_s, u"b"_s} << u"language: is not a language"_s;
    QTest::newRow("placeholder") << SaveTemplate{u"x"_s, u"en"_s, u"s"_s, u"{{iban}}"_s}
                                 << u"text: {{iban}} is not a placeholder"_s;
    QTest::newRow("iban") << SaveTemplate{u"x"_s, u"en"_s, u"s"_s, u"DE89 3704 0044 0532 0130 00"_s}
                          << u"text: holds an IBAN"_s;
    QTest::newRow("header") << SaveTemplate{u"x"_s, u"en"_s, u"s\r\nBcc: a@b.example"_s, u"b"_s}
                            << u"subject: holds a character that cannot be seen"_s;
}

void TestStrategies::refusesTemplates()
{
    QFETCH(SaveTemplate, command);
    QFETCH(QString, refusal);
    CommandDesk d;
    QCOMPARE(d.refused(command), refusal);
}

void TestStrategies::onlyApprovedWordingIsSent()
{
    CommandDesk d;
    Contact& c = d.contact("A", ContactRole::ApClerk, u"Anna"_s);
    c.email = u"anna@a.example"_s;
    auto& inv = d.late("A", "100.00", 12);
    d.m.payment("B", "5.00", "2025-11-13");
    LetterTemplate t;
    t.name = u"reminder"_s;
    t.language = u"en"_s;
    LetterTemplate& kept = d.m.add(t);
    MailDraft x;
    x.customer = d.id("A");
    x.contact = c.id;
    x.debits = {inv};
    x.letter = kept.id;
    x.letterVersion = 1;
    x.toAddress = c.email;
    x.subject = u"s"_s;
    x.messageId = u"<1@us.example>"_s;
    x.bodySha256 = QByteArray(64, 'b');
    x.size = 1;
    QCOMPARE(d.refused(QueueMails{{x}}), u"letter: version 1 of reminder is not approved"_s);
    x.letterVersion = 2;
    QCOMPARE(d.refused(QueueMails{{x}}), u"letter: is not in this book in that version"_s);
    kept.approvedOn = d.today;
    x.letterVersion = 1;
    d.book = d.m.build();
    QVERIFY(d.decide(QueueMails{{x}}));
}

void TestStrategies::stepsDoneByHandAndSkipped()
{
    CommandDesk d;
    d.contact("A", ContactRole::ApClerk, u"Anna"_s).email = u"anna@a.example"_s;
    d.late("A", "100.00", 70);
    d.m.payment("B", "5.00", "2025-11-14");
    const auto step = [&] { return reminders(*d.book, {d.today, d.context().now, nullptr, 0}).rows.at(0).step.day; };
    d.book = d.m.build();
    QCOMPARE(step(), 3);
    QCOMPARE(d.refused(DoStep{d.id("A"), {}, 3, true, {}}), u"note: is missing"_s);
    QCOMPARE(d.refused(DoStep{d.id("A"), {}, 4, false, {}}), u"step: is not a step of Built in"_s);
    QCOMPARE(d.summary(DoStep{d.id("A"), {}, 3, true, u"spoke yesterday"_s}),
             u"Customer A: +3 days, reminder to AP clerk skipped."_s);
    QCOMPARE(d.only<ExceptionEntry>().kind, ExceptionKind::SkippedStep);
    // What is ours in a record is a code, said in words when it is read.
    QCOMPARE(say(recalled(d.only<ExceptionEntry>().reason)), u"+3 days, reminder to AP clerk: spoke yesterday"_s);
    QCOMPARE(say(recalled(d.only<Activity>().note)), u"Skipped: +3 days, reminder to AP clerk. spoke yesterday"_s);
    QVERIFY(!d.only<Activity>().note.contains(u"+3 days"_s));
    d.book = d.book->with(*d.last, 2);
    QCOMPARE(step(), 10);
    QVERIFY(d.decide(DoStep{d.id("A"), {}, 10, false, u"called"_s}));
    d.book = d.book->with(*d.last, 3);
    QCOMPARE(step(), 20);
}

QTEST_APPLESS_MAIN(TestStrategies)
#include "tst_strategies.moc"
