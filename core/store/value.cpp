#include "core/store/value.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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
    QJsonArray out;
    for (const PromiseLine& l : v)
        out.append(QJsonArray{qint64(l.debit.value), qint64(l.amount)});
    return Value::of(compact(out));
}

Value encode(const std::vector<PlanInstalment>& v)
{
    QJsonArray out;
    for (const PlanInstalment& p : v)
        out.append(QJsonArray{p.due.days(), qint64(p.amount)});
    return Value::of(compact(out));
}

Value encode(const std::vector<DebitId>& v)
{
    QJsonArray out;
    for (const DebitId id : v)
        out.append(qint64(id.value));
    return Value::of(compact(out));
}

Value encode(const std::vector<StrategyStep>& v)
{
    QJsonArray out;
    for (const StrategyStep& s : v)
        out.append(QJsonObject{{u"day"_s, s.day},
                               {u"channel"_s, int(s.channel)},
                               {u"role"_s, int(s.role)},
                               {u"letter"_s, s.letter},
                               {u"what"_s, s.what},
                               {u"min_amount"_s, qint64(s.minAmount)},
                               {u"who"_s, s.who}});
    return Value::of(compact(out));
}

Value encode(const std::vector<ImportedFile>& v)
{
    QJsonArray out;
    for (const ImportedFile& f : v) {
        QJsonObject o{{u"name"_s, f.name},
                      {u"kind"_s, f.kind},
                      {u"profile"_s, f.profile},
                      {u"sha256"_s, QString::fromLatin1(f.sha256)}};
        for (const Count& c : counts)
            o.insert(c.key, qint64(f.*c.member));
        out.append(o);
    }
    return Value::of(compact(out));
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
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    out.clear();
    for (const QJsonValue& v : std::as_const(a)) {
        const QJsonArray pair = v.toArray();
        if (pair.size() != 2)
            return false;
        out.push_back({DebitId(pair[0].toInteger()), pair[1].toInteger()});
    }
    return true;
}

bool decode(const Value& in, std::vector<ImportedFile>& out)
{
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    out.clear();
    for (const QJsonValue& v : std::as_const(a)) {
        const QJsonObject o = v.toObject();
        ImportedFile f;
        f.name = o[u"name"_s].toString();
        f.kind = o[u"kind"_s].toString();
        f.profile = o[u"profile"_s].toString();
        f.sha256 = o[u"sha256"_s].toString().toLatin1();
        for (const Count& c : counts)
            f.*c.member = o[c.key].toInteger();
        out.push_back(std::move(f));
    }
    return true;
}

bool decode(const Value& in, std::vector<PlanInstalment>& out)
{
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    out.clear();
    for (const QJsonValue& v : std::as_const(a)) {
        const QJsonArray pair = v.toArray();
        if (pair.size() != 2)
            return false;
        out.push_back({Date(pair[0].toInt()), pair[1].toInteger()});
    }
    return true;
}

bool decode(const Value& in, std::vector<DebitId>& out)
{
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    out.clear();
    for (const QJsonValue& v : std::as_const(a))
        out.push_back(DebitId(v.toInteger()));
    return true;
}

bool decode(const Value& in, std::vector<StrategyStep>& out)
{
    QJsonArray a;
    if (!parseArray(in, a))
        return false;
    out.clear();
    for (const QJsonValue& v : std::as_const(a)) {
        const QJsonObject o = v.toObject();
        const int channel = o[u"channel"_s].toInt(-1), role = o[u"role"_s].toInt(-1);
        if (channel < 0 || channel > int(StepChannel::Task) || role < 0 || role > int(ContactRole::SharedInbox))
            return false;
        out.push_back({o[u"day"_s].toInt(), StepChannel(channel), ContactRole(role), o[u"letter"_s].toString(),
                       o[u"what"_s].toString(), o[u"min_amount"_s].toInteger(), o[u"who"_s].toString()});
    }
    return true;
}

} // namespace duedesk
