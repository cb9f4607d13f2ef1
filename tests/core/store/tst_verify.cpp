// What the check of a book sees: whatever is done to a file by hand is a finding of the right part, books of older
// programs stay sound, and one wrong row hides none of the others.
#include "tests/core/store/storefixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

QString findings(const VerifyReport& r)
{
    QStringList out;
    for (const VerifyFinding& f : r.findings)
        out += f.check + u": "_s + f.what;
    return out.join(u'\n');
}

bool finds(const VerifyReport& r, const QString& check, const QString& says)
{
    return std::ranges::any_of(r.findings,
                               [&](const VerifyFinding& f) { return f.check == check && f.what.contains(says); });
}

Attachment attachmentOf(const Book& book, IdSource& ids, const QByteArray& sha256, OperationId operation)
{
    Attachment a;
    a.id = AttachmentId(ids.next(Table::Attachment));
    a.customer = book.customers()[0].id;
    a.name = u"letter.txt"_s;
    a.size = 6;
    a.sha256 = sha256;
    a.day = book.dayOf(testNow);
    a.operation = operation;
    return a;
}

} // namespace

class TestVerify : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        m_book = m_dir.filePath(u"book.duedesk"_s);
        auto store = *BookStore::create(m_book, testInfo(), testActor());
        QVERIFY(store->load());
        QVERIFY(store->commitImport(*makeImport(*store->book(), 3, 6), testActor()));
        // A second import changes a customer of the first: it keeps how that was.
        auto second = makeImport(*store->book(), 1, 3, u"B"_s);
        Customer changed = store->book()->customers()[0];
        changed.owner = u"nina"_s;
        second->changes.change(store->book()->customers()[0], changed);
        QVERIFY(store->commitImport(*second, testActor()));
        const auto ids = store->ids();
        for (int i = 0; i < 3; ++i)
            QVERIFY(store->apply(makeCall(*store->book(), *ids, u"call %1"_s.arg(i)), store->book()->revision(),
                                 testActor(testNow + i)));
        const auto kept = store->putContent("letter");
        QVERIFY(kept);
        ChangeSet c;
        c.operation = OperationId(ids->next(Table::Operation));
        c.action = u"file attached"_s;
        c.insert(attachmentOf(*store->book(), *ids, *kept, c.operation));
        QVERIFY(store->apply(c, store->book()->revision(), testActor(testNow + 9)));
        const auto report = store->verify();
        QVERIFY2(report && report->isClean(), report ? qPrintable(findings(*report)) : "");
        QVERIFY(report->notCovered.isEmpty());
    }

    void finds_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("says");
        for (
            const auto& [name, sql, check, says] :
            std::initializer_list<std::tuple<const char*, QString, QString, QString>>{
                {"base currency", u"UPDATE book SET base_currency = 'USD'"_s, u"book"_s, u"currency"_s},
                {"zone", u"UPDATE book SET zone = 'UTC'"_s, u"book"_s, u"zone"_s},
                {"name", u"UPDATE book SET name = 'Other'"_s, u"book"_s, u"name"_s},
                {"identity", u"UPDATE book SET uuid = 'x'"_s, u"book"_s, u"identity"_s},
                {"created", u"UPDATE book SET created_at = 5"_s, u"book"_s, u"own row"_s},
                {"details of an import", u"UPDATE audit_payload SET payload = NULL WHERE seq = 2"_s, u"audit"_s,
                 u"event 2 (import)"_s},
                {"details of a call", u"UPDATE audit_payload SET payload = NULL WHERE seq = 4"_s, u"audit"_s,
                 u"event 4"_s},
                {"time of a change", u"UPDATE revision SET at = at + 1 WHERE revision = 5"_s, u"audit"_s,
                 u"change 5"_s},
                {"before-image changed",
                 u"UPDATE batch_change SET before = replace(before, 'Kunde', 'Kunda') WHERE before IS NOT NULL"_s,
                 u"imports"_s, u"import 2"_s},
                {"before-images gone", u"DELETE FROM batch_change WHERE batch = 1"_s, u"imports"_s, u"import 1"_s},
                {"trigger dropped", u"DROP TRIGGER debit_no_update"_s, u"schema"_s,
                 u"trigger debit_no_update is missing"_s},
                {"index dropped", u"DROP INDEX debit_key"_s, u"schema"_s, u"index debit_key is missing"_s},
                {"foreign trigger",
                 u"CREATE TRIGGER extra AFTER INSERT ON activity BEGIN UPDATE book SET name = 'x'; END"_s, u"schema"_s,
                 u"trigger extra"_s},
                {"foreign table", u"CREATE TABLE extra(x)"_s, u"schema"_s, u"table extra"_s},
                {"weaker trigger",
                 u"DROP TRIGGER debit_no_delete; CREATE TRIGGER debit_no_delete BEFORE DELETE ON debit BEGIN SELECT 1; END"_s,
                 u"schema"_s, u"not as Duedesk makes it"_s},
                {"kept file deleted", u"DELETE FROM content"_s, u"content"_s, u"row 1 of attachment"_s},
                {"last events cut off",
                 u"PRAGMA foreign_keys=OFF; DROP TRIGGER audit_no_delete; DROP TRIGGER audit_payload_no_delete; "
                 "DELETE FROM audit_payload WHERE seq > 4; DELETE FROM audit WHERE seq > 4; DELETE FROM change WHERE "
                 "revision > 4; DELETE FROM revision WHERE revision > 4"_s,
                 u"origins"_s, u"row 2 of activity"_s},
                {"settled beyond",
                 u"DROP TRIGGER allocation_no_update; UPDATE allocation SET amount = amount + 5000 "
                 "WHERE debit = 1"_s,
                 u"ledger"_s, u"invoice A0-0 (row 1 of debit) is settled by 150.00 EUR, beyond its 100.00 EUR"_s},
                {"applied beyond", u"DROP TRIGGER credit_no_update; UPDATE credit SET amount = 5 WHERE id = 2"_s,
                 u"ledger"_s, u"row 2 of credit"_s},
                {"another currency",
                 u"DROP TRIGGER credit_no_update; UPDATE credit SET currency = 'USD' WHERE id = 2"_s, u"ledger"_s,
                 u"in another currency"_s}})
            QTest::newRow(name) << sql << check << says;
    }
    void finds()
    {
        QFETCH(QString, sql);
        QFETCH(QString, check);
        QFETCH(QString, says);
        const QString path = tampered(sql);
        const auto report = BookStore::verifyFile(path);
        QVERIFY(report);
        QVERIFY2(::finds(*report, check, says), qPrintable(findings(*report)));
    }

    void oneBrokenEquationHidesNothingElse()
    {
        const QString path = tampered(
            u"DROP TRIGGER allocation_no_update; UPDATE allocation SET amount = amount + 5000 WHERE debit IN (1, 2); "
            "UPDATE activity SET note = 'they paid' WHERE id = 1; UPDATE audit_payload SET payload = NULL WHERE seq = 4"_s);
        const auto report = BookStore::verifyFile(path);
        QVERIFY(report);
        for (const auto& [check, says] : {std::pair(u"ledger"_s, u"A0-0"_s),
                                          {u"ledger"_s, u"A0-1"_s},
                                          {u"records"_s, u"call"_s},
                                          {u"lines"_s, u"import 1"_s},
                                          {u"audit"_s, u"event 4"_s},
                                          {u"schema"_s, u"allocation_no_update"_s}})
            QVERIFY2(::finds(*report, check, says), qPrintable(check + u'\n' + findings(*report)));
        QCOMPARE(report->debits, 21);
    }

    void aLoggedRedactionIsNoFinding()
    {
        const QString path = m_dir.filePath(u"redacted.duedesk"_s);
        QFile::remove(path);
        QVERIFY(BookStore::restore(m_book, path));
        {
            Database db(path, Database::Mode::ReadWrite);
            db.exec("UPDATE audit_payload SET payload = NULL WHERE seq = 5");
            const std::int64_t revision = db.integer("SELECT max(revision) FROM revision") + 1;
            Statement s(db, "INSERT INTO revision VALUES(?1, 9000, ?2, 0)");
            s.bind(1, revision).bind(2, testNow).run();
            audit::append(
                db, {testNow, u"Europe/Berlin"_s, u"clara"_s, u"details redacted"_s, u"5"_s, 9000, revision, "{}"});
        }
        const auto report = BookStore::verifyFile(path);
        QVERIFY2(report && report->isClean(), qPrintable(report ? findings(*report) : report.error().message()));
    }

    void aForgedBeforeImageIsNotPutBack()
    {
        const QString path =
            tampered(u"UPDATE batch_change SET before = replace(before, 'Kunde', 'Kunda') WHERE before IS NOT NULL"_s);
        auto store = *BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
        QVERIFY(store->load());
        const auto ids = store->ids();
        const auto undone = store->undoImport(BatchId(2), OperationId(ids->next(Table::Operation)), testActor());
        QVERIFY(!undone);
        QCOMPARE(undone.error().code, ErrorCode::BookDamaged);
        QVERIFY2(undone.error().message().contains(u"undo import 2"), qPrintable(undone.error().message()));
    }

    void aBookOfAnOlderProgramIsSoundAndSaysWhatIsNotCovered()
    {
        const QString from = qEnvironmentVariable("DUEDESK_SOURCE") + u"/tests/core/store/books/version1.duedesk"_s;
        const QString path = m_dir.filePath(u"old.duedesk"_s);
        QVERIFY(QFile::copy(from, path));
        const auto asItIs = BookStore::verifyFile(path);
        QVERIFY2(asItIs && asItIs->isClean(), qPrintable(asItIs ? findings(*asItIs) : asItIs.error().message()));
        QVERIFY(asItIs->notCovered.size() >= 2);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(BookStore::open(path, BookStore::Mode::ReadWrite, testActor()));
        const auto after = BookStore::verifyFile(path);
        QVERIFY2(after && after->isClean(), qPrintable(after ? findings(*after) : after.error().message()));
        QCOMPARE(after->notCovered, asItIs->notCovered);
    }

private:
    QString tampered(const QString& sql)
    {
        const QString path = m_dir.filePath(u"tampered.duedesk"_s);
        for (const char* suffix : {"", "-wal", "-shm", ".wlock"})
            QFile::remove(path + QLatin1String(suffix));
        if (!BookStore::restore(m_book, path))
            qFatal("no copy");
        Database db(path, Database::Mode::ReadWrite);
        db.exec(sql.toUtf8().constData());
        return path;
    }
    QTemporaryDir m_dir;
    QString m_book;
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
