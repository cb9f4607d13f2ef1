#include "ui/pages/disputes/disputedesk.h"

#include "core/base/storedwords.h"
#include "core/domain/codewords.h"

#include "ui/models/format.h"
#include "ui/panels/payerfacts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace duedesk {

namespace {

constexpr Resolution resolutions[] = {Resolution::CreditDue, Resolution::Unfounded, Resolution::Withdrawn,
                                      Resolution::Paid};

} // namespace

DisputeDesk::DisputeDesk(Workbench& workbench, QWidget* parent)
    : FormDesk(workbench, new FieldForm, parent), m_rows(new FactRows(tr("Dispute")))
{
    QVBoxLayout* column = makeView(tr("About this dispute"));
    m_title = addLabel(u"section"_s, 0);
    m_about = addLabel(u"muted"_s, 0);
    column->addSpacing(10);
    column->addWidget(m_rows);
    m_words = addLabel(u"body"_s, 10);
    m_keys = addLabel(u"caption"_s, 14);
    column->addStretch(1);
}

std::vector<FormDesk::Verb> DisputeDesk::verbs()
{
    return {{u"accept"_s, [this] { accept(); }},
            {u"work"_s, [this] { work(); }},
            {u"resolve"_s, [this] { resolve(); }},
            {u"reopen"_s, [this] { reopen(); }},
            {u"edit"_s, [this] { edit(); }}};
}

const Dispute* DisputeDesk::dispute() const
{
    return m_line.dispute == noRow ? nullptr : &workbench().book()->rows<Dispute>()[m_line.dispute];
}

void DisputeDesk::setLine(const DisputeLine& line, const QString& text)
{
    const bool same = line.dispute == m_line.dispute && line.debit == m_line.debit && line.payer == m_line.payer;
    m_line = line;
    m_text = text;
    showFacts();
    if (!same)
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
    const Dispute* x = dispute();
    m_title->setText(m_line.debit == noRow ? QString() : viewDebit(workbench().book()->ledger(), m_line.debit).number);
    m_about->setText(workbench().book()->customers()[m_line.payer].name);
    m_rows->setRows(factsOf(x));
    QStringList words{say(m_line.reason)};
    if (x) {
        words += x->note;
        words += x->resolutionNote;
    }
    words.removeAll(QString());
    m_words->setText(words.join(u'\n'));
    m_words->setVisible(!words.isEmpty());
    m_keys->setText(keys());
}

std::vector<FactRow> DisputeDesk::factsOf(const Dispute* x) const
{
    const Book& book = *workbench().book();
    const bool known = m_line.debit != noRow;
    const DebitView v = known ? viewDebit(book.ledger(), m_line.debit) : DebitView{};
    std::vector<FactRow> rows;
    const auto row = [&](const QString& name, const QString& value, Tone tone = Tone::Plain) {
        if (!value.isEmpty())
            rows.push_back({name, value, false, Tone::Muted, tone});
    };
    row(x ? tr("Contested") : tr("Left open"),
        known ? amountWithUnit(m_line.open, v.currency) : amountWithUnit(m_line.openBase, book.info().base));
    if (known)
        row(tr("Invoice"), tr("%1, due %2").arg(amountWithUnit(v.amount, v.currency), dateText(v.due)));
    const QString reason = titleOf(m_line.guess);
    row(tr("Reason"), x && !x->guessed ? reason : tr("%1, guessed").arg(reason));
    const QString day = dateText(m_line.day);
    row(x ? tr("Opened") : tr("Paid short on"),
        x && !x->openedBy.isEmpty() ? tr("%1 by %2", "a day, a person").arg(day, x->openedBy) : day);
    if (!x)
        return rows;
    row(tr("In work since"), dateText(x->inWorkOn));
    row(tr("Target"), dateText(x->targetDate), m_line.standing.overdue ? Tone::Bad : Tone::Plain);
    row(tr("Owner"), x->owner);
    row(tr("Department"), x->department);
    row(tr("Responsible"), x->responsible);
    row(tr("Root cause"), x->rootCause);
    if (m_line.standing.state == DisputeState::Resolved)
        row(tr("Resolved"), tr("%1, %2", "a day, how").arg(dateText(x->resolvedOn), say(wordsOf(x->resolution))));
    return rows;
}

QString DisputeDesk::keys() const
{
    if (m_line.kind == DisputeRowKind::Deduction)
        return tr("A takes it up as a dispute \u00b7 Enter account");
    if (m_line.kind == DisputeRowKind::Residue)
        return tr("Small residues are written off together, at the end of the month \u00b7 Enter account");
    return m_line.standing.state == DisputeState::Resolved
               ? tr("O reopen \u00b7 E edit \u00b7 Enter account")
               : tr("W take up \u00b7 R resolve \u00b7 E edit \u00b7 Enter account");
}

