#include "ui/shell/listexport.h"

#include "core/base/words.h"
#include "ui/print/paperfile.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QtConcurrentRun>
#include <condition_variable>
#include <deque>
#include <mutex>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int sliceMs = 8;               // a key pressed meanwhile waits no longer
constexpr std::size_t batchRows = 500;
constexpr std::size_t batchesAhead = 16; // what may wait for the disk

using Batch = std::vector<std::vector<Cell>>;

} // namespace

struct ListExport::Stream {
    OutputDoor door;
    QString path, name, about;
    QStringList titles;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Batch> batches;
    bool complete = false;  // no more batches come
    bool abandoned = false; // nobody wants the file any more

    bool hasRoom()
    {
        const std::lock_guard lock(mutex);
        return batches.size() < batchesAhead;
    }
    void give(Batch batch)
    {
        const std::lock_guard lock(mutex);
        batches.push_back(std::move(batch));
        changed.notify_one();
    }
    void end(bool wanted)
    {
        const std::lock_guard lock(mutex);
        complete = true;
        abandoned = abandoned || !wanted;
        changed.notify_one();
    }
    // The next rows; empty when there are no more or nobody wants them.
    Batch take()
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return abandoned || complete || !batches.empty(); });
        if (abandoned || batches.empty())
            return {};
        Batch batch = std::move(batches.front());
        batches.pop_front();
        return batch;
    }
    bool isAbandoned()
    {
        const std::lock_guard lock(mutex);
        return abandoned;
    }
};

ListExport::ListExport(QObject* parent) : QObject(parent), m_timer(new QTimer(this))
{
    connect(m_timer, &QTimer::timeout, this, &ListExport::fill);
    connect(&m_writing, &QFutureWatcherBase::finished, this, &ListExport::over);
}

ListExport::~ListExport()
{
    m_writing.disconnect(this);
    if (m_stream)
        m_stream->end(false);
    m_writing.waitForFinished();
}

Result<Written> ListExport::write(Stream& stream)
{
    TableFile file = listFile(stream.door, stream.path, stream.name, stream.about);
    if (const Outcome o = file.open(); !o)
        return fail(o.error());
    file.writer().header(stream.titles);
    for (Batch batch = stream.take(); !batch.empty(); batch = stream.take())
        for (const std::vector<Cell>& row : batch)
            file.writer().row(row);
    if (stream.isAbandoned())
        return fail(ErrorCode::Cancelled, Lang::tr("the export was stopped; nothing was written"));
    return file.commit();
}

void ListExport::start(std::function<ListContent()> source, const OutputDoor& door, const QString& path,
                       const QString& about)
{
    if (isRunning())
        return;
    m_source = std::move(source);
    m_door = door;
    m_path = path;
    m_about = about;
    m_cancelled = false;
    begin();
}

void ListExport::begin()
{
    m_again = false;
    m_row = 0;
    m_content = m_source();
    m_stream = std::make_shared<Stream>();
    m_stream->door = m_door;
    m_stream->path = m_path;
    m_stream->name = m_content.name;
    m_stream->about = m_about;
    m_stream->titles = m_content.titles;
    connect(m_content.model, &QAbstractItemModel::modelAboutToBeReset, this, &ListExport::abandon);
    connect(m_content.model, &QObject::destroyed, this, &ListExport::cancel);
    m_writing.setFuture(QtConcurrent::run([stream = m_stream] { return write(*stream); }));
    emit progress(0);
    m_timer->start(0);
}

// The rows that were read are no longer those on show.
void ListExport::abandon()
{
    if (m_row >= m_content.rows)
        return; // all are read: this is what was shown
    m_again = true;
    m_timer->stop();
    m_stream->end(false);
}

void ListExport::fill()
{
    QElapsedTimer slice;
    slice.start();
    while (m_row < m_content.rows && slice.elapsed() < sliceMs && m_stream->hasRoom()) {
        Batch batch;
        for (; m_row < m_content.rows && batch.size() < batchRows && slice.elapsed() < sliceMs; ++m_row) {
            batch.emplace_back(std::size_t(m_content.titles.size()));
            m_content.read(m_row, batch.back());
        }
        m_stream->give(std::move(batch));
    }
    if (m_row >= m_content.rows) {
        m_timer->stop();
        m_stream->end(true);
        return;
    }
    m_timer->setInterval(m_stream->hasRoom() ? 0 : 5);
    emit progress(0.9 * m_row / m_content.rows); // the rest is for bringing it to the disk
}

void ListExport::cancel()
{
    if (!isRunning())
        return;
    m_cancelled = true;
    m_timer->stop();
    m_stream->end(false);
}

void ListExport::over()
{
    if (m_content.model)
        m_content.model->disconnect(this);
    m_timer->stop();
    const Result<Written> outcome = m_writing.result();
    const bool stopped = !outcome && outcome.error().code == ErrorCode::Cancelled;
    if (m_again && !m_cancelled && stopped) {
        QTimer::singleShot(0, this, [this] { m_cancelled ? over() : begin(); }); // once the new content stands
        return;
    }
    m_stream.reset();
    m_source = {};
    emit progress(-1);
    if (outcome)
        emit finished(m_content.rows, m_path, outcome->doubt);
    else
        emit failed(outcome.error());
}

} // namespace duedesk
