#include "core/exchange/sheets/xlsxworkbook.h"

#include "core/exchange/sheets/markupencoding.h"
#include "core/exchange/sheets/xlsxrows.h"

#include <algorithm>
#include <map>

namespace duedesk {
namespace {

using Token = MarkupReader::Token;

struct Relation {
    std::string type, target;
};

// The part that a relation of `from` names; empty when it leaves the archive.
std::string resolved(std::string_view from, std::string_view target)
{
    std::string path;
    if (!target.starts_with('/'))
        path = from.substr(0, from.rfind('/') + 1); // none: npos + 1
    std::string out;
    path += target.starts_with('/') ? target.substr(1) : target;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view step = std::string_view(path).substr(at, end - at);
        at = end + 1;
        if (step == "..") {
            if (out.empty())
                return {};
            out.resize(out.find('/') == std::string::npos ? 0 : out.rfind('/'));
        } else if (step != "." && !step.empty()) {
            if (!out.empty())
                out += '/';
            out += step;
        }
    }
    return out;
}

std::string relationsOf(std::string_view part)
{
    const std::size_t slash = part.rfind('/') + 1;
    std::string name(part.substr(0, slash));
    return name.append("_rels/").append(part.substr(slash)).append(".rels");
}

constexpr std::size_t maxRelationText = 1024; // of an id, a type or a name of a part
constexpr qsizetype maxSheetName = 255;

bool isOf(const Relation& r, std::string_view kind) { return r.type.ends_with(kind); }

class XlsxWorkbook final : public Workbook {
public:
    XlsxWorkbook(PartReader parts, const QString& file) : m_parts(std::move(parts)), m_file(file) {}
    Outcome open();
    Outcome walk(const SheetVisitor& visitor) override;

private:
    struct Sheet {
        SheetInfo info;
        std::string part;
    };
    Result<BlockPull> blocks(std::string_view part) const;
    Result<std::map<std::string, Relation>> relations(std::string_view of) const;
    Outcome readSheets(std::string_view part);
    Outcome takeSheet(const MarkupReader& xml, const std::map<std::string, Relation>& relations);
    Outcome load();

    PartReader m_parts;
    QString m_file;
    std::vector<Sheet> m_sheets;
    std::string m_workbook, m_textsPart, m_stylesPart;
    XlsxBase m_base;
    bool m_loaded = false;
};

Result<BlockPull> XlsxWorkbook::blocks(std::string_view part) const
{
    auto raw = m_parts.blocks(part);
    return raw ? xmlBlocks(std::move(*raw), m_file) : raw;
}

// What a part refers to, by the id that it is named with there; the targets are names of parts.
Result<std::map<std::string, Relation>> XlsxWorkbook::relations(std::string_view of) const
{
    const std::string part = relationsOf(of);
    std::map<std::string, Relation> out;
    if (!m_parts.has(part))
        return out;
    auto from = blocks(part);
    if (!from)
        return failed(from);
    MarkupReader xml(std::move(*from), Markup::Xml, m_file, part);
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            return out;
        if (t != Token::Start || xml.name() != "Relationship" || xml.attribute("TargetMode") == "External")
            continue;
        const std::string_view id = xml.attribute("Id").value_or(""), type = xml.attribute("Type").value_or(""),
                               target = xml.attribute("Target").value_or("");
        if (std::max({id.size(), type.size(), target.size()}) <= maxRelationText && out.size() < maxZipEntries)
            out[std::string(id)] = {std::string(type), resolved(of, target)};
    }
}

Outcome XlsxWorkbook::open()
{
    const auto root = relations("");
    if (!root)
        return failed(root);
    m_workbook = "xl/workbook.xml";
    for (const auto& [id, r] : *root)
        if (isOf(r, "/officeDocument"))
            m_workbook = r.target;
    return readSheets(m_workbook);
}

