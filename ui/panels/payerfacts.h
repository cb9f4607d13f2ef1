// What the context panel says about a payer, worked out from the insights as plain text: no widget here, so that
// tests read it.
#pragma once
#include "core/insight/talks/playbook.h"
#include "core/workbench/workbench.h"
#include "ui/widgets/factrows.h"

namespace duedesk {

// What they said they would confirm: what waits, else what they did not.
struct ConfirmFact {
    ConfirmById id;  // none = nothing
    QString text;    // "They confirm by Tue 18 Nov: the run is released"
    bool unmet = false;
};
ConfirmFact confirmFact(const Book& book, std::uint32_t payer, Date d);

struct PayerFacts {
    CustomerId payer;
    QString name;
    QString about;         // "Key account · owner Ana · 30 days net · limit 60,000"
    QString whyTitle;      // "Why it is first", "Why it is number 3", "Why it is not on the list"
    std::vector<FactRow> why;
    QString whyNot;        // for those who wait or are not on the list
    QString dso;           // "Collecting it takes 1.4 days off DSO."
    ContactId contact;     // none = nobody to call
    QString contactLine;   // "Dana Okafor · AP lead · verified 12 Oct"
    QString phone, email;
    QString reach;         // "11:42 there, reachable until 17:00"
    Tone reachTone = Tone::Muted;
    ConfirmFact confirm;
    QString behaviour;     // how they pay
    std::vector<FactRow> touches;
    Say say;               // what to say to this contact now
    bool sayFirst = false; // an account people put off: the words come before the figures
    bool practice = false; // the sample book
    std::int64_t toCollect = 0; // in `currency`
    Currency currency;     // the one most of the past-due money is in
};

// What stands in that field of the accounts, each once: to propose while it is typed.
QStringList namesOf(const Book& book, QString Customer::* field);

// `payer`: customer row; `user`: who will speak. Everything as of the insights' day.
PayerFacts payerFacts(const Insights& insights, std::uint32_t payer, const QString& user = {}, Instant now = 0);

} // namespace duedesk
