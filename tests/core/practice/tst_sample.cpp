// The practice book holds every situation that the product knows, and is the same for the same day and seed.
#include "core/practice/sample.h"

#include <QTest>
#include <set>

using namespace duedesk;

class TestSample : public QObject {
    Q_OBJECT
private slots:
    void isDeterministic();
    void holdsEverySituation();
    void talksLieInThePast();
    void noCustomerHasTwoPeopleOfOneName();

private:
    static Sample make(int day = 14) { return makeSample({120, 24, 7, *Date::fromCivil(2025, 11, day)}); }
    static std::string file(const Sample& s, const std::string& name)
    {
        for (const SampleFile& f : s.files)
            if (f.name == name)
                return f.text;
        return {};
    }
};

void TestSample::isDeterministic()
{
    const Sample a = make(), b = make(), other = make(17);
    for (std::size_t i = 0; i < a.files.size(); ++i)
        QVERIFY(a.files[i].text == b.files[i].text);
    QCOMPARE(a.talks.size(), b.talks.size());
    QVERIFY(file(a, "invoices.csv") != file(other, "invoices.csv"));
}

void TestSample::holdsEverySituation()
{
    const Sample s = make();
    const std::string customers = file(s, "customers.csv");
    for (const char* status : {",insolvent,", ",prepaid,", ",intercompany,", ",legal,", ",factored,"})
        QVERIFY2(customers.find(status) != std::string::npos, status);
    for (const char* currency : {",EUR,", ",GBP,", ",USD,"})
        QVERIFY2(customers.find(currency) != std::string::npos, currency);
    QVERIFY(customers.find(",C000041,C000041,") != std::string::npos); // a site that another customer pays for
    QVERIFY(file(s, "invoices.csv").find(",credit_note,") != std::string::npos);
    QVERIFY(file(s, "invoices.csv").find(",yes\n") != std::string::npos); // disputed
    QVERIFY(file(s, "contacts.csv").find("shared inbox") != std::string::npos);
    QVERIFY(file(s, "contacts.csv").find("C000012,") == std::string::npos); // nobody known there
    const std::string promises = file(s, "promises.csv");
    QVERIFY(promises.find("2025-10-30") != std::string::npos); // 15 days ago: broken
    QVERIFY(promises.find("2025-11-17") != std::string::npos); // 3 days on: open
    std::set<CallOutcome> outcomes;
    bool later = false, plan = false;
    for (const SampleTalk& t : s.talks) {
        outcomes.insert(t.outcome);
        later = later || t.later;
        plan = plan || t.plan;
    }
    QVERIFY(later && plan);
    for (const CallOutcome o : {CallOutcome::Voicemail, CallOutcome::NoAnswer, CallOutcome::Refused,
                                CallOutcome::SaysPaid, CallOutcome::CallBack, CallOutcome::WrongNumber,
                                CallOutcome::Dispute, CallOutcome::NeedsDocument, CallOutcome::InProcess})
        QVERIFY(outcomes.contains(o));
}

void TestSample::talksLieInThePast()
{
    for (const SampleTalk& t : make().talks)
        QVERIFY(t.day < *Date::fromCivil(2025, 11, 14));
}

// Import refuses such a file, and large books draw the same name again.
void TestSample::noCustomerHasTwoPeopleOfOneName()
{
    const std::string contacts = file(makeSample({3000, 2, 7, *Date::fromCivil(2025, 11, 14)}), "contacts.csv");
    std::set<std::string> seen;
    std::size_t people = 0;
    for (std::size_t at = contacts.find('\n') + 1; at < contacts.size(); at = contacts.find('\n', at) + 1) {
        seen.insert(contacts.substr(at, contacts.find(',', contacts.find(',', at) + 1) - at)); // "C000001,Name"
        ++people;
    }
    QVERIFY(people > 3000);
    QCOMPARE(seen.size(), people);
}

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
