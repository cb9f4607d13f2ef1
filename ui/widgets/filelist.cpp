#include "ui/widgets/filelist.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

namespace duedesk {

using namespace Qt::StringLiterals;

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList out;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            out += url.toLocalFile();
    return out;
}

} // namespace

FileList::FileList(const QString& nothing, QWidget* parent)
    : QWidget(parent), m_list(new QListWidget(this)), m_empty(new QLabel(this))
{
    setAcceptDrops(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_list->setAccessibleName(tr("Files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setProperty("look", u"muted"_s);
    m_empty->setText(nothing);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    connect(m_list, &QListWidget::itemActivated, this, [this] { emit openWanted(current()); });
    setFiles({});
}

void FileList::setFiles(const std::vector<FileLine>& files)
{
    const qint64 kept = current();
    m_list->clear();
    for (const FileLine& f : files) {
        auto* item = new QListWidgetItem(QString(f.name + u" \u00b7 "_s + f.about), m_list);
        item->setData(Qt::UserRole, f.id);
        item->setToolTip(QString(f.name + u"\n"_s + f.about).toHtmlEscaped());
        if (f.id == kept)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    m_list->setVisible(!files.empty());
    m_empty->setVisible(files.empty() && !m_empty->text().isEmpty());
}

qint64 FileList::current() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toLongLong() : 0;
}

bool FileList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete && current() != 0) {
            emit removeWanted(current());
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && current() != 0) {
            emit openWanted(current());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FileList::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FileList::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    emit dropped(localFiles(event->mimeData()));
}

} // namespace duedesk
