#include "core/exchange/detection.h"

#include "core/base/money.h"
#include "core/base/text.h"
#include "core/exchange/csvreader.h"
#include "core/exchange/filetype.h"
#include "core/exchange/sheets/sheetchoice.h"
#include "core/exchange/sourcefile.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr std::size_t sampleBytes = std::size_t(1) << 16;
constexpr int headingRows = 20;

QString cellText(std::string_view cell) { return toQString(trimmed(cell)); }

QStringList cellsOf(const CsvRow& row)
{
    QStringList out;
    for (std::size_t i = 0; i < row.count; ++i)
        out << cellText(row.fields[i]);
    return out;
}

// The sample in UTF-8, cut behind its last complete line unless it is the whole file.
std::string decodedSample(const std::string& head, FileLayout& l, bool whole, const std::optional<Encoding>& stated)
{
    const EncodingGuess guess = guessEncoding(head);
    l.encoding = stated.value_or(guess.encoding);
    l.bomBytes = guess.encoding == l.encoding ? guess.bomBytes : 0;
    if (!stated && l.encoding == Encoding::Utf8 && l.bomBytes == 0) {
        Utf8Census census;
        census.feed(head);
        if (census.looksLikeCp1252()) {
            l.encoding = Encoding::Cp1252;
            l.encodingAssumed = true;
        }
    }
    std::string text;
    Transcoder t(l.encoding);
    t.feed(std::string_view(head).substr(l.bomBytes), text);
    if (!whole)
        if (const auto end = text.find_last_of("\n\r"); end != std::string::npos && end + 1 < text.size())
            text.resize(end + 1);
    return text;
}

// The row of the first twenty with most known labels; the first of them when there are several.
bool findHeadings(const std::string& text, FileLayout& l, const LayoutRequest& request)
{
    CsvReader reader(text, l.delimiter);
    int best = 0;
    for (int i = 0; i < headingRows && reader.next(); ++i) {
        const CsvRow& row = reader.row();
        if (row.fault != RowFault::None)
            continue;
        const QStringList cells = cellsOf(row);
        const int known = knownLabels(cells, request);
        if (known > best) {
            best = known;
            l.headings = cells;
            l.headingLine = row.line;
        }
    }
    return best > 0;
}

Error noHeadings(const FileLayout& l, const std::string& text)
{
    Error e;
    e.file = l.place();
    e.row = 1;
    CsvReader reader(text, l.delimiter);
    e.what = u"no heading row is recognised in the first 20 rows"_s;
    if (reader.next()) {
        if (reader.row().fault == RowFault::None)
            e.value = excerpt(cellsOf(reader.row()).join(u", "_s), 120);
        else
            e.what = faultText(reader.row().fault);
    } else {
        e.what = u"the file is empty"_s;
    }
    e.remedy = u"add headings like invoice_no, customer_id, invoice_date, amount, or map them with --map"_s;
    return e;
}

const MappingProfile* rememberedFor(const Book& book, const QString& signature, const QString& name)
{
    const MappingProfile* found = nullptr;
    book.rows<MappingProfile>().forEach([&](std::uint32_t, const MappingProfile& p) {
        if (name.isEmpty() ? p.signature == signature : p.name == name)
            found = &p;
    });
    return found;
}

// The row of the first twenty whose headings nobody knows but a remembered mapping.
bool findRemembered(const Book& book, const std::string& text, FileLayout& l)
{
    CsvReader reader(text, l.delimiter);
    for (int i = 0; i < headingRows && reader.next(); ++i) {
        const CsvRow& row = reader.row();
        if (row.fault != RowFault::None || !rememberedFor(book, headingSignature(cellsOf(row)), {}))
            continue;
        l.headings = cellsOf(row);
        l.headingLine = row.line;
        return true;
    }
    return false;
}

