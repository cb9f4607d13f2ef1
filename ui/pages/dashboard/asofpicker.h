// Which day is looked at: a date with its calendar, the month ends before and after it, and the way back to today.
#pragma once
#include "core/base/date.h"

#include <QWidget>

class QDateEdit;
class QPushButton;
class QToolButton;

namespace duedesk {

class AsOfPicker : public QWidget {
    Q_OBJECT
public:
    explicit AsOfPicker(QWidget* parent = nullptr);
    void setDay(Date asOf, Date today); // says nothing
    Date day() const;

signals:
    void dayChosen(duedesk::Date day); // today is a day like any other; invalid is never sent

private:
    void choose(Date day);
    QToolButton* m_before;
    QDateEdit* m_edit;
    QToolButton* m_after;
    QPushButton* m_toToday;
    Date m_today;
    bool m_setting = false;
};

} // namespace duedesk
