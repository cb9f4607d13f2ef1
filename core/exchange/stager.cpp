#include "core/exchange/stager.h"

#include "core/base/text.h"
#include "core/exchange/tablewriter.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>

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

bool allDigits(std::string_view t)
{
    return !t.empty() && std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Characters that nobody sees: two ids that look alike would not be one.
bool hidesCharacters(std::string_view t)
{
    for (const char c : t)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return true;
    for (std::size_t i = 0; i + 2 < t.size(); ++i) {
        if (t[i] != '\xe2')
            continue;
        const auto b = static_cast<unsigned char>(t[i + 1]), c = static_cast<unsigned char>(t[i + 2]);
        if ((b == 0x80 && ((c >= 0x8b && c <= 0x8f) || (c >= 0xaa && c <= 0xae)))
            || (b == 0x81 && c >= 0xa0 && c <= 0xaf))
            return true;
    }
    return false;
}

// The first cell with text that stands behind the last heading; empty = none. Most often a comma that nobody quoted.
std::string_view cellBeyondHeadings(const CsvRow& row, const FileLayout& l)
{
    for (std::size_t i = std::size_t(l.headings.size()); i < row.count; ++i)
        if (!trimmed(row.fields[i]).empty())
            return row.fields[i];
    return {};
}

} // namespace

RowCells::RowCells(const FileLayout& layout, const CsvRow& row) : m_layout(layout), m_row(row)
{
    m_column.fill(-1);
    m_plan.fill(-1);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        m_column[std::size_t(layout.columns[i].spec->field)] = layout.columns[i].column;
        m_plan[std::size_t(layout.columns[i].spec->field)] = int(i);
    }
}

std::string_view RowCells::text(Field f)
{
    std::string_view t = raw(f);
    if (m_layout.guarded && t.size() > 1 && t[0] == '\'' && needsGuard(t.substr(1)))
        return t.substr(1); // to the letter as it was written, blanks at its ends too
    t = trimmed(t);
    if (m_layout.spreadsheetIds && t.size() > 2 && t.ends_with(".0") && allDigits(t.substr(0, t.size() - 2)))
        t.remove_suffix(2);
    return t;
}

Stager::Stager(const Book& book, const ImportOptions& options, IdSource& ids, Findings& findings)
    : m_book(book), m_options(options), m_ids(ids), m_findings(findings)
{
    StagedImport& s = m_report.staged;
    s.baseRevision = book.revision();
    s.batch.at = options.now;
    s.batch.user = options.user;
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
    auto open = openAll(files);
    if (!open)
        return fail(open.error());
    StagedImport& s = m_report.staged;
    s.batch.id = BatchId(m_ids.next(Table::ImportBatch));
    s.batch.operation = m_options.operation ? m_options.operation : OperationId(m_ids.next(Table::Operation));
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
    finishContacts();
    finishPromises();
    openDisputes();
    keepPayerStates();
    stateCashThrough();
    emitCustomers();
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
    r.kind = r.layout.kind;
    r.profile = r.layout.profile;
    m_report.files.push_back(std::move(r));
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
        gatherEvidence(cells);
        takeRow(cells);
    }
    auto hash = f.source->finish();
    if (!hash)
        return fail(hash.error());
    file().sha256 = *hash;
    return {};
}

