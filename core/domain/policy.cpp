#include "core/domain/policy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace duedesk {
namespace {

// One table for both directions, so that a key cannot be written and not read.
struct IntField {
    const char* key;
    int Policy::* member;
};
constexpr IntField intFields[] = {
    {"default_terms_days", &Policy::defaultTermsDays},
    {"dso_days", &Policy::dsoDays},
    {"broken_promise_factor", &Policy::brokenPromiseFactor},
    {"broken_promise_cap", &Policy::brokenPromiseCap},
    {"broken_promise_days", &Policy::brokenPromiseDays},
    {"limit_factor", &Policy::limitFactor},
    {"promise_grace_days", &Policy::promiseGraceDays},
    {"promise_tolerance_percent", &Policy::promiseTolerancePercent},
    {"tries_per_day", &Policy::triesPerDay},
    {"tries_per_week", &Policy::triesPerWeek},
    {"cooling_off_days", &Policy::coolingOffDays},
    {"says_paid_days", &Policy::saysPaidDays},
    {"confirm_days", &Policy::confirmDays},
    {"call_from", &Policy::callFrom},
    {"call_to", &Policy::callTo},
};

template <std::size_t N> QJsonArray toArray(const std::array<int, N>& a)
{
    QJsonArray out;
    for (const int v : a)
        out.append(v);
    return out;
}

template <std::size_t N> void readArray(const QJsonValue& v, std::array<int, N>& a)
{
    const QJsonArray in = v.toArray();
    if (in.size() != qsizetype(N))
        return;
    for (std::size_t i = 0; i < N; ++i)
        a[i] = in[qsizetype(i)].toInt(a[i]);
}

} // namespace

QByteArray Policy::toJson() const
{
    QJsonObject o;
    for (const auto& f : intFields)
        o.insert(QLatin1String(f.key), this->*f.member);
    o.insert(QStringLiteral("bucket_edges"), toArray(bucketEdges));
    o.insert(QStringLiteral("age_factor"), toArray(ageFactor));
    o.insert(QStringLiteral("promise_tolerance_base"), qint64(promiseToleranceBase));
    o.insert(QStringLiteral("workdays"), int(workdays));
    QJsonObject r;
    for (const auto& [tier, factor] : relationshipFactor)
        r.insert(tier, factor);
    o.insert(QStringLiteral("relationship_factor"), r);
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

Policy Policy::fromJson(const QByteArray& json)
{
    Policy p;
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    for (const auto& f : intFields)
        p.*f.member = o.value(QLatin1String(f.key)).toInt(p.*f.member);
    readArray(o.value(QStringLiteral("bucket_edges")), p.bucketEdges);
    readArray(o.value(QStringLiteral("age_factor")), p.ageFactor);
    p.promiseToleranceBase = o.value(QStringLiteral("promise_tolerance_base")).toInteger(p.promiseToleranceBase);
    p.workdays = unsigned(o.value(QStringLiteral("workdays")).toInt(int(p.workdays)));
    const QJsonObject r = o.value(QStringLiteral("relationship_factor")).toObject();
    for (auto it = r.begin(); it != r.end(); ++it)
        p.relationshipFactor[it.key()] = it.value().toInt(10000);
    return p;
}

QString bucketName(int bucket, const std::array<int, 3>& edges)
{
    const auto span = [](int a, int b) -> QString { return QString::number(a) + u'–' + QString::number(b); };
    switch (bucket) {
    case 0: return QStringLiteral("current");
    case 1: return span(1, edges[0]);
    case 2: return span(edges[0] + 1, edges[1]);
    case 3: return span(edges[1] + 1, edges[2]);
    default: return QString::number(edges[2]) + u'+';
    }
}

} // namespace duedesk
