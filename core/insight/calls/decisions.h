// What somebody has to decide on a day: the accounts that wait for a person rather than for a call, counted by why, with
// the money behind them. A function of the figures of all accounts.
#pragma once
#include "core/insight/figures/accountfigures.h"

namespace duedesk {

enum class DecisionKind : std::uint8_t {
    PromiseBroken, // the lane of that name; so are the two that follow
    Escalated,
    WeOweThem,
    Avoided, // nobody called for a while, though it is called for
    OverLimit, // more is open than its credit limit allows, unapplied cash taken off
    NoContact, // past due, and nobody is known there
    Incomplete, // known from its invoices alone
};
inline constexpr int decisionKindCount = int(DecisionKind::Incomplete) + 1;
QString decisionName(DecisionKind kind); // "promise_broken"

enum class DecisionMoney : std::uint8_t { ToCollect, PastDue, Open };
DecisionMoney decisionMoney(DecisionKind kind); // which money stands behind it
QString decisionMoneyName(DecisionMoney money); // "to_collect"
QString decisionFilter(DecisionKind kind); // of the list of accounts: "limit:over"

struct Decision {
    DecisionKind kind = DecisionKind::PromiseBroken;
    int accounts = 0;
    std::int64_t money = 0; // base minor units, of decisionMoney(kind)
    std::vector<std::uint32_t> payers; // customer rows
};
// In the order of the kinds; those without an account are left out.
std::vector<Decision> decisions(const AccountFigures& accounts);

} // namespace duedesk
