// The right-hand panel of the contacts page: what is known and wrong about a person, its history, and the short
// forms with which it is mended. Hands commands to the workbench.
#pragma once
#include "core/insight/people/contacthealth.h"
#include "ui/panels/formdesk.h"

class QLabel;

namespace duedesk {

class MergeDiff;

class ContactDesk : public FormDesk {
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
    MergeDiff* diff() const { return m_diff; } // null unless two are merged

protected:
    std::vector<Verb> verbs() override;
    Result<Command> command() const override;

private:
    enum class Mode : std::uint8_t { Edit, Add, Verify, Billing, Merge, Find, Defect, Confirm };
    const Contact* contact() const;
    bool ready(bool person);
    void open(Mode mode, void (ContactDesk::*again)());
    void fill(Mode mode, const QString& about);
    void fillMerge();
    void fillConfirm(const QString& about);
    void addFields(const Contact& c);
    Contact typed(const Contact& before) const;
    Result<Command> edited() const;
    void showFacts();
    QString issueText(ContactIssue i) const;
    std::uint32_t partner() const; // contact row to merge into; noRow = nobody

    ContactLine m_line;
    QString m_text;
    Mode m_mode = Mode::Edit;
    std::vector<QString> m_numbers; // to call back on, in the order of the choice
    MergeDiff* m_diff = nullptr;    // of the form, while two are merged
    QLabel *m_name, *m_about, *m_reach, *m_issuesTitle, *m_issues, *m_historyTitle, *m_history, *m_keys;
};

} // namespace duedesk
