// A book from before sums and rates were bounded opens with every figure that fits; what does not says so in its place.
#include "core/insight/calls/calllist.h"
#include "core/insight/figures/aging.h"
#include "core/insight/figures/metrics.h"
#include "core/insight/letters/letter.h"
#include "core/insight/letters/statement.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

CallList callsOf(const BookPtr& book, Date d)
{
    const std::vector<PaymentFact> facts = paymentFacts(*book);
    return callList(*book, BehaviourModel::fit(facts, d + 1), {d, 0});
}

QString shownSum(std::int64_t minor, const Book& book) { return Money{minor, book.info().base}.toPlain(); }

} // namespace

class TestBeyond : public QObject {
    Q_OBJECT
private slots:
    // 2,500,000.00 EUR at a rate that lost its decimal point are 2.3 x 10^19 cents.
    void aRateThatNoSumCanBearIsNotUsed()
    {
        BookMaker m("USD");
        m.rate("EUR", "2020-01-01", "92000000000");
        m.rate("EUR", "2024-06-01", "1.10");
        m.rate("SEK", "2020-01-01", "0.10");
        m.invoice("A", "2500000.00 EUR", "2024-01-01", "2024-01-31");
        m.invoice("A", "100.00 SEK", "2024-01-01", "2024-01-31");
        m.invoice("B", "50.00", "2024-01-01", "2024-01-31");
        const BookPtr book = m.build();
        const Date d = day("2024-03-01");
        QCOMPARE(book->ratesAt(d).leftOut(), std::vector<Currency>{*Currency::parse(std::string_view("EUR"))});
        const Aging a = aging(*book, d, Segment::None);
        QCOMPARE(a.rows.at(0).total, 6000); // 10.00 + 50.00
        QCOMPARE(say(missingRateText(a.missing)), u"1 item in EUR has no rate and is left out"_s);
        QCOMPARE(kpi(*book, d).rows.at(0).ar, 6000);
        QCOMPARE(callsOf(book, d).tbc, 6000);
        const auto s = statementOf(*book, m.customer("A").id, {}, d);
        QVERIFY(s);
        QCOMPARE(s->totals.at(*Currency::parse(std::string_view("EUR"))).open, 250000000);
        // From the day of the right rate on everything is there.
        QVERIFY(book->ratesAt(day("2024-06-01")).leftOut().empty());
        QCOMPARE(aging(*book, day("2024-06-01"), Segment::None).rows.at(0).total, 275006000);
    }
    void sumsBeyond64BitsSaySo()
    {
        BookMaker m("USD");
        for (int i = 0; i < 9300; ++i)
            m.invoice("A", "9999999999999.99", "2024-01-01", "2024-01-31");
        m.invoice("B", "50.00", "2024-01-01", "2024-01-31");
        const BookPtr book = m.build();
        const Date d = day("2024-03-01");
        QCOMPARE(shownSum(aging(*book, d, Segment::None).rows.at(0).total, *book), u"does not fit"_s);
        const Aging each = aging(*book, d, Segment::Customer);
        QCOMPARE(shownSum(each.rows.at(0).total, *book), u"does not fit"_s);
        QCOMPARE(each.rows.at(1).total, 5000); // the others stay
        const Kpi k = kpi(*book, d).rows.at(0);
        QCOMPARE(shownSum(k.ar, *book), u"does not fit"_s);
        QCOMPARE(shownSum(k.pastDue, *book), u"does not fit"_s);
        QVERIFY(!k.dso.has() && !k.dsoCountback.has() && !k.pctCurrent.has() && !k.cei.has());
        QCOMPARE(trend(*book, d, 2).size(), std::size_t(2));
        const CallList calls = callsOf(book, d);
        QCOMPARE(shownSum(calls.tbc, *book), u"does not fit"_s);
        QCOMPARE(calls.rows.size(), std::size_t(2));
        QCOMPARE(calls.rows.at(1).tbc, 5000);
        const auto s = statementOf(*book, m.customer("A").id, {}, d);
        QVERIFY(s);
        const QString page = statementHtml(*s, LetterWords::of(u"en"_s));
        QVERIFY(page.contains(u"does not fit"_s));
        // Of 9,300 items a document lists what can be read, and says how many it does not.
        QCOMPARE(page.count(u"9,999,999,999,999.99"_s), qsizetype(statementRows));
        QVERIFY(page.contains(u"7300 more items are not listed here"_s));
        QVERIFY(itemsText(*s, LetterWords::of(u"en"_s)).endsWith(u"the whole list is yours for the asking."_s));
    }
};

QTEST_APPLESS_MAIN(TestBeyond)
#include "tst_beyond.moc"
