// What goes with a mail besides its text: the statement or not, files from the disk, files kept with the account. A file
// from the disk is read when it is chosen; one of the account when the mail is written.
#pragma once
#include "core/workbench/mailroom.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace duedesk {

class FileList;

class EnclosureBox : public QWidget {
    Q_OBJECT
public:
    explicit EnclosureBox(Workbench& workbench, QWidget* parent = nullptr);

    // Empties the list; offers what is kept with the payer's accounts.
    void start(CustomerId payer, bool statement);
    bool hasStatement() const;
    void attach(const QStringList& paths); // the first that cannot be read ends it: refused()
    void attachKept(AttachmentId file);
    // Answers at once, or when the store has read what is kept there; in the order of the list, errors as enclosureOf().
    using Answer = std::function<void(Result<std::vector<LetterEnclosure>>)>;
    void collect(Answer then);
    FileList* list() const { return m_list; }

signals:
    void filesWanted(); // from the disk
    void changed();
    void refused(const duedesk::Error& why); // its field is "attachment"

private:
    struct Enclosed {
        LetterEnclosure file; // without bytes where it is kept with the account
        AttachmentId kept;
        qint64 size = 0;
    };
    struct Gathering {
        std::vector<Enclosed> files;
        std::vector<LetterEnclosure> read;
        Answer then;
    };
    void gather(const std::shared_ptr<Gathering>& g);
    void show();
    void remove(qint64 line);

    Workbench& m_workbench;
    std::vector<Enclosed> m_files;
    QCheckBox* m_statement;
    QComboBox* m_kept;
    FileList* m_list;
};

} // namespace duedesk
