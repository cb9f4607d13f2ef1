// What happened since the last session, in one calm line above the call list: a count and a sum for each part, each a
// button with its key. It goes when it is put away.
#pragma once
#include "core/insight/talks/morning.h"

#include <QFrame>

class QLabel;

namespace duedesk {

class MorningDesk;

class MorningStrip : public QFrame {
    Q_OBJECT
public:
    explicit MorningStrip(MorningDesk& desk, QWidget* parent = nullptr);
    QString text() const; // "Paid 12 · 48,210 | Broken 1 · 900", for tests and readers

signals:
    void partWanted(duedesk::MorningPart part);

private:
    void fill();
    MorningDesk& m_desk;
    QLabel* m_title;
    QWidget* m_parts;
};

} // namespace duedesk
