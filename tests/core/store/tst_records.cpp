// Every field of every record type survives the file: rows with no field at its default, and with all at it.
#include "tests/core/store/storefixture.h"

#include "core/store/recordio.h"
#include "core/store/recordtypes.h"

#include <QTemporaryDir>
#include <QTest>
#include <map>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

const Currency usd = *Currency::parse(u"USD"_s);
const Date day(20'000);
const QString odd = u"Ünïcode “quote's”; \\ {json} \u202e 東京"_s;

template <class T> T full(int n);

template <> Company full(int n)
{
    return {CompanyId(n),   u"U00%1"_s.arg(n), odd, usd, u"Asia/Tokyo"_s, u"jp"_s, day,
            OperationId(7), u"Us\n1 Street"_s};
}

template <> Customer full(int n)
{
    Customer c{CustomerId(n),
               u"000%1"_s.arg(n),
               odd,
               {u"A \"B\""_s, u"C,D"_s},
               CompanyId(1),
               CustomerId(1),
               CustomerId(1),
               u"t"_s,
               u"r"_s,
               u"i"_s,
               u"s"_s,
               u"c"_s,
               u"Europe/Paris"_s,
               u"fr"_s,
               usd,
               45,
               u"net 45 EOM"_s,
               123'456'789,
               u"high"_s,
               u"o"_s,
               u"cs"_s,
               u"so"_s,
               CustomerStatus::Legal,
               day,
               true,
               true,
               true,
               -5,
               day + 1,
               u"wire"_s,
               u"portal"_s,
               u"cal"_s,
               true,
               BatchId(1),
               OperationId(7),
               CustomerId(1),
               u"bo"_s,
               true,
               u"asked"_s,
               odd};
    return c;
}

template <> Contact full(int n)
{
    return {ContactId(n),
            CustomerId(1),
            odd,
            ContactRole::SharedInbox,
            u"role"_s,
            u"a@b.example"_s,
            u"+49 1"_s,
            u"UTC"_s,
            u"de"_s,
            u"phone"_s,
            540,
            1020,
            true,
            day,
            u"by"_s,
            u"how"_s,
            ContactDefect::Left,
            BatchId(1),
            OperationId(7),
            u"+49 2"_s,
            odd,
            u"facts"_s,
            ContactId(1)};
}

template <> Activity full(int n)
{
    return {ActivityId(n),
            CustomerId(1),
            ContactId(1),
            ActivityKind::Reply,
            CallOutcome::InProcess,
            testNow,
            day,
            u"u"_s,
            odd,
            u"ref"_s,
            day - 1,
            PromiseId(1),
            OperationId(5),
            OperationId(7),
            DisputeId(1),
            RequestId(1),
            PlanId(1),
            StrategyId(1),
            -7};
}

template <> NextAction full(int n)
{
    return {NextActionId(n), CustomerId(1),  NextActionKind::PutBack, day, day + 2, testNow, odd,
            u"u"_s,          OperationId(5), OperationId(7)};
}

template <> Promise full(int n)
{
    return {PromiseId(n),
            CustomerId(1),
            usd,
            maxRowAmount,
            {{DebitId(3), 5}, {DebitId(9'000'000'000), maxRowAmount}},
            day,
            day + 1,
            day + 2,
            true,
            u"wire"_s,
            ContactId(1),
            u"t"_s,
            odd,
            day + 3,
            PromiseId(1),
            day + 4,
            BatchId(1),
            OperationId(5),
            OperationId(7)};
}

template <> Dispute full(int n)
{
    return {DisputeId(n),
            CustomerId(1),
            DebitId(1),
            77,
            odd,
            day,
            day + 9,
            BatchId(1),
            OperationId(5),
            OperationId(7),
            DisputeReason::Deduction,
            u"root"_s,
            u"logistics"_s,
            u"resp"_s,
            u"own"_s,
            day + 3,
            day + 1,
            Resolution::Paid,
            u"by"_s,
            odd,
            DisputeId(1),
            DisputeId(1),
            true,
            ContactId(1),
            u"who"_s,
            odd};
}

template <> Policy full(int n)
{
    Policy p;
    p.id = PolicyId(n);
    p.validFrom = day;
    p.bucketEdges = {7, 14, 21};
    p.ageFactor = {1, 2, 3, 4};
    p.defaultTermsDays = 9;
    p.relationshipFactor = {{u"gold"_s, 20000}};
    p.promiseToleranceBase = 9'000'000'000;
    p.workdays = 0b1000001;
    p.callTo = 1000;
    p.planApprovalBase = 7;
    p.deductionPercent = 8;
    p.smallResidueBase = 9;
    p.verifiedDays = 10;
    p.coverageDays = 11;
    p.followUpDays = 12;
    p.addressHoldHours = 13;
    p.operation = OperationId(5);
    p.retractedBy = OperationId(7);
    return p;
}

template <> Rate full(int n)
{
    return {RateId(n), usd, day, *DecimalRate::parse(u"0.000000000123"_s), BatchId(1), OperationId(7)};
}
template <> Target full(int n) { return {TargetId(n), u"dso"_s, day, -450'000, OperationId(7)}; }
template <> Holiday full(int n) { return {HolidayId(n), u"jp"_s, day, odd, BatchId(1), OperationId(7)}; }
template <> User full(int n) { return {UserId(n), odd, Role::Admin, OperationId(7)}; }
template <> MappingProfile full(int n) { return {ProfileId(n), odd, u"sig"_s, "{\"a\":1}", OperationId(7)}; }

template <> ImportBatch full(int n)
{
    return {BatchId(n),
            testNow,
            odd,
            {{odd, u"invoices"_s, u"generic"_s, QByteArray(64, 'f'), 5, 4, 3, 2, 1}, {}},
            OperationId(n + 50),
            OperationId(7)};
}

template <> ContactEvent full(int n)
{
    return {ContactEventId(n),
            CustomerId(1),
            ContactId(1),
            ContactEventKind::Left,
            day,
            testNow,
            u"u"_s,
            u"email"_s,
            odd,
            u"new@b.example"_s,
            u"call-back"_s,
            OperationId(5),
            OperationId(7)};
}
template <> SearchTry full(int n)
{
    return {SearchTryId(n), CustomerId(1),  SearchWay::Other, day, testNow, u"u"_s, odd,
            ContactId(1),   OperationId(5), OperationId(7)};
}
template <> ConfirmBy full(int n)
{
    return {ConfirmById(n),           CustomerId(1), ContactId(1),   ActivityId(1), day, day + 2, odd,
            ContactRole::FinanceHead, day + 1,       OperationId(5), OperationId(7)};
}
template <> CustomerRequest full(int n)
{
    return {RequestId(n), CustomerId(1), ContactId(1), DebitId(1), RequestKind::Answer, odd,           day,
            day + 2,      u"o"_s,        day + 1,      u"sent"_s,  OperationId(5),      OperationId(7)};
}
template <> PayerStatus full(int n)
{
    return {PayerStatusId(n), CustomerId(1), DebitId(1), PayerState::Paid, day,           testNow,
            u"boss"_s,        day - 9,       day + 9,    u"ref"_s,         ContactId(1),  ActivityId(1),
            u"u"_s,           odd,           BatchId(1), OperationId(5),   OperationId(7)};
}
template <> InvoiceMark full(int n)
{
    return {InvoiceMarkId(n), CustomerId(1), DebitId(1),     MarkKind::StopReminders, LateReason::PlainLate, true, day,
            u"u"_s,           odd,           OperationId(5), OperationId(7)};
}
template <> Plan full(int n)
{
    return {PlanId(n),
            CustomerId(1),
            usd,
            {{day, 5}, {day + 30, maxRowAmount}},
            {{DebitId(3), 5}},
            day,
            day + 1,
            ContactId(1),
            u"wire"_s,
            u"t"_s,
            odd,
            true,
            u"boss"_s,
            day + 2,
            day + 3,
            PlanId(1),
            day + 4,
            OperationId(5),
            OperationId(7)};
}
template <> ExceptionEntry full(int n)
{
    return {ExceptionId(n), CustomerId(1),  DebitId(1),    ExceptionKind::Override, day, u"u"_s, odd, 30,
            day + 30,       OperationId(5), OperationId(7)};
}
template <> Strategy full(int n)
{
    return {StrategyId(n),
            odd,
            CustomerId(1),
            u"gold"_s,
            u"emea"_s,
            u"high"_s,
            {{-7, StepChannel::Task, ContactRole::FinanceHead, u"r"_s, odd, maxRowAmount, u"ben"_s}, {}},
            3,
            false,
            OperationId(5),
            OperationId(7)};
}
template <> LetterTemplate full(int n)
{
    return {TemplateId(n), u"reminder"_s, u"en"_s,        odd,           u"Dear {{contact}},\n\n"_s, 4, u"d"_s,
            u"a"_s,        day,           OperationId(5), OperationId(7)};
}
template <> OutboxMessage full(int n)
{
    return {OutboxId(n),
            CustomerId(1),
            ContactId(1),
            {DebitId(1), DebitId(9)},
            StrategyId(1),
            -7,
            2,
            TemplateId(1),
            4,
            u"a@b.example"_s,
            odd,
            u"<1@b.example>"_s,
            QByteArray(64, 'a'),
            4711,
            OutboxState::Exported,
            day,
            testNow,
            testNow + 1,
            OperationId(5),
            3,
            testNow + 2,
            testNow + 3,
            odd,
            u"u"_s,
            OperationId(5),
            OperationId(7)};
}
template <> MailAccount full(int n)
{
    return {MailAccountId(n),   MailMode::MailProgram, u"mail.example"_s, 465, MailSecurity::Tls, u"me"_s,       odd,
            u"me@us.example"_s, u"ar@us.example"_s,    u"/tmp/x"_s,       9,   OperationId(5),    OperationId(7)};
}
template <> Attachment full(int n)
{
    return {AttachmentId(n),
            CustomerId(1),
            DisputeId(1),
            ActivityId(1),
            RequestId(1),
            DebitId(1),
            odd,
            u"application/pdf"_s,
            4711,
            QByteArray(64, 'b'),
            day,
            u"u"_s,
            OperationId(5),
            OperationId(7)};
}
template <> SavedView full(int n)
{
    return {SavedViewId(n), u"u"_s, u"items"_s,     odd,           u">10k"_s, "{\"a\":1}",
            u"-open"_s,     3,      OperationId(5), OperationId(7)};
}
template <> Draft full(int n)
{
    return {DraftId(n), u"u"_s, u"account/C1/note"_s, odd, testNow, OperationId(5), OperationId(7)};
}

template <class T> T bare(int n)
{
    T t;
    t.id = decltype(T::id)(n);
    if constexpr (std::is_same_v<T, Customer>)
        t.externalId = u"bare"_s;
    if constexpr (requires { t.customer; })
        t.customer = CustomerId(1);
    if constexpr (std::is_same_v<T, Company>)
        t.code = u"bare"_s;
    if constexpr (std::is_same_v<T, ImportBatch>)
        t.operation = OperationId(99);
    if constexpr (std::is_same_v<T, ContactEvent>)
        t.contact = ContactId(1);
    return t;
}

} // namespace

// f.operator()<T>() for every record type.
template <class F> void forEachRecord(F&& f)
{
    [&]<class... T>(std::tuple<T...>*) { (f.template operator()<T>(), ...); }(static_cast<RecordTypes*>(nullptr));
}

std::string nameOf(Table table)
{
    switch (table) {
    case Table::Debit: return "debit";
    case Table::Credit: return "credit";
    default: return recordType(int(table))->table;
    }
}

class TestRecords : public QObject {
    Q_OBJECT
private slots:
    void survivesTheFile();
    void theSchemaIsWhatTheRecordsImply();
    void everyFieldHasAColumn();
    void refusesNul();
    void beforeImageRoundTrip();
};

void TestRecords::survivesTheFile()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"records.duedesk"_s);
    auto made = BookStore::create(path, testInfo(), testActor());
    QVERIFY2(made, qPrintable(made ? QString() : made.error().message()));
    auto& store = **made;
    QVERIFY(store.load());
    // A dispute names an invoice: one import brings it.
    const auto ids = *store.importIds(1000);
    const auto imported = store.commitImport(*makeImport(*store.book(), *ids, 1, 3), testActor());
    QVERIFY2(imported, qPrintable(imported ? QString() : imported.error().message()));
    ChangeSet c;
    c.operation = OperationId(900);
    c.action = u"test"_s;
    forEachRecord([&]<class T>() {
        c.insert(full<T>(11));
        c.insert(bare<T>(12));
    });
    // The references of the full rows.
    for (const auto& id : {1}) {
        c.insert(bare<Company>(id));
        Contact contact = bare<Contact>(id);
        c.insert(contact);
        c.insert(bare<Promise>(id));
        c.insert(bare<Activity>(id));
        c.insert(bare<Dispute>(id));
        c.insert(bare<CustomerRequest>(id));
        c.insert(bare<Plan>(id));
        c.insert(bare<Strategy>(id));
        c.insert(bare<LetterTemplate>(id));
    }
    c.of<Company>().back().after.code = u"one"_s;
    const auto done = store.apply(c, store.book()->revision(), testActor());
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message()));
    made->reset();
    auto again = BookStore::open(path, BookStore::Mode::ReadOnly, testActor());
    QVERIFY(again);
    const auto book = (*again)->load();
    QVERIFY2(book, qPrintable(book ? QString() : book.error().message()));
    int compared = 0;
    forEachRecord([&]<class T>() {
        const Rows<T>& rows = (*book)->rows<T>();
        QVERIFY2(rows[rows.rowOf(decltype(T::id)(11))] == full<T>(11), T::table);
        QVERIFY2(rows[rows.rowOf(decltype(T::id)(12))] == bare<T>(12), T::table);
        ++compared;
    });
    QCOMPARE(compared, int(recordTypeCount));
    QVERIFY((*again)->verify()->isClean());
}

// The tables that the migrations make are those that the list of record types implies: their columns, kept as what they
// are, empty only where the field can be, and with a foreign key wherever a field names a row.
void TestRecords::theSchemaIsWhatTheRecordsImply()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"schema.duedesk"_s);
    QVERIFY(BookStore::create(path, testInfo(), testActor()));
    Database db(path, Database::Mode::ReadOnly);
    for (const RecordType& type : recordTypes()) {
        std::map<std::string, std::string> keys; // column -> table it names
        for (Statement s(db, std::string("PRAGMA foreign_key_list(") + type.table + ")"); s.step();)
            keys.emplace(s.text(3), s.text(2));
        std::map<std::string, std::pair<std::string, bool>> schema; // column -> type, never empty
        for (Statement s(db, std::string("PRAGMA table_info(") + type.table + ")"); s.step();)
            schema[std::string(s.text(1))] = {std::string(s.text(2)), s.integer(3) != 0 || s.integer(5) != 0};
        QCOMPARE(schema.size(), type.columns.size());
        for (const Column& c : type.columns) {
            const QByteArray where = QByteArray(type.table) + "." + c.name;
            QVERIFY2(schema.contains(c.name), where);
            const auto& [kept, never] = schema[c.name];
            QVERIFY2(kept == (c.coding->isText ? "TEXT" : "INTEGER"), where);
            QVERIFY2(never || c.coding->canBeNull, where);
            const bool isKey = c.coding->names == Coding::Names::Row && &c != &type.columns.front();
            QVERIFY2(isKey == keys.contains(c.name), where);
            if (isKey)
                QVERIFY2(keys[c.name] == nameOf(c.coding->referenced), where);
        }
    }
}

