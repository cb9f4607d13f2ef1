// One import call: its files in their order, row by row, then what all of them together decide.
#include "core/exchange/staging/stager.h"

#include "core/base/text.h"
#include "core/exchange/sheets/workbook.h"
#include "core/exchange/staging/linebounds.h"

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

// Lines of a text in quotes that look like rows of their own: a quote that nobody meant swallows what follows, up to the
// next one. 0 = it is a text of several lines.
int rowsSwallowed(const CsvRow& row, char delimiter, std::size_t columns)
{
    if (!row.spansLines || columns < 3)
        return 0;
    for (std::size_t i = 0; i < row.count; ++i) {
        std::vector<std::size_t> delimiters(1); // of each line of the cell
        for (const char c : row.fields[i]) {
            if (c == '\n')
                delimiters.push_back(0);
            delimiters.back() += c == delimiter ? 1 : 0;
        }
        // The first line ends a row that began before the quote, the last one begins a row that goes on behind it.
        if (delimiters.size() < 2 || columns + i < row.count || delimiters.front() != columns - 1 - i
            || delimiters.back() != columns + i - row.count)
            continue;
        if (std::all_of(delimiters.begin() + 1, delimiters.end() - 1, [&](std::size_t n) { return n == columns - 1; }))
            return int(delimiters.size());
    }
    return 0;
}

