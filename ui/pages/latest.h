// Asks a question off the GUI thread and delivers the answer to the latest one only: an older answer that comes
// late is dropped by its token. Questions asked meanwhile wait, and only the last of them is asked.
#pragma once
#include "core/base/edge.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <functional>
#include <optional>

namespace duedesk {

template <class T> class Latest {
public:
    using Work = std::function<T()>;
    using Deliver = std::function<void(const T&)>;
    using Failed = std::function<void(const QString& why)>;

    Latest() = default;
    ~Latest() { m_watcher.disconnect(); }
    Latest(const Latest&) = delete;
    Latest& operator=(const Latest&) = delete;

    // `work` sees nothing but what it captured by value; `deliver` and `failed` run on the GUI thread.
    void ask(Work work, Deliver deliver, Failed failed = {})
    {
        m_waiting = Question{std::move(work), std::move(deliver), std::move(failed)};
        if (!m_running)
            start();
    }
    void forget() { m_waiting.reset(), ++m_token; }
    bool isBusy() const { return m_running; }

private:
    struct Question {
        Work work;
        Deliver deliver;
        Failed failed;
    };
    void start()
    {
        const Question q = std::move(*m_waiting);
        m_waiting.reset();
        m_running = true;
        const quint64 token = ++m_token;
        m_watcher.disconnect();
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher,
                         [this, token, q] { finished(token, q); });
        m_watcher.setFuture(
            QtConcurrent::run([work = q.work]() -> Result<T> { return atEdge(u"figures were worked out", work); }));
    }
    void finished(quint64 token, const Question& q)
    {
        m_running = false;
        const Result<T> a = m_watcher.result();
        const bool stale = token != m_token || m_waiting;
        if (m_waiting)
            start();
        if (stale)
            return;
        if (a)
            q.deliver(*a);
        else if (q.failed)
            q.failed(a.error().message());
    }

    QFutureWatcher<Result<T>> m_watcher;
    std::optional<Question> m_waiting;
    quint64 m_token = 0;
    bool m_running = false;
};

} // namespace duedesk