// A column's getter and setter are of one field, and no field is left out: setting every column of a bare row from a
// full one gives the full one.
void TestRecords::everyFieldHasAColumn()
{
    forEachRecord([&]<class T>() {
        const T wanted = full<T>(11);
        QVERIFY2(!(wanted == bare<T>(11)), T::table);
        T built;
        for (const Column& c : recordTypeOf<T>().columns)
            QVERIFY2(c.set(&built, c.get(&wanted)), c.name);
        QVERIFY2(built == wanted, T::table);
    });
}

void TestRecords::refusesNul()
{
    QTemporaryDir dir;
    auto store = *BookStore::create(dir.filePath(u"nul.duedesk"_s), testInfo(), testActor());
    QVERIFY(store->load());
    ChangeSet c;
    c.operation = OperationId(900);
    Customer customer = bare<Customer>(5);
    customer.name = u"a"_s + QChar(0) + u"b"_s;
    c.insert(customer);
    const auto r = store->apply(c, 1, testActor());
    QVERIFY(!r);
    QCOMPARE(r.error().code, ErrorCode::InputRejected);
    QCOMPARE(r.error().field, u"name"_s);
    QCOMPARE(store->book()->revision(), 1);
    QCOMPARE(store->auditHead()->seq, 1);
}

void TestRecords::beforeImageRoundTrip()
{
    QTemporaryDir dir;
    auto store = *BookStore::create(dir.filePath(u"before.duedesk"_s), testInfo(), testActor());
    QVERIFY(store->load());
    auto ids = *store->importIds(1000);
    const auto first = makeImport(*store->book(), *ids, 2, 3);
    QVERIFY(store->commitImport(*first, testActor()));
    const BookPtr before = store->book();
    // The second import changes a customer of the first in every field a file can hold.
    ids = *store->importIds(1000);
    StagedImport second;
    second.baseRevision = before->revision();
    second.batch.id = BatchId(ids->next(Table::ImportBatch));
    second.batch.operation = OperationId(ids->next(Table::Operation));
    Customer changed = before->customers()[0];
    changed.name = odd;
    changed.creditLimit = 5;
    changed.termsDays.reset();
    changed.spellings = {u"x"_s};
    changed.renewal = day;
    second.changes.change(before->customers()[0], changed);
    const auto done = store->commitImport(second, testActor());
    QVERIFY2(done, qPrintable(done ? QString() : done.error().message()));
    QCOMPARE(store->book()->customers()[0].name, odd);
    const auto undone = store->undoImport(second.batch.id, OperationId(ids->next(Table::Operation)), testActor());
    QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().message()));
    QVERIFY(sameLiveRows(*before, *store->book()));
    QVERIFY(store->verify()->isClean());
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
