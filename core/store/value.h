// One stored value, and how each type of the records becomes one: the only place that knows that no date is NULL
// and a list is JSON. What is written is also what the audit shows and what digests are made of.
#pragma once
#include "core/base/currency.h"
#include "core/base/date.h"
#include "core/base/id.h"
#include "core/base/rate.h"
#include "core/domain/importbatch.h"
#include "core/domain/plan.h"
#include "core/domain/promise.h"
#include "core/domain/strategy.h"

#include <QByteArray>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace duedesk {

struct Value {
    enum class Kind : std::uint8_t { Null, Integer, Text };
    Kind kind = Kind::Null;
    std::int64_t integer = 0;
    std::string text;

    static Value null() { return {}; }
    static Value of(std::int64_t v) { return {Kind::Integer, v, {}}; }
    static Value of(std::string v) { return {Kind::Text, 0, std::move(v)}; }
    bool operator==(const Value&) const = default;
};

Value encode(const QString& v);
Value encode(const QStringList& v);             // ["a","b"]
Value encode(const QByteArray& v);
Value encode(Date v);
Value encode(Currency v);
Value encode(const DecimalRate& v);             // "1.0837"
Value encode(const std::vector<PromiseLine>& v); // [[debit,amount],...]
Value encode(const std::vector<ImportedFile>& v);
Value encode(const std::vector<PlanInstalment>& v); // [[day,amount],...]
Value encode(const std::vector<DebitId>& v);        // [id,...]
Value encode(const std::vector<StrategyStep>& v);
template <class Tag> Value encode(Id<Tag> v) { return v ? Value::of(v.value) : Value::null(); }
template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
Value encode(T v)
{
    return Value::of(static_cast<std::int64_t>(v));
}
template <class T> Value encode(const std::optional<T>& v) { return v ? encode(*v) : Value::null(); }

// Each gives false for a value that no record of ours holds: the row is damaged.
bool decode(const Value& in, QString& out);
bool decode(const Value& in, QStringList& out);
bool decode(const Value& in, QByteArray& out);
bool decode(const Value& in, Date& out);
bool decode(const Value& in, Currency& out);
bool decode(const Value& in, DecimalRate& out);
bool decode(const Value& in, std::vector<PromiseLine>& out);
bool decode(const Value& in, std::vector<ImportedFile>& out);
bool decode(const Value& in, std::vector<PlanInstalment>& out);
bool decode(const Value& in, std::vector<DebitId>& out);
bool decode(const Value& in, std::vector<StrategyStep>& out);
template <class Tag> bool decode(const Value& in, Id<Tag>& out)
{
    out = Id<Tag>(in.integer);
    return in.kind != Value::Kind::Text && in.integer >= 0;
}
template <class T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
bool decode(const Value& in, T& out)
{
    out = static_cast<T>(in.integer);
    return in.kind == Value::Kind::Integer && static_cast<std::int64_t>(out) == in.integer;
}
template <class T> bool decode(const Value& in, std::optional<T>& out)
{
    if (in.kind == Value::Kind::Null) {
        out.reset();
        return true;
    }
    return decode(in, out.emplace());
}

} // namespace duedesk
