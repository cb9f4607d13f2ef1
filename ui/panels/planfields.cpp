// The form of a payment plan: the sum and its instalments in words, shown back as days and amounts.
#include "core/base/exampleamount.h"
#include "core/command/planwords.h"
#include "ui/models/format.h"
#include "ui/panels/outcomeform.h"

using namespace Qt::StringLiterals;

namespace duedesk {

Result<std::vector<PlanInstalment>> OutcomeForm::instalments(const QString& words) const
{
    const Currency c = m_context.facts.currency;
    const std::int64_t sum = readAmount(text(u"amount"_s), c).value_or(0);
    return parseInstalments(words, {sum, c}, m_context.today,
                            m_context.book->calendarOf(m_context.book->customerRow(m_context.facts.payer)));
}

void OutcomeForm::addPlan()
{
    addAmount();
    addField(u"instalments"_s, tr("Instalments"), u"3 monthly from "_s + dayText(m_context.payDay).toLower(),
             [this, c = m_context.facts.currency](const QString& words) {
                 if (readAmount(text(u"amount"_s), c).value_or(0) <= 0)
                     return tr("Its parts show here once the amount is one: %1").arg(exampleAmount(c));
                 const auto parts = instalments(words);
                 if (!parts)
                     return tr("For example: 3 monthly from 24 nov, or 500 24 nov; 500 22 dec");
                 QStringList said;
                 for (const PlanInstalment& i : *parts)
                     said += tr("%1 on %2").arg(amountText(i.amount, c), weekdayText(i.due));
                 return said.join(u'\n');
             });
    addNote(tr("Note"));
}

Result<Command> OutcomeForm::planCommand() const
{
    const auto amount = readAmount(text(u"amount"_s), m_context.facts.currency);
    if (!amount || *amount <= 0)
        return refuse(u"amount"_s, tr("is no amount"), tr("write %1").arg(exampleAmount(m_context.facts.currency)));
    const auto parts = instalments(text(u"instalments"_s));
    if (!parts)
        return failed(parts);
    MakePlan c;
    c.payer = m_context.facts.payer;
    c.contact = m_context.facts.contact;
    c.draft.currency = m_context.facts.currency;
    c.draft.instalments = *parts;
    for (const PromiseLine& line : m_context.ticked)
        c.draft.lines.push_back({line.debit, 0}); // oldest due first among the ticked
    c.note = text(u"note"_s);
    return c;
}

} // namespace duedesk
