#include "core/lists/accountlist.h"
#include "core/lists/agreementlist.h"
#include "core/lists/contactlist.h"
#include "core/lists/disputelist.h"
#include "core/lists/exceptionlist.h"
#include "core/lists/itemlist.h"
#include "core/lists/keptlist.h"
#include "tests/support/bookmaker.h"

#include <QSet>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestListSpec : public QObject {
    Q_OBJECT
private slots:
    void valuesAsFilesTakeThem_data();
    void valuesAsFilesTakeThem();
    void whatThereIsNoneOfStandsFirst();
    void headingsAreAContract_data();
    void headingsAreAContract();
    void aDisputeInEveryColumn();
    void aShortPaymentHasAnAgeAndNoDispute();
};

void TestListSpec::valuesAsFilesTakeThem_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("which");
    QTest::addColumn<QString>("plain");
    QTest::newRow("money") << int(ValueKind::Money) << 0 << u"-1234.50"_s;
    QTest::newRow("day") << int(ValueKind::Day) << 1 << u"2025-11-14"_s;
    QTest::newRow("count") << int(ValueKind::Number) << 2 << u"1284"_s;
    QTest::newRow("no days") << int(ValueKind::Days) << 3 << u"0"_s;
    QTest::newRow("percent") << int(ValueKind::Percent) << 4 << u"66.6667"_s;
    QTest::newRow("codes") << int(ValueKind::Codes) << 5 << u"bounced; no time zone"_s;
    QTest::newRow("a text keeps its lines") << int(ValueKind::Text) << 5 << u"bounced\nno time zone"_s;
    QTest::newRow("nothing") << int(ValueKind::Money) << 6 << QString();
    QTest::newRow("no day") << int(ValueKind::Day) << 7 << QString();
    QTest::newRow("no rate") << int(ValueKind::Percent) << 8 << QString();
}

