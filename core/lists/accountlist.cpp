#include "core/lists/accountlist.h"
#include "core/domain/codewords.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = AccountAt;
using Kind = ValueKind;

auto word(QString Customer::* field)
{
    return [field](const Book&, const Line& at) { return at.customer().*field; };
}
template <class Part> auto figure(Part part)
{
    return [part](const Book&, const Line& at) { return at.figure().*part; };
}

Value laneOf(const Book&, const Line& at)
{
    return at.f.onList(at.row) ? asValue(laneTitle(at.f.lane(at.row))) : Value();
}

Value limitLeft(const Book& book, const Line& at)
{
    const auto left = at.figure().limitLeft;
    return left ? Value(Money{*left, book.info().base}) : Value();
}

} // namespace

const ListSpec<AccountAt>& accountList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"accounts"_s};
        list.text(u"customer"_s, Lang::words("Id"), word(&Customer::externalId)).printed();
        list.text(u"name"_s, Lang::words("Customer"), word(&Customer::name)).printed().order =
            [](const Book& book, const Line& at) { return std::int64_t(book.nameRanks()[at.row]); };
        list.text(u"tier"_s, Lang::words("Tier"), word(&Customer::tier)).printed();
        list.text(u"region"_s, Lang::words("Region"), word(&Customer::region)).printed();
        list.text(u"owner"_s, Lang::words("Owner"), word(&Customer::owner)).printed();
        list.text(u"lane"_s, Lang::words("Lane"), laneOf).order = [](const Book&, const Line& at) {
            return at.f.onList(at.row) ? std::int64_t(at.f.lane(at.row)) : laneCount;
        };
        list.print(u"lane"_s, Kind::Text, [](const Book&, const Line& at) {
            return at.f.onList(at.row) ? laneName(at.f.lane(at.row)) : QString();
        });
        list.base(u"open"_s, Lang::words("Open"), figure(&AccountFigure::open)).printed();
        list.base(u"past_due"_s, Lang::words("Past due"), figure(&AccountFigure::pastDue)).printed();
        list.base(u"tbc"_s, Lang::words("To collect"), figure(&AccountFigure::tbc)).printed();
        list.base(u"at_risk"_s, Lang::words("At risk"), figure(&AccountFigure::atRisk)).printed();
        list.add(u"oldest"_s, Lang::words("Oldest"), Kind::Days, figure(&AccountFigure::oldestDays))
            .printed(u"oldest_days"_s);
        list.add(u"dso_impact"_s, Lang::words("DSO effect"), Kind::Tenths, figure(&AccountFigure::dsoImpact))
            .printed(u"dso_days"_s);
        list.add(u"limit_left"_s, Lang::words("Limit left"), Kind::Money, limitLeft).printed();
        list.text(u"industry"_s, Lang::words("Industry"), word(&Customer::industry)).printed();
        list.text(u"country"_s, Lang::words("Country"), word(&Customer::country)).printed();
        list.text(u"status"_s, Lang::words("Status"),
                  [](const Book&, const Line& at) { return wordsOf(at.customer().status); })
            .printedAs([](const Book&, const Line& at) { return statusName(at.customer().status); })
            .order = [](const Book&, const Line& at) { return std::int64_t(at.customer().status); };
        return list;
    }();
    return all;
}

} // namespace duedesk
