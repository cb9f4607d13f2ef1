#include "ui/pages/exceptions/exceptionspage.h"

#include "core/base/storedwords.h"
#include "core/base/words.h"
#include "core/domain/codewords.h"
#include "ui/models/format.h"
#include "ui/pages/rowfilter.h"
#include "ui/panels/calldesk.h"
#include "ui/shell/actioncatalog.h"
#include "ui/widgets/tabledress.h"

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

bool hasRunOut(const ExceptionLine& l) { return l.state == ExceptionState::RanOut; }
bool isOpen(const ExceptionLine& l) { return l.state == ExceptionState::Running || hasRunOut(l); }

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

BoardFigures figures(const ExceptionRegister& r, const Book& book, const BoardCounts&)
{
    const auto n = [&](ExceptionState s) { return r.count[std::size_t(s)]; };
    const auto money = [&](ExceptionState s) { return amountWithUnit(r.base[std::size_t(s)], book.info().base); };
    const QString day = dateText(r.day);
    QStringList about;
    if (n(ExceptionState::Running) == 0)
        about += Lang::tr("No extension runs");
    else
        about += QStringList{Lang::plural("%1 extensions run", "1 extension runs", n(ExceptionState::Running)),
                             money(ExceptionState::Running)}
                     .join(u", "_s);
    if (n(ExceptionState::RanOut) > 0)
        about +=
            Lang::tr("%1 ran out unpaid, %2").arg(countText(n(ExceptionState::RanOut)), money(ExceptionState::RanOut));
    about += say(missingRateText(r.missing));
    about += Lang::tr("as of %1").arg(day);
    about.removeAll(QString());
    const QString recent =
        r.recent == 0 ? Lang::tr("None granted in 90 days")
                      : QStringList{Lang::plural("%1 exceptions", "1 exception", r.recent),
                                    Lang::plural("%1 days put off, 90 days", "1 day put off, 90 days", r.costDays)}
                            .join(u", "_s);
    return {recent, Lang::tr("Granted in the 90 days up to %1").arg(day), about.join(u" \u00b7 "_s),
            n(ExceptionState::RanOut)};
}

BoardEmpty empty(const ExceptionRegister& r, const Book&, const QString&)
{
    BoardEmpty out{.icon = u"done"_s,
                   .heading = Lang::tr("No exceptions"),
                   .text =
                       Lang::tr("Shift+X on an account grants an extension, a waiver or an override; a reminder step "
                                "that is skipped comes here too.")};
    if (r.lines.empty())
        return out;
    out.heading = Lang::tr("No exception is open");
    out.button = Lang::tr("Show what has ended");
    out.tab = u"ended"_s;
    return out;
}

BoardSpec<ExceptionBox> spec()
{
    return {.id = u"exceptions"_s,
            .title = Lang::tr("Exceptions"),
            .words = {.table = Lang::tr("Exceptions"),
                      .placeholder = u"kind:extension granted_by:me"_s,
                      .working = Lang::tr("Reading the register\u2026"),
                      .failed = Lang::tr("The register could not be read"),
                      .noMatch = Lang::tr("No exception matches this filter"),
                      .sum = Lang::tr("still open")},
            .columns = exceptionColumns,
            .key = [](const Book&, const ExceptionLine& line, std::uint32_t) { return line.id.value; },
            .tabs = {{u"open"_s, Lang::tr("Open"), isOpen, true},
                     {u"ranout"_s, Lang::tr("Run out, not paid"), hasRunOut},
                     {u"ended"_s, Lang::tr("Ended"), [](const ExceptionLine& l) { return !isOpen(l); }, true},
                     {u"all"_s, Lang::tr("All"), [](const ExceptionLine&) { return true; }}},
            .fields = {u"kind"_s, u"state"_s, u"granted_by"_s},
            .holds = lineHolds,
            .ask = [](const Book& book, Date day, Instant) { return exceptionRegister(book, day); },
            .figures = figures,
            .empty = empty};
}

} // namespace

ExceptionsPage::ExceptionsPage(Workbench& workbench, QWidget* parent)
    : Board(spec(), workbench, parent), m_desk(new CallDesk(workbench))
{
    addDesk(m_desk, tr("Choose an exception to see its payer here."));
}

void ExceptionsPage::bindActions(ActionCatalog& catalog)
{
    Board::bindActions(catalog);
    catalog.bind(u"exceptions.renew"_s, this, table(), [this] { renew(); }, whenRow());
    catalog.bind(u"exceptions.add"_s, this, table(), [this] { m_desk->gesture(Gesture::Exception); }, whenRow());
}

void ExceptionsPage::renew()
{
    const ExceptionLine* line = current();
    if (!line)
        return;
    if (!isOpen(*line)) {
        emit said(tr("Only an extension that is open goes on; Shift+X grants a new exception."));
        return;
    }
    const ExceptionEntry& x = model()->book()->rows<ExceptionEntry>()[line->row];
    m_desk->renewException({x.customer, x.debit, x.kind, x.reason, 0, x.until}, [this] { renew(); });
}

} // namespace duedesk
