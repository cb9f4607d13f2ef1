// The fields of outcomes about invoices: what they contest, need or say about where it stands, and by when they
// confirm it. Defaults are filled in; words and single letters both do.
#include "core/base/exampleamount.h"
#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "core/insight/agreements/disputes.h"
#include "ui/models/format.h"
#include "ui/panels/outcomeform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr std::size_t fieldsAtMost = 6; // a status field for each item up to here

QString numbersOf(const std::vector<FormItem>& items)
{
    QStringList out;
    for (const FormItem& item : items)
        out += item.number;
    return out.join(u", "_s);
}

// "2 invoices, 1,250.00 EUR"; the sum only where they have one currency.
QString countedItems(const std::vector<FormItem>& items)
{
    QStringList out{Lang::plural("%1 invoices", "1 invoice", qint64(items.size()))};
    std::int64_t sum = 0;
    for (const FormItem& item : items) {
        if (item.currency != items.front().currency)
            return out.front();
        sum += item.rest;
    }
    if (!items.empty())
        out += amountWithUnit(sum, items.front().currency);
    return out.join(u", "_s);
}

QString reasonHint(const QString& words)
{
    QStringList letters;
    for (const ReasonLetter& r : disputeReasonLetters())
        letters += Lang::tr("%1 %2", "a letter and the word it stands for")
                       .arg(QString(QLatin1Char(r.letter)).toUpper(), say(wordsOf(r.reason)));
    const auto found = readDisputeReason(words);
    QStringList said{letters.join(u", "_s)};
    if (found)
        said.prepend(titleOf(*found));
    return said.join(u" \u00b7 "_s);
}

} // namespace

std::vector<FormItem> OutcomeForm::chosenItems() const
{
    std::vector<FormItem> out;
    for (const FormItem& item : m_context.items)
        if (std::ranges::find(m_context.chosen, item.debit) != m_context.chosen.end())
            out.push_back(item);
    return out;
}

// Numbers with commas between them, or "all"; what begins one number alone will do.
std::optional<std::vector<FormItem>> OutcomeForm::invoicesOf(const QString& words) const
{
    if (words.trimmed().compare(u"all"_s, Qt::CaseInsensitive) == 0)
        return chosenItems();
    std::vector<FormItem> out;
    for (const QString& part : words.split(u',', Qt::SkipEmptyParts)) {
        const QString number = part.trimmed();
        const FormItem* found = nullptr;
        int starts = 0;
        for (const FormItem& item : m_context.items) {
            if (item.number == number) {
                found = &item;
                starts = 1;
                break;
            }
            if (!number.isEmpty() && item.number.startsWith(number, Qt::CaseInsensitive)) {
                found = &item;
                ++starts;
            }
        }
        if (starts != 1)
            return std::nullopt;
        if (std::ranges::find(out, found->debit, &FormItem::debit) == out.end())
            out.push_back(*found);
    }
    return out;
}

void OutcomeForm::addInvoices()
{
    std::vector<FormItem> items = chosenItems();
    if (!m_context.itemsTicked && items.size() > 1)
        items.resize(1); // the oldest; nobody contests all of it without saying so
    addField(u"invoices"_s, tr("Invoices"), numbersOf(items), [this](const QString& t) {
        const auto found = invoicesOf(t);
        return found && !found->empty() ? countedItems(*found) : tr("Numbers with commas between them, or all");
    });
}

void OutcomeForm::addConfirm()
{
    addField(
        u"confirm"_s, tr("They confirm by"), m_context.confirmBy.isValid() ? dateText(m_context.confirmBy) : QString(),
        [this](const QString& t) { return t.trimmed().isEmpty() ? tr("Nothing is to be confirmed") : dayHint(t); });
}

void OutcomeForm::buildDispute()
{
    addField(u"reason"_s, tr("What they contest"), u"price"_s, reasonHint);
    addInvoices();
    addField(u"amount"_s, tr("Amount"), {}, [this](const QString& t) {
        const auto items = invoicesOf(text(u"invoices"_s));
        if (t.trimmed().isEmpty() || !items || items->empty())
            return tr("Empty: all that is open of them");
        const auto a = readAmount(t, items->front().currency);
        return a ? amountWithUnit(*a, items->front().currency) : QString();
    });
    if (m_gesture == Gesture::Dispute)
        addConfirm();
    addNote(tr("What they said"));
}

Result<std::int64_t> OutcomeForm::disputedAmount(const std::vector<FormItem>& items) const
{
    const QString words = text(u"amount"_s);
    if (words.isEmpty())
        return 0;
    const Currency c = items.front().currency;
    std::int64_t sum = 0;
    for (const FormItem& item : items) {
        if (item.currency != c)
            return refuse(u"amount"_s, tr("is for invoices of one currency"),
                          tr("leave it empty for all that is open"));
        sum += item.rest;
    }
    const auto amount = readAmount(words, c);
    if (!amount || *amount <= 0)
        return refuse(u"amount"_s, tr("is no amount"), tr("write %1, or leave it empty").arg(exampleAmount(c)));
    if (*amount > sum)
        return refuse(u"amount"_s, tr("is more than the %1 open on them").arg(amountWithUnit(sum, c)));
    return *amount == sum ? 0 : *amount;
}

