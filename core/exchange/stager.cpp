// One import call: its files in their order, row by row, then what all of them together decide.
#include "core/exchange/stager.h"

#include "core/base/text.h"

#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int rowsBetweenChecks = 4096;

Error cancelledError()
{
    Error e;
    e.code = ErrorCode::Cancelled;
    e.what = u"the import was cancelled; nothing was written"_s;
    return e;
}

// The first cell with text that stands behind the last heading; empty = none. Most often a comma that nobody quoted.
std::string_view cellBeyondHeadings(const CsvRow& row, const FileLayout& l)
{
    for (std::size_t i = std::size_t(l.headings.size()); i < row.count; ++i)
        if (!trimmed(row.fields[i]).empty())
            return row.fields[i];
    return {};
}

QString wordBeyondAscii(const CsvRow& row)
{
    for (std::size_t i = 0; i < row.count; ++i)
        if (std::any_of(row.fields[i].begin(), row.fields[i].end(), [](char c) { return c < 0; }))
            return toQString(trimmed(row.fields[i]));
    return {};
}

} // namespace

Stager::Stager(const Book& book, const ImportOptions& options, IdSource& ids, Findings& findings)
    : m_book(book), m_options(options), m_ids(ids), m_findings(findings)
{
    StagedImport& s = m_report.staged;
    s.baseRevision = book.revision();
    s.batch.at = options.now;
    s.batch.user = options.user;
    if (options.today.isValid() && !options.acceptOddDates) { // domain of sensible days: 1990 to ten years from today
        m_firstDay = Date::fromCivil(1990, 1, 1).value_or(firstDate);
        m_lastDay = std::min(options.today.addMonths(120), lastDate);
    }
}

Result<std::vector<Stager::OpenFile>> Stager::openAll(const QStringList& files)
{
    std::vector<OpenFile> open;
    for (const QString& path : files) {
        DetectOptions o = m_options;
        // A reading found in an earlier pass goes before what the options leave open, not before what they state.
        o.answers.insert(o.answers.begin(), m_findings.columns.begin(), m_findings.columns.end());
        if (const auto e = m_findings.encodings.find(path); e != m_findings.encodings.end())
            o.encoding = e->second;
        auto d = detect(m_book, path, o);
        if (!d)
            return fail(d.error());
        auto source = SourceFile::open(path);
        if (!source)
            return fail(source.error());
        open.push_back({std::move(*d), std::move(*source)});
    }
    std::stable_sort(open.begin(), open.end(), [](const OpenFile& a, const OpenFile& b) {
        return a.detection.layout.kind < b.detection.layout.kind;
    });
    return open;
}

Result<bool> Stager::run(const QStringList& files)
{
    if (m_options.cashThrough > m_options.today && m_options.today.isValid())
        return fail(ErrorCode::Usage,
                    u"cash cannot be known through a day that is still to come, "_s + m_options.cashThrough.toIso(),
                    u"state the last day of the bank data"_s, u"--cash-through"_s);
    auto open = openAll(files);
    if (!open)
        return fail(open.error());
    StagedImport& s = m_report.staged;
    s.batch.id = BatchId(m_ids.next(Table::ImportBatch));
    s.batch.operation = OperationId(m_ids.next(Table::Operation));
    s.changes.operation = s.batch.operation;
    loadCustomers();
    loadCompanies();
    double bytes = 1, before = 0;
    for (const OpenFile& f : *open)
        bytes += double(f.source->size());
    for (OpenFile& f : *open) {
        m_progressBase = before / bytes * 0.9;
        m_progressShare = double(f.source->size()) / bytes * 0.9;
        before += double(f.source->size());
        if (auto taken = takeFile(f); !taken)
            return fail(taken.error());
    }
    if (m_rereadNeeded)
        return false;
    progress(0.9, u"resolving"_s);
    linkCustomers();
    finishPayments();
    if (cancelled())
        return fail(cancelledError());
    repoint();
    finishContacts();
    finishPromises();
    openDisputes();
    keepPayerStates();
    stateCashThrough();
    emitCustomers(); // no customer is looked up any more
    for (OpenFile& f : *open) { // the bytes that were parsed are still the file's
        const auto now = f.source->hashNow();
        if (!now)
            return fail(now.error());
        for (const FileReport& r : m_report.files)
            if (r.path == f.source->path() && r.sha256 != *now) {
                Error e;
                e.file = r.path;
                e.what = u"changed while it was read"_s;
                e.remedy = u"wait until it is written completely, then import again"_s;
                return fail(e);
            }
    }
    checkControlTotals();
    checkBounds();
    tellCompanies();
    rememberReadings();
    sortComplaints();
    finishBatch();
    progress(1, u"ready"_s);
    return true;
}

bool Stager::alreadyImported(const QByteArray& hash) const
{
    bool found = false;
    m_book.rows<ImportBatch>().forEach([&](std::uint32_t, const ImportBatch& b) {
        for (const ImportedFile& f : b.files)
            found = found || (f.sha256 == hash && f.rejected == 0);
    });
    return found;
}

