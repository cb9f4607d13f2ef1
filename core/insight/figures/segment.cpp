#include "core/insight/figures/segment.h"

#include <QStringList>
#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, segmentCount> names = {"none",  "customer", "payer",    "parent", "company",
                                                         "tier",  "region",   "industry", "size",   "country",
                                                         "owner", "product",  "currency", "terms",  "status"};

} // namespace

QString segmentName(Segment s) { return QString::fromLatin1(names[std::size_t(s)]); }

std::optional<Segment> parseSegment(const QString& name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == QLatin1String(names[i]))
            return Segment(i);
    return std::nullopt;
}

QString missingRateText(const std::vector<MissingRate>& missing)
{
    QStringList parts;
    for (const MissingRate& m : missing) {
        const QString currency = m.currency.toString();
        if (m.items == 1)
            parts.push_back(QStringLiteral("1 item in %1 has no rate and is left out").arg(currency));
        else
            parts.push_back(QStringLiteral("%1 items in %2 have no rate and are left out").arg(m.items).arg(currency));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace duedesk
