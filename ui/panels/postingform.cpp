#include "ui/panels/postingform.h"

#include "core/base/exampleamount.h"
#include "core/base/words.h"
#include "ui/models/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

PostingForm::PostingForm(Workbench& workbench, QWidget* parent) : FormDesk(workbench, new FieldForm, parent) {}

void PostingForm::start(const QString& title, const QString& about)
{
    form()->start(title, about, tr("Ctrl+Z takes it back."));
}

void PostingForm::addDay() { form()->addLine(u"date"_s, tr("Day"), {}, dateText(workbench().today())); }

Result<std::int64_t> PostingForm::amount(Currency c) const
{
    const QString text = form()->text(u"amount"_s);
    if (text.isEmpty())
        return 0;
    const auto typed = readAmount(text, c);
    if (!typed || *typed <= 0)
        return refuse(u"amount"_s, tr("is no amount"), tr("write %1").arg(exampleAmount(c)));
    return *typed;
}

Result<Date> PostingForm::day() const
{
    const QString text = form()->text(u"date"_s);
    const Date read = text.isEmpty() ? Date() : readDate(text, workbench().today());
    if (!text.isEmpty() && !read.isValid())
        return refuse(u"date"_s, tr("is no day"), tr("write 14 Nov 2025"));
    return read;
}

// What is typed as amount and day, and what becomes of it.
Result<Command> PostingForm::read(Currency c, const std::function<Command(std::int64_t, Date)>& make) const
{
    const auto typed = amount(c);
    if (!typed)
        return failed(typed);
    const auto on = day();
    return on ? Result<Command>(make(*typed, *on)) : failed(on);
}

const QString& PostingForm::nameOf(std::uint32_t customer) const
{
    return workbench().book()->customers()[customer].name;
}

std::vector<FormDesk::Verb> PostingForm::verbs()
{
    return {{u"writeOff"_s, [this] { writeOff(); }},
            {u"allocate"_s, [this] { allocate(); }},
            {u"unallocate"_s, [this] { unallocate(); }},
            {u"charge"_s, [this] { charge(); }}};
}

void PostingForm::writeOff() { open(&PostingForm::askWriteOff, &PostingForm::writeOff); }
void PostingForm::allocate() { open(&PostingForm::askAllocate, &PostingForm::allocate); }
void PostingForm::unallocate() { open(&PostingForm::askUnallocate, &PostingForm::unallocate); }

void PostingForm::open(Outcome (PostingForm::*ask)(const std::vector<DebitId>&), void (PostingForm::*again)())
{
    if (!ready())
        return;
    m_isOfItem = true;
    const std::vector<DebitId> items = m_items ? m_items() : std::vector<DebitId>();
    if (items.empty())
        emit refusedFor(tr("Nothing is open on this account. What is settled stands in the timeline: T goes there."));
    else
        openAsked((this->*ask)(items), [this, again] { (this->*again)(); });
}

void PostingForm::charge()
{
    if (!ready())
        return;
    m_isOfItem = false;
    openAsked(askCharge(), [this] { charge(); });
}

void PostingForm::unallocate(DebitId item)
{
    if (ready())
        openAsked(askUnallocate(std::vector{item}));
}

void PostingForm::unallocate(CreditId money)
{
    if (ready())
        openAsked(askUnallocate(money));
}

bool PostingForm::ready()
{
    return isToday(tr("Postings are made as of today only: Ctrl+Shift+D goes back to today."));
}

void PostingForm::openAsked(const Outcome& asked, std::function<void()> again)
{
    if (asked)
        openForm(std::move(again));
    else
        emit refusedFor(sentenceOf(asked.error()));
}

Outcome PostingForm::askWriteOff(const std::vector<DebitId>& items)
{
    const DebitId item = items.front();
    const BookPtr book = workbench().book();
    const std::uint32_t row = book->ledger().debitRow(item);
    if (row == noRow)
        return refuse({}, tr("This item is not in the book any more"));
    const DebitView d = viewDebit(book->ledger(), row);
    const std::int64_t open = openFrom(book->ledger(), row, workbench().today());
    start(tr("Write off"), tr("%1 of %2, %3 open").arg(d.number, nameOf(d.customer), amountWithUnit(open, d.currency)));
    form()->addLine(u"amount"_s, tr("Amount"), amountText(open, d.currency));
    form()->addLine(u"reason"_s, tr("Why"), {});
    addDay();
    m_command = [this, item, currency = d.currency] {
        return read(currency, [&](std::int64_t amount, Date day) {
            return WriteOff{item, amount, form()->text(u"reason"_s), day};
        });
    };
    return {};
}

