// The card of a running call: whom, which number (copied already), how long, and the outcomes with their keys.
#pragma once
#include "ui/panels/payerfacts.h"

#include <QWidget>

class QLabel;
class QTimer;

namespace duedesk {

class SayBlock;

// The outcomes that can be logged, in the order of their keys.
struct OutcomeChoice {
    CallOutcome outcome;
    const char* text;
    bool asks; // false: logs at once
};
const std::vector<OutcomeChoice>& outcomeChoices();

class DialCard : public QWidget {
    Q_OBJECT
public:
    explicit DialCard(const Clock& clock, QWidget* parent = nullptr);
    void start(const PayerFacts& facts);
    int seconds() const; // since the start

signals:
    void outcomeChosen(duedesk::CallOutcome outcome);
    void cancelled();

private:
    void tick();
    const Clock& m_clock;
    Instant m_started = 0;
    QTimer* m_timer;
    SayBlock* m_say;
    QLabel *m_name, *m_contact, *m_phone, *m_reach, *m_time, *m_copied;
};

} // namespace duedesk
