// Gestures on their way to the store: the half of Workbench that decides, sends, waits, takes back and does again. One is
// sent at a time, because the next is decided against the book it makes; the others wait in the order they were given.
#include "core/base/edge.h"
#include "core/command/postingwords.h"
#include "core/domain/provisionalids.h"
#include "core/store/storage.h"
#include "core/workbench/handids.h"
#include "core/workbench/workbench.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace duedesk {
namespace {

constexpr int idsAgainMs = 1'000, lookMs = 5, lastSaveMs = 3'000;

std::unexpected<Error> notToday()
{
    return fail(ErrorCode::Refused, u"another day is shown, and the past cannot be changed"_s,
                u"go back to today first"_s);
}

// The rows of the change are still as they were when it was made.
bool stillApplies(const Book& book, const ChangeSet& change)
{
    bool same = !change.isEmpty() && (change.posted.isEmpty() || book.tried(change, book.revision() + 1));
    change.forEachTable([&]<class T>(const std::vector<RowChange<T>>& list) {
        for (const RowChange<T>& r : list) {
            const std::uint32_t row = book.rows<T>().rowOf(r.after.id);
            same = same && (r.before ? row != noRow && book.rows<T>()[row] == *r.before : row == noRow);
        }
    });
    return same;
}

} // namespace

Outcome Workbench::submit(const Command& command, std::vector<QByteArray> contents)
{
    return submit(Kind::Do, command, std::move(contents));
}

Outcome Workbench::submitQuietly(const Command& command) { return submit(Kind::DoQuietly, command, {}); }

Outcome Workbench::submit(Kind kind, const Command& command, std::vector<QByteArray> contents)
{
    if (kind == Kind::Do && !isToday())
        return notToday();
    if (!canWrite())
        return failed(m_trouble->error);
    for (const QByteArray& bytes : contents)
        if (const Outcome o = BookStore::checkContent(bytes); !o)
            return o;
    Request request{kind, {}, command, std::move(contents), {}, {}};
    if (!m_sent && m_waiting.empty()) {
        const Result<Started> started = start(std::move(request));
        return started ? Outcome() : failed(started);
    }
    // It is decided again against the book that those before it make; what is wrong with it now is said now.
    ProvisionalIds dry;
    const auto change =
        decide(*m_book, command, {m_user, m_clock.now(), today(), &dry, OperationId(dry.next(Table::Operation))});
    if (!change)
        return failed(change);
    if (!change->isEmpty())
        ask(std::move(request));
    return {};
}

void Workbench::ask(Request request)
{
    m_waiting.push_back(std::move(request));
    emit savingChanged();
    sendWaiting();
}

Result<Workbench::Started> Workbench::start(Request request)
{
    switch (request.kind) {
    case Kind::Do:
    case Kind::DoQuietly: return startCommand(std::move(request));
    case Kind::Undo: return startTakeBack(std::move(request), m_undo);
    case Kind::Redo: return startTakeBack(std::move(request), m_redo);
    case Kind::Import:
    case Kind::UndoImport: return startImport(std::move(request));
    }
    return Started::Nothing;
}

Result<Workbench::Started> Workbench::startCommand(Request request)
{
    m_ids->begin();
    const OperationId operation = request.operation ? request.operation : OperationId(m_ids->next(Table::Operation));
    auto change = decide(*m_book, *request.command, {m_user, m_clock.now(), today(), m_ids.get(), operation});
    if (change && !change->isEmpty() && !m_ids->fellShort()) {
        request.operation = operation;
        send(std::move(request), std::move(*change));
        return Started::Sent;
    }
    if (change && !change->isEmpty())
        return waitForIds(std::move(request));
    m_ids->giveBack();
    if (!change)
        return failed(change);
    return Started::Nothing; // nothing to do is no gesture to undo
}

Workbench::Started Workbench::startTakeBack(Request request, std::vector<Step>& stack)
{
    if (stack.empty())
        return Started::Nothing;
    if (stack.back().batch) { // leaves the stack when it is done
        request.kind = Kind::UndoImport;
        request.batch = stack.back().batch;
        return startImport(std::move(request));
    }
    m_ids->begin();
    if (!drawOperation(request))
        return waitForIds(std::move(request));
    Step step = std::move(stack.back());
    stack.pop_back();
    ChangeSet back = takeBack(*m_book, step.change, request.operation, m_clock.now());
    if (back.isEmpty()) {
        m_ids->giveBack();
        emit logged(say(Lang::words("It has left already and cannot be taken back: %1", step.text)), false);
        return Started::Nothing;
    }
    back.summary = step.text;
    send(std::move(request), std::move(back), std::move(step));
    return Started::Sent;
}

