// Puts one payer into its lane and says why, what comes next, and when. Lanes are tested in the order of the
// domain terms; the first that holds is the payer's.
#pragma once
#include "core/insight/calls/calllist.h"
#include "core/insight/calls/callmoney.h"
#include "core/insight/calls/callpast.h"
#include "core/insight/calls/callzones.h"
#include "core/insight/people/callcontact.h"

namespace duedesk {

// One payer between money and lane.
struct Candidate {
    PayerMoney money;
    PayerPast past;
    bool largest = false; // among the first tenth by money at risk
};

class LaneTests {
public:
    LaneTests(const Book& book, const CallListOptions& options);
    // Fills lane, contact, next step, reasons, whyNot and the view Avoided; money and factors are there already.
    // False: nothing of this payer is to be shown (no past-due money, and nothing that asks for attention).
    bool place(CallRow& row, const Candidate& c);
    // Why its status or a stop keeps a payer off the list, as it is shown; "" when nothing does.
    Words blocked(std::uint32_t payer) const;

private:
    struct Wait { // why not now, and from when on
        bool holds = false;
        Words why;
        Date day;
        Instant at = 0;
    };
    struct Opening {
        QString zone;
        Date localDay;
        int minute;
        Instant at;
        Date day; // of the book
        Words words;
    };

    Lane laneOf(const CallRow& row, const Candidate& c, const Wait& wait, Words& whyNot) const;
    Lane withoutMoney(const CallRow& row, const Candidate& c, const Wait& wait, Words& whyNot) const;
    bool isAhead(const NextAction& n) const;
    bool callBackDue(const PayerPast& past) const;
    bool isBeforeDue(const CallRow& row, const PayerMoney& m) const;
    Date firstInvoiceSent(std::uint32_t customer) const;
    bool isFirstInvoice(const CallRow& row) const;
    Wait waitOf(CallRow& row, const Candidate& c);
    Wait closedNow(const CallWindow& window);
    Wait closedSomewhere(const CallWindow& window) const;
    const Opening& opening(const QString& zone, Date localDay, int minute);
    Wait ahead(const NextAction& n) const;
    ClockWord clockOf(Instant at) const; // in the book's zone
    Words exactly(Instant at, Date day) const;
    Words nothingToCollect(const Candidate& c) const;
    void chooseContact(CallRow& row, const Candidate& c);
    Words nextStep(const CallRow& row, const Candidate& c) const;
    void giveReasons(CallRow& row, const Candidate& c) const;
    void avoid(CallRow& row, const Candidate& c) const;

    const Book& m_book;
    const Policy& m_policy;
    const BusinessCalendar& m_ours;
    Date m_day;
    Instant m_now;
    LocalTimes m_times;
    std::array<Words, bucketCount> m_bucketChips;
    std::int64_t m_largeItem; // 5,000 in base minor units
    std::vector<Opening> m_openings; // few: one for each zone and hour
};

} // namespace duedesk
