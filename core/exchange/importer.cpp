#include "core/exchange/importer.h"

#include "core/exchange/fields.h"
#include "core/exchange/staging/stager.h"
#include "core/exchange/tablewriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

// Of every table, what is new and what changes.
std::vector<std::size_t> countsOf(const StagedImport& s)
{
    std::vector<std::size_t> out{s.debits.size(),          s.credits.size(),          s.settlements.size(),
                                 s.retractedDebits.size(), s.retractedCredits.size(), s.retractedWriteOffs.size()};
    s.changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        const auto added = std::count_if(rows.begin(), rows.end(), [](const RowChange<T>& r) { return !r.before; });
        out.push_back(std::size_t(added));
        out.push_back(rows.size() - std::size_t(added));
    });
    return out;
}

} // namespace

std::optional<SameReference> parseSameReference(const QString& text)
{
    if (text == u"new")
        return SameReference::New;
    if (text == u"changed")
        return SameReference::Changed;
    return std::nullopt;
}

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
               && x.confirmed == y.confirmed && x.skipped == y.skipped && x.total == y.total;
    };
    return std::equal(a.files.begin(), a.files.end(), b.files.begin(), b.files.end(), same)
           && a.mayCommit() == b.mayCommit() && a.errorCount == b.errorCount && a.warningCount == b.warningCount
           && countsOf(a.staged) == countsOf(b.staged) && a.staged.debitSum == b.staged.debitSum
           && a.staged.creditSum == b.staged.creditSum;
}

namespace {

// The heading and the rejected rows of one file, each behind its line and its reason; false = they could not be
// written.
Result<bool> putRejected(OutputFile& out, const StagedReport& report, std::size_t f)
{
    const FileReport& file = report.files[f];
    auto source = SourceFile::open(file.path);
    if (!source)
        return fail(source.error());
    (*source)->start(file.layout.encoding, file.layout.bomBytes, file.layout.sheet);
    CsvReader reader([&](std::string& block) { return (*source)->next(block); }, file.layout.delimiter);
    std::string line;
    const auto put = [&](const QString& row, const QString& reason, std::string_view last) {
        line.clear();
        CsvWriter::appendCell(line, row.toStdString(), ',');
        line += ',';
        CsvWriter::appendCell(line, guarded(reason.toStdString()), ',');
        for (std::size_t i = 0; i < reader.row().count; ++i) {
            const std::string_view cell = reader.row().fields[i];
            line += ',';
            // A file of ours comes with its guard, which stays what it is.
            CsvWriter::appendCell(line, file.layout.guarded ? std::string(cell) : guarded(cell), ',');
        }
        if (!file.layout.guarded) // so that the mended rows come back without it
            line.append(",").append(last);
        line += "\r\n";
        return out.write(line);
    };
    const std::string marker = guardHeading().toStdString();
    auto next = std::lower_bound(report.rejected.begin(), report.rejected.end(), f,
                                 [](const RejectedRow& r, std::size_t n) { return r.file < n; });
    while (reader.next()) {
        if (reader.row().line == file.layout.headingLine && !put(u"row"_s, u"reason"_s, marker))
            return false;
        const std::int64_t at = reader.row().line;
        for (auto r = next; r != report.rejected.end() && r->file == f && r->line <= at; ++r) {
            if (at <= r->last && !put(QString::number(at), report.reasons.value(qsizetype(r->reason)), {}))
                return false;
            next += r == next && r->last <= at ? 1 : 0;
        }
    }
    return true;
}

} // namespace

Result<Written> writeRejects(const StagedReport& report, OutputDoor door, const QString& target)
{
    for (const FileReport& file : report.files)
        door.keep(file.path);
    OutputFile out(target);
    if (const Outcome o = out.open(door, {u"csv"_s}); !o)
        return fail(o.error());
    for (std::size_t f = 0; f < report.files.size(); ++f) {
        if (report.files[f].rejected == 0)
            continue;
        const auto put = putRejected(out, report, f);
        if (!put)
            return fail(put.error());
        if (!*put)
            return fail(out.failure());
    }
    return out.commit();
}

} // namespace duedesk