void applyAnswers(FileLayout& l, const DetectOptions& o)
{
    for (ColumnPlan& c : l.columns) {
        const bool date = c.spec->type == FieldType::Date;
        if (!date && o.decimal != DecimalMark::Undecided) {
            c.mark = o.decimal;
            c.stated = true;
        }
        if (date && o.dateOrder != DateOrder::Undecided) {
            c.order = o.dateOrder;
            c.stated = true;
        }
        for (const ColumnAnswer& a : o.answers)
            if (a.file == l.path && a.column == c.heading) {
                c.mark = a.mark != DecimalMark::Undecided ? a.mark : c.mark;
                c.order = a.order != DateOrder::Undecided ? a.order : c.order;
                c.stated = a.stated;
            }
    }
}

// Samples and evidence; the rows after the headings.
void readSample(const std::string& text, Detection& d)
{
    const FileLayout& l = d.layout;
    for (const QString& h : l.headings)
        d.columns.push_back({h, {}, {}});
    for (const ColumnPlan& c : l.columns)
        d.columns[std::size_t(c.column)].target = QString::fromLatin1(c.spec->heading);
    d.evidence.resize(l.columns.size());
    const ColumnPlan* currency = l.column(Field::Currency);
    CsvReader reader(text, l.delimiter);
    std::int64_t rows = 0;
    while (reader.next()) {
        const CsvRow& row = reader.row();
        ++rows;
        if (row.line <= l.headingLine || row.fault != RowFault::None)
            continue;
        for (std::size_t i = 0; i < std::min(row.count, d.columns.size()); ++i)
            if (const QString t = excerpt(cellText(row.fields[i])); !t.isEmpty() && d.columns[i].samples.size() < 5)
                d.columns[i].samples << t;
        int exponent = 2;
        if (currency)
            if (const auto c = Currency::parse(trimmed(row.field(std::size_t(currency->column)))))
                exponent = c->exponent();
        for (std::size_t i = 0; i < l.columns.size(); ++i) {
            const ColumnPlan& c = l.columns[i];
            const std::string_view cell = row.field(std::size_t(c.column));
            const bool grouped = c.spec->type == FieldType::Rate && cell.find(',') != std::string_view::npos;
            if (c.spec->type == FieldType::Money || grouped)
                d.evidence[i].addAmount(cell, row.line, exponent);
            else if (c.spec->type == FieldType::Date)
                d.evidence[i].addDate(cell, row.line);
        }
    }
    // By the bytes looked at, not by the complete lines among them: the next line may be a gigabyte.
    const std::int64_t looked = std::min(d.bytes, std::int64_t(sampleBytes));
    d.estimatedRows = looked == 0 ? 0 : std::min<std::int64_t>(d.bytes * rows / looked, 4'000'000);
}

// A column that decides what a row is worth, that holds something, and that nothing reads: it must not go by in silence.
// One that says the same as the column that is read says nothing more.
Outcome decidingColumnsUsed(const Detection& d)
{
    const FileLayout& l = d.layout;
    if (l.kindStated || l.profile != u"generic")
        return {};
    for (const Detection::Column& c : d.columns) {
        if (!c.target.isEmpty() || c.samples.isEmpty() || !isDeciding(c.heading))
            continue;
        const FieldSpec* spec = specByHeading(l.kind, c.heading);
        const bool repeats = spec && std::any_of(d.columns.begin(), d.columns.end(), [&](const auto& other) {
                                 return other.target == QLatin1String(spec->heading) && other.samples == c.samples;
                             });
        if (repeats)
            continue;
        Error e;
        e.file = l.place();
        e.row = l.headingLine;
        e.field = c.heading;
        e.value = excerpt(c.samples[0]);
        e.what = u"is not used, though it decides what the rows of "_s + fileKindName(l.kind) + u" are worth"_s;
        e.remedy = u"name the column with --map, or state --kind "_s + fileKindName(l.kind) + u" to leave it out"_s;
        return fail(std::move(e));
    }
    return {};
}