Workbench::Started Workbench::startImport(Request request)
{
    if (request.staged) {
        request.operation = request.staged->batch.operation;
        m_storage->commitImport(request.staged);
        Step step{{}, {}, Lang::words("Import taken")}; // its batch has its id when it is committed
        m_sent = Sent{std::move(request), std::move(step), {}};
    } else {
        m_ids->begin();
        if (!drawOperation(request))
            return waitForIds(std::move(request));
        m_storage->undoImport(request.batch, request.operation);
        Step step{{}, request.batch, Lang::words("Import")};
        m_sent = Sent{std::move(request), std::move(step), {}};
    }
    emit savingChanged();
    return Started::Sent;
}

bool Workbench::drawOperation(Request& request)
{
    if (!request.operation)
        request.operation = OperationId(m_ids->next(Table::Operation));
    if (m_ids->fellShort())
        request.operation = {};
    return !m_ids->fellShort();
}

Workbench::Started Workbench::waitForIds(Request request)
{
    m_ids->giveBack();
    m_waiting.push_front(std::move(request));
    askForIds();
    emit savingChanged();
    return Started::WaitsForIds;
}

void Workbench::send(Request request, ChangeSet change, Step from)
{
    m_storage->apply(change, m_book->revision(), request.contents);
    Step step{std::move(change), {}, {}};
    step.text = step.change.summary;
    m_sent = Sent{std::move(request), std::move(step), std::move(from)};
    askForIds();
    emit savingChanged();
}

void Workbench::sendWaiting()
{
    while (!m_sent && !m_waiting.empty() && (canWrite() || m_isTrying)) {
        Request next = std::move(m_waiting.front());
        m_waiting.pop_front();
        const OperationId operation = next.operation;
        const Result<Started> started = start(std::move(next));
        if (started && *started == Started::WaitsForIds)
            return;
        if (started && *started == Started::Sent)
            continue;
        if (!started)
            emit refused(operation, started.error());
        emit savingChanged();
    }
}

void Workbench::askForIds()
{
    for (const HandIds::Wish& wish : m_ids->wishes())
        m_storage->wantIds(wish.table, wish.count);
}

void Workbench::onIds(Table table, IdBlock block)
{
    m_ids->take(table, block);
    if (block.left() <= 0) {
        if (canWrite()) // else when the trouble is over
            QTimer::singleShot(idsAgainMs, this, &Workbench::askForIds);
        return;
    }
    if (!canWrite() && !m_sent)
        endTrouble(); // the store writes again
    while (!m_needIds.empty() && m_ids->left(Table::OutboxMessage) >= m_needIds.front().count) {
        const NeedIds next = std::move(m_needIds.front());
        m_needIds.erase(m_needIds.begin());
        if (next.asker)
            next.then();
        emit savingChanged();
    }
    if (!m_needIds.empty())
        m_ids->want(Table::OutboxMessage, m_needIds.front().count);
    askForIds();
    sendWaiting();
}

void Workbench::whenOutboxIds(std::int64_t count, QObject* asker, std::function<void()> then)
{
    if (m_needIds.empty() && m_ids->left(Table::OutboxMessage) >= count) {
        then();
        return;
    }
    m_ids->want(Table::OutboxMessage, count);
    m_needIds.push_back({count, asker, std::move(then)});
    askForIds();
    emit savingChanged();
}

OutboxId Workbench::newOutboxId()
{
    if (m_ids->left(Table::OutboxMessage) == 0)
        return {};
    const OutboxId id(m_ids->next(Table::OutboxMessage));
    askForIds();
    return id;
}

int Workbench::pending(Kind kind) const { return int(std::ranges::count(m_waiting, kind, &Request::kind)); }

bool Workbench::canUndo() const
{
    const auto done = {Kind::Do, Kind::Redo, Kind::Import};
    int n = int(m_undo.size()) - pending(Kind::Undo);
    for (const Kind k : done)
        n += pending(k) + (m_sent && m_sent->request.kind == k ? 1 : 0);
    return n > 0;
}

bool Workbench::canRedo() const
{
    const bool undoing = m_sent && m_sent->request.kind == Kind::Undo;
    return int(m_redo.size()) + pending(Kind::Undo) + (undoing ? 1 : 0) > pending(Kind::Redo);
}

QString Workbench::undoText() const { return m_undo.empty() ? QString() : say(m_undo.back().text); }

void Workbench::undo()
{
    if (!canWrite())
        emit refused({}, m_trouble->error);
    else if (canUndo())
        ask({Kind::Undo, {}, {}, {}, {}, {}});
}

void Workbench::redo()
{
    if (!canWrite())
        emit refused({}, m_trouble->error);
    else if (canRedo())
        ask({Kind::Redo, {}, {}, {}, {}, {}});
}

void Workbench::commitImport(std::shared_ptr<StagedImport> staged)
{
    if (!canWrite())
        emit importFinished(failed(m_trouble->error));
    else
        ask({Kind::Import, {}, {}, {}, std::move(staged), {}});
}

void Workbench::undoImport(BatchId batch)
{
    if (!canWrite())
        emit refused({}, m_trouble->error);
    else
        ask({Kind::UndoImport, {}, {}, {}, {}, batch});
}

