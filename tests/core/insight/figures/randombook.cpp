#include "tests/core/insight/figures/oracle.h"

#include <random>

namespace duedesk {
namespace {

class Dice {
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}
    int upTo(int n) { return int(m_engine() % unsigned(n)); } // 0 .. n - 1
    bool oneIn(int n) { return upTo(n) == 0; }
    template <class T> T pick(std::initializer_list<T> from) { return *(from.begin() + upTo(int(from.size()))); }
    std::string day() { return (duedesk::day("2024-01-01") + upTo(420)).isoString(); }

private:
    std::mt19937 m_engine;
};

QString maybe(Dice& dice, std::initializer_list<const char*> texts)
{
    return dice.oneIn(4) ? QString() : QString::fromLatin1(dice.pick(texts));
}

void addCustomers(BookMaker& b, Dice& dice, int n)
{
    for (int i = 0; i < n; ++i) {
        Customer& c = b.customer("C" + std::to_string(i * 7 % 10) + std::to_string(i));
        c.tier = maybe(dice, {"A", "B"});
        c.region = maybe(dice, {"North",
                                "\xc3\x9c"
                                "bersee",
                                "(none)"});
        c.industry = maybe(dice, {"Steel", "Retail"});
        c.size = maybe(dice, {"small", "large"});
        c.country = maybe(dice, {"DE", "US", "FR"});
        c.owner = maybe(dice, {"Ann", "Bob"});
        if (dice.oneIn(2))
            c.termsDays = dice.pick({0, 14, 30, 60});
        c.status = dice.oneIn(5)   ? dice.pick({CustomerStatus::Prepaid, CustomerStatus::Intercompany})
                   : dice.oneIn(4) ? CustomerStatus::Insolvent
                                   : CustomerStatus::Active;
        const auto& all = b.records<Customer>();
        if (i > 0 && dice.oneIn(3))
            c.parent = all[std::size_t(dice.upTo(i))].id;
        if (i > 0 && dice.oneIn(3))
            c.payer = all[std::size_t(dice.upTo(i))].id;
    }
}

std::string amount(Dice& dice, const std::string& currency)
{
    const int exponent = Currency::parse(std::string_view(currency))->exponent();
    const std::int64_t minor = dice.oneIn(12) ? 0 : dice.oneIn(9) ? 1 : dice.upTo(30'000) + 1;
    return plainDecimal(minor, exponent) + " " + currency;
}

// Takes the settlement back where it would settle more than there is on some day, as entry would refuse it.
void trySettlement(BookMaker& b, BookMaker::DebitSpec& debit, std::size_t index, const SettlementRow& s)
{
    debit.settlements.push_back(s);
    const Oracle oracle(b);
    std::vector<Date> days{Date(s.date), Date(debit.row.date)};
    for (const auto& c : b.credits())
        days.push_back(Date(c.row.date));
    for (const SettlementRow& other : debit.settlements)
        days.push_back(Date(other.date));
    bool fits = true;
    for (const Date d : days) {
        fits = fits && oracle.open(index, d) >= 0;
        for (std::size_t k = 0; fits && k < b.credits().size(); ++k)
            fits = b.credits()[k].row.id != s.creditId || oracle.unapplied(k, d) >= 0;
    }
    // A bounced payment cannot be handed out a second time either.
    std::int64_t handedOut = 0, paid = 0;
    for (const auto& x : b.debits())
        for (const SettlementRow& other : x.settlements)
            handedOut += other.creditId == s.creditId ? other.amount : 0;
    for (const auto& c : b.credits())
        paid = c.row.id == s.creditId ? c.row.amount : paid;
    if (!fits || (s.creditId != 0 && handedOut > paid))
        debit.settlements.pop_back();
}

void settle(BookMaker& b, Dice& dice, std::deque<BookMaker::DebitSpec*>& debits,
            const std::vector<BookMaker::CreditSpec*>& credits)
{
    for (int tries = dice.upTo(60); tries > 0 && !debits.empty(); --tries) {
        const auto at = std::size_t(dice.upTo(int(debits.size())));
        BookMaker::DebitSpec& debit = *debits[at];
        const auto part = [&](std::int64_t whole) {
            return dice.oneIn(3) ? whole : std::int64_t(dice.upTo(int(whole) + 1));
        };
        if (dice.oneIn(6)) {
            trySettlement(b, debit, at, {0, debit.row.date + dice.upTo(90), part(debit.row.amount)});
            continue;
        }
        if (credits.empty())
            continue;
        const CreditRow& c = credits[std::size_t(dice.upTo(int(credits.size())))]->row;
        if (c.currency != debit.row.currency || c.kind == CreditKind::Reversal || c.kind == CreditKind::Recovery)
            continue;
        const std::int32_t date = dice.oneIn(3) ? day(dice.day()).days() : c.date;
        trySettlement(b, debit, at, {c.id, date, part(std::min(c.amount, debit.row.amount))});
    }
}

} // namespace

BookMaker randomBook(unsigned seed)
{
    Dice dice(seed);
    BookMaker b(dice.pick({"USD", "EUR", "JPY"}));
    const int customers = 1 + dice.upTo(6);
    addCustomers(b, dice, customers);
    for (const char* code : {"0010", "U2"})
        b.company(QString::fromLatin1(code));
    for (const char* currency : {"USD", "EUR", "JPY", "KWD"}) // SEK never has a rate, others from some day on
        for (int n = dice.upTo(3); n > 0; --n)
            b.rate(currency, dice.day(), dice.pick({"1.0837", "0.00642", "110.5", "3.25", "0.5"}));
    const auto customer = [&] {
        return b.records<Customer>()[std::size_t(dice.upTo(customers))].externalId.toStdString();
    };
    const auto currency = [&] {
        return dice.oneIn(3) ? dice.pick({"USD", "EUR", "JPY", "KWD", "SEK"}) : b.base().toString().toStdString();
    };
    std::deque<BookMaker::DebitSpec*> debits;
    for (int n = dice.upTo(16); n > 0; --n) {
        const std::string date = dice.day();
        const std::string due = dice.oneIn(3) ? std::string() : (day(date) + (dice.upTo(70) - 5)).isoString();
        BookMaker::DebitSpec& d =
            b.debit(dice.oneIn(5) ? dice.pick({DebitKind::DebitNote, DebitKind::FinanceCharge}) : DebitKind::Invoice,
                    customer(), amount(dice, currency()), date, due);
        d.product = maybe(dice, {"Pumps", "Service"});
        d.company = maybe(dice, {"0010", "U2"});
        if (dice.oneIn(3))
            d.row.terms = dice.pick<std::int16_t>({0, 7, 30});
        debits.push_back(&d);
        if (dice.oneIn(6))
            b.dispute(d, date, dice.oneIn(2) ? (day(date) + dice.upTo(200)).isoString() : std::string());
    }
    std::vector<BookMaker::CreditSpec*> credits;
    for (int n = dice.upTo(16); n > 0; --n) {
        const CreditKind kind = dice.oneIn(3)
                                    ? dice.pick({CreditKind::CreditNote, CreditKind::Deposit, CreditKind::Recovery})
                                    : CreditKind::Payment;
        BookMaker::CreditSpec& c = b.credit(kind, customer(), amount(dice, currency()), dice.day());
        c.company = maybe(dice, {"0010", "U2"});
        if (dice.oneIn(6)) // dated ahead of the day it was imported on
            c.row.knownOn = c.row.date - dice.upTo(60);
        credits.push_back(&c);
        if (kind == CreditKind::Payment && dice.oneIn(4))
            b.reverse(c, (Date(c.row.date) + dice.upTo(60)).isoString());
    }
    settle(b, dice, debits, credits);
    return b;
}

} // namespace duedesk
