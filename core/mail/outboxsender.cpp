#include "core/mail/outboxsender.h"

#include <QHash>
#include <algorithm>

namespace duedesk {

QString recipientDomain(const QString& address) { return address.mid(address.lastIndexOf(u'@') + 1).toLower(); }

NextSend nextToSend(std::span<const OutboxMessage> rows, Instant now, int secondsBetween)
{
    QHash<QString, Instant> last;
    for (const OutboxMessage& m : rows)
        if (const Instant at = std::min(std::max(m.startedAt, m.endedAt), now); at > 0 && !m.retractedBy) {
            Instant& known = last[recipientDomain(m.toAddress)];
            known = std::max(known, at);
        }
    NextSend out;
    Instant waitingSince = 0;
    for (const OutboxMessage& m : rows) {
        if (m.state != OutboxState::Queued || m.retractedBy)
            continue;
        const auto busy = last.constFind(recipientDomain(m.toAddress));
        const Instant paced = busy == last.constEnd() ? 0 : *busy + Instant(std::max(secondsBetween, 0)) * 1000;
        const Instant from = std::max(m.releaseAt, paced);
        if (from > now) {
            out.lookAgain = out.lookAgain == 0 ? from : std::min(out.lookAgain, from);
        } else if (!out.id || std::pair(m.releaseAt, m.id) < std::pair(waitingSince, out.id)) {
            out.id = m.id;
            waitingSince = m.releaseAt;
        }
    }
    if (out.id)
        out.lookAgain = 0;
    return out;
}

std::vector<OutboxId> leftInSending(std::span<const OutboxMessage> rows, std::span<const OperationId> ours)
{
    std::vector<OutboxId> out;
    for (const OutboxMessage& m : rows)
        if (m.state == OutboxState::Sending && !m.retractedBy && std::ranges::find(ours, m.attempt) == ours.end())
            out.push_back(m.id);
    return out;
}

} // namespace duedesk
