#include "core/workbench/workbench.h"

#include "core/base/edge.h"
#include "core/store/storage.h"
#include "core/workbench/derived.h"
#include "core/workbench/handids.h"
#include "core/workbench/pulse.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {

void Insights::require() const
{
    if (problem)
        throw Failure{*problem};
}

Workbench::Workbench(std::unique_ptr<Storage> storage, const Clock& clock, QString user, QString path)
    : m_storage(std::move(storage)), m_ids(std::make_unique<HandIds>(m_storage->firstIds(), Storage::idsAtOnce)),
      m_book(m_storage->loaded()), m_clock(clock), m_user(std::move(user)), m_path(std::move(path))
{
    m_insights = Derived::compute(m_book, today(), m_clock.now(), {});
    m_derived = std::make_unique<Derived>(m_insights);
    connect(m_derived.get(), &Derived::ready, this, [this](const InsightsPtr& insights) {
        m_insights = insights;
        m_pulse->expect(insights->nextChange);
        emit insightsChanged();
    });
    m_day = today();
    m_pulse = std::make_unique<Pulse>(m_clock);
    m_pulse->expect(m_insights->nextChange);
    connect(m_pulse.get(), &Pulse::beat, this, &Workbench::onBeat);
    connect(m_storage.get(), &Storage::published, this,
            [this](const std::shared_ptr<const BookStore::Published>& news, OperationId operation) {
                onPublished(news->book, news->changes, news->reload, operation);
            });
    connect(m_storage.get(), &Storage::refused, this, &Workbench::onRefused);
    connect(m_storage.get(), &Storage::idsLeased, this, &Workbench::onIds);
    connect(m_storage.get(), &Storage::trouble, this, &Workbench::onTrouble);
    connect(m_storage.get(), &Storage::troubleOver, this, &Workbench::onTroubleOver);
    connect(m_storage.get(), &Storage::warned, this, &Workbench::warned);
    connect(m_storage.get(), &Storage::importProgress, this, &Workbench::importProgress);
}

Workbench::~Workbench() { saveWhatWaits(); }

Date Workbench::today() const { return m_book->dayOf(m_clock.now()); }
Date Workbench::asOf() const { return m_asOf.isValid() ? m_asOf : today(); }

void Workbench::setAsOf(Date d)
{
    const Date wanted = d == today() ? Date() : d;
    if (wanted == m_asOf)
        return;
    m_asOf = wanted;
    emit asOfChanged();
    requestInsights();
}

void Workbench::onBeat(bool due)
{
    const bool turned = today() != m_day;
    if (turned)
        turnDay();
    const bool lost = m_pulse->expected() == 0; // asked for, and no answer: asked again each minute
    if (((due || lost) && isToday()) || turned)
        requestInsights();
    emit minutePassed(due || turned);
}

void Workbench::turnDay()
{
    m_day = today();
    if (m_asOf == m_day) // was tomorrow when it was chosen
        m_asOf = {};
    emit dayChanged();
    if (!m_asOf.isValid())
        emit asOfChanged();
}

void Workbench::requestInsights() { m_derived->request(m_book, asOf(), isToday() ? m_clock.now() : 0); }

QByteArray Workbench::contentDigest(const QByteArray& bytes) { return BookStore::contentDigest(bytes); }

void Workbench::content(const QByteArray& sha256, QObject* asker, std::function<void(const Result<QByteArray>&)> then)
{
    m_storage->content(sha256, asker, std::move(then));
}

void Workbench::refresh()
{
    m_storage->refresh();
    m_pulse->check();
    requestInsights();
}

void Workbench::setBook(BookPtr book)
{
    m_book = std::move(book);
    requestInsights();
}

// Saved views and drafts are in no figure: the insights of the book before them stay as they are.
static bool touchesInsights(const ChangeSet& changes)
{
    bool touches = !changes.posted.isEmpty();
    changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        touches = touches || (!rows.empty() && !std::is_same_v<T, SavedView> && !std::is_same_v<T, Draft>);
    });
    return touches;
}

void Workbench::onPublished(const BookPtr& book, const ChangeSet& changes, bool reload, OperationId operation)
{
    std::optional<Sent> sent;
    if (m_sent && m_sent->request.operation == operation)
        sent = std::exchange(m_sent, std::nullopt);
    if (reload || touchesInsights(changes) || m_insights->book != m_book) {
        setBook(book);
    } else { // a text being typed changes no figure
        auto same = std::make_shared<Insights>(*m_insights);
        same->book = m_book = book;
        m_insights = std::move(same);
    }
    emit changed(changes, reload);
    if (sent && sent->request.kind == Kind::Import) // its batch has its id now
        sent->step.batch = changes.of<ImportBatch>().back().after.id;
    if (sent) {
        m_isTrying = false;
        if (!canWrite())
            endTrouble();
        finish(*sent);
    }
    emit savingChanged();
    sendWaiting();
}

} // namespace duedesk
