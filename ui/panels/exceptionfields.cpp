// The form of an exception: what is granted, for one invoice or the account, until when and why; and that of a renewal.
#include "ui/models/format.h"

#include "core/domain/codewords.h"
#include "ui/panels/outcomeform.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

QString kindHint(const QString& words)
{
    const auto kind = parseExceptionKind(words);
    const QString name = kind ? titleOf(*kind) + u" \u00b7 "_s : QString();
    return name + u"E extension, W waiver, S skipped step, O override"_s;
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

void OutcomeForm::addException()
{
    const bool renew = m_gesture == Gesture::RenewException;
    const auto costs = [this](const QString& words) {
        const FormItem* item = exceptionItem();
        const Date until = dayOf(text(u"date"_s));
        if (!words.trimmed().isEmpty())
            return u"Days by which payment is put off"_s;
        return item && until.isValid()
                   ? QString(u"Empty: "_s + plural(std::max(0, until - item->due), u"day"_s, u"days"_s)
                             + u", from its due day"_s)
                   : u"Days by which payment is put off; empty: none, or from the due day of the invoice"_s;
    };
    const auto retell = [this] { // the cost follows the invoice and the day
        if (Field* days = m_filling ? nullptr : find(u"days"_s))
            updateHint(*days);
    };
    if (!renew) {
        addField(u"kind"_s, u"What is granted"_s, u"extension"_s, kindHint);
        const std::vector<FormItem> items = chosenItems();
        const QString number = m_context.itemsTicked && !items.empty() ? items.front().number : QString();
        addField(u"invoices"_s, u"Invoice"_s, number, [this, retell](const QString& t) {
            retell();
            const auto found = invoicesOf(t);
            if (t.trimmed().isEmpty())
                return u"Empty: the whole account"_s;
            return found && found->size() == 1 ? QString(amountWithUnit(found->front().rest, found->front().currency)
                                                         + u", due "_s + dateText(found->front().due))
                                               : u"One number, or empty for the whole account"_s;
        });
    }
    const FormItem* item = renew ? exceptionItem() : nullptr;
    const QString what = item ? item->number : u"the account"_s;
    addField(u"date"_s,
             renew ? QString(u"New day for "_s + what + u", was "_s + dateText(m_context.renewed->until))
                   : u"Until (extension)"_s,
             {}, [this, retell](const QString& t) {
                 retell();
                 return t.trimmed().isEmpty() ? u"For example: 28 nov, fri, +10bd"_s : dayHint(t);
             });
    addField(u"days"_s, u"Cost in days"_s, {}, costs);
    addNote(u"Why"_s, u"reason"_s);
    if (renew)
        setText(u"reason"_s, m_context.renewed->reason);
}

std::optional<Command> OutcomeForm::exceptionCommand()
{
    RegisterException c;
    if (m_context.renewed && m_gesture == Gesture::RenewException) {
        c = *m_context.renewed;
    } else {
        const auto kind = parseExceptionKind(text(u"kind"_s));
        const auto items = invoicesOf(text(u"invoices"_s));
        if (!items || items->size() > 1)
            fail(u"invoices"_s, items ? u"Are several: write one number, or none for the account"_s
                                      : u"Names no open invoice of this account: write its number"_s);
        if (!kind)
            fail(u"kind"_s, u"Is none of them: write e, w, s or o"_s);
        if (!kind || !items || items->size() > 1)
            return std::nullopt;
        c.customer = m_context.facts.payer;
        c.kind = *kind;
        c.debit = items->empty() ? DebitId() : items->front().debit;
    }
    const QString until = text(u"date"_s), days = text(u"days"_s);
    c.until = dayOf(until);
    if (!until.isEmpty() && !c.until.isValid()) {
        fail(u"date"_s, u"Is no day: write 28 nov, fri or +10bd"_s);
        return std::nullopt;
    }
    bool number = true;
    c.costDays = days.isEmpty() ? 0 : days.toInt(&number);
    if (!number) {
        fail(u"days"_s, u"Is no number of days: write 10, or leave it empty"_s);
        return std::nullopt;
    }
    c.reason = text(u"reason"_s);
    return c;
}

} // namespace duedesk
