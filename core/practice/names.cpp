#include "core/practice/names.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array first = {"Amber",  "Birch",   "Cobalt",  "Delta",  "Ember",  "Falcon",   "Granite", "Harbor",
                              "Indigo", "Juniper", "Kestrel", "Lumen",  "Meadow", "Northern", "Orion",   "Pioneer",
                              "Quarry", "River",   "Summit",  "Timber", "Umber",  "Vertex",   "Willow",  "Yarrow",
                              "Zenith", "Alder",   "Beacon",  "Crest",  "Dover",  "Elm"};
constexpr std::array second = {"Freight",  "Foods",     "Clinics",  "Builders",  "Textiles", "Motors",
                               "Energy",   "Logistics", "Markets",  "Labs",      "Works",    "Trading",
                               "Stone",    "Systems",   "Marine",   "Packaging", "Glass",    "Farms",
                               "Printing", "Studios",   "Hotels",   "Schools",   "Metals",   "Optics",
                               "Papers",   "Gardens",   "Bakeries", "Dental",    "Security", "Aviation"};
constexpr std::array suffix = {"Ltd", "Inc", "GmbH", "SA", "Group", "& Sons", "Co", "BV", "Partners", "Holdings"};
constexpr std::array given = {"Ana",  "Ben",    "Clara", "Dana",  "Elias", "Farah", "Gil",   "Hana",  "Ines",   "Jonas",
                              "Kofi", "Lena",   "Marco", "Nadia", "Oren",  "Priya", "Quinn", "Rosa",  "Sven",   "Tomas",
                              "Uma",  "Viktor", "Wen",   "Yusuf", "Zoe",   "Aiko",  "Bram",  "Celia", "Dmitri", "Esra"};
constexpr std::array family = {"Okafor",  "Pereira", "Haddad", "Lind",  "Brandt", "Silva", "Romano", "Novak",
                               "Marsh",   "Iyer",    "Walsh",  "Costa", "Nair",   "Hale",  "Chen",   "Dubois",
                               "Fischer", "Garcia",  "Hansen", "Ito",   "Jansen", "Kaya",  "Larsen", "Moreau",
                               "Nguyen",  "Ortiz",   "Petrov", "Rossi", "Sato",   "Turner"};

} // namespace

std::string companyName(Rng& rng, int index)
{
    // The index walks all pairs in a scattered order, so that names repeat late and then get a number.
    const auto pairs = int(first.size() * second.size());
    const int p = int((std::int64_t(index) * 347 + 11) % pairs);
    std::string name =
        std::string(first[std::size_t(p) / second.size()]) + ' ' + second[std::size_t(p) % second.size()];
    name += ' ';
    name += suffix[std::size_t(rng.below(int(suffix.size())))];
    if (index >= pairs)
        name += ' ' + std::to_string(index / pairs + 1);
    return name;
}

std::string personName(Rng& rng)
{
    const std::string g = given[std::size_t(rng.below(int(given.size())))];
    return g + ' ' + family[std::size_t(rng.below(int(family.size())))];
}

std::string slug(const std::string& name)
{
    std::string out;
    for (const char c : name) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += char(c - 'A' + 'a');
        else if (!out.empty() && out.back() != '-')
            out += '-';
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

} // namespace duedesk
