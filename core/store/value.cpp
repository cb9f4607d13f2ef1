#include "core/store/value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

std::string utf8(const QString& s) { return s.toUtf8().toStdString(); }
std::string compact(const QJsonArray& a) { return QJsonDocument(a).toJson(QJsonDocument::Compact).toStdString(); }

bool parseArray(const Value& in, QJsonArray& out)
{
    if (in.kind != Value::Kind::Text)
        return false;
    QJsonParseError error;
    const QJsonDocument d =
        QJsonDocument::fromJson(QByteArray::fromRawData(in.text.data(), qsizetype(in.text.size())), &error);
    out = d.array();
    return error.error == QJsonParseError::NoError && d.isArray();
}

// A list of T, each element read by `one(element, T&)`, which gives false for what no list of ours holds.
template <class T, class F> bool decodeList(const Value& in, std::vector<T>& out, F&& one)
{
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    out.clear();
    out.reserve(std::size_t(a.size()));
    return std::all_of(a.constBegin(), a.constEnd(), [&](const QJsonValue& v) { return one(v, out.emplace_back()); });
}

// The same for elements [first, amount].
template <class T, class F> bool decodePairs(const Value& in, std::vector<T>& out, F&& one)
{
    return decodeList(in, out, [&](const QJsonValue& v, T& t) {
        const QJsonArray pair = v.toArray();
        if (pair.size() == 2)
            t = one(pair[0], pair[1].toInteger());
        return pair.size() == 2;
    });
}

template <class T, class F> Value encodeList(const std::vector<T>& v, F&& one)
{
    QJsonArray out;
    for (const T& t : v)
        out.append(one(t));
    return Value::of(compact(out));
}

// One list for both directions, so that no count is written and not read.
struct Count {
    QLatin1StringView key;
    std::int64_t ImportedFile::* member;
};
constexpr Count counts[] = {{"rows"_L1, &ImportedFile::rows},
                            {"added"_L1, &ImportedFile::added},
                            {"changed"_L1, &ImportedFile::changed},
                            {"unchanged"_L1, &ImportedFile::unchanged},
                            {"rejected"_L1, &ImportedFile::rejected}};

} // namespace

Value encode(const QString& v) { return Value::of(utf8(v)); }

Value encode(const QStringList& v)
{
    return v.isEmpty() ? Value::of(std::string("[]")) : Value::of(compact(QJsonArray::fromStringList(v)));
}

Value encode(const QByteArray& v) { return Value::of(v.toStdString()); }
Value encode(Date v) { return v.isValid() ? Value::of(v.days()) : Value::null(); }
Value encode(Currency v) { return v.isValid() ? Value::of(std::string(v.code())) : Value::null(); }
Value encode(const DecimalRate& v) { return Value::of(v.isValid() ? utf8(v.toString()) : std::string()); }

Value encode(const std::vector<PromiseLine>& v)
{
    return encodeList(v, [](const PromiseLine& l) { return QJsonArray{qint64(l.debit.value), qint64(l.amount)}; });
}

Value encode(const std::vector<PlanInstalment>& v)
{
    return encodeList(v, [](const PlanInstalment& p) { return QJsonArray{p.due.days(), qint64(p.amount)}; });
}

Value encode(const std::vector<DebitId>& v)
{
    return encodeList(v, [](DebitId id) { return qint64(id.value); });
}

Value encode(const std::vector<StrategyStep>& v)
{
    return encodeList(v, [](const StrategyStep& s) {
        return QJsonObject{{u"day"_s, s.day},        {u"channel"_s, int(s.channel)},
                           {u"role"_s, int(s.role)}, {u"letter"_s, s.letter},
                           {u"what"_s, s.what},      {u"min_amount"_s, qint64(s.minAmount)},
                           {u"who"_s, s.who}};
    });
}

Value encode(const std::vector<ImportedFile>& v)
{
    return encodeList(v, [](const ImportedFile& f) {
        QJsonObject o{{u"name"_s, f.name},
                      {u"kind"_s, f.kind},
                      {u"profile"_s, f.profile},
                      {u"sha256"_s, QString::fromLatin1(f.sha256)}};
        for (const Count& c : counts)
            o.insert(c.key, qint64(f.*c.member));
        return o;
    });
}

bool decode(const Value& in, QString& out)
{
    out = QString::fromUtf8(in.text.data(), qsizetype(in.text.size()));
    return in.kind == Value::Kind::Text;
}

bool decode(const Value& in, QStringList& out)
{
    out.clear();
    if (in.text == "[]")
        return true;
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    for (const QJsonValue& v : std::as_const(a))
        out.append(v.toString());
    return true;
}

bool decode(const Value& in, QByteArray& out)
{
    out = QByteArray::fromStdString(in.text);
    return in.kind == Value::Kind::Text;
}

bool decode(const Value& in, Date& out)
{
    out = in.kind == Value::Kind::Null ? Date() : Date(static_cast<std::int32_t>(in.integer));
    return in.kind != Value::Kind::Text;
}

bool decode(const Value& in, Currency& out)
{
    out = {};
    if (in.kind == Value::Kind::Null)
        return true;
    const auto c = Currency::parse(std::string_view(in.text));
    out = c.value_or(Currency());
    return c.has_value();
}

bool decode(const Value& in, DecimalRate& out)
{
    out = {};
    if (in.kind != Value::Kind::Text || in.text.empty())
        return in.kind == Value::Kind::Text;
    const auto r = DecimalRate::parse(QString::fromStdString(in.text));
    out = r.value_or(DecimalRate());
    return r.has_value();
}

bool decode(const Value& in, std::vector<PromiseLine>& out)
{
    return decodePairs(in, out, [](const QJsonValue& debit, std::int64_t amount) {
        return PromiseLine{DebitId(debit.toInteger()), amount};
    });
}

bool decode(const Value& in, std::vector<PlanInstalment>& out)
{
    return decodePairs(
        in, out, [](const QJsonValue& due, std::int64_t amount) { return PlanInstalment{Date(due.toInt()), amount}; });
}

bool decode(const Value& in, std::vector<DebitId>& out)
{
    return decodeList(in, out, [](const QJsonValue& v, DebitId& id) {
        id = DebitId(v.toInteger());
        return true;
    });
}

bool decode(const Value& in, std::vector<ImportedFile>& out)
{
    return decodeList(in, out, [](const QJsonValue& v, ImportedFile& f) {
        const QJsonObject o = v.toObject();
        f.name = o[u"name"_s].toString();
        f.kind = o[u"kind"_s].toString();
        f.profile = o[u"profile"_s].toString();
        f.sha256 = o[u"sha256"_s].toString().toLatin1();
        for (const Count& c : counts)
            f.*c.member = o[c.key].toInteger();
        return true;
    });
}

bool decode(const Value& in, std::vector<StrategyStep>& out)
{
    return decodeList(in, out, [](const QJsonValue& v, StrategyStep& s) {
        const QJsonObject o = v.toObject();
        const int channel = o[u"channel"_s].toInt(-1), role = o[u"role"_s].toInt(-1);
        if (channel < 0 || channel > int(StepChannel::Task) || role < 0 || role > int(ContactRole::SharedInbox))
            return false;
        s = {o[u"day"_s].toInt(),     StepChannel(channel),           ContactRole(role),     o[u"letter"_s].toString(),
             o[u"what"_s].toString(), o[u"min_amount"_s].toInteger(), o[u"who"_s].toString()};
        return true;
    });
}

} // namespace duedesk