// What the row says about its columns' readings, whether the row is good or not.
void Stager::gatherEvidence(RowCells& cells)
{
    const CsvRow& row = cells.row();
    int exponent = -1;
    for (const int i : m_evidenceColumns) {
        const ColumnPlan& c = file().layout.columns[std::size_t(i)];
        const std::string_view cell = row.field(std::size_t(c.column));
        ColumnEvidence& e = m_evidence[std::size_t(i)];
        if (c.spec->type == FieldType::Date) {
            if (cell.size() != 10 || cell[4] != '-')
                e.addDate(cell, row.line);
            continue;
        }
        // A rate has any number of digits: one with a point is never taken for a grouped number.
        if (c.spec->type == FieldType::Rate && cell.find(',') == std::string_view::npos)
            continue;
        if (exponent < 0) {
            const std::string_view code = cells.text(Field::Currency);
            if (code != m_lastCurrency.code())
                m_lastCurrency = Currency::parse(code).value_or(m_book.info().base);
            exponent = c.spec->type == FieldType::Rate ? 2 : m_lastCurrency.exponent();
        }
        e.addAmount(cell, row.line, exponent);
    }
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

// A printed total: its first cell says so and a required cell is empty. It is compared and left out.
bool Stager::totalRow(RowCells& cells)
{
    const CsvRow& row = cells.row();
    std::size_t first = 0;
    while (first < row.count && trimmed(row.fields[first]).empty())
        ++first;
    if (first == row.count)
        return true; // separators alone
    const std::string_view t = trimmed(row.fields[first]);
    const char c = t.empty() ? '\0' : char(t[0] | 0x20);
    if (c != 't' && c != 'g' && c != 's')
        return false;
    const QString word = toQString(t).toLower();
    if (!word.startsWith(u"total") && !word.startsWith(u"grand total") && !word.startsWith(u"summe")
        && !word.startsWith(u"gesamt") && !word.startsWith(u"sum"))
        return false;
    const auto& columns = file().layout.columns;
    const bool complete = std::all_of(columns.begin(), columns.end(), [&](const ColumnPlan& p) {
        return !p.spec->required || !trimmed(row.field(std::size_t(p.column))).empty();
    });
    if (complete)
        return false;
    ++file().totalRows;
    const ColumnPlan* amount = cells.plan(Field::Amount);
    if (!amount)
        return true;
    const auto& sums = file().total.amounts();
    const Currency currency = sums.size() == 1 ? sums.begin()->first : m_book.info().base;
    AmountReading printed;
    if (readAmount(cells.raw(Field::Amount), amount->mark, currency, printed, true) == AmountFault::None
        && sums.size() <= 1 && printed.minor != narrow(file().total.in(currency).minor))
        warn(fileNumber(), row.line,
             {u"the printed total differs from the rows above it, which sum to "_s
                  + file().total.in(currency).toString(),
              u"check that the file is complete"_s, amount->heading, toQString(cells.raw(Field::Amount))});
    return true;
}

// After a file: do its cells, all of them, say what the sample said?
Outcome Stager::settleReadings(OpenFile& f)
{
    if (m_encodingFault && f.detection.layout.encoding == Encoding::Utf8 && !m_options.encoding)
        if (auto decided = decideEncoding(f); !decided)
            return decided;
    const FileLayout& l = file().layout;
    for (std::size_t i = 0; i < l.columns.size(); ++i) {
        const ColumnPlan& c = l.columns[i];
        const ColumnEvidence& e = m_evidence[i];
        if (c.stated)
            continue;
        if (e.ambiguous()) {
            if (c.remembered)
                continue;
            m_report.ambiguities.push_back(e.ambiguity(l, c));
            continue;
        }
        const bool date = c.spec->type == FieldType::Date;
        const bool wrongMark = !date && e.mark() == DecimalMark::Comma && c.mark != DecimalMark::Comma;
        const bool wrongPoint = !date && e.mark() == DecimalMark::Point && c.mark == DecimalMark::Comma;
        const bool wrongOrder = date && e.order() == DateOrder::Mdy && c.order != DateOrder::Mdy;
        const bool wrongDay = date && e.order() == DateOrder::Dmy && c.order == DateOrder::Mdy;
        if (wrongMark || wrongPoint || wrongOrder || wrongDay) {
            m_findings.columns.push_back({l.path, c.heading, e.mark(), e.order(), false});
            m_rereadNeeded = true;
        }
    }
    if (m_twoDigitYears > 0)
        warn(fileNumber(), 0, {u"years of two digits are read as 1970 to 2069"_s, {}, {}, {}});
    m_twoDigitYears = 0;
    if (m_unusedPaidDates > 0)
        warn(fileNumber(), 0,
             {u"paid_date on credit notes is not used, rows: "_s + QString::number(m_unusedPaidDates), {}, {}, {}});
    m_unusedPaidDates = 0;
    return {};
}

// Bytes that are not UTF-8: the file is in CP1252 when nothing in it is UTF-8 beyond ASCII; a mixture is refused.
Outcome Stager::decideEncoding(const OpenFile& f)
{
    Utf8Census census;
    auto again = SourceFile::open(f.source->path());
    if (!again)
        return fail(again.error());
    (*again)->start(Encoding::Utf8, 0);
    std::string block;
    while ((*again)->next(block))
        census.feed(block);
    if (auto hash = (*again)->finish(); !hash)
        return fail(hash.error());
    if (!census.looksLikeCp1252()) {
        Error e = *m_encodingFault;
        e.file = f.source->path();
        e.what = u"the text is neither all UTF-8 nor all CP1252"_s;
        e.remedy = u"save the file in one encoding, or name it with --encoding"_s;
        return fail(e);
    }
    m_findings.encodings[f.source->path()] = Encoding::Cp1252;
    m_rereadNeeded = true;
    return {};
}

// An answer given by a person is kept for the next file with the same headings.
void Stager::rememberReadings()
{
    if (!m_report.ambiguities.empty())
        return;
    for (const FileReport& f : m_report.files) {
        const bool answered =
            std::any_of(f.layout.columns.begin(), f.layout.columns.end(), [](const ColumnPlan& c) { return c.stated; });
        if (f.alreadyImported || (!answered && !m_options.mapping))
            continue;
        Mapping m;
        m.kind = f.kind;
        m.encoding = m_options.encoding;
        for (const ColumnPlan& c : f.layout.columns) {
            const QString target = QString::fromLatin1(c.spec->heading);
            m.columns[target] = c.heading;
            if ((c.stated || c.remembered) && c.mark != DecimalMark::Undecided && c.spec->type != FieldType::Date)
                m.marks[target] = c.mark;
            if ((c.stated || c.remembered) && c.order != DateOrder::Undecided && c.spec->type == FieldType::Date)
                m.orders[target] = c.order;
        }
        MappingProfile now;
        now.signature = headingSignature(f.layout.headings);
        now.name = m_options.mapping ? m_options.mapping->name : f.profile + u' ' + now.signature.left(6);
        now.json = m.toJson();
        if (f.layout.profile != u"generic" && !m_options.mapping)
            continue; // built-in profiles carry what a mapping cannot
        const MappingProfile* known = nullptr;
        m_book.rows<MappingProfile>().forEach([&](std::uint32_t, const MappingProfile& p) {
            if (p.signature == now.signature)
                known = &p;
        });
        if (known) {
            now.id = known->id;
            now.name = m_options.mapping ? now.name : known->name;
            m_report.staged.changes.change(*known, now);
        } else {
            now.id = ProfileId(m_ids.next(Table::MappingProfile));
            m_report.staged.changes.insert(now);
        }
    }
}

void Stager::checkControlTotals()
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
        if (found == wanted)
            continue;
        Error e;
        e.field = u"control total"_s;
        e.what = u"the files sum to "_s + found.toString() + u", "_s + wanted.toString()
                 + u" was stated, the difference is "_s + (found - wanted).toString();
        e.remedy = u"check that the files are complete and the total is right"_s;
        m_report.blockers.push_back(e);
    }
}

