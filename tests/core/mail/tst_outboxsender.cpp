#include "core/mail/outboxlock.h"
#include "core/mail/outboxsender.h"

#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;
using enum OutboxState;

class TestOutboxSender : public QObject {
    Q_OBJECT
private slots:
    void onlyReleasedAndQueued();
    void longestWaitingFirst();
    void keepsPacePerDomain();
    void aClockSetBackDelaysNothing();
    void saysWhenToLookAgain();
    void findsWhatWasLeft();
    void oneProgramAtATime();
};

namespace {

constexpr Instant now = 1'763'109'000'000;

OutboxMessage row(int id, OutboxState state, Instant releaseAt, const QString& to = u"ap@payer.example"_s)
{
    OutboxMessage m;
    m.id = OutboxId(id);
    m.state = state;
    m.releaseAt = releaseAt;
    m.toAddress = to;
    return m;
}

std::int64_t next(const std::vector<OutboxMessage>& rows, int pace = 5) { return nextToSend(rows, now, pace).id.value; }

} // namespace

void TestOutboxSender::onlyReleasedAndQueued()
{
    QCOMPARE(next({}), 0);
    for (const OutboxState s : {Sending, Sent, Failed, Unknown, Cancelled, Exported})
        QCOMPARE(next({row(1, s, now - 60'000)}), 0);
    QCOMPARE(next({row(1, Queued, now)}), 1);
    QCOMPARE(next({row(1, Queued, now + 1)}), 0); // the 10 s in which it can be taken back
    OutboxMessage retracted = row(1, Queued, now - 1);
    retracted.retractedBy = OperationId(9);
    QCOMPARE(next({retracted}), 0);
}

void TestOutboxSender::longestWaitingFirst()
{
    QCOMPARE(next({row(1, Queued, now - 10, u"a@x.example"_s), row(2, Queued, now - 30, u"a@y.example"_s),
                   row(3, Queued, now - 30, u"a@z.example"_s)}),
             2);
}

void TestOutboxSender::keepsPacePerDomain()
{
    OutboxMessage before = row(1, Sent, now - 60'000, u"x@Payer.Example"_s);
    before.startedAt = now - 6'000;
    before.endedAt = now - 4'000;
    const OutboxMessage same = row(2, Queued, now - 9'000), other = row(3, Queued, now - 1'000, u"a@other.example"_s);
    QCOMPARE(next({before, same, other}), 3); // the same domain waits, another goes before it
    QCOMPARE(next({before, same, other}, 4), 2);
    QCOMPARE(next({before, same}), 0);
    before.state = Failed; // also a failed attempt knocked at that door
    QCOMPARE(next({before, same}), 0);
    before.endedAt = 0; // being sent by another right now
    before.state = Sending;
    QCOMPARE(next({before, same}, 7), 0);
    QCOMPARE(next({before, same}, 6), 2);
}

void TestOutboxSender::aClockSetBackDelaysNothing()
{
    OutboxMessage before = row(1, Sent, now - 60'000);
    before.startedAt = before.endedAt = now + 86'400'000;
    const auto n = nextToSend(std::vector{before, row(2, Queued, now - 1)}, now, 5);
    QCOMPARE(n.id.value, 0);
    QCOMPARE(n.lookAgain, now + 5'000); // its pace, and not a day
}

void TestOutboxSender::saysWhenToLookAgain()
{
    OutboxMessage before = row(1, Sent, now - 60'000);
    before.endedAt = now - 2'000;
    const auto n =
        nextToSend(std::vector{before, row(2, Queued, now - 1), row(3, Queued, now + 9'000, u"a@b.example"_s)}, now, 5);
    QCOMPARE(n.id.value, 0);
    QCOMPARE(n.lookAgain, now + 3'000);
    QCOMPARE(nextToSend(std::vector{before}, now, 5).lookAgain, Instant(0));
    QCOMPARE(nextToSend(std::vector{row(3, Queued, now - 1)}, now, 5).lookAgain, Instant(0));
}

void TestOutboxSender::findsWhatWasLeft()
{
    OutboxMessage ours = row(1, Sending, 0), theirs = row(2, Sending, 0), old = row(3, Sending, 0);
    ours.attempt = OperationId(11);
    theirs.attempt = OperationId(12);
    old.retractedBy = OperationId(5);
    const std::vector rows{ours, theirs, old, row(4, Queued, 0), row(5, Unknown, 0), row(6, Sent, 0)};
    const std::vector claims{OperationId(11)};
    QVERIFY(leftInSending(rows, claims) == std::vector{OutboxId(2)});
    QVERIFY(leftInSending(rows, {}) == (std::vector{OutboxId(1), OutboxId(2)}));
}

void TestOutboxSender::oneProgramAtATime()
{
    const QTemporaryDir dir;
    const QString book = dir.filePath(u"book.duedesk"_s);
    {
        const auto mine = OutboxLock::take(book);
        QVERIFY(mine);
        const auto second = OutboxLock::take(book);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Refused);
        QVERIFY(OutboxLock::take(dir.filePath(u"another.duedesk"_s)));
    }
    QVERIFY(OutboxLock::take(book));
    const auto nowhere = OutboxLock::take(u"/proc/none/book.duedesk"_s);
    QVERIFY(!nowhere && nowhere.error().code == ErrorCode::StorageFailed);
}

QTEST_APPLESS_MAIN(TestOutboxSender)
#include "tst_outboxsender.moc"