QString readAs(const QString& cell, DecimalMark mark, DateOrder order)
{
    const QByteArray b = cell.toUtf8();
    const std::string_view v(b.constData(), std::size_t(b.size()));
    if (order != DateOrder::Undecided) {
        DateReading r;
        return readDate(v, order, r) == DateFault::None ? r.date.toIso() : u"not a date"_s;
    }
    DecimalRate rate;
    if (readRate(v, mark, rate) == AmountFault::None)
        return rate.toString();
    AmountReading r;
    const Currency exact =
        Currency::parse(std::string_view("KWD")).value_or(Currency()); // three digits: nothing is cut
    return readAmount(v, mark, exact, r, true) == AmountFault::None ? QString::fromStdString(plainDecimal(r.minor, 3))
                                                                    : u"not an amount"_s;
}

// What the file begins with, as text: of a workbook the sheet that fits, of which the layout then knows.
Result<std::string> sampleText(const SourceFile& file, const DetectOptions& o, const std::optional<Encoding>& stated,
                               const CountKnown& known, bool anySheet, Detection& d)
{
    FileLayout& l = d.layout;
    l.path = file.path();
    d.bytes = file.size();
    const auto book = openWorkbook(file.bytes(), l.path, stated);
    if (!book)
        return fail(book.error());
    if (*book) {
        auto choice = chooseSheet(**book, l.path, o.sheet, known, anySheet);
        if (!choice)
            return fail(choice.error());
        for (const SheetPreview& s : choice->sheets)
            d.sheets.push_back({s.info.name, s.info.hidden, s.rows});
        SheetPreview& sheet = choice->sheets[choice->chosen];
        l.sheet = int(choice->chosen);
        l.sheetName = sheet.info.name;
        l.encoding = (*book)->encoding();
        if (sheet.all)
            d.bytes = std::int64_t(sheet.text.size());
        return std::move(sheet.text);
    }
    const auto head = file.head(sampleBytes);
    if (!head)
        return fail(head.error());
    if (auto other = notDelimited(l.path, *head))
        return fail(std::move(*other));
    std::string text = decodedSample(*head, l, d.bytes <= std::int64_t(sampleBytes), stated);
    l.delimiter = guessDelimiter(text);
    return text;
}

} // namespace

Error Ambiguity::error() const
{
    Error e;
    e.file = place;
    e.field = column;
    QStringList ways, options;
    for (const Reading& r : readings) {
        QStringList rows;
        for (const Sample& s : r.samples)
            rows << u"row "_s + QString::number(s.row) + u" “"_s + s.cell + u"” = "_s + s.read;
        ways << r.name + u": "_s + rows.join(u", "_s);
        options << r.option;
    }
    if (!readings.empty() && !readings[0].samples.empty())
        e.row = readings[0].samples[0].row;
    e.what = u"can be read in two ways: "_s + ways.join(u"; or "_s);
    e.remedy = u"state "_s + options.join(u" or "_s);
    return e;
}

void ColumnEvidence::sample(std::string_view cell, std::int64_t line)
{
    if (m_samples.size() < 3)
        m_samples.emplace_back(line, cellText(cell));
}

void ColumnEvidence::addAmount(std::string_view cell, std::int64_t line, int exponent)
{
    switch (amountEvidence(cell, exponent)) {
    case AmountEvidence::Point: ++m_first; return;
    case AmountEvidence::Comma: ++m_second; break;
    case AmountEvidence::Either: ++m_either; break;
    default: return;
    }
    sample(cell, line);
}

void ColumnEvidence::addDate(std::string_view cell, std::int64_t line)
{
    const DateEvidence evidence = dateEvidence(cell);
    if (evidence != DateEvidence::Fixed && evidence != DateEvidence::Empty)
        addShortDate(cell);
    switch (evidence) {
    case DateEvidence::Dmy: ++m_first; break;
    case DateEvidence::Mdy: ++m_second; break;
    case DateEvidence::Either: ++m_either; break;
    default: return;
    }
    sample(cell, line);
}

