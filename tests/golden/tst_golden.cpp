// Golden cases: a document of files, commands and what they must print, to the letter. A defect found becomes a case
// named by it. In a case: "== file NAME" and its lines; "== run ARGUMENTS" and what stdout must be; "== exit N" for
// a command that must end otherwise than with 0; lines before the first "==" say what the case is about.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestGolden : public QObject {
    Q_OBJECT
private slots:
    void cases_data();
    void cases();

private:
    struct Step {
        QString head, body;
    };
    static QList<Step> steps(const QString& text)
    {
        QList<Step> out;
        const bool ends = text.endsWith(u'\n');
        for (const QString& line : (ends ? text.chopped(1) : text).split(u'\n')) {
            if (line.startsWith(u"== "))
                out.append({line.mid(3), {}});
            else if (!out.isEmpty())
                out.last().body += line + u'\n';
        }
        return out;
    }
};

void TestGolden::cases_data()
{
    QTest::addColumn<QString>("path");
    const QDir dir(QStringLiteral(CASES));
    const QStringList names = dir.entryList({u"*.case"_s}, QDir::Files, QDir::Name);
    QVERIFY2(!names.isEmpty(), "there are golden cases");
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << dir.filePath(name);
}

void TestGolden::cases()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTemporaryDir dir;
    const QList<Step> all = steps(QString::fromUtf8(file.readAll()));
    int ran = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Step& s = all[i];
        if (s.head.startsWith(u"file ")) {
            QFile f(dir.filePath(s.head.mid(5)));
            QVERIFY(f.open(QIODevice::WriteOnly));
            f.write(s.body.toUtf8());
        } else if (s.head.startsWith(u"run ")) {
            QProcess p;
            p.setWorkingDirectory(dir.path());
            p.start(QStringLiteral(DUEDESKCTL),
                    u"--book book.duedesk --quiet --format csv "_s.split(u' ', Qt::SkipEmptyParts)
                        + QProcess::splitCommand(s.head.mid(4)));
            QVERIFY(p.waitForFinished());
            const bool endsOtherwise = i + 1 < all.size() && all[i + 1].head.startsWith(u"exit ");
            const int wanted = endsOtherwise ? all[i + 1].head.mid(5).toInt() : 0;
            const QByteArray err = p.readAllStandardError();
            QVERIFY2(p.exitCode() == wanted, qPrintable(s.head + u": "_s + QString::fromUtf8(err)));
            QCOMPARE(QString::fromUtf8(p.readAllStandardOutput()), s.body);
            ++ran;
        }
    }
    QVERIFY2(ran > 0, "the case runs something");
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
