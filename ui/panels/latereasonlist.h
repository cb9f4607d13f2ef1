// Why invoices are late, as a short list over the table they are chosen in: a letter or the arrows choose, Tab goes to a
// note, Enter takes, Esc leaves. It submits the one command; what is refused stands in its last line.
#pragma once
#include "core/domain/ids.h"
#include "core/domain/invoicemark.h"

#include <QFrame>
#include <QPointer>
#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace duedesk {

class DraftKeeper;
class Workbench;

class LateReasonList : public QFrame {
    Q_OBJECT
public:
    // `over`: the table; it gets the focus back.
    LateReasonList(Workbench& workbench, QWidget* over);

    // Opens for those of the invoices that are past due today.
    void ask(const std::vector<DebitId>& invoices);
    void choose(LateReason reason);
    LateReason chosen() const;
    QString about() const; // "3 invoices, 1 to 45 days late"
    QString errorShown() const; // "" = none
    QListWidget* list() const { return m_list; }
    QLineEdit* note() const { return m_note; }

signals:
    void taken(); // the command was accepted
    void refused(const QString& reason); // it did not open

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take();
    void shut();
    void place();
    bool keyPressed(const QObject* in, int key);
    QString draftKey() const; // of the note: "late/17"

    Workbench& m_workbench;
    QPointer<QWidget> m_over;
    std::vector<DebitId> m_debits;
    QLabel *m_about, *m_error;
    QListWidget* m_list;
    QLineEdit* m_note;
    DraftKeeper* m_drafts;
};

} // namespace duedesk