void Workbench::cancelImport()
{
    if (std::erase_if(m_waiting, [](const Request& r) { return r.kind == Kind::Import; }) > 0) {
        emit savingChanged();
        emit importFinished(fail(ErrorCode::Cancelled, u"stopped before it began; nothing was saved"_s));
    } else {
        m_storage->cancelImport();
    }
}

// The gesture is saved: it can be undone, or was.
void Workbench::finish(const Sent& sent)
{
    switch (sent.request.kind) {
    case Kind::Do:
        m_redo.clear();
        m_undo.push_back(sent.step);
        emit logged(say(sent.step.text), true);
        break;
    case Kind::DoQuietly: break;
    case Kind::Redo:
        m_undo.push_back(sent.step);
        emit logged(say(Lang::words("Done again: %1", sent.step.text)), true);
        break;
    case Kind::Undo:
        m_redo.push_back(sent.step);
        if (const Words posted = takenBackPosting(*m_book, sent.from.change); !posted.isEmpty())
            emit logged(say(posted), false);
        else
            emit logged(say(Lang::words("Undone: %1", sent.step.text)), false);
        break;
    case Kind::Import:
        m_redo.clear();
        m_undo.push_back(sent.step);
        emit logged(say(sent.step.text), true);
        emit importFinished({});
        break;
    case Kind::UndoImport:
        std::erase_if(m_undo, [&](const Step& s) { return s.batch == sent.step.batch; });
        emit logged(Lang::tr("Import undone"), false);
        break;
    }
}

void Workbench::onRefused(const Error& error, OperationId operation, const BookPtr& fresh)
{
    if (!m_sent || m_sent->request.operation != operation) {
        emit warned(error);
        return;
    }
    Sent sent = *std::exchange(m_sent, std::nullopt);
    m_isTrying = false;
    if (fresh && fresh != m_book)
        setBook(fresh);
    const Kind kind = sent.request.kind;
    const bool isTakeBack = kind == Kind::Undo || kind == Kind::Redo;
    if (fresh && sent.request.command) { // somebody else was first: the same gesture on the book as it is now
        m_waiting.push_front(std::move(sent.request));
    } else if (fresh && isTakeBack && stillApplies(*m_book, sent.step.change)) { // others changed other rows
        send(std::move(sent.request), std::move(sent.step.change), std::move(sent.from));
    } else if (Storage::isTrouble(error) && (sent.request.command || isTakeBack)) { // kept until the store takes it
        putBack(sent);
        m_waiting.push_front(std::move(sent.request));
        onTrouble(error, false);
    } else {
        drop(sent, error);
    }
    emit savingChanged();
    sendWaiting();
}

void Workbench::putBack(const Sent& sent)
{
    if (sent.request.kind == Kind::Undo)
        m_undo.push_back(sent.from);
    else if (sent.request.kind == Kind::Redo)
        m_redo.push_back(sent.from);
}

void Workbench::drop(const Sent& sent, const Error& error)
{
    putBack(sent); // it can be tried again
    if (sent.request.kind == Kind::Import)
        emit importFinished(failed(error));
    else
        emit refused(sent.request.operation, error);
}

void Workbench::onTrouble(const Error& met, bool writable)
{
    const QString book = QFileInfo(m_path).fileName();
    Error error;
    error.code = met.code;
    error.what = writable ? Lang::words("what is entered in %1 waits: %2", book, met.what)
                          : Lang::words("nothing can be entered in %1: %2", book, met.what);
    error.remedy = met.remedy;
    const bool known = m_trouble && m_trouble->error == error && m_trouble->writable == writable;
    m_trouble = Trouble{error, writable};
    if (!known)
        emit trouble(error);
}

void Workbench::onTroubleOver()
{
    if (m_trouble && m_trouble->writable)
        endTrouble();
    askForIds();
    if (m_trouble && m_sent)
        return; // its answer says whether it is over
    m_isTrying = m_trouble.has_value();
    sendWaiting();
    if (!m_sent)
        m_isTrying = false;
    if (m_trouble && m_waiting.empty() && !m_sent)
        endTrouble(); // nothing to try it with
}

void Workbench::endTrouble()
{
    m_trouble.reset();
    emit troubleOver();
}

void Workbench::abandon()
{
    m_waiting.clear();
    m_needIds.clear();
    emit savingChanged();
}

// Closing: the last gestures and drafts still go to the store, unless it is known not to take them.
void Workbench::saveWhatWaits()
{
    m_needIds.clear(); // who asked is gone
    if (m_waiting.empty() || m_trouble || !QCoreApplication::instance())
        return; // the one that was sent is saved by the store's own closing
    const QSignalBlocker quiet(this);
    QEventLoop loop;
    QTimer look;
    connect(&look, &QTimer::timeout, &loop, [&] {
        if (m_waiting.empty() || m_trouble)
            loop.quit();
    });
    look.start(lookMs);
    QTimer::singleShot(lastSaveMs, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
}

} // namespace duedesk
