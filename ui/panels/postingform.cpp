#include "ui/panels/postingform.h"

#include "core/workbench/workbench.h"
#include "ui/models/format.h"
#include "ui/widgets/fieldform.h"

#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

PostingForm::PostingForm(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_workbench(workbench), m_form(new FieldForm)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    connect(m_form, &FieldForm::save, this, &PostingForm::save);
    connect(m_form, &FieldForm::cancelled, this, &PostingForm::cancelled);
}

void PostingForm::start(const QString& title, const QString& about)
{
    m_form->start(title, about, tr("Ctrl+Z takes it back."));
}

void PostingForm::addDay() { m_form->addLine(u"date"_s, tr("Day"), {}, dateText(m_workbench.today())); }

std::int64_t PostingForm::amount(Currency c) const
{
    const QString text = m_form->text(u"amount"_s).trimmed();
    const std::int64_t typed = text.isEmpty() ? 0 : readAmount(text, c).value_or(-1);
    return typed == 0 && !text.isEmpty() ? -1 : typed; // nothing typed is not the same as zero
}

// A day that is not understood lies after every other: the core refuses it beside the field.
Date PostingForm::day() const
{
    const QString text = m_form->text(u"date"_s).trimmed();
    const Date read = text.isEmpty() ? Date() : readDate(text, m_workbench.today());
    return text.isEmpty() || read.isValid() ? read : m_workbench.today() + 1;
}

const QString& PostingForm::nameOf(std::uint32_t customer) const
{
    return m_workbench.book()->customers()[customer].name;
}

Outcome PostingForm::writeOff(DebitId item)
{
    const BookPtr book = m_workbench.book();
    const std::uint32_t row = book->ledger().debitRow(item);
    if (row == noRow)
        return refuse(u"invoice"_s, tr("is not in the book any more"));
    const DebitView d = viewDebit(book->ledger(), row);
    const std::int64_t open = openFrom(book->ledger(), row, m_workbench.today());
    start(tr("Write off"), tr("%1 of %2, %3 open").arg(d.number, nameOf(d.customer), amountWithUnit(open, d.currency)));
    m_form->addLine(u"amount"_s, tr("Amount"), amountText(open, d.currency));
    m_form->addLine(u"reason"_s, tr("Why"), {});
    addDay();
    m_command = [this, item, currency = d.currency]() -> Command {
        return WriteOff{item, amount(currency), m_form->text(u"reason"_s), day()};
    };
    return {};
}

Outcome PostingForm::allocate(const std::vector<DebitId>& items)
{
    const BookPtr book = m_workbench.book();
    const Ledger& l = book->ledger();
    const std::uint32_t row = items.empty() ? noRow : l.debitRow(items.front());
    if (row == noRow)
        return refuse(u"invoice"_s, tr("none is chosen"), tr("tick what the money is for"));
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
        return refuse(u"credit"_s, tr("no money in %1 is left that is not allocated").arg(first.currency.toString()));
    start(tr("Allocate money"), items.size() == 1
                                    ? tr("to %1 of %2").arg(first.number, nameOf(first.customer))
                                    : tr("to %1").arg(plural(qint64(items.size()), tr("item"), tr("items"))));
    m_form->addChoice(u"credit"_s, tr("Money"), choices, 0);
    if (items.size() == 1)
        m_form->addLine(u"amount"_s, tr("Amount"), {}, tr("as much as is left and open"));
    addDay();
    m_command = [this, items, credits, currency = first.currency]() -> Command {
        Allocate a{credits[std::size_t(m_form->choice(u"credit"_s))], {}, day()};
        for (const DebitId item : items)
            a.lines.push_back({item, items.size() == 1 ? amount(currency) : 0});
        return a;
    };
    return {};
}

Outcome PostingForm::unallocate(DebitId item)
{
    const BookPtr book = m_workbench.book();
    const Ledger& l = book->ledger();
    const std::uint32_t row = l.debitRow(item);
    if (row == noRow)
        return refuse(u"invoice"_s, tr("is not in the book any more"));
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
        return refuse(u"invoice"_s, tr("no money is allocated to %1").arg(d.number));
    start(tr("Take money back"), tr("from %1 of %2").arg(d.number, nameOf(d.customer)));
    m_form->addChoice(u"credit"_s, tr("Money"), choices, 0);
    m_command = [this, item, credits]() -> Command {
        return Unallocate{credits[std::size_t(m_form->choice(u"credit"_s))], item};
    };
    return {};
}

Outcome PostingForm::charge(CustomerId customer)
{
    const BookPtr book = m_workbench.book();
    const Customer* c = book->customers().find(customer);
    if (!c)
        return refuse(u"customer"_s, tr("is not in the book any more"));
    const Currency currency = c->currency.isValid() ? c->currency : book->info().base;
    start(tr("Charge"), c->name);
    m_form->addLine(u"number"_s, tr("Number"), {});
    m_form->addLine(u"amount"_s, tr("Amount in %1").arg(currency.toString()), {});
    m_form->addLine(u"reason"_s, tr("What for"), {});
    addDay();
    m_command = [this, customer, currency]() -> Command {
        Charge out;
        out.customer = customer;
        out.number = m_form->text(u"number"_s);
        out.currency = currency;
        out.amount = amount(currency);
        out.date = day();
        out.reason = m_form->text(u"reason"_s);
        return out;
    };
    return {};
}

void PostingForm::save()
{
    m_form->clearErrors();
    if (const Outcome done = m_workbench.submit(m_command()); !done) {
        m_form->showError(done.error());
        return;
    }
    emit posted();
}

} // namespace duedesk
