#include "core/insight/agreements/exceptions.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

// D = 14 Nov 2025. An invoice of 100 due 1 Nov, one of 40 EUR (rate 1.25) due 3 Nov, one of 70 SEK without a rate.
class TestExceptions : public QObject {
    Q_OBJECT
private slots:
    void statesAndMoney();
    void aLaterOneRenews();
    void theAccountCountsWhatWasDueByThen();
    void paidAndGiven();

private:
    struct Made {
        BookMaker m;
        BookMaker::DebitSpec *a, *eur, *sek;
        Made()
        {
            m.customer("C");
            m.rate("EUR", "2025-01-01", "1.25");
            a = &m.invoice("C", "100.00", "2025-10-02", "2025-11-01");
            eur = &m.invoice("C", "40.00 EUR", "2025-10-04", "2025-11-03");
            sek = &m.invoice("C", "70.00 SEK", "2025-10-04", "2025-11-03");
        }
        ExceptionEntry& give(DebitId debit, const char* on, const char* until,
                             ExceptionKind kind = ExceptionKind::Extension, int days = 0)
        {
            ExceptionEntry x;
            x.customer = m.records<Customer>().front().id;
            x.debit = debit;
            x.kind = kind;
            x.day = day(on);
            x.costDays = days;
            if (kind == ExceptionKind::Extension)
                x.until = day(until);
            return m.add(x);
        }
        ExceptionRegister at(const char* d) const { return exceptionRegister(*m.build(), day(d)); }
    };
    static QStringList states(const ExceptionRegister& r)
    {
        QStringList out;
        for (const ExceptionLine& l : r.lines)
            out += exceptionStateName(l.state) + u' ' + QString::number(l.openBase);
        return out;
    }
};

void TestExceptions::statesAndMoney()
{
    Made k;
    k.give(*k.a, "2025-11-05", "2025-11-14", ExceptionKind::Extension, 13);
    k.give(*k.eur, "2025-11-05", "2025-11-13", ExceptionKind::Extension, 10);
    k.give(*k.sek, "2025-08-16", "2025-11-20", ExceptionKind::Extension, 17); // the 91st day back
    const ExceptionRegister r = k.at("2025-11-14");
    QCOMPARE(states(r), (QStringList{u"ran out 5000"_s, u"running 10000"_s, u"running 0"_s}));
    QCOMPARE(r.count[std::size_t(ExceptionState::Running)], 2);
    QCOMPARE(r.base[std::size_t(ExceptionState::Running)], 10000);
    QCOMPARE(r.costDays, 23);
    QCOMPARE(r.recent, 2);
    QCOMPARE(r.missing.size(), 1U);
    QCOMPARE(r.missing[0].items, 1);
    QCOMPARE(states(k.at("2025-11-15")).first(2), (QStringList{u"ran out 5000"_s, u"ran out 10000"_s}));
    QCOMPARE(k.at("2025-11-04").lines.size(), 1U); // the others were not given yet
}

void TestExceptions::aLaterOneRenews()
{
    Made k;
    k.give(*k.a, "2025-11-02", "2025-11-07");
    k.give({}, "2025-11-02", "2025-11-01"); // of the account: another thing
    k.give(*k.a, "2025-11-08", "2025-11-21");
    QCOMPARE(states(k.at("2025-11-14")), (QStringList{u"ran out 10000"_s, u"running 10000"_s, u"renewed 0"_s}));
    QCOMPARE(states(k.at("2025-11-07")), (QStringList{u"ran out 10000"_s, u"running 10000"_s}));
}

void TestExceptions::theAccountCountsWhatWasDueByThen()
{
    Made k;
    k.give({}, "2025-11-02", "2025-11-02"); // of 1 Nov only
    QCOMPARE(states(k.at("2025-11-14")), QStringList(u"ran out 10000"_s));
    k.give({}, "2025-11-03", "2025-11-03"); // and what has a rate of 3 Nov
    QCOMPARE(states(k.at("2025-11-14")), (QStringList{u"ran out 15000"_s, u"renewed 0"_s}));
}

void TestExceptions::paidAndGiven()
{
    Made k;
    k.give(*k.a, "2025-11-02", "2025-11-21");
    k.give({}, "2025-11-10", "", ExceptionKind::Waiver, 5);
    k.give({}, "2025-11-12", "", ExceptionKind::SkippedStep);
    k.m.pay(*k.a, "60.00", "2025-11-10");
    QCOMPARE(states(k.at("2025-11-14")), (QStringList{u"running 4000"_s, u"given 0"_s, u"given 0"_s}));
    QCOMPARE(int(k.at("2025-11-14").lines[1].kind), int(ExceptionKind::SkippedStep)); // the latest first
    k.m.pay(*k.a, "40.00", "2025-11-14");
    QCOMPARE(states(k.at("2025-11-14")), (QStringList{u"given 0"_s, u"given 0"_s, u"paid 0"_s}));
    QCOMPARE(states(k.at("2025-11-13")).front(), u"running 4000"_s); // as it stood the day before
}

QTEST_GUILESS_MAIN(TestExceptions)
#include "tst_exceptions.moc"
