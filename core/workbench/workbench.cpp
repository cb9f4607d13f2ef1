#include "core/workbench/workbench.h"

#include "core/store/storage.h"
#include "core/workbench/derived.h"
#include "core/workbench/pulse.h"

#include <utility>

namespace duedesk {

// Row ids in hand, fetched many at a time; the store is asked again long before they run out.
class Workbench::Ids final : public IdSource {
public:
    explicit Ids(Storage& storage) : m_storage(storage) {}
    std::int64_t next(Table t) override
    {
        IdBlock& b = m_blocks[std::size_t(t)];
        if (b.left() <= 0) {
            const auto leased = m_storage.lease(t, 256);
            if (!leased)
                throw std::runtime_error(leased.error().message().toStdString());
            b = *leased;
        }
        return b.next++;
    }

private:
    Storage& m_storage;
    std::array<IdBlock, tableCount> m_blocks;
};

namespace {

Error notToday()
{
    Error e;
    e.code = ErrorCode::Refused;
    e.what = QStringLiteral("another day is shown, and the past cannot be changed");
    e.remedy = QStringLiteral("go back to today first");
    return e;
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

Workbench::Workbench(std::unique_ptr<Storage> storage, const Clock& clock, QString user, QString path)
    : m_storage(std::move(storage)), m_ids(std::make_unique<Ids>(*m_storage)), m_book(m_storage->loaded()),
      m_clock(clock), m_user(std::move(user)), m_path(std::move(path))
{
    m_insights = Derived::compute(m_book, today(), m_clock.now(), {});
    m_derived = std::make_unique<Derived>(m_insights);
    connect(m_derived.get(), &Derived::ready, this, [this](const InsightsPtr& insights) {
        m_insights = insights;
        m_pulse->expect(insights->nextChange);
        emit insightsChanged();
    });
    m_day = today();
    m_pulse = std::make_unique<Pulse>(m_clock);
    m_pulse->expect(m_insights->nextChange);
    connect(m_pulse.get(), &Pulse::beat, this, &Workbench::onBeat);
    connect(m_storage.get(), &Storage::published, this,
            [this](const std::shared_ptr<const BookStore::Published>& news, OperationId operation) {
                onPublished(news->book, news->changes, news->reload, operation);
            });
    connect(m_storage.get(), &Storage::failed, this, &Workbench::onFailed);
    connect(m_storage.get(), &Storage::importProgress, this, &Workbench::importProgress);
}

Workbench::~Workbench() = default;

Date Workbench::today() const { return m_book->dayOf(m_clock.now()); }
Date Workbench::asOf() const { return m_asOf.isValid() ? m_asOf : today(); }

void Workbench::setAsOf(Date d)
{
    const Date wanted = d == today() ? Date() : d;
    if (wanted == m_asOf)
        return;
    m_asOf = wanted;
    emit asOfChanged();
    requestInsights();
}

void Workbench::onBeat(bool due)
{
    const bool turned = today() != m_day;
    if (turned)
        turnDay();
    const bool lost = m_pulse->expected() == 0; // asked for, and no answer: asked again each minute
    if (((due || lost) && isToday()) || turned)
        requestInsights();
    emit minutePassed(due || turned);
}

void Workbench::turnDay()
{
    m_day = today();
    if (m_asOf == m_day) // was tomorrow when it was chosen
        m_asOf = {};
    emit dayChanged();
    if (!m_asOf.isValid())
        emit asOfChanged();
}

void Workbench::requestInsights() { m_derived->request(m_book, asOf(), isToday() ? m_clock.now() : 0); }

OperationId Workbench::newOperation() { return OperationId(m_ids->next(Table::Operation)); }

Outcome Workbench::submit(const Command& command) { return submit(Kind::Do, command); }
Outcome Workbench::submitQuietly(const Command& command) { return submit(Kind::DoQuietly, command); }

Result<QByteArray> Workbench::putContent(const QByteArray& bytes) { return m_storage->putContent(bytes); }
Result<QByteArray> Workbench::content(const QByteArray& sha256) { return m_storage->content(sha256); }

Outcome Workbench::submit(Kind kind, const Command& command)
{
    if (kind == Kind::Do && !isToday())
        return fail(notToday());
    const Context context{m_user, m_clock.now(), today(), m_ids.get(), newOperation()};
    auto change = decide(*m_book, command, context);
    if (!change)
        return std::unexpected<Error>(change.error());
    if (change->isEmpty())
        return {}; // nothing to do is no gesture to undo
    if (m_sent) {
        m_waiting.push_back({kind, command}); // decided again against the book that the one before it makes
        emit savingChanged();
    } else {
        send(kind, std::move(*change), command);
    }
    return {};
}

OutboxId Workbench::newOutboxId() { return OutboxId(m_ids->next(Table::OutboxMessage)); }

void Workbench::send(Kind kind, ChangeSet change, std::optional<Command> command)
{
    m_sent = Sent{kind, change.operation, std::move(command), {change, {}, change.summary}};
    m_storage->apply(change, m_book->revision());
    emit savingChanged();
}

void Workbench::sendWaiting()
{
    while (!m_sent && !m_waiting.empty()) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (next.staged)
            commitImport(next.staged);
        else if (const Outcome o = submit(next.kind, next.command); !o)
            emit failed(o.error());
    }
}

QString Workbench::undoText() const { return m_undo.empty() ? QString() : m_undo.back().text; }

void Workbench::undo()
{
    if (m_sent || m_undo.empty())
        return;
    if (m_undo.back().batch) {
        undoImport(m_undo.back().batch); // leaves the stack when it is done
        return;
    }
    const Step step = std::move(m_undo.back());
    m_undo.pop_back();
    ChangeSet back = takeBack(*m_book, step.change, newOperation(), m_clock.now());
    if (back.isEmpty()) {
        emit logged(u"It has left already and cannot be taken back: " + step.text, false);
        return;
    }
    back.summary = step.text;
    send(Kind::Undo, std::move(back), {});
}

void Workbench::redo()
{
    if (m_sent || m_redo.empty())
        return;
    const Step step = std::move(m_redo.back());
    m_redo.pop_back();
    ChangeSet again = takeBack(*m_book, step.change, newOperation(), m_clock.now());
    again.summary = step.text;
    send(Kind::Redo, std::move(again), {});
}

void Workbench::commitImport(std::shared_ptr<StagedImport> staged)
{
    if (m_sent) {
        m_waiting.push_back({Kind::Import, {}, std::move(staged)});
        emit savingChanged();
        return;
    }
    m_sent = Sent{Kind::Import, staged->batch.operation, {}, {{}, {}, QStringLiteral("Import taken")}};
    m_storage->commitImport(std::move(staged));
    emit savingChanged();
}

void Workbench::undoImport(BatchId batch)
{
    if (m_sent)
        return;
    m_sent = Sent{Kind::UndoImport, newOperation(), {}, {{}, batch, QStringLiteral("Import")}};
    m_storage->undoImport(batch, m_sent->operation);
    emit savingChanged();
}

void Workbench::cancelImport()
{
    if (std::erase_if(m_waiting, [](const Waiting& w) { return w.staged != nullptr; }) == 0)
        return m_storage->cancelImport();
    emit savingChanged();
    emit importFinished(fail(ErrorCode::Cancelled, QStringLiteral("the import was stopped, nothing was saved")));
}

void Workbench::refresh()
{
    m_storage->refresh();
    m_pulse->check();
    requestInsights();
}

void Workbench::setBook(BookPtr book)
{
    m_book = std::move(book);
    requestInsights();
}

// Saved views and drafts are in no figure: the insights of the book before them stay as they are.
static bool touchesInsights(const ChangeSet& changes)
{
    bool touches = !changes.posted.isEmpty();
    changes.forEachTable([&]<class T>(const std::vector<RowChange<T>>& rows) {
        touches = touches || (!rows.empty() && !std::is_same_v<T, SavedView> && !std::is_same_v<T, Draft>);
    });
    return touches;
}

void Workbench::onPublished(const BookPtr& book, const ChangeSet& changes, bool reload, OperationId operation)
{
    std::optional<Sent> sent;
    if (m_sent && m_sent->operation == operation)
        sent = std::exchange(m_sent, std::nullopt);
    if (reload || touchesInsights(changes) || m_insights->book != m_book) {
        setBook(book);
    } else { // a text being typed changes no figure
        auto same = std::make_shared<Insights>(*m_insights);
        same->book = m_book = book;
        m_insights = std::move(same);
    }
    emit changed(changes, reload);
    if (sent && sent->kind == Kind::Import) // its batch has its id now
        sent->step.batch = changes.of<ImportBatch>().back().after.id;
    if (sent)
        finish(*sent);
    emit savingChanged();
    sendWaiting();
}

// The gesture is saved: it can be undone, or was.
void Workbench::finish(const Sent& sent)
{
    switch (sent.kind) {
    case Kind::Do:
        m_redo.clear();
        m_undo.push_back(sent.step);
        emit logged(sent.step.text, true);
        break;
    case Kind::DoQuietly: break;
    case Kind::Redo:
        m_undo.push_back(sent.step);
        emit logged(u"Done again: " + sent.step.text, true);
        break;
    case Kind::Undo:
        m_redo.push_back(sent.step);
        emit logged(u"Undone: " + sent.step.text, false);
        break;
    case Kind::Import:
        m_redo.clear();
        m_undo.push_back(sent.step);
        emit logged(sent.step.text, true);
        emit importFinished({});
        break;
    case Kind::UndoImport:
        std::erase_if(m_undo, [&](const Step& s) { return s.batch == sent.step.batch; });
        emit logged(QStringLiteral("Import undone"), false);
        break;
    }
}

void Workbench::onFailed(const Error& error, OperationId operation, const BookPtr& fresh)
{
    if (!m_sent || m_sent->operation != operation) {
        emit failed(error);
        return;
    }
    const Sent sent = *std::exchange(m_sent, std::nullopt);
    if (fresh)
        setBook(fresh);
    emit savingChanged();
    if (fresh && sent.command) { // somebody else was first: the same gesture on the book as it is now
        if (const Outcome o = submit(sent.kind, *sent.command); !o)
            emit failed(o.error());
        return;
    }
    if (fresh && stillApplies(*m_book, sent.step.change)) { // others changed other rows
        send(sent.kind, sent.step.change, {});
        return;
    }
    if (sent.kind == Kind::Undo || sent.kind == Kind::Redo) // it can be tried again
        (sent.kind == Kind::Undo ? m_undo : m_redo)
            .push_back({sent.step.change.inverted(newOperation()), {}, sent.step.text});
    if (sent.kind == Kind::Import)
        emit importFinished(fail(error));
    else
        emit failed(error);
    sendWaiting();
}

} // namespace duedesk
