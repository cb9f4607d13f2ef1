#include "core/insight/calls/decisions.h"

namespace duedesk {
namespace {

bool holds(DecisionKind kind, const AccountFigures& accounts, std::uint32_t payer)
{
    const AccountFigure& f = accounts.of(payer);
    const auto inLane = [&](Lane l) { return accounts.onList(payer) && accounts.lane(payer) == l; };
    switch (kind) {
    case DecisionKind::PromiseBroken: return inLane(Lane::PromiseBroken);
    case DecisionKind::Escalated: return inLane(Lane::Escalated);
    case DecisionKind::WeOweThem: return inLane(Lane::WeOweThem);
    case DecisionKind::Avoided: return f.avoided;
    case DecisionKind::OverLimit: return f.limitLeft.value_or(0) < 0;
    case DecisionKind::NoContact: return f.pastDue > 0 && !f.hasContact;
    case DecisionKind::Incomplete: return accounts.book()->customers()[payer].incomplete;
    }
    return false;
}

std::int64_t moneyOf(DecisionMoney money, const AccountFigure& f)
{
    switch (money) {
    case DecisionMoney::ToCollect: return f.tbc;
    case DecisionMoney::PastDue: return f.pastDue;
    case DecisionMoney::Open: break;
    }
    return f.open;
}

} // namespace

QString decisionName(DecisionKind kind)
{
    constexpr std::array<const char*, decisionKindCount> names = {
        "promise_broken", "escalated", "we_owe_them", "avoided", "over_limit", "no_contact", "incomplete"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

DecisionMoney decisionMoney(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::PromiseBroken:
    case DecisionKind::Escalated:
    case DecisionKind::WeOweThem: return DecisionMoney::ToCollect;
    case DecisionKind::Avoided:
    case DecisionKind::NoContact: return DecisionMoney::PastDue;
    case DecisionKind::OverLimit:
    case DecisionKind::Incomplete: break;
    }
    return DecisionMoney::Open;
}

QString decisionMoneyName(DecisionMoney money)
{
    constexpr std::array<const char*, 3> names = {"to_collect", "past_due", "open"};
    return QString::fromLatin1(names[std::size_t(money)]);
}

QString decisionFilter(DecisionKind kind)
{
    const auto lane = [](Lane l) {
        const QString name = laneName(l);
        return name.contains(u' ') ? QString(u"lane:\"" + name + u'"') : QString(u"lane:" + name);
    };
    switch (kind) {
    case DecisionKind::PromiseBroken: return lane(Lane::PromiseBroken);
    case DecisionKind::Escalated: return lane(Lane::Escalated);
    case DecisionKind::WeOweThem: return lane(Lane::WeOweThem);
    case DecisionKind::Avoided: return QStringLiteral("avoided:yes");
    case DecisionKind::OverLimit: return QStringLiteral("limit:over");
    case DecisionKind::NoContact: return QStringLiteral("contact:no -bucket:current");
    case DecisionKind::Incomplete: break;
    }
    return QStringLiteral("incomplete:yes");
}

std::vector<Decision> decisions(const AccountFigures& accounts)
{
    const std::vector<std::uint32_t> payers = accounts.payers();
    std::vector<Decision> out;
    for (int k = 0; k < decisionKindCount; ++k) {
        Decision d;
        d.kind = DecisionKind(k);
        for (const std::uint32_t payer : payers)
            if (holds(d.kind, accounts, payer)) {
                d.payers.push_back(payer);
                addChecked(d.money, moneyOf(decisionMoney(d.kind), accounts.of(payer)));
            }
        d.accounts = int(d.payers.size());
        if (d.accounts > 0)
            out.push_back(std::move(d));
    }
    return out;
}

} // namespace duedesk
