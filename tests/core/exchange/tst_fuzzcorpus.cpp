// The kept inputs of the fuzz targets, replayed in every build: seeds, and what fuzzing once found.
#include "tests/fuzz/targets.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace duedesk;

class TestFuzzCorpus : public QObject {
    Q_OBJECT
private slots:
    void replay_data()
    {
        QTest::addColumn<QString>("target");
        for (const char* t : {"csv", "amount", "date", "mime", "workbook", "xlsx", "ods", "xmlsheet", "html"})
            QTest::newRow(t) << QString::fromLatin1(t);
    }
    void replay()
    {
        QFETCH(QString, target);
        const auto run = target == QStringLiteral("csv")        ? fuzz::csv
                         : target == QStringLiteral("amount")   ? fuzz::amount
                         : target == QStringLiteral("mime")     ? fuzz::mime
                         : target == QStringLiteral("workbook") ? fuzz::workbook
                         : target == QStringLiteral("xlsx")     ? fuzz::xlsx
                         : target == QStringLiteral("ods")      ? fuzz::ods
                         : target == QStringLiteral("xmlsheet") ? fuzz::xmlsheet
                         : target == QStringLiteral("html")     ? fuzz::html
                                                                : fuzz::date;
        int files = 0;
        QDirIterator it(QString::fromLocal8Bit(qgetenv("DUEDESK_SOURCE")) + QStringLiteral("/tests/fuzz/corpus/")
                            + target,
                        QDir::Files);
        while (it.hasNext()) {
            QFile f(it.next());
            QVERIFY(f.open(QIODevice::ReadOnly));
            const QByteArray b = f.readAll();
            try {
                run(reinterpret_cast<const std::uint8_t*>(b.constData()), std::size_t(b.size()));
            } catch (const std::exception& e) {
                QFAIL(qPrintable(f.fileName() + QStringLiteral(": ") + QString::fromUtf8(e.what())));
            }
            ++files;
        }
        QVERIFY2(files >= 10, "the corpus is missing");
    }
};

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "tst_fuzzcorpus.moc"
