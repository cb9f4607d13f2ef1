// What is told about the files: rows taken and rejected, warnings, sums, and the batch as it will be kept.
#include "core/exchange/staging/stagetally.h"

#include "core/base/text.h"
#include "core/exchange/staging/cellreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

StageTally::StageTally(const Book& book, const ImportOptions& options) : m_options(options)
{
    StagedImport& s = m_report.staged;
    s.baseRevision = book.revision();
    s.batch.at = options.now;
    s.batch.user = options.user;
}

void StageTally::sort()
{
    const auto order = [](const auto& a, const auto& b) {
        return std::pair(a.first, a.second.row) < std::pair(b.first, b.second.row);
    };
    std::stable_sort(m_errors.begin(), m_errors.end(), order);
    std::stable_sort(m_warnings.begin(), m_warnings.end(), order);
    for (auto& [f, e] : m_errors)
        m_report.errors.push_back(std::move(e));
    for (auto& [f, e] : m_warnings)
        m_report.warnings.push_back(std::move(e));
    std::stable_sort(m_report.rejected.begin(), m_report.rejected.end(),
                     [](const RejectedRow& a, const RejectedRow& b) {
                         return std::pair(a.file, a.line) < std::pair(b.file, b.line);
                     });
}

void StageTally::took(std::uint16_t f, Took t)
{
    FileReport& r = m_report.files[f];
    ++(t == Took::Added ? r.added : t == Took::Changed ? r.changed : r.unchanged);
}

void StageTally::keepRejected(std::int64_t line, std::uint32_t reason, std::uint16_t f)
{
    std::vector<RejectedRow>& kept = m_report.rejected;
    if (!kept.empty() && kept.back().file == f && kept.back().reason == reason && kept.back().last + 1 == line)
        kept.back().last = line;
    else if (kept.size() < keptRejects)
        kept.push_back({line, line, reason, f});
    else
        ++m_report.rejectsLeftOut;
}

// Reasons are few; should a hostile file make them many, the later ones share one text.
std::uint32_t StageTally::reasonRow(const QString& reason)
{
    const QString key = m_reasons.size() < 100'000 ? reason : u"left out"_s;
    const auto [it, fresh] = m_reasons.try_emplace(key, std::uint32_t(m_report.reasons.size()));
    if (fresh)
        m_report.reasons << key;
    return it->second;
}

void StageTally::tookDebit(std::uint16_t f, std::int64_t minor, Currency c)
{
    FileReport::Taken& t = m_report.files[f].taken[c];
    ++t.debits;
    t.debitSum += minor;
}

void StageTally::tookCredit(std::uint16_t f, std::int64_t minor, Currency c)
{
    FileReport::Taken& t = m_report.files[f].taken[c];
    ++t.credits;
    t.creditSum += minor;
}

void StageTally::skip(std::int64_t line, const QString& why)
{
    ++file().skipped;
    if (m_report.skipped.size() < keptRejects)
        m_report.skipped.push_back({fileNumber(), line, reasonRow(why)});
}

void StageTally::reject(std::uint16_t f, std::int64_t line, Complaint c)
{
    FileReport& r = m_report.files[f];
    ++r.rejected;
    ++m_report.errorCount;
    keepRejected(line, reasonRow(say(c.field.isEmpty() ? c.what : Lang::words("%1: %2", c.field, c.what))), f);
    if (m_errors.size() >= keptErrors)
        return;
    Error e;
    e.file = r.layout.place();
    e.row = line;
    e.field = c.field;
    e.value = excerpt(c.value);
    e.what = c.what;
    e.remedy = c.remedy;
    m_errors.emplace_back(f, std::move(e));
}

void StageTally::rejectCell(RowCells& cells, Field f, Words what, Words remedy)
{
    const ColumnPlan* p = cells.plan(f);
    reject(fileNumber(), cells.row().line,
           {std::move(what), std::move(remedy), p ? p->heading : headingOf(f), toQString(cells.raw(f))});
}

void StageTally::warn(std::uint16_t f, std::int64_t line, Complaint c)
{
    ++m_report.warningCount;
    if (m_warnings.size() >= keptErrors)
        return;
    Error e;
    e.file = m_report.files[f].layout.place();
    e.row = line;
    e.field = c.field;
    e.value = excerpt(c.value);
    e.what = c.what;
    e.remedy = c.remedy;
    m_warnings.emplace_back(f, std::move(e));
}

void StageTally::addTotal(std::int64_t minor, Currency c) { file().total.add({minor, c}); }

void StageTally::checkControlTotals()
{
    for (const Money& wanted : m_options.controlTotals) {
        std::optional<FileKind> kind;
        for (const FileKind k : {FileKind::Invoices, FileKind::Payments, FileKind::Promises})
            for (const FileReport& f : m_report.files)
                if (!kind && f.kind == k)
                    kind = k;
        MoneyBag sum;
        for (const FileReport& f : m_report.files)
            if (kind && f.kind == *kind)
                sum.add(f.total);
        const Money found = sum.in(wanted.currency);
        if (found == wanted) // a sum that is no figure is never the one stated
            continue;
        Error e;
        e.field = u"control total"_s;
        e.what = u"the files sum to "_s + found.toString() + u", "_s + wanted.toString()
                 + u" was stated, the difference is "_s + (found - wanted).toString();
        e.remedy = u"check that the files are complete and the total is right"_s;
        m_report.blockers.push_back(e);
    }
}

void StageTally::finishBatch()
{
    StagedImport& s = m_report.staged;
    for (const FileReport& f : m_report.files) {
        if (f.alreadyImported)
            continue;
        ImportedFile i;
        i.name = f.name;
        i.kind = fileKindName(f.kind);
        i.profile = f.profile;
        i.sha256 = f.sha256;
        i.rows = f.rows;
        i.added = f.added;
        i.changed = f.changed;
        i.unchanged = f.unchanged;
        i.rejected = f.rejected;
        s.batch.files.push_back(i);
    }
    for (const StagedDebit& d : s.debits)
        s.debitSum.add({d.row.amount, Currency::fromIndex(d.row.currency)});
    for (const StagedCredit& c : s.credits)
        s.creditSum.add({c.row.amount, Currency::fromIndex(c.row.currency)});
    s.changes.action = u"import"_s;
    s.changes.object = QString::number(s.batch.id.value);
}

} // namespace duedesk
