// What stands where a list would be: nothing there yet, still loading, or something went wrong. Always with one
// sentence and, where there is one, the next action.
#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace duedesk {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    // `icon`: name of an icon, "" = none. `action`: label of the button, "" = no button.
    void setContent(const QString& icon, const QString& heading, const QString& text, const QString& action = {});

signals:
    void actionTriggered();

private:
    void paintIcon();
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace duedesk