Outcome Stager::takeFile(OpenFile& f)
{
    FileReport r;
    r.path = f.source->path();
    r.name = QFileInfo(r.path).fileName();
    r.layout = f.detection.layout;
    r.layout.encodingAssumed =
        r.layout.encodingAssumed || (!m_options.encoding && m_findings.encodings.contains(r.path));
    r.kind = r.layout.kind;
    r.profile = r.layout.profile;
    m_report.files.push_back(std::move(r));
    m_itemFiles.emplace_back(std::uint32_t(m_report.staged.debits.size()), fileNumber());
    for (const FileReport& other : m_report.files)
        if (&other != &file() && other.path == file().path)
            return fail(ErrorCode::Usage, u"is named twice: "_s + other.path, u"name each file once"_s);
    if (m_book.rows<ImportBatch>().size() > 0) {
        const auto hash = f.source->hashNow();
        if (!hash)
            return fail(hash.error());
        file().sha256 = *hash;
        file().alreadyImported = alreadyImported(*hash);
        if (file().alreadyImported)
            return {};
    }
    if (file().kind > FileKind::Customers)
        linkCustomers();
    reserve(f.detection.estimatedRows + f.detection.estimatedRows / 50);
    if (auto read = readRows(f); !read)
        return read;
    return settleReadings(f);
}

// Room for the rows to come, so that two million of them are not moved while they arrive.
void Stager::reserve(std::int64_t rows)
{
    const auto more = [rows](auto& v) { v.reserve(v.size() + std::size_t(rows)); };
    if (file().kind == FileKind::Invoices) {
        more(m_report.staged.debits);
        more(m_stagedCustomer);
        more(m_stagedCompany);
        more(m_itemLines);
        more(m_taken);
        loadLedger();
        m_items.reserve(bookItems() + m_report.staged.debits.size() + std::size_t(rows));
    } else if (file().kind == FileKind::Payments) {
        more(m_payments);
        more(m_groups);
        more(m_report.staged.settlements);
        m_groupIndex.reserve(m_groups.size() + std::size_t(rows));
    }
}

Outcome Stager::readRows(OpenFile& f)
{
    const FileLayout& l = file().layout;
    m_evidence.assign(l.columns.size(), {});
    m_evidenceColumns.clear();
    for (std::size_t i = 0; i < l.columns.size(); ++i)
        if (const FieldType t = l.columns[i].spec->type;
            t == FieldType::Date || t == FieldType::Money || t == FieldType::Rate)
            m_evidenceColumns.push_back(int(i));
    m_encodingFault.reset();
    f.source->start(l.encoding, l.bomBytes);
    CsvReader reader([&](std::string& block) { return f.source->next(block); }, l.delimiter);
    RowCells cells(l, reader.row());
    const QString what = u"reading "_s + file().name;
    QString sample; // by which a person sees whether the encoding is right
    int untilCheck = 0;
    while (reader.next()) {
        if (--untilCheck < 0) {
            untilCheck = rowsBetweenChecks;
            if (cancelled())
                return fail(cancelledError());
            progress(m_progressBase + m_progressShare * double(reader.bytesRead()) / double(f.source->size() + 1),
                     what);
        }
        const CsvRow& row = reader.row();
        if (row.line <= l.headingLine)
            continue;
        cells.rebind();
        if (row.fault != RowFault::None) {
            ++file().rows;
            reject(fileNumber(), row.line, {faultText(row.fault), faultRemedy(row.fault), {}, {}}, row.byte);
            if (row.fault == RowFault::BadEncoding && !m_encodingFault)
                m_encodingFault = m_errors.empty() ? Error{} : m_errors.back().second;
            continue;
        }
        if (totalRow(cells))
            continue;
        ++file().rows;
        if (const std::string_view surplus = cellBeyondHeadings(row, l); !surplus.empty()) {
            reject(fileNumber(), row.line,
                   {u"has more cells than the file has headings"_s,
                    u"put a text that holds the delimiter in quotes, or name the column"_s,
                    {},
                    toQString(surplus)},
                   row.byte);
            continue;
        }
        if (l.encodingAssumed && sample.isEmpty() && !row.ascii)
            sample = wordBeyondAscii(row);
        gatherEvidence(cells);
        takeRow(cells);
    }
    if (l.encodingAssumed)
        warn(fileNumber(), 0,
             {u"is not UTF-8 and was read as cp1252, the Western European encoding"_s
                  + (sample.isEmpty() ? QString() : QString(u": is “"_s + excerpt(sample) + u"” right?"_s)),
              u"state --encoding cp1252 if the names are right; save the file as UTF-8 if they are not"_s,
              {},
              {}});
    auto hash = f.source->finish();
    if (!hash)
        return fail(hash.error());
    file().sha256 = *hash;
    return {};
}

void Stager::takeRow(RowCells& cells)
{
    switch (file().kind) {
    case FileKind::Rates: return rateRow(cells);
    case FileKind::Holidays: return holidayRow(cells);
    case FileKind::Customers: return customerRow(cells);
    case FileKind::Contacts: return contactRow(cells);
    case FileKind::Invoices: return invoiceRow(cells);
    case FileKind::Payments: return paymentRow(cells);
    case FileKind::Promises: return promiseRow(cells);
    }
}

void Stager::progress(double done, const QString& what)
{
    if (m_options.progress)
        m_options.progress(std::min(done, 1.0), what);
}

} // namespace duedesk