void ColumnEvidence::addShortDate(std::string_view cell)
{
    const std::string_view t = trimmed(cell);
    const auto s = t.size() <= 8 ? shortDate(t) : std::nullopt; // two digits each, and what stands between them
    if (!s) {
        ++m_longYears;
        return;
    }
    ++m_short.cells;
    m_short.dashed += s->dashed ? 1 : 0;
    m_short.notFirst += s->yearFirst == 0 ? 1 : 0;
    m_short.notLast += s->yearLast == 0 ? 1 : 0;
    if (s->yearFirst != 0) {
        m_short.minFirst = std::min(m_short.minFirst, s->yearFirst);
        m_short.maxFirst = std::max(m_short.maxFirst, s->yearFirst);
    }
    if (s->yearLast != 0) {
        m_short.minLast = std::min(m_short.minLast, s->yearLast);
        m_short.maxLast = std::max(m_short.maxLast, s->yearLast);
    }
}

bool ColumnEvidence::ambiguous() const
{
    if (m_longYears == 0 && m_short.onlyFirst())
        return false;
    if (m_longYears == 0 && m_short.doubtful())
        return true;
    if (m_first == 0 && m_second == 0)
        return m_either > 0;
    // A few odd cells against many are errors of their rows; two camps of like size are two readings.
    if (m_first == 0 || m_second == 0)
        return false;
    return m_first == m_second || (m_either > 0 && std::min(m_first, m_second) * 4 > std::max(m_first, m_second));
}

DecimalMark ColumnEvidence::mark() const
{
    if (m_first == 0 && m_second == 0)
        return DecimalMark::Undecided;
    return m_second > m_first ? DecimalMark::Comma : DecimalMark::Point;
}

DateOrder ColumnEvidence::order() const
{
    if (m_longYears == 0 && m_short.onlyFirst())
        return DateOrder::Ymd;
    if (m_first == 0 && m_second == 0)
        return DateOrder::Undecided;
    return m_second > m_first ? DateOrder::Mdy : DateOrder::Dmy;
}

Ambiguity ColumnEvidence::ambiguity(const FileLayout& l, const ColumnPlan& c) const
{
    Ambiguity a;
    a.file = l.path;
    a.place = l.place();
    a.column = c.heading;
    a.field = c.spec->field;
    Ambiguity::Reading first, second;
    if (c.spec->type == FieldType::Date) {
        first = {u"day before month"_s, u"--date-order dmy"_s, DecimalMark::Undecided, DateOrder::Dmy, {}};
        second = {u"month before day"_s, u"--date-order mdy"_s, DecimalMark::Undecided, DateOrder::Mdy, {}};
        if (m_longYears == 0 && m_short.doubtful()) {
            if (m_second > m_first)
                first = second;
            second = {u"year before month"_s, u"--date-order ymd"_s, DecimalMark::Undecided, DateOrder::Ymd, {}};
        }
    } else {
        first = {u"point as decimal mark"_s, u"--decimal point"_s, DecimalMark::Point, DateOrder::Undecided, {}};
        second = {u"comma as decimal mark"_s, u"--decimal comma"_s, DecimalMark::Comma, DateOrder::Undecided, {}};
    }
    for (const auto& [row, cell] : m_samples)
        for (Ambiguity::Reading* r : {&first, &second})
            r->samples.push_back({row, excerpt(cell), readAs(cell, r->mark, r->order)});
    a.readings = {first, second};
    return a;
}

