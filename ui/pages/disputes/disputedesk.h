// The right-hand panel of the disputes page: what is contested, since when, by whom and who sees to it, and the short
// forms with which it is edited, resolved and reopened. Hands commands to the workbench.
#pragma once
#include "core/insight/agreements/disputeboard.h"
#include "core/workbench/workbench.h"
#include "ui/widgets/factrows.h"

#include <QStackedWidget>

class QLabel;
class QScrollArea;

namespace duedesk {

class FieldForm;

class DisputeDesk : public QStackedWidget {
    Q_OBJECT
public:
    explicit DisputeDesk(Workbench& workbench, QWidget* parent = nullptr);

    // The line shown; it belongs to the workbench's book. Without payer: `text` stands there instead.
    void setLine(const DisputeLine& line, const QString& text = {});

    void edit();     // E
    void work();     // W: taken up
    void resolve();  // R: asks how
    void reopen();   // O
    void accept();   // A: a short payment becomes a dispute
    bool back();     // Esc: closes the form
    bool isBusy() const;
    FieldForm* form() const { return m_form; }
    const std::vector<FactRow>& facts() const { return m_rows->rows(); }

signals:
    void worked(bool next);  // a command was accepted; `next`: go on with the next line
    void roomWanted();       // must be visible now
    void finished();         // the form closed; the list gets the focus back
    void refusedFor(const QString& reason);

private:
    enum class Mode : std::uint8_t { Edit, Resolve, Reopen };
    const Dispute* dispute() const;
    bool ready();
    void open(Mode mode);
    Result<Command> command() const;
    Result<Date> typedDay(const QString& field) const;
    void saveForm(bool next);
    bool submit(const Command& command, bool next);
    void close();
    void showFacts();

    Workbench& m_workbench;
    DisputeLine m_line;
    QString m_text;
    Mode m_mode = Mode::Edit;
    QScrollArea* m_view;
    QScrollArea* m_formArea;
    FieldForm* m_form;
    FactRows* m_rows;
    QLabel *m_title, *m_about, *m_words, *m_keys;
};

} // namespace duedesk
