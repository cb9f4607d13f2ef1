// One line of text that gives way when the window is narrow: it ends in "…" and keeps the whole in its tooltip.
// A plain label would force its column to the width of its longest text.
#pragma once
#include <QFrame>

namespace duedesk {

class ElidedLabel : public QFrame {
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    void setColor(const QColor& color); // invalid = the palette's text
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_color;
};

} // namespace duedesk
