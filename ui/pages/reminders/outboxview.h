// Mails on their way: queued with the seconds they can still be taken back, sent, failed with the reason, and unknown ones
// with the two answers a person can give.
#pragma once
#include "core/command/remindercommands.h"
#include "core/domain/book.h"
#include "ui/widgets/tabledress.h"

class QLabel;
class QPushButton;
class QTimer;

namespace duedesk {

class EmptyState;
class Workbench;

class OutboxView : public QWidget {
    Q_OBJECT
public:
    explicit OutboxView(Workbench& workbench, QWidget* parent = nullptr);

    void refresh();
    void setTrouble(const QString& why); // why mails wait; "" = they leave
    void takeBack();
    void retry();
    void answer(bool arrived);
    TableDress* table() const { return m_table; }
    BookTableModel* model() const { return m_model; }
    QWidget* side() const { return m_side; }
    int needsSomebody() const; // unknown and failed ones
    QString subtitle() const;

signals:
    void shown();
    void said(const QString& sentence);
    void opened(duedesk::CustomerId payer);

private:
    std::vector<Column> columns();
    const OutboxMessage* current() const;
    void showCurrent();
    void tick();

    Workbench& m_workbench;
    BookTableModel* m_model;
    TableDress* m_table;
    EmptyState* m_empty;
    QWidget* m_side;
    QLabel *m_trouble, *m_title, *m_text;
    QPushButton *m_back, *m_retry, *m_arrived, *m_lost;
    QTimer* m_timer;
};

} // namespace duedesk
