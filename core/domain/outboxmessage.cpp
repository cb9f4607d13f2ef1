#include "core/domain/outboxmessage.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

struct Step {
    OutboxState from, to;
    bool byProgram;
};

using enum OutboxState;
constexpr Step steps[] = {
    {Queued, Sending, true},     {Queued, Cancelled, true}, {Queued, Exported, true}, {Sending, Sent, true},
    {Sending, Failed, true},     {Sending, Unknown, true},  {Sending, Queued, true},  {Failed, Queued, false},
    {Failed, Cancelled, false},  {Failed, Exported, false}, {Unknown, Sent, false},   {Unknown, Queued, false},
    {Unknown, Cancelled, false},
};

} // namespace

bool mayBecome(OutboxState from, OutboxState to, OutboxHand hand)
{
    return std::any_of(std::begin(steps), std::end(steps), [&](const Step& s) {
        // What is on the wire belongs to the program that sends it.
        const bool allowed = hand == OutboxHand::Program ? s.byProgram : s.from != Sending && s.to != Sending;
        return s.from == from && s.to == to && allowed;
    });
}

QString outboxStateName(OutboxState s)
{
    switch (s) {
    case Queued: return u"queued"_s;
    case Sending: return u"sending"_s;
    case Sent: return u"sent"_s;
    case Failed: return u"failed"_s;
    case Unknown: return u"unknown"_s;
    case Cancelled: return u"cancelled"_s;
    case Exported: return u"exported"_s;
    }
    return {};
}

Instant retryAt(int attempts, Instant now)
{
    // Greylisting lets a mail in after some minutes; who is down for three hours is looked at by a person.
    static constexpr std::array<int, 4> minutes = {2, 10, 30, 120};
    return attempts < 1 || attempts > int(minutes.size()) ? 0
                                                          : now + Instant(minutes[std::size_t(attempts - 1)]) * 60'000;
}

} // namespace duedesk