void Stager::finishBatch()
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

void Stager::sortComplaints()
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

void Stager::progress(double done, const QString& what)
{
    if (m_options.progress)
        m_options.progress(std::min(done, 1.0), what);
}

void Stager::took(std::uint16_t f, Took t)
{
    FileReport& r = m_report.files[f];
    ++(t == Took::Added ? r.added : t == Took::Changed ? r.changed : r.unchanged);
}

void Stager::reject(std::uint16_t f, std::int64_t line, Complaint c, std::int64_t byte)
{
    (void)byte;
    FileReport& r = m_report.files[f];
    ++r.rejected;
    ++m_report.errorCount;
    const QString reason = c.field.isEmpty() ? c.what : c.field + u": "_s + c.what;
    // Reasons are few; should a hostile file make them many, the later ones share one text.
    const QString key = m_reasons.size() < 100'000 ? reason : u"rejected"_s;
    const auto [it, fresh] = m_reasons.try_emplace(key, std::uint32_t(m_report.reasons.size()));
    if (fresh)
        m_report.reasons << key;
    m_report.rejected.push_back({line, it->second, f});
    if (m_errors.size() >= keptErrors)
        return;
    Error e;
    e.file = r.path;
    e.row = line;
    e.field = c.field;
    e.value = excerpt(c.value);
    e.what = c.what;
    e.remedy = c.remedy;
    m_errors.emplace_back(f, std::move(e));
}

