// The import as a sequence of states, without a widget: files are looked at, columns mapped, two readings asked,
// everything staged and counted, then committed or not. Work runs beside the window; an older answer is dropped.
#pragma once
#include "core/exchange/importer.h"

#include <QFutureWatcher>
#include <QList>
#include <QObject>
#include <memory>

namespace duedesk {

class ImportFlow : public QObject {
    Q_OBJECT
public:
    enum class State : std::uint8_t {
        Pick,       // nothing chosen yet
        Detecting,  // busy
        Columns,    // what each column feeds
        Staging,    // busy
        Readings,   // two readings are possible: answers() decide
        Review,     // counts, rejects, totals
        Committing, // busy
        Done,
        Failed,     // error() says why; back() goes to where it can be mended
    };
    // What the flow needs of the world; asked on the GUI thread.
    struct Doors {
        std::function<BookPtr()> book;
        std::function<Instant()> now;
        std::function<Date()> today;
        QString user;
        OutputDoor output = {}; // keeps the book from being written over
        std::function<Result<LineOrigins>()> origins = {}; // asked on the thread that stages
    };
    explicit ImportFlow(Doors doors, QObject* parent = nullptr);
    ~ImportFlow() override;

    State state() const { return m_state; }
    bool isBusy() const
    {
        return m_state == State::Detecting || m_state == State::Staging || m_state == State::Committing;
    }
    const Error& error() const { return m_error; }
    const QStringList& files() const { return m_files; }

    void start(const QStringList& files); // from any state that is not busy
    void next();   // Enter: on from Columns, Readings, Review
    void back();   // Esc: cancels what is busy, else one state back
    void reset();
    // Gives up whatever runs. False while some of it has not ended yet; idle() tells when it has.
    bool stop();

    // Columns
    struct File {
        Detection detection;
        bool known = true;      // false: headings nobody knows; kind and columns must be chosen
        bool mapped = false;    // a person changed it
        FileKind kind = FileKind::Invoices;
        QStringList targets;    // per column; "" = none
    };
    const std::vector<File>& looked() const { return m_looked; }
    void setKind(int file, FileKind kind);
    void setTarget(int file, int column, const QString& target); // a target feeds one column: it leaves the other
    QStringList missingTargets(int file) const;                  // required headings that no column feeds
    bool columnsComplete() const;

    // Readings
    const std::vector<Ambiguity>& ambiguities() const { return m_ambiguities; }
    void answer(int ambiguity, int reading);
    int answerOf(int ambiguity) const; // -1 = none yet
    bool allAnswered() const;

    // Review
    const StagedReport* report() const { return m_report.get(); }
    void setAcceptGoodRows(bool accept);
    bool acceptsGoodRows() const { return m_acceptGoodRows; }
    bool canCommit() const; // something new, nothing that blocks, rejects accepted
    QString whyNot() const; // "" when canCommit()
    Result<Written> saveRejects(const QString& target) const;

    // The workbench's answer. Where the book changed under the import, the files are read again by themselves, once, with
    // the same answers: what says the same is committed, else the new counts stand in Review to be confirmed again.
    void committed(const Outcome& outcome);
    bool wasReadAgain() const { return m_readAgain; }

signals:
    void readAgain(); // because the book changed
    void idle(); // what was given up has ended too
    void stateChanged();
    void edited(); // targets, answers, acceptance
    void progress(double done, const QString& what);
    void commitWanted(const std::shared_ptr<duedesk::StagedImport>& staged);
    void cancelWanted(); // of a running commit

private:
    struct Looked {
        std::vector<File> files;
        std::optional<Error> error;
    };
    struct Staged {
        std::shared_ptr<StagedReport> report;
        std::optional<Error> error;
    };
    void setState(State s);
    void failWith(const Error& e, State from);
    void look();
    void stageAll();
    void lookedAt(const Looked& answer);
    void stagedNow(const Staged& answer);
    void commit();
    void tellIdle();
    bool isWorking() const { return !m_work.isEmpty() || m_state == State::Committing; }
    template <class T> void run(QFutureWatcher<T>& watcher, const QFuture<T>& work);
    static Staged stageWith(const BookPtr& book, const ImportOptions& options, const std::vector<File>& files);

    Doors m_doors;
    State m_state = State::Pick, m_failedFrom = State::Pick;
    Error m_error;
    QStringList m_files;
    std::vector<File> m_looked;
    std::vector<Ambiguity> m_ambiguities;
    std::vector<int> m_chosen;
    std::vector<ColumnAnswer> m_answers;
    std::shared_ptr<StagedReport> m_report, m_confirmed; // m_confirmed: what is read again
    bool m_acceptGoodRows = false, m_readAgain = false;
    bool m_givenUp = false; // while the commit is still to be answered
    std::shared_ptr<std::atomic<bool>> m_cancel;
    QFutureWatcher<Looked> m_looking;
    QFutureWatcher<Staged> m_staging;
    QList<QFutureWatcher<void>*> m_work; // all that runs, what was given up too
};

} // namespace duedesk
