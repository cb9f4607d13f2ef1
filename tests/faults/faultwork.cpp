// The workloads that are killed and starved: each works on one book and tells on stdout what it was told is saved.
//   faultwork create|log|import|first|undo|backup BOOK [N]   ends with 0 done, 3 told an error, 9 told "saved" wrongly
//   faultwork prepare BOOK                             a book with one import
//   faultwork check BOOK EXPECTED...                   verify clean, acknowledged rows present, imports whole
#include "core/base/edge.h"
#include "tests/core/store/storefixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>
#include <cstdio>
#include <dlfcn.h>
#include <set>
#include <unistd.h>

using namespace duedesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int importCustomers = 40, importPerCustomer = 30;
constexpr int firstPerCustomer = 250; // enough lines for the way a book is filled for the first time

// Each line in one write, at once: what was said before a kill counts as said.
void say(const QString& line)
{
    const QByteArray bytes = (line + u'\n').toUtf8();
    if (::write(STDOUT_FILENO, bytes.constData(), std::size_t(bytes.size())) != bytes.size())
        ::_exit(7);
}

void arm(bool on)
{
    if (const auto f = reinterpret_cast<void (*)(int)>(::dlsym(RTLD_DEFAULT, "faultshim_arm")))
        f(on ? 1 : 0);
}

int told(const Error& e)
{
    arm(false);
    std::fprintf(stderr, "%s\n", qPrintable(e.message()));
    return e.message().size() > 10 ? 3 : 8; // an error that says nothing is a failure of its own
}

Result<std::unique_ptr<BookStore>> opened(const QString& path)
{
    auto store = BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
    if (store)
        if (const auto book = (*store)->load(); !book)
            return std::unexpected<Error>(book.error());
    return store;
}

int create(const QString& path)
{
    arm(true);
    const auto store = BookStore::create(path, testInfo(), testActor());
    if (!store)
        return told(store.error());
    say(u"saved create"_s);
    return 0;
}

int logCalls(const QString& path, int n)
{
    arm(true);
    auto store = opened(path);
    if (!store)
        return told(store.error());
    const auto ids = (*store)->ids();
    for (int i = 0; i < n; ++i) {
        const QString note = u"note-%1-%2"_s.arg(::getpid()).arg(i);
        try {
            const ChangeSet call = makeCall(*(*store)->book(), *ids, note);
            const auto done = (*store)->apply(call, (*store)->book()->revision(), testActor());
            if (!done)
                return told(done.error());
        } catch (const Failure& failure) { // no row number was to be had
            return told(failure.error);
        }
        say(u"saved note "_s + note);
    }
    return 0;
}

int importBatch(const QString& path, int n, int perCustomer = importPerCustomer)
{
    arm(true);
    auto store = opened(path);
    if (!store)
        return told(store.error());
    for (int i = 0; i < n; ++i) {
        const QString tag = u"I%1x%2x"_s.arg(::getpid()).arg(i);
        const auto staged = makeImport(*(*store)->book(), importCustomers, perCustomer, tag);
        const auto done = (*store)->commitImport(*staged, testActor());
        if (!done)
            return told(done.error());
        say(u"saved import "_s + tag);
    }
    return 0;
}

int undo(const QString& path)
{
    arm(true);
    auto store = opened(path);
    if (!store)
        return told(store.error());
    const auto block = (*store)->lease(Table::Operation, 1);
    if (!block)
        return told(block.error());
    BatchId last;
    (*store)->book()->rows<ImportBatch>().forEach([&](std::uint32_t, const ImportBatch& b) { last = b.id; });
    const auto done = (*store)->undoImport(last, OperationId(block->next), testActor());
    if (!done)
        return told(done.error());
    say(u"saved undo"_s);
    return 0;
}

int backup(const QString& path)
{
    arm(true);
    const auto store = BookStore::open(path, BookStore::Mode::ReadWrite, testActor());
    if (!store)
        return told(store.error());
    const auto done = (*store)->backup(path + u".copy");
    if (!done)
        return told(done.error());
    say(u"saved backup"_s);
    return 0;
}

int prepare(const QString& path)
{
    auto store = BookStore::create(path, testInfo(), testActor());
    if (!store || !(*store)->load())
        return 1;
    if (!(*store)->commitImport(*makeImport(*(*store)->book(), 10, 12, u"P"_s), testActor()))
        return 1;
    // The one of the day is made here, so that logging is tried without it.
    (*store)->startBackup(u"first write of the day"_s, testNow);
    return (*store)->waitForBackup() ? 1 : 0;
}

// Every import is whole: its customers and all their lines, or nothing of it.
bool importsAreWhole(const Book& book)
{
    bool whole = true;
    book.rows<ImportBatch>().forEach([&](std::uint32_t, const ImportBatch& b) {
        qint64 lines = 0;
        book.customers().forEach([&](std::uint32_t row, const Customer& c) {
            if (c.batch == b.id)
                lines += qint64(book.ledger().debitsOf(row).size());
        });
        if (lines != b.files.front().added) {
            std::fprintf(stderr, "import %lld holds %lld of %lld lines\n", static_cast<long long>(b.id.value),
                         static_cast<long long>(lines), static_cast<long long>(b.files.front().added));
            whole = false;
        }
    });
    return whole;
}

int check(const QString& path, const QStringList& expected)
{
    auto store = opened(path);
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().message()));
        return 1;
    }
    const auto report = (*store)->verify();
    if (!report || !report->isClean()) {
        for (const VerifyFinding& f : report ? report->findings : std::vector<VerifyFinding>())
            std::fprintf(stderr, "%s: %s\n", qPrintable(f.check), qPrintable(f.what));
        return 1;
    }
    const Book& book = *(*store)->book();
    std::set<QString> present;
    book.rows<Activity>().forEach([&](std::uint32_t, const Activity& a) { present.insert(u"note "_s + a.note); });
    book.rows<ImportBatch>().forEach(
        [&](std::uint32_t, const ImportBatch& b) { present.insert(u"import "_s + b.files.front().name.chopped(4)); });
    for (const QString& e : expected)
        if (!present.contains(e)) {
            std::fprintf(stderr, "lost: %s\n", qPrintable(e));
            return 2;
        }
    std::printf("%lld\n", static_cast<long long>(present.size()));
    return importsAreWhole(book) ? 0 : 1;
}

// The acknowledgements of one or more runs, a line each: "saved note X".
QStringList acknowledged(const QString& file)
{
    QStringList out;
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly))
        return out;
    for (const QByteArray& line : f.readAll().split('\n'))
        if (line.startsWith("saved note ") || line.startsWith("saved import "))
            out.append(QString::fromUtf8(line.mid(6)));
    return out;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList args = app.arguments();
    if (args.size() < 3)
        return 1;
    const QString what = args[1], path = args[2];
    const int n = args.size() > 3 ? args[3].toInt() : 1;
    if (what == u"create")
        return create(path);
    if (what == u"log")
        return logCalls(path, n);
    if (what == u"import")
        return importBatch(path, n);
    if (what == u"first")
        return importBatch(path, 1, firstPerCustomer);
    if (what == u"undo")
        return undo(path);
    if (what == u"backup")
        return backup(path);
    if (what == u"prepare")
        return prepare(path);
    if (what == u"check")
        return check(path, args.size() > 3 ? acknowledged(args[3]) : QStringList());
    return 1;
}
