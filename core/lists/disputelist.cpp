#include "core/lists/disputelist.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = DisputeLine;
using Kind = ValueKind;

const Dispute* disputeOf(const Book& book, const Line& l)
{
    return l.dispute == noRow ? nullptr : &book.rows<Dispute>()[l.dispute];
}

// Of a dispute; of a short payment there is none.
template <class Of> auto ofDispute(Of of)
{
    return [of](const Book& book, const Line& l) -> Value {
        const Dispute* x = disputeOf(book, l);
        return x ? asValue(std::invoke(of, *x)) : Value();
    };
}

Currency currencyOf(const Book& book, const Line& l)
{
    if (l.debit == noRow)
        return {};
    const auto [c, i] = book.ledger().debit(l.debit);
    return Currency::fromIndex(c->currency[i]);
}

// In the item's currency; none where the item is not known, or where of(line) is empty.
template <class Of> auto ofItem(Of of)
{
    return [of](const Book& book, const Line& l) -> Value {
        const std::optional<std::int64_t> minor = of(book, l);
        return minor && l.debit != noRow ? Value(Money{*minor, currencyOf(book, l)}) : Value();
    };
}

Value numberOf(const Book& book, const Line& l)
{
    return l.debit == noRow ? Value() : asValue(viewDebit(book.ledger(), l.debit).number);
}

Value reasonOf(const Book& book, const Line& l) // "?" = nobody has said so
{
    if (l.kind == DisputeRowKind::Residue)
        return {};
    const Dispute* x = disputeOf(book, l);
    return asValue(x && !x->guessed ? wordsOf(l.guess) : Lang::words("%1?", wordsOf(l.guess)));
}

void addRecord(ListSpec<Line>& list) // what a dispute is, as the command line begins
{
    list.print(u"id"_s, Kind::Text, ofDispute([](const Dispute& x) { return QString::number(x.id.value); }));
    list.print(u"case"_s, Kind::Text,
               ofDispute([](const Dispute& x) { return QString::number(x.caseOf ? x.caseOf.value : x.id.value); }));
    list.printCustomer([](const Book& book, const Line& l) {
        const Dispute* x = disputeOf(book, l);
        return x ? book.customerRow(x->customer) : l.payer;
    });
    list.payer(u"name"_s, &Line::payer);
    list.text(u"number"_s, Lang::words("Invoice"), numberOf).printed();
    list.text(u"currency"_s, Lang::words("Cur."),
              [](const Book& book, const Line& l) {
                  return l.debit == noRow ? Value() : asValue(currencyOf(book, l).toString());
              })
        .printed();
}

void addMoney(ListSpec<Line>& list)
{
    list.print(u"amount"_s, Kind::Money, ofItem([](const Book& book, const Line& l) -> std::optional<std::int64_t> {
                   const Dispute* x = disputeOf(book, l); // empty = all that is open
                   return x && x->amount != 0 ? std::optional(x->amount) : std::nullopt;
               }));
    list.add(u"open"_s, Lang::words("Contested"), Kind::Money,
             ofItem([](const Book&, const Line& l) { return std::optional(l.open); }))
        .printed();
    list.add(u"base"_s, Lang::words("In base"), Kind::Money,
             [](const Book& book, const Line& l) {
                 return l.standing.rated ? Value(Money{l.openBase, book.info().base}) : Value();
             })
        .printed(u"open_base"_s);
}

void addStanding(ListSpec<Line>& list)
{
    list.text(u"kind"_s, Lang::words("Reason"), reasonOf);
    list.print(u"kind"_s, Kind::Text, [](const Book&, const Line& l) { return disputeReasonName(l.guess); });
    list.text(u"reason"_s, Lang::words("In words"), &Line::reason).printed();
    list.text(u"state"_s, Lang::words("State"), [](const Book& book, const Line& l) { return l.stateWords(book); });
    list.print(u"state"_s, Kind::Text, [](const Book&, const Line& l) { return disputeStateName(l.standing.state); });
    list.print(u"opened"_s, Kind::Day, &Line::day);
    list.add(u"age"_s, Lang::words("Age"), Kind::Days, [](const Book&, const Line& l) { return l.standing.ageDays; })
        .printed(u"age_days"_s);
    list.add(u"target"_s, Lang::words("Target"), Kind::Day, ofDispute(&Dispute::targetDate)).printed();
    list.print(u"overdue"_s, Kind::Text,
               [](const Book&, const Line& l) { return l.standing.overdue ? u"yes"_s : QString(); });
    list.text(u"owner"_s, Lang::words("Owner"), ofDispute(&Dispute::owner)).printed();
    list.text(u"department"_s, Lang::words("Department"), ofDispute(&Dispute::department)).printed();
    list.text(u"responsible"_s, Lang::words("Responsible"), ofDispute(&Dispute::responsible)).printed();
    list.text(u"root_cause"_s, Lang::words("Root cause"), ofDispute(&Dispute::rootCause)).printed();
    list.print(u"resolution"_s, Kind::Text, ofDispute([](const Dispute& x) { return resolutionName(x.resolution); }));
    list.print(u"resolved"_s, Kind::Day, ofDispute(&Dispute::resolvedOn));
}

} // namespace

const ListSpec<DisputeLine>& disputeList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"disputes"_s};
        addRecord(list);
        addMoney(list);
        addStanding(list);
        return list;
    }();
    return all;
}

} // namespace duedesk
