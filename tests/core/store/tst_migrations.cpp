// The splitter of SQL files, and that a migration happens whole or not at all: stopped at every statement.
#include "core/store/database.h"
#include "core/store/migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const QString twoTables = uR"(
CREATE TABLE a(id INTEGER PRIMARY KEY, t TEXT DEFAULT 'x;y') STRICT; -- a comment; with a semicolon
/* another;
   one */
CREATE TRIGGER a_guard BEFORE UPDATE ON a WHEN CASE WHEN NEW.id = 1 THEN 1 ELSE 0 END BEGIN
  SELECT RAISE(ABORT, 'no; never');
  SELECT CASE WHEN NEW.t = 'it''s' THEN 1 END;
END;
CREATE TABLE "b;c"(id INTEGER PRIMARY KEY) STRICT;
INSERT INTO a(t) VALUES('one');
)"_s;
constexpr int statements = 4;

QString emptyFile(const QTemporaryDir& dir, int n)
{
    const QString path = dir.filePath(u"m%1.db"_s.arg(n));
    QFile f(path);
    if (!f.open(QIODevice::WriteOnly))
        qFatal("no file");
    return path;
}

bool isOld(const QString& path)
{
    Database db(path, Database::Mode::ReadWrite);
    return db.integer("PRAGMA user_version") == 0 && db.integer("SELECT count(*) FROM sqlite_master") == 0;
}

bool isNew(const QString& path)
{
    Database db(path, Database::Mode::ReadWrite);
    return db.integer("PRAGMA user_version") == 1 && db.integer("SELECT count(*) FROM a") == 1
           && db.integer("SELECT count(*) FROM sqlite_master WHERE type='trigger'") == 1;
}

// Of the old shape or of the new one; of the new one only once everything is written.
bool isWhole(const QString& path, int statement) { return isOld(path) || (statement > statements + 4 && isNew(path)); }

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT
private slots:
    void splits()
    {
        const auto parts = migrations::split(twoTables);
        QCOMPARE(int(parts.size()), statements);
        QVERIFY(parts[0].startsWith(u"CREATE TABLE a"));
        QVERIFY(parts[0].contains(u"'x;y'"));
        QVERIFY(parts[1].endsWith(u"END"));
        QCOMPARE(parts[2], u"CREATE TABLE \"b;c\"(id INTEGER PRIMARY KEY) STRICT"_s);
        QVERIFY(migrations::split(u"-- nothing\n ; /* ; */ ;"_s).empty());
        QCOMPARE(migrations::split(u"SELECT 'begin;'; SELECT 2"_s).size(), std::size_t(2));
    }

    void everyFileOfTheProgramSplitsAndRuns()
    {
        QTemporaryDir dir;
        const QString path = emptyFile(dir, 0);
        Database db(path, Database::Mode::ReadWrite);
        migrations::apply(db, nullptr);
        QCOMPARE(db.integer("PRAGMA user_version"), migrations::latest());
        QCOMPARE(db.text("PRAGMA integrity_check"), std::string("ok"));
        QVERIFY(db.integer("SELECT count(*) FROM sqlite_master WHERE type='trigger'") >= 12);
        QCOMPARE(db.integer("SELECT count(*) FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%' "
                            "AND sql NOT LIKE '%STRICT%'"),
                 0);
    }

    void failsWholeAtEveryStatement()
    {
        QTemporaryDir dir;
        const std::vector<Migration> list{{1, u"one"_s, twoTables}};
        int failed = 0;
        for (int n = 1;; ++n) {
            const QString path = emptyFile(dir, n);
            bool threw = false;
            {
                Database db(path, Database::Mode::ReadWrite);
                injectFault(n);
                try {
                    migrations::apply(db, nullptr, list);
                } catch (const StoreFailure&) {
                    threw = true;
                }
                injectFault(0);
            }
            if (!threw) {
                QVERIFY(isNew(path));
                break;
            }
            ++failed;
            QVERIFY2(isWhole(path, n), qPrintable(QString::number(n)));
        }
        QVERIFY(failed >= statements + 3); // begin, each statement, the number, commit
    }

    void diesWholeAtEveryStatement()
    {
        QTemporaryDir dir;
        const std::vector<Migration> list{{1, u"one"_s, twoTables}};
        for (int n = 1; n < 50; ++n) {
            const QString path = emptyFile(dir, n);
            const pid_t child = ::fork();
            if (child == 0) {
                Database db(path, Database::Mode::ReadWrite);
                injectFault(n, StatementFault::Die);
                migrations::apply(db, nullptr, list);
                ::_exit(0);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFEXITED(status));
            if (WEXITSTATUS(status) == 0) {
                QVERIFY(isNew(path));
                return;
            }
            QCOMPARE(WEXITSTATUS(status), 9);
            QVERIFY2(isWhole(path, n), qPrintable(QString::number(n)));
        }
        QFAIL("the migration never came to its end");
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
