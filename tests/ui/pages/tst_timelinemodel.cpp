#include "ui/pages/account/timelineview.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestTimelineModel : public QObject {
    Q_OBJECT
    static std::vector<TimelineEvent> events()
    {
        const Currency usd = *Currency::parse(std::string_view("USD"));
        TimelineEvent broken, call, payment;
        broken.day = *Date::fromIso(std::string_view("2025-11-12"));
        broken.kind = EventKind::Promise;
        broken.outcome = u"broken"_s;
        broken.amount = {2'000'000, usd};
        broken.bad = true;
        broken.who = u"ledger"_s;
        call.day = *Date::fromIso(std::string_view("2025-11-04"));
        call.kind = EventKind::Call;
        call.contact = u"Dana Okafor"_s;
        call.note = u"Approved,\nin Thursday's run"_s;
        call.who = u"ana"_s;
        payment.day = *Date::fromIso(std::string_view("2025-10-31"));
        payment.kind = EventKind::Payment;
        payment.amount = {219'000, usd};
        payment.who = u"ledger"_s;
        return {broken, call, payment};
    }

private slots:
    void printsNewestFirst()
    {
        TimelineModel m;
        QAbstractItemModelTester tester(&m, QAbstractItemModelTester::FailureReportingMode::QtTest);
        m.setEvents(events());
        QCOMPARE(m.rowCount(), 3);
        const QStringList lines = m.dump().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines[0], u"12 Nov | Promise broken | 20,000.00 USD | bad"_s);
        QCOMPARE(lines[1], u"4 Nov | Call · Dana Okafor | Approved, in Thursday's run · ana"_s);
        QCOMPARE(lines[2], u"31 Oct | Payment | 2,190.00 USD"_s);
    }
    void filtersByKind()
    {
        TimelineModel m;
        m.setEvents(events());
        m.setKinds(TimelineModel::Kinds::Talks);
        QCOMPARE(m.rowCount(), 1);
        m.setKinds(TimelineModel::Kinds::Money);
        QVERIFY(m.dump().startsWith(u"31 Oct"_s));
        m.setKinds(TimelineModel::Kinds::Notes);
        QCOMPARE(m.rowCount(), 0);
        m.setKinds(TimelineModel::Kinds::All);
        QCOMPARE(m.rowCount(), 3);
    }
};

QTEST_MAIN(TestTimelineModel)
#include "tst_timelinemodel.moc"