// Read as Western European it has signs within its letters: what it would say in the other encodings.
Error misread(const FileReport& file, const QString& word)
{
    Error e;
    e.file = file.path;
    QStringList ways, options;
    const auto add = [&](Encoding as, const QString& read) {
        ways << encodingName(as) + u" “"_s + excerpt(read, 60) + u'”';
        options << u"--encoding "_s + encodingName(as);
    };
    for (const QString& name : encodingNames())
        if (const auto as = parseEncoding(name); as && *as > Encoding::Cp1252)
            if (const QString read = readAnew(word, Encoding::Cp1252, *as); !read.isEmpty() && !looksMisread(read))
                add(*as, read);
    add(Encoding::Cp1252, word);
    e.what = QString(u"is not UTF-8 and can be read in several ways: "_s + ways.join(u", "_s));
    e.remedy = QString(u"state "_s + options.join(u" or "_s));
    return e;
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
    : m_book(book), m_options(options), m_ids(ids), m_tally(book, options), m_read(options, m_tally),
      m_readings(book, options, ids, m_tally, findings), m_classes(book, m_tally),
      m_parties(book, options, ids, m_tally), m_hand(book, options.origins.get()),
      m_lines(book, ids, m_tally, m_parties, m_hand),
      m_in{book, options, ids, m_tally, m_read, m_parties, m_lines, m_hand}, m_rates(m_in), m_holidays(m_in),
      m_customers(m_in), m_contacts(m_in), m_invoices(m_in), m_payments(m_in), m_promises(m_in)
{
}

KindOfRows& Stager::rowsOf(FileKind kind)
{
    switch (kind) {
    case FileKind::Rates: return m_rates;
    case FileKind::Holidays: return m_holidays;
    case FileKind::Customers: return m_customers;
    case FileKind::Contacts: return m_contacts;
    case FileKind::Invoices: return m_invoices;
    case FileKind::Payments: return m_payments;
    case FileKind::Promises: break;
    }
    return m_promises;
}

Result<std::vector<OpenFile>> Stager::openAll(const QStringList& files)
{
    std::vector<OpenFile> open;
    for (const QString& path : files) {
        DetectOptions o = m_options;
        // A reading found in an earlier pass goes before what the options leave open, not before what they state.
        o.answers.insert(o.answers.begin(), m_readings.findings().columns.begin(), m_readings.findings().columns.end());
        if (const auto e = m_readings.findings().encodings.find(path); e != m_readings.findings().encodings.end())
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
    StagedImport& s = m_tally.staged();
    s.batch.id = BatchId(m_ids.next(Table::ImportBatch));
    s.batch.operation = OperationId(m_ids.next(Table::Operation));
    s.changes.operation = s.batch.operation;
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
    if (m_readings.rereadNeeded())
        return false;
    if (Outcome settled = settleAll(); !settled)
        return failed(settled);
    if (Outcome same = unchanged(*open); !same)
        return failed(same);
    m_tally.checkControlTotals();
    LineBounds(m_in, m_rates).check(m_promises.any());
    m_parties.tellCompanies();
    m_readings.remember();
    m_tally.sort();
    m_tally.finishBatch();
    progress(1, u"ready"_s);
    return true;
}

// What all files together decide, each kind on what stands before it.
Outcome Stager::settleAll()
{
    progress(0.9, u"resolving"_s);
    m_parties.link();
    m_payments.finish([this](double done) {
        progress(0.9 + 0.1 * done, u"allocating payments"_s);
        return !cancelled();
    });
    if (cancelled())
        return fail(cancelledError());
    m_lines.repoint();
    m_contacts.finish();
    m_promises.finish();
    m_invoices.tellWrittenOff();
    m_invoices.openDisputes();
    m_invoices.keepPayerStates();
    m_parties.stateCashThrough();
    m_parties.emitChanges();
    return {};
}

// The bytes that were parsed are still the file's.
Outcome Stager::unchanged(const std::vector<OpenFile>& files) const
{
    for (const OpenFile& f : files) {
        const auto now = f.source->hashNow();
        if (!now)
            return fail(now.error());
        for (const FileReport& r : m_tally.report().files)
            if (r.path == f.source->path() && r.sha256 != *now) {
                Error e;
                e.file = r.path;
                e.what = u"changed while it was read"_s;
                e.remedy = u"wait until it is written completely, then import again"_s;
                return fail(e);
            }
    }
    return {};
}

bool Stager::alreadyImported(const FileReport& file) const
{
    // Another sheet of the same workbook is another file.
    const QString sheet = file.layout.sheet < 0 ? QString() : placeOfSheet({}, file.layout.sheetName);
    bool found = false;
    m_book.rows<ImportBatch>().forEach([&](std::uint32_t, const ImportBatch& b) {
        for (const ImportedFile& f : b.files)
            found = found || (f.sha256 == file.sha256 && f.rejected == 0 && f.name.endsWith(sheet));
    });
    return found;
}

Outcome Stager::takeFile(OpenFile& f)
{
    FileReport r;
    r.path = f.source->path();
    r.name = QFileInfo(r.path).fileName();
    if (f.detection.layout.sheet >= 0)
        r.name = placeOfSheet(r.name, f.detection.layout.sheetName);
    r.layout = f.detection.layout;
    r.layout.encodingAssumed =
        r.layout.encodingAssumed || (!m_options.encoding && m_readings.findings().encodings.contains(r.path));
    r.kind = r.layout.kind;
    r.profile = r.layout.profile;
    m_tally.report().files.push_back(std::move(r));
    m_lines.startFile();
    for (const FileReport& other : m_tally.report().files)
        if (&other != &m_tally.file() && other.path == m_tally.file().path)
            return fail(ErrorCode::Usage, u"is named twice: "_s + other.path, u"name each file once"_s);
    if (m_book.rows<ImportBatch>().size() > 0) {
        const auto hash = f.source->hashNow();
        if (!hash)
            return fail(hash.error());
        m_tally.file().sha256 = *hash;
        m_tally.file().alreadyImported = alreadyImported(m_tally.file());
        if (m_tally.file().alreadyImported)
            return {};
    }
    if (m_tally.file().kind > FileKind::Customers)
        m_parties.link();
    rowsOf(m_tally.file().kind).reserve(std::size_t(f.detection.estimatedRows + f.detection.estimatedRows / 50));
    if (auto read = readRows(f); !read)
        return read;
    if (Outcome settled = m_readings.settle(f); !settled)
        return settled;
    m_read.endFile();
    m_invoices.endFile();
    return {};
}

Outcome Stager::readRows(OpenFile& f)
{
    const FileLayout& l = m_tally.file().layout;
    m_readings.startFile();
    m_classes.startFile();
    f.source->start(l.encoding, l.bomBytes, l.sheet);
    CsvReader reader([&](std::string& block) { return f.source->next(block); }, l.delimiter);
    RowCells cells(l, reader.row());
    KindOfRows& rows = rowsOf(m_tally.file().kind);
    const QString what = u"reading "_s + m_tally.file().name;
    QString sample; // by which a person sees whether the encoding is right
    int untilCheck = 0;
    while (reader.next()) {
        if (--untilCheck < 0) {
            untilCheck = rowsBetweenChecks;
            if (cancelled())
                return fail(cancelledError());
            // The text of a workbook may be longer than its bytes.
            const double done = double(reader.bytesRead()) / double(f.source->size() + 1);
            progress(m_progressBase + m_progressShare * std::min(done, 1.0), what);
        }
        const CsvRow& row = reader.row();
        if (row.line <= l.headingLine)
            continue;
        cells.rebind();
        if (row.fault != RowFault::None) {
            ++m_tally.file().rows;
            m_tally.reject(m_tally.fileNumber(), row.line, {faultText(row.fault), faultRemedy(row.fault), {}, {}});
            if (row.fault == RowFault::BadEncoding)
                m_readings.wrongEncoding(m_tally.lastError() ? *m_tally.lastError() : Error{});
            continue;
        }
        if (RowClasses::blank(row))
            continue;
        ++m_tally.file().rows;
        if (m_classes.leftOut(cells))
            continue;
        // In a file of ours every quote is meant.
        if (const int lines = l.guarded ? 0 : rowsSwallowed(row, l.delimiter, std::size_t(l.headings.size()));
            lines > 0) {
            m_tally.reject(m_tally.fileNumber(), row.line,
                           {QString(u"a text in quotes runs over "_s + QString::number(lines)
                                    + u" lines that look like rows of their own"_s),
                            u"take out the quotes that belong to the text, or double them"_s,
                            {},
                            {}});
            continue;
        }
        if (const std::string_view surplus = cellBeyondHeadings(row, l); !surplus.empty()) {
            m_tally.reject(m_tally.fileNumber(), row.line,
                           {u"has more cells than the file has headings"_s,
                            u"put a text that holds the delimiter in quotes, or name the column"_s,
                            {},
                            toQString(surplus)});
            continue;
        }
        if (l.encodingAssumed && !row.ascii && (sample.isEmpty() || !looksMisread(sample)))
            sample = wordBeyondAscii(row);
        m_readings.gatherEvidence(cells);
        rows.row(cells);
    }
    if (l.encodingAssumed && looksMisread(sample))
        return fail(misread(m_tally.file(), sample));
    if (l.encodingAssumed)
        m_tally.warn(m_tally.fileNumber(), 0,
                     {u"is not UTF-8 and was read as cp1252, the Western European encoding"_s
                          + (sample.isEmpty() ? QString() : QString(u": is “"_s + excerpt(sample) + u"” right?"_s)),
                      u"state --encoding cp1252 if the names are right; save the file as UTF-8 if they are not"_s,
                      {},
                      {}});
    auto hash = f.source->finish();
    if (!hash)
        return fail(hash.error());
    m_tally.file().sha256 = *hash;
    return {};
}

void Stager::progress(double done, const QString& what)
{
    if (m_options.progress)
        m_options.progress(std::min(done, 1.0), what);
}

} // namespace duedesk
