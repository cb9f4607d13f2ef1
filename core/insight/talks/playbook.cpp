#include "core/insight/talks/playbook.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <set>

// Outside the namespace, as Qt asks for resources of a static library.
static void registerPlaybook() { Q_INIT_RESOURCE(playbook); }

namespace duedesk {
namespace {

constexpr std::array<const char*, situationCount> situationIds = {
    "find_person", "before_due",     "first_invoice", "first_reminder", "still_open", "promise_broken", "says_paid",
    "dispute",     "needs_document", "in_process",    "no_answer",      "call_back",  "escalated"};

constexpr std::array<std::pair<const char*, ContactRole>, 4> rungs = {{{"ap_clerk", ContactRole::ApClerk},
                                                                       {"ap_lead", ContactRole::ApLead},
                                                                       {"finance_head", ContactRole::FinanceHead},
                                                                       {"sponsor", ContactRole::Sponsor}}};

const std::set<QString>& knownWords()
{
    static const std::set<QString> known = [] {
        std::set<QString> out;
        for (const char* w : {"contact",
                              "me",
                              "us",
                              "customer",
                              "total",
                              "items",
                              "invoice",
                              "amount",
                              "due",
                              "days",
                              "it",
                              "they",
                              "them",
                              "are",
                              "have",
                              "stand",
                              "together",
                              "oldest",
                              "lower",
                              "last_talk",
                              "promised",
                              "promised_for",
                              "promised_by",
                              "claim_day",
                              "dispute_invoice",
                              "dispute_reason",
                              "document",
                              "deadline"})
            out.insert(QString::fromLatin1(w));
        return out;
    }();
    return known;
}

std::unexpected<Error> refused(const QString& place, const QString& what, const QString& remedy)
{
    Error e;
    e.code = ErrorCode::InputRejected;
    e.file = QStringLiteral("playbook");
    e.field = place;
    e.what = what;
    e.remedy = remedy;
    return fail(std::move(e));
}

// Every placeholder is known and every bracket has its partner; optional parts do not stand in each other.
Outcome checkLine(const QString& text, const QString& place)
{
    if (text.trimmed().isEmpty())
        return refused(place, QStringLiteral("has no words"), QStringLiteral("write what to say"));
    bool inside = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if ((c == u'[' && inside) || (c == u']' && !inside))
            return refused(place, QStringLiteral("has an optional part that is not closed"),
                           QStringLiteral("write it as [part]"));
        if (c == u'[' || c == u']')
            inside = c == u'[';
        if (c != u'{')
            continue;
        const qsizetype end = text.indexOf(u'}', i);
        const QString name = end < 0 ? text.mid(i + 1) : text.mid(i + 1, end - i - 1);
        if (end < 0 || !knownWords().contains(name))
            return refused(place, u"names {" + name + u"}, which is not known",
                           QStringLiteral("use one of the placeholders of the guide"));
    }
    if (inside)
        return refused(place, QStringLiteral("has an optional part that is not closed"),
                       QStringLiteral("write it as [part]"));
    return {};
}

Result<QString> lineOf(const QJsonObject& o, const char* name, const QString& place)
{
    const QString text = o.value(QLatin1String(name)).toString();
    if (const Outcome ok = checkLine(text, place + u'.' + QLatin1String(name)); !ok)
        return std::unexpected(ok.error());
    return text;
}

Result<std::vector<Objection>> objectionsOf(const QJsonArray& list, const QString& place)
{
    std::vector<Objection> out;
    for (const QJsonValue& v : list) {
        const QString here = place + u'.' + QString::number(out.size() + 1);
        const auto says = lineOf(v.toObject(), "says", here);
        if (!says)
            return std::unexpected(says.error());
        const auto answer = lineOf(v.toObject(), "answer", here);
        if (!answer)
            return std::unexpected(answer.error());
        out.push_back({*says, *answer});
    }
    return out;
}

} // namespace

QString situationId(Situation s) { return QString::fromLatin1(situationIds[std::size_t(s)]); }

