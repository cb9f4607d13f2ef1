// Instalments in words. Today is Fri 14 Nov 2025.
#include "core/command/planwords.h"
#include "tests/support/bookmaker.h"

#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

class TestPlanWords : public QObject {
    Q_OBJECT
private slots:
    void understood_data();
    void understood();
    void refused_data();
    void refused();
};

namespace {

Result<std::vector<PlanInstalment>> read(const QString& words)
{
    return parseInstalments(words, {100000, *Currency::parse(std::string_view("EUR"))}, day("2025-11-14"), {});
}

} // namespace

void TestPlanWords::understood_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("parts");
    QTest::newRow("thirds, the odd cent first")
        << u"3 monthly from 24 nov"_s << u"2025-11-24 33334, 2025-12-24 33333, 2026-01-24 33333"_s;
    QTest::newRow("month ends stay month ends")
        << u"3x monthly from 31 dec"_s << u"2025-12-31 33334, 2026-01-31 33333, 2026-02-28 33333"_s;
    QTest::newRow("weekly") << u"2 Weekly from mon"_s << u"2025-11-17 50000, 2025-11-24 50000"_s;
    QTest::newRow("fortnightly") << u"2 fortnightly from 2025-12-01"_s << u"2025-12-01 50000, 2025-12-15 50000"_s;
    QTest::newRow("five business days on") << u"1 monthly"_s << u"2025-11-21 100000"_s;
    QTest::newRow("each by name") << u"500 24 nov; 1,250.50 22 dec;"_s << u"2025-11-24 50000, 2025-12-22 125050"_s;
}

void TestPlanWords::understood()
{
    QFETCH(QString, words);
    QFETCH(QString, parts);
    const auto got = read(words);
    QVERIFY2(got, got ? "" : qPrintable(got.error().message()));
    QStringList said;
    for (const PlanInstalment& i : *got)
        said += i.due.toIso() + u' ' + QString::number(i.amount);
    QCOMPARE(said.join(u", "), parts);
}

void TestPlanWords::refused_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("what");
    QTest::newRow("nothing") << u"  "_s << u"are missing"_s;
    QTest::newRow("none") << u"0 monthly"_s << u"are none"_s;
    QTest::newRow("no day") << u"3 monthly from soon"_s << u"have no first day"_s;
    QTest::newRow("no amount") << u"500 24 nov; some 22 dec"_s << u"are not understood at “some 22 dec”"_s;
    QTest::newRow("too many digits") << u"500.123 24 nov"_s << u"are not understood at “500.123 24 nov”"_s;
}

void TestPlanWords::refused()
{
    QFETCH(QString, words);
    QFETCH(QString, what);
    const auto got = read(words);
    QVERIFY(!got);
    QCOMPARE(say(got.error().what), what);
    QCOMPARE(got.error().field, u"instalments"_s);
}

QTEST_GUILESS_MAIN(TestPlanWords)
#include "tst_planwords.moc"
