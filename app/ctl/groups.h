// The command groups; each answers its part of the table of commands.
#pragma once
#include "app/ctl/session.h"

namespace duedesk::ctl {

std::vector<Command> reportCommands(); // aging, items, accounts, kpi, late-segments, movers, trend
std::vector<Command> callCommands();   // calls, explain, timeline, log, predict, backtest
Command logCommand();                  // log, of callCommands
std::vector<Command> deskCommands();   // activity-rates, late-reasons, decisions, account, targets
std::vector<Command> agreementCommands(); // promises, plans, disputes, exceptions
std::vector<Command> morningCommands(); // morning
std::vector<Command> bookCommands();   // init, sample, generate, backup, restore, verify, audit
std::vector<Command> contactCommands(); // contacts
std::vector<Command> importCommands(); // import, imports, rates, export
std::vector<Command> letterCommands(); // remind, statement
std::vector<Command> postingCommands(); // credits, allocate, unallocate, write-off, charge

} // namespace duedesk::ctl
