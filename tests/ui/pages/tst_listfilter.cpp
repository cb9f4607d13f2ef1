#include "tests/support/bookmaker.h"
#include "tests/ui/pages/insightsof.h"
#include "ui/pages/listfilter.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestListFilter : public QObject {
    Q_OBJECT
private slots:
    void termsAreQuotedWhereNeeded()
    {
        QCOMPARE(filterTerm(u"tier"_s, u"Key"_s), u"tier:Key"_s);
        QCOMPARE(filterTerm(u"tier"_s, u"Key account"_s), u"tier:\"Key account\""_s);
        QCOMPARE(filterTerm(u"tier"_s, u"a\"b c"_s), u"tier:\"ab c\""_s);
        QCOMPARE(bucketFilter(1, {30, 60, 90}), u"bucket:1-30"_s);
        QCOMPARE(bucketFilter(4, {30, 60, 90}), u"bucket:90+"_s);
    }
    void everySegmentLeadsBackToItsItems()
    {
        BookMaker m;
        Customer& c = m.customer("A 1");
        c.tier = u"Key account"_s;
        m.invoice("A 1", "300.00", "2025-06-10", "2025-07-10").product = u"Support line"_s;
        m.invoice("B", "10.00", "2025-06-10", "2025-07-10");
        const BookPtr book = m.build();
        const Date d = day("2025-11-14");
        const std::vector<std::uint32_t> all{0, 1};
        const auto matches = [&](const QString& text) {
            const Result<Filter> f = parseFilter(text, itemFilterFields(), book->info().base, u"ana"_s);
            return f ? filterItems(*book, d, all, *f) : std::vector<std::uint32_t>{99};
        };
        QCOMPARE(matches(filterTerm(u"tier"_s, u"Key account"_s)), std::vector<std::uint32_t>{0});
        QCOMPARE(matches(filterTerm(u"tier"_s, u"(none)"_s)), std::vector<std::uint32_t>{1});
        QCOMPARE(matches(filterTerm(u"customer"_s, u"A 1"_s)), std::vector<std::uint32_t>{0});
        QCOMPARE(matches(filterTerm(u"product"_s, u"Support line"_s)), std::vector<std::uint32_t>{0});
        QCOMPARE(matches(bucketFilter(4, {30, 60, 90})), all);
        QCOMPARE(matches(u"-bucket:current"_s), all);
        for (int s = 1; s < segmentCount; ++s) // the language knows every field a chart can ask for
            QVERIFY2(itemFilterFields().contains(filterFieldOf(Segment(s))), qPrintable(segmentName(Segment(s))));
    }
    void accountsByTheirOwnFields()
    {
        BookMaker m;
        m.customer("A").incomplete = true;
        m.customer("A").creditLimit = 100;
        m.customer("B");
        m.invoice("A", "300.00", "2025-06-10", "2025-07-10");
        m.invoice("B", "300.00", "2025-06-10", "2025-12-10");
        const InsightsPtr in = insightsOf(m.build(), day("2025-11-14"));
        const AccountFigures figures(in->book, in->day, in->calls);
        const auto matches = [&](const QString& text) {
            const Result<Filter> f = parseFilter(text, accountFilterFields(), in->book->info().base, u"ana"_s);
            return f ? filterCustomers(*in->book, figures.payers(), *f, accountExtra(figures),
                                       [&](std::uint32_t row) { return figures.of(row).open; })
                     : std::vector<std::uint32_t>{99};
        };
        QCOMPARE(matches(u"incomplete:yes"_s), std::vector<std::uint32_t>{0});
        QCOMPARE(matches(u"limit:over"_s), std::vector<std::uint32_t>{0});
        QCOMPARE(matches(u"limit:none"_s), std::vector<std::uint32_t>{1});
        QCOMPARE(matches(u"bucket:current"_s), std::vector<std::uint32_t>{1});
        QCOMPARE(matches(u">200"_s), (std::vector<std::uint32_t>{0, 1}));
        QCOMPARE(matches(filterTerm(u"lane"_s, laneName(Lane::BigAndLate))), std::vector<std::uint32_t>{0});
    }
};

QTEST_GUILESS_MAIN(TestListFilter)
#include "tst_listfilter.moc"
