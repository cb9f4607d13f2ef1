// The ways a book can be cut: segments of the customer and of the item. A line without a value belongs to
// "(none)", never to nothing.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

#include <optional>

namespace duedesk {

// Status of an open item on D, the whole of it by the first that holds: disputed (some of it is, unresolved),
// promised (some of it is, by a promise that is open or due on D or a plan on schedule), past due (due before D), current.
enum class Segment : std::uint8_t {
    None,
    Customer,
    Payer,
    Parent,
    Company,
    Tier,
    Region,
    Industry,
    Size,
    Country,
    Owner,
    Product,
    Currency,
    Terms,
    Status,
};
inline constexpr int segmentCount = int(Segment::Status) + 1;
QString segmentName(Segment s); // "tier", as on the command line
Words wordsOf(Segment s);
std::optional<Segment> parseSegment(const QString& name);

struct SegmentKey {
    QString key; // id for customer, payer, parent, company; days for terms; else the text; "(none)"; "" for None
    QString name; // readable: the customer's or company's name; else the key
};

// Items of a currency that has no rate on the day: left out of base sums, and said.
struct MissingRate {
    Currency currency;
    int items = 0;
};
Words missingRateText(
    const std::vector<MissingRate>& missing); // "3 items in SEK have no rate and are left out"; "" when none

} // namespace duedesk
