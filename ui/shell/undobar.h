// The bar that floats above the status bar and says what was just done, with Undo; errors stay until closed.
#pragma once
#include <QFrame>

class QLabel;
class QPushButton;
class QTimer;

namespace duedesk {

class UndoBar : public QFrame {
    Q_OBJECT
public:
    explicit UndoBar(QWidget* parent);
    // Shows a sentence for ten seconds; `undoable` offers Undo (Ctrl+Z does the same).
    void say(const QString& sentence, bool undoable);
    void complain(const QString& sentence); // an error: stays until closed
    QString text() const;
    void place(); // after the parent was resized

signals:
    void undoWanted();

private:
    void put(const QString& sentence, bool undoable, int ms);
    QLabel* m_text;
    QPushButton* m_undo;
    QPushButton* m_close;
    QTimer* m_timer;
    QString m_sentence;
};

} // namespace duedesk
