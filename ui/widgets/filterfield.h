// The filter line of a page header: "/" goes there, Esc clears it, a second Esc gives the focus back to the list.
// An error of the filter language stands beside it; the list keeps what it showed.
#pragma once
#include <QWidget>

class QLabel;
class QLineEdit;
class QTimer;

namespace duedesk {

class FilterField : public QWidget {
    Q_OBJECT
public:
    explicit FilterField(const QString& placeholder, QWidget* parent = nullptr);

    QString text() const;
    void setText(const QString& text);    // emits filterChanged at once
    void setError(const QString& message); // "" = fine
    void setReturnFocus(QWidget* list) { m_return = list; }
    void setDelay(int ms);                // pause in typing before filterChanged; 0 by default
    void focus();
    bool back();                          // Esc from elsewhere: clears a filter; true when there was one
    QLineEdit* edit() const { return m_edit; }

signals:
    void filterChanged(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_edit;
    QLabel* m_error;
    QTimer* m_timer;
    QWidget* m_return = nullptr;
};

} // namespace duedesk
