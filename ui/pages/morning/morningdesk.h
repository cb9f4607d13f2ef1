// Keeps what this user knew at the end of the last session, and works out what happened since: one answer for the strip
// on Today and for the page behind it. A mark is kept per book, in the settings of the window.
#pragma once
#include "core/insight/talks/morning.h"
#include "core/workbench/workbench.h"
#include "ui/pages/latest.h"

#include <QJsonObject>
#include <QObject>

namespace duedesk {

class MorningDesk : public QObject {
    Q_OBJECT
public:
    explicit MorningDesk(Workbench& workbench, QObject* parent = nullptr);

    // The summary of today and the book its rows are of; null until the first answer, or while another day is looked at.
    struct Answer {
        BookPtr book;
        MorningMark then; // what it is compared with
        MorningSummary summary;
    };
    std::shared_ptr<const Answer> answer() const { return m_answer; }
    const QString& problem() const { return m_problem; } // why there is no answer; "" = it comes
    Workbench& workbench() const { return m_workbench; }
    // The strip: from the first opening of a day until it is put away.
    bool isStripWanted() const;
    void putAway();

    QJsonObject saveState() const; // with the mark of now
    void restoreState(const QJsonObject& state); // before the first answer

signals:
    void changed();

private:
    void update();

    Workbench& m_workbench;
    Latest<std::shared_ptr<const Answer>> m_latest;
    std::shared_ptr<const Answer> m_answer;
    QString m_problem;
    QJsonObject m_others; // what other books keep
    std::optional<MorningMark> m_last; // of the last session
    std::optional<MorningMark> m_base; // what today is compared with; none until the first answer
    Date m_day; // whose base it is
    BookPtr m_known; // the book when m_day was last looked at
    Date m_putAway;
};

} // namespace duedesk