Result<DisputeDraft> OutcomeForm::disputeDraft() const
{
    const auto reason = readDisputeReason(text(u"reason"_s));
    if (!reason)
        return refuse(u"reason"_s, tr("is no reason"), tr("write its letter"));
    const auto items = invoicesOf(text(u"invoices"_s));
    if (!items || items->empty())
        return refuse(u"invoices"_s, tr("names no open invoice of this account"), tr("write its number"));
    const auto amount = disputedAmount(*items);
    if (!amount)
        return failed(amount);
    DisputeDraft d;
    d.kind = *reason;
    d.note = text(u"note"_s);
    std::int64_t left = *amount;
    for (const FormItem& item : *items) {
        const std::int64_t part = std::min(left, item.rest);
        if (*amount == 0)
            d.lines.push_back({item.debit, 0});
        else if (part > 0)
            d.lines.push_back({item.debit, part});
        left -= part;
    }
    return d;
}

void OutcomeForm::buildDocument()
{
    const std::vector<FormItem> items = chosenItems();
    addField(u"document"_s, tr("What they need"),
             items.empty() ? QString() : tr("copy of invoice %1").arg(items.front().number));
    addField(u"due"_s, tr("We send it by"), dateText(m_context.book->calendar().addBusinessDays(m_context.today, 1)),
             [this](const QString& t) { return dayHint(t); });
    addField(u"owner"_s, tr("Who of us"), m_context.user);
    addNote(tr("Note"));
}

Result<RequestDraft> OutcomeForm::requestDraft() const
{
    RequestDraft d;
    d.what = text(u"document"_s);
    d.owner = text(u"owner"_s);
    d.dueOn = dayOf(text(u"due"_s));
    if (!d.dueOn.isValid())
        return refuse(u"due"_s, tr("is no day"), tr("write tomorrow, fri or +2bd"));
    for (const FormItem& item : m_context.items) // the invoice it names
        if (d.what.contains(item.number) && !d.debit)
            d.debit = item.debit;
    return d;
}

// `teach`: with the letters that may be written.
QString OutcomeForm::statusHint(const QString& words, const QString& dwell, bool teach) const
{
    const BusinessCalendar& calendar = m_context.book->calendarOf(m_context.book->customerRow(m_context.facts.payer));
    const QString letters = tr("R received, W waits for PO, A in approval [with whom], S scheduled [day], P paid");
    const auto s = parseStatus(words, m_context.today, calendar);
    if (!s)
        return letters;
    QString state = titleOf(s->state);
    if (s->scheduledFor.isValid())
        state = tr("%1 for %2", "a status, a day").arg(state, fullDateText(s->scheduledFor));
    if (!s->with.isEmpty())
        state = tr("%1 with %2", "a status, a person").arg(state, s->with);
    if (s->since.isValid())
        state = tr("%1 since %2", "a status, a day").arg(state, dateText(s->since));
    QStringList said{state};
    if (!dwell.isEmpty())
        said += tr("so far %1", "in approval for 9 days").arg(dwell);
    if (teach)
        said += letters;
    return said.join(u" \u00b7 "_s);
}

void OutcomeForm::buildStatus()
{
    const std::vector<FormItem> items = chosenItems();
    m_statusEach = !items.empty() && items.size() <= fieldsAtMost;
    const QString usual = u"in approval"_s; // as parseStatus() reads it
    bool teach = true; // the letters stand under the first field
    if (m_statusEach)
        for (const FormItem& item : items) {
            addField(u"status "_s + item.number,
                     tr("%1 \u00b7 %2 \u00b7 due %3")
                         .arg(item.number, amountWithUnit(item.rest, item.currency), dateText(item.due)),
                     item.status.isEmpty() ? usual : item.status,
                     [this, teach, dwell = item.dwell](const QString& t) { return statusHint(t, dwell, teach); });
            teach = false;
        }
    else
        addField(u"status"_s,
                 items.empty()           ? tr("Status")
                 : m_context.itemsTicked ? tr("Ticked: %1").arg(countedItems(items))
                                         : tr("Past due: %1").arg(countedItems(items)),
                 usual, [this](const QString& t) { return statusHint(t, {}, true); });
    if (m_gesture == Gesture::InProcess)
        addConfirm();
    addNote(tr("Note"));
}

Result<std::vector<StatusDraft>> OutcomeForm::statusDrafts() const
{
    std::vector<StatusDraft> out;
    const BusinessCalendar& calendar = m_context.book->calendarOf(m_context.book->customerRow(m_context.facts.payer));
    for (const FormItem& item : chosenItems()) {
        const QString field = m_statusEach ? QString(u"status "_s + item.number) : u"status"_s;
        const QString words = text(field);
        if (words.isEmpty()) // nothing was said about this one
            continue;
        auto s = parseStatus(words, m_context.today, calendar);
        if (!s)
            return refuse(field, tr("is not understood"), tr("write r, w, a ben, s 28 nov or p"));
        if (s->state == PayerState::Scheduled && !s->scheduledFor.isValid())
            return refuse(field, tr("says no day"), tr("write scheduled 28 nov"));
        s->debit = item.debit;
        out.push_back(*s);
    }
    return out; // none: the decision says what is missing
}

} // namespace duedesk
