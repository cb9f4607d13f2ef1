#include "core/insight/figures/segment.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, segmentCount> names = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "none"),     QT_TRANSLATE_NOOP("duedesk::Lang", "customer"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "payer"),    QT_TRANSLATE_NOOP("duedesk::Lang", "parent"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "company"),  QT_TRANSLATE_NOOP("duedesk::Lang", "tier"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "region"),   QT_TRANSLATE_NOOP("duedesk::Lang", "industry"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "size"),     QT_TRANSLATE_NOOP("duedesk::Lang", "country"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "owner"),    QT_TRANSLATE_NOOP("duedesk::Lang", "product"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "currency"), QT_TRANSLATE_NOOP("duedesk::Lang", "terms"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "status")};

} // namespace

QString segmentName(Segment s) { return QString::fromLatin1(names[std::size_t(s)]); }

Words wordsOf(Segment s) { return Lang::words(names[std::size_t(s)]); }

std::optional<Segment> parseSegment(const QString& name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == QLatin1String(names[i]))
            return Segment(i);
    return std::nullopt;
}

Words missingRateText(const std::vector<MissingRate>& missing)
{
    Words out;
    for (const MissingRate& m : missing) {
        Words part = Lang::count("%1 items in %2 have no rate and are left out",
                                 "1 item in %2 has no rate and is left out", m.items, m.currency.toString());
        out = out.isEmpty() ? std::move(part) : Lang::words("%1; %2", std::move(out), std::move(part));
    }
    return out;
}

} // namespace duedesk
