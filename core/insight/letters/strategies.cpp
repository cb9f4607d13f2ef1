#include "core/insight/letters/strategies.h"

#include "core/base/money.h"
#include "core/domain/codewords.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

StrategyStep mail(int day, ContactRole role, const QString& letter)
{
    return {day, StepChannel::Email, role, letter, {}, 0, {}};
}
StrategyStep call(int day, ContactRole role, const QString& what)
{
    return {day, StepChannel::Call, role, {}, what, 0, {}};
}
StrategyStep task(int day, const QString& what)
{
    return {day, StepChannel::Task, ContactRole::Other, {}, what, 0, {}};
}

Strategy ladder(bool courtesy)
{
    Strategy s;
    s.name = courtesy ? Lang::tr("Built in, strategic or high risk") : Lang::tr("Built in");
    if (courtesy)
        s.steps.push_back(mail(-7, ContactRole::ApClerk, u"courtesy"_s));
    s.steps.push_back(mail(3, ContactRole::ApClerk, u"reminder"_s));
    s.steps.push_back(call(10, ContactRole::ApClerk, u"Call AP"_s));
    s.steps.push_back(mail(20, ContactRole::ApClerk, u"second-reminder"_s));
    s.steps.push_back(call(30, ContactRole::ApLead, u"Call AP lead"_s));
    s.steps.push_back(mail(45, ContactRole::FinanceHead, u"finance-head"_s));
    s.steps.push_back(task(60, u"Propose and align a hold"_s));
    s.steps.push_back(task(65, u"Notice of the hold"_s));
    s.steps.push_back(task(75, u"Hold"_s));
    s.steps.push_back(task(90, u"Legal review"_s));
    return s;
}

constexpr std::array channels = {
    QT_TRANSLATE_NOOP("duedesk::Lang", "e-mail"), QT_TRANSLATE_NOOP("duedesk::Lang", "letter"),
    QT_TRANSLATE_NOOP("duedesk::Lang", "call"), QT_TRANSLATE_NOOP("duedesk::Lang", "task")};

constexpr std::array builtIn = {QT_TRANSLATE_NOOP("duedesk::Lang", "courtesy"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "reminder"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "second-reminder"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "finance-head"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "Call AP"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "Call AP lead"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "Propose and align a hold"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "Notice of the hold"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "Hold"),
                                QT_TRANSLATE_NOOP("duedesk::Lang", "Legal review")};

Words ownWords(const QString& text)
{
    const auto ours = std::ranges::find_if(builtIn, [&](const char* word) { return text == QLatin1StringView(word); });
    return ours == builtIn.end() ? Words(Name{text}) : Lang::words(*ours);
}

bool same(const QString& a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

} // namespace

int strategyFit(const Strategy& s, const Customer& c)
{
    if (s.customer)
        return s.customer == c.id ? 4 : -1;
    int named = 0;
    const auto takes = [&](const QString& wanted, const QString& has) {
        if (wanted.isEmpty())
            return true;
        ++named;
        return same(wanted, has);
    };
    return takes(s.tier, c.tier) && takes(s.region, c.region) && takes(s.riskClass, c.riskClass) ? named : -1;
}

const Strategy& builtInStrategy(bool courtesy)
{
    static const Strategy plain = ladder(false), courted = ladder(true);
    return courtesy ? courted : plain;
}

bool isCourted(const Customer& c)
{
    return same(c.tier, u"strategic") || same(c.riskClass, u"high") || same(c.riskClass, u"high risk");
}

const Strategy& strategyOf(const Book& book, std::uint32_t payer)
{
    const Customer& c = book.customers()[payer];
    const Strategy* best = nullptr;
    int bestFit = -1;
    book.rows<Strategy>().forEach([&](std::uint32_t, const Strategy& s) {
        if (const int f = s.active ? strategyFit(s, c) : -1; f > bestFit) {
            best = &s;
            bestFit = f;
        }
    });
    return best ? *best : builtInStrategy(isCourted(c));
}

const Strategy& strategyById(const Book& book, StrategyId id)
{
    const Strategy* s = id ? book.rows<Strategy>().find(id) : nullptr;
    return s ? *s : builtInStrategy(false);
}

