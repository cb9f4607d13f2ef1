// The practice book: every lane that this version fills has somebody in it, and nothing is written over.
#include "core/insight/calls/calllist.h"
#include "core/store/bookstore.h"
#include "core/workbench/samplebook.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;

class TestSampleBook : public QObject {
    Q_OBJECT
private slots:
    void isLively();
    void refusesAnExistingFile();
    void refusesWhatAnotherBookLeftBeside();
};

void TestSampleBook::isLively()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s.duedesk"));
    const Instant now = instantIn({}, *Date::fromCivil(2025, 11, 14), 14 * 60 + 30);
    const auto made = createSampleBook(path, {}, now, QStringLiteral("ana"));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("s.duedesk")}); // what it was made from is gone
    auto store = BookStore::open(path, BookStore::Mode::ReadOnly, {QStringLiteral("ana"), now});
    QVERIFY(store);
    const auto book = (*store)->load();
    QVERIFY(book);
    QCOMPARE((*book)->customers().size(), 120U);
    const auto model = BehaviourModel::fit(paymentFacts(**book), (*book)->dayOf(now) + 1);
    const CallList list = callList(**book, model, {(*book)->dayOf(now), now});
    for (const Lane lane : {Lane::CallBack, Lane::PromiseBroken, Lane::Escalated, Lane::WeOweThem, Lane::Waiting,
                            Lane::BigAndLate, Lane::Routine, Lane::NotOnList})
        QVERIFY2(list.count[std::size_t(lane)] > 0, qPrintable(laneName(lane)));
    QVERIFY(!list.avoided.empty());
    QVERIFY(list.next.size() > 20);
    // Every record of the collector's day has its example.
    QVERIFY((*book)->rows<Plan>().size() > 0);
    QVERIFY((*book)->rows<CustomerRequest>().size() > 0);
    QVERIFY((*book)->rows<PayerStatus>().size() > 0);
    QVERIFY((*book)->rows<ConfirmBy>().size() > 0);
    int logged = 0;
    (*book)->rows<Dispute>().forEach(
        [&](std::uint32_t, const Dispute& d) { logged += d.targetDate.isValid() ? 1 : 0; });
    QVERIFY(logged > 0);
    int targets = 0;
    (*book)->rows<Target>().forEach([&](std::uint32_t, const Target&) { ++targets; });
    QCOMPARE(targets, 4);
    const auto report = (*store)->verify();
    QVERIFY(report);
    QVERIFY(report->isClean());
}

void TestSampleBook::refusesAnExistingFile()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("s.duedesk"));
    QFile f(path);
    QVERIFY(f.open(QIODevice::WriteOnly));
    f.write("mine");
    f.close();
    const auto made =
        createSampleBook(path, {}, instantIn({}, *Date::fromCivil(2025, 11, 14), 600), QStringLiteral("ana"));
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::InputRejected);
    QVERIFY(f.open(QIODevice::ReadOnly));
    QCOMPARE(f.readAll(), QByteArray("mine"));
}

void TestSampleBook::refusesWhatAnotherBookLeftBeside()
{
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("s.duedesk")), left = path + QLatin1String(suffix);
        QFile f(left);
        QVERIFY(f.open(QIODevice::WriteOnly) && f.write("left") == 4);
        f.close();
        SampleOptions options;
        options.customers = 2;
        const auto made = createSampleBook(path, options, 1'763'110'800'000, QStringLiteral("ana"));
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::InputRejected);
        QVERIFY2(made.error().message().contains(QFileInfo(left).fileName()), qPrintable(made.error().message()));
        QVERIFY(f.open(QIODevice::ReadOnly));
        QCOMPARE(f.readAll(), QByteArray("left"));
        QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
    }
}

QTEST_GUILESS_MAIN(TestSampleBook)
#include "tst_samplebook.moc"
