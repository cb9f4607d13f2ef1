#include "ui/pages/disputes/disputedesk.h"

#include "core/base/storedwords.h"

#include "ui/models/format.h"
#include "ui/widgets/fieldform.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr Resolution resolutions[] = {Resolution::CreditDue, Resolution::Unfounded, Resolution::Withdrawn,
                                      Resolution::Paid};

QScrollArea* scrolled(QWidget* inside, const QString& name, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setAccessibleName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    return area;
}

} // namespace

DisputeDesk::DisputeDesk(Workbench& workbench, QWidget* parent)
    : QStackedWidget(parent), m_workbench(workbench), m_form(new FieldForm), m_rows(new FactRows(u"Dispute"_s))
{
    auto* facts = new QWidget;
    facts->setProperty("look", u"surface"_s);
    facts->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(facts);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(3);
    const auto label = [&](const QString& look, int above) {
        layout->addSpacing(above);
        auto* l = new QLabel(facts);
        l->setProperty("look", look);
        l->setTextFormat(Qt::PlainText);
        l->setWordWrap(true);
        layout->addWidget(l);
        return l;
    };
    m_title = label(u"section"_s, 0);
    m_about = label(u"muted"_s, 0);
    layout->addSpacing(10);
    layout->addWidget(m_rows);
    m_words = label(u"body"_s, 10);
    m_keys = label(u"caption"_s, 14);
    layout->addStretch(1);
    m_view = scrolled(facts, u"About this dispute"_s, this);
    m_view->setFocusPolicy(Qt::TabFocus);
    m_formArea = scrolled(m_form, u"Form"_s, this);
    m_formArea->setFocusPolicy(Qt::NoFocus);
    addWidget(m_view);
    addWidget(m_formArea);
    connect(m_form, &FieldForm::save, this, &DisputeDesk::saveForm);
    connect(m_form, &FieldForm::cancelled, this, [this] { back(); });
}

const Dispute* DisputeDesk::dispute() const
{
    return m_line.dispute == noRow ? nullptr : &m_workbench.book()->rows<Dispute>()[m_line.dispute];
}

void DisputeDesk::setLine(const DisputeLine& line, const QString& text)
{
    const bool same = line.dispute == m_line.dispute && line.debit == m_line.debit && line.payer == m_line.payer;
    m_line = line;
    m_text = text;
    showFacts();
    if (!same && isBusy())
        close();
}

void DisputeDesk::showFacts()
{
    const bool none = m_line.payer == noRow;
    for (QWidget* w : std::initializer_list<QWidget*>{m_about, m_rows, m_words, m_keys})
        w->setVisible(!none);
    if (none) {
        m_title->setText(m_text);
        return;
    }
    const Book& book = *m_workbench.book();
    const Dispute* x = dispute();
    const Currency base = book.info().base;
    const bool known = m_line.debit != noRow;
    const DebitView v = known ? viewDebit(book.ledger(), m_line.debit) : DebitView{};
    const auto money = [&](std::int64_t minor) {
        return known ? amountWithUnit(minor, v.currency) : amountWithUnit(m_line.openBase, base);
    };
    m_title->setText(v.number);
    m_about->setText(book.customers()[m_line.payer].name);
    std::vector<FactRow> rows;
    const auto row = [&](const QString& name, const QString& value, Tone tone = Tone::Plain) {
        if (!value.isEmpty())
            rows.push_back({name, value, false, Tone::Muted, tone});
    };
    row(x ? u"Contested"_s : u"Left open"_s, money(m_line.open));
    if (known)
        row(u"Invoice"_s, amountWithUnit(v.amount, v.currency) + u", due "_s + dateText(v.due));
    row(u"Reason"_s, titleOf(m_line.guess) + (x && !x->guessed ? QString() : u", guessed"_s));
    row(x ? u"Opened"_s : u"Paid short on"_s,
        dateText(m_line.day) + (x && !x->openedBy.isEmpty() ? u" by "_s + x->openedBy : QString()));
    if (x) {
        row(u"In work since"_s, dateText(x->inWorkOn));
        row(u"Target"_s, dateText(x->targetDate), m_line.standing.overdue ? Tone::Bad : Tone::Plain);
        row(u"Owner"_s, x->owner);
        row(u"Department"_s, x->department);
        row(u"Responsible"_s, x->responsible);
        row(u"Root cause"_s, x->rootCause);
        if (m_line.standing.state == DisputeState::Resolved)
            row(u"Resolved"_s, dateText(x->resolvedOn) + u", "_s + say(wordsOf(x->resolution)));
    }
    m_rows->setRows(std::move(rows));
    QStringList words{say(m_line.reason)};
    if (x) {
        words += x->note;
        words += x->resolutionNote;
    }
    words.removeAll(QString());
    m_words->setText(words.join(u'\n'));
    m_words->setVisible(!words.isEmpty());
    m_keys->setText(m_line.kind == DisputeRowKind::Deduction ? u"A takes it up as a dispute \u00b7 Enter account"_s
                    : m_line.kind == DisputeRowKind::Residue
                        ? u"Small residues are written off together, at the end of the month \u00b7 Enter account"_s
                    : m_line.standing.state == DisputeState::Resolved
                        ? u"O reopen \u00b7 E edit \u00b7 Enter account"_s
                        : u"W take up \u00b7 R resolve \u00b7 E edit \u00b7 Enter account"_s);
}

bool DisputeDesk::isBusy() const { return currentWidget() != m_view; }

