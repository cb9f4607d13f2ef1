// How the columns of a file are to be read: what all of its rows say about that, and what is kept for the next file.
#include "core/exchange/staging/filereadings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

FileReadings::FileReadings(const Book& book, const ImportOptions& options, IdSource& ids, StageTally& tally,
                           Findings& findings)
    : m_book(book), m_options(options), m_ids(ids), m_tally(tally), m_findings(findings)
{
}

void FileReadings::startFile()
{
    const FileLayout& l = m_tally.file().layout;
    m_evidence.assign(l.columns.size(), {});
    m_evidenceColumns.clear();
    for (std::size_t i = 0; i < l.columns.size(); ++i)
        if (const FieldType t = l.columns[i].spec->type;
            t == FieldType::Date || t == FieldType::Money || t == FieldType::Rate)
            m_evidenceColumns.push_back(int(i));
    m_encodingFault.reset();
}

void FileReadings::wrongEncoding(const Error& fault)
{
    if (!m_encodingFault)
        m_encodingFault = fault;
}

// What the row says about its columns' readings, whether the row is good or not.
void FileReadings::gatherEvidence(RowCells& cells)
{
    const CsvRow& row = cells.row();
    int exponent = -1;
    for (const int i : m_evidenceColumns) {
        const ColumnPlan& c = m_tally.file().layout.columns[std::size_t(i)];
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

// After a file: do its cells, all of them, say what the sample said?
Outcome FileReadings::settle(const OpenFile& f)
{
    if (m_encodingFault && f.detection.layout.encoding == Encoding::Utf8 && !m_options.encoding)
        if (auto decided = decideEncoding(f); !decided)
            return decided;
    const FileLayout& l = m_tally.file().layout;
    for (std::size_t i = 0; i < l.columns.size(); ++i) {
        const ColumnPlan& c = l.columns[i];
        const ColumnEvidence& e = m_evidence[i];
        if (c.stated)
            continue;
        if (e.ambiguous()) {
            if (c.remembered)
                continue;
            m_tally.report().ambiguities.push_back(e.ambiguity(l, c));
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
    return {};
}

// Bytes that are not UTF-8: the file is in CP1252 when nothing in it is UTF-8 beyond ASCII; a mixture is refused.
Outcome FileReadings::decideEncoding(const OpenFile& f)
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
void FileReadings::remember()
{
    if (!m_tally.report().ambiguities.empty())
        return;
    for (const FileReport& f : m_tally.report().files) {
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
            m_tally.staged().changes.change(*known, now);
        } else {
            now.id = ProfileId(m_ids.next(Table::MappingProfile));
            m_tally.staged().changes.insert(now);
        }
    }
}

} // namespace duedesk
