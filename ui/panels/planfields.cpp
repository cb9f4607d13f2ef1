// The form of a payment plan: the sum and its instalments in words, shown back as days and amounts.
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
    const PayerFacts& facts = m_context.facts;
    addField(u"amount"_s, u"Amount, "_s + facts.currency.toString(), amountText(facts.toCollect, facts.currency),
             [this, c = facts.currency](const QString& t) {
                 if (Field* plan = m_filling ? nullptr : find(u"instalments"_s))
                     updateHint(*plan); // its parts follow the sum
                 const auto a = readAmount(t, c);
                 return a ? amountWithUnit(*a, c) : QString();
             });
    addField(u"instalments"_s, u"Instalments"_s, u"3 monthly from "_s + dayText(m_context.payDay).toLower(),
             [this, c = facts.currency](const QString& words) {
                 if (readAmount(text(u"amount"_s), c).value_or(0) <= 0)
                     return u"Its parts show here once the amount is one: 1250.00"_s;
                 const auto parts = instalments(words);
                 if (!parts)
                     return u"For example: 3 monthly from 24 nov, or 500 24 nov; 500 22 dec"_s;
                 QStringList said;
                 for (const PlanInstalment& i : *parts)
                     said += amountText(i.amount, c) + u" on "_s + weekdayText(i.due);
                 return said.join(u'\n');
             });
    addNote(u"Note"_s);
}

std::optional<Command> OutcomeForm::planCommand()
{
    const auto amount = readAmount(text(u"amount"_s), m_context.facts.currency);
    if (!amount || *amount <= 0) {
        fail(u"amount"_s, u"Is no amount: write 1250.00"_s);
        return std::nullopt;
    }
    const auto parts = instalments(text(u"instalments"_s));
    if (!parts) {
        showError(parts.error());
        return std::nullopt;
    }
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
