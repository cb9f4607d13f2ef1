#include "ui/pages/importwizard/importflow.h"

#include "core/base/edge.h"
#include "core/base/words.h"
#include "core/domain/provisionalids.h"
#include "ui/pages/importwizard/importmapping.h"

#include <QFileInfo>
#include <QtConcurrentRun>
#include <algorithm>

namespace duedesk {

using namespace Qt::StringLiterals;

ImportFlow::ImportFlow(Doors doors, QObject* parent) : QObject(parent), m_doors(std::move(doors))
{
    connect(&m_looking, &QFutureWatcherBase::finished, this, [this] {
        if (m_state == State::Detecting)
            lookedAt(m_looking.result());
    });
    connect(&m_staging, &QFutureWatcherBase::finished, this, [this] {
        if (m_state == State::Staging)
            stagedNow(m_staging.result());
    });
}

ImportFlow::~ImportFlow()
{
    if (m_state == State::Committing) {
        m_state = State::Pick; // nobody is there for the answer
        emit cancelWanted();
    }
    if (m_cancel)
        *m_cancel = true;
    for (QFutureWatcher<void>* work : m_work) // it reports to this
        work->waitForFinished();
}

template <class T> void ImportFlow::run(QFutureWatcher<T>& watcher, const QFuture<T>& work)
{
    watcher.setFuture(work);
    auto* whole = new QFutureWatcher<void>(this); // the one above goes on to the next work when this is given up
    m_work.append(whole);
    connect(whole, &QFutureWatcherBase::finished, this, [this, whole] {
        m_work.removeOne(whole);
        whole->deleteLater();
        tellIdle();
    });
    whole->setFuture(QFuture<void>(work));
}

void ImportFlow::tellIdle()
{
    if (!isWorking())
        emit idle();
}

bool ImportFlow::stop()
{
    if (isBusy())
        back();
    return !isWorking();
}

void ImportFlow::setState(State s)
{
    m_state = s;
    emit stateChanged();
}

void ImportFlow::failWith(const Error& e, State from)
{
    m_error = e;
    m_failedFrom = from;
    setState(State::Failed);
}

void ImportFlow::reset()
{
    if (m_cancel)
        *m_cancel = true;
    m_files.clear();
    m_looked.clear();
    m_answers.clear();
    m_ambiguities.clear();
    m_report.reset();
    m_acceptGoodRows = m_readAgain = false;
    setState(State::Pick);
}

void ImportFlow::start(const QStringList& files)
{
    if (isBusy() || files.isEmpty())
        return;
    reset();
    m_files = files;
    look();
}

void ImportFlow::look()
{
    setState(State::Detecting);
    run(m_looking, QtConcurrent::run([book = m_doors.book(), files = m_files]() -> Looked {
            Looked out;
            const Outcome done = atEdge(u"the files were looked at", [&]() -> Outcome {
                for (const QString& path : files) {
                    Result<File> f = lookAtFile(*book, path);
                    if (!f)
                        return failed(f);
                    out.files.push_back(std::move(*f));
                }
                return {};
            });
            return done ? out : Looked{{}, done.error()};
        }));
}

void ImportFlow::lookedAt(const Looked& answer)
{
    if (answer.error)
        return failWith(*answer.error, State::Pick);
    m_looked = answer.files;
    setState(State::Columns);
}

void ImportFlow::setKind(int file, FileKind kind)
{
    File& f = m_looked[std::size_t(file)];
    if (f.kind == kind)
        return;
    f.kind = kind;
    f.mapped = true;
    proposeTargets(f);
    emit edited();
}

void ImportFlow::setTarget(int file, int column, const QString& target)
{
    File& f = m_looked[std::size_t(file)];
    if (f.targets[column] == target)
        return;
    for (QString& other : f.targets)
        if (!target.isEmpty() && other == target)
            other.clear();
    f.targets[column] = target;
    f.mapped = true;
    emit edited();
}

QStringList ImportFlow::missingTargets(int file) const
{
    const File& f = m_looked[std::size_t(file)];
    return f.known && !f.mapped ? QStringList() : requiredTargetsMissing(f);
}

bool ImportFlow::columnsComplete() const
{
    for (int i = 0; i < int(m_looked.size()); ++i)
        if (!missingTargets(i).isEmpty())
            return false;
    return !m_looked.empty();
}

void ImportFlow::next()
{
    switch (m_state) {
    case State::Columns:
        if (columnsComplete())
            stageAll();
        return;
    case State::Readings:
        if (!allAnswered())
            return;
        for (std::size_t i = 0; i < m_ambiguities.size(); ++i) {
            const Ambiguity& a = m_ambiguities[i];
            const Ambiguity::Reading& r = a.readings[std::size_t(m_chosen[i])];
            m_answers.push_back({a.file, a.column, r.mark, r.order, true});
        }
        stageAll();
        return;
    case State::Review:
        if (!canCommit())
            return;
        m_readAgain = false;
        commit();
        return;
    case State::Done: reset(); return;
    default: return;
    }
}

void ImportFlow::commit()
{
    m_givenUp = false;
    setState(State::Committing);
    // The report owns what is staged; the pointer keeps both alive.
    emit commitWanted(std::shared_ptr<StagedImport>(m_report, &m_report->staged));
}

void ImportFlow::back()
{
    switch (m_state) {
    case State::Detecting: setState(State::Pick); return;
    case State::Staging:
        *m_cancel = true;
        m_confirmed.reset();
        m_readAgain = false;
        setState(State::Columns);
        return;
    case State::Columns: setState(State::Pick); return;
    case State::Readings:
    case State::Review:
        m_answers.clear();
        m_report.reset();
        setState(State::Columns);
        return;
    case State::Committing:
        m_givenUp = true;
        emit cancelWanted();
        return;
    case State::Done: reset(); return;
    case State::Failed: setState(m_failedFrom); return;
    case State::Pick: return;
    }
}

void ImportFlow::stageAll()
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    ImportOptions o;
    o.answers = m_answers;
    o.today = m_doors.today();
    o.now = m_doors.now();
    o.user = m_doors.user;
    o.cancel = m_cancel.get();
    o.progress = [this, cancel = m_cancel](double done, const QString& what) {
        // From the staging thread; a cancelled run has nothing to say.
        QMetaObject::invokeMethod(
            this,
            [this, cancel, done, what] {
                if (!*cancel && m_state == State::Staging)
                    emit progress(done, what);
            },
            Qt::QueuedConnection);
    };
    setState(State::Staging);
    run(m_staging, QtConcurrent::run([keep = m_cancel, book = m_doors.book(), read = m_doors.origins, o,
                                      files = m_looked]() -> Staged {
            const auto staged = atEdge(u"the files were read", [&]() -> Result<Staged> {
                auto origins = read ? read() : Result<LineOrigins>();
                if (!origins)
                    return failed(origins);
                ImportOptions told = o;
                told.origins = std::make_shared<const LineOrigins>(std::move(*origins));
                return stageWith(book, told, files);
            });
            return staged ? *staged : Staged{nullptr, staged.error()};
        }));
}

