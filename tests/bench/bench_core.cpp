// The figures of the core on books S, M and L: import, open, aging, DSO, call list, sort, filter, publish,
// behaviour, memory, growth. Peer: sqlite3, the shell for the import, the library for the queries.
//   bench_core WORKDIR [S] [M] [L]
#include "core/base/clock.h"
#include "core/command/command.h"
#include "core/domain/provisionalids.h"
#include "core/domain/roworder.h"
#include "core/exchange/importer.h"
#include "core/insight/calls/calllist.h"
#include "core/insight/figures/aging.h"
#include "core/insight/figures/metrics.h"
#include "core/insight/figures/trendlines.h"
#include "core/insight/find/filter.h"
#include "core/insight/find/finder.h"
#include "core/practice/generator.h"
#include "core/store/bookstore.h"
#include "tests/bench/harness.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <cmath>
#include <cstdio>
#include <map>
#include <sqlite3.h>

using namespace duedesk;
using namespace duedesk::bench;

namespace {

struct Size {
    QString name;
    int customers, invoices;
};
const Size sizes[] = {{QStringLiteral("S"), 500, 10'000},
                      {QStringLiteral("M"), 5'000, 200'000},
                      {QStringLiteral("L"), 20'000, 1'000'000}};
const Date today = *Date::fromCivil(2025, 11, 14);
const Date past = *Date::fromCivil(2025, 3, 31);

[[noreturn]] void die(const QString& what)
{
    std::fprintf(stderr, "error: %s\n", qUtf8Printable(what));
    std::exit(1);
}

template <class T> T need(Result<T> r)
{
    if (!r)
        die(r.error().message());
    return std::move(*r);
}

// A sqlite3 database with the same rows, for the queries.
class Peer {
public:
    explicit Peer(const QString& path)
    {
        if (sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            die(QStringLiteral("the peer database cannot be opened"));
    }
    ~Peer() { sqlite3_close(m_db); }
    double ms(int runs, const char* sql)
    {
        return medianMs(runs, [&] {
            sqlite3_stmt* s = nullptr;
            if (sqlite3_prepare_v2(m_db, sql, -1, &s, nullptr) != SQLITE_OK)
                die(QString::fromUtf8(sqlite3_errmsg(m_db)));
            const int columns = sqlite3_column_count(s);
            std::int64_t sink = 0;
            while (sqlite3_step(s) == SQLITE_ROW)
                for (int i = 0; i < columns; ++i)
                    sink += sqlite3_column_type(s, i) == SQLITE_TEXT ? sqlite3_column_bytes(s, i)
                                                                     : sqlite3_column_int64(s, i);
            sqlite3_finalize(s);
            if (sink == 42)
                std::puts("");
        });
    }

private:
    sqlite3* m_db = nullptr;
};

constexpr const char* peerAging = R"(
WITH a AS (SELECT debit, sum(amount) paid FROM allocation WHERE date <= ?1 GROUP BY debit),
o AS (SELECT d.customer, ?1 - d.due days, d.amount - coalesce(a.paid, 0) open FROM debit d LEFT JOIN a ON a.debit = d.id WHERE d.date <= ?1)
SELECT customer, sum(open * (days <= 0)), sum(open * (days BETWEEN 1 AND 30)), sum(open * (days BETWEEN 31 AND 60)),
 sum(open * (days BETWEEN 61 AND 90)), sum(open * (days > 90)) FROM o WHERE open <> 0 GROUP BY customer)";

QByteArray agingSql(Date d) { return QByteArray(peerAging).replace("?1", QByteArray::number(d.days())); }

QByteArray dsoSql()
{
    QByteArray months;
    for (int m = 35; m >= 0; --m) {
        const Date end = m == 0 ? today : today.firstOfMonth().addMonths(-m).endOfMonth();
        months += (months.isEmpty() ? "(" : ",(") + QByteArray::number(end.days()) + ")";
    }
    return "WITH m(d) AS (VALUES " + months
           + ") SELECT m.d, (SELECT sum(amount) FROM debit WHERE date <= m.d) - (SELECT sum(a.amount) FROM "
             "allocation a JOIN debit x ON x.id = a.debit WHERE a.date <= m.d), (SELECT sum(amount) FROM debit WHERE "
             "date BETWEEN m.d - 89 AND m.d) FROM m";
}

void importBoth(const Size& size, const QString& dir, Report& report)
{
    const QString peerPath = dir + QStringLiteral("/peer.db"), bookPath = dir + QStringLiteral("/book.duedesk");
    const double peer = medianMs(1, [&] {
        QFile::remove(peerPath);
        QProcess p;
        p.setWorkingDirectory(dir);
        p.setStandardInputFile(QStringLiteral(BENCH_DIR "/baseline.sql"));
        p.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), peerPath});
        if (!p.waitForFinished(-1) || p.exitCode() != 0)
            die(QString::fromUtf8(p.readAllStandardError()));
    });
    std::unique_ptr<BookStore> store;
    const double ours = medianMs(1, [&] {
        for (const char* suffix : {"", "-wal", "-shm", ".wlock"})
            QFile::remove(bookPath + QLatin1String(suffix));
        QDir(bookPath + QStringLiteral(".backups")).removeRecursively();
        const BookStore::Actor actor{QStringLiteral("bench"), instantIn({}, today, 600)};
        BookInfo info;
        info.base = *Currency::parse(std::string_view("USD"));
        store = need(BookStore::create(bookPath, info, actor));
        need(store->load());
        ProvisionalIds ids;
        ImportOptions o;
        o.today = today;
        o.now = actor.now;
        QStringList files;
        for (const char* f : {"/customers.csv", "/invoices.csv", "/payments.csv"})
            files += dir + QLatin1String(f);
        auto staged = need(stage(*store->book(), files, o, ids));
        if (staged.errorCount > 0)
            die(staged.errors.front().message());
        need(store->commitImport(staged.staged, actor));
    });
    report.add(size.name, QStringLiteral("import 3 files, committed, indexed, audited"), ours, peer, -1, 0.75);
    (void)store->waitForBackup();
}

BookPtr openBook(const Size& size, const QString& dir, Report& report, std::unique_ptr<BookStore>& store)
{
    const QString path = dir + QStringLiteral("/book.duedesk");
    Peer raw(path);
    const double rows = raw.ms(3, "SELECT * FROM debit") + raw.ms(3, "SELECT * FROM credit")
                        + raw.ms(3, "SELECT * FROM allocation") + raw.ms(3, "SELECT * FROM customer");
    BookPtr book;
    const double ours = medianMs(3, [&] {
        book.reset();
        store.reset();
        store = need(
            BookStore::open(path, BookStore::Mode::ReadWrite, {QStringLiteral("bench"), instantIn({}, today, 600)}));
        book = need(store->load());
    });
    report.add(size.name, QStringLiteral("open the book into memory (peer: raw rows of the file)"), ours, rows, -1,
               1.5);
    return book;
}

void figures(const Size& size, const Book& book, Peer& peer, Report& report)
{
    const bool l = size.name == u"L";
    const auto goal = [l](double ms) { return l ? ms : -1.0; };
    const int runs = l ? 5 : 9;
    report.add(size.name, QStringLiteral("aging, customer x bucket, a past day"),
               medianMs(runs, [&] { (void)agingByCustomer(book, past); }), peer.ms(1, agingSql(past).constData()),
               goal(10), 0.01);
    report.add(size.name, QStringLiteral("aging of the open items today"),
               medianMs(runs, [&] { (void)aging(book, today, Segment::None); }), -1, goal(1), -1);
    report.add(size.name, QStringLiteral("aging trend, 36 month ends"),
               medianMs(runs, [&] { (void)agingTrend(book, today, 36); }), -1, goal(40), -1);
    report.add(size.name, QStringLiteral("DSO, 36 months, total"),
               medianMs(runs, [&] { (void)dsoTrend(book, today, 36); }), peer.ms(1, dsoSql().constData()), goal(5), -1);
    report.add(size.name, QStringLiteral("DSO, 36 months, by region"),
               medianMs(runs, [&] { (void)dsoTrend(book, today, 36, Segment::Region); }), -1, goal(10), -1);
    report.add(size.name, QStringLiteral("DSO, 36 months, by customer"),
               medianMs(runs, [&] { (void)dsoTrend(book, today, 36, Segment::Customer); }), -1, goal(40), -1);
    report.add(size.name, QStringLiteral("every metric, 36 months, total"),
               medianMs(3, [&] { (void)trend(book, today, 36); }), -1, -1, -1);
    std::vector<PaymentFact> facts;
    facts = paymentFacts(book);
    std::optional<BehaviourModel> model;
    report.add(size.name, QStringLiteral("behaviour model, whole book"),
               medianMs(3, [&] { model = BehaviourModel::fit(facts, today + 1); }), -1, goal(300), -1);
    std::uint32_t busiest = 0;
    for (std::uint32_t c = 0; c < book.customers().size(); ++c)
        if (book.ledger().debitsOf(c).size() > book.ledger().debitsOf(busiest).size())
            busiest = c;
    const auto its = paymentFactsOf(book, busiest);
    report.add(size.name, QStringLiteral("behaviour model after one payment"),
               medianMs(runs, [&] { (void)model->withPayer(busiest, its); }), -1, goal(1), -1);
    report.add(size.name, QStringLiteral("call list, ranked"),
               medianMs(runs, [&] { (void)callList(book, *model, {today, 0}); }), -1, goal(20), -1);
}

void orders(const Size& size, const Book& book, Report& report)
{
    const bool l = size.name == u"L";
    const Ledger& ledger = book.ledger();
    std::vector<std::int64_t> amounts;
    std::vector<std::uint32_t> ranks, rows;
    for (std::uint32_t row = 0; row < ledger.debitCount; ++row) {
        const auto [c, i] = ledger.debit(row);
        amounts.push_back(c->amount[i]);
        ranks.push_back(book.nameRanks()[c->customer[i]]);
        rows.push_back(row);
    }
    report.add(size.name, QStringLiteral("sort all debits by amount"), medianMs(3, [&] { (void)orderByKey(amounts); }),
               -1, l ? 100 : -1, -1);
    report.add(size.name, QStringLiteral("sort all debits by name"),
               medianMs(3, [&] { (void)orderByRank(ranks, book.customers().size()); }), -1, l ? 20 : -1, -1);
    const auto time = [&](const char* text) {
        const Filter f = need(parseFilter(QString::fromLatin1(text), itemFilterFields(), book.info().base, {}));
        std::vector<double> ms;
        for (int k = 0; k < 5; ++k) {
            std::vector<std::uint32_t> in = rows;
            ms.push_back(medianMs(1, [&] { (void)filterItems(book, today, std::move(in), f); }));
        }
        std::sort(ms.begin(), ms.end());
        return ms[2];
    };
    report.add(size.name, QStringLiteral("filter all debits by name"), time("customer:amber*"), -1, l ? 8 : -1, -1);
    report.add(size.name, QStringLiteral("filter all debits by amount"), time(">1k"), -1, l ? 2 : -1, -1);
    for (const auto& [what, text] : {std::pair{"an invoice number", "INV-1234"}, std::pair{"an amount", "1,250.00"}})
        report.add(size.name, QStringLiteral("go to anything: ") + QLatin1String(what),
                   medianMs(5, [&] { (void)findInBook(book, today, QLatin1String(text)); }), -1, -1, -1);
}

void publish(const Size& size, BookStore& store, Report& report)
{
    const auto ids = store.ids();
    std::vector<double> ms;
    for (std::uint32_t k = 0; k < 101; ++k) {
        const Book& book = *store.book();
        LogCall call;
        call.payer = book.customers()[book.payerRow(k % book.customers().size())].id;
        call.outcome = CallOutcome::Voicemail;
        const Context context{QStringLiteral("bench"), instantIn({}, today, 600) + k, today, ids.get(),
                              OperationId(ids->next(Table::Operation))};
        ms.push_back(medianMs(1, [&] {
            const ChangeSet changes = need(decide(book, call, context));
            need(store.apply(changes, book.revision(), {QStringLiteral("bench"), context.now}));
        }));
    }
    std::sort(ms.begin(), ms.end());
    report.add(size.name, QStringLiteral("submit a command to published book, median"), ms[50], -1, 5, -1);
}

void run(const Size& size, const QString& work, Report& report)
{
    const QString dir = work + u'/' + size.name;
    need(generateFiles(dir, {size.customers, size.invoices, 7, today, 36}));
    importBoth(size, dir, report);
    std::unique_ptr<BookStore> store;
    const BookPtr book = openBook(size, dir, report, store);
    report.add(size.name, QStringLiteral("memory resident with the book open"), residentMb(), -1,
               size.name == u"L" ? 250 : -1, -1, QStringLiteral("MB"));
    Peer peer(dir + QStringLiteral("/peer.db"));
    figures(size, *book, peer, report);
    orders(size, *book, report);
    publish(size, *store, report);
}

// Exponent of growth between the first and the last size that ran, per work.
bool growth(const Report& report, const QStringList& ran)
{
    if (ran.size() < 2)
        return true;
    std::map<QString, std::map<QString, double>> byWork;
    for (const Line& l : report.lines())
        byWork[l.work][l.book] = l.ours;
    double from = 0, to = 0;
    for (const Size& s : sizes) {
        from = s.name == ran.first() ? s.invoices : from;
        to = s.name == ran.last() ? s.invoices : to;
    }
    bool good = true;
    std::printf("\nGrowth %s to %s (exponent; goal <= 1.1)\n", qUtf8Printable(ran.first()), qUtf8Printable(ran.last()));
    for (auto& [work, ms] : byWork) {
        const double e = std::log(ms[ran.last()] / std::max(0.01, ms[ran.first()])) / std::log(to / from);
        std::printf("  %-52s %5.2f%s\n", qUtf8Printable(work), e, e <= 1.1 ? "" : "  MISSED");
        good = good && e <= 1.1;
    }
    return good;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 2)
        die(QStringLiteral("usage: bench_core WORKDIR [S] [M] [L]"));
    Report report;
    QStringList ran;
    for (const Size& s : sizes)
        if (words.size() == 2 || words.mid(2).contains(s.name)) {
            run(s, words[1], report);
            ran += s.name;
        }
    report.print();
    const bool linear = growth(report, ran);
    return report.allMet() && linear ? 0 : 5;
}
