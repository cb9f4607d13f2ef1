// Which ladder of reminders rules for a payer: its own, else the one of its segment that says most about it, else the
// ladder the product comes with. The built-in ladder has no row; messages of its steps name no strategy.
#pragma once
#include "core/base/words.h"
#include "core/domain/book.h"

namespace duedesk {

// −7 courtesy (strategic or high risk only), +3 reminder, +10 call AP, +20 second reminder, +30 call AP lead, +45 finance
// head to finance head, +60 propose a hold, +65 notice, +75 hold, +90 legal review.
const Strategy& builtInStrategy(bool courtesy);
// Strategic by tier, or high risk.
bool isCourted(const Customer& c);

// How much of a customer a strategy names: 4 for its own, else how many of tier, region and risk class; -1 = not for it.
int strategyFit(const Strategy& s, const Customer& c);

// The ladder of a payer. Among active ones that fit: the customer's own, then the one that names most of tier, region and
// risk class, then the older one. Built in where none fits.
const Strategy& strategyOf(const Book& book, std::uint32_t payer);
// The strategy of this id, or the built-in one for none or one that was taken out.
const Strategy& strategyById(const Book& book, StrategyId id);
// In words: "tier strategic, risk high", "Summit Foods alone", "all customers".
Words strategyScope(const Book& book, const Strategy& s);

QString channelName(StepChannel c); // "e-mail"
Words wordsOf(StepChannel c);
Words dayOffsetWords(int day); // "−7 days", "+10 days"
Words stepWords(const StrategyStep& s); // "reminder to AP clerk", "call AP lead"

// The ladder as lines a person edits, one step a line: "+3 e-mail reminder > AP clerk, from 500.00", "+60 task Propose a
// hold". Amounts are in the base currency.
QString stepsText(const Strategy& s, Currency base);
// InputRejected, field "steps", naming the line.
Result<std::vector<StrategyStep>> parseSteps(const QString& text, Currency base);

} // namespace duedesk