ImportFlow::Staged ImportFlow::stageWith(const BookPtr& book, const ImportOptions& options,
                                         const std::vector<File>& files)
{
    QStringList paths;
    for (const File& f : files)
        paths.append(f.detection.layout.path);
    // A mapping made by hand is found by its headings, as a remembered one is: the book staged against knows it.
    ChangeSet mappings;
    for (const File& f : files)
        if (f.mapped)
            addMapping(*book, f, mappings);
    const BookPtr against = mappings.isEmpty() ? book : book->with(mappings, book->revision());
    ProvisionalIds ids;
    Result<StagedReport> report = stage(*against, paths, options, ids);
    if (!report)
        return {nullptr, report.error()};
    auto kept = std::make_shared<StagedReport>(std::move(*report));
    keepMappings(mappings, ids, kept->staged.changes);
    return {kept, std::nullopt};
}

void ImportFlow::stagedNow(const Staged& answer)
{
    const std::shared_ptr<StagedReport> confirmed = std::move(m_confirmed);
    m_confirmed.reset();
    if (answer.error) {
        if (answer.error->code == ErrorCode::Cancelled)
            setState(State::Columns);
        else
            failWith(*answer.error, State::Columns);
        return;
    }
    m_report = answer.report;
    m_ambiguities = m_report->ambiguities;
    m_chosen.assign(m_ambiguities.size(), -1);
    if (confirmed && sayTheSame(*confirmed, *m_report) && canCommit())
        return commit();
    m_acceptGoodRows = false;
    setState(m_ambiguities.empty() ? State::Review : State::Readings);
}

void ImportFlow::answer(int ambiguity, int reading)
{
    m_chosen[std::size_t(ambiguity)] = reading;
    emit edited();
}

int ImportFlow::answerOf(int ambiguity) const { return m_chosen[std::size_t(ambiguity)]; }

bool ImportFlow::allAnswered() const
{
    return std::none_of(m_chosen.begin(), m_chosen.end(), [](int c) { return c < 0; });
}

void ImportFlow::setAcceptGoodRows(bool accept)
{
    m_acceptGoodRows = accept;
    emit edited();
}

bool ImportFlow::canCommit() const { return m_report && whyNot().isEmpty(); }

QString ImportFlow::whyNot() const
{
    if (!m_report)
        return tr("Nothing is staged");
    if (!m_report->mayCommit())
        return m_report->blockers.empty() ? tr("A reading is not decided") : m_report->blockers.front().message();
    if (m_report->staged.changesNothing())
        return std::all_of(m_report->files.begin(), m_report->files.end(),
                           [](const FileReport& f) { return f.alreadyImported; })
                   ? tr("These files are already in the book")
                   : tr("Nothing in these files is new");
    if (m_report->errorCount > 0 && !m_acceptGoodRows)
        return Lang::plural("%1 rows are rejected: mend the file, or take the good rows",
                            "1 row is rejected: mend the file, or take the good rows", m_report->errorCount);
    return {};
}

Result<Written> ImportFlow::saveRejects(const QString& target) const
{
    return m_report ? writeRejects(*m_report, m_doors.output, target) : Result<Written>();
}

void ImportFlow::committed(const Outcome& outcome)
{
    if (m_state != State::Committing)
        return;
    if (outcome) {
        setState(State::Done);
    } else if (m_givenUp || outcome.error().code == ErrorCode::Cancelled) {
        setState(State::Review);
    } else if (isStale(outcome.error()) && !m_readAgain) {
        m_readAgain = true;
        m_confirmed = m_report;
        emit readAgain();
        stageAll();
    } else {
        failWith(outcome.error(), State::Review);
    }
    tellIdle();
}

} // namespace duedesk
