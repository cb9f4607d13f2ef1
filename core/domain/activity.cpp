#include "core/domain/activity.h"

#include <array>

namespace duedesk {
namespace {

constexpr std::array<const char*, 11> names = {
    "",          "promise to pay", "says paid",        "dispute",           "voicemail", "no answer",
    "call back", "wrong number",   "needs a document", "refused, escalate", "in process"};

} // namespace

bool isAttempt(const Activity& a) { return a.kind == ActivityKind::Call && a.outcome != CallOutcome::None; }

bool isConnect(const Activity& a)
{
    return isAttempt(a) && a.outcome != CallOutcome::Voicemail && a.outcome != CallOutcome::NoAnswer
           && a.outcome != CallOutcome::WrongNumber;
}

QString outcomeName(CallOutcome o) { return QString::fromLatin1(names[std::size_t(o)]); }

char outcomeKey(CallOutcome o)
{
    if (o == CallOutcome::None)
        return 0;
    return o == CallOutcome::InProcess ? '0' : char('0' + int(o));
}

CallOutcome outcomeOfKey(char digit)
{
    if (digit == '0')
        return CallOutcome::InProcess;
    return digit >= '1' && digit <= '9' ? CallOutcome(digit - '0') : CallOutcome::None;
}

QString activityKindName(ActivityKind k)
{
    static constexpr std::array<const char*, 6> kinds = {"call", "e-mail", "letter", "meeting", "note", "reply"};
    return QString::fromLatin1(kinds[std::size_t(k)]);
}

} // namespace duedesk
