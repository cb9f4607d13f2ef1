#include "core/workbench/samplebook.h"

#include "core/base/clock.h"
#include "core/command/command.h"
#include "core/domain/provisionalids.h"
#include "core/exchange/importer.h"
#include "core/store/bookstore.h"
#include "core/store/openbook.h"
#include "core/store/unfinished.h"
#include "core/workbench/sampletalks.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <optional>

namespace duedesk {
namespace {

Error cannotWrite(const QString& path)
{
    Error e;
    e.code = ErrorCode::StorageFailed;
    e.file = path;
    e.what = QStringLiteral("cannot be written");
    e.remedy = QStringLiteral("choose a folder that you may write to, with free space");
    return e;
}

Result<QStringList> writeFiles(const Sample& sample, const QDir& dir)
{
    QStringList paths;
    for (const SampleFile& f : sample.files) {
        const QString path = dir.filePath(QString::fromStdString(f.name));
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(f.text.data(), qint64(f.text.size())) != qint64(f.text.size()))
            return failed(cannotWrite(path));
        paths += path;
    }
    return paths;
}

Outcome takeFiles(BookStore& store, const QStringList& paths, const SampleOptions& o, Instant now, const QString& user)
{
    ProvisionalIds ids;
    ImportOptions options;
    options.today = o.today;
    options.now = now;
    options.user = user;
    options.cashThrough = o.today - 1;
    auto report = stage(*store.book(), paths, options, ids);
    if (!report)
        return failed(report.error());
    if (!report->errors.empty())
        return failed(report->errors.front());
    const auto done = store.commitImport(report->staged, {user, now});
    return done ? Outcome{} : failed(done.error());
}

// Goals to measure the practice book against.
Outcome setTargets(BookStore& store, Date from, Instant now, const QString& user)
{
    const std::unique_ptr<IdSource> ids = store.ids();
    for (const auto& [metric, value] : {std::pair(u"dso", 50), std::pair(u"cei", 80), std::pair(u"pct_current", 75),
                                        std::pair(u"promises_kept", 85)}) {
        const Context context{user, now, dayIn(store.book()->info().zone, now), ids.get(),
                              OperationId(ids->next(Table::Operation))};
        const auto changes =
            decide(*store.book(), SetTarget{QString::fromUtf16(metric), value * 10'000LL, from}, context);
        if (!changes)
            return failed(changes.error());
        if (const auto done = store.apply(*changes, store.book()->revision(), {user, now}); !done)
            return failed(done.error());
    }
    return {};
}

} // namespace

Result<QString> createSampleBook(const QString& path, SampleOptions options, Instant now, const QString& user)
{
    if (const Outcome ok = openbook::requireFree(path); !ok)
        return failed(ok);
    // Made beside its place, then copied there as a backup is.
    std::optional<Unfinished> work;
    if (const Outcome ok = guarded([&] { work.emplace(path, Unfinished::Kind::Folder); }); !ok)
        return failed(ok);
    BookInfo info;
    info.name = practiceBookName.toString();
    info.base = *Currency::parse(std::string_view("USD"));
    options.today = dayIn(info.zone, now);
    const Sample sample = makeSample(options);
    const auto files = writeFiles(sample, QDir(work->path()));
    if (!files)
        return failed(files);
    const QString made = QDir(work->path()).filePath(QStringLiteral("sample.duedesk"));
    int talks = 0;
    std::uint32_t invoices = 0;
    {
        auto store = BookStore::create(made, info, {user, now});
        if (!store)
            return failed(store);
        if (const auto loaded = (*store)->load(); !loaded)
            return failed(loaded);
        if (const Outcome o = takeFiles(**store, *files, options, now, user); !o)
            return failed(o.error());
        if (const Outcome o = setTargets(**store, options.today.addMonths(-options.months), now, user); !o)
            return failed(o.error());
        const auto held = holdTalks(**store, sample.talks, user);
        if (!held)
            return failed(held);
        talks = *held;
        invoices = (*store)->book()->ledger().debitCount;
        (void)(*store)->waitForBackup(); // the automatic backup of a practice book goes with its folder
    } // closed: a copy of an open book would tell of a program that ended badly
    if (const Outcome copied = BookStore::restore(made, path); !copied) // whole, verified, and only under a free name
        return failed(copied);
    return u"Practice book: " + QString::number(options.customers) + u" customers, " + QString::number(invoices)
           + u" invoices, " + QString::number(talks) + u" talks, up to " + options.today.toIso() + u": " + path;
}

} // namespace duedesk