Result<Detection> detect(const Book& book, const QString& path, const DetectOptions& o)
{
    const auto file = SourceFile::open(path);
    if (!file)
        return fail(file.error());
    Detection d;
    FileLayout& l = d.layout;
    std::optional<Mapping> mapping = o.mapping;
    QString profile = o.profile;
    if (!mapping && !profile.isEmpty() && profile != u"generic" && !profileNames().contains(profile))
        if (const MappingProfile* known = rememberedFor(book, {}, profile)) {
            auto m = Mapping::fromJson(known->json, known->name);
            if (!m)
                return fail(m.error());
            mapping = *m;
            profile.clear();
        }
    const auto stated = o.encoding ? o.encoding : mapping ? mapping->encoding : std::nullopt;
    LayoutRequest request{mapping ? &*mapping : nullptr, profile, o.kind};
    const auto knownIn = [&](const QStringList& cells) {
        const bool remembered = !mapping && profile.isEmpty() && rememberedFor(book, headingSignature(cells), {});
        return remembered ? int(cells.size()) : knownLabels(cells, request);
    };
    const auto sample = sampleText(**file, o, stated, knownIn, false, d);
    if (!sample)
        return fail(sample.error());
    const std::string& text = *sample;
    if (mapping && mapping->delimiter != 0 && l.sheet < 0)
        l.delimiter = mapping->delimiter;
    const bool found =
        findHeadings(text, l, request) || (!mapping && profile.isEmpty() && findRemembered(book, text, l));
    if (!found)
        return fail(noHeadings(l, text));
    if (!mapping && profile.isEmpty())
        if (const MappingProfile* known = rememberedFor(book, headingSignature(l.headings), {}))
            if (auto m = Mapping::fromJson(known->json, known->name); m && (!o.kind || m->kind == o.kind)) {
                mapping = *m;
                request.mapping = &*mapping;
                d.remembered = true;
            }
    if (auto planned = planColumns(l, request); !planned)
        return fail(planned.error());
    if (d.remembered) // what was answered for another file must not overrule what this one says
        for (ColumnPlan& c : l.columns)
            c.remembered = std::exchange(c.stated, false);
    applyAnswers(l, o);
    readSample(text, d);
    if (const Outcome used = decidingColumnsUsed(d); !used)
        return fail(used.error());
    for (std::size_t i = 0; i < l.columns.size(); ++i) {
        ColumnPlan& c = l.columns[i];
        if (c.stated)
            continue;
        const ColumnEvidence& e = d.evidence[i];
        if (c.remembered) {
            if (e.ambiguous())
                continue;
            c.order = e.order() != DateOrder::Undecided ? e.order() : c.order;
            c.mark = e.mark() != DecimalMark::Undecided ? e.mark() : c.mark;
        } else if (e.ambiguous())
            d.ambiguities.push_back(d.evidence[i].ambiguity(l, c));
        else if (c.spec->type == FieldType::Date)
            c.order = c.order != DateOrder::Undecided ? c.order : d.evidence[i].order();
        else
            c.mark = c.mark != DecimalMark::Undecided ? c.mark : d.evidence[i].mark();
    }
    return d;
}

Result<Detection> peek(const QString& path, const DetectOptions& o)
{
    const auto file = SourceFile::open(path);
    if (!file)
        return fail(file.error());
    Detection d;
    FileLayout& l = d.layout;
    const auto known = [](const QStringList& cells) { return knownLabels(cells, {}); };
    const auto sample = sampleText(**file, o, o.encoding, known, true, d);
    if (!sample)
        return fail(sample.error());
    const std::string& text = *sample;
    CsvReader reader(text, l.delimiter);
    while (l.headings.isEmpty() && reader.next()) {
        const CsvRow& row = reader.row();
        QStringList cells;
        int filled = 0;
        for (std::size_t i = 0; row.fault == RowFault::None && i < row.count; ++i) {
            cells << cellText(row.fields[i]);
            filled += cells.back().trimmed().isEmpty() ? 0 : 1;
        }
        if (filled < 2)
            continue;
        l.headings = cells;
        l.headingLine = row.line;
    }
    if (l.headings.isEmpty())
        return fail(noHeadings(l, text));
    readSample(text, d);
    return d;
}

} // namespace duedesk
