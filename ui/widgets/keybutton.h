// A button that shows the key doing the same, in a small cap behind its text.
#pragma once
#include <QPushButton>

namespace duedesk {

class KeyButton : public QPushButton {
    Q_OBJECT
public:
    KeyButton(const QString& text, const QString& key, QWidget* parent = nullptr);
    void setPrimary(bool primary);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int capWidth() const;
    QString m_key;
    bool m_primary = false;
};

} // namespace duedesk
