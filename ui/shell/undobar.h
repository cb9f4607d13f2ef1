// The bar that floats above the status bar and says what was just done, with Undo; errors stay until closed. Beside it run
// down the seconds of what can still be taken back.
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
    // "The mail leaves in 7 s" with the key that takes it back; "" = nothing is held. `tellsNext`: it says itself what was
    // just done, so that the next sentence stays away.
    void countDown(const QString& sentence, const QString& key, bool tellsNext = false);
    QString countdownText() const;
    void sentenceOver(); // what was done has been read
    void place(); // after the parent was resized

signals:
    void undoWanted();
    void takeBackWanted();

private:
    void put(const QString& sentence, bool undoable, int ms);
    QLabel* m_text;
    QPushButton* m_undo;
    QPushButton* m_close;
    QLabel* m_countdown;
    QPushButton* m_takeBack;
    QTimer* m_timer;
    QString m_sentence;
    bool m_undoable = false, m_tellsNext = false;
};

} // namespace duedesk
