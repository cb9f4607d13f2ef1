// A mapping as a file and as it is remembered: targets, their headings, and the answers for columns with two readings.
#include "core/exchange/layout.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

template <class T, class Parse> void readStated(const QJsonValue& v, std::map<QString, T>& into, Parse parse, bool& ok)
{
    const auto take = [&](const QString& key, const QJsonValue& text) {
        const auto value = parse(text.toString());
        ok = ok && value.has_value();
        if (value)
            into[key] = *value;
    };
    if (v.isObject()) {
        const QJsonObject o = v.toObject();
        for (auto it = o.begin(); it != o.end(); ++it)
            take(it.key(), it.value());
    } else {
        take({}, v);
    }
}

bool isTarget(const QString& key)
{
    for (int k = 0; k < fileKindCount; ++k)
        if (specByHeading(FileKind(k), key, HeadingMatch::Exact))
            return true;
    return false;
}

} // namespace

std::optional<DecimalMark> parseDecimalMark(const QString& t)
{
    if (t == u"point" || t == u".")
        return DecimalMark::Point;
    if (t == u"comma" || t == u",")
        return DecimalMark::Comma;
    return std::nullopt;
}

std::optional<DateOrder> parseDateOrder(const QString& t)
{
    if (t == u"dmy")
        return DateOrder::Dmy;
    if (t == u"mdy")
        return DateOrder::Mdy;
    if (t == u"ymd")
        return DateOrder::Ymd;
    return std::nullopt;
}

QString decimalMarkName(DecimalMark m) { return m == DecimalMark::Comma ? u"comma"_s : u"point"_s; }

QString dateOrderName(DateOrder o)
{
    return o == DateOrder::Mdy ? u"mdy"_s : o == DateOrder::Ymd ? u"ymd"_s : u"dmy"_s;
}

Result<Mapping> Mapping::fromJson(const QByteArray& json, const QString& name)
{
    Mapping m;
    m.name = name;
    QJsonParseError parse;
    const QJsonDocument doc = QJsonDocument::fromJson(json, &parse);
    const auto bad = [&](const QString& key, const QString& what) {
        Error e;
        e.code = ErrorCode::Usage;
        e.file = name;
        e.field = key;
        e.what = what;
        e.remedy = u"a map file is {\"kind\": …, \"columns\": {target heading: source heading}, \"date_order\": …, "
                   "\"decimal\": …, \"encoding\": …}"_s;
        return fail(e);
    };
    if (!doc.isObject())
        return bad({}, u"is not a map file: "_s + parse.errorString());
    const QJsonObject o = doc.object();
    for (auto it = o.begin(); it != o.end(); ++it) {
        const QString key = it.key(), text = it.value().toString();
        bool ok = true;
        if (key == u"columns") {
            const QJsonObject columns = it.value().toObject();
            for (auto c = columns.begin(); c != columns.end(); ++c)
                m.columns[normalHeading(c.key())] = c.value().toString();
        } else if (key == u"decimal" || key == u"decimal_mark") {
            readStated(it.value(), m.marks, parseDecimalMark, ok);
        } else if (key == u"date_order") {
            readStated(it.value(), m.orders, parseDateOrder, ok);
        } else if (key == u"encoding") {
            m.encoding = parseEncoding(text);
            ok = m.encoding.has_value();
        } else if (key == u"delimiter") {
            ok = text.size() == 1 && text[0].unicode() < 128;
            m.delimiter = ok ? text[0].toLatin1() : '\0';
        } else if (key == u"name") {
            m.name = text;
        } else if (key == u"kind" && parseFileKind(text)) {
            m.kind = parseFileKind(text);
        } else if (isTarget(key)) {
            m.columns[normalHeading(key)] = text;
        } else {
            return bad(key, u"is no key of a map file"_s);
        }
        if (!ok)
            return bad(key, u"has a value that is not known"_s);
    }
    if (m.columns.empty())
        return bad(u"columns"_s, u"maps no column"_s);
    return m;
}

QByteArray Mapping::toJson() const
{
    QJsonObject o, c, d, s;
    for (const auto& [target, source] : columns)
        c.insert(target, source);
    for (const auto& [target, mark] : marks)
        d.insert(target, decimalMarkName(mark));
    for (const auto& [target, order] : orders)
        s.insert(target, dateOrderName(order));
    o.insert(u"columns"_s, c);
    if (!d.isEmpty())
        o.insert(u"decimal"_s, d);
    if (!s.isEmpty())
        o.insert(u"date_order"_s, s);
    if (kind)
        o.insert(u"kind"_s, fileKindName(*kind));
    if (encoding)
        o.insert(u"encoding"_s, encodingName(*encoding));
    if (delimiter != 0)
        o.insert(u"delimiter"_s, QString(QLatin1Char(delimiter)));
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

} // namespace duedesk
