// The fields of outcomes about invoices: what they contest, need or say about where it stands, and by when they
// confirm it. Defaults are filled in; words and single letters both do.
#include "ui/models/format.h"

#include "core/domain/codewords.h"
#include "ui/panels/outcomeform.h"

#include <QCompleter>
#include <QLineEdit>
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

QString capital(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// "2 invoices, 1,250.00 EUR"; the sum only where they have one currency.
QString countedItems(const std::vector<FormItem>& items)
{
    QString out = plural(qint64(items.size()), u"invoice"_s, u"invoices"_s);
    std::int64_t sum = 0;
    for (const FormItem& item : items) {
        if (item.currency != items.front().currency)
            return out;
        sum += item.rest;
    }
    return items.empty() ? out : QString(out + u", "_s + amountWithUnit(sum, items.front().currency));
}

QString reasonHint(const QString& words)
{
    QStringList letters;
    for (const ReasonLetter& r : disputeReasonLetters())
        letters += QString(QLatin1Char(r.letter)).toUpper() + u' ' + QString::fromLatin1(r.name);
    const auto found = readDisputeReason(words);
    const auto* known =
        std::ranges::find(disputeReasonLetters(), found.value_or(DisputeReason::Other), &ReasonLetter::reason).base();
    return (found ? QString(capital(QString::fromLatin1(known->name)) + u" \u00b7 "_s) : QString())
           + letters.join(u", "_s);
}

} // namespace

QString OutcomeForm::dayHint(const QString& words) const
{
    const Date d = dayOf(words);
    return d.isValid() ? fullDateText(d) : QString();
}

Date OutcomeForm::dayOf(const QString& words) const
{
    if (const Date d = readDate(words, m_context.today); d.isValid())
        return d;
    const auto t = when(words);
    return t ? t->day : Date();
}

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
    addField(u"invoices"_s, u"Invoices"_s, numbersOf(items), [this](const QString& t) {
        const auto found = invoicesOf(t);
        return found && !found->empty() ? countedItems(*found) : u"Numbers with commas between them, or all"_s;
    });
}

void OutcomeForm::addConfirm()
{
    addField(u"confirm"_s, u"They confirm by"_s,
             m_context.confirmBy.isValid() ? dateText(m_context.confirmBy) : QString(),
             [this](const QString& t) { return t.trimmed().isEmpty() ? u"Nothing is to be confirmed"_s : dayHint(t); });
}

bool OutcomeForm::readConfirm(LogCall& call)
{
    const QString words = text(u"confirm"_s);
    call.confirmBy = words.isEmpty() ? Date() : dayOf(words);
    if (words.isEmpty() || call.confirmBy->isValid())
        return true;
    fail(u"confirm"_s, u"Is no day: write fri or +2bd, or leave it empty"_s);
    return false;
}

void OutcomeForm::buildDispute()
{
    addField(u"reason"_s, u"What they contest"_s, u"price"_s, reasonHint);
    addInvoices();
    addField(u"amount"_s, u"Amount"_s, {}, [this](const QString& t) {
        const auto items = invoicesOf(text(u"invoices"_s));
        if (t.trimmed().isEmpty() || !items || items->empty())
            return u"Empty: all that is open of them"_s;
        const auto a = readAmount(t, items->front().currency);
        return a ? amountWithUnit(*a, items->front().currency) : QString();
    });
    if (m_gesture == Gesture::Dispute)
        addConfirm();
    addNote(u"What they said"_s);
}

