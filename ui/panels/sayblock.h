// What to say, for reading while the phone rings: the opening always, objections with answers and the second ask when
// unfolded. Shown in the context panel and on the dial card.
#pragma once
#include "core/insight/talks/playbook.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace duedesk {

class SayBlock : public QWidget {
    Q_OBJECT
public:
    explicit SayBlock(QWidget* parent = nullptr);
    // `practice`: the sample book; says that nothing reaches anybody.
    void setSay(const Say& say, bool practice);
    void setUnfolded(bool unfolded);
    bool isUnfolded() const { return m_unfolded; }
    QString text() const; // all that is shown, for those who read it aloud, and for tests

private:
    QLabel* add(QVBoxLayout* to, const QString& look, const QString& text, int gapAbove);
    void fill();

    Say m_say;
    bool m_practice = false, m_unfolded = false;
    QLabel *m_title, *m_opening, *m_hint;
    QWidget* m_more;
};

} // namespace duedesk
