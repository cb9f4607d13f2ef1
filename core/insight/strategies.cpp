#include "core/insight/strategies.h"

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
    s.name = courtesy ? u"Built in, strategic or high risk"_s : u"Built in"_s;
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

QString strategyScope(const Book& book, const Strategy& s)
{
    if (s.customer) {
        const Customer* c = book.customers().find(s.customer);
        return (c ? c->name : u"a customer that is gone"_s) + u" alone"_s;
    }
    QStringList parts;
    if (!s.tier.isEmpty())
        parts << u"tier "_s + s.tier;
    if (!s.region.isEmpty())
        parts << u"region "_s + s.region;
    if (!s.riskClass.isEmpty())
        parts << u"risk "_s + s.riskClass;
    return parts.isEmpty() ? u"all customers"_s : parts.join(u", "_s);
}

QString channelName(StepChannel c)
{
    switch (c) {
    case StepChannel::Email: return u"e-mail"_s;
    case StepChannel::Letter: return u"letter"_s;
    case StepChannel::Call: return u"call"_s;
    case StepChannel::Task: return u"task"_s;
    }
    return {};
}

QString dayOffsetWords(int day)
{
    const int n = day < 0 ? -day : day;
    return (day < 0 ? u"−"_s : u"+"_s) + QString::number(n) + (n == 1 ? u" day"_s : u" days"_s);
}

QString stepWords(const StrategyStep& s)
{
    switch (s.channel) {
    case StepChannel::Email:
    case StepChannel::Letter: return s.letter + u" to "_s + roleName(s.role);
    case StepChannel::Call: return s.what.isEmpty() ? u"Call "_s + roleName(s.role) : s.what;
    case StepChannel::Task: return s.what;
    }
    return {};
}

} // namespace duedesk