bool DisputeDesk::ready()
{
    if (m_line.payer == noRow
        || !isToday(tr("Disputes are changed as of today only: Ctrl+Shift+D goes back to today.")))
        return false;
    if (!dispute())
        emit refusedFor(m_line.kind == DisputeRowKind::Deduction ? tr("This is a short payment: A takes it up first.")
                                                                 : tr("This is a small residue, not a dispute."));
    return dispute();
}

void DisputeDesk::edit()
{
    if (ready())
        open(Mode::Edit, &DisputeDesk::edit);
}
void DisputeDesk::work()
{
    if (ready())
        submit(WorkDispute{dispute()->id}, false);
}
void DisputeDesk::resolve()
{
    if (ready())
        open(Mode::Resolve, &DisputeDesk::resolve);
}
void DisputeDesk::reopen()
{
    if (ready())
        open(Mode::Reopen, &DisputeDesk::reopen);
}

void DisputeDesk::accept()
{
    if (m_line.payer == noRow || m_line.debit == noRow || dispute()) {
        emit refusedFor(tr("Only a short payment is taken up: it is a dispute already."));
        return;
    }
    const auto [c, i] = workbench().book()->ledger().debit(m_line.debit);
    submit(AcceptDeduction{DebitId(c->id[i])}, false);
}

void DisputeDesk::open(Mode mode, void (DisputeDesk::*again)())
{
    m_mode = mode;
    const Dispute& x = *dispute();
    const QString about = QStringList{m_title->text(), m_about->text()}.join(u" \u00b7 "_s);
    const QString next = tr("Ctrl+Shift+Enter saves and goes to the next one.");
    const QString example = u"+10bd, or 28 Nov"_s;
    if (mode == Mode::Resolve) {
        form()->start(tr("Resolve"), about, next);
        QStringList how;
        for (const Resolution r : resolutions)
            how += titleOf(r);
        form()->addChoice(u"resolution"_s, tr("How"), how, 0);
        form()->addArea(u"note"_s, tr("Note"), {});
    } else if (mode == Mode::Reopen) {
        form()->start(tr("Reopen"), about, next);
        form()->addLine(u"target"_s, tr("Target"), {}, example);
        form()->addArea(u"note"_s, tr("Why"), {});
    } else {
        form()->start(tr("Edit the dispute"), about, next);
        QStringList reasons;
        for (int i = 0; i <= int(DisputeReason::Deduction); ++i)
            reasons += titleOf(DisputeReason(i));
        form()->addChoice(u"kind"_s, tr("Reason"), reasons, int(x.kind));
        form()->addLine(u"reason"_s, tr("In words"), say(recalled(x.reason)));
        form()->addLine(u"root cause"_s, tr("Root cause"), x.rootCause);
        form()->addLine(u"department"_s, tr("Department"), x.department);
        form()->addLine(u"responsible"_s, tr("Responsible"), x.responsible);
        form()->addLine(u"owner"_s, tr("Owner"), x.owner);
        form()->addLine(u"target"_s, tr("Target"), dateText(x.targetDate), example);
        form()->addArea(u"note"_s, tr("Note"), x.note);
    }
    openForm([this, again] { (this->*again)(); });
}

// A day as people say it; nothing typed is no day.
Result<Date> DisputeDesk::typedDay(const QString& field) const
{
    const QString text = form()->text(field).trimmed();
    if (text.isEmpty())
        return Date();
    if (const Date d = readDate(text, workbench().today()); d.isValid())
        return d;
    if (const auto at = parseLater(text, workbench().today(), 0, workbench().book()->calendar()))
        return at->day;
    return refuse(field, tr("is no day"), tr("write 28 Nov, fri or +5bd"));
}

Result<Command> DisputeDesk::command() const
{
    const DisputeId id = dispute()->id;
    if (m_mode == Mode::Resolve)
        return ResolveDispute{id, resolutions[std::size_t(std::max(0, form()->choice(u"resolution"_s)))],
                              form()->text(u"note"_s)};
    const auto target = typedDay(u"target"_s);
    if (!target)
        return failed(target);
    if (m_mode == Mode::Reopen)
        return ReopenDispute{id, *target, form()->text(u"note"_s)};
    return EditDispute{id,
                       DisputeReason(std::max(0, form()->choice(u"kind"_s))),
                       form()->text(u"reason"_s),
                       form()->text(u"root cause"_s),
                       form()->text(u"department"_s),
                       form()->text(u"responsible"_s),
                       form()->text(u"owner"_s),
                       *target,
                       form()->text(u"note"_s)};
}

} // namespace duedesk
