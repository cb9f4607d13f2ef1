// The simulated ledger must be one that books accept: nothing paid beyond its amount, nothing after the last day.
#include "core/practice/generator.h"
#include "core/practice/simulation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <map>
#include <set>

using namespace duedesk;

class TestSimulation : public QObject {
    Q_OBJECT
private slots:
    void neverPaysBeyondAnInvoiceOrAPayment();
    void sameOptionsGiveTheSameFiles();
    void anotherSeedGivesAnotherHistory();
    void numbersAreUnique();
    void aFolderThatCannotBeMadeIsSaid();

private:
    static Simulation small(std::uint64_t seed)
    {
        return simulate(simulateCustomers(40, seed), 3000, *Date::fromCivil(2025, 11, 14), 24, seed);
    }
};

void TestSimulation::neverPaysBeyondAnInvoiceOrAPayment()
{
    const Simulation sim = small(3);
    std::vector<std::int64_t> open;
    for (const SimInvoice& i : sim.invoices)
        open.push_back(i.cents);
    std::map<std::uint32_t, std::int64_t> left;
    int parts = 0, unapplied = 0;
    for (const SimPayment& p : sim.payments) {
        QVERIFY(p.date <= Date::fromCivil(2025, 11, 14)->days());
        left.try_emplace(p.reference, p.cents);
        left[p.reference] -= p.allocated;
        QVERIFY(left[p.reference] >= 0);
        if (p.invoice == 0) {
            ++unapplied;
            continue;
        }
        QVERIFY(!sim.invoices[p.invoice - 1].creditNote);
        QVERIFY(p.date >= sim.invoices[p.invoice - 1].date);
        open[p.invoice - 1] -= p.allocated;
        QVERIFY(open[p.invoice - 1] >= 0);
        parts += open[p.invoice - 1] > 0 ? 1 : 0;
    }
    QVERIFY2(parts > 50, "part payments occur");
    QVERIFY2(unapplied > 5, "unapplied cash occurs");
}

void TestSimulation::sameOptionsGiveTheSameFiles()
{
    const auto read = [](const QString& dir) {
        QByteArray all;
        for (const char* name : {"/customers.csv", "/invoices.csv", "/payments.csv"}) {
            QFile f(dir + QLatin1String(name));
            if (!f.open(QIODevice::ReadOnly))
                return QByteArray();
            all += f.readAll();
        }
        return all;
    };
    QTemporaryDir a, b;
    const GeneratorOptions o{30, 500, 9, *Date::fromCivil(2025, 11, 14), 36};
    const auto counts = generateFiles(a.filePath(QStringLiteral("new")), o);
    QVERIFY(counts);
    QCOMPARE(counts->customers, 30);
    QCOMPARE(counts->invoices, 500);
    QVERIFY(generateFiles(b.path(), o));
    const QByteArray first = read(a.filePath(QStringLiteral("new")));
    QVERIFY(first.size() > 1000);
    QCOMPARE(first, read(b.path()));
}

void TestSimulation::anotherSeedGivesAnotherHistory()
{
    const Simulation a = small(3), b = small(4);
    QVERIFY(a.invoices.front().cents != b.invoices.front().cents || a.invoices.back().cents != b.invoices.back().cents);
}

void TestSimulation::numbersAreUnique()
{
    QTemporaryDir dir;
    QVERIFY(generateFiles(dir.path(), {30, 500, 9, *Date::fromCivil(2025, 11, 14), 36}));
    QFile f(dir.filePath(QStringLiteral("invoices.csv")));
    QVERIFY(f.open(QIODevice::ReadOnly));
    std::set<QByteArray> seen;
    f.readLine();
    while (!f.atEnd())
        seen.insert(f.readLine().split(',').first());
    QCOMPARE(seen.size(), std::size_t(500));
}

void TestSimulation::aFolderThatCannotBeMadeIsSaid()
{
    QTemporaryDir dir;
    QFile f(dir.filePath(QStringLiteral("file")));
    QVERIFY(f.open(QIODevice::WriteOnly));
    const auto r =
        generateFiles(dir.filePath(QStringLiteral("file/below")), {3, 5, 9, *Date::fromCivil(2025, 11, 14), 36});
    QVERIFY(!r);
    QCOMPARE(r.error().code, ErrorCode::StorageFailed);
    QVERIFY(r.error().message().contains(QStringLiteral("below")));
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
