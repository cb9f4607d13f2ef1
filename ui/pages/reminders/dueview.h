// What the ladders would do today, payer by payer: what, to whom and why, the mail beside it, and for those with nothing
// due the reason. Ticked mails leave together.
#pragma once
#include "core/insight/letters/reminders.h"
#include "core/workbench/mailroom.h"
#include "ui/pages/latest.h"
#include "ui/widgets/tabledress.h"

class QCheckBox;
class QLabel;

namespace duedesk {

class EmptyState;
class LetterView;
class Workbench;

class DueView : public QWidget {
    Q_OBJECT
public:
    explicit DueView(Workbench& workbench, QWidget* parent = nullptr);

    void refresh();
    void send(); // the ticked mails, or the current one
    void stepDone();
    void skipStep(const QString& why);
    QWidget* list() const;
    TableDress* table() const { return m_table; }
    BookTableModel* model() const { return m_model; }
    QWidget* side() const { return m_side; } // the preview: the page's panel
    CustomerId currentPayer() const;
    int due() const { return m_shown ? m_shown->due : 0; } // steps
    int mails() const { return m_shown ? m_shown->mails : 0; } // of them
    QString subtitle() const;

signals:
    void shown();
    void said(const QString& sentence);
    void opened(duedesk::CustomerId payer);

private:
    using ListPtr = std::shared_ptr<const ReminderList>;
    struct Box {
        ListPtr now;
        const Reminder& at(std::uint32_t i) const { return now->rows[i]; }
    };
    static std::vector<Column> columns(const std::shared_ptr<Box>& box);
    void show(const ListPtr& list, const BookPtr& book);
    void fill();
    void preview();
    const Reminder* current() const;
    void queue(const std::vector<MailOrder>& orders);
    void submitStep(bool skipped, const QString& note);

    Workbench& m_workbench;
    std::shared_ptr<Box> m_box;
    BookTableModel* m_model;
    TableDress* m_table;
    EmptyState* m_empty;
    QWidget* m_side;
    QLabel *m_to, *m_facts;
    LetterView* m_letter;
    QCheckBox* m_allBox;
    ListPtr m_shown;
    BookPtr m_book;
    Latest<std::pair<ListPtr, BookPtr>> m_latest;
};

} // namespace duedesk
