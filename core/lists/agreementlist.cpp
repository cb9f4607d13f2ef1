#include "core/lists/agreementlist.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = AgreementAt;
using Kind = ValueKind;

template <class Of> auto ofLine(Of of)
{
    return [of](const Book&, const Line& at) { return std::invoke(of, at.line); };
}
auto amountOf(std::int64_t AgreementLine::* part)
{
    return [part](const Book&, const Line& at) { return Money{at.line.*part, at.line.currency}; };
}

// How many promises of those it names were kept in 90 days.
Value kept(const PromiseRecord* record) { return record ? asValue(record->keptByCount()) : Value(); }

QString whatOf(const AgreementLine& l)
{
    return l.plan ? Lang::tr("Plan %1/%2").arg(l.instalment).arg(l.instalments) : Lang::tr("Promise");
}

void addPromise(ListSpec<Line>& list)
{
    list.print(u"id"_s, Kind::Text, ofLine([](const AgreementLine& l) { return QString::number(l.promise.value); }));
    list.printCustomer(ofLine(&AgreementLine::customer));
    list.payer(u"name"_s, ofLine(&AgreementLine::payer));
    list.text(u"what"_s, Lang::words("What"), ofLine(whatOf)).order = [](const Book&, const Line& at) {
        return at.line.plan.value * 100 + at.line.instalment;
    };
    list.text(u"currency"_s, Lang::words("Cur."), ofLine([](const AgreementLine& l) { return l.currency.toString(); }))
        .printed();
    list.add(u"amount"_s, Lang::words("Amount"), Kind::Money, amountOf(&AgreementLine::amount)).printed();
    list.add(u"made_on"_s, Lang::words("Made on"), Kind::Day, ofLine(&AgreementLine::madeOn)).printed();
    list.add(u"due"_s, Lang::words("Promised for"), Kind::Day, ofLine(&AgreementLine::due)).printed(u"promised_for"_s);
    list.add(u"deadline"_s, Lang::words("Judged after"), Kind::Day, ofLine(&AgreementLine::deadline)).printed();
}

void addOutcome(ListSpec<Line>& list)
{
    list.text(u"state"_s, Lang::words("State"), ofLine(&AgreementLine::stateWords))
        .printedAs(ofLine(&AgreementLine::stateName));
    list.print(u"target"_s, Kind::Money, amountOf(&AgreementLine::asked));
    list.add(u"counted"_s, Lang::words("Came"), Kind::Money, amountOf(&AgreementLine::counted)).printed();
    list.add(u"level"_s, Lang::words("Missed"), Kind::Number, ofLine(&AgreementLine::level)).printed();
    list.add(u"payer_keeps"_s, Lang::words("Payer keeps"), Kind::Percent,
             [](const Book&, const Line& at) { return kept(at.all.rates.ofPayer(at.line.payer)); });
    list.text(u"taken_by"_s, Lang::words("Taken by"), ofLine(&AgreementLine::takenBy)).printed();
    list.add(u"clerk_keeps"_s, Lang::words("Clerk keeps"), Kind::Percent,
             [](const Book&, const Line& at) { return kept(at.all.rates.ofClerk(at.line.takenBy)); });
    list.owner(ofLine(&AgreementLine::payer));
    list.text(u"remark"_s, Lang::words("Remark"), ofLine(&AgreementLine::remark));
    list.print(u"remark"_s, Kind::Text, ofLine(&AgreementLine::caveat));
    list.base(u"base"_s, Lang::words("In base"), ofLine(&AgreementLine::amountBase));
}

} // namespace

const ListSpec<AgreementAt>& agreementList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"promises"_s};
        addPromise(list);
        addOutcome(list);
        return list;
    }();
    return all;
}

} // namespace duedesk
