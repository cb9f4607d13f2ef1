// The aging of one account as a single bar with every bucket named and summed beneath it. Left and right read
// a bucket, Enter asks for its items.
#pragma once
#include "core/base/money.h"

#include <QPointF>
#include <QString>
#include <QWidget>
#include <array>

namespace duedesk {

struct ChartStyle;

class AgingBar : public QWidget {
    Q_OBJECT
public:
    explicit AgingBar(QWidget* parent = nullptr);
    // Base minor units; names by the policy's edges ("1–30").
    void setData(const std::array<std::int64_t, 5>& bucket, Currency currency, const std::array<QString, 5>& names);
    int cursor() const { return m_cursor; }
    QString reading() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

signals:
    void readingChanged(const QString& sentence);
    void bucketActivated(int bucket);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Labels {
        std::array<QString, 5> figure;
        std::array<QPointF, 5> at; // below the bar
        int lines = 1;
    };
    Labels labels(double width) const;
    void paintLabels(QPainter& p, const ChartStyle& s) const;
    void moveTo(int bucket);
    QString labelOf(int bucket) const;
    std::array<std::int64_t, 5> m_bucket{};
    std::array<QString, 5> m_names;
    Currency m_currency;
    int m_cursor = -1;
};

} // namespace duedesk
