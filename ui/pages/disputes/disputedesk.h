// The right-hand panel of the disputes page: what is contested, since when, by whom and who sees to it, and the short
// forms with which it is edited, resolved and reopened. Hands commands to the workbench.
#pragma once
#include "core/insight/agreements/disputeboard.h"
#include "ui/panels/formdesk.h"
#include "ui/widgets/factrows.h"

class QLabel;

namespace duedesk {

class DisputeDesk : public FormDesk {
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
    const std::vector<FactRow>& facts() const { return m_rows->rows(); }

protected:
    std::vector<Verb> verbs() override;
    Result<Command> command() const override;

private:
    enum class Mode : std::uint8_t { Edit, Resolve, Reopen };
    const Dispute* dispute() const;
    bool ready();
    void open(Mode mode, void (DisputeDesk::*again)());
    Result<Date> typedDay(const QString& field) const;
    void showFacts();
    std::vector<FactRow> factsOf(const Dispute* x) const; // null = a short payment or a residue
    QString keys() const;

    DisputeLine m_line;
    QString m_text;
    Mode m_mode = Mode::Edit;
    FactRows* m_rows;
    QLabel *m_title, *m_about, *m_words, *m_keys;
};

} // namespace duedesk
