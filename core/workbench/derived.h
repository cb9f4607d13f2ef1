// Works out the shared insights off the GUI thread. Every request carries a token; an answer to an older
// request than the latest is dropped, so a slow one can never overwrite a newer one.
#pragma once
#include "core/workbench/workbench.h"

#include <QFutureWatcher>
#include <QObject>

namespace duedesk {

class Derived : public QObject {
    Q_OBJECT
public:
    // `first`: what is known already; lends its behaviour model.
    explicit Derived(InsightsPtr first = {}, QObject* parent = nullptr);
    ~Derived() override;

    // D and the instant for calling hours (0 when D is not today).
    void request(BookPtr book, Date day, Instant now);

    // The work itself, for those who wait (tests, the first paint). `previous` lends its behaviour model when
    // the posted lines and the day are the same. What it throws becomes the insights' problem.
    static InsightsPtr compute(BookPtr book, Date day, Instant now, const InsightsPtr& previous);

signals:
    void ready(const duedesk::InsightsPtr& insights);

private:
    struct Request {
        BookPtr book;
        Date day;
        Instant now;
    };
    static InsightsPtr workOut(BookPtr book, Date day, Instant now, const InsightsPtr& previous);
    void start(const Request& r);
    void finished();

    QFutureWatcher<InsightsPtr> m_running;
    // From a start until its answer is taken, so longer than the future runs: a request between the two must wait, or
    // one that waits already would run after it.
    bool m_isBusy = false;
    std::optional<Request> m_waiting; // the latest one asked for meanwhile
    InsightsPtr m_last;
};

} // namespace duedesk
