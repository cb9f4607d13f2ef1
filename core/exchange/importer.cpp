#include "core/exchange/importer.h"

#include "core/exchange/stager.h"
#include "core/exchange/tablewriter.h"

#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// Of every table, what is new and what changes.
std::vector<std::size_t> countsOf(const StagedImport& s)
{
    std::vector<std::size_t> out{s.debits.size(), s.credits.size(), s.settlements.size(), s.retractedDebits.size(),
                                 s.retractedCredits.size()};
    s.changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        const auto added = std::count_if(rows.begin(), rows.end(), [](const RowChange<T>& r) { return !r.before; });
        out.push_back(std::size_t(added));
        out.push_back(rows.size() - std::size_t(added));
    });
    return out;
}

} // namespace

Result<StagedReport> stage(const Book& book, const QStringList& files, const ImportOptions& options, IdSource& ids)
{
    Findings findings;
    // Each pass can only add to the findings, one per column and file; the bound is for a file that changes meanwhile.
    for (int pass = 0; pass < 8; ++pass) {
        const Findings before = findings;
        Stager stager(book, options, ids, findings);
        const auto done = stager.run(files);
        if (!done)
            return fail(done.error());
        if (*done || findings == before)
            return stager.takeReport();
    }
    return fail(ErrorCode::InputRejected, u"the files do not read alike twice"_s,
                u"wait until they are written completely"_s);
}

bool sayTheSame(const StagedReport& a, const StagedReport& b)
{
    const auto same = [](const FileReport& x, const FileReport& y) {
        return x.path == y.path && x.sha256 == y.sha256 && x.alreadyImported == y.alreadyImported && x.rows == y.rows
               && x.added == y.added && x.changed == y.changed && x.unchanged == y.unchanged && x.rejected == y.rejected
               && x.total == y.total;
    };
    return std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(), same)
           && a.mayCommit() == b.mayCommit() && a.errorCount == b.errorCount && a.warningCount == b.warningCount
           && countsOf(a.staged) == countsOf(b.staged) && a.staged.debitSum == b.staged.debitSum
           && a.staged.creditSum == b.staged.creditSum;
}

Outcome writeRejects(const StagedReport& report, const QString& target)
{
    QSaveFile out(target);
    const auto failed = [&] {
        Error e;
        e.code = ErrorCode::StorageFailed;
        e.file = target;
        e.what = u"cannot be written: "_s + out.errorString();
        e.remedy = u"choose another folder"_s;
        return fail(e);
    };
    if (!out.open(QIODevice::WriteOnly))
        return failed();
    for (std::size_t f = 0; f < report.files.size(); ++f) {
        const FileReport& file = report.files[f];
        if (file.rejected == 0)
            continue;
        auto source = SourceFile::open(file.path);
        if (!source)
            return fail(source.error());
        (*source)->start(file.layout.encoding, file.layout.bomBytes);
        CsvReader reader([&](std::string& block) { return (*source)->next(block); }, file.layout.delimiter);
        std::string line;
        const auto put = [&](const QString& row, const QString& reason) {
            line.clear();
            CsvWriter::appendCell(line, row.toStdString(), ',');
            line += ',';
            CsvWriter::appendCell(line, reason.toStdString(), ',');
            for (std::size_t i = 0; i < reader.row().count; ++i) {
                line += ',';
                CsvWriter::appendCell(line, guarded(reader.row().fields[i]), ',');
            }
            line += "\r\n";
            return out.write(line.data(), qint64(line.size())) == qint64(line.size());
        };
        auto next = std::lower_bound(report.rejected.begin(), report.rejected.end(), f,
                                     [](const RejectedRow& r, std::size_t n) { return r.file < n; });
        while (reader.next()) {
            if (reader.row().line == file.layout.headingLine && !put(u"row"_s, u"reason"_s))
                return failed();
            const std::int64_t at = reader.row().line;
            for (auto r = next; r != report.rejected.end() && r->file == f && r->line <= at; ++r) {
                if (at <= r->last && !put(QString::number(at), report.reasons.value(qsizetype(r->reason))))
                    return failed();
                next += r == next && r->last <= at ? 1 : 0;
            }
        }
    }
    if (!out.commit())
        return failed();
    return {};
}

} // namespace duedesk