void Stager::rejectCell(RowCells& cells, Field f, QString what, QString remedy)
{
    const ColumnPlan* p = cells.plan(f);
    reject(fileNumber(), cells.row().line,
           {std::move(what), std::move(remedy), p ? p->heading : headingOf(f), toQString(cells.raw(f))},
           cells.row().byte);
}

void Stager::warn(std::uint16_t f, std::int64_t line, Complaint c)
{
    ++m_report.warningCount;
    if (m_warnings.size() >= keptErrors)
        return;
    Error e;
    e.file = m_report.files[f].path;
    e.row = line;
    e.field = c.field;
    e.value = excerpt(c.value);
    e.what = c.what;
    e.remedy = c.remedy;
    m_warnings.emplace_back(f, std::move(e));
}

bool Stager::id(RowCells& cells, Field f, std::string_view& out, bool required)
{
    out = cells.text(f);
    if (out.empty()) {
        if (required)
            rejectCell(cells, f, u"is missing"_s, u"every row needs one"_s);
        return !required;
    }
    if (hidesCharacters(out)) {
        rejectCell(cells, f, u"holds a character that cannot be seen"_s, u"retype the number"_s);
        return false;
    }
    if (out.size() > 200) {
        rejectCell(cells, f, u"is longer than 200 characters"_s, u"check that this is the right column"_s);
        return false;
    }
    return true;
}

bool Stager::date(RowCells& cells, Field f, std::int32_t& out, bool required)
{
    const ColumnPlan* p = cells.plan(f);
    if (!p)
        return true;
    const std::string_view cell = cells.text(f);
    DateReading r;
    const DateFault fault = readDate(cell, p->order, r);
    if (fault == DateFault::None) {
        out = r.date.days();
        m_twoDigitYears += r.twoDigitYear ? 1 : 0;
        return true;
    }
    if (fault == DateFault::Empty && !required)
        return true;
    rejectCell(cells, f, dateFaultText(fault), dateFaultRemedy(fault));
    return false;
}

bool Stager::money(RowCells& cells, Field f, Currency c, std::int64_t& out, bool required)
{
    const ColumnPlan* p = cells.plan(f);
    if (!p)
        return true;
    const std::string_view cell = cells.raw(f);
    AmountReading r;
    const AmountFault fault = readAmount(cell, p->mark, c, r, p->stated || p->remembered);
    if (fault == AmountFault::None) {
        out = r.minor;
        return true;
    }
    if (fault == AmountFault::Empty && !required)
        return true;
    rejectCell(cells, f, amountFaultText(fault), amountFaultRemedy(fault));
    return false;
}

bool Stager::flag(RowCells& cells, Field f, bool& out)
{
    const QString t = toQString(cells.text(f)).toLower();
    static const QStringList yes = {u"yes"_s, u"y"_s, u"true"_s, u"1"_s, u"x"_s, u"t"_s, u"ja"_s, u"oui"_s, u"si"_s};
    static const QStringList no = {QString(), u"no"_s, u"n"_s, u"false"_s, u"0"_s, u"f"_s, u"nein"_s, u"non"_s};
    out = yes.contains(t);
    if (out || no.contains(t))
        return true;
    rejectCell(cells, f, u"is neither yes nor no"_s, u"write yes or no"_s);
    return false;
}

bool Stager::days(RowCells& cells, Field f, int& out)
{
    const std::string_view t = cells.text(f);
    if (t.empty())
        return true;
    if (t.size() > 4 || !allDigits(t)) {
        rejectCell(cells, f, u"is not a number of days"_s, u"write the days alone, like 30"_s);
        return false;
    }
    out = 0;
    for (const char c : t)
        out = out * 10 + (c - '0');
    return true;
}

bool Stager::currency(RowCells& cells, Currency& out)
{
    const std::string_view t = cells.text(Field::Currency);
    if (t.empty())
        return true;
    if (out.isValid() && out.code() == t)
        return true;
    auto c = Currency::parse(t);
    if (!c)
        c = Currency::parse(toQString(t).toUpper());
    if (!c) {
        rejectCell(cells, Field::Currency, u"is not a currency"_s, u"use the three letters of ISO 4217, like EUR"_s);
        return false;
    }
    out = *c;
    return true;
}

void Stager::addTotal(std::int64_t minor, Currency c) { file().total.add({minor, c}); }

} // namespace duedesk