Result<Playbook> Playbook::read(const QByteArray& json)
{
    QJsonParseError broken;
    const QJsonObject root = QJsonDocument::fromJson(json, &broken).object();
    if (root.isEmpty())
        return refused({}, u"cannot be read: " + broken.errorString(), QStringLiteral("mend the file"));
    Playbook out;
    const QJsonObject ofRungs = root.value(u"rungs").toObject();
    const QJsonObject scenes = root.value(u"situations").toObject();
    for (const auto& [id, role] : rungs) {
        auto list = objectionsOf(ofRungs.value(QLatin1String(id)).toArray(), u"rungs." + QString::fromLatin1(id));
        if (!list)
            return std::unexpected(list.error());
        out.m_ofRung[role] = std::move(*list);
    }
    for (std::size_t s = 0; s < situationIds.size(); ++s) {
        const QString place = u"situations." + QString::fromLatin1(situationIds[s]);
        const QJsonObject scene = scenes.value(QLatin1String(situationIds[s])).toObject();
        Scene& to = out.m_scenes[s];
        to.title = scene.value(u"title").toString();
        auto list = objectionsOf(scene.value(u"objections").toArray(), place + u".objections");
        if (!list)
            return std::unexpected(list.error());
        to.objections = std::move(*list);
        const QJsonObject say = scene.value(u"say").toObject();
        for (const auto& [id, role] : rungs) {
            if (!say.contains(QLatin1String(id)) && role != ContactRole::ApClerk)
                continue;
            const QString here = place + u".say." + QLatin1String(id);
            const QJsonObject lines = say.value(QLatin1String(id)).toObject();
            const auto opening = lineOf(lines, "opening", here);
            if (!opening)
                return std::unexpected(opening.error());
            const auto fallback = lineOf(lines, "fallback", here);
            if (!fallback)
                return std::unexpected(fallback.error());
            to.say[role] = {*opening, *fallback};
        }
    }
    return out;
}

const Playbook& Playbook::builtIn()
{
    static const Playbook book = [] {
        registerPlaybook();
        QFile f(QStringLiteral(":/playbook/en.json"));
        invariant(f.open(QIODevice::ReadOnly), "the playbook is part of the program");
        auto read = Playbook::read(f.readAll());
        invariant(read.has_value(), "the playbook that comes with the program is whole");
        return std::move(*read);
    }();
    return book;
}

Say Playbook::script(Situation situation, ContactRole rung) const
{
    const auto knows = [&](Situation s, ContactRole r) { return m_scenes[std::size_t(s)].say.contains(r); };
    if (rung == ContactRole::Sponsor && !knows(situation, rung) && situation != Situation::FindPerson
        && knows(Situation::StillOpen, rung))
        situation = Situation::StillOpen;
    if (!knows(situation, rung))
        rung = ContactRole::ApClerk;
    const Scene& scene = m_scenes[std::size_t(situation)];
    const Lines& lines = scene.say.at(rung);
    Say out{situation, rung, scene.title, lines.opening, lines.fallback, scene.objections};
    if (const auto own = m_ofRung.find(rung); own != m_ofRung.end() && situation != Situation::FindPerson)
        out.objections.insert(out.objections.end(), own->second.begin(), own->second.end());
    return out;
}

namespace {

// One stretch without brackets; `missing` = a placeholder in it has no value.
QString fillPart(QStringView text, const SayWords& words, bool& missing)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text[i] == u'{' ? text.indexOf(u'}', i) : -1;
        if (end < 0) {
            out += text[i];
            continue;
        }
        const auto word = words.find(text.mid(i + 1, end - i - 1).toString());
        missing = missing || word == words.end() || word->second.isEmpty();
        if (word != words.end())
            out += word->second;
        i = end;
    }
    return out;
}

QString withCapitals(QString text)
{
    bool begins = true;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (begins && text[i].isLetterOrNumber()) {
            text[i] = text[i].toUpper();
            begins = false;
        } else if (text[i] == u' ' && i > 0) {
            const QChar before = text[i - 1];
            begins = begins || before == u'.' || before == u'?' || before == u'!';
        } else if (text[i] != u' ') {
            begins = false;
        }
    }
    return text;
}

} // namespace

QString fillWords(const QString& text, const SayWords& words)
{
    QString out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u'[', at);
        bool missing = false;
        out += fillPart(QStringView(text).mid(at, open < 0 ? -1 : open - at), words, missing);
        if (open < 0)
            break;
        const qsizetype close = text.indexOf(u']', open);
        missing = false;
        const QString part = fillPart(QStringView(text).mid(open + 1, close - open - 1), words, missing);
        if (!missing)
            out += part;
        at = close + 1;
    }
    return withCapitals(out.simplified());
}

Say whatToSay(const Playbook& playbook, const Book& book, const CallRow& row, Date d, const QString& user)
{
    const Contact* c = row.contact == noRow ? nullptr : &book.rows<Contact>()[row.contact];
    Say out = playbook.script(situationOf(book, row, d), c ? c->role : ContactRole::ApClerk);
    const SayWords words = sayWords(book, row, d, user);
    out.opening = fillWords(out.opening, words);
    out.fallback = fillWords(out.fallback, words);
    for (Objection& o : out.objections)
        o = {fillWords(o.says, words), fillWords(o.answer, words)};
    return out;
}

} // namespace duedesk
