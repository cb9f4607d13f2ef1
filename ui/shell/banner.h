// A calm line across the top of the window for what concerns the whole book: its file is gone, another program writes,
// the window waits for the last changes before it closes, something went wrong inside. What is graver hides the rest.
#pragma once
#include <QFrame>

class QLabel;
class QPushButton;

namespace duedesk {

class Banner : public QFrame {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    // Of the store, until it is over. `canRetry`: a person may try again now.
    void setTrouble(const QString& sentence, bool canRetry);
    void endTrouble();
    void setClosing(const QString& sentence); // "" = it does not close
    void warn(const QString& sentence);       // stays until it is closed
    QString text() const;                     // "" = hidden

signals:
    void retryWanted();

private:
    void show();
    QLabel* m_text;
    QPushButton *m_retry, *m_close;
    QString m_trouble, m_closing, m_warning;
    bool m_canRetry = false;
};

} // namespace duedesk
