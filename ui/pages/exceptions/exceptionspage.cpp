#include "ui/pages/exceptions/exceptionspage.h"

#include "core/base/storedwords.h"
#include "core/domain/codewords.h"

#include "ui/models/booktablemodel.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/panels/calldesk.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/lanebar.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

bool isIn(const ExceptionLine& l, ExceptionState s) { return l.state == s; }
bool isOpen(const ExceptionLine& l) { return isIn(l, ExceptionState::Running) || isIn(l, ExceptionState::RanOut); }
constexpr LineTab<ExceptionLine> tabs[] = {
    {"open", "Open", isOpen, true},
    {"ranout", "Run out, not paid", [](const ExceptionLine& l) { return isIn(l, ExceptionState::RanOut); }},
    {"ended", "Ended", [](const ExceptionLine& l) { return !isOpen(l); }, true},
    {"all", "All", [](const ExceptionLine&) { return true; }},
};

bool lineHolds(const Filter& f, const Book& book, const ExceptionLine& line)
{
    const ExceptionEntry& x = book.rows<ExceptionEntry>()[line.row];
    const auto own = [&](const QString& field) -> std::optional<QStringList> {
        if (field == u"kind")
            return QStringList{exceptionKindName(line.kind), say(wordsOf(line.kind))};
        if (field == u"state")
            return QStringList{exceptionStateName(line.state), say(wordsOf(line.state))};
        if (field == u"granted_by")
            return QStringList(x.user);
        return std::nullopt;
    };
    QStringList words{say(recalled(x.reason))};
    if (line.debit != noRow)
        words += viewDebit(book.ledger(), line.debit).number;
    return rowHolds(f, book, line.payer, line.openBase, own, words);
}

} // namespace

ExceptionsPage::ExceptionsPage(Workbench& workbench, QWidget* parent)
    : ExceptionsPage(workbench, std::make_shared<ExceptionBox>(), parent)
{
}

ExceptionsPage::ExceptionsPage(Workbench& workbench, const ExceptionBoxPtr& box, QWidget* parent)
    : BoardPage(u"exceptions"_s,
                {.table = u"Exceptions"_s,
                 .placeholder = u"kind:extension granted_by:me"_s,
                 .working = u"Reading the register\u2026"_s,
                 .failed = u"The register could not be read"_s,
                 .noMatch = u"No exception matches this filter"_s,
                 .row = u"row"_s,
                 .rows = u"rows"_s,
                 .sum = u"still open"_s,
                 .sort = {}},
                workbench,
                new BookTableModel(exceptionColumns(box),
                                   [box](const Book&, std::uint32_t row) { return box->line(row).id.value; }),
                u"Exceptions"_s, tabsOf(tabs), {u"kind"_s, u"state"_s, u"granted_by"_s}, parent),
      m_box(box), m_desk(new CallDesk(workbench))
{
    setDesk(m_desk);
    connect(m_desk, &CallDesk::worked, this, [this](CustomerId, bool, bool next) {
        if (next)
            nextLine();
    });
    connect(m_desk, &CallDesk::pageWanted, this, &Page::openPage);
    connect(&workbench, &Workbench::insightsChanged, m_desk, &CallDesk::refresh);
    showCurrent();
}

void ExceptionsPage::bindActions(ActionCatalog& catalog)
{
    BoardPage::bindActions(catalog);
    const auto bind = [&](const QString& id, std::function<void()> run) {
        catalog.bind(id, this, table(), std::move(run), whenRow());
    };
    bind(u"exceptions.open"_s, [this] { openCurrent(); });
    bind(u"exceptions.renew"_s, [this] { renew(); });
    bind(u"exceptions.add"_s, [this] { m_desk->gesture(Gesture::Exception); });
    bind(u"exceptions.call"_s, [this] { m_desk->call(); });
    bind(u"exceptions.write"_s, [this] { m_desk->write(); });
    bind(u"exceptions.note"_s, [this] { m_desk->gesture(Gesture::Note); });
    bind(u"exceptions.later"_s, [this] { m_desk->gesture(Gesture::Later); });
}

void ExceptionsPage::ask()
{
    work<Answer>(
        [book = workbench().book(), day = workbench().asOf()] {
            return Answer{book, std::make_shared<const ExceptionRegister>(exceptionRegister(*book, day))};
        },
        [this](const Answer& answer) { show(answer); });
}

void ExceptionsPage::show(const Answer& answer)
{
    const ExceptionRegister& r = *answer.all;
    const Currency base = answer.book->info().base;
    const auto n = [&](ExceptionState s) { return r.count[std::size_t(s)]; };
    const auto money = [&](ExceptionState s) { return amountWithUnit(r.base[std::size_t(s)], base); };
    QString text = n(ExceptionState::Running) == 0
                       ? u"No extension runs"_s
                       : QString(plural(n(ExceptionState::Running), u"extension runs"_s, u"extensions run"_s) + u", "_s
                                 + money(ExceptionState::Running));
    if (n(ExceptionState::RanOut) > 0)
        text += u" \u00b7 "_s + countText(n(ExceptionState::RanOut)) + u" ran out unpaid, "_s
                + money(ExceptionState::RanOut);
    const QString warning = say(missingRateText(r.missing));
    setSubtitle(text + (warning.isEmpty() ? QString() : QString(u" \u00b7 "_s + warning)) + u" \u00b7 as of "_s
                + dateText(r.day));
    setHeadline(r.recent == 0 ? u"None granted in 90 days"_s
                              : QString(plural(r.recent, u"exception"_s, u"exceptions"_s) + u", "_s
                                        + plural(r.costDays, u"day"_s, u"days"_s) + u" put off, 90 days"_s),
                u"Granted in the 90 days up to "_s + dateText(r.day));
    setBadge(n(ExceptionState::RanOut));
    setBoard(boardOf(answer, tabs, lineHolds, m_box));
}

void ExceptionsPage::showEmpty()
{
    const QString how =
        u"Shift+X on an account grants an extension, a waiver or an override; a reminder step that is skipped comes here too."_s;
    if (m_box->now->lines.empty())
        showMessage(u"done"_s, u"No exceptions"_s, how);
    else
        showMessage(u"done"_s, u"No exception is open"_s, how, u"Show what has ended"_s);
}

void ExceptionsPage::emptyAction() { lanes()->setCurrentLane(u"ended"_s); }

const ExceptionLine* ExceptionsPage::current() const
{
    const std::uint32_t row = currentRow();
    return row == noRow || !m_box->now ? nullptr : &m_box->line(row);
}

void ExceptionsPage::showCurrent()
{
    const ExceptionLine* line = current();
    m_desk->setPayer(line ? line->payer : noRow, u"Choose an exception to see its payer here."_s);
}

void ExceptionsPage::renew()
{
    const ExceptionLine* line = current();
    if (!line)
        return;
    if (!isOpen(*line)) {
        emit said(u"Only an extension that is open goes on; Shift+X grants a new exception."_s);
        return;
    }
    const ExceptionEntry& x = model()->book()->rows<ExceptionEntry>()[line->row];
    m_desk->renewException({x.customer, x.debit, x.kind, x.reason, 0, x.until});
}

} // namespace duedesk
