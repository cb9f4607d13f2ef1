// The context panel of a list of payers: why it is here, whom to call, how they pay, the last touches, and the
// actions with their keys. It shows PayerFacts and asks for the verbs of its desk by name.
#pragma once
#include "ui/panels/payerfacts.h"

#include <QScrollArea>

class QLabel;

namespace duedesk {

class KeyButton;
class SayBlock;

class PayerPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit PayerPanel(QWidget* parent = nullptr);
    void setFacts(const PayerFacts& facts);
    void setReach(const PayerFacts& facts); // of the same account: the time there goes on
    void clearFacts(const QString& text); // nothing is selected, or still loading
    void toggleSay(); // unfolds or folds what to say
    SayBlock* say() const { return m_say; }
    void setCanLog(bool can, const QString& why); // as-of another day: buttons off, with the reason

signals:
    void actionWanted(const QString& name); // "call", "promise", "write", "note", "later"

private:
    QLabel* add(const QString& look, int gapAbove);
    void paintPhone();
    void placeSay(const PayerFacts& facts);

    QWidget* m_inside;
    QLabel *m_name, *m_about, *m_whyTitle, *m_whyNot, *m_dso, *m_contact, *m_phone, *m_email, *m_reach, *m_confirm,
        *m_payTitle, *m_pay, *m_touchTitle, *m_reason;
    FactRows *m_why, *m_touches;
    SayBlock* m_say;
    int m_sayPlace = 0; // in the layout
    QWidget* m_buttons;
    std::vector<KeyButton*> m_keys, m_confirmKeys; // the latter where something waits for their confirmation
};

} // namespace duedesk
