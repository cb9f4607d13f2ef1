// Writes a list to a file without holding up the window: rows are read here a few milliseconds at a time, a thread of its
// own writes them. When the list gets new content meanwhile, it starts again with that.
#pragma once
#include "core/base/outputfile.h"
#include "ui/widgets/exportable.h"

#include <QFutureWatcher>
#include <QObject>
#include <memory>

class QTimer;

namespace duedesk {

class ListExport : public QObject {
    Q_OBJECT
public:
    explicit ListExport(QObject* parent = nullptr);
    ~ListExport() override; // a running one leaves no file behind

    // `path` ends in a kind that ui/print/paperfile.h knows, `about` stands below the name on paper. `source` is asked
    // again when its content is stale. Nothing happens while one is running.
    void start(std::function<ListContent()> source, const OutputDoor& door, const QString& path,
               const QString& about = {});
    bool isRunning() const { return m_stream != nullptr; }
    void cancel();

signals:
    void progress(double fraction); // 0..1 while it runs, -1 when it is over
    void finished(int rows, const QString& path, const QString& doubt); // "" = it is safe on the disk
    void failed(const duedesk::Error& error); // also when it was cancelled

private:
    struct Stream;
    static Result<Written> write(Stream& stream);
    void begin();
    void fill();
    void abandon();
    void over();

    std::function<ListContent()> m_source;
    OutputDoor m_door;
    QString m_path, m_about;
    ListContent m_content;
    std::shared_ptr<Stream> m_stream; // between this thread and the one that writes
    QFutureWatcher<Result<Written>> m_writing;
    QTimer* m_timer;
    int m_row = 0;
    bool m_cancelled = false, m_again = false;
};

} // namespace duedesk
