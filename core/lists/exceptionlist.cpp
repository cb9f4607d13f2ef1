#include "core/lists/exceptionlist.h"
#include "core/base/storedwords.h"
#include "core/domain/codewords.h"

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

using Line = ExceptionLine;
using Kind = ValueKind;

const ExceptionEntry& entryOf(const Book& book, const Line& l) { return book.rows<ExceptionEntry>()[l.row]; }

template <class Of> auto ofEntry(Of of)
{
    return [of](const Book& book, const Line& l) { return asValue(std::invoke(of, entryOf(book, l))); };
}

} // namespace

const ListSpec<ExceptionLine>& exceptionList()
{
    static const ListSpec<Line> all = [] {
        ListSpec<Line> list{u"exceptions"_s};
        list.print(u"id"_s, Kind::Text, [](const Book&, const Line& l) { return QString::number(l.id.value); });
        list.add(u"day"_s, Lang::words("Granted on"), Kind::Day, ofEntry(&ExceptionEntry::day)).printed();
        list.printCustomer([](const Book& book, const Line& l) { return book.customerRow(entryOf(book, l).customer); });
        list.payer(u"name"_s, &Line::payer);
        list.text(u"number"_s, Lang::words("For"),
                  [](const Book& book, const Line& l) { // none = the account
                      return l.debit == noRow ? Value() : asValue(viewDebit(book.ledger(), l.debit).number);
                  })
            .printed();
        list.text(u"kind"_s, Lang::words("What"), [](const Book&, const Line& l) { return wordsOf(l.kind); })
            .printedAs([](const Book&, const Line& l) { return exceptionKindName(l.kind); });
        list.text(u"granted_by"_s, Lang::words("Granted by"), ofEntry(&ExceptionEntry::user)).printed();
        list.text(u"reason"_s, Lang::words("Why"),
                  ofEntry([](const ExceptionEntry& x) { return say(recalled(x.reason)).simplified(); }));
        list.print(u"reason"_s, Kind::Text,
                   ofEntry([](const ExceptionEntry& x) { return recalled(x.reason); })); // with its line breaks
        list.add(u"cost_days"_s, Lang::words("Costs"), Kind::Days, ofEntry(&ExceptionEntry::costDays)).printed();
        list.add(u"until"_s, Lang::words("Until"), Kind::Day, ofEntry(&ExceptionEntry::until)).printed();
        list.text(u"state"_s, Lang::words("State"), [](const Book&, const Line& l) { return wordsOf(l.state); });
        list.add(u"base"_s, Lang::words("Still open"), Kind::Money, [](const Book& book, const Line& l) {
            return l.openBase == 0 ? Value() : Value(Money{l.openBase, book.info().base});
        });
        list.owner(&Line::payer);
        return list;
    }();
    return all;
}

} // namespace duedesk
