// Files that belong to something: one line each, Enter opens, Delete takes off, a file dropped on it is attached.
#pragma once
#include <QWidget>
#include <vector>

class QListWidget;
class QLabel;

namespace duedesk {

struct FileLine {
    qint64 id = 0;       // as its owner knows it
    QString name, about; // "contract.pdf", "120 kB · 12 Nov · ana"
};

class FileList : public QWidget {
    Q_OBJECT
public:
    // `nothing`: the sentence where there is no file; "" = nothing is shown then.
    explicit FileList(const QString& nothing, QWidget* parent = nullptr);
    void setFiles(const std::vector<FileLine>& files);
    qint64 current() const; // 0 where there is no file
    QListWidget* list() const { return m_list; }

signals:
    void openWanted(qint64 file);
    void removeWanted(qint64 file);
    void dropped(const QStringList& paths);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QListWidget* m_list;
    QLabel* m_empty;
};

} // namespace duedesk