void TestListSpec::valuesAsFilesTakeThem()
{
    QFETCH(int, kind);
    QFETCH(int, which);
    QFETCH(QString, plain);
    const std::array<Value, 9> values{Value(Money{-123'450, *Currency::parse(u"USD"_s)}),
                                      Value(day("2025-11-14")),
                                      asValue(1284),
                                      asValue(0),
                                      Value(Ratio::of(200, 3)),
                                      Value(u"bounced\nno time zone"_s),
                                      Value(),
                                      Value(Date()),
                                      Value(Ratio::none("nothing"))};
    const Value& value = values[std::size_t(which)];
    QCOMPARE(plainValue(ValueKind(kind), value), plain);
    QCOMPARE(isNone(value), which >= 6);
}

void TestListSpec::whatThereIsNoneOfStandsFirst()
{
    const Currency usd = *Currency::parse(u"USD"_s);
    QVERIFY(orderOf(Value()) < orderOf(Value(Money{-maxBookSum, usd})));
    QVERIFY(orderOf(Value(Date())) < orderOf(Value(firstDate)));
    QVERIFY(orderOf(Value(Ratio::none("nothing"))) < orderOf(Value(Ratio::of(-5, 1))));
    QVERIFY(orderOf(asValue(2)) < orderOf(asValue(10)));
    QVERIFY(isZero(asValue(0)) && isZero(Value(Money{0, usd})) && !isZero(Value()) && !isZero(asValue(u"0"_s)));
}

namespace {

// "customer,#level,$amount,@due" as the guide has them; ids of the window in their order here.
template <class Line> std::pair<QString, QString> shapeOf(const ListSpec<Line>& list)
{
    QStringList printed, shown;
    for (const ListColumn<Line>& c : list.columns) {
        if (!c.heading.isEmpty())
            printed.append(c.heading);
        if (!c.id.isEmpty()) {
            shown.append(c.id);
            if (say(c.title).isEmpty())
                shown.append(u"no title"_s);
        }
    }
    shown.sort();
    return {printed.join(u','), shown.join(u',')};
}

} // namespace

void TestListSpec::headingsAreAContract_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("ids");
    const auto row = [](const auto& list, const QString& expected, const QString& ids) {
        const auto [printed, shown] = shapeOf(list);
        QTest::newRow(list.id.toUtf8().constData()) << printed << shown << expected << ids;
    };
    row(disputeList(),
        u"id,case,customer,name,number,currency,amount,open,open_base,kind,reason,state,opened,age_days,target,"
        "overdue,owner,department,responsible,root_cause,resolution,resolved"_s,
        u"age,base,currency,department,kind,name,number,open,owner,reason,responsible,root_cause,state,target"_s);
    row(exceptionList(), u"id,day,customer,name,number,kind,granted_by,reason,cost_days,until"_s,
        u"base,cost_days,day,granted_by,kind,name,number,owner,reason,state,until"_s);
    row(agreementList(),
        u"id,customer,name,currency,amount,made_on,promised_for,deadline,state,target,counted,level,taken_by,remark"_s,
        u"amount,base,clerk_keeps,counted,currency,deadline,due,level,made_on,name,owner,payer_keeps,remark,state,"
        "taken_by,what"_s);
    row(keptList(), u"by,key,name,kept,partly_kept,broken,kept_count_pct,kept_money_pct,judged"_s,
        u"broken,by,judged,kept,kept_count_pct,kept_money_pct,name,owner,partly_kept"_s);
    row(itemList(),
        u"customer,number,kind,date,due,currency,amount,open,open_base,days_past_due,bucket,promised,disputed"_s,
        u"amount,bucket,currency,customer,date,days_past_due,disputed,due,expected,kind,name,number,open,open_base,"
        "promised,state,why_late"_s);
    row(accountList(),
        u"customer,name,tier,region,owner,lane,open,past_due,tbc,at_risk,oldest_days,dso_days,limit_left,industry,"
        "country,status"_s,
        u"at_risk,country,customer,dso_impact,industry,lane,limit_left,name,oldest,open,owner,past_due,region,status,"
        "tbc,tier"_s);
    row(contactList(), u"customer,name,role,email,phone,verified,defect,past_due"_s,
        u"defect,email,mobile,past_due,payer,person,phone,role,timezone,verified"_s);
}

void TestListSpec::headingsAreAContract()
{
    QFETCH(QString, printed);
    QFETCH(QString, shown);
    QTEST(printed, "expected");
    QTEST(shown, "ids");
}

namespace {

template <class Line> QString printedLine(const ListSpec<Line>& list, const Book& book, const Line& line)
{
    QStringList cells;
    for (const ListColumn<Line>& c : list.columns)
        if (!c.heading.isEmpty())
            cells.append(c.heading + u'=' + plainValue(c.kind, c.value(book, line)));
    return cells.join(u' ');
}

} // namespace

// 1,000.00 of which 400.00 are contested since 1 October for want of an order, to be answered by the 31st: 14 days over.
void TestListSpec::aDisputeInEveryColumn()
{
    BookMaker m;
    m.customer("A").name = u"Atlas"_s;
    m.customer("A1").name = u"Atlas North"_s;
    m.customer("A1").payer = m.customer("A").id;
    auto& invoice = m.invoice("A1", "1000.00", "2025-08-01", "2025-09-01");
    Dispute& x = m.dispute(invoice, "2025-10-01");
    x.amount = 40'000;
    x.targetDate = day("2025-10-31");
    x.owner = u"kim"_s;
    x.reason = u"no order"_s;
    const BookPtr book = m.build();
    const auto lines = disputeLines(*book, day("2025-11-14"));
    QCOMPARE(lines.size(), std::size_t(1));
    const QString number = viewDebit(book->ledger(), 0).number;
    QCOMPARE(printedLine(disputeList(), *book, lines[0]),
             u"id=%1 case=%1 customer=A1 name=Atlas North number=%2 currency=USD amount=400.00 open=400.00 "
             "open_base=400.00 kind=%3 reason=no order state=open opened=2025-10-01 age_days=44 target=2025-10-31 "
             "overdue=yes owner=kim department= responsible= root_cause= resolution= resolved="_s.arg(
                 QString::number(lines[0].key(*book) >> 1), number, disputeReasonName(lines[0].guess)));
    const auto& list = disputeList();
    QCOMPARE(std::get<QString>(list.column(u"name"_s).value(*book, lines[0])), u"Atlas"_s); // who pays
    QCOMPARE(std::get<QString>(list.column(u"state"_s).value(*book, lines[0])), u"overdue"_s);
}

void TestListSpec::aShortPaymentHasAnAgeAndNoDispute()
{
    BookMaker m;
    m.customer("A");
    auto& invoice = m.invoice("A", "1000.00", "2025-08-01", "2025-09-01");
    m.pay(invoice, "900.00", "2025-11-04");
    const BookPtr book = m.build();
    const DisputeBoard board = disputeBoard(*book, day("2025-11-14"));
    QCOMPARE(board.lines.size(), std::size_t(1));
    const auto plain = [&](const QString& id) {
        const auto& c = disputeList().column(id);
        return plainValue(c.kind, c.value(*book, board.lines[0]));
    };
    QCOMPARE(plain(u"age"_s), u"10"_s);
    QCOMPARE(plain(u"state"_s), u"paid short"_s);
    QCOMPARE(plain(u"open"_s), u"100.00"_s);
    QCOMPARE(plain(u"owner"_s), QString());
    QVERIFY(isNone(disputeList().column(u"target"_s).value(*book, board.lines[0])));
}

QTEST_GUILESS_MAIN(TestListSpec)
#include "tst_listspec.moc"
