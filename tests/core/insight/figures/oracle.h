// A slow second opinion on open items, aging and metrics: written from the definitions of the domain terms over
// the lines a test asked for, item by item and day by day. It shares no code with the ledger or the figures.
#pragma once
#include "core/insight/figures/segment.h"
#include "tests/support/bookmaker.h"

#include <array>
#include <map>
#include <rapidcheck.h>

namespace duedesk {

class Oracle {
public:
    using Value = std::optional<std::int64_t>; // ten-thousandths; none = empty
    struct Ages {
        std::array<std::int64_t, 5> bucket{};
        std::int64_t unapplied = 0;
    };
    struct Figures {
        std::int64_t ar = 0, pastDue = 0, sales = 0;
        Value dso, rolling, countback, bpdso, add, cei, pctCurrent, pctPastDue, pct90, toPay, late;
        bool allBlank() const;
    };

    explicit Oracle(const BookMaker& made) : m_made(made) {}

    std::int64_t open(std::size_t debit, Date d) const;
    std::int64_t unapplied(std::size_t credit, Date d) const;
    Date due(std::size_t debit) const;
    // By key; empty rows are left out, except the one row of Segment::None.
    std::map<QString, Ages> aging(Date d, Segment by, bool byInvoiceDate) const;
    std::map<QString, Figures> kpi(Date d, Segment by, int days) const;

    // What of an open item is not asked for on d, minor units, by debit; oraclecollect.cpp.
    struct Held {
        std::int64_t disputed = 0, planned = 0, promised = 0;
        std::int64_t all() const { return disputed + planned + promised; }
        bool operator==(const Held&) const = default;
    };
    std::vector<Held> held(Date d) const;
    // Through which day the cash of that payer (external id) is known as of d, when the days first..last and these lines
    // are in question; none = nothing is known. oraclecollect.cpp
    std::optional<Date> cashKnown(const QString& payer, const std::vector<PromiseLine>& lines, Date first, Date last,
                                  Date d) const;
    // To be collected by payer, base minor units; payers without past due items are left out.
    std::map<QString, std::int64_t> toBeCollected(Date d) const;

private:
    struct Closing {
        Date day;
        bool byPayment = false;
    };
    const Customer& customerOf(const QString& id) const;
    bool counts(const QString& customer) const;
    bool inEffect(const SettlementRow& s, std::size_t debit, Date d) const;
    Date reversedOn(std::int64_t credit) const; // invalid = never
    std::optional<Closing> closing(std::size_t debit, Date d) const;
    Value closedAverage(Date d, Segment by, const QString& key, int days, bool fromDue) const;
    std::int64_t sales(Date from, Date to, Date d, Segment by, const QString& key) const;
    std::int64_t receivable(Date at, Date d, Segment by, const QString& key, int bucket) const; // -1 = all
    Value countback(std::int64_t ar, Date d, Segment by, const QString& key) const;
    QString customerKey(const QString& customer, Segment by) const;
    QString debitKey(std::size_t debit, Segment by, Date d) const;
    QString creditKey(std::size_t credit, Segment by) const;
    std::optional<std::int64_t> toBase(std::int64_t amount, std::uint16_t currency, Date d) const;

    // --- promises and plans, oraclecollect.cpp
    struct Span { // made on < day <= last, the first day too where it was written down later
        Date madeOn;
        bool firstDay;
        Date last;
        Date first() const { return firstDay ? madeOn : madeOn + 1; }
        bool has(Date day) const { return (day > madeOn || (firstDay && day == madeOn)) && day <= last; }
    };
    struct Agreed {
        const Promise* promise = nullptr;
        const Plan* plan = nullptr;
        QString payer;
        Currency currency;
        std::vector<PromiseLine> lines;
    };
    QString payerOf(CustomerId customer) const;
    const CreditRow& creditRow(std::int64_t id) const;
    std::size_t debitAt(DebitId id) const;
    Date workingDays(Date from, int n) const;
    std::optional<Date> cashOf(const QString& company) const;
    Date from(const SettlementRow& s, std::size_t debit) const;
    bool isPayment(const SettlementRow& s) const;
    std::int64_t paid(const std::vector<PromiseLine>& lines, const Span& span, Date d) const;
    std::int64_t credited(const std::vector<PromiseLine>& lines, const Span& span, Date d) const;
    std::int64_t elsewhere(const Agreed& a, const Span& span, Date d) const;
    bool reaches(std::int64_t counted, std::int64_t target, Currency currency, Date d) const;
    std::vector<PromiseLine> linesOf(const Promise& p) const;
    bool isLive(const Promise& p, Date d) const;
    std::int64_t stillToCome(const Plan& p, Date d) const;

    const BookMaker& m_made;
};

// A small book with everything that posted lines can do to each other, from a seed.
BookMaker randomBook(unsigned seed);
// The same with promises, plans, disputes, holidays and days on which companies say their cash is known.
BookMaker randomCollectBook(unsigned seed);
// Seeds for it: any, and not shrunk, because a smaller seed is no simpler book.
inline rc::Gen<unsigned> anySeed()
{
    return rc::gen::noShrink(rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0U, 0xffffffffU)));
}

} // namespace duedesk
