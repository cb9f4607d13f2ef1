#include "ui/panels/draftkeeper.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace duedesk {

namespace {
constexpr int restMs = 1000;
}

DraftKeeper::DraftKeeper(Workbench& workbench, QObject* parent)
    : QObject(parent), m_workbench(workbench), m_rest(new QTimer(this))
{
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_rest, &QTimer::timeout, this, &DraftKeeper::flush);
    connect(&m_workbench, &Workbench::savingChanged, this, &DraftKeeper::dropNow);
    connect(&m_workbench, &Workbench::troubleOver, this, &DraftKeeper::flush);
}

DraftKeeper::~DraftKeeper() { flush(); }

void DraftKeeper::typed(const QString& key, const QString& text)
{
    m_gone.remove(key);
    m_waiting[key] = text;
    m_rest->start();
}

void DraftKeeper::flush()
{
    m_rest->stop();
    // What is typed on another day, or while the book cannot be written, waits here.
    for (auto it = m_waiting.begin(); it != m_waiting.end();)
        it = m_workbench.submitQuietly(SaveDraft{it.key(), it.value()}) ? m_waiting.erase(it) : std::next(it);
}

void DraftKeeper::drop(const QString& key)
{
    m_waiting.remove(key);
    m_gone.insert(key);
    dropNow();
}

// A draft that is still on its way to the store cannot be dropped before it is there.
void DraftKeeper::dropNow()
{
    if (m_workbench.isSaving() || !m_workbench.canWrite() || m_gone.isEmpty())
        return;
    const QSet<QString> gone = std::exchange(m_gone, {});
    for (const QString& key : gone)
        if (draftOf(*m_workbench.book(), m_workbench.user(), key))
            (void)m_workbench.submitQuietly(DropDraft{key}); // refused on another day: then it only stays
}

QString DraftKeeper::text(const QString& key) const
{
    if (const auto waiting = m_waiting.constFind(key); waiting != m_waiting.constEnd())
        return *waiting;
    const Draft* draft = m_gone.contains(key) ? nullptr : draftOf(*m_workbench.book(), m_workbench.user(), key);
    return draft ? draft->text : QString();
}

void DraftKeeper::typedFields(const QString& key, const Fields& fields)
{
    if (fields.isEmpty()) {
        drop(key);
        return;
    }
    QJsonObject kept;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        kept.insert(it.key(), it.value());
    typed(key, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

DraftKeeper::Fields DraftKeeper::fields(const QString& key) const
{
    Fields out;
    const QJsonObject kept = QJsonDocument::fromJson(text(key).toUtf8()).object();
    for (auto it = kept.begin(); it != kept.end(); ++it)
        out[it.key()] = it->toString();
    return out;
}

} // namespace duedesk
