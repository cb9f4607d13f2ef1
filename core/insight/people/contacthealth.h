// What is wrong with the people we know at each payer, by the past-due money that stands behind them (contacts of the
// domain terms), and how much of that money has a verified billing contact. A function of (Book, D).
#pragma once
#include "core/insight/figures/ratio.h"
#include "core/insight/figures/segment.h"

#include <vector>

namespace duedesk {

// Worst first: the order of chips, and of the contacts of one payer.
enum class ContactIssue : std::uint8_t {
    NoContact,       // nobody at all; the line has no contact
    NoBilling,       // no contact of the payer is its billing contact
    Bounced,
    WrongNumber,
    Left,            // of the billing contact, or where nobody else can be reached; so is the next
    WrongPerson,
    AddressHeld,     // a changed e-mail nobody has confirmed, or that has to wait
    WrongRole,       // the billing contact stands beside the ladder: a sponsor, or a role we do not know
    InboxOnly,       // no person, only shared inboxes
    SingleContact,   // one person alone, on a big account
    Duplicate,
    NotVerified,     // never, or longer ago than the policy allows
    NoZone,          // its zone is not known, nor its country, or that has several
    NoOwner,         // nobody of ours answers for the billing contact, nor for the account
};
inline constexpr int contactIssueCount = int(ContactIssue::NoOwner) + 1;
QString contactIssueName(ContactIssue i); // "no billing contact"
Words wordsOf(ContactIssue i);

struct ContactLine {
    std::uint32_t payer = noRow;
    std::uint32_t contact = noRow;      // row; none = the payer has nobody
    std::uint32_t duplicateOf = noRow;  // contact row: the entry that was there first
    std::uint32_t issues = 0;           // bit 1 << ContactIssue
    std::int64_t pastDue = 0;           // of the payer, base minor units at D
    bool has(ContactIssue i) const { return issues >> unsigned(i) & 1U; }
    std::vector<ContactIssue> list() const;
};

struct ContactHealth {
    Date day;
    std::vector<ContactLine> lines;   // by past due, then payer, worst contact first; merged contacts are not there
    std::int64_t pastDue = 0;         // of payers whose status lets them be contacted
    std::int64_t verified = 0;        // of it, behind a verified billing contact
    Ratio share;                      // percent; empty when nothing is past due
    std::vector<MissingRate> missing;
};
// `now`: the instant that ends a wait of a changed address. Payers without past-due money, without people and without
// open items are left out; so are those whose status forbids contact.
ContactHealth contactHealth(const Book& book, Date d, Instant now);

// Two entries of one person: the same e-mail; or, among people, the same name, or the same number and one name
// that begins like the other.
bool isSamePerson(const Contact& a, const Contact& b);

} // namespace duedesk
