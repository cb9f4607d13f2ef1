// Words and letters that people type for a payer status and for the reason of a dispute.
#include "core/base/text.h"
#include "core/command/command.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array<ReasonLetter, 10> reasons = {{
    {'p', DisputeReason::Price, "price"},
    {'q', DisputeReason::Quantity, "quantity"},
    {'l', DisputeReason::Quality, "quality"},
    {'m', DisputeReason::MissingDocument, "missing document"},
    {'a', DisputeReason::WrongAddress, "wrong address"},
    {'n', DisputeReason::NotOrdered, "not ordered"},
    {'d', DisputeReason::Duplicate, "duplicate"},
    {'t', DisputeReason::Terms, "terms"},
    {'x', DisputeReason::Deduction, "deduction"},
    {'o', DisputeReason::Other, "other"},
}};

std::optional<PayerState> stateOfLetter(const QString& word)
{
    if (word.size() != 1)
        return std::nullopt;
    switch (word[0].toLatin1()) {
    case 'r': return PayerState::Received;
    case 'w': return PayerState::WaitsForPo;
    case 'a': return PayerState::InApproval;
    case 's': return PayerState::Scheduled;
    case 'p': return PayerState::Paid;
    default: return std::nullopt;
    }
}

// The state that the first words name, most words first; takes them off.
std::optional<PayerState> takeState(QStringList& words)
{
    for (qsizetype n = std::min<qsizetype>(4, words.size()); n > 0; --n) {
        const QString text = words.mid(0, n).join(u' ');
        const auto state = n == 1 && text.size() == 1 ? stateOfLetter(text.toLower()) : parsePayerState(text);
        if (state) {
            words = words.mid(n);
            return state;
        }
    }
    return std::nullopt;
}

// "3 nov" of a day since which something is so lies behind us.
std::optional<Date> pastDay(const QString& words, Date today, const BusinessCalendar& calendar)
{
    const auto t = parseLater(words, today, 0, calendar);
    if (!t || t->minute >= 0)
        return std::nullopt;
    return t->day > today && !words.contains(QString::number(t->day.year())) ? t->day.addMonths(-12) : t->day;
}

bool takeApproval(StatusDraft& s, QStringList words, Date today, const BusinessCalendar& calendar)
{
    const qsizetype since = words.indexOf(QStringLiteral("since"));
    if (since >= 0) {
        const auto day = pastDay(words.mid(since + 1).join(u' '), today, calendar);
        if (!day)
            return false;
        s.since = *day;
        words = words.mid(0, since);
    }
    if (!words.isEmpty() && words.front() == u"with")
        words.removeFirst();
    s.with = words.join(u' ');
    return true;
}

} // namespace

std::optional<StatusDraft> parseStatus(const QString& text, Date today, const BusinessCalendar& calendar)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    const auto state = takeState(words);
    if (!state)
        return std::nullopt;
    StatusDraft s;
    s.state = *state;
    switch (*state) {
    case PayerState::InApproval:
        if (!takeApproval(s, words, today, calendar))
            return std::nullopt;
        return s;
    case PayerState::Paid: s.reference = words.join(u' '); return s;
    case PayerState::Scheduled:
        if (!words.isEmpty() && words.front() == u"for")
            words.removeFirst();
        if (const auto t = parseLater(words.join(u' '), today, 0, calendar); t && t->minute < 0)
            s.scheduledFor = t->day;
        else if (!words.isEmpty())
            return std::nullopt;
        return s; // without a day the decision says what is missing
    case PayerState::Sent:
    case PayerState::Received:
    case PayerState::WaitsForPo: break;
    }
    return words.isEmpty() ? std::optional(s) : std::nullopt;
}

QString statusWords(const PayerStatus& s)
{
    QString out = payerStateName(s.state);
    if (s.state == PayerState::Scheduled && s.scheduledFor.isValid())
        out += u' ' + s.scheduledFor.toIso();
    if (!s.with.isEmpty())
        out += u" with " + s.with;
    if (s.since.isValid())
        out += u" since " + s.since.toIso();
    if (!s.reference.isEmpty())
        out += u' ' + s.reference;
    return out;
}

std::span<const ReasonLetter> disputeReasonLetters() { return reasons; }

std::optional<DisputeReason> readDisputeReason(const QString& words)
{
    const QString wanted = foldForSearch(words).trimmed().replace(u'-', u' ').replace(u'_', u' ');
    if (wanted.isEmpty())
        return std::nullopt;
    std::optional<DisputeReason> found;
    for (const ReasonLetter& r : reasons) {
        const QString name = QString::fromLatin1(r.name);
        if (name == wanted || (wanted.size() == 1 && wanted[0] == QLatin1Char(r.letter)))
            return r.reason;
        if (name.startsWith(wanted) && wanted.size() > 1) {
            if (found)
                return std::nullopt;
            found = r.reason;
        }
    }
    return found;
}

} // namespace duedesk
