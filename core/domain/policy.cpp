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

// Added later: written only where they differ from the default, so that a policy of an older book keeps its digest.
constexpr IntField laterFields[] = {
    {"deduction_percent", &Policy::deductionPercent},  {"verified_days", &Policy::verifiedDays},
    {"coverage_days", &Policy::coverageDays},          {"follow_up_days", &Policy::followUpDays},
    {"address_hold_hours", &Policy::addressHoldHours},
};
struct BigField {
    const char* key;
    std::int64_t Policy::* member;
};
constexpr BigField laterAmounts[] = {
    {"plan_approval_base", &Policy::planApprovalBase},
    {"small_residue_base", &Policy::smallResidueBase},
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
    const Policy plain;
    for (const auto& f : laterFields)
        if (this->*f.member != plain.*f.member)
            o.insert(QLatin1String(f.key), this->*f.member);
    for (const auto& f : laterAmounts)
        if (this->*f.member != plain.*f.member)
            o.insert(QLatin1String(f.key), qint64(this->*f.member));
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

void Policy::takeJson(const QByteArray& json)
{
    Policy read = fromJson(json);
    read.id = id;
    read.validFrom = validFrom;
    read.operation = operation;
    read.retractedBy = retractedBy;
    *this = std::move(read);
}

Policy Policy::fromJson(const QByteArray& json)
{
    Policy p;
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    for (const auto& f : intFields)
        p.*f.member = o.value(QLatin1String(f.key)).toInt(p.*f.member);
    for (const auto& f : laterFields)
        p.*f.member = o.value(QLatin1String(f.key)).toInt(p.*f.member);
    for (const auto& f : laterAmounts)
        p.*f.member = o.value(QLatin1String(f.key)).toInteger(p.*f.member);
    readArray(o.value(QStringLiteral("bucket_edges")), p.bucketEdges);
    readArray(o.value(QStringLiteral("age_factor")), p.ageFactor);
    p.promiseToleranceBase = o.value(QStringLiteral("promise_tolerance_base")).toInteger(p.promiseToleranceBase);
    p.workdays = unsigned(o.value(QStringLiteral("workdays")).toInt(int(p.workdays)));
    const QJsonObject r = o.value(QStringLiteral("relationship_factor")).toObject();
    for (auto it = r.begin(); it != r.end(); ++it)
        p.relationshipFactor[it.key()] = it.value().toInt(10000);
    return p;
}

std::int64_t policyAmount(std::int64_t atTwoDigits, Currency base)
{
    for (int e = base.exponent(); e > 2; --e)
        atTwoDigits *= 10;
    for (int e = base.exponent(); e < 2; ++e)
        atTwoDigits /= 10;
    return atTwoDigits;
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
