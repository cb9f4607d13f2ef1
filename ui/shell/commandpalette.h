// Ctrl+K and Ctrl+G: one line, a list below it, Enter. The first finds actions and shows their keys, the second finds
// anything in the book; both are fed with rows and know nothing of either.
#pragma once
#include <QFrame>
#include <QPointer>
#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QTimer;

namespace duedesk {

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    struct Row {
        QString title, detail; // detail at the right: keys, or what it belongs to
        bool enabled = true;
        std::function<void()> run;
    };
    using Finder = std::function<std::vector<Row>(const QString& text)>;

    explicit CommandPalette(QWidget* parent);
    // Opens over the parent; `find` is asked for every text, also for the empty one.
    void open(const QString& name, const QString& placeholder, Finder find);
    void shut();
    QLineEdit* edit() const { return m_edit; }
    QListWidget* list() const { return m_list; }
    void place();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void runCurrent();

    QLineEdit* m_edit;
    QListWidget* m_list;
    QLabel* m_none;
    QTimer* m_timer;
    Finder m_find;
    std::vector<Row> m_rows;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace duedesk