Words strategyScope(const Book& book, const Strategy& s)
{
    if (s.customer) {
        const Customer* c = book.customers().find(s.customer);
        return c ? Lang::words("%1 alone", c->name) : Lang::words("a customer that is gone alone");
    }
    std::vector<Words> parts;
    if (!s.tier.isEmpty())
        parts.push_back(Lang::words("tier %1", s.tier));
    if (!s.region.isEmpty())
        parts.push_back(Lang::words("region %1", s.region));
    if (!s.riskClass.isEmpty())
        parts.push_back(Lang::words("risk %1", s.riskClass));
    return parts.empty() ? Lang::words("all customers") : listed(std::move(parts));
}

QString channelName(StepChannel c) { return QString::fromLatin1(channels[std::size_t(c)]); }
Words wordsOf(StepChannel c) { return Lang::words(channels[std::size_t(c)]); }

Words dayOffsetWords(int day)
{
    return day < 0 ? Lang::count("−%1 days", "−1 day", -day) : Lang::count("+%1 days", "+1 day", day);
}

// What the built-in ladder does has a word of ours; what somebody wrote stands as they wrote it.
Words stepWords(const StrategyStep& s)
{
    switch (s.channel) {
    case StepChannel::Email:
    case StepChannel::Letter: return Lang::words("%1 to %2", ownWords(s.letter), wordsOf(s.role));
    case StepChannel::Call: return s.what.isEmpty() ? Lang::words("Call %1", wordsOf(s.role)) : ownWords(s.what);
    case StepChannel::Task: return ownWords(s.what);
    }
    return {};
}

QString stepsText(const Strategy& s, Currency base)
{
    QStringList lines;
    for (const StrategyStep& step : s.steps) {
        const bool mail = step.channel == StepChannel::Email || step.channel == StepChannel::Letter;
        QString line = (step.day > 0 ? u"+"_s : QString()) + QString::number(step.day) + u' '
                       + channelName(step.channel) + u' ' + (mail ? step.letter : step.what);
        if (step.channel != StepChannel::Task)
            line += u" > "_s + roleName(step.role);
        if (step.minAmount > 0)
            line += u", from "_s + Money{step.minAmount, base}.toPlain();
        lines << line;
    }
    return lines.join(u'\n');
}

Result<std::vector<StrategyStep>> parseSteps(const QString& text, Currency base)
{
    static const QRegularExpression re(
        u"^([+\\-−]?)\\s*(\\d{1,4})\\s+(e-?mail|letter|call|task)\\s+(.+?)(?:\\s*>\\s*([^,>]+?))?(?:\\s*,\\s*from\\s+(\\S+))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    std::vector<StrategyStep> out;
    const QStringList lines = text.split(u'\n');
    for (qsizetype n = 0; n < lines.size(); ++n) {
        const QString line = lines[n].simplified();
        if (line.isEmpty())
            continue;
        const auto wrong = [&](Words what, Words remedy) {
            return fail(ErrorCode::InputRejected, std::move(what), std::move(remedy), u"steps"_s);
        };
        const Number at{n + 1};
        const auto m = re.match(line);
        if (!m.hasMatch())
            return wrong(Lang::words("line %1 is not a step", at),
                         Lang::words("write it as: +3 e-mail reminder > AP clerk, from 500"));
        StrategyStep step;
        step.day = m.captured(2).toInt() * (m.captured(1).isEmpty() || m.captured(1) == u"+" ? 1 : -1);
        const QString channel = m.captured(3).toLower();
        step.channel = channel == u"letter" ? StepChannel::Letter
                       : channel == u"call" ? StepChannel::Call
                       : channel == u"task" ? StepChannel::Task
                                            : StepChannel::Email;
        const bool mail = step.channel == StepChannel::Email || step.channel == StepChannel::Letter;
        (mail ? step.letter : step.what) = m.captured(4).trimmed();
        step.role = step.channel == StepChannel::Task ? ContactRole::Other : ContactRole::ApClerk;
        if (!m.captured(5).isEmpty()) {
            step.role = parseContactRole(m.captured(5));
            if (step.role == ContactRole::Other)
                return wrong(Lang::words("line %1 names no role after >", at),
                             Lang::words("AP clerk, AP lead, finance head, sponsor or shared inbox"));
        }
        if (!m.captured(6).isEmpty()) {
            const auto amount = parsePlainMoney(m.captured(6), base);
            if (!amount || amount->minor < 0)
                return wrong(Lang::words("line %1 has no amount after from", at),
                             Lang::words("write plain decimals, e.g. 500.00"));
            step.minAmount = amount->minor;
        }
        out.push_back(std::move(step));
    }
    return out;
}

} // namespace duedesk
