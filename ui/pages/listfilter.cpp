#include "ui/pages/listfilter.h"

namespace duedesk {

using namespace Qt::StringLiterals;

QStringList accountFilterFields()
{
    return customerFilterFields() + QStringList{u"contact"_s, u"limit"_s, u"avoided"_s, u"incomplete"_s};
}

FilterText accountExtra(const AccountFigures& figures)
{
    return [&figures, edges = figures.book()->policyAt(figures.day()).bucketEdges](const QString& field,
                                                                                   std::uint32_t row) {
        if (field == u"lane")
            return figures.onList(row) ? laneName(figures.lane(row)) : u""_s;
        if (field == u"bucket") // of the oldest open item: where the account stands
            return figures.of(row).open == 0 ? u""_s : bucketName(bucketOf(figures.of(row).oldestDays, edges), edges);
        const auto yes = [](bool holds) { return holds ? u"yes"_s : u"no"_s; };
        if (field == u"contact")
            return yes(figures.of(row).hasContact);
        if (field == u"avoided")
            return yes(figures.of(row).avoided);
        if (field == u"incomplete")
            return yes(figures.book()->customers()[row].incomplete);
        if (field == u"limit") {
            const auto left = figures.of(row).limitLeft;
            return !left ? u"none"_s : *left < 0 ? u"over"_s : u"ok"_s;
        }
        return QString();
    };
}

QString filterTerm(const QString& field, const QString& value)
{
    QString plain = value;
    plain.remove(u'"'); // the language has no way to write one
    const bool quote = plain.isEmpty() || plain.contains(u' ') || plain.contains(u'\t');
    return quote ? QString(field + u":\""_s + plain + u'"') : QString(field + u':' + plain);
}

QString filterFieldOf(Segment s)
{
    switch (s) {
    case Segment::None: return {};
    default: return segmentName(s);
    }
}

QString bucketFilter(int bucket, const std::array<int, 3>& edges)
{
    QString name = bucketName(bucket, edges);
    name.replace(u'\u2013', u'-');
    return u"bucket:"_s + name;
}

} // namespace duedesk
