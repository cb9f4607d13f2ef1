// "?": every key that works, by where it works, read from the table of actions.
#pragma once
#include "ui/shell/actioncatalog.h"

#include <QFrame>
#include <QPointer>

class QHBoxLayout;

namespace duedesk {

class ShortcutSheet : public QFrame {
    Q_OBJECT
public:
    explicit ShortcutSheet(QWidget* parent);
    void open(const std::vector<ActionScope>& scopes); // those of the pages that exist
    void shut();
    void place();
    QString text() const; // what it shows, one line a key

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QHBoxLayout* m_columns;
    QWidget* m_inside = nullptr;
    QString m_shown;
    QPointer<QWidget> m_before;
};

} // namespace duedesk
