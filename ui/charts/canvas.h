// A widget that is painted by a function: for the small charts that need no more than a painter.
#pragma once
#include <QPainter>
#include <QWidget>
#include <functional>

namespace duedesk {

class Canvas : public QWidget {
public:
    Canvas(QWidget* parent, std::function<void(QPainter&, const QRectF&)> paint)
        : QWidget(parent), m_paint(std::move(paint))
    {
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        m_paint(p, QRectF(rect()));
    }

private:
    std::function<void(QPainter&, const QRectF&)> m_paint;
};

} // namespace duedesk
