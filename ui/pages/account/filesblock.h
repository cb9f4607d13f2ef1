// The files kept with an account: one line each, Enter opens, Delete takes off, a file dropped on it is attached.
#pragma once
#include "ui/pages/account/accountfacts.h"

#include <QWidget>

class QListWidget;
class QLabel;

namespace duedesk {

class FilesBlock : public QWidget {
    Q_OBJECT
public:
    explicit FilesBlock(QWidget* parent = nullptr);
    void setFiles(const std::vector<FileLine>& files);
    AttachmentId current() const; // none where there is no file
    QListWidget* list() const { return m_list; }

signals:
    void openWanted(duedesk::AttachmentId file);
    void removeWanted(duedesk::AttachmentId file);
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
