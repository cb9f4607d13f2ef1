#include "core/workbench/derived.h"

#include "core/base/edge.h"
#include "core/insight/behaviour/behaviour.h"
#include "core/insight/calls/nextchange.h"

#include <QtConcurrentRun>

namespace duedesk {

Derived::Derived(InsightsPtr first, QObject* parent) : QObject(parent), m_last(std::move(first))
{
    connect(&m_running, &QFutureWatcherBase::finished, this, &Derived::finished);
}

Derived::~Derived() { m_running.waitForFinished(); }

InsightsPtr Derived::compute(BookPtr book, Date day, Instant now, const InsightsPtr& previous)
{
    const auto done = atEdge(u"the figures were worked out", [&] { return workOut(book, day, now, previous); });
    if (done)
        return *done;
    auto out = std::make_shared<Insights>();
    out->book = std::move(book);
    out->day = day;
    out->behaviour = std::make_shared<const BehaviourModel>(BehaviourModel::fit({}, day + 1));
    out->problem = done.error();
    return out;
}

InsightsPtr Derived::workOut(BookPtr book, Date day, Instant now, const InsightsPtr& previous)
{
    auto out = std::make_shared<Insights>();
    out->book = book;
    out->day = day;
    const bool sameModel =
        previous && !previous->problem && previous->day == day && previous->book->ledgerPtr() == book->ledgerPtr();
    out->behaviour = sameModel
                         ? previous->behaviour
                         : std::make_shared<const BehaviourModel>(BehaviourModel::fit(paymentFacts(*book), day + 1));
    out->calls = callList(*book, *out->behaviour, {day, now});
    out->nextChange = nextChange(*book, out->calls);
    return out;
}

void Derived::request(BookPtr book, Date day, Instant now)
{
    Request r{std::move(book), day, now};
    if (m_isBusy)
        m_waiting = std::move(r); // an older waiting one is superseded
    else
        start(r);
}

void Derived::start(const Request& r)
{
    m_isBusy = true;
    m_running.setFuture(QtConcurrent::run([r, last = m_last] { return compute(r.book, r.day, r.now, last); }));
}

void Derived::finished()
{
    m_last = m_running.result();
    m_isBusy = false;
    if (m_waiting) { // what just came is of an older book: go on to the newer one, keep only the model
        const Request next = *std::exchange(m_waiting, std::nullopt);
        start(next);
        return;
    }
    emit ready(m_last);
}

} // namespace duedesk
