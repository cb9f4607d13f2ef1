#include "core/domain/outboxmessage.h"

#include <QTest>
#include <set>

using namespace duedesk;
using namespace Qt::StringLiterals;
using enum OutboxState;

class TestOutboxMessage : public QObject {
    Q_OBJECT
private slots:
    void onlyTheseSteps();
    void unknownWaitsForAPerson();
    void comesAgainLaterAndGivesUp();
    void hasWords();
};

namespace {

constexpr OutboxState all[] = {Queued, Sending, Sent, Failed, Unknown, Cancelled, Exported};

std::set<QString> stepsOf(OutboxHand hand)
{
    std::set<QString> out;
    for (const OutboxState from : all)
        for (const OutboxState to : all)
            if (mayBecome(from, to, hand))
                out.insert(outboxStateName(from) + u'>' + outboxStateName(to));
    return out;
}

} // namespace

void TestOutboxMessage::onlyTheseSteps()
{
    QVERIFY(stepsOf(OutboxHand::Program)
            == (std::set<QString>{u"queued>sending"_s, u"queued>cancelled"_s, u"queued>exported"_s, u"sending>sent"_s,
                                  u"sending>failed"_s, u"sending>unknown"_s, u"sending>queued"_s}));
    QVERIFY(
        stepsOf(OutboxHand::Person)
        == (std::set<QString>{u"queued>cancelled"_s, u"queued>exported"_s, u"failed>queued"_s, u"failed>cancelled"_s,
                              u"failed>exported"_s, u"unknown>sent"_s, u"unknown>queued"_s, u"unknown>cancelled"_s}));
}

void TestOutboxMessage::unknownWaitsForAPerson()
{
    for (const OutboxState to : all) {
        QVERIFY(!mayBecome(Unknown, to, OutboxHand::Program));
        QVERIFY(!mayBecome(Sent, to, OutboxHand::Program) && !mayBecome(Sent, to, OutboxHand::Person));
        QVERIFY(!mayBecome(Exported, to, OutboxHand::Program) && !mayBecome(Exported, to, OutboxHand::Person));
        QVERIFY(!mayBecome(to, to, OutboxHand::Program) && !mayBecome(to, to, OutboxHand::Person));
    }
}

void TestOutboxMessage::comesAgainLaterAndGivesUp()
{
    const Instant now = 1'000'000;
    QCOMPARE(retryAt(1, now), now + 2 * 60'000);
    QCOMPARE(retryAt(4, now), now + 120 * 60'000);
    QCOMPARE(retryAt(5, now), Instant(0));
    QCOMPARE(retryAt(0, now), Instant(0));
}

void TestOutboxMessage::hasWords()
{
    std::set<QString> words;
    for (const OutboxState s : all)
        words.insert(outboxStateName(s));
    QCOMPARE(words.size(), std::size(all));
    QVERIFY(!words.contains(QString()));
}

QTEST_APPLESS_MAIN(TestOutboxMessage)
#include "tst_outboxmessage.moc"
