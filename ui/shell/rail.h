// The left rail: one entry a screen, icon over text, count where something waits; and the menu below it.
#pragma once
#include <QAbstractButton>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace duedesk {

class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& icon, const QString& text, const QString& shortcut, QWidget* parent = nullptr);
    void setBadge(int n);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QString m_icon;
    int m_badge = 0;
};

class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void addEntry(const QString& id, const QString& icon, const QString& text, const QString& shortcut);
    void setCurrent(const QString& id); // "" or unknown = none
    void setBadge(const QString& id, int n);
    QWidget* menuButton() const { return m_menu; }

signals:
    void chosen(const QString& id);
    void menuWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();
    struct Entry {
        QString id;
        RailButton* button;
    };
    QVBoxLayout* m_layout;
    RailButton* m_menu;
    std::vector<Entry> m_entries;
};

} // namespace duedesk
