// What references in XML and HTML stand for.
#include "core/exchange/encoding.h"
#include "core/exchange/sheets/markupreader.h"

#include <algorithm>
#include <array>

namespace duedesk {
namespace {

struct Entity {
    std::string_view name;
    char16_t code;
};
// By name. Those of ISO 8859-1, and what office programs write beside them.
constexpr Entity entities[] = {
    {"AElig", 0xc6},    {"Aacute", 0xc1},  {"Acirc", 0xc2},    {"Agrave", 0xc0},   {"Aring", 0xc5},
    {"Atilde", 0xc3},   {"Auml", 0xc4},    {"Ccedil", 0xc7},   {"Dagger", 0x2021}, {"ETH", 0xd0},
    {"Eacute", 0xc9},   {"Ecirc", 0xca},   {"Egrave", 0xc8},   {"Euml", 0xcb},     {"Iacute", 0xcd},
    {"Icirc", 0xce},    {"Igrave", 0xcc},  {"Iuml", 0xcf},     {"Ntilde", 0xd1},   {"OElig", 0x152},
    {"Oacute", 0xd3},   {"Ocirc", 0xd4},   {"Ograve", 0xd2},   {"Oslash", 0xd8},   {"Otilde", 0xd5},
    {"Ouml", 0xd6},     {"Scaron", 0x160}, {"THORN", 0xde},    {"Uacute", 0xda},   {"Ucirc", 0xdb},
    {"Ugrave", 0xd9},   {"Uuml", 0xdc},    {"Yacute", 0xdd},   {"Yuml", 0x178},    {"aacute", 0xe1},
    {"acirc", 0xe2},    {"acute", 0xb4},   {"aelig", 0xe6},    {"agrave", 0xe0},   {"amp", '&'},
    {"apos", '\''},     {"aring", 0xe5},   {"atilde", 0xe3},   {"auml", 0xe4},     {"bdquo", 0x201e},
    {"brvbar", 0xa6},   {"bull", 0x2022},  {"ccedil", 0xe7},   {"cedil", 0xb8},    {"cent", 0xa2},
    {"circ", 0x2c6},    {"copy", 0xa9},    {"curren", 0xa4},   {"dagger", 0x2020}, {"deg", 0xb0},
    {"divide", 0xf7},   {"eacute", 0xe9},  {"ecirc", 0xea},    {"egrave", 0xe8},   {"emsp", 0x2003},
    {"ensp", 0x2002},   {"eth", 0xf0},     {"euml", 0xeb},     {"euro", 0x20ac},   {"fnof", 0x192},
    {"frac12", 0xbd},   {"frac14", 0xbc},  {"frac34", 0xbe},   {"gt", '>'},        {"hellip", 0x2026},
    {"iacute", 0xed},   {"icirc", 0xee},   {"iexcl", 0xa1},    {"igrave", 0xec},   {"iquest", 0xbf},
    {"iuml", 0xef},     {"laquo", 0xab},   {"ldquo", 0x201c},  {"lsaquo", 0x2039}, {"lsquo", 0x2018},
    {"lt", '<'},        {"macr", 0xaf},    {"mdash", 0x2014},  {"micro", 0xb5},    {"middot", 0xb7},
    {"minus", 0x2212},  {"nbsp", 0xa0},    {"ndash", 0x2013},  {"not", 0xac},      {"ntilde", 0xf1},
    {"oacute", 0xf3},   {"ocirc", 0xf4},   {"oelig", 0x153},   {"ograve", 0xf2},   {"ordf", 0xaa},
    {"ordm", 0xba},     {"oslash", 0xf8},  {"otilde", 0xf5},   {"ouml", 0xf6},     {"para", 0xb6},
    {"permil", 0x2030}, {"plusmn", 0xb1},  {"pound", 0xa3},    {"quot", '"'},      {"raquo", 0xbb},
    {"rdquo", 0x201d},  {"reg", 0xae},     {"rsaquo", 0x203a}, {"rsquo", 0x2019},  {"sbquo", 0x201a},
    {"scaron", 0x161},  {"sect", 0xa7},    {"shy", 0xad},      {"sup1", 0xb9},     {"sup2", 0xb2},
    {"sup3", 0xb3},     {"szlig", 0xdf},   {"thinsp", 0x2009}, {"thorn", 0xfe},    {"tilde", 0x2dc},
    {"times", 0xd7},    {"trade", 0x2122}, {"uacute", 0xfa},   {"ucirc", 0xfb},    {"ugrave", 0xf9},
    {"uml", 0xa8},      {"uuml", 0xfc},    {"yacute", 0xfd},   {"yen", 0xa5},      {"yuml", 0xff}};
static_assert(std::is_sorted(std::begin(entities), std::end(entities),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

constexpr std::size_t longestReference = 12; // between & and ;

// "#233", "#xE9"; 0 when it is no character that a text may have.
std::uint32_t numbered(std::string_view digits)
{
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    digits.remove_prefix(hex ? 1 : 0);
    std::uint32_t v = 0;
    for (const char c : digits) {
        const int d = c >= '0' && c <= '9'          ? c - '0'
                      : hex && c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : hex && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                    : -1;
        if (d < 0 || v > 0x10ffff)
            return 0;
        v = v * (hex ? 16 : 10) + std::uint32_t(d);
    }
    return digits.empty() || v > 0x10ffff || (v >= 0xd800 && v < 0xe000) ? 0 : v;
}

bool xmlKnows(std::string_view name)
{
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

// Appends what a reference stands for; false when it stands for nothing.
bool append(std::string_view name, Markup kind, std::string& out)
{
    if (name.starts_with('#')) {
        const std::uint32_t c = numbered(name.substr(1));
        if (kind == Markup::Html && c >= 0x80 && c < 0xa0) { // what browsers make of them
            Transcoder t(Encoding::Cp1252);
            t.feed(std::string(1, char(c)), out);
            return true;
        }
        if (c != 0)
            appendUtf8(c, out);
        return c != 0;
    }
    if (kind == Markup::Xml && !xmlKnows(name))
        return false;
    const auto at = std::lower_bound(std::begin(entities), std::end(entities), name,
                                     [](const Entity& e, std::string_view n) { return e.name < n; });
    if (at == std::end(entities) || at->name != name)
        return false;
    appendUtf8(at->code, out);
    return true;
}

} // namespace

bool decodeEntities(std::string_view in, Markup kind, std::string& out)
{
    for (std::size_t at = 0; at < in.size();) {
        const std::size_t amp = std::min(in.find('&', at), in.size());
        out.append(in.substr(at, amp - at));
        at = amp;
        if (amp == in.size())
            break;
        const std::size_t end = in.substr(amp + 1, longestReference + 1).find(';');
        if (end != std::string_view::npos && append(in.substr(amp + 1, end), kind, out)) {
            at = amp + end + 2;
        } else if (kind == Markup::Xml) {
            return false;
        } else {
            out += '&';
            ++at;
        }
    }
    return true;
}

} // namespace duedesk
