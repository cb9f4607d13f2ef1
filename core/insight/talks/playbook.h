// What to say: for each rung and situation an opening, objections with answers, and what to ask for when the first
// ask fails. The words are data; the situation, the names, amounts and days come from the book as of a day.
#pragma once
#include "core/base/error.h"
#include "core/insight/calls/calllist.h"

#include <QByteArray>
#include <map>

namespace duedesk {

enum class Situation : std::uint8_t {
    FindPerson,
    BeforeDue,
    FirstInvoice,
    FirstReminder,
    StillOpen,
    PromiseBroken,
    SaysPaid,
    Dispute,
    NeedsDocument,
    InProcess,
    NoAnswer,
    CallBack,
    Escalated,
};
inline constexpr int situationCount = int(Situation::Escalated) + 1;
QString situationId(Situation s); // "promise_broken", as in the playbook's file

struct Objection {
    QString says, answer;
    bool operator==(const Objection&) const = default;
};

// One script, filled or with its placeholders.
struct Say {
    Situation situation = Situation::StillOpen;
    ContactRole rung = ContactRole::ApClerk; // whose words these are
    QString title;                           // "promise broken"
    QString opening, fallback;
    std::vector<Objection> objections; // of the situation, then of the rung
};

// Placeholders by name, without braces; an empty value drops the [optional part] it stands in.
using SayWords = std::map<QString, QString>;

class Playbook {
public:
    // Refuses a file without a script for the AP clerk in each situation, with an unknown placeholder, or with an
    // optional part that is not closed; the error names the place ("situations.dispute.say.ap_lead").
    static Result<Playbook> read(const QByteArray& json);
    // The one that comes with the program, in English.
    static const Playbook& builtIn();

    // The nearest script: the rung's own, a sponsor's of "still open", else the AP clerk's.
    Say script(Situation situation, ContactRole rung) const;

private:
    struct Lines {
        QString opening, fallback;
    };
    struct Scene {
        QString title;
        std::map<ContactRole, Lines> say;
        std::vector<Objection> objections;
    };
    std::array<Scene, situationCount> m_scenes;
    std::map<ContactRole, std::vector<Objection>> m_ofRung;
};

// The text with its placeholders filled and its optional parts kept or dropped; a value that begins a sentence
// gets a capital.
QString fillWords(const QString& text, const SayWords& words);

// Where a payer stands, as the talk sees it; the first that holds: nobody to call, call-back, they wait for us, a
// promise is broken, an unmet confirmation, escalated, before due, first invoice, what the last talk came to, a dispute,
// nobody reached at two tries, no contact for 60 days, still open.
Situation situationOf(const Book& book, const CallRow& row, Date d);

// Names, amounts and days for the payer of a row; amounts are what is to be asked for, in their own currencies.
SayWords sayWords(const Book& book, const CallRow& row, Date d, const QString& user);

// The script for a row of the call list, filled.
Say whatToSay(const Playbook& playbook, const Book& book, const CallRow& row, Date d, const QString& user);

} // namespace duedesk
