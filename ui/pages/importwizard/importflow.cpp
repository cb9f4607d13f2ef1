#include "ui/pages/importwizard/importflow.h"

#include "core/base/edge.h"
#include "ui/models/format.h"
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
    if (m_cancel)
        *m_cancel = true;
    m_looking.waitForFinished(); // the work asks our doors
    m_staging.waitForFinished();
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
    m_acceptGoodRows = false;
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
    m_looking.setFuture(QtConcurrent::run([book = m_doors.book(), files = m_files]() -> Looked {
        const auto looked = atEdge(u"the files were looked at", [&]() -> Result<std::vector<File>> {
            std::vector<File> out;
            for (const QString& path : files) {
                Result<File> f = lookAtFile(*book, path);
                if (!f)
                    return failed(f);
                out.push_back(std::move(*f));
            }
            return out;
        });
        return looked ? Looked{*looked, {}} : Looked{{}, looked.error()};
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
        setState(State::Committing);
        // The report owns what is staged; the pointer keeps both alive.
        emit commitWanted(std::shared_ptr<StagedImport>(m_report, &m_report->staged));
        return;
    case State::Done: reset(); return;
    default: return;
    }
}

void ImportFlow::back()
{
    switch (m_state) {
    case State::Detecting: setState(State::Pick); return;
    case State::Staging:
        *m_cancel = true;
        setState(State::Columns);
        return;
    case State::Columns: setState(State::Pick); return;
    case State::Readings:
    case State::Review:
        m_answers.clear();
        m_report.reset();
        setState(State::Columns);
        return;
    case State::Committing: emit cancelWanted(); return;
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
    m_staging.setFuture(
        QtConcurrent::run([this, keep = m_cancel, book = m_doors.book(), o, files = m_looked]() -> Staged {
            const auto staged = atEdge(u"the files were read", [&] { return stageWith(book, o, files); });
            return staged ? *staged : Staged{nullptr, staged.error()};
        }));
}

ImportFlow::Staged ImportFlow::stageWith(const BookPtr& book, const ImportOptions& options,
                                         const std::vector<File>& files) const
{
    std::int64_t bytes = 0;
    QStringList paths;
    for (const File& f : files) {
        bytes += f.detection.bytes;
        paths.append(f.detection.layout.path);
    }
    Result<std::shared_ptr<IdSource>> ids = m_doors.ids(bytes);
    if (!ids)
        return {nullptr, ids.error()};
    // A mapping made by hand is found by its headings, as a remembered one is: the book staged against knows it.
    ChangeSet mappings;
    for (const File& f : files)
        if (f.mapped)
            addMapping(*book, f, **ids, mappings);
    const BookPtr against = mappings.isEmpty() ? book : book->with(mappings, book->revision());
    Result<StagedReport> report = stage(*against, paths, options, **ids);
    if (!report)
        return {nullptr, report.error()};
    auto kept = std::make_shared<StagedReport>(std::move(*report));
    keepMappings(mappings, kept->staged.changes);
    return {kept, std::nullopt};
}

void ImportFlow::stagedNow(const Staged& answer)
{
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
        return tr("%1: mend the file, or take the good rows")
            .arg(plural(m_report->errorCount, tr("row is rejected"), tr("rows are rejected")));
    return {};
}

Outcome ImportFlow::saveRejects(const QString& target) const
{
    return m_report ? writeRejects(*m_report, target) : Outcome();
}

void ImportFlow::committed(bool done, const Error& why)
{
    if (m_state != State::Committing)
        return;
    if (done)
        return setState(State::Done);
    if (why.code == ErrorCode::Cancelled)
        return setState(State::Review);
    failWith(why, State::Review);
}

} // namespace duedesk
