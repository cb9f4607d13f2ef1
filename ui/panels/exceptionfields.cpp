// The form of an exception: what is granted, for one invoice or the account, until when and why; and that of a renewal.
#include "core/base/words.h"

#include "core/domain/codewords.h"
#include "ui/models/format.h"
#include "ui/panels/outcomeform.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QString kindHint(const QString& words)
{
    const auto kind = parseExceptionKind(words);
    QStringList said;
    if (kind)
        said += titleOf(*kind);
    said += Lang::tr("E extension, W waiver, S skipped step, O override");
    return said.join(u" \u00b7 "_s);
}

} // namespace

// The invoice the form is about; null = the account, or several are named.
const FormItem* OutcomeForm::exceptionItem() const
{
    const auto found = m_gesture == Gesture::RenewException ? std::nullopt : invoicesOf(text(u"invoices"_s));
    const DebitId debit = m_context.renewed             ? m_context.renewed->debit
                          : found && found->size() == 1 ? found->front().debit
                                                        : DebitId();
    const auto at = std::ranges::find(m_context.items, debit, &FormItem::debit);
    return at == m_context.items.end() ? nullptr : &*at;
}

QString OutcomeForm::costHint(const QString& words) const
{
    const FormItem* item = exceptionItem();
    const Date until = dayOf(text(u"date"_s));
    if (!words.trimmed().isEmpty())
        return tr("Days by which payment is put off");
    return item && until.isValid()
               ? Lang::plural("Empty: %1 days, from its due day", "Empty: 1 day, from its due day",
                              std::max(0, until - item->due))
               : tr("Days by which payment is put off; empty: none, or from the due day of the invoice");
}

void OutcomeForm::addException()
{
    const bool renew = m_gesture == Gesture::RenewException;
    if (!renew) {
        addField(u"kind"_s, tr("What is granted"), u"extension"_s, kindHint);
        const std::vector<FormItem> items = chosenItems();
        const QString number = m_context.itemsTicked && !items.empty() ? items.front().number : QString();
        addField(u"invoices"_s, tr("Invoice"), number, [this](const QString& t) {
            const auto found = invoicesOf(t);
            if (t.trimmed().isEmpty())
                return tr("Empty: the whole account");
            return found && found->size() == 1 ? tr("%1, due %2")
                                                     .arg(amountWithUnit(found->front().rest, found->front().currency),
                                                          dateText(found->front().due))
                                               : tr("One number, or empty for the whole account");
        });
    }
    const FormItem* item = renew ? exceptionItem() : nullptr;
    const QString what = item ? item->number : tr("the account");
    addField(u"date"_s,
             renew ? tr("New day for %1, was %2").arg(what, dateText(m_context.renewed->until))
                   : tr("Until (extension)"),
             {}, [this](const QString& t) {
                 return t.trimmed().isEmpty() ? tr("For example: 28 nov, fri, +10bd") : dayHint(t);
             });
    addField(u"days"_s, tr("Cost in days"), {}, [this](const QString& t) { return costHint(t); });
    addArea(u"reason"_s, tr("Why"), renew ? m_context.renewed->reason : QString());
}

Result<RegisterException> OutcomeForm::exceptionAsked() const
{
    if (m_context.renewed && m_gesture == Gesture::RenewException)
        return *m_context.renewed;
    const auto kind = parseExceptionKind(text(u"kind"_s));
    if (!kind)
        return refuse(u"kind"_s, tr("is none of them"), tr("write e, w, s or o"));
    const auto items = invoicesOf(text(u"invoices"_s));
    if (!items)
        return refuse(u"invoices"_s, tr("names no open invoice of this account"), tr("write its number"));
    if (items->size() > 1)
        return refuse(u"invoices"_s, tr("are several"), tr("write one number, or none for the account"));
    RegisterException c;
    c.customer = m_context.facts.payer;
    c.kind = *kind;
    c.debit = items->empty() ? DebitId() : items->front().debit;
    return c;
}

Result<Command> OutcomeForm::exceptionCommand() const
{
    auto c = exceptionAsked();
    if (!c)
        return failed(c);
    const QString until = text(u"date"_s), days = text(u"days"_s);
    c->until = dayOf(until);
    if (!until.isEmpty() && !c->until.isValid())
        return refuse(u"date"_s, tr("is no day"), tr("write 28 nov, fri or +10bd"));
    bool number = true;
    c->costDays = days.isEmpty() ? 0 : days.toInt(&number);
    if (!number)
        return refuse(u"days"_s, tr("is no number of days"), tr("write 10, or leave it empty"));
    c->reason = text(u"reason"_s);
    return *c;
}

} // namespace duedesk
