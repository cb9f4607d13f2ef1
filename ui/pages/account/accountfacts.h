// What the account page says of one payer, as text and values without a widget, so that tests read it.
// Everything as of the insights' day; money is base minor units unless a currency stands beside it.
#pragma once
#include "core/insight/calls/nextstep.h"
#include "core/insight/talks/timeline.h"
#include "core/workbench/workbench.h"
#include "ui/charts/chartdata.h"
#include "ui/models/column.h"
#include "ui/widgets/factrows.h"
#include "ui/widgets/filelist.h"

#include <array>

namespace duedesk {

struct HeaderFact {
    QString label, value;
    Tone tone = Tone::Plain;
};

struct PersonCard {
    ContactId id;
    QString name, role, phone, email;
    QString state;       // "verified 12 Oct", "not verified", "wrong number", "11:42 there · now"
    Tone tone = Tone::Muted;
    bool chosen = false; // the one the call list proposes
    QString badge;       // "billing contact"
};

// Something they wait for from us.
struct OwedLine {
    RequestId id;
    QString text; // "signed delivery note for 4711, by Tue 18 Nov, ana"
    bool late = false;
};

struct AccountFacts {
    std::uint32_t payer = noRow;
    CustomerId id;
    QString name;
    QStringList chips;               // tier, region, industry, status where it is not active
    QString about;                   // "C000214 · owner Ana · customer success Lena · sales Tom"
    std::vector<HeaderFact> header;  // to collect, open, oldest, credit left, DSO effect, next step
    std::array<std::int64_t, 5> bucket{};
    std::array<QString, 5> bucketNames;
    Currency base;
    NextStep nextStep;
    std::vector<OwedLine> owed;      // the most urgent first
    std::vector<FactRow> agreements; // promises that are open or due and plans, by their next day
    std::vector<FileLine> files;     // the newest first
    QString moneyNote;               // promised, disputed, unapplied; expected in words
    QString howTheyPay;              // evidence and promises kept
    QString hurdles;                 // method, portal, terms
    std::vector<PersonCard> people;  // lowest rung first
    std::vector<TimelineEvent> events;
    TrendLinesData history;          // billed and paid a month, thousand base, the last 12 months
    bool hasSites = false;           // it pays for others too: items name their customer
};
AccountFacts accountFacts(const Insights& insights, std::uint32_t payer, Instant now);

} // namespace duedesk
