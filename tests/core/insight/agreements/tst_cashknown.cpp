// Through which day the cash of a payer is known: worked cases of what is said, and a second author's reading of the
// definition on random books. What is judged by it stands in promisecases.tsv, tst_claims and tst_ladder.
#include "core/insight/agreements/cashknown.h"

#include "core/insight/agreements/claims.h"
#include "tests/core/insight/figures/oracle.h"

#include <QTest>
#include <random>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

// Payer A owes 100.00 in U1, which is imported daily; nothing was paid into U2 since January.
struct TwoCompanies {
    BookMaker m{"USD"};
    BookMaker::DebitSpec* invoice;
    Activity* claim;

    TwoCompanies()
    {
        m.company(u"U1"_s).name = u"Acme GmbH"_s;
        m.company(u"U2"_s).name = u"Acme Ltd"_s;
        invoice = &m.invoice("A", "100.00", "2025-10-01", "2025-10-31");
        invoice->company = u"U1"_s;
        m.payment("Z", "1.00", "2025-11-13").company = u"U1"_s;
        m.payment("Z", "1.00", "2025-01-10").company = u"U2"_s;
        Activity a;
        a.customer = m.customer("A").id;
        a.outcome = CallOutcome::SaysPaid;
        a.day = day("2025-11-06");
        a.claimed = day("2025-11-05");
        claim = &m.add(a);
    }
    ClaimStanding judged(const char* on) const { return judgeClaim(*m.build(), *claim, day(on)); }
};

} // namespace

class TestCashKnown : public QObject {
    Q_OBJECT
private slots:
    void aClaimIsNotHeldUpByAStrangeCompany();
    void aClaimWaitsForACompanyOfTheirs();
    void wordsNameTheYear();
    void theEarliestOfThese();
    void aSecondReadingAgrees();
};

void TestCashKnown::aClaimIsNotHeldUpByAStrangeCompany()
{
    const TwoCompanies s;
    QCOMPARE(s.judged("2025-11-14").state, ClaimState::NotFound);
    QCOMPARE(say(s.judged("2025-11-14").notJudged), QString());
}

void TestCashKnown::aClaimWaitsForACompanyOfTheirs()
{
    TwoCompanies s;
    s.m.invoice("A", "5.00", "2025-10-01", "2025-10-31").company = u"U2"_s;
    QCOMPARE(s.judged("2025-11-14").state, ClaimState::Waiting);
    QCOMPARE(say(s.judged("2025-11-14").notJudged), u"Not judged: bank data ends Fri 10 Jan"_s);
    QCOMPARE(say(s.judged("2026-01-14").notJudged), u"Not judged: bank data ends Fri 10 Jan 2025"_s);
    TwoCompanies paid; // their money came into the other company within the days in question
    paid.m.payment("A", "5.00", "2025-11-04").company = u"U2"_s;
    QCOMPARE(paid.judged("2025-11-14").state, ClaimState::Waiting); // U2 is known through the 4th, they say the 5th
}

void TestCashKnown::wordsNameTheYear()
{
    const BookPtr book = TwoCompanies().m.build();
    const CashKnown known{day("2025-11-13"), 1}, none{{}, 2};
    QCOMPARE(say(notJudgedWords(known, day("2025-11-14"))), u"Not judged: bank data ends Thu 13 Nov"_s);
    QCOMPARE(say(notJudgedWords(known, day("2026-01-05"))), u"Not judged: bank data ends Thu 13 Nov 2025"_s);
    QCOMPARE(say(notJudgedWords(none, day("2026-01-05"))), u"Not judged: no bank data yet"_s);
    QCOMPARE(say(cashKnownWords(*book, known, day("2025-11-14"))),
             u"cash of Acme GmbH is known only through Thu 13 Nov"_s);
    QCOMPARE(say(cashKnownWords(*book, known, day("2026-01-05"))),
             u"cash of Acme GmbH is known only through Thu 13 Nov 2025"_s);
    QCOMPARE(say(cashKnownWords(*book, none, day("2026-01-05"))), u"no payments of Acme Ltd are known yet"_s);
}

void TestCashKnown::theEarliestOfThese()
{
    BookMaker m;
    for (const char* code : {"U1", "U2", "U3"})
        m.company(QString::fromLatin1(code));
    m.payment("Z", "1.00", "2025-11-13").company = u"U1"_s;
    m.payment("Z", "1.00", "2025-11-10").company = u"U2"_s;
    const auto known = [](const BookMaker& of, std::vector<std::uint16_t> companies) {
        return cashKnown(*of.build(), companies);
    };
    QCOMPARE(known(m, {1, 2}).through, day("2025-11-10"));
    QCOMPARE(known(m, {1, 2}).company, std::uint16_t(2));
    QCOMPARE(known(m, {1, noCompany}).through, day("2025-11-13")); // lines that name none have no say
    QVERIFY(!known(m, {noCompany}).through.isValid());
    QVERIFY(!known(m, {1, 3}).through.isValid());
    QCOMPARE(known(m, {1, 3}).company, std::uint16_t(3));
    m.payment("Z", "1.00", "2025-11-05"); // names none
    QCOMPARE(known(m, {1, 3}).through, day("2025-11-05"));
    QCOMPARE(known(m, {1, noCompany}).through, day("2025-11-05"));
}

void TestCashKnown::aSecondReadingAgrees()
{
    rc::check([] {
        const unsigned seed = *anySeed();
        const BookMaker made = randomCollectBook(seed);
        const BookPtr book = made.build();
        const Oracle oracle(made);
        std::mt19937 random(seed);
        for (std::uint32_t payer = 0; payer < book->customers().size(); ++payer) {
            if (book->payerRow(payer) != payer)
                continue;
            const Date first = day("2024-01-01") + int(random() % 450), last = first + int(random() % 40);
            const Date d = last + int(random() % 30);
            std::vector<PromiseLine> lines;
            for (const auto& debit : made.debits())
                if (random() % 12 == 0)
                    lines.push_back({DebitId(debit.row.id), 1});
            const auto second = oracle.cashKnown(book->customers()[payer].externalId, lines, first, last, d);
            RC_ASSERT(cashKnown(*book, {payer, first, last, lines}, d).through == second.value_or(Date()));
        }
    });
}

QTEST_GUILESS_MAIN(TestCashKnown)
#include "tst_cashknown.moc"
