// The audit chain grows with every change, and whatever is done to it behind the program's back is found at the
// right event: edits of every field, deletions, insertions, swaps, changed and dropped details.
#include "tests/core/store/storefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int events = 24;

void dropGuards(Database& db)
{
    for (const char* name :
         {"audit_no_update", "audit_no_delete", "audit_payload_no_update", "audit_payload_no_delete"})
        db.exec((std::string("DROP TRIGGER ") + name).c_str());
}

} // namespace

class TestAudit : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_path = m_dir.filePath(u"audit.duedesk"_s);
        auto store = *BookStore::create(m_path, testInfo(), testActor());
        QVERIFY(store->load());
        QVERIFY(store->commitImport(*makeImport(*store->book(), 2, 3), testActor()));
        const auto more = store->ids();
        for (int i = 3; i <= events; ++i)
            QVERIFY(store->apply(makeCall(*store->book(), *more, u"note %1"_s.arg(i)), store->book()->revision(),
                                 testActor(testNow + i)));
        QVERIFY(store->waitForBackup() == std::nullopt);
        const auto entries = *store->auditEntries();
        QCOMPARE(int(entries.size()), events);
        QCOMPARE(entries[1].action, u"import"_s);
        QCOMPARE(entries[5].actor, u"clara"_s);
        QVERIFY(entries[5].payload.contains(u"note 6"));
        QCOMPARE(entries[5].previous, entries[4].hash);
        QCOMPARE(store->auditHead()->hash, entries.back().hash);
        QCOMPARE(store->verifyAudit()->events, events);
        QCOMPARE(store->verifyAudit()->firstBad, 0);
    }

    void guardsStopAccidents()
    {
        Database db(m_path, Database::Mode::ReadWrite);
        for (const char* sql : {"UPDATE audit SET actor='x' WHERE seq=3", "DELETE FROM audit WHERE seq=24",
                                "UPDATE audit_payload SET payload='x' WHERE seq=3", "DELETE FROM audit_payload",
                                "UPDATE debit SET amount=1", "DELETE FROM debit", "UPDATE credit SET amount=1",
                                "DELETE FROM credit", "UPDATE allocation SET amount=1", "DELETE FROM allocation",
                                "UPDATE write_off SET amount=1", "DELETE FROM write_off"}) {
            bool refused = false;
            try {
                db.exec(sql);
            } catch (const StoreFailure&) {
                refused = true;
            }
            QVERIFY2(refused, sql);
        }
    }

    void everyMutationIsFound()
    {
        const char* columns[] = {"at_utc = at_utc + 1",
                                 "zone = zone || 'x'",
                                 "actor = 'mallory'",
                                 "os_user = os_user || 'x'",
                                 "host = host || 'x'",
                                 "app_version = '9'",
                                 "action = action || ' '",
                                 "object = object || '1'",
                                 "operation = operation + 1000",
                                 "revision = revision + 1000",
                                 "payload_salt = randomblob(16)",
                                 "payload_digest = randomblob(32)",
                                 "prev_hash = randomblob(32)",
                                 "hash = randomblob(32)"};
        for (int seq = 1; seq <= events; ++seq) {
            const std::string at = " WHERE seq = " + std::to_string(seq);
            for (const char* change : columns)
                mutate(std::string("UPDATE audit SET ") + change + at, seq);
            mutate("UPDATE audit_payload SET payload = payload || ' '" + at, seq);
            mutate("DELETE FROM audit_payload" + at, seq);
            if (seq < events) {
                mutate("DELETE FROM audit_payload" + at + "; DELETE FROM audit" + at, seq);
                // Two neighbours change places.
                mutate("UPDATE audit_payload SET seq = -1" + at
                           + "; UPDATE audit_payload SET seq = seq - 1 WHERE seq = " + std::to_string(seq + 1)
                           + "; UPDATE audit_payload SET seq = " + std::to_string(seq + 1)
                           + " WHERE seq = -1; UPDATE audit SET seq = -1" + at
                           + "; UPDATE audit SET seq = seq - 1 WHERE seq = " + std::to_string(seq + 1)
                           + "; UPDATE audit SET seq = " + std::to_string(seq + 1) + " WHERE seq = -1",
                       seq);
            }
        }
        // A forged event at the end, with everything but the right hash.
        mutate("INSERT INTO audit SELECT 25, at_utc, zone, actor, os_user, host, app_version, action, object, "
               "operation, revision, "
               "payload_salt, payload_digest, hash, randomblob(32) FROM audit WHERE seq = 24; "
               "INSERT INTO audit_payload SELECT 25, payload FROM audit_payload WHERE seq = 24",
               25);
        QVERIFY(m_mutations > 400);
    }

    void tailCutShowsAgainstTheChanges()
    {
        Database db(m_path, Database::Mode::ReadWrite);
        db.exec("PRAGMA foreign_keys=OFF");
        db.exec("SAVEPOINT cut");
        dropGuards(db);
        db.exec("DELETE FROM audit WHERE seq = 24; DELETE FROM audit_payload WHERE seq = 24");
        QCOMPARE(audit::check(db).firstBad, 0); // the chain alone cannot know
        QVERIFY(db.integer(
                    "SELECT count(*) FROM revision r LEFT JOIN audit a ON a.revision = r.revision WHERE a.seq IS NULL")
                == 1);
        db.exec("ROLLBACK TO cut; RELEASE cut");
    }

    void redactionKeepsTheChain()
    {
        Database db(m_path, Database::Mode::ReadWrite);
        db.exec("BEGIN");
        db.exec("UPDATE audit_payload SET payload = NULL WHERE seq = 5");
        QCOMPARE(audit::check(db).firstBad, 0);
        QVERIFY(audit::entries(db, 4, 1).front().redacted);
        db.exec("ROLLBACK");
    }

private:
    void mutate(const std::string& sql, int expected)
    {
        Database db(m_path, Database::Mode::ReadWrite);
        db.exec("PRAGMA foreign_keys=OFF");
        db.exec("BEGIN");
        dropGuards(db);
        db.exec(sql.c_str());
        const ChainReport report = audit::check(db);
        db.exec("ROLLBACK");
        QVERIFY2(report.firstBad == expected, (sql + " found at " + std::to_string(report.firstBad)).c_str());
        ++m_mutations;
    }

    QTemporaryDir m_dir;
    QString m_path;
    int m_mutations = 0;
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
