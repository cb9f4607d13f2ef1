// Two entries of one person side by side: Up and Down walk the fields, Left and Right choose whose value stays,
// Ctrl+Enter merges, Esc leaves it.
#pragma once
#include "core/domain/contactfields.h"

#include <QWidget>
#include <vector>

namespace duedesk {

class MergeDiff : public QWidget {
    Q_OBJECT
public:
    explicit MergeDiff(QWidget* parent = nullptr);

    // Fields that both leave empty are not shown. At first the kept one's values stay, where it has any.
    void start(const Contact& keep, const Contact& drop);
    std::vector<ContactField> fromDropped() const;
    QString chosen(ContactField f) const; // the value that would stay
    ContactField current() const;
    void choose(bool fromDropped);
    void moveBy(int rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void merge();
    void cancelled();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Row {
        ContactField field;
        QString keep, drop;
        bool fromDropped = false;
        bool differs() const { return keep != drop; }
    };
    QRect rowRect(int row) const;
    int lineHeight() const;
    void tell();

    QString m_keepName, m_dropName;
    std::vector<Row> m_rows;
    int m_current = 0;
};

} // namespace duedesk