bool DisputeDesk::back()
{
    if (!isBusy())
        return false;
    close();
    return true;
}

void DisputeDesk::close()
{
    setCurrentWidget(m_view);
    emit finished();
}

bool DisputeDesk::ready()
{
    if (m_line.payer == noRow)
        return false;
    if (!m_workbench.isToday()) {
        emit refusedFor(u"Disputes are changed as of today only: Ctrl+Shift+D goes back to today."_s);
        return false;
    }
    if (!dispute()) {
        emit refusedFor(m_line.kind == DisputeRowKind::Deduction ? u"This is a short payment: A takes it up first."_s
                                                                 : u"This is a small residue, not a dispute."_s);
        return false;
    }
    return true;
}

void DisputeDesk::edit()
{
    if (ready())
        open(Mode::Edit);
}
void DisputeDesk::work()
{
    if (ready())
        submit(WorkDispute{dispute()->id}, false);
}
void DisputeDesk::resolve()
{
    if (ready())
        open(Mode::Resolve);
}
void DisputeDesk::reopen()
{
    if (ready())
        open(Mode::Reopen);
}

void DisputeDesk::accept()
{
    if (m_line.payer == noRow || m_line.debit == noRow || dispute()) {
        emit refusedFor(u"Only a short payment is taken up: it is a dispute already."_s);
        return;
    }
    const auto [c, i] = m_workbench.book()->ledger().debit(m_line.debit);
    submit(AcceptDeduction{DebitId(c->id[i])}, false);
}

void DisputeDesk::open(Mode mode)
{
    m_mode = mode;
    const Dispute& x = *dispute();
    const QString about = m_title->text() + u" \u00b7 "_s + m_about->text();
    const QString next = u"Ctrl+Enter saves and goes to the next one."_s;
    if (mode == Mode::Resolve) {
        m_form->start(u"Resolve"_s, about, next);
        QStringList how;
        for (const Resolution r : resolutions)
            how += titleOf(r);
        m_form->addChoice(u"resolution"_s, u"How"_s, how, 0);
        m_form->addArea(u"note"_s, u"Note"_s, {});
    } else if (mode == Mode::Reopen) {
        m_form->start(u"Reopen"_s, about, next);
        m_form->addLine(u"target"_s, u"Target"_s, {}, u"+10bd, or 28 Nov"_s);
        m_form->addArea(u"note"_s, u"Why"_s, {});
    } else {
        m_form->start(u"Edit the dispute"_s, about, next);
        QStringList reasons;
        for (int i = 0; i <= int(DisputeReason::Deduction); ++i)
            reasons += titleOf(DisputeReason(i));
        m_form->addChoice(u"kind"_s, u"Reason"_s, reasons, int(x.kind));
        m_form->addLine(u"reason"_s, u"In words"_s, say(recalled(x.reason)));
        m_form->addLine(u"root cause"_s, u"Root cause"_s, x.rootCause);
        m_form->addLine(u"department"_s, u"Department"_s, x.department);
        m_form->addLine(u"responsible"_s, u"Responsible"_s, x.responsible);
        m_form->addLine(u"owner"_s, u"Owner"_s, x.owner);
        m_form->addLine(u"target"_s, u"Target"_s, dateText(x.targetDate), u"+10bd, or 28 Nov"_s);
        m_form->addArea(u"note"_s, u"Note"_s, x.note);
    }
    emit roomWanted();
    setCurrentWidget(m_formArea);
    m_form->focusFirst();
}

// A day as people say it; nothing typed is no day.
Result<Date> DisputeDesk::typedDay(const QString& field) const
{
    const QString text = m_form->text(field).trimmed();
    if (text.isEmpty())
        return Date();
    if (const Date d = readDate(text, m_workbench.today()); d.isValid())
        return d;
    if (const auto at = parseLater(text, m_workbench.today(), 0, m_workbench.book()->calendar()))
        return at->day;
    return fail(ErrorCode::InputRejected, u"is no day"_s, u"write 28 Nov, fri or +5bd"_s, field);
}

Result<Command> DisputeDesk::command() const
{
    const DisputeId id = dispute()->id;
    if (m_mode == Mode::Resolve)
        return ResolveDispute{id, resolutions[std::size_t(std::max(0, m_form->choice(u"resolution"_s)))],
                              m_form->text(u"note"_s)};
    const auto target = typedDay(u"target"_s);
    if (!target)
        return std::unexpected<Error>(target.error());
    if (m_mode == Mode::Reopen)
        return ReopenDispute{id, *target, m_form->text(u"note"_s)};
    return EditDispute{id,
                       DisputeReason(std::max(0, m_form->choice(u"kind"_s))),
                       m_form->text(u"reason"_s),
                       m_form->text(u"root cause"_s),
                       m_form->text(u"department"_s),
                       m_form->text(u"responsible"_s),
                       m_form->text(u"owner"_s),
                       *target,
                       m_form->text(u"note"_s)};
}

void DisputeDesk::saveForm(bool next)
{
    const auto c = command();
    if (c)
        submit(*c, next);
    else
        m_form->showError(c.error());
}

bool DisputeDesk::submit(const Command& command, bool next)
{
    if (const Outcome done = m_workbench.submit(command); !done) {
        if (isBusy())
            m_form->showError(done.error());
        else
            emit refusedFor(done.error().message());
        return false;
    }
    if (isBusy())
        close();
    emit worked(next);
    return true;
}

} // namespace duedesk