std::optional<DisputeDraft> OutcomeForm::disputeDraft()
{
    DisputeDraft d;
    const auto reason = readDisputeReason(text(u"reason"_s));
    const auto items = invoicesOf(text(u"invoices"_s));
    if (!items || items->empty())
        fail(u"invoices"_s, u"Names no open invoice of this account: write its number"_s);
    if (!reason)
        fail(u"reason"_s, u"Is no reason: write its letter"_s);
    if (!reason || !items || items->empty())
        return std::nullopt;
    d.kind = *reason;
    d.note = text(u"note"_s);
    std::int64_t left = 0, sum = 0;
    if (const QString words = text(u"amount"_s); !words.isEmpty()) {
        const auto amount = readAmount(words, items->front().currency);
        const bool mixed =
            std::ranges::any_of(*items, [&](const FormItem& item) { return item.currency != items->front().currency; });
        for (const FormItem& item : *items)
            sum += item.rest;
        if (!amount || *amount <= 0 || mixed || *amount > sum) {
            fail(u"amount"_s, mixed ? u"Is for invoices of one currency: leave it empty for all that is open"_s
                              : amount && *amount > sum
                                  ? QString(u"Is more than the "_s + amountWithUnit(sum, items->front().currency)
                                            + u" open on them"_s)
                                  : u"Is no amount: write 1250.00, or leave it empty"_s);
            return std::nullopt;
        }
        left = *amount;
    }
    const bool all = left == sum; // also where nothing was written: 0 = all that is open
    for (const FormItem& item : *items) {
        const std::int64_t part = std::min(left, item.rest);
        if (all)
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
    addField(u"document"_s, u"What they need"_s,
             items.empty() ? QString() : QString(u"copy of invoice "_s + items.front().number));
    addField(u"due"_s, u"We send it by"_s, dateText(m_context.book->calendar().addBusinessDays(m_context.today, 1)),
             [this](const QString& t) { return dayHint(t); });
    addField(u"owner"_s, u"Who of us"_s, m_context.user);
    addNote(u"Note"_s);
}

std::optional<RequestDraft> OutcomeForm::requestDraft()
{
    RequestDraft d;
    d.what = text(u"document"_s);
    d.owner = text(u"owner"_s);
    d.dueOn = dayOf(text(u"due"_s));
    for (const FormItem& item : m_context.items) // the invoice it names
        if (d.what.contains(item.number) && !d.debit)
            d.debit = item.debit;
    if (d.dueOn.isValid())
        return d;
    fail(u"due"_s, u"Is no day: write tomorrow, fri or +2bd"_s);
    return std::nullopt;
}

void OutcomeForm::buildStatus()
{
    const std::vector<FormItem> items = chosenItems();
    m_statusEach = !items.empty() && items.size() <= fieldsAtMost;
    const auto hint = [this](const QString& t, const QString& dwell, bool teach) {
        const BusinessCalendar& calendar =
            m_context.book->calendarOf(m_context.book->customerRow(m_context.facts.payer));
        const QString letters = u"R received, W waits for PO, A in approval [with whom], S scheduled [day], P paid"_s;
        const auto s = parseStatus(t, m_context.today, calendar);
        if (!s)
            return letters;
        QString out = titleOf(s->state);
        if (s->scheduledFor.isValid())
            out += u" for "_s + fullDateText(s->scheduledFor);
        if (!s->with.isEmpty())
            out += u" with "_s + s->with;
        if (s->since.isValid())
            out += u" since "_s + dateText(s->since);
        if (!dwell.isEmpty())
            out += u" \u00b7 so far "_s + dwell;
        return teach ? QString(out + u" \u00b7 "_s + letters) : out;
    };
    bool teach = true; // the letters stand under the first field
    if (m_statusEach)
        for (const FormItem& item : items) {
            addField(u"status "_s + item.number,
                     item.number + u" \u00b7 "_s + amountWithUnit(item.rest, item.currency) + u" \u00b7 due "_s
                         + dateText(item.due),
                     item.status.isEmpty() ? u"in approval"_s : item.status,
                     [hint, teach, dwell = item.dwell](const QString& t) { return hint(t, dwell, teach); });
            teach = false;
        }
    else
        addField(u"status"_s,
                 items.empty()
                     ? u"Status"_s
                     : QString((m_context.itemsTicked ? u"Ticked: "_s : u"Past due: "_s) + countedItems(items)),
                 u"in approval"_s, [hint](const QString& t) { return hint(t, {}, true); });
    if (m_gesture == Gesture::InProcess)
        addConfirm();
    addNote(u"Note"_s);
}

std::optional<std::vector<StatusDraft>> OutcomeForm::statusDrafts()
{
    std::vector<StatusDraft> out;
    const BusinessCalendar& calendar = m_context.book->calendarOf(m_context.book->customerRow(m_context.facts.payer));
    for (const FormItem& item : chosenItems()) {
        const QString field = m_statusEach ? QString(u"status "_s + item.number) : u"status"_s;
        const QString words = text(field);
        if (words.isEmpty()) // nothing was said about this one
            continue;
        auto s = parseStatus(words, m_context.today, calendar);
        if (!s || (s->state == PayerState::Scheduled && !s->scheduledFor.isValid())) {
            fail(field, s ? u"Says no day: write scheduled 28 nov"_s
                          : u"Is not understood: write r, w, a ben, s 28 nov or p"_s);
            return std::nullopt;
        }
        s->debit = item.debit;
        out.push_back(*s);
    }
    return out; // none: the decision says what is missing
}

} // namespace duedesk