Outcome PostingForm::askAllocate(const std::vector<DebitId>& items)
{
    const BookPtr book = workbench().book();
    const Ledger& l = book->ledger();
    const std::uint32_t row = l.debitRow(items.front());
    if (row == noRow)
        return refuse({}, tr("This item is not in the book any more"));
    const DebitView first = viewDebit(l, row);
    const std::uint32_t payer = book->payerRow(first.customer);
    std::vector<CreditId> credits;
    QStringList choices;
    const auto look = [&](std::uint32_t customer) {
        for (const std::uint32_t k : l.creditsOf(customer))
            if (const CreditView c = viewCredit(l, k); c.currency == first.currency && !c.reversedOn.isValid())
                if (const std::int64_t left = unallocated(l, k); left > 0) {
                    credits.push_back(c.id);
                    choices +=
                        tr("%1 of %2, %3 left").arg(c.reference, dateText(c.date), amountWithUnit(left, c.currency));
                }
    };
    for (const std::uint32_t site : book->paidBy(payer))
        look(site);
    if (credits.empty())
        return refuse({}, tr("No money in %1 is left that is not allocated").arg(first.currency.toString()));
    start(tr("Allocate money"), items.size() == 1 ? tr("to %1 of %2").arg(first.number, nameOf(first.customer))
                                                  : Lang::plural("to %1 items", "to 1 item", qint64(items.size())));
    form()->addChoice(u"credit"_s, tr("Money"), choices, 0);
    if (items.size() == 1)
        form()->addLine(u"amount"_s, tr("Amount"), {}, tr("as much as is left and open"));
    addDay();
    m_command = [this, items, credits, currency = first.currency] {
        return read(currency, [&](std::int64_t amount, Date day) {
            Allocate a{credits[std::size_t(form()->choice(u"credit"_s))], {}, day};
            for (const DebitId item : items)
                a.lines.push_back({item, amount}); // of several there is no field: as much as is left and open
            return a;
        });
    };
    return {};
}

Outcome PostingForm::askUnallocate(const std::vector<DebitId>& items)
{
    const DebitId item = items.front();
    const BookPtr book = workbench().book();
    const Ledger& l = book->ledger();
    const std::uint32_t row = l.debitRow(item);
    if (row == noRow)
        return refuse({}, tr("This item is not in the book any more"));
    const DebitView d = viewDebit(l, row);
    std::vector<CreditId> credits;
    QStringList choices;
    for (const PostedAllocation& a : settlementsOf(l, row).allocations) {
        if (std::ranges::find(credits, a.credit) != credits.end())
            continue;
        const CreditView c = viewCredit(l, l.creditRow(a.credit));
        credits.push_back(a.credit);
        choices += tr("%1 of %2").arg(c.reference, dateText(c.date));
    }
    if (credits.empty())
        return refuse({}, tr("No money is allocated to %1").arg(d.number));
    start(tr("Take money back"), tr("from %1 of %2").arg(d.number, nameOf(d.customer)));
    form()->addChoice(u"credit"_s, tr("Money"), choices, 0);
    m_command = [this, item, credits]() -> Result<Command> {
        return Unallocate{credits[std::size_t(form()->choice(u"credit"_s))], item};
    };
    return {};
}

Outcome PostingForm::askUnallocate(CreditId money)
{
    const BookPtr book = workbench().book();
    const Ledger& l = book->ledger();
    const std::uint32_t row = l.creditRow(money);
    if (row == noRow)
        return refuse({}, tr("This money is not in the book any more"));
    std::vector<DebitId> items;
    QStringList choices;
    const auto [c, i] = l.credit(row);
    for (std::uint32_t n = c->first[i]; n < c->first[i + 1]; ++n) {
        const DebitView d = viewDebit(l, c->debits[n]);
        std::int64_t sum = 0;
        for (const PostedAllocation& a : settlementsOf(l, c->debits[n]).allocations)
            sum += a.credit == money ? a.amount : 0;
        if (sum == 0 || std::ranges::find(items, d.id) != items.end())
            continue;
        items.push_back(d.id);
        choices += tr("%1 of %2, %3", "an invoice, whose, money")
                       .arg(d.number, nameOf(d.customer), amountWithUnit(sum, d.currency));
    }
    const CreditView v = viewCredit(l, row);
    if (items.empty())
        return refuse({}, tr("%1 is allocated to nothing").arg(v.reference));
    start(tr("Take money back"), tr("%1 of %2", "money, a day").arg(v.reference, dateText(v.date)));
    form()->addChoice(u"invoice"_s, tr("From"), choices, 0);
    m_command = [this, money, items]() -> Result<Command> {
        return Unallocate{money, items[std::size_t(form()->choice(u"invoice"_s))]};
    };
    return {};
}

Outcome PostingForm::askCharge()
{
    const BookPtr book = workbench().book();
    const CustomerId customer = m_customer;
    const Customer* c = book->customers().find(customer);
    if (!c)
        return refuse({}, tr("This account is not in the book any more"));
    const Currency currency = c->currency.isValid() ? c->currency : book->info().base;
    start(tr("Charge"), c->name);
    form()->addLine(u"number"_s, tr("Number"), {});
    form()->addLine(u"amount"_s, tr("Amount in %1").arg(currency.toString()), {});
    form()->addLine(u"reason"_s, tr("What for"), {});
    addDay();
    m_command = [this, customer, currency] {
        return read(currency, [&](std::int64_t amount, Date day) {
            Charge out;
            out.customer = customer;
            out.number = form()->text(u"number"_s);
            out.currency = currency;
            out.amount = amount;
            out.date = day;
            out.reason = form()->text(u"reason"_s);
            return out;
        });
    };
    return {};
}

} // namespace duedesk
