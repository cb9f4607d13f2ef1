// The right-hand panel of the contacts page: what is known and wrong about a person, its history, and the short
// forms with which it is mended. Hands commands to the workbench.
#pragma once
#include "core/insight/people/contacthealth.h"
#include "core/workbench/workbench.h"

#include <QStackedWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace duedesk {

class FieldForm;
class MergeDiff;

class ContactDesk : public QStackedWidget {
    Q_OBJECT
public:
    explicit ContactDesk(Workbench& workbench, QWidget* parent = nullptr);

    // The line shown; it belongs to the workbench's book. Without payer: `text` stands there instead.
    void setLine(const ContactLine& line, const QString& text = {});

    void edit();      // Enter; adds where there is nobody
    void add();       // A
    void verify();    // V
    void billing();   // B
    void merge();     // M
    void findPerson();// F
    void defect();    // D
    void confirm();   // C
    bool back();      // Esc: closes the form
    bool isBusy() const;
    FieldForm* form() const { return m_form; }
    MergeDiff* diff() const { return m_diff; }

signals:
    void worked(bool next);  // a command was accepted; `next`: go on with the next line
    void roomWanted();       // must be visible now
    void finished();         // the form closed; the list gets the focus back
    void refusedFor(const QString& reason);

private:
    enum class Mode : std::uint8_t { Edit, Add, Verify, Billing, Merge, Find, Defect, Confirm };
    const Contact* contact() const;
    bool ready(bool person);
    void open(Mode mode);
    void addFields(const Contact& c);
    Contact typed(const Contact& before) const;
    Result<Command> command() const;
    void saveForm(bool next);
    void saveMerge();
    void submit(const Command& command, bool next);
    void close();
    void showFacts();
    QString issueText(ContactIssue i) const;
    QLabel* label(const QString& look, int above);
    std::uint32_t partner() const; // contact row to merge into; noRow = nobody

    Workbench& m_workbench;
    ContactLine m_line;
    QString m_text;
    Mode m_mode = Mode::Edit;
    std::vector<QString> m_numbers; // to call back on, in the order of the choice
    QScrollArea* m_view;
    QScrollArea* m_formArea;
    QWidget* m_facts;
    QVBoxLayout* m_layout;
    FieldForm* m_form;
    QWidget* m_mergePage;
    MergeDiff* m_diff;
    QLabel *m_name, *m_about, *m_reach, *m_issuesTitle, *m_issues, *m_historyTitle, *m_history, *m_keys, *m_mergeAbout,
        *m_mergeError;
};

} // namespace duedesk
