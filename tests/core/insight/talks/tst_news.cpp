#include "core/insight/talks/news.h"
#include "tests/support/bookmaker.h"

#include <QTest>
#include <functional>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Date today = day("2025-11-14");

// The same lines before and after: `later` adds what the import brings.
struct Two {
    BookMaker m{"USD"};
    BookPtr before;
    std::vector<NewsItem> after(const std::function<void()>& later, const char* payer = "A")
    {
        before = m.build(1);
        const PayerSnapshot seen = payerSnapshot(*before, before->customerByExternalId(QLatin1String(payer)), today);
        later();
        return newsSince(seen, *m.build(2), today);
    }
};

QString told(const std::vector<NewsItem>& news) { return say(newsWords(news, today, 9 * 60 + 41)); }

} // namespace

class TestNews : public QObject {
    Q_OBJECT
private slots:
    void paidIsNotAskedFor();
    void partPaidSaysWhatIsLeft();
    void creditNoteAndWriteOff();
    void bouncedOpensAgain();
    void whatIsTakenBackIsNoBounce();
    void newInvoicesAndFreeMoney();
    void sitesAndCurrencies();
    void nothingHappened();
    void anInvoiceTakenBack();
    void manyAreCounted();
};

void TestNews::paidIsNotAskedFor()
{
    Two t;
    auto& a = t.m.invoice("A", "3000", "2025-09-01", "2025-10-01");
    a.number = "INV-1";
    auto& b = t.m.invoice("A", "400", "2025-09-02", "2025-10-02");
    b.number = "INV-2";
    t.m.invoice("B", "9", "2025-09-02", "2025-10-02");
    const auto news = t.after([&] {
        t.m.pay(a, "3000", "2025-11-13");
        t.m.pay(b, "400", "2025-11-14");
    });
    QCOMPARE(news.size(), 2U);
    QCOMPARE(told(news), u"Paid 09:41, do not ask: INV-1 and INV-2, 3,400.00 USD."_s);
    QVERIFY(!isBadNews(news));
}

void TestNews::partPaidSaysWhatIsLeft()
{
    Two t;
    auto& a = t.m.invoice("A", "1000", "2025-09-01", "2025-10-01");
    a.number = "INV-3";
    t.m.pay(a, "100", "2025-10-20"); // known before
    const auto news = t.after([&] { t.m.pay(a, "700", "2025-11-13"); });
    QCOMPARE(news, (std::vector<NewsItem>{{NewsKind::PartPaid, u"INV-3"_s, t.m.money("700.00"), 20000, {}}}));
    QCOMPARE(told(news), u"Part paid: INV-3, 200.00 USD left."_s);
}

void TestNews::creditNoteAndWriteOff()
{
    Two t;
    auto& a = t.m.invoice("A", "1000", "2025-09-01", "2025-10-01");
    a.number = "INV-1";
    auto& b = t.m.invoice("A", "50", "2025-09-01", "2025-10-01");
    b.number = "INV-2";
    const auto news = t.after([&] {
        t.m.allocate(t.m.creditNote("A", "300", "2025-11-13"), a, "300");
        t.m.writeOff(b, "50", "2025-11-13");
    });
    QCOMPARE(told(news), u"Credited: INV-1 and INV-2, 350.00 USD less to ask for."_s);
}

void TestNews::bouncedOpensAgain()
{
    Two t;
    auto& a = t.m.invoice("A", "900", "2025-09-01", "2025-10-01");
    a.number = "INV-4";
    const auto& p = t.m.pay(a, "900", "2025-11-10");
    const auto news = t.after([&] { t.m.reverse(p, "2025-11-13"); });
    QCOMPARE(told(news), u"Bounced: INV-4, 900.00 USD open again."_s);
    QVERIFY(isBadNews(news));
}

void TestNews::whatIsTakenBackIsNoBounce()
{
    BookMaker m("USD");
    auto& a = m.invoice("A", "900", "2025-09-01", "2025-10-01");
    a.number = "INV-4";
    const BookPtr open = m.build(1);
    m.writeOff(a, "7", "2025-11-10");
    const BookPtr less = m.build(2);
    const auto news = newsSince(payerSnapshot(*less, less->customerByExternalId(u"A"_s), today), *open, today);
    QCOMPARE(told(news), u"Open again: INV-4, 7.00 USD."_s);
    QVERIFY(!isBadNews(news));
}

void TestNews::newInvoicesAndFreeMoney()
{
    Two t;
    t.m.invoice("A", "900", "2025-09-01", "2025-10-01");
    const auto news = t.after([&] {
        t.m.invoice("A", "120", "2025-11-12", "2025-12-12").number = "INV-9";
        t.m.invoice("A", "77", "2025-11-20", "2025-12-20"); // dated ahead: not there yet
        t.m.payment("A", "55", "2025-11-13");
    });
    QCOMPARE(told(news), u"New: INV-9, 120.00 USD, due 12 Dec. Money of theirs that is not assigned yet: 55.00 USD."_s);
}

void TestNews::sitesAndCurrencies()
{
    Two t;
    const CustomerId head = t.m.customer("A").id;
    t.m.customer("SITE").payer = head;
    auto& a = t.m.invoice("SITE", "10 EUR", "2025-09-01", "2025-10-01");
    a.number = "S-1";
    auto& b = t.m.invoice("A", "20", "2025-09-01", "2025-10-01");
    b.number = "S-2";
    const QString words = told(t.after([&] {
        t.m.pay(a, "10 EUR", "2025-11-13");
        t.m.pay(b, "20", "2025-11-13");
    }));
    QVERIFY2(words == u"Paid 09:41, do not ask: S-1 and S-2, 10.00 EUR + 20.00 USD."_s
                 || words == u"Paid 09:41, do not ask: S-1 and S-2, 20.00 USD + 10.00 EUR."_s,
             qPrintable(words));
}

void TestNews::nothingHappened()
{
    Two t;
    t.m.invoice("A", "20", "2025-09-01", "2025-10-01");
    const auto news = t.after([&] { t.m.invoice("B", "20", "2025-09-01", "2025-10-01"); });
    QVERIFY(news.empty());
    QCOMPARE(told(news), QString());
}

void TestNews::anInvoiceTakenBack()
{
    BookMaker m{"USD"};
    m.invoice("A", "20", "2025-09-01", "2025-10-01");
    const BookPtr none = m.build();
    m.invoice("A", "30", "2025-09-01", "2025-10-01");
    const PayerSnapshot with = payerSnapshot(*m.build(), 0, today);
    QCOMPARE(told(newsSince(with, *none, today)), u"No longer in the book: 1 invoice."_s);
    PayerSnapshot stranger = with;
    stranger.payer = CustomerId(99);
    QVERIFY(newsSince(stranger, *none, today).empty());
}

void TestNews::manyAreCounted()
{
    Two t;
    std::vector<BookMaker::DebitSpec*> all;
    for (int i = 1; i <= 5; ++i) {
        all.push_back(&t.m.invoice("A", "10", "2025-09-01", "2025-10-01"));
        all.back()->number = "N-" + std::to_string(i);
    }
    QCOMPARE(told(t.after([&] {
                 for (auto* d : all)
                     t.m.pay(*d, "10", "2025-11-13");
             })),
             u"Paid 09:41, do not ask: N-1, N-2 and 3 more, 50.00 USD."_s);
}

QTEST_GUILESS_MAIN(TestNews)
#include "tst_news.moc"