Outcome XlsxWorkbook::readSheets(std::string_view part)
{
    const auto relations = this->relations(part);
    if (!relations)
        return failed(relations);
    for (const auto& [id, r] : *relations) {
        m_textsPart = isOf(r, "/sharedStrings") ? r.target : m_textsPart;
        m_stylesPart = isOf(r, "/styles") ? r.target : m_stylesPart;
    }
    auto from = blocks(part);
    if (!from)
        return failed(from);
    MarkupReader xml(std::move(*from), Markup::Xml, m_file, part);
    for (;;) {
        const Token t = xml.next();
        if (t == Token::Failed)
            return fail(xml.error());
        if (t == Token::Finished)
            break;
        if (t != Token::Start)
            continue;
        if (xml.depth() == 2 && xml.name() == "workbookPr")
            if (const auto flag = xml.attribute("date1904"); flag == "1" || flag == "true")
                m_base.days = DaySystem::From1904;
        if (xml.depth() == 3 && xml.name() == "sheet")
            if (Outcome taken = takeSheet(xml, *relations); !taken)
                return taken;
    }
    if (m_sheets.empty())
        return fail(sheetRefusal(m_file, Lang::words("is an Excel workbook without sheets of cells")));
    return {};
}

Outcome XlsxWorkbook::takeSheet(const MarkupReader& xml, const std::map<std::string, Relation>& relations)
{
    const auto at = relations.find(std::string(xml.attribute("id").value_or("")));
    if (at == relations.end() || !isOf(at->second, "/worksheet")) // a sheet of a chart or a dialog has no cells
        return {};
    if (m_sheets.size() == maxSheets)
        return fail(beyondLimit(
            m_file, Lang::words("has more than %1 sheets, the most that is read", Number{qint64(maxSheets)})));
    for (const Sheet& s : m_sheets)
        if (s.part == at->second.target)
            return fail(sheetRefusal(m_file, Lang::words("is damaged: two of its sheets are the same part")));
    const std::string_view name = xml.attribute("name").value_or(""), state = xml.attribute("state").value_or("");
    m_sheets.push_back({{m_sheets.size(), QString::fromUtf8(name.data(), qsizetype(name.size())).left(maxSheetName),
                         state == "hidden" || state == "veryHidden"},
                        at->second.target});
    return {};
}

// Shared texts and styles, once, before the first row is read.
Outcome XlsxWorkbook::load()
{
    if (m_loaded)
        return {};
    if (!m_textsPart.empty() && m_parts.has(m_textsPart)) {
        auto from = blocks(m_textsPart);
        if (!from)
            return failed(from);
        if (Outcome read = m_base.texts.read(std::move(*from), m_file, m_textsPart); !read)
            return read;
    }
    if (!m_stylesPart.empty() && m_parts.has(m_stylesPart)) {
        auto from = blocks(m_stylesPart);
        if (!from)
            return failed(from);
        auto styles = xlsxStyles(std::move(*from), m_file, m_stylesPart);
        if (!styles)
            return failed(styles);
        m_base.styles = std::move(*styles);
    }
    m_loaded = true;
    return {};
}

Outcome XlsxWorkbook::walk(const SheetVisitor& visitor)
{
    for (const Sheet& s : m_sheets) {
        if (SheetText* to = visitor.begin(s.info)) {
            if (Outcome loaded = load(); !loaded)
                return loaded;
            auto from = blocks(s.part);
            if (!from)
                return failed(from);
            MarkupReader xml(std::move(*from), Markup::Xml, m_file, s.part);
            if (Outcome read = XlsxRows(m_base, m_file, s.info).read(xml, *to); !read)
                return read;
        }
        if (!visitor.end(s.info))
            break;
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Workbook>> openXlsx(PartReader parts, const QString& file)
{
    auto book = std::make_unique<XlsxWorkbook>(std::move(parts), file);
    if (Outcome opened = book->open(); !opened)
        return failed(opened);
    return book;
}

} // namespace duedesk
